package surveys

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// sizeOf is how large a plan's sample is: once it was approved as it was fixed then,
// before that with the register as it is now; or what keeps it from being reckoned.
func (v seen) sizeOf(plan annual.Plan) (annual.Sizing, []annual.Stratum, error) {
	if strata := v.survey.Strata; len(strata) > 0 {
		sizing, err := fixed(plan, strata)
		return sizing, strata, err
	}
	strata := annual.Strata(plan, v.frame)
	var spreads []float64
	if v.before != nil && plan.Rule == survey.Neyman {
		spreads = annual.Spreads(strata, *v.before, v.last)
	}
	sizing, err := annual.Sized(plan, strata, spreads)
	return sizing, strata, err
}

// fixed is the size that an approval fixed.
func fixed(plan annual.Plan, strata []annual.Stratum) (z annual.Sizing, err error) {
	z.Precision = plan.Precision
	for _, h := range strata {
		z.Precision.Units += h.Units
		z.Answers += h.Planned
		z.Planned, z.Issued = append(z.Planned, h.Planned), append(z.Issued, h.Issued)
	}
	z.Size, err = z.Precision.Size()
	return z, err
}

// sizeCard is the sample from what is asked of it to each stratum.
func (t *planPart) sizeCard(v seen) fyne.CanvasObject {
	s := t.p.s
	return kit.CardTitled(s.Say("surveys.card.size"), sizeBox(s, v, v.survey.Plan), t.p.edit(sampleForm)...)
}

// sizeBox is how many are asked, step by step, and of which stratum; or in words why
// that cannot be.
func sizeBox(s *seat.Seat, v seen, plan annual.Plan) fyne.CanvasObject {
	sizing, strata, err := v.sizeOf(plan)
	box := container.NewVBox()
	if plan.Convenience {
		box.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(s.Say("surveys.draw.all")))))
	}
	if err != nil {
		box.Add(kit.Note(kit.Bad, kit.Flush(kit.Wrapped(sizeTrouble(s, err)))))
		return box
	}
	for _, step := range sizeSteps(s, plan, sizing) {
		box.Add(kit.Row(kit.Columns{0, -76}, container.NewVBox(kit.NewCell(step.name, kit.SizeBody, kit.Body, false),
			kit.NewCell(step.how, kit.SizeSmall, kit.Quiet, false)), kit.Text(step.result, kit.SizeBody, kit.Body, step.heavy)))
	}
	box.Add(kit.Line())
	box.Add(allocation(s, strata, sizing))
	return box
}

func sizeTrouble(s *seat.Seat, err error) string {
	var faults app.Faults
	if !errors.As(err, &faults) {
		return s.Trouble(err)
	}
	all := make([]string, len(faults))
	for i, f := range faults {
		all[i] = s.Fault(f)
	}
	return strings.Join(all, " ")
}

// sizeStep is one step from the precision to the sheets that are handed out.
type sizeStep struct {
	name, how, result string
	heavy             bool
}

func sizeSteps(s *seat.Seat, plan annual.Plan, z annual.Sizing) []sizeStep {
	p, size := z.Precision, z.Size
	steps := []sizeStep{
		{name: s.Say("surveys.size.infinite"), how: s.Say("surveys.size.infinite.how", decimals(size.Z, 3), decimals(p.Share, 2), decimals(1-p.Share, 2), decimals(p.Error, 4)),
			result: decimals(size.Infinite, 1)},
		{name: s.Say("surveys.size.finite"), how: s.Say("surveys.size.finite.how", decimals(size.Infinite, 1), s.Number(p.Units)), result: s.Number(size.Rounded)},
	}
	if p.Effect != 1 {
		steps = append(steps, sizeStep{name: s.Say("surveys.size.effect"), how: s.Say("surveys.size.effect.how", s.Number(size.Rounded), decimals(p.Effect, 2)), result: s.Number(size.Effective)})
	}
	if z.Answers > size.Effective {
		steps = append(steps, sizeStep{name: s.Say("surveys.size.floors"), how: s.Say("surveys.size.floors.how", plan.Floor), result: s.Number(z.Answers)})
	}
	steps[len(steps)-1].heavy = true
	how := s.Say("surveys.size.out.how", s.Number(z.Answers), share(p.Response))
	if plan.Convenience {
		how = s.Say("surveys.convenience")
	}
	return append(steps, sizeStep{s.Say("surveys.size.out"), how, s.Number(z.Out()), true})
}

func decimals(x float64, n int) string {
	text := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// allocation is each stratum with its households, the answers wanted of it, and the
// questionnaires to hand out.
func allocation(s *seat.Seat, strata []annual.Stratum, z annual.Sizing) fyne.CanvasObject {
	columns := kit.Columns{0, 0, -84, -72, -84}
	box := container.NewVBox(allocated(columns, kit.Quiet, false, s.Say("surveys.field.area"), s.Say("surveys.field.owners"),
		s.Say("surveys.col.households"), s.Say("surveys.col.planned"), s.Say("surveys.col.out")))
	units, answers, area := 0, 0, ""
	for h, one := range strata {
		name := areaWords(s.Voice, one)
		if name == area {
			name = ""
		} else {
			area = name
		}
		box.Add(allocated(columns, kit.Body, false, name, say.Code(s.Voice, one.Owner), s.Number(one.Units), s.Number(z.Planned[h]), s.Number(z.Issued[h])))
		units += one.Units
		answers += z.Planned[h]
	}
	box.Add(kit.Line())
	box.Add(allocated(columns, kit.Body, true, s.Say("surveys.sum"), "", s.Number(units), s.Number(answers), s.Number(z.Out())))
	return box
}

// allocated is one row of words, then figures.
func allocated(columns kit.Columns, role kit.Role, heavy bool, words ...string) fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, len(words))
	for i, w := range words {
		if columns[i] < 0 {
			cells[i] = kit.Text(w, kit.SizeLabel, role, heavy)
		} else {
			cells[i] = kit.NewCell(w, kit.SizeLabel, role, heavy)
		}
	}
	return kit.Row(columns, cells...)
}
