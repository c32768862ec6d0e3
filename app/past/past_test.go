package past

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
)

var zone = time.FixedZone("UTC+8", 8*60*60)

// at is a moment of office time, 10-08 10:00, in 2026.
func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", "2026-"+s, zone)
	if err != nil {
		panic(err)
	}
	return t
}

var calendar = workday.New(workday.CN, workday.Five(), zone, []workday.Special{
	{Date: workday.Date{Year: 2026, Month: 10, Day: 1}, Kind: workday.Holiday}, {Date: workday.Date{Year: 2026, Month: 10, Day: 2}, Kind: workday.Holiday},
	{Date: workday.Date{Year: 2026, Month: 10, Day: 5}, Kind: workday.Holiday}, {Date: workday.Date{Year: 2026, Month: 10, Day: 6}, Kind: workday.Holiday},
	{Date: workday.Date{Year: 2026, Month: 10, Day: 7}, Kind: workday.Holiday}, {Date: workday.Date{Year: 2026, Month: 10, Day: 10}, Kind: workday.Makeup},
}, []int{2026})

func ground() app.Ground {
	return app.Ground{
		Calendar: calendar, Rules: app.DefaultRules(),
		Departments: map[app.DeptID]app.Department{1: {ID: 1, Name: "客戶服務部", Desk: true}, 2: {ID: 2, Name: "工程維修部"}},
		Staff:       map[app.StaffID]app.Staff{1: {ID: 1, Name: "王芳", Dept: 1}, 2: {ID: 2, Name: "李建國", Dept: 2}},
		Projects:    map[app.ProjectID]app.Project{1: {ID: 1, Name: "雲棲花園"}},
	}
}

func office() Office {
	return Office{Ground: ground(), Project: 1, Rooms: []app.Found{{
		Project: app.Project{ID: 1}, Area: app.Area{ID: 1, Name: "東區"}, Building: app.Building{ID: 3, Project: 1, Area: 1, Name: "3"},
		Room: app.Room{ID: 31, Building: 3, Unit: "2", Door: "501", Floor: "5"},
	}}}
}

// plan is a ledger of text, columns parted by commas, read as of 23 November 2026.
func plan(lines string) *Plan {
	var s register.Sheet
	s.Name = "台賬"
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		var row []register.Cell
		for cell := range strings.SplitSeq(line, ",") {
			row = append(row, register.Cell{Text: cell})
		}
		s.Rows = append(s.Rows, row)
	}
	w := NewWords()
	w.Categories.Add("電梯", "EQ1")
	w.Categories.Add("停車車輛", "PK")
	w.Categories.Add("收費", "PK4")
	w.Categories.Add("收費", "RS3")
	p := NewPlan([]register.Sheet{s}, Options{File: "舊台賬.csv", Now: at("11-23 09:42"), Calendar: calendar, Words: w})
	p.Read(office())
	p.Compare(nil)
	return p
}

const keys = "no,type,status,valid_complaint,room,subject,received_at,transfer_required,transferred_at,due_at,ext_approved_at,ext_due_at," +
	"first_completed_at,completed_at,rework_n,reviewed_at,followup_required,followup_at,followup_reached,rating,closed_at\n"

// one is the case that a single row becomes.
func one(t *testing.T, row string) app.Case {
	t.Helper()
	p := plan(keys + row)
	if p.Outcome.New != 1 || p.Outcome.Refused != 0 {
		t.Fatalf("%s: %v", row, p.Reading.Problems)
	}
	return app.TakeOver(p.Outcome.Rows()[0], ground(), 1, at("11-23 09:42"))
}

