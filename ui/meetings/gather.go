package meetings

import (
	"context"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// gatherForm takes down what owners said at sales or at an event: its head once,
// then one opinion after another. Their issues are made along with it.
func gatherForm(s *seat.Seat, desk *meeting.Desk, asks Asks, k meeting.Kind, of app.ProjectID, at places, _ []meeting.Head) *form {
	f := newForm(s, seat.FormName("record", "new", k, of), s.Say("record.kind."+string(k)), s.Say("meetings.gather.do"), 3)
	f.Width = seat.SheetFull
	project := kit.NewChoice(s.Projects(), s.Voice.Project)
	kit.SetValue(project, of)
	if len(project.Values()) > 1 && s.Project == 0 {
		f.Add("project", project, 3)
	}
	d := newDetails(f, s, asks, k, meeting.Details{Recorder: s.Staff.ID, Dept: s.Staff.Dept}, at, true)
	e := opinionRows(s, nil)
	f.Form.Add("opinions", kit.NewField("", e.Root, ""), 3)
	all := kit.Check(s.Say("meetings.gather.all"), nil)
	all.SetChecked(true)
	f.Form.Add("register", kit.NewField("", all, s.Say("meetings.gather.all.hint")), 3)
	f.Dirty = unlike(e)
	f.Order = func() doing {
		o := meeting.GatherOrder{Project: project.Value(), By: s.Staff.ID, Opinions: e.Values(), Register: all.Checked}
		w, issue, issues := d.read()
		return func(ctx context.Context) (m meeting.Move, err error) {
			if o.Details, err = d.found(ctx, w, issue, issues); err != nil {
				return m, err
			}
			return desk.Gather(ctx, o)
		}
	}
	f.Said = func(m meeting.Move) string {
		return s.Say("meetings.gathered", m.Head.Number, len(m.Opinions), len(m.Raised))
	}
	return f
}

// opinionRows is the list that gathered opinions are written in. Who was answered
// stays so, whatever is corrected in the row.
func opinionRows(s *seat.Seat, have []meeting.Opinion) *kit.Editor[meeting.Opinion] {
	fields := []string{"name", "phone", "room", "sort", "subject-of", "opinion", "note"}
	heads := make([]string, len(fields))
	for i, one := range fields {
		heads[i] = label(s.Voice, one)
	}
	return kit.NewEditor(kit.Columns{92, 124, 92, 96, 124, 0, 120}, heads, s.Say("meetings.add.opinions"), func(v meeting.Opinion) kit.EditorRow[meeting.Opinion] {
		name, phone, room, text, note := kit.Filled(v.Name), kit.Filled(v.Phone), kit.Filled(v.Room), area(2, v.Text), kit.Filled(v.Note)
		sort, subject := seat.Codes(s, app.Kinds), seat.Maybe(s, s.Subjects())
		kit.SetValue(sort, app.Suggestion)
		if v.Sort != "" {
			kit.Hold(sort, v.Sort)
		}
		kit.Hold(subject, v.Category.Subject())
		return kit.EditorRow[meeting.Opinion]{Cells: []fyne.CanvasObject{name, phone, room, sort, subject, text, note}, Read: func() (meeting.Opinion, bool) {
			now := v
			now.Name, now.Phone, now.Room, now.Text, now.Note, now.Sort = name.Value(), phone.Value(), room.Value(), text.Value(), note.Value(), sort.Value()
			if subject.Value() != v.Category.Subject() { // the finer one stays while the subject does
				now.Category = subject.Value()
			}
			return now, now.Name+now.Phone+now.Room+now.Text+now.Note != ""
		}}
	}, have).Named("name", "phone", "room", "sort", "category", "text", "note").Movable()
}

// gatheredForm corrects the opinions of a gathering, and adds to them.
func gatheredForm(p *Page) *form {
	e := opinionRows(p.s, meeting.Live(p.seen.r.Opinions))
	return rowsForm(p, "opinions", e, func(o *meeting.ChangeOrder) { o.Opinions = list(e) })
}

// registerForm makes issues of all opinions that nobody answered for.
func registerForm(p *Page) *form {
	f := p.act(registerVerb, 1)
	f.Tell(p.s.Count("meetings.register.tell", len(p.seen.r.Unanswered())))
	f.Tell(p.s.Say("meetings.gather.all.hint"))
	f.Order = func() doing { return seat.Ask(p.desk.Register, meeting.RegisterOrder{Stand: p.stand()}) }
	f.Said = func(m meeting.Move) string { return p.s.Count("meetings.registered", len(m.Raised)) }
	return f
}

// asideForm answers for an opinion without an issue of its own.
func asideForm(p *Page, v meeting.Opinion) *form {
	s := p.s
	f := newForm(s, seat.FormName("record", p.seen.r.ID, "aside", v.N), s.Dotted(s.Say("meetings.aside"), p.seen.r.Number), s.Say("meetings.aside.do"), 2)
	f.Tell(v.Text)
	aside, number := seat.Codes(s, meeting.Asides), kit.Entry("")
	f.Add("aside", aside, 1)
	f.Add("same-issue", number, 1).SetHint(s.Say("meetings.same-issue.hint"))
	why := f.Area("aside-why", 3, 2)
	f.ShowField("same-issue", false)
	aside.OnChanged = func(a meeting.Aside) { f.ShowField("same-issue", a == meeting.AsideSame) }
	f.Order = func() doing {
		o := meeting.AsideOrder{Stand: p.stand(), N: v.N, Aside: aside.Value(), Why: why.Value()}
		typed := number.Value()
		return func(ctx context.Context) (m meeting.Move, err error) {
			if o.Aside == meeting.AsideSame && typed != "" {
				if o.Issue, err = p.asks.IssueByNumber(ctx, typed); err != nil {
					return m, app.Faults{{Field: "same-issue", Rule: "unknown"}}
				}
			}
			return p.desk.SetAside(ctx, o)
		}
	}
	f.Said = func(meeting.Move) string { return s.Say("meetings.done", s.Say("meetings.aside")) }
	return f
}
