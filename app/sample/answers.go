package sample

import (
	"math"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
)

// liked is how an item fares: its mean of 1 to 5 in the first of the two years, how
// much that changed by the second, how far the opinion on the whole hangs on it, and
// how many in a hundred do not know.
type liked struct{ mean, change, weighs, unknown float64 }

// fares are the items of the ready questionnaire. Rubbish became better after what
// was done about it, parking worse; what people mind most is repair in time and open
// charges.
var fares = map[string]liked{
	"SERVICE-1": {4.25, 0.02, 0.15, 1}, "SERVICE-2": {3.95, 0.05, 0.30, 2}, "SERVICE-3": {3.45, 0.08, 0.40, 14},
	"SERVICE-4": {3.70, 0.10, 0.15, 12}, "SERVICE-5": {3.75, 0.00, 0.10, 3},
	"REPAIR-1": {3.80, 0.00, 0.30, 8}, "REPAIR-2": {3.35, -0.05, 0.60, 8}, "REPAIR-3": {3.60, 0.00, 0.10, 22},
	"CLEAN-1": {4.05, 0.03, 0.20, 0}, "CLEAN-2": {3.30, 0.62, 0.30, 1}, "CLEAN-3": {3.85, 0.00, 0.05, 15}, "CLEAN-4": {3.90, 0.05, 0.10, 1},
	"SAFE-1": {3.95, 0.00, 0.25, 1}, "SAFE-2": {4.00, 0.05, 0.10, 12}, "SAFE-3": {3.60, -0.05, 0.10, 8},
	"FACILITY-1": {3.55, -0.40, 0.25, 4}, "FACILITY-2": {3.75, 0.00, 0.25, 2}, "FACILITY-3": {3.25, 0.05, 0.50, 18},
	"COMMUNITY-1": {3.85, 0.10, 0.05, 20}, "COMMUNITY-2": {3.95, 0.00, 0.10, 5},
}

// minded are the aspects that more people name as in need of improvement, by how much
// more.
var minded = map[string]int{"CHOICE-REPAIR": 5, "CHOICE-CHARGES": 4, "CHOICE-PARKING": 4, "CHOICE-LIFT": 3, "CHOICE-NOISE": 2, "CHOICE-SAFE": 1, "CHOICE-CLEAN": 1}

// moods are how much happier or unhappier the kinds of owners are.
var moods = map[app.OwnerKind]float64{"OW-SELF": 0, "OW-LET": 0.1, "OW-TEN": 0.15, "OW-SHOP": -0.35}

// keyIn copies the sheets from paper, and those filled in online with them.
func (f *fieldwork) keyIn() error {
	if err := f.read(); err != nil {
		return err
	}
	numbers, err := f.numbers()
	if err != nil {
		return err
	}
	all := annual.Move{Head: f.v.Head}
	for i, a := range f.asked {
		by := f.keyers[i%len(f.keyers)]
		if by == a.by { // who asked does not copy the own sheets, so that somebody else can ask again
			by = f.keyers[(i+1)%len(f.keyers)]
		}
		o := annual.EnterOrder{Stand: f.stand(by), Sheet: f.answers(a)}
		o.Sheet.No = numbers[a.unit.N]
		m, err := f.v.Enter(o, annual.Number{Unit: a.unit, Given: true}, f.g, f.now)
		if err != nil {
			return err
		}
		all.Sheets = append(all.Sheets, m.Sheets...)
	}
	_, err = f.store.KeepSurvey(f.ctx, all)
	return err
}

// numbers are those that the households were given.
func (f *fieldwork) numbers() (map[int]int, error) {
	where, err := f.store.Addresses(f.ctx, annual.WantedUnits{Survey: f.v.ID, Called: true})
	of := map[int]int{}
	for _, a := range where {
		of[a.Unit.N] = a.No
	}
	return of, err
}

// answers are what a household says.
func (f *fieldwork) answers(a asked) annual.Sheet {
	c, q := f.w.chance, f.v.Questionnaire
	stratum := f.v.Strata[a.unit.Stratum]
	mood := 0.22 + c.NormFloat64()*0.55 + moods[stratum.Owner]
	if stratum.Area == f.v.Strata[0].Area {
		mood -= 0.12
	}
	s := annual.Sheet{Mode: a.mode, Recommend: annual.NoRecommendation, Open: make([]string, len(q.Open)), Since: one(c, annual.Sinces), Filled: workday.DayOf(a.at)}
	if a.mode == annual.Phone {
		s.Asked = a.by
	}
	if a.mode == annual.Online {
		s.Seconds = c.between(95, 520)
	}
	careless := c.of(2) // says the same throughout
	whole, marks := 3.72+0.9*mood, strings.Builder{}
	for _, i := range q.Items {
		item := fares[i.Code]
		off := c.NormFloat64() * 0.62
		at := item.mean + item.change*float64(f.back+1) + mood + off
		whole += item.weighs * off / 2
		switch {
		case careless:
			marks.WriteByte('4')
		case c.of(item.unknown):
			marks.WriteByte(annual.DontKnow)
		case c.of(1):
			marks.WriteByte(annual.Blank)
		default:
			marks.WriteByte(marked(at))
		}
	}
	s.Marks = marks.String()
	if q.Overall {
		s.Marks = string(marked(whole+0.2*c.NormFloat64())) + s.Marks
	}
	if careless && a.mode == annual.Online {
		s.Seconds = c.between(18, 50)
	}
	if q.Recommend && !c.of(4) {
		s.Recommend = int(min(10, max(0, math.Round(2.1*whole-0.6+c.NormFloat64()))))
	}
	f.says(&s, whole)
	return s
}

