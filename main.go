// Ownerdesk helps a property office to see every owner's issue through, from
// the call to the signed slip to the closed file.
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	_ "time/tzdata" // Windows has no time zones of its own

	fynelang "fyne.io/fyne/v2/lang"
	"gopkg.in/natefinch/lumberjack.v2"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/ui"
	"ownerdesk/ui/console"
)

//go:embed FyneApp.toml
var about []byte

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx)
	stop()
	os.Exit(code)
}

// run does what the arguments ask for; without a command it opens the window.
func run(ctx context.Context) int {
	db, err := usual("ownerdesk.db")
	if err = errors.Join(err, setClock()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return console.Failed
	}
	return console.Run(ctx, console.Parts{
		Args: os.Args[1:], Out: os.Stdout, Err: os.Stderr, Terminal: terminal(os.Stderr),
		Now: now, Locale: locale(), Version: version(), Trial: setTo, DB: db,
		Open: func(ctx context.Context, path string) (console.Store, error) { return store(ctx, path) },
		Read: func(ctx context.Context, path string, noting bool, because error) (console.Store, error) {
			return data.OpenToRead(ctx, path, data.Options{Now: now, Guard: true, Noting: noting}, because)
		},
		Restore: restore, Discard: discard, Window: window,
	})
}

// usual is the path of a file in the folder where this user's settings are.
func usual(name string) (string, error) {
	settings, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(settings, "OwnerDesk")
	os.MkdirAll(folder, 0o700) // opening a file says it if it cannot be; whoever names another does not need it
	return filepath.Join(folder, name), nil
}

// window opens the window on an office's file; locale is for an office that has
// chosen no language.
func window(ctx context.Context, db, locale string) error {
	logBeside(db)
	return ui.Run(ctx, ui.Parts{
		DB: db, Open: office, Sample: sampleOffice, Now: now, Trial: setTo, Locale: locale,
		Restore: restore,
	})
}

// store opens a file, with the log beside it.
func store(ctx context.Context, path string) (*data.Store, error) {
	logBeside(path)
	notes, err := usual("offices")
	if err != nil {
		return nil, err
	}
	return data.Open(ctx, path, data.Options{Now: now, Guard: true, Notes: notes})
}

// office opens a file for the window. One that another window has is opened there;
// one that cannot be written, for want of room or of the right to, can be read.
func office(ctx context.Context, path string) (ui.Office, error) {
	s, err := store(ctx, path)
	if err != nil && !errors.Is(err, data.ErrInUse) {
		s, err = data.OpenToRead(ctx, path, data.Options{Now: now}, err)
	}
	if err != nil {
		return ui.Office{}, err
	}
	return ui.Office{Desk: &app.Desk{Store: s, Now: now, Changes: &app.Changes{}}, Store: s, Close: s.Close}, nil
}

// restore puts a backup in the place of a file, which is kept aside.
func restore(ctx context.Context, o app.RestoreOrder) (app.Restored, error) {
	return data.Restore(ctx, o, now())
}

// sampleOffice makes a sample office for the window, in a file of its own.
func sampleOffice(ctx context.Context, progress func(done, total int)) (string, error) {
	path, err := usual("sample.db")
	for n := 2; err == nil && there(path); n++ {
		path, err = usual(fmt.Sprintf("sample-%d.db", n))
	}
	if err != nil {
		return "", err
	}
	s, err := store(ctx, path)
	if err != nil {
		return "", err
	}
	order := console.SampleOrder{Seed: 1, Issues: 1000, Until: now(), Language: lang.Match(locale())}
	if err := errors.Join(console.Sample(ctx, s, order, progress), s.Close()); err != nil {
		return "", errors.Join(err, discard(path))
	}
	return path, nil
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// discard takes a file away that was not finished, with what SQLite keeps
// beside it.
func discard(path string) error {
	var all error
	for _, end := range []string{"", "-wal", "-shm", ".lock"} {
		if err := os.Remove(path + end); !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// logBeside writes the log beside an office's file. Errors and their places are
// in it, never what people said or who they are.
func logBeside(path string) {
	out := &lumberjack.Logger{Filename: path + ".log", MaxSize: 2, MaxBackups: 3}
	slog.SetDefault(slog.New(slog.NewTextHandler(out, nil)))
}

// locale is how the system names its language. Windows and macOS say it not in
// the environment but when asked.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if l := os.Getenv(name); l != "" {
			return l
		}
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return fynelang.SystemLocale().String()
	}
	return ""
}

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// version is the one the program is packaged under.
func version() string {
	found := regexp.MustCompile(`(?m)^Version = "(.+)"`).FindSubmatch(about)
	if found == nil {
		return ""
	}
	if setTo != "" {
		return string(found[1]) + "+" + setTo
	}
	return string(found[1])
}
