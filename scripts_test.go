package main_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"ownerdesk/assets/lang"
)

// Each script is written in its own characters, and with the words an office on
// the mainland would use.
func TestScriptsAreNotMixed(t *testing.T) {
	for l, foreign := range scripts(t) {
		for key, text := range load(t, l) {
			if strings.HasPrefix(key, "language.") {
				continue // languages are called by their own names
			}
			for _, slip := range foreign.slips(text) {
				t.Errorf("%s: %s says %s in %q", l, key, slip, text)
			}
		}
	}
}

func TestAMixedScriptIsFound(t *testing.T) {
	all := scripts(t)
	for _, c := range []struct {
		language lang.Language
		text     string
		slip     bool
	}{
		{lang.Traditional, "受理範圍", false},
		{lang.Traditional, "受理范圍", true},
		{lang.Traditional, "受理范围", true},
		{lang.Traditional, "回覆業主、恢復供水、反覆發生", false},
		{lang.Traditional, "反復發生", true},
		{lang.Traditional, "工程質量、信息告知", false},
		{lang.Traditional, "資訊", true},
		{lang.Traditional, "每週一次,以後聯繫", false},
		{lang.Traditional, "每周一次", true},
		{lang.Traditional, "以后", true},
		{lang.Simplified, "受理范围", false},
		{lang.Simplified, "受理範围", true},
		{lang.Simplified, "答复业主、反复发生", false},
		{lang.Simplified, "答覆业主", true},
	} {
		if found := all[c.language].slips(c.text); (len(found) > 0) != c.slip {
			t.Errorf("%s %s: found %v, a slip is %v", c.language, c.text, found, c.slip)
		}
	}
}

// A script names what does not belong into texts of a language.
type script struct {
	characters map[rune]bool
	words      *regexp.Regexp
}

// scripts knows the characters of the other script and the words that a
// converter gets wrong because each of their characters is in both scripts.
func scripts(t *testing.T) map[lang.Language]script {
	t.Helper()
	return map[lang.Language]script{
		lang.Traditional: {characters(t, "testdata/simplified-only.txt"), regexp.MustCompile(
			`范[圍例本疇]|規范|示范|反復|回復|答復|批復|重復|復核|[每本上下]周|周[一二三四五六日末期次]|[一二三四兩]周` +
				`|[^皇太]后|[這那哪家心夜]里|里[面程邊]|制[作造]|干[部淨凈]|聯系|關系|[其結]余|余額|采[納用購集]` +
				`|于|几|么|云|并|征求|[日標雜]志|委托|[規計]划|准[確時備則]|標准|霸占|被占|占用|占道` +
				`|資訊|品質|軟體|網路|列印|螢幕|程式|預設|資料庫|使用者`)},
		lang.Simplified: {characters(t, "testdata/traditional-only.txt"), regexp.MustCompile(
			`[回答反批]覆|乾|资讯|品质|软体|网路|列印|萤幕|程式|预设|资料库|使用者`)},
	}
}

func (s script) slips(text string) []string {
	found := s.words.FindAllString(text, -1)
	for _, r := range text {
		if s.characters[r] {
			found = append(found, string(r))
		}
	}
	return found
}

func characters(t *testing.T, path string) map[rune]bool {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set := map[rune]bool{}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, r := range strings.TrimSpace(line) {
			set[r] = true
		}
	}
	if len(set) == 0 {
		t.Fatalf("%s names no character", path)
	}
	return set
}
