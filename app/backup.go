package app

// Backup is a copy of the whole office in one file.
type Backup struct {
	Path string
	// Found is what was wrong with what was copied: evidence that is gone or not
	// what it was.
	Found []error
}

// RestoreOrder says which backup is to take the place of which file.
type RestoreOrder struct {
	Backup, Path string
	Other        bool // also when it is of another office
	Partly       bool // also when some of its evidence is damaged
}

// Restored is what became of a file in whose place a backup was put.
type Restored struct {
	Aside string  // where it is kept now; empty if there was none
	Found []error // evidence that the backup knows of and nobody has
}
