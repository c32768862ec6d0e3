package meeting

import (
	"testing"
	"time"

	"ownerdesk/app"
)

func gatherOrder() GatherOrder {
	return GatherOrder{Project: estate, By: fang, Details: Details{Title: "中秋遊園", Subject: "GE-COMMUNITY", Begins: at(20, 14), Recorder: jianguo},
		Opinions: []Opinion{{Sort: app.Suggestion, Category: "AC1", Name: "張小明", Text: "多辦兒童活動"}, {Sort: app.Repair, Category: "EQ3", Text: "涼亭燈不亮"}}}
}

// handedIn is a gathering that was handed in, and nothing of it answered for.
func handedIn(t testing.TB) *walk {
	t.Helper()
	w := &walk{TB: t, g: ground()}
	m, err := Gather(gatherOrder(), nil, w.g, at(23, 10))
	if err != nil {
		t.Fatal(err)
	}
	w.r = Record{}.After(m)
	w.r.ID, w.r.Number = 5, "SJ-202611-0001"
	return w
}

func TestAGatheringSaysWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*GatherOrder)
		says string
	}{
		"nothing":            {func(*GatherOrder) {}, ""},
		"no event":           {func(o *GatherOrder) { o.Title = " " }, "title missing"},
		"no sort of event":   {func(o *GatherOrder) { o.Subject = "NT-WATER" }, "event missing"},
		"no day":             {func(o *GatherOrder) { o.Begins = time.Time{} }, "begins missing"},
		"still ahead":        {func(o *GatherOrder) { o.Begins = at(24, 9) }, "begins future"},
		"nobody gathered":    {func(o *GatherOrder) { o.Recorder = 0 }, "recorder missing"},
		"only a free name":   {func(o *GatherOrder) { o.Recorder, o.Helpers = 0, "實習生小周" }, ""},
		"no opinion":         {func(o *GatherOrder) { o.Opinions = nil }, "opinions missing"},
		"no words":           {func(o *GatherOrder) { o.Opinions[1].Text = " " }, "opinions.2.text incomplete"},
		"no sort":            {func(o *GatherOrder) { o.Opinions[0].Sort = "" }, "opinions.1.sort unsorted"},
		"no subject":         {func(o *GatherOrder) { o.Opinions[1].Category = "" }, "opinions.2.category no-subject"},
		"a name too long":    {func(o *GatherOrder) { o.Opinions[0].Name = long(app.LongestLine + 1) }, "opinions.1.name too-long"},
		"a worker elsewhere": {func(o *GatherOrder) { o.By = jianguo }, "by not-allowed"},
		"a subject of none":  {func(o *GatherOrder) { o.Opinions[0].Category, o.Register = "XX9", true }, "opinions.1.category unknown"},
	} {
		o := gatherOrder()
		c.do(&o)
		if _, err := Gather(o, nil, ground(), at(23, 10)); says(err) != c.says {
			t.Errorf("%s: %s", name, says(err))
		}
	}
}

// The time to answer runs from the event, by the office's own limit.
func TestOpinionsAreToBeAnsweredForFromTheEventOn(t *testing.T) {
	w := handedIn(t)
	if got := w.r.MinutesDue; !got.Equal(at(23, 18)) { // Friday's event, one working day
		t.Errorf("due %v", got)
	}
	if !w.r.MinutesLate(at(24, 9)) || w.r.MinutesLate(at(23, 17)) {
		t.Error("it is late at the wrong time")
	}
}

func TestAGatheringIsDoneOnceEachOpinionIsAnsweredFor(t *testing.T) {
	w := handedIn(t)
	if _, err := w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(23, 11)); says(err) != "meeting unanswered" {
		t.Errorf("with open opinions: %s", says(err))
	}
	m, err := w.r.SetAside(AsideOrder{Stand: by(fang), N: 1, Aside: AsideNone}, nil, nil, w.g, at(23, 11))
	w.did(m, err)
	if w.r.State != Held {
		t.Errorf("with one open it is %s", w.r.State)
	}
	m, err = w.r.Register(RegisterOrder{Stand: by(fang)}, nil, w.g, at(23, 12))
	w.did(m, err)
	if w.r.State != Minuted || len(m.Raised) != 1 || m.Raised[0].N != 2 || !w.r.Minuted.Equal(at(23, 12)) {
		t.Errorf("it is %s, raised %+v", w.r.State, m.Raised)
	}
}

