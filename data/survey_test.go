package data_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// yearly is the world with a store of surveys.
type yearly struct {
	testing.TB
	s *data.Store
	w datatest.World
}

func openYearly(t testing.TB) yearly {
	t.Helper()
	s, _, w := datatest.Open(t)
	return yearly{t, s, w}
}

func (y yearly) ok(err error) {
	y.Helper()
	if err != nil {
		y.Fatal(err)
	}
}

func (y yearly) keep(m annual.Move) annual.Move {
	y.Helper()
	kept, err := y.s.KeepSurvey(y.Context(), m)
	y.ok(err)
	return kept
}

// act is the next entry of a timeline.
func (y yearly) act(n int, kind annual.ActKind) annual.Act {
	return annual.Act{N: n, Kind: kind, At: datatest.At(23, 9, n).UTC(), By: y.w.Fang}
}

// planned is a survey of a year, as it was just begun.
func (y yearly) planned(year int) annual.Head {
	y.Helper()
	return y.keep(annual.Move{
		Head: annual.Head{Project: y.w.Project, Year: year, State: annual.Planning, By: y.w.Fang, Made: datatest.At(23, 9, 1),
			Plan: annual.Plan{Title: "滿意度調查"}, Questionnaire: annual.Questionnaire{Items: []annual.Item{{Code: "SERVICE-1"}, {Code: "SERVICE-2"}}}},
		Act: y.act(1, annual.ActPlanned), Draw: app.PrefixSurvey,
	}).Head
}

// strata are those of the estate of the tests.
func (y yearly) strata() []annual.Stratum {
	return []annual.Stratum{{Area: y.w.East, Name: "東區", Owner: "OW-SELF", Units: 2}, {Area: y.w.East, Name: "東區", Owner: "OW-LET", Units: 1}}
}

// fielded is a survey in the field: three households, the first two in use, the
// third a reserve.
func (y yearly) fielded(year int) annual.Head {
	y.Helper()
	h := y.planned(year)
	h.State, h.Frame, h.Framed, h.Drawn, h.Strata = annual.Field, 1, datatest.At(23, 9, 2), datatest.At(23, 9, 2), y.strata()
	return y.keep(annual.Move{
		Head: h, Act: y.act(2, annual.ActDrawn),
		Units: []annual.Unit{
			{N: 1, Room: y.w.Rooms["1-1-101"], Order: 1, Called: true, Interviewer: y.w.Jing},
			{N: 2, Stratum: 1, Room: y.w.Rooms["2-1-1201"], Order: 1, Called: true},
			{N: 3, Room: y.w.Rooms["3-2-501"], Order: 2, Reserve: true},
		},
		Links: []annual.Link{{No: 581, Unit: 1}, {No: 204, Unit: 2}},
	}).Head
}

// sheet is an answer that breaks no rule.
func (y yearly) sheet(no int) annual.Sheet {
	return annual.Sheet{No: no, Mode: annual.Paper, Marks: "5-", Recommend: annual.NoRecommendation, By: y.w.Fang, Keyed: workday.Date{Year: 2026, Month: 11, Day: 23}}
}

// whole is a survey in which every field says something.
func (y yearly) whole() annual.Head {
	var h annual.Head
	f := filler{w: y.w}
	f.fill(reflect.ValueOf(&h).Elem(), "survey", 1)
	h.ID, h.Version, h.Frame = 0, 0, 1
	return h
}

