package issues

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// planForm records handler, solution and the points in time.
func planForm(m matter) *actForm {
	a := newAct(m, "plan", 2)
	a.width = sheetFull
	r, _ := m.c.Current()
	handler := staff(m.s, m.c.Lead)
	kit.SetValue(handler, r.Handler)
	a.add("handler", handler, 1)
	expected := a.moment("expected", evening, 1)
	expected.SetValue(r.Expected)
	solution := a.area("solution", 3, 2)
	solution.SetText(r.Solution)
	plan := newPlanRows(m, r.Plan)
	a.add("plan", plan.Root, 2)
	a.order = func() doing {
		return ask(m.s.Desk.Plan, app.PlanOrder{
			Stand: m.s.Stand(m.c.Issue), Handler: handler.Value(), Solution: solution.Value(),
			Expected: when(expected), Rows: plan.values(),
		})
	}
	return a
}

func newPlanRows(m matter, have []app.PlanRow) *rows[app.PlanRow] {
	s := m.s
	heads := []string{s.Say("plan.measure"), s.Say("plan.person"), s.Say("plan.by"), s.Say("plan.helping"), s.Say("plan.status")}
	return newRows(kit.Columns{0, 140, 190, 130, 120}, heads, s.Say("plan.add"), func(p app.PlanRow) rowOf[app.PlanRow] {
		measure, person, helping := text(p.Measure), text(p.Person), text(p.Helping)
		by := moment(s, evening)
		by.SetValue(p.By)
		status := kit.NewChoice(app.PlanStatuses, func(x app.PlanStatus) string { return s.Say("plan." + string(x)) })
		if !kit.SetValue(status, p.Status) {
			kit.SetValue(status, app.PlanOpen)
		}
		return rowOf[app.PlanRow]{
			cells: []fyne.CanvasObject{measure, person, by, helping, status},
			read: func() (app.PlanRow, bool) {
				row := app.PlanRow{Measure: measure.Value(), Person: person.Value(), By: when(by), Helping: helping.Value(), Status: status.Value()}
				return row, row != app.PlanRow{Status: row.Status}
			},
		}
	}, have)
}
