package reports

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/paper"
)

func TestAConformityCheckPrintsWhoAnsweredAndABoxWhereNobodyHas(t *testing.T) {
	f := Facts{}
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	f.Words, f.Ground = words, app.Ground{Staff: map[app.StaffID]app.Staff{7: {ID: 7, Name: "王芳"}}}
	f.Ground.Office.Zone = "Asia/Shanghai"
	at := time.Date(2026, 11, 2, 2, 4, 0, 0, time.UTC)
	duty, _ := audit.ByHand("7.3.1")
	open, _ := audit.ByHand("7.2.1")
	r := audit.Report{ByHand: []audit.Question{
		{Duty: duty, Answers: []audit.Answer{{Said: audit.Yes, By: 7, At: at}, {Said: audit.No, Basis: "櫃未上鎖", By: 7, At: at}}}, {Duty: open},
	}}
	var rows [][]string
	for _, b := range f.byHand(r) {
		if kept, is := b.(paper.Keep); is {
			for _, in := range kept {
				if table, is := in.(paper.Table); is {
					rows = table.Rows
				}
			}
		}
	}
	if len(rows) != 2 {
		t.Fatalf("the paper has %d rows", len(rows))
	}
	for _, want := range []string{"櫃未上鎖", "王芳", "2026-11-02 10:04"} {
		if !strings.Contains(rows[0][3], want) {
			t.Errorf("%q does not say %s", rows[0][3], want)
		}
	}
	said := []string{f.AuditSaid(audit.Yes), f.AuditSaid(audit.No), f.AuditSaid(audit.None)}
	if rows[0][2] != paper.Ticks(said, 1) || rows[1][2] != paper.Ticks(said) || rows[1][3] != "" {
		t.Errorf("the boxes are %q and %q, the note beside the empty one is %q", rows[0][2], rows[1][2], rows[1][3])
	}
}