func TestASurveyIsKeptAndReadBackWhole(t *testing.T) {
	y := openYearly(t)
	act := y.act(1, annual.ActPlanned)
	act.Note, act.Diffs = "按上年", []app.Difference{{Field: "year", Old: "2025", New: "2026"}}
	kept := y.keep(annual.Move{Head: y.whole(), Act: act, Draw: app.PrefixSurvey})
	if found := empty(reflect.ValueOf(kept.Head), "survey"); len(found) > 0 {
		t.Errorf("nothing is said by %q", found)
	}
	if kept.Head.Number != "DC-202611-0001" || kept.Head.Version != 1 {
		t.Errorf("kept as %s, version %d", kept.Head.Number, kept.Head.Version)
	}
	got, err := y.s.Survey(t.Context(), kept.Head.ID)
	y.ok(err)
	if want := (annual.Survey{Head: kept.Head, Acts: []annual.Act{act}}); !reflect.DeepEqual(got, want) {
		t.Errorf("read back\n%+v, want\n%+v", got, want)
	}

	changed := kept.Head
	changed.Plan.Title, changed.Questionnaire.Items, changed.Findings.Problems, changed.Strata = "第二稿", changed.Questionnaire.Items[:1], nil, nil
	second := y.keep(annual.Move{Head: changed, Act: y.act(2, annual.ActChanged)})
	if second.Head.Version != 2 {
		t.Errorf("the second version is %d", second.Head.Version)
	}
	all, err := y.s.Surveys(t.Context(), y.w.Project)
	y.ok(err)
	if !reflect.DeepEqual(all, []annual.Head{second.Head}) {
		t.Errorf("changed to\n%+v, want\n%+v", all, second.Head)
	}
	if all, err := y.s.Surveys(t.Context(), y.w.Project+1); err != nil || len(all) != 0 {
		t.Errorf("of another estate: %+v, %v", all, err)
	}
	if _, err := y.s.Survey(t.Context(), 99); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("no survey: %v", err)
	}
}

func TestTextInDocumentsIsBroughtIntoFormOrRefused(t *testing.T) {
	y := openYearly(t)
	h := y.planned(2026)
	h.Plan.Purpose, h.Plan.Scope = "Cafe\u0301 \\u0000 <&>", "é"
	kept := y.keep(annual.Move{Head: h, Act: y.act(2, annual.ActChanged)})
	got, err := y.s.Survey(t.Context(), h.ID)
	y.ok(err)
	if got.Plan.Purpose != "Café \\u0000 <&>" || kept.Head.Plan.Purpose != got.Plan.Purpose {
		t.Errorf("read %q, was told %q", got.Plan.Purpose, kept.Head.Plan.Purpose)
	}
	for _, bad := range []string{"a\x00b", "\xff"} {
		h := kept.Head
		h.Findings.Summary = bad
		if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Act: y.act(3, annual.ActConcluded)}); !faulty(err, "text", "unfit") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	h = kept.Head
	h.Findings.Suggestions = []annual.Suggestion{{From: math.NaN()}}
	if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Act: y.act(3, annual.ActConcluded)}); err == nil {
		t.Error("a figure that is none was written")
	}
}

func TestSheetsAreKeptAndReadBackWhole(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	var full annual.Sheet
	f := filler{w: y.w}
	f.fill(reflect.ValueOf(&full).Elem(), "sheet", 1)
	full.No, full.Version, full.Recommend, full.Marks, full.First, full.Second = 581, 0, 10, "5-", "50", "40"
	full.By, full.SecondBy, full.Open = y.w.Fang, y.w.Jing, []string{"", `說"好"，\ <也>`}
	changes := full.Changes
	full.Changes = nil
	if kept := y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{full, y.sheet(204)}}); kept.Sheets[0].No != 581 || kept.Sheets[1].Version != 1 {
		t.Errorf("kept as %+v", kept.Sheets)
	}
	all, err := y.s.Sheets(t.Context(), h.ID)
	y.ok(err)
	full.Version = 1
	plain := y.sheet(204)
	plain.Version = 1
	if !reflect.DeepEqual(all, []annual.Sheet{plain, full}) {
		t.Errorf("read back\n%+v, want\n%+v\n%+v", all, plain, full)
	}

	for i, c := range changes {
		full.Marks = []string{"44", "33"}[i]
		c.N = i + 1
		full.Version = y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{full}, Changes: map[int]annual.SheetChange{581: c}}).Sheets[0].Version
		changes[i] = c
	}
	full.Changes = changes
	if found := empty(reflect.ValueOf(full), "sheet"); !slices.Equal(found, []string{"sheet.Open[0]"}) {
		t.Errorf("nothing is said by %q", found)
	}
	got, err := y.s.Sheet(t.Context(), h.ID, 581)
	y.ok(err)
	if !reflect.DeepEqual(got, full) || full.Version != 3 {
		t.Errorf("read back\n%+v, want\n%+v", got, full)
	}
	if _, err := y.s.Sheet(t.Context(), h.ID, 582); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("no sheet: %v", err)
	}
	if _, err := y.s.Sheet(t.Context(), h.ID+1, 581); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("of another survey: %v", err)
	}
}

