package app

import (
	"slices"
	"testing"
	"time"
)

func TestSigningRefuses(t *testing.T) {
	trial[SignOrder]{
		walk:  transferred,
		order: func() SignOrder { return SignOrder{Stand: by(fang), Handler: jianguo} },
		do:    Case.Sign, at: clockAt(23, 14, 0),
	}.refuses(t, []broken[SignOrder]{
		{"nobody's name", func(_ *walk, o *SignOrder, _ *time.Time) { o.Handler = 0 }, Invalid{"signed-by", "missing"}},
		{"a name of a page", func(_ *walk, o *SignOrder, _ *time.Time) { o.Name = long(LongestLine) }, Invalid{"signed-by", "too-long"}},
		{"a handler nobody knows", func(_ *walk, o *SignOrder, _ *time.Time) { o.Name, o.Handler = "某人", 99 }, Invalid{"handler", "unknown"}},
		{"an issue whose closing was asked for", func(w *walk, _ *SignOrder, at *time.Time) {
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, *at))
		}, Invalid{"issue", "closing-asked"}},
		{"a slip that is signed", func(w *walk, o *SignOrder, at *time.Time) { w.did(w.c.Sign(*o, w.g, *at)) }, Invalid{"issue", "not-now"}},
		{"a slip that was refused", func(w *walk, _ *SignOrder, at *time.Time) {
			w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, *at))
		}, Invalid{"issue", "not-now"}},
		{"work already fed back", func(w *walk, _ *SignOrder, at *time.Time) { *w = *fedBack(w.t); *at = clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
	})
}

func TestRefusingRefuses(t *testing.T) {
	trial[RefuseOrder]{
		walk:  transferred,
		order: func() RefuseOrder { return RefuseOrder{Stand: by(fang), Reason: "非本部門"} },
		do:    Case.Refuse, at: clockAt(24, 18, 0), // the last moment of one working day
	}.refuses(t, []broken[RefuseOrder]{
		{"no reason", func(_ *walk, o *RefuseOrder, _ *time.Time) { o.Reason = " " }, Invalid{"reason", "missing"}},
		{"a reason of 10,000", func(_ *walk, o *RefuseOrder, _ *time.Time) { o.Reason = long(9999) }, Invalid{"reason", "too-long"}},
		{"a second after the time set for it", func(_ *walk, _ *RefuseOrder, at *time.Time) { *at = at.Add(time.Second) }, Invalid{"reason", "too-late"}},
		{"an issue whose closing was asked for", func(w *walk, _ *RefuseOrder, at *time.Time) {
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, *at))
		}, Invalid{"issue", "closing-asked"}},
		{"what was signed for", func(w *walk, _ *RefuseOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
		{"what was refused already", func(w *walk, o *RefuseOrder, _ *time.Time) { w.did(w.c.Refuse(*o, w.g, clockAt(23, 11, 0))) }, Invalid{"issue", "not-now"}},
		{"what was planned already", func(w *walk, _ *RefuseOrder, _ *time.Time) {
			w.did(w.c.PlanWork(PlanOrder{Stand: by(fang), Handler: jianguo, Solution: "更換軸承"}, w.g, clockAt(23, 11, 0)))
		}, Invalid{"issue", "not-now"}},
		{"what a later limit was asked for", func(w *walk, _ *RefuseOrder, _ *time.Time) {
			w.did(w.c.AskDelay(DelayOrder{Stand: by(fang), To: clockAt(26, 18, 0), Code: "DL-01", Text: "備件未到", Later: true}, w.g, clockAt(23, 11, 0)))
		}, Invalid{"issue", "delay-asked"}},
		{"work already fed back", func(w *walk, _ *RefuseOrder, _ *time.Time) { *w = *fedBack(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestReassigningSaysWhoHasItNow(t *testing.T) {
	for _, lead := range []DeptID{engineering, property} {
		w := transferred(t)
		w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "廠家質保"}, w.g, clockAt(23, 11, 0)))
		m, err := w.c.Reassign(ReassignOrder{Stand: by(fang), Lead: lead}, w.g, clockAt(23, 11, 30))
		if err != nil || !slices.ContainsFunc(m.Act.Diffs, func(d Difference) bool { return d.Field == "lead" && d.New == id(lead) }) {
			t.Errorf("given to %d the timeline says %+v, %v", lead, m.Act.Diffs, err)
		}
	}
}

func TestReassigningRefuses(t *testing.T) {
	trial[ReassignOrder]{
		walk: func(t *testing.T) *walk {
			w := transferred(t)
			return w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 11, 0)))
		},
		order: func() ReassignOrder { return ReassignOrder{Stand: by(fang), Lead: property} },
		do:    Case.Reassign, at: clockAt(23, 11, 30),
	}.refuses(t, []broken[ReassignOrder]{
		{"nobody to take it", func(_ *walk, o *ReassignOrder, _ *time.Time) { o.Lead = 0 }, Invalid{"lead", "missing"}},
		{"a department that is gone", func(_ *walk, o *ReassignOrder, _ *time.Time) { o.Lead = gone }, Invalid{"lead", "unknown"}},
		{"the lead as helper", func(_ *walk, o *ReassignOrder, _ *time.Time) { o.Helping = []DeptID{property} }, Invalid{"helping", "same"}},
		{"help from a department that is gone", func(_ *walk, o *ReassignOrder, _ *time.Time) { o.Helping = []DeptID{gone} }, Invalid{"helping", "unknown"}},
		{"a note of 10,000", func(_ *walk, o *ReassignOrder, _ *time.Time) { o.Note = long(9999) }, Invalid{"note", "too-long"}},
		{"a slip nobody refused", func(w *walk, _ *ReassignOrder, _ *time.Time) { *w = *transferred(w.t) }, Invalid{"issue", "not-now"}},
		{"an issue whose closing was asked for", func(w *walk, _ *ReassignOrder, at *time.Time) {
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, *at))
		}, Invalid{"issue", "closing-asked"}},
	})
}

