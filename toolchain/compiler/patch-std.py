#!/usr/bin/env python3
"""Teach the standard library of rustc 1.96 about target_os = "solana", as Anza's fork does.

usage: patch-std.py <path to library/>
"""

import pathlib
import sys

from edit import Tree

here = pathlib.Path(__file__).parent / "std"
std = Tree(sys.argv[1])

OS = '    target_os = "solana",\n'
ON_CHAIN = '    #[cfg(target_os = "solana")]\n'


def platform():
    """A full std, with the platform parts that need no operating system."""
    std.after("std/build.rs", '        || target_os == "vexos"\n', '        || target_os == "solana"\n')
    std.after("std/src/sys/io/error/mod.rs", '        target_os = "zkvm",\n', "    " + OS)
    locals_ = "std/src/sys/thread_local/mod.rs"
    std.after(locals_, '        target_os = "trusty",\n        target_os = "vexos",\n', "    " + OS)
    std.after(locals_, '            target_os = "trusty",\n            target_os = "vexos",\n', "        " + OS)


def allocation():
    """Programs bring a global allocator; `System` exists and refuses. Running out of memory panics."""
    alloc = "std/src/sys/alloc/mod.rs"
    std.after(alloc, '    target_arch = "wasm64",\n', '    target_arch = "bpf",\n')
    std.after(alloc, "        mod zkvm;\n    }\n", '    target_os = "solana" => {\n        mod solana;\n    }\n')
    std.add("std/src/sys/alloc/solana.rs", here / "alloc.rs")
    std.after(
        "std/src/alloc.rs",
        "fn default_alloc_error_hook(layout: Layout) {\n",
        ON_CHAIN + '    panic!("memory allocation of {} bytes failed", layout.size());\n',
    )


def randomness():
    """There is none on chain: hash maps use fixed keys, anything else panics."""
    random = "std/src/sys/random/mod.rs"
    chosen = "        mod solana;\n        pub use solana::{fill_bytes, hashmap_random_keys};\n"
    std.before(random, "    _ => {}\n}\n", '    target_os = "solana" => {\n' + chosen + "    }\n")
    std.before(random, ")))]\npub fn hashmap_random_keys", OS)
    std.add("std/src/sys/random/solana.rs", here / "random.rs")
    state = "std/src/hash/random.rs"
    fixed = "        return RandomState { k0: hashmap_random_keys().0, k1: hashmap_random_keys().1 };\n"
    off_chain = '        #[cfg(not(target_os = "solana"))]\n'
    std.before(state, "        thread_local!(static KEYS: Cell<(u64, u64)> = {", "    " + ON_CHAIN + fixed + off_chain)
    std.before(state, "        KEYS.with(|keys| {\n", off_chain)


def panics():
    """A panic goes to the program's `custom_panic`, which logs it, and then aborts."""
    panicking = "std/src/panicking.rs"
    handler = "pub fn panic_handler(info: &core::panic::PanicInfo<'_>) -> ! {\n"
    std.after(panicking, handler, (here / "panic_handler.rs").read_text())
    begin = "pub const fn begin_panic<M: Any + Send>(msg: M) -> ! {\n"
    std.after(panicking, begin, (here / "begin_panic.rs").read_text())


def sorting():
    """The scratch buffers of sorts must fit the 4 KiB stack frame of sBPF."""
    std.replace("core/src/slice/sort/stable/mod.rs", "AlignedStorage::<T, 4096>", "AlignedStorage::<T, 1024>", times=2)
    std.replace(
        "core/src/slice/sort/shared/smallsort.rs",
        "const MAX_STACK_ARRAY_SIZE: usize = 4096;",
        "const MAX_STACK_ARRAY_SIZE: usize = 1024;",
    )


for part in (platform, allocation, randomness, panics, sorting):
    part()
