"""What a room is judged by: a profile, and the start values of a platform, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from app.core.words import Text, text
from app.core.written import from_plain, to_plain
from app.metrics.signals import Zone
from app.room.catalogue import catalogue
from app.room.limits import Basis, Limit, Range


class Orientation(StrEnum):
    """How the picture stands."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class RoomProfile:
    """The limits a room is judged by; a studio's copy is the same with another id and name.

    `like` is the id of the profile a copy was made from, `platform` the one whose start values are in.
    """

    id: str
    name: Text
    note: Text
    orientation: Orientation
    limits: Mapping[str, Limit] = field(hash=False)
    like: str | None = None
    platform: str | None = None

    def __post_init__(self) -> None:
        """Refuse limits on metrics nobody knows."""
        _refuse_unknown(self.limits)

    def limit(self, metric_id: str) -> Limit | None:
        """Return the limit of that metric, or None where the profile states none."""
        return self.limits.get(metric_id)

    def with_limit(self, metric_id: str, limit: Limit | None) -> RoomProfile:
        """Return the profile with one limit put in, or taken out (None)."""
        rest = {k: v for k, v in self.limits.items() if k != metric_id or limit is not None}
        if limit is not None:
            rest[metric_id] = limit
        return replace(self, limits=rest)

    def with_ranges(self, metric_id: str, passes: Range, warns: Range) -> RoomProfile:
        """Return the profile with the studio's own ranges for one metric, marked as the studio's word.

        Raises KeyError without such a limit, ValueError for ranges that make no sense.
        """
        old = self.limits[metric_id]
        target = old.target if old.target is not None and old.target in passes else None
        own = Basis("studio", text("Set by the studio"), old.basis.certainty, old.basis.date)
        new = replace(old, passes=passes, warns=warns, target=target, basis=own)
        return self.with_limit(metric_id, new)

    def copied(self, new_id: str, name: str) -> RoomProfile:
        """Return a copy that a studio may edit under its own name."""
        return replace(self, id=new_id, name=Text(name, name), like=self.id)

    def to_dict(self) -> dict[str, Any]:
        """Return the profile as JSON-ready values."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any], name: str = "profile") -> RoomProfile:
        """Return the profile that `to_dict` wrote; raises Refused naming the place."""
        return from_plain(raw, cls, name)


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture a platform is fed, where a source says so."""

    short_side: int
    fps: float
    basis: Basis


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform's start values: all of them ours to begin with unless the basis says otherwise."""

    id: str
    name: Text
    orientation: Orientation
    note: Text
    safe_area: tuple[Zone, ...]
    safe_area_basis: Basis
    picture: Picture | None
    limits: Mapping[str, Limit] = field(hash=False)

    def __post_init__(self) -> None:
        """Refuse limits on metrics nobody knows and a safe area that leaves the picture."""
        _refuse_unknown(self.limits)
        for zone in self.safe_area:
            if min(zone.x, zone.y) < 0 or zone.x + zone.width > 1 or zone.y + zone.height > 1:
                raise ValueError("the safe area leaves the picture")

    def applied(self, profile: RoomProfile) -> RoomProfile:
        """Return `profile` with this platform's start values in place of its own."""
        limits = {**profile.limits, **self.limits}
        return replace(profile, limits=limits, platform=self.id)


def _refuse_unknown(limits: Mapping[str, Limit]) -> None:
    known = {m.id for m in catalogue()}
    for metric_id in limits:
        if metric_id not in known:
            raise ValueError(f"limits: no metric is called {metric_id}")
