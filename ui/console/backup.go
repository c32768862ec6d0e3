package console

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ownerdesk/app"
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
	s, g, err := c.openRead(ctx)
	if err != nil {
		return err
	}
	if *to == "" {
		*to = g.Office.Backups
	}
	made, err := s.Backup(ctx, *to)
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	if err := c.say("console.backup.done", made.Path); err != nil {
		return err
	}
	return c.lacks("console.backup.lacks", made.Found)
}

// lacks names the evidence that a backup or what was restored lacks; that is no
// success.
func (c *call) lacks(key string, found []error) error {
	for _, one := range found {
		if _, err := fmt.Fprintln(c.Out, c.finding(one)); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return refused(key, len(found))
	}
	return nil
}

// restore puts a backup in the place of the office's file, which is kept aside.
func (c *call) restore(ctx context.Context, args []string) error {
	o := c.options()
	other, partly := o.flag("other-office"), o.flag("partly")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) == 0:
		return misled("console.restore.file")
	case len(rest) > 1:
		return misled("console.extra", rest[1])
	}
	back, err := c.Restore(ctx, app.RestoreOrder{Backup: rest[0], Path: c.db, Other: *other, Partly: *partly})
	var t befallen
	var stranger interface{ Offices() (theirs, ours string) }
	if errors.As(err, &stranger) {
		theirs, ours := stranger.Offices()
		return refused("console.restore.foreign", rest[0], theirs, ours)
	}
	if errors.As(err, &t) {
		if kind, path := t.Trouble(); kind == "damaged" || kind == "not-ours" { // the backup: the file itself is not looked at
			return refused("console.restore.unfit", path)
		} else if kind == "part-damaged" {
			return refused("console.restore.partly", path)
		}
	}
	if err != nil {
		return err
	}
	if back.Aside == "" {
		err = c.say("console.restore.done", c.db)
	} else {
		err = c.say("console.restore.aside", c.db, back.Aside)
	}
	return errors.Join(err, c.lacks("console.restore.lacks", back.Found))
}

// check examines the file and all that belongs to it.
func (c *call) check(ctx context.Context, args []string) error {
	o := c.options()
	asIs := o.flag("take-as-is")
	rest, err := c.read(o, args)
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
	if *asIs {
		if err := s.TakeAsIs(ctx); err != nil {
			return errors.Join(err, s.Close())
		}
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
