package archive

import (
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
)

// plan is what a survey is done by.
type plan struct {
	Form         int       `json:"Form"`
	Title        string    `json:"Title"`
	Purpose      string    `json:"Purpose"`
	Scope        string    `json:"Scope"`
	Areas        []int64   `json:"Areas"`
	Owners       []string  `json:"Owners"`
	Content      string    `json:"Content"`
	Modes        []string  `json:"Modes"`
	Method       string    `json:"Method"`
	Phoned       float64   `json:"Phoned"`
	Stages       []stage   `json:"Stages"`
	FrameOn      string    `json:"FrameOn"`
	Convenience  bool      `json:"Convenience"`
	Precision    precision `json:"Precision"`
	Rule         string    `json:"Rule"`
	Floor        int       `json:"Floor"`
	Cap          int       `json:"Cap"`
	Way          string    `json:"Way"`
	Seed         uint64    `json:"Seed"`
	Scale        string    `json:"Scale"`
	Bands        []int     `json:"Bands"`
	Interviewers []int64   `json:"Interviewers"`
	Training     string    `json:"Training"`
	Attempts     int       `json:"Attempts"`
	BackCheck    float64   `json:"BackCheck"`
	Second       float64   `json:"Second"`
	Quality      string    `json:"Quality"`
	Secrecy      string    `json:"Secrecy"`
	Keep         string    `json:"Keep"`
	Budget       string    `json:"Budget"`
	Contact      string    `json:"Contact"`
}

func (m *mover) plan(k *plan, l *annual.Plan) {
	m.form(&k.Form)
	same(m, &k.Title, &l.Title)
	same(m, &k.Purpose, &l.Purpose)
	same(m, &k.Scope, &l.Scope)
	nums(m, &k.Areas, &l.Areas)
	texts(m, &k.Owners, &l.Owners)
	same(m, &k.Content, &l.Content)
	texts(m, &k.Modes, &l.Modes)
	same(m, &k.Method, &l.Method)
	num(m, &k.Phoned, &l.Phoned)
	list(m, &k.Stages, &l.Stages, m.stage)
	m.day(&k.FrameOn, &l.FrameOn)
	m.design(k, l)
	nums(m, &k.Interviewers, &l.Interviewers)
	same(m, &k.Training, &l.Training)
	same(m, &k.Attempts, &l.Attempts)
	num(m, &k.BackCheck, &l.BackCheck)
	num(m, &k.Second, &l.Second)
	same(m, &k.Quality, &l.Quality)
	same(m, &k.Secrecy, &l.Secrecy)
	same(m, &k.Keep, &l.Keep)
	same(m, &k.Budget, &l.Budget)
	same(m, &k.Contact, &l.Contact)
}

// design is what the sample is drawn by.
func (m *mover) design(k *plan, l *annual.Plan) {
	same(m, &k.Convenience, &l.Convenience)
	m.precision(&k.Precision, &l.Precision)
	text(m, &k.Rule, &l.Rule)
	same(m, &k.Floor, &l.Floor)
	same(m, &k.Cap, &l.Cap)
	text(m, &k.Way, &l.Way)
	same(m, &k.Seed, &l.Seed)
	text(m, &k.Scale, &l.Scale)
	same(m, &k.Bands, &l.Bands)
}

// stage is one line of the timetable.
type stage struct {
	Key  string `json:"Key"`
	From string `json:"From"`
	To   string `json:"To"`
}

func (m *mover) stage(k *stage, l *annual.Stage) {
	text(m, &k.Key, &l.Key)
	m.day(&k.From, &l.From)
	m.day(&k.To, &l.To)
}

// precision is how exact the survey is to be.
type precision struct {
	Confidence float64 `json:"Confidence"`
	Error      float64 `json:"Error"`
	Share      float64 `json:"Share"`
	Spread     float64 `json:"Spread"`
	Units      int     `json:"Units"`
	Effect     float64 `json:"Effect"`
	Response   float64 `json:"Response"`
}

func (m *mover) precision(k *precision, l *survey.Precision) {
	num(m, &k.Confidence, &l.Confidence)
	num(m, &k.Error, &l.Error)
	num(m, &k.Share, &l.Share)
	num(m, &k.Spread, &l.Spread)
	same(m, &k.Units, &l.Units)
	num(m, &k.Effect, &l.Effect)
	num(m, &k.Response, &l.Response)
}
