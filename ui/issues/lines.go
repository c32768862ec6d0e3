package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// lineList names other issues, one a line: number, subject, state; its number
// opens one.
func lineList(s *seat.Seat, lines []app.Line, most int, open func(app.IssueID)) fyne.CanvasObject {
	box := container.NewVBox()
	columns := lineColumns(s, lines[:min(most, len(lines))])
	for i, l := range lines {
		if i == most {
			box.Add(kit.Muted(s.Count("issue.more-lines", len(lines)-most)))
			break
		}
		number := kit.Link(l.Number, func() { open(l.ID) })
		number.Alignment = widget.ButtonAlignLeading
		box.Add(kit.Row(columns, number,
			kit.NewCell(subjectWords(s, l.Category, s.Told(l)), kit.SizeLabel, kit.Body, false),
			kit.Chip(seat.StateTone(l.State), s.Say("state."+string(l.State)))))
	}
	return box
}

// lineColumns give numbers and states what they need and the subject the rest.
func lineColumns(s *seat.Seat, lines []app.Line) kit.Columns {
	var numbers, states []string
	for _, l := range lines {
		numbers, states = append(numbers, l.Number), append(states, s.Say("state."+string(l.State)))
	}
	return kit.Columns{seat.Room(numbers...) + 8, 0, min(seat.Room(states...), 110)}
}

// subjectWords is what an issue is about in a word: its subject, or what was said.
func subjectWords(s *seat.Seat, c app.Category, description string) string {
	if c == "" {
		return description
	}
	return say.Code(s.Voice, c)
}

// stateWords is how far an issue has come and what it waits for.
func stateWords(s *seat.Seat, state app.State, step app.Step) string {
	if step == "" || state == app.Accepted || state == app.Retransferred {
		return s.Say("state." + string(state))
	}
	if step == app.StepHandle {
		return s.Say("state." + string(state))
	}
	return s.Say("issue.state", s.Say("state."+string(state)), s.Say("step."+string(step)))
}
