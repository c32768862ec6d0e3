package reports

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// Who is sent reads on his copy until when he must be there; an owner does not.
func TestTheSlipOfAnEmergencySaysUntilWhenSomebodyMustBeThere(t *testing.T) {
	f := office(t, lang.Traditional)
	c := fresh(f)
	c.Site = app.OnSite{ArriveDue: clockAt(23, 10, 12), ControlDue: clockAt(23, 11, 42), Arrived: clockAt(23, 10, 1), Who: "李建國"}
	due, came := f.Say("slip.arrive"), f.Say("slip.arrived")
	for _, u := range app.Urgencies {
		c.Urgency = u
		for _, size := range []Size{A4, A5} {
			for _, to := range []Copy{CopyDesk, CopyDept, CopyOwner} {
				slip := TransferSlip(f, c, 1, to, size)
				want, who := "", ""
				if u == app.Emergency && to != CopyOwner {
					want, who = f.Due(c.Site.ArriveDue), "2026-11-23 10:01 · 李建國"
				}
				if got := value(slip, due); got != want || value(slip, came) != who {
					t.Errorf("%s, %v, %v: by %q, was %q", u, size, to, got, value(slip, came))
				}
			}
		}
	}
}
