package paper

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png" // photos of places come as either

	"golang.org/x/image/draw"
)

// Photo is a picture from a camera, ready for paper.
type Photo struct {
	Caption    string
	Wide, High int
	jpeg       []byte
}

// mostPixels is what a camera gives at most; mostWide what a quarter of a page
// can show.
const mostPixels, mostWide = 120_000_000, 1400

// ErrNoPhoto says that bytes are no picture that can be printed.
var ErrNoPhoto = errors.New("no photo")

// NewPhoto reads a JPEG or PNG file and makes of it what every printer takes.
func NewPhoto(raw []byte, caption string) (Photo, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || size.Width < 1 || size.Height < 1 || size.Width*size.Height > mostPixels {
		return Photo{}, errors.Join(ErrNoPhoto, err)
	}
	whole, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return Photo{}, errors.Join(ErrNoPhoto, err)
	}
	was := whole.Bounds()
	scale := min(1, mostWide/float64(max(was.Dx(), was.Dy())))
	small := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(was.Dx())*scale)), max(1, int(float64(was.Dy())*scale))))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(small, small.Bounds(), whole, was, draw.Over, nil)
	upright := turned(small, orientation(raw))
	var out bytes.Buffer
	if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: 85}); err != nil {
		return Photo{}, fmt.Errorf("make a photo ready: %w", err)
	}
	b := upright.Bounds()
	return Photo{caption, b.Dx(), b.Dy(), out.Bytes()}, nil
}

// Photos stand two beside each other, four on a page.
type Photos []Photo

// photoHigh is how high a photo stands, in mm.
const photoHigh = 96

func (b Photos) lay(f *flow) {
	for i := 0; i < len(b); i += 2 {
		these := b[i:min(i+2, len(b))]
		w := (f.width() - f.gap) / 2
		words, more := make([][]line, len(these)), 0.0
		for k, p := range these {
			words[k] = f.set(p.Caption, w, f.small)
			more = max(more, float64(len(words[k]))*f.small.pitch)
		}
		y := f.claim(photoHigh + more + f.gap)
		for k, p := range these {
			x := f.left + float64(k)*(w+f.gap)
			scale := min(w/float64(p.Wide), photoHigh/float64(p.High))
			wide, high := float64(p.Wide)*scale, float64(p.High)*scale
			f.ink().add(mark{kind: pictured, x: x + (w-wide)/2, y: y + (photoHigh-high)/2, w: wide, h: high, photo: p.jpeg})
			f.ink().frame(x, y, w, photoHigh, hairline)
			f.drawLines(words[k], x, y+photoHigh, w, Left)
		}
	}
}

// orientation is how a camera was held, as its file says: 1 to 8.
func orientation(raw []byte) int {
	at := bytes.Index(raw[:min(len(raw), 64<<10)], []byte("Exif\x00\x00"))
	if at < 0 || at+14 > len(raw) {
		return 1
	}
	t := raw[at+6:]
	little := t[0] == 'I'
	number := func(i, n int) int {
		v := 0
		for k := range n {
			if i+k >= len(t) || i < 0 {
				return 0
			}
			if little {
				v |= int(t[i+k]) << (8 * k)
			} else {
				v = v<<8 | int(t[i+k])
			}
		}
		return v
	}
	first := number(4, 4)
	for i := range min(number(first, 2), 100) {
		if e := first + 2 + 12*i; number(e, 2) == 0x112 {
			return number(e+8, 2)
		}
	}
	return 1
}

// turned sets a photo upright.
func turned(m *image.RGBA, how int) *image.RGBA {
	if how < 2 || how > 8 {
		return m
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	if how > 4 {
		to = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			across, down := x, y
			switch how {
			case 2:
				across = w - 1 - x
			case 3:
				across, down = w-1-x, h-1-y
			case 4:
				down = h - 1 - y
			case 5:
				across, down = y, x
			case 6:
				across, down = h-1-y, x
			case 7:
				across, down = h-1-y, w-1-x
			case 8:
				across, down = y, w-1-x
			}
			to.SetRGBA(across, down, m.RGBAAt(x, y))
		}
	}
	return to
}
