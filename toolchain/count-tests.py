#!/usr/bin/env python3
"""Count the tests that a log reports, and print "PASSED FAILED".

usage: count-tests.py LOG

Understands the summary lines of `cargo test` ("test result: ok. 3 passed; 0 failed; ...", one for each
binary), of vitest ("Tests  1 failed | 11 passed (12)") and of the fuzzer ("200000 operations, 13 invariants,
0 violations, 42 of 42 planted faults caught": a test for each invariant and each fault). A log with none of
them counts as "0 0".
"""

import re
import sys

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
SUMMARY = re.compile(r"^(test result: |\s*Tests\s)")

FUZZED = re.compile(r"^\d+ operations, (\d+) invariants, (\d+) violations, (\d+) of (\d+) planted faults caught$")

passed = failed = 0
with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
    for line in log:
        line = ESCAPES.sub("", line)
        if SUMMARY.match(line):
            passed += sum(int(n) for n in re.findall(r"(\d+) passed", line))
            failed += sum(int(n) for n in re.findall(r"(\d+) failed", line))
        elif fuzzed := FUZZED.match(line.strip()):
            invariants, violations, caught, planted = map(int, fuzzed.groups())
            broken = min(invariants, violations)
            passed += invariants - broken + caught
            failed += broken + planted - caught
print(passed, failed)
