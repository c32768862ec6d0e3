package app

import "strconv"

// What things are known by inside the file; 0 is none of them.
type (
	IssueID    int64
	ProjectID  int64
	AreaID     int64
	BuildingID int64
	RoomID     int64
	PersonID   int64
	DeptID     int64
	StaffID    int64
)

func itoa(n int) string { return strconv.Itoa(n) }
