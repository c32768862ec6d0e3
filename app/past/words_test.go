package past

import (
	"testing"

	"ownerdesk/app"
)

// What an older ledger calls suspended comes in as open work.
func TestWhatALedgerCallsSuspendedIsBeingHandled(t *testing.T) {
	w := NewWords()
	for _, word := range []string{"掛起", "挂起", "已掛起", "on hold", "On hold", "suspended"} {
		if got, known := w.States.Of(word); !known || got != app.Handling {
			t.Errorf("%s is %q", word, got)
		}
	}
}
