package reports

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
)

// CopiesOf are the copies that an issue's slip has: of what is restricted customer
// service keeps none, and what else goes to a department goes to the manager.
func CopiesOf(c app.Case) []Copy {
	if c.Restricted() {
		return []Copy{CopyDept, CopyOwner}
	}
	return Copies
}

// confidential marks paper about a restricted issue, and says for whom it is.
func (f Facts) confidential(s paper.Sheet, c app.Case, to Copy) paper.Sheet {
	if !c.Restricted() || to == CopyOwner {
		return s
	}
	s.Secrecy = f.Say("restricted.secrecy")
	s.Copy = f.Say("restricted.copy")
	return s
}

// WithoutVeiled are those of cases that whoever prints may read.
func WithoutVeiled(cases []app.Case) []app.Case {
	return slices.DeleteFunc(slices.Clone(cases), func(c app.Case) bool { return c.Veiled })
}
