"""How long pauses and cues take and how signs are read, as `checklists/shows/words/reading.toml` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from app.core import paths, strict
from app.core.words import Text
from app.show.formats_shape import Certainty
from app.show.show import CueKind, Ms


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence that some marks ask for, beyond what the speaking rate holds."""

    marks: str
    ms: Ms
    name: Text
    basis: Text
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class CuePause:
    """What a cue of a kind costs the host when it stands at a word."""

    kind: CueKind
    ms: Ms
    basis: Text
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Unit:
    """A sign behind a number and how it is read."""

    written: tuple[str, ...]
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with a name of its own; it begins with a digit."""

    written: str
    zh: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a figure that does not begin with a digit."""
        if not self.written[:1].isdecimal():
            raise ValueError(f"the figure {self.written!r} does not begin with a digit")


@dataclass(frozen=True, slots=True)
class ReadingData:
    """The data file."""

    read_as_words: tuple[str, ...]
    pause: tuple[Pause, ...]
    cue: tuple[CuePause, ...]
    unit: tuple[Unit, ...]
    figure: tuple[Figure, ...]

    def __post_init__(self) -> None:
        """Refuse a mark, cue kind or unit stated twice, a negative pause, a cue kind left out."""
        for what, items in (
            ("mark", [m for p in self.pause for m in p.marks]),
            ("cue kind", [str(c.kind) for c in self.cue]),
            ("unit", [w for u in self.unit for w in u.written]),
        ):
            if twice := sorted({i for i in items if items.count(i) > 1}):
                raise ValueError(f"the {what} {twice[0]!r} is stated twice")
        if left := set(CueKind) - {c.kind for c in self.cue}:
            raise ValueError(f"no pause for the cue kind {min(left)}")
        if any(ms < 0 for ms in (*(p.ms for p in self.pause), *(c.ms for c in self.cue))):
            raise ValueError("a pause is 0 ms or more")


@cache
def reading_data() -> ReadingData:
    """Return the data file."""
    return strict.load(paths.checklists("shows", "words", "reading.toml"), ReadingData)


@cache
def mark_pauses() -> Mapping[str, Ms]:
    """Return the pause of each mark that asks for one."""
    return MappingProxyType({m: p.ms for p in reading_data().pause for m in p.marks if p.ms})


@cache
def cue_pauses() -> Mapping[CueKind, Ms]:
    """Return the pause of each kind of cue."""
    return MappingProxyType({c.kind: c.ms for c in reading_data().cue})
