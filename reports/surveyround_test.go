package reports

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/paper"
)

// rowsOf are the rows of the only table of a document.
func rowsOf(d Document) [][]string {
	for _, b := range d.Blocks {
		if t, ok := b.(paper.Table); ok {
			return t.Rows
		}
	}
	return nil
}

func TestPapersOfTheRoundShowDoorsAndNamesOnlyWhereTheyAreOpened(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		h := surveyed(f)
		for _, open := range []bool{false, true} {
			f.Open = open
			letter := said(SurveyLetters(f, h, rounds(h))[0])
			for what, text := range map[string]string{"list": said(AddressList(f, h, rounds(h))), "letter": letter, "labels": said(AddressLabels(f, h, rounds(h)))} {
				for _, secret := range []string{"張小明", "501"} {
					if strings.Contains(text, secret) != open {
						t.Errorf("%s, opened %v: the %s says\n%s", l, open, what, text)
					}
				}
				if strings.Contains(text, "13812345678") != (open && what == "list") {
					t.Errorf("%s, opened %v: the %s says\n%s", l, open, what, text)
				}
			}
			if !open && !strings.Contains(letter, f.Say("paper.survey.letter.dear")) {
				t.Errorf("%s: the letter to nobody begins\n%s", l, letter)
			}
		}
	}
}

func TestAListOfAddressesTellsWhatWasTried(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	r := rounds(h)
	r.Attempts[8] = append(r.Attempts[8], annual.Attempt{N: 4, At: clockAt(14, 9, 0), Outcome: annual.Later})
	rows := rowsOf(AddressList(f, h, r))
	for n, want := range map[int][]string{
		0: {"1", "10000", "3 幢 2 單元 **", "自住業主", "張**\n138****5678", "", "", "", "", ""},
		3: {"4", "10039", "3 幢 2 單元 **", "商鋪", "張**\n138****5678", "11-10 18:30\n未聯繫上", "11-11 18:30\n未聯繫上", "11-12 18:30\n未聯繫上", "空置", "10104"},
		7: {"8", "10091", "3 幢 2 單元 **", "商鋪", "張**\n138****5678", "11-10 18:30\n未聯繫上", "11-11 18:30\n未聯繫上", "11-14 09:00\n另約時間", "", ""},
	} {
		if !slices.Equal(rows[n], want) {
			t.Errorf("row %d says %q, want %q", n+1, rows[n], want)
		}
	}
	if text := said(AddressList(f, h, r)); !strings.Contains(text, "訪員：李建國") || !strings.Contains(text, "2026-11-10 – 2026-11-13") || !strings.Contains(text, "共 30 戶") || !strings.Contains(text, "6 另約時間") || !strings.Contains(text, "姓名、電話") {
		t.Errorf("it says\n%s", text)
	}
}

func TestEveryInterviewerHasAListOfTheirOwn(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	h.Plan.Modes = []annual.Mode{annual.Paper}
	r := rounds(h)
	r.Addresses[4].Unit.Interviewer, r.Addresses[7].Unit.Interviewer = fang, 0
	lists := AddressLists(f, h, r)
	var got []string
	for _, d := range lists {
		got = append(got, fmt.Sprintf("%s: %d", strings.SplitN(string(d.Blocks[0].(paper.Note)), " · ", 2)[0], len(rowsOf(d))))
	}
	if want := []string{"訪員：王芳: 1", "訪員：李建國: 28", "實施時間：2026-11-10 – 2026-11-13: 1"}; !slices.Equal(got, want) {
		t.Errorf("lists are %q, want %q", got, want)
	}
	if strings.Contains(said(lists[0]), "5678") {
		t.Error("a phone is listed where nobody is asked by telephone")
	}
}

func TestALetterIsToOneHouseholdAndSaysWhyItWasChosen(t *testing.T) {
	f := office(t, lang.Traditional)
	f.Open = true
	h := surveyed(f)
	r := rounds(h)
	r.Addresses[1].Names = nil
	letters := SurveyLetters(f, h, r)
	if len(letters) != 30 || letters[2].Sheet.QR != "10026" || !strings.Contains(said(letters[0]), "尊敬的張小明：") || !strings.Contains(said(letters[1]), "尊敬的業主、住戶：") {
		t.Errorf("%d letters, the first says\n%s", len(letters), said(letters[0]))
	}
	if text := said(letters[0]); !strings.Contains(text, "隨機抽到") || strings.Contains(text, "邀請每一戶") {
		t.Errorf("it says\n%s", text)
	}
	h.Plan.Convenience, r.Addresses[0].No = true, 0
	if text := said(SurveyLetters(f, h, r)[0]); strings.Contains(text, "隨機抽到") || !strings.Contains(text, "邀請每一戶") || strings.Contains(text, "網上填答時") {
		t.Errorf("where everybody is invited it says\n%s", text)
	}
	if n := len(pages(t, letters[0])); n != 1 {
		t.Errorf("a letter has %d sides", n)
	}
}

