package annual

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ownerdesk/app/fold"
)

// A guesser looks at one row as the headings.
type guesser struct {
	q     Questionnaire
	known Known
	heads []string
	below [][]string
}

// A match is how well a column would go with what it could hold.
type match struct {
	at   int
	what Column
	like float64
}

// guess gives what each column holds, the best matches first, nothing twice; sure
// is how many columns were found.
func (g guesser) guess() (columns []Column, sure int) {
	columns = make([]Column, len(g.heads))
	var all []match
	for at, head := range g.heads {
		h := newHeading(head)
		if h.whole == "" {
			continue
		}
		may, does := g.ticks(at, h)
		for _, w := range Wanted(g.q) {
			if like := g.like(h, w, may, does); like >= likely {
				all = append(all, match{at, w, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return cmp.Compare(b.like, a.like) })
	taken := map[Column]bool{}
	for _, m := range all {
		many := m.what.Holds == Choosing // first, second and third choice
		if columns[m.at].Holds == Nothing && (many || !taken[m.what]) {
			columns[m.at], taken[m.what] = m.what, true
			sure++
		}
	}
	return columns, sure
}

// likely is from which likeness on two texts are taken for the same.
const likely = .62

// like is how well a heading goes with a column, from 0 to 1.
func (g guesser) like(h heading, w Column, mayTick, ticks bool) float64 {
	switch w.Holds {
	case Chosen:
		if !mayTick {
			return 0
		}
		return h.likeOne(g.known[w.Code])
	case HoldsMark:
		if ticks {
			return 0
		}
		if w.Code == Overall {
			return max(h.likeOne(g.known[Overall]), h.has(usualOverall))
		}
		return h.likeOne(g.known[w.Code])
	case HoldsOpen:
		like := h.likeOne(g.known[w.Code])
		if w.Code == g.q.Open[0].Code {
			like = max(like, h.has(usualOpen))
		}
		return like
	}
	own := 0.0
	if w.Holds == HoldsNo && slices.Contains(weakNumbers, h.whole) {
		return likely
	}
	if slices.ContainsFunc(g.known[string(w.Holds)], func(s string) bool { return bare(s) == h.whole }) {
		own = 1
	}
	return max(own, h.has(usual[w.Holds]))
}

// ticks reports whether what stands below a heading may only say chosen or not, and
// whether it says so; below it may be nothing at all.
func (g guesser) ticks(at int, h heading) (may, does bool) {
	for _, row := range g.below[:min(len(g.below), 300)] {
		if at >= len(row) || fold.Key(row[at]) == "" {
			continue
		}
		said := fold.Key(row[at])
		if !isTick(said) && !isNoTick(said) && !slices.ContainsFunc(plainly(said), func(s string) bool { return bare(s) == h.last }) {
			return false, false
		}
		does = true
	}
	of := h.stem != h.last || h.has(usual[Choosing]) > 0
	return of, of && does
}

// A heading is a heading without its numbering and what sites put around it:
// whole, and its last part, which names the row of a matrix or the option. Texts
// are folded.
type heading struct{ whole, stem, last string }

var (
	numbering = regexp.MustCompile(`^(?:第|q|question |题目?)?\d{1,3}(?:题)?(?:[._-]\d{1,3})*(?:\s*[、.．:：)）_]\s*|\s+|$)`)
	kindNote  = regexp.MustCompile(`[\[【(（](?:单选题?|多选题?|矩阵\S{0,4}题?|量表题?|填空题?|必填|选填|必答|排序题?|打分题?|评分题?|nps\S{0,3}|single choice|multiple choice|required|optional)[\]】)）]`)
	parting   = regexp.MustCompile(`\s*(?:—+|–|--+|\s-\s|[:：|│┋/]|\[|【|_)\s*`)
)

func newHeading(s string) heading {
	s = strings.Trim(fold.Key(s), "*?？ ")
	s = kindNote.ReplaceAllString(s, "")
	s = numbering.ReplaceAllString(s, "")
	h := heading{whole: bare(s)}
	parts := parting.Split(strings.TrimRight(s, "]】 "), -1)
	if inside := insideBrackets(s); inside != "" {
		parts = append(parts, inside)
	}
	h.stem, h.last = bare(parts[0]), h.whole
	for _, p := range slices.Backward(parts) {
		if p = bare(numbering.ReplaceAllString(prefix.ReplaceAllString(strings.TrimSpace(p), ""), "")); p != "" {
			h.last = p
			break
		}
	}
	return h
}

// insideBrackets is what ends a heading in round brackets: 17(A.停车管理).
func insideBrackets(s string) string {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "）") {
		return ""
	}
	at := strings.LastIndexAny(s, "(（")
	if at < 0 {
		return ""
	}
	return strings.TrimRight(strings.TrimLeft(s[at:], "(（"), ")）")
}

// filler is what questions say around the thing they ask about.
var filler = strings.NewReplacer("您对", "", "你对", "", "我对", "", "您认为", "", "您觉得", "", "请您", "", "请问", "", "请对", "", "我们", "", "本小区", "", "小区", "", "物业公司", "", "公司", "",
	"满意程度", "", "是否满意", "", "满意吗", "", "的满意度", "", "满意度", "", "评价", "", "打分", "", "评分", "", "如何", "", "怎么样", "", "进行", "", "的", "", "了", "",
	"how satisfied are you with", "", "please rate", "", "satisfaction with", "", "your ", "", "our ", "", "the ", "")

// bare leaves of a folded text its letters and digits, and leaves the filler out.
func bare(s string) string {
	said := keepLetters(filler.Replace(fold.Key(s)))
	if said == "" {
		return keepLetters(fold.Key(s))
	}
	return said
}

func keepLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// likeOne is how like a heading is to the likest of several texts.
func (h heading) likeOne(texts []string) (most float64) {
	for _, t := range texts {
		if t = bare(t); t == "" {
			continue
		}
		most = max(most, alike(h.last, t), .98*alike(h.whole, t))
	}
	return most
}

// has is how sure one of the usual words is in a heading: those that are all of it
// most of all.
func (h heading) has(words []string) float64 {
	like := 0.0
	for _, w := range words {
		switch w = keepLetters(fold.Key(w)); {
		case h.whole == w:
			like = max(like, .97)
		case len(w) > 3 && strings.Contains(h.whole, w):
			like = max(like, .7)
		}
	}
	return like
}

// alike is how many pairs of neighbouring characters two texts share: twice the
// shared ones through all (Dice 1945). A text within the other is likely the same.
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) >= wordLong && strings.Contains(b, a) {
		return likely + (1-likely)*float64(len(a))/float64(len(b)+1)
	}
	pa, pb := neighbours(a), neighbours(b)
	if len(pa) == 0 || len(pb) == 0 {
		return 0
	}
	shared := 0
	left := map[[2]rune]int{}
	for _, p := range pa {
		left[p]++
	}
	for _, p := range pb {
		if left[p] > 0 {
			left[p]--
			shared++
		}
	}
	return min(.99, 2*float64(shared)/float64(len(pa)+len(pb)))
}

