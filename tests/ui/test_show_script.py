"""The script pane: plain text in beats, tokens and cues inline, and nothing typed is ever lost."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.words import text
from app.show.show import Beat, CueKind, Segment
from ui.show.script import document as paper
from ui.show.script.pane import ScriptPane
from ui.show.view import ShowView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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
    """A pane over a real library."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.session = STAGE.opened(home)
        self.view = ShowView(self.session)
        self.pane = ScriptPane(self.view)
        qtbot.addWidget(self.pane)
        self.pane.resize(448, 760)
        with qtbot.waitExposed(self.pane):
            self.pane.show()
        self.view.open("0-evening")
        self.view.set_current("hero")
        self.text = self.pane.text
        self.text.setFocus()

    def row(self, segment: str = "hero") -> Segment:
        show = self.session.studio.shows.get("0-evening")
        assert show is not None
        found: Segment | None = show.segment(segment)
        assert found is not None
        return found

    def script(self, beat: str, segment: str = "hero") -> str:
        return next(b.script for b in self.row(segment).beats if b.id == beat)

    def label(self) -> str:
        label = self.session.undo_label("show/0-evening")
        return "" if label is None else label.say()

    def undo(self) -> None:
        self.session.undo("show/0-evening")
        self.view.refresh()


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    made = Desk(qtbot, home)
    yield made
    made.pane.close()
    made.session.close()


def type_into(qtbot: QtBot, desk: Desk, beat: str, words: str) -> None:
    desk.text.enter_beat(beat)
    for letter in words:
        if letter.isascii():
            qtbot.keyClicks(desk.text, letter)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(letter)
            QCoreApplication.sendEvent(desk.text, commit)


# What it shows


def test_the_pane_reads_back_exactly_what_the_row_holds(desk: Desk) -> None:
    assert desk.text.scripts() == {b.id: b.script for b in STAGE.BEATS}


def test_showing_a_row_types_nothing(desk: Desk) -> None:
    desk.view.set_current("pan")
    desk.view.set_current("hero")
    assert not desk.pane.typing.pending()
    assert desk.label() == "Verify" or not desk.label()


def test_a_token_shows_its_value_and_says_its_source(desk: Desk) -> None:
    chip = desk.text.chip("{live_price}")
    assert (chip.words, chip.tip, chip.missing) == ("¥129", "{live_price}", False)


def test_a_token_without_a_value_is_a_warning_with_its_reason(desk: Desk) -> None:
    chip = desk.text.chip("{coupon}")
    assert chip.missing
    assert "轻钛随手杯" in chip.tip


def test_a_changed_price_changes_the_words_on_the_screen(desk: Desk) -> None:
    desk.view.write_cell("hero", "live_price", "99")
    assert desk.text.chip("{live_price}").words == "¥99"


def test_cues_without_a_place_are_listed_above_the_words(desk: Desk) -> None:
    assert "+2:00" in desk.pane.cues.accessibleDescription()
    assert "价格对比图" in desk.pane.cues.accessibleDescription()


def test_an_empty_beat_asks_for_its_words(desk: Desk) -> None:
    assert desk.text.gutter.prompts["b4"]
    assert desk.text.gutter.labels["b5"] == "价格"


def test_the_figures_give_the_reading_as_a_range_at_the_hosts_rate(desk: Desk) -> None:
    planned, read, slack = desk.pane.head.figures.figures()
    assert planned.number == "14:00"
    assert "小满 228" in read.name
    assert "–" in read.number
    assert "–" in slack.number


# Typing


def test_typing_is_one_step_after_a_pause(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "abc")
    assert not desk.script("b1").endswith("abc")
    qtbot.waitUntil(lambda: desk.script("b1").endswith("abc"), timeout=3000)
    assert desk.label() == "Type in “主推：随手杯”"
    desk.undo()
    assert desk.text.scripts()["b1"] == STAGE.BEATS[0].script


def test_each_beat_is_a_step_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "one")
    type_into(qtbot, desk, "b2", "two")
    desk.pane.flush()
    desk.undo()
    assert desk.text.scripts()["b2"] == STAGE.BEATS[1].script
    assert desk.text.scripts()["b1"].endswith("one")


def test_an_input_method_commits_hanzi(desk: Desk) -> None:
    desk.text.enter_beat("b4")
    composing = QInputMethodEvent("jiance", [])
    QCoreApplication.sendEvent(desk.text, composing)
    assert desk.text.scripts()["b4"] == ""
    commit = QInputMethodEvent()
    commit.setCommitString("检测报告")
    QCoreApplication.sendEvent(desk.text, commit)
    desk.pane.flush()
    assert desk.script("b4") == "检测报告"


