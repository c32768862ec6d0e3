package reports

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// knownOf are the texts of a survey.
func knownOf(t *testing.T, f Facts, h annual.Head) annual.Known {
	t.Helper()
	k, err := say.SurveyKnown(f.Voice, h.Questionnaire)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// textRows are the cells of a sheet, as the window hands them to the reader.
func textRows(s sheet.Sheet) [][]string {
	all := make([][]string, len(s.Rows))
	for i, row := range s.Rows {
		for _, c := range row {
			all[i] = append(all[i], c.Text)
		}
	}
	return all
}

func anyNumber(no int) (int, bool) { return no % 12, no >= 10_000 }

// formOf is the form of a survey, written and read again.
func formOf(t *testing.T, f Facts, h annual.Head, numbers ...int) sheet.Book {
	t.Helper()
	var out bytes.Buffer
	if err := WriteAnswerForm(&out, f, h, numbers); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read("form.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAFormThatWasFilledInIsReadInAnyLanguage(t *testing.T) {
	for _, wrote := range lang.All {
		for _, reads := range lang.All {
			f := office(t, wrote)
			h := surveyed(f)
			b := formOf(t, f, h, 10005, 10018, 10023)
			put(b, 0, 2, 1, f.Say("code.SR-3"))
			for i := range 21 {
				put(b, 0, 2, 2+i, []string{"5", "4", f.Say("paper.survey.unknown"), "", "1"}[i%5])
			}
			put(b, 0, 2, 23, "9")
			put(b, 0, 2, 24, f.Say("survey.choice.CHOICE-NOISE"))
			put(b, 0, 2, 25, f.Say("survey.choice.CHOICE-GREEN"))
			put(b, 0, 2, 28, "門崗好😀")
			put(b, 0, 2, 29, f.Say("code.SM-PAPER"))
			put(b, 0, 2, 30, "2026-11-20")
			g := office(t, reads)
			rows := textRows(b.Sheets[0])
			m := annual.MappingOf(rows, textRows(b.Sheets[1]), h.Questionnaire, knownOf(t, g, h))
			sheets, troubles := annual.ReadRows(m, rows, h, anyNumber)
			if len(troubles) > 0 || len(sheets) != 1 {
				t.Fatalf("%s read in %s: %d sheets, %v", wrote, reads, len(sheets), troubles)
			}
			s := sheets[0]
			got := fmt.Sprintf("%d %s %s %d %v %s %s %s", s.No, s.Mode, s.Marks, s.Recommend, s.Choices, s.Open[1], s.Since, s.Filled)
			if want := "10005 SM-PAPER 540-1540-1540-1540-15 9 [CHOICE-NOISE CHOICE-GREEN] 門崗好😀 SR-3 2026-11-20"; got != want {
				t.Errorf("%s read in %s: %s, want %s", wrote, reads, got, want)
			}
			m2 := annual.GuessMapping(rows, h.Questionnaire, knownOf(t, g, h))
			if !slices.Equal(m.Columns, m2.Columns) || m.Heads != m2.Heads {
				t.Errorf("%s: without the hidden sheet its columns would be %v", wrote, m2.Columns)
			}
		}
	}
}

func TestTheFormOffersWhatMayBeAnswered(t *testing.T) {
	f := office(t, lang.Simplified)
	h := surveyed(f)
	h.Plan.Convenience = true
	columns, held := asking{f, h}.formColumns()
	if held[1].Holds != annual.HoldsArea || !slices.Equal(columns[1].Choices, []string{"東區", "西區", "北區"}) || columns[4].Choices[5] != "不了解" || len(columns[26].Choices) != 12 {
		t.Errorf("%v, %v", held, columns)
	}
}

// export is what a site would write for two sheets of the ready questionnaire, with
// the texts as they were set up by our list.
func export(f Facts, h annual.Head) [][]string {
	heads := []string{"序号", "提交答卷时间", "所用时间", "来源"}
	one := []string{"1", "2026/11/20 14:03:22", "125秒", "微信"}
	two := []string{"2", "2026/11/20 14:13:22", "89秒", "链接"}
	for i, q := range (asking{f, h}).onlineQuestions() {
		heads = append(heads, fmt.Sprintf("%d、%s", i+1, q[2]))
		options := strings.Split(q[3], "\n")
		a, b := "", ""
		switch {
		case i == 0:
			a, b = "10005", "10018"
		case len(options) == 6:
			a, b = string(rune('A'+i%6))+"."+options[i%6], options[(i+1)%6]
		case len(options) == 11:
			a, b = "10", "0"
		case len(options) == 12:
			a, b = options[11]+"┋"+options[5], "(跳过)"
		case len(options) > 1:
			a, b = options[0], options[1]
		default:
			a, b = strings.Repeat("很長的意見😀，", 2000), "(空)"
		}
		heads[len(heads)-1] = strings.ReplaceAll(heads[len(heads)-1], "\n", " ")
		one, two = append(one, a), append(two, b)
	}
	return [][]string{heads, one, two}
}

func TestExportsOfWhatWasSetUpAreReadFromFilesOfAnyKind(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		h := surveyed(f)
		rows := export(f, h)
		var text strings.Builder
		for _, r := range rows {
			for i, c := range r {
				if i > 0 {
					text.WriteByte(',')
				}
				text.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
			}
			text.WriteString("\r\n")
		}
		plain := strings.ReplaceAll(text.String(), "😀", "")
		gb, err := simplifiedchinese.GB18030.NewEncoder().String(plain)
		if err != nil {
			t.Fatal(err)
		}
		for kind, raw := range map[string]string{"with a mark": "\ufeff" + text.String(), "GB18030": gb} {
			file := filepath.Join(t.TempDir(), "export.csv")
			if err := os.WriteFile(file, []byte(raw), 0o600); err != nil {
				t.Fatal(err)
			}
			book, err := sheet.ReadFile(file)
			if err != nil {
				t.Fatalf("%s, %s: %v", l, kind, err)
			}
			got := textRows(book.Sheets[0])
			m := annual.MappingOf(got, nil, h.Questionnaire, knownOf(t, f, h))
			if lacks := m.Lacks(h.Questionnaire); len(lacks) > 0 {
				t.Errorf("%s, %s: nothing holds %v", l, kind, lacks)
			}
			sheets, troubles := annual.ReadRows(m, got, h, anyNumber)
			if len(sheets) != 2 || len(troubles) > 0 {
				t.Fatalf("%s, %s: %d sheets, %v", l, kind, len(sheets), troubles)
			}
			one, two := sheets[0], sheets[1]
			if one.Marks != "105432105432105432105" || two.Marks != "054321054321054321054" ||
				one.Recommend != 10 || two.Recommend != 0 || len(one.Choices) != 2 || len(two.Choices) != 0 || one.Seconds != 125 || len([]rune(one.Open[0])) < 10_000 || two.Open[0] != "" {
				t.Errorf("%s, %s: %s, %s, %d, %v, %d", l, kind, one.Marks, two.Marks, one.Recommend, one.Choices, len(one.Open[0]))
			}
		}
	}
}

func TestTheOnlineFormSaysEverythingInItsOrderInBothKindsOfFiles(t *testing.T) {
	f := office(t, lang.English)
	h := surveyed(f)
	var book, text bytes.Buffer
	if err := WriteOnlineForm(&book, f, h); err != nil {
		t.Fatal(err)
	}
	if err := WriteOnlineText(&text, f, h); err != nil {
		t.Fatal(err)
	}
	rows := cellsOf(t, book.Bytes(), f.Say("paper.survey.online"))
	b, err := sheet.Read("a.csv", bytes.NewReader(text.Bytes()), int64(text.Len()))
	if err != nil || len(rows) != 31 || len(b.Sheets[0].Rows) != 30 {
		t.Fatalf("%d and %d rows, %v", len(rows), len(b.Sheets[0].Rows), err)
	}
	for i, r := range b.Sheets[0].Rows {
		var cells []string
		for _, c := range r {
			cells = append(cells, c.Text)
		}
		if got := strings.TrimRight(strings.Join(cells, "|"), "|"); got != strings.TrimRight(rows[i+1], "|") {
			t.Errorf("row %d: %q and %q", i, got, rows[i+1])
		}
	}
	if before := strings.Join(cellsOf(t, book.Bytes(), f.Say("paper.survey.before")), "\n"); !strings.Contains(before, "voluntary") || !strings.Contains(before, "0571-8765 4321") {
		t.Errorf("before the questions stands\n%s", before)
	}
}