// repair is the fact of a closed repair of which the row says everything; tests
// change what they are about.
func repair(change func(*figures.Fact)) figures.Fact {
	f := figures.Fact{
		Number: "A-1", Project: 1, Area: 1, Building: 3, Where: "room 31", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal, Households: 1,
		State: app.Closed, Close: app.ClosedSatisfied, Received: at("10-08 10:00"),
		Transfer: true, RouteDue: at("10-09 18:00"), Transferred: at("10-08 11:00"), Due: at("10-10 18:00"),
		Completions: []figures.Completion{{Said: at("10-09 15:00"), Done: at("10-09 15:00"), Accepted: at("10-09 16:00")}},
		FollowUp:    true, FollowUpLimit: workday.Limit{N: 3, Unit: workday.Workdays},
		Asked: []figures.Asked{{At: at("10-12 10:00"), Reached: true, Rating: 4}},
		Over:  []figures.Over{{State: app.Closed, From: at("10-12 10:05")}},
	}
	change(&f)
	return f
}

func TestARowBecomesTheFactThatItTells(t *testing.T) {
	const front, closed = "A-1,repair,", ",3-2-501,EQ1,2026-10-08 10:00,"
	for _, c := range []struct {
		says string
		row  string
		want func(*figures.Fact)
	}{
		{"all is said", front + "closed," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,2026-10-09 15:00,2026-10-09 15:00,0,2026-10-09 16:00,Y,2026-10-12 10:00,Y,4,2026-10-12 10:05",
			func(*figures.Fact) {}},
		{"the desk did it itself", front + "closed," + closed + "N,,2026-10-10 18:00,,,,2026-10-09 15:00,0,2026-10-09 16:00,N,,,,2026-10-12 10:05",
			func(f *figures.Fact) {
				f.Transfer, f.Transferred, f.FollowUp, f.Asked, f.Lead = false, time.Time{}, false, nil, 1
				f.Close = "" // nobody says that the owner was satisfied
			}},
		{"to be transferred, and not handed over", front + "accepted," + closed + "Y,,2026-10-10 18:00,,,,,,,Y,,,,",
			func(f *figures.Fact) {
				f.State, f.Close, f.Transferred, f.Completions, f.Asked, f.Over = app.Accepted, "", time.Time{}, nil, nil, nil
			}},
		{"nobody wrote down when the slip went out", front + "closed," + closed + "Y,,2026-10-10 18:00,,,,2026-10-09 15:00,0,2026-10-09 16:00,Y,2026-10-12 10:00,Y,4,2026-10-12 10:05",
			func(f *figures.Fact) { f.Transferred = time.Time{} }},
		{"an extension", front + "closed," + closed + "Y,2026-10-08 11:00,2026-10-08 18:00,2026-10-08 17:00,2026-10-10 18:00,,2026-10-09 15:00,,2026-10-09 16:00,Y,2026-10-12 10:00,Y,4,2026-10-12 10:05",
			func(f *figures.Fact) {
				f.Due = at("10-08 18:00")
				f.Extensions = []figures.Extension{{Round: 1, Approved: at("10-08 17:00"), To: at("10-10 18:00")}}
			}},
		{"sent back twice", front + "closed," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,2026-10-08 15:00,2026-10-09 15:00,2,2026-10-09 16:00,Y,2026-10-12 10:00,Y,4,2026-10-12 10:05",
			func(f *figures.Fact) {
				back := figures.Completion{Said: at("10-08 15:00"), Done: at("10-08 15:00"), SentBack: at("10-08 15:00")}
				f.Completions = append([]figures.Completion{back, back}, f.Completions...)
			}},
		{"sent back, and nothing since", front + "rework," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,2026-10-08 15:00,,1,,Y,,,,",
			func(f *figures.Fact) {
				f.State, f.Close, f.Asked, f.Over = app.Rework, "", nil, nil
				f.Completions = []figures.Completion{{Said: at("10-08 15:00"), Done: at("10-08 15:00"), SentBack: at("10-08 15:00")}}
			}},
		{"done and not reviewed", front + "fed_back," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,2026-10-09 15:00,2026-10-09 15:00,0,,Y,,,,",
			func(f *figures.Fact) {
				f.State, f.Close, f.Asked, f.Over = app.FedBack, "", nil, nil
				f.Completions[0].Accepted = time.Time{}
			}},
		{"the owner was not reached", front + "closed," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,0,2026-10-09 16:00,Y,2026-10-12 10:00,N,,2026-10-12 10:05",
			func(f *figures.Fact) {
				f.Close, f.Asked = app.ClosedUnreachable, []figures.Asked{{At: at("10-12 10:00")}}
			}},
		{"the owner was not satisfied", front + "retransferred," + closed + "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,0,2026-10-09 16:00,Y,2026-10-12 10:00,Y,2,",
			func(f *figures.Fact) {
				f.State, f.Close, f.Over = app.Retransferred, "", nil
				f.Asked = []figures.Asked{{At: at("10-12 10:00"), Reached: true, Rating: 2, Again: true}}
				f.Reopened = []time.Time{at("10-12 10:00")}
			}},
		{"a complaint that holds, about what no category names", "A-1,complaint,handling,Y,中心花園,健身房收費,2026-10-08 10:00,Y,2026-10-08 11:00,2026-10-13 18:00,,,,,,,Y,,,,",
			func(f *figures.Fact) {
				*f = repair(func(f *figures.Fact) {})
				f.Kind, f.Valid, f.Category, f.Subject, f.State, f.Close = app.Complaint, app.Valid, "OT", "健身房收费", app.Handling, ""
				f.Area, f.Building, f.Where, f.Public = 0, 0, "1/0 中心花园", true
				f.Due, f.Completions, f.Asked, f.Over = at("10-13 18:00"), nil, nil, nil
			}},
		{"not accepted", front + "rejected," + closed + ",,,,,,,,,,,,,2026-10-08 12:00",
			func(f *figures.Fact) {
				*f = repair(func(f *figures.Fact) {})
				f.State, f.Close, f.Transferred, f.Due, f.Completions, f.Asked, f.FollowUp = app.Rejected, "", time.Time{}, time.Time{}, nil, nil, false
				f.Over = []figures.Over{{State: app.Rejected, From: at("10-08 12:00")}}
			}},
		{"void, nobody says since when", front + "void," + closed + ",,,,,,,,,,,,,",
			func(f *figures.Fact) {
				f.State, f.Close, f.Transferred, f.Due, f.Completions, f.Asked, f.FollowUp = app.Void, "", time.Time{}, time.Time{}, nil, nil, false
				f.Over = []figures.Over{{State: app.Void}}
			}},
	} {
		got := figures.FactOf(one(t, c.row), ground())
		if want := repair(c.want); !reflect.DeepEqual(normal(got), normal(want)) {
			t.Errorf("%s:\n%+v, want\n%+v", c.says, got, want)
		}
	}
}

