package past

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
)

// Options say what a file does not.
type Options struct {
	File     string // its name, for the record
	Now      time.Time
	Calendar workday.Calendar
	Words    Words
}

// Read takes in a sheet by its layout. A row with a fatal problem is no entry.
func Read(s register.Sheet, l register.Layout, o Options) Reading {
	r := reader{sheet: s, layout: l, options: o, seen: map[string]int{}, told: map[string]bool{}, at: map[register.Column]int{}}
	r.Sheet = s.Name
	if problems := missing(s, l); len(problems) > 0 {
		r.Problems = problems
		return r.Reading
	}
	for _, g := range l.Guesses {
		if g.Column != register.Ignored {
			r.at[g.Column] = g.Index
		}
	}
	_, r.reviews = r.at[OfReviewed]
	for i, cells := range s.Rows {
		r.row, r.cells, r.fatal, r.said = i+1, cells, false, r.said[:0]
		if why := r.passed(); why != "" {
			r.Skipped = append(r.Skipped, register.Skip{Row: r.row, Why: why, Text: register.Opening(cells)})
			continue
		}
		r.entry()
	}
	return r.Reading
}

// missing says which columns are not there without which nothing can be read.
func missing(s register.Sheet, l register.Layout) []register.Problem {
	if l.HeadRow == 0 {
		return []register.Problem{{Sheet: s.Name, Row: 1, Rule: register.HeadingMissing, Fatal: true}}
	}
	var all []register.Problem
	for _, c := range needed {
		if l.Index(c) < 0 {
			all = append(all, register.Problem{Sheet: s.Name, Row: l.HeadRow, Field: c, Rule: register.ColumnMissing, Value: string(c), Fatal: true})
		}
	}
	return all
}

// A reader goes through the rows of one sheet.
type reader struct {
	Reading
	sheet   register.Sheet
	layout  register.Layout
	options Options
	at      map[register.Column]int
	reviews bool // the ledger tells of reviews at all

	row   int
	cells []register.Cell
	fatal bool
	said  []byte // what the row says, in one form however it is written

	seen map[string]int  // number → row
	told map[string]bool // what is worth saying once only
}

// problem notes what is wrong in this row.
func (r *reader) problem(c register.Column, rule, value string, fatal bool) {
	r.Problems = append(r.Problems, register.Problem{
		Sheet: r.sheet.Name, Row: r.row, Column: r.layout.Letter(c), Field: c, Rule: rule, Value: value, Fatal: fatal,
	})
	r.fatal = r.fatal || fatal
}

// once notes what every row with the same value would have to say again.
func (r *reader) once(c register.Column, rule, value string) {
	if key := string(c) + "|" + fold.Key(value); !r.told[key] {
		r.told[key] = true
		r.problem(c, rule, value, false)
	}
}

// passed says why this row is no entry, if it is none.
func (r *reader) passed() string {
	filled, same, first := 0, 0, ""
	for i, c := range r.cells {
		if c.Down || strings.TrimSpace(c.Text) == "" && !c.Empty {
			continue
		}
		if filled++; filled == 1 {
			first = c.Text
		}
		if at := slices.IndexFunc(r.layout.Guesses, func(g register.Guess) bool { return g.Index == i }); at >= 0 && r.row > r.layout.HeadRow {
			if h := r.layout.Guesses[at].Heading; h != "" && strings.TrimSpace(c.Text) == h {
				same++
			}
		}
	}
	switch {
	case r.row < r.layout.HeadRow:
		return register.SkippedTitle
	case r.row == r.layout.HeadRow || same >= 2:
		return register.SkippedHeading
	case filled == 0:
		return register.SkippedBlank
	case register.IsTotal(first):
		return register.SkippedTotal
	case !r.tells(OfReceived) && !r.tells(OfType) && (filled < 3 || !r.tells(OfNumber)):
		return register.SkippedRemark
	}
	return ""
}

func (r *reader) tells(c register.Column) bool {
	at, there := r.at[c]
	return there && at < len(r.cells) && strings.TrimSpace(r.cells[at].Text) != ""
}

// What stands for nothing: everywhere, and where no answer is asked for.
var (
	nothing = []string{"-", "--", "—", "——", "/", "n/a", "null"}
	none    = []string{"无", "none"}
	answers = []register.Column{OfTransfer, OfAsk, OfReached, OfValidity, OfCharge}
)

// text is what stands in a column.
func (r *reader) text(c register.Column) string {
	at, there := r.at[c]
	if !there || at >= len(r.cells) {
		return ""
	}
	cell := r.cells[at]
	if cell.Empty {
		r.problem(c, register.FormulaEmpty, r.layout.Letter(c)+strconv.Itoa(r.row), true)
		return ""
	}
	s, err := fold.Clean(cell.Text)
	if err != nil {
		r.problem(c, TextUnfit, r.layout.Letter(c)+strconv.Itoa(r.row), true)
		return ""
	}
	if key := fold.Key(s); len(s) <= len("——") && (slices.Contains(nothing, key) || slices.Contains(none, key) && !slices.Contains(answers, c)) {
		return ""
	}
	return s
}

// say adds to what the row says.
func (r *reader) say(c register.Column, value string) {
	if value != "" {
		r.said = append(append(append(append(r.said, c...), '='), value...), 0)
	}
}

// plain is a column of words.
func (r *reader) plain(c register.Column) string {
	s := r.text(c)
	r.say(c, s)
	return s
}

