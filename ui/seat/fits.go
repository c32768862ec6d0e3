package seat

import (
	"slices"
	"strings"

	"ownerdesk/app/fold"
)

// Fits tells whether a name is meant by what is typed: 王, wang, wf.
func Fits(name, typed string) bool {
	key := fold.Key(typed)
	if strings.Contains(fold.Key(name), key) {
		return true
	}
	full, initials := fold.Pinyin(name)
	begins := func(s string) bool { return strings.HasPrefix(s, key) }
	return slices.ContainsFunc(full, begins) || slices.ContainsFunc(initials, begins)
}
