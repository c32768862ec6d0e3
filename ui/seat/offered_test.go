package seat

import (
	"slices"
	"testing"

	"ownerdesk/app"
)

func TestHiddenCodesAreNotOfferedAndOwnOnesAre(t *testing.T) {
	s := &Seat{Lists: []app.ListItem{
		{Group: "channel", Code: "CH-GOV", Hidden: true}, {Group: "channel", Code: "CH-X1", Hant: "業主群"},
		{Group: "category", Code: "EQ11", Hant: "泳池"}, {Group: "category", Code: "SL", Hidden: true}, {Group: "category", Code: "EQ2", Hidden: true},
	}}
	channels := Offered(s, "channel", app.Channels)
	if slices.Contains(channels, "CH-GOV") || !slices.Contains(channels, "CH-X1") || !slices.Contains(channels, "CH-TEL") {
		t.Errorf("channels %v", channels)
	}
	if subjects := s.Subjects(); slices.Contains(subjects, "SL") || !slices.Contains(subjects, "EQ") {
		t.Errorf("subjects %v", subjects)
	}
	if topics := s.Topics("EQ"); slices.Contains(topics, "EQ2") || !slices.Contains(topics, "EQ11") || slices.Contains(topics, "LK1") {
		t.Errorf("topics %v", topics)
	}
	if topics := s.Topics("SL"); len(topics) != 0 {
		t.Errorf("under a hidden subject %v", topics)
	}
}
