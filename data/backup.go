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

	"ownerdesk/app"
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

// Backup copies the whole office into one archive in folder ("": beside the file),
// reads it again, and tells where it lies. The office goes on working meanwhile.
func (s *Store) Backup(ctx context.Context, folder string) (app.Backup, error) {
	return s.backup(ctx, folder, byHand)
}

// BackupDue makes the backup of the day unless there is one, and lets go of
// daily ones beyond the last 14. It tells where the new one lies, or "". By a clock
// that is doubted there is none: under a day that is not yet it would stand before
// those to come, and outlive them. Nothing but drafts is written by such a clock.
func (s *Store) BackupDue(ctx context.Context, now time.Time, folder string) (app.Backup, error) {
	var doubt app.ClockDoubt
	if err := s.DoubtClock(ctx); errors.As(err, &doubt) {
		return app.Backup{}, nil
	}
	have, err := backupsIn(s.path, s.folder(folder))
	if err != nil {
		return app.Backup{}, s.explain(err)
	}
	today := now.Format("20060102")
	if slices.ContainsFunc(have, func(b string) bool { return strings.HasPrefix(dated(b), today) && madeFor(b) == daily }) {
		return app.Backup{}, nil
	}
	made, err := s.backup(ctx, folder, daily)
	if err != nil || len(made.Found) > 0 { // older ones may hold what is lost
		return made, err
	}
	return made, s.explain(s.thinOut(folder))
}

func (s *Store) folder(chosen string) string {
	if chosen == "" {
		return BackupFolder(s.path)
	}
	return chosen
}

// backup writes on the disk the archive goes to, and gives it its name once it was
// read again and found good.
func (s *Store) backup(ctx context.Context, chosen, why string) (made app.Backup, err error) {
	folder := s.folder(chosen)
	if err := s.readyFolder(folder); err != nil {
		return made, err
	}
	end, err := s.turn()
	if err != nil {
		return made, err
	}
	defer end()
	wrong, err := s.checkSums(ctx)
	if err != nil {
		return made, err
	}
	at := s.now()
	target := filepath.Join(folder, fmt.Sprintf("%s-%s-%s.zip", filepath.Base(stem(s.path)), why, at.Format(stampLayout)))
	copied, part := target+".copy.part", target+".part"
	defer removeAll(copied, copied+"-journal", part) // SQLite leaves the journal when the disk is full
	if err := s.copyInto(ctx, copied); err != nil {
		return made, s.explainIn(folder, err)
	}
	if err := soundBackup(ctx, copied); err != nil {
		return made, err
	}
	m := manifest{Made: stamp(at), For: why}
	if m, err = s.pack(ctx, copied, part, m); err != nil {
		return made, s.explainIn(folder, err)
	}
	if err := verifyPacked(ctx, part); err != nil {
		return made, err
	}
	if err := moveFile(part, target); err != nil {
		return made, s.explainIn(folder, err)
	}
	made = app.Backup{Path: target, Found: append(wrong, m.found(FilesFolder(s.path))...)}
	s.noted(ctx, folder, target, chosen != "" && mark(folder), at) // where it cannot be, the backup is good all the same
	return made, nil
}

// pack writes the archive of a copy and of the evidence that belongs to it.
func (s *Store) pack(ctx context.Context, copied, part string, m manifest) (manifest, error) {
	db, err := still(copied)
	if err != nil {
		return m, err
	}
	defer db.Close()
	i, err := readIdentity(ctx, db)
	if err != nil {
		return m, err
	}
	m.Office, m.Company = i.office, i.company
	if m.Step, err = one(ctx, db, value[int], `PRAGMA user_version`); err != nil {
		return m, err
	}
	known, err := knownEvidence(ctx, db)
	if err != nil {
		return m, err
	}
	out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return m, err
	}
	m, err = packInto(ctx, out, copied, FilesFolder(s.path), known, m)
	return m, errors.Join(err, out.Sync(), out.Close())
}

// found is what was wrong with the evidence that was packed.
func (m manifest) found(files string) (all []error) {
	say := func(kind string, these []item) {
		for _, p := range these {
			_, name, _ := cut(p.Path)
			all = append(all, &Trouble{Kind: kind, Path: filepath.Join(files, filepath.FromSlash(name)), Err: fmt.Errorf("its hash is %s", p.Hash)})
		}
	}
	say(FileGone, m.Missing)
	say(FileOther, m.Changed)
	return all
}

// copyInto writes a compact copy of the file as it stands at one moment, which
// nobody else on this computer may read.
func (s *Store) copyInto(ctx context.Context, target string) error {
	if err := remove(target); err != nil {
		return err
	}
	if err := claim(target); err != nil {
		return err
	}
	way := url.Values{"mode": {"ro"}}
	if s.way.Has("immutable") {
		way = url.Values{"mode": {"ro"}, "immutable": {"1"}}
	}
	db, err := door(s.readFrom(), way)
	if err != nil {
		return err
	}
	defer db.Close()
	// Nobody else can know of the copy, and a disk in the network may keep no locks.
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, dsn(target, url.Values{"nolock": {"1"}}))
	return err
}

// copyBefore keeps the file as it is before a migration touches it: the database
// alone, as evidence is not touched.
func (s *Store) copyBefore(ctx context.Context, seen int) error {
	folder := BackupFolder(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return explainAt(folder, err)
	}
	target := filepath.Join(folder, fmt.Sprintf("%s-%s%d-%s.db", filepath.Base(stem(s.path)), before, seen+1, s.now().Format(stampLayout)))
	part := target + ".part"
	defer removeAll(part, part+"-journal")
	if err := s.copyInto(ctx, part); err != nil {
		return s.explainIn(folder, err)
	}
	if err := soundBackup(ctx, part); err != nil {
		return err
	}
	return explainAt(folder, moveFile(part, target))
}

func removeAll(paths ...string) {
	for _, path := range paths {
		os.Remove(path)
	}
}

// soundBackup checks a file that nobody has open.
func soundBackup(ctx context.Context, path string) error {
	if err := isFile(path); err != nil {
		return err
	}
	s := &Store{path: path}
	db, err := still(path)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := s.known(ctx, db); err != nil {
		return s.explain(err)
	}
	return s.explain(s.verdict(ctx, db, `PRAGMA integrity_check(5)`))
}

// isFile refuses what can be no backup at all.
func isFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return explainAt(path, err)
	case !info.Mode().IsRegular():
		return &Trouble{Kind: NotOurs, Path: path, Err: errors.New("is no plain file")}
	case info.Size() < smallest: // SQLite takes it for a new, sound database
		return &Trouble{Kind: Damaged, Path: path, Err: errors.New("nothing is in it")}
	}
	return nil
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

const stampLayout = "20060102-150405"
