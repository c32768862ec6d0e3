package fold

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// longestName is how much of a name is spelled; beyond that lies a company's full title.
const longestName = 24

// Pinyin spells a name in every way a clerk may type it: full (zhangsan) and by
// initials (zs), the likeliest first. A surname with a reading of its own comes
// in that reading and then in the ordinary one (单杰: shanjie, danjie). Letters and
// digits in the name stay; a name without Chinese has no pinyin.
func Pinyin(name string) (full, initials []string) {
	syllables, firsts := spell(name)
	if len(syllables) == 0 {
		return nil, nil
	}
	for _, first := range firsts {
		n := len(first)
		f := strings.Join(first, "") + strings.Join(syllables[n:], "")
		i := letters(first) + letters(syllables[n:])
		full = add(full, f)
		initials = add(initials, i)
	}
	return full, initials
}

// spell gives one syllable for each character and the readings of the surname.
func spell(name string) (syllables []string, firsts [][]string) {
	var chars []rune
	for _, r := range name {
		switch r = half(r); {
		case len(chars) == longestName:
		case r == ' ' || r == '·' || r == '.':
		case Syllable(r) != "":
			chars = append(chars, r)
			syllables = append(syllables, Syllable(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			chars = append(chars, r)
			syllables = append(syllables, string(unicode.ToLower(r)))
		}
	}
	if len(chars) == 0 || !anyChinese(chars) {
		return nil, nil
	}
	return syllables, readings(chars, syllables)
}

// readings are the ways to say the surname: its own, then the ordinary.
func readings(chars []rune, syllables []string) [][]string {
	if len(chars) > 1 {
		pair := string([]rune{Rune(chars[0]), Rune(chars[1])})
		if own, ok := surnames[pair]; ok {
			return [][]string{strings.Fields(own), syllables[:2]}
		}
	}
	if own, ok := surnames[string(Rune(chars[0]))]; ok {
		return [][]string{{own}, syllables[:1]}
	}
	return [][]string{syllables[:1]}
}

// Syllable spells one character without its tone (ü as v); "" if it has none.
func Syllable(r rune) string {
	toned, ok := pinyin.PinyinDict[int(r)]
	if !ok {
		return ""
	}
	first, _, _ := strings.Cut(toned, ",")
	return strings.Map(bare, first)
}

// bare takes the tone from a vowel.
func bare(r rune) rune {
	if r < 0x80 {
		return r
	}
	for vowel, toned := range tones {
		if strings.ContainsRune(toned, r) {
			return rune("aeiouvnm"[vowel])
		}
	}
	return -1 // a combining accent (ê̄, m̀)
}

var tones = [...]string{"āáǎà", "ēéěèê", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜü", "ńňǹ", "ḿ"}

func half(r rune) rune {
	if r >= 0xff01 && r <= 0xff5e {
		return r - 0xfee0
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func anyChinese(chars []rune) bool {
	for _, r := range chars {
		if r >= 0x3007 {
			return true
		}
	}
	return false
}

func letters(syllables []string) string {
	var b strings.Builder
	for _, s := range syllables {
		for _, r := range s {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

func add(all []string, s string) []string {
	for _, known := range all {
		if known == s {
			return all
		}
	}
	return append(all, s)
}

// surnames are read otherwise at the head of a name than elsewhere, in
// Simplified characters.
var surnames = map[string]string{
	"单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "任": "ren", "朴": "piao",
	"缪": "miao", "盖": "ge", "乐": "yue", "曲": "qu", "沈": "shen", "翟": "zhai", "叶": "ye", "召": "shao",
	"冼": "xian", "员": "yun", "秘": "bi", "种": "chong", "折": "she", "盛": "sheng", "石": "shi", "车": "che",
	"宁": "ning", "那": "na", "黑": "he", "句": "gou", "逄": "pang", "过": "guo", "隗": "wei", "褚": "chu",
	"祭": "zhai", "乜": "nie", "薄": "bo", "柏": "bai", "谌": "chen", "应": "ying", "葛": "ge", "纪": "ji",
	"华": "hua", "覃": "qin", "尉": "wei", "繁": "po", "莘": "shen", "洗": "xian", "万": "wan",
	"长": "chang", "俞": "yu", "於": "yu", "尹": "yin", "卜": "bu", "干": "gan", "佴": "nai", "逯": "lu",
	"牟": "mou", "令": "ling", "重": "chong", "贾": "jia", "费": "fei", "适": "kuo", "阚": "kan", "戚": "qi",
	"颉": "xie", "呙": "guo", "眭": "sui", "訾": "zi", "冯": "feng", "涂": "tu", "粘": "nian", "占": "zhan",
	"尉迟": "yu chi", "万俟": "mo qi", "单于": "chan yu", "长孙": "zhang sun", "澹台": "tan tai",
	"鲜于": "xian yu", "令狐": "ling hu", "皇甫": "huang fu", "宰父": "zai fu", "亓官": "qi guan",
	"夏侯": "xia hou", "濮阳": "pu yang", "呼延": "hu yan", "钟离": "zhong li", "拓跋": "tuo ba",
}
