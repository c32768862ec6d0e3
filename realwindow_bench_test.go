//go:build realwindow

package main_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// bare is the program of ui/bare: .ci/window.sh has built it before.
const bare = "bin/bare"

// BenchmarkWindow starts a bare Fyne window and the program in turn, the program
// on the office that OWNERDESK_BENCH_OFFICE names, and compares the medians of
// the time until each looks as it will and of the memory it took until then.
func BenchmarkWindow(b *testing.B) {
	office := os.Getenv("OWNERDESK_BENCH_OFFICE")
	if office == "" {
		b.Skip("OWNERDESK_BENCH_OFFICE names no file")
	}
	var plain, ours []opening
	for b.Loop() {
		plain = append(plain, openOnce(b, bare))
		ours = append(ours, openOnce(b, program, "--db", office))
	}
	report := func(what, unit string, of func(opening) float64) {
		a, c := median(plain, of), median(ours, of)
		b.ReportMetric(a, "bare-"+unit)
		b.ReportMetric(c, "ours-"+unit)
		b.ReportMetric(c/a, what+"-ratio")
	}
	report("time", "ms", func(o opening) float64 { return float64(o.after.Milliseconds()) })
	report("memory", "MB", func(o opening) float64 { return float64(o.peak) / 1024 })
}

func median(all []opening, of func(opening) float64) float64 {
	var values []float64
	for _, o := range all {
		values = append(values, of(o))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// opening is how a window came up: after what time it looked as it does once at
// rest, and how much memory in KB the program had had at most by then.
type opening struct {
	after time.Duration
	peak  int
}

// A view is what the screen showed from a moment on.
type view struct {
	opening
	pixels []byte
}

const (
	glance  = 5 * time.Millisecond // how often the screen is looked at
	atRest  = 2 * time.Second      // without a change but for the cursor
	longest = time.Minute
)

// openOnce starts a program on a screen of its own and watches until the screen
// has come to rest.
func openOnce(b *testing.B, name string, args ...string) opening {
	b.Helper()
	folder := b.TempDir()
	s := newScreen(b, "-fbdir", folder)
	f, err := os.Open(filepath.Join(folder, "Xvfb_screen0"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	empty := pixels(b, f)

	c := s.command(name, args...)
	began := b.Elapsed()
	since := func() time.Duration { return b.Elapsed() - began }
	s.start(c)
	views := s.watch(f, since, c)
	last := views[len(views)-1].pixels
	if alike(last, empty) {
		b.Fatalf("%s: nothing came up", name)
	}
	at := slices.IndexFunc(views, func(v view) bool { return alike(v.pixels, last) })
	s.end(c)
	return views[at].opening
}

// watch collects what the screen showed until it rests; since is how long it is
// that the program was started.
func (s *screen) watch(f *os.File, since func() time.Duration, c *exec.Cmd) []view {
	s.t.Helper()
	first := pixels(s.t, f)
	views := []view{{pixels: first}}
	var changed time.Duration
	look := time.NewTicker(glance)
	defer look.Stop()
	for range look.C {
		now, seen := since(), pixels(s.t, f)
		if last := views[len(views)-1].pixels; !bytes.Equal(seen, last) {
			if !alike(seen, last) {
				changed = now
			}
			views = append(views, view{opening{now, s.peak(c)}, seen})
		}
		if alike(seen, first) { // nothing is there yet
			changed = now
		}
		if now-changed > atRest || now > longest {
			break
		}
	}
	return views
}

// pixels reads every fourth line of the picture that Xvfb keeps in a file, in the
// format of xwd.
func pixels(t testing.TB, f *os.File) []byte {
	t.Helper()
	var head [100]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		t.Fatal(err)
	}
	field := func(n int) int { return int(binary.BigEndian.Uint32(head[4*n:])) }
	begin, lines, width := field(0)+12*field(19), field(5), field(12)
	var all []byte
	for y := 0; y < lines; y += 4 {
		line := make([]byte, width)
		if _, err := f.ReadAt(line, int64(begin+y*width)); err != nil {
			t.Fatal(err)
		}
		all = append(all, line...)
	}
	return all
}

// alike says that two views differ by no more than a cursor that blinks.
func alike(a, b []byte) bool {
	different := 0
	for i := 0; i < len(a); i += 4 {
		if !bytes.Equal(a[i:i+4], b[i:i+4]) {
			different++
		}
	}
	return different <= 100
}

// peak is the most memory a program has had so far, in KB.
func (s *screen) peak(c *exec.Cmd) int {
	s.t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		s.t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	var kilobytes int
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		s.t.Fatal(err)
	}
	return kilobytes
}

// end lets a program go as Ctrl+C does, so that its file is whole and free.
func (s *screen) end(c *exec.Cmd) {
	s.t.Helper()
	if err := c.Process.Signal(os.Interrupt); err != nil {
		s.t.Fatal(err)
	}
	c.Wait()
}
