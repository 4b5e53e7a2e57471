"""The timing bar: what it says of the end, and a repair taken as one step."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.words import Text, text
from app.show.show import Show, Time
from ui.show.timing.bar import TimingBar
from ui.show.timing.repair_panel import RepairPanel
from ui.show.view import ShowView

ALT = Qt.KeyboardModifier.AltModifier
NINE_PM_MS = 21 * 3_600_000


def stage() -> Any:
    """Return the module beside this file that sets an evening up."""
    file = Path(__file__).with_name("show_stage.py")
    spec = importlib.util.spec_from_file_location("greenroom_tests_show_stage", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


STAGE = stage()


class Desk:
    """A bar over a real library."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.session = STAGE.opened(home)
        self.view = ShowView(self.session)
        self.bar = TimingBar(self.view)
        self.panel: QWidget | None = None
        self.said: list[str] = []
        self.view.done.connect(self.hear)
        self.bar.side.connect(self.take_panel)
        qtbot.addWidget(self.bar)
        self.bar.resize(1408, 48)
        with qtbot.waitExposed(self.bar):
            self.bar.show()
        self.view.open("0-evening")

    def hear(self, label: Text) -> None:
        self.said.append(label.say())

    def take_panel(self, _title: Text, panel: QWidget) -> None:
        self.panel = panel

    def settle(self, qtbot: QtBot) -> None:
        """Wait until the repairs belong to what is shown."""
        if self.bar._stale:
            with qtbot.waitSignal(self.bar.settled, timeout=10_000):
                pass

    def show(self) -> Show:
        found: Show | None = self.session.studio.shows.get("0-evening")
        assert found is not None
        return found

    def change(self, **values: Any) -> None:
        self.view.edit(text("Verify"), lambda show: replace(show, **values))


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    made = Desk(qtbot, home)
    yield made
    assert made.bar.close_down(5)
    if made.panel is not None:
        made.panel.deleteLater()
    made.bar.close()
    made.session.close()


def test_past_the_hard_out_is_said_with_sign_and_word(desk: Desk) -> None:
    assert desk.bar.figures.said() == "Planned end 22:06:40 Hard out 22:00:00 Over +6:40"


def test_a_repair_stands_in_one_line_with_its_end(qtbot: QtBot, desk: Desk) -> None:
    desk.settle(qtbot)
    assert desk.bar.advice.said().startswith("Repair → 22:00:00")
    assert desk.bar.take.isVisible()


def test_alt_enter_takes_the_repair_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    desk.settle(qtbot)
    before = desk.show()
    qtbot.keyClick(desk.bar, Qt.Key.Key_Return, ALT)
    assert desk.view.shown is not None
    assert desk.view.shown.times.over_ms <= 0
    assert desk.said == ["Repair the timing: ends 22:00:00"]
    desk.session.undo("show/0-evening")
    assert desk.show() == before


def test_the_panel_lists_each_row_before_and_after(qtbot: QtBot, desk: Desk) -> None:
    desk.settle(qtbot)
    qtbot.mouseClick(desk.bar.see, Qt.MouseButton.LeftButton)
    assert isinstance(desk.panel, RepairPanel)
    lines = {(d.number, d.before): d.after for d in desk.panel.list.lines()}
    assert lines[4, "14:00"] == "12:00"


def test_another_repair_can_be_chosen(qtbot: QtBot, desk: Desk) -> None:
    desk.settle(qtbot)
    desk.bar.open_panel()
    assert isinstance(desk.panel, RepairPanel)
    second = desk.bar.repairs[1]
    desk.panel.choose(1)
    qtbot.mouseClick(desk.panel.take, Qt.MouseButton.LeftButton)
    assert desk.view.shown is not None
    assert desk.view.shown.times.end_ms == second.end_ms


def test_a_repair_of_what_was_shown_before_is_never_taken(qtbot: QtBot, desk: Desk) -> None:
    desk.settle(qtbot)
    desk.change(title="changed")
    assert desk.bar.repairs == ()
    before = desk.show()
    desk.bar.accept()
    assert desk.show() == before


def test_nothing_over_is_said_calmly(qtbot: QtBot, desk: Desk) -> None:
    desk.change(hard_out=Time(22 * 3_600_000 + 7 * 60_000))
    desk.settle(qtbot)
    assert desk.bar.advice.said() == "Ends in time"
    assert not desk.bar.take.isVisible()


def test_over_a_target_is_a_warning_not_a_fail(desk: Desk) -> None:
    desk.change(hard_out=None, target_ms=2 * 3_600_000)
    assert desk.bar.figures._runs[-1].colour == "status.warn"


def test_without_a_hard_out_the_bar_offers_to_set_one(qtbot: QtBot, desk: Desk) -> None:
    desk.change(hard_out=None)
    qtbot.mouseClick(desk.bar.out.button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(desk.bar.out.field, "soon")
    qtbot.keyClick(desk.bar.out.field, Qt.Key.Key_Return)
    assert desk.show().hard_out is None
    desk.bar.out.field.setText("晚上9点")
    assert "21:00" in desk.bar.out.said.text()
    qtbot.keyClick(desk.bar.out.field, Qt.Key.Key_Return)
    assert desk.show().hard_out == Time(NINE_PM_MS)
    assert not desk.bar.out.isVisible()


def test_no_show_leaves_the_bar_empty(desk: Desk) -> None:
    desk.view.open("")
    assert desk.bar.figures.said() == ""
    assert not desk.bar.see.isVisible()
