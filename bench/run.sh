#!/usr/bin/env bash
# Compile the programs and the hooks to compare with, measure, and compare with bench/baseline.json.
# usage: run.sh [--update]      --update rewrites the baseline
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../toolchain/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"
cd "$repo"
toolchain/build.sh programs/transfer-hook programs/issuer
# The hooks to compare with at their best: compiled for speed throughout.
CARGO_PROFILE_RELEASE_OPT_LEVEL=3 toolchain/build.sh bench/programs/noop-hook bench/programs/rederiving-hook
cargo run --quiet ${CI:+--locked} --package scrip-bench -- "$(chosen_compiler)" "$@"