func TestPlanningRefuses(t *testing.T) {
	row := PlanRow{Measure: "訂貨", Person: "李建國", By: clockAt(24, 12, 0), Status: PlanOpen}
	set := func(change func(*PlanOrder)) func(*walk, *PlanOrder, *time.Time) {
		return func(_ *walk, o *PlanOrder, _ *time.Time) { change(o) }
	}
	trial[PlanOrder]{
		walk: signed,
		order: func() PlanOrder {
			return PlanOrder{Stand: by(jianguo), Handler: jianguo, Solution: "更換軸承", Rows: []PlanRow{row}}
		},
		do: Case.PlanWork, at: clockAt(23, 15, 0),
	}.refuses(t, []broken[PlanOrder]{
		{"nobody to do it", set(func(o *PlanOrder) { o.Handler = 0 }), Invalid{"handler", "missing"}},
		{"somebody who left", set(func(o *PlanOrder) { o.Handler = left }), Invalid{"handler", "unknown"}},
		{"no solution", set(func(o *PlanOrder) { o.Solution = " " }), Invalid{"solution", "missing"}},
		{"a solution of 10,000", set(func(o *PlanOrder) { o.Solution = long(9999) }), Invalid{"solution", "too-long"}},
		{"a row without a measure", set(func(o *PlanOrder) { o.Rows[0].Measure = " " }), Invalid{"plan", "incomplete"}},
		{"a row without a person", set(func(o *PlanOrder) { o.Rows[0].Person = "" }), Invalid{"plan", "incomplete"}},
		{"a row without a date", set(func(o *PlanOrder) { o.Rows[0].By = time.Time{} }), Invalid{"plan", "incomplete"}},
		{"a measure of 10,000", set(func(o *PlanOrder) { o.Rows[0].Measure = long(9999) }), Invalid{"plan", "too-long"}},
		{"a person of a page", set(func(o *PlanOrder) { o.Rows[0].Person = long(LongestLine) }), Invalid{"plan", "too-long"}},
		{"help of a page", set(func(o *PlanOrder) { o.Rows[0].Helping = long(LongestLine) }), Invalid{"plan", "too-long"}},
		{"a slip that was refused", func(w *walk, _ *PlanOrder, at *time.Time) {
			*w = *transferred(w.t)
			w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, *at))
		}, Invalid{"issue", "not-now"}},
		{"work already fed back", func(w *walk, _ *PlanOrder, at *time.Time) { *w = *fedBack(w.t); *at = clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
	})
}

