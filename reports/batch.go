package reports

import "ownerdesk/app"

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
	for _, c := range cases {
		for _, to := range copies {
			if d, there := Slip(f, c, to, size); there {
				all = append(all, d)
			}
		}
	}
	return all
}

// DeptSlips are the current slips of one department, with the list to sign in
// front; nothing when it has none.
func DeptSlips(f Facts, dept app.DeptID, cases []app.Case, copies []Copy, size Size) []Document {
	var its []app.Case
	for _, c := range cases {
		if r, there := c.Current(); there && r.Slip != app.NoSlip && r.Lead == dept {
			its = append(its, c)
		}
	}
	if len(its) == 0 {
		return nil
	}
	return append([]Document{SignList(f, dept, its)}, Slips(f, its, copies, size)...)
}
