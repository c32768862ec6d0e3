package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math/rand/v2"

	"ownerdesk/app"
)

// Exhibit is a file that somebody of the sample office brings as evidence: a small
// drawn picture, or a drawn sheet of paper.
type Exhibit struct {
	Name  string
	Bytes []byte
}

// attachment is what an issue says of the file.
func (e Exhibit) attachment() app.Attachment {
	hash := sha256.Sum256(e.Bytes)
	return app.Attachment{Name: e.Name, Size: int64(len(e.Bytes)), Hash: hex.EncodeToString(hash[:])}
}

// How many there are of each: issues share them, as copies of one file take no room.
const (
	pictures = 24
	sheets   = 4
)

// Exhibits draws what the office's files are filled with; the same seed draws the
// same.
func Exhibits(seed uint64) (all []Exhibit) {
	c := chance{rand.New(rand.NewPCG(seed, 0xf11e5))}
	for i := range pictures {
		all = append(all, Exhibit{fmt.Sprintf("IMG_%04d.png", c.between(1000, 9999)), picture(c, scenery[i%len(scenery)])})
	}
	for range sheets {
		all = append(all, Exhibit{fmt.Sprintf("SCAN_%04d.pdf", c.between(1000, 9999)), sheet(c)})
	}
	return all
}

// canvas is a picture being drawn.
type canvas struct {
	*image.Paletted
	c chance
}

// inks are what pictures are drawn with: walls, shadows, and what happened there.
var inks = color.Palette{
	color.RGBA{0xc9, 0xc4, 0xb8, 255}, color.RGBA{0xa8, 0xa2, 0x96, 255}, color.RGBA{0x7d, 0x79, 0x72, 255}, color.RGBA{0x4a, 0x48, 0x46, 255},
	color.RGBA{0xd9, 0xe4, 0xec, 255}, color.RGBA{0x6f, 0x8f, 0xa8, 255}, color.RGBA{0x8a, 0x6b, 0x4a, 255}, color.RGBA{0x5d, 0x7d, 0x4f, 255},
	color.RGBA{0xe8, 0xd9, 0x8a, 255}, color.RGBA{0xb0, 0x4a, 0x3a, 255}, color.RGBA{0xf2, 0xf0, 0xea, 255}, color.RGBA{0x2b, 0x33, 0x3a, 255},
}

// The inks by what they are used for.
const (
	wall = iota
	shade
	concrete
	dark
	sky
	water
	wood
	leaf
	light
	red
	white
	black
)

func (p canvas) box(x, y, w, h int, ink int) {
	draw.Draw(p, image.Rect(x, y, x+w, y+h), image.NewUniform(inks[ink]), image.Point{}, draw.Src)
}

// blot is a stain, a puddle, a heap: many small boxes around a place.
func (p canvas) blot(x, y, w, h, ink int) {
	for range w * h / 12 {
		a, b := p.c.between(-w/2, w/2), p.c.between(-h/2, h/2)
		if a*a*h*h+b*b*w*w <= w*w*h*h/4 {
			p.box(x+a-2, y+b-1, 5, 3, ink)
		}
	}
}

// picture is a photo that somebody took on the spot, with its time in the corner left
// out: nobody could say which issue it belongs to.
func picture(c chance, scene func(canvas)) []byte {
	p := canvas{image.NewPaletted(image.Rect(0, 0, 320, 240), inks), c}
	scene(p)
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		return nil // a buffer refuses nothing
	}
	return b.Bytes()
}

// scenery is what pictures show: a ceiling that leaks, a garage, a yard with what was
// left there, a facade.
var scenery = []func(canvas){
	func(p canvas) {
		p.box(0, 0, 320, 150, white)
		p.box(0, 150, 320, 90, wall)
		p.box(30+p.c.between(0, 200), 150, 46, 90, wood)
		p.blot(p.c.between(70, 250), p.c.between(30, 110), p.c.between(60, 120), p.c.between(40, 70), light)
		p.blot(p.c.between(70, 250), 148, p.c.between(20, 60), 50, shade)
	},
	func(p canvas) {
		p.box(0, 0, 320, 110, concrete)
		p.box(0, 110, 320, 130, dark)
		for x := p.c.between(0, 30); x < 320; x += 80 {
			p.box(x, 20, 22, 130, shade)
			p.box(x, 120, 22, 12, light)
		}
		p.box(p.c.between(20, 200), 130, 90, 40, []int{red, water, white}[p.c.IntN(3)])
		p.blot(p.c.between(60, 260), 200, p.c.between(80, 150), 36, water)
	},
	func(p canvas) {
		p.box(0, 0, 320, 120, sky)
		p.box(0, 100, 320, 140, leaf)
		p.box(0, 170, 320, 70, concrete)
		for range p.c.between(3, 8) {
			p.box(p.c.between(60, 240), p.c.between(130, 200), p.c.between(14, 40), p.c.between(12, 34), []int{wood, black, red, white}[p.c.IntN(4)])
		}
	},
	func(p canvas) {
		p.box(0, 0, 320, 240, wall)
		for x := 20; x < 300; x += 70 {
			for y := 20; y < 220; y += 70 {
				p.box(x, y, 44, 46, []int{water, black, light}[p.c.IntN(3)])
			}
		}
		x, y := p.c.between(60, 240), 0
		for y < 240 {
			p.box(x, y, 3, 8, dark)
			x, y = x+p.c.between(-5, 5), y+7
		}
	},
}

// sheet is a form that was filled in and scanned: a page of lines and strokes.
func sheet(c chance) []byte {
	var page bytes.Buffer
	page.WriteString("0.6 w 60 780 475 24 re S\n")
	for y := 740; y > 120; y -= 28 {
		fmt.Fprintf(&page, "60 %d m 535 %d l S\n", y, y)
		x := 70
		for x < c.between(160, 500) {
			w := c.between(6, 14)
			fmt.Fprintf(&page, "%d %d m %d %d l %d %d l S\n", x, y+6, x+w, y+6+c.between(2, 12), x+w/2, y+8+c.between(0, 10))
			x += w + 5
		}
	}
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, body := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", page.Len(), page.String()),
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return b.Bytes()
}

// brought are some of the office's files: photos, and now and then a sheet of paper.
func (l *life) brought() (some []app.Attachment) {
	all := l.files
	if len(all) < pictures+sheets {
		return nil
	}
	first := l.chance.between(0, pictures-3)
	some = append(some, all[first:first+l.chance.between(1, 2)]...)
	if l.chance.of(30) {
		some = append(some, one(l.chance, all[pictures:]))
	}
	return some
}
