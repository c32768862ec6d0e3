package main

import (
	"fmt"
	"time"
)

// setTo is where the clock of a program begins that is built to be tried on
// another day, as 2027-06-01T09:00 on this computer's clock:
//
//	go build -ldflags "-X main.setTo=2027-06-01T09:00" -o bin/ownerdesk .
//
// Only whoever builds the program can set it: no file, option or environment of a
// running one reaches its clock, so that no office works by a wrong one. A program
// built so says it in the title of its window, with every command and as part of
// its version.
var setTo string

// now is the clock; in this file alone the program looks at the system's.
var now = time.Now

// setClock lets the clock go on from the moment the program was built for.
func setClock() error {
	if setTo == "" {
		return nil
	}
	at, err := time.ParseInLocation("2006-01-02T15:04", setTo, time.Local)
	if err != nil {
		return fmt.Errorf("this program was built with -X main.setTo=%s; build it again with a moment like 2027-06-01T09:00", setTo)
	}
	began := time.Now()
	now = func() time.Time { return at.Add(time.Since(began)) }
	return nil
}
