package issues

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// planForm records handler, solution and the points in time.
func planForm(m matter) *actForm {
	a := newAct(m, "plan", 2)
	a.Width = seat.SheetFull
	r, _ := m.c.Current()
	handler := m.s.StaffChoice(m.c.Lead)
	kit.SetValue(handler, r.Handler)
	a.Add("handler", handler, 1)
	expected := a.Moment("expected", seat.Evening, 1)
	expected.SetValue(r.Expected)
	disturbs := disturbRadios(m)
	if m.c.Kind == app.Repair {
		a.Add("disturbs", disturbs, 2)
		if r.Disturbs != "" {
			disturbs.SetValue(r.Disturbs)
		}
	}
	solution := a.Area("solution", 3, 2)
	solution.SetText(r.Solution)
	if m.c.Kind != app.Complaint {
		a.addStandard(solution)
	}
	plan := newPlanRows(m, r.Plan)
	a.Add("plan", plan.Root, 2)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.Plan, app.PlanOrder{
			Stand: m.s.Stand(m.c.Issue), Handler: handler.Value(), Solution: solution.Value(),
			Expected: expected.Moment(), Rows: plan.Values(), Disturbs: disturbs.Value(),
		})
	}
	return a
}

func newPlanRows(m matter, have []app.PlanRow) *kit.Editor[app.PlanRow] {
	s := m.s
	heads := []string{s.Say("plan.measure"), s.Say("plan.person"), s.Say("plan.by"), s.Say("plan.helping"), s.Say("plan.status")}
	return kit.NewEditor(kit.Columns{0, 140, 190, 130, 120}, heads, s.Say("plan.add"), func(p app.PlanRow) kit.EditorRow[app.PlanRow] {
		measure, person, helping := kit.Filled(p.Measure), kit.Filled(p.Person), kit.Filled(p.Helping)
		by := s.MomentField(seat.Evening)
		by.SetValue(p.By)
		status := kit.NewChoice(app.PlanStatuses, func(x app.PlanStatus) string { return s.Say("plan." + string(x)) })
		if !kit.SetValue(status, p.Status) {
			kit.SetValue(status, app.PlanOpen)
		}
		return kit.EditorRow[app.PlanRow]{
			Cells: []fyne.CanvasObject{measure, person, by, helping, status},
			Read: func() (app.PlanRow, bool) {
				row := app.PlanRow{Measure: measure.Value(), Person: person.Value(), By: by.Moment(), Helping: helping.Value(), Status: status.Value()}
				return row, row != app.PlanRow{Status: row.Status}
			},
		}
	}, have).Named("measure", "person", "by-when", "helping", "status")
}
