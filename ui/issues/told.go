package issues

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// told are the fields about what the owner was told: whether, how, when, and
// what he said.
type told struct {
	a      *actForm
	tick   *kit.Tick
	how    *kit.Choice[app.Method]
	at     *kit.MomentField
	answer *kit.Input
}

func newTold(a *actForm, key string) *told {
	t := &told{a: a, how: seat.Codes(a.s, seat.Offered(a.s, "method", app.Methods)), answer: kit.Entry("")}
	t.tick = kit.Check(a.s.Say(key), func(bool) { t.adapt() })
	a.Form.Add("told", kit.NewField(" ", t.tick, ""), 2)
	a.Add("how", t.how, 1)
	t.at = a.Moment("told-at", seat.Morning, 1)
	t.at.SetValue(a.now())
	a.Add("answer", t.answer, 2)
	t.adapt()
	return t
}

// offer shows the question, or takes it away with its answer.
func (t *told) offer(on bool) {
	if !on {
		t.tick.SetChecked(false)
	}
	t.a.ShowField("told", on)
	t.adapt()
}

func (t *told) adapt() {
	for _, name := range []string{"how", "told-at", "answer"} {
		t.a.ShowField(name, t.tick.Checked)
	}
}

func (t *told) values() (yes bool, how app.Method, at time.Time, answer string) {
	if !t.tick.Checked {
		return false, "", time.Time{}, ""
	}
	return true, t.how.Value(), t.at.Moment(), t.answer.Value()
}
