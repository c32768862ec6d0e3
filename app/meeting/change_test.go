package meeting

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

func TestChangingRefuses(t *testing.T) {
	opinions := func(all ...Opinion) func(*walk, *ChangeOrder) {
		return func(_ *walk, o *ChangeOrder) { o.Opinions = &all }
	}
	said := Opinion{Name: "張小明", Text: "路燈太暗"}
	for _, c := range []struct {
		says   string
		kind   Kind
		change func(*walk, *ChangeOrder)
		want   string
	}{
		{"an opinion", Monthly, opinions(said), ""},
		{"an opinion of nobody", Monthly, opinions(Opinion{Text: "路燈太暗"}), "opinions.1.from nobody"},
		{"an opinion without words", Monthly, opinions(Opinion{Area: 1}), "opinions.1.text incomplete"},
		{"an opinion that is too long", Monthly, opinions(Opinion{Area: 1, Text: long(app.LongestText + 1)}), "opinions.1.text too-long"},
		{"a row that is not there", Monthly, opinions(Opinion{Row: Row{N: 4}, Area: 1, Text: "x"}), "opinions unknown"},
		{"one row twice", Monthly, func(w *walk, o *ChangeOrder) {
			twice := []Item{w.r.Agenda[0], w.r.Agenda[0]}
			o.Agenda = &twice
		}, "agenda unknown"},
		{"an opinion that became an issue is struck", Monthly, func(w *walk, o *ChangeOrder) {
			w.r.Opinions = []Opinion{{Row: Row{N: 1, Pos: 1}, Area: 1, Text: "x", Issue: 7, Number: "SL-202611-0007"}}
			o.Opinions = &[]Opinion{}
		}, "opinions taken-away"},
		{"came tomorrow", Monthly, func(_ *walk, o *ChangeOrder) {
			o.Guests = &[]Guest{{Group: OwnerGuest, Name: "張小明", Came: at(28, 10)}}
		}, "guests.1.came future"},
		{"left before coming", Monthly, func(_ *walk, o *ChangeOrder) {
			o.Guests = &[]Guest{{Group: OwnerGuest, Name: "張小明", Came: at(27, 15), Left: at(27, 14)}}
		}, "guests.1.left before-came"},
		{"a problem of nothing", Monthly, func(_ *walk, o *ChangeOrder) { o.Problems = &[]Problem{{Cause: "老化"}} }, "problems.1.title incomplete"},
		{"a decision of nothing", Monthly, func(_ *walk, o *ChangeOrder) { o.Decisions = &[]Decision{{}} }, "decisions.1.text incomplete"},
		{"no question", Monthly, func(_ *walk, o *ChangeOrder) { o.Answers = &[]Answer{{Answer: "是"}} }, "answers.1.question incomplete"},
		{"minutes of a day", Monthly, func(_ *walk, o *ChangeOrder) { o.Agenda = &[]Item{{Text: "x", Minutes: 1440}} }, "agenda.1.minutes out-of-range"},
		{"a module that is none", Weekly, func(_ *walk, o *ChangeOrder) { o.Accounts = &[]Account{{Dept: service, Module: "MD-X"}} }, "accounts.1.module unknown"},
		{"a week of another department", Weekly, func(w *walk, o *ChangeOrder) {
			d := w.r.Details
			d.Dept = property
			o.Details = &d
		}, "dept taken-away"},
		{"nobody was told", Notice, func(_ *walk, o *ChangeOrder) {
			o.Told = &[]Told{{Whom: "3 棟大堂", How: "MT-NOTICE", At: at(27, 17)}}
		}, "told.1.told-by missing"},
		{"a notice that hangs on the wall", Notice, func(w *walk, o *ChangeOrder) {
			d := w.r.Details
			d.Text = "改為週五停水"
			o.Details = &d
		}, "meeting not-now"},
		{"the log of a notice", Notice, func(_ *walk, o *ChangeOrder) {
			o.Told = &[]Told{{Whom: "3 棟大堂", How: "MT-NOTICE", At: at(27, 17), By: fang}}
		}, ""},
		{"minutes are there", Monthly, func(w *walk, o *ChangeOrder) {
			w.r.State = Minuted
			o.Decisions = &[]Decision{{Text: "x"}}
		}, "meeting not-now"},
	} {
		w := held(t, c.kind)
		o := ChangeOrder{Stand: by(fang)}
		c.change(w, &o)
		if _, err := w.r.Change(o, w.g, at(27, 18)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestAChangeSaysWhatBecameDifferent(t *testing.T) {
	w := planned(t, Monthly)
	rows := Live(w.r.Agenda)
	rows[2].Speaker = "周敏"
	rows = append(slices.Delete(rows, 0, 1), Item{Text: "參觀泵房", Minutes: 30})
	m, err := w.r.Change(ChangeOrder{Stand: by(fang), Agenda: &rows}, w.g, at(23, 11))
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Difference{
		{Field: "agenda.1.gone", New: "1"}, {Field: "agenda.3.speaker", New: "周敏"},
		{Field: "agenda.10.text", New: "參觀泵房"}, {Field: "agenda.10.minutes", New: "30"},
	}
	if !slices.Equal(m.Act.Diffs, want) {
		t.Errorf("the timeline says %v", m.Act.Diffs)
	}
	w.did(m, nil)
	if live := Live(w.r.Agenda); len(w.r.Agenda) != 10 || len(live) != 9 || live[8].N != 10 || live[0].N != 2 {
		t.Errorf("the agenda is %+v", live)
	}
	// Another order of the same rows.
	rows = Live(w.r.Agenda)
	slices.Reverse(rows)
	m, err = w.r.Change(ChangeOrder{Stand: by(fang), Agenda: &rows}, w.g, at(23, 12))
	if err != nil || !slices.Equal(m.Act.Diffs, []app.Difference{{Field: "agenda.order", Old: "2 3 4 5 6 7 8 9 10", New: "10 9 8 7 6 5 4 3 2"}}) {
		t.Errorf("the timeline says %v, %v", m.Act.Diffs, err)
	}
	w.did(m, nil)
	if live := Live(w.r.Agenda); live[0].N != 10 {
		t.Errorf("the agenda begins with %+v", live[0])
	}
	same := Live(w.r.Agenda)
	if m, err := w.r.Change(ChangeOrder{Stand: by(fang), Agenda: &same}, w.g, at(23, 13)); err != nil || m.Act.Kind != "" {
		t.Errorf("a change of nothing: %+v, %v", m.Act, err)
	}
}

func TestWhoWasToldIsOnlyAddedTo(t *testing.T) {
	w := held(t, Notice)
	log := []Told{{Whom: "3 棟大堂", How: "MT-NOTICE", At: at(27, 17), By: fang}}
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Told: &log}, w.g, at(27, 18)))
	log = append(Live(w.r.Told), Told{Whom: "業主群", How: "MT-WX", At: at(27, 18), By: fang})
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Told: &log}, w.g, at(27, 18)))
	if len(w.r.Told) != 2 {
		t.Fatalf("told are %+v", w.r.Told)
	}
	altered := Live(w.r.Told)
	altered[0].Whom = "5 棟大堂"
	for _, log := range [][]Told{altered, w.r.Told[:1]} {
		if _, err := w.r.Change(ChangeOrder{Stand: by(fang), Told: &log}, w.g, at(27, 18)); says(err) != "told taken-away" {
			t.Errorf("%q", says(err))
		}
	}
}

