package surveys

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// line is what one line of marks asks for.
type line struct {
	asks asks
	item int // place in Questionnaire.Asked
}

// asks is the kind of a question on a sheet.
type asks string

// What is asked, in the order of the paper. Area and kind of owner are asked for
// only where nothing is drawn: else the number tells them.
const (
	asksSince     asks = "since"
	asksArea      asks = "area"
	asksOwner     asks = "owner"
	asksItem      asks = "item"
	asksRecommend asks = "recommend"
	asksChoices   asks = "choices"
)

// fives are the answers to an item, in the order of the paper.
var fives = []kit.Mark{{Keys: "5"}, {Keys: "4"}, {Keys: "3"}, {Keys: "2"}, {Keys: "1"}, {Keys: "0"}}

// lister gathers the lines of a form.
type lister struct {
	lines []line
	asked []kit.Asked
}

func (l *lister) add(of line, a kit.Asked) {
	l.lines, l.asked = append(l.lines, of), append(l.asked, a)
}

// linesOf are the lines of the questionnaire; a second keying goes over the items
// only.
func (k *Keying) linesOf() ([]line, []kit.Asked) {
	s, q, l := k.s, k.head.Questionnaire, &lister{}
	whole := k.how != KeySecond
	if whole {
		l.add(line{asks: asksSince}, kit.Asked{Words: label(s.Voice, "since"), Marks: codeMarks(s.Voice, annual.Sinces)})
	}
	if whole && k.head.Plan.Convenience {
		l.add(line{asks: asksArea}, kit.Asked{Words: label(s.Voice, "area"), Marks: areaMarks(k.head)})
		l.add(line{asks: asksOwner}, kit.Asked{Words: label(s.Voice, "owner"), Marks: codeMarks(s.Voice, annual.OwnerKinds)})
	}
	order := paperOrder(q)
	for n, i := range order {
		l.add(line{asksItem, i}, kit.Asked{Aside: strconv.Itoa(n + 1), Words: say.ItemText(s.Voice, q, q.Asked()[i]), Marks: fives})
	}
	number := len(order) + 1
	if whole && q.Recommend {
		l.add(line{asks: asksRecommend}, kit.Asked{Aside: strconv.Itoa(number), Words: s.Say("surveys.recommend"), Marks: tens()})
		number++
	}
	if whole && len(q.Choices) > 0 {
		l.add(line{asks: asksChoices}, kit.Asked{Aside: strconv.Itoa(number), Words: s.Say("surveys.keying.choices", q.MostChosen), Most: q.MostChosen, Marks: k.choiceMarks()})
	}
	return l.lines, l.asked
}

// paperOrder are places in Questionnaire.Asked in the order in which they are
// printed: the overall one, then by dimension.
func paperOrder(q annual.Questionnaire) (all []int) {
	codes := q.Asked()
	if q.Overall {
		all = append(all, 0)
	}
	for _, d := range q.Dimensions {
		for _, i := range q.Items {
			if i.Dimension == d.Code {
				all = append(all, slices.Index(codes, i.Code))
			}
		}
	}
	return all
}

func tens() (all []kit.Mark) {
	for i := range 11 {
		all = append(all, kit.Mark{Keys: strconv.Itoa(i)})
	}
	return all
}

// codeMarks are the codes of a closed list, numbered.
func codeMarks[T ~string](v say.Voice, codes []T) (all []kit.Mark) {
	for i, code := range codes {
		all = append(all, kit.Mark{Keys: strconv.Itoa(i + 1), Words: say.Code(v, code)})
	}
	return all
}

// areaMarks are the areas of the frame, by letters.
func areaMarks(h annual.Head) (all []kit.Mark) {
	for i, name := range areasOf(h) {
		all = append(all, kit.Mark{Keys: letter(i), Words: name})
	}
	return all
}

// areasOf are the names of the areas in the frame, each once.
func areasOf(h annual.Head) (all []string) {
	for _, st := range h.Strata {
		if !slices.Contains(all, st.Name) {
			all = append(all, st.Name)
		}
	}
	return all
}

// choiceMarks are the choices by letters, as they are printed.
func (k *Keying) choiceMarks() (all []kit.Mark) {
	for i, c := range k.head.Questionnaire.Choices {
		all = append(all, kit.Mark{Keys: letter(i), Words: say.ChoiceText(k.s.Voice, k.head.Questionnaire, c.Code)})
	}
	return all
}

// letter is that of a choice or an area.
func letter(i int) string { return annual.Letters[i : i+1] }

// most is how many choices may be marked.
func (k *Keying) most() int { return k.head.Questionnaire.MostChosen }

// keysOf are the keys that a line takes, as they are told.
func (k *Keying) keysOf(row int) string {
	if row >= len(k.lines) {
		return ""
	}
	return k.s.Say("surveys.keying.keys." + string(k.lines[row].asks))
}

