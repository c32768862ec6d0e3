package app

import (
	"slices"
	"sync"
	"time"

	"ownerdesk/app/workday"
)

// Office is the company at this desk and how it works.
type Office struct {
	Company    string
	Address    string
	Phone      string
	Region     workday.Region
	Zone       string // IANA name, Asia/Shanghai
	Pattern    workday.Pattern
	Screen     string // language of the screen: zh-Hant, zh-Hans, en; empty: the system's
	Paper      string // language of paper and sheets
	Backups    string // folder; empty: beside the file
	Viewer     string // program that prints PDFs; empty: the system's
	Look       string // light, dark or empty for the system's
	Scale      int    // percent, 100 to 200
	KeepYears  int
	Sample     bool // an invented office: said on screen and paper
	Configured bool // first start was gone through
}

// Location is the office's time zone; a zone that is not known counts as UTC+8,
// where all our offices are.
func (o Office) Location() *time.Location {
	if known, ok := zones.Load(o.Zone); ok {
		return known.(*time.Location)
	}
	loc, err := time.LoadLocation(o.Zone)
	if err != nil || o.Zone == "" {
		loc = time.FixedZone("UTC+8", 8*60*60)
	}
	zones.Store(o.Zone, loc)
	return loc
}

// zones are those that were asked for: the system reads a file for each, which every
// moment in a list of 100,000 lines would have to wait for.
var zones sync.Map

// Role is what a member of staff may decide.
type Role string

// The roles.
const (
	Clerk   Role = "clerk"   // takes calls, transfers, reviews, follows up
	Worker  Role = "worker"  // handles what a department was given
	Head    Role = "head"    // of a department: approves first delays, closings
	Manager Role = "manager" // of the company: may approve everything
)

// Roles lists them.
var Roles = []Role{Clerk, Worker, Head, Manager}

// Department is a part of the company. Desk marks customer service, which
// takes in, reviews and follows up.
type Department struct {
	ID       DeptID
	Name     string
	Desk     bool
	Closed   bool // no longer offered; old slips keep it
	Order    int
	Subjects []Category // first-level categories it usually leads
}

// Staff is somebody who works here.
type Staff struct {
	ID     StaffID
	Name   string
	Dept   DeptID
	Role   Role
	Phone  string
	Closed bool // left; old acts keep the name
}

// Ground is what decisions stand on.
type Ground struct {
	Office      Office
	Calendar    workday.Calendar
	Rules       Rules // the newest
	OldRules    map[int]Rules
	Departments map[DeptID]Department
	Staff       map[StaffID]Staff
	Projects    map[ProjectID]Project
	Own         map[string][]string // codes of its own that the office added to a closed list, by the list's name
}

// DeskDept is the customer-service department; 0 when there is none.
func (g Ground) DeskDept() DeptID {
	var first DeptID
	for id, d := range g.Departments {
		if d.Desk && !d.Closed && (first == 0 || id < first) {
			first = id
		}
	}
	return first
}

// UsualLead is the department that usually leads a category; 0 when none does.
func (g Ground) UsualLead(c Category) DeptID {
	var first DeptID
	for id, d := range g.Departments {
		if !d.Closed && slices.Contains(d.Subjects, c.Subject()) && (first == 0 || id < first) {
			first = id
		}
	}
	return first
}

// RulesOf are the rules an issue came in under, the newest if those are gone.
func (g Ground) RulesOf(version int) Rules {
	if r, ok := g.OldRules[version]; ok {
		return r
	}
	return g.Rules
}

// heads reports whether s may approve for department d.
func (g Ground) heads(s StaffID, d DeptID) bool {
	p := g.Staff[s]
	return p.Role == Manager || p.Role == Head && p.Dept == d
}

// asks reports whether s speaks for customer service, which reviews what the
// departments did and asks the owners (clauses 3.4.2 and 3.5.1).
func (g Ground) asks(s StaffID) bool {
	p := g.Staff[s]
	return p.Role == Manager || g.Departments[p.Dept].Desk
}

// leads reports whether s heads customer service or the company.
func (g Ground) leads(s StaffID) bool {
	p := g.Staff[s]
	return p.Role == Manager || p.Role == Head && g.Departments[p.Dept].Desk
}
