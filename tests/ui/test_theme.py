"""The look: contrasts as WCAG counts them, one table for all, strict files, densities, type."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from app.core import paths
from app.core.errors import Refused
from ui import theme, tokens
from ui.words import speak

BOTH = ["dark", "light"]
GROUNDS = ["window", "panel", "raised", "hover", "selected", "rail", "field"]


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    "role",
    ["text.primary", "text.secondary", "text.tertiary", "accent.text",
     "status.pass", "status.warn", "status.fail", "status.unknown"],
)  # fmt: skip
def test_text_reads_on_every_ground(name: str, role: str) -> None:
    roles = theme.load(name).roles
    grounds = [roles[f"surface.{g}"] for g in GROUNDS]
    soft = roles.get(f"{role}_soft")
    worst = min(contrast(roles[role], g) for g in [*grounds, *([soft] if soft else [])])
    assert worst >= 4.5


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [("accent.on_fill", "accent.fill"), ("accent.on_fill", "accent.fill_hover"),
     ("status.on_fill", "status.fail_fill"), ("status.on_fill", "status.live"),
     ("text.primary", "accent.soft"), ("text.secondary", "accent.soft"),
     ("accent.text", "accent.soft"), ("text.primary", "status.warn_soft"),
     ("text.secondary", "status.warn_soft"), ("status.warn", "status.warn_soft"),
     ("text.primary", "kind.product_soft"), ("text.primary", "kind.interactive_soft"),
     ("text.primary", "kind.entertainment_soft"), ("text.primary", "kind.news_soft"),
     ("text.primary", "kind.frame_soft"), ("text.secondary", "kind.frame_soft")],
)  # fmt: skip
def test_words_read_on_their_fill(name: str, ink: str, ground: str) -> None:
    roles = theme.load(name).roles
    assert contrast(roles[ink], roles[ground]) >= 4.5


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    "role",
    ["line.control", "accent.line", "range.pass", "range.warn", "meter.low", "meter.target",
     "meter.hot", "meter.over", "meter.peak", "chart.1", "chart.2", "chart.3", "chart.4", "chart.5",
     "kind.product", "kind.interactive", "kind.entertainment", "kind.news", "kind.frame"],
)  # fmt: skip
def test_graphics_stand_out_from_the_panel(name: str, role: str) -> None:
    roles = theme.load(name).roles
    assert contrast(roles[role], roles["surface.panel"]) >= 3.0


def test_both_themes_have_the_same_roles() -> None:
    assert set(theme.load("dark").roles) == set(theme.load("light").roles)


@pytest.mark.parametrize(
    ("edit", "place"),
    [(('window = "', 'windows = "'), "surface.window"),
     (('window = "#141516"', 'window = "black"'), "surface.window"),
     (("[line]", "[lines]"), "lines")],
)  # fmt: skip
def test_a_wrong_theme_file_is_refused_by_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: tuple[str, str], place: str
) -> None:
    right = paths.resources("themes", "dark.toml").read_text("utf-8")
    folder = tmp_path / "themes"
    folder.mkdir()
    (folder / "wrong.toml").write_text(right.replace(*edit), "utf-8")
    monkeypatch.setattr(tokens.paths, "resources", tmp_path.joinpath)
    with pytest.raises(Refused, match=r"wrong\.toml") as refused:
        theme.load("wrong")
    assert place in str(refused.value)


def test_the_sheet_has_no_hole_in_either_theme(qapp: QApplication) -> None:
    for name in ("dark", "light"):
        theme.apply(qapp, theme.Look(name), QSize(1440, 900))  # type: ignore[arg-type]
        assert "@" not in theme.sheet()
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("surface.window")


@pytest.mark.parametrize(
    ("size", "density"),
    [(QSize(1366, 768), "compact"), (QSize(1440, 849), "compact"), (QSize(1440, 850), "normal"),
     (QSize(1919, 1080), "normal"), (QSize(1920, 1080), "roomy"), (QSize(2560, 1440), "roomy")],
)  # fmt: skip
def test_density_follows_the_window(size: QSize, density: str) -> None:
    assert theme.density_for(size) == density
    assert theme.density_for(size, "compact") == "compact"


def test_nothing_shrinks_as_density_grows() -> None:
    compact, normal, roomy = (asdict(theme.DENSITIES[d]) for d in ("compact", "normal", "roomy"))
    assert all(compact[k] <= normal[k] <= roomy[k] for k in compact)


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(2560, 1440)])
def test_text_grows_by_the_chosen_share(qapp: QApplication, percent: int, size: QSize) -> None:
    theme.apply(qapp, theme.Look("dark"), size)
    usual = theme.pixels("body")
    theme.apply(qapp, theme.Look("dark", text_percent=percent), size)  # type: ignore[arg-type]
    assert theme.pixels("body") == round(usual * percent / 100)
    assert theme.grown(theme.sizes().button) >= QFontMetrics(theme.font("body")).height()


@pytest.mark.parametrize("role", [r for r in theme.TYPE if r != "micro"])
def test_no_role_for_hanzi_is_under_twelve_pixels(role: str) -> None:
    assert theme.pixels(role) >= 12


def test_digits_are_all_as_wide_in_the_number_font() -> None:
    metrics = QFontMetrics(theme.font("number.row"))
    assert len({metrics.horizontalAdvance(d) for d in "0123456789"}) == 1


def test_the_baseline_does_not_move_with_the_language() -> None:
    box = QRect(0, 10, 100, 28)
    english = theme.baseline("body", box)
    speak("zh")
    assert theme.baseline("body", box) == english
