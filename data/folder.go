package data

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gofrs/flock"
)

// markName lies in a folder of backups that the office chose. A folder that lost
// it is another: the disk it was on is away, and what is written there now would
// fill the computer's own.
const markName = ".ownerdesk-backups"

// readyFolder makes the folder for backups where it may be made, and refuses one
// that is not what it was.
func (s *Store) readyFolder(folder string) error {
	mark := filepath.Join(folder, markName)
	if n, _ := readNote(s.path, s.notes); n.Marked && n.Folder == folder && missing(mark) {
		return &Trouble{Kind: DiskAway, Path: folder, Err: errors.New("it is not the folder that backups were written to")}
	}
	if !missing(folder) {
		return nil
	}
	if missing(filepath.Dir(folder)) {
		return &Trouble{Kind: DiskAway, Path: folder, Err: errors.New("the folder it should be in is not there")}
	}
	return explainAt(folder, os.Mkdir(folder, 0o700))
}

// mark leaves the mark in a folder; a disk that cannot keep one goes without.
func mark(folder string) bool {
	return os.WriteFile(filepath.Join(folder, markName), []byte("OwnerDesk\n"), 0o600) == nil
}

// turn waits for nobody: one backup of a file is made at a time, and while none
// is made what older ones left unfinished can go.
func (s *Store) turn() (end func(), err error) {
	lock := flock.New(s.path + ".backup.lock")
	got, err := lock.TryLock()
	if err != nil { // the disk is full, or may not be written: then nobody else writes one here either
		return func() {}, nil
	}
	if !got {
		return nil, &Trouble{Kind: BackupRuns, Path: s.path, Err: errors.New("another backup is being made")}
	}
	return func() { lock.Unlock() }, nil
}

// sweep takes away what killed runs left: halves of backups in their folder and
// beside the file, of a restore whose place is filled, of evidence. Only whoever
// may write sweeps, and halves of backups only while nobody makes one.
func (s *Store) sweep(folder string) {
	sweepAside(s.path)
	remove(s.path + ".restore.part")
	remove(s.path + ".restore.copy.part")
	remove(s.path + ".restore.copy.part-journal")
	os.RemoveAll(FilesFolder(s.path + ".restore.part"))
	sweepFolder(FilesFolder(s.path), "part-")
	end, err := s.turn()
	if err != nil {
		return
	}
	defer end()
	for _, f := range []string{filepath.Dir(s.path), BackupFolder(s.path), folder} {
		sweepParts(f)
	}
	base := filepath.Base(s.path)
	for _, why := range []string{daily, byHand} { // as they were written until archives came
		sweepFolder(filepath.Dir(s.path), base+"."+why+".part")
	}
	sweepFolder(filepath.Dir(s.path), base+"."+before)
	name := filepath.Base(stem(s.path)) + "-"
	for _, f := range []string{BackupFolder(s.path), folder} {
		entries, _ := os.ReadDir(f)
		for _, e := range entries {
			if own, half := strings.CutPrefix(e.Name(), name); half && isHalf(own) {
				os.Remove(filepath.Join(f, e.Name()))
			}
		}
	}
}

// partName is what papers and sheets are called while they are written.
var partName = regexp.MustCompile(`^\.(part|export)-[0-9]+$`)

// sweepParts takes away papers and sheets that were never finished and that nobody is
// writing: whoever does has them locked, and the lock goes with the program.
func sweepParts(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !e.Type().IsRegular() || !partName.MatchString(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		lock := flock.New(path)
		if nobodys, err := lock.TryLock(); err == nil && nobodys {
			os.Remove(path)
			lock.Unlock()
		}
	}
}

// isHalf tells by its name that a backup was never finished.
func isHalf(name string) bool {
	for _, end := range []string{".part", ".part-journal", ".part-wal", ".part-shm"} {
		if whole, half := strings.CutSuffix(name, end); half {
			return dated(strings.TrimSuffix(whole, ".copy")) != ""
		}
	}
	return false
}

// sweepFolder takes away what begins with prefix in a folder.
func sweepFolder(folder, prefix string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) && e.Type().IsRegular() {
			os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}
