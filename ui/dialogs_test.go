package ui

import (
	"testing"

	fynelang "fyne.io/fyne/v2/lang"

	"ownerdesk/assets/lang"
)

func TestFileDialogsSpeakTheLanguageOfTheScreen(t *testing.T) {
	for l, open := range map[lang.Language]string{lang.Traditional: "打開", lang.Simplified: "打开", lang.English: "Open"} {
		w := words(l)
		lend(w)
		for theirs, ours := range fyneWords {
			said := fynelang.L(theirs)
			if theirs == "file.name" || theirs == "file.parent" {
				said = fynelang.X(theirs, "")
			}
			if said != w.Say("fyne."+ours) {
				t.Errorf("%s: for %q it says %q", l, theirs, said)
			}
		}
		if said := fynelang.L("Open"); said != open {
			t.Errorf("%s: %q opens a file", l, said)
		}
	}
}
