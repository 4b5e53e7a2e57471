"""The house kit: each widget says its name, works by keyboard, and keeps its size rules."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Refused
from app.core.words import text
from ui import theme
from ui.bridge import Later, Wake
from ui.widgets.banner import BannerStack
from ui.widgets.button import Button
from ui.widgets.chip import STATUS_WORDS, StatusChip, chip_width
from ui.widgets.context_button import Choice, ContextButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.first_line import FirstLine
from ui.widgets.icon import MARKS, exists, pixmap
from ui.widgets.progress import ProgressWithCancel
from ui.widgets.segmented import Segmented
from ui.widgets.side_panel import SidePanel
from ui.widgets.toast import Toast
from ui.words import say, speak, unsay

CHOICES = [("a", text("Compact")), ("b", text("Normal")), ("c", text("Roomy"))]


def test_every_icon_named_in_the_window_is_in_the_font() -> None:
    import re
    from pathlib import Path

    root = Path(__file__).resolve().parents[2] / "ui"
    named = {m for f in root.rglob("*.py") for m in re.findall(r"\"(ph\.[a-z-]+)\"", f.read_text())}
    named |= set(MARKS.values())
    assert len(named) > 10
    assert not [name for name in named if not exists(name)]


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    drawn = pixmap("ph.gear-six", "status.fail", 32, 1.0).toImage()
    solid = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32)
             if drawn.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert solid == {theme.color("status.fail").name()}


@pytest.mark.parametrize("status", list(STATUS_WORDS))
def test_a_chip_says_its_status_in_both_languages(qtbot: QtBot, status: str) -> None:
    chip = StatusChip(status)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == STATUS_WORDS[status].say("en")
    speak("zh")
    QApplication.sendEvent(chip, QEvent(QEvent.Type.LanguageChange))
    assert chip.accessibleName() == STATUS_WORDS[status].say("zh")


def test_chips_differ_in_form_and_not_only_in_colour(qtbot: QtBot) -> None:
    shapes = set()
    for status in STATUS_WORDS:
        chip = StatusChip(status)
        qtbot.addWidget(chip)
        chip.resize(chip_width(), 20)
        drawn = QPixmap(chip.size())
        drawn.fill(QColor(theme.color("surface.panel")))
        chip.render(drawn)
        grey = drawn.toImage()
        ground = grey.pixelColor(1, 10).lightness()
        shapes.add(bytes(abs(grey.pixelColor(x, y).lightness() - ground) > 40
                         for y in range(20) for x in range(chip.width())))  # fmt: skip
    assert len(shapes) == len(STATUS_WORDS)


def test_a_button_without_a_word_is_named_by_its_tooltip(qtbot: QtBot) -> None:
    button = Button("plain", icon="ph.x")
    qtbot.addWidget(button)
    say(button.setToolTip, "Close")
    assert button.accessibleName() == "Close"
    speak("zh")
    assert button.accessibleName() == button.toolTip() == "关闭"


def test_a_button_is_wide_enough_for_word_icon_and_key(qtbot: QtBot) -> None:
    button = Button("primary", icon="ph.play", key="F5")
    qtbot.addWidget(button)
    button.setText("Download")
    bare = Button("primary")
    qtbot.addWidget(bare)
    bare.setText("Download")
    assert button.sizeHint().width() >= bare.sizeHint().width() + 16 + 18
    assert button.sizeHint().height() == theme.sizes().button


def test_arrow_keys_move_between_segments(qtbot: QtBot) -> None:
    control = Segmented(CHOICES)
    qtbot.addWidget(control)
    with qtbot.waitActive(control):
        control.show()
        control.activateWindow()
    control._segments["a"].setFocus()
    with qtbot.waitSignal(control.chosen) as heard:
        qtbot.keyClick(control._segments["a"], Qt.Key.Key_Right)
    assert heard.args == ["b"]
    assert control.choice() == "b"


def test_choosing_by_program_is_not_a_person_choosing(qtbot: QtBot) -> None:
    control = Segmented(CHOICES)
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("c")
    assert control.choice() == "c"


def test_the_reason_of_the_first_line_gives_way_before_its_lead(qtbot: QtBot) -> None:
    line = FirstLine()
    qtbot.addWidget(line)
    line.show_first(text("Download"), text("Everything stays on this machine. MIT licence."),
                    text("Back up now"))  # fmt: skip
    line.resize(420, line.height())
    line.show()
    lead = line.lead
    assert lead.width() >= lead.sizeHint().width()
    assert line.reason.width() < line.reason.sizeHint().width()
    with qtbot.waitSignal(line.acted):
        qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)


def test_a_calm_first_line_has_no_button(qtbot: QtBot) -> None:
    line = FirstLine()
    qtbot.addWidget(line)
    line.show()
    line.show_calm(text("Every choice is kept at once"))
    assert not line.button.isVisible()
    assert not line.label.isVisible()


def test_banners_show_two_at_a_time_and_leave_when_cured(qtbot: QtBot) -> None:
    stack = BannerStack()
    qtbot.addWidget(stack)
    for key in ("one", "two", "three"):
        stack.trouble(key, text("Download"), text("Close"))
    stack.show()
    shown = [b for b in stack._banners.values() if b.isVisible()]
    assert len(shown) == 2
    stack.cured("one")
    assert [b.key for b in stack._banners.values() if b.isVisible()] == ["two", "three"]
    stack.cured("two")
    stack.cured("three")
    assert not stack.isVisible()


def test_a_banner_put_aside_stays_away_until_cured(qtbot: QtBot) -> None:
    stack = BannerStack()
    qtbot.addWidget(stack)
    stack.trouble("camera", text("Download"))
    stack._put_aside("camera")
    stack.trouble("camera", text("Download"))
    assert stack.keys() == ()
    stack.cured("camera")
    stack.trouble("camera", text("Download"))
    assert stack.keys() == ("camera",)


def test_a_banner_never_takes_the_focus(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, stack, column = QPushButton(), BannerStack(), QVBoxLayout(page)
    column.addWidget(stack)
    column.addWidget(field)
    page.show()
    page.activateWindow()
    field.setFocus()
    stack.trouble("camera", text("Download"), text("Close"), text("Back up now"))
    assert QApplication.focusWidget() in (field, None)


def test_a_toast_offers_undo_and_leaves_by_itself(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 600)
    qtbot.addWidget(host)
    other = QPushButton(host)
    toast = Toast(host)
    toast._timer.setInterval(50)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    other.setFocus()
    toast.show_done(text("Undo"))
    assert toast.isVisible()
    assert toast.geometry().bottom() < host.height()
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)
    toast.show_done(text("Undo"))
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_the_side_panel_closes_with_escape(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    panel = SidePanel(host)
    panel.open_with(text("Keys"), QLabel("body"))
    host.show()
    panel._close.setFocus()
    host.activateWindow()
    with qtbot.waitSignal(panel.closed):
        panel.close_panel()
    assert not panel.isVisible()


def test_a_context_button_names_what_is_chosen(qtbot: QtBot) -> None:
    button = ContextButton("ph.video-camera")
    qtbot.addWidget(button)
    say(button.set_kind_of, "Theme")
    choices = [Choice("a", text("Compact"), "1080p"), Choice("b", text("Normal"))]
    button.set_choices(choices, "a")
    assert button.accessibleName() == "Theme Compact 1080p"
    button.show()
    button.click()
    assert button._menu is not None
    with qtbot.waitSignal(button.picked) as heard:
        button._menu.actions()[1].trigger()
    button._menu.close()
    assert heard.args == ["b"]


def test_progress_says_how_far_what_and_how_long(qtbot: QtBot) -> None:
    progress = ProgressWithCancel()
    qtbot.addWidget(progress)
    progress.show_progress(0.42, text("Downloading the model"), 8.0)
    assert progress._percent.text() == "42 %"
    assert progress.accessibleName() == "Downloading the model, about 8 s to go"
    with qtbot.waitSignal(progress.cancelled):
        progress._cancel.click()


def test_an_empty_state_offers_one_step(qtbot: QtBot) -> None:
    state = EmptyState("ph.chats", text("Library"), text("Keys"), text("Open folder"))
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.acted):
        state.button.click()


def test_a_sentence_is_forgotten_with_its_widget(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label.setText, "Close")
    unsay(label.setText)
    label.setText("camera 1")
    speak("zh")
    assert label.text() == "camera 1"


def test_a_thousand_wakes_in_one_turn_are_one(qtbot: QtBot) -> None:
    wake = Wake()
    count = []

    def heard() -> None:
        count.append(1)

    wake.woke.connect(heard)
    thread = threading.Thread(target=lambda: [wake() for _ in range(1000)])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(count))
    qtbot.wait(20)
    assert len(count) == 1


def test_work_done_later_comes_back_on_this_thread(qtbot: QtBot) -> None:
    later, got = Later(), []
    later.run(
        lambda _: threading.current_thread(), lambda t: got.extend([t, threading.current_thread()])
    )
    qtbot.waitUntil(lambda: len(got) == 2)
    assert got[0] is not got[1]
    assert got[1] is threading.main_thread()
    assert not later.busy()


def test_refused_work_is_said_and_cancelled_work_is_silent(qtbot: QtBot) -> None:
    later, heard = Later(), []

    def refuse(_: object) -> None:
        raise Refused(text("Close"))

    later.run(refuse, heard.append, failed=lambda trouble: heard.append(trouble.what.en))
    qtbot.waitUntil(lambda: heard == ["Close"])
    gate = threading.Event()

    def wait(progress: object) -> None:
        gate.wait(5)
        progress.tell(0.5)  # type: ignore[attr-defined]

    job = later.run(wait, heard.append, failed=heard.append)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not later.busy())
    assert heard == ["Close"]
    assert later.close()
