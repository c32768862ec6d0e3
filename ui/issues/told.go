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
	asked  *kit.Radios[bool] // in place of the tick, where no answer is not "no"
	how    *kit.Choice[app.Method]
	at     *kit.MomentField
	answer *kit.Input
	also   string // a further field that goes with them
}

func newTold(a *actForm, key string) *told {
	t := &told{a: a}
	t.tick = kit.Check(a.s.Say(key), func(bool) { t.adapt() })
	a.Form.Add("told", kit.NewField(" ", t.tick, ""), 2)
	return t.more()
}

// askTold asks whether the owner was told, and takes silence for no answer.
func askTold(a *actForm, key string) *told {
	t := &told{a: a}
	t.tick = kit.Check("", func(bool) { t.adapt() }) // not seen: the answer sets it
	t.asked = kit.NewRadios([]bool{true, false}, func(yes bool) string {
		if yes {
			return a.s.Say(key + ".told")
		}
		return a.s.Say(key + ".later")
	})
	t.asked.OnChanged = t.tick.SetChecked
	a.Form.Add("told", kit.NewField(label(a.s, "told"), t.asked, a.s.Say(key+".told.hint")), 2)
	return t.more()
}

// more are the fields that are wanted when he was told.
func (t *told) more() *told {
	a := t.a
	t.how, t.answer = seat.Codes(a.s, seat.Offered(a.s, "method", app.Methods)), kit.Entry("")
	a.Add("how", t.how, 1)
	t.at = a.Moment("told-at", seat.Morning, 1)
	t.at.SetValue(a.now())
	a.Add("answer", t.answer, 2)
	t.adapt()
	return t
}

// said reports whether the question was answered.
func (t *told) said() bool { return t.asked == nil || t.asked.Chosen() }

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
	if t.also != "" {
		t.a.ShowField(t.also, t.tick.Checked)
	}
}

func (t *told) values() (yes bool, how app.Method, at time.Time, answer string) {
	if !t.tick.Checked {
		return false, "", time.Time{}, ""
	}
	return true, t.how.Value(), t.at.Moment(), t.answer.Value()
}
