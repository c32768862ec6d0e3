#!/usr/bin/env bash
# Prints the path of a tool, after building it once at its pinned version into
# .tools/. So the program's go.mod stays free of what only its makers need.
# usage: .ci/tool.sh staticcheck|fyne
. "$(dirname "$0")/common.sh"

case ${1:-} in
staticcheck) package=honnef.co/go/tools/cmd/staticcheck version=v0.8.2 ;;
fyne) package=fyne.io/tools/cmd/fyne version=v1.7.4 ;;
*) echo "usage: .ci/tool.sh staticcheck|fyne" >&2 && exit 2 ;;
esac

# Built with another Go, staticcheck would not understand this one's packages.
home=$PWD/.tools/$1-$version-$(go env GOVERSION)
if [ ! -x "$home/$1" ]; then
	say "building $1 $version" >&2
	GOBIN=$home GOFLAGS=-buildvcs=false go install "$package@$version" >&2
fi
echo "$home/$1"
