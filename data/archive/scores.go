package archive

import "ownerdesk/app/annual"

// stratum is one cell of the frame.
type stratum struct {
	Area    int64  `json:"Area"`
	Name    string `json:"Name"`
	Owner   string `json:"Owner"`
	Units   int    `json:"Units"`
	Planned int    `json:"Planned"`
	Issued  int    `json:"Issued"`
}

func (m *mover) stratum(k *stratum, l *annual.Stratum) {
	num(m, &k.Area, &l.Area)
	same(m, &k.Name, &l.Name)
	text(m, &k.Owner, &l.Owner)
	same(m, &k.Units, &l.Units)
	same(m, &k.Planned, &l.Planned)
	same(m, &k.Issued, &l.Issued)
}

func (m *mover) strata(k *[]stratum, l *[]annual.Stratum) { list(m, k, l, m.stratum) }

// stratumResult is one stratum with its field work.
type stratumResult struct {
	Stratum stratum `json:"Stratum"`
	Field   field   `json:"Field"`
	Called  int     `json:"Called"`
}

func (m *mover) stratumResult(k *stratumResult, l *annual.StratumResult) {
	m.stratum(&k.Stratum, &l.Stratum)
	m.field(&k.Field, &l.Field)
	same(m, &k.Called, &l.Called)
}

// sampleFit is a sample held against the frame.
type sampleFit struct {
	Independence independence `json:"Independence"`
	Tested       bool         `json:"Tested"`
	Keys         []string     `json:"Keys"`
	Frame        []int        `json:"Frame"`
	Sample       []int        `json:"Sample"`
}

func (m *mover) sampleFit(k *sampleFit, l *annual.Fit) {
	m.independence(&k.Independence, &l.Independence)
	same(m, &k.Tested, &l.Tested)
	same(m, &k.Keys, &l.Keys)
	same(m, &k.Frame, &l.Frame)
	same(m, &k.Sample, &l.Sample)
}

// compared is a figure beside that of the year before.
type compared struct {
	Year   int      `json:"Year"`
	Last   estimate `json:"Last"`
	Change change   `json:"Change"`
	Tested bool     `json:"Tested"`
}

func (m *mover) compared(k *compared, l *annual.Compared) {
	same(m, &k.Year, &l.Year)
	m.estimate(&k.Last, &l.Last)
	m.change(&k.Change, &l.Change)
	same(m, &k.Tested, &l.Tested)
}

// itemResult is one item.
type itemResult struct {
	Code       string    `json:"Code"`
	Dimension  string    `json:"Dimension"`
	Text       string    `json:"Text"`
	Showing    string    `json:"Showing"`
	N          int       `json:"N"`
	Unknown    int       `json:"Unknown"`
	Counts     [5]int    `json:"Counts"`
	Mean       estimate  `json:"Mean"`
	Score      estimate  `json:"Score"`
	Top        share     `json:"Top"`
	Last       *compared `json:"Last"`
	Importance figure    `json:"Importance"`
	Quadrant   string    `json:"Quadrant"`
	Priority   figure    `json:"Priority"`
	Tie        tie       `json:"Tie"`
}

func (m *mover) itemResult(k *itemResult, l *annual.ItemResult) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Dimension, &l.Dimension)
	same(m, &k.Text, &l.Text)
	text(m, &k.Showing, &l.Showing)
	same(m, &k.N, &l.N)
	same(m, &k.Unknown, &l.Unknown)
	same(m, &k.Counts, &l.Counts)
	m.estimate(&k.Mean, &l.Mean)
	m.estimate(&k.Score, &l.Score)
	m.share(&k.Top, &l.Top)
	maybe(m, &k.Last, &l.Last, m.compared)
	num(m, &k.Importance, &l.Importance)
	text(m, &k.Quadrant, &l.Quadrant)
	num(m, &k.Priority, &l.Priority)
	m.tie(&k.Tie, &l.Tie)
}

// dimensionResult is one dimension.
type dimensionResult struct {
	Code    string      `json:"Code"`
	Text    string      `json:"Text"`
	Showing string      `json:"Showing"`
	Weight  int         `json:"Weight"`
	Score   estimate    `json:"Score"`
	Most    int         `json:"Most"`
	Top     figure      `json:"Top"`
	Last    *compared   `json:"Last"`
	Alpha   reliability `json:"Alpha"`
}

func (m *mover) dimensionResult(k *dimensionResult, l *annual.DimensionResult) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Text, &l.Text)
	text(m, &k.Showing, &l.Showing)
	same(m, &k.Weight, &l.Weight)
	m.estimate(&k.Score, &l.Score)
	same(m, &k.Most, &l.Most)
	num(m, &k.Top, &l.Top)
	maybe(m, &k.Last, &l.Last, m.compared)
	m.reliability(&k.Alpha, &l.Alpha)
}

// cell is a figure of a group.
type cell struct {
	N       int      `json:"N"`
	Showing string   `json:"Showing"`
	Score   estimate `json:"Score"`
	Top     share    `json:"Top"`
}

func (m *mover) cell(k *cell, l *annual.Cell) {
	same(m, &k.N, &l.N)
	text(m, &k.Showing, &l.Showing)
	m.estimate(&k.Score, &l.Score)
	m.share(&k.Top, &l.Top)
}

func (m *mover) cells(k *[]cell, l *[]annual.Cell) { list(m, k, l, m.cell) }

// breakdown compares groups.
type breakdown struct {
	Keys       []string      `json:"Keys"`
	Index      []cell        `json:"Index"`
	Overall    []cell        `json:"Overall"`
	Dimensions [][]cell      `json:"Dimensions"`
	Welch      *verdict      `json:"Welch"`
	Kruskal    *verdict      `json:"Kruskal"`
	Pairs      []pair        `json:"Pairs"`
	Content    *independence `json:"Content"`
	Joined     bool          `json:"Joined"`
	Counts     [][3]int      `json:"Counts"`
}

func (m *mover) breakdown(k *breakdown, l *annual.Breakdown) {
	same(m, &k.Keys, &l.Keys)
	m.cells(&k.Index, &l.Index)
	m.cells(&k.Overall, &l.Overall)
	list(m, &k.Dimensions, &l.Dimensions, m.cells)
	maybe(m, &k.Welch, &l.Welch, m.verdict)
	maybe(m, &k.Kruskal, &l.Kruskal, m.verdict)
	list(m, &k.Pairs, &l.Pairs, m.pair)
	maybe(m, &k.Content, &l.Content, m.independence)
	same(m, &k.Joined, &l.Joined)
	same(m, &k.Counts, &l.Counts)
}
