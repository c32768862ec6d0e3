package reports

import (
	"slices"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// A Round is the households that papers of the field work are made for: where they
// are, and what was tried so far.
type Round struct {
	Addresses   []annual.Address
	Attempts    map[int][]annual.Attempt // by unit; those that are not known are written by hand
	Interviewer app.StaffID              // whose it is; 0 for several
}

// Numbers are the sample numbers of the households, as far as there are any.
func (r Round) Numbers() (all []int) {
	for _, a := range r.Addresses {
		if a.No != 0 {
			all = append(all, a.No)
		}
	}
	return all
}

// tries is how many attempts a list has room for.
const tries = 3

// AddressLists are the lists of several interviewers, one after the other; what is
// nobody's yet comes last.
func AddressLists(f Facts, h annual.Head, r Round) []Document {
	var who []app.StaffID
	of := map[app.StaffID][]annual.Address{}
	for _, a := range r.Addresses {
		id := a.Unit.Interviewer
		if of[id] == nil && id != 0 {
			who = append(who, id)
		}
		of[id] = append(of[id], a)
	}
	slices.Sort(who)
	if len(of[0]) > 0 || len(who) == 0 {
		who = append(who, 0)
	}
	all := make([]Document, len(who))
	for i, id := range who {
		all[i] = AddressList(f, h, Round{Addresses: of[id], Attempts: r.Attempts, Interviewer: id})
	}
	return all
}

// AddressList is what an interviewer goes round with: order, number, door, and room
// for every attempt. Doors and names are masked unless they are opened.
func AddressList(f Facts, h annual.Head, r Round) Document {
	q := asking{f, h}
	t := paper.Table{High: 10, Columns: []paper.Column{
		q.column("list.no", 11), q.column("paper.survey.col.number", 20), q.column("paper.survey.address", 46), q.column("paper.survey.col.owner", 20), q.column("paper.survey.col.name", 26)}}
	for n := range tries {
		t.Columns = append(t.Columns, paper.Column{Title: q.Say("paper.survey.attempt", n+1)})
	}
	t.Columns = append(t.Columns, q.column("paper.survey.outcome", 24), q.column("paper.survey.replaced", 20))
	numbers := map[int]string{}
	for _, a := range r.Addresses {
		numbers[a.Unit.N] = q.sample(a.No)
	}
	for i, a := range r.Addresses {
		row := []string{ordinal(i + 1), q.sample(a.No), q.door(a), say.Code(q.Voice, q.stratum(a).Owner), lines(q.names(a), q.phone(a))}
		row = append(row, q.tried(r.Attempts[a.Unit.N])...)
		t.Rows = append(t.Rows, append(row, say.Code(q.Voice, a.Unit.Outcome), q.replacement(a.Unit, numbers)))
	}
	s := q.sheet(formAddresses, q.Say("paper.survey.addresses"), paper.A4Wide)
	s.No = h.Number
	about := dotted(q.whose(r.Interviewer), q.Say("paper.survey.field", q.fieldDays()), q.Count("paper.survey.households", len(t.Rows)))
	return Document{Sheet: s, Number: h.Number, Blocks: []paper.Block{
		paper.Note(about), paper.Note(q.outcomeCodes()), t, paper.Note(q.Say("paper.survey.addresses.note")), paper.Gap(3),
		q.signs(q.Say("paper.survey.interviewer"), q.Say("paper.survey.handed-back"), q.Say("paper.survey.taken-back"))}}
}

func (q asking) whose(id app.StaffID) string {
	if id == 0 {
		return ""
	}
	return q.Say("paper.survey.whose", q.Staff(id))
}

// sample is a sample number; nothing once nobody could tell whose it was.
func (q asking) sample(no int) string {
	if no == 0 {
		return ""
	}
	return sampleNumber(no)
}

func (q asking) door(a annual.Address) string { return q.Place(a.Place, q.Privacy()) }

func (q asking) stratum(a annual.Address) annual.Stratum {
	if a.Unit.Stratum < 0 || a.Unit.Stratum >= len(q.h.Strata) {
		return annual.Stratum{}
	}
	return q.h.Strata[a.Unit.Stratum]
}

func (q asking) names(a annual.Address) string {
	all := make([]string, len(a.Names))
	for i, n := range a.Names {
		all[i] = q.Person(n, false, q.Privacy())
	}
	return q.List(all)
}

// phone is how a household is reached where it may be asked by telephone.
func (q asking) phone(a annual.Address) string {
	if a.Phone == "" || !slices.Contains(q.modes(), annual.Phone) {
		return ""
	}
	return q.Contact(app.Reporter{Phone: a.Phone}, q.Privacy())
}

// tried are the attempts there were; further ones are written by hand.
func (q asking) tried(all []annual.Attempt) []string {
	cells := make([]string, tries)
	for i, a := range all {
		cells[min(i, tries-1)] = lines(q.Here(a.At).Format("01-02 15:04"), say.Code(q.Voice, a.Outcome))
	}
	return cells
}

// replacement is the number of the household that stands for a unit.
func (q asking) replacement(u annual.Unit, numbers map[int]string) string {
	if u.ReplacedBy == 0 {
		return ""
	}
	return or(numbers[u.ReplacedBy], q.Say("paper.survey.replaced.done"))
}

func (q asking) fieldDays() string {
	at := slices.IndexFunc(q.h.Plan.Stages, func(s annual.Stage) bool { return s.Key == "field" })
	if at < 0 {
		return ""
	}
	s := q.h.Plan.Stages[at]
	if s.From.IsZero() || s.To.IsZero() {
		return ""
	}
	return s.From.String() + " – " + s.To.String()
}

// outcomeCodes are what an attempt can come to, as it is noted down.
func (q asking) outcomeCodes() string {
	all := make([]string, 0, len(annual.Outcomes)+1)
	for i, o := range append(slices.Clone(annual.Outcomes), annual.Later) {
		all = append(all, strconv.Itoa(i+1)+" "+say.Code(q.Voice, o))
	}
	return q.Say("paper.survey.outcomes", q.List(all))
}

// SurveyLetters tell households beforehand that they were chosen and what for. Each
// goes to one household, so it bears its number; name and door are on it only where
// they are opened.
func SurveyLetters(f Facts, h annual.Head, r Round) []Document {
	q := asking{f, h}
	all := make([]Document, len(r.Addresses))
	for i, a := range r.Addresses {
		all[i] = q.letter(a)
	}
	return all
}

func (q asking) letter(a annual.Address) Document {
	to, door := q.Say("paper.survey.letter.dear"), ""
	if q.Open && len(a.Names) > 0 {
		to, door = q.Say("paper.survey.letter.dear-name", q.List(a.Names)), q.door(a)
	}
	why := "paper.survey.letter.drawn"
	if q.h.Plan.Convenience {
		why = "paper.survey.letter.all"
	}
	s := q.sheet(formLetter, q.Say("paper.survey.letter"), paper.A4)
	s.Secrecy, s.QR, s.Printed = q.Say("slip.secrecy.owner"), q.sample(a.No), ""
	blocks := []paper.Block{paper.Gap(4)}
	if door != "" {
		blocks = append(blocks, paper.Para{Text: door})
	}
	blocks = append(blocks,
		paper.Para{Text: to, Bold: true},
		paper.Para{Text: q.Say(why, q.Project(q.h.Project), q.h.Year)},
		paper.Para{Text: q.Say("paper.survey.letter.how", or(q.fieldDays(), q.Say("paper.survey.soon")))})
	if no := q.sample(a.No); no != "" {
		blocks = append(blocks, paper.Row{{Label: q.Say("paper.survey.col.number"), Text: no, Strong: true, Small: q.Say("paper.survey.letter.number")}})
	}
	blocks = append(blocks, paper.Para{Text: q.Say("paper.survey.letter.thanks")}, paper.Gap(4), q.notice(), paper.Gap(6),
		paper.Para{Text: lines(q.Ground.Office.Company, q.desk(), q.Day(q.At))})
	return Document{Sheet: s, Blocks: blocks, Number: q.h.Number}
}

// Labels on a sheet: 24 of 70 by 37 mm, without gaps between them.
const labelsAcross, labelsDown = 3, 8

// AddressLabels are for envelopes, to be peeled off or cut apart: door, whom it is
// for, and the place in the list. What is not opened is masked.
func AddressLabels(f Facts, h annual.Head, r Round) Document {
	q := asking{f, h}
	b := paper.Labels{Across: labelsAcross, Down: labelsDown}
	for i, a := range r.Addresses {
		to := q.names(a)
		if to == "" {
			to = q.Say("paper.survey.household")
		}
		b.Items = append(b.Items, []string{dotted(q.Project(h.Project), q.door(a)), q.Say("paper.survey.label.to", to), q.Say("paper.survey.label.no", i+1)})
	}
	s := q.sheet("", q.Say("paper.survey.labels"), paper.A4)
	s.Whole, s.Sample = true, ""
	return Document{Sheet: s, Blocks: []paper.Block{b}, Number: h.Number}
}
