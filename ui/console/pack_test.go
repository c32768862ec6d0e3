package console_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/console"
)

// cells are the rows of one sheet of a workbook, as text.
func cells(t *testing.T, path, name string) [][]string {
	t.Helper()
	book, err := sheet.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, s := range book.Sheets {
		if s.Name != name {
			continue
		}
		for _, r := range s.Rows {
			var row []string
			for _, c := range r {
				row = append(row, c.Text)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func TestPaperBookAndProgramSayTheSameNumbers(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here")
	}
	dir := t.TempDir()
	db := filepath.Join(dir, "office.db")
	done(t, "demo", "--db", db, "--issues", "1500", "--until", "2026-11-23T09:42")
	month := []string{"--db", db, "--month", "2026-10", "--as-of", "2026-11-01T00:00", "--households", "1100"}
	said := kpis(t, month...)
	done(t, append([]string{"pack", "--out", filepath.Join(dir, "out")}, month...)...)

	pdf, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "out", "ownerdesk-2026-10.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	book := cells(t, filepath.Join(dir, "out", "ownerdesk-2026-10.xlsx"), "指標")
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range said.KPIs {
		name := words.Say("kpi." + k.Key)
		if k.Den > 0 {
			if counts := fmt.Sprintf("%d/%d", k.Num, k.Den); !strings.Contains(string(pdf), counts) {
				t.Errorf("%s is %s, which the paper does not say", name, counts)
			}
		}
		found := false
		for _, row := range book {
			if len(row) < 4 || row[0] != name {
				continue
			}
			found = true
			if k.Den > 0 && (row[2] != fmt.Sprint(k.Num) || row[3] != fmt.Sprint(k.Den) || !near(row[1], *k.Value)) {
				t.Errorf("%s is %v of %d/%d; the book says %v", name, *k.Value, k.Num, k.Den, row)
			}
		}
		if !found {
			t.Errorf("the book does not know %s", name)
		}
	}
}

func TestThePapersOfAMonthComeOutTheSameAgain(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "office.db")
	done(t, "demo", "--db", db, "--issues", "200", "--until", "2026-11-23T09:42")
	var pages [2][]byte
	for i := range pages {
		out := filepath.Join(dir, fmt.Sprint(i))
		said := done(t, "pack", "--db", db, "--out", out)
		path := filepath.Join(out, "ownerdesk-2026-10.pdf")
		if !strings.Contains(said, path) {
			t.Errorf("it says %q", said)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = raw
	}
	if string(pages[0]) != string(pages[1]) {
		t.Error("printed again, the bytes differ")
	}
	if got := run(t, "pack", "--db", db); got.code != console.Misled || !strings.Contains(got.err, "--out") {
		t.Errorf("without a folder: %d, %s", got.code, got.err)
	}
}

// near reports whether a cell holds a number, up to the digits that it keeps.
func near(cell string, want float64) bool {
	got, err := strconv.ParseFloat(cell, 64)
	return err == nil && math.Abs(got-want) < 1e-9
}
