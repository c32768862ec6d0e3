package meeting

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
)

// Stand is what an order stands on: which record, the version the person saw (0
// for whatever it is now), and who acts.
type Stand struct {
	Record  RecordID
	Version int
	By      app.StaffID
}

// Move is the outcome of a decision: the head as it stands afterwards, the entry
// in the timeline, and the rows that are new or different. One guarded
// transaction keeps every act there is.
type Move struct {
	Head      Head // Version is the one the decision stood on
	Act       Act  // without a kind nothing became different
	Guests    []Guest
	Agenda    []Item
	Accounts  []Account
	Problems  []Problem
	Opinions  []Opinion
	Answers   []Answer
	Decisions []Decision
	Told      []Told
	Freeze    *Freeze
	Kept      *Kept // what the freeze keeps
	Files     []app.Attachment
	Actions   []ActionMove
	Raised    []Raised // the issues that opinions become, kept with the record; see Tied

	// Draw is the prefix of the number to draw for the record.
	Draw app.Prefix
}

// Raised is what becomes of an opinion at the desk: its issue is received, or who
// said it joins the issue that is about the same.
type Raised struct {
	N    int // of the opinion
	Move app.Move
}

// ActionMove is one action item as it stands afterwards, and how it came so.
type ActionMove struct {
	Action Action // Version is the one the decision stood on; new ones have no ID
	Act    Act
	Carry  *Carry
}

// begin starts a move on the record.
func (r Record) begin(kind ActKind, by app.StaffID, at time.Time, note string) Move {
	return Move{Head: r.Head, Act: Act{N: len(r.Acts) + 1, Kind: kind, At: at, By: by, Note: note}}
}

// settle ends a move: it notes in the act what became different in the head.
func (r Record) settle(m Move) Move {
	add := func(field, was, now string) {
		if was != now {
			m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: field, Old: was, New: now})
		}
	}
	add("state", string(r.State), string(m.Head.State))
	m.Act.Diffs = append(m.Act.Diffs, trace.Differences("", r.Details, m.Head.Details)...)
	return m
}

// After is the record as it stands once m was kept.
func (r Record) After(m Move) Record {
	r.Head = m.Head
	r.Guests = with(r.Guests, m.Guests)
	r.Agenda = with(r.Agenda, m.Agenda)
	r.Accounts = with(r.Accounts, m.Accounts)
	r.Problems = with(r.Problems, m.Problems)
	r.Opinions = with(r.Opinions, m.Opinions)
	r.Answers = with(r.Answers, m.Answers)
	r.Decisions = with(r.Decisions, m.Decisions)
	r.Told = with(r.Told, m.Told)
	if m.Freeze != nil {
		r.Freezes = append(r.Freezes[:len(r.Freezes):len(r.Freezes)], *m.Freeze)
	}
	r.Files = append(r.Files[:len(r.Files):len(r.Files)], m.Files...)
	r.Acts = append(r.Acts[:len(r.Acts):len(r.Acts)], m.Act)
	return r
}
