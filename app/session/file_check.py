"""A room check of a file, as fast as it can be read: what OBS recorded is what the buyers get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import app
from app.capture.in_order import Item, merged
from app.capture.media import Media
from app.core.clock import Clock, SystemClock
from app.core.words import Text, text
from app.metrics.signals import Block, Bytes, Zone

if TYPE_CHECKING:
    from app.room.check import RoomCheck
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport


@dataclass(frozen=True, slots=True, eq=False)
class FileChecked:
    """What came of a file: the report, its picture (h, w, 3) RGB, and how far it could be read.

    `check` may be asked for more (the white sheet, another profile); `note` is None for a whole file.
    """

    report: RoomReport
    still: Bytes | None
    note: Text | None
    check: RoomCheck


def check_file(
    path: Path,
    profile: RoomProfile,
    *,
    sound: Path | None = None,
    picture: bool = True,
    seconds: float | None = None,
    product: Zone | None = None,
    models: Path | None = None,
    room: str = "",
    demo: bool = False,
    clock: Clock | None = None,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FileChecked | None:
    """Return the check of `path`, its sound from another file on wish; None where it was cancelled.

    Without `picture` only the sound is read, though it be that of a film.
    Raises Refused for what is no film or sound, Environment for the disk. `progress` is told 0…1 about
    once a hundredth; only the first `seconds` are read where that is given.
    """
    with ExitStack() as files:
        film = files.enter_context(Media(path))
        other = files.enter_context(Media(sound)) if sound is not None and sound != path else None
        check = _check_for(film, other, profile, product, models, picture=picture)
        limit = _length(film, other, seconds)
        told, size = 0.0, None
        for item in _items(film, other, picture=picture):
            if cancelled():
                return None
            if seconds is not None and item.at >= seconds:
                break
            if isinstance(item, Block):
                _hear(check, item)
            else:
                if size is not None and item.size != size:
                    _look_anew(check, film, product, models)
                size = item.size
                check.see(item)
            if limit and item.at / limit - told >= 0.01:
                told = min(item.at / limit, 1.0)
                progress(told)
        progress(1.0)
        report = check.report(
            devices=_devices(film, other, picture=picture),
            room=room,
            at=(clock or SystemClock()).wall(),
            version=app.__version__,
            demo=demo,
        )
        still = None if check.looking is None else check.looking.still()
        return FileChecked(report, still, film.note or (other.note if other else None), check)


def _check_for(
    film: Media,
    other: Media | None,
    profile: RoomProfile,
    product: Zone | None,
    models: Path | None,
    *,
    picture: bool,
) -> RoomCheck:
    from app.room.check import RoomCheck  # late: loads scipy, OpenCV and the models

    heard, seen = (other or film).info.sound, film.info.picture if picture else None
    no_picture = text("The file has no picture")
    if seen is None and film.info.picture is not None:
        no_picture = text("Only the sound was asked for")
    return RoomCheck(
        profile,
        guided=False,
        sound=None if heard is None else (heard.rate, heard.channels),
        picture=seen is not None,
        nominal_fps=None if seen is None else seen.rate,
        product=product,
        models=models,
        no_sound=text("The file has no sound"),
        no_picture=no_picture,
        origin={"film": film.info.name},
    )


def _hear(check: RoomCheck, block: Block) -> None:
    """Hear a block; one of another rate or width than the file claimed begins the sound anew."""
    from app.room.listening import Listening

    shape = block.rate, block.samples.shape[1]
    try:
        check.hear(block)
    except ValueError:
        check.listening = Listening(*shape, guided=False)
        check.hear(block)


def _look_anew(check: RoomCheck, film: Media, product: Zone | None, models: Path | None) -> None:
    """Begin the picture anew where a film changes its size: numbers of two sizes do not mix."""
    from app.room.looking import Looking

    rate = film.info.picture.rate if film.info.picture else None
    check.looking = Looking(
        guided=False,
        nominal_fps=rate,
        product=product,
        models=models,
        origin={"film": film.info.name},
    )


def _items(film: Media, other: Media | None, *, picture: bool) -> Iterator[Item]:
    if other is None:
        return film.read(picture=picture)
    return merged(film.read(sound=False), other.read(picture=False))


def _length(film: Media, other: Media | None, seconds: float | None) -> float | None:
    known = [m.info.duration for m in (film, other) if m is not None and m.info.duration]
    whole = max(known, default=None)
    if seconds is None or whole is None:
        return whole
    return min(whole, seconds)


def _devices(film: Media, other: Media | None, *, picture: bool) -> dict[str, str]:
    named: dict[str, str] = {}
    seen, heard = film.info, (other or film).info
    if picture and seen.picture is not None:
        shape = seen.picture
        named["camera"] = f"{seen.name}, {shape.width}×{shape.height}, {seen.picture_codec}"
    if heard.sound is not None:
        pitch = heard.sound
        named["microphone"] = (
            f"{heard.name}, {pitch.rate} Hz, {pitch.channels} ch, {heard.sound_codec}"
        )
    return named
