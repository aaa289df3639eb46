#!/usr/bin/env bash
# Compile Squads v4, the multisig of the tests, from the crate that its authors have published
# (tests/squads). Done once into the cache, about two minutes; then copied to target/deploy.
# usage: squads.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"

crate=$repo/tests/squads
name=squads_multisig_program.so
deploy=$repo/target/deploy
need cargo "Rust, with rustup"
need flock util-linux
need sha256sum coreutils

# squads_dir: folder of the artefact, named after the version and a hash of all that shapes it.
squads_dir() {
  local compiler version hash
  compiler=$(chosen_compiler)
  if [ "$compiler" = packaged ]; then compiler=$(compiler_dir); else compiler=$(cargo build-sbf --version); fi
  version=$(sed -nE 's/^squads = .*"=([0-9.]+)".*/\1/p' "$crate/Cargo.toml")
  hash=$({ echo "${compiler##*/}"; cat "$crate"/Cargo.{toml,lock} "$crate/src/lib.rs"; } | sha256sum | cut -c 1-12)
  echo "$cache/squads/$version-$hash"
}

final=$(squads_dir)
if [ ! -e "$final/$name" ]; then
  # One build at a time; whoever waited finds the work done.
  mkdir -p "$(dirname "$final")"
  exec 9>"$final.lock"
  flock -n 9 || { echo "waiting for another build of Squads"; flock 9; }
fi
if [ ! -e "$final/$name" ]; then
  echo "compiling Squads into $final (once, about two minutes)"
  # What an interrupted build has compiled is kept for the next one. The lockfile is never updated in passing.
  CI=true CARGO_TARGET_DIR=$final.build "$repo/toolchain/build.sh" "$crate" ||
    die "Squads did not compile, the reason is above: run this again, which goes on where it stopped, or remove $final.build to begin anew"
  mkdir -p "$final"
  cp "$deploy/$name" "$final/$name.partial"
  mv "$final/$name.partial" "$final/$name"
  rm -rf "$final.build"
fi
mkdir -p "$deploy"
# Without its old time: the tests refuse artefacts that are older than the sources.
cp "$final/$name" "$deploy/$name"
echo "  target/deploy/$name, $(wc -c <"$deploy/$name") bytes"
