package console_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/console"
)

// reported is the report of a survey of the sample office: its figures, its text and
// its workbook.
func reported(t *testing.T, args ...string) (said resultsSaid, pdf string, book sheet.Book) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here")
	}
	dir := t.TempDir()
	got := done(t, append([]string{"survey", "report", "--json", "--out", dir}, args...)...)
	if err := json.Unmarshal([]byte(got), &said); err != nil {
		t.Fatalf("%v in %s", err, got)
	}
	files, err := filepath.Glob(filepath.Join(dir, "ownerdesk-survey-*"))
	if err != nil || len(files) != 2 {
		t.Fatalf("the files are %v, %v", files, err)
	}
	text, err := exec.Command("pdftotext", "-layout", files[0], "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if book, err = sheet.ReadFile(files[1]); err != nil {
		t.Fatal(err)
	}
	return said, string(text), book
}

// rowOf finds a row of a sheet, by the end of the sheet's name, that has a word.
func rowOf(t *testing.T, book sheet.Book, ending, word string) []string {
	t.Helper()
	for _, s := range book.Sheets {
		if !strings.HasSuffix(s.Name, ending) {
			continue
		}
		for _, r := range s.Rows {
			var row []string
			for _, c := range r {
				row = append(row, c.Text)
			}
			if slices.Contains(row, word) {
				return row
			}
		}
	}
	t.Errorf("the book has no %q on a sheet %q", word, ending)
	return nil
}

// lineOf finds a line of a text that says all of some words.
func lineOf(text string, words ...string) bool {
	for line := range strings.Lines(text) {
		all := true
		for _, w := range words {
			all = all && strings.Contains(line, w)
		}
		if all {
			return true
		}
	}
	return false
}

func TestTheReportOfAYearSaysTheFiguresOfTheProgram(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	b.asked(2031, 14, 12, 13, 11)
	b.ok(b.s.Close())
	said, pdf, book := reported(t, "--db", db, "--year", "2031")
	names := map[string]string{"SERVICE-1": "客服人員的態度", "SERVICE-2": "來電、來訪的響應速度", "CLEAN-1": "樓道、大堂、電梯的清潔"}
	if len(said.Items) != 3 {
		t.Fatalf("%d items", len(said.Items))
	}
	for _, i := range said.Items {
		row := rowOf(t, book, "指標得分，由高到低", names[i.Item])
		for at, want := range map[int]float64{2: float64(i.N), 3: *i.Score, 4: *i.Low, 5: *i.High, 6: *i.Top2} {
			if at >= len(row) || !near(row[at], want) {
				t.Errorf("%s: the book says %v, not %v", i.Item, row, want)
			}
		}
		if words := []string{names[i.Item], fmt.Sprintf("%.1f", *i.Score), fmt.Sprintf("%.1f–%.1f", *i.Low, *i.High), fmt.Sprintf("%.1f %%", 100**i.Top2)}; !lineOf(pdf, words...) {
			t.Errorf("the paper does not say %v", words)
		}
		if answers := rowOf(t, book, "作答分布", names[i.Item]); !slices.ContainsFunc(answers, func(c string) bool { return near(c, *i.Mean) }) {
			t.Errorf("the book says %v, not a mean of %v", answers, *i.Mean)
		}
	}
	index := rowOf(t, book, "總體滿意度與綜合指數", "綜合指數")
	if !near(index[2], *said.Weighted.Score) || !lineOf(pdf, "綜合指數", fmt.Sprintf("%.1f", *said.Weighted.Score)) {
		t.Errorf("the index is %v in the book, %v in the program", index, *said.Weighted.Score)
	}
	if alpha := rowOf(t, book, "信度", "全部題目"); !near(alpha[3], *said.Alpha.Value) || !lineOf(pdf, "全部題目", fmt.Sprintf("%.3f", *said.Alpha.Value)) {
		t.Errorf("alpha is %v in the book, %v in the program", alpha, *said.Alpha.Value)
	}
	for _, s := range book.Sheets {
		if s.Hidden {
			t.Errorf("%s is hidden", s.Name)
		}
	}
}

