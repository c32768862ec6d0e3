package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// keptDaily is how many daily backups stay.
const keptDaily = 14

// What a backup was made for; part of its name.
const (
	daily  = "daily"
	before = "before-step"
	byHand = "copy"
)

// BackupFolder is where backups lie when the office has chosen no folder.
func BackupFolder(path string) string { return stem(path) + "-backups" }

// stem is a path without its ending. A name that is all ending, .office, stays.
func stem(path string) string {
	if short := strings.TrimSuffix(path, filepath.Ext(path)); filepath.Base(path) != filepath.Ext(path) {
		return short
	}
	return path
}

// Backup copies the file into folder ("": beside it), checks the copy, and
// tells where it lies. The office goes on working meanwhile.
func (s *Store) Backup(ctx context.Context, folder string) (string, error) {
	return s.backup(ctx, folder, byHand)
}

// BackupDue makes the backup of the day unless there is one, and lets go of
// daily ones beyond the last 14. It tells where the new one lies, or "".
func (s *Store) BackupDue(ctx context.Context, now time.Time, folder string) (string, error) {
	have, err := backupsIn(s.path, s.folder(folder))
	if err != nil {
		return "", s.explain(err)
	}
	today := now.Format("20060102")
	if slices.ContainsFunc(have, func(b string) bool { return strings.HasPrefix(dated(b), today) && madeFor(b) == daily }) {
		return "", nil
	}
	made, err := s.backup(ctx, folder, daily)
	if err != nil {
		return "", err
	}
	return made, s.explain(s.thinOut(folder))
}

func (s *Store) folder(chosen string) string {
	if chosen == "" {
		return BackupFolder(s.path)
	}
	return chosen
}

// backup writes beside the file first, on the local disk, and moves the copy to
// its folder once it is known to be good.
func (s *Store) backup(ctx context.Context, folder, why string) (string, error) {
	folder = s.folder(folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", explainAt(folder, err)
	}
	name := fmt.Sprintf("%s-%s-%s.db", filepath.Base(stem(s.path)), why, s.now().Format("20060102-150405"))
	part, target := s.path+"."+why+".part", filepath.Join(folder, name)
	defer os.Remove(part)
	defer os.Remove(part + "-journal") // SQLite leaves it when the disk is full
	if err := s.copyInto(ctx, part); err != nil {
		return "", s.explain(err)
	}
	if err := soundBackup(ctx, part); err != nil {
		return "", err
	}
	if err := moveFile(part, target); err != nil {
		return "", explainAt(folder, err)
	}
	return target, nil
}

// copyInto writes a compact copy of the file as it stands at one moment.
func (s *Store) copyInto(ctx context.Context, target string) error {
	if err := os.Remove(target); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	db, err := door(s.path, url.Values{"mode": {"ro"}})
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, target)
	return err
}

// copyBefore keeps the file as it is before a migration touches it.
func (s *Store) copyBefore(ctx context.Context, seen int) error {
	_, err := s.backup(ctx, "", fmt.Sprintf("%s%d", before, seen+1))
	return err
}

// soundBackup checks a file that nobody has open.
func soundBackup(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return explainAt(path, err)
	case !info.Mode().IsRegular():
		return &Trouble{Kind: NotOurs, Path: path, Err: errors.New("is no plain file")}
	case info.Size() < smallest: // SQLite takes it for a new, sound database
		return &Trouble{Kind: Damaged, Path: path, Err: errors.New("nothing is in it")}
	}
	s := &Store{path: path}
	db, err := door(path, url.Values{"mode": {"ro"}})
	if err != nil {
		return err
	}
	defer db.Close()
	if err := s.known(ctx, db); err != nil {
		return s.explain(err)
	}
	return s.explain(s.verdict(ctx, db, `PRAGMA integrity_check(5)`))
}

// moveFile brings a finished file to its place, whole or not at all, also onto
// another disk.
func moveFile(from, target string) error {
	if err := syncFile(from); err != nil {
		return err
	}
	if err := os.Rename(from, target); err == nil {
		return syncFolder(filepath.Dir(target))
	}
	if err := copyFile(from, target+".part"); err != nil {
		return errors.Join(err, os.Remove(target+".part"))
	}
	if err := os.Rename(target+".part", target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

// copyFile copies what nobody has open, down to the disk.
func copyFile(from, target string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(target, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

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
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(dated(b), dated(a)) })
	return found, err
}

// dated is the moment in a backup's name, 20261123-094201; "" if there is none.
func dated(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), ".db")
	if len(name) < len("20060102-150405") || !strings.HasSuffix(path, ".db") {
		return ""
	}
	at := name[len(name)-len("20060102-150405"):]
	if _, err := time.Parse("20060102-150405", at); err != nil {
		return ""
	}
	return at
}

// madeFor is what a backup was made for.
func madeFor(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), ".db")
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

// withBackups tells of a damaged file which backups there are.
func withBackups(err error, path, folder string) error {
	var t *Trouble
	if !errors.As(err, &t) || t.Kind != Damaged {
		return err
	}
	if folder == "" {
		folder = BackupFolder(path)
	}
	found, listing := backupsIn(path, folder)
	if listing == nil {
		t.Backups = found
	}
	return err
}
