package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ownerdesk/app"
)

// FilesFolder is where attached files lie, beside the file at path.
func FilesFolder(path string) string { return stem(path) + "-files" }

// Attach copies the file at path into the store beside the database, under the
// hash of its content, and tells what an attachment says of it. The file comes
// into an issue only with an act.
func (s *Store) Attach(ctx context.Context, path string) (app.Attachment, error) {
	in, err := os.Open(path)
	if err != nil {
		return app.Attachment{}, err
	}
	defer in.Close()
	return s.AttachFrom(ctx, filepath.Base(path), in)
}

// AttachFrom is Attach for what is no file yet.
func (s *Store) AttachFrom(ctx context.Context, name string, in io.Reader) (app.Attachment, error) {
	a := app.Attachment{Name: name}
	if s.shut != nil {
		return a, s.shut
	}
	if err := fit(name); err != nil {
		return app.Attachment{}, err
	}
	folder := FilesFolder(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return app.Attachment{}, s.explain(err)
	}
	part, err := os.CreateTemp(folder, "part-*")
	if err != nil {
		return app.Attachment{}, s.explain(err)
	}
	defer os.Remove(part.Name())
	hash := sha256.New()
	a.Size, err = io.Copy(io.MultiWriter(part, hash), readUntil{ctx, in})
	if err = errors.Join(err, part.Sync(), part.Close()); err != nil {
		return app.Attachment{}, s.explain(err)
	}
	a.Hash = hex.EncodeToString(hash.Sum(nil))
	return a, s.explain(settleFile(part.Name(), s.fileOf(a), a.Hash))
}

// settleFile brings a finished file to its place, unless it lies there already.
// One that lies there damaged is mended so.
func settleFile(part, target, hash string) error {
	if there, err := hashOf(target); err == nil && there == hash {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return err
	}
	if err := os.Rename(part, target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

// fileOf is where an attachment lies: files/ab/abcdef….pdf. The ending stays, so
// that the system knows what to open it with.
func (s *Store) fileOf(a app.Attachment) string {
	return filepath.Join(FilesFolder(s.path), filepath.FromSlash(packedAs(a.Hash, a.Name)))
}

// ending is the harmless part of a file's ending.
func ending(name string) string {
	end := strings.ToLower(filepath.Ext(name))
	if len(end) < 2 || len(end) > 9 || strings.Trim(end[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return ""
	}
	return end
}

// OpenPath is where an attached file can be opened; app.ErrNotFound if it is gone.
func (s *Store) OpenPath(_ context.Context, a app.Attachment) (string, error) {
	if len(a.Hash) != 64 {
		return "", app.ErrNotFound
	}
	path := s.fileOf(a)
	if _, err := os.Stat(path); err != nil {
		return "", errors.Join(app.ErrNotFound, err)
	}
	return path, nil
}

// readUntil ends a long copy when nobody waits for it any more.
type readUntil struct {
	ctx context.Context
	in  io.Reader
}

func (r readUntil) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b)
}

// hashOf is the hash of a file's content.
func hashOf(path string) (string, error) {
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, in)
	return hex.EncodeToString(hash.Sum(nil)), err
}
