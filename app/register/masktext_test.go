package register

import "testing"

func TestARoomNamedInFreeWordsIsHidden(t *testing.T) {
	for in, want := range map[string]string{
		"3-2-501":         "3-2-**",
		"3-2-501 門口走廊":    "3-2-** 門口走廊",
		"３－２－５０１門口":       "3-2-**門口",
		"3幢2单元501室门口":     "3幢2单元**室门口",
		"3幢 2單元 1201":     "3幢 2單元 **",
		"5座1203对面":        "5座**对面",
		"12-1803门前":       "12-**门前",
		"502室樓上":          "**室樓上",
		"Flat 12B, tower": "Flat **, tower",
		"東門崗亭旁":           "東門崗亭旁",
		"地下車庫 B2-105 車位":  "地下車庫 B2-105 車位",
		"3幢2單元電梯廳":        "3幢2單元電梯廳",
		"5號樓3樓走廊":         "5號樓3樓走廊",
		"":                "",
	} {
		if got := MaskDoors(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestMobilesWithinATextAreHidden(t *testing.T) {
	for in, want := range map[string]string{
		"IMG_張小明_13812345678.jpg":    "IMG_張小明_138****5678.jpg",
		"打 13812345678/13900001111":  "打 138****5678/139****1111",
		"單號 202611230001 與 95963429": "單號 202611230001 與 95963429",
	} {
		if got := MaskMobiles(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestWhatIsMadePublicKeepsNoWayToReachSomebody(t *testing.T) {
	for in, want := range map[string]string{
		"請打 138 1234 5678 或 138****5678":    "請打 *** 或 ***",
		"值班 0571-8800 7667、057188007667":    "值班 ***、***",
		"0912-345-678，9596 3429":            "***，***",
		"寄 zhang.xm@example.com，微信 zs_8812": "寄 ***，***",
		"HY-202611-0001，2026-11-27 14:00":   "HY-202611-0001，2026-11-27 14:00",
		"20261127 共 1100 戶 8000 元":          "20261127 共 1100 戶 8000 元",
	} {
		if got := MaskContacts(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
