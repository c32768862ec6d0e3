package say

import "ownerdesk/app"

// Described is what was told of an issue, or that it is restricted where it is kept from
// whoever reads.
func (v Voice) Described(text string, veiled bool) string {
	if veiled {
		return v.Say("restricted.words")
	}
	return text
}

// Told is what was told, as a line of a list has it.
func (v Voice) Told(l app.Line) string { return v.Described(l.Description, l.Veiled) }

// Leads is who has an issue: a department, or what is restricted the manager, who is none.
func (v Voice) Leads(d app.DeptID, restricted bool) string {
	if restricted && d == 0 {
		return v.Say("restricted.manager")
	}
	return v.Dept(d)
}
