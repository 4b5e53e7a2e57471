"""What is done to rows and parts: by key, by mouse, from the menu; undo of each gives the same document."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.show.show import Anchor


def beside(name: str) -> Any:
    """Return the module `name` beside this file."""
    file = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"greenroom_tests_{name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


RIG = beside("show_rig")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rig(qtbot: QtBot, home: Path) -> Iterator[Any]:
    made = RIG.Rig(qtbot, home, RIG.small())
    yield made
    made.close()


ACTS = {
    "add": lambda rig: rig.keeper.rows.add("quiz"),
    "add part": lambda rig: rig.keeper.rows.add_part(),
    "begin part": lambda rig: rig.keeper.rows.split_part(),
    "duplicate": lambda rig: rig.keeper.rows.copy(),
    "remove": lambda rig: rig.keeper.rows.remove(),
    "up": lambda rig: rig.keeper.rows.move_up(),
    "down": lambda rig: rig.keeper.rows.move_down(),
    "skip": lambda rig: rig.keeper.rows.skip(),
    "hard": lambda rig: rig.keeper.rows.anchor(Anchor.HARD),
    "back": lambda rig: rig.keeper.rows.anchor(Anchor.BACK),
    "colour": lambda rig: rig.keeper.rows.colour("status.warn"),
    "rounds": lambda rig: rig.keeper.rows.rounds("p", 3),
}


@pytest.mark.parametrize("act", list(ACTS))
def test_undo_of_an_act_gives_the_same_document(rig: Any, act: str) -> None:
    before = rig.document()
    rig.go("a1", "title")
    ACTS[act](rig)
    assert rig.document() != before
    assert rig.shows_what_is_stored()
    label = rig.label()
    assert label is not None
    assert label.say("zh") != label.say("en")
    rig.undo()
    assert rig.document() == before
    assert rig.shows_what_is_stored()


def test_alt_arrows_carry_rows_across_parts(rig: Any) -> None:
    rig.go("a2", "title")
    rig.key(Qt.Key.Key_Down, ALT)
    assert [[s.id for s in p.segments] for p in rig.show.parts] == [
        ["a0", "a1"],
        ["a2", "b0", "b1"],
    ]
    assert rig.table.selected_rows() == ("a2",)
    rig.key(Qt.Key.Key_Up, ALT)
    assert [[s.id for s in p.segments] for p in rig.show.parts] == [
        ["a0", "a1", "a2"],
        ["b0", "b1"],
    ]


def test_a_row_is_dragged_by_its_number(rig: Any) -> None:
    def middle(row: str) -> QPoint:
        box: QRect = rig.table.visualRect(rig.model.index(rig.model.place(row), 0))
        return box.center()

    port = rig.table.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=middle("a0"))
    target = middle("b0") + QPoint(0, 8)
    for at in (middle("a1"), target):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at.toPointF(),
            port.mapToGlobal(at).toPointF(),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)
    assert rig.ids() == ["a1", "a2", "b0", "a0", "b1"]


def test_a_click_on_the_number_drags_nothing(rig: Any) -> None:
    before = rig.document()
    at = rig.table.visualRect(rig.model.index(rig.model.place("a0"), 0)).center()
    QTest.mouseClick(rig.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert rig.document() == before


def test_the_menu_offers_kinds_and_works(qtbot: QtBot, rig: Any) -> None:
    rig.go("a1", "title")
    rig.keeper.menu.open(rig.table.mapToGlobal(QPoint(40, 40)), "title")
    menu = rig.keeper.menu._menu
    duplicate = next(a for a in menu.actions() if a.text().startswith("Duplicate rows"))
    duplicate.trigger()
    menu.close()
    assert rig.titles()[:3] == ["First 0", "First 1", "First 1"]


def test_a_part_folds_by_key_and_its_rows_come_back(rig: Any) -> None:
    rig.table.setCurrentIndex(rig.model.index(0, 0))
    rig.key(Qt.Key.Key_Left)
    assert rig.table.isRowHidden(1)
    rig.change_row("a0", title="Changed while folded")
    assert rig.table.isRowHidden(1)
    rig.key(Qt.Key.Key_Right)
    assert not rig.table.isRowHidden(1)


def test_find_steps_filters_and_replaces(rig: Any) -> None:
    before = rig.document()
    rig.key(Qt.Key.Key_F, CTRL)
    rig.keys("second")
    assert rig.view.current == "b0"
    rig.key(Qt.Key.Key_Return)
    assert rig.view.current == "b1"
    rig.page.find_bar.only.click()
    hidden = [rig.table.isRowHidden(r) for r in range(rig.model.rowCount())]
    assert hidden == [True, True, True, True, True, False, False]
    rig.page.find_bar.put.setText("Third")
    rig.page.find_bar._replace()
    assert rig.titles()[3:] == ["Third 0", "Third 1"]
    rig.page.find_bar.leave()
    assert not any(rig.table.isRowHidden(r) for r in range(rig.model.rowCount()))
    rig.undo()
    assert rig.document() == before


def test_the_checks_are_marked_when_the_hand_rests(qtbot: QtBot, rig: Any) -> None:
    with qtbot.waitSignal(rig.view.checked, timeout=5000):
        rig.change_row("a0", kind="unheard-of")
    assert rig.table.findings_in("a0") > 0


def test_an_edit_that_is_told_of_twice_is_shown_once(rig: Any) -> None:
    seen: list[object] = []
    rig.view.changed.connect(seen.append)
    rig.change_row("a0", title="Once")
    rig.page.studio_changed(frozenset({"show"}))
    assert len(seen) == 1


def test_a_row_added_while_ctrl_is_held_is_the_only_one_selected(rig: Any) -> None:
    rig.go("a1", "title")
    QTest.keyPress(rig.table, Qt.Key.Key_Control, CTRL)
    rig.table.go_to("b0")
    QTest.keyRelease(rig.table, Qt.Key.Key_Control)
    assert rig.table.selected_rows() == ("b0",)
