package surveys

import (
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
)

func TestAQuestionnaireOfMoreThanTwoSidesIsWarnedOf(t *testing.T) {
	x := sit(t, lang.English)
	p := x.planned()
	partOf[*questionsPart](x, p)
	if strings.Contains(x.words(), "sides;") {
		t.Errorf("the ready questionnaire is too long:\n%s", x.words())
	}
	q := p.seen.survey.Questionnaire
	for i := range q.Items {
		q.Items[i].Text = strings.Repeat("maintenance of all common parts ", 6)
	}
	if _, err := x.desk.Change(t.Context(), annual.ChangeOrder{Stand: p.stand(), Questionnaire: &q}); err != nil {
		t.Fatal(err)
	}
	if words := x.Say("surveys.sides", p.seen.sides); p.seen.sides <= 2 || !strings.Contains(x.words(), words) {
		t.Errorf("of %d sides nothing is said:\n%s", p.seen.sides, x.words())
	}
}
