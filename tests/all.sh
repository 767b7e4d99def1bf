#!/bin/bash
# all.sh - every test: those in C, then tests/*.mjs on the portal as it runs.  The
# last line is the sum: "N passed, N failed", and ", N skipped" where some were; above it
# stands once more what failed, for who sees but the end of a long output.
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL	# of the make that runs us
# In memory where there is such a place: what is synced there costs nothing.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
passed=0 failed=0 skipped=0
mkdir -p build
out=build/all.out err=build/all.err
told=()

# count WHAT COMMAND...: one that ends badly without a failed check has failed.
count() {
	what=$1 rc=0
	shift
	echo "$what"
	"$@" 2>&1 >"$out" | tee "$err" >&2 || rc=$?
	sed '$d' "$out"
	sum=$(tail -n 1 "$out" | sed -nE \
	    's/^([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$/\1 \2 \4/p')
	[ -n "$sum" ] || tail -n 1 "$out"
	# shellcheck disable=SC2086
	set -- ${sum:-0 0}
	p=$1 f=$2 s=${3:-0}
	if [ $rc -ne 0 ] && [ "$f" = 0 ] || [ -z "$sum" ]; then
		f=$((f + 1))
		echo "$what: ended with status $rc"
	fi
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
	[ "$f" != 0 ] || return 0
	told+=("$what: $f failed, status $rc")
	mapfile -t -O ${#told[@]} told < <(cat "$out" "$err" | grep -a -C 2 -E \
	    '^[^ ]*:[0-9]+: |^[a-z]+\.mjs: |^[a-z_-]+: ([0-9]+ passed|died|failed)' | cut -c 1-400 | head -n 40)
}

count "make check" make -s -j2 check
for test in tests/*.mjs; do
	count "$test" node "$test"
done
[ ${#told[@]} = 0 ] || printf '%s\n' "What failed:" "${told[@]}"
more=
[ $skipped = 0 ] || more=", $skipped skipped"
echo "$passed passed, $failed failed$more"
[ $failed = 0 ]
