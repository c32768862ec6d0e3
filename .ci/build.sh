#!/usr/bin/env bash
# Builds bin/ownerdesk, after installing what the build needs.
. "$(dirname "$0")/common.sh"

.ci/install.sh build
[ -e bin/ownerdesk ] || say "building bin/ownerdesk (the first time takes some minutes)"
go build -o bin/ownerdesk .
