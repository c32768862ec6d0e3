package issues

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// suspendedRound is a repair that waits for parts until Thursday at ten.
func (x *world) suspendedRound() app.IssueID {
	x.Helper()
	id := x.galleryRound()
	_, err := x.Seat.Desk.Suspend(x.Context(), app.SuspendOrder{Stand: app.Stand{Issue: id, By: x.Fang}, Code: app.WaitsParts, Text: "軸承訂貨中", Review: datatest.At(26, 10, 0)})
	if err != nil {
		x.Fatal(err)
	}
	return id
}

// What waits is suspended, looked at, let wait on and taken up again by the forms; the
// page says so until then.
func TestAnIssueIsSuspendedLookedAtAndGoesOn(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	p := x.page(id)
	p.Begin(Suspend)
	choose(x, "code", app.WaitsOther)
	p.Next()
	if x.wrong("review") == "" || x.wrong("reason") == "" {
		t.Fatal("neither the day nor the words of another reason are asked for")
	}
	x.write("reason", "等鄰居回來開門")
	field[*kit.MomentField](x, "review").SetValue(datatest.At(26, 10, 0))
	x.send(p)
	if w := x.the(id).Wait; w.Code != app.WaitsOther || !w.Review.Equal(datatest.At(26, 10, 0)) {
		t.Fatalf("it waits for %+v", w)
	}
	p = x.page(id)
	if words := x.words(); !strings.Contains(words, "掛起 · 其他（須說明） · 2026-11-26 10:00 覆核") || !strings.Contains(words, "等鄰居回來開門；時限照計") {
		t.Errorf("the page says %s", words)
	}
	p.Begin(WaitOn)
	p.Next()
	p.Next()
	if x.wrong("reason") == "" {
		t.Fatal("it waits on without a word")
	}
	x.write("reason", "鄰居下週才回")
	field[*kit.MomentField](x, "review").SetValue(datatest.At(27, 10, 0))
	x.send(p)
	if s, on := x.the(id).Suspended(); !on || s.Looks != 1 {
		t.Fatalf("looked at it is %+v", s)
	}
	p = x.page(id)
	p.Begin(WaitOn)
	pick(x, "waits", goesOn)
	x.write("note", "已開門")
	x.send(p)
	if s := x.the(id).Suspensions[0]; s.On() || s.Why != "已開門" {
		t.Errorf("gone on it is %+v", s)
	}
}

// Faults of a look at what waits stand beside fields on screen, as all do.
func TestAFaultOfALookStandsBesideItsField(t *testing.T) {
	x := sit(t, lang.Traditional)
	seen := map[app.Invalid]bool{}
	for _, name := range []string{WaitOn, "resume"} {
		v, _ := verbNamed(name)
		id := x.suspendedRound()
		for seed := range uint64(12) {
			if x.the(id).Wait.Since.IsZero() {
				id = x.suspendedRound()
			}
			x.faulty(v, id, seed, seen)
		}
	}
	for _, want := range []app.Invalid{{Field: "reason", Rule: "missing"}, {Field: "review", Rule: "missing"}, {Field: "note", Rule: "too-long"}} {
		if !seen[want] {
			t.Errorf("%v was never seen", want)
		}
	}
}
