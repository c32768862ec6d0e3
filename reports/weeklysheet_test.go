package reports

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

// week is a weekly meeting of engineering before it is held.
func week(f Facts) Sitting {
	s := Sitting{Record: meeting.Record{Head: meeting.Head{
		ID: 8, Version: 3, Kind: meeting.Weekly, Project: 1, Number: "ZH-202611-0001", State: meeting.Frozen, From: nov(16), To: nov(22),
		Details: meeting.Details{Begins: clockAt(23, 16, 0), Dept: engineering, Contact: jianguo},
	}}}
	for i, m := range meeting.Modules {
		s.Accounts = append(s.Accounts, meeting.Account{Row: meeting.Row{N: i + 1, Pos: i + 1}, Dept: engineering, Module: m})
	}
	s.Accounts[2].Done, s.Accounts[2].Rounds = "檢修 3-2-501 門口燈", 4
	s.Problems = []meeting.Problem{{Row: meeting.Row{N: 1, Pos: 1}, Title: "備件慢", Dept: engineering, ByHand: true, Due: nov(30)}}
	s.Guests = []meeting.Guest{
		{Row: meeting.Row{N: 1, Pos: 1}, Group: "GU-STAFF", Invited: true, Staff: jianguo, Dept: engineering},
		{Row: meeting.Row{N: 2, Pos: 2}, Group: "GU-STAFF", Invited: true, Staff: qiang, Dept: engineering},
	}
	return s
}

func filledIn(t *testing.T, f Facts, s Sitting) sheet.Book {
	t.Helper()
	var out bytes.Buffer
	if err := WriteWeekly(&out, f, s); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("week.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// put writes into a cell: sheet, row and column from 0, as a person sees them.
func put(b sheet.Book, n, row, column int, text string) {
	s := &b.Sheets[n]
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	for len(s.Rows[row]) <= column {
		s.Rows[row] = append(s.Rows[row], sheet.Cell{})
	}
	s.Rows[row][column].Text = text
}

// changed are the differences that reading a sheet back would make.
func changed(t *testing.T, f Facts, s Sitting, b sheet.Book) []app.Difference {
	t.Helper()
	o, unread, err := ReadWeekly(f, s, b)
	if err != nil || len(unread) > 0 {
		t.Fatalf("read back: %v, %v", unread, err)
	}
	o.By = fang
	m, err := s.Change(o, f.Ground, f.At)
	if err != nil {
		t.Fatal(err)
	}
	return m.Act.Diffs
}

func TestASheetThatNobodyTouchedChangesNothing(t *testing.T) {
	for _, wrote := range lang.All {
		for _, reads := range lang.All {
			f, s := office(t, wrote), week(office(t, wrote))
			s.Subject = ""
			book := filledIn(t, f, s)
			g := office(t, reads)
			g.Ground = f.Ground // the same office, whose words are another language's
			if diffs := changed(t, g, s, book); len(diffs) > 0 {
				t.Errorf("written in %s, read in %s: %v", wrote, reads, diffs)
			}
		}
	}
}

func TestWhatADepartmentFilledInComesBackWithItsDifferences(t *testing.T) {
	f := office(t, lang.Traditional)
	s := week(f)
	b := filledIn(t, f, s)
	put(b, 1, 2, 2, "全部樓道清掃兩遍") // first account
	put(b, 1, 2, 6, "14")
	put(b, 1, 8, 1, "設施設備") // a new one
	put(b, 1, 8, 2, "水泵保養")
	put(b, 2, 2, 6, "2026/12/4")
	put(b, 2, 3, 1, "人手不足") // a new problem
	put(b, 3, 2, 2, "出席")
	b.Sheets[3].Rows = b.Sheets[3].Rows[:3] // the second guest is taken out
	put(b, 0, 5, 1, "趙強")
	got := Differences(f, s, changed(t, f, s, b))
	want := []string{
		"業主溝通專人：李建國 → 趙強",
		"出席人員 第 1 行 · 出席情況：出席", "出席人員 第 2 行：刪去",
		"本週工作總結 第 1 行 · 本週完成：全部樓道清掃兩遍", "本週工作總結 第 1 行 · 巡查次數：14",
		"本週工作總結 第 7 行 · 模塊：設施設備", "本週工作總結 第 7 行 · 本週完成：水泵保養",
		"存在問題 第 1 行 · 完成時限：2026-11-30 → 2026-12-04", "存在問題 第 2 行 · 問題：人手不足",
	}
	if !slices.Equal(got, want) {
		t.Errorf("it would change\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhatIsNotUnderstoodIsSaidAndChangesNothing(t *testing.T) {
	f := office(t, lang.Traditional)
	s := week(f)
	b := filledIn(t, f, s)
	put(b, 1, 2, 6, "很多次")
	put(b, 1, 3, 1, "泳池")
	put(b, 2, 2, 6, "下週")
	put(b, 3, 2, 2, "也許")
	o, unread, err := ReadWeekly(f, s, b)
	if err != nil || len(unread) != 4 {
		t.Fatalf("%v, %v", unread, err)
	}
	if got := f.Unread(unread[0]); got != "工作表「本週工作總結」第 3 行「巡查次數」：看不懂「很多次」，請改正。" {
		t.Errorf("it says %s", got)
	}
	o.By = fang
	if m, err := s.Change(o, f.Ground, f.At); err != nil || len(m.Act.Diffs) > 0 {
		t.Errorf("it would change %v, %v", m.Act.Diffs, err)
	}
}

func TestASheetOfAnotherWeekIsRefused(t *testing.T) {
	f := office(t, lang.Traditional)
	b := filledIn(t, f, week(f))
	other := week(f)
	other.Number = "ZH-202611-0002"
	if _, _, err := ReadWeekly(f, other, b); !errors.Is(err, ErrOtherSheet) {
		t.Errorf("it was taken: %v", err)
	}
}
