package ui

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// drafts are what the person at the desk typed into forms and has not sent. They
// are read once, when somebody sits down, and written one after the other.
type drafts struct {
	shell  *shell
	by     app.StaffID
	all    map[string]app.FormDraft
	stale  map[string]bool // what the file does not say yet
	busy   bool
	ending chan struct{} // closed when what is being written now is written
}

// draftStore keeps drafts in the office's file.
type draftStore interface {
	KeepFormDraft(context.Context, app.FormDraft) error
	FormDrafts(context.Context, app.StaffID) ([]app.FormDraft, error)
	DropFormDraft(context.Context, app.StaffID, string) error
}

func newDrafts(s *shell, by app.StaffID, left []app.FormDraft) *drafts {
	d := &drafts{shell: s, by: by, all: map[string]app.FormDraft{}, stale: map[string]bool{}}
	for _, one := range left {
		d.all[one.Form] = one
	}
	return d
}

// Left is what was left in a form.
func (d *drafts) Left(form string) (base, text map[string]string, at time.Time, found bool) {
	one, found := d.all[form]
	return one.Base, one.Text, one.At, found
}

// Keep takes down what stands in a form.
func (d *drafts) Keep(form string, base, text map[string]string) {
	d.all[form] = app.FormDraft{By: d.by, Form: form, At: d.shell.parts.Now(), Base: base, Text: text}
	d.stale[form] = true
	d.write()
}

// Drop forgets a form.
func (d *drafts) Drop(form string) {
	if _, there := d.all[form]; !there {
		return
	}
	delete(d.all, form)
	d.stale[form] = true
	d.write()
}

// Forms are the names of forms that begin so and in which something was left.
func (d *drafts) Forms(begin string) (forms []string) {
	for form := range d.all {
		if strings.HasPrefix(form, begin) {
			forms = append(forms, form)
		}
	}
	slices.Sort(forms)
	return forms
}

// Words say what was put back, and offer to begin afresh.
func (d *drafts) Words(at time.Time) (back, afresh string) {
	s := d.shell
	return s.words.Say("draft.back", d.moment(at)), s.words.Say("draft.afresh")
}

// moment words a moment, before anybody sits here too.
func (d *drafts) moment(at time.Time) string {
	if d.shell.seat == nil {
		return say.Voice{Words: d.shell.words}.Moment(at)
	}
	return d.shell.seat.Moment(at)
}

// write brings the file up to what was typed, a form at a time.
func (d *drafts) write() {
	if d.busy || len(d.stale) == 0 {
		return
	}
	form := slices.Sorted(maps.Keys(d.stale))[0]
	delete(d.stale, form)
	save, ended := d.saving(form), make(chan struct{})
	d.busy, d.ending = true, ended
	kit.Do(d.shell.tasks, func(ctx context.Context) (struct{}, error) {
		defer close(ended)
		return struct{}{}, save(ctx)
	}, func(_ struct{}, err error) {
		d.busy = false
		if err != nil {
			d.failed(err)
			return
		}
		d.write()
	})
}

// saving writes one form as it is now, whatever becomes of it meanwhile.
func (d *drafts) saving(form string) func(context.Context) error {
	store, by := draftStore(d.shell.office.Store), d.by
	one, there := d.all[form]
	return func(ctx context.Context) error {
		if !there {
			return store.DropFormDraft(ctx, by, form)
		}
		return store.KeepFormDraft(ctx, one)
	}
}

func (d *drafts) failed(err error) {
	slog.Error("draft", "err", err)
	d.shell.says(kit.Bad, d.shell.words.Say("draft.failed"))
}

// flush writes the rest before the window closes or somebody else sits down.
func (d *drafts) flush() {
	if d.ending != nil {
		<-d.ending
	}
	for _, form := range slices.Sorted(maps.Keys(d.stale)) {
		delete(d.stale, form)
		if err := d.saving(form)(context.Background()); err != nil {
			d.failed(err)
		}
	}
}
