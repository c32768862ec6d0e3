package archive

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// rate is one figure with what it stands on.
type rate struct {
	Key      string  `json:"Key"`
	Num      int     `json:"Num"`
	Den      int     `json:"Den"`
	Times    int     `json:"Times"`
	Immature int     `json:"Immature"`
	Above    []int64 `json:"Above"`
	Below    []int64 `json:"Below"`
}

func (m *mover) rate(k *rate, l *figures.Rate) {
	text(m, &k.Key, &l.Key)
	same(m, &k.Num, &l.Num)
	same(m, &k.Den, &l.Den)
	same(m, &k.Times, &l.Times)
	same(m, &k.Immature, &l.Immature)
	nums(m, &k.Above, &l.Above)
	nums(m, &k.Below, &l.Below)
}

// handling is how long handling took.
type handling struct {
	Working   spread `json:"Working"`
	Emergency spread `json:"Emergency"`
}

func (m *mover) handling(k *handling, l *figures.Handling) {
	m.spread(&k.Working, &l.Working)
	m.spread(&k.Emergency, &l.Emergency)
}

// spread is how hours are spread over issues.
type spread struct {
	N      int     `json:"N"`
	Mean   figure  `json:"Mean"`
	Median figure  `json:"Median"`
	P90    figure  `json:"P90"`
	Issues []int64 `json:"Issues"`
}

func (m *mover) spread(k *spread, l *figures.Spread) {
	same(m, &k.N, &l.N)
	num(m, &k.Mean, &l.Mean)
	num(m, &k.Median, &l.Median)
	num(m, &k.P90, &l.P90)
	nums(m, &k.Issues, &l.Issues)
}

// beside is what is said beside the rates.
type beside struct {
	ByApproval  []int64 `json:"ByApproval"`
	Returned    []int64 `json:"Returned"`
	Returns     int     `json:"Returns"`
	LateNotices []int64 `json:"LateNotices"`
	Reached     rate    `json:"Reached"`
	Households  rate    `json:"Households"`
	Integrity   []int64 `json:"Integrity"` // null where it was not known then
}

func (m *mover) beside(k *beside, l *figures.Beside) {
	nums(m, &k.ByApproval, &l.ByApproval)
	nums(m, &k.Returned, &l.Returned)
	same(m, &k.Returns, &l.Returns)
	nums(m, &k.LateNotices, &l.LateNotices)
	m.rate(&k.Reached, &l.Reached)
	m.rate(&k.Households, &l.Households)
	nums(m, &k.Integrity, &l.Integrity)
}

// suspended is what waited, and the figures without that time.
type suspended struct {
	Known   bool     `json:"Known"`
	Now     []int64  `json:"Now"`
	Late    []int64  `json:"Late"`
	Without handling `json:"Without"`
	Counted rate     `json:"Counted"`
	LeftOut rate     `json:"LeftOut"`
}

func (m *mover) suspensions(k *suspended, l *figures.Waits) {
	same(m, &k.Known, &l.Known)
	nums(m, &k.Now, &l.Now)
	nums(m, &k.Late, &l.Late)
	m.handling(&k.Without, &l.Without)
	m.rate(&k.Counted, &l.Counted)
	m.rate(&k.LeftOut, &l.LeftOut)
}

// row is one line of a breakdown.
type row struct {
	Key        string  `json:"Key"`
	Issues     []int64 `json:"Issues"`
	Before     int     `json:"Before"`
	LastYear   int     `json:"LastYear"`
	Completed  int     `json:"Completed"`
	Overdue    int     `json:"Overdue"`
	OnTime     rate    `json:"OnTime"`
	Reworked   rate    `json:"Reworked"`
	Satisfied  rate    `json:"Satisfied"`
	Households int     `json:"Households"`
}