func TestResultsAreKeptAsTheyWereReported(t *testing.T) {
	y := openYearly(t)
	h := y.planned(2026)
	if _, err := y.s.KeptResults(t.Context(), h.ID); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("before a report: %v", err)
	}
	var first annual.Results
	f := filler{w: y.w}
	f.fill(reflect.ValueOf(&first).Elem(), "results", 1)
	h = y.keep(annual.Move{Head: h, Act: y.act(2, annual.ActReported), Results: &first}).Head
	got, err := y.s.KeptResults(t.Context(), h.ID)
	y.ok(err)
	if !reflect.DeepEqual(got, first) {
		t.Errorf("read back\n%+v, want\n%+v", got, first)
	}
	again := annual.Results{Year: 2026, Cuts: first.Cuts}
	again.Index.SE, again.Index.Mean = math.NaN(), math.Inf(1)
	y.keep(annual.Move{Head: h, Act: y.act(3, annual.ActReissued), Results: &again})
	got, err = y.s.KeptResults(t.Context(), h.ID)
	y.ok(err)
	if !math.IsNaN(got.Index.SE) || !math.IsInf(got.Index.Mean, 1) || got.Year != 2026 || got.Items != nil || got.Overall != nil {
		t.Errorf("the newest is %+v", got)
	}
}

func TestUnitsAreListedAsAsked(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	tried := annual.Attempt{Unit: 1, N: 1, At: datatest.At(24, 19, 0).UTC(), By: y.w.Jing, Mode: annual.Paper, Outcome: annual.Later, Note: "週末再來"}
	first := annual.Unit{N: 1, Room: y.w.Rooms["1-1-101"], Order: 1, Called: true, Interviewer: y.w.Jing, Outcome: annual.Refused, Attempts: 1, Contacted: true, ReplacedBy: 3}
	y.keep(annual.Move{Head: h, Units: []annual.Unit{first}, Attempts: []annual.Attempt{tried}})
	for _, c := range []struct {
		says string
		of   annual.WantedUnits
		want []int
	}{
		{"all", annual.WantedUnits{}, []int{1, 2, 3}},
		{"called", annual.WantedUnits{Called: true}, []int{1, 2}},
		{"reserves", annual.WantedUnits{Reserves: true}, []int{3}},
		{"a stratum", annual.WantedUnits{OneStratum: true}, []int{1, 3}},
		{"reserves of another stratum", annual.WantedUnits{Reserves: true, OneStratum: true, Stratum: 1}, nil},
		{"an interviewer's", annual.WantedUnits{Interviewer: y.w.Jing}, []int{1}},
		{"refused", annual.WantedUnits{Outcome: annual.Refused}, []int{1}},
		{"waiting", annual.WantedUnits{Called: true, Waiting: true}, []int{2}},
		{"the second page", annual.WantedUnits{From: 1, Limit: 1}, []int{2}},
		{"from the second on", annual.WantedUnits{From: 1}, []int{2, 3}},
		{"another survey", annual.WantedUnits{Survey: h.ID + 1}, nil},
	} {
		if c.of.Survey == 0 {
			c.of.Survey = h.ID
		}
		all, err := y.s.Units(t.Context(), c.of)
		y.ok(err)
		var got []int
		for _, u := range all {
			got = append(got, u.N)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.says, got, c.want)
		}
	}
	u, all, err := y.s.Unit(t.Context(), h.ID, 1)
	y.ok(err)
	if u != first || !slices.Equal(all, []annual.Attempt{tried}) {
		t.Errorf("read back %+v with %+v", u, all)
	}
	if n, err := y.s.UnitOf(t.Context(), h.ID, 204); n != 2 || err != nil {
		t.Errorf("number 204 was given to %d, %v", n, err)
	}
	units, err := y.s.UnitsOf(t.Context(), h.ID, []int{581, 205, 204})
	y.ok(err)
	if want := (map[int]annual.Unit{581: first, 204: {N: 2, Stratum: 1, Room: y.w.Rooms["2-1-1201"], Order: 1, Called: true}}); !reflect.DeepEqual(units, want) {
		t.Errorf("numbers were given to %+v, want %+v", units, want)
	}
	if _, err := y.s.UnitOf(t.Context(), h.ID, 205); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a number nobody has: %v", err)
	}
}

