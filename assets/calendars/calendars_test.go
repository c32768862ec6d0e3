package calendars

import (
	"bytes"
	"testing"
)

func TestTablesBeginWithTheirHeadings(t *testing.T) {
	for want, text := range map[string][]byte{"date,type,name,": CN, "region,date,name,status": Regional} {
		if !bytes.HasPrefix(text, []byte(want)) {
			t.Errorf("no %q in %.40q", want, text)
		}
	}
}
