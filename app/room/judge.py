"""From a measured number to a verdict and one line of advice with the number in it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter

from app.core.words import Text, text
from app.metrics.reading import Reading
from app.room.catalogue import Metric
from app.room.limits import Limit, Range

__all__ = ["Judged", "Limit", "Range", "Verdict", "judge", "overall"]


class Verdict(StrEnum):
    """What a reading is worth."""

    PASS = "pass"  # noqa: S105 a verdict
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"

    @property
    def weight(self) -> int:
        """Return how urgent it is: fail 3, warn 2, unknown 1, pass 0."""
        return ("pass", "unknown", "warn", "fail").index(self.value)


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading with its verdict. `limit` is in the unit of the shown value.

    `why` says why the verdict is unknown; `near` that the number's ± reaches over a limit; `side`
    is −1 below the pass range, +1 above it, 0 inside or unknown; `cause` is the id of the finding
    that explains it.
    """

    reading: Reading
    verdict: Verdict
    limit: Limit | None
    advice: Text | None = None
    why: Text | None = None
    near: bool = False
    side: int = 0
    cause: str | None = None


def overall(judged: tuple[Judged, ...]) -> Verdict:
    """Return the worst of all; a pass only where every single reading passes."""
    return max((j.verdict for j in judged), key=lambda v: v.weight, default=Verdict.UNKNOWN)


def judge(reading: Reading, limit: Limit | None, metric: Metric) -> Judged:
    """Return `reading` judged by `limit`; whatever is not measured or not limited is UNKNOWN."""
    if reading.why is not None or reading.value is None or not math.isfinite(reading.value):
        why = reading.why or text("No finite number came out of the measurement")
        return Judged(reading, Verdict.UNKNOWN, _shown(reading, limit, metric), why=why)
    if limit is None:
        why = text("The profile states no limit")
        return Judged(reading, Verdict.UNKNOWN, None, why=why)
    judged = _number(reading, metric)
    if judged is None:
        why = text("The number the limit speaks of is still missing")
        return Judged(reading, Verdict.UNKNOWN, None, why=why)
    never_fails = limit.never_fails or metric.never_fails
    verdict, side = _verdict(judged, reading.details, limit, never_fails=never_fails)
    return Judged(
        reading,
        verdict,
        _shown(reading, limit, metric),
        advice=_advice(judged, side, reading, limit, metric),
        near=_near(judged, reading, limit, metric),
        side=side,
    )


def _number(reading: Reading, metric: Metric) -> float | None:
    if metric.judged is None:
        return reading.value
    number = reading.details.get(metric.judged.detail)
    return number if isinstance(number, (int, float)) and math.isfinite(number) else None


def _verdict(
    value: float, details: Mapping[str, float | str], limit: Limit, *, never_fails: bool
) -> tuple[Verdict, int]:
    for name, asked in limit.only_if.items():
        number = details.get(name)
        if isinstance(number, (int, float)) and number not in asked:
            return Verdict.PASS, 0
    verdict, side = _in_ranges(value, limit.passes, limit.warns), limit.passes.side(value)
    for further in limit.also:
        number = details.get(further.detail)
        if not isinstance(number, (int, float)):
            continue
        other = _in_ranges(number, further.passes, further.warns)
        if other.weight > verdict.weight:
            verdict, side = other, side or further.passes.side(number)
    if verdict is Verdict.FAIL and never_fails:
        verdict = Verdict.WARN
    return verdict, side


def _in_ranges(value: float, passes: Range, warns: Range) -> Verdict:
    if value in passes:
        return Verdict.PASS
    return Verdict.WARN if value in warns else Verdict.FAIL


def _shown(reading: Reading, limit: Limit | None, metric: Metric) -> Limit | None:
    """Return the limit in the unit of the shown value, or None where that cannot be told."""
    if limit is None or metric.judged is None:
        return limit
    if metric.judged.of is not None:
        whole = reading.details.get(metric.judged.of)
        return limit.moved(whole / metric.judged.full, 0.0) if isinstance(whole, float) else None
    judged = _number(reading, metric)
    if judged is None or reading.value is None:
        return None
    return limit.moved(1.0, reading.value - judged)


def _near(value: float, reading: Reading, limit: Limit, metric: Metric) -> bool:
    if reading.plus_minus is None or (metric.judged is not None and metric.judged.of is not None):
        return False
    ends = (limit.passes.low, limit.passes.high, limit.warns.low, limit.warns.high)
    return any(e is not None and abs(value - e) <= reading.plus_minus for e in ends)


def _advice(value: float, side: int, reading: Reading, limit: Limit, metric: Metric) -> Text | None:
    if side == 0:
        return None
    first, second = (metric.low, metric.high) if side < 0 else (metric.high, metric.low)
    return first_said(first or second, _known(value, reading, limit, metric))


def numbers(judged: Judged, metric: Metric) -> dict[str, object]:
    """Return every number a sentence about `judged` may use, by its placeholder."""
    if judged.limit is None or judged.reading.value is None:
        return {"value": judged.reading.value, **judged.reading.details}
    return _known(judged.reading.value, judged.reading, judged.limit, metric)


def _known(value: float, reading: Reading, limit: Limit, metric: Metric) -> dict[str, object]:
    aim = limit.aim(value)
    end = limit.passes.low if limit.passes.side(value) < 0 else limit.passes.high
    exposure = reading.details.get("shutter_s")
    return {
        **({"shutter": 1.0 / exposure} if isinstance(exposure, float) and exposure > 0 else {}),
        **_derived(value, aim, metric),
        "value": reading.value,
        "gap": abs(value - aim),
        "target": aim,
        "limit": aim if end is None else end,
        **reading.details,
    }


def first_said(candidates: tuple[Text, ...], known: Mapping[str, object]) -> Text | None:
    """Return the first sentence whose numbers are all known, with exactly these filled in."""
    for sentence in candidates:
        needed = placeholders(sentence)
        if all(known.get(name) is not None for name in needed):
            return sentence.given(**{name: known[name] for name in sorted(needed)})
    return None


def placeholders(sentence: Text) -> frozenset[str]:
    """Return the names of the numbers that `sentence` needs, in either language."""
    said = (sentence.en, sentence.zh or "")
    return frozenset(name for s in said for _, name, _, _ in Formatter().parse(s) if name)


def _derived(value: float, aim: float, metric: Metric) -> dict[str, float]:
    """Return numbers that follow from the gap: stops and light power from IRE, distance from dB."""
    if metric.unit == "IRE" and aim > 0:
        # A face of no light at all still gets a number: as if it stood at 1 IRE.
        stops = math.log2(linear_light(aim) / linear_light(max(value, 1.0)))
        return {"stops": abs(stops), "power": 2.0 ** abs(stops)}
    if metric.unit == "stops":
        return {"stops": abs(value - aim), "power": 2.0 ** abs(value - aim)}
    if metric.id == "picture.noise" and value > aim > 0:
        return {"stops": math.log2(value / aim), "power": value / aim}
    if metric.id == "framing.face_width" and aim > 0:
        return {"distance": 100.0 * value / aim}
    if metric.unit in ("dB", "dBFS", "LUFS"):
        return {"nearer": 100.0 * 10.0 ** (-min(abs(value - aim), 20.0) / 20.0)}
    return {}


def linear_light(ire: float) -> float:
    """Return the light of a luma level, by the inverse of the BT.709 transfer (clause 1.2)."""
    level = ire / 100.0
    return float(((level + 0.099) / 1.099) ** (1 / 0.45)) if level >= 0.081 else level / 4.5
