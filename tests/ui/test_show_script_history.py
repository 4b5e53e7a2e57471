"""Random histories of typing: editor and show always agree, no beat is lost, undo leads back."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from pytestqt.qtbot import QtBot

from app.show.show import Segment
from ui.show.script.keep import marks
from ui.show.script.pane import ScriptPane
from ui.show.script.text import ScriptText
from ui.show.view import ShowView

SHOW = "0-evening"
PASTED = (
    "plain",
    "two\nlines",
    "价格 {live_price}。",
    "{cue:pin}",
    "{cue:cam} {cue:gone} }{",
    "𠮷😀",
)
KEYS = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
)


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


def select_some(editor: ScriptText, chance: random.Random) -> None:
    last = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(chance.randint(0, last))
    if chance.random() < 0.7:
        cursor.setPosition(chance.randint(0, last), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def act(qtbot: QtBot, pane: ScriptPane, chance: random.Random) -> str:
    editor = pane.text
    kind = chance.choice(["key", "key", "type", "select", "select", "ime", "paste", "cut", "tear"])
    if kind == "key":
        qtbot.keyClick(editor, chance.choice(KEYS))
    elif kind == "type":
        qtbot.keyClicks(editor, chance.choice(["ab", "x {", "}", "{stock}"]))
    elif kind == "select":
        select_some(editor, chance)
    elif kind == "ime":
        commit = QInputMethodEvent()
        commit.setCommitString(chance.choice(["今晚", "｛直播价｝", "。"]))
        QCoreApplication.sendEvent(editor, commit)
    elif kind == "paste":
        data = QMimeData()
        data.setText(chance.choice(PASTED))
        editor.insertFromMimeData(data)
    elif kind == "cut":
        editor.cut()
    elif kind == "tear":
        # What Qt does by itself when a selection is dragged away.
        editor.textCursor().removeSelectedText()
        editor.settle()
    return kind


@pytest.mark.parametrize("seed", range(12))
def test_a_random_history_agrees_with_the_show_and_undoes(
    qtbot: QtBot, home: Path, seed: int
) -> None:
    made = stage()
    session = made.opened(home)
    view = ShowView(session)
    pane = ScriptPane(view)
    qtbot.addWidget(pane)
    pane.resize(448, 700)
    pane.show()
    view.open(SHOW)
    view.set_current("hero")
    pane.text.setFocus()
    chance = random.Random(seed)

    def row() -> Segment:
        show = session.studio.shows.get(SHOW)
        assert show is not None
        found: Segment | None = show.segment("hero")
        assert found is not None
        return found

    start, history = session.studio.shows.get(SHOW), list[str]()
    for _ in range(60):
        history.append(act(qtbot, pane, chance))
        assert pane.text.order == tuple(b.id for b in made.BEATS), history
        if chance.random() < 0.3:
            assert pane.flush()
            assert pane.text.scripts() == {b.id: b.script for b in row().beats}, history
            known = {c.id for c in row().cues}
            assert [m for m in marks(pane.text.scripts()) if m not in known and m != "gone"] == []
        if chance.random() < 0.1:
            pane.flush()
            session.undo(f"show/{SHOW}")
            view.refresh()
            assert pane.text.scripts() == {b.id: b.script for b in row().beats}, history
    pane.flush()
    while session.undo(f"show/{SHOW}") is not None:
        view.refresh()
    assert session.studio.shows.get(SHOW) == start
    assert pane.text.scripts() == {b.id: b.script for b in made.BEATS}
    pane.close()
    session.close()
