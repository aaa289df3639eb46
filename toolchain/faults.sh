#!/usr/bin/env bash
# Compile the issuer program with every fault of tests/fuzz/faults planted into a copy of its sources:
# target/faults/scrip_issuer.so, and the list faults.txt beside it. Done again only when something changed
# that shapes it; about a minute and a half the first time.
# usage: faults.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"

sources=(programs/issuer programs/transfer-hook crates/rules crates/transfer-judge)
faults=$repo/target/faults
need python3 "python3, 3.11 or newer"

compiler=$(chosen_compiler)
if [ "$compiler" = packaged ]; then compiler=$(compiler_dir); fi
hash=$(cd "$repo" && { echo "${compiler##*/}"; find "${sources[@]}" tests/fuzz/faults toolchain/plant-faults.py \
  Cargo.toml Cargo.lock -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum; } | sha256sum | cut -c 1-12)
if [ -e "$faults/$hash" ]; then
  echo "the faulty program is up to date"
  exit
fi

copy=$faults/source
rm -rf "$copy" "$faults"/????????????
mkdir -p "$copy"
(cd "$repo" && cp --parents --recursive "${sources[@]}" Cargo.lock "$copy")
# The workspace without what is not copied; cargo drops what is then unused from the copied lockfile.
members=$(printf '"%s", ' "${sources[@]}")
sed "/^members = \[/,/^\]/c members = [${members%, }]" "$repo/Cargo.toml" >"$copy/Cargo.toml"
python3 "$repo/toolchain/plant-faults.py" "$repo/tests/fuzz/faults" "$copy" "$faults/faults.txt"
CI='' CARGO_TARGET_DIR=$faults/build SCRIP_BUILD_INTO=$faults "$repo/toolchain/build.sh" "$copy/programs/issuer"
touch "$faults/$hash"
