package say

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
	"ownerdesk/assets/lang"
)

// An explanation calls a day off only where being off matters to the unit, counts
// as many days or minutes as the limit has, and names half days: for every unit,
// region, week and moment, in every language.
func TestAnExplanationSuitsItsUnit(t *testing.T) {
	tables, err := workday.Shipped(calendars.CN, calendars.Regional)
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(9, 3))
	for _, l := range lang.All {
		v := voice(t, l)
		for region, table := range tables {
			for _, week := range []workday.Pattern{workday.Five(), workday.FiveHalf(), workday.Six(), workday.Seven()} {
				cal := workday.New(region, week, office, table.Specials, table.Years)
				for _, unit := range workday.Units() {
					for range 40 {
						from := time.Date(2025, 7, 1, 0, 0, 0, 0, office).Add(time.Duration(chance.IntN(2*365*24*60)) * time.Minute)
						a := cal.Due(from, workday.Limit{N: chance.IntN(12), Unit: unit})
						for _, wrong := range unsuited(v, a) {
							t.Errorf("%s, %s, %s, %s from %s: %s, in\n%s", l, region, week, a.Limit, from.Format("2006-01-02 15:04 Mon"), wrong,
								v.Explain(a.Limit, a.Steps, a.Provisional))
						}
					}
				}
			}
		}
	}
}

// unsuited is what an explanation says that its unit does not bear.
func unsuited(v Voice, a workday.Answer) (wrong []string) {
	text := v.Explain(a.Limit, a.Steps, a.Provisional)
	counted, minutes := 0, 0
	for i, s := range a.Steps {
		day := s.Date.At(0, time.UTC)
		date, weekday := day.Format("1/2"), v.short(day.Weekday())
		off := strings.Contains(text, v.Say("due.step.rests", date, weekday)) || strings.Contains(text, v.Say("due.step.named", date, v.Holiday(s.Name)))
		start := strings.Contains(text, v.Say("due.step.before", date, weekday))
		half := strings.Contains(text, v.Say("due.step.half", date, weekday)) || strings.Contains(text, v.Say("due.step.works-half", date, weekday, v.Worked(s.Minutes)))
		halfDay := s.Shift == workday.Morning || s.Shift == workday.Afternoon
		if i > 0 && s.Counted {
			counted++
		}
		minutes += s.Minutes
		switch {
		case len(a.Steps) > mostDays && !strings.Contains(text, date+" ") && !strings.Contains(text, date+"（"): // left out
		case !a.Limit.ByCalendar() && (off || start || half):
			wrong = append(wrong, "the clock does not heed "+date)
		case a.Limit.Unit == workday.Days && s.Counted && off:
			wrong = append(wrong, "calendar days count "+date)
		case a.Limit.Unit == workday.WorkHours && start:
			wrong = append(wrong, "working hours begin at once on "+date)
		case i > 0 && s.Counted && halfDay && a.Limit.ByCalendar() && !half:
			wrong = append(wrong, "half a day on "+date)
		case i > 0 && a.Limit.Unit == workday.Workdays && s.Counted == off:
			wrong = append(wrong, fmt.Sprintf("%s is counted: %t, off: %t", date, s.Counted, off))
		}
	}
	switch n := a.Limit.N; {
	case a.Limit.Unit == workday.WorkHours && minutes != n*60:
		wrong = append(wrong, fmt.Sprintf("%d minutes are explained", minutes))
	case a.Limit.Unit == workday.Days && counted != n, a.Limit.Unit == workday.Workdays && n > 0 && counted != n:
		wrong = append(wrong, fmt.Sprintf("%d days are counted", counted))
	}
	return wrong
}

func TestEachUnitExplainsItselfInItsOwnWay(t *testing.T) {
	v := voice(t, lang.Traditional)
	half := v.Ground.Calendar
	half.Pattern = workday.FiveHalf()
	for _, c := range []struct {
		cal   workday.Calendar
		from  time.Time
		limit string
		want  string
	}{
		{v.Ground.Calendar, on(11, 21, 23, 30), "30min", "共 30 分鐘：11/21（六）起算，晝夜連續、11/22 日"},
		{v.Ground.Calendar, on(11, 20, 18, 30), "24h", "共 24 小時：11/20（五）起算，晝夜連續、11/21 六"},
		{v.Ground.Calendar, on(11, 18, 9, 0), "3cd", "共 3 個自然日：11/18（三）當日不計、11/19 四、11/20 五、11/21 六、11/22 日休順延、順延至 11/23 一"},
		{v.Ground.Calendar, on(9, 23, 9, 0), "2cd", "共 2 個自然日：9/23（三）當日不計、9/24 四、9/25 五、9/26 中秋節休順延、9/27 中秋節休順延、順延至 9/28 一"},
		{v.Ground.Calendar, on(11, 20, 16, 30), "4wh", "共 4 個工作小時：11/20 五 1 小時 30 分鐘、11/21 六休、11/22 日休、11/23 一 2 小時 30 分鐘"},
		{v.Ground.Calendar, on(11, 20, 19, 0), "2wh", "共 2 個工作小時：11/20（五）已下班、11/21 六休、11/22 日休、11/23 一 2 小時"},
		{half, on(11, 20, 9, 0), "1wd", "共 1 個工作日：11/20（五）當日不計、11/21 六半日"},
		{half, on(11, 21, 11, 0), "2wh", "共 2 個工作小時：11/21 六半日 1 小時、11/22 日休、11/23 一 1 小時"},
		{v.Ground.Calendar, on(11, 20, 9, 0), "0wd", "共 0 個工作日：11/20（五）當日"},
	} {
		l, err := workday.ParseLimit(c.limit)
		if err != nil {
			t.Fatal(err)
		}
		a := c.cal.Due(c.from, l)
		if got := v.Explain(a.Limit, a.Steps, a.Provisional); got != c.want {
			t.Errorf("%s says\n%s, want\n%s", c.limit, got, c.want)
		}
	}
}
