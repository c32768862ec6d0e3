package annual

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
)

// trimmed is a plan without blanks around its texts.
func (p Plan) trimmed() Plan {
	for _, text := range []*string{&p.Title, &p.Purpose, &p.Scope, &p.Content, &p.Method, &p.Training, &p.Quality, &p.Secrecy, &p.Keep, &p.Budget, &p.Contact} {
		*text = strings.TrimSpace(*text)
	}
	return p
}

// completed is a questionnaire without blanks around its texts, in which every row
// has a code. A code is never given to another row: numbers of ready ones are left
// out, too.
func (q Questionnaire) completed() Questionnaire {
	q = q.again()
	ready := Template()
	q.Intro = strings.TrimSpace(q.Intro)
	for i := range q.Dimensions {
		d := &q.Dimensions[i]
		d.Text = strings.TrimSpace(d.Text)
		if d.Code == "" {
			d.Code = fresh("DM-OWN-", codesOf(q.Dimensions, Dimension.code))
		}
		d.Own = !slices.Contains(mandatory, d.Code)
	}
	for i := range q.Items {
		item := &q.Items[i]
		item.Text = strings.TrimSpace(item.Text)
		if item.Code == "" {
			before := strings.TrimPrefix(item.Dimension, "DM-") + "-"
			item.Code = fresh(before, append(codesOf(q.Items, Item.code), codesOf(ready.Items, Item.code)...))
		}
	}
	for i := range q.Choices {
		c := &q.Choices[i]
		if c.Text = strings.TrimSpace(c.Text); c.Code == "" {
			c.Code = fresh("CHOICE-OWN-", codesOf(q.Choices, Choice.code))
		}
	}
	for i := range q.Open {
		o := &q.Open[i]
		if o.Text = strings.TrimSpace(o.Text); o.Code == "" {
			o.Code = fresh("OPEN-", append(codesOf(q.Open, Open.code), codesOf(ready.Open, Open.code)...))
		}
	}
	return q
}

func (d Dimension) code() string { return d.Code }
func (i Item) code() string      { return i.Code }
func (c Choice) code() string    { return c.Code }
func (o Open) code() string      { return o.Code }

func codesOf[T any](rows []T, code func(T) string) []string {
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = code(r)
	}
	return all
}

// fresh is a code with the number after the highest there is.
func fresh(before string, taken []string) string {
	highest := 0
	for _, code := range taken {
		if n, err := strconv.Atoi(strings.TrimPrefix(code, before)); err == nil && strings.HasPrefix(code, before) {
			highest = max(highest, n)
		}
	}
	return before + strconv.Itoa(highest+1)
}

// Most and least of what a questionnaire has. It should have ten to twenty items.
const (
	fewestItems = 2
	mostItems   = 60
	mostChoices = 30
	mostOpen    = 5
	usualFewest = 10
	usualMost   = 20
)

// questionnaire checks what owners are asked.
func (f *faults) questionnaire(q Questionnaire) {
	ready := Template()
	f.text(q.Intro, "intro", false, app.LongestText)
	rows(f, "dimensions", q.Dimensions, Dimension.code, func(d Dimension) string { return d.Text }, ready.Dimensions)
	rows(f, "items", q.Items, Item.code, func(i Item) string { return i.Text }, ready.Items)
	rows(f, "choices", q.Choices, Choice.code, func(c Choice) string { return c.Text }, ready.Choices)
	rows(f, "open", q.Open, Open.code, func(o Open) string { return o.Text }, ready.Open)
	f.dimensions(q)
	f.unless(len(q.Items) >= fewestItems, "items", "too-few")
	f.unless(len(q.Items) <= mostItems, "items", "too-many")
	f.unless(!slices.ContainsFunc(q.Items, func(i Item) bool { return i.Code == Overall }), "items", "twice")
	f.unless(len(q.Choices) <= mostChoices, "choices", "too-many")
	f.unless(len(q.Choices) == 0 || q.MostChosen >= 1 && q.MostChosen <= len(q.Choices), "most-chosen", "out-of-range")
	f.unless(len(q.Open) <= mostOpen, "open", "too-many")
}

// dimensions checks the fields of work and their weights: those that the regulation
// names are there, what is weighed is asked, and what is asked belongs to one.
func (f *faults) dimensions(q Questionnaire) {
	sum, free := 0, app.Subjects()
	for n, d := range q.Dimensions {
		sum += d.Weight
		asked := slices.ContainsFunc(q.Items, func(i Item) bool { return i.Dimension == d.Code })
		f.row("dimensions", n+1, func(f *faults) {
			f.within(float64(d.Weight), 0, 100, "weight")
			f.unless(asked || d.Weight == 0, "weight", "no-items")
			f.unless(known(d.Subjects, free), "subjects", "twice")
		})
		free = slices.DeleteFunc(free, func(c app.Category) bool { return slices.Contains(d.Subjects, c) })
	}
	f.unless(sum == 100, "dimensions", "sum")
	codes := codesOf(q.Dimensions, Dimension.code)
	for _, code := range mandatory {
		f.unless(slices.Contains(codes, code), "dimensions", "mandatory")
	}
	for n, i := range q.Items {
		f.row("items", n+1, func(f *faults) { f.unless(slices.Contains(codes, i.Dimension), "dimension", "no-dimension") })
	}
}

// rows checks what all rows have in common: a code of its own, and words, their own
// or ready ones.
func rows[T any](f *faults, list string, all []T, code, text func(T) string, ready []T) {
	codes, there := codesOf(all, code), codesOf(ready, code)
	for i, r := range all {
		f.row(list, i+1, func(f *faults) {
			f.unless(text(r) != "" || slices.Contains(there, codes[i]), "text", "incomplete")
			f.unless(!slices.Contains(codes[:i], codes[i]), "code", "twice")
			f.unless(len(codes[i]) <= 32 && strings.Trim(codes[i], letters) == "", "code", "letters")
			f.text(text(r), "text", false, app.LongestLine)
		})
	}
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

// Warning is what is unusual about a questionnaire, but not forbidden.
type Warning string

// The warnings.
const (
	FewItems  Warning = "few-items"  // fewer than ten
	ManyItems Warning = "many-items" // more than twenty
	NoOverall Warning = "no-overall" // without it nothing says what is important
)

// Warnings are what is unusual about a questionnaire.
func (q Questionnaire) Warnings() (all []Warning) {
	for _, one := range []struct {
		is      bool
		warning Warning
	}{{len(q.Items) < usualFewest, FewItems}, {len(q.Items) > usualMost, ManyItems}, {!q.Overall, NoOverall}} {
		if one.is {
			all = append(all, one.warning)
		}
	}
	return all
}

// SameItem reports whether two questionnaires ask an item alike, so that its figures
// may be compared: by the same code in the same words.
func SameItem(a, b Questionnaire, code string) bool {
	if code == Overall {
		return a.Overall && b.Overall
	}
	was, there := a.item(code)
	now, here := b.item(code)
	return there && here && was.Text == now.Text
}
