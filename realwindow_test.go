//go:build realwindow

package main_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A screen that is not there, with the program's window on it and the hands
// that work it: Xvfb, openbox, xdotool and ImageMagick's import.
type screen struct {
	t       testing.TB
	ctx     context.Context // ends when the test has taken too long
	home    string          // where the program keeps its settings
	display string
	window  string // as xdotool names it
}

// program is the built program: .ci/check.sh has made it before.
const program = "bin/ownerdesk"

// newScreen starts an empty screen of 1280 by 800 points. All that is started
// on it ends with the test. More is said to Xvfb as it stands.
func newScreen(t testing.TB, more ...string) *screen {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	s := &screen{t: t, ctx: ctx, home: t.TempDir()}

	// Xvfb looks for a free display itself and says which, when it is ready.
	said, says, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}, more...)
	s.start(exec.CommandContext(ctx, "Xvfb", args...), says)
	says.Close()
	var number int
	if _, err := fmt.Fscan(said, &number); err != nil {
		t.Fatalf("Xvfb gives no display: %v", err)
	}
	said.Close()
	s.display = fmt.Sprintf(":%d", number)
	s.start(s.command("openbox"))
	return s
}

// open starts the program and waits until its window can be typed into.
func (s *screen) open(args ...string) {
	s.t.Helper()
	s.openBy(program, args...)
}

func (s *screen) openBy(program string, args ...string) {
	s.t.Helper()
	c := s.command(program, args...)
	s.start(c)
	s.wait("the window", func() bool {
		out, err := s.command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(c.Process.Pid)).Output()
		s.window, _, _ = strings.Cut(string(out), "\n")
		return err == nil && s.window != ""
	})
	s.hand("windowactivate", "--sync", s.window)
	s.wait("something in the window", func() bool { return len(s.picture()) > lively })
}

// lively is more than the picture of an empty window weighs, in bytes: on a busy
// machine a window is there, and at rest, long before anything is in it.
const lively = 20_000

// press presses keys one after another, each as xdotool spells it: ctrl+n, Tab.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	s.hand(append([]string{"key", "--delay", "60"}, keys...)...)
}

// write types a text key by key. Only what an English keyboard has arrives
// whole: for other characters xdotool changes the keyboard's map while it types,
// and the window misses some.
func (s *screen) write(text string) {
	s.t.Helper()
	s.hand("type", "--delay", "40", text)
}

// click presses the left button at a place in the window.
func (s *screen) click(x, y int) {
	s.t.Helper()
	s.hand("mousemove", "--window", s.window, fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// hand lets xdotool do something and gives what it says.
func (s *screen) hand(does ...string) string {
	s.t.Helper()
	out, err := s.command("xdotool", does...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool %s: %v\n%s", strings.Join(does, " "), err, out)
	}
	return string(out)
}

// picture returns the screen as it stands, as PNG.
func (s *screen) picture() []byte {
	s.t.Helper()
	out, err := s.command("import", "-window", "root", "png:-").Output()
	if err != nil {
		s.t.Fatalf("picture of the screen: %v", err)
	}
	return out
}

// settle waits until the screen has come to rest: the same twice in a row.
func (s *screen) settle() {
	s.t.Helper()
	var before []byte
	s.wait("the screen to rest", func() bool {
		now := s.picture()
		same := bytes.Equal(now, before)
		before = now
		return same
	})
}

// keep puts a picture of the screen into out/, for people to look at.
func (s *screen) keep(name string) {
	s.t.Helper()
	if err := os.MkdirAll("out", 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("out", name), s.picture(), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// wait asks until the answer is yes, and gives up when the test's time is over.
func (s *screen) wait(what string, yes func() bool) {
	s.t.Helper()
	again := time.NewTicker(200 * time.Millisecond)
	defer again.Stop()
	for !yes() {
		select {
		case <-again.C:
		case <-s.ctx.Done():
			s.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// tell runs the program without a window and returns what it prints.
func (s *screen) tell(args ...string) string {
	s.t.Helper()
	return s.tellBy(program, args...)
}

func (s *screen) tellBy(program string, args ...string) string {
	s.t.Helper()
	out, err := s.command(program, args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("ownerdesk %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// command prepares a program that works on this screen and keeps its settings
// where the test throws them away.
func (s *screen) command(name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(s.ctx, name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, "WAYLAND_DISPLAY=", "LANG=C.UTF-8",
		"HOME="+s.home, "XDG_CONFIG_HOME=", "LIBGL_ALWAYS_SOFTWARE=1")
	return c
}

// start runs c until the test ends, and shows what it said if the test fails.
func (s *screen) start(c *exec.Cmd, files ...*os.File) {
	s.t.Helper()
	var said bytes.Buffer
	c.Stdout, c.Stderr, c.ExtraFiles = &said, &said, files
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
		if s.t.Failed() {
			s.t.Logf("%s said:\n%s", c.Path, said.String())
		}
	})
}
