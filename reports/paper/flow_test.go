package paper

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

// laid lays one copy out and gives its pages.
func laid(t testing.TB, s Sheet, blocks ...Block) []*page {
	t.Helper()
	d := New(Info{At: noon})
	d.Add(s, blocks...)
	if d.err != nil {
		t.Fatal(d.err)
	}
	return d.pages
}

// words is all text of a page, as drawn.
func words(p *page) string {
	var out strings.Builder
	for _, m := range p.ink {
		out.WriteString(m.text)
	}
	return out.String()
}

func allWords(pages []*page) string {
	var out strings.Builder
	for _, p := range pages {
		out.WriteString(words(p))
	}
	return out.String()
}

func TestLongTextFlowsOnUnderItsLabel(t *testing.T) {
	var text strings.Builder
	for i := range 900 {
		fmt.Fprintf(&text, "第%d句話。", i)
	}
	bare := Sheet{PageOf: "%d/%d"}
	pages := laid(t, bare, Text("問題描述", text.String(), 32))
	if len(pages) < 3 {
		t.Fatalf("only %d pages", len(pages))
	}
	var said string
	for i, p := range pages {
		w := words(p)
		if n := strings.Count(w, "問題描述"); n != 1 {
			t.Errorf("page %d has the label %d times", i+1, n)
		}
		foot := fmt.Sprintf("%d/%d", i+1, len(pages))
		if !strings.HasSuffix(w, foot) {
			t.Errorf("page %d does not end with %s", i+1, foot)
		}
		said += strings.TrimSuffix(strings.Replace(w, "問題描述", "", 1), foot)
	}
	if said != text.String() {
		t.Error("the text on the pages is not the text that was given")
	}
}

func TestTableHeadIsOnEveryPage(t *testing.T) {
	table := Table{Columns: []Column{{Title: "序號", Width: 20}, {Title: "內容"}}, Blank: 3}
	for i := range 120 {
		table.Rows = append(table.Rows, []string{fmt.Sprintf("<%d>", i), told})
	}
	pages := laid(t, testSheet(), Band("表"), table)
	all := allWords(pages)
	for i, p := range pages {
		if strings.Count(words(p), "序號") != 1 {
			t.Errorf("page %d has no head or two", i+1)
		}
	}
	for i := range 120 {
		if strings.Count(all, fmt.Sprintf("<%d>", i)) != 1 {
			t.Errorf("row %d is not there once", i)
		}
	}
	if n := strings.Count(all, told[:30]); n != 120 {
		t.Errorf("%d of 120 texts", n)
	}
}

func TestASumIsNeverAloneOnAPage(t *testing.T) {
	for n := 1; n < 60; n++ {
		rows := [][]string{}
		for i := range n {
			rows = append(rows, []string{fmt.Sprintf("[%d]", i)})
		}
		pages := laid(t, Sheet{}, Table{Columns: []Column{{Title: "區域"}}, Rows: append(rows, []string{"合計"}), Sum: true})
		if last := words(pages[len(pages)-1]); !strings.Contains(last, fmt.Sprintf("[%d]", n-1)) || strings.Count(allWords(pages), "合計") != 1 {
			t.Errorf("below %d rows, the sum stands in %q", n, last)
		}
	}
}

func TestEmptyRowsAreHighEnoughToWriteIn(t *testing.T) {
	s := testSheet()
	s.Size, s.QR = A5, ""
	for _, p := range laid(t, s, Pairs("處理人員", ""), Table{Columns: []Column{{Title: "日期"}}, Blank: 4, Small: true}) {
		rows := 0
		for _, m := range p.ink {
			if m.kind == framed && m.h >= 8 {
				rows++
			}
		}
		if rows != 2+4 {
			t.Errorf("%d cells are 8 mm high, want 6", rows)
		}
	}
}

func TestHeadOfABlockIsNeverLeftAlone(t *testing.T) {
	for n := range 40 {
		blocks := []Block{}
		for range n {
			blocks = append(blocks, Pairs("編號", "1"))
		}
		blocks = append(blocks, Band("下一段"), Pairs("甲", "乙"))
		for i, p := range laid(t, testSheet(), blocks...) {
			if w := words(p); strings.Contains(w, "下一段") != strings.Contains(w, "乙") {
				t.Errorf("after %d rows, page %d parts the head from its row", n, i+1)
			}
		}
	}
}

