package say

import (
	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// OwnWords are the office's own words for codes in one language, by the key under
// which they are looked up, for lang.Words.With. What the office did not reword is
// not among them.
func OwnWords(items []app.ListItem, l lang.Language) map[string]string {
	own := map[string]string{}
	for _, i := range items {
		if said := WordIn(i, l); said != "" {
			own["code."+i.Code] = said
		}
	}
	return own
}

// WordIn is what the office calls a code in one language; nothing where it did
// not reword it.
func WordIn(i app.ListItem, l lang.Language) string {
	switch l {
	case lang.Traditional:
		return i.Hant
	case lang.Simplified:
		return i.Hans
	}
	return i.En
}
