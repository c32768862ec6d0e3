package settings

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
		if said := wordIn(i, l); said != "" {
			own["code."+i.Code] = said
		}
	}
	return own
}

func wordIn(i app.ListItem, l lang.Language) string {
	switch l {
	case lang.Traditional:
		return i.Hant
	case lang.Simplified:
		return i.Hans
	}
	return i.En
}
