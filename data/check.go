package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
)

// Check looks for everything that could be wrong with the file and what belongs
// to it, and tells each as a *Trouble. It reads all of it, which takes a while.
func (s *Store) Check(ctx context.Context) ([]error, error) {
	var found []error
	for _, look := range []func(context.Context) ([]error, error){s.checkPages, s.checkSums, s.checkReferences, s.checkLog, s.checkFiles, s.checkSurveys} {
		these, err := look(ctx)
		if err != nil {
			return found, err
		}
		found = append(found, these...)
	}
	return found, nil
}

// checkPages asks on a connection of its own: FTS5 compares with what a connection
// has read of its index before, and calls it damaged once others have written.
func (s *Store) checkPages(ctx context.Context) ([]error, error) {
	db, err := door(s.readFrom(), url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return told(s.explain(s.verdict(ctx, db, `PRAGMA integrity_check(20)`)))
}

func (s *Store) checkReferences(ctx context.Context) ([]error, error) {
	broken, err := list(ctx, s.ro, func(r row) (error, error) {
		var table, parent string
		var id sql.NullInt64
		var n int
		err := r.Scan(&table, &id, &parent, &n)
		return &Trouble{Kind: Damaged, Path: s.path, Err: fmt.Errorf("%s %d names no %s", table, id.Int64, parent)}, err
	}, `PRAGMA foreign_key_check`)
	return broken, s.explain(err)
}

func (s *Store) checkLog(ctx context.Context) ([]error, error) { return told(s.VerifyAccessLog(ctx)) }

// told parts what was found from what kept us from looking.
func told(err error) ([]error, error) {
	var t *Trouble
	if errors.As(err, &t) {
		return []error{t}, nil
	}
	return nil, err
}