// wordLong is from how many bytes on a text says enough to be looked for within
// another: four Chinese characters.
const wordLong = 12

func neighbours(s string) (all [][2]rune) {
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		all = append(all, [2]rune{runes[i-1], runes[i]})
	}
	return all
}

// usual are the headings that sites and offices use, as they write them on the
// mainland or in English.
var usual = map[Holds][]string{
	HoldsNo:    {"样本编号", "样本号", "问卷编号", "问卷号", "抽样编号", "sample number", "sample no", "questionnaire number"},
	HoldsArea:  {"区域", "所在区域", "居住区域", "组团", "片区", "area", "zone"},
	HoldsOwner: {"业主类型", "业主类别", "您的身份", "身份", "住户类型", "owner type", "kind of owner"},
	HoldsSince: {"居住年限", "入住年限", "居住时间", "入住时间", "居住多久", "入住多久", "years of residence", "how long have you lived"},
	HoldsScore: {"推荐", "nps", "recommend"},
	Choosing:   {"最需改进", "最需要改进", "需要改进", "急需改进", "最应改进", "优先改进", "希望改进", "most in need of improvement", "improve first", "improved first"},
	HoldsMode:  {"调查方式", "作答方式", "填写方式", "方式", "来源", "答题来源", "提交方式", "mode", "source", "channel"},
	HoldsTime:  {"所用时间", "答题时长", "填写时长", "作答时长", "答题用时", "填写用时", "用时", "时长", "time taken", "duration", "seconds"},
	HoldsDay:   {"提交答卷时间", "提交时间", "结束答题时间", "答题时间", "填写日期", "填写时间", "作答时间", "完成时间", "时间戳记", "时间戳", "timestamp", "submitted", "submit time", "submitted at", "filled on", "date"},
}

// weakNumbers head a sample number only where nothing better does: sites number
// the rows themselves.
var weakNumbers = []string{"编号", "编码", "number", "no", "id"}

var (
	usualOverall = []string{"总体满意度", "总体评价", "整体满意度", "整体评价", "总体", "整体", "综合满意度", "overall satisfaction", "overall"}
	usualOpen    = []string{"意见和建议", "意见与建议", "意见建议", "意见或建议", "其他建议", "建议", "意见", "留言", "comments", "suggestions", "remarks"}
)
