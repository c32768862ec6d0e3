package meetings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// details are the fields of what a person fills in of a record, for planning and
// for correcting alike.
type details struct {
	a    *form
	s    *seat.Seat
	asks Asks
	kind meeting.Kind
	was  meeting.Details
	at   places
	used map[string]bool

	title, venue, goes, nextPlace *kit.Input
	subject, event                *kit.Choice[meeting.Subject]
	helpers                       *kit.Input
	begins, ends, next            *kit.MomentField
	chair, recorder, contact      *kit.Choice[app.StaffID]
	dept                          *kit.Choice[app.DeptID]
	issue, issues                 *kit.Input
	prepared, text                *kit.TextArea
	unsettled, refused            *kit.TextArea
	headcount                     *kit.NumberInput
	areas                         *kit.Ticks[app.AreaID]
	buildings                     *kit.Ticks[app.BuildingID]
	areaBox, buildingBox          *fyne.Container
	template, heading             string // as they were filled in last
}

// asked are the fields of each kind with their spans of three, in their order. A
// field is called as a fault would call it.
var asked = map[meeting.Kind][]struct {
	name string
	span int
}{
	meeting.Monthly: {{"begins", 1}, {"ended", 1}, {"venue", 1}, {"chair", 1}, {"recorder", 1}, {"goes", 1}, {"next", 1}, {"next-place", 2}},
	meeting.Weekly: {{"dept", 1}, {"begins", 1}, {"ended", 1}, {"venue", 1}, {"chair", 1}, {"recorder", 1}, {"owner-contact", 1}, {"issues", 2},
		{"next", 1}, {"next-place", 2}},
	meeting.OnSite: {{"title", 2}, {"issue", 1}, {"begins", 1}, {"ended", 1}, {"venue", 1}, {"dept", 1}, {"recorder", 1}, {"next", 1},
		{"prepared", 3}, {"text", 3}, {"unsettled", 3}, {"refused", 3}},
	meeting.Notice:    {{"subject", 1}, {"title", 2}, {"begins", 1}, {"ended", 1}, {"venue", 1}, {"areas", 3}, {"buildings", 3}, {"text", 3}},
	meeting.Activity:  {{"title", 2}, {"dept", 1}, {"begins", 1}, {"ended", 1}, {"venue", 1}, {"recorder", 1}, {"headcount", 1}, {"areas", 3}, {"text", 3}},
	meeting.Gathering: {{"title", 2}, {"event", 1}, {"begins", 1}, {"ended", 1}, {"venue", 1}, {"recorder", 1}, {"helpers", 1}, {"dept", 1}},
}

// later are the fields that a record has nothing to say in before it took place.
var later = map[string]bool{"headcount": true, "unsettled": true, "refused": true, "goes": true}

func newDetails(a *form, s *seat.Seat, asks Asks, kind meeting.Kind, was meeting.Details, at places, planning bool) *details {
	d := &details{a: a, s: s, asks: asks, kind: kind, was: was, at: at, used: map[string]bool{}}
	for _, f := range asked[kind] {
		if planning && later[f.name] || !planning && kind == meeting.Weekly && f.name == "dept" {
			continue
		}
		d.used[f.name] = true
		d.add(f.name, f.span)
	}
	if kind == meeting.Notice {
		d.suggest()
	}
	return d
}

