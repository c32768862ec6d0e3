package settings

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
)

// list is one closed list as the office may change it. Codes that a rule asks
// about by name may be reworded but not hidden; where the program needs no
// particular code, the office may add its own.
type list struct {
	group string
	codes []string
	fixed []string // never hidden; "*" is all of them
	adds  bool
}

// all marks a list of which nothing can be hidden.
var all = []string{"*"}

// lists are the closed lists in the order in which they are offered.
func lists() []list {
	return []list{
		{group: "category", codes: categories(), adds: true},
		{group: "channel", codes: strs(app.Channels), adds: true},
		{group: "kind", codes: strs(app.Kinds), fixed: all},
		{group: "urgency", codes: strs(app.Urgencies), fixed: all},
		{group: "level", codes: strs(app.Levels), fixed: all},
		{group: "owner", codes: strs(app.OwnerKinds), fixed: []string{string(app.Anonymous)}},
		{group: "result", codes: strs(app.Results)},
		{group: "cause", codes: strs(app.Causes)},
		{group: "reject", codes: strs(append(slices.Clone(app.RejectCodes), app.RejectedMistake)), fixed: strs(app.VoidCodes)},
		{group: "delay", codes: strs(app.DelayCodes)},
		{group: "suspend", codes: strs(app.SuspendCodes), fixed: []string{string(app.WaitsOther)}},
		{group: "rework", codes: strs(app.ReworkCodes), fixed: []string{string(app.ReworkByFollowUp)}},
		{group: "dissatisfied", codes: strs(app.Dissatisfactions)},
		{group: "reached", codes: strs(app.Reacheds), fixed: all},
		{group: "method", codes: strs(app.Methods)},
		{group: "close", codes: strs(append(slices.Clone(app.OwnerCloses), app.SpecialCloses...)), fixed: all},
		{group: "responsibility", codes: strs(app.Responsibilities)},
		{group: "validity", codes: strs(app.Validities), fixed: all},
	}
}

func strs[T ~string](codes []T) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

// categories are both levels, each first level before its own.
func categories() []string {
	var codes []string
	for _, s := range app.Subjects() {
		codes = append(codes, string(s))
		for _, c := range app.Categories() {
			if c.Subject() == s {
				codes = append(codes, string(c))
			}
		}
	}
	return codes
}

// mayHide tells whether a code of the list can be left out of what is offered.
func (l list) mayHide(code string) bool {
	return !slices.Contains(l.fixed, code) && !slices.Contains(l.fixed, "*")
}

// ships tells whether a code comes with the program.
func (l list) ships(code string) bool { return slices.Contains(l.codes, code) }

// with are the codes of the list with the office's own in their place: after the
// last of their category, or at the end.
func (l list) with(items []app.ListItem) []string {
	codes := slices.Clone(l.codes)
	for _, i := range items {
		if i.Group != l.group || slices.Contains(codes, i.Code) {
			continue
		}
		at := len(codes)
		if l.group == "category" {
			for n, c := range codes {
				if subject(c) == subject(i.Code) {
					at = n + 1
				}
			}
		}
		codes = slices.Insert(codes, at, i.Code)
	}
	return codes
}

func subject(code string) string { return string(app.Category(code).Subject()) }

// firstLevel tells whether a code is a category of the first level.
func firstLevel(code string) bool { return code == subject(code) }

// next is the code that the office's own new entry gets: the number after the
// last one under a category, CH-X1 among the channels.
func (l list) next(under string, items []app.ListItem) string {
	prefix := "CH-X"
	if l.group == "category" {
		prefix = under
	}
	last := 0
	for _, c := range l.with(items) {
		if number, ours := strings.CutPrefix(c, prefix); ours {
			if n, err := strconv.Atoi(number); err == nil {
				last = max(last, n)
			}
		}
	}
	return prefix + strconv.Itoa(last+1)
}
