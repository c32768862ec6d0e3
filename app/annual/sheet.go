package annual

import (
	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// Marks of a sheet: one byte for each item of Questionnaire.Asked.
const (
	DontKnow = '0' // don't know, or never came across it
	Blank    = '-' // nothing was marked
)

// NoRecommendation stands where the 0 to 10 were not answered.
const NoRecommendation = -1

// Sheet is one answer sheet. It knows its stratum, not its household: see Link.
// When it was keyed in is known to the day only, so that nobody can tell from the
// hour whose it is; once the links are destroyed, not even which day it was filled in
// and who asked, and of keying only the last day of all.
type Sheet struct {
	No        int // sample number; running where nothing is drawn
	Version   int
	Stratum   int // number in Head.Strata
	Mode      Mode
	Marks     string // 1 to 5, DontKnow or Blank
	Recommend int    // 0 to 10 or NoRecommendation
	Choices   []string
	Open      []string     // in the order of Questionnaire.Open
	Since     string       // how long they have lived here, a code of Sinces
	Seconds   int          // it took online; 0 where nobody measured
	Filled    workday.Date // zero where it does not say
	Keyed     workday.Date
	By        app.StaffID // who keyed it in or took it over
	Asked     app.StaffID // interviewer, by telephone or at the door
	File      string      // it was taken over from

	First    string // marks that the second keying was held against; empty without one
	Second   string // marks of the second keying; empty without
	SecondBy app.StaffID
	Back     BackCheck
	BackBy   app.StaffID
	BackNote string

	Void    bool // does not count, by decision of a person
	Why     string
	VoidBy  app.StaffID
	Topics  []string // dimension codes of what the open answers are about
	Quote   string   // open answers as they may be printed, without people
	Quoted  bool     // somebody read the quote and lets it be printed
	Changes []SheetChange
}

// Sinces are ranges of years of residence: under one, one to three, three to
// five, above.
var Sinces = []string{"SR-1", "SR-3", "SR-5", "SR-MORE"}

// BackCheck is what asking again came to.
type BackCheck string

// The back-checks.
const (
	Unchecked BackCheck = ""
	Confirmed BackCheck = "confirmed"
	Differs   BackCheck = "differs" // the household answered otherwise, or never
)

// SheetChange is one correction of a sheet.
type SheetChange struct {
	N     int
	At    workday.Date
	By    app.StaffID
	Why   string
	Diffs []app.Difference
}

// Answers are the marks of a sheet as numbers 1 to 5; none for what was not
// answered or not known.
func (s Sheet) Answers() []float64 {
	all := make([]float64, len(s.Marks))
	for i := range all {
		all[i] = survey.None()
		if m := s.Marks[i]; m >= '1' && m <= '5' {
			all[i] = float64(m - '0')
		}
	}
	return all
}

// Flaws are what is doubtful about a sheet.
func (s Sheet) Flaws() []survey.Flaw {
	flaws, _ := survey.Flaws(s.Answers(), s.Seconds)
	return flaws
}

// Counts reports whether a sheet is valid: not voided by a person, and not left
// out by the rules for sheets that are half empty, or alike throughout and too
// fast.
func (s Sheet) Counts() bool {
	_, good := survey.Flaws(s.Answers(), s.Seconds)
	return good && !s.Void
}
