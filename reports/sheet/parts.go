package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// What a workbook may be at most. 10,000 owners make one part of 7 MB, 100,000
// of 70 MB; so one part may have 96 MB, room for the largest estate, and all
// together 200 MB. Real parts shrink 8 to 30 times; 150 times and more is a bomb.
const (
	maxPart    = 96 << 20
	maxAll     = 200 << 20
	maxParts   = 5000
	maxRatio   = 150
	ratioFrom  = 4 << 20   // below this even a bomb does no harm
	maxCells   = 3_000_000 // 100,000 rows of 30 columns; 70 MB in memory
	maxColumns = 16_384    // of Excel itself
	maxRows    = 1_048_576
)

// guard looks at the sizes the package states; parts.open holds it to them.
func guard(zr *zip.Reader) error {
	if len(zr.File) > maxParts {
		return Problem{Kind: Bomb, Detail: "parts"}
	}
	var all uint64
	for _, f := range zr.File {
		all += f.UncompressedSize64
		ratio := f.UncompressedSize64 / max(f.CompressedSize64, 1)
		switch {
		case f.Flags&1 != 0:
			return Problem{Kind: Encrypted, Detail: f.Name}
		case f.UncompressedSize64 > ratioFrom && ratio > maxRatio, all > maxAll, f.UncompressedSize64 > maxAll:
			return Problem{Kind: Bomb, Detail: f.Name}
		case f.UncompressedSize64 > maxPart && strings.HasSuffix(f.Name, ".xml"):
			return Problem{Kind: TooLarge, Detail: f.Name}
		}
	}
	return nil
}

// parts are the files in a workbook's package.
type parts struct{ files map[string]*zip.File }

func newParts(zr *zip.Reader) *parts {
	p := &parts{map[string]*zip.File{}}
	for _, f := range zr.File {
		p.files[partName(f.Name)] = f
	}
	return p
}

// partName is how parts are compared: some programs write \ and capitals.
func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(s, `\`, "/"), "/"))
}

func (p *parts) has(part string) bool { return p.files[partName(part)] != nil }

// open opens a part, nil if it is not there.
func (p *parts) open(part string) (io.ReadCloser, error) {
	f := p.files[partName(part)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, Problem{Kind: Damaged, Detail: part + ": " + err.Error()}
	}
	return limited{io.LimitReader(r, maxPart+1), r}, nil
}

type limited struct {
	io.Reader
	io.Closer
}

func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		e, err := htmlindex.Get(label)
		if err != nil {
			return nil, err
		}
		return e.NewDecoder().Reader(in), nil
	}
	return d
}

// broken tells XML that is broken from a package that is: the checksum fails, or
// the packed data end too early.
func broken(err error, detail string) Problem {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return Problem{Kind: BrokenXML, Detail: detail + ": " + err.Error()}
	}
	return Problem{Kind: Damaged, Detail: detail + ": " + err.Error()}
}
