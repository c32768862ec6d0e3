package today

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// office is the world of the tests with Wang Fang at the desk.
type office struct {
	page  *Page
	store *data.Store
	desk  *app.Desk
	world datatest.World
	said  string
}

func open(t *testing.T, l lang.Language) *office {
	t.Helper()
	a := test.NewTempApp(t)
	kit.Look{Mode: kit.ModeLight, Plain: os.Getenv("GALLERY") == ""}.Wear(a)
	o := &office{}
	o.store, o.desk, o.world = datatest.Open(t)
	words, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	ground, err := o.desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	o.page = NewPage(&seat.Seat{
		Voice: say.Voice{Words: words, Ground: ground}, Desk: o.desk, Tasks: kit.AtOnce(), Now: o.world.Clock.Now,
		Staff: ground.Staff[o.world.Fang], Window: w, Says: func(_ kit.Tone, s string) { o.said = s },
	}, o.store)
	w.SetContent(o.page.Root)
	w.Resize(fyne.NewSize(1060, 620))
	return o
}

// call takes an issue in at a moment.
func (o *office) call(t *testing.T, at time.Time, change func(*app.ReceiveOrder)) app.Issue {
	t.Helper()
	now := o.world.Clock.Now()
	o.world.Clock.Set(at)
	order := o.world.Call(app.Repair)
	if change != nil {
		change(&order)
	}
	m, err := o.desk.Receive(t.Context(), order)
	if err != nil {
		t.Fatal(err)
	}
	o.world.Clock.Set(now)
	return m.Issue
}

// texts are the words of one row of the list.
func (o *office) texts(row int) string {
	l := listed{o.page.seat, o.page.rows, o.page.seat.Now()}
	var words []string
	for _, p := range l.At(row) {
		words = append(words, p.Text)
	}
	return strings.Join(words, "|")
}

func TestTheMostPressingComesFirstWithItsNextStep(t *testing.T) {
	o := open(t, lang.Traditional)
	later := o.call(t, datatest.At(23, 9, 0), nil)
	late := o.call(t, datatest.At(18, 9, 0), func(r *app.ReceiveOrder) { r.Kind, r.Level = app.Complaint, app.Major })
	o.page.Shown()
	defer o.page.Hidden()

	if len(o.page.rows) != 2 || o.page.rows[0].line.ID != late.ID || o.page.rows[1].line.ID != later.ID {
		t.Fatalf("the list is %+v", o.page.rows)
	}
	if got := o.texts(0); !strings.HasPrefix(got, "逾期 2 個工作日|"+late.Number+"|投訴|3-2-501|") || !strings.HasSuffix(got, "|待轉辦|開投訴處理單") {
		t.Errorf("the first row says %q", got)
	}
	if got := o.page.tiles[Late].Number(); got != "1" {
		t.Errorf("%s are late, want 1", got)
	}
	if got := o.page.tiles[Route].Number(); got != "2" {
		t.Errorf("%s are to be transferred, want 2", got)
	}
}

func TestWhatIsLateForLongSaysWhoIsToHearOfIt(t *testing.T) {
	o := open(t, lang.Traditional)
	for _, day := range []int{16, 18, 20} {
		o.call(t, datatest.At(day, 9, 0), nil)
	}
	o.page.Shown()
	defer o.page.Hidden()
	for row, want := range []string{"【報總經理】三樓", "【報部門負責人】三樓", "|三樓"} {
		if got := o.texts(row); !strings.Contains(got, want) {
			t.Errorf("row %d says %q, want %q", row, got, want)
		}
	}
}

func TestATileNarrowsTheListAndASecondPressWidensIt(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(23, 9, 0), nil)
	late := o.call(t, datatest.At(18, 9, 0), nil)
	o.page.Shown()
	defer o.page.Hidden()

	test.Tap(o.page.tiles[Late])
	if len(o.page.rows) != 1 || o.page.rows[0].line.ID != late.ID {
		t.Errorf("narrowed to late: %+v", o.page.rows)
	}
	test.Tap(o.page.tiles[Review])
	if len(o.page.rows) != 0 {
		t.Errorf("narrowed to review: %+v", o.page.rows)
	}
	test.Tap(o.page.tiles[Review])
	if len(o.page.rows) != 2 {
		t.Errorf("%d rows after all filters are gone, want 2", len(o.page.rows))
	}
}

func TestOnlyTheChosenEstateIsCounted(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0), nil)
	o.page.seat.Project = 99
	o.page.Shown()
	defer o.page.Hidden()
	if got := o.page.tiles[Late].Number(); got != "0" || len(o.page.rows) != 0 {
		t.Errorf("another estate has %s late and %d rows, want none", got, len(o.page.rows))
	}
}

