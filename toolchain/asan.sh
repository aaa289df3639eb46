#!/usr/bin/env bash
# Run the tests of the hook's only unsafe code under AddressSanitizer, which stops at the first byte read
# outside an allocation. Says so in one line where the compiler comes without the sanitizer's runtime.
# (Miri would also check aliasing; it comes with nightly compilers only.)
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
cd "$repo"

if ! compgen -G "$(rustc --print target-libdir)/librustc-*_rt.asan.*" >/dev/null; then
  echo "scrip: AddressSanitizer is skipped: $(rustc --version) has no runtime of it"
  exit 0
fi
# Only Scrip's own crates are compiled anew: their dependencies come from the ordinary tests.
export RUSTC_WORKSPACE_WRAPPER=$repo/toolchain/lib/rustc-asan.sh
exec cargo test ${CI:+--locked} --package scrip-transfer-judge --lib --tests
