"""One check, saved: everything needed to read it again in years, without the profile or the app of today."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.core.errors import Refused
from app.core.words import Text, text
from app.core.written import from_plain, to_plain
from app.metrics.measure import ActState
from app.metrics.reading import Reading
from app.room.causes import Cause
from app.room.judge import Judged, Verdict, overall
from app.room.profile import RoomProfile

FORMAT = 1


@dataclass(frozen=True, slots=True)
class RoomReport:
    """A finished check. `at` is in UTC; `devices` maps "camera", "microphone" … to names.

    `seconds` is how long was heard or seen; `still` the sha256 of the picture kept beside it (hex).
    """

    id: str
    at: datetime
    version: str
    demo: bool
    room: str
    profile: RoomProfile
    devices: Mapping[str, str] = field(hash=False)
    judged: tuple[Judged, ...]
    causes: tuple[Cause, ...]
    acts: tuple[ActState, ...]
    missing: tuple[Text, ...]
    seconds: float
    still: str | None = None

    @property
    def verdict(self) -> Verdict:
        """Return the worst verdict of all readings."""
        return overall(self.judged)

    def judged_as(self, metric_id: str) -> Judged | None:
        """Return the reading of that id with its verdict, or None."""
        return next((j for j in self.judged if j.reading.id == metric_id), None)

    def reading(self, metric_id: str) -> Reading | None:
        """Return the reading of that id, or None."""
        found = self.judged_as(metric_id)
        return None if found is None else found.reading

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready values, with the number of its format."""
        return {"format": FORMAT, **to_plain(self)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any], name: str = "report") -> RoomReport:
        """Return the report that `to_dict` wrote; raises Refused for a newer format or a spoiled one."""
        found = raw.get("format")
        if found != FORMAT:
            raise Refused(
                text(
                    "This report has format {found}; known here: {known}.",
                    found=str(found),
                    known=FORMAT,
                ),
                text("Open it with the version of Greenroom that wrote it."),
            )
        rest = {key: value for key, value in raw.items() if key != "format"}
        if isinstance(at := rest.get("at"), str):
            with suppress(ValueError):  # the strict reader says what is wrong with it
                rest["at"] = datetime.fromisoformat(at)
        return from_plain(rest, cls, name)
