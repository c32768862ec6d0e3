package app

import (
	"math/rand/v2"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

func waitingForParts() SuspendOrder {
	return SuspendOrder{Stand: by(fang), Code: WaitsParts, Text: "軸承訂貨中", Review: clockAt(26, 10, 0)}
}

// suspended is a repair that has waited for parts since Monday 11:00.
func suspended(t *testing.T) *walk {
	w := signed(t)
	return w.did(w.c.Suspend(waitingForParts(), w.g, clockAt(23, 11, 0)))
}

// stopping is an office whose rules let the clock stand still meanwhile.
func stopping(w *walk) *walk {
	w.g.Rules.Counts["suspend.stops"] = 1
	return w
}

func TestSuspendingRefuses(t *testing.T) {
	set := func(change func(*SuspendOrder)) func(*walk, *SuspendOrder, *time.Time) {
		return func(_ *walk, o *SuspendOrder, _ *time.Time) { change(o) }
	}
	looks := []broken[SuspendOrder]{
		{"no day of review", set(func(o *SuspendOrder) { o.Review = time.Time{} }), Invalid{"review", "missing"}},
		{"a review that has been", set(func(o *SuspendOrder) { o.Review = clockAt(23, 9, 0) }), Invalid{"review", "past"}},
		{"a review next year", set(func(o *SuspendOrder) { o.Review = clockAt(23, 9, 0).AddDate(1, 0, 0) }), Invalid{"review", "too-far"}},
		{"a review on a Saturday", set(func(o *SuspendOrder) { o.Review = clockAt(28, 9, 0) }), Invalid{"review", "rest-day"}},
		{"words of 10,000", set(func(o *SuspendOrder) { o.Text = long(9999) }), Invalid{"reason", "too-long"}},
		{"work already fed back", func(w *walk, _ *SuspendOrder, at *time.Time) { *w, *at = *fedBack(w.t), clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
		{"while a closing waits", func(w *walk, _ *SuspendOrder, at *time.Time) {
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, *at))
		}, Invalid{"issue", "closing-asked"}},
	}
	trial[SuspendOrder]{walk: signed, order: waitingForParts, do: Case.Suspend, at: clockAt(23, 11, 0)}.refuses(t, append([]broken[SuspendOrder]{
		{"no reason", set(func(o *SuspendOrder) { o.Code = "" }), Invalid{"code", "missing"}},
		{"a reason there is not", set(func(o *SuspendOrder) { o.Code = "SP-04" }), Invalid{"code", "missing"}},
		{"another reason without words", set(func(o *SuspendOrder) { o.Code, o.Text = WaitsOther, " " }), Invalid{"reason", "missing"}},
		{"twice", func(w *walk, _ *SuspendOrder, _ *time.Time) { *w = *suspended(w.t) }, Invalid{"issue", "not-now"}},
	}, looks...))
	trial[SuspendOrder]{walk: suspended, order: waitingForParts, do: Case.WaitOn, at: clockAt(23, 11, 30)}.refuses(t, append([]broken[SuspendOrder]{
		{"no word why", set(func(o *SuspendOrder) { o.Text = "" }), Invalid{"reason", "missing"}},
		{"nothing that waits", func(w *walk, _ *SuspendOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
	}, looks...))
	trial[ResumeOrder]{walk: suspended, order: func() ResumeOrder { return ResumeOrder{Stand: by(fang)} }, do: Case.Resume, at: clockAt(23, 11, 30)}.refuses(t, []broken[ResumeOrder]{
		{"a note of 10,000", func(_ *walk, o *ResumeOrder, _ *time.Time) { o.Note = long(9999) }, Invalid{"note", "too-long"}},
		{"nothing that waits", func(w *walk, _ *ResumeOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
	})
}

// Lists know what an issue waits for until it goes on; it may wait again, and a look
// that came after its day is kept as late.
func TestASuspensionIsLookedAtUntilTheWorkGoesOn(t *testing.T) {
	w := suspended(t)
	if w.c.Wait != (Waits{clockAt(23, 11, 0), WaitsParts, clockAt(26, 10, 0)}) || w.c.Wait.Over(clockAt(26, 10, 0)) || !w.c.Wait.Over(clockAt(26, 10, 1)) {
		t.Errorf("lists say %+v", w.c.Wait)
	}
	o := waitingForParts()
	o.Review = clockAt(27, 10, 0)
	w.did(w.c.WaitOn(o, w.g, clockAt(26, 9, 0)))
	if s, on := w.c.Suspended(); !on || s.Late || s.Looks != 1 || !w.c.Wait.Review.Equal(clockAt(27, 10, 0)) || s.Code != WaitsParts {
		t.Errorf("looked at in time it is %+v", s)
	}
	o.Review = clockAt(30, 10, 0)
	w.did(w.c.WaitOn(o, w.g, clockAt(27, 10, 1)))
	if s, _ := w.c.Suspended(); !s.Late || s.Looks != 2 {
		t.Errorf("looked at too late it is %+v", s)
	}
	w.did(w.c.Resume(ResumeOrder{Stand: by(jing), Note: "已到貨"}, w.g, clockAt(27, 14, 0)))
	if s := w.c.Suspensions[0]; s.On() || s.EndedBy != jing || s.Why != "已到貨" || w.c.Wait != (Waits{}) {
		t.Errorf("gone on it is %+v, %+v", s, w.c.Wait)
	}
	w.did(w.c.Suspend(SuspendOrder{Stand: by(fang), Code: WaitsOwner, Review: clockAt(30, 9, 0)}, w.g, clockAt(27, 15, 0)))
	if len(w.c.Suspensions) != 2 || w.c.Wait.Code != WaitsOwner {
		t.Errorf("suspended again it is %+v", w.c.Suspensions)
	}
}

// Whatever takes the work away from who waits ends the waiting with it.
func TestWhatOvertakesASuspensionEndsIt(t *testing.T) {
	unsigned := func(t *testing.T) *walk {
		w := transferred(t)
		return w.did(w.c.Suspend(waitingForParts(), w.g, clockAt(23, 10, 30)))
	}
	for name, ends := range map[string]func(t *testing.T) *walk{
		"reported done": func(t *testing.T) *walk {
			w := suspended(t)
			return w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(24, 9, 0)))
		},
		"refused": func(t *testing.T) *walk {
			w := unsigned(t)
			return w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 11, 0)))
		},
		"closed": func(t *testing.T) *walk {
			w := suspended(t)
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, clockAt(24, 9, 0)))
			if _, on := w.c.Suspended(); !on {
				t.Error("a closing that is only asked for ends it")
			}
			return w.did(w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, clockAt(24, 10, 0)))
		},
	} {
		w := ends(t)
		last := w.c.Acts[len(w.c.Acts)-1]
		if s := w.c.Suspensions[0]; s.On() || !s.Ended.Equal(last.At) || s.EndedBy != last.By || w.c.Wait != (Waits{}) {
			t.Errorf("%s: %+v, %+v", name, s, w.c.Wait)
		}
	}
	w := suspended(t)
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "已催貨"}, w.g, clockAt(24, 9, 0)))
	if _, on := w.c.Suspended(); !on {
		t.Error("a progress note ends it")
	}
}

