#!/usr/bin/env bash
# Print the path of libfaketime's library, which shows one process an earlier clock. It is the machine's
# where that is installed; otherwise Debian's package is unpacked into the cache, once.
# usage: libfaketime.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/apt.sh"
final=$cache/libfaketime

# found: print the library, if it is there.
found() {
  local folder
  for folder in /usr/lib /usr/lib64 /usr/lib/*-linux-gnu "$final"/usr/lib/*-linux-gnu; do
    [ -e "$folder/faketime/libfaketimeMT.so.1" ] || continue
    echo "$folder/faketime/libfaketimeMT.so.1"
    return 0
  done
  return 1
}

found && exit 0
[ "$(uname -s)" = Linux ] || die "libfaketime is missing: install it"
for tool in apt-get dpkg-deb flock tar; do need "$tool" "libfaketime"; done

mkdir -p "$cache"
exec 9>"$final.lock"
flock 9
found && exit 0
staging=$final.partial
rm -rf "$staging"
trap 'rm -rf "$staging"' EXIT
trap 'exit 130' INT TERM
mirror=$(debian_mirror)
[ -n "$mirror" ] || die "libfaketime is missing and apt has no Debian mirror: install libfaketime"
echo "fetching libfaketime into $final" >&2
private_apt "$staging/apt" "$(debian_source "$mirror" bookworm)" >&2
fetch "$staging/apt" "$staging/debs" libfaketime >&2
unpack "$staging/debs" "$staging/files"
rm -rf "$final"
mv "$staging/files" "$final"
found || die "Debian's package has no libfaketimeMT.so.1: install libfaketime"
