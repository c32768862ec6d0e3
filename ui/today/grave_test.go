package today

import (
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
)

// What lies forgotten for a month becomes critical when the day's work is looked
// at, once, and nothing else does.
func TestAComplaintForgottenForAMonthBecomesCritical(t *testing.T) {
	o := open(t, lang.Traditional)
	complaint := func(r *app.ReceiveOrder) { r.Kind, r.Level = app.Complaint, app.Minor }
	old := o.call(t, datatest.At(23, 9, 0), complaint)
	younger := o.call(t, datatest.At(23, 9, 0).Add(time.Hour), complaint)
	repair := o.call(t, datatest.At(23, 9, 0), nil)
	o.world.Clock.Set(datatest.At(23, 9, 0).AddDate(0, 0, 30))
	for range 2 {
		o.page.Shown()
		o.page.Hidden()
	}
	for _, c := range []struct {
		id    app.IssueID
		level app.Level
		acts  int
	}{{old.ID, app.Critical, 2}, {younger.ID, app.Minor, 1}, {repair.ID, "", 1}} {
		got, err := o.store.Case(t.Context(), c.id)
		if err != nil || got.Level != c.level || len(got.Acts) != c.acts {
			t.Errorf("%s is %q after %d acts, %v; want %q, %d", got.Number, got.Level, len(got.Acts), err, c.level, c.acts)
		}
	}
	if last, _ := o.store.Case(t.Context(), old.ID); last.Acts[1].Kind != app.ActRaised || last.Acts[1].By != o.world.Fang {
		t.Errorf("the timeline says %+v", last.Acts[1])
	}
}
