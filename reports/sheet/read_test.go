package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"ownerdesk/assets/samples"
)

const (
	packageRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookXML     = `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="业主" sheetId="1" r:id="rId1"/></sheets></workbook>`
	bookRels    = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="styles.xml"/></Relationships>`
)

// packed makes a workbook out of parts; a pair of a name and "" leaves one out.
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	all := map[string]string{"_rels/.rels": packageRels, "xl/workbook.xml": bookXML, "xl/_rels/workbook.xml.rels": bookRels, "xl/worksheets/sheet1.xml": `<worksheet/>`}
	for i := 0; i < len(parts); i += 2 {
		all[parts[i]] = parts[i+1]
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range all {
		if text == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func sheetXML(rows string) string {
	return `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

func readBytes(name string, raw []byte) (Book, error) {
	return Read(name, bytes.NewReader(raw), int64(len(raw)))
}

func mustRead(t testing.TB, name string, raw []byte) Book {
	t.Helper()
	b, err := readBytes(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEachBadFileHasItsName(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	messy := samples.Messy
	good := `<row r="1"><c r="A1"><v>1</v></c></row>`
	bomb := sheetXML(strings.Repeat(`<row><c t="inlineStr"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>`, 100_000))
	for _, c := range []struct {
		name   string
		raw    []byte
		kind   Kind
		row    int
		column string
	}{
		{"nothing", nil, NothingInIt, 0, ""},
		{"blanks only", []byte(" \n\n "), NothingInIt, 0, ""},
		{"an old workbook", []byte(ole + string(wide("Workbook"))), OldExcel, 0, ""},
		{"an encrypted workbook", []byte(ole + string(wide("EncryptedPackage")) + string(wide("Workbook"))), Encrypted, 0, ""},
		{"an old letter", []byte(ole + string(wide("WordDocument"))), WrongType, 0, ""},
		{"a PDF", []byte("%PDF-1.7\n%\xe2\xe3"), WrongType, 0, ""},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00"), WrongType, 0, ""},
		{"a photograph", []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), WrongType, 0, ""},
		{"a database", []byte("SQLite format 3\x00"), WrongType, 0, ""},
		{"binary data", []byte("a,b\n\x00\x01c,\x02\x00\x03"), WrongType, 2, ""},
		{"a web page", []byte("\xef\xbb\xbf  <HTML><table>"), WebPage, 0, ""},
		{"a letter in a package", packed(t, "xl/workbook.xml", "", "_rels/.rels", strings.ReplaceAll(packageRels, "xl/workbook.xml", "word/document.xml"), "word/document.xml", "<w/>"), WrongType, 0, ""},
		{"a package of something", packed(t, "xl/workbook.xml", "", "_rels/.rels", "", "a.txt", "a"), WrongType, 0, ""},
		{"a binary workbook", packed(t, "_rels/.rels", strings.ReplaceAll(packageRels, "workbook.xml", "workbook.bin"), "xl/workbook.bin", "b"), BinaryExcel, 0, ""},
		{"a workbook cut off", messy[:len(messy)*2/3], Damaged, 0, ""},
		{"a workbook with one byte changed", changed(messy, 9000), BrokenXML, 93, "E"},
		{"a sheet broken in the middle", packed(t, "xl/worksheets/sheet1.xml", sheetXML(good+`<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</c></row>`)), BrokenXML, 2, "A"},
		{"a sheet that stops", packed(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+good+`<row r="7">`), BrokenXML, 7, ""},
		{"a sheet that stops in a cell", packed(t, "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="3"><c r="A3"><v>4`), BrokenXML, 3, ""},
		{"broken shared strings", packed(t, "xl/sharedStrings.xml", `<sst><si><t>a</t></si><si>`), BrokenXML, 0, ""},
		{"a sheet that is not there", packed(t, "xl/worksheets/sheet1.xml", ""), Damaged, 0, ""},
		{"rows out of order", packed(t, "xl/worksheets/sheet1.xml", sheetXML(`<row r="5"/><row r="4"/>`)), Damaged, 5, ""},
		{"a row beyond the last", packed(t, "xl/worksheets/sheet1.xml", sheetXML(`<row r="99999999"/>`)), Damaged, 0, ""},
		{"a bomb of one part", packed(t, "xl/worksheets/sheet1.xml", bomb), Bomb, 0, ""},
		{"a bomb beside the sheets", packed(t, "xl/media/image1.png", strings.Repeat("\x00", 8<<20)), Bomb, 0, ""},
		{"far too many cells", packed(t, "xl/worksheets/sheet1.xml", sheetXML(wideRows(200))), TooLarge, 184, "XFD"},
		{"a workbook without sheets", packed(t, "xl/workbook.xml", `<workbook/>`), NothingInIt, 0, ""},
		{"a quotation mark left open", []byte("楼栋,姓名\n1,\"张三\n2,李四"), OpenQuote, 2, "B"},
		{"no known encoding", []byte("a,b\nc,\xff\xff\xfe\n"), UnknownText, 2, ""},
		{"UTF-16 with half a character", []byte("\xff\xfea\x00,\x00b"), UnknownText, 1, ""},
	} {
		b, err := readBytes("某文件", c.raw)
		var p Problem
		if !errors.As(err, &p) || p.Kind != c.kind || p.File != "某文件" || p.Row != c.row || p.Column != c.column {
			t.Errorf("%s: %v, want %s at row %d, column %q", c.name, err, c.kind, c.row, c.column)
		}
		if len(b.Sheets) != 0 {
			t.Errorf("%s: part of it was read", c.name)
		}
	}
}

func changed(raw []byte, at int) []byte {
	raw = slices.Clone(raw)
	raw[at] ^= 0x55
	return raw
}

// wideRows are rows with one cell each, in the last column.
func wideRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>%d</v></c></row>`, i+1, i+1, i)
	}
	return b.String()
}

func TestABombThatLiesAboutItsSizeIsStopped(t *testing.T) {
	raw := packed(t, "xl/worksheets/sheet1.xml", sheetXML(strings.Repeat(`<row><c><v>1</v></c></row>`, 50_000)))
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range zr.File { // the directory at the end says 40 bytes; the standard library holds it to that
		if f.Name == "xl/worksheets/sheet1.xml" {
			size := []byte{byte(f.UncompressedSize64), byte(f.UncompressedSize64 >> 8), byte(f.UncompressedSize64 >> 16), byte(f.UncompressedSize64 >> 24)}
			at := bytes.LastIndex(raw, size)
			copy(raw[at:], []byte{40, 0, 0, 0})
		}
	}
	_, err = readBytes("b.xlsx", raw)
	var p Problem
	if !errors.As(err, &p) || p.Kind != Damaged && p.Kind != BrokenXML {
		t.Errorf("%v", err)
	}
}

func TestCellsAreReadAsTheyAreMeant(t *testing.T) {
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[Red]#,##0"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>
		<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="31"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="167"/><xf numFmtId="57"/></cellXfs></styleSheet>`
	strs := `<sst><si><t>张三</t></si><si><r><t>两</t></r><r><t xml:space="preserve"> 段</t></r><rPh><t>xx</t></rPh></si><si><t>a_x000D_b</t></si></sst>`
	rows := `<row r="2">
		<c r="A2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>99</v></c><c t="inlineStr"><is><t>内</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>
		<c s="1"><v>45293</v></c><c s="2"><v>45293</v></c><c s="3"><v>45293</v></c><c s="4"><v>45293</v></c><c s="5"><v>45293.5</v></c><c s="6"><v>45293.75</v></c><c s="7"><v>0.5</v></c><c s="9"><v>59</v></c><c s="6"><v>45293</v></c>
		<c><v>73.51000000000001</v></c><c><v>1.3900001424E10</v></c><c><v>15900001596</v></c><c><v>0.1</v></c><c t="d"><v>2024-01-02</v></c></row>
		<row><c><f>A1</f><v>7</v></c><c><f>A1</f><v></v></c><c t="str"><f>A1</f><v></v></c><c t="e"><f>A1</f><v>#REF!</v></c><c r="F3" s="1"/></row>`
	b := mustRead(t, "b.xlsx", packed(t, "xl/styles.xml", styles, "xl/sharedStrings.xml", strs, "xl/worksheets/sheet1.xml", sheetXML(rows)))
	got := b.Sheets[0].Rows
	want := []string{"张三", "两 段", "a\rb", "", "内", "TRUE", "", "2024-01-02", "2024-01-02", "45293", "45293", "2024-01-02 12:00:00", "2024-01-02 18:00:00", "12:00:00", "1900-02-28", "2024-01-02 00:00:00", "73.51", "13900001424", "15900001596", "0.1", "2024-01-02"}
	if len(got) != 3 || len(got[0]) != 0 || !slices.Equal(textsOf(got[1]), want) {
		t.Errorf("%+v", got)
	}
	if f := got[2]; len(f) != 4 || f[0] != (Cell{Text: "7", Formula: true}) || !f[1].NoCache || f[2].NoCache || !f[2].Formula || !f[3].NoCache {
		t.Errorf("formulas: %+v", f)
	}
	from1904 := packed(t, "xl/workbook.xml", strings.Replace(bookXML, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1), "xl/styles.xml", styles, "xl/worksheets/sheet1.xml", sheetXML(`<row><c s="1"><v>43831</v></c></row>`))
	if got := mustRead(t, "b.xlsx", from1904).Sheets[0].Rows[0][0].Text; got != "2024-01-02" {
		t.Errorf("counted from 1904: %s", got)
	}
}

func TestMergedCellsAreToldApart(t *testing.T) {
	xml := `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>101</v></c></row><row r="2"><c r="B2"><v>102</v></c></row><row r="3"><c r="A3"><v>9</v></c><c r="C3"><v>5</v></c></row></sheetData>
		<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A3:B3"/><mergeCell ref="D1:XFD1048576"/></mergeCells></worksheet>`
	rows := mustRead(t, "b.xlsx", packed(t, "xl/worksheets/sheet1.xml", xml)).Sheets[0].Rows
	if len(rows) != 3 || rows[1][0] != (Cell{Text: "1", Down: true}) || rows[2][1] != (Cell{Across: true}) || rows[2][2].Text != "5" {
		t.Errorf("%+v", rows)
	}
}

func TestHiddenSheetsAndOtherFoldersAreFound(t *testing.T) {
	raw := packed(t, "_rels/.rels", strings.ReplaceAll(packageRels, "xl/workbook.xml", "/xl/workbook2.xml"), "xl/workbook.xml", "",
		"xl/workbook2.xml", `<workbook><sheets><sheet name="图" r:id="c"/><sheet name="甲" state="hidden" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook2.xml.rels", strings.Replace(bookRels, "<Relationship ", `<Relationship Id="c" Type="x/chartsheet" Target="c.xml"/><Relationship `, 1))
	b := mustRead(t, "b.xlsx", raw)
	if len(b.Sheets) != 1 || b.Sheets[0].Name != "甲" || !b.Sheets[0].Hidden {
		t.Errorf("%+v", b)
	}
}

const plain = "楼栋,姓名,备注\r\n1幢,陶佳,\"两行\n与\"\"引号\"\"，逗号,\"\r\n\r\n2幢,曾志春\r\n"

func TestTextTablesInEveryEncoding(t *testing.T) {
	want := [][]string{{"楼栋", "姓名", "备注"}, {"1幢", "陶佳", "两行\n与\"引号\"，逗号,"}, nil, {"2幢", "曾志春"}}
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	encoded := map[string][]byte{"UTF-8": []byte(plain), "UTF-8 with mark": []byte("\xef\xbb\xbf" + plain)}
	for name, e := range map[string]interface{ String(string) (string, error) }{
		"GB18030": simplifiedchinese.GB18030.NewEncoder(), "GBK": simplifiedchinese.GBK.NewEncoder(), "UTF-16LE": little.NewEncoder(), "UTF-16BE without mark": big.NewEncoder(),
	} {
		s, err := e.String(plain)
		if err != nil {
			t.Fatal(err)
		}
		encoded[name] = []byte(s)
	}
	for name, raw := range encoded {
		b := mustRead(t, "folder/业主.csv", raw)
		if len(b.Sheets) != 1 || b.Sheets[0].Name != "业主" || len(b.Sheets[0].Rows) != len(want) {
			t.Fatalf("%s: %+v", name, b)
		}
		for i, row := range b.Sheets[0].Rows {
			if got := textsOf(row); !slices.Equal(got, want[i]) {
				t.Errorf("%s row %d: %q", name, i+1, got)
			}
		}
	}
}

func TestBig5AndGBKAreToldApart(t *testing.T) {
	for _, c := range []string{"座數,樓層,單位,業主姓名\n1座,2樓,A,石濤", "姓名\n薛強", "房號,備註\n501,客廳頂棚漏水，已持續兩天"} {
		raw, err := traditionalchinese.Big5.NewEncoder().String(c)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decode([]byte(raw)); err != nil || got != c {
			t.Errorf("Big5 %q is read as %q, %v", c, got, err)
		}
	}
	for _, c := range []string{"楼栋,姓名\n1,叶华磊", "姓名\n薛强", "备注\n客厅顶棚漏水，已持续两天", "座數,業主\n1,石濤張學友葉問", "姓名\n𠮷田㐂"} {
		raw, err := simplifiedchinese.GB18030.NewEncoder().String(c)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decode([]byte(raw)); err != nil || got != c {
			t.Errorf("GB18030 %q is read as %q, %v", c, got, err)
		}
	}
}

func TestSeparatorsAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"a,b\n1,2": "a|b", "a;b\n1,5;2": "a|b", "a\tb\n1\t2": "a|b", "\"x,y,z,w\"\ta\n1\t2": "x,y,z,w|a", "a|b": "a|b", "a": "a", "a,b,": "a|b", "\"a\"b,c": "ab|c",
	} {
		b := mustRead(t, "a.csv", []byte(text))
		if got := strings.Join(textsOf(b.Sheets[0].Rows[0]), "|"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func FuzzReadNeverFalls(f *testing.F) {
	f.Add([]byte(plain))
	f.Add(packed(f, "xl/worksheets/sheet1.xml", sheetXML(`<row><c t="s"><v>1</v></c></row>`)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, err := readBytes("f", raw)
		var p Problem
		if err != nil && !errors.As(err, &p) {
			t.Errorf("an error without a name: %v", err)
		}
	})
}
