package archive

import (
	"time"

	"ownerdesk/app"
)

// filter is a filter that somebody gave a name.
type filter struct {
	Text        string    `json:"Text"`
	Project     int64     `json:"Project"`
	States      []string  `json:"States"`
	Steps       []string  `json:"Steps"`
	Kinds       []string  `json:"Kinds"`
	Departments []int64   `json:"Departments"`
	Categories  []string  `json:"Categories"`
	Areas       []int64   `json:"Areas"`
	From        time.Time `json:"From"`
	To          time.Time `json:"To"`
	Late        bool      `json:"Late"`
	OpenOnly    bool      `json:"OpenOnly"`
	Mine        int64     `json:"Mine"`
	Room        int64     `json:"Room"`
	Only        []int64   `json:"Only,omitempty"`
	Suspended   bool      `json:"Suspended,omitempty"`
}

func (m *mover) filter(k *filter, l *app.Filter) {
	same(m, &k.Text, &l.Text)
	num(m, &k.Project, &l.Project)
	texts(m, &k.States, &l.States)
	texts(m, &k.Steps, &l.Steps)
	texts(m, &k.Kinds, &l.Kinds)
	nums(m, &k.Departments, &l.Departments)
	texts(m, &k.Categories, &l.Categories)
	nums(m, &k.Areas, &l.Areas)
	same(m, &k.From, &l.From)
	same(m, &k.To, &l.To)
	same(m, &k.Late, &l.Late)
	same(m, &k.OpenOnly, &l.OpenOnly)
	num(m, &k.Mine, &l.Mine)
	num(m, &k.Room, &l.Room)
	nums(m, &k.Only, &l.Only)
	same(m, &k.Suspended, &l.Suspended)
}
