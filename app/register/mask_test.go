package register

import "testing"

func TestMaskingRules(t *testing.T) {
	for _, c := range []struct {
		rule string
		mask func(string) string
		in   string
		want string
	}{
		{"a name keeps its first character", MaskName, "张三", "张*"},
		{"every other character is a star", MaskName, "陶佳琪", "陶**"},
		{"compound surnames too", MaskName, "欧阳娜娜", "欧***"},
		{"each part of a name keeps its first", MaskName, "John Smith", "J*** S****"},
		{"a name of one character is kept", MaskName, "王", "王"},
		{"a character beyond the basic plane is one", MaskName, "𠮷田", "𠮷*"},
		{"a wide space parts a name", MaskName, "陈　大文", "陈 大*"},
		{"an empty name stays empty", MaskName, "", ""},
		{"a mainland mobile number keeps 3 and 4", MaskPhone, "13812345678", "138****5678"},
		{"country code and spaces are dropped", MaskPhone, "+86 138 1234 5678", "138****5678"},
		{"full width too", MaskPhone, "１３８１２３４５６７８", "138****5678"},
		{"8 digits keep 2 and 2", MaskPhone, "95963429", "95****29"},
		{"with the code of Hong Kong too", MaskPhone, "+852 9596 3429", "95****29"},
		{"a Taiwan mobile number keeps 4 and 3", MaskPhone, "0912345678", "0912***678"},
		{"with its country code too", MaskPhone, "+886 912 345 678", "0912***678"},
		{"the area code and the last 2 are kept", MaskPhone, "0571-88007667", "0571-******67"},
		{"the area code is found without a dash", MaskPhone, "057188007667", "0571-******67"},
		{"an area code of three digits", MaskPhone, "010-62001234", "010-******34"},
		{"Taipei", MaskPhone, "02-27208889", "02-******89"},
		{"an extension is not shown", MaskPhone, "0571-88007667转801", "0571-******67"},
		{"two numbers are masked each", MaskPhone, "13812345678/0571-88007667", "138****5678/0571-******67"},
		{"a number abroad keeps its last 2", MaskPhone, "+44 20 7946 0000", "**********00"},
		{"what is no number shows nothing", MaskPhone, "139000014245", "************"},
		{"an empty phone stays empty", MaskPhone, "", ""},
		{"e-mail keeps its first character and the domain", MaskEmail, "owner101@example.com", "o***@example.com"},
		{"a short e-mail shows no length", MaskEmail, "a@b.cn", "a***@b.cn"},
		{"an e-mail without @ keeps one", MaskEmail, "owner", "o***"},
		{"an empty e-mail stays empty", MaskEmail, "", ""},
		{"WeChat keeps its first 2", MaskWeChat, "zs_88", "zs***"},
		{"an empty WeChat stays empty", MaskWeChat, "", ""},
	} {
		if got := c.mask(c.in); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.rule, c.in, got, c.want)
		}
	}
	for _, c := range []struct {
		rule string
		p    Place
		want string
	}{
		{"building and unit are kept, the room is hidden", Place{Building: "3", Unit: "2", Room: "501"}, "3-2-**"},
		{"without unit", Place{Building: "3", Room: "501"}, "3-**"},
		{"the floor is hidden with the room", Place{Building: "1", Floor: "2", Room: "A"}, "1-**"},
		{"no room, nothing to hide", Place{Building: "3"}, "3"},
		{"an empty place stays empty", Place{}, ""},
	} {
		if got := MaskRoom(c.p); got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
}
