#!/usr/bin/env bash
# Everything that must hold before a change goes in. Every step runs, also after one has failed; the
# end is a table of the steps, and the number of tests on a line of its own. Logs: target/test-logs.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
cd "$repo"
"$repo/toolchain/doctor.sh" test

logs=$repo/target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
locked=${CI:+--locked}
# So that the logs can be counted, whatever the terminal.
export CARGO_TERM_COLOR=never NO_COLOR=1
unset FORCE_COLOR
passed=0 failed=0
table=()

# step TITLE COMMAND...: run it with a log of its own, and count the tests that the log reports.
step() {
  local title=$1 started=$SECONDS status=0 good=0 bad=0
  local log=$logs/${title// /-}.log
  shift
  printf '\n== %s\n' "$title"
  "$@" 2>&1 | tee "$log" || status=$?
  read -r good bad < <(python3 "$repo/toolchain/count-tests.py" "$log")
  # A step that fails without naming a failed test (it did not compile, say) is one failure.
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  passed=$((passed + good)) failed=$((failed + bad))
  table+=("$(printf '%-34s %5d s %6d passed %4d failed' "$title" $((SECONDS - started)) "$good" "$bad")")
  [ "$status" -eq 0 ]
}

summary() {
  printf '\n== summary\n'
  printf '%s\n' "${table[@]}"
  printf '\nscrip: %d passed, %d failed\n' "$passed" "$failed"
}

# Without programs or packages there is nothing further to test.
must() {
  step "$@" || { summary; exit 1; }
}

must "build the programs" toolchain/build.sh
must "build the self-test" toolchain/build.sh toolchain/selftest/program
must "build the example venue" toolchain/build.sh examples/pool
must "build the multisig" toolchain/squads.sh
step "self-test of the compiler" cargo test $locked --package scrip-selftest-host || true
step "format" cargo fmt --all --check || true
step "clippy" cargo clippy $locked --workspace --all-targets -- --deny warnings || true
step "rust tests" cargo test $locked --workspace --exclude scrip-selftest-host --no-fail-fast || true
step "address sanitizer" toolchain/asan.sh || true
step "fuzz" toolchain/fuzz.sh || true
step "bench" bench/run.sh || true
step "idl check" toolchain/idl.sh --check || true
must "node packages" toolchain/npm-ci.sh
step "generated client check" npm run --silent generate:check || true
step "reference check" npm run --silent reference:check || true
step "typecheck" npm run --silent typecheck || true
step "typescript examples" npm run --silent examples:check || true
step "typescript docs check" npm run --silent docs:check || true
# Other features than in the tests of the workspace: what the stories would otherwise compile while their clock runs.
step "build the command line" cargo build $locked --quiet --package scrip-cli || true
must "fetch the browser" toolchain/chromium.sh
step "build the console" npm run --silent build:console || true
step "stories" npm run --silent test || true
summary
[ "$failed" -eq 0 ]
