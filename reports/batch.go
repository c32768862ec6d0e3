package reports

import (
	"slices"

	"ownerdesk/app"
)

// Slip is the current slip of a case, transfer or complaint; false when the
// desk handles it itself or has not decided yet. A complaint slip is always A4.
func Slip(f Facts, c app.Case, to Copy, size Size) (Document, bool) {
	r, there := c.Current()
	switch {
	case there && r.Slip == app.TransferSlip:
		return TransferSlip(f, c, r.N, to, size), true
	case there && r.Slip == app.ComplaintSlip:
		return ComplaintSlip(f, c, r.N, to), true
	}
	return Document{}, false
}

// Slips are the current slips of many cases, copy by copy; cases without a slip
// are left out.
func Slips(f Facts, cases []app.Case, copies []Copy, size Size) []Document {
	var all []Document
	for _, c := range WithoutVeiled(cases) {
		for _, to := range copies {
			if !slices.Contains(CopiesOf(c), to) {
				continue
			}
			if d, there := Slip(f, c, to, size); there {
				all = append(all, d)
			}
			if to == CopyDept {
				all = append(all, HelpSlips(f, c, 0, size)...)
			}
		}
	}
	return all
}

// DeptSlips are the current slips of one department and its copies of those that
// it helps with, with the list to sign in front; nothing when it has none.
func DeptSlips(f Facts, dept app.DeptID, cases []app.Case, copies []Copy, size Size) []Document {
	var its []app.Case
	var docs []Document
	for _, c := range WithoutVeiled(cases) {
		r, there := c.Current()
		_, helping := helps(c, dept)
		switch {
		case !there || r.Slip == app.NoSlip || r.Lead != dept && !helping || r.Lead == 0:
			continue
		case helping:
			docs = append(docs, HelpSlips(f, c, dept, size)...)
		default:
			for _, to := range copies {
				d, _ := Slip(f, c, to, size)
				docs = append(docs, d)
			}
		}
		its = append(its, c)
	}
	if len(its) == 0 {
		return nil
	}
	return append([]Document{SignList(f, dept, its)}, docs...)
}