func TestLabelsFillTheirSheetAndStayWithinThem(t *testing.T) {
	f := office(t, lang.English)
	f.Open = true
	h := surveyed(f)
	r := rounds(h)
	r.Addresses[0].Names = []string{"Maximiliana Wilhelmina von Hohenstein-Löwenberg", "Alexander Archibald Featherstonehaugh"}
	sides := pages(t, AddressLabels(f, h, r))
	if len(sides) != 2 || strings.Count(sides[0], "No. ") != 24 || strings.Count(sides[1], "No. ") != 6 {
		t.Fatalf("%d sides:\n%s", len(sides), strings.Join(sides, "\n---\n"))
	}
	if !strings.Contains(squeezed(sides[0]), squeezed("Hohenstein-Löwenberg")) || !strings.Contains(sides[0], "Featherstonehaugh") {
		t.Errorf("long names are cut:\n%s", sides[0])
	}
	for _, word := range heights(t, AddressLabels(f, h, r))[0] {
		if strings.HasPrefix(word[2], "KF-") || strings.Contains(word[2], "Page") {
			t.Errorf("a label says %q", word[2])
		}
	}
}

func TestProgressSaysTheSameOnPaperAndInTheWorkbook(t *testing.T) {
	f := office(t, lang.Traditional)
	h := surveyed(f)
	all := fielded(h)
	rows := rowsOf(SurveyProgress(f, h, all))
	if want := []string{"東區", "自住業主", "420", "99", "124", "99", "12", "19", "6", "37", "31.4 %", "覆蓋不足"}; !slices.Equal(rows[0], want) {
		t.Errorf("the first says %q, want %q", rows[0], want)
	}
	if want := []string{"合計", "", "1367", "323", "403", "319", "35", "68", "16", "194", "50.1 %", ""}; !slices.Equal(rows[12], want) {
		t.Errorf("all say %q, want %q", rows[12], want)
	}
	var out bytes.Buffer
	if err := WriteSurveyProgress(&out, f, h, all); err != nil {
		t.Fatal(err)
	}
	cells := cellsOf(t, out.Bytes(), f.Say("paper.survey.progress"))
	for i, row := range rows {
		line := strings.Split(cells[i+2]+"||||", "|")
		var rate float64
		if _, err := fmt.Sscan(line[10], &rate); err != nil || f.Percent(rate) != row[10] || !slices.Equal(line[:10], row[:10]) || line[11] != row[11] {
			t.Errorf("row %d: the workbook says %q, paper %q", i, line, row)
		}
	}
	fresh := make([]annual.StratumResult, len(h.Strata))
	for i, s := range h.Strata {
		fresh[i].Stratum = s
	}
	if got := rowsOf(SurveyProgress(f, h, fresh))[0]; got[10] != "–" || got[11] != "覆蓋不足" {
		t.Errorf("before anybody was asked it says %q", got)
	}
}

func TestTheTelephoneScriptSaysAndMarksEverything(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		h := surveyed(f)
		text := said(TelephoneScript(f, h))
		for _, code := range []string{"survey.item.OVERALL", "survey.item.COMMUNITY-2", "survey.recommend", "survey.open.OPEN-1", "paper.survey.rules.read", "survey.plan.keep"} {
			if !strings.Contains(text, f.Say(code)) {
				t.Errorf("%s: the script lacks %q", l, f.Say(code))
			}
		}
		if !strings.Contains(text, "L\u2002"+f.Say("survey.choice.CHOICE-COMMUNITY")) || !strings.Contains(text, f.Ground.Office.Company) {
			t.Errorf("%s: the script says\n%s", l, text)
		}
		if n := sides(TelephoneScript(f, h)); n > 3 {
			t.Errorf("%s: %d sides", l, n)
		}
	}
}
