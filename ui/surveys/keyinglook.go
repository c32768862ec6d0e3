package surveys

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// keyingLook are the pieces of Keying that are looked at.
type keyingLook struct {
	number *kit.Scan
	mode   *kit.Choice[annual.Mode]
	asked  *kit.Choice[app.StaffID]
	filled *kit.DateField
	form   *fyne.Container // of the four
	count  *kit.Phrase
	says   *kit.Cell
	mend   *kit.Push    // opens a number that is there
	again  annual.Sheet // which one
	prompt *kit.Prose   // what is read out on the telephone
	marks  *kit.Marks
	lines  []line // what the lines of marks ask for
	open   []*kit.TextArea
	below  []*kit.Cell           // what is wrong with them
	fields map[string]*kit.Field // of form, by what a fault calls them
	opens  *fyne.Container
	save   *kit.Push
	list   *kit.Table // kept in this sitting, or waiting for a second keying
}

// build lays the form out.
func (k *Keying) build() {
	s := k.s
	k.number = kit.NewScan("")
	k.number.OnEnter, k.number.OnUp = k.entered, k.last
	k.count, k.says = kit.Text("", kit.SizeBody, kit.Quiet, false), kit.NewCell("", kit.SizeBody, kit.Quiet, false)
	k.mend = kit.Link(s.Say("surveys.keying.mend"), func() { k.correct(k.again) })
	k.prompt = kit.Wrapped("")
	k.marks = kit.NewMarks(s.Say("surveys.keying.end." + string(k.how)))
	k.marks.OnEnd, k.marks.OnRefused = k.keep, k.refused
	k.marks.OnMark, k.marks.OnMove = func(int) { k.hush() }, func(int) { k.read() }
	k.form, k.opens = container.NewGridWithColumns(4), container.NewVBox()
	k.save = kit.Primary(kit.WithShortcut(s.Say("surveys.keying.keep"), kit.Shortcut(fyne.KeyReturn)), theme.ConfirmIcon(), k.keep)
	k.list = k.listTable()
	k.Root = kit.Page(container.NewBorder(container.NewVBox(k.headLine(), k.form), nil, nil, nil, kit.Split(k.marksCard(), k.side(), 300, 900)))
}

func (k *Keying) headLine() fyne.CanvasObject {
	title := container.NewHBox(kit.Title(k.s.Say("surveys.keying.title."+string(k.how))), kit.Gap(4, 1), kit.Middle(k.count))
	back := kit.Button(k.s.Say("surveys.keying.back"), nil, func() { k.Back() })
	return container.NewBorder(nil, nil, title, container.NewHBox(back, k.save))
}

// marksCard is what is said, the lines, and which key does what.
func (k *Keying) marksCard() fyne.CanvasObject {
	top := container.NewVBox(container.NewBorder(nil, nil, nil, k.mend, kit.Middle(k.says)), kit.Gap(1, 2))
	if k.how == KeyPhone {
		top.Add(kit.Note(kit.Info, kit.Flush(k.prompt)))
		top.Add(kit.Gap(1, 2))
	}
	return kit.Card(container.NewBorder(top, container.NewVBox(kit.Gap(1, 2), kit.Small(k.s.Say("surveys.keying.legend"))), nil, nil, k.marks))
}

// side is the open answers, and what was kept.
func (k *Keying) side() fyne.CanvasObject {
	if k.how == KeyPhone {
		return k.opens
	}
	list := kit.CardTitled(k.s.Say("surveys.keying.list."+string(k.how)), k.list)
	if k.how == KeySecond {
		return list
	}
	return container.NewBorder(k.opens, nil, nil, nil, list)
}

func (k *Keying) listTable() *kit.Table {
	s := k.s
	columns := []kit.Column{{Title: s.Say("surveys.col.sample"), Width: 84}, {Title: s.Say("surveys.col.answered"), Width: 60, Right: true}, {Title: s.Say("surveys.col.flags")}}
	if k.how == KeySecond {
		columns = columns[:1]
	}
	t := kit.NewTable(kit.RowDense, columns...).OneClick()
	if k.how == KeySecond {
		t.WhenEmpty(kit.Empty(theme.ConfirmIcon(), s.Say("surveys.second.none"), "", nil))
	}
	t.OnOpen = k.pick
	return t
}

// pick opens what the list at the side shows.
func (k *Keying) pick(i int) {
	switch {
	case k.sheet.No != 0:
	case k.how == KeySecond:
		k.seek(k.waiting[i])
	default:
		k.recall(k.kept[len(k.kept)-1-i].No)
	}
}

