package survey

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"
)

// near fails unless a figure is what another program or a book says, to 1e-9 of it.
func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	nearBy(t, what, got, want, 1e-9*math.Abs(want))
}

// nearBy fails unless a figure is within off of what is printed.
func nearBy(t testing.TB, what string, got, want, off float64) {
	t.Helper()
	if !(math.Abs(got-want) <= off) {
		t.Errorf("%s is %.15g, want %.15g", what, got, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// table reads a file of testdata: agsrs.csv and agstrat.csv are columns of the
// samples of 300 counties from the U.S. Census of Agriculture 1992 in Lohr,
// Sampling: Design and Analysis, as her package SDAResources has them.
func table(t testing.TB, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	must(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	must(t, err)
	return rows
}

// counties are the acres of farms in 1992, and in a stratified sample the region and
// the acres of 1987.
func counties(t testing.TB, name string, strata []Stratum) (of []int, acres92, acres87 []float64) {
	t.Helper()
	for _, row := range table(t, name)[1:] {
		h := 0
		for i, s := range strata {
			if len(row) > 1 && s.Keys[0] == row[0] {
				h = i
			}
		}
		of = append(of, h)
		if len(row) == 1 {
			acres92 = append(acres92, number(t, row[0]))
			continue
		}
		acres92, acres87 = append(acres92, number(t, row[1])), append(acres87, number(t, row[2]))
	}
	return of, acres92, acres87
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	must(t, err)
	return x
}

// regions are the strata of agstrat.
func regions() []Stratum {
	return []Stratum{{[]string{"NC"}, 1054}, {[]string{"NE"}, 220}, {[]string{"S"}, 1382}, {[]string{"W"}, 422}}
}

// plants are the weights of R's PlantGrowth (Dobson 1983): control and two treatments.
func plants() [][]float64 {
	return [][]float64{
		{4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14},
		{4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69},
		{6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26},
	}
}

// attitudes are R's attitude: a survey of clerks in thirty departments, from
// Chatterjee and Price (1977); rating, complaints, privileges, learning, raises,
// critical, advance.
func attitudes() [][]float64 {
	return [][]float64{
		{43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82},
		{51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82},
		{30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39},
		{39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59},
		{61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77, 64},
		{92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78},
		{45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39},
	}
}
