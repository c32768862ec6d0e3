package app

import (
	"testing"
	"time"
)

// neighbour is a further reporter from another room.
func neighbour(name, door string) JoinOrder {
	return JoinOrder{Stand: by(fang), Channel: "CH-WX", Said: "我家這層也能聽到異響",
		Reporter: Reporter{Owner: "OW-SELF", Name: name, Phone: "1370000" + door + "0"},
		Place:    Place{Block: "3", Unit: "2", Door: door}}
}

// joined is a repair that three more households brought, told by nobody yet.
func joined(t *testing.T) *walk {
	w := fedBack(t)
	for i, name := range []string{"錢進", "孫麗", "李勇"} {
		w.did(w.c.Join(neighbour(name, itoa(601+i)), w.g, clockAt(24, 16, 45+i)))
	}
	w.inspected(clockAt(24, 16, 50))
	return w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 17, 0)))
}

// Who calls again about his own matter is no further reporter: it is a note.
func TestWhoCallsAgainIsNotASecondReporter(t *testing.T) {
	w := joined(t)
	again := neighbour("孫麗", "602")
	for name, o := range map[string]JoinOrder{"the first": {Stand: again.Stand, Channel: "CH-TEL", Said: "何時修好", Place: w.c.Place, Reporter: w.c.Reporter}, "a further one": again} {
		m, err := w.c.Join(o, w.g, clockAt(24, 18, 0))
		if err != nil || len(m.Callers) > 0 || m.Note == nil || m.Note.Text != o.Said {
			t.Errorf("%s: %+v, %v", name, m.Callers, err)
		}
	}
	stranger := neighbour("孫麗", "602")
	stranger.Reporter.Phone = "13999990000"
	if m, err := w.c.Join(stranger, w.g, clockAt(24, 18, 0)); err != nil || len(m.Callers) != 1 {
		t.Errorf("another of the same name: %+v, %v", m.Callers, err)
	}
}

func tellAll(at time.Time, n ...int) (all []CallerTold) {
	for _, i := range n {
		all = append(all, CallerTold{N: i, How: "MT-WX", At: at})
	}
	return all
}

func TestJoiningRefuses(t *testing.T) {
	set := func(change func(*JoinOrder)) func(*walk, *JoinOrder, *time.Time) {
		return func(_ *walk, o *JoinOrder, _ *time.Time) { change(o) }
	}
	trial[JoinOrder]{
		walk: signed, order: func() JoinOrder { return neighbour("錢進", "601") }, do: Case.Join, at: clockAt(24, 10, 0),
	}.refuses(t, []broken[JoinOrder]{
		{"no name", set(func(o *JoinOrder) { o.Reporter.Name = " " }), Invalid{"name", "missing"}},
		{"no way to be reached", set(func(o *JoinOrder) { o.Reporter.Phone = "" }), Invalid{"contact", "missing"}},
		{"nobody in particular", set(func(o *JoinOrder) { o.Reporter.Owner = "" }), Invalid{"owner", "missing"}},
		{"no place", set(func(o *JoinOrder) { o.Place = Place{} }), Invalid{"place", "missing"}},
		{"no channel", set(func(o *JoinOrder) { o.Channel = "" }), Invalid{"channel", "missing"}},
		{"nothing said", set(func(o *JoinOrder) { o.Said = "\n" }), Invalid{"description", "missing"}},
		{"tomorrow", set(func(o *JoinOrder) { o.At = clockAt(25, 9, 0) }), Invalid{"received", "future"}},
		{"an issue that is over", func(w *walk, _ *JoinOrder, _ *time.Time) { *w = *closed(w.t) }, Invalid{"issue", "closed"}},
	})
}

// Everybody keeps name, contact and words; households are counted once each.
func TestEverybodyWhoCallsIsKeptByHimself(t *testing.T) {
	w := joined(t)
	w.did(w.c.Join(neighbour("錢進之妻", "601"), w.g, clockAt(24, 17, 30)))
	if len(w.c.Callers) != 4 || w.c.Callers[1].Reporter.Name != "孫麗" || w.c.Callers[1].Said == "" || w.c.Callers[1].Channel != "CH-WX" {
		t.Errorf("kept is %+v", w.c.Callers)
	}
	if w.c.Households != 4 {
		t.Errorf("%d households, want 4", w.c.Households)
	}
}

