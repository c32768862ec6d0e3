package issues

import (
	"context"
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// draft keeps a half-written intake as typed, so that a power cut costs a
// second of typing at most.
type draft struct {
	p      *Intake
	id     int64
	kept   map[string]string // what stands in the file
	empty  map[string]string // what stands in a form nobody wrote in
	busy   bool
	again  bool // something changed while it was written
	paused func()
	paid   bool // the form was saved or thrown away; nothing more to keep
	off    bool // the form was filled in elsewhere, where it still stands
}

const (
	draftPause = 700 * time.Millisecond
	draftEvery = 5 * time.Second
)

func newDraft(p *Intake) draft { return draft{p: p, paused: func() {}} }

// begin takes the form as it is now for empty.
func (d *draft) begin() {
	d.id, d.paid = 0, false
	d.empty = d.p.text()
	d.kept = d.empty
	d.p.saved.SetText("")
}

// typed tells whether anybody wrote in the form.
func (d *draft) typed() bool { return !d.paid && !maps.Equal(d.p.text(), d.empty) }

// soon keeps the form once typing rests.
func (d *draft) soon() {
	d.paused()
	d.paused = d.p.s.Tasks.After(draftPause, d.keep)
}

// keep writes the form into the file unless it stands there already.
func (d *draft) keep() {
	if d.empty == nil || d.paid || d.off {
		return
	}
	text := d.p.text()
	switch {
	case maps.Equal(text, d.kept):
		return
	case d.busy:
		d.again = true
		return
	}
	d.busy = true
	kept := app.IntakeDraft{ID: d.id, By: d.p.s.Staff.ID, At: d.p.s.Now(), Text: text}
	kit.Do(d.p.s.Tasks, func(ctx context.Context) (app.IntakeDraft, error) {
		id, err := d.p.asks.KeepDraft(ctx, kept)
		kept.ID = id
		return kept, err
	}, d.show)
}

// rest keeps the form as it is before the page goes, and waits for it: the window
// may close the next moment.
func (d *draft) rest() {
	if d.empty == nil || d.paid || d.off || d.busy || maps.Equal(d.p.text(), d.kept) {
		return
	}
	kept := app.IntakeDraft{ID: d.id, By: d.p.s.Staff.ID, At: d.p.s.Now(), Text: d.p.text()}
	id, err := d.p.asks.KeepDraft(context.Background(), kept)
	kept.ID = id
	d.show(kept, err)
}

func (d *draft) show(kept app.IntakeDraft, err error) {
	d.busy = false
	if err != nil {
		d.p.s.Fail(nil, err)
		return
	}
	if d.paid { // saved meanwhile: it must not come back as a draft
		d.drop(kept.ID)
		return
	}
	d.id, d.kept = kept.ID, kept.Text
	d.p.saved.SetText(d.p.s.Say("intake.draft-kept", d.p.s.Here(kept.At).Format(time.TimeOnly)))
	if d.again {
		d.again = false
		d.keep()
	}
}

// done forgets the draft: it became an issue, or part of one.
func (d *draft) done() {
	d.paused()
	d.paid = true
	if d.id != 0 {
		d.drop(d.id)
	}
	d.p.saved.SetText("")
}

func (d *draft) drop(id int64) {
	kit.Do(d.p.s.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, d.p.asks.DropDraft(ctx, id)
	}, func(_ struct{}, err error) {
		if err != nil {
			d.p.s.Fail(nil, err)
		}
	})
}

// look asks for drafts that this person left.
func (d *draft) look() {
	if d.empty == nil {
		d.begin()
	}
	if d.off {
		return
	}
	by := d.p.s.Staff.ID
	kit.Do(d.p.s.Tasks, func(ctx context.Context) ([]app.IntakeDraft, error) {
		return d.p.asks.Drafts(ctx, by)
	}, d.offer)
}

// offer shows the newest draft left behind, to go on with or to throw away.
func (d *draft) offer(left []app.IntakeDraft, err error) {
	d.p.offer.RemoveAll()
	if err != nil {
		d.p.s.Fail(nil, err)
		return
	}
	newest := -1
	for i, one := range left {
		if one.ID != d.id && (newest < 0 || one.At.After(left[newest].At)) {
			newest = i
		}
	}
	if newest >= 0 && !d.typed() {
		d.p.offer.Add(d.banner(left[newest]))
	}
	d.p.Root.Refresh()
}

// withdraw takes the offer away once something new is written; the draft left
// behind is offered again next time.
func (d *draft) withdraw() {
	if len(d.p.offer.Objects) > 0 && d.typed() {
		d.p.offer.RemoveAll()
		d.p.Root.Refresh()
	}
}

func (d *draft) banner(left app.IntakeDraft) fyne.CanvasObject {
	s := d.p.s
	text := kit.NewCell(s.Say("intake.draft-left", s.Moment(left.At), left.Text["search"]+" "+left.Text["description"]),
		kit.SizeBody, kit.InkOf(kit.Info), false)
	return kit.Note(kit.Info, container.NewBorder(nil, nil, nil, container.New(layout.NewHBoxLayout(),
		kit.Button(s.Say("intake.draft-drop"), nil, func() { d.dropLeft(left) }),
		kit.Button(s.Say("intake.draft-take"), nil, func() { d.take(left) })), kit.Middle(text)))
}

func (d *draft) dropLeft(left app.IntakeDraft) {
	d.p.offer.RemoveAll()
	d.drop(left.ID)
	d.p.Root.Refresh()
}

// take goes on with a draft where it was left.
func (d *draft) take(left app.IntakeDraft) {
	d.p.offer.RemoveAll()
	d.id, d.kept = left.ID, left.Text
	d.p.restore(left.Text)
	d.p.saved.SetText(d.p.s.Say("intake.draft-kept", d.p.s.Here(left.At).Format(time.TimeOnly)))
	d.p.Root.Refresh()
}
