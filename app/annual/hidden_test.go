package annual

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"ownerdesk/app"
	"ownerdesk/app/soak"
	"ownerdesk/app/survey"
)

// anySurvey draws a survey of up to four areas and four kinds, most cells small, with
// many marks left out and many sheets alike.
func anySurvey(t *rapid.T) (Head, []Sheet) {
	h := surveyed()
	h.Strata = nil
	h.Questionnaire.Overall = rapid.Bool().Draw(t, "overall")
	h.Plan.Convenience = rapid.IntRange(0, 3).Draw(t, "convenience") == 0
	if rapid.Bool().Draw(t, "unweighed") {
		h.Questionnaire.Dimensions[0].Weight, h.Questionnaire.Dimensions[1].Weight = 100, 0
	}
	areas, kinds := rapid.IntRange(1, 4).Draw(t, "areas"), rapid.IntRange(1, 4).Draw(t, "kinds")
	var sheets []Sheet
	asked := len(h.Questionnaire.Asked())
	most := rapid.SampledFrom([]int{6, 12, 30}).Draw(t, "most")
	for a := range areas {
		for k := range kinds {
			n := rapid.IntRange(0, most).Draw(t, "n")
			h.Strata = append(h.Strata, Stratum{Area: app.AreaID(a + 1), Name: fmt.Sprint("Area ", a), Owner: OwnerKinds[k],
				Units: n + rapid.IntRange(1, 20).Draw(t, "rest"), Planned: n})
			agreed := rapid.IntRange(0, 3).Draw(t, "agreed") == 0
			for range n {
				marks := rapid.SampledFrom([]string{"55555", "34343", "22331", "4455-", "3--43", "-5-43"})
				if agreed {
					marks = rapid.Just("44444")
				}
				sheets = append(sheets, Sheet{No: len(sheets) + 1, Stratum: len(h.Strata) - 1, Mode: Paper,
					Marks: marks.Draw(t, "marks")[:asked], Recommend: len(sheets) % 11})
			}
		}
	}
	return h, sheets
}

// sum is one as it is printed: whether each part may be seen, the whole last.
type sum struct {
	what  string
	parts []survey.Showing
}

// sumsOf are all sums that can be read off results.
func sumsOf(h Head, r Results) (all []sum) {
	areas, owners := len(r.CrossAreas), len(r.CrossOwners)
	index := func(cells []Cell) (of []survey.Showing) {
		for _, c := range cells {
			of = append(of, c.Showing)
		}
		return of
	}
	for i := range areas {
		all = append(all, sum{fmt.Sprint("area ", i), append(index(r.Cross[i]), r.ByArea.Index[i].Showing)})
	}
	for j := range owners {
		var column []Cell
		for i := range areas {
			column = append(column, r.Cross[i][j])
		}
		all = append(all, sum{fmt.Sprint("owner ", j), append(index(column), r.ByOwner.Index[j].Showing)})
	}
	for name, b := range map[string]Breakdown{"areas": r.ByArea, "owners": r.ByOwner} {
		all = append(all, sum{name + " index", append(index(b.Index), r.Showing)})
		if r.Overall != nil {
			all = append(all, sum{name + " overall", append(index(b.Overall), r.Overall.Showing)})
		}
		for k, d := range b.Dimensions {
			all = append(all, sum{name + " " + r.Dimensions[k].Code, append(index(d), r.Dimensions[k].Showing)})
		}
		for g := range b.Index {
			one := sum{what: fmt.Sprint(name, " ", g, " by dimension")}
			for k, d := range b.Dimensions {
				if h.Questionnaire.Dimensions[k].Weight > 0 {
					one.parts = append(one.parts, d[g].Showing)
				}
			}
			all = append(all, sum{one.what, append(one.parts, b.Index[g].Showing)})
		}
	}
	whole := sum{what: "dimensions"}
	for k, d := range r.Dimensions {
		one := sum{what: "items of " + d.Code}
		for _, i := range r.Items {
			if i.Dimension == d.Code {
				one.parts = append(one.parts, i.Showing)
			}
		}
		all = append(all, sum{one.what, append(one.parts, d.Showing)})
		if h.Questionnaire.Dimensions[k].Weight > 0 {
			whole.parts = append(whole.parts, d.Showing)
		}
	}
	return append(all, sum{whole.what, append(whole.parts, r.Showing)})
}

func TestNothingHiddenCanBeWorkedOut(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		h, sheets := anySurvey(t)
		r, err := Analyse(h, sheets, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range sumsOf(h, r) {
			hidden, open := 0, 0
			for _, s := range l.parts {
				switch {
				case s.Hidden():
					hidden++
				case s != survey.Empty:
					open++
				}
			}
			if hidden == 1 && open > 0 {
				t.Fatalf("%s: one figure alone is hidden: %q", l.what, l.parts)
			}
		}
		if r.Overall == nil && !math.IsNaN(r.Top.P) && slices.ContainsFunc(r.Items, func(i ItemResult) bool { return i.Showing.Hidden() }) {
			t.Fatalf("the share over all items is told beside those of all but a hidden one: %v", r.Top.P)
		}
		blanked(t, reflect.ValueOf(r), "results")
		for _, b := range []Breakdown{r.ByArea, r.ByOwner} {
			wholly(t, r, b)
		}
	})
}

