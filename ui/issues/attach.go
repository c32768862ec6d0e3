package issues

import (
	"context"
	"path/filepath"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// attachForm adds the file at path: it is copied into the store when it is sent.
func attachForm(m matter, path string) *actForm {
	a := newAct(m, "attach", 1)
	a.Tell(m.s.Say("attach.tell", filepath.Base(path)))
	note := kit.Entry("")
	a.Add("note", note, 1)
	closed := kit.Check(m.s.Say("attach.closed"), nil)
	a.Form.Add("files", kit.NewField(" ", closed, m.s.Say("attach.closed.hint")), 1)
	a.Order = func() doing {
		o, words, restricted := app.AttachOrder{Stand: m.s.Stand(m.c.Issue)}, note.Value(), closed.Checked
		return func(ctx context.Context) (app.Move, error) {
			file, err := m.asks.Attach(ctx, path)
			if err != nil {
				return app.Move{}, err
			}
			file.Note, file.Closed = words, restricted
			o.Files = []app.Attachment{file}
			return m.s.Desk.Attach(ctx, o)
		}
	}
	return a
}
