#!/usr/bin/env python3
"""Plant every fault of tests/fuzz/faults into a copy of the programs' sources.

usage: plant-faults.py FAULTS COPY LIST

FAULTS is the folder of the .toml files. Each fault has a `name`, the number of the `invariant` that must
catch it, a `file`, the text `old` that must be there exactly once, and the text `new` that takes its place,
in which PLANTED is true if this fault is the chosen one. COPY is the root of the copy, LIST the file that
gets one line for each fault: its number, its invariant, its name.
"""

import pathlib
import sys
import tomllib

# Chooses the fault: the fuzzer writes its number into the marker of the compiled program. The marker is
# read byte by byte, so that the compiler cannot know it.
CHOICE = """
/// Whether the planted fault with this number is the chosen one.
pub fn planted(number: u8) -> bool {
    static MARKER: [u8; 22] = *b"SCRIP-PLANTED-FAULT-00";
    let digit = |place: usize| {
        unsafe { core::ptr::read_volatile(MARKER.as_ptr().add(place)) }.wrapping_sub(b'0')
    };
    digit(20).wrapping_mul(10).wrapping_add(digit(21)) == number
}
"""


def main(faults_folder: pathlib.Path, copy: pathlib.Path, listed: pathlib.Path) -> None:
    faults = []
    for file in sorted(faults_folder.glob("*.toml")):
        with file.open("rb") as source:
            faults += tomllib.load(source)["fault"]
    if not 0 < len(faults) < 100:
        sys.exit(f"scrip: {faults_folder} has {len(faults)} faults: there must be 1 to 99")
    # A later fault may be about a text that an earlier one has changed: all are held against the original.
    texts = {fault["file"]: (copy / fault["file"]).read_text() for fault in faults}
    changes = {file: [] for file in texts}
    for number, fault in enumerate(faults, 1):
        file, old = fault["file"], fault["old"]
        count = texts[file].count(old)
        if count != 1:
            sys.exit(f'scrip: planted fault "{fault["name"]}": {file} has its text {count} times: there must be one, write the fault anew')
        if "PLANTED" not in fault["new"]:
            sys.exit(f'scrip: planted fault "{fault["name"]}" never asks whether it is PLANTED')
        crate = "crate" if file.startswith("crates/rules/") else "scrip_rules"
        new = fault["new"].replace("PLANTED", f"{crate}::planted({number})")
        start = texts[file].index(old)
        changes[file].append((start, start + len(old), new, fault["name"]))
    for file, edits in changes.items():
        text, end = texts[file], len(texts[file]) + 1
        for start, stop, new, name in sorted(edits, reverse=True):
            if stop > end:
                sys.exit(f'scrip: planted fault "{name}" shares text with another: write one of them anew')
            text, end = text[:start] + new + text[stop:], start
        (copy / file).write_text(text)
    with (copy / "crates/rules/src/lib.rs").open("a") as library:
        library.write(CHOICE)
    lines = [f"{number} {fault['invariant']} {fault['name']}\n" for number, fault in enumerate(faults, 1)]
    listed.write_text("".join(lines))


if len(sys.argv) != 4:
    sys.exit(__doc__)
main(*map(pathlib.Path, sys.argv[1:]))
