package reports

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/paper"
)

// What a copy may show of people, copy by copy (privacy: a department gets the
// surname, the room, and the phone only if it has to call).
func TestEachCopyShowsOfPeopleWhatItMay(t *testing.T) {
	f := office(t, lang.Traditional)
	open := f
	open.Open = true
	reach := fresh(f)
	reach.Rounds[0].Contact = true
	slip := func(f Facts, c app.Case, to Copy) Document { return TransferSlip(f, c, 1, to, A4) }
	for _, c := range []struct {
		what        string
		doc         Document
		name, place string
		phone       string
	}{
		{"desk", slip(f, fresh(f), CopyDesk), "張**（自住業主）", "3 幢 2 單元 **", "138****5678"},
		{"desk, opened with a reason", slip(open, fresh(f), CopyDesk), "張小明（自住業主）", "3 幢 2 單元 501", "13812345678"},
		{"department", slip(f, fresh(f), CopyDept), "張**（自住業主）", "3 幢 2 單元 501", "138****5678"},
		{"department that has to call", slip(f, reach, CopyDept), "張**（自住業主）", "3 幢 2 單元 501", "13812345678"},
		{"department, whatever was opened for the desk", slip(open, fresh(f), CopyDept), "張**（自住業主）", "3 幢 2 單元 501", "138****5678"},
		{"owner", slip(f, fresh(f), CopyOwner), "張小明（自住業主）", "3 幢 2 單元 501", "13812345678"},
		{"complaint, desk", ComplaintSlip(f, complained(f), 1, CopyDesk), "張**（自住業主）", "3 幢 2 單元 **", "138****5678"},
		{"complaint, department", ComplaintSlip(f, freshComplaint(f), 1, CopyDept), "張**（自住業主）", "3 幢 2 單元 501", "138****5678"},
		{"complaint, owner", ComplaintSlip(f, complained(f), 1, CopyOwner), "張小明（自住業主）", "3 幢 2 單元 501", "13812345678"},
	} {
		name := value(c.doc, f.Say("slip.name")) + value(c.doc, f.Say("complaint.name"))
		phone, _, _ := strings.Cut(value(c.doc, f.Say("slip.contact")), "\u2003")
		if place := value(c.doc, f.Say("slip.place")); name != c.name || place != c.place || phone != c.phone {
			t.Errorf("%s shows %q, %q, %q; want %q, %q, %q", c.what, name, place, phone, c.name, c.place, c.phone)
		}
		if strings.Contains(c.name, "*") && strings.Contains(said(c.doc), "張小明") {
			t.Errorf("%s says the full name somewhere", c.what)
		}
		if strings.Contains(c.phone, "*") && strings.Contains(said(c.doc), "13812345678") {
			t.Errorf("%s says the full phone somewhere", c.what)
		}
	}
}

// value is what stands beside a label.
func value(d Document, label string) string {
	for _, b := range d.Blocks {
		if row, ok := b.(paper.Row); ok {
			for _, f := range row {
				if f.Label == label {
					return f.Text
				}
			}
		}
	}
	return ""
}

