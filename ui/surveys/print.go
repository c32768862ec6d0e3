package surveys

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app/annual"
)

// Paper is a paper of a survey that is asked for.
type Paper struct {
	Survey annual.SurveyID
	Number string // of the survey, for its name
	What   string // one of the Print words
	How    string // one of the ways
	// Units narrows what is one page for each household, or a list of them; Survey is
	// set. Only are the numbers in the frame of those that are wanted of them; nil is all.
	Units annual.WantedUnits
	Only  []int
}

// What Page.Print may be asked for.
const (
	PrintPlan          = "plan"
	PrintQuestionnaire = "questionnaire" // one, without a number
	PrintScript        = "script"        // for asking by telephone
	PrintForm          = "form"          // the sheet on which answers are typed in elsewhere
	PrintOnline        = "online"        // the questions for an online tool, as a workbook
	PrintNumbered      = "numbered"      // one questionnaire for each unit, with its number
	PrintAddresses     = "addresses"     // the list of where to go
	PrintLetters       = "letters"
	PrintEnvelopes     = "envelopes"
	PrintProgress      = "progress"
	PrintCounts        = "counts" // the progress as a workbook
	PrintReport        = "report"
	PrintBook          = "book" // the report as a workbook
	PrintBoth          = "both" // both, beside each other
)

// The ways that a paper may go.
const (
	ToScreen = "preview"
	ToPaper  = "print"
	ToFile   = "save"
	InFull   = "full" // to the screen, with names and doors, for a reason
)

// workbooks are the papers that are only kept as a file.
var workbooks = map[string]bool{PrintForm: true, PrintOnline: true, PrintCounts: true, PrintBook: true, PrintBoth: true}

// opened are the papers that show where people live and what they are called, and
// are of no use otherwise: whoever asks for them says why.
var opened = map[string]bool{PrintAddresses: true, PrintLetters: true, PrintEnvelopes: true}

// printable are the papers that a survey has, as far as it has come.
func printable(h annual.Head) []string {
	what := []string{PrintPlan, PrintQuestionnaire, PrintScript, PrintForm, PrintOnline}
	switch h.State {
	case annual.Cancelled:
		return nil
	case annual.Field:
		what = append(what, PrintNumbered, PrintAddresses, PrintLetters, PrintEnvelopes, PrintProgress, PrintCounts)
	case annual.Counted:
		what = append(what, PrintProgress, PrintCounts, PrintReport, PrintBook, PrintBoth)
	case annual.Reported:
		what = append(what, PrintReport, PrintBook, PrintBoth)
	}
	return what
}

// PrintMenu offers the papers of the survey.
func (p *Page) PrintMenu() {
	if !p.there || p.Print == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, what := range printable(p.seen.survey.Head) {
		if item := p.ways(what, nil); item != nil {
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		p.s.Under(p.print, items)
	}
}

// ways are what can be done with a paper, about some units or all in use; nil where
// this person may not have it.
func (p *Page) ways(what string, only []int) *fyne.MenuItem {
	words := p.s.Say("surveys.print." + what)
	way := func(label, how string) *fyne.MenuItem {
		return fyne.NewMenuItem(label, p.s.Tasks.Guard(func() {
			of := annual.WantedUnits{Survey: p.id, Called: true}
			p.Print(Paper{Survey: p.id, Number: p.seen.survey.Number, What: what, How: how, Units: of, Only: only})
		}))
	}
	switch {
	case workbooks[what]:
		return way(words, ToFile)
	case opened[what] && !p.s.Ground.MayReveal(p.s.Staff.ID):
		return nil
	case opened[what]:
		return way(words, InFull)
	}
	item := fyne.NewMenuItem(words, nil)
	item.ChildMenu = fyne.NewMenu("", way(p.s.Say("press.preview"), ToScreen), way(p.s.Say("press.print"), ToPaper), way(p.s.Say("press.save"), ToFile))
	return item
}
