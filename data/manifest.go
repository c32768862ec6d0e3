package data

import (
	"fmt"
	"path"
	"regexp"
)

// What the files inside a backup are called.
const (
	packedDB   = "office.db"
	packedList = "manifest.json"
	packedDir  = "files"
)

// packedForm and packedVersion name the form of a backup. It is kept for ever:
// what is added gets a key of its own, and older backups lack it.
const (
	packedForm    = "ownerdesk-backup"
	packedVersion = 1
)

// manifest is what a backup says of itself.
type manifest struct {
	Form    string `json:"form"`
	Version int    `json:"version"`
	Office  string `json:"office"`
	Company string `json:"company"`
	Made    string `json:"made"`
	For     string `json:"for"`
	Step    int    `json:"step"`
	Holds   []item `json:"holds"`
	Missing []item `json:"missing"` // evidence the office knows of and did not have
	Changed []item `json:"changed"` // evidence that was not what it had been
}

// item is one file inside.
type item struct {
	Path string `json:"path"`
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

// packedName is what a piece of evidence may be called inside, and in the folder
// beside the office's file: anything else is nothing of ours.
var packedName = regexp.MustCompile(`^[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,8})?$`)

// attached is one file that the office knows of, by what it is called in the
// folder of such files: ab/abcdef….pdf.
type attached struct {
	name string
	size int64
}

func (e attached) hash() string { return path.Base(e.name)[:64] }

// unfit says what is wrong with a manifest.
func (m manifest) unfit() error {
	switch {
	case m.Form != packedForm:
		return fmt.Errorf("its form is %q", m.Form)
	case len(m.Holds) == 0 || m.Holds[0].Path != packedDB:
		return fmt.Errorf("no database is in it")
	}
	for _, p := range m.Holds[1:] {
		if dir, name, _ := cut(p.Path); dir != packedDir || !packedName.MatchString(name) {
			return fmt.Errorf("%q does not belong into it", p.Path)
		}
	}
	return nil
}
