"""The one look: colour roles, type, density, and the single style sheet, all from one table.

Colours are data (`resources/themes/*.toml`); nothing outside them names a colour. Widgets that
paint ask `color`, `font` and `sizes` while painting and dress again on StyleChange, which every
widget receives after `apply`.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.core import paths
from app.core.words import language
from ui.tokens import (
    DENSITIES,
    ROLES,
    DensityChoice,
    Look,
    Sizes,
    Theme,
    ThemeChoice,
    choose,
    color,
    current,
    density,
    density_for,
    grown,
    load,
    now,
    sizes,
)

__all__ = [
    "DENSITIES", "ROLES", "TYPE", "DensityChoice", "Look", "Sizes", "Theme", "ThemeChoice", "apply",
    "baseline", "choose", "color", "current", "density", "density_for", "font", "grown",
    "line_height", "load", "palette", "pixels", "sheet", "sizes",
]  # fmt: skip

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
    "script": (15, 29, 26, False),
}
_HANZI = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
_LATIN = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_TNUM, _CALT = QFont.Tag("tnum"), QFont.Tag("calt")


def font(role: str, *, number: bool | None = None) -> QFont:
    """Return the font of a type role; `number` puts the Latin family first, as figures want.

    Roles are the keys of `TYPE`; the number roles and micro are Latin first by themselves.
    """
    latin = (role.startswith("number") or role == "micro") if number is None else number
    return QFont(_font(role, latin or language() == "en", pixels(role)))


def pixels(role: str) -> int:
    """Return the font size of `role` in logical pixels, density and text size included."""
    size = TYPE[role][0]
    if now.density == "roomy":
        size += 2 if role.startswith("number") else role in ("body", "small", "section")
    return round(size * now.percent / 100)


def line_height(role: str) -> int:
    """Return the line height of `role` in logical pixels."""
    size, zh, en, _ = TYPE[role]
    return round((zh if language() == "zh" else en) * pixels(role) / size)


def baseline(role: str, box: QRect) -> float:
    """Return the y of the baseline that centres `role` in `box`, the same with or without hanzi."""
    metrics = _hanzi_metrics(pixels(role), TYPE[role][3])
    return box.top() + (box.height() + metrics.ascent() - metrics.descent()) / 2


def apply(app: QApplication, look: Look, size: QSize) -> None:
    """Put `look` on the screen for a window of `size`: palette, font and sheet, each set once."""
    choose(look, size)
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(current()))
    app.setFont(font("body"))
    app.setStyleSheet(sheet())


def sheet() -> str:
    """Return the style sheet of the theme, density and text size on the screen."""
    values = dict(current().roles)
    # A light panel needs an edge on a light page; a dark one stands out by itself.
    values["panel.border"] = values["surface.panel" if current().dark else "line.subtle"]
    values |= {f"size.{k}": f"{grown(v)}px" for k, v in asdict(sizes()).items()}
    values |= {f"type.{k}": f"{pixels(k)}px" for k in TYPE}
    chevron = "dark-chevron.svg" if current().dark else "light-chevron.svg"
    for name, file in (("check", "check.svg"), ("chevron", chevron)):
        values[f"picture.{name}"] = paths.resources("themes", file).as_posix()
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
def _families(*, latin_first: bool) -> list[str]:
    # A family that is missing costs Qt a search through every alias, so only those here are named.
    here = set(QFontDatabase.families())
    order = [*_LATIN, *_HANZI] if latin_first else [*_HANZI, *_LATIN]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return [family for family in order if family in here] or [system]


@cache
def _font(role: str, latin_first: bool, size: int) -> QFont:
    made = QFont()
    made.setFamilies(_families(latin_first=latin_first))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if TYPE[role][3] else QFont.Weight.Normal)
    made.setFeature(_TNUM, 1)
    made.setFeature(_CALT, 0)
    # Full hinting makes light hanzi on a dark ground look semibold.
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


@cache
def _hanzi_metrics(size: int, semibold: bool) -> QFontMetricsF:
    made = QFont()
    made.setFamilies(_families(latin_first=False))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return QFontMetricsF(made)
