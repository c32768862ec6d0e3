package money

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestAmountsAreReadAsTheyAreWritten(t *testing.T) {
	for s, want := range map[string]Fen{
		"0": 0, "80": 8000, "80.5": 8050, "80.50": 8050, "1,234.50": 123450, "12,345,6": -1, "1,234,567": 123456700, "¥1,234.50": 123450,
		"￥ 80": 8000, "80元": 8000, "８０．５元": 8050, "人民币80元整": 8000, "人民幣80元": 8000, "HK$ 80": 8000, "港幣80": 8000, "MOP$12": 1200, "MOP 12": 1200,
		"NT$1,000": 100000, "新臺幣1000元": 100000, "RMB 5.00": 500, "CNY5": 500, "$3": 300, "12.500": 1250, "0.30000000000000004": 30,
		"19.994999999999997": 1999, "19.995000000000001": 2000, "10000000": LargestAmount,
		"": -1, "-5": -1, "12.345": -1, "1.234,56": -1, "1,23": -1, ",123": -1, "1234,567": -1, "八十": -1, "80元5": -1, "10000000.01": -1,
		"99999999999999999999": -1, "1e5": -1, "+5": -1, "5%": -1, "0x10": -1, "元": -1, "80\u200b元x": -1, "𝟴𝟬x": -1, ".": -1, ".5": -1,
	} {
		got, ok := ReadAmount(s)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q is %d, want %d", s, got, want)
		}
	}
}

func TestWorkingTimeIsReadAsItIsWritten(t *testing.T) {
	for s, want := range map[string]Hours{
		"0": 0, "1": 100, "1.5": 150, "0.25": 25, "1.5小时": 150, "1.5小時": 150, "2工時": 200, "2個小時": 200, "90分鐘": 150, "90分": 150, "20 min": 33, "1小時30分": 150,
		"1小时30分钟": 150, "1:30": 150, "2h": 200, "1h30m": 150, "1.5 hours": 150, "１.５": 150, "10000": LargestTime,
		"": -1, "1.555": -1, "-1": -1, "10000.01": -1, "一小時": -1, "h": -1, "1:3": -1, "1:30:00": -1, "99999999999h": -1, "600001分": -1,
	} {
		got, ok := ReadHours(s)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q is %d, want %d", s, got, want)
		}
	}
}

// Whatever is written by the program is read by it as the same.
func TestWhatIsSpelledIsReadAgain(t *testing.T) {
	chance := rand.New(rand.NewPCG(23, 1))
	for range 3000 {
		f, q, h := Fen(chance.Int64N(int64(LargestAmount)+1)), Milli(chance.Int64N(int64(LargestQuantity)+1)), Hours(chance.Int64N(int64(LargestTime)+1))
		if got, ok := ReadAmount(f.String()); !ok || got != f {
			t.Fatalf("%s is read as %d", f, got)
		}
		if got, ok := ReadAmount(f.Grouped()); !ok || got != f {
			t.Fatalf("%s is read as %d", f.Grouped(), got)
		}
		if got, ok := ReadQuantity(q.String()); !ok || got != q {
			t.Fatalf("%s is read as %d", q, got)
		}
		if got, ok := ReadHours(h.String()); !ok || got != h {
			t.Fatalf("%s is read as %d", h, got)
		}
	}
}

// A product is rounded once, half upwards, and the largest ones do not overflow.
func TestAProductIsRoundedOnce(t *testing.T) {
	half := func(n, m, by int64) Fen {
		product := new(big.Int).Mul(big.NewInt(n), big.NewInt(m))
		product.Add(product, big.NewInt(by/2)).Div(product, big.NewInt(by))
		return Fen(product.Int64())
	}
	chance := rand.New(rand.NewPCG(23, 2))
	for range 3000 {
		q, p, h := Milli(chance.Int64N(int64(LargestQuantity)+1)), Fen(chance.Int64N(int64(LargestAmount)+1)), Hours(chance.Int64N(int64(LargestTime)+1))
		if got, want := q.Times(p), half(int64(q), int64(p), 1000); got != want {
			t.Fatalf("%s times %s is %s, want %s", q, p, got, want)
		}
		if got, want := h.At(p), half(int64(h), int64(p), 100); got != want {
			t.Fatalf("%s hours at %s are %s, want %s", h, p, got, want)
		}
	}
	if got := LargestQuantity.Times(LargestAmount); got <= 0 {
		t.Errorf("the largest product is %d", got)
	}
	if got := Milli(1500).Times(333); got != 500 { // 499.5
		t.Errorf("1.5 times 3.33 is %s", got)
	}
}