// A later limit that is granted while the issue waits has that time in it.
func TestALaterLimitGrantedMeanwhileStands(t *testing.T) {
	for _, resumed := range []time.Time{clockAt(24, 10, 0), clockAt(27, 17, 0)} {
		w := stopping(suspended(t))
		before := w.c.Due
		w.did(w.c.AskDelay(delay(), w.g, clockAt(23, 14, 0)))
		w.did(w.c.DecideDelay(DecideOrder{Stand: by(qiang), Approve: true}, w.g, clockAt(23, 15, 0)))
		w.did(w.c.Resume(ResumeOrder{Stand: by(fang)}, w.g, resumed))
		waited := w.g.Calendar.After(before, w.g.Calendar.WorkTime(clockAt(23, 11, 0), resumed))
		if want := later(clockAt(27, 18, 0), waited); !w.c.Due.Equal(want) {
			t.Errorf("going on at %v it is due %v, want %v", resumed, w.c.Due, want)
		}
	}
}

// By the regulation the clock runs on; by a rule of the office it stands still, and
// the limit is the calendar's with the time suspended added, whatever its unit, the
// calendar, and the number and order of suspensions. What a slip printed stays.
func TestSuspendedTimeMovesTheLimitOnlyByTheOfficesRule(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 3))
	calendars := map[string]workday.Calendar{}
	festival := []workday.Special{
		{Date: workday.Date{Year: 2026, Month: 11, Day: 26}, Kind: workday.Holiday, Name: "節日"},
		{Date: workday.Date{Year: 2026, Month: 11, Day: 28}, Kind: workday.Makeup, Name: "節日"},
	}
	for _, region := range workday.Regions() {
		for days, pattern := range map[string]workday.Pattern{"five": workday.Five(), "five and a half": workday.FiveHalf(), "six": workday.Six(), "seven": workday.Seven()} {
			calendars[string(region)+" "+days] = workday.New(region, pattern, shanghai, festival, []int{2026, 2027})
		}
	}
	for name, cal := range calendars {
		for _, unit := range workday.Units() {
			for range 4 {
				for _, stops := range []int{0, 1} {
					w := &walk{t: t, g: ground()}
					w.g.Calendar = cal
					w.g.Rules.Counts["suspend.stops"], w.g.Rules.Counts["suspend.days"] = stops, 366
					w.g.Rules.Limits["handle.TYP-REP.UR3"] = workday.Limit{N: 1 + r.IntN(9), Unit: unit}
					w.did(Receive(call(Repair), w.g, clockAt(23, 9, 42)))
					w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 9, 43)))
					printed, at := w.c.Due, clockAt(23, 9, 44)
					var worked time.Duration
					for range 1 + r.IntN(4) {
						from := at.Add(time.Duration(r.IntN(30*60)) * time.Minute)
						at = from.Add(time.Duration(1+r.IntN(80*60)) * time.Minute)
						w.did(w.c.Suspend(SuspendOrder{Stand: by(fang), Code: WaitsOwner, Review: someday(cal, from)}, w.g, from))
						was := w.c.Due
						if r.IntN(2) == 0 {
							w.did(w.c.WaitOn(SuspendOrder{Stand: by(fang), Text: "仍在等", Review: someday(cal, at)}, w.g, from.Add(30*time.Second)))
						}
						w.did(w.c.Resume(ResumeOrder{Stand: by(fang)}, w.g, at))
						if w.c.Due.Before(was) {
							t.Fatalf("%s, %s: going on made it due %v, before %v", name, unit, w.c.Due, was)
						}
						if unit == workday.Hours || unit == workday.Minutes {
							worked += at.Sub(from)
						} else {
							worked += cal.WorkTime(from, at)
						}
					}
					want := printed
					switch {
					case stops == 0:
					case unit == workday.Hours || unit == workday.Minutes:
						want = printed.Add(worked)
					default:
						want = cal.After(printed, worked)
						if got := cal.WorkTime(printed, want); got != worked {
							t.Fatalf("%s, %s: %v after %v are %v of work, not %v", name, unit, want, printed, got, worked)
						}
					}
					if !w.c.Due.Equal(want) || !w.c.Rounds[0].Due.Equal(printed) {
						t.Errorf("%s, %s, stops %d: due %v, want %v; printed %v, was %v", name, unit, stops, w.c.Due, want, w.c.Rounds[0].Due, printed)
					}
				}
			}
		}
	}
}

