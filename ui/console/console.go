// Package console is the program without its window: one command, one file. A
// command asks the same store and the same rules as the window does, and says
// what it did in the language of whoever asks. It knows no widget and no SQL,
// and not how the program ends: Run gives back the exit code.
package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/audit"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/statistics"
)

// Exit codes: done, could not be done, was not understood.
const (
	Done   = 0
	Failed = 1
	Misled = 2
)

// Parts is what main puts together for the commands.
type Parts struct {
	Args     []string // without the program's name
	Out, Err io.Writer
	Terminal bool // Err is a terminal: progress may be drawn on it
	Now      func() time.Time
	Locale   string // as the system names its language, zh_TW.UTF-8
	Version  string
	Trial    string // the moment the clock was set to in a program built to be tried on another day
	DB       string // the file of whoever names none
	// Open opens an office's file, making it if it is not there.
	Open func(ctx context.Context, path string) (Store, error)
	// Read opens a file that could not be opened for writing because of an error.
	// With noting, what is printed can be noted beside the window.
	Read func(ctx context.Context, path string, noting bool, because error) (Store, error)
	// Restore puts a backup in a file's place and tells where that was kept.
	Restore func(context.Context, app.RestoreOrder) (app.Restored, error)
	// Discard takes a file away that was not finished.
	Discard func(path string) error
	// Window is the program itself, for whoever gives no command.
	Window func(ctx context.Context, path, locale string) error
}

// Store is what the commands ask of an office's file.
type Store interface {
	app.Store
	meeting.Store
	annual.Store
	improve.Store
	io.Closer

	SeedCalendar(ctx context.Context, r workday.Region, specials []workday.Special, years []int) error
	KeepProject(context.Context, app.Project) (app.ProjectID, error)
	KeepArea(context.Context, app.Area) (app.AreaID, error)
	KeepBuilding(context.Context, app.Building) (app.BuildingID, error)
	KeepRoom(context.Context, app.Room) (app.RoomID, error)
	KeepPerson(context.Context, app.Person) (app.PersonID, error)
	KeepTie(context.Context, app.Tie) error
	KeepCases(context.Context, []app.Case) error
	Fill(context.Context, func() error) error
	AttachFrom(ctx context.Context, name string, in io.Reader) (app.Attachment, error)

	Known(context.Context, app.ProjectID) ([]register.Known, error)
	ImportRegister(context.Context, []register.Entry) (rooms, people int, err error)
	EveryRoom(context.Context, app.ProjectID) ([]app.Found, error)
	KnownNumbers(context.Context, []string) (map[string]past.Known, error)

	statistics.MeetingAsks
	IssueByNumber(context.Context, string) (app.IssueID, error)
	Printable(ctx context.Context, dept app.DeptID, from, until time.Time) ([]app.Line, error)

	Lists(context.Context) ([]app.ListItem, error)
	audit.Store

	Backup(ctx context.Context, folder string) (app.Backup, error)
	Check(context.Context) ([]error, error)
	// ConfirmClock notes that a clock which does not fit the file is right.
	ConfirmClock(ctx context.Context, by app.StaffID) error
	// DoubtClock is an app.ClockDoubt when the clock does not fit the file.
	DoubtClock(context.Context) error
	// Shut tells why the file was opened for reading only; nil if it was not.
	Shut() error
	TakeAsIs(context.Context) error
}

// call is one run of the program.
type call struct {
	Parts
	words      lang.Words
	language   lang.Language
	said       bool // the language was asked for
	db         string
	dbSaid     bool
	clockRight bool // the person says that a doubted clock is right
	replace    bool // a file that is there already may be written anew
}

// command is one thing the program can do without its window.
type command struct {
	name string
	run  func(*call, context.Context, []string) error
}

var commands = []command{
	{"demo", (*call).demo}, {"due", (*call).due}, {"import", (*call).imports}, {"slip", (*call).slip}, {"cost", (*call).cost},
	{"list", (*call).list}, {"kpi", (*call).kpi}, {"pack", (*call).pack}, {"survey", (*call).survey},
	{"audit", (*call).audit},
	{"backup", (*call).backup}, {"restore", (*call).restore}, {"check", (*call).check},
}

// Run does what the arguments ask for and tells how it went.
func Run(ctx context.Context, p Parts) int {
	c := &call{Parts: p, db: p.DB}
	if err := c.speak(lang.Match(p.Locale)); err != nil {
		slog.Error("words", "err", err)
		return Failed
	}
	err := c.begin(ctx)
	if err == nil {
		return Done
	}
	c.complain(err)
	var f fault
	if errors.As(err, &f) && f.misled {
		return Misled
	}
	return Failed
}

