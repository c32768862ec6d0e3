package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

func line(number string) app.Line {
	return app.Line{
		Number: number, Intake: "SL-202611-0118", Project: 1, Kind: app.Repair, Category: "EQ1", Urgency: app.Urgent,
		State: app.Handling, Step: app.StepHandle, StepDue: clockAt(20, 18, 0), Due: clockAt(26, 18, 0), Received: clockAt(19, 9, 42),
		Channel: "CH-TEL", Name: "張小明", Place: app.Place{Block: "3", Unit: "2", Door: "501"}, Description: described,
		Lead: engineering, By: fang, Round: 1, Rework: 2, Final: 4,
	}
}

func TestAListIsExportedAsItStands(t *testing.T) {
	f := office(t, lang.Traditional)
	lines := []app.Line{line("ZB-202611-0042"), line("ZB-202611-0007")}
	table := IssueSheet(f, slices.Values(lines), "僅逾期")
	if !strings.Contains(table.Title, "僅逾期") || !strings.Contains(table.Title, "2026-11-23 09:58") {
		t.Errorf("the title is %q", table.Title)
	}
	var rows [][]any
	for row := range table.Rows {
		rows = append(rows, row)
	}
	at := func(row int, key string) any {
		for i, c := range table.Columns {
			if c.Title == f.Say(key) {
				return rows[row][i]
			}
		}
		t.Fatalf("no column %s", key)
		return nil
	}
	for key, want := range map[string]any{
		"list.number": "ZB-202611-0042", "list.intake.name": "張**", "list.place": "3-2-**", "list.subject": "設施設備", "list.category": "電梯",
		"list.reworks": 2, "list.rating": 4, "list.ended": nil, "list.late": "逾期 1 個工作日",
	} {
		if got := at(0, key); got != want {
			t.Errorf("%s: got %v, want %v", key, got, want)
		}
	}
	if got, ok := at(0, "list.intake.at").(time.Time); !ok || !got.Equal(clockAt(19, 9, 42)) || got.Format("15:04") != "09:42" {
		t.Errorf("received at %v", at(0, "list.intake.at"))
	}
	if len(rows) != 2 || at(1, "list.number") != "ZB-202611-0007" {
		t.Errorf("%d rows, the second %v", len(rows), rows[1])
	}
}

func TestAnOpenExportNamesPeople(t *testing.T) {
	f := office(t, lang.Traditional)
	f.Open = true
	for row := range IssueSheet(f, slices.Values([]app.Line{line("ZB-1")}), "").Rows {
		if !slices.Contains(row, any("張小明")) || !slices.Contains(row, any("3-2-501")) {
			t.Errorf("got %v", row)
		}
	}
}

func TestAnExportOpensAsAWorkbook(t *testing.T) {
	var out bytes.Buffer
	w, err := sheet.Write(&out, IssueSheet(office(t, lang.English), slices.Values([]app.Line{line("ZB-1")}), "late only"))
	if err != nil || w.Rows != 1 {
		t.Fatalf("%+v, %v", w, err)
	}
	book, err := sheet.Read("list.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, row := range book.Sheets[0].Rows {
		for _, c := range row {
			all.WriteString(c.Text + "|")
		}
	}
	for _, want := range []string{"late only", "Received", "2026-11-19 09:42", "張**"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("the workbook lacks %q: %s", want, all.String())
		}
	}
}
