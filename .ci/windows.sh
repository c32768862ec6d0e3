#!/usr/bin/env bash
# Builds the program for Windows from here: bin/OwnerDesk.exe, with the icon and
# the particulars of FyneApp.toml.
. "$(dirname "$0")/common.sh"

.ci/install.sh windows
fyne=$(.ci/tool.sh fyne)
mkdir -p bin

say "building bin/OwnerDesk.exe (the first time takes some minutes)"
# The tool counts FyneApp.toml's build number up, which is a release's business.
cp FyneApp.toml bin/FyneApp.toml.kept
trap 'mv bin/FyneApp.toml.kept FyneApp.toml; rm -f fyne.syso' EXIT
CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
	"$fyne" package --target windows --release --tags migrated_fynedo
mv OwnerDesk.exe bin/OwnerDesk.exe
ls -l bin/OwnerDesk.exe