def test_composing_survives_a_change_of_the_show(desk: Desk) -> None:
    desk.text.enter_beat("b4")
    QCoreApplication.sendEvent(desk.text, QInputMethodEvent("jian", []))
    desk.view.write_cell("hero", "live_price", "99")
    assert desk.text.textCursor().block().layout().preeditAreaText() == "jian"
    QCoreApplication.sendEvent(desk.text, QInputMethodEvent())


def test_enter_adds_a_paragraph_to_the_same_beat(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b1")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.text, "next")
    desk.pane.flush()
    assert desk.script("b1") == STAGE.BEATS[0].script + "\nnext"


def test_ctrl_enter_goes_to_the_next_beat(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b1")
    qtbot.keyClick(desk.text, Qt.Key.Key_Return, CTRL)
    assert desk.text.beat() == "b2"


def test_backspace_never_runs_two_beats_together(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b2")
    start = desk.text.textCursor()
    start.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    desk.text.setTextCursor(start)
    qtbot.keyClick(desk.text, Qt.Key.Key_Backspace)
    assert desk.text.beat() == "b1"
    assert desk.text.scripts() == {b.id: b.script for b in STAGE.BEATS}


def test_typing_over_a_selection_of_several_beats_keeps_them_all(qtbot: QtBot, desk: Desk) -> None:
    spans = paper.spans(desk.text.document())
    cursor = desk.text.textCursor()
    cursor.setPosition(spans["b1"][0] + 2)
    cursor.setPosition(spans["b3"][0] + 2, QTextCursor.MoveMode.KeepAnchor)
    desk.text.setTextCursor(cursor)
    qtbot.keyClicks(desk.text, "X")
    desk.pane.flush()
    assert desk.script("b1") == STAGE.BEATS[0].script[:2] + "X"
    assert desk.script("b2") == ""
    assert desk.script("b3") == STAGE.BEATS[2].script[2:]
    desk.undo()
    assert desk.text.scripts() == {b.id: b.script for b in STAGE.BEATS}


def test_a_row_without_beats_takes_words_too(qtbot: QtBot, desk: Desk) -> None:
    desk.view.set_current("open")
    qtbot.keyClicks(desk.text, "hello")
    desk.pane.flush()
    assert [b.script for b in desk.row("open").beats] == ["hello"]
    qtbot.keyClicks(desk.text, " again")
    desk.pane.flush()
    assert [b.script for b in desk.row("open").beats] == ["hello again"]


def test_surrogates_and_foreign_scripts_come_back_whole(desk: Desk) -> None:
    desk.text.enter_beat("b4")
    desk.text.insert("😀👩‍🍳 עברית ไทย {live_price}𠮷")
    desk.pane.flush()
    assert desk.script("b4") == "😀👩‍🍳 עברית ไทย {live_price}𠮷"


# Nothing is lost


def test_turning_to_another_row_saves_first(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "kept")
    desk.view.set_current("pan")
    assert desk.script("b1").endswith("kept")


def test_the_key_of_undo_saves_first_and_is_left_to_the_window(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "kept")
    key = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    key.ignore()
    QApplication.sendEvent(desk.text, key)
    assert not key.isAccepted()
    assert desk.script("b1").endswith("kept")


def test_closing_saves_first(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "kept")
    desk.pane.hide()
    assert desk.script("b1").endswith("kept")


def test_opening_another_show_saves_into_the_one_that_is_left(qtbot: QtBot, desk: Desk) -> None:
    other = replace(STAGE.evening(), id="1-other", parts=())
    desk.view.edit_studio(text("Verify"), lambda s: replace(s, shows=s.shows.put(other)))
    type_into(qtbot, desk, "b1", "kept")
    desk.view.open("1-other")
    assert desk.script("b1").endswith("kept")
    assert desk.label() == "Type in “主推：随手杯”"


def test_a_change_from_elsewhere_leaves_what_is_being_typed(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b1", "mine")
    fresh = replace(STAGE.BEATS[1], script="theirs")
    desk.view.edit(
        text("Verify"),
        lambda show: show.with_segments(
            lambda s: replace(s, beats=tuple(fresh if b.id == "b2" else b for b in s.beats))
        ),
    )
    assert desk.text.scripts()["b1"].endswith("mine")
    assert desk.text.scripts()["b2"] == "theirs"
    desk.pane.flush()
    assert desk.script("b1").endswith("mine")
    assert desk.script("b2") == "theirs"


# Tokens


@pytest.mark.parametrize("typed", ["{live_price}", "{直播价}", "{ live_price }"])
def test_a_typed_mark_becomes_a_token(qtbot: QtBot, desk: Desk, typed: str) -> None:
    type_into(qtbot, desk, "b4", typed)
    assert list(paper.objects(desk.text.textCursor().block()))
    desk.pane.flush()
    assert desk.script("b4") == typed.replace(" ", "")


def test_full_width_braces_of_an_input_method_are_understood(desk: Desk) -> None:
    desk.text.enter_beat("b4")
    commit = QInputMethodEvent()
    commit.setCommitString("只要｛直播价｝")
    QCoreApplication.sendEvent(desk.text, commit)
    desk.pane.flush()
    assert desk.script("b4") == "只要{直播价}"


def test_a_brace_opens_the_tokens_with_their_values(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b4", "{")
    popup = desk.text._popup
    assert popup.isVisible()
    qtbot.keyClicks(desk.text, "stoc")
    assert popup.count() == 1
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    assert not popup.isVisible()
    desk.pane.flush()
    assert desk.script("b4") == "{stock}"


def test_escape_closes_the_list_and_keeps_the_brace(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b4", "{")
    qtbot.keyClick(desk.text, Qt.Key.Key_Escape)
    assert not desk.text._popup.isVisible()
    assert desk.text.scripts()["b4"] == "{"


def test_what_no_token_is_called_stays_words(qtbot: QtBot, desk: Desk) -> None:
    type_into(qtbot, desk, "b4", "{nonsense}{{brace}}")
    desk.pane.flush()
    assert desk.script("b4") == "{nonsense}{{brace}}"


def test_a_copy_is_plain_text_with_its_marks(desk: Desk) -> None:
    desk.text.selectAll()
    copied = desk.text.createMimeDataFromSelection().text()
    assert "{live_price}" in copied
    assert "{cue:pin}" in copied
    assert copied == "\n".join(b.script for b in STAGE.BEATS)


# Cues


def test_a_new_cue_comes_with_its_mark_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b4")
    qtbot.keyClick(desk.text, Qt.Key.Key_K, CTRL)
    form = desk.pane.cue_hand.form
    assert form.isVisible()
    form.kind.setCurrentIndex(form.kind.findData(CueKind.PIN))
    form.what.setText("讲解卡")
    qtbot.keyClick(form.what, Qt.Key.Key_Return)
    cue = desk.row().cues[-1]
    assert (cue.kind, cue.every_ms, cue.product) == (CueKind.PIN, 8_000, "cup")
    assert desk.script("b4") == "{cue:" + cue.id + "}"
    desk.undo()
    assert desk.row().cues == STAGE.CUES
    assert desk.script("b4") == ""


def test_a_refused_price_stays_in_the_form(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.cue_hand.ask()
    form = desk.pane.cue_hand.form
    form.kind.setCurrentIndex(form.kind.findData(CueKind.PRICE))
    form.price.setText("cheap")
    qtbot.keyClick(form.price, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.trouble.isVisible()
    assert form.price.text() == "cheap"
    qtbot.keyClick(form.price, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_flag_is_reached_and_opened_by_keyboard(qtbot: QtBot, desk: Desk) -> None:
    block = next(b for b in paper.blocks(desk.text.document()) if paper.beat_of(b) == "b6")
    at, source = next(iter(paper.objects(block)))
    cursor = desk.text.textCursor()
    cursor.setPosition(block.position() + at)
    desk.text.setTextCursor(cursor)
    qtbot.keyClick(desk.text, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(desk.text, Qt.Key.Key_Return)
    form = desk.pane.cue_hand.form
    assert source == "{cue:bag}"
    assert form.what.text() == "放 50 张券"
    form.what.setText("放 80 张券")
    qtbot.keyClick(form.what, Qt.Key.Key_Return)
    assert next(c.what for c in desk.row().cues if c.id == "bag") == "放 80 张券"
    assert desk.label() == "Change cue Lucky bag"


def test_a_click_chooses_a_flag_and_delete_takes_the_cue_with_it(qtbot: QtBot, desk: Desk) -> None:
    block = next(b for b in paper.blocks(desk.text.document()) if paper.beat_of(b) == "b6")
    at, _ = next(iter(paper.objects(block)))
    cursor = desk.text.textCursor()
    cursor.setPosition(block.position() + at)
    box = desk.text.cursorRect(cursor)
    where = box.center()
    where.setX(where.x() + 20)
    qtbot.mouseClick(desk.text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk.text.flag_here() == "{cue:bag}"
    qtbot.keyClick(desk.text, Qt.Key.Key_Delete)
    desk.pane.flush()
    assert "bag" not in {c.id for c in desk.row().cues}
    desk.undo()
    assert desk.row().cues == STAGE.CUES


def test_a_flag_that_is_cut_comes_back_when_it_is_pasted(qtbot: QtBot, desk: Desk) -> None:
    block = next(b for b in paper.blocks(desk.text.document()) if paper.beat_of(b) == "b6")
    at, _ = next(iter(paper.objects(block)))
    cursor = desk.text.textCursor()
    cursor.setPosition(block.position() + at)
    cursor.setPosition(block.position() + at + 1, QTextCursor.MoveMode.KeepAnchor)
    desk.text.setTextCursor(cursor)
    data = desk.text.createMimeDataFromSelection()
    qtbot.keyClick(desk.text, Qt.Key.Key_Backspace)
    desk.pane.flush()
    desk.text.enter_beat("b1")
    desk.text.insertFromMimeData(data)
    desk.pane.flush()
    assert desk.script("b1").endswith("{cue:bag}")
    assert {c.id for c in desk.row().cues} == {c.id for c in STAGE.CUES}


def test_a_copied_flag_is_a_cue_of_its_own_in_another_row(desk: Desk) -> None:
    data = QMimeData()
    data.setText("看这里 {cue:pin}")
    desk.view.set_current("pan")
    desk.text.insertFromMimeData(data)
    desk.pane.flush()
    (cue,) = desk.row("pan").cues
    assert cue.id != "pin"
    assert cue.what == "讲解卡"
    assert "pin" in {c.id for c in desk.row().cues}


def test_a_cue_without_a_place_gets_one_at_the_caret(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b4")
    desk.pane.cue_hand.change("late")
    qtbot.mouseClick(desk.pane.cue_hand.form.place, Qt.MouseButton.LeftButton)
    assert desk.script("b4") == "{cue:late}"
    assert next(c.at_ms for c in desk.row().cues if c.id == "late") is None
    assert not desk.pane.cues.isVisible()


def test_a_listed_cue_is_removed_by_key(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.cues.setFocus()
    qtbot.keyClick(desk.pane.cues, Qt.Key.Key_Delete)
    assert "late" not in {c.id for c in desk.row().cues}


# Beats


def test_the_bar_jumps_to_a_beat(qtbot: QtBot, desk: Desk) -> None:
    bar = desk.pane.head.bar
    box = bar.boxes()[5]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert desk.text.beat() == "b6"


def test_dragging_a_boundary_stretches_two_beats_in_one_step(qtbot: QtBot, desk: Desk) -> None:
    bar = desk.pane.head.bar
    box = bar.boxes()[2]
    edge = box.center().toPoint()
    edge.setX(round(box.right()) + 1)
    further = edge.__class__(edge.x() + 20, edge.y())
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(bar, further)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=further)
    typed = [b.duration_ms for b in desk.row().beats]
    assert [i for i, ms in enumerate(typed) if ms is not None] == [2, 3]
    assert desk.label() == "Stretch beat"


def test_a_template_keeps_the_words_that_are_there(desk: Desk) -> None:
    desk.pane.beat_hand.apply("six_stages")
    kinds = [b.kind for b in desk.row().beats]
    assert kinds[:6] == ["gather", "retain", "lock_in", "persuade", "urge", "close"]
    assert {b.script for b in desk.row().beats if b.script} == {
        b.script for b in STAGE.BEATS if b.script
    }
    desk.undo()
    assert desk.row().beats == STAGE.BEATS


def test_a_new_beat_stands_behind_the_caret(qtbot: QtBot, desk: Desk) -> None:
    desk.text.enter_beat("b2")
    desk.pane.beat_hand.add("story")
    assert [b.kind for b in desk.row().beats][2] == "story"
    qtbot.keyClicks(desk.text, "once")
    desk.pane.flush()
    assert desk.row().beats[2].script == "once"


def test_a_removed_beat_takes_its_cues_along(desk: Desk) -> None:
    desk.pane.beat_hand.remove("b5")
    assert {c.id for c in desk.row().cues} == {"cam", "bag", "late"}
    desk.undo()
    assert desk.text.scripts() == {b.id: b.script for b in STAGE.BEATS}


def test_a_beat_takes_a_typed_length_or_says_why_not(qtbot: QtBot, desk: Desk) -> None:
    desk.pane.beat_hand.change("b1")
    form = desk.pane.beat_hand.form
    form.length.setText("soon")
    qtbot.keyClick(form.length, Qt.Key.Key_Return)
    assert form.isVisible()
    form.length.setText("1分30秒")
    qtbot.keyClick(form.length, Qt.Key.Key_Return)
    assert desk.row().beats[0].duration_ms == 90_000


def test_the_product_line_opens_the_product(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.pane.product_asked) as asked:
        qtbot.mouseClick(desk.pane.foot, Qt.MouseButton.LeftButton)
    assert asked.args == ["cup"]


def test_beats_moved_elsewhere_are_shown_in_their_new_order(desk: Desk) -> None:
    desk.pane.beat_hand.move("b1", 1)
    assert list(desk.text.scripts())[:2] == ["b2", "b1"]
    assert isinstance(desk.row().beats[0], Beat)
