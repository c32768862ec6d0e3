package annual

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ownerdesk/app/fold"
	"ownerdesk/app/workday"
)

// Marks in words, as forms and sites offer them; folded, without blanks.
var markWords = map[byte][]string{
	'5':      {"非常满意", "很满意", "十分满意", "极满意", "非常好", "很好", "verysatisfied", "extremelysatisfied", "completelysatisfied", "excellent"},
	'4':      {"满意", "比较满意", "较满意", "基本满意以上", "好", "较好", "satisfied", "fairlysatisfied", "somewhatsatisfied", "rathersatisfied", "good"},
	'3':      {"一般", "基本满意", "中立", "普通", "还可以", "尚可", "neutral", "average", "neithersatisfiednordissatisfied", "neither", "fair", "ok"},
	'2':      {"不满意", "较不满意", "比较不满意", "不太满意", "不怎么满意", "差", "较差", "dissatisfied", "unsatisfied", "fairlydissatisfied", "somewhatdissatisfied", "ratherdissatisfied", "poor"},
	'1':      {"非常不满意", "很不满意", "十分不满意", "极不满意", "很差", "非常差", "verydissatisfied", "extremelydissatisfied", "completelydissatisfied", "verypoor"},
	DontKnow: {"不了解", "未接触", "不了解未接触", "没接触过", "未接触过", "没有接触", "不清楚", "不知道", "不适用", "无法评价", "说不清", "na", "notapplicable", "dontknow", "donotknow", "dontknownevercameacrossit", "notsure", "noexperience", "noopinion", "unknown"},
}

// skipped is what sites write where a question was not put or not answered.
var skipped = []string{"-3", "-2", "(跳过)", "(空)", "跳过", "空", "未填", "未作答", "未填写", "skipped", "-", "—", "/", "null", "none", "[空]"}

var (
	prefix   = regexp.MustCompile(`^[(（]?[a-z0-9]{1,2}\s*[.、．:：)）]\s*`)
	brackets = regexp.MustCompile(`[(（〖\[【][^)）〗\]】]*[)）〗\]】]`)
	point    = regexp.MustCompile(`^(\d{1,2})(?:\.0+)?\s*(?:分|星|颗星|points?|stars?)?$`)
)

// MarkOf reads an answer to an item as people and sites write it; false when it is
// not understood. ordinal says that numbers are places among the options, the best
// first and "don't know" the sixth.
func (k Known) MarkOf(said string, ordinal bool) (byte, bool) {
	s := fold.Key(said)
	if s == "" || slices.Contains(skipped, s) {
		return Blank, true
	}
	if stars := strings.Trim(s, "☆"); stars != "" && strings.Trim(stars, "★") == "" {
		n := strings.Count(stars, "★")
		return byte('0' + n), n <= 5
	}
	for _, try := range plainly(said) {
		if m, ok := k.markWord(try); ok {
			return m, true
		}
	}
	digits := point.FindStringSubmatch(s)
	if digits == nil {
		return 0, false
	}
	n, _ := strconv.Atoi(digits[1])
	switch {
	case ordinal && n == 6:
		return DontKnow, true
	case ordinal && n >= 1 && n <= 5:
		return byte('6' - n), true
	case !ordinal && n <= 5:
		return byte('0' + n), true
	}
	return 0, false
}

// markWord finds a mark by its words, ours in every language and the usual ones.
// Satisfied with a number beside it is both: 满意4分.
func (k Known) markWord(s string) (byte, bool) {
	s = strings.TrimFunc(s, unicode.IsDigit)
	for _, m := range []byte("123450") {
		if s != "" && (slices.Contains(markWords[m], s) || k.says(string(m), s)) {
			return m, true
		}
	}
	return 0, false
}

// says reports whether a code has such a text; s has letters only.
func (k Known) says(code, s string) bool {
	return slices.ContainsFunc(k[code], func(t string) bool { return keepLetters(fold.Key(t)) == s })
}

// ScoreOf reads an answer of 0 to 10; false when it is not understood.
func ScoreOf(said string) (int, bool) {
	s := fold.Key(said)
	if s == "" || slices.Contains(skipped, s) {
		return NoRecommendation, true
	}
	digits := strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '-' })
	n, rest := 0, strings.TrimLeftFunc(digits, unicode.IsDigit)
	n, err := strconv.Atoi(digits[:len(digits)-len(rest)])
	if rest = strings.TrimSpace(rest); strings.HasPrefix(rest, ".") {
		rest = strings.TrimLeft(rest[1:], "0")
	}
	return n, err == nil && n <= 10 && !strings.HasPrefix(digits, "-") && strings.IndexFunc(rest, unicode.IsDigit) < 0
}

// isTick reports whether a folded cell says that the option of its column was
// chosen, isNoTick that it was not.
func isTick(s string) bool {
	return slices.Contains([]string{"1", "1.0", "√", "✓", "✔", "☑", "v", "x", "是", "有", "选中", "已选", "true", "yes", "y", "checked"}, s)
}

func isNoTick(s string) bool {
	return s == "" || slices.Contains(skipped, s) || slices.Contains([]string{"0", "0.0", "否", "无", "未选中", "未选", "☐", "false", "no", "n"}, s)
}

