"""From readings, causes and acts to what the Room page shows; no Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.words import Text, number, text, tr
from app.metrics.measure import Act, ActState, ActStep
from app.room.catalogue import Group, Metric, catalogue, metric, unit_text
from app.room.causes import Cause
from app.room.judge import Judged, Verdict
from app.room.limits import Range
from app.room.said import limit_words
from ui.widgets.reading_rows import Bar, GroupRow, Mark, ReadingRow, Row

PASSED = "passed"


class Filter(StrEnum):
    """Which readings the table lists."""

    TODO = "todo"
    ALL = "all"
    SOUND = "sound"
    PICTURE = "picture"
    LIGHT = "light"
    FRAMING = "framing"


GROUPS: Mapping[Filter, tuple[Group, ...]] = {
    Filter.SOUND: (Group.SOUND, Group.SYNC),
    Filter.PICTURE: (Group.PICTURE,),
    Filter.LIGHT: (Group.LIGHT,),
    Filter.FRAMING: (Group.FRAMING, Group.BACKGROUND),
}
FILTERS: Mapping[Filter, Text] = {
    Filter.TODO: text("To do"),
    Filter.ALL: text("All"),
    Filter.SOUND: text("Sound"),
    Filter.PICTURE: text("Picture"),
    Filter.LIGHT: text("Light"),
    Filter.FRAMING: text("Framing"),
}
VERDICTS: Mapping[Verdict, Text] = {
    Verdict.FAIL: text("Fail"),
    Verdict.WARN: text("Warn"),
    Verdict.PASS: text("Pass"),
    Verdict.UNKNOWN: text("Unknown"),
}
ACT_TITLES: Mapping[Act, Text] = {
    Act.SILENCE: text("Silence, 3 s"),
    Act.CLAPS: text("Six claps"),
    Act.SHEET: text("White sheet, 2 s"),
}
ACT_HOW: Mapping[Act, Text] = {
    Act.SILENCE: text("Say nothing for 3 s: gives noise floor and hum"),
    Act.CLAPS: text("Clap six times in front of the face: gives sync and echo"),
    Act.SHEET: text("Hold A4 paper beside the face: sets white balance and LUT"),
}
ACT_GIVES: Mapping[Act, tuple[str, ...]] = {
    Act.SILENCE: ("sound.noise_floor", "sound.hum"),
    Act.CLAPS: ("sync.av_offset", "sound.rt60"),
    Act.SHEET: ("picture.white_balance",),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A short reading inside a sentence: name, number, unit."""

    name: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One cause: its number, what is wrong, the first fix, and what it explains."""

    id: str
    number: str
    icon: str
    title: str
    fix: str
    explains: tuple[Value, ...]
    mark: Mark
    verdict: str


@dataclass(frozen=True, slots=True)
class ActCard:
    """One act: how far it is, and what it gave."""

    act: Act
    key: str
    title: str
    step: ActStep
    progress: float
    hint: str
    gave: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many readings there are of each verdict."""

    fail: int = 0
    warn: int = 0
    passed: int = 0
    unknown: int = 0

    @property
    def all(self) -> int:
        """Return the number of readings."""
        return self.fail + self.warn + self.passed + self.unknown

    @property
    def to_do(self) -> int:
        """Return the number that asks for something."""
        return self.fail + self.warn + self.unknown

    @property
    def measured(self) -> int:
        """Return the number that has a verdict."""
        return self.fail + self.warn + self.passed


def tally(judged: Sequence[Judged]) -> Tally:
    """Return how many readings there are of each verdict."""
    count = dict.fromkeys(Verdict, 0)
    for one in judged:
        count[one.verdict] += 1
    return Tally(
        count[Verdict.FAIL], count[Verdict.WARN], count[Verdict.PASS], count[Verdict.UNKNOWN]
    )


def filter_counts(judged: Sequence[Judged]) -> dict[Filter, int]:
    """Return how many rows each filter would list that ask for something (all: every reading)."""
    total = tally(judged)
    return {Filter.TODO: total.to_do, Filter.ALL: total.all}


def reading_rows(
    judged: Sequence[Judged], causes: Sequence[Cause], chosen: Filter, *, passed_open: bool
) -> tuple[Row, ...]:
    """Return the table's rows: what asks for something first, the passed ones folded into a line."""
    groups = GROUPS.get(chosen)
    listed = [j for j in judged if groups is None or metric(j.reading.id).group in groups]
    numbers = cause_numbers(causes)
    order = {m.id: at for at, m in enumerate(catalogue())}

    def urgency(one: Judged) -> tuple[int, int, int]:
        at = numbers.get(one.reading.id, 99)
        return -one.verdict.weight, at, order[one.reading.id]

    asking = sorted((j for j in listed if j.verdict is not Verdict.PASS), key=urgency)
    passed = sorted((j for j in listed if j.verdict is Verdict.PASS), key=urgency)
    rows: list[Row] = [reading_row(j, numbers) for j in asking]
    if passed:
        rows.append(_passed_row(passed, folded_rest=bool(asking), is_open=passed_open))
        if passed_open:
            rows += [reading_row(j, numbers) for j in passed]
    return tuple(rows)


