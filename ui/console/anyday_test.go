package console_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

// anyOffice is one of all the sample offices there could be.
type anyOffice struct {
	seed   uint64
	until  string // by the office's clock
	issues int
	region workday.Region
	week   string // 5, 5.5, 6, 7 as --pattern names it, or one of an office's own as it is stored
}

func (o anyOffice) String() string {
	return fmt.Sprintf("%s %s, %d issues, seed %d, week %q", o.region, o.until, o.issues, o.seed, o.week)
}

// someOffices are made in every run: each moment is one at which something is not as
// usual.
var someOffices = []anyOffice{
	{1, "2026-11-29T10:00", 60, workday.CN, "5"},                                   // a Sunday; here many seeds once failed
	{1, "2026-12-01T00:10", 120, workday.CN, "6"},                                  // the first hour of a month, before its meeting
	{3, "2027-06-01T09:00", 200, workday.CN, "5.5"},                                // a year without a calendar
	{4, "2028-02-29T23:59", 40, workday.HK, "6"},                                   // a leap day, at night
	{5, "2027-01-01T00:00", 1, workday.TW, "mww-wwa 08:00-11:30 14:00-17:30"},      // New Year, one issue
	{6, "2025-07-01T08:00", 25, workday.MO, "5"},                                   // the earliest, before opening
	{7, "2026-10-09T12:30", 300, workday.CN, "7"},                                  // after a long holiday, at noon
	{8, "2031-03-05T11:00", 80, workday.Custom, "w------ 10:00-12:00 12:00-19:00"}, // far ahead, with no calendar at all
}

func TestASampleOfficeIsMadeOnAnyDay(t *testing.T) {
	for _, o := range someOffices {
		t.Run(o.String(), func(t *testing.T) {
			t.Parallel()
			o.made(t)
		})
	}
}

// The wide run: two hundred offices, drawn from the seed that make soak draws.
func TestASampleOfficeIsMadeOnAnyDrawnDay(t *testing.T) {
	if os.Getenv("OWNERDESK_SOAK") == "" {
		t.Skip("make soak runs this")
	}
	seed, err := strconv.ParseUint(os.Getenv("OWNERDESK_SOAK_SEED"), 10, 64)
	if err != nil {
		seed = 1
	}
	t.Logf("OWNERDESK_SOAK_SEED=%d makes these again", seed)
	chance := rand.New(rand.NewPCG(seed, 200))
	for range 200 {
		o := drawnOffice(chance)
		t.Run(o.String(), func(t *testing.T) {
			t.Parallel()
			o.made(t)
		})
	}
}

// drawnOffice is any office of ten years: small ones mostly, to make many, and one in
// twenty of thousands of issues.
func drawnOffice(chance *rand.Rand) anyOffice {
	first := time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC)
	regions, weeks := workday.Regions(), drawnWeeks(chance)
	o := anyOffice{
		seed: chance.Uint64() >> chance.IntN(64), issues: 1 + chance.IntN(300), region: regions[chance.IntN(len(regions))],
		until: first.Add(time.Duration(chance.IntN(10*365*24*60)) * time.Minute).Format("2006-01-02T15:04"),
	}
	o.week = weeks[chance.IntN(len(weeks))]
	if chance.IntN(20) == 0 {
		o.issues = 1 + chance.IntN(5000)
	}
	return o
}

// weeks are those with names.
var weeks = map[string]func() workday.Pattern{"5": workday.Five, "5.5": workday.FiveHalf, "6": workday.Six, "7": workday.Seven}

// drawnWeeks are those with names, and one of an office's own.
func drawnWeeks(chance *rand.Rand) []string {
	days := make([]byte, 7)
	for i := range days {
		days[i] = "-maww"[chance.IntN(5)]
	}
	days[chance.IntN(7)] = 'w' // somebody works
	return []string{"5", "5.5", "6", "7", string(days) + " 08:30-12:00 13:30-17:30"}
}

// made makes the office as the program does, and lets no act be refused.
func (o anyOffice) made(t *testing.T) (*data.Store, time.Time) {
	t.Helper()
	tables, err := workday.Shipped(calendars.CN, calendars.Regional)
	if err != nil {
		t.Fatal(err)
	}
	zone := app.Office{Zone: o.region.Zone()}.Location()
	until, err := time.ParseInLocation("2006-01-02T15:04", o.until, zone)
	if err != nil {
		t.Fatal(err)
	}
	s, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), data.Options{Now: func() time.Time { return until }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	err = console.Sample(t.Context(), s, console.SampleOrder{
		Seed: o.seed, Issues: o.issues, Until: until.UTC(), Language: lang.Traditional, // the machine's clock may be anywhere
		Calendar: workday.New(o.region, o.pattern(t), zone, tables[o.region].Specials, tables[o.region].Years),
		Refused:  func(err error) { t.Errorf("an act was refused: %v", err) },
	}, func(int, int) {})
	if err != nil {
		t.Error(err)
	}
	return s, until
}

// pattern is the week of work that the office has.
func (o anyOffice) pattern(t *testing.T) workday.Pattern {
	t.Helper()
	if named := weeks[o.week]; named != nil {
		return named()
	}
	p, err := workday.ParsePattern(o.week)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
