"""Panels, import, export and odd shows on the Show page, over a real library and real files."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.words import text
from app.exchange.show_files import timed
from app.exchange.show_sheets import Sheet, sheet_html
from app.session.showing import SHOWS, put_show
from app.show.document import Document, linked
from app.show.edit import with_column
from app.show.samples.sample import sample
from app.show.show import Column, ColumnKind, Part, Segment, Show
from ui.print.show_pdf import write_show_pdf
from ui.show.side.import_panel import ImportPanel


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


def workbook(file: Path) -> Path:
    """Write a run of show as a studio keeps it."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (
        ("时间", "环节", "商品", "直播价", "甲列"),
        ("20:00-20:05", "开场", None, None, "甲"),
        ("20:05-20:15", "主推", "新锅", 99, "乙"),
    ):
        sheet.append(line)
    book.save(file)
    return file


def imported(qtbot: QtBot, rig: Any, file: Path) -> ImportPanel:
    rig.side = None
    rig.page.dropped.emit(str(file))
    qtbot.waitUntil(lambda: isinstance(rig.side, ImportPanel), timeout=10000)
    panel: ImportPanel = rig.side
    return panel


def test_a_workbook_becomes_a_show_of_its_own_in_one_step(
    qtbot: QtBot, rig: Any, tmp_path: Path
) -> None:
    panel = imported(qtbot, rig, workbook(tmp_path / "plan.xlsx"))
    panel.take.click()
    assert rig.titles() == ["开场", "主推"]
    made = rig.show.id
    rig.undo()
    assert rig.session.studio.shows.get(made) is None


def test_a_workbook_is_added_to_the_open_show_in_one_step(
    qtbot: QtBot, rig: Any, tmp_path: Path
) -> None:
    before = rig.document()
    panel = imported(qtbot, rig, workbook(tmp_path / "plan.xlsx"))
    panel.append.click()
    assert rig.titles()[5:] == ["开场", "主推"]
    rig.undo()
    assert [s.id for s in rig.show.segments()] == ["a0", "a1", "a2", "b0", "b1"]
    assert rig.document() == before


def test_a_corrected_column_is_read_again_and_remembered(
    qtbot: QtBot, rig: Any, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "plan.xlsx")
    panel = imported(qtbot, rig, file)
    box = panel._boxes["E"]
    box.setCurrentIndex(box.findData("notes"))
    rig.side = None
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: isinstance(rig.side, ImportPanel), timeout=10000)
    rig.side.take.click()
    assert [s.note for s in rig.show.segments()] == ["甲", "乙"]
    again = imported(qtbot, rig, file)
    assert again._boxes["E"].currentData() == "notes"


def test_a_bad_file_says_its_word(qtbot: QtBot, rig: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 no workbook")
    before = rig.document()
    rig.page.dropped.emit(str(bad))
    qtbot.waitUntil(lambda: bool(rig.troubles), timeout=10000)
    assert "bad.xlsx" in rig.troubles[0]
    assert rig.document() == before


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json", "html"])
def test_every_kind_of_file_is_exported(qtbot: QtBot, rig: Any, tmp_path: Path, kind: str) -> None:
    rig.keeper.bringing._kind = kind
    file = tmp_path / f"out.{kind}"
    rig.keeper.bringing.write(str(file))
    qtbot.waitUntil(lambda: any("Written" in said for said in rig.said), timeout=20000)
    assert file.stat().st_size > 200


@pytest.mark.parametrize("kind", ["producer", "host", "control", "cues"])
def test_the_sheets_are_printed_with_hanzi_and_prices(tmp_path: Path, kind: str) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("skipped, because pdftotext is not installed")
    studio = sample()
    show = next(s for s in studio.shows if s.title == "入冬厨房专场")
    wanted = linked(show)
    document = Document(show, tuple(p for p in studio.products if p.id in wanted), studio.voices)
    products, times = timed(document)
    html = sheet_html(Sheet(kind), show, products, times, "zh")
    file = tmp_path / "x.pdf"
    pages = write_show_pdf(html, show.title, file, landscape=kind in ("producer", "control"))
    said = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert 3 <= pages <= 25
    assert "入冬厨房专场" in said
    assert kind == "cues" or "¥299" in said


def test_columns_are_kept_and_taken_back(qtbot: QtBot, rig: Any) -> None:
    rig.keeper.panels.arrange(("title", "note", "start"), frozenset({"kind", "over"}))
    cells = [c.id for c in rig.model.cells()]
    assert cells[:3] == ["title", "note", "start"]
    kept = rig.page.kept_state()
    rig.keeper.panels.arrange((), None)
    rig.page.take_state(kept)
    assert [c.id for c in rig.model.cells()] == cells
    assert {"kind", "over"}.isdisjoint(cells)


@pytest.mark.parametrize("state", ["", "[]", "{", '{"order": 3}', '{"show": "gone"}', "null"])
def test_an_odd_kept_state_is_left_out(rig: Any, state: str) -> None:
    rig.page.take_state(state)
    assert rig.model.cells()


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (ColumnKind.TEXT, "甲", "甲"),
        (ColumnKind.NUMBER, "12", "12"),
        (ColumnKind.CHOICE, "亮", "亮"),
        (ColumnKind.MONEY, "99.9", "¥99.9"),
        (ColumnKind.IMAGE, "a.png", "a.png"),
    ],
)
def test_a_column_of_ones_own_takes_what_its_kind_takes(
    rig: Any, kind: ColumnKind, typed: str, kept: str
) -> None:
    column = Column("own", "Mine", kind, ("亮", "暗"))
    rig.view.edit(text("Verify"), lambda show: with_column(show, column))
    rig.go("a0", "own:own")
    rig.keys(typed)
    rig.key(Qt.Key.Key_Return)
    assert rig.model.words(rig.model.place("a0"), rig.model.column_of("own:own")) == kept


