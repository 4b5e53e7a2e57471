"""Opening a file, or saying in a person's words why it cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Environment, Refused, Trouble
from app.core.reasons import reason
from app.core.words import text

if TYPE_CHECKING:
    from av.container import InputContainer


def opened(path: Path) -> InputContainer:
    """Return `path` opened by FFmpeg; Refused for a file that is no media, Environment for the disk."""
    import av
    from av.error import FFmpegError

    _look_at(path)
    try:
        return av.open(str(path), metadata_errors="replace")
    except (FFmpegError, ValueError) as error:
        raise _unreadable(path) from error


def _look_at(path: Path) -> None:
    name = path.name
    try:
        if path.is_dir():
            raise Refused(text("{name} is a folder.", name=name), text("Choose one file in it."))
        if path.stat().st_size == 0:
            raise Refused(
                text("{name} is empty (0 bytes).", name=name),
                text("Record it again, or choose another file."),
            )
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError as error:
        raise Refused(
            text("There is no file {path}.", path=str(path)), text("Check its name and folder.")
        ) from error
    except PermissionError as error:
        raise Environment(
            text("{name} may not be read: permission denied.", name=name),
            text("Give yourself the right to read it, or copy it elsewhere."),
        ) from error
    except OSError as error:
        raise Environment(
            text("{name} cannot be read: {reason}.", name=name, reason=reason(error)),
            text("Check the disk, then try again."),
        ) from error


def _unreadable(path: Path) -> Trouble:
    with path.open("rb") as file:
        head = file.read(4096)
    if _is_text(head):
        return Refused(
            text("{name} is text, not a film or a sound file.", name=path.name),
            text("Choose a film or a sound file."),
        )
    if head[4:8] == b"ftyp":
        return Refused(
            text("{name} breaks off before its index: nothing in it can be read.", name=path.name),
            text("Record again as .mkv, which survives a break, or repair the file first."),
        )
    return Refused(
        text("{name} is no film or sound file that can be read.", name=path.name),
        text("Choose a film or a sound file."),
    )


def _is_text(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 > 0 and b"\0" not in head
    return b"\0" not in head
