package app

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

func TestAmendingRefuses(t *testing.T) {
	set := func(change func(*AmendOrder)) func(*walk, *AmendOrder, *time.Time) {
		return func(_ *walk, o *AmendOrder, _ *time.Time) { change(o) }
	}
	trial[AmendOrder]{
		walk: transferred,
		order: func() AmendOrder {
			return AmendOrder{Stand: by(jing), Intake: call(Repair).Intake, Why: "業主更正"}
		},
		do: Case.Amend, at: clockAt(23, 10, 0),
	}.refuses(t, []broken[AmendOrder]{
		{"no reason", set(func(o *AmendOrder) { o.Why = " " }), Invalid{"why", "missing"}},
		{"a reason of 10,000", set(func(o *AmendOrder) { o.Why = long(9999) }), Invalid{"why", "too-long"}},
		{"another kind than the slip says", set(func(o *AmendOrder) { o.Kind = Enquiry }), Invalid{"kind", "slip-out"}},
		{"another receipt than the slip says", set(func(o *AmendOrder) { o.Received = clockAt(23, 9, 41) }), Invalid{"received", "slip-out"}},
		{"no name", set(func(o *AmendOrder) { o.Reporter.Name = "" }), Invalid{"name", "missing"}},
		{"a complaint of no level", func(w *walk, o *AmendOrder, _ *time.Time) { *w = *received(w.t, Repair); o.Kind = Complaint }, Invalid{"level", "missing"}},
		{"related to itself", func(w *walk, o *AmendOrder, _ *time.Time) { w.c.ID, o.Related = 7, 7 }, Invalid{"related", "same"}},
		{"a closed issue", func(w *walk, _ *AmendOrder, at *time.Time) { *w, *at = *closed(w.t), clockAt(25, 11, 0) }, Invalid{"issue", "closed"}},
	})
}

// An order without a kind lacks it; it does not try to change what is printed.
func TestAnAmendmentWithoutAKindLacksIt(t *testing.T) {
	w := transferred(t)
	_, err := w.c.Amend(AmendOrder{Stand: by(jing)}, w.g, clockAt(23, 10, 0))
	if f := faults(err); !f.Has("kind", "missing") || f.Has("kind", "slip-out") {
		t.Errorf("got %v", f)
	}
}

func TestAFormInMinutesDoesNotMoveTheReceipt(t *testing.T) {
	w := transferred(t)
	w.c.Received = w.c.Received.Add(31 * time.Second)
	o := AmendOrder{Stand: by(jing), Intake: call(Repair).Intake, Why: "業主更正"}
	w.did(w.c.Amend(o, w.g, clockAt(23, 10, 0)))
	if last := w.c.Acts[len(w.c.Acts)-1]; w.c.Received.Second() != 31 || len(last.Diffs) != 0 {
		t.Errorf("received %v, the timeline says %v", w.c.Received, last.Diffs)
	}
}

// Every answer of the form that is corrected stands in the timeline.
func TestTheTimelineKeepsEveryAnswerThatWasCorrected(t *testing.T) {
	for field, change := range map[string]func(*Intake){
		"received":     func(i *Intake) { i.Received = clockAt(23, 9, 40) },
		"received-why": func(i *Intake) { i.ReceivedWhy = "補錄" },
		"channel":      func(i *Intake) { i.Channel = "CH-WX" },
		"kind":         func(i *Intake) { i.Kind = Enquiry },
		"category":     func(i *Intake) { i.Category = "EQ2" },
		"urgency":      func(i *Intake) { i.Urgency = Urgent },
		"owner":        func(i *Intake) { i.Reporter.Owner = "OW-TEN" },
		"name":         func(i *Intake) { i.Reporter.Name = "張曉明" },
		"anonymous":    func(i *Intake) { i.Reporter.Anonymous = true },
		"phone":        func(i *Intake) { i.Reporter.Phone = "13912345678" },
		"email":        func(i *Intake) { i.Reporter.Email = "a@b.cn" },
		"wechat":       func(i *Intake) { i.Reporter.WeChat = "zxm" },
		"no-contact":   func(i *Intake) { i.Reporter.Phone, i.Reporter.Refused = "", true },
		"place":        func(i *Intake) { i.Place.Door = "502" },
		"description":  func(i *Intake) { i.Description = "四樓電梯異響" },
		"wish":         func(i *Intake) { i.Wish = "盡快" },
		"occurred":     func(i *Intake) { i.Occurred = clockAt(22, 9, 0) },
		"households":   func(i *Intake) { i.Households = 3 },
		"no-reply":     func(i *Intake) { i.NoReply = true },
		"reply-how":    func(i *Intake) { i.ReplyHow = "MT-WX" },
		"reply-when":   func(i *Intake) { i.ReplyWhen = "晚上" },
		"reference":    func(i *Intake) { i.Reference = "12345-1" },
	} {
		w := received(t, Repair)
		o := AmendOrder{Stand: by(jing), Intake: w.c.Intake, Why: "業主更正"}
		change(&o.Intake)
		w.did(w.c.Amend(o, w.g, clockAt(23, 10, 0)))
		found := false
		for _, d := range w.c.Acts[len(w.c.Acts)-1].Diffs {
			found = found || d.Field == field && d.Old != d.New
		}
		if !found {
			t.Errorf("%s was changed and the timeline says %v", field, w.c.Acts[len(w.c.Acts)-1].Diffs)
		}
	}
}

