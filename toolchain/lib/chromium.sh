# The cached browser: where it lives, and whether it is there. Source it after common.sh.

# Versions of the package side by side; each carries a hash of how it is put together, so that a change
# to that installs anew, and a warm run needs no network.
chromium_root=$cache/chromium
chromium_recipe=$(cd "$repo/toolchain" && cat chromium.sh chromium/* | sha256sum | cut -c 1-12)

# found_chromium: print the launcher that SCRIP_CHROMIUM names, or else the newest one of the cache.
found_chromium() {
  local newest
  if [ -n "${SCRIP_CHROMIUM:-}" ]; then
    [ -f "$SCRIP_CHROMIUM" ] && [ -x "$SCRIP_CHROMIUM" ] ||
      die "SCRIP_CHROMIUM is \"$SCRIP_CHROMIUM\", which is no executable file: set it to the path of Chromium's, or unset it"
    echo "$SCRIP_CHROMIUM"
    return 0
  fi
  newest=$(printf '%s\n' "$chromium_root"/*-"$chromium_recipe"/launch | sort -V | tail -n 1)
  [ -x "$newest" ] && echo "$newest"
}
