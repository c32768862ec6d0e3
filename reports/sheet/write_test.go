package sheet

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func rows(all ...[]any) iter.Seq[[]any] { return slices.Values(all) }

// again writes tables and reads them back by our own reader.
func again(t testing.TB, tables ...Table) (Book, Written, []byte) {
	t.Helper()
	var out bytes.Buffer
	w, err := Write(&out, tables...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read("book.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return b, w, out.Bytes()
}

func textsOf(row []Cell) []string {
	var all []string
	for _, c := range row {
		all = append(all, c.Text)
	}
	return all
}

var received = time.Date(2026, 1, 7, 10, 30, 0, 0, time.FixedZone("office", 8*3600))

func list() Table {
	return Table{
		Name: "登记/台账", Title: "业主问题台账", Header: "云栖花园 A&B", Footer: "内部使用",
		Columns: []Column{{Title: "编号"}, {Title: "件数", Kind: Int}, {Title: "面积", Kind: Number}, {Title: "日期", Kind: Date}, {Title: "受理", Kind: Moment}, {Title: "满意率", Kind: Percent}, {Title: "说明"}},
		Rows: rows(
			[]any{"013900001424", 3, 114.74, "2026-01-07", received, 0.925, "=1+1"},
			[]any{"+86", int64(-2), 1e9, received, received, 1.0, "-减"},
			[]any{"@all", nil, nil, "", time.Time{}, nil, "客厅漏水\n第二行"},
			[]any{"_x000D_", "无", "x", "2026年1月", "昨天", "约半", "a\x01b\r\nc _x005F_ _x005F_x000D_"},
			[]any{" 前后 ", 0, 0.0, nil, nil, 0.0, "𠮷😀<&>\"'"},
		),
	}
}

func TestWhatIsWrittenIsReadBackCellByCell(t *testing.T) {
	b, w, _ := again(t, list())
	want := [][]string{
		{"业主问题台账"},
		{"编号", "件数", "面积", "日期", "受理", "满意率", "说明"},
		{"013900001424", "3", "114.74", "2026-01-07", "2026-01-07 10:30:00", "0.925", "=1+1"},
		{"+86", "-2", "1000000000", "2026-01-07", "2026-01-07 10:30:00", "1", "-减"},
		{"@all", "", "", "", "", "", "客厅漏水\n第二行"},
		{"_x000D_", "无", "x", "2026年1月", "昨天", "约半", "a�b\r\nc _x005F_ _x005F_x000D_"},
		{" 前后 ", "0", "0", "", "", "0", "𠮷😀<&>\"'"},
	}
	if len(b.Sheets) != 1 || b.Sheets[0].Name != "登记-台账" || w.Rows != 5 || len(w.Cut) != 0 {
		t.Fatalf("%d sheets, %q, %+v", len(b.Sheets), b.Sheets[0].Name, w)
	}
	for i, row := range b.Sheets[0].Rows {
		if got := textsOf(row); !slices.Equal(got, want[i]) {
			t.Errorf("row %d: %q, want %q", i+1, got, want[i])
		}
		for _, c := range row {
			if c.Formula {
				t.Errorf("row %d has the formula %q", i+1, c.Text)
			}
		}
	}
}

func TestExcelSeesNumbersDatesAndThePrintedPage(t *testing.T) {
	_, _, raw := again(t, list())
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const s = "登记-台账"
	for cell, want := range map[string]string{"B3": "3", "C3": "114.74", "D3": "2026-01-07", "E3": "2026-01-07 10:30", "F3": "92.5%", "A3": "013900001424", "G3": "=1+1"} {
		if got, err := f.GetCellValue(s, cell); err != nil || got != want {
			t.Errorf("%s shows %q, %v, want %q", cell, got, err, want)
		}
	}
	for cell, want := range map[string]excelize.CellType{"A3": excelize.CellTypeInlineString, "B3": excelize.CellTypeUnset, "D3": excelize.CellTypeUnset, "G3": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType(s, cell); got != want {
			t.Errorf("%s is of type %v, want %v", cell, got, want)
		}
	}
	layout, _ := f.GetPageLayout(s)
	props, _ := f.GetSheetProps(s)
	panes, _ := f.GetPanes(s)
	if *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("the page is %+v", layout)
	}
	if !panes.Freeze || panes.YSplit != 2 || panes.TopLeftCell != "A3" {
		t.Errorf("frozen: %+v", panes)
	}
	names := fmt.Sprint(f.GetDefinedName())
	if !strings.Contains(names, "'登记-台账'!$1:$2") || !strings.Contains(names, "A$2:$G$7") && !strings.Contains(names, "A2:G7") {
		t.Errorf("names: %s", names)
	}
	if h, _ := f.GetHeaderFooter(s); h.OddHeader != "&L云栖花园 A&&B" || h.OddFooter != "&L内部使用&R&P / &N" {
		t.Errorf("header and footer: %+v", h)
	}
	if w, _ := f.GetColWidth(s, "A"); w < 12 {
		t.Errorf("the column of numbers is %v wide", w)
	}
}

// Some programs cut off what is not a whole minute, and excelize 2.11 the last
// digits of a number.
func TestEveryMinuteIsShownByAProgramThatRoundsDown(t *testing.T) {
	day := time.Date(2026, 11, 19, 0, 0, 0, 0, time.UTC)
	var all [][]any
	for m := range 24 * 60 {
		all = append(all, []any{day.Add(time.Duration(m) * time.Minute)})
	}
	_, _, raw := again(t, Table{Name: "a", Columns: []Column{{Title: "受理", Kind: Moment}}, Rows: rows(all...)})
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for m := range all {
		text, err := f.GetCellValue("a", fmt.Sprintf("A%d", m+2), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		_, part, _ := strings.Cut(text, ".")
		rest, _ := strconv.ParseFloat("0."+part, 64)
		if got := int(rest*24*60 + 1e-9); got != m || rest*24*60-float64(m) > .001 {
			t.Errorf("minute %d is written as %s", m, text)
		}
	}
}

// A list of many columns is not squeezed on one page until nobody can read it.
func TestAWideListIsPrintedOnSeveralPagesBesideEachOther(t *testing.T) {
	wide := Table{Name: "宽", Columns: []Column{{Title: "编号", Width: 18}}, Rows: rows([]any{"1"})}
	for range 12 {
		wide.Columns = append(wide.Columns, Column{Title: "列", Width: 28})
	}
	whole := wide
	whole.Name, whole.OnePage = "图", true
	_, _, raw := again(t, wide, whole)
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if layout, err := f.GetPageLayout("图"); err != nil || *layout.FitToWidth != 1 {
		t.Errorf("a table that stays whole is fitted to %d pages, %v", *layout.FitToWidth, err)
	}
	if layout, err := f.GetPageLayout("宽"); err != nil || *layout.FitToWidth != 2 {
		t.Errorf("fitted to %d pages, %v", *layout.FitToWidth, err)
	}
	if names := fmt.Sprint(f.GetDefinedName()); !strings.Contains(names, "'宽'!$A:$A,'宽'!$1:$1") {
		t.Errorf("the first column is not repeated: %s", names)
	}
}

func TestWidthsFitChinese(t *testing.T) {
	got := widths([]Column{{Title: "号"}, {Title: "问题描述"}, {Title: "x", Width: 33}, {Title: "长"}, {Title: "日", Kind: Date}},
		[][]any{{"1", "客厅顶棚漏水", "", strings.Repeat("字", 100), received}})
	if want := []float64{6, 13, 33, 50, 11}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestARowIsHighEnoughForItsText(t *testing.T) {
	_, _, raw := again(t, Table{Name: "a", Columns: []Column{{Title: "文"}}, Rows: rows(
		[]any{"一"}, []any{strings.Repeat("字", 60)}, []any{"一\n二\n三"}, []any{strings.Repeat("字", 2000)})})
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for row, want := range []float64{2: 15, 3: 48, 4: 48, 5: 160} {
		if got, err := f.GetRowHeight("a", row); row > 1 && (err != nil || got != want) {
			t.Errorf("row %d is %v points high, %v, want %v", row, got, err, want)
		}
	}
}

func TestATextTooLongIsCutMarkedAndReported(t *testing.T) {
	long := strings.Repeat("漏", 32_766)
	b, w, _ := again(t, Table{Name: "长", Columns: []Column{{Title: "文"}}, Rows: rows(
		[]any{long + "水"}, []any{long + "水水"}, []any{strings.Repeat("😀", 16_384)})})
	cells := b.Sheets[0].Rows
	if got := cells[1][0].Text; got != long+"水" {
		t.Errorf("a text that just fits has %d characters", len([]rune(got)))
	}
	if got := cells[2][0].Text; got != long+"…" {
		t.Errorf("a text one too long ends with %q", string([]rune(got)[32_760:]))
	}
	if got := cells[3][0].Text; got != strings.Repeat("😀", 16_383)+"…" {
		t.Errorf("wide characters: %d", len([]rune(got)))
	}
	want := []Cut{{"长", 3, "A", 32_768}, {"长", 4, "A", 32_768}}
	if !slices.Equal(w.Cut, want) {
		t.Errorf("%+v, want %+v", w.Cut, want)
	}
}

func TestALongTableGoesOnInAFurtherSheet(t *testing.T) {
	var all [][]any
	for i := range 450 {
		all = append(all, []any{i})
	}
	var out bytes.Buffer
	w, err := writeBook(&out, 202, []Table{{Name: "表", Title: "题", Columns: []Column{{Title: "号", Kind: Int}}, Rows: slices.Values(all)}, {Name: "表", Columns: []Column{{Title: "空"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"表", "表 (2)", "表 (3)", "表 (4)"}; !slices.Equal(w.Sheets, want) || w.Rows != 450 {
		t.Fatalf("%+v", w)
	}
	b, err := Read("b.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	next := 0
	for _, s := range b.Sheets[:3] {
		for _, row := range s.Rows[2:] {
			if row[0].Text != fmt.Sprint(next) {
				t.Fatalf("%s has %q where %d is due", s.Name, row[0].Text, next)
			}
			next++
		}
	}
	if next != 450 || len(b.Sheets[3].Rows) != 1 {
		t.Errorf("%d rows, then %d", next, len(b.Sheets[3].Rows))
	}
}

func TestSheetNamesAreTakenByExcel(t *testing.T) {
	b := &bookWriter{}
	for _, c := range [][2]string{
		{"", "Sheet"}, {"a[b]:*?/\\c", "a-b------c"}, {"'it's'", "’it’s’"}, {"SHEET", "SHEET (2)"},
		{strings.Repeat("长", 40), strings.Repeat("长", 31)}, {strings.Repeat("长", 40), strings.Repeat("长", 27) + " (2)"}, {strings.Repeat("😀", 20), strings.Repeat("😀", 15)},
	} {
		got := b.sheetName(c[0])
		b.Sheets = append(b.Sheets, got)
		if got != c[1] {
			t.Errorf("%q becomes %q, want %q", c[0], got, c[1])
		}
	}
}

func TestRowsMayStopInTheMiddle(t *testing.T) {
	_, err := Write(&failing{}, list())
	if err == nil {
		t.Error("a full disk is not told")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, fmt.Errorf("disk full") }

func BenchmarkWrite10000Rows(b *testing.B) {
	for b.Loop() {
		t := list()
		t.Rows = func(yield func([]any) bool) {
			for i := range 10_000 {
				if !yield([]any{"KF-202601-0001", i, 1.5, "2026-01-07", received, 0.5, "客厅顶棚漏水，已持续两天"}) {
					return
				}
			}
		}
		if _, err := Write(&bytes.Buffer{}, t); err != nil {
			b.Fatal(err)
		}
	}
}

func TestANoteStandsBelowTheRowsAndOutsideOfTheirFilter(t *testing.T) {
	var out bytes.Buffer
	_, err := Write(&out, Table{Name: "得分", Title: "得分", Note: "× 不予顯示", Columns: []Column{{Title: "項目"}, {Title: "得分"}, {Title: "p"}},
		Rows: func(yield func([]any) bool) {
			_ = yield([]any{"甲", Of{Tenth, 78.44}, Of{Chance, 0.0004}}) && yield([]any{"乙", Of{Starred, 70.0}, Of{Thousandth, -0.25}})
		}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A5": "× 不予顯示", "B3": "78.4", "C4": "-0.250"} {
		if got, err := f.GetCellValue("得分", cell); err != nil || got != want {
			t.Errorf("%s says %q, %v, want %q", cell, got, err, want)
		}
	}
	for cell, want := range map[string]string{"B4": `0.0"*"`, "C3": `[<0.001]"<0.001";0.000`} { // excelize itself shows neither
		id, err := f.GetCellStyle("得分", cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != want {
			t.Errorf("%s is shown as %+v, %v, want %s", cell, style, err, want)
		}
	}
	if names := f.GetDefinedName(); !slices.ContainsFunc(names, func(n excelize.DefinedName) bool { return strings.Contains(n.RefersTo, "$A$2:$C$4") }) {
		t.Errorf("the filter is %v", names)
	}
}

// What a file says of itself names the office and the paper, and no person nor the
// library that wrote it.
func TestABookSaysOfItselfWhatItIs(t *testing.T) {
	for _, c := range []struct {
		cover          Cover
		title, creator string
		table          Table
	}{
		{Cover{Name: "封面", Title: "年度報告 <甲>"}, "年度報告 <甲>", "雲棲物業", Table{Name: "一", Header: "雲棲物業"}},
		{Cover{}, "一", "ownerdesk", Table{Name: "一"}},
	} {
		c.table.Columns, c.table.Rows = []Column{{Title: "區域"}}, slices.Values([][]any{{"東"}})
		var out bytes.Buffer
		if _, err := WriteCovered(&out, c.cover, c.table); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		said, err := f.GetDocProps()
		if err != nil || said.Title != c.title || said.Creator != c.creator || said.LastModifiedBy != "" {
			t.Errorf("it says %+v, %v", said, err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}
