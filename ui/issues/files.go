package issues

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// files let the fields of a form choose among the attached files of the issue.
type files struct {
	form    *actForm
	choices []*kit.Choice[int]
}

// cell chooses an attached file, adds one, or opens it.
func (f *files) cell(chosen int) (*kit.Choice[int], fyne.CanvasObject) {
	file := kit.NewChoice(f.numbers(), f.name)
	kit.SetValue(file, chosen)
	f.choices = append(f.choices, file)
	add := kit.Button("", theme.ContentAddIcon(), func() { f.add(file) })
	open := kit.Button("", theme.FileIcon(), func() { openFile(f.form.matter, file.Value()) })
	return file, container.NewBorder(nil, nil, nil, container.NewHBox(add, open), file)
}

func (f *files) numbers() []int {
	numbers := []int{0}
	for _, a := range f.form.c.Attachments {
		numbers = append(numbers, a.N)
	}
	return numbers
}

func (f *files) name(n int) string {
	if n < 1 || n > len(f.form.c.Attachments) {
		return f.form.s.Say("number.none")
	}
	return f.form.c.Attachments[n-1].Name
}

// add attaches a file at once, as an act of its own, and chooses it.
func (f *files) add(file *kit.Choice[int]) {
	m := f.form
	m.s.Outside.PickFile(m.s.Say("attach.pick"), nil, func(path string) {
		stand := m.s.Stand(m.c.Issue)
		kit.Do(m.s.Tasks, func(ctx context.Context) (app.Move, error) {
			a, err := m.asks.Attach(ctx, path)
			if err != nil {
				return app.Move{}, err
			}
			return m.s.Desk.Attach(ctx, app.AttachOrder{Stand: stand, Files: []app.Attachment{a}})
		}, func(kept app.Move, err error) {
			if err != nil {
				m.Sheet.Say(kit.Bad, m.s.Trouble(err))
				return
			}
			m.c = m.c.After(kept)
			f.offer()
			kit.SetValue(file, len(m.c.Attachments))
		})
	})
}

// offer lets every field choose from the files there are now.
func (f *files) offer() {
	for _, file := range f.choices {
		chosen := file.Value()
		file.SetValues(f.numbers())
		kit.SetValue(file, chosen)
	}
}