// choicesIn reads all choices of a cell, whatever parts them. An option may hold such
// a sign itself, so the longest run of pieces that is an option counts. What is no
// choice comes back as other.
func (k Known) choicesIn(said string, q Questionnaire) (codes []string, other string) {
	if slices.Contains(skipped, fold.Key(said)) {
		return nil, ""
	}
	pieces := strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune("┋│|;；,，、/\n\r\t", r) })
	for i := 0; i < len(pieces); {
		code, end := "", i+1
		for j := len(pieces); j > i && code == ""; j-- {
			code, end = k.choice(strings.Join(pieces[i:j], " "), q), j
		}
		switch {
		case code != "" && !slices.Contains(codes, code):
			codes = append(codes, code)
		case code == "" && keepLetters(pieces[i]) != "":
			other = pieces[i]
		}
		i = end
	}
	return codes, other
}

// choice is the code of one choice as it is written, with or without its letter;
// empty for none.
func (k Known) choice(said string, q Questionnaire) string {
	for _, try := range plainly(said) {
		for _, c := range q.Choices {
			if k.says(c.Code, try) || keepLetters(fold.Key(c.Code)) == try {
				return c.Code
			}
		}
	}
	return ""
}

// plainly is what an option may be called: as it stands, without its letter or
// number, and without what stands in brackets; folded, letters only.
func plainly(said string) (all []string) {
	s := fold.Key(said)
	bald := prefix.ReplaceAllString(s, "")
	for _, try := range []string{s, bald, brackets.ReplaceAllString(bald, "")} {
		if try = keepLetters(try); try != "" {
			all = append(all, try)
		}
	}
	return all
}

// coded is the code among codes that a cell says; empty for none.
func coded[T ~string](k Known, said string, codes []T) T {
	for _, try := range plainly(said) {
		for _, c := range codes {
			if k.says(string(c), try) || keepLetters(fold.Key(string(c))) == try {
				return c
			}
		}
	}
	return ""
}

var modeWords = map[Mode][]string{
	Paper:  {"纸", "书面", "面访", "入户", "上门", "paper", "door"},
	Phone:  {"电话", "phone", "telephone", "call"},
	Online: {"网", "链接", "微信", "手机", "二维码", "扫码", "小程序", "网页", "线上", "online", "web", "link", "wechat", "mobile", "qr"},
}

// modeOf reads how a sheet was filled in; online where it does not say, for that is
// where files come from.
func (k Known) modeOf(said string) Mode {
	if m := coded(k, said, Modes); m != "" {
		return m
	}
	s := fold.Key(said)
	for _, m := range []Mode{Paper, Phone} {
		if m == Phone && strings.Contains(s, "mobile") {
			continue
		}
		if slices.ContainsFunc(modeWords[m], func(w string) bool { return strings.Contains(s, w) }) {
			return m
		}
	}
	return Online
}

var amounts = regexp.MustCompile(`(\d+)(?:\.\d+)?\s*(小时|时|hours?|hrs?|h|分钟|分|minutes?|mins?|m|秒钟|秒|seconds?|secs?|s)`)

// secondsOf reads how long somebody took: 125秒, 2分5秒, 00:02:05, 125.
func secondsOf(said string) (int, bool) {
	s := fold.Key(said)
	if s == "" || slices.Contains(skipped, s) {
		return 0, true
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return int(n), n >= 0 && n < 1e6
	}
	total := 0
	if parts := strings.Split(s, ":"); len(parts) == 2 || len(parts) == 3 {
		for _, p := range parts {
			n, err := strconv.Atoi(strings.TrimSpace(p))
			if err != nil || n < 0 || n > 9999 {
				return 0, false
			}
			total = total*60 + n
		}
		return total, true
	}
	found := amounts.FindAllStringSubmatch(s, -1)
	for _, f := range found {
		n, err := strconv.Atoi(f[1])
		if err != nil || n > 1e6 {
			return 0, false
		}
		total += n * inSeconds(f[2])
	}
	return total, len(found) > 0
}

func inSeconds(unit string) int {
	switch {
	case strings.HasPrefix(unit, "小"), strings.HasPrefix(unit, "时"), strings.HasPrefix(unit, "h"):
		return 3600
	case strings.HasPrefix(unit, "分"), strings.HasPrefix(unit, "m"):
		return 60
	}
	return 1
}

var (
	yearFirst = regexp.MustCompile(`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})`)
	yearLast  = regexp.MustCompile(`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})`)
	solid     = regexp.MustCompile(`^(20\d{2})(\d{2})(\d{2})(?:\d{4,6})?$`)
)

// dayIn reads the day of a moment as sites write it. Where the year comes last, the
// month comes first unless it cannot.
func dayIn(said string) (workday.Date, bool) {
	s := fold.Key(said)
	if s == "" || slices.Contains(skipped, s) {
		return workday.Date{}, true
	}
	at := yearFirst.FindStringSubmatch(s)
	if at == nil {
		at = solid.FindStringSubmatch(s)
	}
	if last := yearLast.FindStringSubmatch(s); at == nil && last != nil {
		at = []string{"", last[3], last[1], last[2]}
		if m, _ := strconv.Atoi(last[1]); m > 12 {
			at[2], at[3] = last[2], last[1]
		}
	}
	if at == nil {
		return workday.Date{}, false
	}
	y, _ := strconv.Atoi(at[1])
	m, _ := strconv.Atoi(at[2])
	d, _ := strconv.Atoi(at[3])
	day, err := workday.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	return day, err == nil
}
