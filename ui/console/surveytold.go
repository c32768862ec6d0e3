package console

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app/survey"
)

// surveyJSON is a survey for other programs; what cannot be reckoned is null.
type surveyJSON struct {
	Strata []stratumJSON `json:"strata"`
	Items  []itemJSON    `json:"items"`
	Alpha  struct {
		N     int      `json:"n"`
		Value *float64 `json:"value"`
	} `json:"alpha"`
	Index struct {
		Score *float64 `json:"score"`
		SE    *float64 `json:"se"`
	} `json:"index"`
}

type itemJSON struct {
	Item    string   `json:"item"`
	N       int      `json:"n"`
	Mean    *float64 `json:"mean"`
	Score   *float64 `json:"score"`
	SE      *float64 `json:"se"`
	DF      *float64 `json:"df"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	DEFF    *float64 `json:"deff"`
	Top2    *float64 `json:"top2"`
	Top2Low *float64 `json:"top2_low"`
	Top2Up  *float64 `json:"top2_high"`
}

// stratumJSON is a stratum under the names of its own columns, in their order.
type stratumJSON struct {
	names, keys []string
	units, n    int
}

// MarshalJSON writes the columns first, then the units and the sheets.
func (s stratumJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, name := range s.names {
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(s.keys[i])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%s,", key, value)
	}
	fmt.Fprintf(&b, `"N":%d,"n":%d}`, s.units, s.n)
	return b.Bytes(), nil
}

// there is a figure, nil where it cannot be reckoned.
func there(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}

func (c *call) surveyJSON(names []string, d survey.Design, a survey.Analysis) error {
	if err := c.json(jsonOf(names, d, a)); err != nil {
		return err
	}
	for _, line := range c.mergedWords(d, a) { // beside the figures, so that another program reads only those
		if _, err := fmt.Fprintln(c.Err, line); err != nil {
			return err
		}
	}
	return nil
}

// json writes figures for another program.
func (c *call) json(said any) error {
	text, err := json.MarshalIndent(said, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Out, "%s\n", text)
	return err
}

// jsonOf is what goes for every survey, whether out of tables or the office's own.
func jsonOf(names []string, d survey.Design, a survey.Analysis) surveyJSON {
	said := surveyJSON{}
	for h, s := range d.Strata {
		said.Strata = append(said.Strata, stratumJSON{names, s.Keys, s.N, a.Sheets[h]})
	}
	for _, r := range a.Items {
		said.Items = append(said.Items, itemOf(r))
	}
	said.Alpha.N, said.Alpha.Value = a.Alpha.N, there(a.Alpha.Value)
	said.Index.Score, said.Index.SE = there(a.Index.Mean), there(a.Index.SE)
	return said
}

func itemOf(r survey.Result) itemJSON {
	e, top := r.Score, r.Top
	return itemJSON{r.Item, e.N, there(r.Mean.Mean), there(e.Mean), there(e.SE), there(e.DF), there(e.Low),
		there(e.High), there(e.DEFF), there(top.P), there(top.Low), there(top.High)}
}

// surveyWords tells a survey to a person: strata, items line by line, and what
// goes over all items.
func (c *call) surveyWords(d survey.Design, a survey.Analysis, raw bool) error {
	lines := []string{right("N", 9) + right("n", 7) + "  " + c.words.Say("console.survey.stratum")}
	for h, s := range d.Strata {
		lines = append(lines, right(strconv.Itoa(s.N), 9)+right(strconv.Itoa(a.Sheets[h]), 7)+"  "+strings.Join(s.Keys, ", "))
	}
	lines = append(lines, "", c.itemHeads(raw))
	for _, r := range a.Items {
		lines = append(lines, itemLine(r, raw))
	}
	lines = append(lines, "")
	if math.IsNaN(a.Alpha.Value) {
		lines = append(lines, c.words.Say("console.survey.no-alpha"))
	} else {
		lines = append(lines, c.words.Say("console.survey.alpha", figure(a.Alpha.Value, 3), figure(a.Alpha.Low, 3), figure(a.Alpha.High, 3), a.Alpha.N))
	}
	digits := digitsOf(raw)
	lines = append(lines, c.words.Say("console.survey.index", figure(a.Index.Mean, digits), figure(a.Index.SE, digits), figure(a.Index.Low, digits), figure(a.Index.High, digits)))
	if merged := c.mergedWords(d, a); merged != nil {
		lines = append(append(lines, ""), merged...)
	}
	_, err := fmt.Fprintln(c.Out, strings.Join(lines, "\n"))
	return err
}

// itemWidth is the room for the name of an item.
const itemWidth = 28

func (c *call) itemHeads(raw bool) string {
	low, high := right(c.words.Say("console.survey.low"), 12), right(c.words.Say("console.survey.high"), 12)
	head := wide(c.words.Say("console.survey.item"), itemWidth) + right("n", 7) + right(c.words.Say("console.survey.mean"), 12)
	if !raw {
		head += right(c.words.Say("console.survey.score"), 9)
	}
	head += right(c.words.Say("console.survey.se"), 12) + right("df", 8) + low + high + right("deff", 8)
	if !raw {
		head += right(c.words.Say("console.survey.top"), 14) + low + high
	}
	return head
}

// itemLine is one item; raw numbers have no score beside their mean and no share of
// contented.
func itemLine(r survey.Result, raw bool) string {
	e, digits := r.Score, digitsOf(raw)
	line := wide(r.Item, itemWidth) + right(strconv.Itoa(e.N), 7) + right(figure(r.Mean.Mean, 3), 12)
	if !raw {
		line += right(figure(e.Mean, digits), 9)
	}
	line += right(figure(e.SE, digits), 12) + right(figure(e.DF, 0), 8) + right(figure(e.Low, digits), 12) + right(figure(e.High, digits), 12) + right(figure(e.DEFF, 3), 8)
	if !raw {
		line += right(percent(r.Top.P), 14) + right(percent(r.Top.Low), 12) + right(percent(r.Top.High), 12)
	}
	return line
}

// digitsOf is how many decimals are printed: of scores two, of raw numbers three.
func digitsOf(raw bool) int {
	if raw {
		return 3
	}
	return 2
}

// figure is a number with so many decimals, a dash where there is none.
func figure(x float64, digits int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "-"
	}
	return strconv.FormatFloat(x, 'f', digits, 64)
}

func percent(share float64) string { return figure(100*share, 1) }

// right fills a text up to a width from the left.
func right(s string, width int) string {
	filled := wide(s, width)
	text := strings.TrimRight(filled, " ")
	return strings.Repeat(" ", len(filled)-len(text)) + text
}

// mergedWords says which strata were put together, and for which items.
func (c *call) mergedWords(d survey.Design, a survey.Analysis) []string {
	var lines []string
	of := map[string][]string{}
	var order []string
	for _, r := range a.Items {
		for _, m := range r.Mean.Merged {
			var names []string
			for _, h := range m.Strata {
				name := strings.Join(d.Strata[h].Keys, " ")
				if slices.Contains(m.Empty, h) {
					name = c.words.Say("console.survey.empty", name)
				}
				names = append(names, name)
			}
			together := c.words.List(names)
			if of[together] == nil {
				order = append(order, together)
			}
			of[together] = append(of[together], r.Item)
		}
	}
	for _, together := range order {
		lines = append(lines, c.words.Say("console.survey.merged", together, c.words.List(of[together])))
	}
	return lines
}
