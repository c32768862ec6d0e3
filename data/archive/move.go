package archive

import (
	"math"
	"strconv"

	"ownerdesk/app/workday"
)

// A mover carries values field by field between what is written and what the program
// reckons with, one way or the other, so that each field is named once for both.
type mover struct {
	back bool // out of what was written
	err  error
}

// same carries a value that is of one type on both sides.
func same[T any](m *mover, k, l *T) {
	if m.back {
		*l = *k
	} else {
		*k = *l
	}
}

type numeric interface {
	~int | ~int64 | ~uint8 | ~uint64 | ~float64
}

// num carries a number or an id.
func num[K, L numeric](m *mover, k *K, l *L) {
	if m.back {
		*l = L(*k)
	} else {
		*k = K(*l)
	}
}

// text carries a text or a code.
func text[L ~string](m *mover, k *string, l *L) {
	if m.back {
		*l = L(*k)
	} else {
		*k = string(*l)
	}
}

// day carries a date, which is written 2026-01-07, and as nothing where there is none.
func (m *mover) day(k *string, l *workday.Date) {
	switch {
	case m.back && *k == "":
		*l = workday.Date{}
	case m.back:
		d, err := workday.ParseDate(*k)
		if *l = d; err != nil {
			m.err = err
		}
	case l.IsZero():
		*k = ""
	default:
		*k = l.String()
	}
}

// list carries a list; none stays none.
func list[K, L any](m *mover, k *[]K, l *[]L, each func(*K, *L)) {
	if m.back {
		fit(*k, l)
	} else {
		fit(*l, k)
	}
	for i := range *k {
		each(&(*k)[i], &(*l)[i])
	}
}

// fit makes room for as many as there are.
func fit[A, B any](from []A, to *[]B) {
	if *to = nil; from != nil {
		*to = make([]B, len(from))
	}
}

// maybe carries what need not be there.
func maybe[K, L any](m *mover, k **K, l **L, each func(*K, *L)) {
	switch {
	case m.back && *k == nil:
		*l = nil
		return
	case m.back:
		*l = new(L)
	case *l == nil:
		*k = nil
		return
	default:
		*k = new(K)
	}
	each(*k, *l)
}

// nums carries a list of numbers or ids, texts one of texts or codes.
func nums[K, L numeric](m *mover, k *[]K, l *[]L) {
	list(m, k, l, func(k *K, l *L) { num(m, k, l) })
}

func texts[L ~string](m *mover, k *[]string, l *[]L) {
	list(m, k, l, func(k *string, l *L) { text(m, k, l) })
}

// byID carries what is known of ids.
func byID[I ~int64, K, L any](m *mover, k *map[int64]K, l *map[I]L, each func(*K, *L)) {
	if m.back {
		*l = rekeyed[I](*k, func(of K) (to L) { each(&of, &to); return to })
	} else {
		*k = rekeyed[int64](*l, func(of L) (to K) { each(&to, &of); return to })
	}
}

func rekeyed[B, A ~int64, V, W any](from map[A]V, each func(V) W) map[B]W {
	if from == nil {
		return nil
	}
	to := make(map[B]W, len(from))
	for id, of := range from {
		to[B(id)] = each(of)
	}
	return to
}

// called carries what ids are called.
func called[I ~int64](m *mover, k *map[int64]string, l *map[I]string) {
	byID(m, k, l, func(k, l *string) { same(m, k, l) })
}

// A figure is a number as reckoning leaves it; JSON has no word for one that could
// not be had, nor for one without bounds.
type figure float64

// MarshalJSON writes null for no number.
func (f figure) MarshalJSON() ([]byte, error) {
	switch v := float64(f); {
	case math.IsNaN(v):
		return []byte("null"), nil
	case math.IsInf(v, 0):
		return strconv.AppendQuote(nil, strconv.FormatFloat(v, 'g', -1, 64)), nil
	}
	return strconv.AppendFloat(nil, float64(f), 'g', -1, 64), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (f *figure) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*f = figure(math.NaN())
		return nil
	}
	if unquoted, err := strconv.Unquote(string(text)); err == nil {
		text = []byte(unquoted)
	}
	v, err := strconv.ParseFloat(string(text), 64)
	*f = figure(v)
	return err
}
