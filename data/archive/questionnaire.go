package archive

import "ownerdesk/app/annual"

// questionnaire is what owners are asked.
type questionnaire struct {
	Form       int         `json:"Form"`
	Intro      string      `json:"Intro"`
	Dimensions []dimension `json:"Dimensions"`
	Items      []item      `json:"Items"`
	Overall    bool        `json:"Overall"`
	Recommend  bool        `json:"Recommend"`
	Choices    []worded    `json:"Choices"`
	MostChosen int         `json:"MostChosen"`
	Open       []worded    `json:"Open"`
}

func (m *mover) questionnaire(k *questionnaire, l *annual.Questionnaire) {
	m.form(&k.Form)
	same(m, &k.Intro, &l.Intro)
	list(m, &k.Dimensions, &l.Dimensions, m.dimension)
	list(m, &k.Items, &l.Items, m.item)
	same(m, &k.Overall, &l.Overall)
	same(m, &k.Recommend, &l.Recommend)
	list(m, &k.Choices, &l.Choices, m.choice)
	same(m, &k.MostChosen, &l.MostChosen)
	list(m, &k.Open, &l.Open, m.openQuestion)
}

// dimension is a field of the company's work.
type dimension struct {
	Code     string   `json:"Code"`
	Text     string   `json:"Text"`
	Weight   int      `json:"Weight"`
	Subjects []string `json:"Subjects"`
	Own      bool     `json:"Own"`
}

func (m *mover) dimension(k *dimension, l *annual.Dimension) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Text, &l.Text)
	same(m, &k.Weight, &l.Weight)
	texts(m, &k.Subjects, &l.Subjects)
	same(m, &k.Own, &l.Own)
}

// item is one question with five answers.
type item struct {
	Code      string `json:"Code"`
	Dimension string `json:"Dimension"`
	Text      string `json:"Text"`
}

func (m *mover) item(k *item, l *annual.Item) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Dimension, &l.Dimension)
	same(m, &k.Text, &l.Text)
}

// worded is something to choose, or a question to be answered in words.
type worded struct {
	Code string `json:"Code"`
	Text string `json:"Text"`
}

func (m *mover) choice(k *worded, l *annual.Choice) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Text, &l.Text)
}

func (m *mover) openQuestion(k *worded, l *annual.Open) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Text, &l.Text)
}