func TestKeptBlocksStayTogether(t *testing.T) {
	kept := Keep{Tear("沿線裁下"), Pairs("回執", "單號"), Signs{Names: []string{"簽收人"}, When: "年"}}
	moved := false
	for n := range 40 {
		blocks := []Block{}
		for range n {
			blocks = append(blocks, Pairs("編號", "1"))
		}
		pages := laid(t, testSheet(), append(blocks, kept)...)
		last := words(pages[len(pages)-1])
		if !strings.Contains(last, "沿線裁下") || !strings.Contains(last, "簽收人") {
			t.Errorf("after %d rows the receipt is torn apart", n)
		}
		if strings.Count(allWords(pages), "簽收人") != 1 {
			t.Errorf("after %d rows the receipt is there twice", n)
		}
		moved = moved || len(pages) == 2
	}
	if !moved {
		t.Error("no case in which the receipt had to move")
	}
}

// A page is not left empty for what no page can hold.
func TestWhatNoPageHoldsBeginsWhereItStands(t *testing.T) {
	long := Table{Columns: []Column{{Title: "措施"}}}
	for range 60 {
		long.Rows = append(long.Rows, []string{"更換軸承"})
	}
	pages := laid(t, testSheet(), Pairs("編號", "1"), Keep{long})
	if !strings.Contains(words(pages[0]), "更換軸承") {
		t.Error("the first page has one row and is empty below it")
	}
	if n := strings.Count(allWords(pages), "更換軸承"); n != 60 {
		t.Errorf("60 rows became %d", n)
	}
}

func TestTheNoteOnMissingCharactersAddsNoPageWhileThereIsRoom(t *testing.T) {
	for _, dense := range []bool{false, true} {
		for n := range 12 {
			s := testSheet()
			s.Dense = dense
			blocks := []Block{Text("姓名", "𠮷", 0)}
			for range n {
				blocks = append(blocks, Pairs("編號", "1"))
			}
			if pages := laid(t, s, blocks...); len(pages) != 1 {
				t.Errorf("dense is %v, %d rows: %d pages", dense, n+1, len(pages))
			}
		}
	}
}

// Nothing on paper is smaller than 9 points.
func TestNoTextIsSmallerThanCanBeRead(t *testing.T) {
	for _, size := range []Size{A4, A4Wide, A5} {
		s := testSheet()
		s.Size, s.Sample = size, "樣本"
		for _, p := range laid(t, s, testSlip(told)...) {
			for _, m := range p.ink {
				if (m.kind == written || m.kind == slanted) && m.size < 9 {
					t.Errorf("size %d: %q is set in %.1f points", size, m.text, m.size)
				}
			}
		}
	}
}

func TestLabelsWidenOrShrinkButStayInTheirCell(t *testing.T) {
	labels := []string{"要求處理時間", "Departments that help (co-responsible)", "Responsibilities",
		"Donaudampfschifffahrtsgesellschaftskapitän", "承諾首次回覆時間及辦結時間"}
	for _, size := range []Size{A4, A5} {
		s := testSheet()
		s.Size = size
		for _, label := range labels {
			d := New(Info{})
			d.Add(s, Row{{Label: label, Text: "x", Strong: true}, {Label: label, Text: "x"}})
			for _, p := range d.pages {
				inCells(t, p)
			}
		}
	}
}

// inCells fails for text that begins in a grey cell and ends outside it.
func inCells(t testing.TB, p *page) {
	t.Helper()
	faces := bothFaces(t)
	for _, cell := range p.ink {
		if cell.kind != filled || cell.tone != pale {
			continue
		}
		for _, m := range p.ink {
			if m.kind != written || m.x < cell.x || m.x > cell.x+cell.w || m.y < cell.y || m.y > cell.y+cell.h {
				continue
			}
			if end := m.x + faces.width(m.text, style{face: m.face, size: m.size}); end > cell.x+cell.w {
				t.Errorf("%q ends %.1f mm outside its cell", m.text, end-cell.x-cell.w)
			}
		}
	}
}

func TestMarksAreExplainedAtTheFootOfTheLastPage(t *testing.T) {
	pages := laid(t, testSheet(), Pairs("姓名", "𠮷先生"), Text("說", longText()+"😀", 20), Note("完"))
	last := words(pages[len(pages)-1])
	for _, want := range []string{"〓①：字體缺字 U+20BB7", "〓②：字體缺字 U+1F600"} {
		if !strings.Contains(last, want) {
			t.Errorf("the last page does not say %q", want)
		}
	}
	if strings.Contains(words(pages[0]), "U+20BB7") {
		t.Error("the note stands on the first page too")
	}
}

