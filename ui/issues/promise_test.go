package issues

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// The way the owner came is offered, so that one key is enough.
func TestThatThePromiseWasToldIsOneKey(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	p := x.page(id)
	p.Begin(Promise)
	x.send(p)
	c := x.the(id)
	if c.Promised.How != "MT-TEL" || c.Promised.By != x.Fang || !c.Promised.Holds(c.Promise) {
		t.Errorf("the row says %+v", c.Promised)
	}
	for _, v := range legal(x.Seat, c, "") {
		if v.name == Promise {
			t.Error("it is offered again, though nothing moved the promise")
		}
	}
}