// A limit that was told to somebody moves only when what it stands on does.
func TestACorrectedWordMovesNoLimit(t *testing.T) {
	w := received(t, Repair)
	was := w.c.Promise
	w.g.Calendar = w.g.Calendar.With(2026, holiday(24))
	o := AmendOrder{Stand: by(jing), Intake: w.c.Intake, Why: "業主更正"}
	o.Description = "四樓電梯異響"
	w.did(w.c.Amend(o, w.g, clockAt(23, 10, 0)))
	if !w.c.Promise.Equal(was) || !w.c.RouteDue.Equal(was) {
		t.Errorf("promised %v, to be passed on until %v", w.c.Promise, w.c.RouteDue)
	}
	o.Urgency = Urgent
	w.did(w.c.Amend(o, w.g, clockAt(23, 10, 0)))
	if !w.c.RouteDue.Equal(clockAt(23, 11, 42)) {
		t.Errorf("urgent, to be passed on until %v", w.c.RouteDue)
	}
}

func TestAttachingRefuses(t *testing.T) {
	file := Attachment{Name: "電梯.jpg", Hash: strings.Repeat("a", 64)}
	trial[AttachOrder]{
		walk:  signed,
		order: func() AttachOrder { return AttachOrder{Stand: by(fang), Files: []Attachment{file}} },
		do:    Case.Attach, at: clockAt(23, 11, 0),
	}.refuses(t, []broken[AttachOrder]{
		{"no file", func(_ *walk, o *AttachOrder, _ *time.Time) { o.Files = nil }, Invalid{"files", "missing"}},
		{"a file without a name", func(_ *walk, o *AttachOrder, _ *time.Time) { o.Files[0].Name = "" }, Invalid{"files", "incomplete"}},
		{"a file that was not kept", func(_ *walk, o *AttachOrder, _ *time.Time) { o.Files[0].Hash = "" }, Invalid{"files", "incomplete"}},
	})
}

// unsure is a repair whose limit runs into a year that is not announced.
func unsure(t *testing.T) *walk {
	w := &walk{t: t, g: ground()}
	o := call(Repair)
	o.Received = time.Date(2026, 12, 31, 9, 42, 0, 0, shanghai)
	w.did(Receive(o, w.g, o.Received))
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, o.Received.Add(time.Hour)))
	w.g.Calendar = w.g.Calendar.With(2027, []workday.Special{
		{Date: workday.Date{Year: 2027, Month: 1, Day: 1}, Kind: workday.Holiday, Name: "元旦"},
		{Date: workday.Date{Year: 2027, Month: 1, Day: 4}, Kind: workday.Holiday, Name: "停工"},
	})
	return w
}

func TestFollowingTheCalendarRefuses(t *testing.T) {
	at := time.Date(2026, 12, 31, 15, 0, 0, 0, shanghai)
	trial[MoveDueOrder]{
		walk: unsure, order: func() MoveDueOrder { return MoveDueOrder{by(fang)} }, do: Case.MoveDue, at: at,
	}.refuses(t, []broken[MoveDueOrder]{
		{"a limit that is sure and stays", func(w *walk, _ *MoveDueOrder, _ *time.Time) {
			w.did(w.c.MoveDue(MoveDueOrder{by(fang)}, w.g, at))
		}, Invalid{"issue", "not-now"}},
		{"a limit that was agreed by hand", func(w *walk, _ *MoveDueOrder, _ *time.Time) { w.c.Rounds[0].Effect = at.AddDate(0, 1, 0) }, Invalid{"issue", "not-now"}},
		{"an issue in no round", func(w *walk, _ *MoveDueOrder, _ *time.Time) { *w = *received(w.t, Repair) }, Invalid{"issue", "not-now"}},
		{"a closed issue", func(w *walk, _ *MoveDueOrder, _ *time.Time) { w.c.State = Closed }, Invalid{"issue", "closed"}},
		{"work that is done", func(w *walk, _ *MoveDueOrder, _ *time.Time) { w.c.State = FedBack }, Invalid{"issue", "not-now"}},
		{"the last round of what was opened again", func(w *walk, _ *MoveDueOrder, _ *time.Time) { *w = *reopened(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestOnlyTheLimitThatCountsFollowsTheCalendar(t *testing.T) {
	w := unsure(t)
	printed := w.c.Rounds[0].Due
	w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, printed.AddDate(0, 0, -3)))
	w.did(w.c.MoveDue(MoveDueOrder{by(fang)}, w.g, printed.AddDate(0, 0, -2)))
	if r := w.c.Rounds[0]; !r.Due.Equal(printed) || !r.Effect.Equal(time.Date(2027, 1, 6, 18, 0, 0, 0, shanghai)) || r.Unsure || !w.c.Due.Equal(r.Effect) {
		t.Errorf("printed %v, counts %v, unsure %v", r.Due, r.Effect, r.Unsure)
	}
}