func TestDueTodayLeavesOutWhatIsLateAndWhatComesTomorrow(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0), nil)
	today := o.call(t, datatest.At(20, 9, 0), nil) // a Friday: one working day ends on Monday
	o.call(t, datatest.At(23, 9, 0), nil)
	o.page.Shown()
	defer o.page.Hidden()

	test.Tap(o.page.tiles[DueToday])
	if len(o.page.rows) != 1 || o.page.rows[0].line.ID != today.ID {
		t.Errorf("due today: %+v", o.page.rows)
	}
}

func TestTheRowOpensTheIssueAndItsButtonTheStep(t *testing.T) {
	o := open(t, lang.Traditional)
	issue := o.call(t, datatest.At(23, 9, 0), nil)
	var opened, acted app.IssueID
	o.page.Open = func(l app.Line) { opened = l.ID }
	o.page.Act = func(l app.Line) { acted = l.ID }
	o.page.Shown()
	defer o.page.Hidden()

	o.page.table.Select(0)
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != issue.ID || acted != 0 {
		t.Errorf("Enter opened %d and acted on %d", opened, acted)
	}
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if acted != issue.ID {
		t.Errorf("the button acted on %d, want %d", acted, issue.ID)
	}
}

func TestAnEmergencyStandsOnTopWithItsCountdownAndItsKey(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(23, 9, 0), nil)
	issue := o.call(t, datatest.At(23, 9, 40), func(r *app.ReceiveOrder) { r.Urgency = app.Emergency })
	var acted app.Line
	o.page.Scene = func(l app.Line) { acted = l }
	for _, c := range []struct {
		hour, minute int
		says         string
	}{{9, 45, "餘 25 分鐘|"}, {10, 10, "餘 0 分鐘|"}, {10, 20, "逾期 10 分鐘|"}, {13, 15, "逾期 3 小時|"}} {
		o.world.Clock.Set(datatest.At(23, c.hour, c.minute))
		o.page.Shown()
		if got := o.texts(0); !o.page.rows[0].scene || !strings.HasPrefix(got, c.says+issue.Number) || !strings.HasSuffix(got, "|登記到場") {
			t.Errorf("at %d:%02d the first row says %q, want %s", c.hour, c.minute, got, c.says)
		}
		o.page.Hidden()
	}
	o.page.Shown()
	defer o.page.Hidden()
	o.page.table.Select(0)
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if acted.ID != issue.ID || acted.Scene != app.SceneArrive {
		t.Errorf("the button acted on %d, %q", acted.ID, acted.Scene)
	}
	o.page.turn(Scenes)
	if len(o.page.rows) != 1 {
		t.Errorf("%d in the view of emergencies", len(o.page.rows))
	}
}

func TestAnActSomewhereElseIsSeenAtOnce(t *testing.T) {
	o := open(t, lang.Traditional)
	o.page.Shown()
	o.call(t, datatest.At(23, 9, 0), nil)
	if len(o.page.rows) != 1 {
		t.Errorf("%d rows after a call came in, want 1", len(o.page.rows))
	}
	o.page.Hidden()
	o.call(t, datatest.At(23, 9, 1), nil)
	if len(o.page.rows) != 1 {
		t.Errorf("%d rows on a page that nobody sees, want 1", len(o.page.rows))
	}
}

func TestAHalfWrittenIntakeStandsOnTopAndIsGoneOnWith(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0), nil)
	kept := app.IntakeDraft{By: o.world.Fang, At: datatest.At(23, 9, 30), Text: map[string]string{"description": "水管\n爆裂"}}
	id, err := o.store.KeepDraft(t.Context(), kept)
	if err != nil {
		t.Fatal(err)
	}
	var resumed app.IntakeDraft
	o.page.Resume = func(d app.IntakeDraft) { resumed = d }
	o.page.Shown()
	defer o.page.Hidden()

	if got := o.texts(0); !strings.Contains(got, "草稿") || !strings.Contains(got, "水管 爆裂") {
		t.Errorf("the first row says %q", got)
	}
	o.page.table.Select(0)
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if resumed.ID != id {
		t.Errorf("went on with draft %d, want %d", resumed.ID, id)
	}
}

func TestTheDateLineSaysWhatKindOfDayItIs(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{datatest.At(23, 9, 42), "2026年11月23日 週一 · 工作日 · 本月剩餘 5 個工作日"},
		{datatest.At(22, 9, 42), "2026年11月22日 週日 · 休息日 · 本月剩餘 6 個工作日"},
		{time.Date(2026, 10, 1, 9, 0, 0, 0, datatest.Zone), "2026年10月1日 週四 · 節假日（國慶節） · 本月剩餘 18 個工作日"},
	} {
		o := open(t, lang.Traditional)
		if got := o.page.dateLine(c.at); got != c.want {
			t.Errorf("says %q, want %q", got, c.want)
		}
	}
}

