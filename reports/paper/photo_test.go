package paper

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
	"time"
)

// camera is a picture whose upper left corner is red, the rest blue.
func camera(wide, high int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			c := color.RGBA{0, 0, 255, 255}
			if x < wide/2 && y < high/2 {
				c = color.RGBA{255, 0, 0, 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func asJPEG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// held is a JPEG that says how the camera was held.
func held(t *testing.T, how byte) []byte {
	raw := asJPEG(t, camera(40, 20))
	exif := append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), how, 0, 0, 0, 0, 0, 0)
	part := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
	return append(append(append([]byte{}, raw[:2]...), part...), raw[2:]...)
}

func TestAPhotoStandsUprightHoweverTheCameraWasHeld(t *testing.T) {
	for how, corner := range map[byte]image.Point{1: {5, 5}, 3: {35, 15}, 6: {15, 5}, 8: {5, 35}} {
		p, err := NewPhoto(held(t, how), "")
		if err != nil {
			t.Fatal(err)
		}
		m, err := jpeg.Decode(bytes.NewReader(p.jpeg))
		if err != nil {
			t.Fatal(err)
		}
		if sideways := how > 4; sideways != (p.High > p.Wide) {
			t.Errorf("held as %d it is %d × %d", how, p.Wide, p.High)
		}
		if r, _, b, _ := m.At(corner.X, corner.Y).RGBA(); r < b {
			t.Errorf("held as %d its corner is elsewhere", how)
		}
	}
}

func TestPhotosArePrintedAlikeEachTimeAndFourOnAPage(t *testing.T) {
	var out bytes.Buffer
	if err := png.Encode(&out, camera(3000, 2000)); err != nil {
		t.Fatal(err)
	}
	big, err := NewPhoto(out.Bytes(), "現場1.png")
	if err != nil || big.Wide != mostWide {
		t.Fatalf("%d wide, %v", big.Wide, err)
	}
	small, err := NewPhoto(asJPEG(t, camera(30, 40)), "現場2.jpg")
	if err != nil {
		t.Fatal(err)
	}
	var pages [2]bytes.Buffer
	for i := range pages {
		d := New(Info{At: time.Unix(1e9, 0)})
		d.Add(Sheet{Title: "照片"}, Photos{big, small, big, small, big})
		if d.Pages() != 2 {
			t.Errorf("five photos take %d pages", d.Pages())
		}
		if _, err := d.WriteTo(&pages[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pages[0].Bytes(), pages[1].Bytes()) {
		t.Error("printed again, the bytes differ")
	}
}

func TestWhatIsNoPhotoSaysSo(t *testing.T) {
	for _, raw := range []string{"", "一張照片", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0"} {
		if _, err := NewPhoto([]byte(raw), ""); !errors.Is(err, ErrNoPhoto) {
			t.Errorf("%q is a photo: %v", raw, err)
		}
	}
}
