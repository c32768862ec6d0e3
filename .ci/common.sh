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

# in_memory runs tests whose files lie in memory, where there is room for them: they
# keep some ten thousand times, and each time the program waits for the disk.
in_memory() {
	local room=/dev/shm files status=0
	if [ "$(df -Pk "$room" 2>/dev/null | awk 'NR == 2 { print $4 }')" -gt 1500000 ] 2>/dev/null; then
		files=$(mktemp -d "$room/ownerdesk.XXXXXX")
		# shellcheck disable=SC2064 # the folder that was made now
		trap "rm -rf '$files'" EXIT
		TMPDIR=$files GOTMPDIR=${GOTMPDIR:-${TMPDIR:-/tmp}} "$@" || status=$?
		rm -rf "$files"
		trap - EXIT
		return $status
	fi
	"$@"
}
