package audit

import (
	"time"

	"ownerdesk/app/meeting"
)

// gathered judges clause 2.4.2: each opinion gathered at sales or at an event was
// answered for within the limit. A list with opinions whose time still runs is not
// ripe.
func (o *office) gathered() Finding {
	f := Finding{Duty: Duty{"2.4.2", "gathered"}}
	for _, r := range o.records {
		if r.Kind == meeting.Gathering && r.State != meeting.Cancelled {
			o.add(&f, o.answered(r), Of{Number: r.Number, Record: r.ID, At: o.when(r.Head)})
		}
	}
	return f
}

func (o *office) answered(r meeting.Record) verdict {
	all, open := meeting.Live(r.Opinions), false
	v := worst(all, func(one meeting.Opinion) verdict {
		done := one.Settled
		if !one.Answered() || done.After(o.At) {
			done, open = time.Time{}, true
		}
		return inTime(done, r.MinutesDue, o.At)
	})
	if open && v == kept {
		return apart
	}
	return v
}
