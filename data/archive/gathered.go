package archive

import (
	"time"

	"ownerdesk/app/figures"
)

// opinions are what was gathered at sales and events in a month.
type opinions struct {
	Known bool          `json:"Known"`
	Rows  []opinionsRow `json:"Rows"`
}

func (m *mover) gathered(k *opinions, l *figures.Opinions) {
	same(m, &k.Known, &l.Known)
	list(m, &k.Rows, &l.Rows, m.opinionsRow)
}

// opinionsRow is one event, with what became of its opinions.
type opinionsRow struct {
	Gathering int64     `json:"Gathering"`
	Number    string    `json:"Number"`
	Project   int64     `json:"Project"`
	Title     string    `json:"Title"`
	Event     string    `json:"Event"`
	Begins    time.Time `json:"Begins"`
	Opinions  int       `json:"Opinions"`
	Issues    []int64   `json:"Issues"`
	Numbers   []string  `json:"Numbers"`
	InTime    int       `json:"InTime"`
	Late      int       `json:"Late"`
	Open      int       `json:"Open"`
	Overdue   int       `json:"Overdue"`
}

func (m *mover) opinionsRow(k *opinionsRow, l *figures.OpinionsRow) {
	num(m, &k.Gathering, &l.Gathering)
	same(m, &k.Number, &l.Number)
	num(m, &k.Project, &l.Project)
	same(m, &k.Title, &l.Title)
	same(m, &k.Event, &l.Event)
	same(m, &k.Begins, &l.Begins)
	same(m, &k.Opinions, &l.Opinions)
	nums(m, &k.Issues, &l.Issues)
	texts(m, &k.Numbers, &l.Numbers)
	same(m, &k.InTime, &l.InTime)
	same(m, &k.Late, &l.Late)
	same(m, &k.Open, &l.Open)
	same(m, &k.Overdue, &l.Overdue)
}
