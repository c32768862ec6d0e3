package issues

import (
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// facts are the fields of what the desk writes down of an issue, for intake and
// for its correction alike.
type facts struct {
	Form *kit.Form
	// Changed is told of every change of any field.
	Changed func()
	// Missing tells of characters that paper cannot print; it may be nil.
	Missing func(string) string

	s     *seat.Seat
	typed func() time.Time // when it is, or was first, written down
	place app.Place        // chosen from the register

	project     *kit.Choice[app.ProjectID]
	who         *who
	where       *kit.Input
	channel     *kit.Choice[app.Channel]
	received    *kit.MomentField
	receivedWhy *kit.Input
	kind        *kit.Choice[app.Kind]
	subject     *kit.Choice[app.Category]
	category    *kit.Choice[app.Category]
	urgency     *kit.Choice[app.Urgency]
	level       *kit.Choice[app.Level]
	description *kit.TextArea
	wish        *kit.Input
	occurred    *kit.MomentField
	households  *kit.NumberInput
	reference   *kit.Input
	replyHow    *kit.Choice[app.Method]
	replyWhen   *kit.Input
	noReply     *kit.Tick
}

// newFacts makes the fields; the form is laid out by addTo and addRest.
func newFacts(s *seat.Seat, typed func() time.Time, reveal func(app.Reporter, func())) *facts {
	f := &facts{Form: kit.NewForm(3), Changed: func() {}, s: s, typed: typed}
	f.who = newWho(s, reveal, f.touched)
	f.project = kit.NewChoice(s.Projects(), s.Voice.Project)
	f.where = kit.Entry(s.Say("intake.where.example"))
	f.channel = seat.Codes(s, seat.Offered(s, "channel", app.Channels))
	f.received = s.MomentField(seat.Morning)
	f.receivedWhy = kit.Entry("")
	f.kind = seat.Codes(s, app.Kinds)
	f.subject = seat.Codes(s, s.Subjects())
	f.category = seat.Codes(s, []app.Category(nil))
	f.urgency = seat.Codes(s, app.Urgencies)
	f.level = seat.Codes(s, app.Levels)
	f.description = kit.Area(3, app.LongestText)
	f.wish = kit.Entry("")
	f.occurred = s.MomentField(seat.Morning)
	f.households = kit.NumberEntry("1")
	f.reference = kit.Entry("")
	f.replyHow = seat.Maybe(s, seat.Offered(s, "method", app.Methods))
	f.replyWhen = kit.Entry(s.Say("intake.reply-when.example"))
	f.noReply = kit.Check(s.Say("intake.no-reply"), func(bool) { f.touched() })
	f.listen()
	return f
}

// listen hears every field.
func (f *facts) listen() {
	touched := func(string) { f.touched() }
	for _, e := range []*kit.Input{f.where, f.receivedWhy, f.wish, &f.households.Input, f.reference, f.replyWhen} {
		e.OnChanged = touched
	}
	f.description.OnChanged = touched
	f.received.OnChanged = func(time.Time) { f.touched() }
	f.occurred.OnChanged = func(time.Time) { f.touched() }
	f.project.OnChanged = func(app.ProjectID) { f.touched() }
	f.channel.OnChanged = func(app.Channel) { f.touched() }
	f.kind.OnChanged = func(app.Kind) { f.touched() }
	f.category.OnChanged = func(app.Category) { f.touched() }
	f.urgency.OnChanged = func(app.Urgency) { f.touched() }
	f.level.OnChanged = func(app.Level) { f.touched() }
	f.replyHow.OnChanged = func(app.Method) { f.touched() }
	f.subject.OnChanged = func(app.Category) { f.narrow(); f.touched() }
}

// narrow offers the second level of the subject chosen.
func (f *facts) narrow() {
	f.category.SetValues(f.s.Topics(f.subject.Value()))
}

// addTo lays the fields out; each field's name is the one a fault would name.
func (f *facts) addTo() {
	add := func(name string, input fyne.CanvasObject, span int) {
		f.Form.Add(name, kit.NewField(label(f.s, name), input, ""), span)
	}
	f.who.addTo(f.Form)
	add("channel", f.channel, 1)
	add("received", f.received, 1)
	add("kind", f.kind, 1)
	add("subject", f.subject, 1)
	add("category", f.category, 1)
	f.Form.Field("category").SetLabel(f.s.Say("intake.detail"))
	add("urgency", f.urgency, 1)
	add("project", f.project, 1)
	add("level", f.level, 1)
	add("received-why", f.receivedWhy, 2)
	add("reference", f.reference, 1)
	add("description", f.description, 3)
	add("wish", f.wish, 3)
	add("occurred", f.occurred, 1)
	add("households", f.households, 1)
	add("reply-how", f.replyHow, 1)
	add("reply-when", f.replyWhen, 2)
	f.Form.Add("no-reply", kit.NewField(" ", f.noReply, ""), 1)
	f.adapt()
}

// touched follows a change: what is asked for depends on what was said.
func (f *facts) touched() {
	f.adapt()
	f.Changed()
}

// promptly is how soon after a call it must be written down to need no reason;
// app refuses what is later and gives none.
const promptly = 15 * time.Minute

// late tells whether the receipt lies so far back that it wants a reason.
func (f *facts) late() bool {
	t := f.received.Moment()
	return !t.IsZero() && f.typed().Sub(t) > promptly
}

func (f *facts) adapt() {
	form := f.Form
	form.ShowField("project", len(f.project.Values()) > 1)
	form.ShowField("level", f.kind.Value() == app.Complaint)
	form.ShowField("received-why", f.late())
	if d := form.Field("category"); d != nil {
		d.SetHint(f.restrictedHint())
	}
	form.ShowField("reference", f.channel.Value() == "CH-GOV")
	if d := form.Field("description"); d != nil {
		d.SetHint(f.warning())
	}
}

// restrictedHint says that what is chosen keeps the issue from most.
func (f *facts) restrictedHint() string {
	if (app.Intake{Kind: f.kind.Value(), Category: f.category.Value()}).Restricted() {
		return f.s.Say("restricted.hint")
	}
	return ""
}

// warning is what the description should be looked at for.
func (f *facts) warning() string {
	text := f.description.Value()
	if what := holds(text + " " + f.wish.Value()); what != "" {
		return f.s.Say("intake.private." + what)
	}
	if f.Missing != nil {
		if gone := f.Missing(text + f.wish.Value()); gone != "" {
			return f.s.Say("intake.missing", gone)
		}
	}
	return ""
}

// intake is what the fields say.
func (f *facts) intake() app.Intake {
	households, _ := f.households.Number()
	return app.Intake{
		Received: f.received.Moment(), ReceivedWhy: f.receivedWhy.Value(), Channel: f.channel.Value(),
		Kind: f.kind.Value(), Category: f.category.Value(), Urgency: f.urgency.Value(),
		Reporter: f.who.reporter(), Place: f.at(), Description: f.description.Value(), Wish: f.wish.Value(),
		Occurred: f.occurred.Moment(), Households: max(households, 1), NoReply: f.noReply.Checked,
		ReplyHow: f.replyHow.Value(), ReplyWhen: f.replyWhen.Value(), Reference: f.reference.Value(),
	}
}

// at is the place chosen, with what was typed beside it; a room that is not in
// the register is taken apart as it was typed.
func (f *facts) at() app.Place {
	p := f.place
	p.Text = f.where.Value()
	if p.Block != "" || p.Door != "" {
		return p
	}
	if read, ok := register.ParsePlace(p.Text); ok && read.Building != "" && read.Room != "" {
		p.Block, p.Unit, p.Door = read.Building, read.Unit, read.Room
	}
	return p
}

// fill writes an intake into the fields.
func (f *facts) fill(i app.Intake, level app.Level) {
	f.place = i.Place
	f.where.SetText(i.Place.Text)
	kit.Hold(f.channel, i.Channel)
	f.received.SetValue(i.Received)
	f.receivedWhy.SetText(i.ReceivedWhy)
	kit.Hold(f.kind, i.Kind)
	f.setCategory(i.Category)
	kit.Hold(f.urgency, i.Urgency)
	kit.SetValue(f.level, level)
	f.description.SetText(i.Description)
	f.wish.SetText(i.Wish)
	f.occurred.SetValue(i.Occurred)
	f.households.SetNumber(max(i.Households, 1))
	f.reference.SetText(i.Reference)
	kit.Hold(f.replyHow, i.ReplyHow)
	f.replyWhen.SetText(i.ReplyWhen)
	f.noReply.SetChecked(i.NoReply)
	f.adapt()
}

func (f *facts) setCategory(c app.Category) {
	kit.Hold(f.subject, c.Subject())
	f.narrow()
	kit.Hold(f.category, c)
}
