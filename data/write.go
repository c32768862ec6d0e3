package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// pen is the one connection that writes. Statements are prepared once and kept.
type pen struct {
	conn  *sql.Conn
	ready map[string]*sql.Stmt
}

// write runs do in one transaction: all of it is kept, or none.
func (s *Store) write(ctx context.Context, do func(*pen) error) error {
	return s.jot(ctx, func(p *pen) error {
		if err := s.heed(ctx, p); err != nil {
			return err
		}
		return do(p)
	})
}

// A transaction is called off before it begins, while it is at work or before it is
// kept, but neither beginning nor keeping is itself: whoever is told that it was
// called off would not know whether it had happened, and one that had begun would
// never end.
func (p *pen) transact(ctx context.Context, do func(*pen) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	whole := context.WithoutCancel(ctx)
	if _, err := p.exec(whole, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	kept := false
	defer func() {
		if !kept { // SQLite may have rolled back by itself; a second time does no harm
			p.exec(whole, `ROLLBACK`)
		}
	}()
	if err := do(p); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := p.exec(whole, `COMMIT`); err != nil {
		return err
	}
	kept = true
	return nil
}

// stmt prepares a statement, or takes the one prepared before.
func (p *pen) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if st, ok := p.ready[query]; ok {
		return st, nil
	}
	st, err := p.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %.60q: %w", query, err)
	}
	p.ready[query] = st
	return st, nil
}

func (p *pen) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	st, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(ctx, args...)
}

// insert runs an INSERT and tells the id of the new row.
func (p *pen) insert(ctx context.Context, query string, args ...any) (int64, error) {
	done, err := p.exec(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

// one asks for a single row.
func (p *pen) one(ctx context.Context, query string, args []any, into ...any) error {
	st, err := p.stmt(ctx, query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(ctx, args...).Scan(into...)
}

// ask lets list and others read what this transaction has written.
func (p *pen) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

func (p *pen) close() error {
	var errs []error
	for _, st := range p.ready {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, p.conn.Close())...)
}
