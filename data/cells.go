package data

import (
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ownerdesk/app"
)

// A cell ties a column to the field it is read into and written from. One list
// of cells per noun serves reading and writing, so that no column can be
// written and forgotten when reading.
type cell struct {
	column string
	field  any // a pointer, or one of the kinds below
}

type cells []cell

// names lists the columns: a, b, c.
func (c cells) names() string {
	return c.join(", ", func(name string) string { return name })
}

// marks is one question mark for each column.
func (c cells) marks() string {
	return c.join(", ", func(string) string { return "?" })
}

// fresh sets every column to what an upsert brought.
func (c cells) fresh() string {
	return c.join(", ", func(name string) string { return name + " = excluded." + name })
}

// sets is a = ?, b = ?.
func (c cells) sets() string {
	return c.join(", ", func(name string) string { return name + " = ?" })
}

func (c cells) join(between string, each func(string) string) string {
	all := make([]string, len(c))
	for i, one := range c {
		all[i] = each(one.column)
	}
	return strings.Join(all, between)
}

// fields are the pointers, for Scan.
func (c cells) fields() []any {
	all := make([]any, len(c))
	for i, one := range c {
		all[i] = one.field
	}
	return all
}

// kept is a field with its own way into a column and out of it. A value that is
// an error is not written.
type kept interface{ value() any }

// values are what the fields hold, ready to be written. Text is brought into
// its normal form on the way, in the field too; text no person can have typed
// is refused.
func (c cells) values() ([]any, error) {
	all := make([]any, len(c))
	for i, one := range c {
		switch f := one.field.(type) {
		case kept:
			all[i] = f.value()
		case *string:
			all[i] = *f
		case *bool:
			all[i] = *f
		default:
			all[i] = plain(f)
		}
		if err, failed := all[i].(error); failed {
			return nil, err
		}
		s, ok := all[i].(string)
		if !ok || ascii(s) {
			continue
		}
		if err := fit(s); err != nil {
			return nil, err
		}
		if f, typed := one.field.(*string); typed && !settled(s) && !norm.NFC.IsNormalString(s) {
			*f = norm.NFC.String(s)
			all[i] = *f
		}
	}
	return all, nil
}

// plain is the value of a field whose type has a name, app.State or app.Rating.
func plain(field any) any {
	v := reflect.ValueOf(field).Elem()
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Float64:
		return v.Float()
	case reflect.Uint8:
		return int64(v.Uint())
	}
	return v.Int()
}

// ascii says that a text is figures, codes or plain letters, as most are: there
// is nothing to bring into form and nothing to refuse.
func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// settled says that a text holds nothing but ASCII, Chinese and its punctuation,
// which have one form only: asking norm costs more than writing does.
func settled(s string) bool {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf, r >= 0x4e00 && r <= 0x9fff, r >= 0x3000 && r <= 0x3029, r >= 0xff01 && r <= 0xff5e:
		default:
			return false
		}
	}
	return true
}

// fit refuses text with NUL or bytes that are no characters.
func fit(s string) error {
	if strings.IndexByte(s, 0) >= 0 || !utf8.ValidString(s) {
		return app.Faults{{Field: "text", Rule: "unfit"}}
	}
	return nil
}

// moment keeps a time as UTC text with seconds, the zero time as ”.
type moment struct{ t *time.Time }

func (m moment) value() any { return stamp(*m.t) }

// Scan reads what value wrote.
func (m moment) Scan(v any) error {
	text, _ := v.(string)
	if text == "" {
		*m.t = time.Time{}
		return nil
	}
	t, err := time.Parse(time.RFC3339, text)
	*m.t = t
	return err
}

// stamp is a time as it is kept and compared.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// ref keeps an id as a reference to another table, 0 as NULL.
type ref[T ~int64] struct{ id *T }

func to[T ~int64](id *T) ref[T] { return ref[T]{id} }

func (r ref[T]) value() any { return orNull(*r.id) }

// Scan reads what value wrote.
func (r ref[T]) Scan(v any) error {
	n, _ := v.(int64)
	*r.id = T(n)
	return nil
}

func orNull[T ~int64](id T) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}

// scanner reads one noun by its cells.
func scanner[T any](of func(*T) cells) func(row) (T, error) {
	return func(r row) (v T, err error) {
		err = r.Scan(of(&v).fields()...)
		return v, err
	}
}

// scannerOfMany is scanner for many thousand lines of one answer: the cells are
// made once, and each line is read into the same fields and handed on as a copy.
func scannerOfMany[T any](of func(*T) cells) func(row) (T, error) {
	var v T
	fields := of(&v).fields()
	return func(r row) (T, error) {
		err := r.Scan(fields...)
		return v, err
	}
}

// namesOf lists a noun's columns.
func namesOf[T any](of func(*T) cells) string {
	var v T
	return of(&v).names()
}
