package data

import (
	"context"
	"encoding/json"
	"fmt"

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
	writeAct = func() string {
		var a app.Act
		c := actCells(&a)
		return fmt.Sprintf(`INSERT INTO acts (issue_id, %s) VALUES (?, %s)`, c.names(), c.marks())
	}()
)

// keepAct adds an entry to the timeline; there is no changing one.
func (p *pen) keepAct(ctx context.Context, id app.IssueID, a *app.Act) error {
	values, err := actCells(a).values()
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, writeAct, append([]any{int64(id)}, values...)...); err != nil {
		return fmt.Errorf("keep act: %w", err)
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
