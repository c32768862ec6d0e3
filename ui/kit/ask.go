package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Question is what is asked before a step, and the words for yes and no.
type Question struct {
	Title, Text, Yes, No string
	// Danger marks a step that cannot be taken back: the keyboard then begins at No,
	// and the key that sends forms does not say yes.
	Danger bool
	// Draft names the form in which a reason is given; see SheetWords.
	Draft string
}

// Confirm asks, and calls yes if that is the answer.
func Confirm(c fyne.Canvas, q Question, yes func()) *Sheet {
	var s *Sheet
	s = NewSheet(c, SheetWords{Title: q.Title, Primary: q.Yes, Cancel: q.No}, 440, Flush(Wrapped(q.Text)), func() {
		s.Close()
		yes()
	})
	if q.Danger {
		s.Primary.Importance, s.careful = widget.DangerImportance, true
	}
	s.Open()
	if q.Danger {
		s.FocusOn(s.Cancel)
	}
	return s
}

// ReasonWords are the words for the field in which a reason is given.
type ReasonWords struct {
	Label   string
	Hint    string
	Missing string // said when there is none
	TooLong string // said when there is too much
}

// AskReason asks for a reason along with the question; yes is given it. The
// sheet stays open until the caller closes it, so that the step may still fail.
func AskReason(c fyne.Canvas, q Question, w ReasonWords, limit int, yes func(s *Sheet, reason string)) *Sheet {
	area := Area(4, limit)
	field := NewField(w.Label, area, w.Hint)
	content := container.NewVBox()
	if q.Text != "" {
		content.Add(Flush(Wrapped(q.Text)))
	}
	content.Add(field)
	var s *Sheet
	s = NewSheet(c, SheetWords{Title: q.Title, Primary: q.Yes, Cancel: q.No, Draft: q.Draft}, 520, content, func() {
		switch {
		case area.Value() == "":
			field.SetError(w.Missing)
			field.Focus()
		case area.Over():
			field.SetError(w.TooLong)
			field.Focus()
		default:
			field.SetError("")
			yes(s, area.Value())
		}
	})
	if q.Danger {
		s.Primary.Importance = widget.DangerImportance
	}
	s.Open()
	s.FocusOn(field)
	return s
}
