package annual

import "ownerdesk/app"

// Questionnaire is what owners are asked. Texts that are empty are those of the
// ready questionnaire, found by the code in each language.
type Questionnaire struct {
	Intro      string
	Dimensions []Dimension
	Items      []Item
	Overall    bool // satisfied on the whole, asked first, code Overall
	Recommend  bool // 0 to 10
	Choices    []Choice
	MostChosen int // at most so many of the choices: 3
	Open       []Open
}

// Overall is the code of the item on satisfaction as a whole.
const Overall = "OVERALL"

// Dimension is a field of the company's work. The five of the regulation are in
// every questionnaire; what is not weighed has weight 0.
type Dimension struct {
	Code     string // DM-SERVICE
	Text     string
	Weight   int            // percent; in sum 100
	Subjects []app.Category // of issues that belong to it, first level
	Own      bool           // added by the office
}

// Item is one question with five answers and "don't know". An item is compared
// with another year's of the same code and text.
type Item struct {
	Code      string // SERVICE-1
	Dimension string
	Text      string
}

// Choice is something that owners may name as most in need of improvement.
type Choice struct{ Code, Text string }

// Letters are those of choices in their order, as they are printed and keyed in.
const Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789"

// Open is a question that is answered in words.
type Open struct{ Code, Text string }

// Asked are the codes of everything with five answers, in the order of a sheet's
// Marks: the overall item first where it is asked.
func (q Questionnaire) Asked() []string {
	var codes []string
	if q.Overall {
		codes = append(codes, Overall)
	}
	for _, i := range q.Items {
		codes = append(codes, i.Code)
	}
	return codes
}