// blanked fails where a figure stands in something hidden.
func blanked(t *rapid.T, v reflect.Value, at string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			blanked(t, v.Elem(), at)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			blanked(t, v.Index(i), fmt.Sprintf("%s[%d]", at, i))
		}
	case reflect.Struct:
		hides := v.FieldByName("Showing")
		_, isResults := v.Interface().(Results) // whose Showing is of a few fields only
		hidden := hides.IsValid() && !isResults && !seen(survey.Showing(hides.String()))
		for i := range v.NumField() {
			field, name := v.Field(i), at+"."+v.Type().Field(i).Name
			if hidden && v.Type().Field(i).Name != "Weight" {
				void(t, field, name)
			}
			blanked(t, field, name)
		}
	}
}

// void fails on any number that is neither NaN nor 0.
func void(t *rapid.T, v reflect.Value, at string) {
	switch v.Kind() {
	case reflect.Float64:
		if x := v.Float(); !math.IsNaN(x) && x != 0 {
			t.Fatalf("%s is hidden and %v", at, x)
		}
	case reflect.Int:
		if v.Int() != 0 {
			t.Fatalf("%s is hidden and %d", at, v.Int())
		}
	case reflect.Pointer:
		if !v.IsNil() {
			t.Fatalf("%s is hidden and there", at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			void(t, v.Field(i), at+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			void(t, v.Index(i), at)
		}
	}
}

// wholly fails where a group that is hidden in the index is seen elsewhere, or where
// a test tells of a hidden group.
func wholly(t *rapid.T, r Results, b Breakdown) {
	for g, c := range b.Index {
		for _, row := range append(slices.Clone(b.Dimensions), b.Overall) {
			if row != nil && c.Showing.Hidden() && seen(row[g].Showing) {
				t.Fatalf("group %d is hidden in one table and seen in another", g)
			}
		}
	}
	by := b.Index
	if r.Overall != nil {
		by = b.Overall
	}
	for _, p := range b.Pairs {
		if !seen(by[p.A].Showing) || !seen(by[p.B].Showing) {
			t.Fatalf("pair %d and %d tells of a hidden group", p.A, p.B)
		}
	}
	if o := r.Overall; o != nil && b.Counts != nil {
		rest := [3]int{o.Counts[3] + o.Counts[4], o.Counts[2], o.Counts[0] + o.Counts[1]}
		for _, row := range b.Counts {
			for k, n := range row {
				rest[k] -= n
			}
		}
		for _, n := range rest {
			if n > 0 && n < 5 {
				t.Fatalf("counts leave %v to the hidden groups", rest)
			}
		}
	}
	for g, row := range b.Counts {
		for _, n := range row {
			if n > 0 && (n < 5 || !seen(by[g].Showing)) {
				t.Fatalf("%d answers of group %d are counted", n, g)
			}
		}
	}
}

func TestFewerThanFiveAreNeverSeen(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		h, sheets := anySurvey(t)
		r, err := Analyse(h, sheets, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		areas, owners := map[string]int{}, map[string]int{}
		cross := map[[2]string]int{}
		for _, s := range sheets {
			if s.Counts() {
				of := h.Strata[s.Stratum]
				areas[of.Name]++
				owners[string(of.Owner)]++
				cross[[2]string{of.Name, string(of.Owner)}]++
			}
		}
		shown := func(what string, n int, c Cell) {
			if n < 5 && seen(c.Showing) {
				t.Fatalf("%s: %d sheets are seen", what, n)
			}
			if seen(c.Showing) && (c.N == 0 || c.N > n || math.IsNaN(c.Score.Mean)) {
				t.Fatalf("%s: a figure of %d out of %d sheets: %v", what, c.N, n, c.Score)
			}
		}
		for i, area := range r.CrossAreas {
			shown(area, areas[area], r.ByArea.Index[i])
			for j, owner := range r.CrossOwners {
				shown(area+string(owner), cross[[2]string{area, string(owner)}], r.Cross[i][j])
			}
		}
		for j, owner := range r.CrossOwners {
			shown(string(owner), owners[string(owner)], r.ByOwner.Index[j])
		}
	})
}

func TestAGroupIsHiddenInEveryTable(t *testing.T) {
	h := surveyed()
	sheets := slices.DeleteFunc(answered(), func(s Sheet) bool { return s.Stratum == 3 && s.No > 33 }) // three shops are left in the West
	r := analysed(t, h, sheets, nil, nil)
	for i, want := range [][]survey.Showing{{survey.Covered, survey.Covered}, {survey.Covered, survey.TooFew}} {
		for j, w := range want {
			if got := r.Cross[i][j].Showing; got != w {
				t.Errorf("cell %d %d is %q, want %q", i, j, got, w)
			}
		}
	}
	if r.ByArea.Welch == nil || seen(r.Cross[1][1].Showing) || r.ByOwner.Index[1].N != 13 {
		t.Errorf("areas %+v", r.ByOwner.Index)
	}
}

func TestAFewOfOneMindAreHidden(t *testing.T) {
	h := surveyed()
	h.Strata = h.Strata[:3]
	sheets := slices.Concat(answered()[:20], sheetsOf(21, 2, "44444", "44444", "44444", "44444", "44444", "44444"))
	r := analysed(t, h, sheets, nil, nil)
	if got := r.ByArea.Index[1].Showing; got != survey.Agreed {
		t.Errorf("six alike are %q", got)
	}
	if got := r.ByArea.Index[0].Showing; got != survey.Covered {
		t.Errorf("what would tell of them is %q", got)
	}
	if r.ByArea.Welch != nil || r.ByArea.Content != nil || !seen(r.Showing) {
		t.Error("a test tells of them")
	}
}

func TestADimensionThatIsNotWeighedIsSeenWithoutIndex(t *testing.T) {
	h := surveyed()
	h.Questionnaire.Dimensions[0].Weight, h.Questionnaire.Dimensions[1].Weight = 100, 0
	sheets := slices.Concat(answered()[:20], sheetsOf(21, 2, "4--44", "5--43", "3--55", "4--33", "2--44", "1--43"))
	r := analysed(t, h, sheets, nil, nil)
	if r.ByArea.Index[1].Showing != survey.Empty || r.ByArea.Dimensions[0][1].Showing != survey.Empty || r.ByArea.Dimensions[1][1].N != 6 {
		t.Errorf("index %+v, dimensions %+v", r.ByArea.Index[1], r.ByArea.Dimensions)
	}
	// 4.0, 3.5, 5.0, 3.0, 4.0 and 3.5 of the two items.
	near(t, "the other dimension", r.ByArea.Dimensions[1][1].Score.Mean, ((4.0+4+5+3+4+4)/6+(4.0+3+5+3+4+3)/6-2)/2*25)
}

func TestAllTablesTogetherGiveNothingAway(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		h, sheets := anySurvey(t)
		a, err := newAnalysis(h, sheets)
		if err != nil {
			t.Fatal(err)
		}
		m := a.mask
		var hidden []int
		for at, s := range m.shows {
			if s.Hidden() {
				hidden = append(hidden, at)
			}
		}
		var rows [][]float64
		for _, line := range slices.Concat(m.tables(), a.sums(m)) {
			row := make([]float64, len(hidden))
			for k, at := range line {
				if c := slices.Index(hidden, at); c >= 0 {
					row[c] = 1
					if k == len(line)-1 {
						row[c] = -1
					}
				}
			}
			rows = append(rows, row)
		}
		whole := rankOf(rows)
		for c, at := range hidden {
			if m.n[at] == 0 { // hidden is that nobody answered; there is no figure
				continue
			}
			unit := make([]float64, len(hidden))
			unit[c] = 1
			if rankOf(append(slices.Clip(rows), unit)) == whole {
				t.Fatalf("the figure in cell %d follows from the others: %v", at, m.shows)
			}
		}
	})
}

