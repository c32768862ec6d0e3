package archive

import (
	"reflect"
	"strings"
	"testing"
)

// TestEveryKeyIsWrittenOut: a field without a key of its own would be written under
// its name in Go.
func TestEveryKeyIsWrittenOut(t *testing.T) {
	seen := map[reflect.Type]bool{}
	for _, k := range []any{freeze{}, results{}, plan{}, questionnaire{}, findings{}, stratum{}, filter{}} {
		for _, field := range keyless(reflect.TypeOf(k), seen) {
			t.Errorf("%s has no key: give it one, as in `json:\"Key\"`", field)
		}
	}
	if len(seen) < 50 {
		t.Errorf("only %d types were looked at", len(seen))
	}
	if found := keyless(reflect.TypeOf(struct{ A []struct{ B int } }{}), seen); len(found) != 2 {
		t.Errorf("of two fields without keys it finds %v", found)
	}
}

// keyless are the fields of a type, and of what it is made of, that name no key.
func keyless(of reflect.Type, seen map[reflect.Type]bool) (found []string) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return keyless(of.Elem(), seen)
	case reflect.Struct:
	default:
		return nil
	}
	if seen[of] || of.PkgPath() == "time" {
		return nil
	}
	seen[of] = true
	for i := range of.NumField() {
		f := of.Field(i)
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key == "" && !f.Anonymous {
			found = append(found, of.String()+"."+f.Name)
		}
		found = append(found, keyless(f.Type, seen)...)
	}
	return found
}