def test_the_list_stays_in_hand_when_it_is_opened_twice(qtbot: QtBot, rig: Any) -> None:
    rig.keeper.panels.ask_shows()
    rig.keeper.panels.ask_shows()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rig.session.edit(*put_show(Show("another", "Another")))
    rig.keeper.panels.refresh()
    assert rig.side.list.model().rowCount() == 2


def test_samples_come_and_go_in_one_act_each(qtbot: QtBot, rig: Any) -> None:
    rig.keeper.panels.put_samples()
    assert rig.show.sample
    assert len(rig.session.studio.shows) == 9
    rig.keeper.panels._samples(False)
    assert [head.id for head in rig.session.studio.shows.heads()] == ["s"]
    rig.session.undo(SHOWS)
    assert len(rig.session.studio.shows) == 9


@pytest.mark.parametrize("form", ["product", "interactive", "entertainment", "news"])
def test_a_show_begins_with_each_forms_example(rig: Any, form: str) -> None:
    rig.keeper.panels._make("New", form, True)
    assert rig.show.title == "New"
    assert any(s.script for s in rig.show.segments())
    assert rig.shows_what_is_stored()


def test_four_rows_are_made_by_few_keys(qtbot: QtBot, rig: Any) -> None:
    rig.key(Qt.Key.Key_N, CTRL)
    panel = rig.side
    panel.title.setFocus()
    panel._example.setChecked(False)
    acts = 2  # Ctrl+N, the tick
    for words in ("My show",):
        rig.keys(words)
    rig.key(Qt.Key.Key_Return)
    acts += 2
    rig.table.setFocus()
    for number in range(3):
        rig.key(Qt.Key.Key_Return, CTRL)
        rig.keys(f"Row {number}")
        rig.key(Qt.Key.Key_Return)
        acts += 3
    assert len(rig.ids()) == 4
    assert rig.show.title == "My show"
    assert acts < 25


ODD = {
    "no parts": Show("o", "x"),
    "part without rows": Show("o", "x", parts=(Part("p", "P"), Part("q", "Q"))),
    "unknown kind": Show("o", "x", parts=(Part("p", "P", (Segment("a", "unheard-of", "A"),)),)),
    "product gone": Show(
        "o", "x", parts=(Part("p", "P", (Segment("a", "product", "A", products=("gone",)),)),)
    ),
    "long title": Show(
        "o", "题" * 5000, parts=(Part("p", "长" * 5000, (Segment("a", "quiz", "x" * 5000),)),)
    ),
    "right to left": Show(
        "o", "مرحبا", parts=(Part("p", "שלום", (Segment("a", "quiz", "مرحبا بالعالم"),)),)
    ),
    "emoji": Show(
        "o", "🎉", parts=(Part("p", "👨‍👩‍👧", (Segment("a", "quiz", "🙂" * 200),), count=9),)
    ),
}


@pytest.mark.parametrize("name", list(ODD))
def test_an_odd_show_is_painted(qtbot: QtBot, rig: Any, name: str) -> None:
    rig.session.edit(*put_show(ODD[name]))
    rig.view.open("o")
    assert not rig.window.grab().isNull()
    assert rig.shows_what_is_stored()


def test_repairs_open_in_the_side_panel(qtbot: QtBot, rig: Any) -> None:
    rig.view.edit(text("Verify"), lambda show: replace(show, target_ms=120_000))
    qtbot.waitUntil(lambda: bool(rig.page.timing.repairs), timeout=10000)
    rig.page.timing.open_panel()
    assert rig.side is not None
