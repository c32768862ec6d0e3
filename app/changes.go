package app

import "sync"

// Change names what is no longer as the screens last drew it.
type Change struct {
	Issue    IssueID // 0 when no single issue changed
	Register bool
	Settings bool
	Meetings bool // meetings, their like, or action items
	Surveys  bool // yearly surveys
	Measures bool // improvement measures
	Answers  bool // what people say to a conformity check
}

// Changes passes each Change on to whoever is listening at that moment. The
// zero value is ready.
type Changes struct {
	mu   sync.Mutex
	next int
	ears map[int]func(Change)
}

// Listen calls hear for every later change, until stop is called.
func (c *Changes) Listen(hear func(Change)) (stop func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ears == nil {
		c.ears = map[int]func(Change){}
	}
	c.next++
	id := c.next
	c.ears[id] = hear
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.ears, id)
	}
}

// Tell lets every listener know, on the caller's goroutine.
func (c *Changes) Tell(ch Change) {
	if c == nil {
		return
	}
	c.mu.Lock()
	ears := make([]func(Change), 0, len(c.ears))
	for _, hear := range c.ears {
		ears = append(ears, hear)
	}
	c.mu.Unlock()
	for _, hear := range ears {
		hear(ch)
	}
}
