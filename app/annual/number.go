package annual

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// damm is the table of Damm's check digit (2004), which notices every wrong digit and
// every two neighbours that changed places.
var damm = [10][10]int{
	{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
	{6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1}, {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
	{9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
}

func dammOf(n int) int {
	row := 0
	for _, d := range strconv.Itoa(n) {
		row = damm[row][d-'0']
	}
	return row
}

// firstNumber is the least sample number; below it numbers run.
const firstNumber = 10_000

// Checks reports whether a sample number is one that may have been given: its last
// digit agrees with the others.
func Checks(no int) bool { return no >= firstNumber && dammOf(no) == 0 }

// linked reports whether a sheet's number was given to a household. Those of sheets
// that came from anybody run from 1.
func linked(no int) bool { return no >= firstNumber }

// numbers draws n sample numbers that differ from each other and from those taken.
// They have one digit more than it takes for one in ten to be in use, and the check
// digit.
func numbers(chance io.Reader, n, called int, taken func(int) (bool, error)) ([]int, error) {
	low := firstNumber / 10
	for low < called {
		low *= 10
	}
	all, seen := make([]int, 0, n), map[int]bool{}
	for len(all) < n {
		bare, err := below(chance, 9*low)
		if err != nil {
			return nil, fmt.Errorf("draw sample numbers: %w", err)
		}
		bare += low
		no := bare*10 + dammOf(bare)
		there, err := taken(no)
		if err != nil {
			return nil, err
		}
		if !there && !seen[no] {
			seen[no] = true
			all = append(all, no)
		}
	}
	return all, nil
}

func free(int) (bool, error) { return false, nil }

// below is a number from 0 up to and without n, each as likely.
func below(chance io.Reader, n int) (int, error) {
	if chance == nil {
		chance = rand.Reader
	}
	most := ^uint64(0) - ^uint64(0)%uint64(n)
	for {
		var b [8]byte
		if _, err := io.ReadFull(chance, b[:]); err != nil {
			return 0, err
		}
		if x := binary.LittleEndian.Uint64(b[:]); x < most {
			return int(x % uint64(n)), nil
		}
	}
}

// running is the next number where nothing is drawn: after the highest there is.
func running(sheets []Sheet) int {
	next := 1
	for _, s := range sheets {
		if !linked(s.No) {
			next = max(next, s.No+1)
		}
	}
	return next
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
