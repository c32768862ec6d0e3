package data

import (
	"context"
	"database/sql"
)

// pool is the connections that only read. What is asked of it within Still is
// answered from the state of the file that stands still there.
type pool struct{ *sql.DB }

// stillOf is under what a context carries the state that a pool is asked in.
type stillOf struct{ db *sql.DB }

// QueryContext asks in the state that the context carries; else in that of now.
func (p pool) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if tx := p.still(ctx); tx != nil {
		return tx.QueryContext(ctx, query, args...)
	}
	return p.DB.QueryContext(ctx, query, args...)
}

func (p pool) still(ctx context.Context) asker {
	q, _ := ctx.Value(stillOf{p.DB}).(asker)
	return q
}

// Still runs do on one state of the file, that of its first question: whatever is
// asked with the context that it hands on, by however many methods, is answered from
// there, and what is written meanwhile is not seen. It is for figures that are made of
// several questions and must fit together.
func (s *Store) Still(ctx context.Context, do func(context.Context) error) error {
	if s.ro.still(ctx) != nil {
		return do(ctx)
	}
	tx, err := s.ro.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	return do(context.WithValue(ctx, stillOf{s.ro.DB}, tx))
}

// withPen is under what a context carries the transaction in which its writing is one.
type withPen struct{ of *Store }

// Together keeps all that do writes with the context that it hands on, by however many
// methods, in one transaction: all of it, or none. What is asked with it sees what was
// written there.
func (s *Store) Together(ctx context.Context, do func(context.Context) error) error {
	return s.write(ctx, func(p *pen) error {
		ctx := context.WithValue(ctx, withPen{s}, p)
		return do(context.WithValue(ctx, stillOf{s.ro.DB}, p))
	})
}

// read is Still for one method of the store, which asks the state itself.
func (s *Store) read(ctx context.Context, do func(asker) error) error {
	return s.Still(ctx, func(ctx context.Context) error { return s.explain(do(s.ro.still(ctx))) })
}