// someday is a working moment after another.
func someday(cal workday.Calendar, at time.Time) time.Time {
	for d := at.AddDate(0, 0, 1); ; d = d.AddDate(0, 0, 1) {
		if cal.Works(workday.DayOf(d.In(shanghai))) {
			return d
		}
	}
}

// While the clock stands still nothing is overdue that was in time when it stopped,
// and nobody is reminded; it presses by the day of review.
func TestAStandingClockPressesByItsDayOfReview(t *testing.T) {
	w := signed(t)
	running := w.c.StepDue
	w.did(w.c.Suspend(waitingForParts(), w.g, clockAt(25, 17, 0)))
	if !w.c.StepDue.Equal(running) || w.c.Alarm(w.g, clockAt(25, 17, 30)) == NoAlarm {
		t.Errorf("with the clock running it presses by %v, %q", w.c.StepDue, w.c.Alarm(w.g, clockAt(25, 17, 30)))
	}
	w = stopping(signed(t))
	w.did(w.c.Suspend(waitingForParts(), w.g, clockAt(25, 17, 0)))
	if want := w.g.Calendar.After(running, w.g.Calendar.WorkTime(clockAt(25, 17, 0), clockAt(26, 10, 0))); !w.c.StepDue.Equal(want) || !w.c.Due.Equal(running) {
		t.Errorf("standing still it presses by %v, want %v", w.c.StepDue, want)
	}
	if a := w.c.Alarm(w.g, clockAt(25, 17, 30)); a != NoAlarm {
		t.Errorf("it is reminded of: %q", a)
	}
}
