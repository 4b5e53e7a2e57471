"""The one look: colour roles, type, density, and the single style sheet, all from one table.

Colours are data (`resources/themes/*.toml`); nothing outside them names a colour. Widgets that
paint ask `color`, `font` and `sizes` while painting and dress again on StyleChange, which every
widget receives after `apply`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.core import paths, strict
from app.core.errors import Refused
from app.core.words import Text, language, text

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

# role → (pixels, line in Chinese, line in English, semibold)
TYPE: Mapping[str, tuple[int, int, int, bool]] = {
    "verdict": (34, 40, 40, True),
    "number.hero": (32, 40, 40, True),
    "number.large": (22, 28, 28, True),
    "number.row": (15, 20, 20, True),
    "title": (20, 28, 28, True),
    "lead": (14, 22, 20, True),
    "section": (13, 20, 18, True),
    "body": (13, 20, 18, False),
    "small": (12, 18, 16, False),
    "micro": (11, 14, 14, False),
}
_HANZI = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
_LATIN = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_TNUM, _CALT = QFont.Tag("tnum"), QFont.Tag("calt")


@dataclass(slots=True)
class _Now:
    """What is on the screen now; only `apply` changes it."""

    theme: Theme | None = None
    density: str = "normal"
    percent: int = 100


_now = _Now()


@cache
def load(theme_id: str) -> Theme:
    """Return the theme `resources/themes/<id>.toml`; raises Refused naming file and role."""
    file = paths.resources("themes", f"{theme_id}.toml")
    return _checked(theme_id, file, strict.load(file, _File))


def current() -> Theme:
    """Return the theme on the screen (dark before `apply`)."""
    return _now.theme or load("dark")


def color(role: str, opacity: float = 1.0) -> QColor:
    """Return the colour of `role`, such as "status.pass"; opacity 0 to 1."""
    chosen = QColor(current().roles[role])
    chosen.setAlphaF(opacity)
    return chosen


def sizes() -> Sizes:
    """Return heights and gaps of the density on the screen."""
    return DENSITIES[_now.density]


def density() -> str:
    """Return "compact", "normal" or "roomy"."""
    return _now.density


def font(role: str, *, number: bool | None = None) -> QFont:
    """Return the font of a type role; `number` puts the Latin family first, as figures want.

    Roles are the keys of `TYPE`; the number roles and micro are Latin first by themselves.
    """
    latin = (role.startswith("number") or role == "micro") if number is None else number
    return QFont(_font(role, latin or language() == "en", pixels(role)))


def pixels(role: str) -> int:
    """Return the font size of `role` in logical pixels, density and text size included."""
    size = TYPE[role][0]
    if _now.density == "roomy":
        size += 2 if role.startswith("number") else role in ("body", "small", "section")
    return round(size * _now.percent / 100)


def line_height(role: str) -> int:
    """Return the line height of `role` in logical pixels."""
    size, zh, en, _ = TYPE[role]
    return round((zh if language() == "zh" else en) * pixels(role) / size)


def baseline(role: str, box: QRect) -> float:
    """Return the y of the baseline that centres `role` in `box`, the same with or without hanzi."""
    metrics = _hanzi_metrics(pixels(role), TYPE[role][3])
    return box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2


def grown(height: int) -> int:
    """Return a height of `Sizes` made to hold the chosen text size."""
    return round(height * (1 + (_now.percent / 100 - 1) * 0.7))


def density_for(size: QSize, choice: DensityChoice = "auto") -> str:
    """Return the density for a window of `size` logical pixels."""
    if choice != "auto":
        return choice
    if size.width() < 1440 or size.height() < 850:
        return "compact"
    return "roomy" if size.width() >= 1920 and size.height() >= 1080 else "normal"


def apply(app: QApplication, look: Look, size: QSize) -> None:
    """Put `look` on the screen for a window of `size`: palette, font and sheet, each set once."""
    theme_id = look.theme
    if theme_id == "system":
        scheme = app.styleHints().colorScheme()
        theme_id = "light" if scheme == Qt.ColorScheme.Light else "dark"
    _now.theme = load(theme_id)
    _now.density = density_for(size, look.density)
    _now.percent = look.text_percent
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(_now.theme))
    app.setFont(font("body"))
    app.setStyleSheet(sheet())


def sheet() -> str:
    """Return the style sheet of the theme, density and text size on the screen."""
    values = dict(current().roles)
    # A light panel needs an edge on a light page; a dark one stands out by itself.
    values["panel.border"] = values["surface.panel" if current().dark else "line.subtle"]
    values |= {f"size.{k}": f"{grown(v)}px" for k, v in asdict(sizes()).items()}
    values |= {f"type.{k}": f"{pixels(k)}px" for k in TYPE}
    return _Sheet(_template()).substitute(values)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette filled from the roles of `theme`."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    filled = QPalette()
    pairs = {
        role.Window: "surface.window",
        role.WindowText: "text.primary",
        role.Base: "surface.field",
        role.AlternateBase: "surface.hover",
        role.Text: "text.primary",
        role.PlaceholderText: "text.tertiary",
        role.Button: "surface.raised",
        role.ButtonText: "text.primary",
        role.BrightText: "status.fail",
        role.Highlight: "accent.fill",
        role.HighlightedText: "accent.on_fill",
        role.Accent: "accent.fill",
        role.Link: "accent.text",
        role.LinkVisited: "accent.text",
        role.ToolTipBase: "surface.raised",
        role.ToolTipText: "text.primary",
        role.Light: "surface.raised",
        role.Midlight: "surface.hover",
        role.Mid: "line.subtle",
        role.Dark: "line.subtle",
        role.Shadow: "surface.rail",
    }
    for part, name in pairs.items():
        filled.setColor(part, QColor(theme.roles[name]))
    disabled = QColor(theme.roles["text.disabled"])
    for part in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link):
        filled.setColor(group.Disabled, part, disabled)
    filled.setColor(group.Disabled, role.Highlight, QColor(theme.roles["surface.hover"]))
    filled.setColor(group.Disabled, role.Accent, QColor(theme.roles["line.control"]))
    return filled


class _Sheet(string.Template):
    """`@surface.panel` stands for a role, `@size.button` for a height."""

    delimiter = "@"
    idpattern = r"[a-z]+\.[a-z0-9_.]*[a-z0-9]"


@cache
def _template() -> str:
    return paths.resources("themes", "house.qss").read_text(encoding="utf-8")


@cache
def _font(role: str, latin_first: bool, size: int) -> QFont:
    families = [*_LATIN, *_HANZI] if latin_first else [*_HANZI, *_LATIN]
    made = QFont(QApplication.font())
    made.setFamilies(families)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if TYPE[role][3] else QFont.Weight.Normal)
    made.setFeature(_TNUM, 1)
    made.setFeature(_CALT, 0)
    return made


@cache
def _hanzi_metrics(size: int, semibold: bool) -> QFontMetricsF:
    made = QFont()
    made.setFamilies([*_HANZI, *_LATIN])
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return QFontMetricsF(made)


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
