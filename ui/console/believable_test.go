package console_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/app/soak"
	"ownerdesk/app/workday"
	"ownerdesk/data"
)

// audited are offices that are looked at as a newcomer would look at them: each is large
// enough that everything happened in it.
var audited = []anyOffice{
	{1, "2026-11-29T10:00", 1000, workday.CN, "5"},
	{23, "2028-02-29T15:00", 800, workday.TW, "5"},
	{7, "2027-06-01T09:00", 600, workday.HK, "6"},
}

// fewest is the share of a duty kept below which an office is not believed. Of an office
// that was drawn three standard errors are allowed for, as chance alone takes one of
// several hundred duties of few cases below it.
func fewest(applied int, drawn bool) float64 {
	const share = 0.72
	if !drawn {
		return share
	}
	return share - 3*math.Sqrt(share*(1-share)/float64(applied))
}

// yearly reports whether a duty belongs to the yearly survey: in a year that is looked at
// from any day to the same day, none may have come to it.
func yearly(clause string) bool {
	return strings.HasPrefix(clause, "6.1") || strings.HasPrefix(clause, "6.2") || strings.HasPrefix(clause, "6.3")
}

// Every duty of the regulation applied to something, a few were broken as in any office,
// and what the desk itself sees to, such as closing nobody's complaint on an empty file,
// was kept throughout.
func TestTheSampleOfficeIsAuditedBelievably(t *testing.T) {
	offices := audited[:2]
	if soak.On() {
		offices = audited
		chance := soak.Chance(300)
		for range 12 {
			o := drawnOffice(chance)
			o.issues = 600 + chance.IntN(1500)
			offices = append(offices, o)
		}
	}
	for i, o := range offices {
		drawn := i >= len(audited)
		t.Run(o.String(), func(t *testing.T) {
			t.Parallel()
			s, until := o.made(t)
			r := lookedAt(t, s, until)
			breaks := 0
			for _, f := range r.Findings {
				breaks += min(len(f.Broken), 1)
				share, applied := f.Share()
				if !applied && !(drawn && yearly(f.Clause)) {
					t.Errorf("%s %s applied to nothing", f.Clause, f.Name)
				}
				if applied && share < fewest(f.Applied, drawn) && f.Applied >= 10 || len(f.Broken) > 1 && share < 0.5 {
					t.Errorf("%s %s was broken %d times of %d", f.Clause, f.Name, len(f.Broken), f.Applied)
				}
				if strings.HasPrefix(f.Clause, "5.2") || strings.HasPrefix(f.Clause, "5.3") {
					noneSatisfied(t, s, f)
				}
			}
			if breaks < 6 || breaks > len(r.Findings)/2 {
				t.Errorf("of %d duties %d were broken", len(r.Findings), breaks)
			}
			othersCame(t, s, until)
		})
	}
}

func lookedAt(t *testing.T, s *data.Store, until time.Time) audit.Report {
	t.Helper()
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := audit.Look(t.Context(), s, g, audit.Span{From: until.AddDate(-1, 0, 0), To: until.AddDate(0, 0, 1), At: until})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// noneSatisfied checks that none of what broke a duty was closed with its owner satisfied.
func noneSatisfied(t *testing.T, s *data.Store, f audit.Finding) {
	t.Helper()
	for _, of := range f.Broken {
		c, err := s.Case(t.Context(), of.Issue)
		if err != nil {
			t.Fatal(err)
		}
		if c.Close == app.ClosedSatisfied {
			t.Errorf("%s was closed as satisfied and breaks %s %s", of.Number, f.Clause, f.Name)
		}
	}
}

// othersCame checks that there are issues which others brought, too, with their own words,
// that all of them were told of the outcome, and some were asked.
func othersCame(t *testing.T, s *data.Store, until time.Time) {
	t.Helper()
	cases, err := s.CasesReceived(t.Context(), 0, until.AddDate(-2, 0, 0), until)
	if err != nil {
		t.Fatal(err)
	}
	shared, several, asked := 0, 0, 0
	for _, c := range cases {
		shared += min(len(c.Callers), 1)
		if len(c.Callers) > 1 {
			several++
		}
		if slices.ContainsFunc(c.FollowUps, func(f app.FollowUp) bool { return f.Caller > 0 }) {
			asked++
		}
		for _, k := range c.Callers {
			if k.Reporter.Name == "" || k.Said == "" {
				t.Errorf("%s: caller %d is %q and says %q", c.Shown(), k.N, k.Reporter.Name, k.Said)
			}
		}
		if c.Close == app.ClosedSatisfied && len(c.CallersUntold()) > 0 {
			t.Errorf("%s is closed, and %d who brought it were not told", c.Shown(), len(c.CallersUntold()))
		}
	}
	if shared < 5 || several < 2 || asked == 0 {
		t.Errorf("others brought %d issues, several others %d, and were asked in %d", shared, several, asked)
	}
}
