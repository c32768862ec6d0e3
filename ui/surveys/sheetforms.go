package surveys

import (
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// What the rules say about an act on a sheet, whatever its form would say.
func (t *sheetsPart) tryCorrect(one annual.Sheet) error {
	v := t.p.trial()
	_, err := v.Correct(annual.CorrectOrder{Stand: v.by, Sheet: one}, one, v.g, v.at)
	return err
}

func (t *sheetsPart) tryVoid(one annual.Sheet) error {
	v := t.p.trial()
	_, err := v.Void(annual.VoidOrder{Stand: v.by, No: one.No, Restore: one.Void}, one, v.g, v.at)
	return err
}

func (t *sheetsPart) tryBack(one annual.Sheet) error {
	v := t.p.trial()
	_, err := v.Back(annual.BackOrder{Stand: v.by, No: one.No}, one, v.g, v.at)
	return err
}

func (t *sheetsPart) trySort(one annual.Sheet) error {
	v := t.p.trial()
	_, err := v.Sort(annual.SortOrder{Stand: v.by, No: one.No}, one, v.g, v.at)
	return err
}

// sheetForm is the form of an act on one sheet.
func (t *sheetsPart) sheetForm(name string, one annual.Sheet, columns int) *form {
	s, words := t.p.s, t.p.s.Say("surveys."+name)
	f := newForm(s, seat.FormName("survey", t.p.seen.survey.ID, name, one.No), s.Dotted(words, strconv.Itoa(one.No)), words, columns)
	f.Said = func(annual.Move) string { return s.Say("meetings.done", s.Dotted(words, strconv.Itoa(one.No))) }
	return f
}

// sheetStand does not stand on the version of the survey: sheets come in all the time.
func (t *sheetsPart) sheetStand() annual.Stand {
	return annual.Stand{Survey: t.p.id, By: t.p.s.Staff.ID}
}

// voidForm takes a sheet out of what counts, or back into it.
func (t *sheetsPart) voidForm(one annual.Sheet) *form {
	name := "void"
	if one.Void {
		name = "restore"
	}
	f := t.sheetForm(name, one, 1)
	f.Tell(t.p.s.Say("surveys.because." + name))
	why := f.Area("reason", 4, 1)
	f.Order = func() doing {
		return seat.Ask(t.p.desk.Void, annual.VoidOrder{Stand: t.sheetStand(), No: one.No, Restore: one.Void, Why: why.Value()})
	}
	return f
}

// backForm notes what asking a household again came to.
func (t *sheetsPart) backForm(one annual.Sheet) *form {
	s := t.p.s
	f := t.sheetForm("back", one, 1)
	f.Tell(s.Say("surveys.back.tell"))
	found := kit.NewRadios([]annual.BackCheck{annual.Confirmed, annual.Differs}, func(b annual.BackCheck) string { return say.BackCheck(s.Voice, b) })
	found.SetValue(one.Back)
	f.Add("found", found, 1)
	note := f.Area("note", 3, 1)
	note.SetText(one.BackNote)
	f.Order = func() doing {
		return seat.Ask(t.p.desk.Back, annual.BackOrder{Stand: t.sheetStand(), No: one.No, Found: found.Value(), Note: note.Value()})
	}
	return f
}

// sortForm reads what a sheet says in words: what it is about, and what of it may be
// printed.
func (t *sheetsPart) sortForm(one annual.Sheet) *form {
	s, q := t.p.s, t.seen.survey.Questionnaire
	f := t.sheetForm("sort.this", one, 1)
	f.Width = seat.SheetWide
	for i, text := range one.Open {
		if text != "" && i < len(q.Open) {
			f.Form.AddRow(kit.Small(say.OpenText(s.Voice, q, q.Open[i].Code)))
			f.Form.AddRow(kit.Flush(kit.Wrapped(text)))
		}
	}
	codes := make([]string, len(q.Dimensions))
	for i, d := range q.Dimensions {
		codes[i] = d.Code
	}
	topics := kit.NewTicks(codes, func(c string) string { return say.DimensionText(s.Voice, q, c) }, 3)
	topics.Choose(one.Topics)
	f.Add("topics", topics.Root, 1)
	quote := kit.Area(4, app.LongestText)
	quote.SetText(t.quoteOf(one))
	f.Add("quote", quote, 1).SetHint(s.Say("surveys.quote.hint"))
	quoted := kit.Check(s.Say("surveys.quoted"), nil)
	quoted.SetChecked(one.Quoted)
	f.Form.Add("quoted", kit.NewField("", quoted, ""), 1)
	f.Order = func() doing {
		return seat.Ask(t.p.desk.Sort, annual.SortOrder{Stand: t.sheetStand(), No: one.No, Topics: topics.Chosen(), Quote: quote.Value(), Quoted: quoted.Checked})
	}
	return f
}

// quoteOf is what was kept of the words, or the proposal: without rooms and phones,
// and with our own people behind their departments.
func (t *sheetsPart) quoteOf(one annual.Sheet) string {
	if one.Quote != "" {
		return one.Quote
	}
	return reports.Quotable(t.p.s.PaperVoice(), one.Said())
}

// sortNext goes through the words that nobody read yet, one after the other.
func (t *sheetsPart) sortNext(rest []annual.Sheet) {
	if len(rest) == 0 {
		t.p.s.Says(kit.Good, t.p.s.Say("surveys.sort.done"))
		return
	}
	f := t.sortForm(rest[0])
	f.Tell(t.p.s.Count("surveys.sort.left", len(rest)-1))
	f.Kept = func(annual.Move) { t.sortNext(rest[1:]) }
	t.p.ask(f)
}
