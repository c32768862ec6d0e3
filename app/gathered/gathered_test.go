package gathered

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
)

var zone = time.FixedZone("UTC+8", 8*60*60)

// options are those of an office with two estates and one member of staff.
func options() Options {
	words := Words{past.NewWords(), past.Dictionary[meeting.Subject]{}}
	words.Events.Add("销售", "GE-SALES")
	words.Categories.Add("停车车辆", "PK")
	return Options{Now: time.Date(2026, 11, 23, 10, 0, 0, 0, zone), Zone: zone, Words: words, Project: 1, Ground: app.Ground{
		Rules: app.DefaultRules(), Calendar: workday.New(workday.CN, workday.Five(), zone, nil, []int{2026}),
		Projects:    map[app.ProjectID]app.Project{1: {ID: 1, Name: "雲棲花園"}, 2: {ID: 2, Name: "江畔名邸"}},
		Departments: map[app.DeptID]app.Department{1: {ID: 1, Desk: true}},
		Staff:       map[app.StaffID]app.Staff{7: {ID: 7, Name: "王芳", Dept: 1, Role: app.Clerk}, 8: {ID: 8, Name: "小工", Dept: 2, Role: app.Worker}},
	}}
}

// table is a sheet of rows with bars between the cells.
func table(rows ...string) register.Sheet {
	s := register.Sheet{Name: "表"}
	for _, row := range rows {
		var cells []register.Cell
		for _, text := range strings.Split(row, "|") {
			cells = append(cells, register.Cell{Text: text})
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}

func tried(s register.Sheet, here []meeting.Record, by app.StaffID) *Plan {
	p := NewPlan([]register.Sheet{s}, options())
	p.Try(here, Taking{By: by, Register: true})
	return p
}

func said(all []register.Problem) (list []string) {
	for _, p := range all {
		list = append(list, p.String())
	}
	return list
}

func TestTheEventIsReadWhereverItStands(t *testing.T) {
	const row = "陳先生|138 0000 0000|3-2-501|訪客車位太少|建議|停车车辆"
	const columns = "姓名|電話|房號|意見內容|類別|分類"
	for name, s := range map[string]register.Sheet{
		"in two cells each":  table("意見收集表", "活動|二期開盤|日期|2026/11/20 14:00", "樓盤|雲棲花園|收集人|王芳、實習生小周", columns, row),
		"in one cell each":   table("活動：二期開盤|日期：2026-11-20 14:00", "樓盤：雲棲花園|收集人：王芳、實習生小周", columns, row),
		"in one cell":        table("活動：二期開盤　日期：2026年11月20日 14:00　項目：雲棲花園　收集人：王芳、實習生小周", columns, row),
		"in columns":         table("活動名稱|活動時間|項目|收集人|"+columns, "二期開盤|2026-11-20 14:00|雲棲花園|王芳、實習生小周|"+row),
		"below the list too": table("活動：二期開盤", columns, row, "收集人：王芳、實習生小周|日期：2026-11-20 14:00"),
	} {
		p := tried(s, nil, 7)
		if len(p.Outcome.Orders) != 1 || p.Outcome.Refused > 0 {
			t.Errorf("%s: %q, missing %v", name, said(p.Outcome.Problems()), p.Missing())
			continue
		}
		o := p.Outcome.Orders[0]
		if o.Project != 1 || o.Title != "二期開盤" || o.Subject != "GE-SALES" || o.Recorder != 7 || o.Helpers != "實習生小周" || !o.Begins.Equal(time.Date(2026, 11, 20, 14, 0, 0, 0, zone)) {
			t.Errorf("%s: the head is %+v", name, o)
		}
		if want := (meeting.Opinion{Name: "陳先生", Phone: "138 0000 0000", Room: "3-2-501", Text: "訪客車位太少", Sort: app.Suggestion, Category: "PK"}); o.Opinions[0] != want {
			t.Errorf("%s: the opinion is %+v", name, o.Opinions[0])
		}
	}
}

func TestSeveralEventsInOneFileBecomeSeveralGatherings(t *testing.T) {
	p := tried(table("活動名稱|活動時間|項目|收集人|意見內容", "二期開盤|2026-11-20|雲棲花園|王芳|甲", "||||乙", "中秋遊園|2026-09-25|江畔名邸|外聘小李|丙", "二期開盤|2026-11-20|雲棲花園|王芳|丁"), nil, 7)
	var got []string
	for _, o := range p.Outcome.Orders {
		texts := ""
		for _, v := range o.Opinions {
			texts += v.Text
		}
		got = append(got, fmt.Sprint(o.Project, o.Title, texts))
	}
	if want := []string{"1二期開盤甲乙丁", "2中秋遊園丙"}; !slices.Equal(got, want) {
		t.Errorf("%q; %q", got, said(p.Outcome.Problems()))
	}
}

func TestEveryFaultNamesSheetRowAndColumn(t *testing.T) {
	const columns = "活動名稱|活動時間|項目|收集人|意見內容|類型|分類|姓名"
	for name, c := range map[string]struct{ row, says string }{
		"no event":        {"|2026-11-20|雲棲花園|王芳|甲|建議|停车车辆|", `表!A2 gathered-missing "event"`},
		"no day":          {"開盤||雲棲花園|王芳|甲|建議|停车车辆|", `表!B2 gathered-missing "event_at"`},
		"no such day":     {"開盤|上週五|雲棲花園|王芳|甲|建議|停车车辆|", `表!B2 gathered-moment "上週五"`},
		"still ahead":     {"開盤|2026-11-24|雲棲花園|王芳|甲|建議|停车车辆|", `表!B2 gathered-future "2026-11-24"`},
		"no such estate":  {"開盤|2026-11-20|月球花園|王芳|甲|建議|停车车辆|", `表!C2 past-estate "月球花園"`},
		"nobody gathered": {"開盤|2026-11-20|雲棲花園||甲|建議|停车车辆|", `表!D2 gathered-missing "gathered_by"`},
		"no opinion":      {"開盤|2026-11-20|雲棲花園|王芳||建議|停车车辆|陳先生", `表!E2 gathered-missing "opinion"`},
		"no such sort":    {"開盤|2026-11-20|雲棲花園|王芳|甲|吵架|停车车辆|", `表!F2 past-type "吵架"`},
		"too long a name": {"開盤|2026-11-20|雲棲花園|王芳|甲|建議|停车车辆|" + strings.Repeat("長", app.LongestLine+1), `表!H2 gathered-long "200"`},
	} {
		p := tried(table(columns, c.row), nil, 7)
		var fatal []register.Problem
		for _, one := range p.Outcome.Problems() {
			if one.Fatal {
				fatal = append(fatal, one)
			}
		}
		if got := said(fatal); len(got) != 1 || got[0] != c.says || p.Outcome.Refused != 1 || len(p.Outcome.Orders) != 0 {
			t.Errorf("%s: %q, %d refused", name, got, p.Outcome.Refused)
		}
	}
	if p := tried(table(columns, "開盤|2026-11-20|雲棲花園|王芳|甲|建議|停车车辆|"), nil, 8); p.Outcome.New != 0 || p.Outcome.Problems()[len(p.Outcome.Problems())-1].Rule != NotAllowed {
		t.Errorf("whoever may not: %+v", said(p.Outcome.Problems()))
	}
}

func TestNothingIsDroppedWithoutAWord(t *testing.T) {
	p := tried(table("活動：開盤　日期：2026-11-20　收集人：王芳", "序號|姓名|意見內容|跟進情況|分類|類別", "1|甲|樓道燈暗|已轉工程|月球|", "2|乙|燈|||停车车辆|另寫一句", "3", "以上由市場部整理", "合計|2"), nil, 7)
	got := strings.Join(said(p.Outcome.Problems()), "\n")
	for _, want := range []string{`D2 gathered-column-left "跟進情況 (1)"`, `E3 gathered-subject "月球"`, `G4 gathered-cell-left "另寫一句"`, "gathered-sort-none", "gathered-event-kind"} {
		if !strings.Contains(got, want) && !(want == "gathered-event-kind" && strings.Contains(got, `gathered-event-kind "開盤"`)) {
			t.Errorf("it does not say %s:\n%s", want, got)
		}
	}
	if v := p.Outcome.Orders[0].Opinions; v[0].Category != other || v[0].Note != "月球" || v[1].Category != "PK" {
		t.Errorf("kept are %+v", v)
	}
	var passed []string
	for _, s := range p.Reading.Skipped {
		passed = append(passed, fmt.Sprint(s.Row, s.Why))
	}
	if want := []string{"1title", "2heading", "5remark", "6remark", "7total"}; !slices.Equal(passed, want) {
		t.Errorf("passed over are %v", passed)
	}
}

func TestTheSameFileTwiceIsNoticed(t *testing.T) {
	s := table("活動：開盤　日期：2026-11-20　收集人：王芳", "姓名|意見內容", "甲|樓道燈暗", "|燈", "|燈")
	first := tried(s, nil, 7)
	if first.Outcome.New != 3 || !strings.Contains(strings.Join(said(first.Outcome.Problems()), ""), `gathered-same-row "4"`) {
		t.Fatalf("the first time: %q", said(first.Outcome.Problems()))
	}
	o := first.Outcome.Orders[0]
	here := meeting.Record{Head: meeting.Head{Kind: meeting.Gathering, Project: o.Project, Number: "SJ-202611-0001", State: meeting.Held, Details: o.Details}, Opinions: o.Opinions}
	if again := tried(s, []meeting.Record{here}, 7); again.Outcome.There != 3 || again.Outcome.New != 0 || len(again.Outcome.Orders) != 0 {
		t.Errorf("again: %+v", again.Outcome)
	}
	s.Rows = append(s.Rows, table("丙|新的一條").Rows...)
	if more := tried(s, []meeting.Record{here}, 7); more.Outcome.There != 3 || more.Outcome.New != 1 || !strings.Contains(strings.Join(said(more.Outcome.Problems()), ""), `gathered-event-known "SJ-202611-0001"`) {
		t.Errorf("with one more: %q", said(more.Outcome.Problems()))
	}
	here.State = meeting.Cancelled
	if after := tried(s, []meeting.Record{here}, 7); after.Outcome.New != 4 {
		t.Errorf("once it was cancelled: %+v", after.Outcome)
	}
}
