package surveys

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
)

// answered keys in a sheet for every number: cleaning is judged worst.
func (x *fieldwork) answered() {
	x.Helper()
	for i, no := range x.nos {
		marks := []byte(strings.Repeat("4", 21))
		marks[0], marks[1] = "345"[i%3], "345"[(i/2)%3]
		for at := 9; at < 13; at++ {
			marks[at] = "123"[(i+at)%3]
		}
		x.enter(no, string(marks))
	}
}

// counted ends the field work.
func (x *fieldwork) counted() {
	x.Helper()
	_, err := x.desk.Count(x.Context(), annual.CountOrder{Stand: x.stand(x.Fang), Why: "核查留待補做"})
	x.none(err)
}

func (x *fieldwork) survey() annual.Survey {
	x.Helper()
	v, err := x.store.Survey(x.Context(), x.id)
	x.none(err)
	return v
}

// write fills in the field of that name on the form that lies on top.
func (x *fieldwork) write(label, text string) {
	x.Helper()
	fields := []string{}
	for _, o := range test.LaidOutObjects(x.win.Canvas().Overlays().Top()) {
		f, is := o.(*kit.Field)
		if !is {
			continue
		}
		fields = append(fields, f.Label())
		if f.Label() != label {
			continue
		}
		switch in := f.Input.(type) {
		case *kit.TextArea:
			in.SetText("")
		case *kit.Input:
			in.SetText("")
		}
		f.Focus()
		for _, r := range text {
			x.win.Canvas().Focused().TypedRune(r)
		}
		return
	}
	x.Fatalf("there is no field %q among %q", label, fields)
}

func TestResultsAreShownWhileTheyMayStillChange(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	_, open := x.turned("results")
	results := open.(*resultsPart)
	if len(results.pages) != 0 {
		t.Fatal("without sheets there are results")
	}
	x.answered() // told, it follows
	if len(results.pages) < 8 || !strings.HasPrefix(results.standing(), "回收尚未結束：以下按已收到的 30 份答卷計算") {
		t.Fatalf("%d pages; %q", len(results.pages), results.standing())
	}
	for i := range results.pages {
		results.turn(i)
		if results.stage.Content.MinSize().Height < 30 {
			t.Errorf("%s shows nothing", results.pages[i].title)
		}
	}
	want := reports.NewAnnual(reports.Facts{Voice: x.Voice, By: x.Staff, At: x.Now()}, x.polled())
	if got := results.report.Summary.Tiles[0].Value; got != want.Summary.Tiles[0].Value || got == "" {
		t.Errorf("the first tile says %q", got)
	}
}

func (x *fieldwork) polled() reports.Polled {
	x.Helper()
	v, err := x.poll(x.Context())
	x.none(err)
	return v
}

func TestNoTitleOfTheResultsIsCutOffInEnglish(t *testing.T) {
	x := inTheField(t, lang.English)
	x.answered()
	_, open := x.turned("results")
	part := open.(*resultsPart)
	if room, needs := part.index.Size().Width, part.index.MinSize().Width; room < needs || len(part.index.Objects) < 10 {
		t.Errorf("%d titles have %v of room and need %v", len(part.index.Objects), room, needs)
	}
}

func TestFindingsAreDraftedOnceAndEditedByAPerson(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.answered()
	x.counted()
	_, open := x.turned("report")
	part := open.(*reportPart)
	x.press("由數據起草")
	drafted := len(x.survey().Findings.Live())
	if drafted < 2 || len(x.survey().Findings.Advised()) != drafted {
		t.Fatalf("%d problems are drafted; said %v", drafted, x.said)
	}
	for n, one := range x.survey().Findings.Advised() {
		if one.Problem != x.survey().Findings.Live()[n].N {
			t.Errorf("suggestion %d answers %d", n, one.Problem)
		}
	}
	second := x.survey().Findings.Live()[1]
	part.up(1)
	if live := x.survey().Findings.Live(); live[0].N != second.N {
		t.Errorf("moved up, the first is %+v; said %v", live[0], x.said)
	}
	part.up(1)
	first := x.survey().Findings.Live()[0]
	part.p.ask(part.problemForm(first))
	x.write("問題", "樓道清潔不足")
	x.write("原因分析", "保潔人手少")
	x.on().Submit()
	now := x.survey().Findings.Problems[0]
	if now.Title != "樓道清潔不足" || now.Cause != "保潔人手少" || now.Evidence != first.Evidence {
		t.Errorf("the row says %+v; said %v", now, x.said)
	}
	part.p.ask(part.problemForm(second))
	for _, o := range test.LaidOutObjects(x.win.Canvas().Overlays().Top()) {
		if b, is := o.(*kit.Tick); is {
			test.Tap(b)
		}
	}
	x.on().Submit()
	if !x.survey().Findings.Problems[second.N-1].Gone {
		t.Fatalf("it is not struck; said %v", x.said)
	}
	x.press("由數據起草")
	v := x.survey().Findings
	if len(v.Live()) != drafted-1 || v.Problems[0].Title != "樓道清潔不足" {
		t.Errorf("drafted again there are %d problems, the first %q", len(v.Live()), v.Problems[0].Title)
	}
	if said := x.said[len(x.said)-1]; !strings.HasPrefix(said, "新增 0 個問題") {
		t.Errorf("it says %q", said)
	}
}

