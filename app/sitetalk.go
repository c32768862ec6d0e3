package app

import (
	"context"
	"strings"
	"time"
)

// SiteTalk is the talk on site that a complaint asks for once it is critical by
// itself: since when, until when, and what came of it.
type SiteTalk struct {
	Asked time.Time
	Due   time.Time
	Ended time.Time // it was held, or it was said why there is none
	Held  bool
}

// Owed reports whether it was neither held nor said why not.
func (t SiteTalk) Owed() bool { return !t.Asked.IsZero() && t.Ended.IsZero() }

// OwesTalk reports whether something is still to be done about a talk on site.
func (i Issue) OwesTalk() bool { return i.Talk.Owed() && i.Open() }

// TalkOwed is an issue that owes a talk on site, and until when.
type TalkOwed struct {
	Line Line
	Due  time.Time
}

// askTalk asks for a talk on site, once, unless the office's rules leave it out.
func (m *Move) askTalk(r Rules, g Ground) {
	if !m.Issue.Talk.Asked.IsZero() || r.Limit("grave", "talk").N == 0 {
		return
	}
	m.Issue.Talk = SiteTalk{Asked: m.Act.At, Due: g.until(m.Act.At, r, "grave", "talk")}
	m.Act.Diffs = append(m.Act.Diffs, Difference{"talk", "", moment(m.Issue.Talk.Due)})
}

// TalkHeld notes that a talk on site was held about the issue, under the number of
// its record.
func (c Case) TalkHeld(by StaffID, number string, g Ground, at time.Time) (Move, error) {
	return c.endTalk(ActTalkHeld, by, number, true, g, at)
}

// NoTalkOrder says why there is no talk on site, or how it was talked otherwise.
type NoTalkOrder struct {
	Stand
	Reason string
}

// NoTalk notes why there is no talk on site.
func (d *Desk) NoTalk(ctx context.Context, o NoTalkOrder) (Move, error) {
	return d.act(ctx, "no talk", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.NoTalk(o, g, at)
	})
}

// NoTalk decides Desk.NoTalk.
func (c Case) NoTalk(o NoTalkOrder, g Ground, at time.Time) (Move, error) {
	reason := strings.TrimSpace(o.Reason)
	var f Faults
	f.unless(c.OwesTalk(), "issue", "not-now")
	f.text(reason, "reason", true, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return c.endTalk(ActNoTalk, o.By, reason, false, g, at)
}

func (c Case) endTalk(kind ActKind, by StaffID, note string, held bool, g Ground, at time.Time) (Move, error) {
	var f Faults
	f.unless(c.OwesTalk(), "issue", "not-now")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(kind, by, at, note)
	m.Issue.Talk.Ended, m.Issue.Talk.Held = at, held
	return c.settle(m, g), nil
}

// lacksTalk is the talk on site that a complaint still owes.
func (c Case) lacksTalk() []Lack {
	if !c.Talk.Owed() {
		return nil
	}
	return []Lack{{"talk", ActNoTalk}}
}
