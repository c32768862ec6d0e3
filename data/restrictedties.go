package data

import (
	"context"
	"fmt"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
)

// tied are the records that say in words of their own what a hidden issue is about:
// talks on site, opinions, problems, action items, measures.
type tied struct {
	veils
	reader   app.StaffID
	talks    map[meeting.RecordID]bool
	problems map[problemOf]bool
	gave     map[meeting.RecordID]bool // records that gave action items about one
}

// problemOf is a problem of a record.
type problemOf struct {
	record meeting.RecordID
	n      int
}

// tiedOf finds them for whoever the context says is reading.
func tiedOf(ctx context.Context, q asker) (t tied, err error) {
	t = tied{reader: app.Reader(ctx), talks: map[meeting.RecordID]bool{}, problems: map[problemOf]bool{}, gave: map[meeting.RecordID]bool{}}
	if t.veils, err = veilsOf(ctx, q); err != nil || len(t.ids()) == 0 {
		return t, err
	}
	these := t.list()
	talks, err := list(ctx, q, value[int64], `SELECT id FROM records WHERE issue_id IN (`+these+`)
		OR kind = ? AND EXISTS (SELECT 1 FROM json_each(issues) WHERE value IN (`+these+`))`, string(meeting.OnSite))
	if err != nil {
		return t, err
	}
	for _, id := range talks {
		t.talks[meeting.RecordID(id)] = true
	}
	found, err := list(ctx, q, func(r row) (p problemOf, err error) {
		err = r.Scan(to(&p.record), &p.n)
		return p, err
	}, `SELECT record_id, n FROM record_problems p WHERE EXISTS (SELECT 1 FROM json_each(p.issues) WHERE value IN (`+these+`))`)
	if err != nil {
		return t, err
	}
	for _, p := range found {
		t.problems[p] = true
	}
	gave, err := list(ctx, q, value[int64], `SELECT DISTINCT source_id FROM actions WHERE issue_id IN (`+these+`)`)
	for _, id := range gave {
		t.gave[meeting.RecordID(id)] = true
	}
	return t, err
}

// list spells the hidden issues for a query.
func (v veils) list() string {
	var all []string
	for _, id := range v.ids() {
		all = append(all, fmt.Sprint(int64(id)))
	}
	return strings.Join(all, ", ")
}

// veiledTies lays the veils over what tells of issues in words of its own.
func veiledTies[T any](ctx context.Context, q asker, all []T, shut func(tied, T) T) ([]T, error) {
	if len(all) == 0 {
		return all, nil
	}
	t, err := tiedOf(ctx, q)
	if err != nil || len(t.ids()) == 0 {
		return all, err
	}
	for i := range all {
		all[i] = shut(t, all[i])
	}
	return all, nil
}

func (t tied) head(h meeting.Head) meeting.Head {
	if t.talks[h.ID] {
		return h.Shut()
	}
	return h
}

func (t tied) record(r meeting.Record) meeting.Record {
	if t.talks[r.ID] {
		return r.Shut()
	}
	var quiet []string
	for i, v := range r.Opinions {
		if t.veils[v.Issue] {
			r.Opinions[i] = v.Shut()
			quiet = append(quiet, fmt.Sprintf("opinions.%d", v.N))
		}
	}
	for i, p := range r.Problems {
		if t.problems[problemOf{r.ID, p.N}] {
			r.Problems[i] = p.Shut()
			quiet = append(quiet, fmt.Sprintf("problems.%d", p.N))
		}
	}
	if t.gave[r.ID] {
		quiet = append(quiet, "actions")
	}
	return r.Quiet(quiet...)
}

// action hides an action item from all but whoever is to do it.
func (t tied) action(a meeting.Action) meeting.Action {
	if (t.veils[a.Issue] || t.talks[a.Source]) && (a.Person == 0 || a.Person != t.reader) {
		return a.Shut()
	}
	return a
}

// measure does the same with a measure.
func (t tied) measure(m improve.Measure) improve.Measure {
	from := meeting.RecordID(m.Record)
	hidden := t.veils[m.Issue] || t.talks[from] || m.Origin == improve.FromMeeting && t.problems[problemOf{from, m.N}]
	if hidden && (m.Person == 0 || m.Person != t.reader) {
		return m.Shut()
	}
	return m
}

// kept hides in a freeze what is hidden of the items it keeps; what it counts stays.
func (t tied) kept(k meeting.Kept) meeting.Kept {
	for i, a := range k.Actions {
		k.Actions[i] = t.action(a)
	}
	for i, m := range k.Measures {
		k.Measures[i] = t.measure(m)
	}
	return k
}
