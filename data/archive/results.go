package archive

import "ownerdesk/app/annual"

// results are what the sheets of a survey said when it was reported. How fields are
// called in Go matters here and in all that they are made of: see gobbed.
type results struct {
	Form        int    `json:"Form"`
	Year        int    `json:"Year"`
	Scale       string `json:"Scale"`
	Convenience bool   `json:"Convenience"`
	LastYear    int    `json:"LastYear"`
	Showing     string `json:"Showing"`

	Strata   []stratumResult `json:"Strata"`
	Total    field           `json:"Total"`
	Merged   []merge         `json:"Merged"`
	Unfilled []int           `json:"Unfilled"`
	Loss     figure          `json:"Loss"`
	Areas    sampleFit       `json:"Areas"`
	Owners   sampleFit       `json:"Owners"`
	Raked    *raked          `json:"Raked"`
	RakedTo  figure          `json:"RakedTo"`
	Late     *pair           `json:"Late"`

	Overall    *itemResult       `json:"Overall"`
	Index      estimate          `json:"Index"`
	IndexMiss  []string          `json:"IndexMiss"`
	IndexLast  *compared         `json:"IndexLast"`
	Alike      estimate          `json:"Alike"`
	Top        share             `json:"Top"`
	Grade      int               `json:"Grade"`
	Bands      []int             `json:"Bands"`
	Dimensions []dimensionResult `json:"Dimensions"`
	Items      []itemResult      `json:"Items"`
	Cuts       cuts              `json:"Cuts"`
	Alpha      reliability       `json:"Alpha"`

	ByArea      breakdown `json:"ByArea"`
	ByOwner     breakdown `json:"ByOwner"`
	Cross       [][]cell  `json:"Cross"`
	CrossAreas  []string  `json:"CrossAreas"`
	CrossOwners []string  `json:"CrossOwners"`

	Recommend *recommendation `json:"Recommend"`
	Choices   []count         `json:"Choices"`
	Topics    []count         `json:"Topics"`
	Quotes    []string        `json:"Quotes"`
	Modes     []count         `json:"Modes"`
	Quality   quality         `json:"Quality"`
	Related   []related       `json:"Related"`

	Numbers  map[int64]string `json:"Numbers"`
	Answered []answer         `json:"Answered"`
}

// answer is a measure that came of a problem.
type answer struct {
	Problem int    `json:"Problem"`
	Measure string `json:"Measure"`
}

func (m *mover) answer(k *answer, l *annual.Answer) {
	same(m, &k.Problem, &l.Problem)
	same(m, &k.Measure, &l.Measure)
}

func (m *mover) results(k *results, l *annual.Results) {
	m.form(&k.Form)
	same(m, &k.Year, &l.Year)
	text(m, &k.Scale, &l.Scale)
	same(m, &k.Convenience, &l.Convenience)
	same(m, &k.LastYear, &l.LastYear)
	text(m, &k.Showing, &l.Showing)
	m.sampled(k, l)
	m.scored(k, l)
	m.breakdown(&k.ByArea, &l.ByArea)
	m.breakdown(&k.ByOwner, &l.ByOwner)
	list(m, &k.Cross, &l.Cross, m.cells)
	same(m, &k.CrossAreas, &l.CrossAreas)
	texts(m, &k.CrossOwners, &l.CrossOwners)
	maybe(m, &k.Recommend, &l.Recommend, m.recommendation)
	list(m, &k.Choices, &l.Choices, m.count)
	list(m, &k.Topics, &l.Topics, m.count)
	same(m, &k.Quotes, &l.Quotes)
	list(m, &k.Modes, &l.Modes, m.count)
	m.quality(&k.Quality, &l.Quality)
	list(m, &k.Related, &l.Related, m.related)
	called(m, &k.Numbers, &l.Numbers)
	list(m, &k.Answered, &l.Answered, m.answer)
}

// sampled is what the figures stand on.
func (m *mover) sampled(k *results, l *annual.Results) {
	list(m, &k.Strata, &l.Strata, m.stratumResult)
	m.field(&k.Total, &l.Total)
	list(m, &k.Merged, &l.Merged, m.merge)
	same(m, &k.Unfilled, &l.Unfilled)
	num(m, &k.Loss, &l.Loss)
	m.sampleFit(&k.Areas, &l.Areas)
	m.sampleFit(&k.Owners, &l.Owners)
	maybe(m, &k.Raked, &l.Raked, m.raked)
	num(m, &k.RakedTo, &l.RakedTo)
	maybe(m, &k.Late, &l.Late, m.pair)
}

