#!/usr/bin/env bash
# Compile Solana programs to target/deploy/<library name>.so, for sBPF v3.
# usage: build.sh [crate folder ...]      both programs of Scrip when none is named
#
# The official `cargo build-sbf` is used when it is installed, otherwise the packaged compiler, which
# is installed once. SCRIP_SBF=official or SCRIP_SBF=packaged forces one; SCRIP_BUILD_INTO is another folder
# for the artefacts.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"

if [ $# -gt 0 ]; then programs=("$@"); else programs=("$repo/programs/transfer-hook" "$repo/programs/issuer"); fi
deploy=${SCRIP_BUILD_INTO:-$repo/target/deploy}
# In CI the committed lockfile must be right; a developer who edits a manifest gets it updated.
locked=${CI:+--locked}

compiler=$(chosen_compiler)

# describe FOLDER: the name of the crate's cdylib, which names the artefact, and its target folder.
describe() {
  cargo metadata --no-deps --format-version 1 --manifest-path "$1/Cargo.toml" | python3 -c '
import json, os, sys
workspace = json.load(sys.stdin)
crate = next(p for p in workspace["packages"] if os.path.samefile(p["manifest_path"], sys.argv[1]))
names = [t["name"] for t in crate["targets"] if "cdylib" in t["crate_types"]]
sys.exit(f"scrip: {sys.argv[1]} has no cdylib library: a program needs one") if not names else print(names[0], workspace["target_directory"])
' "$1/Cargo.toml"
}

# build_official FOLDER NAME TARGET
build_official() {
  cargo build-sbf --arch v3 --manifest-path "$1/Cargo.toml" --sbf-out-dir "$deploy" -- $locked
}

# build_packaged FOLDER NAME TARGET
build_packaged() {
  local artefact=$3/sbpf-solana-solana/release/lib$2.so
  "$(compiler_dir)/bin/sbf-build" --manifest-path "$1/Cargo.toml" $locked
  cp "$artefact" "$deploy/$2.so"
}

[ "$compiler" = official ] || "$repo/toolchain/install.sh"
mkdir -p "$deploy"
# Where the Anchor and Solana tools look for the keys of the programs' addresses (for localnet only).
cp "$repo"/keys/localnet/*-keypair.json "$deploy/"
for folder in "${programs[@]}"; do
  [ -f "$folder/Cargo.toml" ] || die "$folder has no Cargo.toml: name the folder of a program crate"
  read -r name target < <(describe "$folder")
  [ -n "${target:-}" ] || exit 1
  echo "building $name with the $compiler compiler"
  "build_$compiler" "$folder" "$name" "$target"
  # The tests refuse artefacts that are older than the sources, and an edit of a comment changes no byte.
  touch "$deploy/$name.so"
  echo "  ${deploy#"$repo/"}/$name.so, $(wc -c <"$deploy/$name.so") bytes"
done
