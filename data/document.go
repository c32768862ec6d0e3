package data

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/unicode/norm"

	"ownerdesk/app"
)

// document keeps what is read and written whole as JSON.
type document[T any] struct {
	of   *T
	form form[T]
}

// form is how a value is written and read again, whatever its fields are called now.
type form[T any] interface {
	Write(T) ([]byte, error)
	Read([]byte) (T, error)
}

// value is the document, or the error that keeps it from being written. Text is
// brought into its normal form on the way, in the field too.
func (d document[T]) value() any {
	text, err := d.form.Write(*d.of)
	if err != nil {
		return fmt.Errorf("write a document: %w", err) // a figure that is none
	}
	if unfit(text) {
		return error(app.Faults{{Field: "text", Rule: "unfit"}})
	}
	if settled(string(text)) || norm.NFC.IsNormal(text) {
		return string(text)
	}
	text = norm.NFC.Bytes(text)
	in, err := d.form.Read(text)
	if err != nil {
		return err
	}
	*d.of = in
	return string(text)
}

// Scan reads what value wrote.
func (d document[T]) Scan(v any) error {
	text, _ := v.(string)
	in, err := d.form.Read([]byte(text))
	*d.of = in // nothing of what was there before stays
	return err
}

// unfit finds what JSON spells for NUL, and for bytes that are no characters.
func unfit(text []byte) bool {
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		if bytes.HasPrefix(text[i:], []byte(`\u0000`)) || bytes.HasPrefix(text[i:], []byte(`\ufffd`)) {
			return true
		}
		i++
	}
	return false
}

// plainly is the form of what has no fields: lists and maps of texts.
type plainly[T any] struct{}

// Write is the value as JSON.
func (plainly[T]) Write(of T) ([]byte, error) { return json.Marshal(of) }

// Read reads it back.
func (plainly[T]) Read(text []byte) (of T, err error) {
	err = json.Unmarshal(text, &of)
	return of, err
}

// packed is a value as it is kept for good, and small.
func packed[T any](as form[T], of T) ([]byte, error) {
	text, err := as.Write(of)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, err = z.Write(text)
	err = errors.Join(err, z.Close())
	return out.Bytes(), err
}

// unpacked reads what packed wrote.
func unpacked[T any](as form[T], raw []byte) (of T, err error) {
	in, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return of, err
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return of, err
	}
	return as.Read(text)
}
