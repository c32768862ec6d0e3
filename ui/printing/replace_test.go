package printing

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"ownerdesk/ui/kit"
)

// Whatever is saved from the window: one file or several side by side, what is there
// is replaced after a question only.
func TestSavingAsksBeforeItReplaces(t *testing.T) {
	o := open(t)
	p := o.press
	folder := t.TempDir()
	o.save = filepath.Join(folder, "month.PDF")
	file := func(end string) File {
		return File{end, func(_ context.Context, out io.Writer) error { _, err := io.WriteString(out, "new"); return err }}
	}
	beside := filepath.Join(folder, "month.xlsx")
	if err := os.WriteFile(beside, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	holds := func() string { raw, _ := os.ReadFile(beside); return string(raw) }
	p.Keep("", "month", file(".pdf"), file(".xlsx"))
	sheet := kit.TopSheet(p.seat.Window.Canvas())
	if sheet == nil || holds() != "old" {
		t.Fatalf("nobody was asked; what was there says %q", holds())
	}
	sheet.Cancel.OnTapped()
	if _, err := os.Stat(filepath.Join(folder, "month.pdf")); err == nil || holds() != "old" {
		t.Errorf("after no: %q, %v", holds(), err)
	}
	p.Keep("", "month", file(".pdf"), file(".xlsx"))
	kit.TopSheet(p.seat.Window.Canvas()).Primary.OnTapped()
	if holds() != "new" {
		t.Errorf("after yes it says %q", holds())
	}
}
