# The packaged sBPF compiler: which version this checkout wants, and where it lives.
# The key is computed from files of this repository alone, so that a warm run needs no network.

# Raise it to make every machine install anew, for example after the archive moved to a new LLVM.
compiler_version=1

# Folder of the compiler for this checkout: the version, and a hash of everything that shapes it.
compiler_dir() {
  local hash
  hash=$(cd "$repo/toolchain" && cat lib/install-steps.sh $(find compiler -type f | LC_ALL=C sort) | sha256sum | cut -c 1-12)
  echo "$cache/sbf-compiler/$compiler_version-$hash"
}

# official or packaged: SCRIP_SBF when set, else the official one where it is installed.
chosen_compiler() {
  case ${SCRIP_SBF:-} in
    official | packaged) echo "$SCRIP_SBF" ;;
    '') if command -v cargo-build-sbf >/dev/null 2>&1; then echo official; else echo packaged; fi ;;
    *) die "SCRIP_SBF is \"$SCRIP_SBF\": set it to official or packaged, or unset it" ;;
  esac
}
