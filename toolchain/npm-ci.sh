#!/usr/bin/env bash
# `npm ci`, but only when the lockfile is not the one that node_modules was installed from.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
need npm "Node.js 20.18 or newer"
cd "$repo"

# npm removes node_modules first, and with it the stamp: an interrupted installation starts again.
stamp=node_modules/.scrip-lockfile
lock=$(sha256sum package-lock.json | cut -d ' ' -f 1)
if [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ]; then
  echo "node_modules is up to date"
  exit 0
fi
npm ci --no-audit --no-fund --loglevel=error
echo "$lock" >"$stamp"
