package console_test

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
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

func TestThePapersOfAMonthNameNoRoomNorOwner(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "office.db")
	done(t, "demo", "--db", db, "--issues", "600", "--until", "2026-11-23T09:42")
	done(t, "pack", "--db", db, "--month", "2026-10", "--as-of", "2026-10-20T12:00", "--out", dir)
	said := cells(t, filepath.Join(dir, "ownerdesk-2026-10.xlsx"), "事項清單")
	column := func(title string) int { return slices.Index(said[1], title) }
	if len(said) < 10 || column("業主姓名") < 0 || column("房號") < 0 || column("接收時間") < 0 {
		t.Fatalf("the sheet of issues begins %v", said[:2])
	}
	room := regexp.MustCompile(`[0-9A-Z]-[0-9]{1,2}-[0-9]{3,4}\b|[0-9]{3,4}(室|房)`)
	for _, row := range said[2:] {
		if name := row[column("業主姓名")]; name != "" && name != "匿名" && !strings.Contains(name, "*") {
			t.Errorf("an owner is named: %s", name)
		}
		if place := row[column("房號")]; room.MatchString(place) {
			t.Errorf("a room is named: %s", place)
		}
		if came := row[column("接收時間")]; came > "2026-10-20 12:00" {
			t.Errorf("listed is what came at %s", came)
		}
	}
	for _, sheet := range []string{"同一房屋或位置多次", "共性問題", "未結與逾期"} {
		for _, row := range cells(t, filepath.Join(dir, "ownerdesk-2026-10.xlsx"), sheet) {
			if words := strings.Join(row, " "); room.MatchString(words) {
				t.Errorf("%s names a room: %s", sheet, words)
			}
		}
	}
}
