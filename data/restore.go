package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ownerdesk/app"
)

// Restore puts a backup in the place of an office's file, which nobody may have
// open. All of the backup is read and compared with what it says of itself before
// anything is touched; what lay there is kept aside whole, evidence too. A backup
// from before it held evidence takes over what lies beside it, or beside the file.
func Restore(ctx context.Context, o app.RestoreOrder, now time.Time) (r app.Restored, err error) {
	if o.Path, err = placeOf(o.Path); err != nil {
		return r, err
	}
	if o.Backup, err = placeOf(o.Backup); err != nil {
		return r, err
	}
	lock, err := lockFile(o.Path)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	if err := isFile(o.Backup); err != nil {
		return r, err
	}
	in := arrivalOf(o)
	found, err := in.bring(ctx)
	if err != nil {
		return r, errors.Join(err, in.clear())
	}
	if r.Aside, err = in.settle(now); err != nil {
		return r, explainAt(o.Path, err)
	}
	r.Found = found
	return r, in.note(ctx)
}

// arrival is a backup on its way into the place of a file: the database, whole
// once it bears the name db, and the folder of evidence.
type arrival struct {
	app.RestoreOrder
	db, half, files string
	ours            identity // of the file that lay there
	theirs          identity
}

func arrivalOf(o app.RestoreOrder) *arrival {
	return &arrival{RestoreOrder: o, db: o.Path + ".restore.part", half: o.Path + ".restore.copy.part", files: FilesFolder(o.Path + ".restore.part")}
}

// bring puts database and evidence beside the place where they go.
func (in *arrival) bring(ctx context.Context) ([]error, error) {
	in.ours = knownAs(ctx, in.Path)
	bring := in.copyPlain
	switch {
	case in.Backup == in.db: // what an interrupted restore left, whole
		bring = in.stay
	case isPacked(in.Backup):
		bring = in.unpack
	}
	changed, err := bring(ctx)
	if err != nil {
		return nil, err
	}
	if in.theirs = identityAt(ctx, in.half); !in.Other && !in.theirs.isOf(in.ours) {
		return nil, in.stranger(in.theirs)
	}
	found, err := in.complete(ctx, changed)
	if err != nil {
		return nil, explainAt(in.files, err)
	}
	return found, explainAt(in.Path, moveFile(in.half, in.db))
}

func (in *arrival) stranger(theirs identity) error {
	return &Trouble{Kind: OtherOffice, Path: in.Backup, Err: &Stranger{theirs.company, in.ours.company}}
}

// stay takes up what an interrupted restore had brought already.
func (in *arrival) stay(ctx context.Context) (map[string]bool, error) {
	if err := soundBackup(ctx, in.db); err != nil {
		return nil, err
	}
	return nil, os.Rename(in.db, in.half)
}

// copyPlain takes a database alone: a backup of older days, or a file that was
// kept aside, with the evidence beside it.
func (in *arrival) copyPlain(ctx context.Context) (map[string]bool, error) {
	if err := soundBackup(ctx, in.Backup); err != nil {
		return nil, err
	}
	if err := in.clear(); err != nil {
		return nil, err
	}
	if err := copyBackup(ctx, in.Backup, in.half); err != nil {
		return nil, explainAt(in.Path, err)
	}
	beside := FilesFolder(in.Backup)
	for _, name := range evidenceIn(beside) {
		if err := in.take(ctx, beside, name); err != nil {
			return nil, explainAt(in.files, err)
		}
	}
	return nil, nil
}

// unpack takes a whole office out of its archive.
func (in *arrival) unpack(ctx context.Context) (map[string]bool, error) {
	z, m, err := openPacked(in.Backup)
	if err != nil {
		return nil, err
	}
	z.Close()
	if theirs := (identity{m.Office, m.Company}); !in.Other && !theirs.isOf(in.ours) {
		return nil, in.stranger(theirs)
	}
	if err := in.clear(); err != nil {
		return nil, err
	}
	u, err := unpack(ctx, in.Backup, in.put, func(name string) { os.Remove(in.placed(name)) })
	if err == nil && len(u.spoilt) > 0 && !in.Partly {
		err = &Trouble{Kind: PartDamaged, Path: in.Backup, Err: fmt.Errorf("%d files in it are damaged, among them %s", len(u.spoilt), u.spoilt[0].Path)}
	}
	if err != nil {
		return nil, explainAt(in.Path, err)
	}
	changed := map[string]bool{}
	for _, p := range u.Changed {
		_, name, _ := cut(p.Path)
		changed[name] = true
	}
	return changed, soundBackup(ctx, in.half)
}

// placed is where a file inside an archive goes.
func (in *arrival) placed(name string) string {
	if name == packedDB {
		return in.half
	}
	_, rest, _ := cut(name)
	return filepath.Join(in.files, filepath.FromSlash(rest))
}

