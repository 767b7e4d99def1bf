#!/bin/sh
# run.sh NAME RUNS SECONDS - one of the readers under libFuzzer, as make has built it (0
# seconds: until it has run so often); what it found stays in build/fuzz.
set -u
name=$1 log=build/fuzz/$1.log
mkdir -p "build/fuzz/$name.corpus"
rc=0
ASAN_OPTIONS=quarantine_size_mb=8:malloc_context_size=4 "build/fuzz/$name" -runs="$2" -max_total_time="$3" \
    -max_len=4096 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 -artifact_prefix=build/fuzz/ \
    "build/fuzz/$name.corpus" tests/fuzz/seeds >"$log" 2>&1 || rc=$?
echo "$name: $(grep -E 'ERROR|SUMMARY|executed_units' "$log" | tr -s ' ' | tr '\n' ' ')"
[ $rc = 0 ] || exit 255	# xargs starts no more
