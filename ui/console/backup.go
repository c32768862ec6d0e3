package console

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// backup copies the office's file and looks the copy over.
func (c *call) backup(ctx context.Context, args []string) error {
	o := c.options()
	to := o.text("to", "")
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err != nil {
		return err
	}
	s, g, err := c.openOld(ctx)
	if err != nil {
		return err
	}
	if *to == "" {
		*to = g.Office.Backups
	}
	path, err := s.Backup(ctx, *to)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	return c.say("console.backup.done", path)
}

// restore puts a backup in the place of the office's file, which is kept aside.
func (c *call) restore(ctx context.Context, args []string) error {
	rest, err := c.read(c.options(), args)
	switch {
	case err != nil:
		return err
	case len(rest) == 0:
		return misled("console.restore.file")
	case len(rest) > 1:
		return misled("console.extra", rest[1])
	}
	aside, err := c.Restore(ctx, rest[0], c.db)
	var t befallen
	if errors.As(err, &t) {
		if kind, path := t.Trouble(); kind == "damaged" || kind == "not-ours" { // the backup: the file itself is not looked at
			return refused("console.restore.unfit", path)
		}
	}
	if err != nil {
		return err
	}
	if aside == "" {
		return c.say("console.restore.done", c.db)
	}
	return c.say("console.restore.aside", c.db, aside)
}

// check examines the file and all that belongs to it.
func (c *call) check(ctx context.Context, args []string) error {
	rest, err := c.read(c.options(), args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err != nil {
		return err
	}
	s, _, err := c.openOld(ctx)
	if err != nil {
		return err
	}
	found, err := s.Check(ctx)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	for _, one := range found {
		if _, err := fmt.Fprintln(c.Out, c.finding(one)); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return refused("console.check.found", len(found))
	}
	return c.say("console.check.sound", c.db)
}

// finding words one thing that is wrong. What to do about damage is said once,
// after all of them: here no backups were looked for.
func (c *call) finding(one error) string {
	var t befallen
	if errors.As(one, &t) {
		if kind, path := t.Trouble(); kind == "damaged" {
			return strings.TrimSpace(c.words.Say("console.befallen", path, c.words.Say("open.what.damaged"), ""))
		}
	}
	return c.sentence(one)
}
