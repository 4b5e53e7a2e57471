"""The window: one rail, one page at a time, every word in one language, every control by keyboard."""

from __future__ import annotations

import functools
import importlib.util
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core import words
from app.core.changes import Change, Touched
from app.core.errors import Environment
from app.core.settings import Settings, load_settings
from app.core.words import text
from ui import theme
from ui.actions import keys_of
from ui.shell.pages import ENTRIES, Entry
from ui.shell.rubbish import Rubbish
from ui.widgets.desk import Choices
from ui.words import speak

HERE = Path(__file__).parent


def load_beside(name: str) -> Any:
    """Return the module `name` beside this file, under a name of its own."""
    spec = importlib.util.spec_from_file_location(f"greenroom_tests_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


STAND_IN = load_beside("stand_in")
ROOM = Entry("room", "ph.user-focus", text("Room"), "greenroom_tests_stand_in")
PAGES = (ROOM, next(entry for entry in ENTRIES if entry.key == "settings"))


@pytest.fixture
def shell(qtbot: QtBot, home: Path, make_shell: Callable[..., Any]) -> Iterator[Any]:
    opened = make_shell(home, Settings(language="en", theme="dark"), PAGES)
    opened.open(qtbot)
    yield opened
    opened.window.close()


def test_the_rail_has_no_dead_entry(qtbot: QtBot, shell: Any) -> None:
    conduct = shell.window.conduct
    for key, item in conduct.frame.rail.items().items():
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
        assert conduct.frame.stage.pages[key].isVisible()
        assert item.isChecked()
        assert shell.choices.now.page == key


def test_pages_that_are_hidden_are_told_so(qtbot: QtBot, shell: Any) -> None:
    page = shell.window.conduct.page()
    qtbot.keyClick(shell.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.calls == ["entered", "left", "entered"]
    assert shell.window.conduct.page() is page


def test_the_header_shows_the_pages_own_controls(shell: Any) -> None:
    conduct = shell.window.conduct
    page = conduct.page()
    assert page.place.isVisible()
    assert page.start.isVisible()
    conduct.go("settings")
    assert not page.place.isVisible()


def test_every_word_changes_with_the_language(
    qtbot: QtBot, shell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Walk all words in a language that marks each of its sentences; whatever is unmarked is said."""
    conduct = shell.window.conduct
    conduct.list_keys()
    conduct.go("settings")
    conduct.show_trouble(Environment(text("Verify"), text("Keys")))
    conduct.list_keys()
    marked = {source: f"⟦{source}⟧" for source in words.catalogue()}
    monkeypatch.setattr(words, "catalogue", lambda: marked)
    speak("zh")
    QApplication.sendPostedEvents()
    unmarked = [
        f"{type(owner).__name__}: {said}"
        for owner, said in spoken(shell.window)
        if "⟦" not in said
        and said not in NOT_WORDS
        and not said.startswith("/")
        # A sentence of a data file carries its own Chinese.
        and not any("\u4e00" <= letter <= "\u9fff" for letter in said)
    ]
    assert not unmarked
    speak("en")
    QApplication.sendPostedEvents()
    assert not [said for _, said in spoken(shell.window) if "⟦" in said]


NOT_WORDS = {"简体中文", "English", "—", "100 %", "110 %", "125 %", "150 %", "1", "2"}


def spoken(top: QWidget) -> Iterator[tuple[QObject, str]]:
    """Yield every word a person can see, hear or hover, with what says it (key names left out)."""
    for widget in (top, *top.findChildren(QWidget)):
        name = type(widget).__name__
        if name in ("KeyCap", "FocusRing") or isinstance(widget, (QLineEdit, QMenu, QMenuBar)):
            continue
        said = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            said.append(widget.text())
        for sentence in said:
            if any(letter.isalpha() for letter in sentence):
                yield widget, sentence
        for action in widget.actions():
            if any(letter.isalpha() for letter in action.text()):
                yield action, action.text()


def test_choosing_a_language_switches_title_and_pages(qtbot: QtBot, shell: Any) -> None:
    assert shell.window.windowTitle() == "Greenroom"
    shell.choices.change(language="zh")
    assert shell.window.windowTitle() == "开播前"
    assert shell.window.conduct.page().plain.text() == "关闭"
    shell.dress.switch_language()
    assert shell.window.windowTitle() == "Greenroom"


def test_tab_reaches_every_enabled_control(qtbot: QtBot, shell: Any) -> None:
    window = shell.window
    for key in ("room", "settings"):
        window.conduct.go(key)
        qtbot.wait(20)
        wanted = {w for w in window.findChildren(QWidget) if takes_tab(w)}
        reached = set()
        for _ in range(3 * len(wanted) + 10):
            window.focusNextPrevChild(True)
            reached.add(QApplication.focusWidget())
        # Of an exclusive group Tab stops at the one chosen; arrows go to the others.
        missed = {
            w for w in wanted - reached
            if not (isinstance(w, QAbstractButton) and w.group() and not w.isChecked())
        }  # fmt: skip
        assert not missed, [f"{type(w).__name__} {w.accessibleName()}" for w in missed]


def takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.window() is not widget


def test_everything_that_takes_focus_has_a_name(shell: Any) -> None:
    window = shell.window
    for key in ("room", "settings"):
        window.conduct.go(key)
        nameless = [
            f"{type(w).__module__}.{type(w).__name__}"
            for w in window.findChildren(QWidget)
            if takes_tab(w)
            and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
        ]
        assert not nameless


def test_the_focus_ring_appears_with_a_key_and_leaves_with_a_click(
    qtbot: QtBot, shell: Any
) -> None:
    window, page = shell.window, shell.window.conduct.page()
    window.activateWindow()
    qtbot.waitActive(window).__exit__(None, None, None)
    ring = window.conduct.ring
    page.plain.setFocus()
    assert not ring.isVisible()
    qtbot.keyClick(page.plain, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert ring.isVisible()
    focused = QApplication.focusWidget()
    inside = focused.mapTo(window, focused.rect().center())
    assert ring.geometry().contains(ring.parentWidget().mapFrom(window, inside))
    qtbot.mouseClick(focused, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_f6_goes_from_part_to_part(qtbot: QtBot, shell: Any) -> None:
    window, page = shell.window, shell.window.conduct.page()
    page.first_line.button.setFocus()
    visited = []
    for _ in range(4):
        window.conduct.next_part()
        visited.append(QApplication.focusWidget())
    assert visited[0] is page.field
    assert visited[1] is page.place
    assert visited[2] is window.conduct.frame.rail.mark
    assert visited[3] is page.first_line.button


def test_enter_does_the_first_line_when_nothing_else_wants_it(qtbot: QtBot, shell: Any) -> None:
    page = shell.window.conduct.page()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    qtbot.keyClick(shell.window, Qt.Key.Key_Return)
    assert "first" in page.calls


def test_no_key_does_two_things(shell: Any) -> None:
    keys: list[str] = []
    for widget in (shell.window, *shell.window.findChildren(QWidget)):
        for action in {a for a in widget.actions() if isinstance(a, QAction)}:
            if action.parent() is widget:
                keys += [k.toString() for k in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+1", "Ctrl+2", "F6", "F11", "?"} <= {key for key, _ in keys_of(shell.window)}


def test_the_question_mark_lists_the_keys(qtbot: QtBot, shell: Any) -> None:
    shell.window.conduct.list_keys()
    side = shell.window.conduct.frame.stage.side
    assert side.isVisible()
    assert side.accessibleName() == "Keys"
    assert any(label.text() == "Full screen" for label in side.findChildren(QLabel))
    side.close_panel()
    assert not side.isVisible()


def test_the_state_of_the_window_is_kept(
    qtbot: QtBot, home: Path, make_shell: Callable[..., Any]
) -> None:
    first = make_shell(home, Settings(language="en"), PAGES)
    first.open(qtbot)
    first.window.resize(960, 702)
    first.window.conduct.list_keys()
    first.window.conduct.go("settings")
    first.window.close()
    kept = load_settings(home).settings
    assert kept.page == "settings"
    assert "room=a=1;b" in kept.pages
    second = make_shell(home, kept, PAGES)
    second.open(qtbot)
    assert second.window.size() == QSize(960, 702)
    assert second.window.conduct.frame.rail.items()["settings"].isChecked()
    second.window.conduct.go("room")
    assert second.window.conduct.page().state == "a=1;b"
    second.window.close()


def test_the_density_follows_the_window(qtbot: QtBot, shell: Any) -> None:
    rail = shell.window.conduct.frame.rail
    shell.window.resize(1366, 768)
    qtbot.waitUntil(lambda: rail.width() == 64)
    shell.window.resize(1500, 900)
    qtbot.waitUntil(lambda: rail.width() == 72)
    shell.choices.change(density="roomy")
    assert rail.width() == 84


def test_larger_text_makes_larger_controls(shell: Any) -> None:
    start = shell.window.conduct.page().start
    before = start.sizeHint()
    shell.choices.change(text_percent=150)
    assert start.sizeHint().width() > before.width()
    assert start.sizeHint().height() > before.height()
    assert theme.pixels("body") >= 19


def test_settings_take_effect_at_once_and_are_kept(qtbot: QtBot, shell: Any, home: Path) -> None:
    shell.window.conduct.go("settings")
    page = shell.window.conduct.page()
    page._theme._segments["light"].click()
    assert not theme.current().dark
    page._language._segments["zh"].click()
    assert words.language() == "zh"
    shell.choices.save()
    kept = load_settings(home).settings
    assert (kept.theme, kept.language) == ("light", "zh")


def test_verify_and_backup_say_what_they_found(qtbot: QtBot, shell: Any) -> None:
    shell.window.conduct.go("settings")
    page = shell.window.conduct.page()
    page._verify()
    qtbot.waitUntil(lambda: "Whole" in page._library_said.text(), timeout=10000)
    page._back_up()
    qtbot.waitUntil(lambda: "Backed up as" in page._library_said.text(), timeout=10000)


def test_undo_belongs_to_the_workspace_on_the_screen(qtbot: QtBot, shell: Any) -> None:
    session, conduct = shell.door.session, shell.window.conduct
    page = conduct.page()
    change = Change(text("Keys"), "room", frozenset({Touched.ROOM}))
    session.edit(change, renamed)
    qtbot.waitUntil(lambda: "touched room" in page.calls)
    assert conduct.menus._undo.text() == "Undo Keys"
    conduct.history.undo()
    qtbot.waitUntil(conduct.menus._redo.isEnabled)
    assert conduct.frame.stage.toast.isVisible()
    conduct.go("settings")
    assert not conduct.menus._redo.isEnabled()


def test_undo_and_redo_pressed_at_once_are_done_in_order_off_the_gui_thread(
    qtbot: QtBot, shell: Any
) -> None:
    session, history = shell.door.session, shell.window.conduct.history
    for name in ("One", "Two"):
        change = Change(text("Keys"), "room", frozenset({Touched.ROOM}))
        session.edit(change, functools.partial(named, name))
    threads: list[threading.Thread] = []
    stop = session.listen(lambda _: threads.append(threading.current_thread()))
    for press in (history.undo, history.undo, history.redo):
        press()
    qtbot.waitUntil(lambda: len(threads) == 3 and not shell.door.later.busy(), timeout=10000)
    stop()
    assert threading.main_thread() not in threads
    assert [room.name for room in session.studio.rooms] == ["One"]


def named(name: str, studio: Any) -> Any:
    """Return the studio with its room called `name`."""
    from app.session.studio import Room

    return replace(studio, rooms=studio.rooms.put(Room("r1", name)))


def renamed(studio: Any) -> Any:
    """Return the studio with one more room in it."""
    from app.session.studio import Room

    return replace(studio, rooms=studio.rooms.put(Room("r1", "Room 1")))


def test_a_library_that_cannot_be_opened_is_said_and_the_app_goes_on(
    qtbot: QtBot, home: Path, make_shell: Callable[..., Any]
) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file in the place of the folder")
    opened = make_shell(home, Settings(language="en"), PAGES)
    opened.open(qtbot)
    banners = opened.window.conduct.frame.banners
    assert banners.isVisible()
    assert opened.window.conduct.page().desk.session is None
    opened.window.close()


def test_rubbish_is_cleared_on_this_thread_only(qtbot: QtBot) -> None:
    cleared: list[threading.Thread] = []

    class Knot:
        def __init__(self) -> None:
            self.self = self

        def __del__(self) -> None:
            cleared.append(threading.current_thread())

    def litter() -> None:
        for _ in range(3000):
            Knot()

    rubbish = Rubbish()
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    rubbish.clear()
    rubbish.let_go()
    assert set(cleared) == {threading.main_thread()}


def test_a_damaged_library_offers_its_backup_in_the_banner(
    qtbot: QtBot, home: Path, make_shell: Callable[..., Any]
) -> None:
    from app.core.clock import SystemClock
    from app.session.session import Session
    from app.storage.backup import back_up
    from app.storage.library import library_file

    session = Session.open(home)
    session.edit(Change(text("Keys"), "room", frozenset({Touched.ROOM})), renamed)
    session.close()
    file = library_file(home)
    back_up(file, home, SystemClock().wall())
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    opened = make_shell(home, Settings(language="en"), PAGES)
    opened.open(qtbot)
    banners = opened.window.conduct.frame.banners
    (banner,) = banners._banners.values()
    assert opened.door.session.read_only
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: banners.keys() == (), timeout=10000)
    assert not opened.door.session.read_only
    assert [room.name for room in opened.door.session.studio.rooms] == ["Room 1"]
    assert opened.window.conduct.frame.stage.toast.isVisible()
    opened.window.close()


@pytest.fixture
def asked_for_now(home: Path, qtbot: QtBot) -> Choices:
    """Return the choices of a run with --theme light --lang zh over saved dark and English."""
    saved = Settings(theme="dark", language="en")
    return Choices(home, saved, for_now={"theme": "light", "language": "zh"})


def test_what_the_command_line_asks_for_holds_and_is_not_saved(
    home: Path, asked_for_now: Choices
) -> None:
    assert (asked_for_now.now.theme, asked_for_now.now.language) == ("light", "zh")
    asked_for_now.change(page="settings")
    asked_for_now.save()
    kept = load_settings(home).settings
    assert (kept.theme, kept.language, kept.page) == ("dark", "en", "settings")


@pytest.mark.parametrize("picked", ["light", "dark"])
def test_what_is_picked_in_the_window_is_saved_though_the_command_line_asked(
    home: Path, asked_for_now: Choices, picked: str
) -> None:
    asked_for_now.change(theme=picked)
    asked_for_now.save()
    kept = load_settings(home).settings
    assert (kept.theme, kept.language) == (picked, "en")


FIRST_PICTURE = """
import enum, os, sys
from ui.shell import window
class Seen(window.Ground):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(*sys.modules, *[f"{k.__module__}.{k.__qualname__}" for k in enum.Enum.__subclasses__()])
        sys.stdout.flush()
        os._exit(0)
window.Ground = Seen
from ui.__main__ import main
main([])
"""


def test_nothing_heavy_is_loaded_before_the_first_picture(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = set(done.stdout.split())
    heavy = {"numpy", "scipy", "cv2", "av", "sounddevice", "sqlalchemy", "jinja2", "qtawesome",
             "PySide6.QtMultimedia", "xml.etree.ElementTree", "ui.theme"}  # fmt: skip
    assert not loaded & heavy
    # Making the enums of `Qt` costs a sixth of what the whole bare window does.
    assert not [name for name in loaded if name.startswith("PySide6.QtCore.Qt.")]


def test_alt_shows_the_menu_that_the_mark_opens(qtbot: QtBot, shell: Any) -> None:
    if sys.platform == "darwin":
        pytest.skip("skipped, because the menu bar is the system's here")
    bar = shell.window.menuBar()
    assert not bar.isVisible()
    shell.window.conduct.menus.alt_pressed()
    assert bar.isVisible()
    assert len(bar.actions()) == 4
