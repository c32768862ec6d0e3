package console

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ownerdesk/app/survey"
	"ownerdesk/reports/sheet"
)

// surveyOrder is what is estimated, and how.
type surveyOrder struct {
	frame, answers string
	strata, items  []string
	raw, noFPC     bool
}

// survey tells what a survey says, of two files or of the office's own.
func (c *call) survey(ctx context.Context, args []string) error {
	for _, what := range []struct {
		name string
		run  func(*call, context.Context, []string) error
	}{{"estimate", (*call).estimate}, {"results", (*call).results}, {"report", (*call).surveyReport}} {
		if len(args) > 0 && args[0] == what.name {
			return what.run(c, ctx, args[1:])
		}
	}
	return misled("console.survey.what")
}

// estimate reckons what the answers in a file say of a frame in another; it needs
// no office.
func (c *call) estimate(_ context.Context, args []string) error {
	o := c.options()
	frame, answers, strata, items := o.text("frame", ""), o.text("answers", ""), o.text("strata", ""), o.text("items", "")
	raw, noFPC, asJSON := o.flag("raw"), o.flag("no-fpc"), o.flag("json")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return misled("console.extra", rest[0])
	case *frame == "" || *answers == "" || *strata == "":
		return misled("console.survey.files")
	}
	order := surveyOrder{*frame, *answers, named(*strata), named(*items), *raw, *noFPC}
	if err := order.check(); err != nil {
		return err
	}
	d, s, err := c.surveyFiles(order)
	if err != nil {
		return err
	}
	scale := survey.Hundred
	if order.raw {
		scale = survey.Raw
	}
	a, err := d.Analyse(s, scale)
	if errors.Is(err, survey.ErrNoAnswers) {
		return refused("console.survey.at.file", filepath.Base(order.answers), c.words.Say("console.survey.problem.no-answers"))
	}
	if err != nil {
		return err
	}
	if *asJSON {
		return c.surveyJSON(order.strata, d, a)
	}
	return c.surveyWords(d, a, order.raw)
}

// named are names with commas between.
func named(typed string) []string {
	var names []string
	for name := range strings.SplitSeq(typed, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// check tells what is wrong with the names of columns, before a file is read.
func (o surveyOrder) check() error {
	all := slices.Concat(o.strata, o.items)
	for i, name := range all {
		if slices.Contains(all[:i], name) {
			return misled("console.survey.twice", name)
		}
	}
	switch {
	case len(o.strata) == 0:
		return misled("console.survey.files")
	case slices.Contains(o.strata, survey.UnitsColumn) || slices.Contains(o.strata, "n"):
		return misled("console.survey.units")
	}
	return nil
}

// surveyFiles reads both files, and says of each what is wrong and where.
func (c *call) surveyFiles(o surveyOrder) (d survey.Design, s survey.Sheets, err error) {
	frame, err := tableOf(o.frame)
	if err != nil {
		return d, s, err
	}
	answers, err := tableOf(o.answers)
	if err != nil {
		return d, s, err
	}
	strata, lines, err := survey.ReadFrame(frame, o.strata)
	if err == nil {
		s, err = survey.ReadSheets(answers, strata, lines, o.strata, o.items, o.raw)
	}
	var p survey.Problem
	if errors.As(err, &p) {
		return d, s, c.surveyProblem(o, p)
	}
	return survey.Design{Strata: strata, NoCorrection: o.noFPC}, s, err
}

// tableOf reads the first sheet of a file that is not hidden.
func tableOf(path string) ([][]string, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, refused("console.gone", path)
	}
	book, err := sheet.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for _, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		rows := make([][]string, len(s.Rows))
		for i, row := range s.Rows {
			rows[i] = make([]string, len(row))
			for j, cell := range row {
				rows[i][j] = cell.Text
			}
		}
		return rows, nil
	}
	return nil, nil
}

// surveyProblem names file, row and column.
func (c *call) surveyProblem(o surveyOrder, p survey.Problem) error {
	file := filepath.Base(o.frame)
	if p.Answers {
		file = filepath.Base(o.answers)
	}
	var with []any
	switch p.Kind {
	case survey.NoSize, survey.TwoStrata, survey.NoStratum, survey.OutOfRange, survey.NoNumber, survey.MoreAnswers:
		with = append(with, p.Value)
	}
	text := c.words.Say("console.survey.problem."+string(p.Kind), with...)
	if p.Row == 0 {
		return refused("console.survey.at.file", file, text)
	}
	return refused("console.survey.at", file, p.Row, p.Column, text)
}
