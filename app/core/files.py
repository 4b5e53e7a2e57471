"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give a name to write to that becomes `file` when the block ends well; raises OSError.

    The folder is made. What was in `file` stays until the new content is on the disk; where the block
    fails, it stays for good and nothing is left beside it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        yield fresh
        with fresh.open("rb+") as stream:
            os.fsync(stream.fileno())
        fresh.replace(file)
    finally:
        with suppress(OSError):
            fresh.unlink()