func TestANewFrameLeavesTheOldOneBehind(t *testing.T) {
	y := openYearly(t)
	h := y.planned(2026)
	h.Frame, h.Strata = 1, y.strata()
	h = y.keep(annual.Move{Head: h, Act: y.act(2, annual.ActApproved), Units: []annual.Unit{{N: 1, Room: y.w.Rooms["1-1-101"]}, {N: 2, Room: y.w.Rooms["1-1-102"]}}}).Head
	h.Frame = 2
	y.keep(annual.Move{Head: h, Act: y.act(3, annual.ActApproved), Units: []annual.Unit{{N: 1, Room: y.w.Rooms["1-1-102"], Stratum: 1}}})
	all, err := y.s.Units(t.Context(), annual.WantedUnits{Survey: h.ID})
	y.ok(err)
	if !slices.Equal(all, []annual.Unit{{N: 1, Room: y.w.Rooms["1-1-102"], Stratum: 1}}) {
		t.Errorf("the newest frame is %+v", all)
	}
}

func TestTheFrameIsWhoLivesThereNow(t *testing.T) {
	y := openYearly(t)
	w := y.w
	for _, tie := range []app.Tie{
		{Person: w.People["李娜"], Room: w.Rooms["1-1-102"], Owner: "OW-FAM"},
		{Person: w.People["李娜"], Room: w.Rooms["1-1-501"], Owner: "OW-COM"},
		{Person: w.People["李娜"], Room: w.Rooms["1-1-502"], Owner: app.Anonymous},
		{Person: w.People["李娜"], Room: w.Rooms["1-1-1201"], Owner: "OW-SELF", Ended: true},
		{Person: w.People["李娜"], Room: w.Rooms["2-1-101"], Owner: "OW-TEN"},
	} {
		y.ok(y.s.KeepTie(t.Context(), tie))
	}
	frame, err := y.s.RegisterFrame(t.Context(), w.Project)
	y.ok(err)
	at := func(block, entrance, door string, owner app.OwnerKind) annual.FrameUnit {
		return annual.FrameUnit{Room: w.Rooms[block+"-"+entrance+"-"+door], Area: w.East, AreaName: "東區", Building: w.Buildings[block], Block: block,
			Entrance: entrance, Door: door, Floor: door[:len(door)-2], Owner: owner}
	}
	want := []annual.FrameUnit{at("1", "1", "101", "OW-SHOP"), at("1", "1", "102", "OW-SELF"), at("2", "1", "101", "OW-TEN"),
		at("2", "1", "1201", "OW-TEN"), at("3", "2", "501", "OW-SELF")}
	if !slices.Equal(frame, want) {
		t.Errorf("the frame is\n%+v, want\n%+v", frame, want)
	}
	if frame, err := y.s.RegisterFrame(t.Context(), w.Project+1); err != nil || len(frame) != 0 {
		t.Errorf("of another estate: %+v, %v", frame, err)
	}
}

func TestAddressesNameWhomTheSampleMeans(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	all, err := y.s.Addresses(t.Context(), annual.WantedUnits{Survey: h.ID})
	y.ok(err)
	var got []string
	for _, a := range all {
		got = append(got, fmt.Sprint(a.Place.Short(), " ", strings.Join(a.Names, "、"), " ", a.Phone, " ", a.No))
	}
	// The owner who lets 2-1-1201, not the tenant; where nobody is what the stratum says, who is there.
	want := []string{"1-1-101 陳大文 0571-88007667 581", "2-1-1201 單志強 13700005678 204", "3-2-501 張小明 13812345678 0"}
	if !slices.Equal(got, want) {
		t.Errorf("found at\n%q, want\n%q", got, want)
	}
	if a := all[2]; a.Place.Area != y.w.East || a.Place.Building != y.w.Buildings["3"] || a.Place.Room != a.Unit.Room || a.No != 0 || !a.Unit.Reserve {
		t.Errorf("the reserve is found at %+v", a)
	}
	some, err := y.s.Addresses(t.Context(), annual.WantedUnits{Survey: h.ID, Called: true, From: 1, Limit: 1})
	y.ok(err)
	if !reflect.DeepEqual(some, all[1:2]) {
		t.Errorf("of the second only: %+v", some)
	}
}

