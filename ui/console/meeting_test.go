package console_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/statistics"
)

// table is a sample office on a real file, with the front door of meetings.
type table struct {
	testing.TB
	s    *data.Store
	desk *meeting.Desk
	g    app.Ground
	now  time.Time
}

func openTable(t testing.TB, db string) *table {
	t.Helper()
	b := &table{TB: t, now: noon}
	s, err := data.Open(t.Context(), db, data.Options{Now: func() time.Time { return b.now }})
	b.ok(err)
	b.s = s
	b.desk = &meeting.Desk{Front: &app.Desk{Store: s, Now: func() time.Time { return b.now }, Changes: &app.Changes{}}, Store: s}
	b.g, err = s.Ground(t.Context())
	b.ok(err)
	return b
}

func (b *table) ok(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b *table) did(m meeting.Move, err error) meeting.Record {
	b.Helper()
	b.ok(err)
	r, err := b.s.Record(b.Context(), m.Head.ID)
	b.ok(err)
	return r
}

// who finds somebody of a role, of the desk or not.
func (b *table) who(role app.Role, desk bool) app.Staff {
	b.Helper()
	var found []app.Staff
	for _, one := range b.g.Staff {
		if one.Role == role && b.g.Departments[one.Dept].Desk == desk && !one.Closed {
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		b.Fatalf("nobody is %s", role)
	}
	return slices.MinFunc(found, func(x, y app.Staff) int { return int(x.ID - y.ID) })
}

func (b *table) stand(r meeting.Record) meeting.Stand {
	return meeting.Stand{Record: r.ID, By: b.who(app.Clerk, true).ID}
}

// clerk is a clerk of the desk.
func (b *table) clerk() app.StaffID { return b.who(app.Clerk, true).ID }

// other is an estate of the sample that has not met about November yet.
const other app.ProjectID = 2

// sit plans and freezes its meeting about November.
func (b *table) sit() meeting.Record {
	b.Helper()
	clerk, head := b.who(app.Clerk, true), b.who(app.Head, true)
	r := b.did(b.desk.Plan(b.Context(), meeting.PlanOrder{
		Kind: meeting.Monthly, Project: other, By: clerk.ID, About: workday.Date{Year: 2026, Month: 11, Day: 9},
		Details: meeting.Details{Begins: noon.AddDate(0, 0, 3).Add(4 * time.Hour), Place: "社區活動中心二樓", Chair: head.ID, Recorder: clerk.ID},
	}))
	b.now = b.now.Add(time.Hour)
	return b.did(b.desk.Freeze(b.Context(), meeting.FreezeOrder{Stand: b.stand(r)}))
}

var clock = regexp.MustCompile(`(打印於|Printed|打印于)[^\n]*`)

func textOf(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestWhatWasFrozenIsPrintedHoweverOftenItIsPrinted(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here")
	}
	dir, db := t.TempDir(), office(t, "400")
	b := openTable(t, db)
	r := b.sit()
	estate := b.g.Projects[other].Name
	b.ok(b.s.Close())
	pack := func(name string, more ...string) (said, pdf, xlsx string) {
		out := filepath.Join(dir, name)
		said = done(t, append([]string{"pack", "--db", db, "--month", "2026-11", "--project", estate, "--out", out}, more...)...)
		return said, filepath.Join(out, "ownerdesk-2026-11-"+estate+".pdf"), filepath.Join(out, "ownerdesk-2026-11-"+estate+".xlsx")
	}
	said, first, book := pack("1")
	if !strings.Contains(said, r.Number) {
		t.Errorf("it says %q", said)
	}
	kept := cells(t, book, "指標")
	text := textOf(t, first)
	if !strings.Contains(text, r.Number) || !strings.Contains(text, "2026-11-23 10:42 凍結，第 1 版") || !strings.Contains(text, "沒有變化") {
		t.Errorf("the pack says\n%s", text)
	}

	// The same input and moment give the same bytes.
	_, again, _ := pack("2")
	one, err := os.ReadFile(first)
	b.ok(err)
	two, err := os.ReadFile(again)
	b.ok(err)
	if !bytes.Equal(one, two) {
		t.Error("printed again, the bytes differ")
	}

	// They are those that the window hands out.
	b = openTable(t, db)
	scope := figures.Month(2026, time.November, noon, b.g.Calendar, 0)
	scope.Project = other
	words, err := lang.Load(lang.Traditional)
	b.ok(err)
	facts := reports.Facts{Voice: say.Voice{Words: words, Ground: b.g}, By: app.Staff{Name: words.Say("console.by")}, At: noon}
	papers, err := statistics.PapersOf(t.Context(), b.s, b.desk, facts, scope)
	b.ok(err)
	var shown bytes.Buffer
	b.ok(papers.Pack(t.Context(), &shown))
	if !bytes.Equal(shown.Bytes(), one) {
		t.Error("the pack is another than that of the window")
	}
	b.ok(b.s.Close())

	// Something of the month comes in late.
	b = openTable(t, db)
	b.now = noon
	late := app.ReceiveOrder{Project: other, By: b.who(app.Clerk, true).ID, Intake: app.Intake{
		Received: time.Date(2026, 11, 20, 9, 0, 0, 0, noon.Location()), ReceivedWhy: "補錄", Channel: "CH-TEL", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal,
		Reporter: app.Reporter{Anonymous: true, Owner: app.Anonymous, Refused: true}, Place: app.Place{Text: "東門崗亭"}, Description: "燈不亮",
	}}
	m, err := b.desk.Front.Receive(t.Context(), late)
	b.ok(err)
	b.ok(b.s.Close())
	_, later, laterBook := pack("3")
	if got := cells(t, laterBook, "指標"); fmt.Sprint(got) != fmt.Sprint(kept) {
		t.Errorf("the book says\n%v, said\n%v", got, kept)
	}
	laterText := textOf(t, later)
	if !strings.Contains(laterText, m.Issue.Number) || !strings.Contains(laterText, "新計入 1 件") {
		t.Errorf("what has changed is not told:\n%s", laterText)
	}
	upTo := func(s string) string {
		s, _, _ = strings.Cut(s, "以上數據凍結於")
		s, _, _ = strings.Cut(s, "凍結後，至")
		return clock.ReplaceAllString(s, "")
	}
	pages := regexp.MustCompile(`第 \d+ 頁，共 \d+ 頁`)
	if pages.ReplaceAllString(upTo(laterText), "") == "" || numbersIn(upTo(laterText)) != numbersIn(upTo(text)) {
		t.Error("the frozen figures differ")
	}

	// Without a word which estate, it says that a meeting has figures of its own.
	if said := done(t, "pack", "--db", db, "--month", "2026-11", "--out", filepath.Join(dir, "5")); !strings.Contains(said, r.Number) || !strings.Contains(said, "--project "+estate) {
		t.Errorf("it says %q", said)
	}

	// Who asks for other figures gets them.
	if said, live, _ := pack("4", "--as-of", "2026-11-23T09:42"); strings.Contains(said, r.Number) || strings.Contains(textOf(t, live), r.Number) {
		t.Errorf("asked for figures of now: %s", said)
	}
}

// TestAFrozenPackIsFrozenWhole: whatever is done to the month and to the office after
// the freeze, pack and workbook say the same but where they tell what has changed.
func TestAFrozenPackIsFrozenWhole(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here")
	}
	dir, db := t.TempDir(), office(t, "400")
	b := openTable(t, db)
	r := b.sit()
	kept, err := b.s.Kept(t.Context(), r.ID, 1)
	b.ok(err)
	if len(kept.Issues) < 5 {
		t.Fatalf("only %d issues are listed", len(kept.Issues))
	}
	estate := b.g.Projects[other].Name
	pack := func(name string) (pdf string, sheets map[string]string) {
		b.ok(b.s.Close())
		done(t, "pack", "--db", db, "--month", "2026-11", "--project", estate, "--out", filepath.Join(dir, name))
		pdf = textOf(t, filepath.Join(dir, name, "ownerdesk-2026-11-"+estate+".pdf"))
		sheets = wholeBook(t, filepath.Join(dir, name, "ownerdesk-2026-11-"+estate+".xlsx"))
		b = openTable(t, db)
		b.now = noon.Add(48 * time.Hour)
		return pdf, sheets
	}
	pdf, sheets := pack("1")
	b.upset(kept)
	laterPDF, laterSheets := pack("2")
	b.ok(b.s.Close())
	for name, was := range sheets {
		switch is := laterSheets[name]; {
		case name == "凍結後的變化" && is == was:
			t.Error("what has changed is told nowhere")
		case name != "凍結後的變化" && is != was:
			t.Errorf("%s says\n%s\nsaid\n%s", name, is, was)
		}
	}
	if len(sheets) < 15 || len(sheets) != len(laterSheets) || !strings.Contains(sheets["事項清單"], kept.Issues[0].Number) {
		t.Errorf("the book has %d and %d sheets", len(sheets), len(laterSheets))
	}
	since := regexp.MustCompile(`(?s)\n *凍結後的變化\n.*?\n *簽到表\n`) // between its heading and that of the next part
	frozen := unprinted(since.ReplaceAllString(pdf, ""))
	if len(frozen) < len(unprinted(pdf))*9/10 {
		t.Errorf("what has changed is most of the pack:\n%s", pdf)
	}
	if is := unprinted(since.ReplaceAllString(laterPDF, "")); frozen != is {
		t.Errorf("the pack says\n%s\nsaid\n%s", is, frozen)
	}
}

