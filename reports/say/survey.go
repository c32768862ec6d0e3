package say

import "ownerdesk/app/annual"

// ItemText is how an item of a questionnaire reads, the overall one too: its own
// text, or that of the ready questionnaire. A code that is none has no words.
func ItemText(v Voice, q annual.Questionnaire, code string) string {
	own := ""
	for _, i := range q.Items {
		if i.Code == code {
			own = i.Text
		}
	}
	return v.ready("survey.item.", code, own)
}

// DimensionText is what a dimension of a questionnaire is called.
func DimensionText(v Voice, q annual.Questionnaire, code string) string {
	own := ""
	for _, d := range q.Dimensions {
		if d.Code == code {
			own = d.Text
		}
	}
	return v.ready("survey.dimension.", code, own)
}

// ChoiceText is something that owners may name as most in need of improvement.
func ChoiceText(v Voice, q annual.Questionnaire, code string) string {
	own := ""
	for _, c := range q.Choices {
		if c.Code == code {
			own = c.Text
		}
	}
	return v.ready("survey.choice.", code, own)
}

// OpenText is a question that is answered in words.
func OpenText(v Voice, q annual.Questionnaire, code string) string {
	own := ""
	for _, o := range q.Open {
		if o.Code == code {
			own = o.Text
		}
	}
	return v.ready("survey.open.", code, own)
}

// IntroText stands at the head of a questionnaire. How long sheets are kept and
// whom to ask is not in it: PlanText of keep and contact stand beside it.
func IntroText(v Voice, q annual.Questionnaire) string { return v.ready("survey.", "intro", q.Intro) }

// RecommendText is the question that 0 to 10 answer.
func RecommendText(v Voice) string { return v.Say("survey.recommend") }

// PlanText is a field of a plan: what was typed, or the ready text. Fields are
// purpose, scope, content, method, training, quality, secrecy, keep, contact.
func PlanText(v Voice, field, own string) string { return v.ready("survey.plan.", field, own) }

// ready is a text of somebody's own, or the ready one under a code; nothing where
// there is neither.
func (v Voice) ready(under, code, own string) string {
	if own != "" || !v.Has(under+code) {
		return own
	}
	return v.Say(under + code)
}

// SurveyState is how far a survey has come.
func SurveyState(v Voice, s annual.State) string { return v.Say("survey.state." + string(s)) }

// SurveyAct is what was done to a survey.
func SurveyAct(v Voice, k annual.ActKind) string { return v.Say("survey.act." + string(k)) }

// Stage is a stage of a survey's timetable.
func Stage(v Voice, k annual.StageKey) string { return v.Say("survey.stage." + string(k)) }

// BackCheck is what asking a household again came to.
func BackCheck(v Voice, b annual.BackCheck) string {
	if b == annual.Unchecked {
		return v.Say("survey.back.none")
	}
	return v.Say("survey.back." + string(b))
}

// SurveyTitle is what a survey is called: its own title, or its year.
func SurveyTitle(v Voice, h annual.Head) string {
	if h.Plan.Title != "" {
		return h.Plan.Title
	}
	return v.Say("survey.title", h.Year)
}

// SurveyWarning is what is unusual about a questionnaire.
func SurveyWarning(v Voice, w annual.Warning) string { return v.Say("survey.warning." + string(w)) }
