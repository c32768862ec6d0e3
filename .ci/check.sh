#!/usr/bin/env bash
# Everything that must pass. Stops at the first thing that does not.
. "$(dirname "$0")/common.sh"

formatting() {
	local files
	files=$(gofmt -l .)
	[ -z "$files" ] || { printf 'gofmt would change:\n%s\n' "$files" >&2 && return 1; }
}

analysis() { "$(.ci/tool.sh staticcheck)" -tags migrated_fynedo,realwindow ./...; }

# Vet has had its own step.
tests() { go test -race -vet=off -timeout 30m ./...; }

# The flag on the command line takes the place of the one in GOFLAGS, so that
# both tags are named.
window() { go test -vet=off -count=1 -timeout 5m -tags migrated_fynedo,realwindow -run TestRealWindow .; }

step() {
	local name=$1 began=$SECONDS
	shift
	say "$name"
	"$@"
	printf '   %d s\n' $((SECONDS - began))
}

step "system packages" .ci/install.sh build test
step "formatting" formatting
step "build" .ci/build.sh
step "vet" go vet -tags migrated_fynedo,realwindow ./...
step "static analysis" analysis
step "tests" tests
step "real window" window
say "all passed in $SECONDS s"