// wholeBook is a workbook as text, sheet by sheet, without when it was printed.
func wholeBook(t *testing.T, path string) map[string]string {
	t.Helper()
	book, err := sheet.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, s := range book.Sheets {
		var lines []string
		for _, r := range s.Rows {
			var row []string
			for _, c := range r {
				row = append(row, c.Text)
			}
			lines = append(lines, strings.Join(row, "|"))
		}
		all[s.Name] = unprinted(strings.Join(lines, "\n"))
	}
	return all
}

// unprinted is a text without when it was printed, and by how many pages and spaces.
func unprinted(text string) string {
	text = clock.ReplaceAllString(text, "")
	text = regexp.MustCompile(`第 \d+ 頁，共 \d+ 頁`).ReplaceAllString(text, "")
	return strings.Join(strings.Fields(text), " ")
}

// upset does to the office what may happen after a freeze: issues are opened again and
// corrected, one comes in late, everything gets another name, and other targets are set.
func (b *table) upset(k meeting.Kept) {
	b.Helper()
	ctx, boss := b.Context(), b.who(app.Head, true)
	reopened, amended := 0, 0
	for _, l := range k.Issues {
		by := app.Stand{Issue: l.ID, By: boss.ID}
		if _, err := b.desk.Front.Reopen(ctx, app.ReopenOrder{Stand: by, Reason: "業主來電，問題仍在"}); err == nil {
			reopened++
		}
		c, err := b.s.Case(ctx, l.ID)
		b.ok(err)
		o := app.AmendOrder{Stand: by, Intake: c.Intake, Level: c.Level, Why: "核對後更正"}
		o.Category, o.Description, o.Place.Text = "SE2", "更正後的描述", "更正後的位置"
		if _, err := b.desk.Front.Amend(ctx, o); err == nil {
			amended++
		}
	}
	if reopened == 0 || amended == 0 {
		b.Fatalf("of %d issues %d were opened again and %d amended", len(k.Issues), reopened, amended)
	}
	_, err := b.desk.Front.Receive(ctx, app.ReceiveOrder{Project: other, By: boss.ID, Intake: app.Intake{
		Received: time.Date(2026, 11, 20, 9, 0, 0, 0, noon.Location()), ReceivedWhy: "補錄", Channel: "CH-TEL", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal,
		Reporter: app.Reporter{Anonymous: true, Owner: app.Anonymous, Refused: true}, Place: app.Place{Text: "東門崗亭"}, Description: "燈不亮",
	}})
	b.ok(err)
	for _, one := range b.g.Departments {
		one.Name += "（新）"
		_, err := b.s.KeepDepartment(ctx, one)
		b.ok(err)
	}
	for _, one := range b.g.Staff {
		one.Name = "新" + one.Name
		_, err := b.s.KeepStaff(ctx, one)
		b.ok(err)
	}
	b.places()
	rules := b.g.Rules.Whole()
	for key := range rules.Counts {
		if strings.HasPrefix(key, "target.") {
			rules.Counts[key] = 50
		}
	}
	b.ok(b.s.KeepRules(ctx, rules, boss.ID, b.now))
}

