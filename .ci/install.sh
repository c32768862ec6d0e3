#!/usr/bin/env bash
# Installs what the system lacks; says what and why, and nothing when all is there.
# usage: .ci/install.sh build|test|windows ...
set -euo pipefail

# needs lists a group's packages for Debian and Ubuntu, each with its reason.
needs() {
	case $1 in
	build) cat <<-'END' ;;
		gcc               compiles the part of the window that is written in C
		libc6-dev         headers of the C library
		pkg-config        tells the compiler where libraries are
		libgl1-mesa-dev   headers to draw with OpenGL
		libegl1-mesa-dev  headers to draw with OpenGL on Wayland
		xorg-dev          headers for windows on X11
		libwayland-dev    headers for windows on Wayland
		libxkbcommon-dev  headers for keyboards
		ca-certificates   lets go download modules
	END
	test) cat <<-'END' ;;
		xvfb              a screen that is not there
		libgl1-mesa-dri   draws on it without a graphics card
		openbox           places the window, as a desktop would
		xdotool           presses keys and moves the mouse
		imagemagick       keeps a picture of the screen
		poppler-utils     reads the text of printed pages
	END
	windows) cat <<-'END' ;;
		gcc-mingw-w64-x86-64-win32  compiles C for Windows
	END
	*) echo "install.sh: no group $1" >&2 && return 1 ;;
	esac
}

installed() {
	[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# as_root runs a command with the rights to install, asking only a person.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif ! command -v sudo >/dev/null; then
		echo "This needs root, and there is no sudo here. As root, run:" >&2
		echo "  apt-get update && apt-get install$missing" >&2
		exit 1
	elif [ -t 0 ]; then
		sudo "$@"
	else
		sudo -n "$@"
	fi
}

debian() {
	missing="" reasons=""
	for group in "$@"; do
		list=$(needs "$group")
		while read -r package why; do
			if ! installed "$package"; then
				missing="$missing $package"
				reasons="$reasons  $(printf '%-28s%s' "$package" "$why")"$'\n'
			fi
		done <<<"$list"
	done
	[ -n "$missing" ] || return 0

	printf 'These system packages are missing and will be installed:\n%s' "$reasons"
	as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
	# shellcheck disable=SC2086 # one word for each package
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
		-o Dpkg::Use-Pty=0 install --no-install-recommends $missing >/dev/null
}

macos() {
	for group in "$@"; do
		if [ "$group" = windows ]; then
			echo "make windows needs Debian or Ubuntu; on Windows itself, go build does it." >&2
			exit 1
		fi
	done
	xcode-select -p >/dev/null 2>&1 && return 0
	echo "Missing: the Xcode command line tools (a C compiler and the headers for windows)."
	echo "Their installer opens now; start this again when it has finished."
	xcode-select --install
	exit 1
}

if [ "$(uname)" = Darwin ]; then
	macos "$@"
elif command -v apt-get >/dev/null; then
	debian "$@"
else
	echo "This is neither Debian, Ubuntu nor macOS: what is needed beside Go must be there already:"
	for group in "$@"; do needs "$group"; done
fi
