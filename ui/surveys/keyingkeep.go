package surveys

import (
	"slices"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// keep keeps the sheet, once every line was answered or left empty on purpose.
func (k *Keying) keep() {
	if row := k.gap(); row >= 0 {
		k.s.Focus(k.marks)
		k.marks.Go(row)
		k.say(kit.Bad, k.s.Say("surveys.keying.gap", k.keysOf(row)))
		return
	}
	switch {
	case k.apart != nil:
		k.settle()
	case k.how == KeySecond:
		k.compare()
	case k.there:
		k.because()
	default:
		k.enter()
	}
}

// gap is the first line that was not keyed, or may not be empty: -1 for none.
func (k *Keying) gap() int {
	for row, l := range k.lines {
		if k.marks.Empty(row) && (l.asks == asksArea || l.asks == asksOwner) {
			return row
		}
	}
	return k.marks.Open()
}

func (k *Keying) stand() annual.Stand { return annual.Stand{Survey: k.id, By: k.s.Staff.ID} }

// enter gives a new sheet to the desk.
func (k *Keying) enter() {
	k.send(seat.Ask(k.desk.Enter, annual.EnterOrder{Stand: k.stand(), Sheet: k.written()}))
}

// send sends the sheet, and lets the next number be entered meanwhile.
func (k *Keying) send(do doing) {
	k.sending = true
	k.unmarked()
	k.marks.Disable()
	k.save.Disable()
	k.number.Enable()
	k.number.SetText("")
	k.s.Focus(k.number)
	kit.Do(k.s.Tasks, do, k.entry)
}

// entry shows what became of a sheet: it is kept and the next may come, or it stays
// as it was typed.
func (k *Keying) entry(m annual.Move, err error) {
	k.sending = false
	if err != nil {
		k.unsent(err)
		return
	}
	if k.how == KeySecond {
		k.seconded()
	}
	for _, one := range m.Sheets {
		k.kept = slices.DeleteFunc(k.kept, func(was annual.Sheet) bool { return was.No == one.No })
		k.kept = append(k.kept, one)
	}
	k.forget()
	if k.only != 0 {
		k.s.Says(kit.Good, k.s.Say("surveys.keying.kept", strconv.Itoa(k.only)))
		k.Back()
		return
	}
	k.done()
	for _, one := range m.Sheets {
		k.say(kit.Good, k.s.Say("surveys.keying.kept", strconv.Itoa(one.No)))
	}
	if next := k.next; next != "" {
		k.next = ""
		k.entered(next)
		return
	}
	k.s.Focus(k.number)
}

// seconded takes the sheet off those that wait, and asks for all items again.
func (k *Keying) seconded() {
	k.waiting = slices.DeleteFunc(k.waiting, func(no int) bool { return no == k.sheet.No })
	if k.apart != nil {
		k.fill()
		k.marks.SetEnd(k.s.Say("surveys.keying.end." + string(k.how)))
	}
}

// because asks why a sheet that is there is changed, and changes it.
func (k *Keying) because() {
	s, one := k.s, k.written()
	words := s.Say("surveys.correct")
	f := newForm(s, seat.FormName("survey", k.stand().Survey, "because", one.No), s.Dotted(words, strconv.Itoa(one.No)), words, 1)
	why := f.Area("reason", 3, 1)
	why.SetText(s.Say("surveys.correct.typo"))
	f.Order = func() doing {
		return seat.Ask(k.desk.Correct, annual.CorrectOrder{Stand: k.stand(), Sheet: one, Why: why.Value()})
	}
	f.Said = func(annual.Move) string { return s.Say("surveys.corrected", strconv.Itoa(one.No)) }
	f.Kept = func(m annual.Move) {
		k.number.SetText("")
		k.entry(m, nil)
	}
	f.Show()
}

// apart are both keyings of a sheet where they differ.
type apart struct {
	second string // all marks of the second
	items  []int  // where they differ
}

// compare holds the second keying against the first. Alike, it is kept at once;
// else it is decided item by item what the paper says.
func (k *Keying) compare() {
	second := k.written().Marks
	a := &apart{second: second}
	for i := range second {
		if second[i] != k.sheet.Marks[i] {
			a.items = append(a.items, i)
		}
	}
	if len(a.items) == 0 {
		k.second(second, second)
		return
	}
	k.apart = a
	s, q, order := k.s, k.head.Questionnaire, paperOrder(k.head.Questionnaire)
	var asked []kit.Asked
	k.lines = nil
	for _, i := range a.items {
		words := s.Say("surveys.second.apart", say.ItemText(s.Voice, q, q.Asked()[i]), k.markWords(k.sheet.Marks[i]), k.markWords(second[i]))
		k.lines = append(k.lines, line{asksItem, i})
		asked = append(asked, kit.Asked{Aside: strconv.Itoa(slices.Index(order, i) + 1), Words: words, Marks: fives})
	}
	k.rest() // the second keying stays as it was written down
	k.marks.Ask(asked)
	k.marks.SetEnd(s.Say("surveys.second.end"))
	k.say(kit.Warn, s.Count("surveys.second.differs", len(a.items)))
	k.s.Focus(k.marks)
	k.remember()
}

// markWords is a mark as it is told.
func (k *Keying) markWords(m byte) string {
	switch m {
	case annual.Blank:
		return k.s.Say("surveys.mark.blank")
	case annual.DontKnow:
		return k.s.Say("surveys.mark.unknown")
	}
	return string(m)
}

// settle keeps the second keying, and what was found to be right.
func (k *Keying) settle() {
	right := []byte(k.apart.second)
	for row, i := range k.apart.items {
		right[i] = mark(k.marks.Marked(row))
	}
	k.second(k.apart.second, string(right))
}

// second keeps a second keying; where the first is found wrong, it is corrected.
func (k *Keying) second(marks, right string) {
	first, why := k.sheet, k.s.Say("surveys.second.why")
	k.send(seat.Ask(k.desk.Second, annual.SecondOrder{Stand: k.stand(), No: first.No, Marks: marks, Right: right, Why: why}))
}