def reading_row(one: Judged, numbers: Mapping[str, int]) -> ReadingRow:
    """Return one line of the table."""
    kind = metric(one.reading.id)
    unknown = one.verdict is Verdict.UNKNOWN
    limit = "" if unknown else limit_words(one.limit, kind)
    at = numbers.get(one.reading.id)
    why = one.why or one.reading.why
    reason = why.say() if unknown and why is not None else ""
    value = kind.shown(one.reading.value)
    spread = one.reading.plus_minus
    return ReadingRow(
        id=kind.id,
        mark=Mark(one.verdict.value),
        verdict=VERDICTS[one.verdict].say(),
        name=kind.name.say(),
        value=value,
        unit=unit(kind),
        plus_minus="" if spread is None or value == "—" else f"±{error(spread, kind.decimals)}",
        bar=None if unknown else bar(one, kind),
        limit=limit,
        cause="" if at is None else str(at),
        reason=reason,
        words=words(one, kind, limit, reason),
    )


def words(one: Judged, kind: Metric, limit: str, reason: str) -> str:
    """Return the whole line as a sentence, for a screen reader and the tooltip."""
    name, verdict = kind.name.say(), VERDICTS[one.verdict].say()
    if one.reading.value is None:
        return tr("{name}: {verdict}. {reason}", name=name, verdict=verdict, reason=reason)
    value = f"{kind.shown(one.reading.value)} {unit(kind)}".strip()
    if reason or not limit:
        return tr(
            "{name} {value}: {verdict}. {reason}",
            name=name,
            value=value,
            verdict=verdict,
            reason=reason,
        )
    return tr(
        "{name} {value}: {verdict}, good range {limit}",
        name=name,
        value=value,
        verdict=verdict,
        limit=limit,
    )


def unit(kind: Metric) -> str:
    """Return the unit as it is shown."""
    return unit_text(kind.unit).say()


def error(spread: float, decimals: int) -> str:
    """Return a ± with as many decimals as it needs to be more than nothing."""
    while decimals < 3 and round(spread, decimals) == 0 and spread > 0:
        decimals += 1
    return number(spread, decimals)


def bar(one: Judged, kind: Metric) -> Bar | None:
    """Return the range bar of a reading in fractions of its fixed axis; None without a limit."""
    if one.limit is None or one.reading.value is None:
        return None
    low, high = kind.axis

    def part(value: float | None, open_end: float) -> float:
        if value is None:
            return open_end
        return min(max((value - low) / (high - low), 0.0), 1.0)

    def ends(span: Range) -> tuple[float, float]:
        return part(span.low, 0.0), part(span.high, 1.0)

    return Bar(*ends(one.limit.passes), *ends(one.limit.warns), part(one.reading.value, 0.0))


def cause_numbers(causes: Sequence[Cause]) -> dict[str, int]:
    """Return reading id → number of the first cause that explains it."""
    numbers: dict[str, int] = {}
    for at, cause in enumerate(causes, 1):
        for reading_id in cause.readings:
            numbers.setdefault(reading_id, at)
    return numbers


def cause_rows(causes: Sequence[Cause], judged: Sequence[Judged]) -> tuple[CauseRow, ...]:
    """Return the causes as rows, in their order."""
    by_id = {j.reading.id: j for j in judged}
    return tuple(
        CauseRow(
            id=cause.id,
            number=str(at),
            icon=cause.icon,
            title=cause.title.say(),
            fix=cause.fix.say(),
            explains=values(cause.readings, by_id),
            mark=Mark(cause.verdict.value),
            verdict=VERDICTS[cause.verdict].say(),
        )
        for at, cause in enumerate(causes, 1)
    )


def values(ids: Sequence[str], by_id: Mapping[str, Judged]) -> tuple[Value, ...]:
    """Return the readings of `ids` that have a number, short."""
    found = []
    for reading_id in ids:
        one = by_id.get(reading_id)
        if one is not None and one.reading.value is not None:
            kind = metric(reading_id)
            found.append(Value(kind.name.say(), kind.shown(one.reading.value), unit(kind)))
    return tuple(found)


def act_cards(acts: Sequence[ActState], judged: Sequence[Judged]) -> tuple[ActCard, ...]:
    """Return the three acts in the order of `Act`, waiting where nothing is known of them."""
    by_act = {a.act: a for a in acts}
    by_id = {j.reading.id: j for j in judged}
    cards = []
    for key, act in enumerate(Act, 1):
        state = by_act.get(act, ActState(act, ActStep.WAITING))
        hint = state.hint.say() if state.hint is not None else ""
        done = state.step is ActStep.DONE
        if not hint and state.step in (ActStep.WAITING, ActStep.RUNNING):
            hint = ACT_HOW[act].say()
        if not hint and state.step is ActStep.SKIPPED:
            hint = tr("Skipped: what it measures stays unknown")
        cards.append(
            ActCard(
                act=act,
                key=str(key),
                title=ACT_TITLES[act].say(),
                step=state.step,
                progress=state.progress,
                hint=hint,
                gave=values(ACT_GIVES[act], by_id) if done else (),
            )
        )
    return tuple(cards)


def _passed_row(passed: Sequence[Judged], *, folded_rest: bool, is_open: bool) -> GroupRow:
    title = (
        tr("The other {n} passed", n=len(passed))
        if folded_rest
        else tr("{n} passed", n=len(passed))
    )
    counts = []
    for chosen, groups in GROUPS.items():
        here = sum(metric(j.reading.id).group in groups for j in passed)
        if here:
            counts.append(f"{FILTERS[chosen].say()} {here}")
    return GroupRow(PASSED, title, " · ".join(counts), is_open)


def local(at: datetime | str) -> datetime:
    """Return a report's time on this machine's clock."""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return moment.astimezone()
