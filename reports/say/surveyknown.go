package say

import (
	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
)

// SurveyKnown are the texts of a questionnaire in all languages, by which a file of
// answers is read.
func SurveyKnown(v Voice, q annual.Questionnaire) (annual.Known, error) {
	known := annual.Known{}
	for _, l := range lang.All {
		w, err := lang.Load(l)
		if err != nil {
			return nil, err
		}
		knowQuestionnaire(known, Voice{Words: w, Ground: v.Ground}, q)
	}
	return known, nil
}

func knowQuestionnaire(known annual.Known, v Voice, q annual.Questionnaire) {
	learn := func(code, text string) {
		if text != "" {
			known[code] = append(known[code], text)
		}
	}
	for _, code := range q.Asked() {
		learn(code, ItemText(v, q, code))
	}
	for _, c := range q.Choices {
		learn(c.Code, ChoiceText(v, q, c.Code))
	}
	for _, o := range q.Open {
		learn(o.Code, OpenText(v, q, o.Code))
	}
	knowCodes(learn, v, annual.OwnerKinds)
	knowCodes(learn, v, annual.Modes)
	knowCodes(learn, v, annual.Sinces)
	learn(string(annual.HoldsScore), RecommendText(v))
	learn(string(annual.DontKnow), v.Say("surveys.mark.unknown"))
	for _, h := range []annual.Holds{annual.HoldsNo, annual.HoldsArea, annual.HoldsOwner, annual.HoldsSince, annual.Choosing, annual.HoldsMode, annual.HoldsTime, annual.HoldsDay} {
		learn(string(h), v.Say("surveys.column."+string(h)))
	}
}

func knowCodes[T ~string](learn func(code, text string), v Voice, codes []T) {
	for _, c := range codes {
		learn(string(c), Code(v, c))
	}
}
