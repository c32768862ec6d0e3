package data_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// call keeps an intake that was changed first.
func call(t testing.TB, desk *app.Desk, w datatest.World, change func(*app.ReceiveOrder)) app.Issue {
	t.Helper()
	o := w.Call(app.Repair)
	change(&o)
	m, err := desk.Receive(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return m.Issue
}

// found lists the intake numbers a filter leaves, without what is alike in all.
func found(t testing.TB, s *data.Store, f app.Filter, o app.Order) []string {
	t.Helper()
	lines, err := s.Lines(t.Context(), f, o, 0, 50, now())
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	var all []string
	for _, l := range lines {
		all = append(all, l.Intake[len("SL-202611-000"):])
	}
	n, err := s.CountLines(t.Context(), f, now(), 50)
	if err != nil || n != len(lines) {
		t.Errorf("%+v: %d are counted, %d listed, %v", f, n, len(lines), err)
	}
	return all
}

// street is a little world of six issues, told apart by their last digit.
func street(t testing.TB) (*data.Store, *app.Desk, datatest.World) {
	s, desk, w := datatest.Open(t)
	call(t, desk, w, func(o *app.ReceiveOrder) {})
	call(t, desk, w, func(o *app.ReceiveOrder) {
		o.Kind, o.Level, o.Category = app.Complaint, app.Major, "NO1"
		o.Reporter = app.Reporter{Owner: "OW-TEN", Name: "欧阳娜娜", Phone: "18600000088"}
		o.Place = app.Place{Area: w.East, Building: w.Buildings["2"], Room: w.Rooms["2-1-1201"], Block: "2", Unit: "1", Door: "1201"}
		o.Description, o.Wish = "楼上装修噪音扰民，午休时间还在施工", "请物业上门制止"
	})
	call(t, desk, w, func(o *app.ReceiveOrder) {
		o.Category, o.By = "EQ10", w.Jing
		o.Reporter = app.Reporter{Owner: "OW-LET", Name: "單志強", WeChat: "szq_88"}
		o.Place = app.Place{Text: "地下車庫 B1 東側"}
		o.Description, o.Wish = "照明燈管閃爍", ""
	})
	call(t, desk, w, func(o *app.ReceiveOrder) {
		o.Received, o.ReceivedWhy = datatest.At(20, 16, 0), "補錄"
		o.Reporter = app.Reporter{Owner: "OW-SHOP", Name: "Chan Tai Man", Email: "tai.man@example.com"}
		o.Place = app.Place{Building: w.Buildings["1"], Room: w.Rooms["1-1-101"], Block: "1", Unit: "1", Door: "101"}
		o.Description, o.Wish = "客廳頂棚漏水，牆面發霉", "盡快維修"
	})
	call(t, desk, w, func(o *app.ReceiveOrder) {
		o.Reporter = app.Reporter{Owner: app.Anonymous, Anonymous: true, Refused: true}
		o.Place = app.Place{Block: "10", Unit: "1", Door: "301"}
		o.Description, o.Wish = "有人高空拋物", ""
	})
	six := call(t, desk, w, func(o *app.ReceiveOrder) { o.Description = "水管爆裂" })
	if _, err := desk.Transfer(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: six.ID, By: w.Fang}, Lead: w.Engineering}); err != nil {
		t.Fatal(err)
	}
	return s, desk, w
}

