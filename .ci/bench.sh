#!/usr/bin/env bash
# Measures, keeps the raw figures in out/bench.txt and prints them as a table.
# BENCH chooses benchmarks by pattern, ROOMS packages, BENCHTIME how long each runs.
. "$(dirname "$0")/common.sh"

.ci/install.sh build
mkdir -p out
say "measuring on $(uname -sm), $(go env GOVERSION), $(getconf _NPROCESSORS_ONLN) processors" | tee out/bench.txt
# shellcheck disable=SC2086 # one word for each package
go test -run '^$' -bench "${BENCH:-.}" -benchtime "${BENCHTIME:-1s}" -benchmem -timeout 2h ${ROOMS:-./...} |
	tee -a out/bench.txt | grep -E '^(---|FAIL|panic)' || true

awk '
	function unit(ns) {
		if (ns >= 1e9) return sprintf("%.2f s", ns / 1e9)
		if (ns >= 1e6) return sprintf("%.2f ms", ns / 1e6)
		if (ns >= 1e3) return sprintf("%.1f µs", ns / 1e3)
		return sprintf("%.0f ns", ns)
	}
	function size(b) { return b >= 1048576 ? sprintf("%.1f MB", b / 1048576) : sprintf("%.1f KB", b / 1024) }
	/^FAIL/ { failed = 1 }
	/^cpu:/ { sub(/^cpu: */, ""); cpu = $0 }
	/^pkg:/ { sub(/^ownerdesk\/?/, "", $2); room = $2 }
	/^Benchmark/ && NF > 3 {
		name = $1; sub(/^Benchmark/, "", name); sub(/-[0-9]+$/, "", name)
		time = memory = count = more = ""
		for (i = 3; i < NF; i += 2) {
			if ($(i+1) == "ns/op") time = unit($i)
			else if ($(i+1) == "B/op") memory = size($i)
			else if ($(i+1) == "allocs/op") count = $i
			else more = more " " $i " " $(i+1)
		}
		rows[++n] = sprintf("| %s | %s | %s | %s | %s |%s |", room, name, time, memory, count, more)
	}
	END {
		if (cpu != "") print "\n" cpu
		print "\n| room | what | each | memory | allocations | also |\n|---|---|---:|---:|---:|---|"
		for (i = 1; i <= n; i++) print rows[i]
		exit failed
	}' out/bench.txt
