package reports

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
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
	t := v.listed(key, Month{Title: v.week()}, columns, rows)
	return t
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

// ErrOtherSheet says that a workbook was not made for this record.
var ErrOtherSheet = errors.New("the sheet of another record")

// Unread is a cell that was not understood; its row keeps what it had.
type Unread struct {
	Sheet  string
	Row    int
	Column string
	Text   string
}

// Unread says where something was not understood.
func (f Facts) Unread(u Unread) string {
	return f.Say("paper.unread", u.Sheet, u.Row, u.Column, u.Text)
}

// ReadWeekly reads a sheet of WriteWeekly that was filled in, in whichever
// language it was written, and gives the order that makes the record say the
// same: meeting.Desk.Preview tells what that would change. Rows that were taken
// out are struck, those without a number are new.
func ReadWeekly(f Facts, s Sitting, book sheet.Book) (o meeting.ChangeOrder, unread []Unread, err error) {
	r := weekReader{seated: f.seat(s, false)}
	for _, l := range lang.All {
		w, err := lang.Load(l)
		if err != nil {
			return o, nil, err
		}
		r.all = append(r.all, w)
	}
	o.Record, o.Version = s.ID, s.Version
	head, there := r.sheet(book, weekHeadSheet)
	if !there || !slices.ContainsFunc(head.Rows, func(row []sheet.Cell) bool { return len(row) > 1 && strings.TrimSpace(row[1].Text) == s.Number }) {
		return o, nil, ErrOtherSheet
	}
	if contact, said := r.value(head, "paper.contact"); said && contact != f.Staff(s.Contact) {
		d := s.Details
		if d.Contact = r.somebody(contact); d.Contact == 0 && contact != "" {
			r.unread = append(r.unread, Unread{head.Name, 0, f.Say("paper.contact"), contact})
		} else {
			o.Details = &d
		}
	}
	if rows, there := read(&r, book, weekAccountsSheet, weekAccounts, s.Accounts, meeting.Account{Dept: s.Dept}); there {
		o.Accounts = &rows
	}
	if rows, there := read(&r, book, weekProblemsSheet, weekProblems, s.Problems, meeting.Problem{ByHand: true, Dept: s.Dept}); there {
		o.Problems = &rows
	}
	if rows, there := read(&r, book, weekGuestsSheet, weekGuests, s.Guests, meeting.Guest{Group: "GU-STAFF", Dept: s.Dept}); there {
		o.Guests = &rows
	}
	return o, r.unread, nil
}

// A weekReader reads the sheets of one record.
type weekReader struct {
	seated
	all    []lang.Words
	unread []Unread
}

// says reports whether a text is what some language says for a key.
func (r weekReader) says(text, key string) bool {
	text = strings.TrimSpace(text)
	return slices.ContainsFunc(r.all, func(w lang.Words) bool { return text == w.Say(key) }) || text == r.Say(key)
}

// coded finds the code that is said in some language.
func (r weekReader) coded(said, prefix string, codes []string) string {
	for _, c := range codes {
		if said != "" && r.says(said, prefix+c) {
			return c
		}
	}
	return ""
}

// somebody finds one of us by the name.
func (r weekReader) somebody(name string) app.StaffID {
	for id, one := range r.Ground.Staff {
		if one.Name == name && !one.Closed {
			return id
		}
	}
	return 0
}

func (r weekReader) sheet(book sheet.Book, key string) (sheet.Sheet, bool) {
	for _, s := range book.Sheets {
		if r.says(s.Name, key) {
			return s, true
		}
	}
	return sheet.Sheet{}, false
}

// value is what stands beside a label of the first sheet.
func (r weekReader) value(s sheet.Sheet, key string) (string, bool) {
	for _, row := range s.Rows {
		if len(row) > 0 && r.says(row[0].Text, key) {
			if len(row) == 1 {
				return "", true
			}
			return strings.TrimSpace(row[1].Text), true
		}
	}
	return "", false
}

