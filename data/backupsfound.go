package data

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Backups lists the backups in folder ("": beside the file), newest first.
func (s *Store) Backups(folder string) ([]string, error) {
	return backupsIn(s.path, s.folder(folder))
}

// backupsIn finds the backups of the file at path.
func backupsIn(path, folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	var found []string
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, filepath.Base(stem(path))+"-") && dated(name) != "" && !e.IsDir() {
			found = append(found, filepath.Join(folder, name))
		}
	}
	newestFirst(found)
	return found, err
}

// bare is the name of a backup without its ending; those from before archives
// came are plain databases.
func bare(path string) (string, bool) {
	name := filepath.Base(path)
	if short, is := strings.CutSuffix(name, ".zip"); is {
		return short, true
	}
	return strings.CutSuffix(name, ".db")
}

// dated is the moment in a backup's name, 20261123-094201; "" if there is none.
func dated(path string) string {
	name, is := bare(path)
	if len(name) < len(stampLayout) || !is {
		return ""
	}
	at := name[len(name)-len(stampLayout):]
	if _, err := time.Parse(stampLayout, at); err != nil {
		return ""
	}
	return at
}

// madeFor is what a backup was made for.
func madeFor(path string) string {
	name, _ := bare(path)
	name = strings.TrimSuffix(strings.TrimSuffix(name, dated(path)), "-")
	if strings.HasSuffix(name, "-"+daily) {
		return daily
	}
	return byHand
}

// thinOut lets go of daily backups beyond the last ones.
func (s *Store) thinOut(folder string) error {
	have, err := s.Backups(folder)
	if err != nil {
		return err
	}
	kept := 0
	for _, b := range have {
		if madeFor(b) != daily {
			continue
		}
		if kept++; kept > keptDaily {
			if err := os.Remove(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// withBackups tells of a file that is damaged or gone what it can be replaced by,
// in the folder that is noted of it if nobody names another.
func withBackups(err error, path string, o Options) error {
	var t *Trouble
	if !errors.As(err, &t) || t.Kind != Damaged && t.Kind != Gone {
		return err
	}
	t.Backups, _ = remains(path, o)
	return err
}

// remains are what an office can come back from, the best first: what an
// interrupted restore brought, backups, what was kept aside. away is the folder
// that is noted for its backups, if that is not there.
func remains(path string, o Options) (found []string, away string) {
	if part := path + ".restore.part"; !missing(part) {
		found = append(found, part)
	}
	n, _ := readNote(path, o.Notes)
	var folders []string
	for _, f := range []string{o.Backups, n.Folder, BackupFolder(path)} {
		if f != "" && !slices.Contains(folders, f) {
			folders = append(folders, f)
		}
	}
	var all []string
	for _, f := range folders {
		some, _ := backupsIn(path, f)
		all = append(all, some...)
	}
	newestFirst(all)
	aside, _ := filepath.Glob(globbed(stem(path)) + "-replaced-*.db")
	newestFirst(aside)
	if n.Folder != "" && missing(n.Folder) {
		away = n.Folder
	}
	return append(append(found, all...), aside...), away
}

// globbed is a path in which nothing stands for anything else.
func globbed(path string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

func newestFirst(paths []string) {
	slices.SortFunc(paths, func(a, b string) int { return strings.Compare(dated(b), dated(a)) })
}
