package annual

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/app/trace"
)

// onSheet is act for what is done to one sheet; one that is not there has no number.
func (d *Desk) onSheet(ctx context.Context, name string, s Stand, no int, decide func(Survey, Sheet, app.Ground, time.Time) (Move, error)) (Move, error) {
	return d.act(ctx, name, s, func(v Survey, g app.Ground, at time.Time) (Move, error) {
		sheet, err := d.Store.Sheet(ctx, v.ID, no)
		if err != nil && !errors.Is(err, app.ErrNotFound) {
			return Move{}, fmt.Errorf("read sheet %d: %w", no, err)
		}
		return decide(v, sheet, g, at)
	})
}

// sheet checks that a sheet is there and counts.
func (f *faults) sheet(s Sheet) {
	f.unless(s.No != 0, "no", "unknown")
	f.unless(!s.Void, "no", "void")
}

// SecondOrder keys a sheet a second time.
type SecondOrder struct {
	Stand
	No    int
	Marks string
	Right string // what was found to be right where the two differ; empty: nobody looked yet
	Why   string // of the correction
}

// Second keys a sheet a second time, by somebody else. Where the two differ, Off
// tells; the sheet is corrected in the same act where it was found which is right,
// else it stays as it is until somebody corrects it.
func (d *Desk) Second(ctx context.Context, o SecondOrder) (Move, error) {
	return d.onSheet(ctx, "key again a sheet of", o.Stand, o.No, func(v Survey, s Sheet, g app.Ground, at time.Time) (Move, error) { return v.Second(o, s, g, at) })
}

// Second decides Desk.Second.
func (v Survey) Second(o SecondOrder, s Sheet, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.asks(g, o.By, v.Plan)
	f.sheets(v)
	f.sheet(s)
	f.unless(s.By != o.By, "by", "keyed-first")
	f.unless(s.Second == "", "no", "keyed-twice")
	f.marks(o.Marks, v.Questionnaire)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	s.First, s.Second, s.SecondBy = s.Marks, o.Marks, o.By
	if o.Right == "" || o.Right == s.Marks {
		return Move{Head: v.Head, Sheets: []Sheet{s}}, nil
	}
	now := s
	now.Marks = o.Right
	return v.Correct(CorrectOrder{Stand: o.Stand, Sheet: now, Why: o.Why}, s, g, at)
}

// Off are the places in Marks that were keyed otherwise the second time, from 0,
// whatever was corrected since; none where nobody did.
func (s Sheet) Off() (all []int) {
	if len(s.Second) != len(s.First) {
		return nil
	}
	for i := range s.First {
		if s.First[i] != s.Second[i] {
			all = append(all, i)
		}
	}
	return all
}

// CorrectOrder corrects what a sheet says. Its Version is the one the person saw.
type CorrectOrder struct {
	Stand
	Sheet Sheet
	Why   string
}

// Correct corrects what a sheet says, with a reason. What it said before is kept.
func (d *Desk) Correct(ctx context.Context, o CorrectOrder) (Move, error) {
	return d.onSheet(ctx, "correct a sheet of", o.Stand, o.Sheet.No, func(v Survey, s Sheet, g app.Ground, at time.Time) (Move, error) {
		if o.Sheet.Version != 0 && o.Sheet.Version != s.Version {
			return Move{}, app.ErrConflict
		}
		return v.Correct(o, s, g, at)
	})
}

