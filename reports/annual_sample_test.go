package reports

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
)

// asked is a survey of an estate of four areas, as it stands once it is counted.
// What owners think of each item is moved by so many points of the five.
type asked struct {
	year        int
	convenience bool
	sheets      int
	move        map[string]float64 // by item
	area        map[app.AreaID]float64
	seed        uint64
}

var areaNames = map[lang.Language][]string{
	lang.Traditional: {"東區", "西區", "南區", "北區"}, lang.Simplified: {"东区", "西区", "南区", "北区"}, lang.English: {"East Court", "West Court", "South Court", "North Court"},
}

func (o asked) head(l lang.Language) annual.Head {
	day := func(month, day int) workday.Date {
		return workday.Date{Year: o.year, Month: time.Month(month), Day: day}
	}
	h := annual.Head{
		ID: annual.SurveyID(o.year), Number: "DC-202610-0001", Project: 1, Year: o.year, State: annual.Counted, By: fang, Made: clockAt(1, 9, 0), ApprovedBy: wu, Approved: clockAt(2, 9, 0),
		Questionnaire: annual.Template(),
		Plan: annual.Plan{
			Modes: []annual.Mode{annual.Paper, annual.Phone}, Scale: survey.Hundred, Bands: []int{90, 70, 60}, Convenience: o.convenience, Rule: survey.Proportional, Floor: 5,
			Precision: survey.Precision{Error: .05, Response: .8, Effect: 1.1},
			Stages:    []annual.Stage{{Key: "prepare", From: day(9, 1), To: day(9, 12)}, {Key: "field", From: day(9, 15), To: day(10, 10)}, {Key: "report", From: day(10, 20), To: day(11, 20)}},
		},
	}
	units := [][]int{{210, 60, 48, 12}, {180, 52, 40, 9}, {150, 44, 36, 0}, {120, 30, 22, 14}}
	all := 0
	for _, row := range units {
		for _, n := range row {
			all += n
		}
	}
	for i, row := range units {
		for k, n := range row {
			if n > 0 {
				planned := max(5, o.sheets*n/all)
				n = max(n, n*o.sheets/330)
				h.Strata = append(h.Strata, annual.Stratum{Area: app.AreaID(i + 1), Name: areaNames[l][i], Owner: annual.OwnerKinds[k], Units: n, Planned: planned, Issued: min(n, planned*5/4)})
			}
		}
	}
	return h
}

