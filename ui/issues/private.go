package issues

import "strings"

// What a text should rather not hold (privacy: no more than is needed).
const (
	holdsIdentity = "identity"
	holdsBankCard = "card"
)

// holds tells what a text seems to hold that no issue needs: the number of an
// identity card, with its check digit, or of a bank card, with its.
func holds(text string) string {
	for _, run := range digitRuns(text) {
		if identity(run) {
			return holdsIdentity
		}
	}
	for _, run := range digitRuns(text) {
		if bankCard(run) {
			return holdsBankCard
		}
	}
	return ""
}

// digitRuns are the numbers in a text, blanks and dashes inside them left out;
// the X that ends an identity number belongs to it.
func digitRuns(text string) []string {
	var runs []string
	var run strings.Builder
	end := func() {
		if run.Len() >= 15 {
			runs = append(runs, run.String())
		}
		run.Reset()
	}
	for _, r := range text {
		switch {
		case r >= '０' && r <= '９':
			run.WriteRune(r - '０' + '0')
		case r >= '0' && r <= '9':
			run.WriteRune(r)
		case strings.ContainsRune("xXｘＸ", r) && run.Len() == 17:
			run.WriteByte('X')
		case r == ' ' || r == '-':
		default:
			end()
		}
	}
	end()
	return runs
}

var (
	identityWeights = [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	identityChecks  = "10X98765432"
)

func identity(s string) bool {
	if len(s) != 18 {
		return false
	}
	sum := 0
	for i, w := range identityWeights {
		sum += int(s[i]-'0') * w
	}
	return s[17] == identityChecks[sum%11]
}

// bankCard checks length and Luhn's sum.
func bankCard(s string) bool {
	if len(s) < 16 || len(s) > 19 || strings.HasSuffix(s, "X") {
		return false
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
