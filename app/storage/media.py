"""Pictures and later recordings: files named by the hash of their content, beside the library."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.core.errors import Environment
from app.core.files import whole
from app.core.reasons import reason
from app.core.words import text
from app.storage.reports import Medium

ENDINGS = {"image/jpeg": ".jpg"}


def place(folder: Path, content: bytes, kind: str) -> tuple[Medium, bool]:
    """Put `content` into `folder` whole or not at all; return it and whether the file is new.

    Raises Environment where the disk refuses.
    """
    digest = hashlib.sha256(content).hexdigest()
    path = f"{digest[:2]}/{digest}{ENDINGS[kind]}"
    medium = Medium(digest, path, kind, len(content))
    file = folder / path
    if file.is_file() and file.stat().st_size == len(content):
        return medium, False
    try:
        with whole(file) as fresh:
            fresh.write_bytes(content)
    except OSError as error:
        raise Environment(
            text("The picture was not stored: {why}.", why=reason(error)),
            text("Make room on the disk and try again; what was saved before is kept."),
        ) from error
    return medium, True


def read(folder: Path, medium: Medium) -> bytes | None:
    """Return the content of `medium`, or None where the file is missing or not what was stored."""
    try:
        content = (folder / medium.path).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == medium.hash else None
