package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Toasts says in the window what has happened, one thing at a time, at its
// lower edge. Good news goes by itself; what went wrong stays until it is read.
type Toasts struct {
	// Root lies over the page and lets everything through but its message.
	Root *fyne.Container

	tasks Tasks
	words string
	tone  Tone
	stop  func()
	do    func() // what the button does
}

const (
	toastStays = 6 * time.Second
	toastWide  = 560
)

// NewToasts says nothing yet.
func NewToasts(t Tasks) *Toasts {
	return &Toasts{Root: container.New(lowMiddle{}), tasks: t, stop: func() {}}
}

// Say shows a message in place of the one before.
func (t *Toasts) Say(tone Tone, words string) { t.Offer(tone, words, "", nil) }

// Offer shows a message with something to press: undo, open, show.
func (t *Toasts) Offer(tone Tone, words, label string, do func()) {
	t.Close()
	t.tone, t.words = tone, words
	line := container.NewHBox(toastWords(tone, words))
	if label != "" {
		t.do = func() { t.Close(); do() }
		line.Add(Link(label, t.do))
	}
	line.Add(container.NewCenter(newIconButton(theme.CancelIcon(), t.Close)))
	t.Root.Objects = []fyne.CanvasObject{newPanel(line, 8, 14, 6, wash(tone), ink(tone))}
	t.Root.Refresh()
	if tone != Bad {
		// Every, not After: in tests a message stays to be looked at.
		t.stop = t.tasks.Every(toastStays, t.Close)
	}
}

// toastWords are one line where that is wide enough.
func toastWords(tone Tone, words string) fyne.CanvasObject {
	line := Text(words, SizeBody, InkOf(tone), true)
	if line.MinSize().Width <= Px(toastWide) {
		return container.NewCenter(line)
	}
	return FixedWidth(toastWide, Flush(Wrapped(words)))
}

// Close takes the message away.
func (t *Toasts) Close() {
	t.stop()
	t.stop, t.words = func() {}, ""
	t.Root.Objects = nil
	t.Root.Refresh()
}

// Said is the message shown now, "" if there is none, and its tone.
func (t *Toasts) Said() (string, Tone) { return t.words, t.tone }

// lowMiddle puts a small thing above the lower edge, in the middle.
type lowMiddle struct{}

func (lowMiddle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (lowMiddle) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos((s.Width-min.Width)/2, s.Height-min.Height-Px(16)))
	}
}
