package meetings

import (
	"context"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// spell writes the numbers of issues into a field, once they were asked for.
func (d *details) spell(into *kit.Input, ids []app.IssueID) {
	if len(ids) == 0 {
		return
	}
	kit.Do(d.s.Tasks, func(ctx context.Context) (string, error) {
		var numbers []string
		for _, id := range ids {
			c, err := d.asks.Case(ctx, id)
			if err != nil {
				return "", err
			}
			numbers = append(numbers, c.Shown())
		}
		return strings.Join(numbers, " "), nil
	}, func(numbers string, err error) {
		if err != nil {
			d.s.Fail(nil, err)
			return
		}
		into.SetText(numbers)
	})
}

// read is what the fields say now, and the numbers of issues that are still to be
// looked up; what is not asked for stays as it was.
func (d *details) read() (w meeting.Details, issue, issues string) {
	w = d.was
	text := func(in *kit.Input, into *string) {
		if in != nil {
			*into = in.Value()
		}
	}
	area := func(in *kit.TextArea, into *string) {
		if in != nil {
			*into = in.Value()
		}
	}
	staff := func(in *kit.Choice[app.StaffID], into *app.StaffID) {
		if in != nil {
			*into = in.Value()
		}
	}
	moment := func(in *kit.MomentField, into *time.Time) {
		if in != nil && !in.Moment().Truncate(time.Minute).Equal(into.Truncate(time.Minute)) {
			*into = in.Moment()
		}
	}
	text(d.title, &w.Title)
	text(d.venue, &w.Place)
	text(d.goes, &w.Goes)
	text(d.helpers, &w.Helpers)
	text(d.nextPlace, &w.NextPlace)
	moment(d.begins, &w.Begins)
	moment(d.ends, &w.Ends)
	moment(d.next, &w.Next)
	staff(d.chair, &w.Chair)
	staff(d.recorder, &w.Recorder)
	staff(d.contact, &w.Contact)
	area(d.prepared, &w.Prepared)
	area(d.text, &w.Text)
	area(d.unsettled, &w.Unsettled)
	area(d.refused, &w.Refused)
	text(d.issue, &issue)
	text(d.issues, &issues)
	if d.dept != nil {
		w.Dept = d.dept.Value()
	}
	if d.subject != nil {
		w.Subject = d.subject.Value()
	}
	if d.event != nil {
		w.Subject = d.event.Value()
	}
	if d.headcount != nil {
		w.Headcount, _ = d.headcount.Number()
	}
	if d.areas != nil {
		w.Areas = d.areas.Chosen()
	}
	if d.buildings != nil {
		w.Buildings = d.buildings.Chosen()
	}
	return w, issue, issues
}

// found looks the numbers of issues up.
func (d *details) found(ctx context.Context, w meeting.Details, issue, issues string) (meeting.Details, error) {
	look := func(field, typed string) (ids []app.IssueID, err error) {
		for _, number := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" ,，、;；\n\t", r) }) {
			id, err := d.asks.IssueByNumber(ctx, number)
			if err != nil {
				return nil, app.Faults{{Field: field, Rule: "unknown"}}
			}
			ids = append(ids, id)
		}
		return ids, nil
	}
	if d.used["issue"] {
		ids, err := look("issue", issue)
		if err != nil {
			return w, err
		}
		w.Issue = 0
		if len(ids) > 0 {
			w.Issue = ids[0]
		}
	}
	if d.used["issues"] {
		ids, err := look("issues", issues)
		if err != nil {
			return w, err
		}
		w.Issues = ids
	}
	return w, nil
}

// suggest fills the text of a notice in from its template as long as nobody wrote
// in it.
func (d *details) suggest() {
	again := func() {
		if text := d.text.Value(); text == "" || text == d.template {
			d.fillIn()
		}
	}
	d.subject.OnChanged = func(meeting.Subject) { again() }
	d.venue.OnChanged = func(string) { again() }
	d.begins.OnChanged = func(time.Time) { again() }
	d.ends.OnChanged = func(time.Time) { again() }
	d.a.Form.AddRow(kit.Left(kit.Button(d.s.Say("meetings.notice.fill"), nil, d.fillIn)))
}

// fillIn writes the template with its gaps filled.
func (d *details) fillIn() {
	w, _, _ := d.read()
	if w.Subject == "" {
		d.a.Form.Fail("subject", d.s.Say("fault.missing"))
		return
	}
	names := reports.PlaceNames{Areas: map[app.AreaID]string{}, Buildings: map[app.BuildingID]string{}}
	for _, a := range d.at.areas {
		names.Areas[a.ID] = a.Name
	}
	for _, b := range d.at.buildings {
		names.Buildings[b.ID] = b.Name
	}
	sitting := reports.Sitting{Record: meeting.Record{Head: meeting.Head{Kind: meeting.Notice, Details: w}}, PlaceNames: names}
	title, text := reports.NoticeDraft(reports.Facts{Voice: d.s.PaperVoice(), By: d.s.Staff, At: d.s.Now()}, sitting)
	d.template = text
	d.text.SetText(text)
	if d.title.Value() == "" || d.title.Value() == d.heading {
		d.heading = title
		d.title.SetText(title)
	}
}
