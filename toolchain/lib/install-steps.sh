# The steps of install.sh. Each works in $staging, may assume those before it, and writes to the log.

steps=7
step_number=0

# step TITLE FUNCTION: run a step with its output in the log; on failure show where the log ends.
step() {
  local started=$SECONDS status
  step_number=$((step_number + 1))
  printf '  [%d/%d] %s' "$step_number" "$steps" "$1"
  # A subshell outside of any condition, so that `set -e` holds inside the function.
  set +e
  (
    set -e
    "$2"
  ) >>"$log" 2>&1
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    echo
    tail -n 8 "$log" >&2
    die "\"$1\" failed; full log: $log"
  fi
  echo " ($((SECONDS - started)) s)"
}

package_lists() {
  local main security
  main=$(debian_mirror)
  security=${SCRIP_DEBIAN_SECURITY_MIRROR:-$(mirror_of '[a-z]+-security')}
  [ -n "$main" ] && [ -n "$security" ] ||
    die "apt has no Debian mirror: set SCRIP_DEBIAN_MIRROR and SCRIP_DEBIAN_SECURITY_MIRROR to the addresses of one, or install Solana's platform tools (cargo build-sbf)"
  private_apt "$staging/apt/bookworm" "$(debian_source "$main" bookworm)" "$(debian_source "$security" bookworm-security)"
  private_apt "$staging/apt/sid" "$(debian_source "$main" sid)"
}

# The compiler, the std of the host for build scripts and macros, core for BPF, and std's sources.
install_rustc() {
  local apt=$staging/apt/bookworm version libraries
  version=$(in_apt "$apt" apt-cache policy rustc-web | awk '/Candidate/ { print $2 }' | cut -d . -f 1,2)
  [ "$version" = 1.96 ] || die "the mirror has rustc-web ${version:-not at all}, the patches are for 1.96"
  fetch "$apt" "$staging/debs/rustc" rustc-web "libstd-rust-web-$version" libstd-rust-web-dev libstd-rust-web-dev-bpf
  fetch "$apt" "$staging/debs/sources" rust-web-src
  # What LLVM 22 links against, except the C and C++ run-time libraries: those are the machine's.
  libraries=$(with_dependencies "$apt" libllvm22 | grep -vE '^(libc6|libgcc-s1|libstdc\+\+6|gcc-.*)$')
  fetch "$apt" "$staging/debs/rustc" $libraries
  unpack "$staging/debs/rustc" "$staging/rust"
  unpack "$staging/debs/sources" "$staging/rust" --wildcards './usr/src/rustc-*/library' ./usr/lib/rustlib/src
  merge_library_folders "$staging/rust"
}

install_llvm() {
  fetch "$staging/apt/sid" "$staging/debs/llvm" $(with_dependencies "$staging/apt/sid" libllvm23)
  unpack "$staging/debs/llvm" "$staging/llvm"
  merge_library_folders "$staging/llvm"
  # sbpf-linker searches the library path for libLLVM; a folder with nothing else keeps the rest private.
  local libraries=$staging/llvm/usr/lib/x86_64-linux-gnu
  mkdir "$libraries/llvm-only"
  (cd "$libraries/llvm-only" && ln -s ../libLLVM.so.23* .)
}

# Packages older than the merge of /lib into /usr/lib put libraries in either place.
merge_library_folders() {
  [ -d "$1/lib/x86_64-linux-gnu" ] || return 0
  cp -a "$1/lib/x86_64-linux-gnu/." "$1/usr/lib/x86_64-linux-gnu/"
  rm -rf "${1:?}/lib"
}

install_linker() {
  host_cargo install --quiet sbpf-linker --version =0.2.6 --locked --root "$staging/linker"
}

# Cargo with the machine's own compiler and without flags meant for something else.
host_cargo() {
  env -u RUSTC -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET -u CARGO_TARGET_DIR cargo "$@"
}

patch_std() {
  cp -r "$repo/toolchain/compiler/bin" "$repo/toolchain/compiler/sbpf-solana-solana.json" "$staging/"
  python3 -B "$repo/toolchain/compiler/patch-std.py" "$staging"/rust/usr/src/rustc-*/library
}

# Compiled for the upstream BPF target, which needs only the packaged core.
install_builtins() {
  local work=$staging/builtins
  mkdir -p "$work/src" "$staging/lib"
  : >"$work/src/lib.rs"
  cat >"$work/Cargo.toml" <<'MANIFEST'
[package]
name = "fetch-builtins"
edition = "2021"
[dependencies]
solana-compiler-builtins = "=0.3.0"
[workspace]
MANIFEST
  (cd "$work" && host_cargo vendor --quiet vendor)
  python3 -B "$repo/toolchain/compiler/patch-builtins.py" "$work/vendor/solana-compiler-builtins"
  RUSTC_BOOTSTRAP=1 "$staging/bin/rustc" "$work/vendor/solana-compiler-builtins/src/lib.rs" \
    --crate-name solana_compiler_builtins --crate-type rlib --edition 2021 --target bpfel-unknown-none \
    -C opt-level=3 -C panic=abort -C overflow-checks=off -C codegen-units=1 -C target-cpu=v2 \
    -C target-feature=+allows-misaligned-mem-access -o "$staging/lib/libsolana_compiler_builtins.rlib"
}

# What is only needed to install goes; what stays must at least start.
finish() {
  rm -rf "$staging"/{apt,debs,builtins,linker/.crates*} "$staging"/rust/usr/lib/rustlib/bpf* \
    "$staging"/rust/usr/bin/rustdoc "$staging"/{rust,llvm}/{etc,usr/share,usr/libexec}
  "$staging/bin/rustc" --version
  CARGO_PRIMARY_PACKAGE=1 "$staging/bin/sbf-ld" --version
}
