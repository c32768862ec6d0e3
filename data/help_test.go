package data_test

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
)

// A share that is open is on Today and among what its department is to be handed,
// until it is reported done.
func TestAnOpenShareIsFoundByItsDepartment(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	id := received(t, desk, w)
	stand := app.Stand{Issue: id, By: w.Fang}
	if _, err := desk.Transfer(ctx, app.TransferOrder{Stand: stand, Lead: w.Engineering, Helping: []app.DeptID{w.Property}, HelpDue: datatest.At(24, 12, 0)}); err != nil {
		t.Fatal(err)
	}
	printed := func(d app.DeptID) int {
		lines, err := s.Printable(ctx, d, datatest.At(23, 0, 0), datatest.At(24, 0, 0))
		if err != nil {
			t.Fatal(err)
		}
		return len(lines)
	}
	if printed(w.Property) != 1 || printed(w.Engineering) != 1 || printed(w.Marketing) != 0 {
		t.Errorf("to be handed out: %d, %d, %d", printed(w.Property), printed(w.Engineering), printed(w.Marketing))
	}
	open, err := s.Helping(ctx, w.Project, 9)
	if err != nil || len(open) != 1 || open[0].Help.Dept != w.Property || open[0].Line.ID != id || !open[0].Help.Due.Equal(datatest.At(24, 12, 0)) {
		t.Fatalf("open shares: %+v, %v", open, err)
	}
	if none, err := s.Helping(ctx, w.Project+1, 9); err != nil || len(none) != 0 {
		t.Errorf("of another estate: %+v, %v", none, err)
	}
	if _, err := desk.FeedBackHelp(ctx, app.HelpOrder{Stand: stand, Dept: w.Property, Situation: "已封閉通道"}); err != nil {
		t.Fatal(err)
	}
	if open, err = s.Helping(ctx, w.Project, 9); err != nil || len(open) != 0 {
		t.Errorf("done, and still open: %+v, %v", open, err)
	}
}
