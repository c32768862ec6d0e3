package register

import "testing"

func TestKindsAreReadInThreeLanguages(t *testing.T) {
	for word, want := range map[string]string{
		"自住业主": "OW-SELF", "自住業主": "OW-SELF", "自住": "OW-SELF", "业主": "OW-SELF", "業主": "OW-SELF", "": "OW-SELF", "Owner-occupier": "OW-SELF",
		"出租业主": "OW-LET", "出租": "OW-LET", "出租業主": "OW-LET", "Landlord": "OW-LET", "放租": "OW-LET",
		"租户": "OW-TEN", "租戶": "OW-TEN", "租客": "OW-TEN", "承租人": "OW-TEN", "Tenant": "OW-TEN", "租": "OW-TEN",
		"商铺": "OW-SHOP", "商舖": "OW-SHOP", "商鋪業主": "OW-SHOP", "商户": "OW-SHOP", "Shop": "OW-SHOP",
		"家属": "OW-FAM", "家屬": "OW-FAM", "业主家属": "OW-FAM", "Family": "OW-FAM",
		"业委会": "OW-COM", "業委會": "OW-COM", "业主委员会": "OW-COM", "Owners' committee": "OW-COM", "OW-TEN": "OW-TEN",
	} {
		if got, known := Kind(word); got != want || !known {
			t.Errorf("%q: %s %v, want %s", word, got, known, want)
		}
	}
	if got, known := Kind("空置"); got != Self || known {
		t.Errorf("a word that is no kind: %s %v", got, known)
	}
}

func TestDaysInTheirShapes(t *testing.T) {
	for in, want := range map[string]string{
		"2023-09-02": "2023-09-02", "2023.9.2": "2023-09-02", "2023/9/2": "2023-09-02", "20230902": "2023-09-02", "2023年9月2日": "2023-09-02",
		"2019年1月": "2019-01", "2019.12": "2019-12", "２０１９年１月": "2019-01", "2024-02-29": "2024-02-29", "2023-09-02 00:00:00": "2023-09-02",
		"2023-02-29": "", "2023-13-01": "", "已入住": "", "45293": "", "1-2": "", "2023-09-31": "", "2023--1": "",
	} {
		if got, ok := day(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", in, got, ok, want)
		}
	}
}

func TestSizesLoseTheirRounding(t *testing.T) {
	for in, want := range map[string]float64{"114.74": 114.74, "73.51000000000001": 73.51, "128㎡": 128, "1,020.5": 1020.5, "８９.5平方米": 89.5} {
		if got, ok := size(in); got != want || !ok {
			t.Errorf("%q: %v %v", in, got, ok)
		}
	}
	for _, in := range []string{"大户型", "-3", "NaN", "1e99", ""} {
		if got, ok := size(in); ok {
			t.Errorf("%q is %v m²", in, got)
		}
	}
}
