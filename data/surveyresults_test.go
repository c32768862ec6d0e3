package data_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/data/datatest"
)

// answered is a survey of a year with twelve sheets in each of two areas, its marks
// given by turns.
func (y yearly) answered(year int, marks ...string) annual.Head {
	y.Helper()
	h := y.planned(year)
	h.State, h.Frame, h.Framed, h.Drawn = annual.Counted, 1, datatest.At(23, 9, 2), datatest.At(23, 9, 2)
	h.Strata = []annual.Stratum{{Area: y.w.East, Name: "東區", Owner: "OW-SELF", Units: 30}, {Area: y.w.East, Name: "東區", Owner: "OW-LET", Units: 20}}
	h.Plan.Scale, h.Plan.Bands = survey.Hundred, []int{90, 70, 60}
	h.Questionnaire.Dimensions = []annual.Dimension{{Code: "DM-SERVICE", Weight: 100, Subjects: []app.Category{"EQ", "SE"}}, {Code: "DM-COST", Subjects: []app.Category{"PK"}}}
	for i := range h.Questionnaire.Items {
		h.Questionnaire.Items[i].Dimension = "DM-SERVICE"
	}
	var sheets []annual.Sheet
	for i := range 24 {
		s := y.sheet(i + 1)
		s.Stratum, s.Marks = i%2, marks[i%len(marks)]
		sheets = append(sheets, s)
	}
	return y.keep(annual.Move{Head: h, Act: y.act(2, annual.ActCounted), Sheets: sheets}).Head
}

func (y yearly) results(d *annual.Desk, id annual.SurveyID) annual.Results {
	y.Helper()
	r, err := d.Results(y.Context(), id)
	y.ok(err)
	return r
}

// reported gives the report of a survey out.
func (y yearly) reported(d *annual.Desk, h annual.Head) annual.Results {
	y.Helper()
	r := y.results(d, h.ID)
	h.State, h.Reported, h.ReportedBy = annual.Reported, datatest.At(24, 9, 0), y.w.Fang
	y.keep(annual.Move{Head: h, Act: y.act(3, annual.ActReported), Results: &r})
	return r
}

func TestResultsStandBesideTheYearBeforeAndItsComplaints(t *testing.T) {
	s, front, w := datatest.Open(t)
	y, d := yearly{t, s, w}, &annual.Desk{Front: front, Store: s}
	ledger, zone := datatest.NewLedger(w), datatest.At(1, 0, 0).Location()
	complain := func(at time.Time, category app.Category) {
		c := ledger.One(at, false)
		c.Kind, c.Category = app.Complaint, category
		y.ok(s.KeepCases(t.Context(), []app.Case{c}))
	}
	complain(time.Date(2026, 1, 1, 0, 0, 0, 0, zone), "EQ1")
	complain(datatest.At(4, 10, 0), "SE2")
	complain(datatest.At(5, 10, 0), "PK")
	complain(time.Date(2025, 1, 1, 0, 0, 0, 0, zone), "EQ")
	complain(time.Date(2025, 12, 31, 23, 59, 59, 0, zone), "SE")
	complain(time.Date(2024, 12, 31, 23, 59, 59, 0, zone), "SE")

	y.reported(d, y.answered(2023, "11", "12"))
	last := y.answered(2025, "33", "24", "32", "43")
	before := y.results(d, last.ID)
	if before.LastYear != 2023 || before.IndexLast == nil {
		t.Fatalf("the first is compared with %d", before.LastYear)
	}
	now := y.answered(2026, "54", "45", "43", "34")
	if r := y.results(d, now.ID); r.LastYear != 2023 {
		t.Errorf("a survey without a report is compared with: %d", r.LastYear)
	}
	y.reported(d, last)

	r := y.results(d, now.ID)
	if r.LastYear != 2025 || r.IndexLast.Trend() != annual.Risen || r.IndexLast.Last.Mean != before.Index.Mean {
		t.Errorf("compared with %d: %+v", r.LastYear, r.IndexLast)
	}
	var said [][2]int
	for _, related := range r.Related {
		said = append(said, [2]int{len(related.Issues), related.Before})
	}
	if want := [][2]int{{2, 2}, {1, 0}}; !reflect.DeepEqual(said, want) {
		t.Errorf("complaints %v, want %v", said, want)
	}

	kept := y.reported(d, now)
	complain(datatest.At(6, 10, 0), "PK")
	again := y.results(d, now.ID)
	if !alike(reflect.ValueOf(again), reflect.ValueOf(kept)) {
		t.Errorf("after the report results are\n%+v, want\n%+v", again, kept)
	}
}

// alike compares values; what is NaN in both agrees, and a list that is empty is none.
func alike(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Float64:
		return a.Float() == b.Float() || math.IsNaN(a.Float()) && math.IsNaN(b.Float())
	case reflect.Pointer:
		return a.IsNil() == b.IsNil() && (a.IsNil() || alike(a.Elem(), b.Elem()))
	case reflect.Slice, reflect.Array:
		same := a.Len() == b.Len()
		for i := 0; same && i < a.Len(); i++ {
			same = alike(a.Index(i), b.Index(i))
		}
		return same
	case reflect.Map:
		return a.Len() == b.Len() && reflect.DeepEqual(a.Interface(), b.Interface())
	case reflect.Struct:
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	return a.Interface() == b.Interface()
}