// Correct decides Desk.Correct.
func (v Survey) Correct(o CorrectOrder, s Sheet, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.asks(g, o.By, v.Plan)
	f.sheets(v)
	f.sheet(s)
	f.text(o.Why, "reason", true, app.LongestText)
	said := o.Sheet.typed(v.Questionnaire)
	fresh := s
	fresh.Mode, fresh.Marks, fresh.Recommend, fresh.Choices, fresh.Open = said.Mode, said.Marks, said.Recommend, said.Choices, said.Open
	fresh.Since, fresh.Seconds, fresh.Filled, fresh.Asked = said.Since, said.Seconds, said.Filled, said.Asked
	if v.Plan.Convenience && !linked(s.No) {
		fresh.Stratum = said.Stratum
	}
	v.answers(&f, fresh, g, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	diffs := sheetDiffs(s, fresh)
	if len(diffs) == 0 {
		return Move{Head: v.Head}, nil
	}
	return v.altered(s, fresh, o.By, o.Why, diffs, g, at), nil
}

// altered is the move that changes a sheet and keeps how.
func (v Survey) altered(s, fresh Sheet, by app.StaffID, why string, diffs []app.Difference, g app.Ground, at time.Time) Move {
	c := SheetChange{N: len(s.Changes) + 1, At: today(g, at), By: by, Why: strings.TrimSpace(why), Diffs: diffs}
	fresh.Changes = append(slices.Clip(s.Changes), c)
	return Move{Head: v.Head, Sheets: []Sheet{fresh}, Changes: map[int]SheetChange{s.No: c}}
}

// sheetDiffs tells what became different on a sheet. Stratum 0 and a recommendation
// of 0 are answers like any other.
func sheetDiffs(old, fresh Sheet) []app.Difference {
	was, now := old, fresh
	for _, s := range []*Sheet{&was, &now} {
		s.Changes, s.Recommend, s.Stratum, s.Open = nil, 0, 0, nil
	}
	found := trace.Differences("", was, now)
	if old.Stratum != fresh.Stratum {
		found = append(found, app.Difference{Field: "stratum", Old: strconv.Itoa(old.Stratum), New: strconv.Itoa(fresh.Stratum)})
	}
	if old.Recommend != fresh.Recommend {
		found = append(found, app.Difference{Field: "recommend", Old: old.recommended(), New: fresh.recommended()})
	}
	for i := range max(len(old.Open), len(fresh.Open)) {
		if a, b := nth(old.Open, i), nth(fresh.Open, i); a != b {
			found = append(found, app.Difference{Field: "open." + strconv.Itoa(i+1), Old: a, New: b})
		}
	}
	return found
}

func (s Sheet) recommended() string {
	if s.Recommend == NoRecommendation {
		return ""
	}
	return strconv.Itoa(s.Recommend)
}

func nth(all []string, i int) string {
	if i >= len(all) {
		return ""
	}
	return all[i]
}

// VoidOrder takes a sheet out of what counts, or lets it count again.
type VoidOrder struct {
	Stand
	No      int
	Restore bool
	Why     string
}

// Void takes a sheet out of what counts, with a reason, or lets it count again.
func (d *Desk) Void(ctx context.Context, o VoidOrder) (Move, error) {
	return d.onSheet(ctx, "void a sheet of", o.Stand, o.No, func(v Survey, s Sheet, g app.Ground, at time.Time) (Move, error) { return v.Void(o, s, g, at) })
}

// Void decides Desk.Void.
func (v Survey) Void(o VoidOrder, s Sheet, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.sheets(v)
	f.unless(s.No != 0, "no", "unknown")
	f.unless(o.Restore || !s.Void, "no", "void")
	f.unless(!o.Restore || s.Void, "no", "not-void")
	f.text(o.Why, "reason", true, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	fresh := s
	fresh.Void, fresh.Why, fresh.VoidBy = true, strings.TrimSpace(o.Why), o.By
	if o.Restore {
		fresh.Void, fresh.Why, fresh.VoidBy = false, "", 0
	}
	return v.altered(s, fresh, o.By, o.Why, sheetDiffs(s, fresh), g, at), nil
}

// BackOrder says what asking a household again came to.
type BackOrder struct {
	Stand
	No    int
	Found BackCheck
	Note  string // needed where it differs
}

// Back notes that a household was asked again whether the sheet is really its own, by
// somebody who neither asked it nor keyed it in.
func (d *Desk) Back(ctx context.Context, o BackOrder) (Move, error) {
	return d.onSheet(ctx, "check a sheet of", o.Stand, o.No, func(v Survey, s Sheet, g app.Ground, at time.Time) (Move, error) { return v.Back(o, s, g, at) })
}

// Back decides Desk.Back.
func (v Survey) Back(o BackOrder, s Sheet, g app.Ground, _ time.Time) (Move, error) {
	var f faults
	f.asks(g, o.By, v.Plan)
	f.sheets(v)
	f.sheet(s)
	f.unless(s.No == 0 || linked(s.No), "no", "not-linked")
	f.unless(s.By != o.By, "by", "keyed-first")
	f.unless(s.Asked != o.By || s.Asked == 0, "by", "interviewer")
	f.unless(o.Found == Confirmed || o.Found == Differs, "found", "missing")
	f.text(o.Note, "note", o.Found == Differs, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	s.Back, s.BackBy, s.BackNote = o.Found, o.By, strings.TrimSpace(o.Note)
	return Move{Head: v.Head, Sheets: []Sheet{s}}, nil
}

// SortOrder says what the open answers of a sheet are about, and what of them may be
// printed.
type SortOrder struct {
	Stand
	No     int
	Topics []string // codes of dimensions
	Quote  string   // without people, rooms, numbers to call
	Quoted bool     // may be printed
}

// Sort sorts the open answers of a sheet.
func (d *Desk) Sort(ctx context.Context, o SortOrder) (Move, error) {
	return d.onSheet(ctx, "sort a sheet of", o.Stand, o.No, func(v Survey, s Sheet, g app.Ground, at time.Time) (Move, error) { return v.Sort(o, s, g, at) })
}

// Sort decides Desk.Sort.
func (v Survey) Sort(o SortOrder, s Sheet, g app.Ground, _ time.Time) (Move, error) {
	o.Quote = strings.TrimSpace(o.Quote)
	var f faults
	f.may(g, o.By)
	f.open(v, Field, Counted)
	f.sheet(s)
	f.unless(known(o.Topics, codesOf(v.Questionnaire.Dimensions, Dimension.code)), "topics", "unknown")
	f.text(o.Quote, "quote", o.Quoted, app.LongestText)
	f.unless(!o.Quoted || Printable(o.Quote) == o.Quote, "quote", "private")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	s.Topics, s.Quote, s.Quoted = slices.Clone(o.Topics), o.Quote, o.Quoted
	return Move{Head: v.Head, Sheets: []Sheet{s}}, nil
}

// Printable is an open answer without rooms and without numbers to call or addresses
// in it, as a first proposal: names a person must find.
func Printable(text string) string {
	return strings.TrimSpace(register.MaskContacts(register.MaskDoors(text)))
}

// Said are the open answers of a sheet in one text.
func (s Sheet) Said() string {
	all := slices.DeleteFunc(slices.Clone(s.Open), func(text string) bool { return text == "" })
	return strings.Join(all, "\n")
}
