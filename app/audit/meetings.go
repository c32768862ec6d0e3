package audit

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// overMeetings judges clause 4, and the monthly statistics of 3.5.3 and 5.5.3.
func (o *office) overMeetings() []Finding {
	monthly, figures := Finding{Duty: Duty{"4.1.1", "monthly"}}, Finding{Duty: Duty{"3.5.3", "statistics"}}
	o.eachMonth(func(p app.ProjectID, month time.Time) {
		of := Of{Number: o.named(p, month.Format("2006-01")), At: month}
		r, met := o.meetingOf(p, month)
		if met {
			of.Number, of.Record = r.Number, r.ID
		}
		monthly.tally(met && (r.State == meeting.Held || r.State == meeting.Minuted), of)
		figures.tally(met && len(r.Freezes) > 0, of)
	})
	all := []Finding{monthly, figures}
	for _, d := range recordDuties {
		f := Finding{Duty: d.Duty}
		for _, r := range o.records {
			if r.Kind == d.kind && r.State != meeting.Cancelled && o.ripe(r) {
				f.tally(d.ok(r, o.At), Of{Number: r.Number, Record: r.ID, At: o.when(r.Head)})
			}
		}
		all = append(all, f)
	}
	return append(all, o.weeks(), o.opinions(), o.gathered())
}

// ripe tells whether a record's day has passed.
func (o *office) ripe(r meeting.Record) bool {
	return !r.Begins.IsZero() && r.Begins.Before(o.At)
}

// recordDuties are duties of each record of a kind.
var recordDuties = []struct {
	Duty
	kind meeting.Kind
	ok   func(meeting.Record, time.Time) bool
}{
	{Duty{"4.1.1", "invited"}, meeting.Monthly, bothInvited},
	{Duty{"4.1.1", "minutes"}, meeting.Monthly, func(r meeting.Record, now time.Time) bool { return !r.MinutesLate(now) }},
	{Duty{"4.1.2", "contact"}, meeting.Weekly, func(r meeting.Record, _ time.Time) bool { return r.Contact != 0 }},
	{Duty{"4.3.1", "on-site"}, meeting.OnSite, wholeTalk},
}

// bothInvited tells whether heads of departments and owners' representatives were.
func bothInvited(r meeting.Record, _ time.Time) bool {
	has := func(g meeting.Group) bool {
		return slices.ContainsFunc(r.Guests, func(one meeting.Guest) bool { return one.Group == g && one.Invited && !one.Gone })
	}
	return has(meeting.HeadGuest) && has(meeting.OwnerGuest)
}

// wholeTalk tells whether a talk on site was prepared, and what was seen and agreed
// is written down.
func wholeTalk(r meeting.Record, _ time.Time) bool {
	agreed := len(r.Decisions) > 0 || strings.TrimSpace(r.Unsettled) != "" ||
		slices.ContainsFunc(r.Acts, func(a meeting.Act) bool { return a.Kind == meeting.ActGave })
	return strings.TrimSpace(r.Prepared) != "" && strings.TrimSpace(r.Text) != "" && agreed
}

// eachMonth goes through the whole months of the span that are over, estate by
// estate.
func (o *office) eachMonth(do func(app.ProjectID, time.Time)) {
	loc := o.g.Calendar.Loc
	from := o.From.In(loc)
	month := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, loc)
	if month.Before(o.From) {
		month = month.AddDate(0, 1, 0)
	}
	for ; !month.AddDate(0, 1, 0).After(o.To); month = month.AddDate(0, 1, 0) {
		// A month's meeting has the month after it to take place in.
		if month.AddDate(0, 2, 0).After(o.At) {
			return
		}
		for _, p := range o.estates() {
			if since := o.since(meeting.Monthly, p); since.IsZero() || !month.Before(since) {
				do(p, month)
			}
		}
	}
}

// since is what the first record of a kind is about: what was before the office wrote
// its meetings down here, nobody can see. Zero where it never did.
func (o *office) since(k meeting.Kind, p app.ProjectID) (first time.Time) {
	for _, r := range o.records {
		if at := o.when(r.Head); r.Kind == k && r.Project == p && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first
}

// named is a month or a year, with the estate's code where there are several.
func (o *office) named(p app.ProjectID, what string) string {
	if code := o.g.Projects[p].Code; code != "" && len(o.estates()) > 1 {
		return code + "-" + what
	}
	return what
}

// estates are those looked at that are worked for.
func (o *office) estates() []app.ProjectID {
	if o.Project != 0 {
		return []app.ProjectID{o.Project}
	}
	ids := slices.Sorted(maps.Keys(o.g.Projects))
	return slices.DeleteFunc(ids, func(id app.ProjectID) bool { return o.g.Projects[id].Closed })
}

// meetingOf is the monthly meeting about a month; false where there was none.
func (o *office) meetingOf(p app.ProjectID, month time.Time) (meeting.Record, bool) {
	for _, r := range o.records {
		if r.Kind == meeting.Monthly && r.State != meeting.Cancelled && r.Project == p && r.Month(o.g.Calendar.Loc).Equal(month) {
			return r, true
		}
	}
	return meeting.Record{}, false
}

// weeks judges that the property department met in every week that is over.
func (o *office) weeks() Finding {
	f := Finding{Duty: Duty{"4.1.2", "weekly"}}
	met := map[workday.Date]meeting.Record{}
	var day workday.Date // the first week that was written down
	for _, r := range o.records {
		if r.Kind == meeting.Weekly && r.State != meeting.Cancelled {
			met[r.From] = r
			if day.IsZero() || r.From.Before(day) {
				day = r.From
			}
		}
	}
	if len(met) == 0 {
		return f
	}
	over := func(week workday.Date) bool {
		end := week.AddDays(7).At(0, o.g.Calendar.Loc)
		return !end.After(o.At) && !end.After(o.To)
	}
	for ; over(day); day = day.AddDays(7) {
		r, there := met[day]
		if !there && !o.worked(day) { // a week of holidays
			continue
		}
		of := Of{Number: day.String(), At: day.At(0, o.g.Calendar.Loc)}
		if there {
			of.Number, of.Record = r.Number, r.ID
		}
		f.tally(there, of)
	}
	return f
}

// worked tells whether the week that begins on a day has a working day.
func (o *office) worked(monday workday.Date) bool {
	for n := range 7 {
		if o.g.Calendar.Works(monday.AddDays(n)) {
			return true
		}
	}
	return false
}

// opinions judges that what owners said at meetings was answered or became an issue.
func (o *office) opinions() Finding {
	f := Finding{Duty: Duty{"4.1.1", "opinions"}}
	for _, r := range o.records {
		if r.Kind != meeting.Monthly || r.State != meeting.Minuted {
			continue
		}
		for _, v := range r.Opinions {
			if !v.Gone {
				f.tally(strings.TrimSpace(v.Answer) != "" || v.Issue != 0, Of{Number: r.Number, Record: r.ID, At: o.when(r.Head)})
			}
		}
	}
	return f
}
