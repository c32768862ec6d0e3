package meeting

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

// differences lists the fields in which two values of a type differ. It goes
// through the fields by itself, so that none that is added one day is missing
// from the timeline.
func differences(before string, old, fresh any) (found []app.Difference) {
	a, b := reflect.ValueOf(old), reflect.ValueOf(fresh)
	for i := range a.NumField() {
		field := a.Type().Field(i)
		if field.Type == reflect.TypeFor[Row]() {
			if b.Field(i).Interface().(Row).Gone && !a.Field(i).Interface().(Row).Gone {
				found = append(found, app.Difference{Field: before + "gone", New: "1"})
			}
			continue
		}
		if was, now := spelled(a.Field(i)), spelled(b.Field(i)); was != now {
			found = append(found, app.Difference{Field: before + part(field.Name), Old: was, New: now})
		}
	}
	return found
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
	case reflect.Slice:
		all := make([]string, v.Len())
		for i := range all {
			all[i] = fmt.Sprint(v.Index(i).Interface())
		}
		return strings.Join(all, " ")
	}
	return v.String()
}

// short checks that no text of a row or an order is too long.
func (f *faults) short(field string, of any) {
	v := reflect.ValueOf(of)
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.String && utf8.RuneCountInString(v.Field(i).String()) > app.LongestText {
			f.unless(false, field, "too-long")
			return
		}
	}
}
