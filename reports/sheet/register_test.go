package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/register"
	"ownerdesk/assets/samples"
)

// taken reads a file as the import does: the sheet that looks most like a register.
func taken(t testing.TB, name string, raw []byte, o register.Options) (register.Sheet, register.Layout, register.Reading) {
	t.Helper()
	b := mustRead(t, name, raw)
	var sheets []register.Sheet
	for _, s := range b.Sheets {
		sheets = append(sheets, ForRegister(s))
	}
	at := register.Choose(sheets)
	if at < 0 {
		t.Fatalf("%s has no register", name)
	}
	l := register.GuessLayout(sheets[at])
	return sheets[at], l, register.Read(sheets[at], l, o)
}

// knownAfter is what the store would hold after taking the entries in.
func knownAfter(entries []register.Entry) []register.Known {
	var all []register.Known
	for _, e := range entries {
		k := register.Known{Project: e.Project, Area: e.Area, Place: e.Place, Size: e.Size}
		if len(e.People) == 0 {
			all = append(all, k)
		}
		for i, p := range e.People {
			q := k
			q.Name, q.Email, q.WeChat, q.Kind = p.Name, p.Email, p.WeChat, p.Kind
			for _, x := range p.Phones {
				q.Phones = append(q.Phones, x.Text)
			}
			if i == 0 {
				q.Note = e.Note
			}
			all = append(all, q)
		}
	}
	return all
}

func TestThreeRegistersComeInAsTheyAre(t *testing.T) {
	for _, c := range []struct {
		name    string
		raw     []byte
		sheet   string
		columns string
		head    int
		entries int
		rooms   int
		counts  map[string]int
		rules   map[string]int
		skipped map[string]int
	}{
		{"owners-messy.xlsx", samples.Messy, "业主台账", "ignore building unit room name phone areasize movein kind note", 3, 380, 380,
			map[string]int{"no phone": 12, "two phones": 25, "landline": 13, "wechat": 30, "moved in": 336, "to the month": 43, "note": 178, "空置": 26, "size": 380,
				"OW-SELF": 256, "OW-LET": 57, "OW-TEN": 53, "OW-SHOP": 14, "said": 366, "blank at the end": 0},
			map[string]int{register.FormulaEmpty: 25}, map[string]int{"title": 2, "heading": 1, "blank": 3, "total": 1}},
		{"owners-gbk.csv", samples.GBK, "owners-gbk", "place name phone area kind", 1, 200, 200,
			map[string]int{"OW-SELF": 61, "OW-LET": 77, "OW-TEN": 62, "said": 200, "area": 200}, map[string]int{}, map[string]int{"heading": 1}},
		{"owners-big5.csv", samples.Big5, "owners-big5", "building floor room name phone email", 1, 150, 0,
			map[string]int{"OW-SELF": 150, "email": 75, "floor": 150}, map[string]int{}, map[string]int{"heading": 1}},
	} {
		s, l, r := taken(t, c.name, c.raw, register.Options{})
		var columns []string
		for _, g := range l.Guesses {
			columns = append(columns, string(g.Column))
		}
		if s.Name != c.sheet || l.HeadRow != c.head || strings.Join(columns, " ") != c.columns {
			t.Errorf("%s: sheet %s, headings in row %d, %q", c.name, s.Name, l.HeadRow, columns)
		}
		rooms, got := map[string]bool{}, map[string]int{}
		for _, e := range r.Entries {
			rooms[e.Place.Key()] = true
			tally(got, e)
		}
		if len(r.Entries) != c.entries || c.rooms > 0 && len(rooms) != c.rooms {
			t.Errorf("%s: %d entries, %d rooms", c.name, len(r.Entries), len(rooms))
		}
		for what, n := range c.counts {
			if got[what] != n {
				t.Errorf("%s: %d %s, want %d", c.name, got[what], what, n)
			}
		}
		same(t, c.name+" problems", counted(r.Problems, func(p register.Problem) string { return p.Rule }), c.rules)
		same(t, c.name+" passed over", counted(r.Skipped, func(s register.Skip) string { return s.Why }), c.skipped)

		first := register.Compare(r, nil)
		if first.New != c.entries || first.Changed+first.Unchanged+first.Refused != 0 {
			t.Errorf("%s at first: %d new, %d changed, %d unchanged, %d refused", c.name, first.New, first.Changed, first.Unchanged, first.Refused)
		}
		if twice := register.Compare(r, knownAfter(r.Entries)); twice.Unchanged != c.entries || len(twice.Lines) != c.entries {
			t.Errorf("%s again: %d new, %d changed, %d unchanged", c.name, twice.New, twice.Changed, twice.Unchanged)
		}
	}
}

func tally(got map[string]int, e register.Entry) {
	p := e.People[0]
	count := func(what string, is bool) {
		if is {
			got[what]++
		}
	}
	got[p.Kind]++
	count("said", p.KindSaid)
	count("no phone", len(p.Phones) == 0)
	count("two phones", len(p.Phones) == 2)
	count("landline", len(p.Phones) > 0 && strings.HasPrefix(p.Phones[0].Text, "0571-8800"))
	count("wechat", p.WeChat == "zs_88")
	count("moved in", e.MoveIn != "")
	count("to the month", len(e.MoveIn) == len("2019-01"))
	count("note", e.Note != "")
	count("空置", e.Note == "空置")
	count("size", e.Size >= 70 && e.Size < 150)
	count("blank at the end", p.Name != strings.TrimSpace(p.Name))
	count("area", e.Area == "A区" || e.Area == "B区")
	count("email", strings.HasSuffix(p.Email, "@example.com"))
	count("floor", e.Place.Floor != "")
}

