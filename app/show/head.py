"""What a list of thousands of shows needs to know of each, without its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.show.show import Ms, Show
from app.show.version import Version


@dataclass(frozen=True, slots=True)
class ShowHead:
    """The line of one show in the library; `rows` counts a looping part's once."""

    id: str
    title: str
    on: date | None
    start_ms: Ms
    rows: int
    parts: int
    archived: bool = False
    template: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class VersionHead:
    """The line of one named version of the show with the id `show`."""

    id: str
    show: str
    name: str
    at: datetime


def head_of(show: Show) -> ShowHead:
    """Return the line of `show` in the library."""
    return ShowHead(
        show.id,
        show.title,
        show.on,
        show.start_ms,
        sum(len(part.segments) for part in show.parts),
        len(show.parts),
        archived=show.archived,
        template=show.template,
        sample=show.sample,
    )


def version_head_of(version: Version) -> VersionHead:
    """Return the line of `version` in the list of its show's versions."""
    return VersionHead(version.id, version.show, version.name, version.at)