func TestSampleIsSaidOnEveryPage(t *testing.T) {
	s := testSheet()
	s.Sample = "樣本"
	for i, p := range laid(t, s, Text("說", longText(), 20)) {
		if strings.Count(words(p), "樣本") != 2 {
			t.Errorf("page %d is not marked across and in its head", i+1)
		}
	}
}

func TestPagesAreCountedForEachCopy(t *testing.T) {
	d := New(Info{At: noon})
	for range 3 {
		d.Add(Sheet{PageOf: "%d/%d"}, Pairs("a", "b"), Break{}, Pairs("c", "d"))
	}
	if d.Pages() != 6 {
		t.Fatalf("%d pages", d.Pages())
	}
	for i, p := range d.pages {
		if want := fmt.Sprintf("%d/2", i%2+1); !strings.HasSuffix(words(p), want) {
			t.Errorf("page %d does not end with %s", i+1, want)
		}
	}
}

func TestWhateverIsWrittenStaysWithinThePage(t *testing.T) {
	faces := bothFaces(t)
	block := rapid.Custom(func(t *rapid.T) Block {
		text := func(s string) string { return anyText().Draw(t, s) }
		head := func(s string) string { return string(rapid.SliceOfN(rapid.Rune(), 0, 40).Draw(t, s)) }
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			return Band(head("band"))
		case 1:
			return Pairs(text("label"), text("value"), text("label"), text("value"))
		case 2:
			return Text(text("label"), strings.Repeat(text("value"), 40), rapid.Float64Range(0, 400).Draw(t, "high"))
		case 3:
			row := []string{text("cell"), strings.Repeat(text("cell"), 30)}
			return Table{Columns: []Column{{Title: head("head"), Width: 30}, {Title: "b"}}, Rows: [][]string{row, row}, Blank: 2}
		case 4:
			return Signs{Names: []string{head("name"), head("name")}, When: "年 月 日"}
		case 5:
			return Note(text("note"))
		case 6:
			return Keep{Tear(head("tear")), Pairs(text("label"), "")}
		}
		return Row{{Label: text("label"), Text: text("value"), Small: text("small"), Strong: true}}
	})
	soak.Check(t, func(t *rapid.T) {
		s := testSheet()
		s.Size = Size(rapid.IntRange(0, 2).Draw(t, "size"))
		d := New(Info{At: noon})
		d.Add(s, rapid.SliceOfN(block, 1, 12).Draw(t, "blocks")...)
		if d.err != nil {
			t.Fatal(d.err)
		}
		for _, p := range d.pages {
			for _, m := range p.ink {
				right, low := m.x+m.w, m.y+m.h
				if m.kind == written {
					right = m.x + faces.width(m.text, style{face: m.face, size: m.size})
				}
				if m.x < 0 || m.y < 0 || right > p.wide-4 || low > p.high-2 {
					t.Fatalf("%+v lies outside the page", m)
				}
			}
		}
	})
}

func flowOf(t *testing.T, s Sheet) *flow {
	t.Helper()
	faces, err := typefaces()
	if err != nil {
		t.Fatal(err)
	}
	return newFlow(s, faces, nil)
}

func TestAColumnIsAsWideAsItsLongestWord(t *testing.T) {
	f := flowOf(t, Sheet{})
	table := Table{Small: true, Columns: []Column{{Title: "Kind", Width: 14}, {Title: "事項", Width: 140}}, Rows: [][]string{{"Repair request", "電梯"}}}
	_, ws := table.grid(f)
	if ws[0] <= 14 || ws[0]+ws[1] < 153 || ws[0]+ws[1] > 155 {
		t.Errorf("the columns are %v wide", ws)
	}
	table.Columns[0].Title, table.Rows[0][0] = "類型", "報修"
	if _, ws := table.grid(f); ws[0] != 14 {
		t.Errorf("Chinese, which breaks anywhere, got %v", ws)
	}
}

func TestWhatIsLaidOutAnewStandsInTheOutlineOnce(t *testing.T) {
	f := flowOf(t, Sheet{})
	rows := make([][]string, 20)
	for i := range rows {
		rows[i] = []string{"一"}
	}
	table := Table{Columns: []Column{{Title: "序"}}, Rows: rows}
	f.layAll([]Block{Chapter{Title: "甲"}, table, Keep{Chapter{Title: "乙"}, table}, Chapter{Title: "丙", Unseen: true}, Note("完")})
	f.finish()
	var titles []string
	for _, p := range f.pages {
		for _, e := range p.outline {
			titles = append(titles, e.title)
		}
	}
	if strings.Join(titles, "") != "甲乙丙" {
		t.Errorf("the outline is %q", titles)
	}
}
