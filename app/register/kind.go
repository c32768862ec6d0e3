package register

import (
	"strings"

	"ownerdesk/app/fold"
)

// Self is the kind of a person of whom nothing else is written: an owner who
// lives there.
const Self = "OW-SELF"

// kinds are the words for what a person is to a room, folded; the first that is
// found decides, so 出租业主 is asked before 业主, and 商铺租户 is a shop.
var kinds = []struct {
	code  string
	words []string
}{
	{"OW-COM", []string{"业委会", "业主委员", "委员", "committee"}},
	{"OW-FAM", []string{"家属", "家人", "亲属", "配偶", "子女", "父母", "共住", "同住", "family", "relative", "spouse"}},
	{"OW-SHOP", []string{"商铺", "商户", "店铺", "底商", "商业", "门面", "铺位", "shop", "retail"}},
	{"OW-TEN", []string{"租客", "租户", "承租", "租赁户", "租住", "tenant", "lessee", "renter"}},
	{"OW-LET", []string{"出租", "放租", "房东", "租出", "landlord", "lessor", "let"}},
	{Self, []string{"自住", "自用", "业主", "产权人", "户主", "区权人", "住户", "owner", "resident"}},
}

// Kind reads what a person is to a room (terms 3.1); false if no word of it is
// known. An empty text is an owner who lives there.
func Kind(s string) (code string, known bool) {
	key := strings.ToUpper(strings.TrimSpace(s))
	if key == "" {
		return Self, true
	}
	folded := fold.Key(s)
	for _, k := range kinds {
		if key == k.code {
			return k.code, true
		}
		for _, w := range k.words {
			if strings.Contains(folded, w) {
				return k.code, true
			}
		}
	}
	if folded == "租" {
		return "OW-TEN", true
	}
	return Self, false
}
