package reports

import (
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// when is a way and a moment: 電話 · 2026-11-24 10:00.
func (f Facts) when(how app.Method, at time.Time) string {
	return dotted(say.Code(f.Voice, how), f.Moment(at))
}

// who is a member of staff and a moment.
func (f Facts) who(s app.StaffID, at time.Time) string { return dotted(f.Staff(s), f.Moment(at)) }

// signs is a row of boxes to sign in.
func (f Facts) signs(names ...string) paper.Signs {
	return paper.Signs{Names: names, When: f.Say("slip.date")}
}

// choice is a closed list with boxes; that of each code that is on is ticked.
func choice[T ~string](f Facts, list []T, on ...T) string {
	return boxes(list, func(c T) string { return say.Code(f.Voice, c) }, on...)
}

func boxes[T comparable](list []T, label func(T) string, on ...T) string {
	words, ticked := make([]string, len(list)), []int(nil)
	for i, c := range list {
		words[i] = label(c)
		for _, o := range on {
			if o == c {
				ticked = append(ticked, i)
			}
		}
	}
	return paper.Ticks(words, ticked...)
}

// tick is one box with its word.
func tick(word string, on bool) string {
	if on {
		return paper.Ticks([]string{word}, 0)
	}
	return paper.Ticks([]string{word})
}

// dotted puts the words that are there side by side.
func dotted(words ...string) string { return joined(" · ", words...) }

// lines puts the words that are there below each other.
func lines(words ...string) string { return joined("\n", words...) }

func joined(between string, words ...string) string {
	var said []string
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, between)
}

// pair is a label and its value.
func (f Facts) pair(label, text string) paper.Field {
	return paper.Field{Label: f.Say(label), Text: text}
}

// pairs makes a row of labels, by key, and values in turn.
func (f Facts) pairs(words ...string) paper.Row {
	var r paper.Row
	for i := 0; i+1 < len(words); i += 2 {
		r = append(r, f.pair(words[i], words[i+1]))
	}
	return r
}

// text makes a row of one text with room for at least high mm.
func (f Facts) text(label, text string, high float64) paper.Row {
	return paper.Text(f.Say(label), text, high)
}

// column is one column of a table, by the key of its title; width 0 takes what
// is left.
func (f Facts) column(title string, width float64) paper.Column {
	return paper.Column{Title: f.Say(title), Width: width}
}

func ordinal(n int) string { return strconv.Itoa(n) }
