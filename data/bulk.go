package data

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
)

// perTransaction is how many cases are written at once in bulk.
const perTransaction = 5000

// KeepCases writes many finished cases: a sample office, a ledger taken over.
// They bring their numbers; the counters go on after the highest. A case without
// an id gets one. While the file holds no issues yet, speed comes before
// durability: whoever loses power then begins anew.
func (s *Store) KeepCases(ctx context.Context, cases []app.Case) (err error) {
	fast, end, err := s.hurry(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, end()) }()
	fast = fast || s.filling
	for at := 0; at < len(cases); at += perTransaction {
		some := cases[at:min(at+perTransaction, len(cases))]
		if err := s.write(ctx, func(p *pen) error { return p.keepCases(ctx, some) }); err != nil {
			return err
		}
		if !fast {
			continue
		}
		if err := s.raise(ctx, len(some)); err != nil {
			return err
		}
	}
	return nil
}

// Fill lets do write a whole office into a file without issues: speed comes before
// durability until it is done. Whoever loses power, or whom do fails, begins anew.
func (s *Store) Fill(ctx context.Context, do func() error) (err error) {
	fast, end, err := s.hurry(ctx)
	if err != nil {
		return err
	}
	defer func() {
		s.filling = false
		err = errors.Join(err, end())
	}()
	s.filling = fast
	return do()
}

