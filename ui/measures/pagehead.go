package measures

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// header is the number, how the measure stands, and what can be done.
func (p *Page) header() fyne.CanvasObject {
	m, s := p.seen.m, p.s
	chips := container.NewHBox(kit.Middle(kit.Chip(tone(m.Head, p.seen.by.Today), s.MeasureState(m.Head, p.seen.by.Today))))
	if waits := m.Pending(p.seen.by); len(waits) > 0 {
		chips.Add(kit.Middle(kit.Chip(pendingTone(waits[0], p.seen.by.Today), s.Waits(waits[0]))))
	}
	return kit.Flow(kit.Title(s.Round(m.Head)), chips, container.NewHBox(p.print, p.more, p.nextButton()))
}

// nextButton is the one next act. When it may not be done now, it is said why.
func (p *Page) nextButton() fyne.CanvasObject {
	p.Step = func() {}
	v, known := verbNamed(nextVerb(p.seen.m))
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
		if v.name == nextVerb(p.seen.m) || bar(v.try(t)) != nil {
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
	if len(items) == 0 {
		none := fyne.NewMenuItem(p.s.Say("measures.more.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	p.s.Under(p.more, items)
}

// attach asks for a file and puts it into the measure with a note.
func (p *Page) attach() {
	p.s.Outside.PickFile(p.s.Say("attach.pick"), nil, func(path string) {
		f := newForm(p.s, seat.FormName("measure", p.seen.m.ID, "attach"), p.s.Dotted(p.s.Say("verb.attach"), p.seen.m.Number), p.s.Say("verb.attach"), 1)
		note := kit.Entry("")
		f.Add("note", note, 1)
		closed := kit.Check(p.s.Say("attach.closed"), nil)
		f.Form.Add("files", kit.NewField(" ", closed, p.s.Say("attach.closed.hint")), 1)
		f.Order = func() doing {
			o, words, restricted := improve.AttachOrder{Stand: p.stand()}, note.Value(), closed.Checked
			return func(ctx context.Context) (improve.Move, error) {
				file, err := p.asks.Attach(ctx, path)
				if err != nil {
					return improve.Move{}, err
				}
				file.Note, file.Closed = words, restricted
				o.Files = []app.Attachment{file}
				return p.desk.Attach(ctx, o)
			}
		}
		f.Said = func(m improve.Move) string {
			return p.s.Say("measures.done", p.s.Dotted(p.s.Say("verb.attach"), m.Head.Number))
		}
		p.open(f)
	})
}
