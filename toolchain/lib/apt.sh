# Debian packages without root: a private apt configuration that borrows the machine's mirror, proxy
# and keys, and never touches its package lists, sources or installed packages.

# mirror_of SUITES: base address of the first configured source whose suite matches the pattern.
# `--print-uris` works without network and without package lists, and reads every format of sources.
mirror_of() {
  apt-get update --print-uris 2>/dev/null | sed -nE "s#^'([^']*)/dists/($1)/InRelease'.*#\1#p" | head -n 1
}

# debian_mirror: base address of Debian's main archive; nothing when apt is set up for none.
debian_mirror() {
  echo "${SCRIP_DEBIAN_MIRROR:-$(mirror_of 'bookworm|trixie|forky|sid|stable|testing|unstable')}"
}

# debian_source MIRROR SUITE: a one-line source, verified by Debian's own keys.
debian_source() {
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $1 $2 main"
}

# private_apt DIR SOURCE...: prepare DIR for `in_apt DIR ...` with the given one-line sources.
private_apt() {
  local dir=$1
  shift
  mkdir -p "$dir"/{state/lists,cache/archives}/partial "$dir/none"
  : >"$dir/status"
  printf '%s\n' "$@" >"$dir/sources.list"
  {
    # Proxies, timeouts and the like; neither the machine's hooks nor its extra index files.
    apt-config dump | grep '^Acquire::' | grep -v '^Acquire::IndexTargets'
    cat <<CONF
Acquire::Languages "none";
APT::Architecture "$(dpkg --print-architecture)";
APT::Architectures { "$(dpkg --print-architecture)"; };
APT::Install-Recommends "false";
APT::Sandbox::User "";
Debug::NoLocking "true";
Dir::State "$dir/state";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
Dir::Etc::main "/dev/null";
Dir::Etc::parts "$dir/none";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "$dir/none";
Dir::Etc::sourcelist "$dir/sources.list";
Dir::Etc::sourceparts "$dir/none";
CONF
  } >"$dir/apt.conf"
  in_apt "$dir" apt-get -qq update
}

# in_apt DIR COMMAND...: run an apt tool against the private configuration.
in_apt() {
  APT_CONFIG=$1/apt.conf "${@:2}"
}

# with_dependencies DIR PACKAGE...: the packages and all that they depend on, one name a line.
with_dependencies() {
  in_apt "$1" apt-get -qq --simulate install "${@:2}" | sed -n 's/^Inst \([^ ]*\).*/\1/p'
}

# provided DIR PACKAGE...: take the packages as installed, so that neither they nor what only they
# depend on is among anyone's dependencies.
provided() {
  local package
  for package in "${@:2}"; do
    printf '%s\n' "Package: $package" "Status: install ok installed" "Version: 9999:0" \
      "Architecture: $(dpkg --print-architecture)" "Maintainer: -" "Description: -" ""
  done >>"$1/status"
}

# fetch DIR INTO PACKAGE...: download the packages into a folder, verified by apt.
fetch() {
  mkdir -p "$2"
  (cd "$2" && in_apt "$1" apt-get -qq download "${@:3}")
}

# unpack FROM INTO [tar arguments]: the files of every package in FROM.
unpack() {
  local deb
  mkdir -p "$2"
  for deb in "$1"/*.deb; do dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$2" "${@:3}"; done
}
