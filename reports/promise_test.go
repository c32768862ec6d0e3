package reports

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// What the slip says of the promise is that it was told, not that the owner was
// spoken to in some other matter; on the desk's copy and on the owner's.
func TestTheComplaintSlipPrintsThatThePromiseWasTold(t *testing.T) {
	f := office(t, lang.Traditional)
	c := freshComplaint(f)
	c.Promise = clockAt(25, 18, 0)
	c.Notes = []app.Note{{N: 1, Round: 1, Kind: app.NoteCall, Told: true, How: "MT-WX", ToldAt: clockAt(24, 11, 11), At: clockAt(24, 11, 11), Text: "問門禁卡"}}
	told := f.Say("complaint.promise.told")
	for _, to := range []Copy{CopyDesk, CopyOwner} {
		c.Promised = app.Promised{}
		if got := value(ComplaintSlip(f, c, 1, to), told); got != "" {
			t.Errorf("%v: nobody told it, the slip says %q", to, got)
		}
		c.Promised = app.Promised{At: clockAt(23, 9, 50), How: "MT-TEL", By: fang, Until: c.Promise}
		if got := value(ComplaintSlip(f, c, 1, to), told); got != "電話 · 2026-11-23 09:50 · "+f.Staff(fang) {
			t.Errorf("%v: told by telephone, the slip says %q", to, got)
		}
		c.Promised.Until = clockAt(26, 18, 0)
		if got := value(ComplaintSlip(f, c, 1, to), told); !strings.Contains(got, "2026-11-26") {
			t.Errorf("%v: told another moment, the slip says %q", to, got)
		}
	}
}
