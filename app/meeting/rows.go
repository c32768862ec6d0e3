package meeting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/app/trace"
	"ownerdesk/app/workday"
)

// Row is what all lists of a record have in common: the row's number, which it
// keeps for good, its place in the list, and whether it was struck out.
type Row struct {
	N    int // 0 for a new one
	Pos  int
	Gone bool
}

func (r *Row) row() *Row { return r }

// lined is a pointer to a row of some list.
type lined[T any] interface {
	*T
	row() *Row
}

// Live are the rows that were not struck out, in their order.
func Live[T any, P lined[T]](rows []T) []T {
	live := slices.DeleteFunc(slices.Clone(rows), func(v T) bool { return P(&v).row().Gone })
	slices.SortStableFunc(live, func(a, b T) int { return cmp.Compare(P(&a).row().Pos, P(&b).row().Pos) })
	return live
}

// Group is what a guest comes as.
type Group string

// Groups lists them: head of a department, owners' representative, owners'
// committee, community, another; on site our people, owners, third parties.
var Groups = []Group{"GU-HEAD", "GU-OWNER", "GU-COMMITTEE", "GU-COMMUNITY", "GU-STAFF", "GU-THIRD", "GU-OTHER"}

// Groups that rules ask about by name.
const (
	HeadGuest      Group = "GU-HEAD"
	OwnerGuest     Group = "GU-OWNER"
	CommitteeGuest Group = "GU-COMMITTEE"
)

// Presence is whether a guest came.
type Presence string

// The presences; empty until it is noted.
const (
	Came    Presence = "came"
	Excused Presence = "excused"
	Absent  Presence = "absent"
)

// Presences lists them.
var Presences = []Presence{Came, Excused, Absent}

// Guest is somebody who is invited, or came without.
type Guest struct {
	Row
	Group    Group
	Invited  bool
	Staff    app.StaffID  // one of us, or
	Person   app.PersonID // one of the register, or by name
	Name     string
	Dept     app.DeptID
	Area     app.AreaID // what an owners' representative speaks for
	Function string     // post or room; not printed on circulated copies
	Presence Presence
	Came     time.Time // when not in time
	Left     time.Time // when before the end
	Note     string
}

// Item is a row of the agenda, and what the minutes say of it.
type Item struct {
	Row
	Key        string // of the template; its words stand for an empty Text
	Text       string
	Minutes    int
	Speaker    string
	Points     string
	Conclusion string
}

// Account is what a department tells of its month, or of one field of its week.
type Account struct {
	Row
	Dept   app.DeptID
	Module Module // of a week
	Done   string
	Doing  string
	Next   string
	Needs  string // what the owners, or others, are asked to help with
	Rounds int    // how often looked after
	Found  int    // of them with something found
	Mended int
}

// Module is a field of a department's work, for the weekly summary.
type Module string

// Modules lists them: cleaning, security, facilities, greenery, community,
// work with owners.
var Modules = []Module{"MD-CLEAN", "MD-GUARD", "MD-PLANT", "MD-GREEN", "MD-COMMUNITY", "MD-OWNERS"}

// Problem is one that concerns many, or the week.
type Problem struct {
	Row
	Category   app.Category
	Where      string // as figures know a public place
	Title      string
	ByHand     bool // added at the table, not found in the figures
	Areas      []app.AreaID
	Households int
	Cases      int // in the month
	Before     int // in the month before
	Issues     []app.IssueID
	Cause      string
	Taken      string // measures taken
	Plan       string
	Dept       app.DeptID
	Person     string
	Due        workday.Date
	Owners     bool // the owners' meeting must decide
}

// Opinion is what an owner asked for at the table or on site.
type Opinion struct {
	Row
	Person   app.PersonID // of the register, or
	Name     string
	Area     app.AreaID
	Place    string // what it is about
	Text     string
	Category app.Category
	Answer   string // at the meeting
	By       string // who answered
	Issue    app.IssueID
	Number   string // of the issue that it became, or that is about the same

	// Of opinions that were gathered:
	Phone     string   // how to reach whoever said it
	Room      string   // as it was given
	Sort      app.Kind // suggestion, complaint, praise …
	Note      string
	Aside     Aside // why no issue was made of it
	AsideWhy  string
	Settled   time.Time // when it was answered for, by an issue or without
	SettledBy app.StaffID
}

