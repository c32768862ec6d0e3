package register

import (
	"fmt"
	"strconv"
	"strings"
)

// day reads a date as registers have it: 2023-09-02, 2023.9.2, 2023/9/2,
// 20230902, 2019年1月, 2019年1月5日. The month alone stays a month (2019-01).
func day(s string) (string, bool) {
	s = strings.Map(halfWidth, strings.TrimSpace(s))
	s, _, _ = strings.Cut(s, " ") // a time of day
	if digits(s) && len(s) == 8 {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	s = strings.Trim(strings.NewReplacer("年", "-", "月", "-", "日", "", "号", "", "號", "", ".", "-", "/", "-").Replace(s), "-")
	parts := strings.Split(s, "-")
	if len(parts) < 2 || len(parts) > 3 {
		return "", false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || !digits(p) {
			return "", false
		}
		n[i] = v
	}
	if n[0] < 1900 || n[0] > 2200 || n[1] < 1 || n[1] > 12 {
		return "", false
	}
	if len(parts) == 2 {
		return fmt.Sprintf("%04d-%02d", n[0], n[1]), true
	}
	if n[2] < 1 || n[2] > lengthOf(n[0], n[1]) {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2]), true
}

func lengthOf(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// size reads square metres: 114.74, 73.51000000000001, 128㎡.
func size(s string) (float64, bool) {
	s = strings.TrimSpace(strings.Map(halfWidth, s))
	for _, unit := range []string{"平方米", "平米", "㎡", "m²", "m2", "M2"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, unit))
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil || v < 0 || v > 1e6 || v != v {
		return 0, false
	}
	v, err = strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64)
	return v, err == nil
}
