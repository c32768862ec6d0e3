package surveys

import (
	"math"
	"strconv"
)

// share is a share as it was typed, in percent: 5%, 0.5%.
func share(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e4)/100, 'f', -1, 64) + "%"
}

// score is a figure to one decimal; nothing where it cannot be had.
func score(x float64) string {
	if math.IsNaN(x) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', 1, 64)
}
