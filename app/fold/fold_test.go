package fold

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func TestCleanKeepsTheInsideAsTyped(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"blanks at the ends go", " \t潘遠思　 \n", "潘遠思"},
		{"blanks inside stay", "二手房 2025 年", "二手房 2025 年"},
		{"letters are composed", "e\u0301", "é"},
		{"full width stays full width", "０５７１", "０５７１"},
		{"characters beyond the basic plane stay", "𠮷😀", "𠮷😀"},
		{"an invisible mark at the start goes", "\ufeff楼栋", "楼栋"},
	} {
		if got, err := Clean(c.in); err != nil || got != c.want {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
	if _, err := Clean("a\x00b"); !errors.Is(err, ErrNUL) {
		t.Errorf("NUL: %v", err)
	}
	if _, err := Clean("\xd6\xdc"); !errors.Is(err, ErrNotUTF8) {
		t.Errorf("GBK bytes: %v", err)
	}
}

func TestKeyBringsWaysOfWritingTogether(t *testing.T) {
	for _, same := range [][]string{
		{"3座2單元５０１", "3座2单元501"},
		{"ＺＳ＿88", "zs_88"},
		{"業主　 張三", " 业主 张三 "},
		{"裏面", "裡面", "里面"}, {"回覆", "回复"}, {"商舖", "商鋪", "商铺"}, {"衞生間", "衛生間", "卫生间"}, {"牆", "墻", "墙"},
		{"鍾", "鐘", "钟"}, {"為", "爲", "为"}, {"着急", "著急"}, {"啟動", "啓動", "启动"}, {"麪包", "麵包", "面包"},
	} {
		for _, s := range same {
			if Key(s) != Key(same[0]) {
				t.Errorf("%q folds to %q, %q to %q", s, Key(s), same[0], Key(same[0]))
			}
		}
	}
}

func TestEveryPairOfTheTableFolds(t *testing.T) {
	all := []rune(strings.TrimSpace(pairs))
	if len(all) < 6000 || len(all)%2 != 0 {
		t.Fatalf("the table has %d characters", len(all))
	}
	for i := 0; i < len(all); i += 2 {
		if got := Rune(all[i]); got != all[i+1] {
			t.Errorf("%c folds to %c, not %c", all[i], got, all[i+1])
		}
	}
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := Key(s); Key(once) != once {
			t.Fatalf("%q, then %q", once, Key(once))
		}
	})
	for _, s := range []string{"\u1fba\u0345", "a\u200b\u0301"} { // found by the wide run; joined once a blank is gone
		if once := Key(s); Key(once) != once {
			t.Errorf("%q, then %q", once, Key(once))
		}
	}
}

func TestPiecesReadInOrder(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
	}{
		{"漏水管", "漏水 水管 管"},
		{"漏", "漏"},
		{"A1424", "a1424 1424 424 24"},
		{"3-2-501", "3 2 501 01"},
		{"3幢2单元501室", "3 幢 2 单元 元 501 01 室"},
		{"漏，水", "漏 水"},
		{"Smith", "smith"},
		{"𠮷野家", "𠮷野 野家 家"},
		{"😀", ""},
	} {
		if got := strings.Join(Pieces(c.in), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
	if got := Index("漏水", "501"); got != "漏水 水 501 01" {
		t.Errorf("several texts: %q", got)
	}
}

// found is what a full-text index does with a query.
func found(text, query string) bool {
	pieces := Pieces(text)
	for _, p := range Query(query) {
		if !holds(pieces, p) {
			return false
		}
	}
	return true
}

func holds(pieces []string, p Phrase) bool {
	n := len(p.Pieces)
	for at := 0; at+n <= len(pieces); at++ {
		head, last := pieces[at:at+n-1], pieces[at+n-1]
		if slices.Equal(head, p.Pieces[:n-1]) && (last == p.Pieces[n-1] || p.Open && strings.HasPrefix(last, p.Pieces[n-1])) {
			return true
		}
	}
	return false
}

func TestQueryFindsTheText(t *testing.T) {
	const text = "KF-202609-0123 3幢2單元501室 客廳頂棚漏水，已兩天 張三 13900001424 微信zs_88 owner101@example.com Broken Lift"
	for _, q := range []string{
		"漏水", "漏", "天", "顶棚漏水", "頂棚", "张三", "1390000", "1424", "13900001424", "zs_88", "kf-202609-0123", "0123", "202609-01",
		"3幢2单元501", "2单元", "501", "501室", "owner101@example", "example.com", "bro", "ＢＲＯＫＥＮ lift", "漏水 张三 1424", "",
	} {
		if !found(text, q) {
			t.Errorf("%q is not found: %v", q, Query(q))
		}
	}
	for _, q := range []string{"漏管", "水漏", "水已", "502", "三张", "1425", "漏水 李四", "0123-202609", "roken"} {
		if found(text, q) {
			t.Errorf("%q is found: %v", q, Query(q))
		}
	}
}

func TestWhateverStandsInATextIsFound(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		chars := []rune("漏水管單元三3509ab-，/")
		text := rapid.StringOfN(rapid.SampledFrom(chars), 1, 20, -1).Draw(t, "text")
		r := []rune(text)
		from := rapid.IntRange(0, len(r)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(r)).Draw(t, "to")
		first, before := r[from], rune('，')
		if from > 0 {
			before = r[from-1]
		}
		latin := func(r rune) bool { return r < 0x80 && kindOf(r) == word }
		if latin(first) && latin(before) {
			t.Skip("begins inside a word")
		}
		if q := string(r[from:to]); !found(text, q) {
			t.Fatalf("%q in %q: %v in %v", q, text, Query(q), Pieces(text))
		}
	})
}

