package console

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/sample"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/assets/samples"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// SampleOrder says which sample office is wanted.
type SampleOrder struct {
	Seed     uint64
	Issues   int
	Until    time.Time
	Language lang.Language    // of the screen and of paper
	Calendar workday.Calendar // zero: the mainland's, with a week of five days

	Refused func(error) // hears of every act that the rules refused; may be nil
}

// demo makes a sample office in a new file.
func (c *call) demo(ctx context.Context, args []string) error {
	o := c.options()
	issues, seed, until := o.text("issues", "1000"), o.text("seed", "1"), o.text("until", "")
	region, pattern := o.text("region", ""), o.text("pattern", "")
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err != nil {
		return err
	}
	order := SampleOrder{Until: c.Now(), Language: lang.Traditional}
	if c.said {
		order.Language = c.language
	}
	if order.Issues, err = strconv.Atoi(*issues); err != nil || order.Issues < 0 || order.Issues > 10_000_000 {
		return misled("console.demo.issues", *issues)
	}
	if order.Seed, err = strconv.ParseUint(*seed, 10, 64); err != nil {
		return misled("console.demo.seed", *seed)
	}
	if order.Calendar, err = regional(*region, *pattern); err != nil {
		return err
	}
	if *until != "" {
		if order.Until, err = c.moment("--until", *until, order.Calendar.Loc); err != nil {
			return err
		}
	}
	if !c.dbSaid { // the office of one's own is no place for invented people
		return misled("console.demo.db")
	}
	return c.makeDemo(ctx, order)
}

// makeDemo refuses a file that exists, and leaves none behind that is not whole.
func (c *call) makeDemo(ctx context.Context, order SampleOrder) error {
	if _, err := os.Lstat(c.db); err == nil {
		return refused("console.demo.exists", c.db)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return refused("console.demo.unread", c.db)
	}
	began := c.Now()
	s, err := c.Open(ctx, c.db)
	if err != nil {
		return err
	}
	progress := c.progress("console.demo.progress")
	// Much is made here and at once let go of; there is memory to collect it less often.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	err = Sample(ctx, s, order, progress)
	if err = errors.Join(err, s.Close()); err != nil {
		return errors.Join(err, c.Discard(c.db))
	}
	seconds := strconv.FormatFloat(c.Now().Sub(began).Seconds(), 'f', 1, 64)
	return c.say("console.demo.done", c.db, order.Issues, seconds)
}

// progress draws how far something has come on a terminal, and nothing
// elsewhere.
func (c *call) progress(key string) func(done, total int) {
	shown := -1
	return func(done, total int) {
		percent := 100
		if total > 0 {
			percent = done * 100 / total
		}
		if !c.Terminal || percent == shown {
			return
		}
		shown = percent
		fmt.Fprintf(c.Err, "\r%s", c.words.Say(key, percent))
		if done >= total {
			fmt.Fprintln(c.Err)
		}
	}
}

// Sample makes a sample office in an empty file.
func Sample(ctx context.Context, s Store, o SampleOrder, progress func(done, total int)) error {
	return s.Fill(ctx, func() error { return fill(ctx, s, o, progress) })
}

func fill(ctx context.Context, s Store, o SampleOrder, progress func(done, total int)) error {
	exhibits := sample.Exhibits(o.Seed)
	w, err := world(ctx, s, o, exhibits)
	if err != nil {
		return err
	}
	if err := furnish(ctx, s, w, o.Until); err != nil {
		return err
	}
	kept := 0
	progress(0, o.Issues)
	for some, err := range kit.Ahead(w.Cases()) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := s.KeepCases(ctx, some); err != nil {
			return err
		}
		kept += len(some)
		progress(kept, o.Issues)
	}
	for _, e := range exhibits { // after the issues, so that few are left behind by an office that fails
		if _, err := s.AttachFrom(ctx, e.Name, bytes.NewReader(e.Bytes)); err != nil {
			return fmt.Errorf("sample file %s: %w", e.Name, err)
		}
	}
	if o.Issues > mostMet {
		return nil
	}
	if err := w.Ask(ctx, s, s, drafting(o.Language, w.Ground)); err != nil {
		return err
	}
	better, err := w.Improve(ctx, s, s)
	if err != nil {
		return err
	}
	if err := w.Gather(ctx, s, s, better.Until); err != nil {
		return err
	}
	if err := better.Until(o.Until); err != nil {
		return err
	}
	return w.Check(ctx, s, s)
}