// One act tells all of them, and each one's state is kept; who was not reached
// is told later, and until then nothing is closed as satisfied.
func TestAllAreToldInOnePass(t *testing.T) {
	w := joined(t)
	at := clockAt(25, 9, 0)
	acts := len(w.c.Acts)
	w.did(w.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", At: at, Text: "已修復", Callers: tellAll(at, 1, 3)}, w.g, at))
	if len(w.c.Acts) != acts+1 || w.c.State != Told {
		t.Fatalf("%d acts, %s", len(w.c.Acts)-acts, w.c.State)
	}
	for n, want := range map[int]bool{1: true, 2: false, 3: true} {
		if k := w.c.Callers[n-1]; !k.Told.IsZero() != want || want && (k.ToldBy != fang || k.ToldHow != "MT-WX") {
			t.Errorf("caller %d: %+v", n, k)
		}
	}
	content := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}
	if _, err := w.c.FollowUp(content, w.g, clockAt(25, 10, 0)); !faults(err).Has("disposal", "untold") {
		t.Errorf("closed while somebody was not told: %v", err)
	}
	w.did(w.c.TellCallers(TellCallersOrder{Stand: by(fang), Text: "已修復", Told: tellAll(at, 2)}, w.g, clockAt(25, 10, 30)))
	if left := w.c.CallersUntold(); len(left) != 0 {
		t.Errorf("still to be told: %+v", left)
	}
	if _, err := w.c.TellCallers(TellCallersOrder{Stand: by(fang), Text: "已修復", Told: tellAll(at, 2)}, w.g, clockAt(25, 10, 40)); !faults(err).Has("issue", "not-now") {
		t.Errorf("told when nobody was left to be: %v", err)
	}
	w.did(w.c.FollowUp(content, w.g, clockAt(25, 11, 0)))
	w.at("", Closed)
}

func TestTellingOthersRefuses(t *testing.T) {
	at := clockAt(25, 9, 0)
	trial[TellOrder]{
		walk: joined, do: Case.Tell, at: at,
		order: func() TellOrder {
			return TellOrder{Stand: by(fang), How: "MT-TEL", At: at, Text: "已修復", Callers: tellAll(at, 1, 2, 3)}
		},
	}.refuses(t, []broken[TellOrder]{
		{"nobody's number", func(_ *walk, o *TellOrder, _ *time.Time) { o.Callers[0].N = 4 }, Invalid{"callers", "unknown"}},
		{"one twice", func(_ *walk, o *TellOrder, _ *time.Time) { o.Callers[0].N = 2 }, Invalid{"callers", "unknown"}},
		{"in no way", func(_ *walk, o *TellOrder, _ *time.Time) { o.Callers[0].How = "" }, Invalid{"how", "missing"}},
		{"tomorrow", func(_ *walk, o *TellOrder, _ *time.Time) { o.Callers[0].At = clockAt(26, 9, 0) }, Invalid{"told-at", "future"}},
		{"before it was done", func(_ *walk, o *TellOrder, _ *time.Time) { o.Callers[0].At = clockAt(24, 9, 0) }, Invalid{"told-at", "before-done"}},
		{"not all, of what ends with it", func(w *walk, o *TellOrder, _ *time.Time) {
			w.c.NoReply, o.Content, o.Callers = true, true, o.Callers[:2]
		}, Invalid{"callers", "untold"}},
	})
}

// Each of them can be asked; who is content leaves the others to be asked, who is
// not begins a new round, and then all are to be told again.
func TestEachOfThemIsAskedByHimself(t *testing.T) {
	w := joined(t)
	at := clockAt(25, 9, 0)
	w.did(w.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", At: at, Text: "已修復", Callers: tellAll(at, 1, 2, 3)}, w.g, at))
	ask := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "錢進", Solved: SolvedYes, Rating: 4, Disposal: AskOthers, Caller: 1}
	w.did(w.c.FollowUp(ask, w.g, clockAt(25, 10, 0)))
	w.at(StepFollowUp, Told)
	if f, there := w.c.LastAsked(1); !there || f.Rating != 4 {
		t.Errorf("of the first caller it says %+v", f)
	}
	if _, there := w.c.LastAsked(2); there {
		t.Error("the second caller was not asked")
	}
	for name, c := range map[string]struct {
		change func(*FollowUpOrder)
		want   Invalid
	}{
		"nobody's number":             {func(o *FollowUpOrder) { o.Caller = 4 }, Invalid{"caller", "unknown"}},
		"not content, but goes on":    {func(o *FollowUpOrder) { o.Rating, o.Opinion, o.Why = 2, "仍有", "DS-01" }, Invalid{"disposal", "dissatisfied"}},
		"solved for nobody, but ends": {func(o *FollowUpOrder) { o.Solved, o.Disposal = SolvedNo, CloseIssue }, Invalid{"disposal", "dissatisfied"}},
	} {
		o := ask
		o.Caller = 2
		c.change(&o)
		if _, err := w.c.FollowUp(o, w.g, clockAt(25, 11, 0)); !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ask.Caller, ask.Who, ask.Solved, ask.Rating, ask.Disposal, ask.Opinion, ask.Why = 2, "孫麗", SolvedNo, 2, NewRound, "夜裡還響", "DS-01"
	w.did(w.c.FollowUp(ask, w.g, clockAt(25, 11, 0)))
	w.at(StepAgain, Retransferred)
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(25, 11, 30)))
	if left := w.c.CallersUntold(); len(left) != 3 {
		t.Errorf("in the new round %d are to be told", len(left))
	}
}

