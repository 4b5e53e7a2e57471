"""The profiles and platforms the app ships with, read from `checklists/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from app.core import paths, strict
from app.core.errors import Refused
from app.core.words import Text, text
from app.metrics.signals import Zone
from app.room.limits import Basis, Limit, Range, Side
from app.room.profile import Orientation, Picture, Platform, RoomProfile

PROFILES = ("general", "portrait", "landscape", "product_closeup")


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as a data file states it: its basis is the name of one of the file's sources."""

    passes: Range
    warns: Range
    basis: str
    target: float | None = None
    never_fails: bool = False
    also: tuple[Side, ...] = ()
    only_if: Mapping[str, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Profile:
    id: str
    name: Text
    note: Text
    orientation: Orientation
    limits: Mapping[str, _Limit]
    sources: Mapping[str, Basis] = field(default_factory=dict)
    like: str | None = None


@dataclass(frozen=True, slots=True)
class _Picture:
    short_side: int
    fps: float
    basis: str


@dataclass(frozen=True, slots=True)
class _Platform:
    id: str
    name: Text
    note: Text
    orientation: Orientation
    safe_area: tuple[Zone, ...]
    safe_area_basis: str
    sources: Mapping[str, Basis]
    picture: _Picture | None = None
    limits: Mapping[str, _Limit] = field(default_factory=dict)


def read_profile(file: Path) -> RoomProfile:
    """Return the profile in `file`, standing on the one it names as `like`; raises Refused."""
    raw = strict.load(file, _Profile)
    like = read_profile(file.with_name(f"{raw.like}.toml")) if raw.like else None
    limits = {**(like.limits if like else {}), **_limits(file, raw.limits, raw.sources)}
    with _placed(file):
        return RoomProfile(raw.id, raw.name, raw.note, raw.orientation, limits, raw.like)


def read_platform(file: Path) -> Platform:
    """Return the platform in `file`; raises Refused naming the place."""
    raw = strict.load(file, _Platform)
    sources = raw.sources
    picture = (
        raw.picture
        if raw.picture is None
        else Picture(
            raw.picture.short_side,
            raw.picture.fps,
            _basis(file, "picture.basis", raw.picture.basis, sources),
        )
    )
    safe_basis = _basis(file, "safe_area_basis", raw.safe_area_basis, sources)
    limits = _limits(file, raw.limits, sources)
    with _placed(file):
        return Platform(
            raw.id, raw.name, raw.orientation, raw.note, raw.safe_area, safe_basis, picture, limits
        )


def _limits(
    file: Path, rows: Mapping[str, _Limit], sources: Mapping[str, Basis]
) -> dict[str, Limit]:
    limits = {}
    for metric_id, row in rows.items():
        basis = _basis(file, f"limits.{metric_id}.basis", row.basis, sources)
        with _placed(file, f"limits.{metric_id}"):
            limits[metric_id] = Limit(
                row.passes, row.warns, basis, row.target, row.never_fails, row.also, row.only_if
            )
    return limits


def _basis(file: Path, place: str, name: str, sources: Mapping[str, Basis]) -> Basis:
    with _placed(file, place):
        if name not in sources:
            raise ValueError(f"{name!r} is none of {', '.join(sorted(sources))}")
    return sources[name]


class _placed:  # noqa: N801 reads as a word in a with statement
    """Turn a ValueError inside into a Refused that names file and place."""

    def __init__(self, file: Path, place: str = "—") -> None:
        self._file, self._place = file, place

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ValueError):
            raise Refused(
                text(
                    "{file}, {place}: {problem}.",
                    file=self._file.name,
                    place=self._place,
                    problem=str(error),
                ),
                text("Correct the file; nothing was read from it."),
            ) from error


@cache
def profiles() -> tuple[RoomProfile, ...]:
    """Return the profiles the app ships with, the general one first."""
    return tuple(read_profile(paths.checklists("rooms", f"{name}.toml")) for name in PROFILES)


@cache
def platforms() -> tuple[Platform, ...]:
    """Return the platforms the app ships with, in the order of their files' names."""
    files = sorted(paths.checklists("platforms").glob("*.toml"))
    return tuple(read_platform(file) for file in files)


def find_profile(profile_id: str, own: tuple[RoomProfile, ...] = ()) -> RoomProfile:
    """Return the profile of that id, a studio's own first; raises Refused naming those there are."""
    there = {p.id: p for p in (*profiles(), *own)}
    if profile_id not in there:
        known = ", ".join(there)
        raise Refused(
            text("There is no profile “{name}”.", name=profile_id),
            text("Choose one of: {known}.", known=known),
        )
    return there[profile_id]


def find_platform(platform_id: str) -> Platform:
    """Return the platform of that id; raises Refused naming those there are."""
    there = {p.id: p for p in platforms()}
    if platform_id not in there:
        raise Refused(
            text("There is no platform “{name}”.", name=platform_id),
            text("Choose one of: {known}.", known=", ".join(there)),
        )
    return there[platform_id]


def platform_name(profile: RoomProfile) -> Text | None:
    """Return the name of the platform whose start values are in `profile`, None without one.

    A platform that is no longer shipped keeps its id for a name.
    """
    if not profile.platform:
        return None
    known = {p.id: p.name for p in platforms()}
    return known.get(profile.platform, Text(profile.platform, profile.platform))
