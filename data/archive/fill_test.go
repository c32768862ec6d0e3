package archive_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// A filling fills a value through and through; no two fields hold the same.
type filling struct{ n int }

func (f *filling) in(v reflect.Value) {
	f.n++
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(f.n) * time.Minute)))
		return
	case workday.Date:
		v.Set(reflect.ValueOf(workday.Date{Year: 2026, Month: 1, Day: 1}.AddDays(f.n)))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.in(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.each(v.Len(), v.Index)
	case reflect.Array:
		f.each(v.Len(), v.Index)
	case reflect.Struct:
		f.each(v.NumField(), v.Field)
	case reflect.Map:
		f.mapped(v)
	default:
		f.plain(v)
	}
}

func (f *filling) each(n int, at func(int) reflect.Value) {
	for i := range n {
		f.in(at(i))
	}
}

func (f *filling) mapped(v reflect.Value) {
	v.Set(reflect.MakeMap(v.Type()))
	for range 2 {
		key, of := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.in(key)
		f.in(of)
		v.SetMapIndex(key, of)
	}
}

func (f *filling) plain(v reflect.Value) {
	switch {
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.String:
		v.SetString(fmt.Sprint("t", f.n))
	case v.CanInt():
		v.SetInt(int64(f.n % 120))
	case v.CanUint():
		v.SetUint(uint64(f.n % 250))
	case v.CanFloat():
		v.SetFloat(float64(f.n) + .5)
	default:
		panic("nobody thought of " + v.Type().String())
	}
}

// lost names the fields, by their types, in which a value that came back is not as
// it was.
func lost(was, is reflect.Value, name string) []string {
	if leftOut[name] {
		return nil
	}
	switch was.Interface().(type) {
	case time.Time:
		if was.Interface().(time.Time).Equal(is.Interface().(time.Time)) {
			return nil
		}
		return []string{name}
	case workday.Date:
		return differ(was, is, name)
	}
	var all []string
	switch was.Kind() {
	case reflect.Pointer:
		if was.IsNil() || is.IsNil() {
			return differ(was, is, name)
		}
		return lost(was.Elem(), is.Elem(), name)
	case reflect.Slice, reflect.Array:
		if was.Len() != is.Len() {
			return []string{name}
		}
		for i := range was.Len() {
			all = append(all, lost(was.Index(i), is.Index(i), name)...)
		}
	case reflect.Map:
		if was.Len() != is.Len() {
			return []string{name}
		}
		for _, key := range was.MapKeys() {
			if !is.MapIndex(key).IsValid() {
				return []string{name}
			}
			all = append(all, lost(was.MapIndex(key), is.MapIndex(key), name)...)
		}
	case reflect.Struct:
		for i := range was.NumField() {
			called := was.Type().String() + "." + was.Type().Field(i).Name
			if was.Type().Name() == "" {
				called = name + "." + was.Type().Field(i).Name
			}
			all = append(all, lost(was.Field(i), is.Field(i), called)...)
		}
	default:
		return differ(was, is, name)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func differ(was, is reflect.Value, name string) []string {
	if reflect.DeepEqual(was.Interface(), is.Interface()) {
		return nil
	}
	return []string{name}
}

// keysOf are the values of a document, each behind the keys that lead to it.
func keysOf(t testing.TB, text []byte) []string {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var of any
	if err := d.Decode(&of); err != nil {
		t.Fatal(err)
	}
	return leaves("", of)
}

func leaves(under string, of any) (all []string) {
	switch of := of.(type) {
	case map[string]any:
		for key, v := range of {
			all = append(all, leaves(under+"."+key, v)...)
		}
	case []any:
		for i, v := range of {
			all = append(all, leaves(fmt.Sprintf("%s[%d]", under, i), v)...)
		}
	default:
		all = append(all, fmt.Sprintf("%s = %v", under, of))
	}
	slices.Sort(all)
	return all
}

// without are those of some that are not among others.
func without(wanted, found []string) []string {
	there := map[string]bool{}
	for _, f := range found {
		there[f] = true
	}
	return slices.DeleteFunc(slices.Clone(wanted), func(w string) bool { return there[w] })
}

func few(all []string) []string { return all[:min(5, len(all))] }
