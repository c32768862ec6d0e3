package console

import (
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports/say"
)

// gatheredJSON is one event at which opinions were gathered, for other programs.
type gatheredJSON struct {
	Number   string   `json:"number"`
	Estate   string   `json:"estate"`
	Event    string   `json:"event"` // its code
	Title    string   `json:"title"`
	Begins   string   `json:"begins"`
	Opinions int      `json:"opinions"`
	Issues   []string `json:"issues"`
	InTime   int      `json:"answered_in_time"`
	Late     int      `json:"answered_late"`
	Open     int      `json:"open"`
	Overdue  int      `json:"open_overdue"`
}

func gatheredOf(o figures.Opinions, g app.Ground) []gatheredJSON {
	all := []gatheredJSON{}
	for _, r := range o.Rows {
		all = append(all, gatheredJSON{r.Number, g.Projects[r.Project].Name, r.Event, r.Title, clock(r.Begins.In(g.Office.Location())), r.Opinions,
			append([]string{}, r.Numbers...), r.InTime, r.Late, r.Open, r.Overdue})
	}
	return all
}

// gatheredWords are the sums of a month, and a line for each event.
func gatheredWords(o figures.Opinions, v say.Voice) (lines []string) {
	sum := o.Sum()
	for _, of := range []struct{ key, said string }{
		{"kpi.gathered.opinions", strconv.Itoa(sum.Opinions)},
		{"kpi.gathered.became", strconv.Itoa(len(sum.Issues))},
		{"kpi.gathered.in-time", v.Rate(sum.Answered())},
		{"kpi.gathered.late", strconv.Itoa(sum.Late)},
		{"kpi.gathered.open", strconv.Itoa(sum.Open)},
		{"kpi.gathered.overdue", strconv.Itoa(sum.Overdue)},
	} {
		lines = append(lines, wide(v.Say(of.key), 44)+" "+of.said)
	}
	for _, r := range o.Rows {
		lines = append(lines, strings.TrimRight(strings.Join([]string{" ", r.Number, r.Title, v.Project(r.Project), strings.Join(r.Numbers, " ")}, "  "), " "))
	}
	return lines
}
