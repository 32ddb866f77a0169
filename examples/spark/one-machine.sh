#!/bin/sh
# Reads an archive of articles on one machine, without Spark: {"id", "text"} a line in, a report a line out.
#
#     one-machine.sh articles.jsonl reports.jsonl [processes]
set -eu
articles=$1 reports=$2
processes=${3:-$(getconf _NPROCESSORS_ONLN)}
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
# By lines, in order; more parts than processes, so that none waits long for the last.
split -n "l/$((processes * 4))" -d -a 4 "$articles" "$parts/part-"
find "$parts" -name 'part-*' -print0 | xargs -0 -P "$processes" -I {} \
    sh -c '"${KASOTI:-kasoti}" check --jsonl < "$1" > "$1.out"' kasoti {}
cat "$parts"/part-*.out > "$reports"