func TestFiltersLeaveWhatTheySay(t *testing.T) {
	s, desk, w := street(t)
	if _, err := desk.Reject(t.Context(), app.RejectOrder{Stand: app.Stand{Issue: 5, By: w.Fang}, Code: "RJ-01", Reason: "不屬物業範圍"}); err != nil {
		t.Fatal(err)
	}
	newest := app.Order{By: app.ByNumber, Down: true}
	for _, c := range []struct {
		says string
		f    app.Filter
		want []string
	}{
		{"everything", app.Filter{}, []string{"6", "5", "4", "3", "2", "1"}},
		{"a state", app.Filter{States: []app.State{app.Rejected}}, []string{"5"}},
		{"two states", app.Filter{States: []app.State{app.Rejected, app.Handling}}, []string{"6", "5"}},
		{"a step", app.Filter{Steps: []app.Step{app.StepSign}}, []string{"6"}},
		{"a kind", app.Filter{Kinds: []app.Kind{app.Complaint}}, []string{"2"}},
		{"a department", app.Filter{Departments: []app.DeptID{w.Engineering}}, []string{"6"}},
		{"a subject", app.Filter{Categories: []app.Category{"EQ"}}, []string{"6", "5", "4", "3", "1"}},
		{"one category of it", app.Filter{Categories: []app.Category{"EQ1"}}, []string{"6", "5", "4", "1"}},
		{"an area", app.Filter{Areas: []app.AreaID{w.East}}, []string{"6", "2", "1"}},
		{"a room", app.Filter{Room: w.Rooms["3-2-501"]}, []string{"6", "1"}},
		{"what is open", app.Filter{OpenOnly: true}, []string{"6", "4", "3", "2", "1"}},
		{"mine", app.Filter{Mine: w.Jing}, []string{"3"}},
		{"before today", app.Filter{To: datatest.At(23, 0, 0)}, []string{"4"}},
		{"today", app.Filter{From: datatest.At(23, 0, 0), To: datatest.At(24, 0, 0)}, []string{"6", "5", "3", "2", "1"}},
		{"an estate that is not there", app.Filter{Project: 99}, nil},
		{"several at once", app.Filter{OpenOnly: true, Kinds: []app.Kind{app.Repair}, Areas: []app.AreaID{w.East}, Text: "電梯"}, []string{"1"}},
		{"certain ones", app.Filter{Only: []app.IssueID{6, 2, 99}}, []string{"6", "2"}},
		{"certain ones that are open complaints", app.Filter{Only: []app.IssueID{6, 2}, Kinds: []app.Kind{app.Complaint}, OpenOnly: true}, []string{"2"}},
		{"certain ones of those found", app.Filter{Only: []app.IssueID{1, 2}, Text: "電梯"}, []string{"1"}},
		{"only marks typed", app.Filter{Text: "，。"}, nil},
	} {
		if got := found(t, s, c.f, newest); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.says, got, c.want)
		}
	}
	late := app.Filter{Late: true}
	lines, err := s.Lines(t.Context(), late, app.Order{}, 0, 9, datatest.At(23, 18, 1))
	if err != nil || len(lines) != 1 || lines[0].Intake != "SL-202611-0004" || !lines[0].Late(datatest.At(23, 18, 1)) {
		t.Errorf("a minute after closing %+v are late, %v", lines, err)
	}
}

func TestOrdersSortAsPeopleCount(t *testing.T) {
	s, _, _ := street(t)
	for _, c := range []struct {
		o    app.Order
		want []string
	}{
		{app.Order{}, []string{"6", "5", "3", "2", "1", "4"}},
		{app.Order{By: app.ByReceived}, []string{"4", "1", "2", "3", "5", "6"}},
		{app.Order{By: app.ByPlace}, []string{"4", "2", "1", "6", "5", "3"}},  // 1-1-101 2-1-1201 3-2-501 10-1-301 地下車庫
		{app.Order{By: app.ByNumber}, []string{"1", "2", "3", "4", "5", "6"}}, // ZB comes last
		{app.Order{By: app.ByKind}, []string{"2", "4", "1", "3", "5", "6"}},
		{app.Order{By: app.ByLead, Down: true}, []string{"6", "5", "3", "2", "1", "4"}},
	} {
		if got := found(t, s, app.Filter{}, c.o); !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.o, got, c.want)
		}
	}
	all := found(t, s, app.Filter{}, app.Order{})
	page, err := s.Lines(t.Context(), app.Filter{}, app.Order{}, 2, 2, now())
	if err != nil || len(page) != 2 || page[0].Intake != "SL-202611-000"+all[2] {
		t.Errorf("the second page is %+v, %v", page, err)
	}
	n := 0
	for l, err := range s.EachLine(t.Context(), app.Filter{}, app.Order{}, now()) {
		if err != nil || l.Intake != "SL-202611-000"+all[n] {
			t.Errorf("line %d is %s, %v", n, l.Intake, err)
		}
		n++
	}
	if n != 6 {
		t.Errorf("%d lines are exported", n)
	}
}