// An owner says his own number in his description; a photo bears his name.
func TestFreeWordsDoNotSayWhatAFieldMasks(t *testing.T) {
	f := office(t, lang.Traditional)
	c := complained(f)
	c.Reporter = app.Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "138 1234 5678/0571-88007667", Email: "zhang.xm@example.com", WeChat: "zhangxm_88"}
	c.Place.Text = "主臥陽台，鄰 3-2-502"
	c.Description = "3-2-501 張小明，電話 138-1234-5678 或 13812345678、057188007667，微信 zhangxm_88，zhang.xm@example.com，3幢2單元501"
	c.Attachments = []app.Attachment{{N: 1, Name: "張小明_13812345678.jpg"}, {N: 2, Name: "13900001111_2.mp4"}}
	c.Notes[0].Text, c.FollowUps[1].Opinion = "已致電張小明 13812345678", "我是張小明"
	people := []string{"張小明", "5678", "7667", "zhang.xm", "zhangxm"}
	leaks := func(what string, d Document, secrets ...string) {
		text := strings.ReplaceAll(said(d), "138****5678", "")
		for _, s := range secrets {
			if strings.Contains(text, s) {
				t.Errorf("%s says %s:\n%s", what, s, text)
			}
		}
	}
	slip := c
	slip.Rounds = slices.Clone(c.Rounds)
	slip.Rounds[0].Contact = false
	leaks("the desk's slip", TransferSlip(f, slip, 1, CopyDesk, A4), append(people, "501", "502")...)
	leaks("the department's slip", TransferSlip(f, slip, 1, CopyDept, A4), people...)
	leaks("the desk's complaint slip", ComplaintSlip(f, slip, 1, CopyDesk), append(people, "501", "13900001111")...)
	leaks("the department's complaint slip", ComplaintSlip(f, slip, 1, CopyDept), people...)
	leaks("the card", FollowUpCard(f, slip, 1), append(people, "501")...)
	leaks("the desk's notice", DelayNotice(f, slip, c.Delays[0], CopyDesk), append(people, "501")...)
	leaks("the register", IntakeList(f, 1, clockAt(1, 0, 0), clockAt(30, 0, 0), []app.Issue{slip.Issue}), append(people, "501")...)
	leaks("the list", FollowUpList(f, 1, clockAt(1, 0, 0), clockAt(30, 0, 0), []app.Asked{{Issue: slip.Issue, FollowUp: c.FollowUps[1]}}), "張小明")
	called := said(TransferSlip(f, c, 1, CopyDept, A4))
	if !strings.Contains(called, "13812345678") || !strings.Contains(called, "主臥陽台，鄰 3-2-502") || strings.Contains(called, "張小明") {
		t.Errorf("a department that is to call reads\n%s", called)
	}
	if own := said(TransferSlip(f, c, 1, CopyOwner, A4)); !strings.Contains(own, c.Description) {
		t.Errorf("an owner's copy hides his own words:\n%s", own)
	}
}

func TestAPlaceInFreeWordsIsMaskedToo(t *testing.T) {
	f := office(t, lang.Traditional)
	c := fresh(f)
	c.Place = app.Place{Text: "3-2-501 門口走廊"}
	if got := value(TransferSlip(f, c, 1, CopyDesk, A4), f.Say("slip.place")); got != "3-2-** 門口走廊" {
		t.Errorf("the desk's copy says %q", got)
	}
	if got := value(TransferSlip(f, c, 1, CopyDept, A4), f.Say("slip.place")); got != "3-2-501 門口走廊" {
		t.Errorf("the department's copy says %q", got)
	}
}

func TestALetterToAnUnknownComplainantIsStillALetter(t *testing.T) {
	f := office(t, lang.Traditional)
	c := freshComplaint(f)
	if text := said(ComplaintSlip(f, c, 1, CopyOwner)); !strings.Contains(text, "尊敬的張小明：") {
		t.Errorf("the letter says\n%s", text)
	}
	c.Reporter = app.Reporter{Anonymous: true, Owner: app.Anonymous, Refused: true}
	if text := said(ComplaintSlip(f, c, 1, CopyOwner)); !strings.Contains(text, "尊敬的業主：") {
		t.Errorf("the letter says\n%s", text)
	}
}

// Where a closed issue was taken up again, the reason is the desk's.
func TestAnOwnersFurtherSlipGivesReasonsInHisOwnWordsOnly(t *testing.T) {
	f := office(t, lang.Traditional)
	c := full(f)
	if text := said(TransferSlip(f, c, 2, CopyOwner, A4)); !strings.Contains(text, "修好兩天後又有輕微響聲") {
		t.Errorf("the owner's own words are missing:\n%s", text)
	}
	c.Rounds[1].Why = "【內部】總經理要求重開"
	if text := said(TransferSlip(f, c, 2, CopyOwner, A4)); strings.Contains(text, "【內部】") {
		t.Errorf("the owner reads\n%s", text)
	}
}