func TestComplaintsOfAYearAreCountedByCategory(t *testing.T) {
	y := openYearly(t)
	ledger := datatest.NewLedger(y.w)
	var cases []app.Case
	add := func(at time.Time, change func(*app.Case)) {
		c := ledger.One(at, false)
		c.Kind, c.Category = app.Complaint, "EQ1"
		change(&c)
		cases = append(cases, c)
	}
	add(datatest.At(3, 10, 0), func(*app.Case) {})
	add(datatest.At(2, 10, 0), func(c *app.Case) { c.Category = "EQ" })
	add(datatest.At(4, 10, 0), func(c *app.Case) { c.Category = "SE2" })
	add(datatest.At(5, 10, 0), func(c *app.Case) { c.Kind = app.Repair })
	add(datatest.At(5, 11, 0), func(c *app.Case) { c.State = app.Void })
	add(datatest.At(5, 12, 0), func(c *app.Case) { c.Close = app.ClosedMerged })
	add(datatest.At(1, 10, 0), func(*app.Case) {})
	add(datatest.At(6, 0, 0), func(*app.Case) {})
	y.ok(y.s.KeepCases(t.Context(), cases))
	got, err := y.s.SurveyComplaints(t.Context(), y.w.Project, datatest.At(2, 0, 0), datatest.At(6, 0, 0))
	y.ok(err)
	if want := (map[app.Category][]app.IssueID{"EQ": {cases[1].ID, cases[0].ID}, "SE": {cases[2].ID}}); !reflect.DeepEqual(got, want) {
		t.Errorf("complaints are %v, want %v", got, want)
	}
	if got, err := y.s.SurveyComplaints(t.Context(), y.w.Project+1, time.Time{}, datatest.At(30, 0, 0)); err != nil || len(got) != 0 {
		t.Errorf("of another estate: %v, %v", got, err)
	}
}

func TestWhatStandsOnAnOlderStateOfASurveyIsRefusedWhole(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	sheet := y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(581)}}).Sheets[0]
	corrected := sheet
	corrected.Marks = "44"
	y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{corrected}})
	old := h
	old.Version--
	gone := h
	gone.ID = 99
	before := dump(y, h.ID)
	for _, c := range []struct {
		says string
		m    annual.Move
		want error
	}{
		{"an old survey with an act", annual.Move{Head: old, Act: y.act(3, annual.ActCounted)}, app.ErrConflict},
		{"an old survey with a sheet", annual.Move{Head: old, Sheets: []annual.Sheet{y.sheet(204)}}, app.ErrConflict},
		{"a survey that is not there", annual.Move{Head: gone, Sheets: []annual.Sheet{y.sheet(204)}}, app.ErrNotFound},
		{"an old sheet", annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(204), sheet}}, app.ErrConflict},
		{"a sheet that is not there", annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(204), {No: 7, Version: 1, Mode: annual.Paper, Keyed: sheet.Keyed, By: y.w.Fang}}}, app.ErrNotFound},
		{"a number that has a sheet", annual.Move{Head: h, Act: y.act(3, annual.ActImported), Sheets: []annual.Sheet{y.sheet(204), y.sheet(581)}}, app.ErrConflict},
		{"a number that was given", annual.Move{Head: h, Act: y.act(3, annual.ActDrawn), Links: []annual.Link{{No: 9, Unit: 3}, {No: 581, Unit: 3}}}, app.ErrConflict},
		{"a second survey of the year", annual.Move{Head: annual.Head{Project: y.w.Project, Year: 2026, State: annual.Planning, By: y.w.Fang, Made: datatest.At(23, 9, 1)},
			Act: y.act(1, annual.ActPlanned), Draw: app.PrefixSurvey}, app.ErrConflict},
	} {
		if _, err := y.s.KeepSurvey(t.Context(), c.m); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.says, err, c.want)
		}
		if after := dump(y, h.ID); after != before {
			t.Errorf("%s left something behind:\n%s, before\n%s", c.says, after, before)
		}
	}

	h.State, h.Why = annual.Cancelled, "改期"
	y.keep(annual.Move{Head: h, Act: y.act(3, annual.ActCancelled)})
	if again := y.planned(2026); again.Number != "DC-202611-0002" {
		t.Errorf("after cancelling one, the next is %s", again.Number)
	}
}

