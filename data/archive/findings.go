package archive

import "ownerdesk/app/annual"

// findings are what a survey's report concludes.
type findings struct {
	Form        int          `json:"Form"`
	Summary     string       `json:"Summary"`
	Limits      string       `json:"Limits"`
	Problems    []finding    `json:"Problems"`
	Order       []int        `json:"Order"`
	Suggestions []suggestion `json:"Suggestions"`
}

func (m *mover) findings(k *findings, l *annual.Findings) {
	m.form(&k.Form)
	same(m, &k.Summary, &l.Summary)
	same(m, &k.Limits, &l.Limits)
	list(m, &k.Problems, &l.Problems, m.finding)
	same(m, &k.Order, &l.Order)
	list(m, &k.Suggestions, &l.Suggestions, m.suggestion)
}

// finding is one problem that the report names.
type finding struct {
	N          int     `json:"N"`
	Gone       bool    `json:"Gone"`
	Kind       string  `json:"Kind"`
	Dimension  string  `json:"Dimension"`
	Item       string  `json:"Item"`
	Title      string  `json:"Title"`
	Evidence   string  `json:"Evidence"`
	Scope      string  `json:"Scope"`
	Cause      string  `json:"Cause"`
	Complaints []int64 `json:"Complaints"`
	Measure    string  `json:"Measure"`
}

func (m *mover) finding(k *finding, l *annual.Problem) {
	same(m, &k.N, &l.N)
	same(m, &k.Gone, &l.Gone)
	text(m, &k.Kind, &l.Kind)
	same(m, &k.Dimension, &l.Dimension)
	same(m, &k.Item, &l.Item)
	same(m, &k.Title, &l.Title)
	same(m, &k.Evidence, &l.Evidence)
	same(m, &k.Scope, &l.Scope)
	same(m, &k.Cause, &l.Cause)
	nums(m, &k.Complaints, &l.Complaints)
	same(m, &k.Measure, &l.Measure)
}

// suggestion is what the report suggests.
type suggestion struct {
	N        int     `json:"N"`
	Gone     bool    `json:"Gone"`
	Problem  int     `json:"Problem"`
	Text     string  `json:"Text"`
	Dept     int64   `json:"Dept"`
	Priority string  `json:"Priority"`
	Item     string  `json:"Item"`
	From     float64 `json:"From"`
	To       float64 `json:"To"`
}

func (m *mover) suggestion(k *suggestion, l *annual.Suggestion) {
	same(m, &k.N, &l.N)
	same(m, &k.Gone, &l.Gone)
	same(m, &k.Problem, &l.Problem)
	same(m, &k.Text, &l.Text)
	num(m, &k.Dept, &l.Dept)
	text(m, &k.Priority, &l.Priority)
	same(m, &k.Item, &l.Item)
	num(m, &k.From, &l.From)
	num(m, &k.To, &l.To)
}