// An issue nobody else brought has nobody else to be asked.
func TestNobodyElseIsAskedWhereNobodyElseCame(t *testing.T) {
	w := told(t)
	o := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 4, Disposal: AskOthers}
	if _, err := w.c.FollowUp(o, w.g, clockAt(25, 10, 0)); !faults(err).Has("disposal", "missing") {
		t.Errorf("got %v", err)
	}
}

// What is merged moves over: who brought it, whoever joined it, its households;
// each only once.
func TestMergingMovesPeopleAndHouseholdsOver(t *testing.T) {
	other := joined(t)
	other.c.ID, other.c.Number, other.c.Slip, other.c.Description = 9, "SL-202611-0009", "", "電梯異響"
	other.c.Reporter.Name, other.c.Place.Door, other.c.Households = "趙敏", "801", 6
	w := signed(t)
	w.did(w.c.Join(neighbour("錢進", "601"), w.g, clockAt(24, 10, 0)))
	w.did(w.c.Absorb(other.c, min, w.g, clockAt(25, 9, 0)), nil)
	names := ""
	for _, k := range w.c.Callers {
		names += k.Reporter.Name + " " + k.From + "; "
	}
	if names != "錢進 ; 趙敏 SL-202611-0009; 錢進 SL-202611-0009; 孫麗 SL-202611-0009; 李勇 SL-202611-0009; " {
		t.Errorf("they are %s", names)
	}
	if w.c.Households != 2+6-1 { // 601 is of both
		t.Errorf("%d households", w.c.Households)
	}
	if last := w.c.Acts[len(w.c.Acts)-1]; last.Kind != ActMerged || last.By != min {
		t.Errorf("the timeline ends with %+v", last)
	}
}

// A complaint that so many households bring is critical from then on.
func TestAComplaintThatManyHouseholdsJoinIsCritical(t *testing.T) {
	w := complained(t)
	for i := range 4 {
		if w.c.Level == Critical {
			t.Fatalf("critical with %d households", w.c.Households)
		}
		w.did(w.c.Join(neighbour("鄰居", itoa(601+i)), w.g, clockAt(24, 10, i)))
	}
	if w.c.Level != Critical || w.c.Households != 5 || w.c.Inquiry.KeepYears != 5 {
		t.Errorf("%s with %d households, kept for %d years", w.c.Level, w.c.Households, w.c.Inquiry.KeepYears)
	}
}

// When an issue that was merged is opened again, who came with it goes back with it: of
// both issues each household counts once, as before they were merged, and who was never
// of the other one stays.
func TestWhoCameWithAMergedIssueGoesBackWhenItIsOpenedAgain(t *testing.T) {
	for _, shared := range []bool{false, true} {
		into := joined(t)
		into.c.Households = 4
		other := signed(t)
		other.c.ID, other.c.Number, other.c.Slip, other.c.Households = 77, "SL-202611-0077", "", 2
		other.c.Reporter = Reporter{Owner: "OW-SELF", Name: "鄭和", Phone: "13555556666"}
		other.c.Place = Place{Block: "5", Unit: "1", Door: "101"}
		if shared {
			other.c.Place = into.c.Callers[0].Place
		}
		other.c.Callers = []Caller{{N: 1, Reporter: Reporter{Owner: "OW-SELF", Name: "何仙", Phone: "13555557777"}, Place: Place{Block: "5", Unit: "1", Door: "102"}, At: clockAt(24, 9, 0)}}
		before := into.c
		into.did(into.c.Absorb(other.c, fang, into.g, clockAt(24, 18, 0)), nil)
		if n := len(into.c.Others()); n != len(before.Callers)+2 {
			t.Fatalf("%d others after merging", n)
		}
		back := other.c.goesBack()
		m, there := into.c.Release(other.c, back, fang, into.g, clockAt(25, 9, 0))
		if !there {
			t.Fatal("nobody goes back")
		}
		after := into.c.After(m)
		if len(after.Others()) != len(before.Callers) || after.Households != before.Households || len(after.Callers) != len(into.c.Callers) {
			t.Errorf("shared %v: %d others of %d, %d households, were %d", shared, len(after.Others()), len(after.Callers), after.Households, before.Households)
		}
		for _, k := range after.CallersUntold() {
			if k.From != "" {
				t.Errorf("%s is still to be told here", k.Reporter.Name)
			}
		}
		if _, again := after.Release(other.c, back, fang, into.g, clockAt(25, 9, 5)); again {
			t.Error("they go back twice")
		}
	}
}
