#!/usr/bin/env bash
# Print the path of a launcher of Chromium, for the browser tests: $SCRIP_CHROMIUM where that is set,
# otherwise Debian's package, unpacked into the cache once with all that it needs, and without root.
# usage: chromium.sh [--update]      --update looks for a newer version than the cached one
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$repo/toolchain/lib/chromium.sh"
. "$repo/toolchain/lib/apt.sh"
case ${1:-} in
  '') found_chromium && exit 0 ;;
  --update) ;;
  *) die "chromium.sh knows --update alone, not \"$1\"" ;;
esac

elsewhere="install Chromium and set SCRIP_CHROMIUM to its path"
[ "$(uname -s)" = Linux ] || die "the packaged Chromium is for Linux, this is $(uname -s): $elsewhere"
# The C library and its loader are the machine's: they belong together, and Chromium starts its helper
# processes from its own executable, which names the loader by its absolute path. All other libraries,
# libstdc++ included, are those that Debian built the browser with, and ask for no newer C library.
libc=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d ' ' -f 2) || true
at_least "${libc:-0}" 2.36 ||
  die "the packaged Chromium needs glibc 2.36 or newer, this machine has ${libc:-another C library}: $elsewhere"
for tool in apt-get apt-cache apt-config dpkg dpkg-deb flock tar; do need "$tool" "it (or $elsewhere)"; done

mkdir -p "$chromium_root"
exec 9>"$chromium_root/lock"
flock -n 9 || { echo "waiting for another installation of Chromium" >&2; flock 9; }
[ "${1:-}" = --update ] || { found_chromium && exit 0; }

main=$(debian_mirror)
security=${SCRIP_DEBIAN_SECURITY_MIRROR:-$(mirror_of '[a-z]+-security')}
[ -n "$main" ] || die "apt has no Debian mirror: set SCRIP_DEBIAN_MIRROR to the address of one, or $elsewhere"
staging=$chromium_root/partial
rm -rf "$staging"
trap 'rm -rf "$staging"' EXIT
trap 'exit 130' INT TERM

# Debian brings new versions of the browser as security updates; the main archive has an older one.
sources=("$(debian_source "$main" bookworm)")
[ -z "$security" ] || sources+=("$(debian_source "$security" bookworm-security)")
private_apt "$staging/apt" "${sources[@]}" >&2 || die "apt could not read the package lists of $main"
version=$(in_apt "$staging/apt" apt-cache policy chromium | awk '/Candidate/ { print $2 }')
[ -n "$version" ] || die "the mirror $main has no package chromium: $elsewhere"
final=$chromium_root/$version-$chromium_recipe
[ -x "$final/launch" ] && { echo "$final/launch"; exit 0; }

# Without a desktop: its toolkit, dialogs and message bus, and what sets those up, are never loaded.
provided "$staging/apt" libc6 libgtk-3-0 x11-utils xdg-utils dbus debconf ucf fontconfig shared-mime-info
packages=$(with_dependencies "$staging/apt" chromium fonts-liberation fonts-dejavu-core) ||
  die "apt could not resolve what Chromium $version depends on"
echo "fetching Chromium $version and its libraries, about 140 MB, into $final (once)" >&2
# Word splitting is meant: one name a line.
fetch "$staging/apt" "$staging/debs" $packages >&2 || die "apt could not download Chromium $version from $main"
echo "unpacking $(wc -w <<<"$packages") packages ($(du -sm "$staging/debs" | cut -f 1) MB)" >&2
unpack "$staging/debs" "$staging/files" --exclude='libVkLayer*' --exclude=./usr/bin --exclude=./usr/sbin \
  --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/locale --exclude=./usr/share/icons
rm -rf "$staging/debs" "$staging/apt"
mkdir "$staging/files/home" "$staging/files/no-modules"
cp "$repo"/toolchain/chromium/{launch,fonts.conf} "$staging/files/"

"$staging/files/launch" --version >&2 || die "Chromium $version does not start on this machine: $elsewhere"
mv "$staging/files" "$final"
echo "Chromium installed ($(du -sm "$final" | cut -f 1) MB)" >&2
echo "$final/launch"
