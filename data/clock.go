package data

import (
	"context"
	"time"

	"ownerdesk/app"
)

// heed refuses to write by a clock that does not fit the file, and remembers the
// newest moment otherwise. A minute is near enough.
func (s *Store) heed(ctx context.Context, p *pen) error {
	if !s.guard {
		return nil
	}
	var newest time.Time
	if err := p.one(ctx, readClock, nil, moment{&newest}); err != nil {
		return err
	}
	now := s.now()
	if err := app.Doubt(now, newest); err != nil || now.Before(newest.Add(time.Minute)) {
		return err
	}
	return p.setClock(ctx, now)
}

const readClock = `SELECT newest FROM clock`

func (p *pen) setClock(ctx context.Context, now time.Time) error {
	_, err := p.exec(ctx, `UPDATE clock SET newest = ?`, stamp(now))
	return err
}

// jot is write for what is only being typed: a doubted clock costs nobody a text.
func (s *Store) jot(ctx context.Context, do func(*pen) error) error {
	if s.shut != nil {
		return s.shut
	}
	if p, within := ctx.Value(withPen{s}).(*pen); within {
		return s.explain(do(p))
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if gone := s.vanished(); gone != nil {
		return gone
	}
	err := s.pen.transact(ctx, do)
	s.afterWrite()
	return s.explain(err)
}

// DoubtClock is an app.ClockDoubt when the clock does not fit what is in the file,
// nil when it does.
func (s *Store) DoubtClock(ctx context.Context) error {
	newest, err := one(ctx, s.ro, func(r row) (t time.Time, err error) {
		err = r.Scan(moment{&t})
		return t, err
	}, readClock)
	if err != nil || !s.guard {
		return s.explain(err)
	}
	return app.Doubt(s.now(), newest)
}

// ConfirmClock notes that somebody said the clock is right; what is written from now
// on follows it. Nobody is named where a command was told so.
func (s *Store) ConfirmClock(ctx context.Context, by app.StaffID) error {
	return s.jot(ctx, func(p *pen) error {
		var newest time.Time
		if err := p.one(ctx, readClock, nil, moment{&newest}); err != nil {
			return err
		}
		if app.Doubt(s.now(), newest) == nil {
			return nil
		}
		if _, err := p.exec(ctx, `INSERT INTO clock_answers (at, newest, by_id) VALUES (?, ?, ?)`, stamp(s.now()), stamp(newest), orNull(by)); err != nil {
			return err
		}
		return p.setClock(ctx, s.now())
	})
}
