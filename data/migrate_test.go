package data

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

// A file remembers only how many steps it has seen: a step that came in before one
// of these would be taken for it, and that one would be taken twice.
func TestStepsThatFilesHaveSeenKeepTheirPlaces(t *testing.T) {
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	known := []string{
		"0001_office", "0002_register", "0003_issues", "0004_desk", "0005_search", "0006_figures", "0007_meetings",
		"0008_taken_over", "0009_surveys", "0010_measures", "0011_alone", "0012_promises", "0013_identity", "0014_causes",
		"0015_form_drafts", "0016_repairs", "0017_onsite", "0018_codes", "0019_clock", "0020_helps", "0021_involved",
		"0022_callers", "0023_costs", "0024_suspended", "0025_gatherings", "0026_integrity", "0027_callers_back",
		"0028_first_drafts", "0029_every_code", "0030_clock_of_all", "0031_audit_answers", "0032_site_talks",
	}
	for i, name := range known {
		if got := strings.TrimSuffix(filepath.Base(all[i].name), ".sql"); got != name {
			t.Errorf("step %d is %s, was %s", i+1, got, name)
		}
	}
	for i, step := range all { // a gap would be an invitation to fill it
		if !strings.HasPrefix(filepath.Base(step.name), fmt.Sprintf("%04d_", i+1)) {
			t.Errorf("step %d is called %s", i+1, step.name)
		}
	}
}

func TestAFailingStepLeavesVersionAndTablesAsTheyWere(t *testing.T) {
	at := time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "office.db")
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.pen.close(); err != nil { // the step is taken on the one writing connection
		t.Fatal(err)
	}
	s.pen = nil
	defer s.Close()
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	s.new = false
	bad := step{"9999_bad.sql", `CREATE TABLE extra (id INTEGER); ALTER TABLE issues ADD COLUMN extra TEXT; INSERT INTO nowhere VALUES (1)`}
	if err := s.advance(t.Context(), append(all, bad)); err == nil {
		t.Fatal("a step that fails was taken")
	}
	var version, extra int
	if err := s.ro.QueryRow(`SELECT user_version FROM pragma_user_version`).Scan(&version); err != nil || version != len(all) {
		t.Errorf("the file is at step %d, %v", version, err)
	}
	err = s.ro.QueryRow(`SELECT (SELECT count(*) FROM sqlite_schema WHERE name = 'extra') + (SELECT count(*) FROM pragma_table_info('issues') WHERE name = 'extra')`).Scan(&extra)
	if err != nil || extra != 0 {
		t.Errorf("%d things were left behind, %v", extra, err)
	}
	if copies, err := s.Backups(""); err != nil || len(copies) != 1 || soundBackup(t.Context(), copies[0]) != nil {
		t.Errorf("before it, these copies were made: %v, %v", copies, err)
	}
	good := step{"9999_good.sql", `CREATE TABLE extra (id INTEGER)`}
	if err := s.advance(t.Context(), append(all, good)); err != nil {
		t.Fatal(err)
	}
	if err := s.ro.QueryRow(`SELECT user_version FROM pragma_user_version`).Scan(&version); err != nil || version != len(all)+1 {
		t.Errorf("the file is at step %d, %v", version, err)
	}
}

func TestAFileOfBeforeSurveysComesToHoldThem(t *testing.T) {
	at := time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "office.db")
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	db, err := door(path, url.Values{"mode": {"rwc"}})
	if err != nil {
		t.Fatal(err)
	}
	const before = 7
	for i, st := range all[:before] {
		if err := advanceBy(t.Context(), db, st, i+1); err != nil {
			t.Fatal(err)
		}
	}
	for _, how := range []string{
		`INSERT INTO departments (id, name, desk, closed, position) VALUES (1, '客戶服務部', 1, 0, 1)`,
		`INSERT INTO staff (id, name, dept_id, role, phone, closed) VALUES (1, '王芳', 1, 'clerk', '', 0)`,
		`INSERT INTO projects (id, name, code, closed) VALUES (1, '雲棲花園', 'YX', 0)`,
	} {
		if _, err := db.Exec(how); err != nil {
			t.Fatalf("%s: %v", how, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if copies, err := s.Backups(""); err != nil || len(copies) != 1 {
		t.Errorf("before it, these copies were made: %v, %v", copies, err)
	}
	m, err := s.KeepSurvey(t.Context(), annual.Move{
		Head: annual.Head{Project: 1, Year: 2026, State: annual.Planning, By: 1, Made: at},
		Act:  annual.Act{N: 1, Kind: annual.ActPlanned, At: at, By: 1}, Draw: app.PrefixSurvey,
	})
	if err != nil || m.Head.Number != "YX-DC-202611-0001" {
		t.Errorf("the first survey is %+v, %v", m.Head, err)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("the check finds %v, %v", found, err)
	}
}

// An older file's newest moment is that of all its entries: a meeting noted yesterday
// counts though the last issue is of last year. What somebody said of the clock since
// stays as it was said.
func TestTheNewestMomentOfAnOlderFileIsThatOfAllItsEntries(t *testing.T) {
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	step := slices.IndexFunc(all, func(st step) bool { return strings.HasSuffix(st.name, "clock_of_all.sql") })
	base := []string{
		`INSERT INTO departments (id, name, desk, closed, position) VALUES (1, '客戶服務部', 1, 0, 1)`,
		`INSERT INTO staff (id, name, dept_id, role, phone, closed) VALUES (1, '王芳', 1, 'clerk', '', 0)`,
		`INSERT INTO clock_answers (at, newest, by_id) SELECT '2025-03-01T01:00:00Z', '2025-03-01T00:00:00Z', 1 WHERE ?`,
		`UPDATE clock SET newest = '2025-03-01T00:00:00Z'`,
	}
	const yesterday = "2026-11-22T01:00:00Z"
	for _, c := range []struct {
		table, of string
		said      bool
		want      string
	}{
		{"acts", "issue_id", false, yesterday}, {"record_acts", "record_id", false, yesterday}, {"action_acts", "action_id", false, yesterday},
		{"survey_acts", "survey_id", false, yesterday}, {"measure_acts", "measure_id", false, yesterday},
		{"record_acts", "record_id", true, "2025-03-01T00:00:00Z"},
	} {
		db, err := door(filepath.Join(t.TempDir(), "office.db"), url.Values{"mode": {"rwc"}})
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		for i, st := range all[:step] {
			if err := advanceBy(t.Context(), db, st, i+1); err != nil {
				t.Fatal(err)
			}
		}
		extra, value := "", ""
		if c.table == "acts" {
			extra, value = ", round", ", 0"
		}
		entry := `INSERT INTO ` + c.table + ` (` + c.of + `, n, kind, at, by_id, note, diffs` + extra + `) VALUES (1, 1, 'x', '` + yesterday + `', 1, '', '[]'` + value + `)`
		for _, how := range append(append([]string{`PRAGMA foreign_keys = OFF`}, base...), entry) {
			args := []any{}
			if strings.Contains(how, "WHERE ?") {
				args = append(args, c.said)
			}
			if _, err := db.Exec(how, args...); err != nil {
				t.Fatalf("%s: %v", how, err)
			}
		}
		if err := advanceBy(t.Context(), db, all[step], step+1); err != nil {
			t.Fatal(err)
		}
		var newest string
		if err := db.QueryRow(`SELECT newest FROM clock`).Scan(&newest); err != nil || newest != c.want {
			t.Errorf("%s, said to be right: %v: the newest moment is %q, %v, want %q", c.table, c.said, newest, err, c.want)
		}
		db.Close()
	}
}
