package surveys

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// open shows one sheet with what was done to it.
func (t *sheetsPart) open(no int) {
	p := t.p
	kit.Do(p.s.Tasks, func(ctx context.Context) (annual.Sheet, error) { return p.asks.Sheet(ctx, p.id, no) }, func(one annual.Sheet, err error) {
		if err != nil {
			p.s.Fail(nil, err)
			return
		}
		t.showSheet(one)
	})
}

// showSheet lays one sheet over the page, and what can be done with it.
func (t *sheetsPart) showSheet(one annual.Sheet) {
	s := t.p.s
	var sheet *kit.Sheet
	then := func(do func()) func() {
		return func() {
			sheet.Close()
			do()
		}
	}
	body := container.NewVBox(t.acts(one, then), kit.Gap(1, 2), t.facts(one), kit.Gap(1, 2), t.answers(one), t.words(one), t.changes(one))
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{Title: s.Say("surveys.sheet.title", strconv.Itoa(one.No)), Primary: s.Say("surveys.correct"), Cancel: s.Say("surveys.sheet.close")},
		seat.SheetFull, kit.Padded(3, 2, body), then(func() { t.p.Key(KeyPaper, one.No) }))
	if bar(t.tryCorrect(one)) != nil {
		sheet.SetBusy(true)
	}
	sheet.Open()
	sheet.FocusOn(sheet.Cancel)
}

// acts are the lesser things that can be done with a sheet.
func (t *sheetsPart) acts(one annual.Sheet, then func(func()) func()) fyne.CanvasObject {
	s, row := t.p.s, container.NewHBox(kit.Middle(t.chips(one)))
	add := func(may error, key string, icon fyne.Resource, make func(annual.Sheet) *form) {
		if bar(may) == nil {
			row.Add(kit.Button(s.Say(key), icon, then(func() { t.p.ask(make(one)) })))
		}
	}
	if one.Said() != "" {
		add(t.trySort(one), "surveys.sort.this", theme.DocumentIcon(), t.sortForm)
	}
	add(t.tryBack(one), "surveys.back", theme.AccountIcon(), t.backForm)
	if one.Void {
		add(t.tryVoid(one), "surveys.restore", theme.ViewRefreshIcon(), t.voidForm)
	} else {
		add(t.tryVoid(one), "surveys.void", theme.CancelIcon(), t.voidForm)
	}
	return row
}

// chips say how the sheet stands.
func (t *sheetsPart) chips(one annual.Sheet) fyne.CanvasObject {
	s, row := t.p.s, container.NewHBox()
	if words := flagWords(s.Voice, one); words != "" {
		row.Add(kit.Chip(kit.Warn, words))
	}
	switch {
	case one.Void:
		row.Add(kit.Chip(kit.Plain, s.Say("surveys.flag.void")))
	case !one.Counts():
		row.Add(kit.Chip(kit.Bad, s.Say("surveys.sheets.left-out")))
	}
	if one.Back != annual.Unchecked {
		row.Add(kit.Chip(backTone(one.Back), say.BackCheck(s.Voice, one.Back)))
	}
	return row
}

// facts is how the sheet came.
func (t *sheetsPart) facts(one annual.Sheet) fyne.CanvasObject {
	s, box := t.p.s, container.NewVBox()
	second, void := "", ""
	if one.Second != "" {
		second = s.Dotted(s.Voice.Staff(one.SecondBy), s.Count("surveys.second.off", len(one.Off())))
	}
	if one.Void {
		void = s.Dotted(s.Voice.Staff(one.VoidBy), one.Why)
	}
	seconds := ""
	if one.Seconds > 0 {
		seconds = s.Count("surveys.seconds", one.Seconds)
	}
	facts(s, box, 4, pair{"stratum", t.stratum(one)}, pair{"mode", say.Code(s.Voice, one.Mode)}, pair{"filled", dayWords(one.Filled)}, pair{"since", say.Code(s.Voice, one.Since)},
		pair{"keyed", s.Dotted(one.Keyed.String(), s.Voice.Staff(one.By))}, pair{"interviewer", s.Voice.Staff(one.Asked)}, pair{"file", one.File}, pair{"took", seconds},
		pair{"second-by", second}, pair{"back-by", s.Dotted(s.Voice.Staff(one.BackBy), one.BackNote)}, pair{"void-by", void})
	return box
}

