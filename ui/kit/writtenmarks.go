package kit

import "encoding/json"

// written says of each line what is marked, by its keys: nothing for one that was not
// keyed, an empty list for one that was left empty on purpose.
func (m *Marks) written() string {
	rows := make([][]string, len(m.answers))
	for i, a := range m.answers {
		if rows[i] = m.Marked(i); a.blank {
			rows[i] = []string{}
		}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return "" // strings are always fit for JSON
	}
	return string(text)
}

// rewrite marks the lines again and goes to the first that is still to be keyed.
func (m *Marks) rewrite(text string) {
	var rows [][]string
	if json.Unmarshal([]byte(text), &rows) != nil || len(rows) != len(m.asked) {
		return // other questions than these
	}
	for i, keys := range rows {
		if keys != nil {
			m.Set(i, keys...)
		}
	}
	if m.Go(m.Open()); m.Open() < 0 {
		m.Go(len(m.asked))
	}
}
