"""The tokens of the look: colour roles and sizes, and which of them are on the screen now.

Apart from `ui.theme` so that the first picture of the window does not wait for fonts and palettes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from app.core import paths, strict
from app.core.errors import Refused
from app.core.words import Text, text

ThemeChoice = Literal["system", "dark", "light"]
DensityChoice = Literal["auto", "compact", "normal", "roomy"]
_HEX = re.compile(r"#[0-9A-F]{6}")

ROLES: Mapping[str, str] = {
    "surface": "window rail panel raised field hover selected preview scope track",
    "line": "subtle control",
    "text": "primary secondary tertiary disabled",
    "accent": "fill fill_hover on_fill text line soft",
    "status": "pass pass_soft warn warn_soft fail fail_soft fail_fill on_fill unknown live",
    "range": "pass warn",
    "meter": "low target hot over off peak",
    "chart": "1 2 3 4 5",
    "kind": "product product_soft interactive interactive_soft entertainment entertainment_soft "
    "news news_soft frame frame_soft",
    "overlay": "line ink",
}


@dataclass(frozen=True, slots=True)
class _File:
    """The shape of a theme file."""

    name: Text
    dark: bool
    surface: Mapping[str, str]
    line: Mapping[str, str]
    text: Mapping[str, str]
    accent: Mapping[str, str]
    status: Mapping[str, str]
    range: Mapping[str, str]
    meter: Mapping[str, str]
    chart: Mapping[str, str]
    kind: Mapping[str, str]
    overlay: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour role of one theme as #RRGGBB."""

    id: str
    name: Text
    dark: bool
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights and gaps of one density in logical pixels (visual language, section 3)."""

    header: int
    first_line: int
    status_bar: int
    panel_head: int
    table_head: int
    readings_row: int
    rundown_row: int
    list_row: int
    button: int
    rail_item: int
    rail: int
    chip: int
    segmented: int
    margin: int
    gap: int
    small_button: int = 28
    row_button: int = 24
    inset: int = 12


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose: theme, density, and text size in per cent."""

    theme: ThemeChoice = "system"
    density: DensityChoice = "auto"
    text_percent: int = 100


DENSITIES: Mapping[str, Sizes] = {
    "compact": Sizes(48, 40, 26, 36, 24, 28, 27, 48, 32, 52, 64, 20, 26, 12, 10),
    "normal": Sizes(56, 44, 28, 36, 24, 29, 27, 52, 32, 56, 72, 20, 26, 16, 12),
    "roomy": Sizes(64, 52, 32, 44, 28, 36, 34, 60, 36, 64, 84, 24, 30, 16, 12),
}


@dataclass(slots=True)
class Now:
    """What is on the screen now; only `apply` changes it."""

    theme: Theme | None = None
    density: str = "normal"
    percent: int = 100


now = Now()


@cache
def load(theme_id: str) -> Theme:
    """Return the theme `resources/themes/<id>.toml`; raises Refused naming file and role."""
    file = paths.resources("themes", f"{theme_id}.toml")
    return _checked(theme_id, file, strict.load(file, _File))


def current() -> Theme:
    """Return the theme on the screen (dark before `apply`)."""
    return now.theme or load("dark")


def color(role: str, opacity: float = 1.0) -> QColor:
    """Return the colour of `role`, such as "status.pass"; opacity 0 to 1."""
    chosen = QColor(current().roles[role])
    chosen.setAlphaF(opacity)
    return chosen


def sizes() -> Sizes:
    """Return heights and gaps of the density on the screen."""
    return DENSITIES[now.density]


def density() -> str:
    """Return "compact", "normal" or "roomy"."""
    return now.density


def grown(height: int) -> int:
    """Return a height of `Sizes` made to hold the chosen text size."""
    return round(height * (1 + (now.percent / 100 - 1) * 0.7))


def density_for(size: QSize, choice: DensityChoice = "auto") -> str:
    """Return the density for a window of `size` logical pixels."""
    if choice != "auto":
        return choice
    if size.width() < 1440 or size.height() < 850:
        return "compact"
    return "roomy" if size.width() >= 1920 and size.height() >= 1080 else "normal"


def choose(look: Look, size: QSize) -> None:
    """Let painting use `look` from now on for a window of `size`; widgets follow with `apply`."""
    theme_id = look.theme
    if theme_id == "system":
        theme_id = "dark" if _system_is_dark() else "light"
    now.theme = load(theme_id)
    now.percent = look.text_percent
    fit(look, size)


def fit(look: Look, size: QSize) -> None:
    """Let painting use the density that `look` wants for a window of `size`."""
    now.density = density_for(size, look.density)


def _system_is_dark() -> bool:
    if now.theme is None:
        # Before the first picture the palette is still the system's; asking for the scheme costs 25 ms.
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return QGuiApplication.styleHints().colorScheme() != QtCore.Qt.ColorScheme.Light


def _checked(theme_id: str, file: Path, raw: _File) -> Theme:
    roles: dict[str, str] = {}
    for group in (f.name for f in fields(_File) if f.name in ROLES):
        given: Mapping[str, str] = getattr(raw, group)
        wanted = set(ROLES[group].split())
        for name in wanted ^ set(given):
            problem = "missing" if name in wanted else "unknown role"
            raise _refused(file, f"{group}.{name}", problem)
        for name, value in given.items():
            if not _HEX.fullmatch(value):
                raise _refused(file, f"{group}.{name}", f"{value!r} is not #RRGGBB")
            roles[f"{group}.{name}"] = value
    return Theme(theme_id, raw.name, raw.dark, roles)


def _refused(file: Path, place: str, problem: str) -> Refused:
    return Refused(
        text("{file}, {place}: {problem}.", file=file.name, place=place, problem=problem),
        text("Correct the file; nothing was read from it."),
    )