// places gives areas and buildings other names.
func (b *table) places() {
	b.Helper()
	areas, err := b.s.Areas(b.Context(), other)
	b.ok(err)
	for _, a := range areas {
		a.Name += "（新）"
		_, err := b.s.KeepArea(b.Context(), a)
		b.ok(err)
	}
	buildings, err := b.s.Buildings(b.Context(), other)
	b.ok(err)
	for _, one := range buildings {
		one.Name += "新"
		_, err := b.s.KeepBuilding(b.Context(), one)
		b.ok(err)
	}
}

// numbersIn are all counts and shares that a text says, in their order.
func numbersIn(text string) string {
	return strings.Join(regexp.MustCompile(`\d+/\d+|\d+\.\d %`).FindAllString(text, -1), " ")
}

// TestGalleryOfMeetings writes the papers of meetings of a sample office into the
// folder named by GALLERY, to be looked at by a person.
func TestGalleryOfMeetings(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range lang.All {
		db := filepath.Join(t.TempDir(), "office.db")
		done(t, "demo", "--db", db, "--issues", "1200", "--until", "2026-11-23T09:42", "--lang", string(l))
		b := openTable(t, db)
		b.now = b.now.AddDate(0, 0, 1)
		b.others(b.who(app.Worker, false), b.who(app.Head, false), b.who(app.Clerk, true))
		b.shown(dir, l)
		b.ok(b.s.Close())
		done(t, "pack", "--db", db, "--month", "2026-11", "--project", b.g.Projects[1].Name, "--out", filepath.Join(dir, string(l)+"-console"), "--lang", string(l))
	}
}

