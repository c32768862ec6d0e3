package surveys

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

// file writes a table of answers as a site exports it: the whole item and two of its
// own, words for answers.
func (x *fieldwork) file(rows ...string) string {
	x.Helper()
	path := filepath.Join(x.TempDir(), "問卷星導出.csv")
	head := "序号,样本编号,所用时间,1、您对本项目物业服务的总体评价,2、客服人员的态度,3、维修的质量,您愿意推荐吗（0-10）,您认为最需要改进的是什么？"
	for _, q := range annual.Template().Items {
		if q.Code != "SERVICE-1" && q.Code != "REPAIR-1" {
			head += "," + x.Say("survey.item."+q.Code)
		}
	}
	x.none(os.WriteFile(path, []byte("\ufeff"+head+"\n"+strings.Join(rows, "\n")), 0o600))
	return path
}

// answers is a row of the file.
func answers(n, no int, seconds, overall, words string) string {
	return fmt.Sprintf("%d,%d,%s,%s,满意,满意,9,%s", n, no, seconds, overall, words) + strings.Repeat(",满意", 18)
}

func (x *fieldwork) importing(path string) *Import {
	x.Helper()
	x.path = path
	p := NewImport(x.Seat, x.desk, x.store, x.id)
	x.see(p.Root)
	p.Shown()
	p.Next() // picks the file
	return p
}

func TestAnExportOfASiteIsTriedAndTakenIn(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	p := x.importing(x.file(
		answers(1, x.nos[0], "200秒", "满意", ""),
		answers(2, x.nos[1], "150秒", "非常满意", "电梯太慢"),
		answers(3, x.nos[2], "30秒", "满意", ""),
		answers(4, x.nos[3], "90秒", "凑合", ""),
		answers(5, 99999, "90秒", "满意", "")))
	if p.stage != atColumns || p.primary.Disabled() {
		t.Fatalf("it stands at %d; said %v", p.stage, x.said)
	}
	if lacks := p.mapping.Lacks(p.head.Questionnaire); len(lacks) != 2 { // choices, and what was done well
		t.Errorf("not found are %v", lacks)
	}
	p.Next()
	got := map[importPart]int{}
	for _, which := range importParts {
		got[which] = p.size(which)
	}
	if want := (map[importPart]int{partBrings: 3, partRefused: 2, partCells: 1, partDoubtful: 1, partSame: 1}); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("it would bring %v, want %v: %+v", got, want, p.would)
	}
	if rows := p.partRows(partCells); rows[0][0].Text != "D5" || rows[0][2].Text != "凑合" {
		t.Errorf("not understood is %+v", rows[0])
	}
	if !p.primary.Disabled() {
		t.Error("it can be taken in with rows refused")
	}
	p.Next()
	if _, err := x.store.Sheet(x.Context(), x.id, x.nos[1]); err == nil {
		t.Fatal("something came in already")
	}
	test.Tap(p.leave)
	p.Next()
	one, fast := x.sheet(x.nos[1]), x.sheet(x.nos[2])
	if one.Marks[0] != '5' || one.Open[0] != "电梯太慢" || one.Seconds != 150 || one.Mode != annual.Online || one.Recommend != 9 || one.File != "問卷星導出.csv" || one.By != x.Fang {
		t.Errorf("the row says %+v", one)
	}
	if fast.Counts() {
		t.Error("half a minute for the same answer throughout counts")
	}
	if x.sheet(x.nos[0]).File != "" {
		t.Error("the sheet that was there is another")
	}
	if p.stage != atEnd {
		t.Errorf("it stands at %d; said %v", p.stage, x.said)
	}
}

