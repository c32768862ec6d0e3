package surveys

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

func (t *householdsPart) outcomeWords() []string {
	words := []string{t.outcomeLabel(annual.Waiting), t.p.s.Say("surveys.replaced")}
	for _, o := range annual.Outcomes {
		words = append(words, say.Code(t.p.s.Voice, o))
	}
	return words
}

func (t *householdsPart) stratumLabel(h int) string {
	if h == allStrata || h >= len(t.seen.survey.Strata) {
		return t.p.s.Say("surveys.strata.all")
	}
	return stratumWords(t.p.s.Voice, t.seen.survey.Strata[h])
}

func (t *householdsPart) buildingLabel(id app.BuildingID) string {
	for _, a := range t.all {
		if id != anywhere && a.Place.Building == id {
			return t.p.s.Say("place.block", a.Place.Block)
		}
	}
	return t.p.s.Say("surveys.buildings.all")
}

func (t *householdsPart) interviewerLabel(id app.StaffID) string {
	switch id {
	case anybody:
		return t.p.s.Say("surveys.interviewers.all")
	case nobody:
		return t.p.s.Say("surveys.interviewers.none")
	}
	return t.p.s.Voice.Staff(id)
}

func (t *householdsPart) outcomeLabel(o annual.Outcome) string {
	switch o {
	case anyOutcome:
		return t.p.s.Say("surveys.outcomes.all")
	case annual.Waiting:
		return t.p.s.Say("surveys.waiting")
	}
	return say.Code(t.p.s.Voice, o)
}

func (t *householdsPart) none() fyne.CanvasObject {
	s := t.p.s
	if t.seen.survey.Drawn.IsZero() {
		return kit.Empty(theme.HomeIcon(), s.Say("surveys.households.none"), s.Say("surveys.households.none.what"), nil)
	}
	return kit.Empty(theme.SearchIcon(), s.Say("surveys.households.nothing"), s.Say("surveys.households.nothing.what"), nil)
}

// Count is for the table.
func (t *householdsPart) Count() int { return len(t.shown) }

// At is for the table.
func (t *householdsPart) At(i int) []kit.Piece {
	a, s := t.shown[i], t.p.s
	u := a.Unit
	no, attempts := s.Say("number.none"), ""
	if a.No > 0 {
		no = strconv.Itoa(a.No)
	}
	if u.Attempts > 0 {
		attempts = strconv.Itoa(u.Attempts)
	}
	return []kit.Piece{
		kit.SaidBold(no), kit.Said(s.Short(a.Place, t.privacy)), kit.SaidQuiet(t.stratumLabel(u.Stratum)), kit.Said(s.Voice.Staff(u.Interviewer)),
		kit.Said(attempts), kit.ChipOf(outcomeTone(u), t.outcomeLabel(u.Outcome)), kit.SaidQuiet(t.reserveWords(u)),
	}
}

// outcomeTone is the tone of what became of a unit.
func outcomeTone(u annual.Unit) kit.Tone {
	switch u.Outcome {
	case annual.Done:
		return kit.Good
	case annual.Waiting:
		if u.Attempts > 0 {
			return kit.Warn
		}
		return kit.Info
	}
	return kit.Plain
}

// reserveWords tell which unit stands for which, by sample numbers.
func (t *householdsPart) reserveWords(u annual.Unit) string {
	switch s := t.p.s; {
	case u.ReplacedBy != 0:
		return s.Say("surveys.replaced-by", t.no(u.ReplacedBy))
	case u.For != 0:
		return s.Say("surveys.stands-for", t.no(u.For))
	}
	return ""
}

func (t *householdsPart) no(unit int) string {
	for _, a := range t.all {
		if a.Unit.N == unit && a.No > 0 {
			return strconv.Itoa(a.No)
		}
	}
	return t.p.s.Say("number.none")
}

// typed notes an attempt by the digit of its outcome.
func (t *householdsPart) typed(row int, r rune) {
	if at := strings.IndexRune(digits, r); at >= 0 {
		t.attempt(row, tried[at])
	}
}

func (t *householdsPart) attempt(row int, outcome annual.Outcome) {
	if row >= len(t.shown) {
		return
	}
	unit := t.shown[row].Unit.N
	t.p.visit(t.shown[row], t.privacy, outcome, func() { t.goOn(unit) })
}

// goOn chooses the household after one that was seen to. Where that one is no longer
// listed, the next stands in its place already.
func (t *householdsPart) goOn(unit int) {
	if row := t.table.Selected(); t.unitAt(row) == unit {
		t.table.Select(min(row+1, len(t.shown)-1))
	}
}

// unitAt is the unit of a row; 0 for none.
func (t *householdsPart) unitAt(row int) int {
	if row < 0 || row >= len(t.shown) {
		return 0
	}
	return t.shown[row].Unit.N
}