// dump is all that can be read of a survey.
func dump(y yearly, id annual.SurveyID) string {
	y.Helper()
	v, err := y.s.Survey(y.Context(), id)
	y.ok(err)
	all, err := y.s.Surveys(y.Context(), 0)
	y.ok(err)
	sheets, err := y.s.Sheets(y.Context(), id)
	y.ok(err)
	at, err := y.s.Addresses(y.Context(), annual.WantedUnits{Survey: id})
	y.ok(err)
	text, err := json.MarshalIndent([]any{v, all, sheets, at}, "", " ")
	y.ok(err)
	return string(text)
}

func TestWhatBreaksARuleOfTheFileIsRefused(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	for says, change := range map[string]func(*annual.Sheet){
		"marks of six":                   func(v *annual.Sheet) { v.Marks = "56" },
		"marks of letters":               func(v *annual.Sheet) { v.Marks = "5a" },
		"a recommendation of 11":         func(v *annual.Sheet) { v.Recommend = 11 },
		"a recommendation of -2":         func(v *annual.Sheet) { v.Recommend = -2 },
		"no way of asking":               func(v *annual.Sheet) { v.Mode = "" },
		"keyed twice by one person":      func(v *annual.Sheet) { v.Second, v.SecondBy = "55", v.By },
		"a second keying of one mark":    func(v *annual.Sheet) { v.Second, v.SecondBy = "5", y.w.Jing },
		"a second keying of nobody":      func(v *annual.Sheet) { v.Second = "55" },
		"void without a reason":          func(v *annual.Sheet) { v.Void, v.VoidBy = true, y.w.Wu },
		"void by nobody":                 func(v *annual.Sheet) { v.Void, v.Why = true, "重複" },
		"asked again by nobody":          func(v *annual.Sheet) { v.Back = annual.Confirmed },
		"nothing to be printed, printed": func(v *annual.Sheet) { v.Quoted = true },
		"not keyed on any day":           func(v *annual.Sheet) { v.Keyed = workday.Date{} },
		"an answer with NUL":             func(v *annual.Sheet) { v.Open = []string{"a\x00"} },
	} {
		v := y.sheet(581)
		change(&v)
		if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(204), v}}); err == nil {
			t.Errorf("%s was kept", says)
		}
	}
	if all, err := y.s.Sheets(t.Context(), h.ID); err != nil || len(all) != 0 {
		t.Errorf("left behind: %+v, %v", all, err)
	}
	moved := annual.Unit{N: 1, Room: y.w.Rooms["1-1-102"], Order: 1, Called: true}
	if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Units: []annual.Unit{moved}}); err == nil {
		t.Error("a unit of the frame came to be another household")
	}
}

