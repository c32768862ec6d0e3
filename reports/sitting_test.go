package reports

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/sheet"
)

func packOf(t *testing.T, f Facts, s Sitting) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteMeetingPack(&out, f, s); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// everything is all that the pack of a meeting says.
func everything(f Facts, s Sitting) string {
	v := f.seat(s, false)
	m := v.month()
	blocks := slices.Concat(v.cover(m), v.agenda(), v.accounts(), m.figured(f), m.patterned(f), v.problems(), m.opened(f),
		v.carried(), v.opinions(), v.answers(), v.since(), v.signInPart().Blocks, v.minutes())
	return strings.Join(textsOf(blocks), "\n")
}

func TestThePapersOfAMeetingNameNobodyUnlessOpened(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	masked := map[string]string{
		"the pack": everything(f, s), "the minutes": said(Minutes(f, s)), "the sign-in sheet": said(SignIn(f, s)), "the list": said(ActionList(f, 1, "", s.Kept.Actions)),
	}
	for what, text := range masked {
		for _, secret := range secrets {
			if strings.Contains(text, secret) && (what != "the list" || secret != "張小明") && !(strings.HasPrefix(secret, "0571") || strings.HasPrefix(secret, "138 ") || strings.HasPrefix(secret, "zhang")) {
				t.Errorf("%s says %s:\n%s", what, secret, text)
			}
		}
	}
	if text := masked["the pack"]; !strings.Contains(text, "東區業主") || !strings.Contains(text, "張**") || !strings.Contains(text, "趙強") {
		t.Errorf("the pack says\n%s", text)
	}
	f.Open = true
	if text := everything(f, s); !strings.Contains(text, "張小明 · 東區") || !strings.Contains(text, "3-2-501") {
		t.Errorf("opened, the pack says\n%s", text)
	}
}

func TestWhatIsMadePublicNamesNobodyAndBlamesNobody(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		f.Open = true // whatever was opened for the desk
		d := PublicMinutes(f, met(office(t, lang.Traditional)))
		text := said(d) + d.Sheet.Printed
		for _, secret := range slices.Concat(secrets, []string{"陳大文", "王女士", "138*", "責任在", "責任判定", "賠"}) {
			if strings.Contains(text, secret) {
				t.Errorf("%s: the public minutes say %s:\n%s", l, secret, text)
			}
		}
		for _, one := range f.Ground.Staff {
			if strings.Contains(text, one.Name) {
				t.Errorf("%s: the public minutes name %s:\n%s", l, one.Name, text)
			}
		}
	}
	f := office(t, lang.Traditional)
	text := said(PublicMinutes(f, met(f)))
	for _, want := range []string{"客戶服務部負責月底前換曳引機", "東區業主", "部門負責人 1 人、業主代表 1 人", "某女士", "涉及責任的內容不公示", "東區路燈十二月前全部更換；東區業主隨同驗收", "依合同第八條", "XS-202611-"} {
		if !strings.Contains(text, want) {
			t.Errorf("the public minutes lack %q:\n%s", want, text)
		}
	}
}

func TestAMeetingIsPrintedAgainAsItWas(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	if first := packOf(t, f, s); !bytes.Equal(first, packOf(t, f, s)) {
		t.Error("printed again, the bytes differ")
	}
	text := everything(f, s)
	for _, want := range []string{
		"2026年第10期 · HY-202611-0001", "2026-11-03 09:00 凍結，第 2 版（王芳）\u2003補錄一件", "90.0 %（9/10）",
		"2 次", "原 2026-11-20", "按時完成 2／3", "新計入 1 件", "SL-202610-0012", "90.9 %（10/11）", "本月 5 件，上月 2 件", "☑ 是",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the pack lacks %q:\n%s", want, text)
		}
	}
}

func TestBeforeItIsHeldAMeetingHasFormsToWriteOn(t *testing.T) {
	f := office(t, lang.Traditional)
	s := Sitting{Record: meeting.Record{Head: meeting.Head{Kind: meeting.Monthly, Project: 1, Number: "HY-202611-0002", State: meeting.Planned,
		Details: meeting.Details{Begins: clockAt(27, 14, 0), Place: "大廳", Chair: wu, Recorder: fang}}, Agenda: meeting.Agenda()}}
	blank := 0
	for _, b := range Minutes(f, s).Blocks {
		if table, ok := b.(paper.Table); ok {
			blank += table.Blank
		}
	}
	if text := everything(f, s); blank != 7 || !strings.Contains(text, "數據尚未凍結") {
		t.Errorf("%d rows to write on:\n%s", blank, text)
	}
}

