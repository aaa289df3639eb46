#!/usr/bin/env bash
# Install a compiler for Solana programs (sBPF v3) from package registries alone, for machines without
# Anza's platform tools. Nothing is written outside the cache; a second run finds it and does nothing.
# usage: install.sh      then see `toolchain/build.sh`; README.md says what is taken from where
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/compiler.sh"
. "$repo/toolchain/lib/apt.sh"
. "$repo/toolchain/lib/install-steps.sh"

final=$(compiler_dir)
[ -e "$final/installed" ] && exit 0

[ "$(uname -sm)" = "Linux x86_64" ] ||
  die "the packaged compiler is for Linux on x86_64, this is $(uname -sm): install Solana's platform tools (cargo build-sbf)"
need apt-get "apt, on Debian or a relative of it, or install Solana's platform tools (cargo build-sbf)"
need dpkg-deb dpkg
need flock util-linux
need python3 python3
need gcc gcc
need cargo "Rust, with rustup"
[ -e /usr/share/keyrings/debian-archive-keyring.gpg ] ||
  die "Debian's archive keys are missing: install debian-archive-keyring and run this again"

# One installation at a time; whoever waited finds the work done.
mkdir -p "$(dirname "$final")"
exec 9>"$final.lock"
flock -n 9 || { echo "waiting for another installation of the compiler"; flock 9; }
[ -e "$final/installed" ] && exit 0

# Everything happens in a folder beside the final one, which appears complete or not at all.
staging=$final.partial
log=$final.log
rm -rf "$staging" "$final"
mkdir -p "$staging"
: >"$log"
trap 'rm -rf "$staging"' EXIT
trap 'exit 130' INT TERM

echo "installing the packaged sBPF compiler into $final (once, about two minutes; log: $log)"
step "package lists of the machine's Debian mirror" package_lists
step "rustc 1.96, its std sources and LLVM 22" install_rustc
step "LLVM 23 for the linker" install_llvm
step "sbpf-linker, compiled from its crate" install_linker
step "std for target_os = \"solana\"" patch_std
step "compiler builtins" install_builtins
step "self-check and clean-up" finish
touch "$staging/installed"
mv "$staging" "$final"
rm -f "$log"
echo "compiler installed ($(du -sh "$final" | cut -f 1))"