// TestGallery draws the page when GALLERY names a folder.
func TestGallery(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range lang.All {
		o := open(t, l)
		for i := range 12 {
			o.call(t, datatest.At(16+i/2, 9, i), func(r *app.ReceiveOrder) {
				r.Kind, r.Level = app.Kinds[i%len(app.Kinds)], ""
				if r.Kind == app.Complaint {
					r.Level = app.Major
				}
			})
		}
		o.page.Shown()
		out, err := os.Create(filepath.Join(dir, "today-"+string(l)+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(out, o.page.seat.Window.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		out.Close()
		o.page.Hidden()
	}
}

func TestGatheredOpinionsAreADebtUntilEachIsAnsweredFor(t *testing.T) {
	o := open(t, lang.Traditional)
	desk := &meeting.Desk{Front: o.desk, Store: o.store}
	m, err := desk.Gather(t.Context(), meeting.GatherOrder{Project: o.world.Project, By: o.world.Fang,
		Details:  meeting.Details{Title: "二期開盤", Subject: "GE-SALES", Begins: datatest.At(19, 14, 0), Recorder: o.world.Fang, Dept: o.world.Service},
		Opinions: []meeting.Opinion{{Sort: app.Suggestion, Category: "SL", Text: "學校配套"}, {Sort: app.Suggestion, Category: "PK", Text: "訪客車位"}}})
	if err != nil {
		t.Fatal(err)
	}
	o.page.Shown()
	defer o.page.Hidden()
	if len(o.page.rows) != 1 {
		t.Errorf("the whole day is %+v", o.page.rows)
	}
	o.page.turn(Gathered)
	if len(o.page.rows) != 1 || !strings.HasPrefix(o.texts(0), "逾期") || !strings.Contains(o.texts(0), "「二期開盤」收集的意見：2／2 條待處置") {
		t.Fatalf("open are %+v: %s", o.page.rows, o.texts(0))
	}
	led := meeting.RecordID(0)
	o.page.Gathered = func(id meeting.RecordID) { led = id }
	if o.page.act(0); led != m.Head.ID {
		t.Errorf("it leads to %d", led)
	}
	if _, err := desk.Register(t.Context(), meeting.RegisterOrder{Stand: meeting.Stand{Record: m.Head.ID, By: o.world.Fang}}); err != nil {
		t.Fatal(err)
	}
	if len(o.page.rows) != 0 {
		t.Errorf("answered for, there is still %s", o.texts(0))
	}
}

func TestActionItemsThatAreDueStandInAViewOfTheirOwn(t *testing.T) {
	o := open(t, lang.Traditional)
	desk := &meeting.Desk{Front: o.desk, Store: o.store}
	m, err := desk.Plan(t.Context(), meeting.PlanOrder{Kind: meeting.Activity, Project: o.world.Project, By: o.world.Fang,
		Details: meeting.Details{Title: "健康講座", Begins: datatest.At(20, 9, 0), Place: "活動中心", Dept: o.world.Engineering}})
	if err != nil {
		t.Fatal(err)
	}
	give := func(what string, day int) {
		if _, err := desk.Give(t.Context(), meeting.GiveOrder{Stand: meeting.Stand{Record: m.Head.ID, By: o.world.Fang}, Actions: []meeting.NewAction{
			{Task: meeting.Task{What: what, Dept: o.world.Engineering, Person: o.world.Jianguo}, Due: workday.Date{Year: 2026, Month: 11, Day: day}},
		}}); err != nil {
			t.Fatal(err)
		}
	}
	give("換燈", 20)
	give("刷牆", 23)
	give("澆花", 27)
	o.page.Shown()
	defer o.page.Hidden()
	o.page.turn(Items)
	if len(o.page.rows) != 2 {
		t.Fatalf("due are %+v", o.page.rows)
	}
	if got := o.texts(0); got != "逾期 1 個工作日|XS-202611-0001||李建國|換燈|工程維修部|登記完成" {
		t.Errorf("the first says %q", got)
	}
	if got := o.texts(1); !strings.HasPrefix(got, "今天|XS-202611-0002|") {
		t.Errorf("the second says %q", got)
	}
	led, stepped := meeting.Action{}, false
	o.page.Item = func(a meeting.Action, step bool) { led, stepped = a, step }
	if o.page.act(1); led.What != "刷牆" || !stepped || led.Source != m.Head.ID {
		t.Errorf("the button leads to %+v, %v", led, stepped)
	}
}

func TestASurveyThatWaitsForSomethingStandsInAViewOfItsOwn(t *testing.T) {
	o := open(t, lang.Traditional)
	desk := &annual.Desk{Front: o.desk, Store: o.store}
	m, err := desk.Plan(t.Context(), annual.PlanOrder{Project: o.world.Project, Year: 2026, By: o.world.Fang})
	if err != nil {
		t.Fatal(err)
	}
	o.page.Shown()
	defer o.page.Hidden()
	if o.page.turn(Surveys); len(o.page.rows) != 0 {
		t.Fatalf("newly planned it stands there: %s", o.texts(0))
	}
	begins := m.Head.Plan.Stages[2].From
	o.world.Clock.Set(begins.At(9*60, datatest.Zone))
	if o.page.load(); len(o.page.rows) != 1 {
		t.Fatalf("on %s there are %d", begins, len(o.page.rows))
	}
	if got, want := o.texts(0), m.Head.Number+"||2026|"+o.page.seat.Say("today.survey.begin", begins.String())+"|"; !strings.Contains(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	var led annual.SurveyID
	o.page.Survey = func(id annual.SurveyID) { led = id }
	if o.page.act(0); led != m.Head.ID {
		t.Errorf("the button leads to %d", led)
	}
}

func TestAMeasureThatSomebodyHasToSeeToStandsInAViewOfItsOwn(t *testing.T) {
	o := open(t, lang.Traditional)
	desk := &improve.Desk{Front: o.desk, Store: o.store, Surveys: o.store}
	make := func(what string, start, due int) improve.MeasureID {
		m, err := desk.Make(t.Context(), improve.NewOrder{
			Project: o.world.Project, By: o.world.Fang, Due: workday.Date{Year: 2026, Month: 12, Day: due},
			Plan: improve.Plan{Problem: "異響", What: what, Standard: "無異響", Dept: o.world.Engineering, Person: o.world.Jianguo,
				Start: workday.Date{Year: 2026, Month: 11, Day: start}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return m.Head.ID
	}
	make("換燈", 20, 20)
	second := make("刷牆", 23, 20)
	make("澆花", 27, 20)
	o.page.Shown()
	defer o.page.Hidden()
	o.page.turn(Measures)
	if len(o.page.rows) != 2 {
		t.Fatalf("due are %+v", o.page.rows)
	}
	if got := o.texts(0); got != "逾期 1 個工作日|GJ-202611-0001||李建國|應於 2026-11-20 開始：換燈|工程維修部|跟進" {
		t.Errorf("the first says %q", got)
	}
	if got := o.texts(1); !strings.HasPrefix(got, "今天|GJ-202611-0002|") {
		t.Errorf("the second says %q", got)
	}
	led, stepped := improve.MeasureID(0), false
	o.page.Measure = func(id improve.MeasureID, step bool) { led, stepped = id, step }
	if o.page.act(1); led != second || !stepped {
		t.Errorf("the button leads to %d, %v", led, stepped)
	}
}

// What is suspended is on Today from the day on which somebody looks at it again.
func TestASuspendedIssueComesBackOnItsDayOfReview(t *testing.T) {
	o := open(t, lang.Traditional)
	issue := o.call(t, datatest.At(23, 9, 0), nil)
	stand := app.Stand{Issue: issue.ID, By: o.world.Fang}
	if _, err := o.desk.HandleSelf(t.Context(), app.TransferOrder{Stand: stand}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.desk.Suspend(t.Context(), app.SuspendOrder{Stand: stand, Code: app.WaitsOwner, Review: datatest.At(25, 10, 0)}); err != nil {
		t.Fatal(err)
	}
	var looked app.IssueID
	o.page.Wait = func(l app.Line) { looked = l.ID }
	for day, want := range map[int]int{24: 0, 25: 1, 26: 1} {
		o.world.Clock.Set(datatest.At(day, 9, 0))
		o.page.Shown()
		o.page.turn(Waits)
		if len(o.page.rows) != want {
			t.Errorf("on the %dth %d are to be looked at, want %d", day, len(o.page.rows), want)
		}
		o.page.turn(All)
		if len(o.page.rows) != 1+want {
			t.Errorf("on the %dth there are %d rows", day, len(o.page.rows))
		}
		o.page.Hidden()
	}
	o.world.Clock.Set(datatest.At(26, 9, 0))
	o.page.Shown()
	defer o.page.Hidden()
	o.page.turn(Waits)
	if got := o.texts(0); !strings.Contains(got, "掛起待覆核 · 等待業主") || !strings.HasSuffix(got, "|覆核掛起") {
		t.Errorf("its row says %q", got)
	}
	o.page.table.Select(0)
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if looked != issue.ID {
		t.Errorf("the button looked at %d", looked)
	}
}