func TestALetterIsToOneOrToAll(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	all := Invitations(f, s, 1, 3, 99)
	if len(all) != 2 || !strings.Contains(said(all[0]), "趙強：您好！") || !strings.Contains(said(all[0]), "近期工作通報") || !strings.Contains(said(all[1]), "張小明：您好！") {
		t.Errorf("%d letters", len(all))
	}
	s.Agenda[0].Speaker = "李娜"
	all = Invitations(f, s, 1, 3)
	if strings.Contains(said(all[1]), "李娜") || strings.Contains(said(all[1]), "13812345678") {
		t.Errorf("a letter says\n%s", said(all[1]))
	}
	if text := said(Invitations(f, s)[0]); !strings.Contains(text, "各位業主、各部門：您好！") {
		t.Errorf("the letter to all says\n%s", text)
	}
}

func TestANoticeBeginsWithItsSubjectAndReadsAlikeOnThePhone(t *testing.T) {
	f := office(t, lang.Traditional)
	s := met(f)
	s.Kind, s.Subject, s.Details.Begins, s.Details.Ends = meeting.Notice, "NT-WATER", clockAt(26, 9, 0), clockAt(26, 12, 0)
	s.Record.Areas, s.Held = nil, clockAt(24, 9, 0)
	s.Title, s.Text = NoticeDraft(f, s)
	if s.Title != "停水通知" || !strings.Contains(s.Text, "雲棲花園全體業主將於 2026-11-26（四）09:00 至 2026-11-26（四）12:00 停水") || !strings.Contains(s.Text, "0571-8765 4321") {
		t.Errorf("it says %s: %s", s.Title, s.Text)
	}
	s.Title += " 張小明"
	paper, phone := said(Notice(f, s)), NoticeText(f, s)
	for what, text := range map[string]string{"paper": paper, "phone": phone} {
		if !strings.Contains(text, "停水通知 張**") || !strings.Contains(text, "請提前儲水") || !strings.Contains(text, "2026-11-24") {
			t.Errorf("on %s it says\n%s", what, text)
		}
	}
	if !strings.HasPrefix(phone, "【停水通知 張**】\n尊敬的業主：\n") {
		t.Errorf("the phone shows\n%s", phone)
	}
}

// cellsOf are the rows of a sheet of a workbook, as text.
func cellsOf(t *testing.T, raw []byte, name string) (rows []string) {
	t.Helper()
	book, err := sheet.Read("book.xlsx", bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range book.Sheets {
		if s.Name != name {
			continue
		}
		for _, r := range s.Rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, c.Text)
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
	}
	return rows
}

func TestTheBookOfAMeetingHasItsListsAsRealNumbersAndDays(t *testing.T) {
	f := office(t, lang.Traditional)
	var out bytes.Buffer
	if err := WriteMeetingBook(&out, f, met(f)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"指標":      "轉辦及時率|0.9|9|10|9|0.95",
		"行動項":     "上次會議行動項|XS-202611-0002|更換東區路燈，先聯繫張** 138****5678|工程維修部 · 李建國|2026-11-06|2026-11-30|已延期|已下單\n廠家未到|2",
		"業主意見建議":  "1|東區業主|我住3-2-**，路燈太暗，請打 138****5678|設施設備 / 供電照明|張**反映的路燈下月更換|趙強|SL-202611-0009",
		"共性問題與方案": "1|設施設備 / 電梯 · 3幢電梯|東區|24|5|2|曳引機軸承磨損|臨時潤滑|更換曳引機|工程維修部 · 趙強|2026-11-30|是",
		"凍結後的變化":  "轉辦及時率|0.9|9|10|0.909090909090909|10|11|+ SL-202610-0012",
	} {
		rows := cellsOf(t, out.Bytes(), name)
		if !slices.ContainsFunc(rows, func(r string) bool { return strings.HasPrefix(r, want) }) {
			t.Errorf("%s lacks %q:\n%s", name, want, strings.Join(rows, "\n"))
		}
	}
}

func TestAListOfActionItemsCountsWorkingDaysFromTheDayAfter(t *testing.T) {
	f := office(t, lang.Traditional) // Monday the 23rd
	friday, today := action(1, meeting.Open), action(2, meeting.Open)
	today.Due = nov(23)
	d := ActionList(f, 1, "", []meeting.Action{friday, today})
	rows := d.Blocks[1].(paper.Table).Rows
	if rows[0][6] != "1 個工作日" || rows[1][6] != "" {
		t.Errorf("late by %q and %q", rows[0][6], rows[1][6])
	}
}
