package archive

import "ownerdesk/app/survey"

// estimate is what a sample says of a mean.
type estimate struct {
	N      int     `json:"N"`
	Mean   figure  `json:"Mean"`
	SE     figure  `json:"SE"`
	DF     figure  `json:"DF"`
	Low    figure  `json:"Low"`
	High   figure  `json:"High"`
	DEFF   figure  `json:"DEFF"`
	Merged []merge `json:"Merged"`
}

func (m *mover) estimate(k *estimate, l *survey.Estimate) {
	same(m, &k.N, &l.N)
	num(m, &k.Mean, &l.Mean)
	num(m, &k.SE, &l.SE)
	num(m, &k.DF, &l.DF)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	num(m, &k.DEFF, &l.DEFF)
	list(m, &k.Merged, &l.Merged, m.merge)
}

// merge are strata that were put together.
type merge struct {
	Strata []int `json:"Strata"`
	Empty  []int `json:"Empty"`
}

func (m *mover) merge(k *merge, l *survey.Merge) {
	same(m, &k.Strata, &l.Strata)
	same(m, &k.Empty, &l.Empty)
}

// share is what a sample says of a share.
type share struct {
	N         int     `json:"N"`
	P         figure  `json:"P"`
	SE        figure  `json:"SE"`
	Effective figure  `json:"Effective"`
	Low       figure  `json:"Low"`
	High      figure  `json:"High"`
	Merged    []merge `json:"Merged"`
}

func (m *mover) share(k *share, l *survey.Share) {
	same(m, &k.N, &l.N)
	num(m, &k.P, &l.P)
	num(m, &k.SE, &l.SE)
	num(m, &k.Effective, &l.Effective)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	list(m, &k.Merged, &l.Merged, m.merge)
}

// field is how the field work went.
type field struct {
	Issued     int `json:"Issued"`
	Ineligible int `json:"Ineligible"`
	Contacted  int `json:"Contacted"`
	Refused    int `json:"Refused"`
	Valid      int `json:"Valid"`
}

func (m *mover) field(k *field, l *survey.Field) {
	same(m, &k.Issued, &l.Issued)
	same(m, &k.Ineligible, &l.Ineligible)
	same(m, &k.Contacted, &l.Contacted)
	same(m, &k.Refused, &l.Refused)
	same(m, &k.Valid, &l.Valid)
}

// raked are weights by margins.
type raked struct {
	Weights []figure `json:"Weights"`
	Rounds  int      `json:"Rounds"`
	Miss    figure   `json:"Miss"`
	Capped  int      `json:"Capped"`
	Loss    figure   `json:"Loss"`
}

func (m *mover) raked(k *raked, l *survey.Raked) {
	nums(m, &k.Weights, &l.Weights)
	same(m, &k.Rounds, &l.Rounds)
	num(m, &k.Miss, &l.Miss)
	same(m, &k.Capped, &l.Capped)
	num(m, &k.Loss, &l.Loss)
}

// verdict is what a test came to.
type verdict struct {
	Statistic figure `json:"Statistic"`
	DF        figure `json:"DF"`
	DF2       figure `json:"DF2"`
	P         figure `json:"P"`
	Small     bool   `json:"Small"`
}

func (m *mover) verdict(k *verdict, l *survey.Verdict) {
	num(m, &k.Statistic, &l.Statistic)
	num(m, &k.DF, &l.DF)
	num(m, &k.DF2, &l.DF2)
	num(m, &k.P, &l.P)
	same(m, &k.Small, &l.Small)
}

// pair are two groups held against each other.
type pair struct {
	A          int     `json:"A"`
	B          int     `json:"B"`
	Difference figure  `json:"Difference"`
	Low        figure  `json:"Low"`
	High       figure  `json:"High"`
	Verdict    verdict `json:"Verdict"`
	Adjusted   figure  `json:"Adjusted"`
}

func (m *mover) pair(k *pair, l *survey.Pair) {
	same(m, &k.A, &l.A)
	same(m, &k.B, &l.B)
	num(m, &k.Difference, &l.Difference)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	m.verdict(&k.Verdict, &l.Verdict)
	num(m, &k.Adjusted, &l.Adjusted)
}

// change is the difference to an earlier survey.
type change struct {
	Difference figure  `json:"Difference"`
	SE         figure  `json:"SE"`
	Low        figure  `json:"Low"`
	High       figure  `json:"High"`
	Verdict    verdict `json:"Verdict"`
}

func (m *mover) change(k *change, l *survey.Change) {
	num(m, &k.Difference, &l.Difference)
	num(m, &k.SE, &l.SE)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	m.verdict(&k.Verdict, &l.Verdict)
}

// independence is what a test of a table came to.
type independence struct {
	Verdict  verdict    `json:"Verdict"`
	Expected [][]figure `json:"Expected"`
	Fit      bool       `json:"Fit"`
}

func (m *mover) independence(k *independence, l *survey.Independence) {
	m.verdict(&k.Verdict, &l.Verdict)
	list(m, &k.Expected, &l.Expected, func(k *[]figure, l *[]float64) { nums(m, k, l) })
	same(m, &k.Fit, &l.Fit)
}

// reliability is Cronbach's alpha.
type reliability struct {
	N     int    `json:"N"`
	K     int    `json:"K"`
	Value figure `json:"Value"`
	Low   figure `json:"Low"`
	High  figure `json:"High"`
	Items []tie  `json:"Items"`
}

func (m *mover) reliability(k *reliability, l *survey.Reliability) {
	same(m, &k.N, &l.N)
	same(m, &k.K, &l.K)
	num(m, &k.Value, &l.Value)
	num(m, &k.Low, &l.Low)
	num(m, &k.High, &l.High)
	list(m, &k.Items, &l.Items, m.tie)
}

// tie is how an item hangs together with the rest.
type tie struct {
	Dropped     figure `json:"Dropped"`
	Correlation figure `json:"Correlation"`
}

func (m *mover) tie(k *tie, l *survey.Tie) {
	num(m, &k.Dropped, &l.Dropped)
	num(m, &k.Correlation, &l.Correlation)
}
