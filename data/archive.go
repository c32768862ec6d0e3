package data

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A backup is a plain zip, so that somebody in need can open it without us: the
// database, the evidence as it is (pictures do not become smaller), and last the
// manifest. Everything streams; evidence may be gigabytes.

func cut(name string) (dir, rest string, found bool) { return strings.Cut(name, "/") }

// packInto writes a backup: the database copied to db, the evidence beside the
// office's file, and what m says of them.
func packInto(ctx context.Context, out io.Writer, db, files string, known []attached, m manifest) (manifest, error) {
	z := zip.NewWriter(out)
	m.Form, m.Version = packedForm, packedVersion
	dbFile, err := packFile(ctx, z, packedDB, db, zip.Deflate)
	if err != nil {
		return m, err
	}
	m.Holds = append(m.Holds, dbFile)
	there := map[string]bool{}
	for _, name := range evidenceIn(files) {
		p, err := packFile(ctx, z, packedDir+"/"+name, filepath.Join(files, filepath.FromSlash(name)), zip.Store)
		if stop := ctx.Err(); stop != nil || p.Path == "" {
			return m, errors.Join(stop, err)
		}
		there[name] = true
		m.Holds = append(m.Holds, p)
		if err != nil || p.Hash != (attached{name: name}).hash() { // one that cannot be read keeps none of the others out
			m.Changed = append(m.Changed, p)
		}
	}
	for _, e := range known {
		if !there[e.name] {
			m.Missing = append(m.Missing, item{packedDir + "/" + e.name, e.size, e.hash()})
		}
	}
	return m, errors.Join(packList(z, m), z.Close())
}

// packFile writes one file; what could not be read of it has no Path if it is the
// archive that cannot be written.
func packFile(ctx context.Context, z *zip.Writer, name, path string, how uint16) (item, error) {
	to, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: how})
	if err != nil {
		return item{}, err
	}
	out := &counting{to: to, hash: sha256.New()}
	in, err := os.Open(path)
	if err == nil {
		_, err = io.Copy(out, readUntil{ctx, in})
		err = errors.Join(err, in.Close())
	}
	if out.failed {
		return item{}, err
	}
	return item{name, out.n, out.sum()}, err
}

func packList(z *zip.Writer, m manifest) error {
	text, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	to, err := z.CreateHeader(&zip.FileHeader{Name: packedList, Method: zip.Deflate})
	if err == nil {
		_, err = to.Write(text)
	}
	return err
}

// counting reckons size and hash of what passes.
type counting struct {
	to     io.Writer
	hash   hash.Hash
	n      int64
	failed bool
}

func (c *counting) Write(b []byte) (int, error) {
	n, err := c.to.Write(b)
	c.n += int64(n)
	c.hash.Write(b[:n])
	c.failed = c.failed || err != nil
	return n, err
}

func (c *counting) sum() string { return hex.EncodeToString(c.hash.Sum(nil)) }

// evidenceIn lists what lies in a folder of evidence: ab/abcdef….pdf.
func evidenceIn(folder string) (names []string) {
	filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(folder, path)
		if rel = filepath.ToSlash(rel); err == nil && d.Type().IsRegular() && packedName.MatchString(rel) {
			names = append(names, rel)
		}
		return nil // what cannot be listed is missed by whoever knows what belongs there
	})
	return names
}

// isPacked reports whether a file is an archive rather than a database.
func isPacked(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 4)
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == "PK\x03\x04"
}

// contents is what reading a whole archive brought to light.
type contents struct {
	manifest
	spoilt []item // evidence that is not what the archive says it is
}

// unpack reads a whole archive and compares it with what it says of itself. Each
// file goes where put says, before it is known to be good; evidence that turns
// out not to be is given to spoil.
func unpack(ctx context.Context, path string, put func(name string) (io.WriteCloser, error), spoil func(name string)) (contents, error) {
	z, m, err := openPacked(path)
	if err != nil {
		return contents{}, err
	}
	defer z.Close()
	u := contents{manifest: m}
	inside := map[string]*zip.File{}
	for _, f := range z.File {
		inside[f.Name] = f
	}
	for i, p := range m.Holds {
		err := unpackOne(ctx, inside[p.Path], p, put)
		switch bad := (*spoiltFile)(nil); {
		case err == nil:
		case i > 0 && errors.As(err, &bad):
			spoil(p.Path)
			u.spoilt = append(u.spoilt, p)
		case errors.As(err, &bad):
			return u, &Trouble{Kind: Damaged, Path: path, Err: err}
		default:
			return u, err
		}
	}
	return u, nil
}

// openPacked opens an archive and reads what it says of itself.
func openPacked(path string) (*zip.ReadCloser, manifest, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		if errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = &Trouble{Kind: Damaged, Path: path, Err: err}
		}
		return nil, manifest{}, explainAt(path, err)
	}
	m, err := readList(z)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = &Trouble{Kind: NotOurs, Path: path, Err: err}
	case err == nil && m.Version > packedVersion:
		err = &Trouble{Kind: Newer, Path: path, Err: fmt.Errorf("it is of version %d", m.Version)}
	case err == nil:
		err = m.unfit()
		fallthrough
	default:
		if err != nil {
			err = &Trouble{Kind: Damaged, Path: path, Err: err}
		}
	}
	if err != nil {
		z.Close()
		return nil, m, err
	}
	return z, m, nil
}

func readList(z *zip.ReadCloser) (m manifest, err error) {
	f, err := z.Open(packedList)
	if err != nil {
		return m, err
	}
	defer f.Close()
	return m, json.NewDecoder(f).Decode(&m)
}

// spoiltFile says that what lies in an archive is not what was put in.
type spoiltFile struct{ why string }

func (s *spoiltFile) Error() string { return s.why }

// unpackOne brings one file to its place and compares it with what is said of it.
func unpackOne(ctx context.Context, f *zip.File, p item, put func(string) (io.WriteCloser, error)) (err error) {
	if f == nil {
		return &spoiltFile{p.Path + " is not in it"}
	}
	in, err := f.Open()
	if err != nil {
		return &spoiltFile{fmt.Sprintf("%s: %v", p.Path, err)}
	}
	defer in.Close()
	to, err := put(p.Path)
	if err != nil {
		return err
	}
	out := &counting{to: to, hash: sha256.New()}
	_, err = io.Copy(out, io.LimitReader(readUntil{ctx, in}, p.Size+1))
	closing := to.Close()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case out.failed:
		return err
	case closing != nil:
		return closing
	case err != nil:
		return &spoiltFile{fmt.Sprintf("%s: %v", p.Path, err)}
	case out.n != p.Size || out.sum() != p.Hash:
		return &spoiltFile{fmt.Sprintf("%s has %d bytes with the hash %s", p.Path, out.n, out.sum())}
	}
	return nil
}

// verifyPacked reads a whole archive without keeping anything of it.
func verifyPacked(ctx context.Context, path string) error {
	u, err := unpack(ctx, path, func(string) (io.WriteCloser, error) { return nowhere{io.Discard}, nil }, func(string) {})
	if err == nil && len(u.spoilt) > 0 {
		err = &Trouble{Kind: Damaged, Path: path, Err: fmt.Errorf("%d files in it are damaged, among them %s", len(u.spoilt), u.spoilt[0].Path)}
	}
	return err
}

type nowhere struct{ io.Writer }

func (nowhere) Close() error { return nil }
