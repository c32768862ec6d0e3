package meetings

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
)

// Whatever becomes different in a record has a name in the timeline.
func TestEveryFieldThatMayChangeHasItsName(t *testing.T) {
	x := sit(t, lang.English)
	for list, of := range map[string]any{
		"": meeting.Details{}, "guests": meeting.Guest{}, "agenda": meeting.Item{}, "accounts": meeting.Account{}, "problems": meeting.Problem{},
		"opinions": meeting.Opinion{}, "answers": meeting.Answer{}, "decisions": meeting.Decision{}, "told": meeting.Told{}, "actions": meeting.Task{},
	} {
		if list != "" && !x.Has("meetings.card."+list) {
			t.Errorf("the list %s has no name", list)
		}
		kind := reflect.TypeOf(of)
		for i := range kind.NumField() {
			name := dashed(kind.Field(i).Name)
			if kind.Field(i).Type == reflect.TypeFor[meeting.Row]() || hidden[name] {
				continue
			}
			if !x.Has("meetings.field." + name) {
				t.Errorf("%s.%s has no name", list, name)
			}
		}
	}
}

// dashed spells a field as differences do: NextPlace is next-place.
func dashed(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func TestTheTimelineTellsARowInOneLine(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned(meeting.Monthly)
	body := p.actBody(meeting.Act{Diffs: []app.Difference{
		{Field: "state", Old: "planned", New: "frozen"}, {Field: "begins", Old: "2026-11-23T00:00:00Z", New: "2026-11-24T00:00:00Z"},
		{Field: "guests.2.presence", New: "came"}, {Field: "guests.2.came", New: "2026-11-23T01:00:00Z"}, {Field: "guests.3.gone", New: "1"},
		{Field: "agenda.order", Old: "1 2", New: "2 1"}, {Field: "opinions.1.name", New: "張小明"},
	}})
	want := "開始時間：2026-11-23 08:00 → 2026-11-24 08:00\n出席 2：出席情況：出席；到場（遲到時填）：2026-11-23 09:00\n出席 3：已刪去\n議程：順序已調整\n業主意見與建議 1：提出人：張**"
	if body != want {
		t.Errorf("said is\n%s, want\n%s", body, want)
	}
}
