package data

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"strings"

	"ownerdesk/app"
)

// identity is which office a file, or a backup, is of. Files from before offices
// had a number of their own have their company's name only.
type identity struct{ office, company string }

// isOf reports whether one is of the same office as the other, as far as can be
// told. One that nobody has named yet is anybody's.
func (i identity) isOf(other identity) bool {
	if i.office != "" && other.office != "" {
		return i.office == other.office
	}
	return i.company == "" || other.company == "" || i.company == other.company
}

func readIdentity(ctx context.Context, q asker) (identity, error) {
	var i identity
	had, err := one(ctx, q, value[int], `SELECT count(*) FROM sqlite_schema WHERE name = 'identity'`)
	if err != nil {
		return i, err
	}
	if had > 0 {
		if i.office, err = one(ctx, q, value[string], `SELECT office FROM identity`); err != nil && !errors.Is(err, app.ErrNotFound) {
			return i, err
		}
	}
	if i.company, err = one(ctx, q, value[string], `SELECT company FROM office`); errors.Is(err, app.ErrNotFound) {
		err = nil
	}
	return i, err
}

// identityAt is which office the file at path is of; nobody's if it cannot be
// read any more.
func identityAt(ctx context.Context, path string) identity {
	db, err := still(path)
	if err != nil {
		return identity{}
	}
	defer db.Close()
	i, err := readIdentity(ctx, db)
	if err != nil {
		return identity{}
	}
	return i
}

// still opens a file that nobody writes, without a trace beside it.
func still(path string) (*sql.DB, error) {
	q := url.Values{"mode": {"ro"}}
	if empty(path + "-wal") {
		q.Set("immutable", "1")
	}
	return door(path, q)
}

// Stranger says that a backup is of another office than the one in whose place it
// was to be put.
type Stranger struct{ Theirs, Ours string }

func (s *Stranger) Error() string {
	return strings.Join([]string{"the backup is of", s.Theirs, "not of", s.Ours}, " ")
}

// Offices names both, for rooms that cannot name this type.
func (s *Stranger) Offices() (theirs, ours string) { return s.Theirs, s.Ours }
