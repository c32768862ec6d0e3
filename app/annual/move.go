package annual

import (
	"slices"
	"strconv"
	"time"

	"ownerdesk/app"
)

// begin starts a move that the timeline tells of.
func (v Survey) begin(kind ActKind, by app.StaffID, at time.Time, note string) Move {
	return Move{Head: v.Head, Act: Act{N: len(v.Acts) + 1, Kind: kind, At: at, By: by, Note: note}}
}

// settle ends a move: it notes in the act whether the state moved on.
func (v Survey) settle(m Move) Move {
	if v.State != m.Head.State {
		m.differs("state", string(v.State), string(m.Head.State))
	}
	return m
}

func (m *Move) differs(field, was, now string) {
	m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: field, Old: was, New: now})
}

func (m *Move) counts(field string, n int) { m.differs(field, "", strconv.Itoa(n)) }

// After is the survey as it stands once m was kept.
func (v Survey) After(m Move) Survey {
	v.Head = m.Head
	if m.Act.Kind != "" {
		v.Acts = append(slices.Clip(v.Acts), m.Act)
	}
	return v
}

// nothing reports whether a move would change nothing.
func (m Move) nothing() bool {
	return m.Act.Kind == "" && len(m.Units)+len(m.Attempts)+len(m.Links)+len(m.Sheets) == 0 && !m.Unlink
}
