// Ownerdesk helps a property office to see every owner's issue through, from
// the call to the signed slip to the closed file.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/ui"
)

func main() {
	db := flag.String("db", "ownerdesk.db", "the office's file")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := window(ctx, *db); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// window opens the window on an office's file.
func window(ctx context.Context, db string) error {
	return ui.Run(ctx, ui.Parts{DB: db, Open: open, Restore: restore, Now: time.Now, Locale: os.Getenv("LANG")})
}

// open opens a file for the window.
func open(ctx context.Context, path string) (ui.Office, error) {
	s, err := data.Open(ctx, path, data.Options{Now: time.Now})
	if err != nil {
		return ui.Office{}, err
	}
	return ui.Office{Desk: &app.Desk{Store: s, Now: time.Now, Changes: &app.Changes{}}, Store: s, Close: s.Close}, nil
}

// restore puts a backup in the place of a damaged file.
func restore(ctx context.Context, backup, path string) error {
	_, err := data.Restore(ctx, backup, path, time.Now())
	return err
}
