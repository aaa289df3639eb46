#!/usr/bin/env bash
# Write idl/<program>.json for both programs, or with --check fail when a checked-in file differs.
# usage: idl.sh [--check]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
need cargo "Rust, with rustup"
case ${1:-} in '' | --check) ;; *) die "idl.sh: \"$1\" is unknown: use --check or nothing" ;; esac

cd "$repo"
cargo build --quiet --package scrip-idl ${CI:+--locked}
tool=$(cargo metadata --no-deps --format-version 1 | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/debug/scrip-idl
# The library misreads RUSTUP_TOOLCHAIN, and has its own compiler flags: hence a target folder of its own,
# so that the two sets of flags do not undo each other's builds.
unset RUSTUP_TOOLCHAIN
export CARGO_TARGET_DIR=$repo/target/idl CARGO_PROFILE_IDL_DEBUG=false
"$tool" "$@" idl programs/issuer programs/transfer-hook
