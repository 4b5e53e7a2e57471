"""A saved check as one self-contained HTML page: to be read anywhere, printed, or sent on."""

from __future__ import annotations

import base64
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core import paths
from app.core.files import write_for_people
from app.core.words import Language, Text, language, number, text
from app.room.catalogue import Group, Metric, metric, unit_text
from app.room.judge import Judged, Verdict
from app.room.profiles import platform_name
from app.room.report import RoomReport
from app.room.said import ACTS, DEVICES, GROUPS, STEPS, VERDICTS, limit_words

if TYPE_CHECKING:
    from jinja2 import Template

BAR_WIDTH = 140.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A range bar in pixels: zones as (left, width), and where the value stands."""

    passes: tuple[float, float]
    warns: tuple[float, float]
    marker: float


def write_report(
    file: Path, report: RoomReport, still: bytes | None, lang: Language | None = None
) -> None:
    """Write `report` with its picture (JPEG) to `file`; raises Environment where it cannot."""
    write_for_people(file, report_html(report, still, lang))


def report_html(report: RoomReport, still: bytes | None, lang: Language | None = None) -> str:
    """Return `report` as an HTML page in `lang`, or in the current language."""
    code = lang or language()
    return _template().render(
        lang="zh-CN" if code == "zh" else "en",
        say=lambda said: said.say(code),
        words=_words(code),
        colours=_colours(),
        title=report.room or text("Room check").say(code),
        at=f"{report.at.astimezone():%Y-%m-%d %H:%M}",
        report=report,
        verdict=report.verdict.value,
        verdicts={v.value: said.say(code) for v, said in VERDICTS.items()},
        counts=_counts(report, code),
        still=None if still is None else base64.b64encode(still).decode("ascii"),
        facts=_facts(report, code),
        causes=_causes(report, code),
        groups=_groups(report, code),
        bar_width=BAR_WIDTH,
    )


@cache
def _template() -> Template:
    from jinja2 import Environment as Jinja
    from jinja2 import StrictUndefined

    jinja = Jinja(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return jinja.from_string(paths.resources("report", "room.html.j2").read_text("utf-8"))


@cache
def _colours() -> dict[str, str]:
    """Return the light theme's roles as CSS custom properties."""
    with paths.resources("themes", "light.toml").open("rb") as file:
        roles = tomllib.load(file)
    return {
        f"--{group}-{name.replace('_', '-')}": colour
        for group in ("surface", "line", "text", "accent", "status", "range")
        for name, colour in roles[group].items()
    }


def _words(code: Language) -> dict[str, str]:
    said = {
        "app": text("Greenroom room check"),
        "demo": text("Demo: picture and sound were made by the app, no real room was measured."),
        "first": text("First"),
        "nothing": text("Nothing to do: no reading is beyond its limit."),
        "causes": text("Causes first"),
        "readings": text("Readings"),
        "verdict": text("Verdict"),
        "reading": text("Reading"),
        "value": text("Value"),
        "range": text("Good range"),
        "what": text("What to do"),
        "cause": text("Cause"),
        "missing": text("Still missing"),
        "near": text("(its ± reaches over a limit)"),
        "still": text("The picture as the camera gave it"),
    }
    return {name: words.say(code) for name, words in said.items()}


def _counts(report: RoomReport, code: Language) -> str:
    counted = {v: sum(j.verdict is v for j in report.judged) for v in Verdict}
    return text(
        "{failed} fail, {warned} warn, {passed} pass, {unknown} unknown",
        failed=counted[Verdict.FAIL],
        warned=counted[Verdict.WARN],
        passed=counted[Verdict.PASS],
        unknown=counted[Verdict.UNKNOWN],
    ).say(code)


def _facts(report: RoomReport, code: Language) -> list[tuple[str, str]]:
    profile = report.profile.name.say(code)
    named = platform_name(report.profile)
    rows: list[tuple[Text | str, str]] = [
        (text("Profile"), f"{profile} · {named.say(code)}" if named else profile)
    ]
    rows += [(DEVICES.get(kind, kind), name) for kind, name in report.devices.items()]
    rows += [(ACTS[s.act], STEPS[s.step].say(code)) for s in report.acts]
    rows.append((text("Measured"), text("{seconds:.0f} s", seconds=report.seconds).say(code)))
    rows.append((text("App"), f"Greenroom {report.version}"))
    rows.append((text("Report"), report.id))
    return [(k.say(code) if isinstance(k, Text) else k, v) for k, v in rows]


def _causes(report: RoomReport, code: Language) -> list[dict[str, Any]]:
    return [
        {
            "number": at,
            "title": cause.title.say(code),
            "fix": cause.fix.say(code),
            "verdict": cause.verdict.value,
            "readings": [
                (metric(i).name.say(code), _value(j, metric(i)), _unit(metric(i), code))
                for i in cause.readings
                if (j := report.judged_as(i)) is not None
            ],
        }
        for at, cause in enumerate(report.causes, start=1)
    ]


def _groups(report: RoomReport, code: Language) -> list[dict[str, Any]]:
    numbers = {cause.id: at for at, cause in enumerate(report.causes, start=1)}
    rows: dict[Group, list[dict[str, Any]]] = {}
    for judged in report.judged:
        known = metric(judged.reading.id)
        rows.setdefault(known.group, []).append(_row(judged, known, numbers, code))
    return [{"name": GROUPS[group].say(code), "rows": found} for group, found in rows.items()]


def _row(judged: Judged, known: Metric, numbers: dict[str, int], code: Language) -> dict[str, Any]:
    unknown = judged.verdict is Verdict.UNKNOWN
    error = judged.reading.plus_minus
    note = judged.why if unknown else judged.advice
    return {
        "id": known.id,
        "name": known.name.say(code),
        "how": known.how.say(code),
        "verdict": judged.verdict.value,
        "value": "—" if unknown else _value(judged, known),
        "unit": "" if unknown else _unit(known, code),
        "error": "" if error is None or unknown else f"±{number(error, max(known.decimals, 1))}",
        "limit": limit_words(judged.limit, known),
        "bar": None if unknown else bar(judged, known),
        "note": note.say(code) if note else "",
        "near": judged.near,
        "cause": numbers.get(judged.cause or ""),
    }


def _value(judged: Judged, known: Metric) -> str:
    return known.shown(judged.reading.value)


def _unit(known: Metric, code: Language) -> str:
    return unit_text(known.unit).say(code)


def bar(judged: Judged, known: Metric) -> Bar | None:
    """Return the range bar of a judged value, None without value or limit."""
    value, limit = judged.reading.value, judged.limit
    if value is None or limit is None:
        return None

    def at(number_: float | None, open_end: float) -> float:
        low, high = known.axis
        share = ((open_end if number_ is None else number_) - low) / (high - low)
        return BAR_WIDTH * min(max(share, 0.0), 1.0)

    def zone(low: float | None, high: float | None) -> tuple[float, float]:
        left, right = at(low, known.axis[0]), at(high, known.axis[1])
        return left, max(right - left, 0.0)

    passes, warns = limit.passes, limit.warns
    return Bar(zone(passes.low, passes.high), zone(warns.low, warns.high), at(value, value))
