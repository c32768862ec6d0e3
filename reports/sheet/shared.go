package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// readStrings reads the texts that cells point to. Readings beside Japanese
// text (rPh) are no part of it.
func (w *workbook) readStrings(part string) error {
	return w.each(part, func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		s, err := textOf(d)
		if err != nil {
			return broken(err, part)
		}
		w.strings = append(w.strings, s)
		return nil
	})
}

// textOf joins the t elements up to the end of the element just begun.
func textOf(d *xml.Decoder) (string, error) {
	var b strings.Builder
	first, runs := "", 0
	in := false
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			err = &xml.SyntaxError{Msg: "unexpected EOF"}
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			depth++
			in = t.Name.Local == "t"
		case xml.EndElement:
			depth--
			in = false
		case xml.CharData:
			if !in {
				continue
			}
			if runs++; runs == 1 {
				first = string(t)
			} else {
				if runs == 2 {
					b.WriteString(first)
				}
				b.Write(t)
			}
		}
	}
	if runs > 1 {
		first = b.String()
	}
	return unescaped(first), nil
}

// unescaped reads _x000D_ as the character it stands for.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if code, ok := escape(s[i:]); ok {
			b.WriteRune(code)
			i += len("_x000D_")
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// escape reads the _xHHHH_ a text begins with.
func escape(s string) (rune, bool) {
	if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	if err != nil || n >= 0xd800 && n < 0xe000 {
		return 0, false
	}
	return rune(n), true
}

// readStyles learns which styles show a number as a date.
func (w *workbook) readStyles(part string) error {
	custom := map[string]string{}
	in := false
	return w.each(part, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[attr(e, "numFmtId")] = attr(e, "formatCode")
		case "cellXfs":
			in = true
		case "cellStyles", "dxfs":
			in = false
		case "xf":
			if in {
				w.styles = append(w.styles, styleOf(attr(e, "numFmtId"), custom))
			}
		}
		return nil
	})
}