// written is the sheet as the form says it.
func (k *Keying) written() annual.Sheet {
	one := k.sheet
	one.Recommend, one.Choices, one.Since = annual.NoRecommendation, nil, ""
	marks, area, owner := make([]byte, len(k.head.Questionnaire.Asked())), "", app.OwnerKind("")
	for row, l := range k.lines {
		keys := k.marks.Marked(row)
		if l.asks == asksItem {
			marks[l.item] = mark(keys)
		}
		if len(keys) == 0 {
			continue
		}
		switch l.asks {
		case asksSince:
			one.Since = annual.Sinces[keys[0][0]-'1']
		case asksArea:
			area = areasOf(k.head)[strings.Index(annual.Letters, keys[0])]
		case asksOwner:
			owner = annual.OwnerKinds[keys[0][0]-'1']
		case asksRecommend:
			one.Recommend, _ = strconv.Atoi(keys[0])
		case asksChoices:
			one.Choices = k.chosen(keys)
		}
	}
	one.Marks = string(marks)
	if k.head.Plan.Convenience {
		one.Stratum = slices.IndexFunc(k.head.Strata, func(st annual.Stratum) bool { return st.Name == area && st.Owner == owner })
	}
	if k.how != KeySecond {
		k.writtenBeside(&one)
	}
	return one
}

func (k *Keying) chosen(keys []string) (codes []string) {
	for _, one := range keys {
		codes = append(codes, k.head.Questionnaire.Choices[strings.Index(annual.Letters, one)].Code)
	}
	return codes
}

// writtenBeside is what stands beside the marks: words, and how they came.
func (k *Keying) writtenBeside(one *annual.Sheet) {
	one.Open = make([]string, len(k.open))
	for i, area := range k.open {
		one.Open[i] = area.Value()
	}
	one.Mode, one.Asked = k.mode.Value(), k.asked.Value()
	one.Filled, _ = k.filled.Value()
}

func mark(keys []string) byte {
	if len(keys) == 0 {
		return annual.Blank
	}
	return keys[0][0]
}

// write puts a sheet that is there into the form.
func (k *Keying) write(one annual.Sheet) {
	for row, l := range k.lines {
		switch l.asks {
		case asksSince:
			k.setNumber(row, slices.Index(annual.Sinces, one.Since))
		case asksArea:
			k.marks.Set(row, letter(slices.Index(areasOf(k.head), k.head.Strata[one.Stratum].Name)))
		case asksOwner:
			k.setNumber(row, slices.Index(annual.OwnerKinds, k.head.Strata[one.Stratum].Owner))
		case asksItem:
			k.setMark(row, one.Marks[l.item])
		case asksRecommend:
			if one.Recommend != annual.NoRecommendation {
				k.marks.Set(row, strconv.Itoa(one.Recommend))
			}
		case asksChoices:
			k.marks.Set(row, k.lettersOf(one.Choices)...)
		}
		if k.marks.Marked(row) == nil {
			k.marks.Set(row)
		}
	}
	for i, area := range k.open {
		area.SetText("")
		if i < len(one.Open) {
			area.SetText(one.Open[i])
		}
	}
	kit.Hold(k.mode, one.Mode)
	kit.Hold(k.asked, one.Asked)
	k.filled.SetValue(one.Filled)
}

// setNumber marks the answer at a place; -1 for none.
func (k *Keying) setNumber(row, at int) {
	if at >= 0 {
		k.marks.Set(row, strconv.Itoa(at+1))
	}
}

func (k *Keying) setMark(row int, m byte) {
	if m == annual.Blank {
		k.marks.Set(row)
		return
	}
	k.marks.Set(row, string(m))
}

func (k *Keying) lettersOf(codes []string) (keys []string) {
	for i, c := range k.head.Questionnaire.Choices {
		for _, code := range codes {
			if code == c.Code {
				keys = append(keys, letter(i))
			}
		}
	}
	return keys
}

// read says on the telephone what is read out now: the greeting before the first
// answer, then each question in full with its answers.
func (k *Keying) read() {
	if k.how != KeyPhone {
		return
	}
	k.prompt.SetText(k.promptOf(k.marks.At()))
}

func (k *Keying) promptOf(row int) string {
	s, q := k.s, k.head.Questionnaire
	if row >= len(k.lines) {
		return s.Say("paper.survey.closing.text", say.PlanText(s.Voice, "contact", k.head.Plan.Contact))
	}
	words := ""
	if row == 0 {
		words = s.Say("paper.survey.opening.text", s.Ground.Office.Company, s.Voice.Project(k.head.Project)) + "\n" +
			s.Say("paper.survey.opening.told", say.PlanText(s.Voice, "keep", k.head.Plan.Keep)) + "\n"
	}
	switch l := k.lines[row]; l.asks {
	case asksSince:
		return words + s.Say("surveys.phone.since")
	case asksItem:
		return words + s.Say("surveys.phone.item", say.ItemText(s.Voice, q, q.Asked()[l.item]))
	case asksRecommend:
		return words + say.RecommendText(s.Voice)
	case asksChoices:
		return words + s.Say("surveys.phone.choices", k.most())
	}
	return words + s.Say("surveys.phone.where")
}