func TestFreezingRefuses(t *testing.T) {
	for _, c := range []struct {
		says string
		walk func(testing.TB) *walk
		why  string
		at   time.Time
		want string
	}{
		{"the first", func(t testing.TB) *walk { return planned(t, Monthly) }, "", at(26, 10), ""},
		{"before the month has begun", func(t testing.TB) *walk { return planned(t, Monthly) }, "", time.Date(2026, 10, 31, 23, 59, 59, 0, zone), "month not-begun"},
		{"when it begins", func(t testing.TB) *walk { return planned(t, Monthly) }, "", at(1, 0), ""},
		{"again without a reason", func(t testing.TB) *walk { return held(t, Monthly) }, " ", at(27, 18), "reason missing"},
		{"again with one", func(t testing.TB) *walk { return held(t, Monthly) }, "補錄", at(27, 18), ""},
		{"before the week has begun", func(t testing.TB) *walk { return planned(t, Weekly) }, "", at(22, 10), "month not-begun"},
		{"a talk on site", func(t testing.TB) *walk { return planned(t, OnSite) }, "", at(27, 18), "meeting not-now"},
		{"after the minutes", func(t testing.TB) *walk {
			w := came(t, Monthly)
			return w.did(w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(28, 10)))
		}, "補錄", at(28, 11), "meeting not-now"},
	} {
		w := c.walk(t)
		m, err := w.r.Freeze(FreezeOrder{Stand: by(fang), Why: c.why}, Kept{}, nil, w.g, c.at)
		if says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
		if err == nil && (m.Freeze.N != len(w.r.Freezes)+1 || m.Head.State == Planned) {
			t.Errorf("%s: version %d, %s", c.says, m.Freeze.N, m.Head.State)
		}
	}
}

func TestCommonProblemsAreDrawnFromTheFigures(t *testing.T) {
	w := planned(t, Monthly)
	freeze := func(why string, found ...figures.Problem) {
		w.did(w.r.Freeze(FreezeOrder{Stand: by(fang), Why: why}, Kept{Report: figures.Report{Problems: found}}, nil, w.g, at(26, 10)))
	}
	lift := figures.Problem{Category: "EQ1", Where: "3 电梯", Issues: []app.IssueID{1, 2, 3}, Areas: []app.AreaID{1}, Rooms: 3, Month: 3, Before: 1}
	leak := figures.Problem{Category: "LK1", Issues: []app.IssueID{4, 5, 6}, Rooms: 3, Month: 3}
	freeze("", lift, leak)
	rows := Live(w.r.Problems)
	if len(rows) != 2 || rows[0].Households != 3 || rows[0].Cases != 3 || rows[0].Before != 1 || rows[0].ByHand {
		t.Fatalf("drawn are %+v", rows)
	}
	// One is analysed, one struck, one added by hand; a later freeze respects that.
	rows[0].Cause = "曳引機老化"
	rows = append(rows[:1], Problem{Title: "電動車進樓", ByHand: true})
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Problems: &rows}, w.g, at(26, 11)))
	lift.Month, lift.Issues = 4, []app.IssueID{1, 2, 3, 7}
	freeze("補錄", lift, leak)
	rows = Live(w.r.Problems)
	if len(rows) != 2 || rows[0].Cause != "曳引機老化" || rows[0].Cases != 4 || rows[1].Title != "電動車進樓" {
		t.Errorf("after the second freeze %+v", rows)
	}
}