func TestTheReportGoesOutIsTakenBackAndGoesOutAgain(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.answered()
	x.counted()
	x.sit(x.Wu)
	p, open := x.turned("report")
	part := open.(*reportPart)
	p.Next()
	x.on().Submit()
	if x.survey().State != annual.Counted {
		t.Fatal("it goes out without findings")
	}
	x.on().Close()
	x.press("由數據起草")
	drafted := 2 * len(x.survey().Findings.Live())
	p.Next()
	if words := onscreen.Words(x.win); !strings.Contains(words, "還有 "+strconv.Itoa(drafted)+" 條標着【草擬】") {
		t.Errorf("of drafts it says %s", words)
	}
	x.on().Close()
	p.ask(part.summaryForm())
	x.write("摘要", "整體平穩，保潔須改進。")
	x.on().Submit()
	p.Next()
	x.on().Submit()
	if v := x.survey(); v.State != annual.Reported || v.ReportedBy != x.Wu {
		t.Fatalf("it is %s; said %v", v.State, x.said)
	}
	kept, err := x.store.KeptResults(x.Context(), x.id)
	if err != nil || kept.Index.Mean != x.polled().Results.Index.Mean {
		t.Errorf("kept is an index of %v, %v", kept.Index.Mean, err)
	}
	x.press("收回更正")
	x.on().Submit()
	if x.survey().State != annual.Reported {
		t.Fatal("it is taken back without a reason")
	}
	x.write("原因", "更正一份答卷")
	x.on().Submit()
	if v := x.survey(); v.State != annual.Counted || v.Acts[len(v.Acts)-1].Note != "更正一份答卷" {
		t.Errorf("it is %s", v.State)
	}
}

func TestTheLinkIsDestroyedOnlyInWordsAndForGood(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.answered()
	x.counted()
	_, err := x.desk.Conclude(x.Context(), annual.ConcludeOrder{Stand: x.stand(x.Fang), Findings: annual.Findings{Summary: "平穩"}})
	x.none(err)
	_, err = x.desk.Report(x.Context(), annual.ReportOrder{Stand: x.stand(x.Wu)})
	x.none(err)
	x.turned("report")
	for _, o := range test.LaidOutObjects(x.win.Content()) {
		if b, is := o.(*kit.Push); is && (b.Text == "銷毀對應關係" || b.Text == "收回更正") {
			t.Errorf("a clerk is offered %s", b.Text)
		}
	}
	x.sit(x.Wu)
	_, open := x.turned("report")
	x.press("銷毀對應關係")
	x.write("確認", "DC-1")
	x.on().Submit()
	if _, err := x.store.UnitOf(x.Context(), x.id, x.nos[0]); err != nil {
		t.Fatalf("it is destroyed with the wrong number: %v", err)
	}
	x.write("確認", strings.ToLower(x.survey().Number))
	x.on().Submit()
	if _, err := x.store.UnitOf(x.Context(), x.id, x.nos[0]); !errors.Is(err, app.ErrNotFound) {
		t.Fatalf("the link is there: %v; said %v", err, x.said)
	}
	if v := x.survey(); v.DestroyedBy != x.Wu || v.Acts[len(v.Acts)-1].Kind != annual.ActDestroyed {
		t.Errorf("the record says %+v", v.Acts[len(v.Acts)-1])
	}
	if got := words(open.(*reportPart).right); !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "吳總銷毀：誰也不能再由答卷查到房屋") }) {
		t.Errorf("the page says %q", got)
	}
	if x.sheet(x.nos[0]).Marks == "" {
		t.Error("the sheets are gone, too")
	}
}

// words are all texts within an object.
func words(o fyne.CanvasObject) (all []string) {
	for _, one := range test.LaidOutObjects(o) {
		if p, is := one.(*kit.Prose); is {
			all = append(all, p.Text())
		}
	}
	return all
}

