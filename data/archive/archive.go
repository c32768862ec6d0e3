// Package archive is the written form of what is kept for ever: what the freeze of a
// month or a week keeps, what a reported survey said, and the documents that are
// kept whole. Each has a type of its own here, with a key for each field, apart from
// the types that reckon: those may be renamed, moved and split, what was written
// stays readable. A key is never renamed, never reused and never taken out. Keys are
// what the fields were called when they were first kept, so that the same types read
// what was written before there were keys.
//
// A field that is added to a type that reckons gets a field with a key in the type
// here that stands for it, and a line in the function that moves it; a test goes
// through all of them. What an older freeze does not know comes back as the zero
// value: say "not known then" where that would be taken for a count.
package archive

import (
	"bytes"
	"encoding/json"
	"fmt"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/meeting"
)

// newest is the number of the form that is written. What was written before there
// were keys has none.
const newest = 2

// A Form writes and reads one kind of value. K is what is written, L what the program
// reckons with.
type Form[K, L any] struct {
	move   func(*mover, *K, *L)
	before func([]byte, *K) error // reads what is no JSON; nil where there never was any
}

// The forms of all that is kept whole.
var (
	Freeze        = Form[freeze, meeting.Kept]{move: (*mover).freeze}
	Results       = Form[results, annual.Results]{move: (*mover).results, before: gobbed[results]}
	Plan          = Form[plan, annual.Plan]{move: (*mover).plan}
	Questionnaire = Form[questionnaire, annual.Questionnaire]{move: (*mover).questionnaire}
	Findings      = Form[findings, annual.Findings]{move: (*mover).findings}
	Strata        = Form[[]stratum, []annual.Stratum]{move: (*mover).strata}
	Filter        = Form[filter, app.Filter]{move: (*mover).filter}
)

// Write is a value as it is kept.
func (f Form[K, L]) Write(of L) ([]byte, error) {
	var k K
	m := mover{}
	if f.move(&m, &k, &of); m.err != nil {
		return nil, m.err
	}
	return json.Marshal(k)
}

// Read is the value that was kept, whichever form it was written in.
func (f Form[K, L]) Read(text []byte) (of L, err error) {
	var k K
	if f.before != nil && !bytes.HasPrefix(text, []byte(`{"`)) {
		err = f.before(text, &k)
	} else {
		err = json.Unmarshal(text, &k)
	}
	if err != nil {
		return of, err
	}
	m := mover{back: true}
	f.move(&m, &k, &of)
	return of, m.err
}

// form writes the number of the form, and refuses one that only a later program knows.
func (m *mover) form(n *int) {
	if !m.back {
		*n = newest
		return
	}
	if *n > newest {
		m.err = fmt.Errorf("form %d is of a later program; this one reads up to %d", *n, newest)
	}
}