func TestNothingOfASurveyIsEverDeletedButTheLinks(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(581)}, Attempts: []annual.Attempt{{Unit: 1, N: 1, At: datatest.At(24, 9, 0), By: y.w.Jing, Mode: annual.Paper, Outcome: annual.Later}}})
	sheet := y.sheet(581)
	sheet.Version = 1
	y.keep(annual.Move{Head: h, Act: y.act(3, annual.ActReported), Results: &annual.Results{}, Sheets: []annual.Sheet{sheet},
		Changes: map[int]annual.SheetChange{581: {N: 1, At: sheet.Keyed, By: y.w.Fang, Why: "錄錯"}}})
	for _, table := range []string{"surveys", "survey_acts", "survey_units", "survey_attempts", "survey_links", "survey_sheets", "survey_sheet_changes", "survey_results"} {
		if err := data.Try(t, y.s, `DELETE FROM `+table); err == nil {
			t.Errorf("rows of %s were deleted", table)
		}
	}
	for _, how := range []string{
		`UPDATE survey_acts SET note = 'x'`, `UPDATE survey_attempts SET note = 'x'`, `UPDATE survey_links SET no = no + 1`,
		`UPDATE survey_sheet_changes SET why = 'x'`, `UPDATE survey_results SET kept = x''`,
	} {
		if err := data.Try(t, y.s, how); err == nil {
			t.Errorf("%s was done", how)
		}
	}
}

// lying counts the links whose bytes lie in the file or its log, as SQLite spells
// them: the number and the unit, or the unit and the number. Numbers and units of
// three bytes are found nowhere else side by side.
func (y yearly) lying(links map[int]int) (found int) {
	y.Helper()
	three := func(b []byte) int { return int(b[0])<<16 | int(b[1])<<8 | int(b[2]) }
	for _, end := range []string{"", "-wal"} {
		text, err := os.ReadFile(y.w.Path + end)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		y.ok(err)
		for i := range max(0, len(text)-5) {
			a, b := three(text[i:]), three(text[i+3:])
			if links[a] == b && b != 0 || links[b] == a && a != 0 {
				found++
			}
		}
	}
	return found
}

// linked gives numbers to many households, few at a time and in no order, so that
// pages of the file are split and leave copies behind.
func (y yearly) linked(h annual.Head) (annual.Head, map[int]int) {
	y.Helper()
	const many, few = 2000, 50
	populate(y, y, many)
	links, r := map[int]int{}, rand.New(rand.NewPCG(1, 2))
	nos, units := r.Perm(many), r.Perm(many)
	for at := 0; at < many; at += few {
		m := annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActReplaced)}
		for i := at; i < at+few; i++ {
			l := annual.Link{No: 0x5A17C3 + nos[i], Unit: 0x2B9E41 + units[i]}
			links[l.No] = l.Unit
			m.Links = append(m.Links, l)
			m.Units = append(m.Units, annual.Unit{N: l.Unit, Room: app.RoomID(1001 + i), Called: true})
		}
		h = y.keep(m).Head
	}
	if found := y.lying(links); found < 2*many {
		y.Fatalf("the links lie %d times in the file: their bytes are not those looked for", found)
	}
	return h, links
}

func TestDestroyedLinksAreNowhereInTheFile(t *testing.T) {
	y := openYearly(t)
	h, links := y.linked(y.fielded(2026))
	const no = 0x5A17C3
	y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(no)}})
	if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActDestroyed), Unlink: true}); err == nil {
		t.Fatal("links went without a record")
	}
	if n, err := y.s.UnitOf(t.Context(), h.ID, no); n != links[no] || err != nil {
		t.Fatalf("after a refusal the number is of %d, %v", n, err)
	}
	other := y.fielded(2025)
	half := app.FormDraft{By: y.w.Fang, Form: fmt.Sprintf("keying/%d/paper/581", h.ID), At: datatest.At(23, 9, 42), Base: map[string]string{}, Text: map[string]string{"/0": "[]"}}
	y.ok(y.s.KeepFormDraft(t.Context(), half))
	h.Destroyed, h.DestroyedBy = datatest.At(23, 9, 40), y.w.Wu
	y.keep(annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActDestroyed), Unlink: true})
	if found := y.lying(links); found != 0 {
		t.Errorf("the links still lie %d times in the file", found)
	}
	if left, err := y.s.FormDrafts(t.Context(), y.w.Fang); err != nil || len(left) != 0 {
		t.Errorf("what was half keyed is still there: %+v, %v", left, err)
	}
	if _, err := y.s.UnitOf(t.Context(), h.ID, no); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("the number is still known: %v", err)
	}
	all, err := y.s.Addresses(t.Context(), annual.WantedUnits{Survey: h.ID, Called: true})
	y.ok(err)
	if len(all) != 2002 || slices.ContainsFunc(all, func(a annual.Address) bool { return a.No != 0 }) {
		t.Errorf("addresses tell numbers: %+v", all)
	}
	if sheets, err := y.s.Sheets(t.Context(), h.ID); err != nil || len(sheets) != 1 || sheets[0].No != no {
		t.Errorf("the sheets are %+v, %v", sheets, err)
	}
	if n, err := y.s.UnitOf(t.Context(), other.ID, 581); n != 1 || err != nil {
		t.Errorf("another year's number is of %d, %v", n, err)
	}
	h.Version++
	if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Links: []annual.Link{{No: 77, Unit: 1}}}); err == nil {
		t.Error("a link was made after all were destroyed")
	}
	h.Destroyed = time.Time{}
	if _, err := y.s.KeepSurvey(t.Context(), annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActConcluded)}); err == nil {
		t.Error("the record of the destruction was taken back")
	}
}

