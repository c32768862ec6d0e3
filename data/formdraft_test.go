package data_test

import (
	"reflect"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
)

func TestWhatIsTypedIntoAFormIsKeptOnceForAPerson(t *testing.T) {
	store, _, w := datatest.Open(t)
	ctx := t.Context()
	d := app.FormDraft{By: w.Fang, Form: "issue/7/note", At: datatest.At(23, 9, 42), Base: map[string]string{"/note": ""}, Text: map[string]string{"/note": "漏水\n'\"𠮷"}}
	other := d
	other.By = w.Min
	for _, one := range []app.FormDraft{d, other, d} {
		if err := store.KeepFormDraft(ctx, one); err != nil {
			t.Fatal(err)
		}
	}
	d.Text, d.At = map[string]string{"/note": "typed on"}, datatest.At(23, 9, 43)
	if err := store.KeepFormDraft(ctx, d); err != nil {
		t.Fatal(err)
	}
	left, err := store.FormDrafts(ctx, w.Fang)
	if err != nil || len(left) != 1 || !reflect.DeepEqual(left[0].Text, d.Text) || !left[0].At.Equal(d.At) || !reflect.DeepEqual(left[0].Base, d.Base) {
		t.Fatalf("left is %+v, %v", left, err)
	}
	if err := store.DropFormDraft(ctx, w.Fang, d.Form); err != nil {
		t.Fatal(err)
	}
	if left, err = store.FormDrafts(ctx, w.Fang); err != nil || len(left) != 0 {
		t.Errorf("what was sent is still there: %+v, %v", left, err)
	}
	if left, err = store.FormDrafts(ctx, w.Min); err != nil || len(left) != 1 {
		t.Errorf("another's draft went too: %+v, %v", left, err)
	}
}
