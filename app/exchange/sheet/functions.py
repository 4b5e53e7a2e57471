"""The few functions of a workbook that runs of show are computed with, and how times add up."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from app.core.words import Text, text
from app.exchange.sheet.grid import DAY_S, Cell, Form, Held

_CLOCKS = (Form.TIME, Form.MOMENT)
_UNITS = (24.0, 1440.0, 86400.0, 60.0)
EVENING = 0.25  # from 6:00 on TIME() names a time of day


class Cannot(Exception):
    """A formula that is not worked out, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why)
        self.why = why


def as_number(cell: Cell) -> float:
    """Return a cell as arithmetic takes it: nothing is 0, "19:00" a part of a day; raises Cannot."""
    if cell.held is Held.NUMBER:
        return cell.number
    said = cell.text.strip()
    if not said:
        return 0.0
    try:
        value = float(said.replace(",", ""))
    except ValueError:
        value = _part_of_day(said)
    if not math.isfinite(value):
        raise Cannot(text("“{said}” is no number", said=said[:40]))
    return value


def _part_of_day(said: str) -> float:
    from app.show.timetext.understand import Expect, Meaning, understand

    understood = understand(said, Expect.CLOCK)
    if understood.meaning is not Meaning.CLOCK or understood.ms is None:
        raise Cannot(text("“{said}” is no number", said=said[:40]))
    return understood.ms / (DAY_S * 1000)


def form_of(op: str, left: Cell, right: Cell) -> Form:
    """Return what arithmetic of two cells yields: time − time is a length, time + length a time."""
    a, b = _form(left), _form(right)
    if op in ("+", "-"):
        if a in _CLOCKS and b in _CLOCKS:
            return Form.LENGTH if op == "-" else Form.TIME
        if a in _CLOCKS or b in _CLOCKS:
            return Form.TIME
        return Form.LENGTH if Form.LENGTH in (a, b) else Form.PLAIN
    timed, other = (a, right) if a is not Form.PLAIN else (b, left)
    if timed is Form.PLAIN or (a is not Form.PLAIN and b is not Form.PLAIN):
        return Form.PLAIN
    if other.held is Held.NUMBER and other.number in _UNITS:
        return Form.PLAIN
    return Form.LENGTH


def _form(cell: Cell) -> Form:
    if cell.held is Held.TEXT and ":" in cell.text:
        return Form.TIME
    return Form.PLAIN if cell.form in (Form.PERCENT, Form.DATE) else cell.form


def joined(cell: Cell) -> str:
    """Return a cell as "&" joins it."""
    if cell.held is Held.NUMBER:
        return f"{cell.number:.10g}"
    return cell.text


def truth(op: str, left: Cell, right: Cell) -> Cell:
    """Return a comparison as a workbook makes it, 1 or 0; words and numbers compare as words."""
    if left.held is Held.NUMBER or right.held is Held.NUMBER:
        blank = (left.held is Held.TEXT and not left.text) or (
            right.held is Held.TEXT and not right.text
        )
        if blank and op in ("=", "<>"):
            other = left if left.held is Held.NUMBER else right
            said = '""' if left.held is right.held else str(other.number)
            return Cell(Held.NUMBER, number=float((said == '""') == (op == "=")))
        order = as_number(left) - as_number(right)
    else:
        a, b = left.text.lower(), right.text.lower()
        order = (a > b) - (a < b)
    holds = {
        "=": order == 0,
        "<>": order != 0,
        "<": order < 0,
        ">": order > 0,
        "<=": order <= 0,
        ">=": order >= 0,
    }
    return Cell(Held.NUMBER, number=float(holds[op]))


def _numbers(given: list[list[Cell]]) -> list[float]:
    return [cell.number for cells in given for cell in cells if cell.held is Held.NUMBER]


def _timed(given: list[list[Cell]]) -> Form:
    forms = {cell.form for cells in given for cell in cells if cell.held is Held.NUMBER}
    return next((f for f in (Form.TIME, Form.MOMENT, Form.LENGTH) if f in forms), Form.PLAIN)


def _one(given: list[list[Cell]], at: int) -> Cell:
    if at >= len(given) or len(given[at]) != 1:
        raise Cannot(text("it is more than simple arithmetic"))
    return given[at][0]