// drafting words the findings of the sample's surveys, as somebody who read the
// draft leaves them.
func drafting(l lang.Language, g app.Ground) sample.Drafting {
	return func(_ annual.Head, r annual.Results) annual.Findings {
		words, err := lang.Load(l)
		if err != nil {
			return annual.Findings{}
		}
		f := reports.Facts{Voice: say.Voice{Words: words, Ground: g}}
		found := reports.DraftFindings(f, annual.Draft(r), r)
		for i := range found.Problems {
			p := &found.Problems[i]
			p.N, p.Title = 0, f.Undrafted(p.Title)
		}
		for i := range found.Suggestions {
			s := &found.Suggestions[i]
			s.N, s.Text = 0, f.Undrafted(s.Text)
		}
		return found
	}
}

// mostMet is up to how many issues an office has had its meetings: those made to
// measure are wanted fast, and for their issues only.
const mostMet = 20_000

// world makes the office up, by the calendar and the rules the new file has.
func world(ctx context.Context, s Store, o SampleOrder, exhibits []sample.Exhibit) (*sample.World, error) {
	if err := seed(ctx, s); err != nil {
		return nil, err
	}
	if o.Calendar.Loc == nil {
		var err error
		if o.Calendar, err = regional("", ""); err != nil {
			return nil, err
		}
	}
	g, err := s.Ground(ctx)
	if err != nil {
		return nil, err
	}
	var texts map[lang.Language]sample.Texts
	if err := json.Unmarshal(samples.Texts, &texts); err != nil {
		return nil, fmt.Errorf("sample texts: %w", err)
	}
	said, there := texts[o.Language]
	if !there {
		said = texts[lang.Traditional] // nobody on an estate in Hangzhou complains in English
	}
	return sample.New(sample.Order{
		Seed: o.Seed, Issues: o.Issues, Until: o.Until, Calendar: o.Calendar, Rules: g.Rules,
		Texts: said, Screen: string(o.Language), Zone: o.Calendar.Region.Zone(), Exhibits: exhibits, Refused: o.Refused,
	}), nil
}

// furnish keeps the office and its register. Ids are those the world was made
// up with; a store that gives others would mix people up.
func furnish(ctx context.Context, s Store, w *sample.World, at time.Time) error {
	for _, keep := range []func() error{
		func() error { return s.KeepOffice(ctx, w.Ground.Office, 0, at) },
		func() error {
			return keepEach(ctx, w.Departments, s.KeepDepartment, func(d app.Department) app.DeptID { return d.ID })
		},
		func() error {
			return keepEach(ctx, w.Staff, s.KeepStaff, func(m app.Staff) app.StaffID { return m.ID })
		},
		func() error {
			return keepEach(ctx, w.Projects, s.KeepProject, func(p app.Project) app.ProjectID { return p.ID })
		},
		func() error { return keepEach(ctx, w.Areas, s.KeepArea, func(a app.Area) app.AreaID { return a.ID }) },
		func() error {
			return keepEach(ctx, w.Buildings, s.KeepBuilding, func(b app.Building) app.BuildingID { return b.ID })
		},
		func() error { return keepEach(ctx, w.Rooms, s.KeepRoom, func(r app.Room) app.RoomID { return r.ID }) },
		func() error {
			return keepEach(ctx, w.People, s.KeepPerson, func(p app.Person) app.PersonID { return p.ID })
		},
		func() error { return keepTies(ctx, s, w.Ties) },
	} {
		if err := keep(); err != nil {
			return err
		}
	}
	return nil
}

func keepEach[T any, K comparable](ctx context.Context, all []T, keep func(context.Context, T) (K, error), id func(T) K) error {
	for _, one := range all {
		got, err := keep(ctx, one)
		if err != nil {
			return err
		}
		if got != id(one) {
			return fmt.Errorf("sample: kept as %v what is %v", got, id(one))
		}
	}
	return nil
}

func keepTies(ctx context.Context, s Store, ties []app.Tie) error {
	for _, t := range ties {
		if err := s.KeepTie(ctx, t); err != nil {
			return err
		}
	}
	return nil
}