func TestSettingAsideSaysWhy(t *testing.T) {
	w := handedIn(t)
	for name, c := range map[string]struct {
		o    AsideOrder
		says string
	}{
		"no reason":          {AsideOrder{N: 1}, "aside missing"},
		"a reason of none":   {AsideOrder{N: 1, Aside: "AS-X"}, "aside missing, aside-why missing"},
		"no words":           {AsideOrder{N: 1, Aside: AsideThere}, "aside-why missing"},
		"no words unclear":   {AsideOrder{N: 1, Aside: AsideUnclear}, "aside-why missing"},
		"the same, of none":  {AsideOrder{N: 1, Aside: AsideSame}, "same-issue missing"},
		"no answer wanted":   {AsideOrder{N: 1, Aside: AsideNone}, ""},
		"an opinion of none": {AsideOrder{N: 9, Aside: AsideNone}, "opinions unknown"},
	} {
		c.o.Stand = by(fang)
		if _, err := w.r.SetAside(c.o, nil, nil, w.g, at(23, 11)); says(err) != c.says {
			t.Errorf("%s: %s", name, says(err))
		}
	}
	secret := &app.Case{Issue: app.Issue{ID: 8, Project: estate, By: min, Intake: app.Intake{Kind: app.Complaint, Category: app.Integrity}}}
	if _, err := w.r.SetAside(AsideOrder{Stand: by(fang), N: 1, Aside: AsideSame}, secret, nil, w.g, at(23, 11)); says(err) != "same-issue restricted" {
		t.Errorf("of what may not be read: %s", says(err))
	}
	other := &app.Case{Issue: app.Issue{ID: 9, Project: 2}}
	if _, err := w.r.SetAside(AsideOrder{Stand: by(fang), N: 1, Aside: AsideSame}, other, nil, w.g, at(23, 11)); says(err) != "same-issue other-estate" {
		t.Errorf("of another estate: %s", says(err))
	}
}

func TestAnOpinionThatWasAnsweredForStays(t *testing.T) {
	w := handedIn(t)
	w.did(w.r.SetAside(AsideOrder{Stand: by(fang), N: 1, Aside: AsideThere, Why: "已說明"}, nil, nil, w.g, at(23, 11)))
	rest := Live(w.r.Opinions)[1:]
	if _, err := w.r.Change(ChangeOrder{Stand: by(fang), Opinions: &rest}, w.g, at(23, 12)); says(err) != "opinions taken-away" {
		t.Errorf("struck: %s", says(err))
	}
	all := Live(w.r.Opinions)
	all[0].Aside, all[0].Text = "", "換了說法"
	m, err := w.r.Change(ChangeOrder{Stand: by(fang), Opinions: &all}, w.g, at(23, 12))
	if err != nil || m.Opinions[0].Aside != AsideThere || m.Opinions[0].Settled.IsZero() {
		t.Errorf("a form takes the answer back: %+v, %v", m.Opinions, err)
	}
}

// What is written down by mistake can be taken back, but not under issues that
// came of it.
func TestAGatheringIsCancelledOnlyBeforeItBecameIssues(t *testing.T) {
	w := handedIn(t)
	if _, err := w.r.Cancel(WhyOrder{Stand: by(fang), Why: "重複錄入"}, w.g, at(23, 11)); err != nil {
		t.Error(err)
	}
	m, err := w.r.Register(RegisterOrder{Stand: by(fang), Which: []int{1}}, nil, w.g, at(23, 12))
	m.Raised[0].Move.Issue.ID, m.Raised[0].Move.Issue.Number = 12, "SL-202611-0012"
	w.did(m.Tied(), err)
	if _, err := w.r.Cancel(WhyOrder{Stand: by(fang), Why: "重複錄入"}, w.g, at(23, 13)); says(err) != "meeting not-now" {
		t.Errorf("with an issue: %s", says(err))
	}
}
