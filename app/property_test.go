package app

import "testing"

func TestARoomWithALetterIsNamedByItsFloor(t *testing.T) {
	for _, c := range []struct {
		room Room
		want string
	}{
		{Room{Door: "501", Floor: "5"}, "501"}, {Room{Door: "A", Floor: "11"}, "11A"}, {Room{Door: "A"}, "A"},
	} {
		f := Found{Building: Building{Name: "1"}, Room: c.room}
		if got := f.Place().Short(); got != "1-"+c.want {
			t.Errorf("%+v is called %q, want 1-%s", c.room, got, c.want)
		}
	}
}