func (in *arrival) put(name string) (io.WriteCloser, error) {
	path := in.placed(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	return synced{f}, err
}

// synced goes down to the disk before it counts as written.
type synced struct{ *os.File }

func (s synced) Close() error { return errors.Join(s.Sync(), s.File.Close()) }

// complete looks for evidence that did not come along where the office's lay until
// now, and tells what nobody has.
func (in *arrival) complete(ctx context.Context, changed map[string]bool) (found []error, err error) {
	db, err := still(in.half)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	known, err := knownEvidence(ctx, db)
	if err != nil {
		return nil, err
	}
	here := FilesFolder(in.Path)
	for _, e := range known {
		came := !missing(filepath.Join(in.files, filepath.FromSlash(e.name)))
		if came && !changed[e.name] && isPacked(in.Backup) { // compared on its way out of the archive
			continue
		}
		wrong := e.lookAt(in.files)
		if wrong == nil {
			continue
		}
		if e.lookAt(here) != nil {
			found = append(found, wrong)
			continue
		}
		if err := in.take(ctx, here, e.name); err != nil {
			return found, err
		}
	}
	return found, ctx.Err()
}

// take brings one piece of evidence from a folder. A file never changes once it
// is there, so on one disk a second name for it will do.
func (in *arrival) take(ctx context.Context, from, name string) error {
	source, target := filepath.Join(from, filepath.FromSlash(name)), filepath.Join(in.files, filepath.FromSlash(name))
	if err := errors.Join(ctx.Err(), os.MkdirAll(filepath.Dir(target), 0o700)); err != nil {
		return err
	}
	os.Remove(target)
	if os.Link(source, target) == nil {
		return nil
	}
	return copyFile(source, target)
}

// settle puts what lay there aside and the arrival into its place, the database
// last: without it the next start shows what happened.
func (in *arrival) settle(now time.Time) (aside string, err error) {
	if aside, err = setAside(in.Path, now); err != nil {
		return "", err
	}
	back := func(err error) error { return errors.Join(err, putBack(aside, in.Path)) }
	if !missing(in.files) {
		if err := os.Rename(in.files, FilesFolder(in.Path)); err != nil {
			return "", back(err)
		}
	}
	if err := moveFile(in.db, in.Path); err != nil {
		return "", back(errors.Join(err, os.Rename(FilesFolder(in.Path), in.files)))
	}
	return aside, nil
}

// clear takes away what an arrival brought before it failed.
func (in *arrival) clear() error {
	var all error
	if in.Backup != in.db {
		all = errors.Join(os.RemoveAll(in.files), remove(in.db))
	} else if missing(in.db) && !missing(in.half) {
		return os.Rename(in.half, in.db)
	}
	return errors.Join(all, remove(in.half), remove(in.half+"-journal"))
}

// remove takes a file away if there is one.
func remove(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// copyBackup copies a backup, and what its log holds if it has one: a file that
// was set aside may.
func copyBackup(ctx context.Context, backup, part string) error {
	if empty(backup + "-wal") {
		return copyFile(backup, part)
	}
	s := &Store{path: backup}
	return s.copyInto(ctx, part)
}

// asideEnds are the files that belong to an office's file and go where it goes. The
// log first: the file without its log is older, the log without its file would be
// applied to the wrong one.
var asideEnds = []string{"-wal", "-shm", sumsEnd}

// setAside renames a file with all that belongs to it; also a log whose file is
// gone, or it would be applied to the one that comes into its place.
func setAside(path string, now time.Time) (string, error) {
	files := FilesFolder(path)
	if missing(path) && missing(path+"-wal") && missing(files) {
		return "", nil
	}
	aside := stem(path) + "-replaced-" + now.Format("20060102-150405") + ".db"
	if !missing(aside) || !missing(FilesFolder(aside)) {
		return "", os.ErrExist
	}
	moves := [][2]string{{files, FilesFolder(aside)}}
	for _, end := range asideEnds {
		moves = append(moves, [2]string{path + end, aside + end})
	}
	for _, m := range append(moves, [2]string{path, aside}) {
		if err := os.Rename(m[0], m[1]); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", errors.Join(err, putBack(aside, path))
		}
	}
	if missing(aside) {
		if missing(aside + "-wal") {
			return FilesFolder(aside), nil
		}
		return aside + "-wal", nil
	}
	return aside, nil
}

// putBack undoes setting aside, as far as it came: a file must not stay behind
// without the log that belongs to it.
func putBack(aside, path string) error {
	if aside == "" {
		return nil
	}
	if strings.HasSuffix(aside, "-files") { // evidence whose file was gone
		return os.Rename(aside, FilesFolder(path))
	}
	var all error
	aside = strings.TrimSuffix(aside, "-wal") // of a log whose file was gone
	moves := [][2]string{{FilesFolder(aside), FilesFolder(path)}, {aside, path}}
	for _, end := range asideEnds {
		moves = append(moves, [2]string{aside + end, path + end})
	}
	for _, m := range moves {
		if !missing(m[0]) {
			all = errors.Join(all, os.Rename(m[0], m[1]))
		}
	}
	return all
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}
