package archive

import (
	"time"

	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
)

// freeze is what the freeze of a month or of a week keeps.
type freeze struct {
	Form     int       `json:"Form"`
	Report   report    `json:"Report"`
	Week     week      `json:"Week"`
	Actions  []action  `json:"Actions"`
	OnTime   tally     `json:"OnTime"`
	Rules    int       `json:"Rules"`
	Measures []measure `json:"Measures"`
	Issues   []line    `json:"Issues"`
	Names    names     `json:"Names"`
}

func (m *mover) freeze(k *freeze, l *meeting.Kept) {
	m.form(&k.Form)
	m.report(&k.Report, &l.Report)
	m.week(&k.Week, &l.Week)
	list(m, &k.Actions, &l.Actions, m.action)
	m.tally(&k.OnTime, &l.OnTime)
	same(m, &k.Rules, &l.Rules)
	list(m, &k.Measures, &l.Measures, m.measure)
	list(m, &k.Issues, &l.Issues, m.line)
	m.names(&k.Names, &l.Names)
}

// week is what a department's week is told by.
type week struct {
	New        []int64          `json:"New"`
	Completed  []int64          `json:"Completed"`
	Overdue    []int64          `json:"Overdue"`
	Complaints []int64          `json:"Complaints"`
	Numbers    map[int64]string `json:"Numbers"`
}

func (m *mover) week(k *week, l *meeting.Week) {
	nums(m, &k.New, &l.New)
	nums(m, &k.Completed, &l.Completed)
	nums(m, &k.Overdue, &l.Overdue)
	nums(m, &k.Complaints, &l.Complaints)
	called(m, &k.Numbers, &l.Numbers)
}

// tally is how many of so many.
type tally struct {
	Num int `json:"Num"`
	Den int `json:"Den"`
}

func (m *mover) tally(k *tally, l *meeting.Tally) {
	same(m, &k.Num, &l.Num)
	same(m, &k.Den, &l.Den)
}

// report is a month's figures.
type report struct {
	Scope      bounds           `json:"Scope"`
	Rates      []rate           `json:"Rates"`
	Before     []rate           `json:"Before"`
	LastYear   []rate           `json:"LastYear"`
	Handling   handling         `json:"Handling"`
	Beside     beside           `json:"Beside"`
	Waits      suspended        `json:"Waits"` // not known before it was
	ByKind     grid             `json:"ByKind"`
	ByDept     []row            `json:"ByDept"`
	BySubject  []row            `json:"BySubject"`
	ByTopic    []row            `json:"ByTopic"`
	ByArea     []row            `json:"ByArea"`
	ByLevel    grid             `json:"ByLevel"`
	ByHandler  []row            `json:"ByHandler"`
	Praise     []int64          `json:"Praise"`
	Series     []point          `json:"Series"`
	Causes     []row            `json:"Causes"`
	Ageing     []row            `json:"Ageing"`
	Problems   []problem        `json:"Problems"`
	ByBuilding grid             `json:"ByBuilding"`
	Hot        []hot            `json:"Hot"`
	SameAgain  []row            `json:"SameAgain"`
	Unresolved []open           `json:"Unresolved"`
	Costs      costs            `json:"Costs"`
	Gathered   opinions         `json:"Gathered"` // not known before it was
	Numbers    map[int64]string `json:"Numbers"`
}

func (m *mover) report(k *report, l *figures.Report) {
	m.bounds(&k.Scope, &l.Scope)
	list(m, &k.Rates, &l.Rates, m.rate)
	list(m, &k.Before, &l.Before, m.rate)
	list(m, &k.LastYear, &l.LastYear, m.rate)
	m.handling(&k.Handling, &l.Handling)
	m.beside(&k.Beside, &l.Beside)
	m.suspensions(&k.Waits, &l.Waits)
	m.grid(&k.ByKind, &l.ByKind)
	list(m, &k.ByDept, &l.ByDept, m.row)
	list(m, &k.BySubject, &l.BySubject, m.row)
	list(m, &k.ByTopic, &l.ByTopic, m.row)
	list(m, &k.ByArea, &l.ByArea, m.row)
	m.grid(&k.ByLevel, &l.ByLevel)
	list(m, &k.ByHandler, &l.ByHandler, m.row)
	nums(m, &k.Praise, &l.Praise)
	list(m, &k.Series, &l.Series, m.point)
	list(m, &k.Causes, &l.Causes, m.row)
	list(m, &k.Ageing, &l.Ageing, m.row)
	list(m, &k.Problems, &l.Problems, m.problem)
	m.grid(&k.ByBuilding, &l.ByBuilding)
	list(m, &k.Hot, &l.Hot, m.hot)
	list(m, &k.SameAgain, &l.SameAgain, m.row)
	list(m, &k.Unresolved, &l.Unresolved, m.open)
	m.costs(&k.Costs, &l.Costs)
	m.gathered(&k.Gathered, &l.Gathered)
	called(m, &k.Numbers, &l.Numbers)
}

// bounds are the bounds of what was counted.
type bounds struct {
	Project    int64     `json:"Project"`
	From       time.Time `json:"From"`
	To         time.Time `json:"To"`
	At         time.Time `json:"At"`
	Households int       `json:"Households"`
}

func (m *mover) bounds(k *bounds, l *figures.Bounds) {
	num(m, &k.Project, &l.Project)
	same(m, &k.From, &l.From)
	same(m, &k.To, &l.To)
	same(m, &k.At, &l.At)
	same(m, &k.Households, &l.Households)
}
