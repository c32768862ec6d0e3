package reports

import (
	"strings"

	"ownerdesk/app/annual"
	"ownerdesk/app/fold"
	"ownerdesk/reports/say"
)

// Quotable is what an owner wrote as it may be proposed for print: without rooms,
// phones and addresses, our own people behind their departments, and whoever is
// called by surname and title a somebody. That nobody else is named, a person must
// see to.
func Quotable(v say.Voice, text string) string {
	var x say.Veil
	for _, who := range v.Ground.Staff {
		shown := v.Dept(who.Dept)
		if shown == "" {
			shown = v.Say("paper.public.somebody")
		}
		x = x.Also(who.Name, shown).Also(fold.Key(who.Name), shown) // in either script
	}
	text = x.Over(annual.Printable(text))
	text = titled.ReplaceAllString(text, v.Say("paper.public.somebody")+"$1")
	return strings.TrimSpace(addressed.ReplaceAllString(text, v.Say("paper.public.somebody")))
}
