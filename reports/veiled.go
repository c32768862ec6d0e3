package reports

import (
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// veiled lays a veil over all values of a document; labels are ours.
func veiled(blocks []paper.Block, x say.Veil) []paper.Block {
	for i, b := range blocks {
		switch b := b.(type) {
		case paper.Note:
			blocks[i] = paper.Note(x.Over(string(b)))
		case paper.Para:
			b.Text = x.Over(b.Text)
			blocks[i] = b
		case paper.Keep:
			blocks[i] = paper.Keep(veiled(b, x))
		case paper.Row:
			for k := range b {
				b[k].Text, b[k].Small = x.Over(b[k].Text), x.Over(b[k].Small)
			}
		case paper.Table:
			for _, r := range b.Rows {
				for k := range r {
					r[k] = x.Over(r[k])
				}
			}
		}
	}
	return blocks
}
