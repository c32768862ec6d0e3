package today

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

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

// stuck is a store that takes nothing, as when the clock is doubted or the disk is full.
type stuck struct {
	app.Store
	err error
}

func (s stuck) Keep(context.Context, app.Move) (app.Move, error) { return app.Move{}, s.err }

// Today is shown though what time alone has made critical cannot be kept.
func TestTodayIsShownWhereNothingCanBeKept(t *testing.T) {
	for name, err := range map[string]error{
		"a doubted clock": app.ClockDoubt{Now: datatest.At(23, 9, 0).AddDate(1, 0, 0), Newest: datatest.At(23, 9, 0)}, "a full disk": errors.New("full"),
	} {
		o := open(t, lang.Traditional)
		o.call(t, datatest.At(23, 9, 0), func(r *app.ReceiveOrder) { r.Kind, r.Level = app.Complaint, app.Minor })
		o.world.Clock.Set(datatest.At(23, 9, 0).AddDate(0, 0, 30))
		o.desk.Store = stuck{o.desk.Store, err}
		o.page.Shown()
		if len(o.page.rows) != 1 || o.said != "" {
			t.Errorf("%s: %d rows, said %q", name, len(o.page.rows), o.said)
		}
		o.page.Hidden()
	}
}

// However many smaller views there are, they go on in a further row: the page is no
// wider than its window.
func TestManyViewsMakeThePageNoWider(t *testing.T) {
	for _, l := range lang.All {
		o := open(t, l)
		o.page.Shown()
		wide := o.page.Root.MinSize().Width
		for _, v := range picked {
			o.page.picks.set(v, 88)
		}
		o.page.listed.Refresh()
		if got := o.page.Root.MinSize().Width; got > wide {
			t.Errorf("%s: the page wants %v in place of %v", l, got, wide)
		}
		o.page.Hidden()
	}
}

// A talk on site that is owed is on Today until it is said why there is none; its
// button leads to the record.
func TestATalkOnSiteThatIsOwedIsOnToday(t *testing.T) {
	o := open(t, lang.Traditional)
	issue := o.call(t, datatest.At(23, 9, 0), func(r *app.ReceiveOrder) { r.Kind, r.Level, r.Households = app.Complaint, app.Critical, 5 })
	o.call(t, datatest.At(23, 9, 0), nil)
	var led app.IssueID
	o.page.Talk = func(l app.Line) { led = l.ID }
	o.page.Shown()
	defer o.page.Hidden()
	if len(o.page.rows) != 3 {
		t.Errorf("all the day's work are %d rows", len(o.page.rows))
	}
	o.page.turn(Talks)
	if len(o.page.rows) != 1 || !strings.Contains(o.texts(0), "【待現場溝通】") || !strings.HasSuffix(o.texts(0), "|現場溝通") {
		t.Fatalf("owed are %d, %q", len(o.page.rows), o.texts(0))
	}
	o.page.table.Select(0)
	o.page.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if led != issue.ID {
		t.Errorf("the button led to %d", led)
	}
	if _, err := o.desk.NoTalk(t.Context(), app.NoTalkOrder{Stand: app.Stand{Issue: issue.ID, By: o.world.Fang}, Reason: "業主在外地"}); err != nil {
		t.Fatal(err)
	}
	if len(o.page.rows) != 0 {
		t.Error("it is owed still")
	}
}
