package data

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Issues of a file from before costs were kept say that nothing is recorded.
func TestIssuesOfAnOlderFileHaveNoCost(t *testing.T) {
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	step := slices.IndexFunc(all, func(st step) bool { return strings.HasSuffix(st.name, "costs.sql") })
	db, err := door(filepath.Join(t.TempDir(), "office.db"), url.Values{"mode": {"rwc"}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for i, st := range all[:step] {
		if err := advanceBy(t.Context(), db, st, i+1); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := db.Query(`SELECT name, type FROM pragma_table_info('issues') WHERE "notnull" AND dflt_value IS NULL AND name <> 'id'`)
	if err != nil {
		t.Fatal(err)
	}
	var names, values []string
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			t.Fatal(err)
		}
		value := `0`
		if kind == "TEXT" {
			value = `'2026-11-23T01:42:00Z'`
		}
		switch name {
		case "version", "project_id", "by_id", "households", "rules_version":
			value = `1`
		case "kind":
			value = `'TYP-REP'`
		case "category", "channel", "urgency", "level", "owner", "reply_how", "close_code", "asking":
			value = `''`
		}
		names, values = append(names, name), append(values, value)
	}
	if err := rows.Close(); err != nil {
		t.Fatal(err)
	}
	for _, how := range []string{
		`PRAGMA foreign_keys = OFF`, `PRAGMA ignore_check_constraints = ON`, `INSERT INTO codes (grp, code) VALUES ('kind', 'TYP-REP')`,
		`INSERT INTO issues (` + strings.Join(names, ", ") + `) VALUES (` + strings.Join(values, ", ") + `)`,
	} {
		if _, err := db.Exec(how); err != nil {
			t.Fatalf("%s: %v", how, err)
		}
	}
	if err := advanceBy(t.Context(), db, all[step], step+1); err != nil {
		t.Fatal(err)
	}
	var n, costs int
	var charge string
	err = db.QueryRow(`SELECT cost_n, charge, (SELECT count(*) FROM costs) FROM issues`).Scan(&n, &charge, &costs)
	if err != nil || n != 0 || charge != "" || costs != 0 {
		t.Errorf("an older issue has record %d, %q, %d records, %v", n, charge, costs, err)
	}
}
