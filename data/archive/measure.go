package archive

import (
	"time"

	"ownerdesk/app/improve"
)

// measure is an improvement measure as it stood, without its timeline and files.
type measure struct {
	ID         int64     `json:"ID"`
	Version    int       `json:"Version"`
	Number     string    `json:"Number"`
	Project    int64     `json:"Project"`
	State      string    `json:"State"`
	Made       time.Time `json:"Made"`
	By         int64     `json:"By"`
	Year       int       `json:"Year"`
	Origin     string    `json:"Origin"`
	Survey     int64     `json:"Survey"`
	Record     int64     `json:"Record"`
	Issue      int64     `json:"Issue"`
	N          int       `json:"N"`
	Called     string    `json:"Called"`
	Round      int       `json:"Round"`
	Before     int64     `json:"Before"`
	After      int64     `json:"After"`
	First      string    `json:"First"`
	Due        string    `json:"Due"`
	Begun      time.Time `json:"Begun"`
	Finished   time.Time `json:"Finished"`
	FinishedBy int64     `json:"FinishedBy"`
	Result     string    `json:"Result"`
	Accepted   time.Time `json:"Accepted"`
	AcceptedBy int64     `json:"AcceptedBy"`
	Ended      time.Time `json:"Ended"`
	Why        string    `json:"Why"`
	measurePlan

	Milestones  []milestone  `json:"Milestones"`
	Checks      []check      `json:"Checks"`
	Evaluations []evaluation `json:"Evaluations"`
	Reminders   []reminder   `json:"Reminders"`
	Callings    []calling    `json:"Callings"`
}

// measurePlan is what was to be done; its keys stand beside those of the measure.
type measurePlan struct {
	Dimension  string   `json:"Dimension"`
	Item       string   `json:"Item"`
	Categories []string `json:"Categories"`
	Problem    string   `json:"Problem"`
	What       string   `json:"What"`
	Standard   string   `json:"Standard"`
	Needs      string   `json:"Needs"`
	Dept       int64    `json:"Dept"`
	Person     int64    `json:"Person"`
	Helping    []int64  `json:"Helping"`
	Start      string   `json:"Start"`
	Gauge      string   `json:"Gauge"`
	GaugeName  string   `json:"GaugeName"`
	Less       bool     `json:"Less"`
	Aimed      bool     `json:"Aimed"`
	Target     figure   `json:"Target"`
	Judge      string   `json:"Judge"`
}

func (m *mover) measure(k *measure, l *improve.Measure) {
	m.measureHead(k, &l.Head)
	m.source(k, &l.Source)
	m.measurePlan(&k.measurePlan, &l.Plan)
	list(m, &k.Milestones, &l.Milestones, m.milestone)
	list(m, &k.Checks, &l.Checks, m.check)
	list(m, &k.Evaluations, &l.Evaluations, m.evaluation)
	list(m, &k.Reminders, &l.Reminders, m.reminder)
	list(m, &k.Callings, &l.Callings, m.calling)
}

func (m *mover) measureHead(k *measure, l *improve.Head) {
	num(m, &k.ID, &l.ID)
	same(m, &k.Version, &l.Version)
	same(m, &k.Number, &l.Number)
	num(m, &k.Project, &l.Project)
	text(m, &k.State, &l.State)
	same(m, &k.Made, &l.Made)
	num(m, &k.By, &l.By)
	same(m, &k.Year, &l.Year)
	same(m, &k.Round, &l.Round)
	num(m, &k.Before, &l.Before)
	num(m, &k.After, &l.After)
	m.day(&k.First, &l.First)
	m.day(&k.Due, &l.Due)
	same(m, &k.Begun, &l.Begun)
	same(m, &k.Finished, &l.Finished)
	num(m, &k.FinishedBy, &l.FinishedBy)
	same(m, &k.Result, &l.Result)
	same(m, &k.Accepted, &l.Accepted)
	num(m, &k.AcceptedBy, &l.AcceptedBy)
	same(m, &k.Ended, &l.Ended)
	same(m, &k.Why, &l.Why)
}

func (m *mover) source(k *measure, l *improve.Source) {
	text(m, &k.Origin, &l.Origin)
	num(m, &k.Survey, &l.Survey)
	num(m, &k.Record, &l.Record)
	num(m, &k.Issue, &l.Issue)
	same(m, &k.N, &l.N)
	same(m, &k.Called, &l.Called)
}

func (m *mover) measurePlan(k *measurePlan, l *improve.Plan) {
	same(m, &k.Dimension, &l.Dimension)
	same(m, &k.Item, &l.Item)
	texts(m, &k.Categories, &l.Categories)
	same(m, &k.Problem, &l.Problem)
	same(m, &k.What, &l.What)
	same(m, &k.Standard, &l.Standard)
	same(m, &k.Needs, &l.Needs)
	num(m, &k.Dept, &l.Dept)
	num(m, &k.Person, &l.Person)
	nums(m, &k.Helping, &l.Helping)
	m.day(&k.Start, &l.Start)
	text(m, &k.Gauge, &l.Gauge)
	same(m, &k.GaugeName, &l.GaugeName)
	same(m, &k.Less, &l.Less)
	same(m, &k.Aimed, &l.Aimed)
	num(m, &k.Target, &l.Target)
	m.day(&k.Judge, &l.Judge)
}