func TestALongRunOfDigitsStaysSmall(t *testing.T) {
	all := 0
	for _, p := range Pieces(strings.Repeat("7", 10000)) {
		if len(p) > longest {
			t.Fatalf("a piece of %d", len(p))
		}
		all += len(p)
	}
	if all > 10000*longest {
		t.Errorf("%d bytes of pieces", all)
	}
}

func TestNamesAreSpelledAsClerksTypeThem(t *testing.T) {
	for _, c := range []struct{ name, full, initials string }{
		{"张三", "zhangsan", "zs"}, {"張三", "zhangsan", "zs"},
		{"单杰", "shanjie danjie", "sj dj"}, {"單傑", "shanjie danjie", "sj dj"},
		{"曾志春", "zengzhichun cengzhichun", "zzc czc"}, {"仇英", "qiuying chouying", "qy cy"},
		{"解放", "xiefang jiefang", "xf jf"}, {"區小明", "ouxiaoming quxiaoming", "oxm qxm"}, {"查良镛", "zhaliangyong chaliangyong", "zly cly"},
		{"任子", "renzi", "rz"}, {"朴正", "piaozheng puzheng", "pz"}, {"尉遲恭", "yuchigong weichigong", "ycg wcg"},
		{"万俟卨", "moqixie wanqixie", "mqx wqx"}, {"繆斯", "miaosi mousi", "ms"}, {"蓋天", "getian gaitian", "gt"},
		{"樂嘉", "yuejia lejia", "yj lj"}, {"曲波", "qubo", "qb"}, {"沈遠", "shenyuan", "sy"}, {"翟明", "zhaiming diming", "zm dm"},
		{"葉华磊", "yehualei", "yhl"}, {"葉華磊", "yehualei", "yhl"}, {"吕英建", "lvyingjian", "lyj"}, {"冯明", "fengming", "fm"},
		{"欧阳娜娜", "ouyangnana", "oynn"}, {"张 三", "zhangsan", "zs"}, {"云栖3号店", "yunqi3haodian", "yq3hd"},
		{"长孙无忌", "zhangsunwuji", "zswj"}, {"贾平凹", "jiapingao", "jpa"}, {"覃伟", "qinwei tanwei", "qw tw"},
		{"John Smith", "", ""}, {"", "", ""}, {"陳乾", "chenqian", "cq"},
	} {
		full, initials := Pinyin(c.name)
		if f, i := strings.Join(full, " "), strings.Join(initials, " "); f != c.full || i != c.initials {
			t.Errorf("%s: %q %q, want %q %q", c.name, f, i, c.full, c.initials)
		}
	}
}

func TestEverySurnameIsSpelledByItsOwnReadingFirst(t *testing.T) {
	for surname, own := range surnames {
		full, _ := Pinyin(surname + "明")
		if want := strings.ReplaceAll(own, " ", "") + "ming"; len(full) == 0 || full[0] != want {
			t.Errorf("%s: %v, want %s", surname, full, want)
		}
	}
}

const sentence = "3幢2單元501室業主反映客廳頂棚漏水，已持續兩天，請工程部儘快上門處理。聯繫電話13900001424"

func BenchmarkPieces(b *testing.B) {
	for b.Loop() {
		Pieces(sentence)
	}
}

func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		Index(sentence)
	}
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key(sentence)
	}
}

func BenchmarkPinyin(b *testing.B) {
	for b.Loop() {
		Pinyin("歐陽娜娜")
	}
}
