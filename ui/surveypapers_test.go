package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/annual"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/surveys"
)

// asks opens the window on an office whose yearly survey is in the field.
func asks(t *testing.T) (*shell, *abroad, surveys.Paper) {
	t.Helper()
	s, _, world := windowOn(t)
	out := &abroad{path: filepath.Join(t.TempDir(), "survey.xlsx")}
	s.outside = out
	s.sit(world.Wu)
	desk := s.surveyor()
	m, err := desk.Plan(t.Context(), annual.PlanOrder{Project: world.Project, Year: 2026, By: world.Fang})
	if err != nil {
		t.Fatal(err)
	}
	stand := annual.Stand{Survey: m.Head.ID, By: world.Wu}
	if _, err := desk.Approve(t.Context(), annual.ApproveOrder{Stand: stand, Checked: world.Min}); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Draw(t.Context(), annual.DrawOrder{Stand: stand}); err != nil {
		t.Fatal(err)
	}
	s.openSurvey(m.Head.ID)
	return s, out, surveys.Paper{Survey: m.Head.ID, Number: m.Head.Number, Units: annual.WantedUnits{Survey: m.Head.ID, Called: true}}
}

func TestEveryPaperOfASurveyIsMade(t *testing.T) {
	s, out, p := asks(t)
	for n, what := range []string{surveys.PrintPlan, surveys.PrintQuestionnaire, surveys.PrintScript, surveys.PrintNumbered, surveys.PrintProgress} {
		p.What, p.How = what, surveys.ToScreen
		s.printSurvey(p)
		if len(out.opened) != n+1 {
			said, _ := s.toasts.Said()
			t.Fatalf("%s was not shown: %s", what, said)
		}
		if raw, err := os.ReadFile(out.opened[n]); err != nil || !strings.HasPrefix(string(raw), "%PDF") {
			t.Errorf("%s is no PDF, %v", what, err)
		}
	}
	for _, what := range []string{surveys.PrintForm, surveys.PrintOnline, surveys.PrintCounts} {
		p.What, p.How = what, surveys.ToFile
		out.path = filepath.Join(t.TempDir(), what+".xlsx")
		s.printSurvey(p)
		if raw, err := os.ReadFile(out.path); err != nil || !strings.HasPrefix(string(raw), "PK") {
			said, _ := s.toasts.Said()
			t.Errorf("%s has %d bytes, %v: %s", what, len(raw), err, said)
		}
		raw, err := os.ReadFile(strings.TrimSuffix(out.path, ".xlsx") + ".csv")
		if strings.Contains(string(raw), s.words.Say("survey.item.CLEAN-1")) != (what == surveys.PrintOnline) {
			t.Errorf("beside %s lie %d bytes, %v", what, len(raw), err)
		}
	}
}

func TestAddressesAreShownForAReasonThatIsKept(t *testing.T) {
	s, out, p := asks(t)
	for n, what := range []string{surveys.PrintAddresses, surveys.PrintLetters, surveys.PrintEnvelopes} {
		p.What, p.How = what, surveys.InFull
		s.printSurvey(p)
		if len(out.opened) != n || kit.TopSheet(s.window.Canvas()) == nil {
			t.Fatalf("%s was shown without a question", what)
		}
		for _, area := range all[*kit.TextArea](s.window.Canvas().Overlays().Top()) {
			area.SetText("入戶調查")
		}
		kit.TopSheet(s.window.Canvas()).Submit()
		if len(out.opened) != n+1 {
			t.Fatalf("with a reason %s was not shown", what)
		}
	}
	log, err := s.office.Store.AccessLog(t.Context(), time.Time{}, s.parts.Now().Add(time.Hour), 10)
	if err != nil || len(log) != 3 || log[0].Reason != "入戶調查" || log[0].Action != "paper-opened" || log[0].Fields != "name,room" || log[2].Fields != "name,contact,room" {
		t.Errorf("kept is %+v, %v", log, err)
	}
}

func TestPapersAreMadeOfTheHouseholdsThatAreWanted(t *testing.T) {
	s, _, p := asks(t)
	p.What = surveys.PrintLetters
	all, err := roundOf(t.Context(), s.office.Store, p)
	if err != nil || len(all.Addresses) < 2 {
		t.Fatalf("of all there are %d, %v", len(all.Addresses), err)
	}
	p.Only = []int{all.Addresses[1].Unit.N}
	one, err := roundOf(t.Context(), s.office.Store, p)
	if err != nil || len(one.Addresses) != 1 || one.Addresses[0].No != all.Addresses[1].No {
		t.Errorf("of one there are %+v, %v", one.Addresses, err)
	}
}