// Where anybody may answer, no row has a number, and each gets one when it is kept:
// also one keyed in after the file was tried.
func TestAFileOfAnswersFromAnybodyIsTakenIn(t *testing.T) {
	x := inTheField(t, lang.Traditional, func(p *annual.Plan) { p.Convenience = true })
	path := filepath.Join(x.TempDir(), "opened.csv")
	x.none(os.WriteFile(path, []byte("区域,您的身份,您对本项目物业服务的总体评价,您认为最需要改进的是什么？\n东区,自住业主,满意,𠮷😀\n东区,自住业主,一般,"+strings.Repeat("長", 10000)+"\n"), 0o600))
	p := x.importing(path)
	p.Next()
	if n := p.size(partBrings); n != 2 {
		t.Fatalf("it would bring %d: %+v", n, p.would.checked)
	}
	k := x.keying(KeyPaper)
	x.keys("~" + "2" + "-" + "2" + alike("4") + "9~~" + "a")
	k.Next()
	p.Next()
	if p.stage != atEnd {
		t.Fatalf("it stands at %d; said %v", p.stage, x.said)
	}
	first, second := x.sheet(2), x.sheet(3)
	if x.sheet(1).File != "" || first.Open[0] != "𠮷😀" || first.Marks[0] != '4' || len([]rune(second.Open[0])) != 10000 {
		t.Errorf("kept %.40q and %d characters", first.Open, len([]rune(second.Open[0])))
	}
}

// Our own form says on a hidden sheet what its columns hold, whatever they are called.
func TestOurOwnFormIsReadByWhatItSaysOfItself(t *testing.T) {
	x := inTheField(t, lang.English)
	path := filepath.Join(x.TempDir(), "form.xlsx")
	columns := []sheet.Column{{Title: "甲"}, {Title: "乙"}, {Title: "丙"}}
	codes := [][]any{{"丙", "number", ""}, {"甲", "item", "CLEAN-1"}, {"乙", "recommend", ""}, {"a", "b"}, {"c", "d"}}
	var out bytes.Buffer
	_, err := sheet.Write(&out, sheet.Table{Name: "form", Columns: columns, Rows: slices.Values([][]any{{"5", 8, x.nos[1]}})},
		sheet.Table{Name: annual.CodesSheet, Hidden: true, Columns: []sheet.Column{{Title: "heading"}, {Title: "holds"}, {Title: "code"}}, Rows: slices.Values(codes)})
	x.none(err)
	x.none(os.WriteFile(path, out.Bytes(), 0o600))
	p := x.importing(path)
	want := []annual.Column{{Holds: annual.HoldsMark, Code: "CLEAN-1"}, {Holds: annual.HoldsScore}, {Holds: annual.HoldsNo}}
	if p.at != 0 || p.mapping.Heads != 1 || !slices.Equal(p.mapping.Columns, want) {
		t.Errorf("sheet %d holds %+v", p.at, p.mapping.Columns)
	}
	if p.Next(); p.size(partBrings) != 1 {
		t.Errorf("it would bring %+v", p.would)
	}
}

func TestAColumnIsTakenForSomethingElseByHand(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	p := x.importing(x.file(answers(1, x.nos[0], "200秒", "满意", "")))
	p.assign(1, annual.Column{})
	p.columns.draw()
	if !p.primary.Disabled() {
		t.Error("without sample numbers it can be tried")
	}
	p.columns.meanings[1].OnChanged(annual.Column{Holds: annual.HoldsNo})
	if p.primary.Disabled() || p.mapping.Columns[1].Holds != annual.HoldsNo {
		t.Errorf("column B holds %v", p.mapping.Columns[1])
	}
	p.columns.meanings[0].OnChanged(annual.Column{Holds: annual.HoldsNo}) // each only once
	if p.mapping.Columns[1].Holds != annual.Nothing || p.mapping.Columns[0].Holds != annual.HoldsNo {
		t.Errorf("columns hold %v", p.mapping.Columns[:2])
	}
	if !p.Escape() || p.stage != atFile || p.Escape() {
		t.Error("Escape does not lead back step by step")
	}
}

func TestAFileThatIsNoTableIsSaidAndChangesNothing(t *testing.T) {
	x := inTheField(t, lang.English)
	path := filepath.Join(t.TempDir(), "answers.xls")
	x.none(os.WriteFile(path, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 of old"), 0o600))
	p := x.importing(path)
	if p.stage != atFile || len(x.said) != 1 {
		t.Errorf("it stands at %d and said %q", p.stage, x.said)
	}
}