def _over(work: Callable[[list[float]], float]) -> Callable[[list[list[Cell]]], Cell]:
    def function(given: list[list[Cell]]) -> Cell:
        form = _timed(given)
        if work is math.fsum and form is Form.TIME:
            form = Form.LENGTH
        return Cell(Held.NUMBER, number=work(_numbers(given) or [0.0]), form=form)

    return function


def _time(given: list[list[Cell]]) -> Cell:
    hours, minutes, seconds = (as_number(_one(given, at)) for at in range(3))
    part = (hours * 3600 + minutes * 60 + seconds) / DAY_S
    form = Form.TIME if part >= EVENING else Form.LENGTH  # a clock to begin from, or a step
    return Cell(Held.NUMBER, number=part % 1.0 if part >= 1 else part, form=form)


def _round(given: list[list[Cell]]) -> Cell:
    first = _one(given, 0)
    digits = int(as_number(_one(given, 1))) if len(given) > 1 else 0
    if abs(digits) > 15:
        raise Cannot(text("it is more than simple arithmetic"))
    value = as_number(first) * 10.0**digits
    rounded = math.copysign(math.floor(abs(value) + 0.5), value) / 10.0**digits
    return Cell(Held.NUMBER, number=rounded, form=first.form)


def _whole(given: list[list[Cell]]) -> Cell:
    return Cell(Held.NUMBER, number=float(math.floor(as_number(_one(given, 0)))))


def _mod(given: list[list[Cell]]) -> Cell:
    first, second = _one(given, 0), as_number(_one(given, 1))
    return Cell(Held.NUMBER, number=as_number(first) % second, form=first.form)


def _absolute(given: list[list[Cell]]) -> Cell:
    first = _one(given, 0)
    return Cell(Held.NUMBER, number=abs(as_number(first)), form=first.form)


def _if(given: list[list[Cell]]) -> Cell:
    holds = as_number(_one(given, 0)) != 0
    if not holds and len(given) < 3:
        return Cell(Held.NUMBER)
    return _one(given, 1 if holds else 2)


def _timevalue(given: list[list[Cell]]) -> Cell:
    return Cell(Held.NUMBER, number=as_number(_one(given, 0)) % 1.0, form=Form.TIME)


def _text(given: list[list[Cell]]) -> Cell:
    value, shown = as_number(_one(given, 0)), _one(given, 1).text.lower()
    seconds = round(value * DAY_S)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    said = {
        "h:mm": f"{hours % 24}:{minutes:02}",
        "hh:mm": f"{hours % 24:02}:{minutes:02}",
        "[h]:mm": f"{hours}:{minutes:02}",
        "h:mm:ss": f"{hours % 24}:{minutes:02}:{seconds % 60:02}",
        "hh:mm:ss": f"{hours % 24:02}:{minutes:02}:{seconds % 60:02}",
        "[h]:mm:ss": f"{hours}:{minutes:02}:{seconds % 60:02}",
        "mm:ss": f"{minutes:02}:{seconds % 60:02}",
        "0": f"{value:.0f}",
        "0.0": f"{value:.1f}",
        "0.00": f"{value:.2f}",
    }.get(shown)
    if said is None:
        raise Cannot(text("{name} is not worked out here", name=f"TEXT({shown[:20]})"))
    return Cell(Held.TEXT, said)


def _concatenate(given: list[list[Cell]]) -> Cell:
    return Cell(Held.TEXT, "".join(joined(cell) for cells in given for cell in cells)[:32_767])


def _hyperlink(given: list[list[Cell]]) -> Cell:
    return _one(given, len(given) - 1 if len(given) in (1, 2) else 0)


FUNCTIONS: Mapping[str, Callable[[list[list[Cell]]], Cell]] = {
    "SUM": _over(math.fsum),
    "MIN": _over(min),
    "MAX": _over(max),
    "AVERAGE": _over(lambda numbers: math.fsum(numbers) / len(numbers)),
    "ROUND": _round,
    "INT": _whole,
    "MOD": _mod,
    "ABS": _absolute,
    "IF": _if,
    "TIME": _time,
    "TIMEVALUE": _timevalue,
    "TEXT": _text,
    "CONCATENATE": _concatenate,
    "CONCAT": _concatenate,
    "HYPERLINK": _hyperlink,
}
