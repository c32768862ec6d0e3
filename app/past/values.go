package past

import (
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

// coded reads a code or the words for it.
func coded[T comparable](r *reader, c register.Column, rule string, words Dictionary[T], fatal bool) (code T) {
	s := r.text(c)
	if s == "" {
		return code
	}
	code, known := words.Of(s)
	switch {
	case !known && fatal:
		r.problem(c, rule, s, true)
	case !known:
		r.once(c, rule, s)
	}
	r.say(c, squeezed(s))
	return code
}

// needed1 is coded for what must be there.
func needed1[T comparable](r *reader, c register.Column, rule string, words Dictionary[T]) T {
	if r.text(c) == "" {
		r.problem(c, Missing, string(c), true)
	}
	return coded(r, c, rule, words, true)
}

// validity reads whether a complaint holds: yes, no, or not known yet.
func (r *reader) validity() app.Validity {
	s := r.text(OfValidity)
	said, read := answer(s)
	r.say(OfValidity, squeezed(s))
	if v, known := r.options.Words.Valid.Of(s); known {
		return v
	}
	switch {
	case !read:
		r.problem(OfValidity, AnswerUnread, s, true)
	case said == app.SaidYes:
		return app.Valid
	case said == app.SaidNo:
		return app.NotValid
	}
	return ""
}

func (r *reader) answer(c register.Column) app.Said {
	s := r.text(c)
	said, read := answer(s)
	if !read {
		r.problem(c, AnswerUnread, s, true)
	}
	r.say(c, string(said))
	return said
}

// count reads a small number: 2, 2次, 2户.
func (r *reader) count(c register.Column, fatal bool) int {
	s := squeezed(r.text(c))
	for _, unit := range []string{"次", "户", "times", "households", ".0"} {
		s = strings.TrimSuffix(s, unit)
	}
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 100000 || fatal && n > 1000 {
		r.problem(c, CountUnread, r.text(c), fatal)
		return 0
	}
	r.say(c, s)
	return n
}

// moments reads when everything happened.
func (r *reader) moments(p *app.Past) {
	p.Received = r.moment(OfReceived, false)
	if r.text(OfReceived) == "" {
		r.problem(OfReceived, Missing, string(OfReceived), true)
	}
	for _, m := range []struct {
		c    register.Column
		into *time.Time
	}{
		{OfTransferred, &p.Transferred}, {OfDue, &p.Due}, {OfExtended, &p.Extended}, {OfExtendedTo, &p.ExtendedTo}, {OfFirstDone, &p.FirstDone},
		{OfDone, &p.Done}, {OfReviewed, &p.Reviewed}, {OfAsked, &p.Asked}, {OfEnded, &p.Ended},
	} {
		*m.into = r.moment(m.c, true)
	}
}

// moment reads a moment. A day alone is its close of business for what happened
// or was due on it, and its beginning for the receipt.
func (r *reader) moment(c register.Column, end bool) time.Time {
	s := r.text(c)
	if s == "" {
		return time.Time{}
	}
	loc := r.options.Calendar.Loc
	day, at, clocked, ok := MomentOf(s, loc)
	if !ok {
		r.problem(c, MomentUnread, s, true)
		return time.Time{}
	}
	t := day.At(0, loc).Add(at)
	if !clocked && end {
		t = r.options.Calendar.CloseOfBusiness(day)
	}
	r.say(c, t.UTC().Format(time.RFC3339))
	return t
}
