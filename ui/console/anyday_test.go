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
}

func (o anyOffice) String() string {
	return fmt.Sprintf("%s %s, %d issues, seed %d", o.region, o.until, o.issues, o.seed)
}

// someOffices are made in every run: each moment is one at which something is not as
// usual.
var someOffices = []anyOffice{
	{1, "2026-11-29T10:00", 60, workday.CN},     // a Sunday; here many seeds once failed
	{1, "2026-12-01T00:10", 120, workday.CN},    // the first hour of a month, before its meeting
	{3, "2027-06-01T09:00", 200, workday.CN},    // a year without a calendar
	{4, "2028-02-29T23:59", 40, workday.HK},     // a leap day, at night
	{5, "2027-01-01T00:00", 1, workday.TW},      // New Year, one issue
	{6, "2025-07-01T08:00", 25, workday.MO},     // the earliest, before opening
	{7, "2026-10-09T12:30", 300, workday.CN},    // after a long holiday, at noon
	{8, "2031-03-05T11:00", 80, workday.Custom}, // far ahead, with no calendar at all
}

func TestASampleOfficeIsMadeOnAnyDay(t *testing.T) {
	for _, o := range someOffices {
		t.Run(o.String(), o.made)
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
	regions := workday.Regions()
	o := anyOffice{
		seed: chance.Uint64() >> chance.IntN(64), issues: 1 + chance.IntN(300), region: regions[chance.IntN(len(regions))],
		until: first.Add(time.Duration(chance.IntN(10*365*24*60)) * time.Minute).Format("2006-01-02T15:04"),
	}
	if chance.IntN(20) == 0 {
		o.issues = 1 + chance.IntN(5000)
	}
	return o
}

// made makes the office as the program does, and lets no act be refused.
func (o anyOffice) made(t *testing.T) {
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
	defer s.Close()
	err = console.Sample(t.Context(), s, console.SampleOrder{
		Seed: o.seed, Issues: o.issues, Until: until.UTC(), Language: lang.Traditional, // the machine's clock may be anywhere
		Calendar: workday.New(o.region, workday.Five(), zone, tables[o.region].Specials, tables[o.region].Years),
		Refused:  func(err error) { t.Errorf("an act was refused: %v", err) },
	}, func(int, int) {})
	if err != nil {
		t.Error(err)
	}
}