// answered are units and sheets of the survey.
func (o asked) answered(h annual.Head) (units []annual.Unit, sheets []annual.Sheet) {
	chance := rand.New(rand.NewPCG(o.seed, 7))
	base := map[string]float64{"OWN": 3.6, "SERVICE": 4.1, "REPAIR": 3.55, "CLEAN": 4.0, "SAFE": 3.9, "FACILITY": 3.3, "COMMUNITY": 3.8}
	for s, stratum := range h.Strata {
		for n := range stratum.Issued {
			u := annual.Unit{N: len(units) + 1, Stratum: s, Called: true, Contacted: true, Outcome: annual.Done, Attempts: 1 + n%3}
			switch chance.IntN(12) {
			case 0:
				u.Outcome = annual.Refused
			case 1:
				u.Outcome, u.Contacted = annual.NotReached, false
			case 2:
				u.Outcome, u.Contacted = annual.Vacant, false
			}
			if stratum.Owner == "OW-SHOP" && n > 3 {
				u.Outcome, u.Contacted = annual.NotReached, false
			}
			units = append(units, u)
			if u.Outcome != annual.Done {
				continue
			}
			sheet := annual.Sheet{No: len(sheets) + 1, Stratum: s, Mode: annual.Paper, Filled: workday.Date{Year: o.year, Month: 9, Day: 15 + n%14}, Recommend: annual.NoRecommendation}
			if chance.IntN(10) == 0 {
				sheet.Mode = annual.Phone
			}
			feeling := chance.NormFloat64()*.55 + o.area[stratum.Area]
			mark := func(middle float64) byte {
				x := middle + feeling + chance.NormFloat64()*.7
				return byte('0' + min(5, max(1, int(x+.5))))
			}
			marks := []byte{mark(3.85)}
			for _, i := range h.Questionnaire.Items {
				middle := base[i.Code[:strings.IndexByte(i.Code, '-')]] + o.move[i.Code] + float64(int(i.Code[len(i.Code)-1]-'0')%3)*.12
				m := mark(middle)
				if chance.IntN(14) == 0 {
					m = annual.DontKnow
				}
				marks = append(marks, m)
			}
			sheet.Marks = string(marks)
			sheet.Recommend = min(10, max(0, int(7.4+2*feeling+chance.NormFloat64()*1.4)))
			for _, c := range chance.Perm(len(h.Questionnaire.Choices))[:min(chance.IntN(4), len(h.Questionnaire.Choices))] {
				sheet.Choices = append(sheet.Choices, h.Questionnaire.Choices[c*c/len(h.Questionnaire.Choices)].Code)
			}
			if chance.IntN(6) == 0 {
				sheet.Topics = []string{h.Questionnaire.Dimensions[chance.IntN(len(h.Questionnaire.Dimensions))].Code}
			}
			if chance.IntN(40) == 0 {
				sheet.Quoted, sheet.Quote = true, []string{"電梯維修希望快一點，等了三天。", "希望停車位劃線清楚，請打 13812345678。", "保潔阿姨很負責。", "張先生家門口的路燈常不亮。", "公共收益最好每季公開一次。"}[chance.IntN(5)]
			}
			if chance.IntN(9) == 0 {
				sheet.Back = annual.Confirmed
			}
			if chance.IntN(20) == 0 {
				sheet.First, sheet.Second = sheet.Marks, sheet.Marks
			}
			sheets = append(sheets, sheet)
		}
	}
	return units, sheets
}

// results are what they come to.
func (o asked) results(t testing.TB, h annual.Head, before *annual.Year) annual.Results {
	t.Helper()
	units, sheets := o.answered(h)
	r, err := annual.Analyse(h, sheets, units, before)
	if err != nil {
		t.Fatal(err)
	}
	r.Related = []annual.Related{
		{Dimension: "DM-SERVICE", Issues: []app.IssueID{1, 2, 3, 4}, Before: 6}, {Dimension: "DM-REPAIR", Issues: ids(5, 23), Before: 11}, {Dimension: "DM-CLEAN", Issues: ids(24, 29), Before: 7},
		{Dimension: "DM-SAFE", Issues: ids(30, 33), Before: 2}, {Dimension: "DM-FACILITY", Issues: ids(34, 55), Before: 20}, {Dimension: "DM-COMMUNITY"},
	}
	for i, d := range h.Questionnaire.Dimensions {
		r.Related[i].Subjects = d.Subjects
	}
	return r
}

func ids(from, to app.IssueID) []app.IssueID {
	var all []app.IssueID
	for id := from; id <= to; id++ {
		all = append(all, id)
	}
	return all
}

// polled is a survey beside that of the year before, with what was drafted of it.
func polled(t testing.TB, f Facts, l lang.Language, o asked) Polled {
	t.Helper()
	last := asked{year: o.year - 1, sheets: o.sheets, seed: 41}
	h := last.head(l)
	before := annual.Year{Head: h, Results: last.results(t, h, nil)}
	p := Polled{Head: o.head(l), Numbers: map[app.IssueID]string{}}
	p.Results = o.results(t, p.Head, &before)
	p.Findings = DraftFindings(f, annual.Draft(p.Results), p.Results)
	for id := app.IssueID(1); id < 60; id++ {
		p.Numbers[id] = "TS-202606-00" + string(rune('0'+id/10)) + string(rune('0'+id%10))
	}
	return p
}

// usual is the survey that most tests look at: two items moved, one area less
// content.
var usual = asked{year: 2026, sheets: 330, seed: 12,
	move: map[string]float64{"REPAIR-2": -.45, "CLEAN-2": .4}, area: map[app.AreaID]float64{1: .12, 2: -.35, 3: .12, 4: .12}}
