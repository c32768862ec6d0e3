package data

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
)

// wal reads SQLite's log from where it was read to last: which pages were written,
// and what into them. The log is the only way by which pages of the file change,
// so whoever reads all of it knows what every page should hold.
type wal struct {
	path   string
	head   []byte // of the log that was read; another one begins anew
	next   int64  // where the first frame lies that was not read yet
	s0, s1 uint32 // the running sum of the log up to there
}

const (
	walHead   = 32
	frameHead = 24
)

// committed is what one transaction left in the log.
type committed struct {
	pages map[uint32]uint64 // the sum of each page it wrote
	count uint32            // how many pages the file has from then on
}

// read gives back what was committed since the last call, in its order. Where
// SQLite would take the log to end, it ends here.
func (w *wal) read(sum func([]byte) uint64) (all []committed, err error) {
	f, err := os.Open(w.path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, walHead)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, nil // nothing was written into it yet
	}
	order, known := walOrder(head)
	if !known {
		return nil, nil
	}
	if !bytes.Equal(head, w.head) {
		w.head, w.next = head, walHead
		w.s0, w.s1 = walSum(order, head[:24], 0, 0)
		if w.s0 != binary.BigEndian.Uint32(head[24:]) || w.s1 != binary.BigEndian.Uint32(head[28:]) {
			w.head = nil
			return nil, nil
		}
	}
	size := int64(binary.BigEndian.Uint32(head[8:]))
	frame := make([]byte, frameHead+size)
	at, s0, s1 := w.next, w.s0, w.s1
	now := committed{pages: map[uint32]uint64{}}
	for {
		if _, err := f.ReadAt(frame, at); err != nil || !bytes.Equal(frame[8:16], head[16:24]) {
			return all, nil
		}
		s0, s1 = walSum(order, frame[:8], s0, s1)
		s0, s1 = walSum(order, frame[frameHead:], s0, s1)
		if s0 != binary.BigEndian.Uint32(frame[16:]) || s1 != binary.BigEndian.Uint32(frame[20:]) {
			return all, nil
		}
		at += int64(len(frame))
		now.pages[binary.BigEndian.Uint32(frame)] = sum(frame[frameHead:])
		if now.count = binary.BigEndian.Uint32(frame[4:]); now.count > 0 {
			all = append(all, now)
			w.next, w.s0, w.s1 = at, s0, s1
			now = committed{pages: map[uint32]uint64{}}
		}
	}
}

// walOrder is how a log reckons its sums: as the computer that wrote it does.
func walOrder(head []byte) (order binary.ByteOrder, known bool) {
	switch binary.BigEndian.Uint32(head) {
	case 0x377f0682:
		return binary.LittleEndian, true
	case 0x377f0683:
		return binary.BigEndian, true
	}
	return nil, false
}

// walSum goes on with the sum that SQLite keeps over its log.
func walSum(order binary.ByteOrder, b []byte, s0, s1 uint32) (uint32, uint32) {
	for ; len(b) >= 8; b = b[8:] {
		s0 += order.Uint32(b) + s1
		s1 += order.Uint32(b[4:]) + s0
	}
	return s0, s1
}
