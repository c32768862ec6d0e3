package data

import (
	"context"
	"database/sql"
	"errors"

	"ownerdesk/app"
)

// row is what one line of an answer can be read from.
type row interface{ Scan(...any) error }

// asker is whoever can be asked: a reader, a reading transaction, the pen.
type asker interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// list asks query and reads every line of the answer with scan.
func list[T any](ctx context.Context, q asker, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// one is list for an answer of one line; none is app.ErrNotFound.
func one[T any](ctx context.Context, q asker, scan func(row) (T, error), query string, args ...any) (T, error) {
	all, err := list(ctx, q, scan, query, args...)
	if err == nil && len(all) == 0 {
		err = app.ErrNotFound
	}
	if err != nil {
		var none T
		return none, err
	}
	return all[0], nil
}

// value scans lines of a single column.
func value[T any](r row) (v T, err error) {
	err = r.Scan(&v)
	return v, err
}

// none turns an empty answer into the error of the house.
func none(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return app.ErrNotFound
	}
	return err
}
