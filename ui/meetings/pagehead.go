package meetings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// header is the number, how the record stands, and what can be done.
func (p *Page) header() fyne.CanvasObject {
	r, s := p.seen.r, p.s
	chips := container.NewHBox(kit.Middle(kit.Chip(kit.Plain, s.Say("meetings.kind."+string(r.Kind)))),
		kit.Middle(kit.Chip(stateTone(r.State), stateWords(s.Voice, r.Head))))
	if tone, words := s.Due(r.MinutesDue); r.State == meeting.Held && words != "" {
		chips.Add(kit.Middle(kit.Chip(tone, dueWords(s.Voice, r.Kind, words))))
	}
	right := container.NewHBox()
	if p.Print != nil && len(printable(r)) > 0 {
		right.Add(p.print)
	}
	right.Add(p.more)
	right.Add(p.nextButton())
	return kit.Flow(kit.Title(r.Number), chips, right)
}

// nextButton is the one next act. When it may not be done now, it is said why.
func (p *Page) nextButton() fyne.CanvasObject {
	p.Step = func() {}
	v, known := verbNamed(nextVerb(p.seen.r))
	if !known {
		return kit.Gap(0, 0)
	}
	if b := bar(v.try(p.trial())); b != nil {
		return kit.Middle(kit.Chip(kit.Plain, p.s.Fault(*b)))
	}
	p.Step = func() { p.open(v.form(p)) }
	return kit.Primary(kit.WithShortcut(p.verbWords(v.name), kit.Shortcut(fyne.KeyReturn)), v.icon(), p.Step)
}

// showMore offers every other act that may be done now.
func (p *Page) showMore() {
	if !p.there {
		return
	}
	var items []*fyne.MenuItem
	t := p.trial()
	for _, v := range verbs {
		if v.name == nextVerb(p.seen.r) || bar(v.try(t)) != nil {
			continue
		}
		item := fyne.NewMenuItem(p.verbWords(v.name), p.s.Tasks.Guard(func() { p.open(v.form(p)) }))
		item.Icon = v.icon()
		items = append(items, item)
	}
	if bar(tryAttach(t)) == nil {
		attach := fyne.NewMenuItem(p.s.Say("verb.attach"), p.s.Tasks.Guard(p.attach))
		attach.Icon = theme.MailAttachmentIcon()
		items = append(items, fyne.NewMenuItemSeparator(), attach)
	}
	if p.seen.r.Kind == meeting.Weekly {
		items = append(items, fyne.NewMenuItemSeparator(), p.sheetItem("meetings.sheet.export", theme.DownloadIcon(), p.Export))
		if bar(tryChange(t)) == nil {
			items = append(items, p.sheetItem("meetings.sheet.import", theme.UploadIcon(), p.Import))
		}
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(p.s.Say("meetings.more.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	p.s.Under(p.more, items)
}

// sheetItem is about the sheet that a department fills in without this program.
func (p *Page) sheetItem(key string, icon fyne.Resource, do func(meeting.Record)) *fyne.MenuItem {
	item := fyne.NewMenuItem(p.s.Say(key), p.s.Tasks.Guard(func() { do(p.seen.r) }))
	item.Icon = icon
	return item
}

// attach asks for a file and puts it into the record with a note.
func (p *Page) attach() {
	p.s.Outside.PickFile(p.s.Say("attach.pick"), nil, func(path string) {
		f := newForm(p.s, seat.FormName("record", p.seen.r.ID, "attach"), p.title("attach"), p.s.Say("verb.attach"), 1)
		note := kit.Entry("")
		f.Add("note", note, 1)
		closed := kit.Check(p.s.Say("attach.closed"), nil)
		f.Form.Add("files", kit.NewField(" ", closed, p.s.Say("attach.closed.hint")), 1)
		f.Order = func() doing {
			o, words, restricted := meeting.AttachOrder{Stand: p.stand()}, note.Value(), closed.Checked
			return func(ctx context.Context) (meeting.Move, error) {
				file, err := p.asks.Attach(ctx, path)
				if err != nil {
					return meeting.Move{}, err
				}
				file.Note, file.Closed = words, restricted
				o.Files = []app.Attachment{file}
				return p.desk.Attach(ctx, o)
			}
		}
		f.Said = func(meeting.Move) string { return p.said("attach") }
		p.open(f)
	})
}
