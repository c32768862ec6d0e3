package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// trace is what is known of an office outside its file, for the day on which the
// file is damaged or gone: which office it is and where its backups lie. It is
// kept beside the file, where it goes along when the folder is carried to another
// computer, and among the settings of whoever uses this one, where it stays when
// the whole folder is lost.
type trace struct {
	Office  string `json:"office"`
	Company string `json:"company"`
	File    string `json:"file"`
	Folder  string `json:"backups"`
	Last    string `json:"last"` // the newest backup
	Made    string `json:"made"`
	Marked  bool   `json:"marked"` // the folder bears our mark: without it, it is another
}

// noteOf is where the note beside the file at path lies.
func noteOf(path string) string { return BackupFolder(path) + ".json" }

// noteIn is where the note on the file at path lies in a folder of such notes.
func noteIn(folder, path string) string {
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(folder, "office-"+hex.EncodeToString(sum[:6])+".json")
}

// readNote reads what is noted of the file at path, beside it or in notes.
func readNote(path, notes string) (n trace, there bool) {
	places := []string{noteOf(path)}
	if notes != "" {
		places = append(places, noteIn(notes, path))
	}
	for _, at := range places {
		text, err := os.ReadFile(at)
		if err == nil && json.Unmarshal(text, &n) == nil {
			return n, true
		}
	}
	return trace{}, false
}

// keep writes a note to both places. One that could not be written is written with
// the next backup.
func (n trace) keep(path, notes string) error {
	text, err := json.MarshalIndent(n, "", "\t")
	if err != nil {
		return err
	}
	if notes != "" && os.MkdirAll(notes, 0o700) == nil {
		writeSmall(noteIn(notes, path), text)
	}
	return writeSmall(noteOf(path), text)
}

// writeSmall writes a small file whole or not at all.
func writeSmall(path string, text []byte) error {
	part := path + ".part"
	if err := os.WriteFile(part, text, 0o600); err != nil {
		os.Remove(part)
		return err
	}
	return moveFile(part, path)
}

// knownAs is which office lies at path, by itself or by what is noted of it.
func knownAs(ctx context.Context, path string) identity {
	if i := identityAt(ctx, path); i != (identity{}) {
		return i
	}
	n, _ := readNote(path, "")
	return identity{n.Office, n.Company}
}

// note keeps which office lies here now. A backup from before offices had numbers
// gets the one that was here, so that it stays the same office.
func (in *arrival) note(context.Context) error {
	n, there := readNote(in.Path, "")
	if !there {
		n.File = in.Path
	}
	office := in.theirs.office
	if office == "" && !in.Other {
		office = in.ours.office
	}
	n.Office, n.Company = office, in.theirs.company
	return n.keep(in.Path, "")
}

// noted keeps where the newest backup lies.
func (s *Store) noted(ctx context.Context, folder, last string, marked bool, at time.Time) error {
	i, err := readIdentity(ctx, s.ro)
	if err != nil {
		return err
	}
	n := trace{Office: i.office, Company: i.company, File: s.path, Folder: folder, Last: last, Made: stamp(at), Marked: marked}
	return n.keep(s.path, s.notes)
}

// sameOffice gives a file that has just got its number the one it had before, if
// it came back from a backup of older days.
func (s *Store) sameOffice(ctx context.Context) error {
	n, there := readNote(s.path, s.notes)
	if !there || len(n.Office) != 32 {
		return nil
	}
	_, err := s.rw.ExecContext(ctx, `UPDATE identity SET office = ?`, n.Office)
	return err
}
