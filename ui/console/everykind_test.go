package console_test

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/data"
)

// A newcomer finds one of everything; acts and states of issues are looked for where
// they are made up.
func TestTheSampleOfficeHasEveryKindOfRecord(t *testing.T) {
	s, err := data.Open(t.Context(), office(t, "200"), data.Options{Now: nowIsNoon})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	heads, err := s.Records(t.Context(), meeting.Wanted{})
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[meeting.Kind]int{}
	for _, h := range heads {
		kinds[h.Kind]++
	}
	for _, k := range meeting.Kinds {
		if kinds[k] == 0 {
			t.Errorf("there is no %s", k)
		}
	}
	measures, err := s.Measures(t.Context(), improve.Wanted{})
	states := map[improve.State]int{}
	for _, m := range measures {
		states[m.State]++
	}
	for _, state := range []improve.State{improve.Doing, improve.Waiting, improve.Done, improve.Void} {
		if states[state] == 0 {
			t.Errorf("no measure is %s, %v", state, err)
		}
	}
	surveys, err := s.Surveys(t.Context(), 1)
	if err != nil || len(surveys) < 2 || surveys[0].State != annual.Reported {
		t.Errorf("surveys %+v, %v", surveys, err)
	}
	evidenceIsThere(t, s)
}

// evidenceIsThere looks at every file that an issue names.
func evidenceIsThere(t *testing.T, s *data.Store) {
	t.Helper()
	pictures, sheets := 0, 0
	for l, err := range s.EachLine(t.Context(), app.Filter{Kinds: []app.Kind{app.Complaint}}, app.Order{By: app.ByReceived}, noon) {
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Case(t.Context(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range c.Attachments {
			path, err := s.OpenPath(t.Context(), a)
			if err != nil {
				t.Fatalf("%s of %s: %v", a.Name, c.Number, err)
			}
			raw, err := os.ReadFile(path)
			if strings.HasSuffix(a.Name, ".pdf") {
				sheets++
				if err != nil || !bytes.HasPrefix(raw, []byte("%PDF-")) {
					t.Errorf("%s is no sheet, %v", a.Name, err)
				}
				continue
			}
			pictures++
			if _, err := png.DecodeConfig(bytes.NewReader(raw)); err != nil {
				t.Errorf("%s: %v", a.Name, err)
			}
		}
	}
	if pictures == 0 || sheets == 0 {
		t.Errorf("%d pictures and %d sheets of paper are brought as evidence", pictures, sheets)
	}
}