// rankOf tells how many of the rows are independent.
func rankOf(rows [][]float64) int {
	if len(rows) == 0 || len(rows[0]) == 0 {
		return 0
	}
	all := mat.NewDense(len(rows), len(rows[0]), slices.Concat(rows...))
	var svd mat.SVD
	if !svd.Factorize(all, mat.SVDNone) {
		return -1
	}
	return svd.Rank(1e-9)
}

// Where a group is hidden, so is that none of it answered something.
func TestAHiddenGroupDoesNotTellWhatAllOfItLeftOut(t *testing.T) {
	h := surveyed()
	var sheets []Sheet
	for s, n := range []int{3, 30, 30} {
		for i := range n {
			marks := []string{"34343", "22331"}[i%2]
			if s == 0 {
				marks = marks[:3] + "--"
			}
			sheets = append(sheets, Sheet{No: len(sheets) + 1, Stratum: s, Mode: Paper, Marks: marks})
		}
	}
	h.Strata = h.Strata[:0]
	for s := range 3 {
		h.Strata = append(h.Strata, Stratum{Area: app.AreaID(s + 1), Name: fmt.Sprint("Area ", s), Owner: OwnerKinds[0], Units: 40, Planned: 20})
	}
	for name, some := range map[string][]Sheet{"of three areas": sheets, "alone": sheets[:3]} {
		r, err := Analyse(h, some, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for k, d := range r.ByArea.Dimensions {
			if c := d[0]; !c.Showing.Hidden() {
				t.Errorf("%s: of dimension %d it is told that it is %q", name, k, c.Showing)
			}
		}
		for _, i := range r.Items {
			if name == "alone" && !i.Showing.Hidden() {
				t.Errorf("%s: of item %s it is told that it is %q", name, i.Code, i.Showing)
			}
		}
	}
}
