#!/bin/sh
# check.sh NAME... - runs the tests in C, $O/tests/NAME, and the three that read the
# sources; the last line is the sum of theirs.  Each tells "N passed, N failed".
# MANY is an argument to each.
set -u
cd "$(dirname "$0")/.." || exit 1
O=${O:-build} MANY=${MANY:-}
export O MANY TEST_PORTAL_DB="$O/test.portal.db" TEST_SECRET_DB="$O/test.secret.db" \
    TEST_FILES_DB="$O/test.files.db"
passed=0 failed=0
# In memory where there is such a place: what is synced there costs nothing.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm

# One a core at a time; each has its own files.
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} sh -c \
    '"$O/tests/{}" $MANY >"$O/tests/{}.out" 2>"$O/tests/{}.log"; echo $? >"$O/tests/{}.rc"'

# A program that says nothing of its checks, or ends badly without a failed one,
# has failed once itself: it died.  What was logged is shown when something failed.
for name; do
	out=$(cat "$O/tests/$name.out") rc=$(cat "$O/tests/$name.rc")
	sum=$(printf '%s\n' "$out" | tail -n 1 |
	    sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p')
	p=${sum% *} f=${sum#* }
	if [ -z "$sum" ] || { [ $rc -ne 0 ] && [ "$f" = 0 ]; }; then
		p=${p:-0} f=$((${f:-0} + 1))
		echo "$name: died with status $rc"
	fi
	[ "$f" = 0 ] || { cat "$O/tests/$name.log"; echo "$name: $p passed, $f failed"; }
	passed=$((passed + p)) failed=$((failed + f))
done
for name in floors names lint; do
	if sh "tests/$name.sh"; then
		passed=$((passed + 1))
	else
		echo "$name: failed"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
