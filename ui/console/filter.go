package console

import (
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// narrowing is how a list is narrowed, as it was typed.
type narrowing struct {
	state, kind, dept, category, text, from, to *string
	late, suspended                             *bool
}

func (o *options) narrowing() narrowing {
	return narrowing{
		state: o.text("state", ""), kind: o.text("kind", ""), dept: o.text("dept", ""), category: o.text("category", ""),
		text: o.text("text", ""), from: o.text("from", ""), to: o.text("to", ""), late: o.flag("late"), suspended: o.flag("suspended"),
	}
}

// filter reads what was typed.
func (c *call) filter(n narrowing, g app.Ground) (app.Filter, error) {
	f := app.Filter{Text: *n.text, Late: *n.late, Suspended: *n.suspended}
	for _, word := range words(*n.state) {
		if word == "open" {
			f.OpenOnly = true
			continue
		}
		s, known := one(word, "", app.States)
		if !known {
			return f, misled("console.unknown.state", word, "open, "+list(app.States))
		}
		f.States = append(f.States, s)
	}
	for _, word := range words(*n.kind) {
		k, known := one(word, "TYP-", app.Kinds)
		if !known {
			return f, misled("console.unknown.kind", word, list(app.Kinds))
		}
		f.Kinds = append(f.Kinds, k)
	}
	for _, word := range words(*n.category) {
		k, known := one(word, "", append(app.Subjects(), app.Categories()...))
		if !known {
			return f, misled("console.unknown.category", word, list(app.Subjects()))
		}
		f.Categories = append(f.Categories, k)
	}
	return c.when(f, n, g)
}

// when reads the period and the department.
func (c *call) when(f app.Filter, n narrowing, g app.Ground) (app.Filter, error) {
	var err error
	if *n.dept != "" {
		d, err := department(*n.dept, g)
		if err != nil {
			return f, err
		}
		f.Departments = []app.DeptID{d}
	}
	loc := g.Office.Location()
	if *n.from != "" {
		if f.From, err = c.moment("--from", *n.from, loc); err != nil {
			return f, err
		}
	}
	if *n.to != "" {
		if f.To, err = c.moment("--to", *n.to, loc); err != nil {
			return f, err
		}
		if len(strings.TrimSpace(*n.to)) == len(time.DateOnly) {
			f.To = f.To.AddDate(0, 0, 1) // the day itself belongs to it
		}
	}
	return f, nil
}

// department finds a department by its name, or by a part of it that no other has.
func department(name string, g app.Ground) (app.DeptID, error) {
	var found []app.DeptID
	var all []string
	for _, d := range departments(g) {
		all = append(all, d.Name)
		if d.Name == name {
			return d.ID, nil
		}
		if strings.Contains(d.Name, name) {
			found = append(found, d.ID)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	return 0, misled("console.unknown.dept", name, strings.Join(all, ", "))
}

// departments are the office's, in its order.
func departments(g app.Ground) []app.Department {
	var all []app.Department
	for _, d := range g.Departments {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b app.Department) int { return int(a.ID - b.ID) })
	return all
}

// words are the parts of a list with commas.
func words(typed string) []string {
	return strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' || r == '，' || r == '、' })
}

// one finds a code as typed, in any case, with or without its prefix.
func one[T ~string](typed, prefix string, codes []T) (T, bool) {
	for _, code := range codes {
		if strings.EqualFold(typed, string(code)) || strings.EqualFold(prefix+typed, string(code)) {
			return code, true
		}
	}
	return "", false
}

func list[T ~string](codes []T) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return strings.Join(all, ", ")
}
