// Package trace tells what became different in a value, field by field, as
// timelines keep it. It knows nobody's fields: it finds them by itself, so that none
// that is added one day is missing from a timeline.
package trace

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// Differences lists the fields in which two values of a type differ; before stands
// in front of each name. What a type embeds says only whether it is gone.
func Differences(before string, old, fresh any) (found []app.Difference) {
	a, b := reflect.ValueOf(old), reflect.ValueOf(fresh)
	for i := range a.NumField() {
		field := a.Type().Field(i)
		if field.Anonymous {
			if gone(b.Field(i)) && !gone(a.Field(i)) {
				found = append(found, app.Difference{Field: before + "gone", New: "1"})
			}
			continue
		}
		if was, now := spelled(a.Field(i)), spelled(b.Field(i)); was != now {
			found = append(found, app.Difference{Field: before + called(a.Type(), field.Name), Old: was, New: now})
		}
	}
	return found
}

// gone reports whether a row was struck out.
func gone(row reflect.Value) bool {
	f := row.FieldByName("Gone")
	return f.IsValid() && f.Bool()
}

// lasting are what fields are called in timelines that have another name in Go by now,
// under their type and that name. A timeline keeps the name it was written with, and
// its words stand under that.
var lasting = map[string]string{}

// called is what a field is called in timelines, for ever.
func called(of reflect.Type, field string) string {
	if name, renamed := lasting[of.String()+"."+field]; renamed {
		return name
	}
	return part(field)
}

// part spells a field's name as part of a key: NextPlace is next-place.
func part(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// spelled is a value as timelines keep it: codes, ids, moments in RFC 3339, days,
// text; nothing for what says nothing.
func spelled(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	switch one := v.Interface().(type) {
	case time.Time:
		return one.UTC().Format(time.RFC3339)
	case workday.Date:
		return one.String()
	}
	switch v.Kind() {
	case reflect.Bool:
		return "1"
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Uint64:
		return strconv.FormatUint(v.Uint(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'f', -1, 64)
	case reflect.Slice:
		all := make([]string, v.Len())
		for i := range all {
			all[i] = fmt.Sprint(v.Index(i).Interface())
		}
		return strings.Join(all, " ")
	}
	return v.String()
}

// TooLong are the texts of a row or an order that are longer than any may be.
func TooLong(of any) (fields []string) {
	v := reflect.ValueOf(of)
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.String && utf8.RuneCountInString(v.Field(i).String()) > app.LongestText {
			fields = append(fields, called(v.Type(), v.Type().Field(i).Name))
		}
	}
	return fields
}
