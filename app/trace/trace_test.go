package trace

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

type row struct {
	N    int
	Gone bool
}

type milestone struct {
	row
	Text      string
	DoneBy    app.StaffID
	Due       workday.Date
	Told      time.Time
	Share     float64
	Seed      uint64
	Agreed    bool
	Helping   []app.DeptID
	NextPlace string
}

func TestEveryFieldThatIsDifferentIsToldAsTimelinesKeepIt(t *testing.T) {
	old := milestone{Text: "訂貨", Agreed: true, Helping: []app.DeptID{2}}
	fresh := milestone{
		Text: "安裝", DoneBy: 3, Due: workday.Date{Year: 2026, Month: 12, Day: 1}, Share: 72.5, Seed: 1 << 63, Helping: []app.DeptID{2, 4}, NextPlace: "3 棟",
		Told: time.Date(2026, 12, 1, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60)),
	}
	got := Differences("milestones.1.", old, fresh)
	want := []app.Difference{
		{Field: "milestones.1.text", Old: "訂貨", New: "安裝"}, {Field: "milestones.1.done-by", New: "3"}, {Field: "milestones.1.due", New: "2026-12-01"},
		{Field: "milestones.1.told", New: "2026-12-01T01:00:00Z"}, {Field: "milestones.1.share", New: "72.5"}, {Field: "milestones.1.seed", New: "9223372036854775808"},
		{Field: "milestones.1.agreed", Old: "1"},
		{Field: "milestones.1.helping", Old: "2", New: "2 4"}, {Field: "milestones.1.next-place", New: "3 棟"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("different are\n%v, want\n%v", got, want)
	}
}

func TestAFieldThatWasRenamedIsToldUnderItsFirstName(t *testing.T) {
	lasting["trace.milestone.NextPlace"] = "venue"
	defer delete(lasting, "trace.milestone.NextPlace")
	if got := Differences("", milestone{}, milestone{NextPlace: "3 棟"}); len(got) != 1 || got[0].Field != "venue" {
		t.Errorf("it is told as %v", got)
	}
}

func TestOfARowOnlyThatItWasStruckOutIsTold(t *testing.T) {
	for _, c := range []struct {
		old, fresh row
		want       int
	}{{row{}, row{N: 3}, 0}, {row{N: 3}, row{3, true}, 1}, {row{3, true}, row{3, true}, 0}, {row{3, true}, row{3, false}, 0}} {
		if got := Differences("", milestone{row: c.old}, milestone{row: c.fresh}); len(got) != c.want {
			t.Errorf("%v to %v tells %v", c.old, c.fresh, got)
		}
	}
}

func TestATextThatIsTooLongIsFound(t *testing.T) {
	long := strings.Repeat("長", app.LongestText)
	if fields := TooLong(milestone{NextPlace: long + "長"}); len(TooLong(milestone{Text: long})) > 0 || !slices.Equal(fields, []string{"next-place"}) {
		t.Error("the longest text counts as too long, or a longer one does not")
	}
}
