#!/usr/bin/env bash
# Check that this machine has the tools for a task: one line for each missing or too old one, exit 1.
# Says nothing when all is well.
# usage: doctor.sh [build | demo | test]      default: test, which needs the most
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"
. "$repo/toolchain/lib/chromium.sh"
task=${1:-test}
compiler=$(chosen_compiler)
problems=0

complain() {
  echo "scrip: $*" >&2
  problems=$((problems + 1))
}

# has TOOL REMEDY
has() {
  command -v "$1" >/dev/null 2>&1 || { complain "$1 is missing: $2"; return 1; }
}

# new_enough TOOL MINIMUM REMEDY: asks `TOOL --version` and compares its first dotted number.
new_enough() {
  local version
  has "$1" "$3" || return 0
  version=$("$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1) || true
  if [ -z "$version" ]; then
    complain "$1 does not run: $3"
  elif ! at_least "$version" "$2"; then
    complain "$1 is $version, at least $2 is needed: $3"
  fi
}

rust='install Rust with rustup (rustup toolchain install stable)'
node='install Node.js 20.18 or newer, which brings npm'
minimum=1.89
# LiteSVM in the tests, and the cargo flags that the packaged compiler is driven with.
if [ "$task" = test ] || [ "$compiler" = packaged ]; then minimum=1.95; fi

new_enough rustc "$minimum" "$rust"
new_enough cargo "$minimum" "$rust"
has gcc "install gcc, which links build scripts and tests" || true
has python3 "install python3" || true

if [ "$compiler" = packaged ] && [ ! -e "$(compiler_dir)/installed" ]; then
  [ "$(uname -sm)" = "Linux x86_64" ] ||
    complain "the packaged compiler is for Linux on x86_64, this is $(uname -sm): install Solana's platform tools (cargo build-sbf)"
  for tool in apt-get apt-cache apt-config dpkg dpkg-deb flock tar; do
    has "$tool" "use a Debian machine, or install Solana's platform tools (cargo build-sbf)" || true
  done
fi
if [ "$task" != build ]; then
  new_enough node 20.18 "$node"
  has npm "$node" || true
fi
if [ "$task" = test ]; then
  has cargo-clippy "rustup component add clippy" || true
  has rustfmt "rustup component add rustfmt" || true
fi
if [ "$task" = test ] && ! found_chromium >/dev/null; then
  for tool in apt-get apt-cache apt-config dpkg dpkg-deb flock tar; do
    has "$tool" "the browser tests fetch Debian's Chromium with it; or set SCRIP_CHROMIUM to the path of an installed one" || true
  done
fi
[ "$problems" -eq 0 ]
