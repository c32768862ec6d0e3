package archive

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// line is one issue of the month as the papers list it: people and rooms are masked.
type line struct {
	ID          int64     `json:"ID"`
	Project     int64     `json:"Project"`
	Number      string    `json:"Number"`
	Intake      string    `json:"Intake"`
	Kind        string    `json:"Kind"`
	Category    string    `json:"Category"`
	Urgency     string    `json:"Urgency"`
	Level       string    `json:"Level"`
	State       string    `json:"State"`
	Close       string    `json:"Close"`
	Step        string    `json:"Step"`
	StepDue     time.Time `json:"StepDue"`
	Due         time.Time `json:"Due"`
	Received    time.Time `json:"Received"`
	Channel     string    `json:"Channel"`
	Name        string    `json:"Name"`
	Anonymous   bool      `json:"Anonymous"`
	Place       place     `json:"Place"`
	Description string    `json:"Description"`
	Lead        int64     `json:"Lead"`
	Handler     int64     `json:"Handler"`
	By          int64     `json:"By"`
	Round       int       `json:"Round"`
	Rework      int       `json:"Rework"`
	Delays      int       `json:"Delays"`
	Final       int       `json:"Final"`
	Ended       time.Time `json:"Ended"`
	Done        time.Time `json:"Done"`
	Taken       bool      `json:"Taken"`
	Left        left      `json:"Left"`
	Spent       *spent    `json:"Spent"` // nil before costs were kept
	Materials   string    `json:"Materials"`
	Veiled      bool      `json:"Veiled"` // its words were kept from all; nothing was before this was known
	Wait        *waits    `json:"Wait,omitempty"`
}

// waits is that an issue was suspended; nobody could be before it was known.
type waits struct {
	Since  time.Time `json:"Since"`
	Code   string    `json:"Code"`
	Review time.Time `json:"Review"`
}

// suspended carries a suspension where there is one.
func (m *mover) suspended(k *line, l *app.Line) {
	var w *app.Waits
	if l.Wait != (app.Waits{}) {
		w = &l.Wait
	}
	if maybe(m, &k.Wait, &w, m.waits); m.back && w != nil {
		l.Wait = *w
	}
}

func (m *mover) waits(k *waits, l *app.Waits) {
	same(m, &k.Since, &l.Since)
	text(m, &k.Code, &l.Code)
	same(m, &k.Review, &l.Review)
}

func (m *mover) line(k *line, l *meeting.Listed) {
	num(m, &k.ID, &l.ID)
	num(m, &k.Project, &l.Project)
	same(m, &k.Number, &l.Number)
	same(m, &k.Intake, &l.Intake)
	text(m, &k.Kind, &l.Kind)
	text(m, &k.Category, &l.Category)
	text(m, &k.Urgency, &l.Urgency)
	text(m, &k.Level, &l.Level)
	m.stood(k, &l.Line)
	same(m, &k.Received, &l.Received)
	text(m, &k.Channel, &l.Channel)
	same(m, &k.Name, &l.Name)
	same(m, &k.Anonymous, &l.Anonymous)
	m.place(&k.Place, &l.Place)
	same(m, &k.Description, &l.Description)
	num(m, &k.Lead, &l.Lead)
	num(m, &k.Handler, &l.Handler)
	num(m, &k.By, &l.By)
	same(m, &k.Taken, &l.Taken)
	same(m, &k.Veiled, &l.Veiled)
	m.left(&k.Left, &l.Left)
	m.spent(&k.Spent, &l.Spent)
	same(m, &k.Materials, &l.Materials)
}

// spent is what the issue cost, in sums; the record's number 0 says that nobody knew.
type spent struct {
	N        int    `json:"N"`
	Hours    int64  `json:"Hours"`
	Labour   int64  `json:"Labour"`
	Material int64  `json:"Material"`
	Other    int64  `json:"Other"`
	Charge   string `json:"Charge"`
	Charged  int64  `json:"Charged"`
}

func (m *mover) spent(k **spent, l *app.Spent) {
	if *k == nil {
		if m.back {
			return
		}
		*k = &spent{}
	}
	same(m, &(*k).N, &l.N)
	num(m, &(*k).Hours, &l.Hours)
	num(m, &(*k).Labour, &l.Labour)
	num(m, &(*k).Material, &l.Material)
	num(m, &(*k).Other, &l.Other)
	text(m, &(*k).Charge, &l.Charge)
	num(m, &(*k).Charged, &l.Charged)
}

// stood is how far the issue had come.
func (m *mover) stood(k *line, l *app.Line) {
	text(m, &k.State, &l.State)
	text(m, &k.Close, &l.Close)
	text(m, &k.Step, &l.Step)
	same(m, &k.StepDue, &l.StepDue)
	same(m, &k.Due, &l.Due)
	same(m, &k.Round, &l.Round)
	same(m, &k.Rework, &l.Rework)
	same(m, &k.Delays, &l.Delays)
	num(m, &k.Final, &l.Final)
	same(m, &k.Ended, &l.Ended)
	same(m, &k.Done, &l.Done)
	m.suspended(k, l)
}

// place is where something is, without its room.
type place struct {
	Area     int64  `json:"Area"`
	Building int64  `json:"Building"`
	Block    string `json:"Block"`
	Unit     string `json:"Unit"`
	Door     string `json:"Door"`
	Text     string `json:"Text"`
}

func (m *mover) place(k *place, l *app.Place) {
	num(m, &k.Area, &l.Area)
	num(m, &k.Building, &l.Building)
	same(m, &k.Block, &l.Block)
	same(m, &k.Unit, &l.Unit)
	same(m, &k.Door, &l.Door)
	same(m, &k.Text, &l.Text)
}

// left is how a due date stood to the moment.
type left struct {
	Now         time.Time `json:"Now"`
	Due         time.Time `json:"Due"`
	Late        bool      `json:"Late"`
	WorkMinutes int       `json:"WorkMinutes"`
	Workdays    int       `json:"Workdays"`
	Minutes     int       `json:"Minutes"`
	Days        int       `json:"Days"`
	SameDay     bool      `json:"SameDay"`
	NextDay     bool      `json:"NextDay"`
}

func (m *mover) left(k *left, l *workday.Left) {
	same(m, &k.Now, &l.Now)
	same(m, &k.Due, &l.Due)
	same(m, &k.Late, &l.Late)
	same(m, &k.WorkMinutes, &l.WorkMinutes)
	same(m, &k.Workdays, &l.Workdays)
	same(m, &k.Minutes, &l.Minutes)
	same(m, &k.Days, &l.Days)
	same(m, &k.SameDay, &l.SameDay)
	same(m, &k.NextDay, &l.NextDay)
}

// names are what was called how.
type names struct {
	Projects    map[int64]string  `json:"Projects"`
	Departments map[int64]string  `json:"Departments"`
	Staff       map[int64]string  `json:"Staff"`
	Areas       map[int64]string  `json:"Areas"`
	Buildings   map[int64]string  `json:"Buildings"`
	Places      map[int64]place   `json:"Places"`
	Dimensions  map[string]string `json:"Dimensions"`
}

func (m *mover) names(k *names, l *meeting.Names) {
	called(m, &k.Projects, &l.Projects)
	called(m, &k.Departments, &l.Departments)
	called(m, &k.Staff, &l.Staff)
	called(m, &k.Areas, &l.Areas)
	called(m, &k.Buildings, &l.Buildings)
	byID(m, &k.Places, &l.Places, m.place)
	same(m, &k.Dimensions, &l.Dimensions)
}