func TestByLimitWhatIsOverComesLast(t *testing.T) {
	s, desk, w := street(t)
	for _, over := range []app.IssueID{2, 5} {
		if _, err := desk.Reject(t.Context(), app.RejectOrder{Stand: app.Stand{Issue: over, By: w.Fang}, Code: "RJ-01", Reason: "不屬物業範圍"}); err != nil {
			t.Fatal(err)
		}
	}
	open := app.Filter{OpenOnly: true}
	for _, o := range []app.Order{{By: app.ByDue}, {By: app.ByDue, Down: true}} {
		want := append(found(t, s, open, o), "5", "2")
		if got := found(t, s, app.Filter{}, o); len(got) != 6 || !slices.Equal(got, want) {
			t.Errorf("%+v: %v, want %v", o, got, want)
		}
		for offset := range 7 {
			page, err := s.Lines(t.Context(), app.Filter{}, o, offset, 2, now())
			if err != nil {
				t.Fatal(err)
			}
			for i, l := range page {
				if l.Intake != "SL-202611-000"+want[offset+i] {
					t.Errorf("%+v from %d: line %d is %s", o, offset, i, l.Intake)
				}
			}
			if len(page) != min(2, 6-offset) {
				t.Errorf("%+v from %d: %d lines", o, offset, len(page))
			}
		}
		n := 0
		for l, err := range s.EachLine(t.Context(), app.Filter{}, o, now()) {
			if err != nil || l.Intake != "SL-202611-000"+want[n] {
				t.Errorf("%+v: line %d to be exported is %s, %v", o, n, l.Intake, err)
			}
			n++
		}
	}
}

func TestSearchFindsWhatAClerkTypes(t *testing.T) {
	s, desk, w := street(t)
	if _, err := desk.Note(t.Context(), app.NoteOrder{Stand: app.Stand{Issue: 3, By: w.Fang}, Kind: app.NoteRemark, Text: "已約電工週五上午"}); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{
		"噪音": {"2"}, "噪": {"2"}, "裝修噪音": {"2"}, "装修": {"2"}, "漏水": {"4"}, "客厅顶棚": {"4"}, "發霉": {"4"}, "发霉": {"4"},
		"张小明": {"6", "1"}, "張小明": {"6", "1"}, "zhangxiaoming": {"6", "1"}, "zxm": {"6", "1"}, "zhangx": {"6", "1"},
		"szq": {"3"}, "shanzhiqiang": {"3"}, "danzhiqiang": {"3"}, "單": {"3"}, "ouyangnana": {"2"}, "oynn": {"2"},
		"13812345678": {"6", "1"}, "5678": {"6", "1"}, "1381234": {"6", "1"}, "138 5678": {"6", "1"},
		"SL-202611-0004": {"4"}, "sl-202611-0004": {"4"}, "0004": {"4"}, "ZB-202611-0001": {"6"}, "zb": {"6"},
		"3-2-501": {"6", "1"}, "501": {"6", "1"}, "1201": {"2"}, "10-1-301": {"5"}, "車庫": {"3"}, "车库 东侧": {"3"}, "B1": {"3"},
		"tai man": {"4"}, "tai.man@example.com": {"4"}, "szq_88": {"3"}, "電工": {"3"}, "电工週五": {"3"}, "維修": {"4"},
		"漏水 噪音": nil, "水漏": nil, "李四": nil,
	} {
		if got := found(t, s, app.Filter{Text: typed}, app.Order{}); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", typed, got, want)
		}
	}
}

func TestSearchForgetsWhatWasCorrected(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	o := app.AmendOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Intake: read(t, s, id).Intake, Why: "聽錯了"}
	o.Description, o.Reporter.Name = "門禁失靈", "張曉明"
	if _, err := desk.Amend(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{"異響": nil, "小明": nil, "門禁": {"1"}, "張曉明": {"1"}} {
		if got := found(t, s, app.Filter{Text: typed}, app.Order{}); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", typed, got, want)
		}
	}
}

