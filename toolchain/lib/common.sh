# Shared by the scripts of this folder: messages, the cache, and where things are.
# Source it; it sets `repo` (the repository's root) and `cache` (everything that is installed).

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${SCRIP_CACHE:-$HOME/.cache/scrip}

# One clear line on standard error, then failure.
die() {
  echo "scrip: $*" >&2
  exit 1
}

# need TOOL PACKAGE: the tool is on the PATH, or one line says what to install.
need() {
  command -v "$1" >/dev/null 2>&1 || die "$1 is missing: install $2 and run this again"
}

# at_least HAVE WANT: dotted version numbers.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}