func TestNotesRefuse(t *testing.T) {
	set := func(change func(*NoteOrder)) func(*walk, *NoteOrder, *time.Time) {
		return func(_ *walk, o *NoteOrder, _ *time.Time) { change(o) }
	}
	trial[NoteOrder]{
		walk: signed,
		order: func() NoteOrder {
			return NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "備件已到", Told: true, How: "MT-TEL", ToldAt: clockAt(24, 10, 0), CallBack: clockAt(24, 15, 0)}
		},
		do: Case.WriteNote, at: clockAt(24, 10, 1),
	}.refuses(t, []broken[NoteOrder]{
		{"no kind", set(func(o *NoteOrder) { o.Kind = "" }), Invalid{"kind", "missing"}},
		{"the kind that telling the owner writes", set(func(o *NoteOrder) { o.Kind = NoteTold }), Invalid{"kind", "missing"}},
		{"no text", set(func(o *NoteOrder) { o.Text = " " }), Invalid{"text", "missing"}},
		{"a text of 10,000", set(func(o *NoteOrder) { o.Text = long(9999) }), Invalid{"text", "too-long"}},
		{"an answer of 10,000", set(func(o *NoteOrder) { o.Answer = long(9999) }), Invalid{"answer", "too-long"}},
		{"told in no way", set(func(o *NoteOrder) { o.How = "" }), Invalid{"how", "missing"}},
		{"told tomorrow", set(func(o *NoteOrder) { o.ToldAt = clockAt(25, 9, 0) }), Invalid{"told-at", "future"}},
		{"told at no time", set(func(o *NoteOrder) { o.ToldAt = time.Time{} }), Invalid{"told-at", "missing"}},
		{"told before he called", set(func(o *NoteOrder) { o.ToldAt = clockAt(23, 9, 41) }), Invalid{"told-at", "before-received"}},
		{"a call promised for yesterday", set(func(o *NoteOrder) { o.CallBack = clockAt(23, 15, 0) }), Invalid{"callback", "past"}},
		{"progress of a closed issue", func(w *walk, o *NoteOrder, at *time.Time) {
			*w = *closed(w.t)
			*at, o.CallBack = clockAt(25, 11, 0), time.Time{}
		}, Invalid{"issue", "closed"}},
		{"a call promised about a closed issue", func(w *walk, o *NoteOrder, at *time.Time) {
			*w = *closed(w.t)
			*at, o.Kind, o.CallBack = clockAt(25, 11, 0), NoteRemark, clockAt(26, 9, 0)
		}, Invalid{"callback", "closed"}},
	})
}

func TestTheTimelineSaysHowTheOwnerWasTold(t *testing.T) {
	at := clockAt(24, 10, 0)
	w := signed(t)
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "備件已到", Told: true, How: "MT-TEL", ToldAt: at, Answer: "可以"}, w.g, clockAt(24, 10, 1)))
	want := []Difference{{"how", "", "MT-TEL"}, {"told-at", "", moment(at)}, {"answer", "", "可以"}}
	if got := w.c.Acts[len(w.c.Acts)-1].Diffs; !slices.Equal(got, want) {
		t.Errorf("a note says %v", got)
	}
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "備件已到"}, w.g, clockAt(24, 10, 2)))
	if got := w.c.Acts[len(w.c.Acts)-1].Diffs; len(got) != 0 {
		t.Errorf("a note nobody was told of says %v", got)
	}
	r, _ := w.c.Current()
	w.did(w.c.AskDelay(DelayOrder{Stand: by(fang), To: r.Effect.AddDate(0, 0, 1), Code: "DL-01", Text: "待備件", ToldHow: "MT-WX", Told: at}, w.g, clockAt(24, 10, 3)))
	if got := w.c.Acts[len(w.c.Acts)-1].Diffs; !slices.Contains(got, Difference{"how", "", "MT-WX"}) || !slices.Contains(got, want[1]) {
		t.Errorf("a delay says %v", got)
	}
}

func TestARemarkMayFollowAClosing(t *testing.T) {
	w := closed(t)
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteRemark, Text: "業主送來錦旗"}, w.g, clockAt(26, 9, 0)))
	w.at("", Closed)
}

// What is written down later may have been said earlier.
func TestTheFirstAnswerIsTheEarliest(t *testing.T) {
	w := signed(t)
	for _, at := range []time.Time{clockAt(24, 10, 0), clockAt(23, 16, 0), clockAt(24, 10, 30)} {
		w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "已通知", Told: true, How: "MT-TEL", ToldAt: at}, w.g, clockAt(24, 11, 0)))
	}
	if !w.c.Answered.Equal(clockAt(23, 16, 0)) {
		t.Errorf("first heard at %v", w.c.Answered)
	}
}

// Nobody's name is put on a paper that he did not sign.
func TestWorkDoneBeforeTheSlipCameBackSigned(t *testing.T) {
	for name, c := range map[string]struct {
		by      StaffID
		planned bool
		want    string
	}{
		"reported by the department":           {jianguo, false, "李建國"},
		"typed by the desk for the handler":    {fang, true, "李建國"},
		"typed by the desk, naming who did it": {fang, false, "李建國"},
	} {
		w := transferred(t)
		if c.planned {
			w.did(w.c.PlanWork(PlanOrder{Stand: by(fang), Handler: jianguo, Solution: "更換軸承"}, w.g, clockAt(23, 11, 0)))
		}
		w.did(w.c.FeedBack(FeedbackOrder{Stand: by(c.by), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Handler: jianguo, Asked: true, Disturbs: SaidNo}, w.g, clockAt(24, 9, 0)))
		if r := w.c.Rounds[0]; r.SignedBy != c.want || !r.Signed.Equal(clockAt(24, 9, 0)) {
			t.Errorf("%s: signed by %q at %v", name, r.SignedBy, r.Signed)
		}
	}
}