// answers are all answers as they were numbered on paper, in two columns.
func (t *sheetsPart) answers(one annual.Sheet) fyne.CanvasObject {
	s, q := t.p.s, t.seen.survey.Questionnaire
	var rows []fyne.CanvasObject
	off := map[int]bool{}
	for _, i := range one.Off() {
		off[i] = true
	}
	for n, i := range paperOrder(q) {
		words, role := markTold(s, one.Marks[i]), kit.Body
		if off[i] {
			words, role = s.Say("surveys.second.both", words, markTold(s, one.Second[i])), kit.InkOf(kit.Warn)
		}
		rows = append(rows, kit.Row(kit.Columns{26, 0, 150}, kit.NewCell(strconv.Itoa(n+1), kit.SizeSmall, kit.Quiet, false),
			kit.NewCell(say.ItemText(s.Voice, q, q.Asked()[i]), kit.SizeBody, kit.Body, false), kit.NewCell(words, kit.SizeBody, role, true)))
	}
	if q.Recommend {
		score := s.Say("surveys.mark.blank")
		if one.Recommend != annual.NoRecommendation {
			score = strconv.Itoa(one.Recommend)
		}
		rows = append(rows, kit.Row(kit.Columns{26, 0, 150}, kit.Gap(0, 0), kit.NewCell(s.Say("surveys.recommend"), kit.SizeBody, kit.Body, false), kit.NewCell(score, kit.SizeBody, kit.Body, true)))
	}
	half := (len(rows) + 1) / 2 // read down, as on paper
	return container.NewGridWithColumns(2, container.NewVBox(rows[:half]...), container.NewVBox(rows[half:]...))
}

// dayWords is a day; nothing where it does not say.
func dayWords(d workday.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// markTold is a mark in figures and words.
func markTold(s *seat.Seat, m byte) string {
	switch m {
	case annual.Blank:
		return s.Say("surveys.mark.blank")
	case annual.DontKnow:
		return s.Say("surveys.mark.unknown")
	}
	return s.Say("surveys.mark.told", string(m), s.Say("paper.survey.mark."+string(m)))
}

// words are the choices and what was said in words, under the veil.
func (t *sheetsPart) words(one annual.Sheet) fyne.CanvasObject {
	s, q, box := t.p.s, t.seen.survey.Questionnaire, container.NewVBox(kit.Gap(1, 4))
	if len(one.Choices) > 0 {
		var all []string
		for _, c := range one.Choices {
			all = append(all, say.ChoiceText(s.Voice, q, c))
		}
		box.Add(kit.Muted(s.Say("surveys.keying.choices", q.MostChosen)))
		box.Add(kit.Flush(kit.Wrapped(s.List(all))))
	}
	for i, text := range one.Open {
		if text != "" && i < len(q.Open) {
			box.Add(kit.Muted(say.OpenText(s.Voice, q, q.Open[i].Code)))
			box.Add(kit.Flush(kit.Wrapped(text)))
		}
	}
	if one.Quote != "" {
		head := s.Say("surveys.quote.kept")
		if one.Quoted {
			head = s.Say("surveys.quote.printed")
		}
		box.Add(kit.Muted(s.Dotted(head, t.topics(one))))
		box.Add(kit.Flush(kit.Wrapped(one.Quote)))
	}
	return box
}

func (t *sheetsPart) topics(one annual.Sheet) string {
	var all []string
	for _, code := range one.Topics {
		all = append(all, say.DimensionText(t.p.s.Voice, t.seen.survey.Questionnaire, code))
	}
	return strings.Join(all, t.p.s.Say("intake.between"))
}

// changes are the corrections of the sheet, the newest last.
func (t *sheetsPart) changes(one annual.Sheet) fyne.CanvasObject {
	s, box := t.p.s, container.NewVBox()
	for _, c := range one.Changes {
		box.Add(kit.Line())
		box.Add(kit.Small(s.Dotted(c.At.String(), s.Voice.Staff(c.By), c.Why)))
		for _, d := range c.Diffs {
			box.Add(kit.Small(t.difference(d)))
		}
	}
	return box
}

// difference words one change of a sheet: marks item by item.
func (t *sheetsPart) difference(d app.Difference) string {
	s, q := t.p.s, t.seen.survey.Questionnaire
	if d.Field != "marks" || len(d.Old) != len(d.New) {
		return s.Say("act.changed", label(s.Voice, d.Field), t.value(d.Field, d.Old), t.value(d.Field, d.New))
	}
	var all []string
	for i := range d.Old {
		if d.Old[i] != d.New[i] && i < len(q.Asked()) {
			all = append(all, s.Say("act.changed", say.ItemText(s.Voice, q, q.Asked()[i]), markTold(s, d.Old[i]), markTold(s, d.New[i])))
		}
	}
	return strings.Join(all, "\n")
}

// value is one side of a change; what is a code is said in words.
func (t *sheetsPart) value(field, v string) string {
	s, h := t.p.s, t.seen.survey.Head
	if v == "" {
		return s.Say("number.none")
	}
	switch field {
	case "stratum":
		if n, err := strconv.Atoi(v); err == nil && n < len(h.Strata) {
			return stratumWords(s.Voice, h.Strata[n])
		}
	case "mode", "since":
		return say.Code(s.Voice, v)
	case "asked", "void-by":
		if n, err := strconv.Atoi(v); err == nil {
			return s.Voice.Staff(app.StaffID(n))
		}
	}
	return v
}
