package reports

import "ownerdesk/app"

// CallerCopy is the owner's copy of the current slip for somebody who brought the same
// later: his own name, contact and words, how he was told, and nothing of others. False
// where no slip is out.
func CallerCopy(f Facts, c app.Case, k app.Caller, size Size) (Document, bool) {
	d, there := Slip(f, ofCaller(c, k), CopyOwner, size)
	if there {
		d.Sheet.Copy = dotted(d.Sheet.Copy, f.Say("slip.copy.caller", k.N))
	}
	return d, there
}

// ofCaller is the case as if k had brought it first; whoever did is another one then.
func ofCaller(c app.Case, k app.Caller) app.Case {
	others := []app.Caller{{N: 1, Reporter: c.Reporter, Place: c.Place, Said: c.Description}}
	for _, o := range c.Callers {
		if o.N != k.N {
			others = append(others, o)
		}
	}
	c.Reporter, c.Place, c.Channel, c.Received, c.Description = k.Reporter, k.Place, k.Channel, k.At, k.Said
	c.Wish, c.Reference, c.Promised, c.Attachments, c.Callers = "", "", app.Promised{}, nil, others
	var notes []app.Note
	for _, n := range c.Notes { // of what was told on the way only the outcome was for him
		if n.Kind == app.NoteTold && n.Round == k.ToldRound && !k.Told.IsZero() {
			n.How, n.ToldAt, n.Answer = k.ToldHow, k.Told, k.Answer
			notes = append(notes, n)
		}
	}
	var asked []app.FollowUp
	for _, a := range c.FollowUps {
		if a.Caller == k.N {
			a.Caller = 0
			asked = append(asked, a)
		}
	}
	c.Notes, c.FollowUps = notes, asked
	return c
}
