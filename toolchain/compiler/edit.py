"""Edits of third-party source that fail loudly when the source is not the one they were written for."""

import pathlib


class Tree:
    """A folder of sources under edit."""

    def __init__(self, root):
        self.root = pathlib.Path(root)

    def replace(self, file, old, new, times=1):
        """Replace `old`, which must occur exactly `times` times."""
        path = self.root / file
        text = path.read_text()
        if text.count(old) != times:
            raise SystemExit(
                f"scrip: {path}: {old.strip()!r} occurs {text.count(old)} times, {times} expected: "
                "the package is not the version that this edit was written for"
            )
        path.write_text(text.replace(old, new))

    def after(self, file, anchor, addition, times=1):
        """Insert `addition` right behind `anchor`."""
        self.replace(file, anchor, anchor + addition, times)

    def before(self, file, anchor, addition, times=1):
        """Insert `addition` right before `anchor`."""
        self.replace(file, anchor, addition + anchor, times)

    def add(self, file, source):
        """Copy a new file in."""
        (self.root / file).write_text(pathlib.Path(source).read_text())

    def append(self, file, source):
        """Put the text of another file at the end."""
        with (self.root / file).open("a") as out:
            out.write("\n" + pathlib.Path(source).read_text())
