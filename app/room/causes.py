"""Causes, not symptoms: which one thing explains several bad readings, and what to do about it first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal

from app.core import paths, strict
from app.core.words import Text
from app.metrics.reading import Reading
from app.room.catalogue import Group, catalogue, metric
from app.room.judge import Judged, Verdict, first_said, numbers
from app.room.limits import Range

GROUP_ICONS = {
    Group.SOUND: "microphone",
    Group.SYNC: "link-break",
    Group.PICTURE: "video-camera",
    Group.LIGHT: "lightbulb",
    Group.FRAMING: "frame-corners",
    Group.BACKGROUND: "image",
}


@dataclass(frozen=True, slots=True)
class Cause:
    """One finding: what is wrong, the first thing to do about it, and the readings it explains.

    `icon` is the name of a Phosphor icon without its prefix; `verdict` the worst of its readings.
    """

    id: str
    title: Text
    fix: Text
    icon: str
    verdict: Verdict
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Something a cause shows itself by: a reading beyond its limit, or a number in a range.

    With `between`, the value (or the named `detail`) lies there, whatever its verdict; with `says`,
    the text detail begins so; `withheld` is a number that is there but may not be judged; else the
    reading warns or fails on that `side`.
    """

    metric: str
    side: Literal["low", "high", "off"] = "off"
    detail: str | None = None
    between: Range | None = None
    says: str | None = None
    withheld: bool = False

    def __post_init__(self) -> None:
        """Refuse a sign in a metric nobody knows."""
        if all(m.id != self.metric for m in catalogue()):
            raise ValueError(f"no metric is called {self.metric}")

    @property
    def is_fact(self) -> bool:
        """Return whether the sign is a number or word of the measurement, not a verdict."""
        return self.between is not None or self.says is not None or self.withheld

    def shows(self, judged: Judged) -> bool:
        """Return whether `judged` shows the sign."""
        if self.is_fact:
            return self._fact(judged.reading)
        wanted = {"low": -1, "high": 1, "off": judged.side}[self.side]
        return judged.verdict in (Verdict.WARN, Verdict.FAIL) and judged.side == wanted

    def _fact(self, reading: Reading) -> bool:
        if self.withheld:
            return reading.value is not None and reading.why is not None
        found = reading.value if self.detail is None else reading.details.get(self.detail)
        if self.says is not None:
            return isinstance(found, str) and found.startswith(self.says)
        return (
            isinstance(found, (int, float)) and self.between is not None and found in self.between
        )


@dataclass(frozen=True, slots=True)
class Fix:
    """What to do, with the numbers of one reading (and every reading's value by its short name)."""

    say: Text
    numbers_of: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A cause as its data file states it: all of `needs` and `any_of` of `any` must show."""

    id: str
    icon: str
    weight: int
    title: Text
    fixes: tuple[Fix, ...]
    needs: tuple[Sign, ...] = ()
    any: tuple[Sign, ...] = ()
    any_of: int = 0
    explains: tuple[Sign, ...] = ()
    explains_unknown: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rule that nothing shows, or that asks for more than it lists."""
        if not (self.needs or self.any_of):
            raise ValueError(f"{self.id}: nothing shows this cause")
        if self.any_of > len(self.any):
            raise ValueError(f"{self.id}: any_of asks for more signs than are listed")


@dataclass(frozen=True, slots=True)
class _Causes:
    cause: tuple[Rule, ...] = field(default=())


@cache
def rules(file: Path | None = None) -> tuple[Rule, ...]:
    """Return the causes of `file` (default: those shipped), the weightiest first; raises Refused."""
    read = strict.load(file or paths.checklists("rooms", "causes.toml"), _Causes).cause
    return tuple(sorted(read, key=lambda r: -r.weight))


def find_causes(
    judged: Iterable[Judged], known: tuple[Rule, ...] | None = None
) -> tuple[tuple[Judged, ...], tuple[Cause, ...]]:
    """Return the readings with the id of their cause, and the causes in the order of what to do first.

    A reading belongs to one cause at most; one that no rule explains is a finding of its own. First
    comes what fails, then what explains more, then what weighs more in the data.
    """
    table = {j.reading.id: j for j in judged}
    free = set(table)
    found: list[tuple[int, Cause]] = []
    for rule in rules() if known is None else known:
        explained = _explained(rule, table, free)
        cause = _cause(rule, explained, table) if explained else None
        if cause is not None:
            free -= set(cause.readings)
            found.append((rule.weight, cause))
    found += [(0, _alone(j)) for i, j in table.items() if i in free and _bad(j)]
    order = sorted(found, key=lambda f: (-f[1].verdict.weight, -len(f[1].readings), -f[0]))
    causes = tuple(cause for _, cause in order)
    owner = {i: c.id for c in causes for i in c.readings}
    return tuple(replace(j, cause=owner.get(i)) for i, j in table.items()), causes


def _bad(judged: Judged) -> bool:
    return judged.verdict in (Verdict.WARN, Verdict.FAIL)


def _explained(rule: Rule, table: Mapping[str, Judged], free: set[str]) -> tuple[str, ...]:
    """Return the readings that `rule` explains, nothing where it does not show."""

    def shows(sign: Sign) -> bool:
        judged = table.get(sign.metric)
        return judged is not None and (sign.is_fact or sign.metric in free) and sign.shows(judged)

    seen = [s for s in rule.any if shows(s)]
    if len(seen) < rule.any_of or not all(shows(s) for s in rule.needs):
        return ()
    signs = [*rule.needs, *seen, *(s for s in rule.explains if shows(s))]
    ids = {s.metric for s in signs if s.metric in free and _bad(table[s.metric])}
    ids |= {i for i in rule.explains_unknown if _unknown(table.get(i))}
    return tuple(i for i in table if i in ids)


def _unknown(judged: Judged | None) -> bool:
    return judged is not None and judged.verdict is Verdict.UNKNOWN


def _cause(rule: Rule, explained: tuple[str, ...], table: Mapping[str, Judged]) -> Cause | None:
    values = {
        i.split(".")[1]: j.reading.value
        for i, j in table.items()
        if j.reading.value is not None and j.verdict is not Verdict.UNKNOWN
    }
    for fix in rule.fixes:
        known: dict[str, object] = dict(values)
        if fix.numbers_of is not None:
            if fix.numbers_of not in explained:
                continue
            known |= numbers(table[fix.numbers_of], metric(fix.numbers_of))
        said = first_said((fix.say,), known)
        if said is not None:
            worst = max((table[i].verdict for i in explained), key=lambda v: v.weight)
            return Cause(rule.id, rule.title, said, rule.icon, worst, explained)
    return None


def _alone(judged: Judged) -> Cause:
    known = metric(judged.reading.id)
    fix = judged.advice or known.how
    icon = GROUP_ICONS[known.group]
    return Cause(known.id, known.name, fix, icon, judged.verdict, (known.id,))