// Answered reports whether an opinion was answered for: it became an issue, or
// somebody said why not.
func (v Opinion) Answered() bool { return v.Issue != 0 || v.Aside != "" }

// Became reports whether an issue of its own was made of an opinion.
func (v Opinion) Became() bool { return v.Issue != 0 && v.Aside == "" }

// Where is the room of an opinion, so far as it can be read as one.
func (v Opinion) Where() app.Place {
	p, read := register.ParsePlace(v.Room)
	if !read || p.Room == "" || p.Building == "" {
		return app.Place{Text: v.Room}
	}
	return app.Place{Block: p.Building, Unit: p.Unit, Door: app.Room{Door: p.Room, Floor: p.Floor}.Name()}
}

// Aside is why no issue was made of an opinion.
type Aside string

// The reasons: another issue is about the same, it was answered on the spot, no
// answer is wanted, it cannot be understood.
const (
	AsideSame    Aside = "AS-SAME"
	AsideThere   Aside = "AS-THERE"
	AsideNone    Aside = "AS-NONE"
	AsideUnclear Aside = "AS-UNCLEAR"
)

// Asides lists them.
var Asides = []Aside{AsideSame, AsideThere, AsideNone, AsideUnclear}

// Answer is a question that owners have, and how it is answered.
type Answer struct {
	Row
	Question string
	Answer   string
	Basis    string
	By       string
}

// Decision is what was agreed.
type Decision struct {
	Row
	Text  string
	Basis string
}

// Told is one entry of the log of who was told, and how. It is only added to.
type Told struct {
	Row
	Area     app.AreaID
	Building app.BuildingID
	Whom     string // lobby of 3, owners' group, the tenants of 501
	How      app.Method
	At       time.Time
	By       app.StaffID
	Note     string
}

// revise works out what becomes of a list that a person gives back: rows keep
// their numbers, new ones get the next, those left out are struck. It tells the
// rows that are different, and how.
func revise[T any, P lined[T]](f *faults, list string, had, want []T) (changed []T, diffs []app.Difference) {
	fresh, kept := slices.Clone(had), map[int]bool{}
	for i, w := range want {
		r := P(&w).row()
		r.Pos, r.Gone = i+1, false
		if r.N == 0 {
			r.N = len(fresh) + 1
			fresh = append(fresh, w)
			kept[r.N] = true
			continue
		}
		if r.N < 0 || r.N > len(had) || P(&had[r.N-1]).row().Gone || kept[r.N] {
			f.unless(false, list, "unknown")
			return nil, nil
		}
		kept[r.N], fresh[r.N-1] = true, w
	}
	for i := range fresh {
		var old T
		r := P(&fresh[i]).row()
		if i < len(had) {
			old = had[i]
			if !kept[r.N] && !r.Gone {
				r.Gone, r.Pos = true, 0
			}
		}
		these := trace.Differences(list+"."+strconv.Itoa(r.N)+".", old, fresh[i])
		if len(these) == 0 && P(&old).row().Pos == r.Pos {
			continue
		}
		changed = append(changed, fresh[i])
		diffs = append(diffs, these...)
	}
	if was, now := orderOf[T, P](had, kept), orderOf[T, P](fresh[:len(had)], kept); was != now {
		diffs = append(diffs, app.Difference{Field: list + ".order", Old: was, New: now})
	}
	return changed, diffs
}

// orderOf spells the order of rows by their numbers.
func orderOf[T any, P lined[T]](rows []T, of map[int]bool) string {
	var numbers []string
	for _, v := range Live[T, P](rows) {
		if n := P(&v).row().N; of[n] {
			numbers = append(numbers, strconv.Itoa(n))
		}
	}
	return strings.Join(numbers, " ")
}

// with is a list in which rows stand in the places of their numbers.
func with[T any, P lined[T]](list, rows []T) []T {
	fresh := slices.Clone(list)
	for _, v := range rows {
		if at := P(&v).row().N - 1; at < len(fresh) {
			fresh[at] = v
		} else {
			fresh = append(fresh, v)
		}
	}
	return fresh
}

// Number is the number that a row keeps.
func (r *Row) Number() int { return r.N }