// The sample marks whatever is not for the owner with 【內部】.
func TestAnOwnersCopyNeverSaysWhatIsInternal(t *testing.T) {
	f := office(t, lang.Traditional)
	c := full(f)
	declined := c.Delays[0]
	declined.N, declined.Approved, declined.Text = 2, false, "【內部】人手不足"
	c.Delays = append(c.Delays, declined)
	for what, d := range map[string]Document{
		"transfer slip":       TransferSlip(f, c, 1, CopyOwner, A4),
		"transfer slip on A5": TransferSlip(f, c, 1, CopyOwner, A5),
		"fresh slip":          TransferSlip(f, fresh(f), 1, CopyOwner, A4),
		"complaint slip":      ComplaintSlip(f, complained(f), 1, CopyOwner),
		"delay notice":        DelayNotice(f, c, c.Delays[0], CopyOwner),
	} {
		if text := said(d); strings.Contains(text, "【內部】") || strings.Contains(text, "孫大勇") || strings.Contains(text, "趙強") {
			t.Errorf("the owner's %s says\n%s", what, text)
		}
	}
	if text := said(TransferSlip(f, c, 1, CopyOwner, A4)); !strings.Contains(text, "已到場檢查，確認軸承磨損") || !strings.Contains(text, "軸承已更換，電梯已恢復運行並經檢驗合格") {
		t.Errorf("the owner's slip leaves out what the owner was told:\n%s", text)
	}
}

func TestADepartmentsCopyLeavesOutTheDesksRemarks(t *testing.T) {
	f := office(t, lang.Traditional)
	if strings.Contains(said(TransferSlip(f, full(f), 1, CopyDept, A4)), "【存根】") {
		t.Error("the department reads the desk's remark")
	}
	if !strings.Contains(said(TransferSlip(f, full(f), 1, CopyDesk, A4)), "【存根】") {
		t.Error("the desk's own copy lacks its remark")
	}
}

func TestWitnessesAreMaskedUnlessOpened(t *testing.T) {
	f := office(t, lang.Traditional)
	for _, open := range []bool{false, true} {
		f.Open = open
		text := said(ComplaintSlip(f, complained(f), 1, CopyDesk))
		if strings.Contains(text, "孫大勇") != open || strings.Contains(text, "孫**") == open {
			t.Errorf("open is %v, and the slip says\n%s", open, text)
		}
	}
}

// A first print leaves every place of the later parts to be written by hand.
func TestAFreshSlipIsBlankWhereTheDepartmentWrites(t *testing.T) {
	f := office(t, lang.Traditional)
	d := TransferSlip(f, fresh(f), 1, CopyDept, A4)
	for _, key := range []string{"slip.handler", "slip.reached", "slip.solution", "slip.nodes", "slip.expected"} {
		if got := value(d, f.Say(key)); got != "" {
			t.Errorf("%s says %q", f.Say(key), got)
		}
	}
	blank := 0
	for _, b := range d.Blocks {
		if table, ok := b.(paper.Table); ok {
			blank += table.Blank
		}
	}
	if blank != 4 {
		t.Errorf("%d rows to write progress, want 4", blank)
	}
	if got := value(d, f.Say("slip.delay")); got != f.Say("slip.none") {
		t.Errorf("no delay is said %q", got)
	}
}

func TestTheRequiredTimeExplainsItself(t *testing.T) {
	f := office(t, lang.Traditional)
	explained := func(c app.Case, round int) paper.Field {
		for _, b := range TransferSlip(f, c, round, CopyDept, A4).Blocks {
			if row, ok := b.(paper.Row); ok && row[0].Label == f.Say("slip.required") {
				return row[0]
			}
		}
		t.Fatal("no required time")
		return paper.Field{}
	}
	byRule := explained(fresh(f), 1)
	if byRule.Text != "2026-11-26（四）18:00" || !byRule.Strong || !strings.Contains(byRule.Small, "3 個工作日") {
		t.Errorf("by the rules: %+v", byRule)
	}
	byHand := explained(full(f), 1)
	if byHand.Text != "2026-11-27（五）12:00" || !strings.Contains(byHand.Small, "廠家週五上午到場") || !strings.Contains(byHand.Small, "2026-11-26（四）18:00") {
		t.Errorf("by hand: %+v", byHand)
	}
	if unsure := explained(full(f), 2); !strings.Contains(unsure.Text, "暫定") {
		t.Errorf("into a year not announced: %+v", unsure)
	}
}