func (m *mover) row(k *row, l *figures.Row) {
	same(m, &k.Key, &l.Key)
	nums(m, &k.Issues, &l.Issues)
	same(m, &k.Before, &l.Before)
	same(m, &k.LastYear, &l.LastYear)
	same(m, &k.Completed, &l.Completed)
	same(m, &k.Overdue, &l.Overdue)
	m.rate(&k.OnTime, &l.OnTime)
	m.rate(&k.Reworked, &l.Reworked)
	m.rate(&k.Satisfied, &l.Satisfied)
	same(m, &k.Households, &l.Households)
}

// grid is a table of counts with two keys.
type grid struct {
	Rows     []string       `json:"Rows"`
	Columns  []string       `json:"Columns"`
	Cells    [][][]int64    `json:"Cells"`
	Before   map[string]int `json:"Before"`
	LastYear map[string]int `json:"LastYear"`
}

func (m *mover) grid(k *grid, l *figures.Grid) {
	same(m, &k.Rows, &l.Rows)
	same(m, &k.Columns, &l.Columns)
	list(m, &k.Cells, &l.Cells, func(k *[][]int64, l *[][]app.IssueID) {
		list(m, k, l, func(k *[]int64, l *[]app.IssueID) { nums(m, k, l) })
	})
	same(m, &k.Before, &l.Before)
	same(m, &k.LastYear, &l.LastYear)
}

// point is one month of a series.
type point struct {
	From     time.Time `json:"From"`
	Received int       `json:"Received"`
	Closed   int       `json:"Closed"`
}

func (m *mover) point(k *point, l *figures.Point) {
	same(m, &k.From, &l.From)
	same(m, &k.Received, &l.Received)
	same(m, &k.Closed, &l.Closed)
}

// problem is one that concerns many.
type problem struct {
	Category string  `json:"Category"`
	Where    string  `json:"Where"`
	ByHand   bool    `json:"ByHand"`
	Issues   []int64 `json:"Issues"`
	Areas    []int64 `json:"Areas"`
	Rooms    int     `json:"Rooms"`
	Month    int     `json:"Month"`
	Before   int     `json:"Before"`
}

func (m *mover) problem(k *problem, l *figures.Problem) {
	text(m, &k.Category, &l.Category)
	same(m, &k.Where, &l.Where)
	same(m, &k.ByHand, &l.ByHand)
	nums(m, &k.Issues, &l.Issues)
	nums(m, &k.Areas, &l.Areas)
	same(m, &k.Rooms, &l.Rooms)
	same(m, &k.Month, &l.Month)
	same(m, &k.Before, &l.Before)
}

// hot is a building and a subject over their control limit.
type hot struct {
	Building int64   `json:"Building"`
	Subject  string  `json:"Subject"`
	Issues   []int64 `json:"Issues"`
	Mean     figure  `json:"Mean"`
	Limit    figure  `json:"Limit"`
}

func (m *mover) hot(k *hot, l *figures.Cell) {
	num(m, &k.Building, &l.Building)
	text(m, &k.Subject, &l.Subject)
	nums(m, &k.Issues, &l.Issues)
	num(m, &k.Mean, &l.Mean)
	num(m, &k.Limit, &l.Limit)
}

// open is an issue that was still to be done.
type open struct {
	ID       int64     `json:"ID"`
	Kind     string    `json:"Kind"`
	Category string    `json:"Category"`
	Area     int64     `json:"Area"`
	Lead     int64     `json:"Lead"`
	Received time.Time `json:"Received"`
	Due      time.Time `json:"Due"`
	Late     bool      `json:"Late"`
	Overdue  int       `json:"Overdue"`
}

func (m *mover) open(k *open, l *figures.Open) {
	num(m, &k.ID, &l.ID)
	text(m, &k.Kind, &l.Kind)
	text(m, &k.Category, &l.Category)
	num(m, &k.Area, &l.Area)
	num(m, &k.Lead, &l.Lead)
	same(m, &k.Received, &l.Received)
	same(m, &k.Due, &l.Due)
	same(m, &k.Late, &l.Late)
	same(m, &k.Overdue, &l.Overdue)
}
