package data

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"ownerdesk/app"
)

func actCells(a *app.Act) cells {
	return cells{
		{"n", &a.N},
		{"round", &a.Round},
		{"kind", &a.Kind},
		{"at", moment{&a.At}},
		{"by_id", to(&a.By)},
		{"note", &a.Note},
		{"diffs", differences{&a.Diffs}},
	}
}

var (
	readActs = `SELECT ` + namesOf(actCells) + ` FROM acts WHERE issue_id = ? ORDER BY n`
	// writeActs are the statements that write one act, two acts …
	writeActs = func() (all [mostActs + 1]string) {
		var a app.Act
		c := actCells(&a)
		marks := "(?, " + c.marks() + ")"
		for n := 1; n <= mostActs; n++ {
			all[n] = fmt.Sprintf(`INSERT INTO acts (issue_id, %s) VALUES %s`, c.names(), marks+strings.Repeat(", "+marks, n-1))
		}
		return all
	}()
)

// keepAct adds an entry to the timeline; there is no changing one.
func (p *pen) keepAct(ctx context.Context, id app.IssueID, a *app.Act) error {
	return p.keepActs(ctx, id, []app.Act{*a})
}

// mostActs is how many entries one statement writes.
const mostActs = 8

// keepActs adds entries to the timeline, several in one statement: in bulk they
// are half of all rows.
func (p *pen) keepActs(ctx context.Context, id app.IssueID, acts []app.Act) error {
	for len(acts) > 0 {
		some := acts[:min(mostActs, len(acts))]
		acts = acts[len(some):]
		var args []any
		for i := range some {
			values, err := actCells(&some[i]).values()
			if err != nil {
				return err
			}
			args = append(append(args, int64(id)), values...)
		}
		if _, err := p.exec(ctx, writeActs[len(some)], args...); err != nil {
			return fmt.Errorf("keep act: %w", err)
		}
	}
	return nil
}

// differences keeps what an act changed as rows of [field, old, new].
type differences struct{ of *[]app.Difference }

func (d differences) value() any {
	if len(*d.of) == 0 {
		return "[]"
	}
	rows := make([][3]string, len(*d.of))
	for i, one := range *d.of {
		rows[i] = [3]string{one.Field, one.Old, one.New}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return "[]" // strings are always fit for JSON
	}
	return string(text)
}

// Scan reads what value wrote.
func (d differences) Scan(v any) error {
	text, _ := v.(string)
	*d.of = nil
	if text == "[]" {
		return nil
	}
	var rows [][3]string
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return fmt.Errorf("differences of an act: %w", err)
	}
	for _, r := range rows {
		*d.of = append(*d.of, app.Difference{Field: r[0], Old: r[1], New: r[2]})
	}
	return nil
}