func TestAFurtherRoundNamesTheSlipBefore(t *testing.T) {
	f := office(t, lang.Traditional)
	d := TransferSlip(f, full(f), 2, CopyDept, A4)
	if d.Number != "ZB-202611-0042-R2" || value(d, f.Say("slip.previous")) != "ZB-202611-0042" || value(d, f.Say("slip.why")) != "修好兩天後又有輕微響聲，希望徹底解決" {
		t.Errorf("%s says\n%s", d.Number, said(d))
	}
	if got := value(d, f.Say("slip.promise")); strings.Contains(got, "前答覆") {
		t.Errorf("the promise of the first round, long past, stands on the second slip: %s", got)
	}
	if text := said(TransferSlip(f, full(f), 1, CopyDesk, A4)); !strings.Contains(text, "☑ 再轉辦，單號 ZB-202611-0042-R2") {
		t.Errorf("the first slip does not name the second:\n%s", text)
	}
}

func TestALateNoticeIsMarkedAtTheDeskOnly(t *testing.T) {
	f := office(t, lang.Traditional)
	c := full(f)
	for _, late := range []bool{false, true} {
		d := c.Delays[0]
		d.Late = late
		if marked := strings.Contains(said(DelayNotice(f, c, d, CopyDesk)), "☑ 逾期後告知"); marked != late {
			t.Errorf("late is %v, marked %v", late, marked)
		}
		if strings.Contains(said(DelayNotice(f, c, d, CopyOwner)), "逾期後告知") {
			t.Error("the owner's notice speaks of our limits")
		}
	}
}

func TestACardTellsOfEveryAttempt(t *testing.T) {
	f := office(t, lang.Traditional)
	text := said(FollowUpCard(f, full(f), 1))
	for _, want := range []string{"HF-202611-0025", "2026-11-30 10:00", "無人接", "2026-11-30 18:30", "張**（自住業主）", "☑ 不滿意", "反覆發生", "修好兩天後又有輕微響聲"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q:\n%s", want, text)
		}
	}
}

func TestADepartmentSignsForItsOwnSlipsOnly(t *testing.T) {
	f := office(t, lang.Traditional)
	other, self := freshComplaint(f), fresh(f)
	other.Rounds[0].Lead = property
	self.Rounds[0].Slip, self.Rounds[0].Number = app.NoSlip, ""
	cases := []app.Case{fresh(f), other, self, {Issue: fresh(f).Issue}}
	var titles []string
	for _, d := range DeptSlips(f, engineering, cases, []Copy{CopyDept, CopyOwner}, A5) {
		titles = append(titles, strings.TrimSpace(d.Sheet.Title+" "+d.Number))
	}
	if want := []string{"轉辦單簽收表", "業主問題轉辦單 ZB-202611-0042", "業主問題轉辦單 ZB-202611-0042"}; !slices.Equal(titles, want) {
		t.Errorf("got %q, want %q", titles, want)
	}
	if n := len(Slips(f, cases, Copies, A4)); n != 6 {
		t.Errorf("%d slips, want three of the repair and three of the complaint", n)
	}
	if docs := DeptSlips(f, sales, cases, Copies, A4); docs != nil {
		t.Errorf("marketing signs for %d documents", len(docs))
	}
}

var key = regexp.MustCompile(`^(slip|complaint|delaynote|card|list|code|state|step|satisfaction|solved|plan|rating|disposal|paper|agenda|action|pack)\.[A-Za-z]`)

// A text that looks like a key has no words in that language.
func TestEveryDocumentIsInWords(t *testing.T) {
	for _, l := range lang.All {
		for name, docs := range gallery(office(t, l)) {
			for _, d := range docs {
				s := d.Sheet
				for _, text := range append(d.Texts(), s.Title, s.Copy, s.Secrecy, s.Printed, s.PageOf, s.Lacks, s.Sample) {
					if key.MatchString(text) || strings.Contains(text, "%!") {
						t.Errorf("%s, %s says %q", l, name, text)
					}
				}
			}
		}
	}
}