// others are a week, a talk on site and a notice.
func (b *table) others(eng, boss, clerk app.Staff) {
	ctx := b.Context()
	week := b.did(b.desk.Plan(ctx, meeting.PlanOrder{Kind: meeting.Weekly, Project: 1, By: boss.ID, About: workday.DayOf(noon.AddDate(0, 0, -5)),
		Details: meeting.Details{Begins: noon, Dept: boss.Dept, Contact: eng.ID, Chair: boss.ID, Recorder: eng.ID, Issues: []app.IssueID{1, 2, 3}, Areas: []app.AreaID{1}}}))
	accounts := meeting.Live(week.Accounts)
	for i := range accounts {
		accounts[i].Done, accounts[i].Next, accounts[i].Rounds, accounts[i].Found, accounts[i].Mended = "日常巡查及整改", "繼續巡查", 7, 3, 2
	}
	accounts[2].Needs = "需客服部通知業主配合入戶"
	week = b.did(b.desk.Change(ctx, meeting.ChangeOrder{Stand: b.stand(week), Accounts: &accounts, Problems: &[]meeting.Problem{
		{Title: "備件到貨慢", Cause: "供應商產能不足", Taken: "已催貨", Plan: "另尋供應商", Person: eng.Name, Due: workday.Date{Year: 2026, Month: 12, Day: 4}, ByHand: true}}}))
	b.did(b.desk.Freeze(ctx, meeting.FreezeOrder{Stand: b.stand(week)}))
	b.did(b.desk.Give(ctx, meeting.GiveOrder{Stand: b.stand(week), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換 3 幢水泵", Dept: boss.Dept, Person: eng.ID, Needs: "吊裝設備"}, Due: workday.Date{Year: 2026, Month: 12, Day: 1}}}}))

	site := b.did(b.desk.Plan(ctx, meeting.PlanOrder{Kind: meeting.OnSite, Project: 1, By: clerk.ID, Details: meeting.Details{
		Title: "電梯異響現場查看", Begins: noon, Place: "3 幢 2 單元電梯廳", Recorder: clerk.ID, Dept: boss.Dept, Issue: 5, Prepared: "維保記錄、檢驗報告",
		Text: "轎門導靴磨損，平層誤差約 8 毫米，未見其他異常。", Unsettled: "夜間停梯時段未談妥"},
		Guests: []meeting.Guest{{Group: "GU-STAFF", Staff: eng.ID, Dept: eng.Dept, Presence: meeting.Came}, {Group: meeting.OwnerGuest, Name: "張小明", Area: 1, Presence: meeting.Came}, {Group: "GU-THIRD", Name: "迅達維保", Presence: meeting.Came}}}))
	b.did(b.desk.Change(ctx, meeting.ChangeOrder{Stand: b.stand(site), Opinions: &[]meeting.Opinion{{Name: "張小明", Area: 1, Text: "三個月修了四次，希望徹底解決", Answer: "本週更換導靴"}},
		Decisions: &[]meeting.Decision{{Text: "本週五前更換導靴並試運行 24 小時"}}}))
	var files []app.Attachment
	for i := range 5 {
		f, err := b.s.AttachFrom(ctx, fmt.Sprintf("現場%d.jpg", i+1), photo(i))
		b.ok(err)
		files = append(files, f)
	}
	b.did(b.desk.Attach(ctx, meeting.AttachOrder{Stand: b.stand(site), Files: files}))
	b.did(b.desk.Give(ctx, meeting.GiveOrder{Stand: b.stand(site), Actions: []meeting.NewAction{{Task: meeting.Task{What: "更換導靴", Dept: boss.Dept}, Due: workday.DayOf(b.now).AddDays(3)}}}))
	b.did(b.desk.Plan(ctx, meeting.PlanOrder{Kind: meeting.Notice, Project: 1, By: clerk.ID, Details: meeting.Details{
		Title: "停水", Subject: "NT-WATER", Text: "停水", Begins: b.now.AddDate(0, 0, 2), Ends: b.now.AddDate(0, 0, 2).Add(3 * time.Hour), Place: "東區水箱", Areas: []app.AreaID{1}}}))
}

// photo is a picture as a camera gives it.
func photo(n int) io.Reader {
	m := image.NewRGBA(image.Rect(0, 0, 800+200*n, 600))
	for y := range 600 {
		for x := range m.Bounds().Dx() {
			m.Set(x, y, color.RGBA{uint8(x / 5), uint8(y / 3), uint8(60 * n), 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		return strings.NewReader("")
	}
	return &out
}

// shown writes every paper.
func (b *table) shown(dir string, l lang.Language) {
	words, err := lang.Load(l)
	b.ok(err)
	f := reports.Facts{Voice: say.Voice{Words: words, Ground: b.g}, By: b.who(app.Clerk, true), At: b.now}
	heads, err := b.s.Records(b.Context(), meeting.Wanted{})
	b.ok(err)
	for _, h := range heads {
		s, err := statistics.Sit(b.Context(), b.s, b.desk, f, h.ID)
		b.ok(err)
		if s.Kind == meeting.Weekly {
			b.ok(write(filepath.Join(dir, string(l)+"-week.xlsx"), func(out io.Writer) error { return reports.WriteWeekly(out, f, s) }))
		}
		for name, docs := range papersOf(f, s) {
			b.ok(write(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.pdf", l, h.Number, name)), func(out io.Writer) error { return reports.WritePDF(out, f.At, docs...) }))
		}
	}
	all, err := b.s.Actions(b.Context(), meeting.WantedActions{})
	b.ok(err)
	b.ok(write(filepath.Join(dir, string(l)+"-actions.pdf"), func(out io.Writer) error {
		return reports.WritePDF(out, f.At, reports.ActionList(f, 1, "", all))
	}))
}

func papersOf(f reports.Facts, s reports.Sitting) map[string][]reports.Document {
	switch s.Kind {
	case meeting.Monthly:
		return map[string][]reports.Document{"minutes": {reports.Minutes(f, s)}, "public": {reports.PublicMinutes(f, s)}, "letters": reports.Invitations(f, s, 1, len(s.Guests)), "letter": reports.Invitations(f, s)}
	case meeting.Weekly:
		return map[string][]reports.Document{"weekly": {reports.Weekly(f, s)}}
	case meeting.OnSite:
		return map[string][]reports.Document{"onsite": {reports.OnSite(f, s)}}
	case meeting.Notice:
		s.Title, s.Text = reports.NoticeDraft(f, s)
		return map[string][]reports.Document{"notice": {reports.Notice(f, s)}}
	}
	return nil
}

func write(path string, how func(io.Writer) error) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := how(out); err != nil {
		return err
	}
	return out.Close()
}