// read reads the rows of a list. What a cell shows as it was written out stays as
// it was, for some of it was masked.
func read[T any, P interface {
	*T
	Number() int
}](r *weekReader, book sheet.Book, key string, columns []filled[T], had []T, fresh T) ([]T, bool) {
	s, there := r.sheet(book, key)
	if !there {
		return nil, false
	}
	heads, first := headings(*r, s, columns)
	if first == 0 {
		return nil, false
	}
	var rows []T
	for i, cells := range s.Rows[first:] {
		text := func(at int) string {
			if at < 0 || at >= len(cells) {
				return ""
			}
			return strings.TrimSpace(cells[at].Text)
		}
		if !slices.ContainsFunc(cells, func(c sheet.Cell) bool { return strings.TrimSpace(c.Text) != "" }) {
			continue
		}
		row := fresh
		if n, err := strconv.Atoi(text(heads[0])); err == nil && n > 0 && n <= len(had) {
			row = had[n-1]
		} else if text(heads[0]) != "" {
			r.unread = append(r.unread, Unread{s.Name, first + i + 1, r.Say("paper.col.row"), text(heads[0])})
			continue
		}
		for k, c := range columns {
			said := text(heads[k+1])
			if heads[k+1] < 0 || said == c.show(r.seated, row) {
				continue
			}
			was := row
			if !c.take(*r, &row, said) {
				row = was
				r.unread = append(r.unread, Unread{s.Name, first + i + 1, r.Say(c.key), said})
			}
		}
		rows = append(rows, row)
	}
	return rows, true
}

// headings finds the row of the headings and where each column stands, -1 for one
// that is gone; the first is that of the rows' numbers. It gives the row after.
func headings[T any](r weekReader, s sheet.Sheet, columns []filled[T]) (at []int, first int) {
	for i, row := range s.Rows[:min(len(s.Rows), 10)] {
		find := func(key string) int {
			return slices.IndexFunc(row, func(c sheet.Cell) bool { return r.says(c.Text, key) })
		}
		at = []int{find("paper.col.row")}
		for _, c := range columns {
			at = append(at, find(c.key))
		}
		if at[0] >= 0 && slices.Max(at[1:]) >= 0 {
			return at, i + 1
		}
	}
	return nil, 0
}

// Differences words what a sheet that was read back says differently, one line a
// cell, from the differences of a preview.
func Differences(f Facts, s Sitting, diffs []app.Difference) []string {
	v := f.seat(s, false)
	var said []string
	for _, d := range diffs {
		parts := strings.Split(d.Field, ".")
		switch {
		case d.Field == "contact":
			said = append(said, v.differs(f.Say("paper.contact"), f.Staff(staffOf(d.Old)), f.Staff(staffOf(d.New))))
		case len(parts) == 3:
			said = append(said, v.rowDiffers(parts[0], parts[1], parts[2], d))
		}
	}
	return slices.DeleteFunc(said, func(s string) bool { return s == "" })
}

func staffOf(id string) app.StaffID {
	n, _ := strconv.ParseInt(id, 10, 64)
	return app.StaffID(n)
}

// rowDiffers is one field of one row.
func (v seated) rowDiffers(list, n, part string, d app.Difference) string {
	keys := map[string]string{}
	name := ""
	add := func(key, part string) { keys[part] = key }
	switch list {
	case "accounts":
		name = weekAccountsSheet
		for _, c := range weekAccounts {
			add(c.key, c.part)
		}
	case "problems":
		name = weekProblemsSheet
		for _, c := range weekProblems {
			add(c.key, c.part)
		}
	case "guests":
		name = weekGuestsSheet
		for _, c := range weekGuests {
			add(c.key, c.part)
		}
		add("paper.col.name", "staff")
	}
	where := v.Say("paper.row", v.Say(name), n)
	if part == "gone" {
		return v.Say("paper.struck", where)
	}
	if keys[part] == "" {
		return "" // goes along with what a person wrote
	}
	return v.differs(dotted(where, v.Say(keys[part])), v.spelt(part, d.Old), v.spelt(part, d.New))
}

func (v seated) spelt(part, value string) string {
	switch {
	case value == "":
		return ""
	case part == "module":
		return v.Say("code." + value)
	case part == "presence":
		return v.Say("presence." + value)
	case part == "staff":
		return v.Staff(staffOf(value))
	}
	return v.free(value)
}

func (v seated) differs(label, before, after string) string {
	switch {
	case before == "":
		return v.Say("act.now", label, after)
	case after == "":
		return v.Say("act.gone", label, before)
	}
	return v.Say("act.changed", label, before, after)
}
