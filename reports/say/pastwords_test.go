package say

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/assets/lang"
)

func TestALedgerHeadedAsTheProgramSpeaksIsUnderstood(t *testing.T) {
	for _, l := range lang.All {
		words, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range []func(register.Column) string{
			func(c register.Column) string { return words.Say(c.Key()) },
			func(c register.Column) string { return string(c) },
		} {
			var row []register.Cell
			for _, c := range past.Columns[1:] {
				row = append(row, register.Cell{Text: said(c)})
			}
			for _, g := range past.GuessLayout(register.Sheet{Rows: [][]register.Cell{row}}).Guesses {
				if want := past.Columns[g.Index+1]; g.Column != want {
					t.Errorf("%s: %q is taken for %s, is %s", l, g.Heading, g.Column, want)
				}
			}
		}
	}
}

func TestCodesAreKnownByTheirWordsInEveryLanguage(t *testing.T) {
	own := []app.ListItem{{Group: "category", Code: "EQ1", Hant: "升降機", En: "lifts of ours"}}
	w, err := PastWords(own)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lang.All {
		words, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		v := Voice{Words: words}
		for _, k := range app.Kinds {
			if got, known := w.Kinds.Of(Code(v, k)); !known || got != k {
				t.Errorf("%s: %q is no type", l, Code(v, k))
			}
		}
		for _, s := range app.States {
			if got, known := w.States.Of(v.Say("state." + string(s))); !known || got != s {
				t.Errorf("%s: %q is no status", l, v.Say("state."+string(s)))
			}
		}
		if got, known := w.Ratings.Of(v.Say("rating.3")); !known || got != 3 {
			t.Errorf("%s: %q is no rating", l, v.Say("rating.3"))
		}
	}
	for word, want := range map[string]app.Category{"电梯": "EQ1", "電梯": "EQ1", "升降机": "EQ1", "Lifts of ours": "EQ1", "公共区域": "CL1"} {
		if got, known := w.Categories.Of(word); !known || got != want {
			t.Errorf("%s is %s", word, got)
		}
	}
	if got, known := w.Categories.Of("收費"); known {
		t.Errorf("what may be parking or repairs is taken for %s", got)
	}
}
