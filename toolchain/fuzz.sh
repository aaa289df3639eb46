#!/usr/bin/env bash
# Random operations against the compiled issuer program, held against a model of it, and faults planted into
# the program that this must catch. A run repeats exactly for the same number of operations and seed.
# usage: fuzz.sh [OPERATIONS [SEED]]      200000 operations with seed 1 unless told otherwise
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
cd "$repo"
locked=${CI:+--locked}

toolchain/faults.sh
cargo build $locked --quiet --package scrip-fuzz
"$(cargo metadata --no-deps --format-version 1 | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/debug/fuzz" \
  "${1:-200000}" "${2:-1}" target/faults
