package say

import (
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/gathered"
	"ownerdesk/app/meeting"
	"ownerdesk/app/past"
	"ownerdesk/assets/lang"
)

// PastWords are the words for the codes of the closed lists in all languages,
// the office's own among them, for reading an older ledger.
func PastWords(items []app.ListItem) (past.Words, error) {
	w := past.NewWords()
	for _, l := range lang.All {
		shipped, err := lang.Load(l)
		if err != nil {
			return w, err
		}
		for _, v := range []Voice{{Words: shipped}, {Words: shipped.With(OwnWords(items, l))}} {
			learn(w.Kinds, v, app.Kinds)
			learn(w.Categories, v, app.Categories())
			learn(w.Categories, v, app.Subjects())
			learn(w.Channels, v, app.Channels)
			learn(w.Urgencies, v, app.Urgencies)
			learn(w.Levels, v, app.Levels)
			learn(w.Valid, v, app.Validities)
			for _, s := range app.States {
				w.States.Add(v.Say("state."+string(s)), s)
			}
			for _, c := range app.Charges {
				w.Charges.Add(v.Say("charge."+string(c)), c)
			}
			for _, r := range append(app.Ratings, 0) {
				w.Ratings.Add(v.Say("rating."+strconv.Itoa(int(r))), r)
			}
		}
	}
	return w, nil
}

// GatheredWords are those for reading a list of gathered opinions.
func GatheredWords(items []app.ListItem) (w gathered.Words, err error) {
	if w.Words, err = PastWords(items); err != nil {
		return w, err
	}
	w.Events = past.Dictionary[meeting.Subject]{}
	for _, l := range lang.All {
		words, err := lang.Load(l)
		if err != nil {
			return w, err
		}
		learn(w.Events, Voice{Words: words}, meeting.Events)
	}
	return w, nil
}

func learn[T ~string](d past.Dictionary[T], v Voice, codes []T) {
	for _, c := range codes {
		d.Add(Code(v, c), c)
	}
}
