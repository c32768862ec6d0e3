package data

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ours marks the file as one of this program: "OWND".
const ours = 0x4f574e44

// step is one migration: the tables as they are from then on.
type step struct{ name, sql string }

// steps are all migrations in their order.
func steps() ([]step, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	all := make([]step, len(names))
	for i, name := range names {
		text, err := migrations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all[i] = step{name, string(text)}
	}
	return all, nil
}

// migrate runs the steps the file has not seen. SQLite itself remembers how
// many it has, in user_version. An existing file is copied before.
func (s *Store) migrate(ctx context.Context) error {
	all, err := steps()
	if err != nil {
		return err
	}
	return s.advance(ctx, all)
}

func (s *Store) advance(ctx context.Context, all []step) error {
	var seen int
	if err := s.rw.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&seen); err != nil {
		return err
	}
	if seen > len(all) {
		return &Trouble{Kind: Newer, Path: s.path, Err: ErrNewer{seen, len(all)}}
	}
	if seen == len(all) {
		return nil
	}
	if !s.new {
		if err := s.copyBefore(ctx, seen); err != nil {
			return fmt.Errorf("copy before step %d: %w", seen+1, err)
		}
	}
	for i := seen; i < len(all); i++ {
		if err := advanceBy(ctx, s.rw, all[i], i+1); err != nil {
			return fmt.Errorf("%s: %w", all[i].name, err)
		}
	}
	named := func(st step) bool { return strings.HasSuffix(st.name, "_identity.sql") }
	if !s.new && slices.ContainsFunc(all[seen:], named) {
		return s.sameOffice(ctx)
	}
	return nil
}

// advanceBy takes one step whole, with its number, or not at all.
func advanceBy(ctx context.Context, db *sql.DB, st step, n int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, st.sql); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, ours, n)); err != nil {
		return err
	}
	return tx.Commit()
}