// add makes a field and writes into it what was there.
func (d *details) add(name string, span int) {
	s, a, w := d.s, d.a, d.was
	input := func(into **kit.Input, was string) {
		*into = kit.Filled(was)
		a.Add(name, *into, span)
	}
	area := func(into **kit.TextArea, rows int, was string) {
		*into = a.Area(name, rows, span)
		(*into).SetText(was)
	}
	moment := func(into **kit.MomentField, was time.Time) {
		*into = a.Moment(name, seat.Morning, span)
		(*into).SetValue(was)
	}
	switch name {
	case "title":
		input(&d.title, w.Title)
	case "venue":
		input(&d.venue, w.Place)
	case "goes":
		input(&d.goes, w.Goes)
	case "helpers":
		input(&d.helpers, w.Helpers)
	case "next-place":
		input(&d.nextPlace, w.NextPlace)
	case "begins":
		moment(&d.begins, w.Begins)
	case "ended":
		moment(&d.ends, w.Ends)
	case "next":
		moment(&d.next, w.Next)
	case "issue":
		input(&d.issue, "")
		d.spell(d.issue, nonzero(w.Issue))
		a.Form.Field(name).SetHint(s.Say("meetings.issue.hint"))
	case "issues":
		input(&d.issues, "")
		d.spell(d.issues, w.Issues)
		a.Form.Field(name).SetHint(s.Say("meetings.issues.hint"))
	case "prepared":
		area(&d.prepared, 2, w.Prepared)
	case "text":
		rows := 4
		if d.kind == meeting.Notice {
			rows = 6
		}
		area(&d.text, rows, w.Text)
		a.Form.Field(name).SetLabel(s.Say("meetings.text." + string(d.kind)))
	case "unsettled":
		area(&d.unsettled, 2, w.Unsettled)
	case "refused":
		area(&d.refused, 2, w.Refused)
	case "headcount":
		d.headcount = kit.NumberEntry("0")
		if w.Headcount > 0 {
			d.headcount.SetNumber(w.Headcount)
		}
		a.Add(name, d.headcount, span)
	default:
		d.addChoice(name, span)
	}
}

// addChoice makes a field that is chosen from what the office has.
func (d *details) addChoice(name string, span int) {
	s, a, w := d.s, d.a, d.was
	staff := func(into **kit.Choice[app.StaffID], was app.StaffID) {
		*into = s.StaffChoice(w.Dept)
		kit.Hold(*into, was)
		a.Add(name, *into, span)
		if d.kind == meeting.Gathering {
			a.Form.Field(name).SetLabel(label(s.Voice, "gathered-by"))
		}
	}
	switch name {
	case "chair":
		staff(&d.chair, w.Chair)
	case "recorder":
		staff(&d.recorder, w.Recorder)
	case "owner-contact":
		staff(&d.contact, w.Contact)
	case "dept":
		d.dept = s.MaybeDept()
		kit.Hold(d.dept, w.Dept)
		a.Add(name, d.dept, span)
	case "subject":
		d.subject = seat.Codes(s, meeting.Subjects)
		kit.Hold(d.subject, w.Subject)
		a.Add(name, d.subject, span)
	case "event":
		d.event = seat.Codes(s, meeting.Events)
		kit.Hold(d.event, w.Subject)
		a.Add(name, d.event, span)
	case "areas":
		d.areaBox = container.NewStack()
		a.Add(name, d.areaBox, span)
		d.offerAreas()
	case "buildings":
		d.buildingBox = container.NewStack()
		a.Add(name, d.buildingBox, span)
		d.offerBuildings()
	}
}

func nonzero(id app.IssueID) []app.IssueID {
	if id == 0 {
		return nil
	}
	return []app.IssueID{id}
}

// move offers the areas and buildings of another estate.
func (d *details) move(at places) {
	d.at = at
	if d.areaBox != nil {
		d.offerAreas()
	}
	if d.buildingBox != nil {
		d.offerBuildings()
	}
}

func (d *details) offerAreas() {
	d.areas = kit.NewTicks(d.at.areaIDs(), d.at.area, 6)
	d.areas.Choose(d.was.Areas)
	d.areaBox.Objects = []fyne.CanvasObject{d.areas.Root}
	d.areaBox.Refresh()
}

func (d *details) offerBuildings() {
	d.buildings = kit.NewTicks(d.at.buildingIDs(), func(id app.BuildingID) string { return d.at.building(d.s.Voice, id) }, 8)
	d.buildings.Choose(d.was.Buildings)
	d.buildingBox.Objects = []fyne.CanvasObject{d.buildings.Root}
	d.buildingBox.Refresh()
}
