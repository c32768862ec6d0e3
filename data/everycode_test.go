package data

import (
	"database/sql"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
)

// wordsNotCodes are the columns that are named like a code and are none, or whose
// closed list is not one that a person chooses from.
var wordsNotCodes = map[string]string{
	"issues.controlled_how":      "how it was brought under control, in words",
	"record_problems.cause":      "in words",
	"codes.code":                 "the lists themselves",
	"list_items.code":            "the office's own codes",
	"projects.code":              "what stands before an estate's numbers",
	"actions.kind":               "of its record, which is checked",
	"measure_evaluations.code":   "of the questionnaire, or a name of one's own",
	"measure_milestones.reached": "a day",
	"saved_filters.sort":         "a column of a list",
}

// codedColumn is what columns of codes are called.
var codedColumn = regexp.MustCompile(`^(category|categories|channel|urgency|level|owner|relation|reached|method|methods|cause|valid|sort|kind|code|how|.*_how|.*_code)$`)

// guarded are the columns that the file checks against a list, with the trigger that
// does so, by table.
func guarded(t *testing.T, db *sql.DB) map[string]map[string]string {
	t.Helper()
	rows, err := db.Query(`SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_codes_insert'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	column, all := regexp.MustCompile(`NEW\.(\w+) <> ''|json_each\(NEW\.(\w+)\)`), map[string]map[string]string{}
	for rows.Next() {
		var table, how string
		if err := rows.Scan(&table, &how); err != nil {
			t.Fatal(err)
		}
		all[table] = map[string]string{}
		for _, m := range column.FindAllStringSubmatch(how, -1) {
			all[table][m[1]+m[2]] = how
		}
	}
	return all
}

// columnsOf are the columns of a table with something that may stand in each.
func columnsOf(t *testing.T, db *sql.DB, table string) map[string]string {
	t.Helper()
	rows, err := db.Query(`SELECT name, type FROM pragma_table_info(?)`, table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string]string{}
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			t.Fatal(err)
		}
		if all[name] = `1`; kind == "TEXT" {
			all[name] = `''`
		}
	}
	for _, name := range []string{"categories", "methods", "accused", "involved", "issues", "areas", "helping"} {
		if all[name] == `''` {
			all[name] = `'[]'`
		}
	}
	return all
}

func writing(table string, row map[string]string) string {
	names := slices.Sorted(maps.Keys(row))
	values := make([]string, len(names))
	for i, n := range names {
		values[i] = row[n]
	}
	return `INSERT INTO ` + table + ` (` + strings.Join(names, ", ") + `) VALUES (` + strings.Join(values, ", ") + `)`
}

// strange is a code that nobody made, as it stands in a column.
func strange(empty string) string {
	if empty == `'[]'` {
		return `'["XX-NONSENSE"]'`
	}
	return `'XX-NONSENSE'`
}

// unchecked opens a fresh file in which rows need not be whole, but for their codes.
func unchecked(t *testing.T) *sql.DB {
	t.Helper()
	db, err := door(filepath.Join(t.TempDir(), "office.db"), url.Values{"mode": {"rwc"}})
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	for i, st := range all {
		if err := advanceBy(t.Context(), db, st, i+1); err != nil {
			t.Fatal(err)
		}
	}
	others, err := names(db, `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%\_codes\_%' ESCAPE '\'`)
	if err != nil || len(others) == 0 {
		t.Fatalf("no other triggers: %v", err)
	}
	for _, other := range others {
		must(t, db, `DROP TRIGGER `+other)
	}
	must(t, db, `PRAGMA foreign_keys = OFF`, `PRAGMA ignore_check_constraints = ON`)
	for group, codes := range app.ClosedLists() {
		for _, c := range codes {
			must(t, db, fmt.Sprintf(`INSERT OR IGNORE INTO codes (grp, code) VALUES ('%s', '%s')`, group, c))
		}
	}
	return db
}

func names(db *sql.DB, how string) (all []string, err error) {
	rows, err := db.Query(how)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

func must(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// A column that is named like a code is checked by the file, or it is said why not.
func TestEveryCodedColumnIsGuarded(t *testing.T) {
	db := unchecked(t)
	guards, seen := guarded(t, db), 0
	rows, err := db.Query(`SELECT m.name, m.sql, c.name FROM sqlite_master m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.sql LIKE '%STRICT%' AND c.type = 'TEXT' ORDER BY m.name, c.name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var table, how, column string
		if err := rows.Scan(&table, &how, &column); err != nil {
			t.Fatal(err)
		}
		named := table + "." + column
		listed := regexp.MustCompile(`\b` + column + `\b[^,]*CHECK \(` + column + ` (IN|=) `).MatchString(how)
		acts := column == "kind" && strings.HasSuffix(table, "acts")
		if !codedColumn.MatchString(column) || listed || acts {
			continue
		}
		seen++
		if _, known := guards[table][column]; !known && wordsNotCodes[named] == "" {
			t.Errorf("%s is checked by nothing", named)
		}
	}
	if seen < 25 {
		t.Errorf("only %d columns of codes are found in the schema", seen)
	}
}

// No column of codes takes one that is in no list, in a new row or an old one; what
// an older file has stays, while the rest of its row is written again.
func TestNoColumnTakesAStrangeCodeAndOldOnesStay(t *testing.T) {
	db := unchecked(t)
	for table, columns := range guarded(t, db) {
		empty := columnsOf(t, db, table)
		for column, guard := range columns {
			row := maps.Clone(empty)
			row[column] = strange(empty[column])
			if _, err := db.Exec(writing(table, row)); err == nil || !strings.Contains(err.Error(), "in no list") {
				t.Errorf("a new row of %s with a strange %s: %v", table, column, err)
			}
			set := ` SET ` + column + ` = `
			must(t, db, writing(table, empty))
			if _, err := db.Exec(`UPDATE ` + table + set + row[column]); err == nil || !strings.Contains(err.Error(), "in no list") {
				t.Errorf("a row of %s that gets a strange %s: %v", table, column, err)
			}
			must(t, db, `DELETE FROM `+table, `DROP TRIGGER `+table+`_codes_insert`, writing(table, row), guard)
			must(t, db, writing(table, row)+` ON CONFLICT DO UPDATE`+set+`excluded.`+column, `UPDATE `+table+set+column)
			var now string
			if err := db.QueryRow(`SELECT ` + column + ` FROM ` + table).Scan(&now); err != nil || `'`+now+`'` != row[column] {
				t.Errorf("%s of %s in an older file has become %q, %v", column, table, now, err)
			}
			must(t, db, `DELETE FROM `+table)
		}
	}
}