// scored is the index with all that it is made of.
func (m *mover) scored(k *results, l *annual.Results) {
	maybe(m, &k.Overall, &l.Overall, m.itemResult)
	m.estimate(&k.Index, &l.Index)
	same(m, &k.IndexMiss, &l.IndexMiss)
	maybe(m, &k.IndexLast, &l.IndexLast, m.compared)
	m.estimate(&k.Alike, &l.Alike)
	m.share(&k.Top, &l.Top)
	same(m, &k.Grade, &l.Grade)
	same(m, &k.Bands, &l.Bands)
	list(m, &k.Dimensions, &l.Dimensions, m.dimensionResult)
	list(m, &k.Items, &l.Items, m.itemResult)
	num(m, &k.Cuts.Importance, &l.Cuts.Importance)
	num(m, &k.Cuts.Performance, &l.Cuts.Performance)
	m.reliability(&k.Alpha, &l.Alpha)
}

// cuts part what is important and done well from the rest.
type cuts struct {
	Importance  figure `json:"Importance"`
	Performance figure `json:"Performance"`
}

// recommendation is the score of 0 to 10.
type recommendation struct {
	Estimate   estimate  `json:"Estimate"`
	Promoters  int       `json:"Promoters"`
	Passives   int       `json:"Passives"`
	Detractors int       `json:"Detractors"`
	Last       *compared `json:"Last"`
}

func (m *mover) recommendation(k *recommendation, l *annual.Recommendation) {
	m.estimate(&k.Estimate, &l.Estimate)
	same(m, &k.Promoters, &l.Promoters)
	same(m, &k.Passives, &l.Passives)
	same(m, &k.Detractors, &l.Detractors)
	maybe(m, &k.Last, &l.Last, m.compared)
}

// count is how many sheets said something.
type count struct {
	Code  string `json:"Code"`
	Text  string `json:"Text"`
	N     int    `json:"N"`
	Share figure `json:"Share"`
}

func (m *mover) count(k *count, l *annual.Count) {
	same(m, &k.Code, &l.Code)
	same(m, &k.Text, &l.Text)
	same(m, &k.N, &l.N)
	num(m, &k.Share, &l.Share)
}

// quality is how good the sheets were.
type quality struct {
	Sheets      int    `json:"Sheets"`
	Valid       int    `json:"Valid"`
	Voided      int    `json:"Voided"`
	HalfEmpty   int    `json:"HalfEmpty"`
	Straight    int    `json:"Straight"`
	Fast        int    `json:"Fast"`
	Left        int    `json:"Left"`
	Doubles     int    `json:"Doubles"`
	Back        int    `json:"Back"`
	BackWrong   int    `json:"BackWrong"`
	Second      int    `json:"Second"`
	SecondMarks int    `json:"SecondMarks"`
	SecondOff   int    `json:"SecondOff"`
	Unknown     figure `json:"Unknown"`
}

func (m *mover) quality(k *quality, l *annual.Quality) {
	same(m, &k.Sheets, &l.Sheets)
	same(m, &k.Valid, &l.Valid)
	same(m, &k.Voided, &l.Voided)
	same(m, &k.HalfEmpty, &l.HalfEmpty)
	same(m, &k.Straight, &l.Straight)
	same(m, &k.Fast, &l.Fast)
	same(m, &k.Left, &l.Left)
	same(m, &k.Doubles, &l.Doubles)
	same(m, &k.Back, &l.Back)
	same(m, &k.BackWrong, &l.BackWrong)
	same(m, &k.Second, &l.Second)
	same(m, &k.SecondMarks, &l.SecondMarks)
	same(m, &k.SecondOff, &l.SecondOff)
	num(m, &k.Unknown, &l.Unknown)
}

// related are a dimension's complaints of the year.
type related struct {
	Dimension string   `json:"Dimension"`
	Subjects  []string `json:"Subjects"`
	Issues    []int64  `json:"Issues"`
	Before    int      `json:"Before"`
}

func (m *mover) related(k *related, l *annual.Related) {
	same(m, &k.Dimension, &l.Dimension)
	texts(m, &k.Subjects, &l.Subjects)
	nums(m, &k.Issues, &l.Issues)
	same(m, &k.Before, &l.Before)
}