// begin reads what comes before the command and hands the rest to it.
func (c *call) begin(ctx context.Context) error {
	var version, help bool
	o := c.options()
	o.flags["version"], o.flags["help"], o.flags["h"] = &version, &help, &help
	rest, err := o.leading(c.Args)
	if err == nil {
		err = c.settle(o)
	}
	switch {
	case err != nil:
		return err
	case version:
		return c.say("console.version", c.Version)
	case help || len(rest) > 0 && rest[0] == "help":
		return c.help(rest)
	case len(rest) == 0:
		if c.said {
			c.Locale = string(c.language)
		}
		return c.Window(ctx, c.db, c.Locale)
	}
	if c.Trial != "" {
		fmt.Fprintln(c.Err, c.words.Say("console.clock", c.Trial))
	}
	for _, cmd := range commands {
		if cmd.name != rest[0] {
			continue
		}
		if wantsHelp(rest[1:]) {
			return c.help(rest)
		}
		return cmd.run(c, ctx, rest[1:])
	}
	return misled("console.unknown.command", rest[0])
}

// options are what every command understands.
func (c *call) options() *options {
	o := &options{texts: map[string]*string{}, flags: map[string]*bool{}}
	o.texts["db"], o.texts["lang"] = new(string), new(string)
	o.flags["clock-right"] = new(bool)
	o.flags["replace"] = &c.replace
	return o
}

// settle takes over what was said about file and language.
func (c *call) settle(o *options) error {
	c.clockRight = *o.flags["clock-right"]
	if db := *o.texts["db"]; db != "" {
		c.db, c.dbSaid = db, true
	}
	if l := *o.texts["lang"]; l != "" {
		for _, known := range lang.All {
			if string(known) == l {
				c.said = true
				return c.speak(known)
			}
		}
		return misled("console.unknown.lang", l)
	}
	return nil
}

// read reads a command's options and what stands between them.
func (c *call) read(o *options, args []string) ([]string, error) {
	rest, err := o.all(args)
	if err == nil {
		err = c.settle(o)
	}
	return rest, err
}

func (c *call) speak(l lang.Language) error {
	w, err := lang.Load(l)
	if err == nil {
		c.words, c.language = w, l
	}
	return err
}

// open opens the office's file, and speaks the office's language unless another
// was asked for.
func (c *call) open(ctx context.Context) (Store, app.Ground, error) {
	s, err := c.Open(ctx, c.db)
	if err != nil {
		return nil, app.Ground{}, err
	}
	if c.clockRight {
		if err := s.ConfirmClock(ctx, 0); err != nil {
			return nil, app.Ground{}, errors.Join(err, s.Close())
		}
	}
	return c.opened(ctx, s)
}

// openRead is openOld for what only reads: beside the window that has the file, or
// on a disk that is full.
func (c *call) openRead(ctx context.Context) (Store, app.Ground, error) {
	return c.openBeside(ctx, false)
}

// openBeside is openRead; with noting it may also be kept what was printed.
func (c *call) openBeside(ctx context.Context, noting bool) (Store, app.Ground, error) {
	s, g, err := c.openOld(ctx)
	var t befallen
	if err != nil && c.Read != nil && errors.As(err, &t) {
		if s, err = c.Read(ctx, c.db, noting, err); err == nil {
			s, g, err = c.opened(ctx, s)
		}
	}
	if err != nil {
		return nil, g, err
	}
	if noting { // what it writes is refused by a clock that is doubted
		return s, g, nil
	}
	return s, g, c.heedClock(ctx, s, g)
}

// heedClock warns whoever only reads that the clock does not fit the file; what is
// asked for is answered all the same.
func (c *call) heedClock(ctx context.Context, s Store, g app.Ground) error {
	err := s.DoubtClock(ctx)
	var doubt app.ClockDoubt
	if !errors.As(err, &doubt) {
		return err
	}
	_, err = fmt.Fprintln(c.Err, c.voice(g).Doubt(doubt)+"\n"+c.words.Say("console.clock.reading"))
	return err
}

func (c *call) opened(ctx context.Context, s Store) (Store, app.Ground, error) {
	g, err := s.Ground(ctx)
	if err == nil && !c.said && g.Office.Screen != "" {
		err = c.speak(lang.Language(g.Office.Screen))
	}
	lists, asked := s.Lists(ctx)
	if err = errors.Join(err, asked); err != nil {
		return nil, g, errors.Join(err, s.Close())
	}
	c.words = c.words.With(say.OwnWords(lists, c.language))
	return s, g, nil
}

// openOld is open for a file that must be there: reading makes none.
func (c *call) openOld(ctx context.Context) (Store, app.Ground, error) {
	info, err := os.Stat(c.db)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		var t befallen
		if c.Read != nil {
			if _, lost := c.Read(ctx, c.db, false, err); errors.As(lost, &t) { // it was here, and can come back
				return nil, app.Ground{}, lost
			}
		}
		return nil, app.Ground{}, refused("console.no-file", c.db)
	case err == nil && info.Mode().IsRegular() && info.Size() == 0:
		return nil, app.Ground{}, refused("console.empty-file", c.db)
	}
	return c.open(ctx)
}

// voice speaks about one office.
func (c *call) voice(g app.Ground) say.Voice { return say.Voice{Words: c.words, Ground: g} }
