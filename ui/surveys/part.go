package surveys

import (
	"context"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/reports"
)

// part is one of the pages that the page of a survey is turned to.
type part interface {
	// key names it: surveys.part.<key>.
	key() string
	// root is what is looked at.
	root() fyne.CanvasObject
	// show is told of the survey, as often as it was read anew; it touches widgets
	// and asks nothing.
	show(seen)
}

// hider is a part that has something to take back when the page is left.
type hider interface{ hidden() }

// parts are those of every survey, in their order.
var parts = []func(*Page) part{
	newPlanPart,
	newQuestionsPart,
	newSamplePart,
	newHouseholdsPart,
	newSheetsPart,
	newResultsPart,
	newReportPart,
	newTimelinePart,
}

// seen is what the page and its parts show: the survey, what belongs to it, and
// how far the field work has come.
type seen struct {
	survey   annual.Survey
	before   *annual.Head // of the year before; nil where there is none
	areas    []app.Area
	frame    []annual.FrameUnit // of the register as it is now, while planning
	last     []annual.Sheet     // of the year before, while planning
	units    []annual.Unit      // in use
	sheets   []annual.Sheet
	progress []annual.StratumResult // once the sample is drawn
	measures []improve.Measure      // that came of its report
	sides    int                    // of the questionnaire on paper, while planning
}

// look reads all of it.
func (p *Page) look(ctx context.Context) (v seen, err error) {
	if v.survey, err = p.asks.Survey(ctx, p.id); err != nil {
		return v, err
	}
	h := v.survey.Head
	if v.areas, err = p.asks.Areas(ctx, h.Project); err != nil {
		return v, err
	}
	all, err := p.asks.Surveys(ctx, h.Project)
	if err != nil {
		return v, err
	}
	if last, found := annual.Before(h.Year, all); found {
		v.before = &last
	}
	if h.State == annual.Planning {
		v.sides = reports.QuestionnaireSides(reports.Facts{Voice: p.s.PaperVoice()}, h)
		if v.frame, err = p.asks.RegisterFrame(ctx, h.Project); err == nil && v.before != nil {
			v.last, err = p.asks.Sheets(ctx, v.before.ID)
		}
		return v, err
	}
	if h.Drawn.IsZero() {
		return v, nil
	}
	if v.units, err = p.asks.Units(ctx, annual.WantedUnits{Survey: p.id, Called: true}); err != nil {
		return v, err
	}
	if v.sheets, err = p.asks.Sheets(ctx, p.id); err != nil {
		return v, err
	}
	v.progress = annual.Progress(h, v.units, v.sheets)
	if h.State == annual.Reported {
		v.measures, err = p.asks.Measures(ctx, improve.Wanted{Survey: p.id})
	}
	return v, err
}