func counted[T any](all []T, by func(T) string) map[string]int {
	n := map[string]int{}
	for _, x := range all {
		n[by(x)]++
	}
	return n
}

func same(t *testing.T, what string, got, want map[string]int) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestTheFirstRowsOfTheMessyRegister(t *testing.T) {
	_, _, r := taken(t, "owners-messy.xlsx", samples.Messy, register.Options{})
	for i, want := range []string{
		"4 1-1-101 114.74 2023-09-02 孙静子 [15000003624]  OW-SELF 联系请打儿子电话",
		"5 1-1-102 113.52 2024-01-02 武敏 [13900001424 15000003053]  OW-SELF ",
		"6 1-1-201 100.04  于子 [15900001596]  OW-SELF 联系请打儿子电话",
		"7 1-1-202 128 2025-12-09 李杰雨 [0571-88007667] zs_88 OW-SELF ",
		"8 1-1-301 73.51 2023-10-06 王远 [19900004561]  OW-SELF 养狗",
		"9 1-1-302 102.78 2024-02-09 汤佳洋 [19900008984 13800009025]  OW-LET ",
		"10 1-1-401 142.41  潘远思 [19900004116]  OW-SELF ",
	} {
		e := r.Entries[i]
		var phones []string
		for _, p := range e.People[0].Phones {
			phones = append(phones, p.Text)
		}
		if got := fmt.Sprint(e.Row, " ", e.Place, " ", e.Size, " ", e.MoveIn, " ", e.People[0].Name, " ", phones, " ", e.People[0].WeChat, " ", e.People[0].Kind, " ", e.Note); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if p := r.Problems[0]; p.String() != `业主台账!J17 formula-empty "J17"` || p.Fatal {
		t.Errorf("the first formula: %v", p)
	}
}

func TestUnwantedColumnsStayOutUnlessAskedFor(t *testing.T) {
	raw := []byte("房屋编号,业主姓名,身份证号码,出生年月,身份,电话\n3-2-501,张三,330101198001010018,1980-01-01,租客,13900001424\n")
	_, l, r := taken(t, "a.csv", raw, register.Options{})
	if l.Guesses[2].Column != register.OfIdentity || l.Guesses[3].Column != register.OfBirthday || l.Guesses[4].Column != register.OfKind {
		t.Fatalf("%+v", l.Guesses)
	}
	if p := r.Entries[0].People[0]; p.Identity != "" || p.Birthday != "" || p.Kind != "OW-TEN" {
		t.Errorf("%+v", p)
	}
	_, _, r = taken(t, "a.csv", raw, register.Options{Wanted: []register.Column{register.OfIdentity}})
	if p := r.Entries[0].People[0]; p.Identity != "330101198001010018" || p.Birthday != "" {
		t.Errorf("asked for: %+v", p)
	}
}

// office makes a register of n rows as a workbook.
func office(t testing.TB, n int) []byte {
	t.Helper()
	var out bytes.Buffer
	titles := []string{"序号", "楼栋", "单元", "房号", "业主姓名", "联系电话", "建筑面积", "入住日期", "业主类型", "备注"}
	table := Table{Name: "业主", Title: "业主信息登记表"}
	for _, s := range titles {
		table.Columns = append(table.Columns, Column{Title: s})
	}
	table.Rows = func(yield func([]any) bool) {
		for i := range n {
			row := []any{int64(i + 1), fmt.Sprintf("%d幢", i/200+1), fmt.Sprintf("%d单元", i/100%2+1), fmt.Sprint((i%100/4+1)*100 + i%4 + 1), "张三" + fmt.Sprint(i%7),
				fmt.Sprintf("139%08d/150%08d", i, i), 88.5, "2020.5.1", "自住业主", "养狗"}
			if !yield(row) {
				return
			}
		}
	}
	if _, err := Write(&out, table); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func BenchmarkRegisterOf10000Rows(b *testing.B) {
	raw := office(b, 10_000)
	_, _, r := taken(b, "office.xlsx", raw, register.Options{})
	known := knownAfter(r.Entries)
	if len(r.Entries) != 10_000 {
		b.Fatalf("%d entries, %v", len(r.Entries), r.Problems[:3])
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			mustRead(b, "office.xlsx", raw)
		}
	})
	b.Run("read, planned and compared", func(b *testing.B) {
		for b.Loop() {
			_, _, r := taken(b, "office.xlsx", raw, register.Options{})
			if o := register.Compare(r, known); o.Unchanged != 10_000 {
				b.Fatalf("%d unchanged", o.Unchanged)
			}
		}
	})
}

func TestAWholeOfficeComesInWithoutAWord(t *testing.T) {
	_, _, r := taken(t, "office.xlsx", office(t, 500), register.Options{})
	if len(r.Entries) != 500 || len(r.Problems) != 0 || !slices.ContainsFunc(r.Skipped, func(s register.Skip) bool { return s.Why == register.SkippedTitle }) {
		t.Errorf("%d entries, %v, %v", len(r.Entries), r.Problems, r.Skipped)
	}
}

func TestAFileThatCannotBeOpenedIsAProblem(t *testing.T) {
	folder := t.TempDir()
	for path, want := range map[string]Kind{folder: WrongType, filepath.Join(folder, "gone.xlsx"): Unreadable} {
		_, err := RegisterSheets(path)
		var p Problem
		if !errors.As(err, &p) || p.Kind != want || p.File != filepath.Base(path) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}
