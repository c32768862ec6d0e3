package app

import (
	"slices"
	"testing"
	"time"
)

// grave are the ways in which a complaint becomes critical by itself.
var graveWays = map[Grave]func(*Case) time.Time{
	GraveMonth: func(c *Case) time.Time { return clockAt(23, 9, 42).AddDate(0, 0, 30) },
	GraveGroup: func(c *Case) time.Time { c.Households = 5; return clockAt(24, 9, 0) },
	GraveMedia: func(c *Case) time.Time { c.Inquiry.Involved = []string{"IV-GOV"}; return clockAt(24, 9, 0) },
}

// raised is a complaint that became critical in one of the ways.
func raised(t *testing.T, why Grave) (*walk, time.Time) {
	w := complained(t)
	at := graveWays[why](&w.c)
	return w.did(w.c.Raise(RaiseOrder{by(fang)}, w.g, at)), at
}

// Whatever has made a complaint critical, a talk on site is asked for then, once, with
// trace; until it was held or it is said why not, the complaint is neither accepted nor
// closed.
func TestWhatBecomesCriticalByItselfOwesATalkOnSite(t *testing.T) {
	if len(graveWays) != len(Graves) {
		t.Fatal("a way of becoming critical is not tried")
	}
	owed := Lack{"talk", ActNoTalk}
	for why := range graveWays {
		w, at := raised(t, why)
		if want := w.g.until(at, w.g.Rules, "grave", "talk"); !w.c.OwesTalk() || !w.c.Talk.Asked.Equal(at) || !w.c.Talk.Due.Equal(want) || !want.After(at) {
			t.Errorf("%s: asked for is %+v", why, w.c.Talk)
		}
		if diffs := w.c.Acts[len(w.c.Acts)-1].Diffs; !slices.Contains(diffs, Difference{"talk", "", moment(w.c.Talk.Due)}) {
			t.Errorf("%s: the timeline says %v", why, diffs)
		}
		for stage, want := range map[Stage]bool{ToReport: false, ToEnd: true, ToForce: true} {
			if slices.Contains(w.c.Lacks(w.g, stage), owed) != want {
				t.Errorf("%s, %s: lacking is %v", why, stage, w.c.Lacks(w.g, stage))
			}
		}
		asked := w.c.Talk
		w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "催辦"}, w.g, at.Add(time.Hour)))
		if w.c.Talk != asked {
			t.Errorf("%s: the next act makes it %+v", why, w.c.Talk)
		}
		for name, end := range map[string]func(Case) (Move, error){
			"held": func(c Case) (Move, error) { return c.TalkHeld(fang, "XC-202611-0001", w.g, at.Add(2*time.Hour)) },
			"a reason": func(c Case) (Move, error) {
				return c.NoTalk(NoTalkOrder{by(fang), "業主在外地"}, w.g, at.Add(2*time.Hour))
			},
		} {
			m, err := end(w.c)
			if err != nil {
				t.Fatal(err)
			}
			after := w.c.After(m)
			if after.OwesTalk() || after.Talk.Held != (name == "held") || after.Acts[len(after.Acts)-1].Note == "" {
				t.Errorf("%s, %s: it is %+v", why, name, after.Talk)
			}
			if slices.Contains(after.Lacks(w.g, ToEnd), owed) {
				t.Errorf("%s, %s: it is lacking still", why, name)
			}
			if _, err := end(after); !faults(err).Has("issue", "not-now") {
				t.Errorf("%s, %s: it is done twice: %v", why, name, err)
			}
		}
	}
}

// What somebody chose to be critical, and nothing else makes so, owes none; nor does
// anything where the office asks for none.
func TestNobodyElseOwesATalk(t *testing.T) {
	w := complained(t)
	w.c.Level = Critical
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "催辦"}, w.g, clockAt(24, 9, 0)))
	if w.c.Talk != (SiteTalk{}) {
		t.Errorf("critical by choice it owes %+v", w.c.Talk)
	}
	if _, err := w.c.NoTalk(NoTalkOrder{by(fang), "無"}, w.g, clockAt(24, 9, 0)); !faults(err).Has("issue", "not-now") {
		t.Errorf("a reason is taken: %v", err)
	}
	w.c.Households = 5 // as it may stand in an older file, critical already
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "又有四戶"}, w.g, clockAt(24, 10, 0)))
	if !w.c.OwesTalk() {
		t.Error("critical already, five households ask for none")
	}
	w = complained(t)
	l := w.g.OldRules[1].Limits["grave.talk"]
	l.N = 0
	w.g.OldRules[1].Limits["grave.talk"] = l
	w.c.Households = 5
	w.did(w.c.Raise(RaiseOrder{by(fang)}, w.g, clockAt(24, 9, 0)))
	if w.c.Level != Critical || w.c.OwesTalk() {
		t.Errorf("by the office's rule it is %s and owes %+v", w.c.Level, w.c.Talk)
	}
}

func TestSayingWhyThereIsNoTalkRefuses(t *testing.T) {
	w, at := raised(t, GraveGroup)
	for _, reason := range []string{"", " ", "\n"} {
		if _, err := w.c.NoTalk(NoTalkOrder{by(fang), reason}, w.g, at); !faults(err).Has("reason", "missing") {
			t.Errorf("%q is taken as a reason: %v", reason, err)
		}
	}
	if _, err := w.c.NoTalk(NoTalkOrder{by(fang), long(9999)}, w.g, at); !faults(err).Has("reason", "too-long") {
		t.Errorf("10,000 words are taken: %v", err)
	}
}
