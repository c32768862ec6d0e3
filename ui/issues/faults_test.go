package issues

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// Whatever is filled in, what is wrong with it is said beside a field that is on
// screen, by which it can be mended.
func TestAFaultStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Traditional)
	seen := map[app.Invalid]bool{}
	for _, alone := range []func() app.IssueID{x.galleryRound, x.galleryCase} {
		build := func() app.IssueID { id := alone(); x.neighbours(id); return id }
		id := build()
		for _, v := range verbs {
			for seed := range uint64(5) {
				if !x.the(id).Open() {
					id = build()
				}
				x.faulty(v, id, seed, seen)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d kinds of fault were seen", len(seen))
	}
}

// faulty sends the form of a verb filled in by chance; seed 0 leaves it untouched.
func (x *world) faulty(v verb, id app.IssueID, seed uint64, seen map[app.Invalid]bool) {
	x.Helper()
	c := x.the(id)
	a := v.form(matter{x.Seat, x.store, c, verbs})
	var faults app.Faults
	order := a.Order
	a.Order = func() doing {
		do := order()
		return func(ctx context.Context) (app.Move, error) {
			m, err := do(ctx)
			errors.As(err, &faults)
			return m, err
		}
	}
	a.Show()
	if seed > 0 {
		x.spoil(rand.New(rand.NewPCG(seed, 0)))
	}
	a.Sheet.Submit()
	for _, f := range faults {
		seen[f] = true
		if elsewhere(v, trialOf(x.Seat, c), f) {
			continue
		}
		field := a.Form.Field(f.Field)
		if field == nil || !field.Visible() || field.Error() == "" {
			x.Errorf("%s, %d: %s %s stands beside no field on screen", v.name, seed, f.Field, f.Rule)
		}
	}
	a.Sheet.Close()
}

// elsewhere tells what is about the issue or the person, keeps the form from being
// offered at all, or is mended by a form of its own, to which a note leads.
func elsewhere(v verb, t trial, f app.Invalid) bool {
	if bar := v.barred(t); bar != nil && f == *bar {
		return true
	}
	nobody := f.Field == "callers" && len(t.CallersUntold()) == 0
	return nobody || f.Field == "issue" || f.Field == "by" || f.Rule == "lacking"
}

// spoil puts something, right or wrong, into every field that is shown.
func (x *world) spoil(r *rand.Rand) {
	moments := []time.Time{{}, datatest.At(1, 9, 0), datatest.At(30, 20, 0), datatest.At(30, 20, 0).AddDate(50, 0, 0)}
	texts := []string{"", "好", strings.Repeat("長", app.LongestText+1)}
	for _, field := range find[*kit.Field](x) {
		if !field.Visible() {
			continue
		}
		switch input := field.Input.(type) {
		case *kit.Input:
			input.SetText(texts[r.IntN(len(texts))])
		case *kit.TextArea:
			input.SetText(texts[r.IntN(len(texts))])
		case *kit.MomentField:
			input.SetValue(moments[r.IntN(len(moments))])
		case *kit.Tick:
			input.SetChecked(r.IntN(2) == 0)
		case interface{ SetSelectedIndex(int) }:
			input.SetSelectedIndex(r.IntN(4))
		case fyne.Focusable:
			input.TypedRune(rune('1' + r.IntN(5)))
		}
	}
}

// Who is content and still wants it done again says why: the field is there.
func TestAFurtherRoundAsksForItsReason(t *testing.T) {
	x := sit(t, lang.Traditional)
	a := followUpForm(matter{x.Seat, x.store, x.the(x.galleryCase()), verbs})
	a.Show()
	choose(x, "reached", app.ReachedOwner)
	pick(x, "rating", app.Rating(3))
	pick(x, "solved", app.SolvedPart)
	pick(x, "disposal", app.NewRound)
	if !a.Form.Field("why").Visible() {
		t.Error("the reason is not asked for before the form is sent")
	}
	if a.Sheet.Submit(); x.wrong("why") == "" {
		t.Errorf("the reason is asked for and nowhere to be given: %s", x.words())
	}
}
