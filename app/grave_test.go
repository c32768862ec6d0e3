package app

import (
	"slices"
	"testing"
	"time"
)

// A complaint becomes critical by itself, with the next act or without any, and
// the timeline says why.
func TestAComplaintBecomesCriticalByItself(t *testing.T) {
	month := clockAt(23, 9, 42).AddDate(0, 0, 30)
	for name, c := range map[string]struct {
		change func(*Case)
		at     time.Time
		want   Grave
	}{
		"an hour before a month is over": {func(*Case) {}, month.Add(-time.Hour), notGrave},
		"unsolved for a month":           {func(*Case) {}, month, GraveMonth},
		"not valid":                      {func(c *Case) { c.Inquiry.Valid = NotValid }, month, notGrave},
		"done, and being followed up":    {func(c *Case) { c.Done = clockAt(24, 9, 0) }, month, notGrave},
		"five households":                {func(c *Case) { c.Households = 5 }, clockAt(24, 9, 0), GraveGroup},
		"four households":                {func(c *Case) { c.Households = 4 }, clockAt(24, 9, 0), notGrave},
		"the media":                      {func(c *Case) { c.Inquiry.Involved = []string{"IV-MEDIA"} }, clockAt(24, 9, 0), GraveMedia},
		"from the hotline":               {func(c *Case) { c.Channel = ByAuthority }, clockAt(24, 9, 0), GraveMedia},
		"critical already":               {func(c *Case) { c.Level = Critical }, month, notGrave},
		"over":                           {func(c *Case) { c.State = Closed }, month, notGrave},
		"a repair":                       {func(c *Case) { c.Kind = Repair }, month, notGrave},
	} {
		w := complained(t)
		c.change(&w.c)
		m, err := w.c.Raise(RaiseOrder{by(fang)}, w.g, c.at)
		if raised := err == nil; raised != (c.want != notGrave) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c.want == notGrave {
			continue
		}
		if m.Issue.Level != Critical || m.Inquiry == nil || m.Inquiry.KeepYears != 5 {
			t.Errorf("%s: %s, %+v", name, m.Issue.Level, m.Inquiry)
		}
		for _, want := range []Difference{{"grave", "", string(c.want)}, {"level", string(Major), string(Critical)}} {
			if !slices.Contains(m.Act.Diffs, want) {
				t.Errorf("%s: the timeline says %v, want %v", name, m.Act.Diffs, want)
			}
		}
		m, err = w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "催辦"}, w.g, c.at)
		if err != nil || m.Issue.Level != Critical {
			t.Errorf("%s: the next act leaves it %s, %v", name, m.Issue.Level, err)
		}
	}
}

// An office that set the days or the involvement off is left alone.
func TestAnOfficeMayChooseWhatIsCritical(t *testing.T) {
	w := complained(t)
	w.g.OldRules[1].Counts["grave.days"], w.g.OldRules[1].Counts["grave.involved"] = 0, 0
	w.c.Channel = ByAuthority
	if why := w.c.Grave(w.g, clockAt(23, 9, 42).AddDate(1, 0, 0)); why != notGrave {
		t.Errorf("critical because %s", why)
	}
}
