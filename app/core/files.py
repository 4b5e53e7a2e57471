"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core.errors import Environment
from app.core.reasons import reason
from app.core.words import text


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


def write_for_people(file: Path, content: str | bytes) -> None:
    """Write `content` to a file a person named, whole or not at all; raises Environment.

    Its folder is not made. What is no ordinary file (a pipe, /dev/stdout) is written to as it stands.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()) or not file.parent.is_dir():
            file.write_bytes(data)
            return
        with whole(file) as fresh:
            fresh.write_bytes(data)
    except OSError as error:
        raise Environment(
            text("{file} was not written: {why}.", file=str(file), why=reason(error)),
            text("Make room on the disk, or name a file in a folder that may be written to."),
        ) from error
