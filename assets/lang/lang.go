// Package lang holds every word the program says, one file for each language,
// and the ways a language writes days, amounts and lists. It knows no issue and
// no screen, and it does not choose the language: the caller does.
package lang

import (
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed *.json
var files embed.FS

// Words are one language's texts by key.
type Words map[string]string

// Load reads one language.
func Load(l Language) (Words, error) {
	raw, err := files.ReadFile(string(l) + ".json")
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", l, err)
	}
	var w Words
	if err := json.Unmarshal(raw, &w); err != nil {
		return nil, fmt.Errorf("language %q: %w", l, err)
	}
	return w, nil
}

// Say puts key into words. An unknown key is shown as it stands, so that a gap
// is seen on the screen and never stops the work.
func (w Words) Say(key string, args ...any) string {
	text, ok := w[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Has tells whether there are words for key.
func (w Words) Has(key string) bool {
	_, ok := w[key]
	return ok
}

// Count says how many: key.one for exactly one, key.other for the rest. Chinese
// makes no difference between them but keeps both, so that the languages agree.
func (w Words) Count(key string, n int) string {
	if n == 1 {
		return w.Say(key+".one", n)
	}
	return w.Say(key+".other", n)
}
