// Package ui is the window: it opens an office's file, asks who sits at the
// desk, lays the places out and moves between them. It wires the screens, which
// do not know each other, and knows neither how things are kept nor the rules.
package ui

import (
	"context"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/ui/issues"
	"ownerdesk/ui/ledger"
	"ownerdesk/ui/measures"
	"ownerdesk/ui/meetings"
	"ownerdesk/ui/printing"
	"ownerdesk/ui/register"
	"ownerdesk/ui/settings"
	"ownerdesk/ui/statistics"
	"ownerdesk/ui/surveys"
	"ownerdesk/ui/today"
)

// Parts is what main puts together for the window.
type Parts struct {
	// DB is the file to open first.
	DB string
	// Open opens a file, making it if it is not there. An error that has a
	// method Trouble is put into words with what to do about it.
	Open func(ctx context.Context, path string) (Office, error)
	// Restore puts a backup in the place of a damaged file, which is kept aside.
	Restore func(context.Context, app.RestoreOrder) (app.Restored, error)
	// Sample makes the sample office in a file of its own and tells its path.
	Sample func(ctx context.Context, progress func(done, total int)) (path string, err error)
	// Now is the clock.
	Now func() time.Time
	// Trial is the moment the clock was set to in a program built to be tried on
	// another day; empty in every other.
	Trial string
	// Locale is how the system names its language, zh_TW.UTF-8.
	Locale string
}

// Office is an opened file and the desk at it.
type Office struct {
	Desk  *app.Desk
	Store Store
	Close func() error
}

// clockAsks is what the window asks about a clock that does not fit the file.
type clockAsks interface {
	// DoubtClock is an app.ClockDoubt when it does not.
	DoubtClock(context.Context) error
	ConfirmClock(context.Context, app.StaffID) error
}

// Store is all that the screens and the window itself ask of the store.
type Store interface {
	clockAsks
	today.Asks
	ledger.Asks
	issues.IntakeAsks
	issues.PageAsks
	register.Asks
	register.ImportAsks
	register.PastAsks
	settings.Asks
	printing.Asks
	statistics.Asks
	meetings.Asks
	measures.Asks
	meeting.Store
	improve.Store
	surveys.Asks
	annual.Store
	draftStore

	// Shut tells why the file was opened for reading only; nil if it was not.
	Shut() error
	BackupDue(ctx context.Context, now time.Time, folder string) (app.Backup, error)
	SeedCalendar(ctx context.Context, r workday.Region, specials []workday.Special, years []int) error
}
