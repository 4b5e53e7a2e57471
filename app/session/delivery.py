"""Delivery analysis of a file, as fast as it can be read, with progress and cancelling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.capture.media import Media
from app.core.errors import Refused
from app.core.words import Language, text
from app.metrics.signals import Block

if TYPE_CHECKING:
    from app.rehearsal.analysis import Delivery


def analyse_file(
    path: Path,
    script: str | None = None,
    lang: Language | None = None,
    *,
    progress: Callable[[float], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Delivery | None:
    """Return how the take in `path` was delivered; None where it was cancelled.

    Raises Refused for what holds no sound, Environment for the disk. `progress` is told 0…1.
    """
    from app.rehearsal.analysis import analyse
    from app.rehearsal.hearing import Hearing

    with Media(path) as media:
        shape = media.info.sound
        if shape is None:
            raise Refused(
                text("{name} has no sound.", name=path.name),
                text("Choose a recording with sound."),
            )
        hearing, told = Hearing(shape.rate, shape.channels), 0.0
        for block in media.read(picture=False):
            if cancelled():
                return None
            if isinstance(block, Block):
                _hear(hearing, block, path)
            if media.info.duration and block.at / media.info.duration - told >= 0.01:
                told = min(block.at / media.info.duration, 1.0)
                progress(0.95 * told)
    made = analyse(hearing, script, lang)
    progress(1.0)
    return made


def _hear(hearing: object, block: Block, path: Path) -> None:
    from app.rehearsal.hearing import Hearing

    assert isinstance(hearing, Hearing)
    try:
        hearing.hear(block)
    except ValueError as error:
        raise Refused(
            text("{name} changes its sound format at {at:.1f} s.", name=path.name, at=block.at),
            text("Record it again, or cut it there."),
        ) from error