// normal brings all moments into one zone.
func normal(f figures.Fact) figures.Fact {
	v := reflect.ValueOf(&f).Elem()
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[time.Time]():
			if t := v.Interface().(time.Time); !t.IsZero() {
				v.Set(reflect.ValueOf(t.UTC()))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(v)
	return f
}

func TestWhatIsStillOpenWaitsForItsNextStep(t *testing.T) {
	const rest = ",,3-2-501,EQ1,2026-10-08 10:00,"
	for _, c := range []struct {
		status, tail string
		step         app.Step
		due          string
		holder       app.DeptID
	}{
		{"accepted", "Y,,2026-10-10 18:00,,,,,,,Y,,,,", app.StepRoute, "10-09 18:00", 1},
		{"accepted", "N,,2026-10-10 18:00,,,,,,,Y,,,,", app.StepHandle, "10-10 18:00", 1},
		{"handling", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,,,,Y,,,,", app.StepHandle, "10-10 18:00", 1},
		{"handling", "Y,2026-10-08 11:00,,,,,,,,Y,,,,", app.StepHandle, "10-10 18:00", 1},
		{"handling", "Y,2026-10-08 11:00,2026-10-10 18:00,2026-10-09 10:00,2026-10-15 18:00,,,,,Y,,,,", app.StepHandle, "10-15 18:00", 1},
		{"fed_back", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,,,Y,,,,", app.StepInspect, "10-10 18:00", 1},
		{"reviewed", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,,2026-10-10 09:00,Y,,,,", app.StepTell, "10-12 18:00", 1},
		{"told", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,,2026-10-09 16:00,Y,,,,", app.StepFollowUp, "10-13 18:00", 1},
		{"told", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,,,,Y,,,,", app.StepFollowUp, "10-10 18:00", 1},
		{"retransferred", "Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,,2026-10-09 16:00,Y,2026-10-12 10:00,Y,1,", app.StepAgain, "10-13 18:00", 1},
	} {
		got := one(t, "A-1,repair,"+c.status+rest+c.tail)
		if got.Step != c.step || !got.StepDue.Equal(at(c.due)) || got.Holder != c.holder {
			t.Errorf("%s %s waits for %s until %s at %d", c.status, c.tail, got.Step, got.StepDue.In(zone), got.Holder)
		}
	}
}

func TestWhatIsTakenOverCanBeWorkedOnHere(t *testing.T) {
	g, now := ground(), at("11-23 10:00")
	g.Staff[1] = app.Staff{ID: 1, Name: "王芳", Dept: 1, Role: app.Clerk}
	g.Staff[2] = app.Staff{ID: 2, Name: "李建國", Dept: 2, Role: app.Worker}
	g.Staff[3] = app.Staff{ID: 3, Name: "陳靜", Dept: 1, Role: app.Clerk}
	c := one(t, "A-1,repair,retransferred,,3-2-501,電梯,2026-10-08 10:00,Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,,2026-10-09 16:00,Y,2026-10-12 10:00,Y,1,")
	m, err := c.Transfer(app.TransferOrder{Stand: app.Stand{By: 1}, Lead: 2}, g, now)
	if err != nil || m.Draw != app.PrefixTransfer || m.Round.N != 2 {
		t.Fatalf("a further round: %v, draws %q, %+v", err, m.Draw, m.Round)
	}
	if m = m.Numbered("ZB-202611-0001"); m.Round.Number != "ZB-202611-0001-R2" || m.Issue.Slip != "ZB-202611-0001" || c.Shown() != "A-1" {
		t.Errorf("numbered %q, shown %q", m.Round.Number, m.Issue.Shown())
	}
	late := one(t, "A-1,repair,handling,,3-2-501,EQ1,2026-11-20 10:00,Y,2026-11-20 11:00,2026-11-24 18:00,,,,,,,Y,,,,")
	if _, err = late.MoveDue(app.MoveDueOrder{Stand: app.Stand{By: 1}}, g, now); err == nil {
		t.Error("a required time that the ledger gives follows a calendar")
	}
	if m, err = late.AskDelay(app.DelayOrder{Stand: app.Stand{By: 1}, To: at("11-25 18:00"), Code: "DL-01", Text: "待備件", Later: true}, g, now); err != nil || m.Draw != app.PrefixDelay {
		t.Errorf("a delay: %v", err)
	}
	if m, err = late.FeedBack(app.FeedbackOrder{Stand: app.Stand{By: 1}, Situation: "已修", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Handler: 2, Asked: true, Disturbs: app.SaidNo, Completed: now}, g, now); err != nil || m.Issue.Step != app.StepInspect {
		t.Errorf("feedback: %v", err)
	}
	if m, err = late.After(m).Review(app.ReviewOrder{Stand: app.Stand{By: 3}, Code: "RW-01", Note: "沒有修好"}, g, now); err != nil || !m.Issue.Due.After(now) {
		t.Errorf("sent back: %v, until %s", err, m.Issue.Due)
	}
	over := one(t, "A-1,repair,closed,,3-2-501,EQ1,2026-10-08 10:00,Y,2026-10-08 11:00,2026-10-10 18:00,,,,2026-10-09 15:00,0,2026-10-09 16:00,Y,2026-10-12 10:00,Y,4,2026-10-12 10:05")
	if m, err = over.Reopen(app.ReopenOrder{Stand: app.Stand{By: 1}, Reason: "又壞了"}, g, now); err != nil {
		t.Fatal(err)
	}
	f := figures.FactOf(over.After(m), g)
	if len(f.Over) != 1 || !f.Over[0].From.Equal(at("10-12 10:05")) || !f.Over[0].Until.Equal(now) {
		t.Errorf("opened again, it was over %+v", f.Over)
	}
}

func TestRowsAreRefusedWithWhereAndWhy(t *testing.T) {
	const head = "編號,類型,狀態,接收時間,首次完成時間,完成時間,是否轉辦,滿意度,返工次數\n"
	for _, c := range []struct{ row, want string }{
		{",報修,已結案,2026-10-08 10:00,,,是,,", `A2 past-missing "no"`},
		{"A-1,,已結案,2026-10-08 10:00,,,是,,", `B2 past-missing "type"`},
		{"A-1,吵架,已結案,2026-10-08 10:00,,,是,,", `B2 past-type "吵架"`},
		{"A-1,報修,飛了,2026-10-08 10:00,,,是,,", `C2 past-status "飛了"`},
		{"A-1,報修,已結案,,,,是,,", `D2 past-missing "received_at"`},
		{"A-1,報修,已結案,10/8/2026,,,是,,", `D2 past-moment "10/8/2026"`},
		{"A-1,報修,已結案,2026-02-30 10:00,,,是,,", `D2 past-moment "2026-02-30 10:00"`},
		{"A-1,報修,已結案,2026-11-23 09:43,,,是,,", `D2 past-received-later "2026-11-23 09:43"`},
		{"A-1,報修,已結案,2026-10-08 10:00,,2026-10-08 09:59,是,,", `F2 past-done-before "2026-10-08 09:59"`},
		{"A-1,報修,已結案,2026-10-08 10:00,2026-10-07 09:59,,是,,", `E2 past-done-before "2026-10-07 09:59"`},
		{"A-1,報修,已結案,2026-10-08 10:00,,,大概,,", `G2 past-answer "大概"`},
		{"A-1,報修,已結案,2026-10-08 10:00,,,是,7,", `H2 past-rating "7"`},
		{"A-1,報修,已結案,2026-10-08 10:00,,,是,,幾次", `I2 past-count "幾次"`},
		{"A-1,報修,已結案,2026-10-08 10:00,,,是,,\nA-1,報修,已結案,2026-10-09 10:00,,,是,,", `A3 past-number-twice "2"`},
	} {
		p := plan(head + c.row)
		if len(p.Reading.Problems) != 1 || p.Reading.Problems[0].String() != "台賬!"+c.want || !p.Reading.Problems[0].Fatal || p.Outcome.Refused != 1 {
			t.Errorf("%s: %v, want %s", c.row, p.Reading.Problems, c.want)
		}
	}
	p := plan("編號,狀態\nA-1,已結案")
	if len(p.Missing()) != 2 || p.Missing()[0].Field != OfType {
		t.Errorf("missing: %v", p.Missing())
	}
}

func TestTheSameRowIsKnownAgainHoweverItIsWritten(t *testing.T) {
	first := plan("no,type,status,room,received_at,transfer_required,rating\nA-1,repair,closed,3-2-501,2026-10-08 10:00,Y,").Outcome.Lines[0].Entry
	again := plan("滿意度,是否轉辦,接收時間,房號,狀態,類型,編號\n,是,2026/10/8 10:00:00,3-2-501,closed,repair,A-1")
	again.Compare(map[string]Known{"A-1": {Hash: first.Hash}})
	if o := again.Outcome; o.There != 1 || o.Brings() {
		t.Errorf("%+v", o)
	}
	for known, want := range map[Known]string{{Hash: "else"}: NumberOther, {}: NumberTaken} {
		again.Compare(map[string]Known{"A-1": known})
		if o := again.Outcome; o.Refused != 1 || o.Lines[0].Problems[0].Rule != want || o.Lines[0].Problems[0].Column != "G" {
			t.Errorf("%+v: %+v", known, o)
		}
	}
}

func TestMomentsAreReadAsLedgersHaveThem(t *testing.T) {
	for s, want := range map[string]string{
		"2026-10-01 16:00": "10-01 16:00", "2026/10/1 16:00": "10-01 16:00", "2026-10-01T16:00": "10-01 16:00", "2026-10-01 16:00:00": "10-01 16:00",
		"2026.10.1 9:05": "10-01 09:05", "2026年10月1日 16时30分": "10-01 16:30", "2026年10月1日下午4點": "10-01 16:00", "2026-10-01 4:00 PM": "10-01 16:00",
		"２０２６－１０－０１　１６：００": "10-01 16:00", "202610011600": "10-01 16:00", "2026-10-01T08:00:00Z": "10-01 16:00", "2026-10-01T16:00:00+08:00": "10-01 16:00",
		"46296.6666666667": "10-01 16:00", "2026-10-01 24:00": "10-02 00:00", "2026-10-01 12:30 AM": "10-01 00:30", "2026-10-1 16:00:00.000": "10-01 16:00",
	} {
		d, clock, clocked, ok := MomentOf(s, zone)
		if got := d.At(0, zone).Add(clock); !ok || !clocked || !got.Equal(at(want)) {
			t.Errorf("%s is read as %s, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "明天", "10/1/2026", "2026-13-01", "2026-10-01 25:00", "2026-10-01 16", "2026-10-01 16:00 等", "12", "2026"} {
		if d, clock, _, ok := MomentOf(s, zone); ok {
			t.Errorf("%q is read as %s %s", s, d, clock)
		}
	}
	p := plan("no,type,received_at,due_at,completed_at\nA-1,repair,2026-10-08,2026-10-08,2026-10-08").Outcome.Rows()[0]
	if !p.Received.Equal(at("10-08 00:00")) || !p.Due.Equal(at("10-08 18:00")) || !p.Done.Equal(at("10-08 18:00")) {
		t.Errorf("days alone: %s, %s, %s", p.Received, p.Due, p.Done)
	}
}

func TestRoomsAndSubjectsAreFoundHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		room, subject string
		place         app.Place
		category      app.Category
		description   string
	}{
		{"3幢2单元501室", "電梯", app.Place{Area: 1, Building: 3, Room: 31, Block: "3", Unit: "2", Door: "501"}, "EQ1", "電梯"},
		{"3#2-501", "EQ", app.Place{Area: 1, Building: 3, Room: 31, Block: "3", Unit: "2", Door: "501"}, "EQ", ""},
		{"9-1-101", "收費", app.Place{Block: "9", Unit: "1", Door: "101"}, "OT", "收費"},
		{"地下車庫", "停車車輛/收費", app.Place{Text: "地下車庫"}, "PK4", "停車車輛/收費"},
	} {
		p := plan("no,type,received_at,room,subject\nA-1,repair,2026-10-08 10:00," + c.room + "," + c.subject)
		got := p.Outcome.Rows()[0]
		if got.Place != c.place || got.Category != c.category || got.Description != c.description {
			t.Errorf("%s, %s: %+v", c.room, c.subject, got)
		}
	}
}

func TestALedgerWithoutReviewsCountsWhatIsClosedAsReviewed(t *testing.T) {
	p := plan("no,type,status,received_at,completed_at\nA-1,repair,closed,2026-10-08 10:00,2026-10-09 15:00\nA-2,repair,fed_back,2026-10-08 10:00,2026-10-09 15:00")
	rows := p.Outcome.Rows()
	if !rows[0].Reviewed.Equal(at("10-09 15:00")) || !rows[1].Reviewed.IsZero() {
		t.Errorf("%s, %s", rows[0].Reviewed, rows[1].Reviewed)
	}
}

func TestALedgerWithoutMomentsOfFollowUpAsksAtTheClosing(t *testing.T) {
	p := plan("no,type,status,received_at,closed_at,rating\nA-1,repair,closed,2026-10-08 10:00,2026-10-09 15:00,5\nA-2,repair,told,2026-10-08 10:00,,5\nA-3,repair,told,2026-10-08 10:00,,5")
	rows := p.Outcome.Rows()
	if !rows[0].Asked.Equal(at("10-09 15:00")) || rows[0].Reached != app.SaidYes || !rows[1].Asked.IsZero() {
		t.Errorf("%+v", rows)
	}
	if len(p.Reading.Problems) != 1 || p.Reading.Problems[0].Rule != AskedUnsaid || p.Reading.Problems[0].Row != 3 {
		t.Errorf("said once: %v", p.Reading.Problems)
	}
}
