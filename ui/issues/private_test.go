package issues

import (
	"testing"

	"ownerdesk/app"
)

func TestNumbersThatAreNotNeededAreNoticed(t *testing.T) {
	for text, want := range map[string]string{
		"身份證 11010519491231002X 已核對":    holdsIdentity,
		"號碼１１０１０５１９４９１２３１００２Ｘ":          holdsIdentity,
		"110105 19491231 002X":          holdsIdentity,
		"110105194912310021":            "",
		"卡號 4111 1111 1111 1111 退款":     holdsBankCard,
		"4111111111111112":              "",
		"電話 13812345678，房號 3-2-501":     "",
		"單號 TS-202611-0007、SL-20261100": "",
	} {
		if got := holds(text); got != want {
			t.Errorf("%q holds %q, want %q", text, got, want)
		}
	}
}

func TestContactsAreToldApart(t *testing.T) {
	for typed, want := range map[string]app.Reporter{
		"13812345678":                    {Phone: "13812345678"},
		"0571-88007667、13812345678":      {Phone: "0571-88007667/13812345678"},
		"zhang@example.com":              {Email: "zhang@example.com"},
		"zxm_501":                        {WeChat: "zxm_501"},
		"138-1234-5678, a@b.cn, wx12345": {Phone: "138-1234-5678", Email: "a@b.cn", WeChat: "wx12345"},
		"":                               {},
	} {
		var got app.Reporter
		if setContact(&got, typed); got != want {
			t.Errorf("%q is %+v, want %+v", typed, got, want)
		}
		var again app.Reporter
		if setContact(&again, contactOf(got)); again != got {
			t.Errorf("%q comes back as %+v", typed, again)
		}
	}
}
