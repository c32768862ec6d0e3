package app

import "time"

// Line is one issue as lists show it.
type Line struct {
	ID          IssueID
	Version     int
	Project     ProjectID
	Number      string // the slip's, once there is one
	Intake      string // SL number
	Kind        Kind
	Category    Category
	Urgency     Urgency
	Level       Level
	State       State
	Close       CloseCode
	Step        Step
	StepDue     time.Time
	Due         time.Time
	Received    time.Time
	Channel     Channel
	Name        string
	Anonymous   bool
	Place       Place
	Description string
	Lead        DeptID
	Holder      DeptID
	Handler     StaffID
	By          StaffID
	Round       int
	Rework      int
	Delays      int
	Final       Rating
	CallBack    time.Time
	Ended       time.Time
	Done        time.Time
	Taken       bool  // over from an older ledger
	Scene       Scene // what it waits for on site
	SceneDue    time.Time
	Spent       Spent
	Materials   string // what was used, as Materials words it
	Veiled      bool   // its words are kept from whoever read it
	Wait        Waits  // while it is suspended
}

// Late reports whether the line's step is past its limit.
func (l Line) Late(now time.Time) bool {
	return !l.State.Over() && !l.StepDue.IsZero() && now.After(l.StepDue)
}

// Filter narrows the list of issues. Empty fields do not narrow.
type Filter struct {
	Text        string // searched in number, names, room, description, notes
	Project     ProjectID
	States      []State
	Steps       []Step
	Kinds       []Kind
	Departments []DeptID   // lead
	Categories  []Category // first or second level
	Areas       []AreaID
	From, To    time.Time // received in [From, To)
	Late        bool
	OpenOnly    bool
	Suspended   bool
	Mine        StaffID // taken in by or handled by
	Room        RoomID
	Only        []IssueID // none but these, where there are any
}

// Sort is a column to order by.
type Sort string

// The columns a list can be ordered by.
const (
	ByReceived Sort = "received"
	ByDue      Sort = "due"
	ByNumber   Sort = "number"
	ByPlace    Sort = "place"
	ByKind     Sort = "kind"
	ByState    Sort = "state"
	ByLead     Sort = "lead"
)

// Order is a sort column and its direction.
type Order struct {
	By   Sort
	Down bool
}

// Day is what Today shows first.
type Day struct {
	Late      int
	LateWorst time.Time // the oldest limit passed
	DueToday  int
	NextDue   time.Time // the nearest limit still ahead today
	Steps     map[Step]int
	CallBacks int // promised calls up to the end of today
	Scenes    int // emergencies that wait for somebody on site
	Waits     int // suspended, with a day of review up to the end of today
	Talks     int // talks on site that are owed
	Drafts    int
	Open      int
}

// IntakeDraft is a half-written intake, kept as typed.
type IntakeDraft struct {
	ID   int64
	By   StaffID
	At   time.Time
	Text map[string]string // form field → what stands in it
}

// SavedFilter is a filter somebody gave a name.
type SavedFilter struct {
	ID   int64
	By   StaffID
	Name string
	Filter
	Order Order
}

// Access is one look at, print of or search by what is confidential.
type Access struct {
	At     time.Time
	By     StaffID
	Issue  IssueID
	Person PersonID
	Fields string // name,phone
	Reason string
	Action string // view, export, search, what paper was made for; print in older files, however it went
}
