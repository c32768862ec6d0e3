package say

import (
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
)

func TestTheReadyQuestionnaireHasWordsInEveryLanguage(t *testing.T) {
	q := annual.Template()
	for _, l := range lang.All {
		v := voice(t, l)
		said := []string{IntroText(v, q), RecommendText(v), SurveyTitle(v, annual.Head{Year: 2026})}
		for _, w := range []annual.Warning{annual.FewItems, annual.ManyItems, annual.NoOverall} {
			said = append(said, SurveyWarning(v, w))
		}
		for _, code := range q.Asked() {
			said = append(said, ItemText(v, q, code))
		}
		for _, d := range q.Dimensions {
			said = append(said, DimensionText(v, q, d.Code))
		}
		for _, c := range q.Choices {
			said = append(said, ChoiceText(v, q, c.Code))
		}
		for _, o := range q.Open {
			said = append(said, OpenText(v, q, o.Code))
		}
		for _, field := range []string{"purpose", "scope", "content", "method", "training", "quality", "secrecy", "keep", "contact"} {
			said = append(said, PlanText(v, field, ""))
		}
		for _, s := range annual.States {
			said = append(said, SurveyState(v, s))
		}
		for _, k := range annual.ActKinds {
			said = append(said, SurveyAct(v, k))
		}
		for _, k := range annual.StageKeys {
			said = append(said, Stage(v, k))
		}
		said = append(said, BackCheck(v, annual.Unchecked), BackCheck(v, annual.Confirmed), BackCheck(v, annual.Differs))
		said = append(said, Codes(v, annual.Modes), Codes(v, annual.Outcomes), Codes(v, annual.Sinces), Code(v, annual.Later))
		for i, text := range said {
			if text == "" || strings.Contains(text, "survey.") || strings.Contains(text, "code.") {
				t.Errorf("%s: text %d reads %q", l, i, text)
			}
		}
	}
}

func TestATextOfOnesOwnStandsInPlaceOfTheReadyOne(t *testing.T) {
	v, q := voice(t, lang.English), annual.Template()
	q.Items = append(q.Items, annual.Item{Code: "CLEAN-5", Dimension: "DM-CLEAN", Text: "Sandpits"})
	q.Items[0].Text, q.Dimensions[0].Text, q.Choices[0].Text, q.Open[0].Text, q.Intro = "Manners", "Service", "Manners", "What else?", "Hello."
	for _, c := range []struct{ got, want string }{
		{ItemText(v, q, "SERVICE-1"), "Manners"}, {ItemText(v, q, "CLEAN-5"), "Sandpits"}, {ItemText(v, q, "CLEAN-6"), ""},
		{DimensionText(v, q, "DM-SERVICE"), "Service"}, {ChoiceText(v, q, "CHOICE-SERVICE"), "Manners"}, {OpenText(v, q, "OPEN-1"), "What else?"},
		{IntroText(v, q), "Hello."}, {PlanText(v, "contact", "Ms Fang"), "Ms Fang"}, {PlanText(v, "budget", ""), ""},
	} {
		if c.got != c.want {
			t.Errorf("reads %q, want %q", c.got, c.want)
		}
	}
}
