package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// gatheredAt is a sale at which four opinions were gathered, one of each fate.
func gatheredAt(f Facts) Sitting {
	s := met(f)
	s.Record = meeting.Record{Head: meeting.Head{ID: 6, Kind: meeting.Gathering, Project: 1, Number: "SJ-202611-0001", State: meeting.Held, MinutesDue: clockAt(23, 18, 0),
		Details: meeting.Details{Title: "二期開盤", Subject: "GE-SALES", Begins: clockAt(20, 14, 0), Place: "售樓處", Recorder: fang, Helpers: "實習生小周"}}}
	s.Opinions = []meeting.Opinion{
		{Row: meeting.Row{N: 1, Pos: 1}, Name: "陳大文", Phone: "13812345678", Room: "3-2-501", Text: "學校配套與宣傳不符，請打 13812345678 找陳大文", Sort: app.Complaint, Category: "SL2", Issue: 9, Number: "SL-202611-0009"},
		{Row: meeting.Row{N: 2, Pos: 2}, Name: "李女士", Text: "訪客車位太少", Note: "多人提到", Sort: app.Suggestion, Category: "PK", Aside: meeting.AsideSame, Issue: 1, Number: "ZB-202610-0001"},
		{Row: meeting.Row{N: 3, Pos: 3}, Text: "何時交付", Sort: app.Enquiry, Category: "SL", Aside: meeting.AsideThere, AsideWhy: "已說明交付日期", Settled: clockAt(20, 15, 0), SettledBy: fang},
		{Row: meeting.Row{N: 4, Pos: 4}, Text: "多辦活動", Sort: app.Suggestion, Category: "AC1"},
	}
	s.States = map[app.IssueID]app.State{9: app.Handling}
	return s
}

func TestTheSummaryOfOpinionsSaysWhatBecameOfEach(t *testing.T) {
	f := office(t, lang.Traditional)
	text := said(Gathered(f, gatheredAt(f)))
	for _, want := range []string{"二期開盤", "銷售", "售樓處", "王芳 · 實習生小周", "SL-202611-0009 · " + f.Say("state.handling"), "與已有事項相同 · ZB-202610-0001", "已當場答覆", "已說明交付日期",
		f.Say("paper.gather.open"), f.Say("paper.gather.counts", 4, 1, 1, 1, 1), "多人提到"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}

func TestTheSummaryOfOpinionsNamesNobodyUnlessOpened(t *testing.T) {
	hidden := []string{"陳大文", "13812345678", "3-2-501", "李女士"}
	for _, l := range lang.All {
		f := office(t, l)
		f.Open = false
		text := said(Gathered(f, gatheredAt(f))) + strings.Join(gatheredCells(t, f), "\n")
		for _, secret := range hidden {
			if strings.Contains(text, secret) {
				t.Errorf("%s: it says %s:\n%s", l, secret, text)
			}
		}
		f.Open = true
		for what, text := range map[string]string{"paper": said(Gathered(f, gatheredAt(f))), "book": strings.Join(gatheredCells(t, f), "\n")} {
			for _, one := range hidden {
				if !strings.Contains(text, one) {
					t.Errorf("%s: opened, the %s lacks %s:\n%s", l, what, one, text)
				}
			}
		}
	}
}

// Who may not read the issue that an opinion became learns from the summary that there
// is one, and not that somebody spoke without a name.
func TestTheSummaryOfOpinionsHidesWhatIsRestricted(t *testing.T) {
	f := office(t, lang.Traditional)
	s := gatheredAt(f)
	s.Opinions[0] = s.Opinions[0].Shut()
	s.Opinions = s.Opinions[:1]
	text := said(Gathered(f, s))
	if strings.Contains(text, say.Code(f.Voice, app.Anonymous)) || !strings.Contains(text, app.Blacked) || !strings.Contains(text, "SL-202611-0009") || strings.Contains(text, "學校配套") {
		t.Errorf("it says\n%s", text)
	}
}

// gatheredCells are all cells of the workbook.
func gatheredCells(t *testing.T, f Facts) (all []string) {
	t.Helper()
	var out bytes.Buffer
	if err := WriteGathered(&out, f, gatheredAt(f)); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read("book.xlsx", bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			for _, c := range row {
				all = append(all, c.Text)
			}
		}
	}
	return all
}

func TestTheWorkbookOfOpinionsHasARowForEach(t *testing.T) {
	f := office(t, lang.Traditional)
	cells := gatheredCells(t, f)
	for _, want := range []string{"學校配套", "ZB-202610-0001", "2026-11-20 15:00", "多辦活動"} {
		if !slices.ContainsFunc(cells, func(c string) bool { return strings.Contains(c, want) }) {
			t.Errorf("it lacks %q: %q", want, cells)
		}
	}
}