// fill asks for what this survey asks.
func (k *Keying) fill() {
	s, h := k.s, k.head
	if k.how != KeySecond && k.mode == nil {
		k.mode, k.asked, k.filled = kit.NewChoice(h.Plan.Modes, func(m annual.Mode) string { return say.Code(s.Voice, m) }), k.askers(), kit.NewDateField(s.Dates())
		kit.SetValue(k.mode, annual.Paper)
		if k.how == KeyPhone {
			kit.Hold(k.mode, annual.Phone)
			kit.Hold(k.asked, s.Staff.ID)
			k.filled.SetValue(workday.DayOf(s.Here(s.Now())))
		}
	}
	k.form.Objects = k.fieldsOf()
	if k.mode != nil {
		k.fillOpen()
	}
	k.form.Refresh()
	var asked []kit.Asked
	k.lines, asked = k.linesOf()
	k.marks.Ask(asked)
}

// askers are who may have asked: the interviewers of the plan, or everybody.
func (k *Keying) askers() *kit.Choice[app.StaffID] {
	if len(k.head.Plan.Interviewers) == 0 {
		return k.s.StaffChoice(k.s.Staff.Dept)
	}
	c := kit.NewChoice(append([]app.StaffID{0}, k.head.Plan.Interviewers...), func(id app.StaffID) string {
		if id == 0 {
			return k.s.Say("number.none")
		}
		return k.s.Voice.Staff(id)
	})
	kit.SetValue(c, 0)
	return c
}

// fillOpen has a field for each open question.
func (k *Keying) fillOpen() {
	k.open, k.below = nil, nil
	k.opens.RemoveAll()
	box := container.NewVBox()
	for _, o := range k.head.Questionnaire.Open {
		area := kit.Area(3, annual.LongestOpen)
		k.open = append(k.open, area)
		k.below = append(k.below, kit.NewCell("", kit.SizeSmall, kit.InkOf(kit.Bad), false))
		box.Add(container.NewVBox(kit.Small(say.OpenText(k.s.Voice, k.head.Questionnaire, o.Code)), area, k.below[len(k.below)-1]))
	}
	if len(k.open) > 0 {
		k.opens.Objects = []fyne.CanvasObject{kit.Card(box), kit.Gap(1, 4)}
		k.opens.Refresh()
	}
}

// clear empties the form but for how, by whom and when.
func (k *Keying) clear() {
	k.marks.Clear()
	k.marks.Disable()
	for _, area := range k.open {
		area.SetText("")
		area.Disable()
	}
	k.number.Enable()
	k.save.Disable()
	k.counted()
	k.hush()
	k.read()
}

// opened lets a sheet be filled in.
func (k *Keying) opened() {
	k.number.Disable()
	k.marks.Enable()
	k.save.Enable()
	for _, area := range k.open {
		area.Enable()
	}
	k.hush()
	k.read()
}

// counted says how much was kept, and what.
func (k *Keying) counted() {
	s := k.s
	if k.how == KeySecond {
		k.count.SetText(s.Count("surveys.second.waiting", len(k.waiting)))
	} else {
		k.count.SetText(s.Say("surveys.keying.count", len(k.kept), k.today+len(k.kept)))
	}
	k.list.Refill(k)
}

// Count is how many rows the list at the side has.
func (k *Keying) Count() int {
	if k.how == KeySecond {
		return len(k.waiting)
	}
	return len(k.kept)
}

// At words one row of it, what was kept last on top.
func (k *Keying) At(i int) []kit.Piece {
	s := k.s
	if k.how == KeySecond {
		return []kit.Piece{kit.SaidBold(strconv.Itoa(k.waiting[i]))}
	}
	one := k.kept[len(k.kept)-1-i]
	return []kit.Piece{kit.SaidBold(strconv.Itoa(one.No)), kit.Said(answeredWords(s.Voice, one)), flagPiece(s.Voice, one)}
}

// say tells something above the lines.
func (k *Keying) say(t kit.Tone, words string) {
	k.says.Set(words, kit.InkOf(t), t == kit.Bad)
	k.mend.Hide()
}

// hush says which sheet is keyed, in place of what was wrong.
func (k *Keying) hush() {
	s := k.s
	switch {
	case !k.filling():
		k.say(kit.Plain, s.Say("surveys.keying.waits"))
	case k.there:
		k.say(kit.Warn, s.Say("surveys.keying.correcting", strconv.Itoa(k.sheet.No)))
	case k.sheet.No == 0:
		k.say(kit.Plain, s.Say("surveys.keying.free"))
	default:
		k.say(kit.Plain, s.Say("surveys.keying.sheet", strconv.Itoa(k.sheet.No), stratumWords(s.Voice, k.head.Strata[k.sheet.Stratum])))
	}
}

// offer lets a number that is there be corrected.
func (k *Keying) offer(one annual.Sheet) {
	k.again = one
	k.mend.Show()
}

// refused says why a key did nothing.
func (k *Keying) refused(row int, why kit.Refusal) {
	s := k.s
	words := ""
	switch why {
	case kit.TooMany:
		words = s.Say("surveys.keying.too-many", k.most())
	case kit.AtTheEnd:
		words = s.Say("surveys.keying.at-end")
	default:
		words = s.Say("surveys.keying.keys", k.keysOf(row))
	}
	k.say(kit.Bad, words)
}
