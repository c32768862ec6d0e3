#!/usr/bin/env bash
# Measures, keeps the raw figures in out/bench.txt and prints them as tables: what
# depends on the size of the file with a column for each size, then the rest, then
# the window. The files are made once, in out/bench/, and used again; the one of
# 1,000,000 issues takes some ten minutes and 4.5 GB, and as much again for the
# moment in which it is copied.
# BENCH_SIZES=1000,100000 leaves sizes out, BENCH chooses benchmarks by pattern,
# ROOMS packages, BENCHTIME how long each runs.
. "$(dirname "$0")/common.sh"

.ci/install.sh build
mkdir -p out/bench
export OWNERDESK_BENCH_KEEP="$PWD/out/bench" OWNERDESK_BENCH_SIZES=${BENCH_SIZES:-1000,100000,1000000}
rooms=${ROOMS:-$(grep -rl --include='*_test.go' '^func Benchmark' app data reports ui | xargs -n1 dirname | sort -u | sed 's|^|./|')}

say "measuring on $(uname -sm), $(go env GOVERSION), $(getconf _NPROCESSORS_ONLN) processors" | tee out/bench.txt
# One room at a time: two that are measured at once disturb each other.
# shellcheck disable=SC2086 # one word for each package
go test -p 1 -run '^$' -bench "${BENCH:-.}" -benchtime "${BENCHTIME:-1s}" -benchmem -timeout 2h $rooms |
	tee -a out/bench.txt | grep -E '^(---|FAIL|panic|ok)' || true

awk '
	function unit(ns) {
		if (ns >= 1e9) return sprintf("%.2f s", ns / 1e9)
		if (ns >= 1e6) return sprintf("%.2f ms", ns / 1e6)
		if (ns >= 1e3) return sprintf("%.1f µs", ns / 1e3)
		return sprintf("%.0f ns", ns)
	}
	function bytes(b) { return b >= 1048576 ? sprintf("%.1f MB", b / 1048576) : sprintf("%.1f KB", b / 1024) }
	/^FAIL/ { failed = 1 }
	/^cpu:/ { sub(/^cpu: */, ""); cpu = $0 }
	/^pkg:/ { sub(/^ownerdesk\/?/, "", $2); room = $2 }
	/^Benchmark/ && NF > 3 {
		name = $1; sub(/^Benchmark/, "", name); sub(/-[0-9]+$/, "", name); gsub(/_/, " ", name)
		time = memory = count = more = ""
		for (i = 3; i < NF; i += 2) {
			if ($(i+1) == "ns/op") time = unit($i)
			else if ($(i+1) == "B/op") memory = bytes($i)
			else if ($(i+1) == "allocs/op") count = $i
			else more = more " " $i " " $(i+1)
		}
		size = name; sub(/.*\//, "", size)
		if (size ~ /^[0-9]+$/ && size >= 1000 && sub(/\/[0-9]+$/, "", name)) {
			if (!(size in column)) { column[size] = 1; sizes[++columns] = size }
			what = room " | " name
			if (!(what in known)) { known[what] = 1; sized[++n] = what }
			each[what, size] = time; also[what] = more
		} else rows[++m] = sprintf("| %s | %s | %s | %s | %s |%s |", room, name, time, memory, count, more)
	}
	END {
		if (cpu != "") print "\n" cpu
		if (n) {
			line = "\n| room | what |"; rule = "|---|---|"
			for (i = 1; i <= columns; i++) { line = line " " sizes[i] " |"; rule = rule "---:|" }
			print line " also, at the last |\n" rule "---|"
			for (i = 1; i <= n; i++) {
				line = "| " sized[i] " |"
				for (j = 1; j <= columns; j++) line = line " " each[sized[i], sizes[j]] " |"
				print line also[sized[i]] " |"
			}
		}
		if (m) print "\n| room | what | each | memory | allocations | also |\n|---|---|---:|---:|---:|---|"
		for (i = 1; i <= m; i++) print rows[i]
		exit failed
	}' out/bench.txt

# A choice of benchmarks or rooms leaves the window out.
[ -n "${BENCH:-}${ROOMS:-}" ] || .ci/window.sh
