package printing

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Dialog asks how one issue is to be printed.
type Dialog struct {
	press *Press
	of    app.Case
	all   []document
	lane  *kit.Lane

	form   *kit.Form
	what   *kit.Choice[document]
	copies map[reports.Copy]*kit.Tick
	size   *kit.Radios[reports.Size]
	open   *kit.Tick
	reason *kit.TextArea
	warned fyne.CanvasObject
	lacks  *kit.Phrase
	sheet  *kit.Sheet
}

const longestReason = 200

// One asks how an issue is to be printed; what is the document begun with.
func (p *Press) One(c app.Case, what string) *Dialog {
	d := &Dialog{press: p, of: c, all: documents(p.seat, c), lane: kit.NewLane(p.seat.Tasks, 0), copies: map[reports.Copy]*kit.Tick{}}
	if len(d.all) == 0 {
		p.seat.Says(kit.Warn, p.seat.Say("print.none"))
		return d
	}
	d.build()
	if !d.what.Pick(func(o document) bool { return o.what == what }) {
		d.what.Pick(func(document) bool { return true })
	}
	d.chosen()
	d.sheet.Open()
	return d
}

func (d *Dialog) build() {
	s := d.press.seat
	d.form = kit.NewForm(2)
	d.what = kit.NewChoice(d.all, func(o document) string { return o.label })
	d.what.OnChanged = func(document) { d.chosen() }
	ticks := container.NewVBox()
	for _, c := range reports.Copies {
		d.copies[c] = kit.Check(s.Say("press.copy."+copyNames[c]), func(bool) { d.look() })
		d.copies[c].SetChecked(c != reports.CopyOwner || s.Ground.MayReveal(s.Staff.ID))
		ticks.Add(d.copies[c])
	}
	d.size = sizes(d.press)
	d.open = kit.Check(s.Say("press.open"), func(on bool) { d.form.ShowField("reason", on); d.look() })
	d.reason = kit.Area(2, longestReason)
	d.lacks = kit.Text("", kit.SizeBody, kit.InkOf(kit.Warn), false)
	d.form.Add("document", kit.NewField(s.Say("press.what"), d.what, ""), 2)
	d.form.Add("copies", kit.NewField(s.Say("press.copies"), ticks, ""), 2)
	d.form.Add("size", kit.NewField(s.Say("press.size"), d.size, ""), 2)
	d.form.AddRow(d.open)
	d.form.Add("reason", kit.NewField(s.Say("press.reason"), d.reason, s.Say("press.reason.hint")), 2)
	d.form.ShowField("reason", false)
	d.warned = kit.Note(kit.Warn, d.lacks)
	d.warned.Hide()
	d.form.AddRow(d.warned)
	d.form.AddRow(d.press.others(func(w app.Way) { d.send(w) }))
	d.sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("press.title"), Primary: s.Say("press.print"), Cancel: s.Say("press.cancel"), Draft: seat.FormName("print", d.of.ID),
	}, 520, d.form, func() { d.send(app.WaySent) })
	d.sheet.Primary.SetIcon(theme.DocumentPrintIcon())
}

// others are the ways besides the printer.
func (p *Press) others(send func(app.Way)) fyne.CanvasObject {
	s := p.seat
	return container.NewHBox(
		kit.Button(s.Say("press.preview"), theme.VisibilityIcon(), func() { send(app.WayOpened) }),
		kit.Button(s.Say("press.save"), theme.DocumentSaveIcon(), func() { send(app.WaySaved) }))
}

func sizes(p *Press) *kit.Radios[reports.Size] {
	r := kit.NewRadios([]reports.Size{reports.A4, reports.A5}, func(z reports.Size) string {
		if z == reports.A5 {
			return p.seat.Say("press.size.a5")
		}
		return p.seat.Say("press.size.a4")
	})
	r.SetValue(reports.A4)
	return r
}

var copyNames = map[reports.Copy]string{reports.CopyDesk: "desk", reports.CopyDept: "dept", reports.CopyOwner: "owner"}

// chosen shows what the chosen document can be asked.
func (d *Dialog) chosen() {
	o := d.what.Value()
	d.form.ShowField("copies", len(o.copies) > 0)
	d.form.ShowField("size", o.sized)
	for c, tick := range d.copies {
		if tick.Hide(); has(o.copies, c) {
			tick.Show()
		}
	}
	d.look()
}

func has(copies []reports.Copy, c reports.Copy) bool {
	for _, have := range copies {
		if have == c {
			return true
		}
	}
	return false
}

// wanted are the copies ticked; a document without copies has one.
func (d *Dialog) wanted() []reports.Copy {
	o := d.what.Value()
	if len(o.copies) == 0 {
		return []reports.Copy{reports.CopyDesk}
	}
	var want []reports.Copy
	for _, c := range o.copies {
		if d.copies[c].Checked {
			want = append(want, c)
		}
	}
	return want
}

// word words the copies wanted.
func (d *Dialog) word() []reports.Document {
	o, size, f := d.what.Value(), d.size.Value(), d.press.facts(d.open.Checked)
	var docs []reports.Document
	for _, c := range d.wanted() {
		docs = append(docs, o.word(f, c, size))
	}
	return docs
}

// look says before printing which characters paper lacks.
func (d *Dialog) look() {
	if d.sheet == nil {
		return
	}
	docs := d.word()
	kit.Latest(d.lane, func(context.Context) ([]rune, error) { return reports.Missing(docs...), nil }, func(runes []rune, _ error) {
		if d.warned.Hide(); len(runes) > 0 {
			d.lacks.SetText(d.press.seat.Say("intake.missing", spell(d.press.seat, runes)))
			d.warned.Show()
		}
		d.form.Refresh()
	})
}

// send prints, or shows, or saves what is chosen.
func (d *Dialog) send(w app.Way) {
	s := d.press.seat
	d.form.Clear()
	docs := d.word()
	reason := ""
	switch {
	case len(docs) == 0:
		d.form.Fail("copies", s.Say("press.copies.missing"))
		return
	case d.open.Checked && d.reason.Value() == "":
		d.form.Fail("reason", s.Say("fault.reason.missing"))
		return
	case d.open.Checked:
		reason = d.reason.Value()
	}
	names := make([]string, 0, len(docs))
	for _, c := range d.wanted() {
		names = append(names, s.Say("press.copy.short."+copyNames[c]))
	}
	d.press.run(job{
		name: d.what.Value().number, noted: map[app.IssueID]string{d.of.ID: d.what.Value().number}, copies: strings.Join(names, " "), reason: reason,
		word: func(context.Context, kit.Progress) ([]reports.Document, error) { return docs, nil },
	}, w, d.sheet)
}
