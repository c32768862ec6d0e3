package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
)

// smallFile is up to which size, in bytes, a file is read whole at start. A
// larger one is looked at in every table, and read whole by Check.
const smallFile = 32 << 20

// probe looks at an existing file before anything in it is touched.
func (s *Store) probe(ctx context.Context) error {
	db, err := door(s.path, url.Values{"mode": {"rw"}})
	if err != nil {
		return err
	}
	defer db.Close()
	if err := s.known(ctx, db); err != nil {
		return err
	}
	return s.whole(ctx, db)
}

// known refuses files of other programs and of newer ones.
func (s *Store) known(ctx context.Context, db *sql.DB) error {
	var mark, seen, tables int
	for query, into := range map[string]*int{
		`PRAGMA application_id`: &mark, `PRAGMA user_version`: &seen, `SELECT count(*) FROM sqlite_schema`: &tables,
	} {
		if err := db.QueryRowContext(ctx, query).Scan(into); err != nil {
			if kindOf(err, "") == NotOurs { // the first bytes are gone, or never were ours
				return &Trouble{Kind: Damaged, Path: s.path, Err: err}
			}
			return err
		}
	}
	if mark != ours && tables > 0 {
		return &Trouble{Kind: NotOurs, Path: s.path, Err: fmt.Errorf("application id %x", mark)}
	}
	all, err := steps()
	if err == nil && seen > len(all) {
		err = &Trouble{Kind: Newer, Path: s.path, Err: ErrNewer{seen, len(all)}}
	}
	return err
}

// whole notices damage.
func (s *Store) whole(ctx context.Context, db *sql.DB) error {
	var pages, size int64
	if err := db.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&pages); err != nil {
		return err
	}
	if err := db.QueryRowContext(ctx, `PRAGMA page_size`).Scan(&size); err != nil {
		return err
	}
	if pages*size > smallFile {
		return glance(ctx, db)
	}
	return s.verdict(ctx, db, `PRAGMA quick_check(5)`)
}

// verdict runs one of SQLite's checks; it answers "ok" or what is wrong.
func (s *Store) verdict(ctx context.Context, q asker, check string) error {
	said, err := list(ctx, q, value[string], check)
	if err != nil {
		return err
	}
	if len(said) == 1 && said[0] == "ok" {
		return nil
	}
	return &Trouble{Kind: Damaged, Path: s.path, Err: errors.New(strings.Join(said, "; "))}
}

// compareAtOnce reports whether a file is small enough for every page to be compared
// with what was saved before anything is written.
func (s *Store) compareAtOnce() bool {
	info, err := os.Stat(s.path)
	return err == nil && !s.new && info.Size() <= smallFile/4
}

// glance reads the first row of every table, and so the way to it.
func glance(ctx context.Context, db *sql.DB) error {
	names, err := list(ctx, db, value[string], `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
	if err != nil {
		return err
	}
	for _, name := range names {
		rows, err := db.QueryContext(ctx, `SELECT * FROM "`+name+`" LIMIT 1`)
		if err != nil {
			return err
		}
		for rows.Next() {
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return err
		}
	}
	return nil
}