func TestAReportedProblemBecomesAMeasure(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.answered()
	x.counted()
	_, err := x.desk.Conclude(x.Context(), annual.ConcludeOrder{Stand: x.stand(x.Fang), Findings: annual.Findings{
		Problems: []annual.Problem{{Kind: annual.ByHand, Title: "樓道清潔", Dimension: "DM-CLEAN"}}}})
	x.none(err)
	_, err = x.desk.Report(x.Context(), annual.ReportOrder{Stand: x.stand(x.Wu)})
	x.none(err)
	p, _ := x.turned("report")
	desk := &improve.Desk{Front: x.desk.Front, Store: x.store, Surveys: x.store}
	p.Improve = func(h annual.Head, n int) {
		f, err := desk.Found(x.Context(), h.Project)
		x.none(err)
		o := improve.FromFinding(h, n, f, x.Wu)
		o.What, o.Dept, o.Person, o.Standard, o.Due = "增加保潔", x.Property, x.Wu, "每日巡查", workday.Date{Year: 2026, Month: 12, Day: 31}
		_, err = desk.Make(x.Context(), o)
		x.none(err)
	}
	x.press("制定改進措施")
	p.load()
	var led improve.MeasureID
	p.Measure = func(id improve.MeasureID) { led = id }
	x.press("GJ-202611-0001")
	if led == 0 {
		t.Error("it does not lead to the measure that was made")
	}
}

// What a report calls complaints and measures is kept with it; what came later stands
// apart.
func TestAReportCallsComplaintsAndMeasuresAsItDidWhenItWasOut(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	call := x.Call(app.Complaint)
	call.Category = "CL1"
	m, err := x.Desk.Receive(x.Context(), call)
	x.none(err)
	issue := m.Issue
	x.answered()
	x.counted()
	_, err = x.desk.Conclude(x.Context(), annual.ConcludeOrder{Stand: x.stand(x.Fang), Findings: annual.Findings{
		Problems: []annual.Problem{{Kind: annual.ByHand, Title: "樓道清潔", Dimension: "DM-CLEAN"}, {Kind: annual.ByHand, Title: "照明", Dimension: "DM-FACILITY"}}}})
	x.none(err)
	makes := func(n int) string {
		t.Helper()
		desk := &improve.Desk{Front: x.desk.Front, Store: x.store, Surveys: x.store}
		f, err := desk.Found(x.Context(), x.World.Project)
		x.none(err)
		o := improve.FromFinding(x.survey().Head, n, f, x.Wu)
		o.What, o.Dept, o.Person, o.Standard, o.Due = "增加保潔", x.Property, x.Wu, "每日巡查", workday.Date{Year: 2026, Month: 12, Day: 31}
		m, err := desk.Make(x.Context(), o)
		x.none(err)
		return m.Head.Number
	}
	early := makes(1)
	if p := x.polled(); p.Numbers[issue.ID] != issue.Number || p.Findings.Problems[0].Measure != early || len(p.Later) > 0 {
		t.Errorf("before it is out, it says %v, %+v, %v", p.Numbers, p.Findings.Problems, p.Later)
	}
	_, err = x.desk.Report(x.Context(), annual.ReportOrder{Stand: x.stand(x.Wu)})
	x.none(err)
	said := func() string {
		return fmt.Sprint(reports.NewAnnual(reports.Facts{Voice: x.Voice, By: x.Staff, At: x.Now()}, x.polled()))
	}
	was := said()

	_, err = x.Desk.OpenComplaint(x.Context(), app.TransferOrder{Stand: app.Stand{Issue: issue.ID, Version: issue.Version, By: x.Fang}, Lead: x.Engineering, Level: app.Minor})
	x.none(err)
	if now, err := x.store.IssueNumbers(x.Context(), []app.IssueID{issue.ID}); err != nil || now[issue.ID] == issue.Number || now[issue.ID] == "" {
		t.Fatalf("it has no other number: %v, %v", now, err)
	}
	if is := said(); is != was {
		t.Errorf("after the complaint got another number the report says\n%s\nsaid\n%s", is, was)
	}
	again, late := makes(1), makes(2)
	p := x.polled()
	if got := p.Findings.Problems; p.Numbers[issue.ID] != issue.Number || got[0].Measure != early || got[1].Measure != "" || p.Later[1] != again || p.Later[2] != late {
		t.Errorf("it says %v, %+v, and later %v", p.Numbers, got, p.Later)
	}
	if is := said(); !strings.Contains(is, x.Say("annual.measure.later", late)) || !strings.Contains(is, early+"\n"+x.Say("annual.measure.later", again)) {
		t.Errorf("what came later is not told apart: %s", is)
	}
}
