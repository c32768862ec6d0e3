package printing

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// Batch asks how the slips of several issues are to be printed: those chosen in
// a list, or all that went out to a department in some days.
type Batch struct {
	press *Press
	lines []app.Line // chosen; nil: those of the department
	list  bool       // the lines were chosen in a list

	form   *kit.Form
	dept   *kit.Choice[app.DeptID]
	from   *kit.DateField
	until  *kit.DateField
	copies map[reports.Copy]*kit.Tick
	size   *kit.Radios[reports.Size]
	signs  *kit.Tick
	sheet  *kit.Sheet
}

// Many asks how the slips of the issues chosen are to be printed.
func (p *Press) Many(lines []app.Line) *Batch {
	b := &Batch{press: p, lines: lines, list: true}
	b.build(p.seat.Say("press.many.title"), p.seat.Count("press.many", len(lines)))
	b.sheet.Open()
	return b
}

// Department asks which slips of a department are to be printed, those of today
// to begin with, and prints the list it signs.
func (p *Press) Department() *Batch {
	b := &Batch{press: p}
	b.build(p.seat.Say("press.dept.title"), "")
	b.sheet.Open()
	return b
}

func (b *Batch) build(title, about string) {
	s := b.press.seat
	b.form = kit.NewForm(2)
	if about != "" {
		b.form.AddRow(kit.Flush(kit.Wrapped(about)))
	}
	if !b.list {
		b.askDepartment()
	}
	ticks := container.NewVBox()
	b.copies = map[reports.Copy]*kit.Tick{}
	for _, c := range reports.Copies {
		b.copies[c] = kit.Check(s.Say("press.copy."+copyNames[c]), nil)
		ticks.Add(b.copies[c])
	}
	b.copies[reports.CopyDept].SetChecked(true)
	b.size = sizes(b.press)
	b.signs = kit.Check(s.Say("press.signs"), nil)
	b.signs.SetChecked(true)
	b.form.Add("copies", kit.NewField(s.Say("press.copies"), ticks, ""), 2)
	b.form.Add("size", kit.NewField(s.Say("press.size"), b.size, s.Say("press.size.hint")), 2)
	b.form.AddRow(b.signs)
	b.form.AddRow(b.press.others(b.send))
	b.sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: title, Primary: s.Say("press.print"), Cancel: s.Say("press.cancel"), Draft: b.name(),
	}, 520, b.form, func() { b.send(app.WaySent) })
	b.sheet.Primary.SetIcon(theme.DocumentPrintIcon())
}

// name names the form for its draft.
func (b *Batch) name() string {
	if b.list {
		return "print/chosen"
	}
	return "print/department"
}

func (b *Batch) askDepartment() {
	s := b.press.seat
	var open []app.DeptID
	for _, id := range slices.Sorted(maps.Keys(s.Ground.Departments)) {
		if d := s.Ground.Departments[id]; !d.Closed && !d.Desk {
			open = append(open, id)
		}
	}
	b.dept = kit.NewChoice(open, s.Dept)
	b.dept.Pick(func(app.DeptID) bool { return true })
	today := workday.DayOf(s.Here(s.Now()))
	b.from, b.until = kit.NewDateField(s.Dates()), kit.NewDateField(s.Dates())
	b.from.SetValue(today)
	b.until.SetValue(today)
	b.form.Add("dept", kit.NewField(s.Say("press.dept"), b.dept, ""), 2)
	b.form.Add("from", kit.NewField(s.Say("press.from"), b.from, ""), 1)
	b.form.Add("until", kit.NewField(s.Say("press.until"), b.until, ""), 1)
}

// send prints, or shows, or saves what is chosen.
func (b *Batch) send(w app.Way) {
	s := b.press.seat
	b.form.Clear()
	var copies []reports.Copy
	var names []string
	for _, c := range reports.Copies {
		if b.copies[c].Checked {
			copies = append(copies, c)
			names = append(names, s.Say("press.copy.short."+copyNames[c]))
		}
	}
	if len(copies) == 0 {
		b.form.Fail("copies", s.Say("press.copies.missing"))
		return
	}
	find, asked := b.finding()
	if !asked {
		return
	}
	kit.Do(s.Tasks, find, func(lines []app.Line, err error) {
		switch {
		case err != nil:
			s.Says(kit.Bad, s.Trouble(err))
		case len(lines) == 0:
			s.Says(kit.Warn, s.Say("press.nothing"))
		default:
			b.run(lines, copies, strings.Join(names, " "), w)
		}
	})
}

// finding is the way to the issues whose slips are meant.
func (b *Batch) finding() (find func(context.Context) ([]app.Line, error), asked bool) {
	if b.list {
		return func(context.Context) ([]app.Line, error) { return b.lines, nil }, true
	}
	s := b.press.seat
	from, given := b.from.Value()
	until, ended := b.until.Value()
	if !given || !ended || until.Before(from) {
		b.form.Fail("until", s.Say("press.until.wrong"))
		return nil, false
	}
	loc, dept := s.Ground.Office.Location(), b.dept.Value()
	return func(ctx context.Context) ([]app.Line, error) {
		return b.press.asks.Printable(ctx, dept, from.At(0, loc), until.AddDays(1).At(0, loc).Add(-time.Second))
	}, true
}

func (b *Batch) run(lines []app.Line, copies []reports.Copy, names string, w app.Way) {
	p, size, signs := b.press, b.size.Value(), b.signs.Checked
	noted := map[app.IssueID]string{}
	p.run(job{
		name:  p.seat.Say("press.file", p.seat.Here(p.seat.Now()).Format("20060102-150405")),
		noted: noted, copies: names,
		word: func(ctx context.Context, progress kit.Progress) ([]reports.Document, error) {
			cases, err := p.cases(ctx, lines, progress)
			if err != nil {
				return nil, err
			}
			for _, c := range cases {
				noted[c.ID] = c.Shown()
			}
			return p.wordMany(cases, copies, size, signs), nil
		},
	}, w, b.sheet)
}

// cases reads the issues of lines whole.
func (p *Press) cases(ctx context.Context, lines []app.Line, progress kit.Progress) ([]app.Case, error) {
	cases := make([]app.Case, 0, len(lines))
	for i, l := range lines {
		c, err := p.asks.Case(ctx, l.ID)
		if err != nil {
			return nil, err
		}
		if c.Veiled {
			continue
		}
		cases = append(cases, c)
		if i%25 == 24 {
			progress(i+1, len(lines))
		}
	}
	return cases, ctx.Err()
}

// restricted are those of cases that go to the manager.
func restricted(cases []app.Case) []app.Case {
	return slices.DeleteFunc(slices.Clone(cases), func(c app.Case) bool { return !c.Restricted() })
}

// wordMany words slips department by department, each with the list it signs in
// front, or as they come.
func (p *Press) wordMany(cases []app.Case, copies []reports.Copy, size reports.Size, signs bool) []reports.Document {
	f := p.facts(false)
	if !signs {
		return reports.Slips(f, cases, copies, size)
	}
	depts := map[app.DeptID]bool{}
	for _, c := range cases {
		if r, out := c.Current(); out {
			depts[r.Lead] = true
			for _, h := range c.Helping(r.N) {
				depts[h.Dept] = true
			}
		}
	}
	docs := reports.Slips(f, restricted(cases), copies, size) // the manager's own are on no list
	for _, d := range slices.Sorted(maps.Keys(depts)) {
		docs = append(docs, reports.DeptSlips(f, d, cases, copies, size)...)
	}
	return docs
}
