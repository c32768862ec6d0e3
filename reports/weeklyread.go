package reports

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

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
