package archive

import (
	"time"

	"ownerdesk/app/meeting"
)

// action is an action item as it stood, without its timeline.
type action struct {
	ID         int64     `json:"ID"`
	Version    int       `json:"Version"`
	Number     string    `json:"Number"`
	Project    int64     `json:"Project"`
	Source     int64     `json:"Source"`
	Kind       string    `json:"Kind"`
	Given      time.Time `json:"Given"`
	By         int64     `json:"By"`
	What       string    `json:"What"`
	Dept       int64     `json:"Dept"`
	Person     int64     `json:"Person"`
	Who        string    `json:"Who"`
	Needs      string    `json:"Needs"`
	Verify     string    `json:"Verify"`
	Issue      int64     `json:"Issue"`
	First      string    `json:"First"`
	Due        string    `json:"Due"`
	State      string    `json:"State"`
	Progress   string    `json:"Progress"`
	Done       time.Time `json:"Done"`
	DoneBy     int64     `json:"DoneBy"`
	Verified   time.Time `json:"Verified"`
	VerifiedBy int64     `json:"VerifiedBy"`
	Why        string    `json:"Why"`
	Ended      time.Time `json:"Ended"`
	Carries    []carry   `json:"Carries"`
}

func (m *mover) action(k *action, l *meeting.Action) {
	num(m, &k.ID, &l.ID)
	same(m, &k.Version, &l.Version)
	same(m, &k.Number, &l.Number)
	num(m, &k.Project, &l.Project)
	num(m, &k.Source, &l.Source)
	text(m, &k.Kind, &l.Kind)
	same(m, &k.Given, &l.Given)
	num(m, &k.By, &l.By)
	m.task(k, &l.Task)
	m.day(&k.First, &l.First)
	m.day(&k.Due, &l.Due)
	text(m, &k.State, &l.State)
	same(m, &k.Progress, &l.Progress)
	same(m, &k.Done, &l.Done)
	num(m, &k.DoneBy, &l.DoneBy)
	same(m, &k.Verified, &l.Verified)
	num(m, &k.VerifiedBy, &l.VerifiedBy)
	same(m, &k.Why, &l.Why)
	same(m, &k.Ended, &l.Ended)
	list(m, &k.Carries, &l.Carries, m.carry)
}

func (m *mover) task(k *action, l *meeting.Task) {
	same(m, &k.What, &l.What)
	num(m, &k.Dept, &l.Dept)
	num(m, &k.Person, &l.Person)
	same(m, &k.Who, &l.Who)
	same(m, &k.Needs, &l.Needs)
	same(m, &k.Verify, &l.Verify)
	num(m, &k.Issue, &l.Issue)
}

// carry is one later record that an action item came back in.
type carry struct {
	Record int64     `json:"Record"`
	At     time.Time `json:"At"`
}

func (m *mover) carry(k *carry, l *meeting.Carry) {
	num(m, &k.Record, &l.Record)
	same(m, &k.At, &l.At)
}
