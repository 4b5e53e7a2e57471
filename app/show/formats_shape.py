"""What a format's data file can say: kinds of row, their fields, beats and prompts, and limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from app.core.words import Text
from app.show.show import Ms


class Named(Protocol):
    """Whatever a file names by an id."""

    @property
    def id(self) -> str:
        """Return its id."""
        ...


T = TypeVar("T", bound=Named)


def named(items: Sequence[T], wanted: str) -> T:
    """Return the item of that id; raises KeyError with the ids there are."""
    for item in items:
        if item.id == wanted:
            return item
    known = ", ".join(item.id for item in items)
    raise KeyError(f"{wanted!r} is none of {known or 'nothing'}")


class FieldType(StrEnum):
    """What a kind's own field holds; its value is kept as text whatever it is."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"  # 2026-11-22, with a time where it is known: 2026-11-22 18:00
    URL = "url"
    MONEY = "money"
    PERSON = "person"
    PRODUCT = "product"
    BOOL = "bool"  # "yes" or ""


class Certainty(StrEnum):
    """How sure a limit is: read in its source, partly, second hand or ours, nobody knows."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How loud a check speaks: a warning names a fault, a hint a custom of the trade."""

    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field: its id is stored, its name is shown."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a kind's own; `prompt` says what to write in it while it is empty, and why."""

    id: str
    name: Text
    prompt: Text
    type: FieldType = FieldType.TEXT
    choices: tuple[Choice, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a choice without choices and choices without one."""
        if bool(self.choices) != (self.type is FieldType.CHOICE):
            raise ValueError(f"{self.id}: choices belong to the type choice")


@dataclass(frozen=True, slots=True)
class BeatSpec:
    """A step inside a row; of the row's length it takes its `weight` against the others'."""

    id: str
    name: Text
    prompt: Text
    weight: float = 1.0
    optional: bool = False
    interactive: bool = False  # viewers act here

    def __post_init__(self) -> None:
        """Refuse a weight that is not above 0."""
        if not self.weight > 0:
            raise ValueError(f"{self.id}: the weight {self.weight} is not above 0")


@dataclass(frozen=True, slots=True)
class Template:
    """A named order of beats that stretches to any length."""

    id: str
    name: Text
    note: Text
    beats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindSpec:
    """What a row of this kind is: its own fields, its beats and how long it is before it has words."""

    id: str
    name: Text
    prompt: Text  # what to write as its title
    format: str  # the format it belongs to
    icon: str
    default_s: int
    repeatable: bool
    interactive: bool  # viewers act in it
    sells: bool  # needs a product
    fields: tuple[FieldSpec, ...] = ()
    templates: tuple[Template, ...] = ()  # the first is the usual one
    beats: tuple[BeatSpec, ...] = ()  # of all its templates
    known: bool = True  # False: no format file states it

    @property
    def default_ms(self) -> Ms:
        """Return how long a row of this kind is planned before it has words."""
        return self.default_s * 1000

    def beat(self, beat: str) -> BeatSpec | None:
        """Return the beat of that id, or None."""
        return next((b for b in self.beats if b.id == beat), None)

    def own_field(self, name: str) -> FieldSpec | None:
        """Return the field of that id, or None."""
        return next((f for f in self.fields if f.id == name), None)

    def steps(self, template: str = "") -> tuple[BeatSpec, ...]:
        """Return the beats of a template in order ("" is the usual one); raises KeyError."""
        if not self.templates and not template:
            return ()
        chosen = self.templates[0] if not template else named(self.templates, template)
        return tuple(named(self.beats, beat) for beat in chosen.beats)


@dataclass(frozen=True, slots=True)
class CheckSpec:
    """The limits of one check of `app/show/checks/`, what they stand on and how sure that is."""

    id: str
    name: Text
    level: Level
    basis: Text
    certainty: Certainty
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A row of a format's ready example, in both languages."""

    kind: str
    title: Text
    seconds: int | None = None
    fields: Mapping[str, Text] = field(default_factory=dict)
    beats: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to fill time on air: product, interactive, entertainment, news, and the frame of a show."""

    id: str
    name: Text
    about: Text
    icon: str  # of the Phosphor set, without prefix
    colour: str  # a colour role: kind.product …
    kinds: tuple[KindSpec, ...]
    checks: tuple[CheckSpec, ...] = ()
    rows: tuple[ExampleRow, ...] = ()
