package paper

import (
	"fmt"

	qrcode "github.com/skip2/go-qrcode"
)

// A qrCode is drawn as dark bars, so that it stays sharp at any size and needs
// no picture in the file. Its side counts one for a module.
type qrCode struct {
	side int
	bars []bar
}

type bar struct{ x, y, long int }

func newQRCode(text string) (*qrCode, error) {
	q, err := qrcode.New(text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("draw the QR code of %q: %w", text, err)
	}
	q.DisableBorder = true
	rows := q.Bitmap()
	c := &qrCode{side: len(rows)}
	for y, row := range rows {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] {
				x++
			}
			if x > from {
				c.bars = append(c.bars, bar{from, y, x - from})
			}
		}
	}
	return c, nil
}