func TestTodayCountsWhatWaits(t *testing.T) {
	s, desk, w := street(t)
	if _, err := desk.Note(t.Context(), app.NoteOrder{Stand: app.Stand{Issue: 1, By: w.Fang}, Kind: app.NoteCall, Text: "下午再聯繫",
		Told: true, How: "MT-TEL", ToldAt: now(), CallBack: datatest.At(23, 15, 0)}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.KeepDraft(t.Context(), app.IntakeDraft{By: w.Fang, At: now(), Text: map[string]string{"name": "王"}}); err != nil {
		t.Fatal(err)
	}
	d, err := s.Today(t.Context(), 0, datatest.At(24, 9, 0), datatest.At(24, 18, 0))
	if err != nil {
		t.Fatal(err)
	}
	want := app.Day{Late: 1, LateWorst: datatest.At(23, 18, 0).UTC(), DueToday: 5, NextDue: datatest.At(24, 18, 0).UTC(), CallBacks: 1, Drafts: 1, Open: 6,
		Steps: map[app.Step]int{app.StepRoute: 5, app.StepSign: 1}}
	if fmt.Sprintf("%+v", d) != fmt.Sprintf("%+v", want) {
		t.Errorf("today is\n%+v, want\n%+v", d, want)
	}
	if d, err = s.Today(t.Context(), w.Project, datatest.At(24, 9, 0), datatest.At(24, 18, 0)); err != nil || fmt.Sprintf("%+v", d) != fmt.Sprintf("%+v", want) {
		t.Errorf("today in the estate is\n%+v, %v, want\n%+v", d, err, want)
	}
	want = app.Day{Drafts: 1, Steps: map[app.Step]int{}}
	if d, err = s.Today(t.Context(), w.Project+90, datatest.At(24, 9, 0), datatest.At(24, 18, 0)); err != nil || fmt.Sprintf("%+v", d) != fmt.Sprintf("%+v", want) {
		t.Errorf("today in another estate is\n%+v, %v, want\n%+v", d, err, want)
	}
	lines, err := s.Pressing(t.Context(), "", 0, 3, 0)
	if err != nil || len(lines) != 3 || lines[0].Intake != "SL-202611-0004" {
		t.Errorf("the most pressing are %+v, %v", lines, err)
	}
	if lines, err = s.Pressing(t.Context(), app.StepSign, w.Project, 9, 0); err != nil || len(lines) != 1 || lines[0].Intake != "SL-202611-0006" {
		t.Errorf("to sign are %+v, %v", lines, err)
	}
	if lines, err = s.CallBacks(t.Context(), w.Project, datatest.At(23, 18, 0)); err != nil || len(lines) != 1 || lines[0].Intake != "SL-202611-0001" {
		t.Errorf("promised calls are %+v, %v", lines, err)
	}
	if lines, err = s.CallBacks(t.Context(), w.Project+90, datatest.At(23, 18, 0)); err != nil || len(lines) != 0 {
		t.Errorf("promised calls in another estate are %+v, %v", lines, err)
	}
}

func TestEmergenciesWaitOnTodayTheMostPressingFirst(t *testing.T) {
	s, desk, w := street(t)
	call := func(urgency app.Urgency) app.IssueID {
		o := w.Call(app.Repair)
		o.Urgency = urgency
		m, err := desk.Receive(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		return m.Issue.ID
	}
	first, second := call(app.Emergency), call(app.Emergency)
	call(app.Urgent)
	if _, err := desk.Arrive(t.Context(), app.SceneOrder{Stand: app.Stand{Issue: first, By: w.Fang}, Who: "李建國"}); err != nil {
		t.Fatal(err)
	}
	lines, err := s.Scenes(t.Context(), w.Project)
	if err != nil || len(lines) != 2 || lines[0].ID != second || lines[0].Scene != app.SceneArrive || lines[1].ID != first || lines[1].Scene != app.SceneControl {
		t.Fatalf("%+v, %v", lines, err)
	}
	if d, err := s.Today(t.Context(), 0, now(), datatest.At(24, 18, 0)); err != nil || d.Scenes != 2 {
		t.Errorf("%d wait, %v", d.Scenes, err)
	}
	if lines, err = s.Scenes(t.Context(), w.Project+90); err != nil || len(lines) != 0 {
		t.Errorf("in another estate wait %+v, %v", lines, err)
	}
	if _, err := desk.Control(t.Context(), app.SceneOrder{Stand: app.Stand{Issue: first, By: w.Fang}, How: "已關總閥"}); err != nil {
		t.Fatal(err)
	}
	if lines, err = s.Scenes(t.Context(), 0); err != nil || len(lines) != 1 {
		t.Errorf("one is under control, and %d wait, %v", len(lines), err)
	}
}

func TestHistoriesAndNumbersLeadToTheIssue(t *testing.T) {
	s, _, w := street(t)
	six := read(t, s, 6)
	for _, number := range []string{"SL-202611-0006", " sl-202611-0006", "ZB-202611-0001", "ＺＢ-202611-0001"} {
		if id, err := s.IssueByNumber(t.Context(), number); id != six.ID || err != nil {
			t.Errorf("%s is issue %d, %v", number, id, err)
		}
	}
	if _, err := s.IssueByNumber(t.Context(), ""); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("no number: %v", err)
	}
	if lines, err := s.RoomHistory(t.Context(), w.Rooms["3-2-501"]); err != nil || len(lines) != 2 {
		t.Errorf("the room has %d issues, %v", len(lines), err)
	}
	if lines, err := s.PersonHistory(t.Context(), w.People["張小明"]); err != nil || len(lines) != 2 {
		t.Errorf("the person has %d issues, %v", len(lines), err)
	}
	place := w.Call(app.Repair).Place
	if lines, err := s.Likely(t.Context(), place, "EQ1", datatest.At(1, 0, 0)); err != nil || len(lines) != 2 {
		t.Errorf("likely the same: %d, %v", len(lines), err)
	}
	if lines, err := s.Likely(t.Context(), app.Place{Text: "地下車庫 B1 東側"}, "EQ10", datatest.At(1, 0, 0)); err != nil || len(lines) != 1 {
		t.Errorf("likely the same in a public place: %d, %v", len(lines), err)
	}
	if lines, err := s.Likely(t.Context(), place, "NO1", datatest.At(1, 0, 0)); err != nil || len(lines) != 0 {
		t.Errorf("another subject: %d, %v", len(lines), err)
	}
	for _, c := range []struct {
		dept app.DeptID
		day  int
		want int
	}{{w.Engineering, 23, 1}, {0, 23, 1}, {w.Property, 23, 0}, {w.Engineering, 24, 0}} {
		lines, err := s.Printable(t.Context(), c.dept, datatest.At(c.day, 0, 0), datatest.At(c.day+1, 0, 0))
		if err != nil || len(lines) != c.want {
			t.Errorf("slips of %d on the %d: %d, %v", c.dept, c.day, len(lines), err)
		}
	}
	limits, err := s.OpenLimits(t.Context())
	if err != nil || len(limits) != 1 || limits[0].Number != "ZB-202611-0001" || !limits[0].Printed || limits[0].Limit != (workday.Limit{N: 2, Unit: workday.Workdays}) {
		t.Errorf("the running limits are %+v, %v", limits, err)
	}
}

// What loading a year would move is counted from where the desk counts it.
func TestARunningLimitRunsFromWhereTheDeskCountsIt(t *testing.T) {
	s, desk, w := datatest.Open(t)
	stand := func(id app.IssueID) app.Stand { return app.Stand{Issue: id, By: w.Fang} }
	transfer := func(id app.IssueID, lead app.DeptID) {
		t.Helper()
		if _, err := desk.Transfer(t.Context(), app.TransferOrder{Stand: stand(id), Lead: lead}); err != nil {
			t.Fatal(err)
		}
	}
	did := func(_ app.Move, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		w.Clock.Add(time.Hour)
	}
	m, err := desk.Receive(t.Context(), w.Call(app.Complaint))
	did(m, err)
	did(desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: stand(m.Issue.ID), Lead: w.Engineering}))
	again, over := received(t, desk, w), received(t, desk, w)
	did(desk.Reject(t.Context(), app.RejectOrder{Stand: stand(again), Code: "RJ-01", Reason: "非本小區"}))
	did(desk.Reopen(t.Context(), app.ReopenOrder{Stand: stand(again), Reason: "實為本小區"}))
	transfer(again, w.Engineering)
	transfer(over, w.Engineering)
	did(desk.AskClose(t.Context(), app.CloseOrder{Stand: stand(over), Code: app.ClosedWithdrawn, Reason: "業主撤回"}))
	did(desk.DecideClose(t.Context(), app.DecideOrder{Stand: app.Stand{Issue: over, By: w.Min}, Approve: true}))
	did(desk.Reopen(t.Context(), app.ReopenOrder{Stand: stand(over), Reason: "業主來電"}))
	transfer(over, w.Property)
	w.Clock.Add(time.Hour)
	did(desk.Refuse(t.Context(), app.RefuseOrder{Stand: stand(over), Reason: "非本部門"}))
	did(desk.Reassign(t.Context(), app.ReassignOrder{Stand: stand(over), Lead: w.Engineering}))
	limits, err := s.OpenLimits(t.Context())
	if err != nil || len(limits) != 3 {
		t.Fatalf("%d running limits, %v", len(limits), err)
	}
	for _, l := range limits {
		if most := (workday.Limit{N: 10, Unit: workday.Days}); (l.Issue == m.Issue.ID) != (l.Cap == most) {
			t.Errorf("%s may take %s at most", l.Number, l.Cap)
		}
		c := read(t, s, l.Issue)
		if r, _ := c.Current(); !l.From.Equal(c.LimitFrom(r)) {
			t.Errorf("round %d of %s runs from %v, the desk says %v", r.N, l.Number, l.From, c.LimitFrom(r))
		}
	}
}

