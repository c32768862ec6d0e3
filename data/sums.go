package data

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
)

// sums remembers what every page of the file should hold, beside the file. SQLite
// itself notices only damage that breaks its structure; a bit that fell over
// within somebody's words passes. All pages reach the file by the log, and the
// log is read before it is written into the file, so the sums are those of what
// was saved and never of what the disk gives back.
//
// What cannot be seen: damage from before a page was first read (the sums begin
// with the first check or backup), to a page that is written anew before it is
// next compared, to the log itself before the program that wrote it has ended, and
// what memory did to a page before it was written.
type sums struct {
	path  string
	log   wal
	of    []uint64        // by page, from 1 on; 0: not known yet
	wrong map[uint32]bool // found to be other; stays so, whatever is written over it
	fresh bool            // not yet kept beside the file
	off   bool            // they cannot be kept: nothing is compared
}

// sumsEnd is the ending of their file.
const sumsEnd = ".sums"

var sumsMark = []byte("OWND sums 1\n")

// pageSum is the sum of a page; it is never 0.
func pageSum(page []byte) uint64 {
	h := sha256.Sum256(page)
	return max(1, binary.LittleEndian.Uint64(h[:]))
}

// loadSums reads what is remembered of the file at path. What is no longer whole
// itself is forgotten.
func loadSums(path string) *sums {
	s := &sums{path: path + sumsEnd, log: wal{path: path + "-wal"}, wrong: map[uint32]bool{}}
	raw, err := os.ReadFile(s.path)
	if err != nil || len(raw) < len(sumsMark)+sha256.Size || !bytes.HasPrefix(raw, sumsMark) {
		return s
	}
	body := raw[:len(raw)-sha256.Size]
	if own := sha256.Sum256(body); !bytes.Equal(own[:], raw[len(body):]) {
		return s
	}
	body = body[len(sumsMark):]
	for ; len(body) >= 9; body = body[9:] {
		s.of = append(s.of, binary.LittleEndian.Uint64(body))
		if body[8] != 0 {
			s.wrong[uint32(len(s.of))] = true
		}
	}
	return s
}

// keep writes the sums beside the file. If that cannot be done they are forgotten,
// here and there: sums that are older than the file would call it damaged.
func (s *sums) keep() {
	if s.off || !s.fresh {
		return
	}
	var b bytes.Buffer
	b.Write(sumsMark)
	for i, sum := range s.of {
		var one [9]byte
		binary.LittleEndian.PutUint64(one[:], sum)
		if s.wrong[uint32(i+1)] {
			one[8] = 1
		}
		b.Write(one[:])
	}
	own := sha256.Sum256(b.Bytes())
	b.Write(own[:])
	if err := writeSmall(s.path, b.Bytes()); err != nil {
		s.forget()
		return
	}
	s.fresh = false
}

func (s *sums) forget() {
	os.Remove(s.path)
	s.of, s.wrong, s.off = nil, map[uint32]bool{}, true
}

// follow takes over what was written since it was called last.
func (s *sums) follow() error {
	all, err := s.log.read(pageSum)
	if err != nil {
		s.forget() // what was written meanwhile is not known
		return err
	}
	if s.off {
		return nil
	}
	for _, c := range all {
		s.resize(int(c.count))
		for page, sum := range c.pages {
			if page <= c.count && !s.wrong[page] {
				s.of[page-1] = sum
			}
		}
		s.fresh = true
	}
	return nil
}

func (s *sums) resize(n int) {
	if n < len(s.of) {
		s.of = s.of[:n]
		for page := range s.wrong {
			if int(page) > n {
				delete(s.wrong, page)
			}
		}
	}
	if n > len(s.of) {
		s.of = append(s.of, make([]uint64, n-len(s.of))...)
	}
}

// compare reads some pages and notes those that are not what was saved. One that is
// not known yet is from now on.
func (s *sums) compare(ctx context.Context, q *sql.Stmt, from, until int) error {
	for page := from; page < until; page++ {
		var is []byte
		if err := q.QueryRowContext(ctx, page).Scan(&is); errors.Is(err, sql.ErrNoRows) {
			return nil
		} else if err != nil {
			return err
		}
		if page > len(s.of) {
			s.resize(page)
		}
		switch sum := pageSum(is); s.of[page-1] {
		case sum:
		case 0:
			s.of[page-1], s.fresh = sum, true
		default:
			s.fresh = s.fresh || !s.wrong[uint32(page)]
			s.wrong[uint32(page)] = true
		}
	}
	return nil
}

// together is how many pages are compared while nobody may save.
const together = 1000

// checkSums reads every page as the disk gives it and compares it with what was
// saved. Saving goes on in between.
func (s *Store) checkSums(ctx context.Context) ([]error, error) {
	if s.sums == nil {
		return nil, nil
	}
	db, err := door(s.path, url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	q, err := db.PrepareContext(ctx, `SELECT data FROM sqlite_dbpage WHERE pgno = ?`)
	if err != nil {
		return nil, s.explain(err)
	}
	defer q.Close()
	pages, err := one(ctx, db, value[int], `PRAGMA page_count`)
	for from := 1; err == nil && from <= pages; from += together {
		err = s.compareSome(ctx, q, from, min(from+together, pages+1))
	}
	if err != nil {
		return told(s.explain(err))
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	s.sums.keep()
	return s.sums.found(s.path), nil
}

func (s *Store) compareSome(ctx context.Context, q *sql.Stmt, from, until int) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.sums.follow(); err != nil {
		return err
	}
	if s.sums.off {
		return nil
	}
	return s.sums.compare(ctx, q, from, until)
}

// found tells of the pages that are wrong.
func (s *sums) found(path string) []error {
	if len(s.wrong) == 0 {
		return nil
	}
	var pages []uint32
	for p := range s.wrong {
		pages = append(pages, p)
	}
	slices.Sort(pages)
	return []error{&Trouble{Kind: PagesOther, Path: path, Err: fmt.Errorf("%d pages are not what was saved: %v", len(pages), pages[:min(len(pages), 20)])}}
}

// TakeAsIs lets what the file holds now count as what was saved, page by page: for
// a file that somebody else wrote into on purpose.
func (s *Store) TakeAsIs(ctx context.Context) error {
	s.writing.Lock()
	s.sums.of, s.sums.wrong, s.sums.fresh = nil, map[uint32]bool{}, true
	s.writing.Unlock()
	_, err := s.checkSums(ctx)
	return err
}

// logPages is how many pages long the log may become before it is written into the file.
const (
	logPages     = 1000
	logPagesBulk = 20000
)

// checkpoint writes the log into the file, after the sums of what is in it are
// kept: after that, nobody could tell any more what was saved.
func (s *Store) checkpoint(ctx context.Context, how string) (busy bool, err error) {
	if err := s.sums.follow(); err != nil {
		return false, err
	}
	s.sums.keep()
	var frames, done int
	err = s.pen.conn.QueryRowContext(ctx, `PRAGMA wal_checkpoint(`+how+`)`).Scan(&busy, &frames, &done)
	return busy, err
}

// afterWrite follows what was just saved, and writes the log into the file once it
// is long. If somebody still reads an older state it is tried again later.
func (s *Store) afterWrite() {
	if s.sums == nil || s.sums.follow() != nil {
		return
	}
	end, most := s.sums.log.next, int64(s.logPages)*(frameHead+4096)
	if end < s.tried {
		s.tried = 0
	}
	if end < most || end < s.tried+most/4 {
		return
	}
	s.tried = end
	s.checkpoint(context.Background(), "PASSIVE") // if it fails the log only stays longer
}
