package app

import (
	"testing"

	"ownerdesk/app/workday"
)

func TestSettingsRefuse(t *testing.T) {
	rules := func(change func(*Rules)) Rules {
		r := DefaultRules()
		r.Why = "試行一年後調整"
		change(&r)
		return r
	}
	office := Office{Company: "雲棲物業", Zone: "Asia/Shanghai", Scale: 100}
	set := func(change func(*Office)) Office { o := office; change(&o); return o }
	d, s := deskWith()
	change := func(what any) error {
		var err error
		switch v := what.(type) {
		case Office:
			err = d.ChangeOffice(t.Context(), v, min)
		case Rules:
			err = d.ChangeRules(t.Context(), v, min)
		case Department:
			_, err = d.ChangeDepartment(t.Context(), v)
		case Staff:
			_, err = d.ChangeStaff(t.Context(), v)
		case Access:
			err = d.Reveal(t.Context(), v)
		}
		return err
	}
	for name, c := range map[string]struct {
		what any
		want Invalid // none when it may be kept
	}{
		"an office":                    {office, Invalid{}},
		"an office without a name":     {set(func(o *Office) { o.Company = " " }), Invalid{"company", "missing"}},
		"an office in no zone":         {set(func(o *Office) { o.Zone = "" }), Invalid{"zone", "unknown"}},
		"an office in a zone unknown":  {set(func(o *Office) { o.Zone = "Asia/Nowhere" }), Invalid{"zone", "unknown"}},
		"an office at half the size":   {set(func(o *Office) { o.Scale = 50 }), Invalid{"scale", "out-of-range"}},
		"rules":                        {rules(func(*Rules) {}), Invalid{}},
		"rules without a reason":       {rules(func(r *Rules) { r.Why = " " }), Invalid{"why", "missing"}},
		"a limit of three years":       {rules(func(r *Rules) { r.Limits["tell"] = workday.Limit{N: 1001} }), Invalid{"tell", "out-of-range"}},
		"minus one delay":              {rules(func(r *Rules) { r.Counts["delays"] = -1 }), Invalid{"delays", "out-of-range"}},
		"more than all followed up":    {rules(func(r *Rules) { r.Counts["followup.percent"] = 101 }), Invalid{"followup.percent", "out-of-range"}},
		"rules without a limit":        {rules(func(r *Rules) { delete(r.Limits, "handle") }), Invalid{"handle", "missing"}},
		"rules without a count":        {rules(func(r *Rules) { delete(r.Counts, "attempts") }), Invalid{"attempts", "missing"}},
		"a department":                 {Department{Name: "綠化班"}, Invalid{}},
		"a department without a name":  {Department{Name: " "}, Invalid{"name", "missing"}},
		"a department of that name":    {Department{Name: "工程維修部"}, Invalid{"name", "taken"}},
		"the only desk closed":         {Department{ID: service, Name: "客戶服務部", Desk: true, Closed: true}, Invalid{"desk", "last"}},
		"the only desk no desk":        {Department{ID: service, Name: "客戶服務部"}, Invalid{"desk", "last"}},
		"a desk that is closed anyway": {Department{ID: gone, Name: "綠化部", Closed: true}, Invalid{}},
		"staff":                        {Staff{Name: "林", Dept: service, Role: Clerk}, Invalid{}},
		"staff without a name":         {Staff{Name: " ", Dept: service, Role: Clerk}, Invalid{"name", "missing"}},
		"staff of no department":       {Staff{Name: "林", Role: Clerk}, Invalid{"dept", "missing"}},
		"staff without a role":         {Staff{Name: "林", Dept: service}, Invalid{"role", "missing"}},
		"a look at a phone":            {Access{By: fang, Action: "view", Reason: "回電"}, Invalid{}},
		"a look without a reason":      {Access{By: fang, Action: "view"}, Invalid{"reason", "missing"}},
		"a print without a reason":     {Access{By: fang, Action: WayOpened.Look()}, Invalid{"reason", "missing"}},
		"a worker's look":              {Access{By: jianguo, Action: "view", Reason: "上門"}, Invalid{"by", "not-allowed"}},
		"nobody's look":                {Access{By: 99, Action: "view", Reason: "上門"}, Invalid{"by", "not-allowed"}},
	} {
		closedDesk := s.ground.Departments[gone]
		closedDesk.Desk = true
		s.ground.Departments[gone] = closedDesk
		d.Forget()
		err := change(c.what)
		if c.want == (Invalid{}) && err != nil || c.want != (Invalid{}) && !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestWhoMayTakeListsOut(t *testing.T) {
	g := ground()
	for name, c := range map[string]struct {
		by   StaffID
		n    int
		want bool
	}{
		"a clerk, fifty": {fang, 50, true}, "a clerk, more": {fang, 51, false}, "a head, more": {qiang, 51, true},
		"the manager, more": {wu, 10000, true}, "a worker, one": {jianguo, 1, false},
	} {
		if got := g.MayExport(c.by, c.n); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
