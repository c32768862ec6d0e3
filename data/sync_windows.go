package data

// syncFolder has nothing to do: Windows keeps a renaming by itself and cannot
// sync a folder.
func syncFolder(string) error { return nil }
