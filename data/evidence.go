package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// knownEvidence lists the files that the office knows of, each once, whatever
// they are attached to: every table that names a file by its content is asked, so
// a new kind of record is not forgotten here.
func knownEvidence(ctx context.Context, q asker) ([]attached, error) {
	tables, err := list(ctx, q, value[string], `SELECT name FROM sqlite_schema t WHERE type = 'table'
		AND (SELECT count(*) FROM pragma_table_info(t.name) WHERE name IN ('name', 'hash', 'size', 'closed')) = 4 ORDER BY name`)
	if err != nil || len(tables) == 0 {
		return nil, err
	}
	asks := make([]string, len(tables))
	for i, t := range tables {
		asks[i] = `SELECT name, hash, size FROM "` + t + `"`
	}
	seen := map[string]bool{}
	var all []attached
	_, err = list(ctx, q, func(r row) (e attached, err error) {
		var name, hash string
		err = r.Scan(&name, &hash, &e.size)
		if e.name = packedAs(hash, name); err == nil && packedName.MatchString(e.name) && !seen[e.name] {
			seen[e.name] = true
			all = append(all, e)
		}
		return e, err
	}, strings.Join(asks, ` UNION `)+` ORDER BY hash, name`)
	return all, err
}

// packedAs is what a file is called in the folder of evidence.
func packedAs(hash, name string) string { return hash[:min(2, len(hash))] + "/" + hash + ending(name) }

// lookAt compares a piece of evidence in a folder with what the office knows of it.
func (e attached) lookAt(folder string) error {
	path := filepath.Join(folder, filepath.FromSlash(e.name))
	hash, err := hashOf(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &Trouble{Kind: FileGone, Path: path, Err: err}
	case err != nil:
		return &Trouble{Kind: Failed, Path: path, Err: err}
	case hash != e.hash():
		return &Trouble{Kind: FileOther, Path: path, Err: fmt.Errorf("its hash is %s", hash)}
	}
	return nil
}

// checkFiles reads all evidence.
func (s *Store) checkFiles(ctx context.Context) (found []error, err error) {
	known, err := knownEvidence(ctx, s.ro)
	if err != nil {
		return nil, s.explain(err)
	}
	for _, e := range known {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		if t := e.lookAt(FilesFolder(s.path)); t != nil {
			found = append(found, t)
		}
	}
	return found, nil
}
