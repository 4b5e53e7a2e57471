"""A cell in words, as its workbook shows it, and times in words for what a doubtful one was taken for."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from app.core.words import Text, text
from app.exchange.sheet.columns import folded, shipped
from app.exchange.sheet.grid import DAY_S, Cell, Form, Held

DAY_MS = DAY_S * 1000
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 a workbook's dates know no zone
_LAST_DATE = 2_958_465
_ROUNDING_MS = 30


def shown(cell: Cell | None) -> str:
    """Return the words of a cell: "3", "50%", "19:05", "2026-11-11"."""
    if cell is None:
        return ""
    if cell.held is not Held.NUMBER:
        return cell.text.strip()
    value = cell.number
    match cell.form:
        case Form.PERCENT:
            return f"{value * 100:.10g}%"
        case Form.TIME if 0 <= value < _LAST_DATE:
            return clock(round(value * DAY_MS) % DAY_MS)
        case Form.LENGTH if 0 <= value < _LAST_DATE:
            return length(round(value * DAY_MS))
        case Form.DATE | Form.MOMENT if 0 <= value < _LAST_DATE:
            at = _EPOCH + timedelta(seconds=round(value * DAY_S))
            if cell.form is Form.DATE or (value >= 1 and value == int(value)):
                return at.date().isoformat()
            return (
                clock((at.hour * 60 + at.minute) * 60_000) if value < 1 else f"{at:%Y-%m-%d %H:%M}"
            )
        case _:
            return f"{value:.12g}"


@lru_cache(maxsize=16_384)
def says_nothing(said: str) -> bool:
    """Whether a cell's words stand for "nothing here": "-", "待定", "N/A"."""
    stripped = said.strip()
    return not stripped or stripped.lower() in _nothing() or folded(stripped) == ""


def _nothing() -> tuple[str, ...]:
    return shipped().nothing


def clock(ms: int) -> str:
    """Return a time of day: "19:05", "19:05:30"."""
    seconds = ms // 1000
    said = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return said if seconds % 60 == 0 else f"{said}:{seconds % 60:02}"


def length(ms: int) -> str:
    """Return a length of time: "0:05:00"."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def day_ms(days: float) -> int:
    """Return days as ms; what misses a whole second by rounding alone is one."""
    ms = round(days * DAY_MS)
    second = round(ms / 1000) * 1000
    return second if abs(ms - second) <= _ROUNDING_MS else ms


def as_clock(ms: int) -> Text:
    """Return what a doubtful cell was taken for: a time of day."""
    return text("the time {clock}", clock=clock(ms))


def as_elapsed(ms: int) -> Text:
    """Return what a doubtful cell was taken for: a moment of the show."""
    return text("{length} after the beginning", length=length(ms))


def as_length(ms: int) -> Text:
    """Return what a doubtful cell was taken for: a length."""
    return text("a length of {length}", length=length(ms))


def short(said: str) -> str:
    """Return a cell's words as a doubt quotes them."""
    return said if len(said) <= 120 else said[:117] + "…"
