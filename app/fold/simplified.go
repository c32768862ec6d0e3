package fold

import _ "embed"

// Character pairs, Traditional before Simplified, made by data/generate.go from
// OpenCC (Apache-2.0, see data/LICENSE-opencc).
//
//go:embed data/simplified.txt
var pairs string

// The blocks of nearly all Traditional characters; an array for them is four
// times as fast as a map when a register is indexed.
const firstHan, lastHan = 0x3400, 0x9fff

// simplified holds the Simplified character for the blocks above, or 0; rare
// holds the few that lie elsewhere.
var simplified, rare = table(pairs)

func table(pairs string) (*[lastHan - firstHan + 1]rune, map[rune]rune) {
	all, rare := new([lastHan - firstHan + 1]rune), map[rune]rune{}
	from := rune(0)
	for _, r := range pairs {
		switch {
		case r == '\n':
		case from == 0:
			from = r
		default:
			if from >= firstHan && from <= lastHan {
				all[from-firstHan] = r
			} else {
				rare[from] = r
			}
			from = 0
		}
	}
	return all, rare
}
