package annual

import "ownerdesk/app/survey"

// Analysis tells results as survey.Design.Analyse tells those of a table, so that
// anyone can check them: strata by the name of the area and the kind of owner, items
// by their codes, every item weighing alike. What may not be seen is NaN.
func (r Results) Analysis() (survey.Design, survey.Analysis) {
	d := survey.Design{Convenience: r.Convenience}
	a := survey.Analysis{Alpha: r.Alpha, Index: survey.Index{Estimate: r.Alike}}
	for _, s := range r.Strata {
		d.Strata = append(d.Strata, survey.Stratum{Keys: []string{s.Name, string(s.Owner)}, N: s.Units})
		a.Sheets = append(a.Sheets, s.Field.Valid)
	}
	for _, i := range r.Items {
		a.Items = append(a.Items, survey.Result{Item: i.Code, Mean: i.Mean, Score: i.Score, Top: i.Top})
	}
	return d, a
}
