package console

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/say"
)

// results tells what a yearly survey of the office says: as its report kept it, or as
// it stands now.
func (c *call) results(ctx context.Context, args []string) error {
	o := c.options()
	year, project, asJSON := o.text("year", ""), o.text("project", ""), o.flag("json")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return misled("console.extra", rest[0])
	}
	of, err := strconv.Atoi(*year)
	if err != nil {
		return misled("console.survey.year", "results")
	}
	s, g, err := c.openRead(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	h, err := yearOf(ctx, s, g, *project, of)
	if err != nil {
		return err
	}
	r, err := c.surveyor(s).Results(ctx, h.ID)
	if err != nil {
		return err
	}
	if *asJSON {
		return c.json(resultsOf(h, r))
	}
	return c.resultsWords(g, h, r)
}

// surveyor is the front door of yearly surveys.
func (c *call) surveyor(s Store) *annual.Desk {
	return &annual.Desk{Front: &app.Desk{Store: s, Now: c.Now, Changes: &app.Changes{}}, Store: s}
}

// yearOf finds the survey of a year, of one estate where there are several.
func yearOf(ctx context.Context, s Store, g app.Ground, project string, year int) (annual.Head, error) {
	estate, err := oneEstate(project, g)
	if err != nil {
		return annual.Head{}, err
	}
	all, err := s.Surveys(ctx, estate)
	if err != nil {
		return annual.Head{}, err
	}
	all = slices.DeleteFunc(all, func(h annual.Head) bool { return h.Year != year || h.State == annual.Cancelled })
	switch len(all) {
	case 0:
		return annual.Head{}, refused("console.survey.none", year)
	case 1:
		return all[0], nil
	}
	var names []string
	for _, h := range all {
		names = append(names, g.Projects[h.Project].Name)
	}
	return annual.Head{}, misled("console.survey.several", strings.Join(names, ", "))
}

// resultsJSON are the results of a yearly survey for other programs: the figures of
// surveyJSON, and what only an office's own survey has. What cannot be reckoned, or
// may not be seen, is null.
type resultsJSON struct {
	Number      string `json:"number"`
	Year        int    `json:"year"`
	Scale       string `json:"scale"`
	Convenience bool   `json:"convenience"`
	Issued      int    `json:"issued"`
	Valid       int    `json:"valid"`
	surveyJSON
	Overall    *itemJSON    `json:"overall"`
	Weighted   figureJSON   `json:"weighted"` // index by the plan's weights
	Dimensions []figureJSON `json:"dimensions"`
	Areas      []figureJSON `json:"areas"`
	OwnerTypes []figureJSON `json:"owner_types"`
	Recommend  *figureJSON  `json:"recommend"`
}

// figureJSON is a score, beside that of the year before where it may be compared.
type figureJSON struct {
	Code       string   `json:"code,omitempty"`
	Weight     int      `json:"weight,omitempty"`
	Hidden     bool     `json:"hidden,omitempty"`
	N          int      `json:"n"`
	Score      *float64 `json:"score"`
	SE         *float64 `json:"se"`
	DF         *float64 `json:"df"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Last       *float64 `json:"last,omitempty"`
	Difference *float64 `json:"difference,omitempty"`
	P          *float64 `json:"p,omitempty"`
}

func figureOf(code string, shows survey.Showing, e survey.Estimate, last *annual.Compared) figureJSON {
	f := figureJSON{Code: code, Hidden: shows.Hidden(), N: e.N, Score: there(e.Mean), SE: there(e.SE), DF: there(e.DF), Low: there(e.Low), High: there(e.High)}
	if last != nil {
		f.Last = there(last.Last.Mean)
		if last.Tested {
			f.Difference, f.P = there(last.Change.Difference), there(last.Change.P)
		}
	}
	return f
}

func resultsOf(h annual.Head, r annual.Results) resultsJSON {
	d, a := r.Analysis()
	said := resultsJSON{Number: h.Number, Year: r.Year, Scale: string(r.Scale), Convenience: r.Convenience, Issued: r.Total.Issued, Valid: r.Total.Valid,
		surveyJSON: jsonOf([]string{"area", "owner_type"}, d, a), Weighted: figureOf("", r.Showing, r.Index, r.IndexLast)}
	if o := r.Overall; o != nil {
		item := itemOf(survey.Result{Item: o.Code, Mean: o.Mean, Score: o.Score, Top: o.Top})
		said.Overall = &item
	}
	for _, x := range r.Dimensions {
		f := figureOf(x.Code, x.Showing, x.Score, x.Last)
		f.Weight = x.Weight
		said.Dimensions = append(said.Dimensions, f)
	}
	groups := func(b annual.Breakdown) (all []figureJSON) {
		for g, cell := range b.Index {
			all = append(all, figureOf(b.Keys[g], cell.Showing, cell.Score, nil))
		}
		return all
	}
	said.Areas, said.OwnerTypes = groups(r.ByArea), groups(r.ByOwner)
	if r.Recommend != nil {
		f := figureOf("", survey.Shown, r.Recommend.Estimate, r.Recommend.Last)
		said.Recommend = &f
	}
	return said
}

// resultsWords tells the same to a person.
func (c *call) resultsWords(g app.Ground, h annual.Head, r annual.Results) error {
	v := c.voice(g)
	if _, err := fmt.Fprintln(c.Out, c.words.Say("console.survey.of", h.Number, g.Projects[h.Project].Name, r.Year, r.Total.Valid)); err != nil {
		return err
	}
	d, a := r.Analysis()
	for h := range d.Strata {
		d.Strata[h].Keys[1] = say.Code(v, r.Strata[h].Owner)
	}
	if err := c.surveyWords(d, a, false); err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.Out, c.words.Say("console.survey.weighted", figure(r.Index.Mean, 2), figure(r.Index.SE, 2), figure(r.Index.Low, 2), figure(r.Index.High, 2)))
	return err
}
