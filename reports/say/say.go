// Package say puts what the program knows into words of one language, the same
// for screen, paper and command: codes, people, places, moments, how a limit was
// counted, what an entry of the timeline tells. It knows no widget and no page.
package say

import (
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
)

// Voice speaks one language about one office.
type Voice struct {
	lang.Words
	Ground app.Ground
}

// Code is what people call a code of the closed lists; nothing for no code.
func Code[T ~string](v Voice, code T) string {
	if code == "" {
		return ""
	}
	return v.Say("code." + string(code))
}

// Codes are several codes, listed.
func Codes[T ~string](v Voice, codes []T) string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = Code(v, c)
	}
	return v.List(all)
}

// Category names both levels: 設施設備 / 電梯.
func (v Voice) Category(c app.Category) string {
	if c == "" {
		return ""
	}
	if c == c.Subject() {
		return Code(v, c)
	}
	return Code(v, c.Subject()) + " / " + Code(v, c)
}

// Dept is a department's name.
func (v Voice) Dept(d app.DeptID) string { return v.Ground.Departments[d].Name }

// Depts are several departments, listed.
func (v Voice) Depts(ds []app.DeptID) string {
	all := make([]string, len(ds))
	for i, d := range ds {
		all[i] = v.Dept(d)
	}
	return v.List(all)
}

// Staff is the name of somebody who works here.
func (v Voice) Staff(s app.StaffID) string { return v.Ground.Staff[s].Name }

// Project is an estate's name.
func (v Voice) Project(p app.ProjectID) string { return v.Ground.Projects[p].Name }

// Here is t as the office's clock shows it.
func (v Voice) Here(t time.Time) time.Time { return t.In(v.Ground.Office.Location()) }

// Moment is a day and the time of day, 2026-11-23 09:42, office time; nothing
// for no moment. Screens and slips write it the same in every language, so that
// columns line up and slips can be compared.
func (v Voice) Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return v.Here(t).Format("2006-01-02 15:04")
}

// Day is the day alone.
func (v Voice) Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return v.Here(t).Format("2006-01-02")
}

// Due is a limit with its weekday: 2026-11-26（四）18:00.
func (v Voice) Due(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = v.Here(t)
	return v.Say("due.full", t.Format("2006-01-02"), v.short(t.Weekday()), t.Format("15:04"))
}

func (v Voice) short(d time.Weekday) string { return v.Say("weekday.short." + weekdays[d]) }

var weekdays = [7]string{"0", "1", "2", "3", "4", "5", "6"}

// Limit is a length of time in words: 3 個工作日, 30 分鐘.
func (v Voice) Limit(l workday.Limit) string {
	return v.Count("limit."+string(l.Unit), l.N)
}

// Explain tells how a limit was counted: every day that counts, every day left
// out and why.
func (v Voice) Explain(l workday.Limit, steps []workday.Step, unsure bool) string {
	days := make([]string, 0, len(steps))
	for i, part := range l.Parts(steps) {
		if i > 0 && i+1 < len(steps) && len(steps) > mostDays && i >= mostDays/2 && i < len(steps)-mostDays/2 {
			if i == mostDays/2 {
				days = append(days, "…")
			}
			continue
		}
		days = append(days, v.stepIn(steps[i], part))
	}
	text := v.Say("due.explain", v.Limit(l), strings.Join(days, v.Say("due.between")))
	if unsure {
		text += v.Say("due.unsure")
	}
	return text
}

// mostDays is how many days an explanation names before it leaves out its
// middle: a whole slip line.
const mostDays = 16

// Holiday is a holiday's name in this language where it has one, and as its
// calendar spells it otherwise.
func (v Voice) Holiday(name string) string {
	keys := workday.NameKeys(name)
	if len(keys) == 0 {
		return name
	}
	named := make([]string, len(keys))
	for i, key := range keys {
		named[i] = v.Say(key)
	}
	return v.List(named)
}

// Urgency is how a limit stands at a moment.
type Urgency int

// From plenty of time to too late.
const (
	Calm Urgency = iota
	Soon         // tomorrow
	Today
	Late
)

// Left tells how much time is left, or how late something is: 逾期 2 個工作日,
// 今日 18:00, 餘 3 個工作日.
func (v Voice) Left(now, due time.Time) (string, Urgency) {
	if due.IsZero() {
		return "", Calm
	}
	return v.Stands(v.Ground.Calendar.Left(now, due))
}

// Stands says how a due date stands to a moment.
func (v Voice) Stands(l workday.Left) (string, Urgency) {
	due := l.Due
	clock := v.Here(due).Format("15:04")
	switch {
	case l.Late && l.Workdays > 0:
		return v.Count("left.late.days", l.Workdays), Late
	case l.Late && l.Minutes >= 60:
		return v.Count("left.late.hours", l.Minutes/60), Late
	case l.Late:
		return v.Count("left.late.minutes", l.Minutes), Late
	case l.SameDay:
		return v.Say("left.today", clock), Today
	case l.NextDay:
		return v.Say("left.tomorrow", clock), Soon
	case l.Workdays == 0:
		return v.Say("left.on", v.Here(due).Format("1/2"), clock), Soon
	}
	return v.Count("left.days", l.Workdays), Calm
}

// Countdown is Left by the clock, for what does not wait for a working day: 餘 12
// 分鐘, 逾期 3 小時.
func (v Voice) Countdown(now, due time.Time) (string, Urgency) {
	if due.IsZero() {
		return "", Calm
	}
	l := v.Ground.Calendar.Left(now, due)
	head, urgency, unit, n := "left.", Today, "minutes", l.Minutes
	if l.Late {
		head, urgency = "left.late.", Late
	}
	if n > 2*60 {
		unit, n = "hours", n/60
	}
	return v.Count(head+unit, n), urgency
}
