package archive

import (
	"time"

	"ownerdesk/app/improve"
)

// milestone is something that was to be reached by a day.
type milestone struct {
	N       int    `json:"N"`
	Gone    bool   `json:"Gone"`
	Text    string `json:"Text"`
	Due     string `json:"Due"`
	Reached string `json:"Reached"`
	By      int64  `json:"By"`
	Note    string `json:"Note"`
}

func (m *mover) milestone(k *milestone, l *improve.Milestone) {
	same(m, &k.N, &l.N)
	same(m, &k.Gone, &l.Gone)
	same(m, &k.Text, &l.Text)
	m.day(&k.Due, &l.Due)
	m.day(&k.Reached, &l.Reached)
	num(m, &k.By, &l.By)
	same(m, &k.Note, &l.Note)
}

// check is one look at how far a measure had come.
type check struct {
	N         int    `json:"N"`
	Day       string `json:"Day"`
	Percent   int    `json:"Percent"`
	What      string `json:"What"`
	Evidence  string `json:"Evidence"`
	Deviation string `json:"Deviation"`
	Due       string `json:"Due"`
	Approver  int64  `json:"Approver"`
	By        int64  `json:"By"`
}

func (m *mover) check(k *check, l *improve.Check) {
	same(m, &k.N, &l.N)
	m.day(&k.Day, &l.Day)
	same(m, &k.Percent, &l.Percent)
	same(m, &k.What, &l.What)
	same(m, &k.Evidence, &l.Evidence)
	same(m, &k.Deviation, &l.Deviation)
	m.day(&k.Due, &l.Due)
	num(m, &k.Approver, &l.Approver)
	num(m, &k.By, &l.By)
}

// evaluation says whether a measure helped.
type evaluation struct {
	N       int       `json:"N"`
	At      time.Time `json:"At"`
	By      int64     `json:"By"`
	Gauge   string    `json:"Gauge"`
	Code    string    `json:"Code"`
	Less    bool      `json:"Less"`
	Before  reading   `json:"Before"`
	After   reading   `json:"After"`
	Aimed   bool      `json:"Aimed"`
	Target  figure    `json:"Target"`
	Tested  bool      `json:"Tested"`
	P       figure    `json:"P"`
	Verdict string    `json:"Verdict"`
	Why     string    `json:"Why"`
}

func (m *mover) evaluation(k *evaluation, l *improve.Evaluation) {
	same(m, &k.N, &l.N)
	same(m, &k.At, &l.At)
	num(m, &k.By, &l.By)
	m.effect(k, &l.Effect)
	text(m, &k.Verdict, &l.Verdict)
	same(m, &k.Why, &l.Why)
}

func (m *mover) effect(k *evaluation, l *improve.Effect) {
	text(m, &k.Gauge, &l.Gauge)
	same(m, &k.Code, &l.Code)
	same(m, &k.Less, &l.Less)
	m.reading(&k.Before, &l.Before)
	m.reading(&k.After, &l.After)
	same(m, &k.Aimed, &l.Aimed)
	num(m, &k.Target, &l.Target)
	same(m, &k.Tested, &l.Tested)
	num(m, &k.P, &l.P)
}

// reading is a gauge read once.
type reading struct {
	Value  figure  `json:"Value"`
	Low    figure  `json:"Low"`
	High   figure  `json:"High"`
	N      int     `json:"N"`
	Year   int     `json:"Year"`
	From   string  `json:"From"`
	To     string  `json:"To"`
	Issues []int64 `json:"Issues"`
}

func (m *mover) reading(k *reading, l *improve.Reading) {
	num(m, &k.Value, &l.Value)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	same(m, &k.N, &l.N)
	same(m, &k.Year, &l.Year)
	m.day(&k.From, &l.From)
	m.day(&k.To, &l.To)
	nums(m, &k.Issues, &l.Issues)
}

// reminder is one time that somebody was urged.
type reminder struct {
	N    int       `json:"N"`
	At   time.Time `json:"At"`
	To   int64     `json:"To"`
	Text string    `json:"Text"`
	By   int64     `json:"By"`
}

func (m *mover) reminder(k *reminder, l *improve.Reminder) {
	same(m, &k.N, &l.N)
	same(m, &k.At, &l.At)
	num(m, &k.To, &l.To)
	same(m, &k.Text, &l.Text)
	num(m, &k.By, &l.By)
}

// calling is one time that somebody was called to account.
type calling struct {
	N           int    `json:"N"`
	Day         string `json:"Day"`
	Who         int64  `json:"Who"`
	Explanation string `json:"Explanation"`
	Way         string `json:"Way"`
	Text        string `json:"Text"`
	Decider     int64  `json:"Decider"`
	By          int64  `json:"By"`
}

func (m *mover) calling(k *calling, l *improve.Calling) {
	same(m, &k.N, &l.N)
	m.day(&k.Day, &l.Day)
	num(m, &k.Who, &l.Who)
	same(m, &k.Explanation, &l.Explanation)
	text(m, &k.Way, &l.Way)
	same(m, &k.Text, &l.Text)
	num(m, &k.Decider, &l.Decider)
	num(m, &k.By, &l.By)
}
