#!/usr/bin/env python3
"""Give solana-compiler-builtins 0.3.0 the 128-bit calling convention of LLVM 23's BPF back end.

usage: patch-builtins.py <path to the unpacked crate>

LLVM 23 expects a 128-bit library call to return in registers (r0:r2). rustc's `extern "C"` for BPF
returns through a pointer instead, so that unpatched routines write to wild memory;
`extern "unadjusted"` does what LLVM expects. Signed division is absent from the crate, and
compiler_builtins, which would supply it, has the same fault.
"""

import pathlib
import sys

from edit import Tree

here = pathlib.Path(__file__).parent
crate = Tree(sys.argv[1])
lib = "src/lib.rs"

attributes = "#![no_std]\n#![feature(abi_unadjusted)]\n#![allow(internal_features)]"
crate.replace(lib, '#![cfg_attr(target_arch = "bpf", no_std)]', attributes)
for name in ("__multi3", "__udivti3", "__umodti3"):
    crate.replace(lib, f"pub unsafe fn {name}(", f'pub unsafe extern "unadjusted" fn {name}(')
# A division by zero that cannot happen must not pull in the panic machinery.
for division in ("un32 / vn1", "un21 / vn1"):
    crate.replace(lib, division, division.replace("vn1", "nonzero(vn1)"))
crate.append(lib, here / "signed_division.rs")
