package annual

import "ownerdesk/app"

// mandatory are the dimensions that the regulation names (clause 6.1).
var mandatory = []string{"DM-SERVICE", "DM-REPAIR", "DM-CLEAN", "DM-SAFE", "DM-COMMUNITY"}

// dimensions are those of the ready questionnaire, with how many items each has.
var dimensions = []struct {
	Dimension
	prefix string
	items  int
}{
	{Dimension{Code: "DM-SERVICE", Weight: 20, Subjects: []app.Category{"SV", "IN"}}, "SERVICE-", 5},
	{Dimension{Code: "DM-REPAIR", Weight: 20, Subjects: []app.Category{"RS", "LK", "QL"}}, "REPAIR-", 3},
	{Dimension{Code: "DM-CLEAN", Weight: 20, Subjects: []app.Category{"CL", "GR"}}, "CLEAN-", 4},
	{Dimension{Code: "DM-SAFE", Weight: 20, Subjects: []app.Category{"SE", "NO", "NB"}}, "SAFE-", 3},
	{Dimension{Code: "DM-FACILITY", Weight: 15, Subjects: []app.Category{"EQ", "PK", "FE"}, Own: true}, "FACILITY-", 3},
	{Dimension{Code: "DM-COMMUNITY", Weight: 5, Subjects: []app.Category{"AC"}}, "COMMUNITY-", 2},
}

// choices are what owners may name in the ready questionnaire.
var choices = []string{"CHOICE-SERVICE", "CHOICE-INFORM", "CHOICE-REPAIR", "CHOICE-LIFT", "CHOICE-CLEAN", "CHOICE-GREEN",
	"CHOICE-SAFE", "CHOICE-FIRE", "CHOICE-PARKING", "CHOICE-CHARGES", "CHOICE-NOISE", "CHOICE-COMMUNITY"}

// Template is the ready questionnaire: twenty items in six dimensions. Its words
// stand under survey.item.<Code> and the like, in each language.
func Template() Questionnaire {
	q := Questionnaire{Overall: true, Recommend: true, MostChosen: 3, Open: []Open{{Code: "OPEN-1"}, {Code: "OPEN-2"}}}
	for _, d := range dimensions {
		q.Dimensions = append(q.Dimensions, d.Dimension)
		for n := range d.items {
			q.Items = append(q.Items, Item{Code: d.prefix + string(rune('1'+n)), Dimension: d.Code})
		}
	}
	for _, code := range choices {
		q.Choices = append(q.Choices, Choice{Code: code})
	}
	return q
}