func TestDraftsAndFiltersAreKeptAsTyped(t *testing.T) {
	s, _, w := datatest.Open(t)
	d := app.IntakeDraft{By: w.Fang, At: now(), Text: map[string]string{"name": "張", "description": "電梯\n異響 "}}
	id, err := s.KeepDraft(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	d.ID, d.At, d.Text["name"] = id, d.At.Add(time.Minute), "張小"
	if again, err := s.KeepDraft(t.Context(), d); again != id || err != nil {
		t.Fatalf("kept again as %d, %v", again, err)
	}
	all, err := s.Drafts(t.Context(), w.Fang)
	if err != nil || len(all) != 1 || all[0].Text["name"] != "張小" || all[0].Text["description"] != "電梯\n異響 " {
		t.Errorf("the drafts are %+v, %v", all, err)
	}
	if others, _ := s.Drafts(t.Context(), w.Jing); len(others) != 0 {
		t.Error("somebody else sees the draft")
	}
	if err := s.DropDraft(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if all, _ = s.Drafts(t.Context(), 0); len(all) != 0 {
		t.Error("a finished draft is still there")
	}

	f := app.SavedFilter{By: w.Fang, Name: "東區投訴", Filter: app.Filter{Text: "電梯", Kinds: []app.Kind{app.Complaint}, Areas: []app.AreaID{w.East}, From: now().UTC()},
		Order: app.Order{By: app.ByDue, Down: true}}
	if f.ID, err = s.KeepFilter(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if again, err := s.KeepFilter(t.Context(), f); again != f.ID || err != nil {
		t.Errorf("kept again as %d, %v", again, err)
	}
	saved, err := s.SavedFilters(t.Context(), w.Fang)
	if err != nil || len(saved) != 1 || fmt.Sprintf("%+v", saved[0]) != fmt.Sprintf("%+v", f) {
		t.Errorf("the filters are %+v, %v", saved, err)
	}
	items := []app.ListItem{{Group: "channel", Code: "CH-APP", Hant: "業主端", Hans: "业主端", En: "Owner app"}, {Group: "channel", Code: "CH-GOV", Hidden: true}}
	if err := s.KeepList(t.Context(), items, w.Fang, now()); err != nil {
		t.Fatal(err)
	}
	if lists, err := s.Lists(t.Context()); err != nil || !slices.Equal(lists, items) {
		t.Errorf("the lists are %+v, %v", lists, err)
	}
}
