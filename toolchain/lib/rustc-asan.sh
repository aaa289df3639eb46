#!/usr/bin/env bash
# usage: rustc-asan.sh RUSTC [argument ...]
# Called by cargo in place of rustc for the crates of this workspace: compiles them for AddressSanitizer.
#
# The flags are unstable, and a released compiler takes them only with RUSTC_BOOTSTRAP. It is set here and
# not for cargo, where it would make other programs of the dependencies. Without the second flag generic
# functions such as `ptr::read` would come from the standard library as it is, unchecked.
RUSTC_BOOTSTRAP=1 exec "$@" -Zsanitizer=address -Zshare-generics=no
