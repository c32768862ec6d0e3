package survey

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

// picture spells a table: o shown, f few, x too few, a agreed, c covered, - empty.
func picture(t Table) string {
	sign := map[Showing]string{Shown: "o", Few: "f", TooFew: "x", Agreed: "a", Covered: "c", Empty: "-"}
	var lines []string
	for i, row := range t.Cells {
		line := ""
		for _, s := range row {
			line += sign[s]
		}
		lines = append(lines, line+sign[t.Rows[i]])
	}
	last := ""
	for _, s := range t.Columns {
		last += sign[s]
	}
	return strings.Join(append(lines, last+sign[t.All]), " ")
}

func respondents(n ...int) []Respondents {
	var all []Respondents
	for _, x := range n {
		all = append(all, Respondents{N: x})
	}
	return all
}

func TestSmallCellsAreHiddenAndCovered(t *testing.T) {
	for name, c := range map[string]struct {
		cells [][]Respondents
		want  string
	}{
		"nothing to hide":                          {[][]Respondents{respondents(20, 9), respondents(30, 40)}, "ofo ooo ooo"},
		"one small cell takes three more with it":  {[][]Respondents{respondents(3, 20, 30), respondents(40, 50, 60)}, "xcoo ccoo oooo"},
		"two hidden in a row that count too few":   {[][]Respondents{respondents(1, 2, 8, 30)}, "xxcoo xxcoo"},
		"an empty cell hides nothing":              {[][]Respondents{respondents(0, 20)}, "-oo -oo"},
		"an empty cell covers nothing":             {[][]Respondents{respondents(3, 0, 20)}, "x-co x-co"},
		"with nothing beside it the total goes":    {[][]Respondents{respondents(3, 0), respondents(20, 30), respondents(9, 11)}, "x-x ooo coc ooo"},
		"five of one mind":                         {[][]Respondents{{{N: 6, Agreed: true}, {N: 8}, {N: 12}}}, "acoo ccoo"},
		"ten of one mind are enough":               {[][]Respondents{{{N: 10, Agreed: true}, {N: 12}}}, "ooo ooo"},
		"fewer than five in all: nothing is shown": {[][]Respondents{respondents(2, 1)}, "xxx xxx"},
	} {
		got, err := Hide(c.cells)
		must(t, err)
		if p := picture(got); p != c.want {
			t.Errorf("%s: %s, want %s", name, p, c.want)
		}
	}
}

func TestWhatIsHiddenCannotBeWorkedOutFromItsRow(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 5).Draw(t, "rows"), rapid.IntRange(1, 5).Draw(t, "columns")
		cells := make([][]Respondents, rows)
		for i := range cells {
			for range columns {
				cells[i] = append(cells[i], Respondents{rapid.IntRange(0, 25).Draw(t, "n"), rapid.Bool().Draw(t, "agreed")})
			}
		}
		g, err := withTotals(cells)
		if err != nil {
			t.Fatal(err)
		}
		table, err := Hide(cells)
		if err != nil {
			t.Fatal(err)
		}
		for i := range g.shows {
			for j := range g.shows[i] {
				switch {
				case i < rows && j < columns:
					g.shows[i][j] = table.Cells[i][j]
				case i < rows:
					g.shows[i][j] = table.Rows[i]
				case j < columns:
					g.shows[i][j] = table.Columns[j]
				default:
					g.shows[i][j] = table.All
				}
				if n := g.n[i][j]; n > 0 && n < 5 && !g.shows[i][j].Hidden() {
					t.Fatalf("%d answers are shown", n)
				}
			}
		}
		for _, line := range g.lines() {
			hidden, open := 0, 0
			for _, at := range line {
				switch s := g.shows[at[0]][at[1]]; {
				case s.Hidden():
					hidden++
				case s != Empty:
					open++
				}
			}
			if hidden == 1 && open > 0 {
				t.Fatalf("one cell alone is hidden in %v: %s", line, picture(table))
			}
		}
		if told := givenAway(g); told != nil {
			t.Fatalf("rows and columns together give %v away: %s", told, picture(table))
		}
	})
}

// givenAway is a hidden cell whose number follows from all rows and columns together:
// its unit vector adds nothing to the rank of the equations, reckoned in fractions.
func givenAway(g guarded) [][2]int {
	var hidden [][2]int
	for i := range g.shows {
		for j := range g.shows[i] {
			if g.shows[i][j].Hidden() {
				hidden = append(hidden, [2]int{i, j})
			}
		}
	}
	var rows [][]int64
	for _, line := range g.lines() {
		row := make([]int64, len(hidden))
		for k, at := range line {
			if h := slices.Index(hidden, at); h >= 0 {
				row[h] = 1
				if k == len(line)-1 {
					row[h] = -1
				}
			}
		}
		rows = append(rows, row)
	}
	whole := rank(rows)
	for h, at := range hidden {
		unit := make([]int64, len(hidden))
		unit[h] = 1
		if rank(append(slices.Clip(rows), unit)) == whole {
			return [][2]int{at}
		}
	}
	return nil
}

// rank of a matrix of whole numbers, reckoned in fractions.
func rank(numbers [][]int64) int {
	var rows [][]*big.Rat
	for _, r := range numbers {
		row := make([]*big.Rat, len(r))
		for k, x := range r {
			row[k] = big.NewRat(x, 1)
		}
		rows = append(rows, row)
	}
	done := 0
	for c := 0; done < len(rows) && c < len(rows[0]); c++ {
		at := slices.IndexFunc(rows[done:], func(row []*big.Rat) bool { return row[c].Sign() != 0 })
		if at < 0 {
			continue
		}
		rows[done], rows[done+at] = rows[done+at], rows[done]
		for _, row := range rows[done+1:] {
			by := new(big.Rat).Quo(row[c], rows[done][c])
			for k := c; k < len(row); k++ {
				row[k].Sub(row[k], new(big.Rat).Mul(by, rows[done][k]))
			}
		}
		done++
	}
	return done
}
