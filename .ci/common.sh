# Read by every script here: they all work from the root of the project, with
# the same flags, so that nothing is compiled twice.
# Kept to what bash 3.2 knows, which is what macOS brings.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Where the download from go.dev is unpacked, on machines whose PATH was not told.
if ! command -v go >/dev/null && [ -x /usr/local/go/bin/go ]; then
	PATH=$PATH:/usr/local/go/bin
fi
if ! command -v go >/dev/null; then
	echo "Go is missing: install Go 1.26 or newer from https://go.dev/dl/" >&2
	exit 1
fi

# The version of the program stands in FyneApp.toml, not in the repository's state.
export GOFLAGS="-buildvcs=false -tags=migrated_fynedo"

say() { printf '== %s\n' "$*"; }
