package data_test

import (
	"reflect"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
)

func TestCasesOfAPeriodAreReadWhole(t *testing.T) {
	store, desk, w := datatest.Open(t)
	ctx := t.Context()
	for range 3 {
		m, err := desk.Receive(ctx, w.Call(app.Repair))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := desk.Transfer(ctx, app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: w.Fang}, Lead: w.Engineering}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := store.CasesReceived(ctx, w.Project, datatest.At(23, 0, 0), datatest.At(24, 0, 0))
	if err != nil || len(all) != 3 {
		t.Fatalf("%d cases, %v; want 3", len(all), err)
	}
	for _, c := range all {
		if one, err := store.Case(ctx, c.ID); err != nil || !reflect.DeepEqual(one, c) {
			t.Errorf("issue %d is not read as it is: %v", c.ID, err)
		}
	}
	if none, err := store.CasesReceived(ctx, w.Project+1, datatest.At(23, 0, 0), datatest.At(24, 0, 0)); err != nil || len(none) != 0 {
		t.Errorf("another estate has %d, %v", len(none), err)
	}
	if none, err := store.CasesReceived(ctx, 0, datatest.At(22, 0, 0), datatest.At(23, 0, 0)); err != nil || len(none) != 0 {
		t.Errorf("the day before has %d, %v", len(none), err)
	}
}
