package say

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
)

// Act words an entry of the timeline: what was done, and the particulars.
func (v Voice) Act(a app.Act) (head, body string) {
	var parts []string
	if a.Note != "" {
		parts = append(parts, a.Note)
	}
	for _, d := range a.Diffs {
		if s := v.difference(d); s != "" {
			parts = append(parts, s)
		}
	}
	if a.Note != "" && len(parts) > 1 {
		parts[0] = strings.TrimRight(a.Note, "。.") // the sentence goes on
	}
	return v.Say("act." + string(a.Kind)), strings.Join(parts, v.Say("act.between"))
}

// difference words one change. That the state moved is said by the act itself.
func (v Voice) difference(d app.Difference) string {
	if d.Field == "state" {
		return ""
	}
	label := v.Say("field." + d.Field)
	before, after := v.value(d.Field, d.Old), v.value(d.Field, d.New)
	switch {
	case before == "":
		return v.Say("act.now", label, after)
	case after == "":
		return v.Say("act.gone", label, before)
	}
	return v.Say("act.changed", label, before, after)
}

// value words what a field held: ids, codes and moments are stored as such.
func (v Voice) value(field, s string) string {
	if s == "" {
		return ""
	}
	switch field {
	case "lead", "accused-dept", "dept", "left":
		return v.Dept(app.DeptID(number(s)))
	case "handler", "investigator", "verified-by", "inspector":
		return v.Staff(app.StaffID(number(s)))
	case "rating":
		return v.Say("rating." + s)
	case "category":
		return v.Category(app.Category(s))
	case "due", "asked-due", "callback", "received", "occurred", "began", "ended", "consulted", "verified", "told-at", "closed-at", "promise", "on-site-at":
		if t, err := time.Parse(time.RFC3339, s); err == nil {
			return v.Moment(t)
		}
	case "phone", "email", "wechat", "name":
		return v.masked(field, s)
	case "cost-hours", "cost-rate", "cost-labour", "cost-other", "cost-total", "charged":
		return v.spelled(field, s)
	case "disturbs", "passed", "charge":
		return v.Say(field + "." + s)
	case "accused":
		return v.people(s)
	case "plan", "parties", "evidence":
		return v.rows(s)
	case "methods", "involved":
		return Codes(v, strings.Fields(s))
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return v.Moment(t)
	}
	if v.Has("code." + s) {
		return v.Say("code." + s)
	}
	return s
}

func (v Voice) masked(field, s string) string {
	r := app.Reporter{}
	switch field {
	case "name":
		return v.Person(s, false, Masked)
	case "phone":
		r.Phone = s
	case "email":
		r.Email = s
	case "wechat":
		r.WeChat = s
	}
	return v.Contact(r, Masked)
}

// rows words the rows of a plan, of those heard, or of the evidence as the
// timeline keeps them: one on a line, its parts with dots between.
func (v Voice) rows(s string) string {
	rows := strings.Split(s, "\n")
	for i, row := range rows {
		parts := strings.Split(row, " · ")
		for k, p := range parts {
			parts[k] = v.part(p)
		}
		rows[i] = strings.Join(parts, " · ")
	}
	return strings.Join(rows, "\n")
}

// part words a moment or a code among free words.
func (v Voice) part(s string) string {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return v.Moment(t)
	}
	if slices.Contains(app.PlanStatuses, app.PlanStatus(s)) {
		return v.Say("plan." + s)
	}
	if v.Has("code." + s) {
		return v.Say("code." + s)
	}
	return s
}

// people words a list of staff numbers followed by a free text.
func (v Voice) people(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if n := number(w); n != 0 {
			words[i] = v.Staff(app.StaffID(n))
		}
	}
	return v.List(words)
}

func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