// What owners want done better is said with how many named anything.
func TestTheReportOfTheSampleHasTenToTwentyPages(t *testing.T) {
	_, pdf, book := reported(t, "--db", office(t, "1000"), "--year", "2026", "--lang", "zh-Hant")
	if n := strings.Count(pdf, "\f"); n < 10 || n > 20 {
		t.Errorf("it has %d pages", n)
	}
	if !lineOf(pdf, "最需改進的是", "（n=") || !strings.Contains(fmt.Sprint(book.Sheets), "份答卷作答，每份最多選 3 項") {
		t.Error("it does not say how many named something")
	}
}

func TestAReportOfFewTellsNothingOfThem(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	b.asked(2031, 14, 12, 3, 11)
	b.ok(b.s.Close())
	_, pdf, book := reported(t, "--db", db, "--year", "2031")
	if !strings.Contains(pdf, "作答過少，為保護個人不予顯示") || !lineOf(pdf, "第2區", "×") {
		t.Error("the paper does not say that something is hidden")
	}
	said := fmt.Sprint(book.Sheets)
	if !strings.Contains(said, "空格為作答過少") || strings.Contains(said, "× 作答過少") {
		t.Error("the book does not say what its empty cells are")
	}
	row := rowOf(t, book, "綜合指數", "第2區")
	if len(row) < 3 || row[1] != "" || row[2] != "" {
		t.Errorf("what three said, and what would tell of it, stands in the book: %v", row)
	}
}

func TestTheReportOfAYearIsWrittenTwiceTheSame(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	h, _, _ := b.asked(2031, 14, 12, 13, 11)
	b.ok(b.s.Close())
	var pages [2][]byte
	for i := range pages {
		dir := t.TempDir()
		out := done(t, "survey", "report", "--db", db, "--year", "2031", "--out", dir, "--lang", "en")
		path := filepath.Join(dir, "ownerdesk-survey-2031-"+b.g.Projects[h.Project].Name+".pdf")
		if !strings.Contains(out, path) {
			t.Errorf("it says %q", out)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = raw
	}
	if !bytes.Equal(pages[0], pages[1]) {
		t.Error("printed again, the bytes differ")
	}
}

func TestWhatAReportOfAYearNeedsIsSaid(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	h, _, _ := b.asked(2031, 14, 12)
	h.State, h.Version = annual.Field, 1
	_, err := b.s.KeepSurvey(b.Context(), annual.Move{Head: h, Act: annual.Act{N: 2, Kind: annual.ActReopened, At: noon, By: h.By}})
	b.ok(err)
	b.ok(b.s.Close())
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, console.Misled, "--out"},
		{[]string{"--out", t.TempDir()}, console.Misled, "ownerdesk survey report --year"},
		{[]string{"--out", db, "--year", "2026"}, console.Failed, db + " 是文件，不是文件夾"},
		{[]string{"--out", filepath.Join(db, "報告 甲"), "--year", "2026", "--lang", "en"}, console.Failed, "a file, not a folder"},
		{[]string{"--out", t.TempDir(), "--year", "1999"}, console.Failed, "沒有 1999 年的滿意度調查"},
		{[]string{"--out", t.TempDir(), "--year", "2031"}, console.Failed, "尚未截止回收"},
		{[]string{"--out", t.TempDir(), "--year", "2031", "--lang", "en"}, console.Failed, "still in the field"},
		{[]string{"--out", t.TempDir(), "--year", "2031", "--lang", "zh-Hans"}, console.Failed, "尚未截止回收，还不能出报告"},
		{[]string{"--json", "--year", "2031", "more"}, console.Misled, "more"},
	} {
		got := run(t, slices.Concat([]string{"survey", "report", "--db", db}, c.args)...)
		if got.code != c.code || !strings.Contains(got.err, c.says) || got.out != "" {
			t.Errorf("%q: %d, %s%s", c.args, got.code, got.out, got.err)
		}
	}
}

func TestTheReportNamesTheMeasuresThatCameOfItsProblems(t *testing.T) {
	db := office(t, "30")
	_, pdf, book := reported(t, "--db", db, "--year", "2025")
	named := func(text string) bool { return strings.Contains(text, "GJ-2025") || strings.Contains(text, "GJ-2026") }
	if !named(pdf) {
		t.Error("the paper names no measure")
	}
	if !slices.ContainsFunc(book.Sheets, func(s sheet.Sheet) bool {
		return slices.ContainsFunc(s.Rows, func(r []sheet.Cell) bool {
			return slices.ContainsFunc(r, func(c sheet.Cell) bool { return named(c.Text) })
		})
	}) {
		t.Error("the book names no measure")
	}
}
