"""The document: Show > Part > Segment > Beat, with Cues and Products linked to rows.

Everything here was typed or chosen by a person. Starts, ends, reading times and warnings are
derived from it (`app.show.timing.schedule`, `app.show.script.reading`, `app.show.checks`) and never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

Ms = int  # milliseconds

DELAY = "delay"
"""The kind of a row that only moves what follows, by its duration; the only one that may be negative."""
MILESTONE = "milestone"
"""The kind of a row that takes no time."""


class Clock(StrEnum):
    """What a typed time counts from."""

    WALL = "wall"  # local midnight: 0 to 86,399,999 ms; the day is derived
    ELAPSED = "elapsed"  # the beginning of the show


class Anchor(StrEnum):
    """Where a row's start comes from."""

    LINKED = "linked"  # the end of the row before it that plays
    SOFT = "soft"  # the typed start, or the end of the rows before it where they run later
    HARD = "hard"  # the typed start, come what may
    BACK = "back"  # counted back from the next fixed start below it, or from the hard out


class Lock(StrEnum):
    """Which of end and duration a row keeps when its start moves."""

    DURATION = "duration"
    END = "end"


class Owner(StrEnum):
    """Who carries a cue out: 主播, 助播, 场控, 中控."""

    HOST = "host"
    COHOST = "cohost"
    FLOOR = "floor"
    CONTROL = "control"


class CueKind(StrEnum):
    """What a cue asks for."""

    CAMERA = "camera"
    LIGHT = "light"
    SOUND = "sound"
    GRAPHIC = "graphic"
    LINK = "link"  # 上链接
    PIN = "pin"  # 讲解卡: shown again every few seconds
    PRICE = "price"
    BAG = "bag"  # 福袋
    PROP = "prop"


class ColumnKind(StrEnum):
    """What a column of the studio's own holds."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    MONEY = "money"
    IMAGE = "image"  # a file in the media folder


@dataclass(frozen=True, slots=True)
class Time:
    """A time that was typed."""

    ms: Ms
    clock: Clock = Clock.WALL


@dataclass(frozen=True, slots=True)
class Cue:
    """An instruction: at `{cue:id}` in the words, else `at_ms` after the segment's start."""

    id: str
    kind: CueKind
    what: str = ""
    owner: Owner = Owner.CONTROL
    at_ms: Ms | None = None
    every_ms: Ms | None = None  # repeated until the segment ends
    product: str = ""
    cents: int | None = None  # the new price of a price change


@dataclass(frozen=True, slots=True)
class Beat:
    """A step inside a segment and its words; `script` may hold {tokens} and {cue:id} marks."""

    id: str
    kind: str = ""  # of the format's data file; "" for words that belong to no step
    script: str = ""
    title: str = ""  # in the place of the kind's own name
    duration_ms: Ms | None = None  # typed; else a share of the segment's by the kind's weight


Pairs = tuple[tuple[str, str], ...]  # sorted by key, never an empty value


@dataclass(frozen=True, slots=True)
class Segment:
    """One timed row."""

    id: str
    kind: str  # of a format's data file, or DELAY or MILESTONE
    title: str = ""
    anchor: Anchor = Anchor.LINKED
    start: Time | None = None  # with SOFT and HARD
    duration_ms: Ms | None = None  # with Lock.DURATION; None: as long as its words
    end: Time | None = None  # with Lock.END
    lock: Lock = Lock.DURATION
    count_to_end: bool = False
    skip: bool = False
    products: tuple[str, ...] = ()
    owner: str = ""
    beats: tuple[Beat, ...] = ()
    cues: tuple[Cue, ...] = ()
    fields: Pairs = ()  # the kind's own fields, by the names of its data file
    custom: Pairs = ()  # the show's own columns, by their ids
    note: str = ""
    colour: str = ""  # a name of the palette

    def field(self, key: str) -> str:
        """Return one of the kind's own fields, "" where it is empty."""
        return next((value for name, value in self.fields if name == key), "")

    def with_field(self, key: str, value: str) -> Segment:
        """Return the segment with one of the kind's own fields set, or emptied by ""."""
        return replace(self, fields=with_pair(self.fields, key, value))

    def with_custom(self, column: str, value: str) -> Segment:
        """Return the segment with the cell of one of the show's own columns set, or emptied."""
        return replace(self, custom=with_pair(self.custom, column, value))

    @property
    def script(self) -> str:
        """Return the words of all beats, a paragraph each."""
        return "\n".join(beat.script for beat in self.beats if beat.script)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together; `count` times over (a 20-minute block × 9 is one part)."""

    id: str
    title: str = ""
    segments: tuple[Segment, ...] = ()
    count: int = 1
    target_ms: Ms | None = None
    colour: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the show's own, named in any script."""

    id: str
    name: str
    kind: ColumnKind = ColumnKind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, and as what."""

    name: str
    role: Owner = Owner.HOST
    voice: str = ""  # id of a Voice: how fast they speak


@dataclass(frozen=True, slots=True)
class Show:
    """One run of show. `start` is its planned time of day in `zone` (an IANA name) on `on`."""

    id: str
    title: str
    on: date | None = None
    start_ms: Ms = 20 * 3_600_000
    zone: str = "Asia/Shanghai"
    target_ms: Ms | None = None
    hard_out: Time | None = None
    people: tuple[Person, ...] = ()
    parts: tuple[Part, ...] = ()
    columns: tuple[Column, ...] = ()
    theme: str = ""  # a co-branded theme (IP)
    note: str = ""
    stale_hours: int = 72  # news items older than this are flagged
    template: bool = False
    archived: bool = False
    sample: bool = False  # belongs to the sample studio

    def segments(self) -> Iterator[Segment]:
        """Yield every row in order, a part's once however often it loops."""
        for part in self.parts:
            yield from part.segments

    def segment(self, segment: str) -> Segment | None:
        """Return the row with this id, or None."""
        return next((s for s in self.segments() if s.id == segment), None)

    def part_of(self, segment: str) -> Part | None:
        """Return the part that holds the row with this id, or None."""
        return next((p for p in self.parts if any(s.id == segment for s in p.segments)), None)

    def with_segments(self, change: Callable[[Segment], Segment]) -> Show:
        """Return the show with each row as `change` returns it; parts that stay equal are shared."""
        return replace(self, parts=tuple(_changed(part, change) for part in self.parts))

    def with_segment(self, segment: Segment) -> Show:
        """Return the show with the row of the same id replaced."""
        return self.with_segments(lambda s: segment if s.id == segment.id else s)

    @property
    def voice(self) -> str:
        """Return the id of the first host's voice, "" where none is known."""
        return next((p.voice for p in self.people if p.role is Owner.HOST and p.voice), "")


def with_pair(pairs: Pairs, key: str, value: str) -> Pairs:
    """Return sorted `pairs` with `key` set to `value`, or left out where it is ""."""
    kept: Mapping[str, str] = {**dict(pairs), key: value}
    return tuple(sorted((k, v) for k, v in kept.items() if v))


def _changed(part: Part, change: Callable[[Segment], Segment]) -> Part:
    fresh = tuple(change(s) for s in part.segments)
    same = all(new is old for new, old in zip(fresh, part.segments, strict=True))
    return part if same else replace(part, segments=fresh)