// marked is an answer as it is marked.
func marked(x float64) byte { return '0' + byte(min(5, max(1, math.Round(x)))) }

// says fills in what should be better, and what was good.
func (f *fieldwork) says(s *annual.Sheet, whole float64) {
	c, q, t := f.w.chance, f.v.Questionnaire, f.w.order.Texts.Survey
	for range c.between(0, q.MostChosen) {
		a, b := one(c, q.Choices).Code, one(c, q.Choices).Code
		if minded[b] > minded[a] {
			a = b
		}
		if !slices.Contains(s.Choices, a) {
			s.Choices = append(s.Choices, a)
		}
	}
	if len(s.Open) > 0 && c.of(34-6*whole+8) {
		s.Open[0] = one(c, t.Wishes).Text
	}
	if len(s.Open) > 1 && c.of(4*whole-8) {
		s.Open[1] = one(c, t.Praise).Text
	}
}

// check keys a share of the sheets a second time, and asks some households again.
func (f *fieldwork) check() error {
	sheets, of, err := f.sheets()
	if err != nil {
		return err
	}
	second, back := annual.Move{Head: f.v.Head}, annual.Move{}
	for _, no := range annual.Seconds(f.v.Head, sheets) {
		s := of[no]
		marks := []byte(s.Marks)
		if f.w.chance.of(12) { // somebody mistyped
			marks[f.w.chance.IntN(len(marks))] = '3'
		}
		m, err := f.v.Second(annual.SecondOrder{Stand: f.stand(f.anybodyBut(s.By, s.By)), No: no, Marks: string(marks)}, s, f.g, f.now)
		if err != nil {
			return err
		}
		second.Sheets = append(second.Sheets, m.Sheets...)
	}
	if _, err := f.store.KeepSurvey(f.ctx, second); err != nil {
		return err
	}
	if sheets, of, err = f.sheets(); err != nil {
		return err
	}
	back.Head = f.v.Head
	for i, no := range annual.BackChecks(f.v.Head, sheets) {
		s := of[no]
		o := annual.BackOrder{Stand: f.stand(f.anybodyBut(s.By, s.Asked)), No: no, Found: annual.Confirmed}
		if i == 3 {
			o.Found, o.Note = annual.Differs, f.w.order.Texts.Survey.Differs
		}
		m, err := f.v.Back(o, s, f.g, f.now)
		if err != nil {
			return err
		}
		back.Sheets = append(back.Sheets, m.Sheets...)
	}
	_, err = f.store.KeepSurvey(f.ctx, back)
	return err
}

// sheets are all there are, also by their numbers, with the survey as it stands.
func (f *fieldwork) sheets() ([]annual.Sheet, map[int]annual.Sheet, error) {
	if err := f.read(); err != nil {
		return nil, nil, err
	}
	all, err := f.store.Sheets(f.ctx, f.v.ID)
	of := map[int]annual.Sheet{}
	for _, s := range all {
		of[s.No] = s
	}
	return all, of, err
}

// anybodyBut is an interviewer who had nothing to do with a sheet.
func (f *fieldwork) anybodyBut(a, b app.StaffID) app.StaffID {
	for _, who := range f.keyers {
		if who != a && who != b {
			return who
		}
	}
	return f.w.head(desk).ID
}

// sort reads the open answers, and says what they are about.
func (f *fieldwork) sort() error {
	sheets, _, err := f.sheets()
	if err != nil {
		return err
	}
	all, n := annual.Move{Head: f.v.Head}, 0
	for _, s := range sheets {
		topics := f.topics(s)
		if len(topics) == 0 {
			continue
		}
		o := annual.SortOrder{Stand: f.stand(f.w.head(desk).ID), No: s.No, Topics: topics}
		if n++; n%3 == 0 {
			o.Quote = annual.Printable(s.Said())
			o.Quoted = o.Quote != ""
		}
		m, err := f.v.Sort(o, s, f.g, f.now)
		if err != nil {
			return err
		}
		all.Sheets = append(all.Sheets, m.Sheets...)
	}
	_, err = f.store.KeepSurvey(f.ctx, all)
	return err
}

// topics are what the open answers of a sheet are about.
func (f *fieldwork) topics(s annual.Sheet) (topics []string) {
	t := f.w.order.Texts.Survey
	for _, known := range slices.Concat(t.Wishes, t.Praise) {
		if slices.Contains(s.Open, known.Text) {
			topics = append(topics, known.Topics...)
		}
	}
	slices.Sort(topics)
	return slices.Compact(topics)
}
