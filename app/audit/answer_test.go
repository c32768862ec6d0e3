package audit

import (
	"errors"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// october is an order that breaks no rule.
func october() AnswerOrder {
	return AnswerOrder{
		Asked: Asked{Duty: "hand-trained", First: workday.Date{Year: 2026, Month: 1, Day: 1}, Last: workday.Date{Year: 2026, Month: 10, Day: 31}},
		By:    1, Said: Yes,
	}
}

func offices() app.Ground {
	g := ground()
	g.Departments = map[app.DeptID]app.Department{1: {ID: 1, Desk: true}, 2: {ID: 2}}
	g.Staff = map[app.StaffID]app.Staff{1: {ID: 1, Dept: 1, Role: app.Clerk}, 2: {ID: 2, Dept: 2, Role: app.Worker}, 3: {ID: 3, Dept: 2, Role: app.Manager}, 4: {ID: 4, Dept: 1, Closed: true}}
	g.Projects = map[app.ProjectID]app.Project{1: {ID: 1}}
	return g
}

func TestAnAnswerIsTakenOrSaysWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		do          func(*AnswerOrder)
		field, rule string
	}{
		"yes needs no reason": {func(*AnswerOrder) {}, "", ""},
		"no with a reason":    {func(o *AnswerOrder) { o.Said, o.Basis = No, " 未培訓 " }, "", ""},
		"an estate":           {func(o *AnswerOrder) { o.Project = 1 }, "", ""},
		"the manager":         {func(o *AnswerOrder) { o.By = 3 }, "", ""},
		"a running period":    {func(o *AnswerOrder) { o.Last = workday.Date{Year: 2026, Month: 12, Day: 31} }, "", ""},
		"no":                  {func(o *AnswerOrder) { o.Said = No }, "basis", "missing"},
		"does not apply":      {func(o *AnswerOrder) { o.Said, o.Basis = None, " " }, "basis", "missing"},
		"nothing":             {func(o *AnswerOrder) { o.Said = "" }, "said", "missing"},
		"another word":        {func(o *AnswerOrder) { o.Said = "maybe" }, "said", "unknown"},
		"too long":            {func(o *AnswerOrder) { o.Basis = strings.Repeat("長", app.LongestText+1) }, "basis", "too-long"},
		"a seen duty":         {func(o *AnswerOrder) { o.Duty = "channel" }, "duty", "unknown"},
		"a clause":            {func(o *AnswerOrder) { o.Duty = "2.1.2" }, "duty", "unknown"},
		"no such estate":      {func(o *AnswerOrder) { o.Project = 9 }, "project", "unknown"},
		"backwards":           {func(o *AnswerOrder) { o.Last = workday.Date{Year: 2025, Month: 12, Day: 31} }, "period", "order"},
		"not begun":           {func(o *AnswerOrder) { o.First.Year, o.Last.Year = 2027, 2027 }, "period", "future"},
		"nobody":              {func(o *AnswerOrder) { o.By = 0 }, "by", "unknown"},
		"who left":            {func(o *AnswerOrder) { o.By = 4 }, "by", "left"},
		"a worker":            {func(o *AnswerOrder) { o.By = 2 }, "by", "not-allowed"},
	} {
		o := october()
		c.do(&o)
		a, err := o.decide(offices(), at(23, 10, 0))
		var f app.Faults
		switch errors.As(err, &f); {
		case c.field == "" && (err != nil || a.Said != o.Said || a.Basis != strings.TrimSpace(o.Basis) || a.By != o.By || !a.At.Equal(at(23, 10, 0))):
			t.Errorf("%s: %+v, %v", name, a, err)
		case c.field != "" && (len(f) != 1 || !f.Has(c.field, c.rule)):
			t.Errorf("%s: %v; want %s %s", name, err, c.field, c.rule)
		}
	}
}

func TestADutyIsFoundByNameAndByClauseAndNeverTwice(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range byHand {
		for _, called := range []string{d.Name, d.Clause} {
			if got, known := ByHand(called); !known || got != d || seen[called] {
				t.Errorf("%s finds %v, %v; seen before: %v", called, got, known, seen[called])
			}
			seen[called] = true
		}
	}
	if d, known := ByHand("channel"); known {
		t.Errorf("what the program sees is asked of a person: %v", d)
	}
}

func TestTheLastAnswerCounts(t *testing.T) {
	o := office{Span: Span{}, g: offices(), answers: []Answer{
		{Asked: Asked{Duty: "hand-kept"}, N: 1, Said: No}, {Asked: Asked{Duty: "hand-trained"}, N: 1, Said: Yes}, {Asked: Asked{Duty: "hand-kept"}, N: 2, Said: None},
	}}
	r := Report{ByHand: o.questions()}
	if r.Answered() != 2 || len(r.ByHand) != len(byHand) {
		t.Errorf("%d of %d are answered", r.Answered(), len(r.ByHand))
	}
	for _, q := range r.ByHand {
		if a, there := q.Last(); q.Name == "hand-kept" && (!there || a.Said != None || len(q.Answers) != 2) {
			t.Errorf("of %v counts %v", q.Answers, a)
		}
	}
}
