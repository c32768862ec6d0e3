package reports

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
)

// Differences words what a sheet that was read back says differently, one line a
// cell, from the differences of a preview.
func Differences(f Facts, s Sitting, diffs []app.Difference) []string {
	v := f.seat(s, false)
	var said []string
	for _, d := range diffs {
		parts := strings.Split(d.Field, ".")
		switch {
		case d.Field == "contact":
			said = append(said, v.differs(f.Say("paper.contact"), f.Staff(staffOf(d.Old)), f.Staff(staffOf(d.New))))
		case len(parts) == 3:
			said = append(said, v.rowDiffers(parts[0], parts[1], parts[2], d))
		}
	}
	return slices.DeleteFunc(said, func(s string) bool { return s == "" })
}

func staffOf(id string) app.StaffID {
	n, _ := strconv.ParseInt(id, 10, 64)
	return app.StaffID(n)
}

// rowDiffers is one field of one row.
func (v seated) rowDiffers(list, n, part string, d app.Difference) string {
	keys := map[string]string{}
	name := ""
	add := func(key, part string) { keys[part] = key }
	switch list {
	case "accounts":
		name = weekAccountsSheet
		for _, c := range weekAccounts {
			add(c.key, c.part)
		}
	case "problems":
		name = weekProblemsSheet
		for _, c := range weekProblems {
			add(c.key, c.part)
		}
	case "guests":
		name = weekGuestsSheet
		for _, c := range weekGuests {
			add(c.key, c.part)
		}
		add("paper.col.name", "staff")
	}
	where := v.Say("paper.row", v.Say(name), n)
	if part == "gone" {
		return v.Say("paper.struck", where)
	}
	if keys[part] == "" {
		return "" // goes along with what a person wrote
	}
	return v.differs(dotted(where, v.Say(keys[part])), v.spelt(part, d.Old), v.spelt(part, d.New))
}

func (v seated) spelt(part, value string) string {
	switch {
	case value == "":
		return ""
	case part == "module":
		return v.Say("code." + value)
	case part == "presence":
		return v.Say("presence." + value)
	case part == "staff":
		return v.Staff(staffOf(value))
	}
	return v.free(value)
}

func (v seated) differs(label, before, after string) string {
	switch {
	case before == "":
		return v.Say("act.now", label, after)
	case after == "":
		return v.Say("act.gone", label, before)
	}
	return v.Say("act.changed", label, before, after)
}
