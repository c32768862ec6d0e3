package archive

import (
	"bytes"
	"encoding/gob"
)

// gobbed reads what surveys were kept as before they had keys: gob, which knows
// fields by the names that they have in Go. So the fields of results and of what
// stands in it may not be renamed either; a test holds a file of those days.
func gobbed[K any](raw []byte, into *K) error {
	return gob.NewDecoder(bytes.NewReader(raw)).Decode(into)
}