// entry reads one row.
func (r *reader) entry() {
	e := Entry{Past: app.Past{File: r.options.File, Sheet: r.sheet.Name, Row: r.row}}
	e.Number = r.number()
	e.Kind = needed1(r, OfType, TypeUnknown, r.options.Words.Kinds)
	e.State = coded(r, OfStatus, StatusUnknown, r.options.Words.States, true)
	e.Valid = r.validity()
	r.moments(&e.Past)
	e.Transfer, e.Ask, e.Reached = r.answer(OfTransfer), r.answer(OfAsk), r.answer(OfReached)
	e.Rework = r.count(OfRework, true)
	e.Rating = coded(r, OfRating, RatingUnread, r.options.Words.Ratings, true)
	r.rest(&e)
	r.agree(&e.Past)
	e.Before = fingerprint(r.said)
	e.Cost = r.cost()
	if r.fatal {
		return
	}
	e.Hash = fingerprint(r.said)
	r.Entries = append(r.Entries, e)
}

// fingerprint tells rows apart by what they say.
func fingerprint(said []byte) string {
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:])
}

// number is the old number, each only once.
func (r *reader) number() string {
	s := r.plain(OfNumber)
	switch {
	case s == "":
		r.problem(OfNumber, Missing, string(OfNumber), true)
	case utf8.RuneCountInString(s) > longestNumber:
		r.problem(OfNumber, NumberLong, s, true)
	case r.seen[s] != 0:
		r.problem(OfNumber, NumberTwice, strconv.Itoa(r.seen[s]), true)
	default:
		r.seen[s] = r.row
	}
	return s
}

// rest reads what a ledger may say besides.
func (r *reader) rest(e *Entry) {
	w := r.options.Words
	e.Channel = coded(r, OfChannel, WordUnknown, w.Channels, false)
	e.Urgency = coded(r, OfUrgency, WordUnknown, w.Urgencies, false)
	e.Level = coded(r, OfLevel, WordUnknown, w.Levels, false)
	e.Households = r.count(OfHouseholds, false)
	e.Estate, e.Room, e.Dept, e.Hand = r.plain(OfEstate), r.plain(OfRoom), r.plain(OfDepartment), r.plain(OfHandler)
	e.Reporter.Name, e.Reporter.Phone = r.plain(OfReporter), r.plain(OfReportersTel)
	if key := fold.Key(e.Reporter.Name); key == "匿名" || key == "anonymous" {
		e.Reporter = app.Reporter{Owner: app.Anonymous, Anonymous: true, Phone: e.Reporter.Phone}
	}
	e.Description = r.plain(OfDescription)
	subject := r.plain(OfSubject)
	category, known := w.Category(subject)
	switch {
	case subject == "":
	case known:
		e.Category = category
		if e.Description == "" && !strings.EqualFold(subject, string(category)) {
			e.Description = subject
		}
	default:
		e.Category, e.Subject = other, subject
		if !strings.Contains(e.Description, subject) {
			e.Description = strings.TrimSpace(subject + "\n" + e.Description)
		}
		r.once(OfSubject, SubjectUnknown, subject)
	}
}

// other is the category of what names none.
const other app.Category = "OT"

// agree checks that what the row says fits together.
func (r *reader) agree(p *app.Past) {
	if p.Received.IsZero() {
		return
	}
	if p.Received.After(r.options.Now) {
		r.problem(OfReceived, ReceivedLater, r.text(OfReceived), true)
		return
	}
	came := p.Received.Truncate(time.Minute)
	for _, m := range []struct {
		c     register.Column
		t     time.Time
		fatal bool
		ahead bool // may lie ahead
	}{
		{OfTransferred, p.Transferred, false, false}, {OfDue, p.Due, false, true}, {OfExtended, p.Extended, false, false},
		{OfExtendedTo, p.ExtendedTo, false, true}, {OfFirstDone, p.FirstDone, true, false}, {OfDone, p.Done, true, false},
		{OfReviewed, p.Reviewed, false, false}, {OfAsked, p.Asked, false, false}, {OfEnded, p.Ended, false, false},
	} {
		switch {
		case m.t.IsZero():
		case m.t.Before(came) && m.fatal:
			r.problem(m.c, DoneBefore, r.text(m.c), true)
		case m.t.Before(came):
			r.problem(m.c, MomentBefore, r.text(m.c), false)
		case !m.ahead && m.t.After(r.options.Now):
			r.problem(m.c, MomentLater, r.text(m.c), false)
		}
	}
	if p.Extended.IsZero() != p.ExtendedTo.IsZero() {
		c := OfExtended
		if p.Extended.IsZero() {
			c = OfExtendedTo
		}
		r.problem(c, HalfExtension, r.text(c), false)
		p.Extended, p.ExtendedTo = time.Time{}, time.Time{}
	}
	if p.Reached == "" && p.Rating != 0 {
		p.Reached = app.SaidYes
	}
	if _, dated := r.at[OfAsked]; !dated && p.Reached != "" {
		p.Asked = p.Ended // whoever is asked only once is asked before the closing
	}
	if p.Asked.IsZero() && p.Reached == app.SaidYes {
		r.once(OfAsked, AskedUnsaid, "")
	}
	if !r.reviews && p.Reviewed.IsZero() && (p.State == app.Reviewed || p.State == app.Told || p.State == app.Retransferred || p.State == app.Closed) {
		if p.Reviewed = p.Done; p.Done.IsZero() && p.Rework == 0 {
			p.Reviewed = p.FirstDone
		}
	}
}
