#!/usr/bin/env bash
# Run a command under a heading, and say how long it took.
# usage: step.sh TITLE COMMAND [ARGUMENT ...]
set -euo pipefail
title=$1
shift
printf '\n== %s\n' "$title"
started=$SECONDS status=0
"$@" || status=$?
if [ "$status" -eq 0 ]; then outcome=done; else outcome="failed with exit code $status"; fi
printf '== %s: %s (%d s)\n' "$title" "$outcome" $((SECONDS - started))
exit "$status"
