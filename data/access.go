package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"ownerdesk/app"
)

func accessCells(a *app.Access) cells {
	return cells{
		{"at", moment{&a.At}},
		{"by_id", to(&a.By)},
		{"issue_id", to(&a.Issue)},
		{"person_id", to(&a.Person)},
		{"fields", &a.Fields},
		{"reason", &a.Reason},
		{"action", &a.Action},
	}
}

// noHash stands before the first entry.
var noHash = strings.Repeat("0", 64)

// chained is the hash of an entry that follows the one with the hash before.
// Lengths keep two entries that differ only in where a field ends apart.
func chained(before string, a app.Access) string {
	h := sha256.New()
	for _, field := range []string{
		before, stamp(a.At), fmt.Sprint(int64(a.By)), fmt.Sprint(int64(a.Issue)), fmt.Sprint(int64(a.Person)),
		a.Fields, a.Reason, a.Action,
	} {
		fmt.Fprintf(h, "%d:%s", len(field), field)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// LogAccess appends to the chain of who saw whose data, all or nothing.
func (s *Store) LogAccess(ctx context.Context, looks ...app.Access) error {
	return s.write(ctx, func(p *pen) error {
		before := noHash
		last, err := list(ctx, p, value[string], `SELECT hash FROM access_log ORDER BY id DESC LIMIT 1`)
		if err != nil {
			return err
		}
		for _, before = range last {
		}
		for _, a := range looks {
			c := accessCells(&a)
			values, err := c.values()
			if err != nil {
				return err
			}
			before = chained(before, a)
			if _, err := p.exec(ctx, `INSERT INTO access_log (`+c.names()+`, hash) VALUES (`+c.marks()+`, ?)`, append(values, before)...); err != nil {
				return err
			}
		}
		return nil
	})
}

// AccessLog lists who saw whose data between two moments, the newest first.
func (s *Store) AccessLog(ctx context.Context, from, until time.Time, limit int) ([]app.Access, error) {
	return list(ctx, s.ro, scanner(accessCells), `SELECT `+namesOf(accessCells)+` FROM access_log
		WHERE at >= ? AND at < ? ORDER BY id DESC LIMIT ?`, stamp(from), stamp(until), limit)
}

// VerifyAccessLog checks the chain from its beginning; a *Trouble of the kind
// LogBroken says at which entry it does not hold.
func (s *Store) VerifyAccessLog(ctx context.Context) error {
	rows, err := s.ro.QueryContext(ctx, `SELECT id, hash, `+namesOf(accessCells)+` FROM access_log ORDER BY id`)
	if err != nil {
		return s.explain(err)
	}
	defer rows.Close()
	before, n := noHash, int64(0)
	for rows.Next() {
		var id int64
		var hash string
		var a app.Access
		if err := rows.Scan(append([]any{&id, &hash}, accessCells(&a).fields()...)...); err != nil {
			return err
		}
		n++
		if before = chained(before, a); before != hash || id != n {
			return errors.Join(&Trouble{Kind: LogBroken, Path: s.path, Err: fmt.Errorf("entry %d", n)}, rows.Close())
		}
	}
	return rows.Err()
}