func TestTheCheckFindsWhatDoesNotFitASurvey(t *testing.T) {
	y := openYearly(t)
	h := y.fielded(2026)
	y.keep(annual.Move{Head: h, Sheets: []annual.Sheet{y.sheet(204), y.sheet(581)},
		Units:    []annual.Unit{{N: 2, Stratum: 1, Room: y.w.Rooms["2-1-1201"], Order: 1, Called: true, Attempts: 1}},
		Attempts: []annual.Attempt{{Unit: 2, N: 1, At: datatest.At(24, 9, 0), By: y.w.Jing, Mode: annual.Phone, Outcome: annual.Later}}})
	found := func() (all []string) {
		errs, err := y.s.Check(t.Context())
		y.ok(err)
		for _, e := range errs {
			all = append(all, e.Error())
		}
		return all
	}
	if all := found(); len(all) > 0 {
		t.Fatalf("in a sound survey: %q", all)
	}
	for _, c := range []struct{ how, back, says string }{
		{`UPDATE survey_sheets SET marks = '555' WHERE no = 581`, `UPDATE survey_sheets SET marks = '55' WHERE no = 581`, "sheet 581 does not answer what is asked"},
		{`UPDATE survey_sheets SET stratum = 2 WHERE no = 204`, `UPDATE survey_sheets SET stratum = 1 WHERE no = 204`, "sheet 204 is of no stratum"},
		{`UPDATE surveys SET strata = '[{}]'`, `UPDATE surveys SET strata = '[{},{}]'`, "unit 2 is of no stratum"},
		{`UPDATE survey_units SET attempts = 3 WHERE n = 2`, `UPDATE survey_units SET attempts = 1 WHERE n = 2`, "unit 2 does not count its attempts"},
		{`UPDATE survey_units SET called = 1 WHERE n = 3`, `UPDATE survey_units SET called = 0 WHERE n = 3`, "unit 3 is in use without a number"},
		{`UPDATE surveys SET destroyed = '2026-11-23T09:00:00Z', destroyed_by_id = 1`, `SELECT 1`, "number 204 is still tied to a household"},
	} {
		data.Tamper(t, y.s, c.how)
		if all := found(); len(all) == 0 || !strings.Contains(strings.Join(all, "\n"), "survey DC-202611-0001: "+c.says) {
			t.Errorf("after %s: %q", c.how, all)
		}
		data.Tamper(t, y.s, c.back)
	}
}

func TestWhatCouldNotBeWipedIsWipedAtClosing(t *testing.T) {
	y := openYearly(t)
	h, links := y.linked(y.fielded(2026))
	h.Destroyed, h.DestroyedBy = datatest.At(23, 9, 40), y.w.Wu
	done := data.Reading(t, y.s) // somebody is still reading what was there before
	y.keep(annual.Move{Head: h, Act: y.act(h.Version+1, annual.ActDestroyed), Unlink: true})
	if y.lying(links) == 0 {
		t.Error("nothing was left to wipe: this proves nothing")
	}
	done()
	y.ok(y.s.Close())
	if found := y.lying(links); found != 0 {
		t.Errorf("the links still lie %d times in the file", found)
	}
}
