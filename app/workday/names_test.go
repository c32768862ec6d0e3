package workday

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
)

func TestNameKeys(t *testing.T) {
	for name, want := range map[string][]string{
		"中秋节":                                             {"holiday.mid-autumn"},
		"國慶節、中秋節":                                         {"holiday.national-day", "holiday.mid-autumn"},
		"holiday.qingming":                                {"holiday.qingming"},
		"Dragon Boat Festival":                            {"holiday.dragon-boat"},
		"Labor Day (observed)":                            {"holiday.labour-day", "holiday.in-lieu"},
		"Chinese New Year; Taoism Day":                    {"holiday.spring-festival"},
		"Compensatory rest day for The Day before Easter": {"holiday.easter-saturday", "holiday.in-lieu"},
		"The Day following Mid-Autumn Festival":           {"holiday.mid-autumn"},
		"The day following Easter Monday; Tomb-Sweeping Day (observed)": {"holiday.easter-monday", "holiday.qingming", "holiday.in-lieu"},
		"New Year's Eve (Afternoon)":                                    {"holiday.new-year"},
		"公司周年":                                                          nil,
		"中秋节、公司周年":                                                      nil,
		"":                                                              nil,
	} {
		if got := NameKeys(name); !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", name, got, want)
		}
	}
}

// Every holiday that ships, and every one the law gives, can be said in every language.
func TestEveryKnownHolidayHasWords(t *testing.T) {
	words := map[string]string{}
	text, err := os.ReadFile("../../assets/lang/zh-Hant.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &words); err != nil {
		t.Fatal(err)
	}
	said := func(name string) {
		keys := NameKeys(name)
		if len(keys) == 0 {
			t.Errorf("%q has no key", name)
		}
		for _, k := range keys {
			if words[k] == "" {
				t.Errorf("%q has no words", k)
			}
		}
	}
	for region, table := range shipped(t) {
		for _, s := range table.Specials {
			said(s.Name)
		}
		for year := 2024; year <= 2035; year++ {
			for _, s := range StatutoryDays(region, year) {
				said(s.Name)
			}
		}
	}
}
