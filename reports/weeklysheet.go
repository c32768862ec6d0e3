package reports

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/sheet"
)

// A filled is one column of a sheet that a department fills in without this
// program: the key of its heading, the part of the record's key it stands for,
// what it shows of a row, and how what was written comes back into it.
type filled[T any] struct {
	key, part string
	kind      sheet.ColumnKind
	show      func(seated, T) string
	take      func(weekReader, *T, string) bool // false when it is not understood
}

func asText[T any](key, part string, of func(*T) *string) filled[T] {
	return filled[T]{key, part, sheet.Text,
		func(v seated, row T) string { return v.free(*of(&row)) },
		func(_ weekReader, row *T, said string) bool { *of(row) = said; return true }}
}

func asCount[T any](key, part string, of func(*T) *int) filled[T] {
	return filled[T]{key, part, sheet.Int,
		func(_ seated, row T) string { return counted(*of(&row)) },
		func(_ weekReader, row *T, said string) bool {
			n, err := strconv.ParseFloat(or(said, "0"), 64)
			*of(row) = int(n)
			return err == nil && n == math.Trunc(n) && n >= 0 && n <= 1e6
		}}
}

var weekAccounts = []filled[meeting.Account]{
	{"paper.col.module", "module", sheet.Text,
		func(v seated, a meeting.Account) string { return v.module(a.Module) },
		func(r weekReader, a *meeting.Account, said string) bool {
			a.Module = meeting.Module(r.coded(said, "code.", modules()))
			return said == "" || a.Module != ""
		}},
	asText("paper.col.week-done", "done", func(a *meeting.Account) *string { return &a.Done }),
	asText("paper.col.doing", "doing", func(a *meeting.Account) *string { return &a.Doing }),
	asText("paper.weekly.plan", "next", func(a *meeting.Account) *string { return &a.Next }),
	asText("paper.weekly.needs", "needs", func(a *meeting.Account) *string { return &a.Needs }),
	asCount("paper.col.rounds", "rounds", func(a *meeting.Account) *int { return &a.Rounds }),
	asCount("paper.col.found", "found", func(a *meeting.Account) *int { return &a.Found }),
	asCount("paper.col.mended", "mended", func(a *meeting.Account) *int { return &a.Mended }),
}

var weekProblems = []filled[meeting.Problem]{
	asText("paper.problem.what", "title", func(p *meeting.Problem) *string { return &p.Title }),
	asText("paper.problem.cause", "cause", func(p *meeting.Problem) *string { return &p.Cause }),
	asText("paper.problem.taken", "taken", func(p *meeting.Problem) *string { return &p.Taken }),
	asText("paper.problem.plan", "plan", func(p *meeting.Problem) *string { return &p.Plan }),
	asText("paper.problem.person", "person", func(p *meeting.Problem) *string { return &p.Person }),
	{"paper.problem.due", "due", sheet.Date,
		func(v seated, p meeting.Problem) string { return v.day(p.Due) },
		func(_ weekReader, p *meeting.Problem, said string) (read bool) {
			if p.Due = (workday.Date{}); said == "" {
				return true
			}
			p.Due, read = dayOf(said)
			return read
		}},
}

var weekGuests = []filled[meeting.Guest]{
	{"paper.col.name", "name", sheet.Text,
		func(v seated, g meeting.Guest) string { return v.guest(g) },
		func(r weekReader, g *meeting.Guest, said string) bool {
			if g.Staff = r.somebody(said); g.Staff == 0 {
				g.Name = said
			}
			return said != ""
		}},
	{"paper.col.presence", "presence", sheet.Text,
		func(v seated, g meeting.Guest) string { return v.presence(g.Presence) },
		func(r weekReader, g *meeting.Guest, said string) bool {
			g.Presence = meeting.Presence(r.coded(said, "presence.", presences()))
			return said == "" || g.Presence != ""
		}},
	asText("paper.col.note", "note", func(g *meeting.Guest) *string { return &g.Note }),
}

func modules() (all []string) {
	for _, m := range meeting.Modules {
		all = append(all, string(m))
	}
	return all
}

func presences() (all []string) {
	for _, p := range meeting.Presences {
		all = append(all, string(p))
	}
	return all
}

func (v seated) presence(p meeting.Presence) string {
	if p == "" {
		return ""
	}
	return v.Say("presence." + string(p))
}

// dayOf reads a day as people write it into a cell.
func dayOf(said string) (workday.Date, bool) {
	t, err := time.Parse("2006-1-2", strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(said))
	return workday.DayOf(t), err == nil
}

// The sheets of the workbook, by the keys of their names.
const (
	weekHeadSheet     = "paper.weekly"
	weekAccountsSheet = "paper.weekly.accounts"
	weekProblemsSheet = "paper.weekly.problems"
	weekGuestsSheet   = "paper.weekly.guests"
)

// WriteWeekly writes a department's weekly record as a workbook to be filled in
// without this program, and to be read back by ReadWeekly.
func WriteWeekly(out io.Writer, f Facts, s Sitting) error {
	v := f.seat(s, false)
	head := v.toFill(weekHeadSheet, []sheet.Column{{Title: f.Say("paper.col.key"), Width: 24}, {Title: f.Say("paper.col.value"), Width: 70}}, [][]any{
		{f.Say("list.number"), s.Number}, {f.Say("paper.week.no"), v.week()}, {f.Say("paper.col.dept"), f.Dept(s.Dept)},
		{f.Say("paper.contact"), f.Staff(s.Contact)}, {f.Say("paper.weekly.how"), f.Say("paper.weekly.how.text")},
	})
	_, err := sheet.Write(out, head,
		fill(v, weekAccountsSheet, weekAccounts, meeting.Live(s.Accounts), map[string][]string{"module": v.said("code.", modules())}),
		fill(v, weekProblemsSheet, weekProblems, meeting.Live(s.Problems), nil),
		fill(v, weekGuestsSheet, weekGuests, meeting.Live(s.Guests), map[string][]string{"presence": v.said("presence.", presences())}))
	if err != nil {
		return fmt.Errorf("write the sheet of %s: %w", s.Number, err)
	}
	return nil
}

func (v seated) said(prefix string, codes []string) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = v.Say(prefix + c)
	}
	return all
}

func (v seated) toFill(key string, columns []sheet.Column, rows [][]any) sheet.Table {
	return v.listed(key, Month{Title: v.week()}, columns, rows)
}

// fill is a sheet with the rows there are; the first column keeps their numbers.
func fill[T any, P interface {
	*T
	Number() int
}](v seated, key string, columns []filled[T], rows []T, choices map[string][]string) sheet.Table {
	heads := []sheet.Column{{Title: v.Say("paper.col.row"), Kind: sheet.Int, Width: 8}}
	for _, c := range columns {
		heads = append(heads, sheet.Column{Title: v.Say(c.key), Kind: c.kind, Choices: choices[c.part], Width: fillWidth(c.kind)})
	}
	var lines [][]any
	for _, row := range rows {
		line := []any{P(&row).Number()}
		for _, c := range columns {
			line = append(line, celled(c.kind, c.show(v, row)))
		}
		lines = append(lines, line)
	}
	return v.toFill(key, heads, lines)
}

func fillWidth(k sheet.ColumnKind) float64 {
	if k == sheet.Text {
		return 24
	}
	return 12
}

// celled is a text as a number where it is one of a column of counts.
func celled(k sheet.ColumnKind, said string) any {
	if n, err := strconv.Atoi(said); k == sheet.Int && err == nil {
		return n
	}
	if said == "" {
		return nil
	}
	return said
}
