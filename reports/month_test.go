package reports

import (
	"math"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
)

// october is a month with one department, eleven transfers and few complaints.
func october() figures.Report {
	at := time.Date(2026, 11, 2, 1, 0, 0, 0, time.UTC)
	ids := []app.IssueID{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	return figures.Report{
		Scope: figures.Bounds{From: time.Date(2026, 9, 30, 16, 0, 0, 0, time.UTC), At: at, Households: 1100},
		Rates: []figures.Rate{
			{Key: figures.TransferOnTime, Num: 9, Den: 10, Times: 1, Immature: 1, Above: ids[:9], Below: ids},
			{Key: figures.HandlingOnTime, Num: 2, Den: 3, Times: 1, Above: ids[:2], Below: ids[:3]},
			{Key: figures.Complaints, Num: 5, Den: 1100, Times: 100, Above: ids[:5]},
			{Key: figures.Closure, Times: 1},
		},
		Before:   []figures.Rate{{Key: figures.Acceptance, Num: 20, Den: 20, Times: 1}, {Key: figures.TransferOnTime, Num: 17, Den: 20, Times: 1}},
		LastYear: []figures.Rate{{Key: figures.Acceptance, Times: 1}, {Key: figures.Complaints, Den: 1100, Times: 100}}, // no ledger yet
		Handling: figures.Handling{Working: figures.Spread{N: 2, Mean: 7.25, Median: 7, P90: 9.5}},
		ByKind: figures.Grid{Rows: []string{"TYP-REP"}, Columns: []string{"CH-TEL", "CH-WX"},
			Cells: [][][]app.IssueID{{ids[:3], ids[3:5]}}, Before: map[string]int{"CH-WX": 2}, LastYear: map[string]int{"CH-TEL": 1}},
		Beside: figures.Beside{Reached: figures.Rate{Num: 3, Den: 4, Times: 1}, Households: figures.Rate{Num: 7, Den: 1100, Times: 100},
			Returned: ids[:3], Returns: 4, ByApproval: ids[:2], LateNotices: ids[:1]},
		ByBuilding: figures.Grid{Rows: []string{"4", "9"}, Columns: []string{"EQ", "LK"}, Cells: [][][]app.IssueID{{ids[:1], ids[1:4]}, {nil, ids[4:5]}}},
		Hot:        []figures.Cell{{Building: 4, Subject: "LK", Issues: ids[1:4]}},
		ByDept:     []figures.Row{{Key: "2", Issues: ids[:4], Before: 6, LastYear: 7, Completed: 3, Overdue: 1, OnTime: figures.Rate{Num: 3, Den: 4, Times: 1}}, {Key: "", Issues: ids[4:5]}},
		BySubject:  []figures.Row{{Key: "EQ", Issues: ids[:3], Before: 5, LastYear: 2}, {Key: "LK", Issues: ids[3:4]}},
		ByArea:     []figures.Row{{Key: "7", Issues: ids[:3], LastYear: 4, Households: 200}},
		Causes:     []figures.Row{{Key: "RC-EQP1", Issues: ids[:3]}, {Key: "RC-PEO1", Issues: ids[3:4]}},
		Ageing:     []figures.Row{{Key: "0-2", Issues: ids[:2]}},
		Problems:   []figures.Problem{{Category: "EQ1", Where: "lift", Issues: ids[:5], Areas: []app.AreaID{7}, Month: 3, Before: 2}},
		Series:     []figures.Point{{From: time.Date(2026, 9, 30, 16, 0, 0, 0, time.UTC), Received: 10, Closed: 7}},
		Numbers:    map[app.IssueID]string{1: "ZB-202610-0001"},
		Unresolved: []figures.Open{{ID: 1, Kind: app.Repair, Category: "EQ1", Area: 7, Lead: 2, Received: time.Date(2026, 10, 27, 1, 0, 0, 0, time.UTC), Due: time.Date(2026, 10, 30, 10, 0, 0, 0, time.UTC), Late: true, Overdue: 2}},
	}
}

func monthIn(t *testing.T, l lang.Language) Month {
	t.Helper()
	words, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	g := app.Ground{Departments: map[app.DeptID]app.Department{2: {ID: 2, Name: "工程維修部"}}, Rules: app.DefaultRules()}
	return NewMonth(Facts{Voice: say.Voice{Words: words, Ground: g}}, october(), PlaceNames{
		Areas: map[app.AreaID]string{7: "東區"}, Buildings: map[app.BuildingID]string{4: "3幢", 9: "未填"}, Places: map[app.IssueID]string{1: "3幢電梯"}})
}

func TestChartsShowWhatStandsOnEnough(t *testing.T) {
	m := monthIn(t, lang.Traditional)
	for _, c := range m.Charts {
		switch c.Name {
		case "rates":
			now := c.Series[0].Values
			if now[0] != .9 || !math.IsNaN(now[1]) || len(c.Series) != 2 { // 9 of 10, 2 of 3, nothing a year before
				t.Errorf("the main figures are %v", c.Series)
			}
		case "causes":
			if len(c.Labels) != 2 || c.Labels[0] != "設備：老化" || c.Series[0].Values[0] != 3 {
				t.Errorf("the causes are %v, %v", c.Labels, c.Series)
			}
		}
	}
}

// across is a row of a table as one text.
func across(r FigureRow) string {
	var words []string
	for _, c := range r.Cells {
		words = append(words, c.Text)
	}
	return strings.Join(words, "|")
}

func TestAMonthInWords(t *testing.T) {
	m := monthIn(t, lang.Traditional)
	for _, c := range []struct {
		table string
		row   int
		want  string
	}{
		{"kpi", 0, "轉辦及時率|90.0 %（9/10）|9|≥ 95 %|85.0 %（17/20）|+5.0|—|1"},
		{"kpi", 1, "處理及時率|2/3|2|≥ 95 %|—||—|"}, // too few for percent
		{"kpi", 2, "每百戶投訴量|0.45（5/1100）|5||—||—|"},
		{"kpi", 3, "閉環率|—|0||—||—|"},
		{"kpi", 4, "處理時長（工作時間）|平均 7.2 小時/中位 7.0 小時/九成 9.5 小時|2|||||"},
		{"kind", 0, "報修|3|2|5"},
		{"kind", 1, "合計|3|2|5"},
		{"kpi", 6, "回訪及時率（只計聯繫上的）|3/4|3|||||"},
		{"kpi", 7, "投訴涉及戶次（每百戶）|0.64（7/1100）|7|||||"},
		{"kpi", 8, "返工次數||4|||||"},
		{"kpi", 9, "經批准關閉||2|||||"},
		{"kpi", 10, "逾期才申請或告知的延期||1|||||"},
		{"kpi", 12, "掛起中的事項|凍結時尚未單獨統計||||||"},
		{"kind", 2, "上月|0|2|2"},
		{"kind", 3, "去年同月|1|0|1"},
		{"building", 0, "3幢|1|3 ▲|4"},
		{"building", 1, "未填|0|1|1"},
		{"dept", 0, "工程維修部|4|6|7|3|1|3/4|—|—"},
		{"dept", 1, "未填|1|0|0|0|0|—|—|—"},
		{"subject", 0, "設施設備|3|75.0 %|5|-2|2"},
		{"subject", 1, "滲漏水|1|25.0 %|0|+1|0"},
		{"area", 0, "東區|3|0|4|200|1.50"},
		{"age", 0, "0–2 個工作日|2"},
		{"problem", 0, "設施設備 / 電梯 · 3幢電梯|東區|0|5|3|2|按規則"},
		{"unresolved", 0, "ZB-202610-0001|報修|設施設備 / 電梯|東區|工程維修部|2026-10-27|2026-10-30（五）18:00|2"},
	} {
		rows := m.Table(c.table).Rows
		if c.row >= len(rows) || across(rows[c.row]) != c.want {
			t.Errorf("%s says %q, want %q", c.table, across(rows[min(c.row, len(rows)-1)]), c.want)
		}
	}
	if m.Title != "2026年10月" || !strings.Contains(m.Basis, "2026-11-02 09:00") || !strings.Contains(m.Basis, "1100") {
		t.Errorf("the month is %q, %q", m.Title, m.Basis)
	}
	if light := m.Table("kpi").Rows[0].Cells[1].Light; light != figures.Red {
		t.Errorf("90 of 95 percent shows %v", light)
	}
}

func TestEveryTableAndChartHasWordsInEachLanguage(t *testing.T) {
	for _, l := range lang.All {
		m := monthIn(t, l)
		if len(m.Tables) != 18 || len(m.Charts) != 6 {
			t.Fatalf("%s: %d tables, %d charts", l, len(m.Tables), len(m.Charts))
		}
		said := []string{m.Title, m.Basis}
		for _, table := range m.Tables {
			said = append(said, table.Title, table.Note)
			wide := 0
			for _, c := range table.Columns {
				said = append(said, c.Title)
				wide += c.Wide
			}
			if wide > 105 {
				t.Errorf("%s: the columns of %s take %d hundredths", l, table.Name, wide)
			}
			for _, r := range table.Rows {
				if len(r.Cells) != len(table.Columns) {
					t.Errorf("%s: %s has %d cells under %d titles", l, table.Name, len(r.Cells), len(table.Columns))
				}
				said = append(said, across(r))
			}
		}
		for _, c := range m.Charts {
			said = append(said, c.Title)
			said = append(said, c.Labels...)
		}
		for _, s := range said {
			if strings.Contains(s, "month.") || strings.Contains(s, "kpi.") || strings.Contains(s, "%!") {
				t.Errorf("%s: %q has no words", l, s)
			}
		}
	}
}

// With and without the time suspended, both figures stand in the panel.
func TestAMonthSaysItsFiguresWithAndWithoutTheTimeSuspended(t *testing.T) {
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	r := october()
	r.Waits = figures.Waits{Known: true, Now: []app.IssueID{1, 2}, Late: []app.IssueID{2},
		Counted: figures.Rate{Key: figures.Overdue, Num: 3, Den: 10, Times: 1, Above: []app.IssueID{1, 2, 3}},
		LeftOut: figures.Rate{Key: figures.Overdue, Num: 1, Den: 10, Times: 1, Above: []app.IssueID{3}}}
	said := map[string]string{}
	for _, row := range NewMonth(Facts{Voice: say.Voice{Words: words}}, r, PlaceNames{}).Table("kpi").Rows {
		said[row.Cells[0].Text] = across(row)
	}
	for _, want := range []string{"超期率（掛起期間計入）|30.0 %（3/10）|3|||||", "超期率（掛起期間不計）|10.0 %（1/10）|1|||||", "掛起中的事項||2|||||", "掛起已過覆核時間||1|||||"} {
		if name, _, _ := strings.Cut(want, "|"); said[name] != want {
			t.Errorf("it says %q, want %q", said[name], want)
		}
	}
}

// What owners said at sales and events stands event by event, with the sum below and in
// the panel; a freeze from before says that it was not counted.
func TestAMonthSaysWhatWasGatheredAtSalesAndEvents(t *testing.T) {
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	v := say.Voice{Words: words}
	v.Ground.Projects = map[app.ProjectID]app.Project{1: {ID: 1, Name: "雲山花園"}}
	r := october()
	before := NewMonth(Facts{Voice: v}, r, PlaceNames{}).Table("gathered").Rows
	if len(before) != 1 || before[0].Cells[0].Text != "凍結時尚未單獨統計" {
		t.Errorf("an older freeze says %+v", before)
	}
	r.Gathered = figures.Opinions{Known: true, Rows: []figures.OpinionsRow{
		{Gathering: 5, Number: "SJ-202610-0001", Project: 1, Title: "開放日", Event: "GE-SALES", Begins: r.Scope.From, Opinions: 20, Issues: []app.IssueID{1, 2}, Numbers: []string{"a", "b"}, InTime: 15, Late: 2, Open: 3, Overdue: 1},
		{Gathering: 6, Number: "SJ-202610-0002", Project: 1, Title: "遊園會", Event: "GE-COMMUNITY", Begins: r.Scope.From, Opinions: 2, InTime: 2},
	}}
	m := NewMonth(Facts{Voice: v}, r, PlaceNames{})
	rows := m.Table("gathered").Rows
	if len(rows) != 3 || rows[0].Gathering != 5 || rows[1].Gathering != 6 || !rows[2].Total {
		t.Fatalf("the rows are %+v", rows)
	}
	for i, want := range []string{"|20|2|15|2|3|1", "|2|0|2|0|0|0", "合計|||||22|2|17|2|3|1"} {
		if got := across(rows[i]); !strings.HasSuffix(got, want) {
			t.Errorf("row %d says %q", i, got)
		}
	}
	if got := across(rows[0]); !strings.HasPrefix(got, "開放日|雲山花園|SJ-202610-0001|銷售|") {
		t.Errorf("it says %q", got)
	}
	said := map[string]string{}
	for _, row := range m.Table("kpi").Rows {
		said[row.Cells[0].Text] = across(row)
	}
	for _, want := range []string{"銷售及活動收集的意見|2 場活動|22|||||", "其中登記為事項||2|||||", "意見按時處置率|85.0 %（17/20）|17|||||", "意見待處置且已逾期||1|||||"} {
		if name, _, _ := strings.Cut(want, "|"); said[name] != want {
			t.Errorf("it says %q, want %q", said[name], want)
		}
	}
}
