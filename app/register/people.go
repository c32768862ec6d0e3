package register

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ownerdesk/app/fold"
)

// people reads who lives or owns there. A WeChat account that is all of a note
// is moved to where it belongs.
func (r *reader) people(e *Entry) []Person {
	before := len(r.Problems)
	names := namesIn(r.text(OfName))
	unread := len(r.Problems) > before && r.fatal // why is said already
	phones := r.phones()
	kind, said := r.kind()
	if len(names) == 0 {
		if len(phones) > 0 && !unread {
			r.problem(OfName, NameMissing, phones[0].Text, true)
		}
		return nil
	}
	people := make([]Person, len(names))
	for i, name := range names {
		people[i] = Person{Name: name, Kind: kind, KindSaid: said}
		if len(names) > 1 && len(phones) == len(names) {
			people[i].Phones = phones[i : i+1]
		}
	}
	first := &people[0]
	if len(names) == 1 || len(phones) != len(names) {
		first.Phones = phones
	}
	first.Email, first.WeChat = r.email(), r.text(OfWeChat)
	if id := wechatOf(e.Note); id != "" && first.WeChat == "" {
		first.WeChat, e.Note = id, ""
	}
	first.Identity, first.Birthday = r.asked(OfIdentity), r.asked(OfBirthday)
	e.Note = r.noted(r.noted(e.Note, OfIdentity, first.Identity), OfBirthday, first.Birthday)
	return people
}

// noted adds to a note what the register has no place of its own for, under the
// heading it had in the file.
func (r *reader) noted(note string, c Column, value string) string {
	if value == "" {
		return note
	}
	for _, g := range r.layout.Guesses {
		if g.Column == c {
			value = g.Heading + "：" + value
			break
		}
	}
	if note == "" {
		return value
	}
	return note + "；" + value
}

// nobody are the words for an empty flat in the column of names.
var nobody = []string{"空置", "空房", "空", "未售", "待售", "未交房", "无", "暂无", "不详", "-", "--", "/", "n/a", "na", "vacant", "none"}

// namesIn parts the names of one cell: 张三、李四. A comma parts Chinese names only;
// Chan, Tai Man is one.
func namesIn(cell string) []string {
	if slices.Contains(nobody, fold.Key(cell)) {
		return nil
	}
	han := strings.ContainsFunc(cell, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	var names []string
	for _, n := range strings.FieldsFunc(cell, func(r rune) bool {
		return strings.ContainsRune("、/／;；\n\r|&＆", r) || han && (r == ',' || r == '，')
	}) {
		if n = strings.TrimSpace(n); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// phones reads all columns of phones, each number once.
func (r *reader) phones() []Phone {
	var all []Phone
	for _, g := range r.layout.Guesses {
		if g.Column != OfPhone && g.Column != OfPhone2 {
			continue
		}
		phones, faults := Phones(r.textAt(g.Column, g.Index))
		for _, f := range faults {
			r.problem(g.Column, f.Rule, f.Value, f.Rule != NotPhone)
			r.Problems[len(r.Problems)-1].Column = g.Letter()
		}
		for _, p := range phones {
			if !known(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (r *reader) kind() (code string, said bool) {
	s := r.text(OfKind)
	code, ok := Kind(s)
	if !ok {
		r.problem(OfKind, KindUnknown, s, false)
	}
	return code, s != "" && ok
}

func (r *reader) email() string {
	s := strings.Map(halfWidth, r.text(OfEmail))
	if s == "" || mailAddress(s) {
		return s
	}
	r.problem(OfEmail, EmailUnread, s, false)
	return ""
}

// asked is the text of an unwanted column, if somebody asked for it.
func (r *reader) asked(c Column) string {
	if !slices.Contains(r.options.Wanted, c) {
		return ""
	}
	return r.text(c)
}

var wechatNote = regexp.MustCompile(`^(?i:微信号?|wechat(?: ?id)?|wx|vx)\s*[:：]\s*([A-Za-z][A-Za-z0-9_-]{4,19}|1[3-9]\d{9})[。.]?$`)

// wechatOf finds a WeChat account that is the whole of a note, 微信：zs_88; in a
// longer note it is left to the reader's eye.
func wechatOf(note string) string {
	if m := wechatNote.FindStringSubmatch(strings.ReplaceAll(note, "號", "号")); m != nil {
		return m[1]
	}
	return ""
}