// hurry loosens durability for a file without issues until the function it
// returns is called; within Fill that is so already.
func (s *Store) hurry(ctx context.Context) (fast bool, end func() error, err error) {
	if s.shut != nil {
		return false, nil, s.shut
	}
	if s.filling {
		return false, func() error { return nil }, nil
	}
	n, err := one(ctx, s.ro, value[int], `SELECT count(*) FROM (SELECT 1 FROM issues LIMIT 1)`)
	if err != nil || n > 0 && s.hurried == 0 {
		return false, func() error { return nil }, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.pen.set(ctx, loose); err != nil { // perhaps half of it is set
		return false, nil, errors.Join(err, s.pen.strict())
	}
	s.logPages = logPagesBulk
	return true, func() error {
		s.writing.Lock()
		defer s.writing.Unlock()
		s.logPages = logPages
		err := s.pen.strict()
		_, down := s.checkpoint(context.Background(), "PASSIVE") // what was written without waiting for the disk
		return s.explain(errors.Join(err, down))
	}, nil
}

// What makes writing in bulk fast, and what it is set back to.
var (
	loose = []string{
		`PRAGMA synchronous = OFF`, `PRAGMA cache_size = -262144`,
		`PRAGMA temp_store = MEMORY`, // where it is kept how to undo a statement
		`INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)`,
		`INSERT INTO search (search, rank) VALUES ('automerge', 0)`, // tidy merges all at once
		`INSERT INTO search (search, rank) VALUES ('crisismerge', 1000)`,
	}
	strict = []string{
		`PRAGMA synchronous = FULL`,
		`PRAGMA temp_store = DEFAULT`, `PRAGMA cache_size = -65536`,
		`INSERT INTO search (search, rank) VALUES ('crisismerge', 16)`,
		`INSERT INTO search (search, rank) VALUES ('automerge', 4)`,
		`INSERT INTO search (search, rank) VALUES ('hashsize', 1048576)`,
	}
)

// strict sets the pen back after a bulk, whoever called that off: durability
// first, and each by itself, so that a disk that is full keeps none from the next.
func (p *pen) strict() error {
	var all error
	for _, one := range strict {
		all = errors.Join(all, p.set(context.Background(), []string{one}))
	}
	return all
}

// FTS5 merges sixteen parts of one level of the index into one of the next. Were
// all that a bulk wrote on the ground floor, somebody's 240th save would wait
// seconds for all of it to be merged; so its first part is raised by some
// storeys, and tidy puts the rest on top of it.
const (
	raisedAfter = 10000 // cases: more than one transaction brings, or FTS5 lowers it again
	storeys     = 4
)

func (s *Store) raise(ctx context.Context, written int) error {
	before := s.hurried
	s.hurried += written
	if before >= raisedAfter || s.hurried < raisedAfter {
		return nil
	}
	how := []string{`INSERT INTO search (search) VALUES ('optimize')`}
	for range storeys {
		how = append(how, `INSERT INTO search (rowid, number) VALUES (-1, 'a')`,
			`INSERT INTO search (search) VALUES ('optimize')`, `DELETE FROM search WHERE rowid = -1`)
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.explain(s.pen.set(ctx, how))
}

// tidy puts the full-text index in order after it was filled in bulk, rather
// than in the middle of somebody's first save, and does what wiping left undone.
func (s *Store) tidy() error {
	if s.unwiped {
		if err := s.wipeNow(); err != nil {
			return err
		}
	}
	if s.hurried == 0 {
		return nil
	}
	return s.pen.set(context.Background(), []string{`INSERT INTO search (search) VALUES ('optimize')`})
}

func (p *pen) set(ctx context.Context, how []string) error {
	for _, one := range how {
		if _, err := p.conn.ExecContext(ctx, one); err != nil {
			return err
		}
	}
	return nil
}

func (p *pen) keepCases(ctx context.Context, cases []app.Case) error {
	highest := map[counter]int{}
	// The driver starts a goroutine for each statement that could be called off.
	// Here it is asked between cases instead.
	calledOff := ctx.Err
	ctx = context.WithoutCancel(ctx)
	for i := range cases {
		if err := calledOff(); err != nil {
			return err
		}
		if err := p.keepCase(ctx, &cases[i]); err != nil {
			return fmt.Errorf("case %s: %w", cases[i].Number, err)
		}
		for _, number := range numbersOf(cases[i]) {
			note(highest, cases[i].Project, number)
		}
	}
	if err := p.indexCases(ctx, cases); err != nil {
		return err
	}
	return p.advance(ctx, highest)
}

// indexCases adds cases to the full-text index, after all of them were written
// and in the order of their ids: any other statement in between, and any step
// back, would make the index write what it has gathered to the file at once.
func (p *pen) indexCases(ctx context.Context, cases []app.Case) error {
	inOrder := make([]*app.Case, len(cases))
	for i := range cases {
		inOrder[i] = &cases[i]
	}
	slices.SortFunc(inOrder, func(a, b *app.Case) int { return cmp.Compare(a.ID, b.ID) })
	for _, c := range inOrder {
		if err := p.indexCase(ctx, *c); err != nil {
			return err
		}
	}
	return nil
}

// keepCase writes one case with all its parts.
func (p *pen) keepCase(ctx context.Context, c *app.Case) error {
	if c.Version == 0 {
		c.Version = max(1, len(c.Acts))
	}
	if err := p.insertIssue(ctx, &c.Issue); err != nil {
		return err
	}
	id := int64(c.ID)
	for i := range c.Rounds {
		if err := p.keepRound(ctx, c.ID, &c.Rounds[i]); err != nil {
			return err
		}
	}
	for _, keep := range []func() error{
		func() error { return p.keepActs(ctx, c.ID, c.Acts) },
		func() error { return delays.keepEach(ctx, p, c.Delays, id) },
		func() error { return feedbacks.keepEach(ctx, p, c.Feedbacks, id) },
		func() error { return notes.keepEach(ctx, p, c.Notes, id) },
		func() error { return followUps.keepEach(ctx, p, c.FollowUps, id) },
		func() error { return closings.keepEach(ctx, p, c.Closings, id) },
		func() error { return attachments.keepEach(ctx, p, c.Attachments, id) },
		func() error { return disturbances.addEach(ctx, p, c.Disturbances, id) },
		func() error { return inspections.addEach(ctx, p, c.Inspections, id) },
		func() error { return helps.keepEach(ctx, p, c.Helps, id) },
		func() error { return suspensions.keepEach(ctx, p, c.Suspensions, id) },
		func() error { return callers.keepEach(ctx, p, c.Callers, id) },
		func() error { return costs.addEach(ctx, p, c.Costs, id) },
		func() error { return p.keepInquiry(ctx, c.ID, c.Inquiry) },
	} {
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}

// counter names one row of counters.
type counter struct {
	project app.ProjectID
	prefix  string
	month   string
}

// note remembers the highest serial of each counter. A number that is not of
// our making, taken over from an older ledger, moves none.
func note(highest map[counter]int, project app.ProjectID, number string) {
	parts := strings.Split(number, "-")
	if len(parts) > 0 && strings.HasPrefix(parts[len(parts)-1], "R") {
		parts = parts[:len(parts)-1]
	}
	if len(parts) < 3 {
		return
	}
	parts = parts[len(parts)-3:]
	serial, err := strconv.Atoi(parts[2])
	if err != nil || len(parts[1]) != 6 {
		return
	}
	c := counter{project, parts[0], parts[1][:4] + "-" + parts[1][4:]}
	highest[c] = max(highest[c], serial)
}

// advance moves the counters behind numbers that were given elsewhere.
func (p *pen) advance(ctx context.Context, highest map[counter]int) error {
	for c, last := range highest {
		if last < 1 {
			continue
		}
		if _, err := p.exec(ctx, `
			INSERT INTO counters (project_id, prefix, month, last) VALUES (?, ?, ?, ?)
			ON CONFLICT (project_id, prefix, month) DO UPDATE SET last = max(last, excluded.last)`,
			int64(c.project), c.prefix, c.month, last); err != nil {
			return err
		}
	}
	return nil
}
