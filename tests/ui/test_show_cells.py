"""Typing, copying and pasting in the table, with real keys and the real clipboard."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot


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


def test_what_is_typed_begins_with_the_first_key_and_enter_goes_down(rig: Any) -> None:
    rig.go("a0", "title")
    rig.keys("Opening")
    rig.key(Qt.Key.Key_Return)
    assert rig.row("a0").title == "Opening"
    assert rig.here() == ("a1", "title")


def test_f2_begins_with_what_the_cell_holds(rig: Any) -> None:
    rig.go("a0", "title")
    rig.key(Qt.Key.Key_F2)
    assert rig.editor().text() == "First 0"
    rig.key(Qt.Key.Key_End)
    rig.keys("!")
    rig.key(Qt.Key.Key_Return)
    assert rig.row("a0").title == "First 0!"


def test_tab_goes_right(rig: Any) -> None:
    rig.go("a0", "start")
    rig.keys("20:10")
    rig.key(Qt.Key.Key_Tab)
    assert rig.here() == ("a0", "duration")
    assert rig.row("a0").start is not None


def test_the_field_says_what_it_understood(rig: Any) -> None:
    rig.go("a0", "duration")
    rig.keys("1h30")
    assert "1:30:00" in rig.editor()._strip.accessibleName()
    rig.key(Qt.Key.Key_Return)
    assert rig.row("a0").duration_ms == 5_400_000


def test_a_refused_text_stays_with_its_reason_until_esc(rig: Any) -> None:
    rig.go("a0", "duration")
    rig.keys("soon")
    rig.key(Qt.Key.Key_Return)
    assert rig.editor().text() == "soon"
    assert rig.editor().refused
    assert rig.editor()._strip.isVisible()
    rig.key(Qt.Key.Key_Tab)
    assert rig.editor() is not None
    rig.key(Qt.Key.Key_Escape)
    assert rig.editor() is None
    assert rig.row("a0").duration_ms == 60_000


@pytest.mark.parametrize(("cell", "choice"), [("products", "雪平锅"), ("kind", "Lucky bag")])
def test_the_field_offers_what_may_be_typed(rig: Any, cell: str, choice: str) -> None:
    rig.go("a0", cell)
    rig.key(Qt.Key.Key_F2)
    offered = rig.editor().completer().model().stringList()
    assert choice in offered


def test_a_block_comes_back_as_it_was_copied(rig: Any) -> None:
    rig.change_row("a0", title='with "quotes"\tand tab', note="two\nlines")
    rig.page.table.arrange(("title", "note"), frozenset())
    rig.select(["a0", "a1"], ["title", "note"])
    rig.keeper.cells.copy()
    rig.go("b0", "title")
    rig.keeper.cells.paste()
    assert rig.row("b0").title == 'with "quotes" and tab'
    assert rig.row("b0").note == "two\nlines"
    assert rig.row("b1").title == "First 1"


def test_excels_clipboard_is_understood(rig: Any) -> None:
    rig.put_on_clipboard('"说 ""你好"""\t1:30\r\nPlain\t2 min\r\n')
    rig.page.table.arrange(("title", "duration"), None)
    rig.go("a0", "title")
    rig.keeper.cells.paste()
    assert rig.titles()[:2] == ['说 "你好"', "Plain"]
    assert [rig.row(r).duration_ms for r in ("a0", "a1")] == [90_000, 120_000]


def test_a_paste_beyond_the_end_adds_rows_to_the_part_in_one_step(rig: Any) -> None:
    before = rig.document()
    rig.put_on_clipboard("A\nB\nC\nD\n")
    rig.go("a2", "title")
    rig.keeper.cells.paste()
    assert rig.titles() == ["First 0", "First 1", "A", "B", "C", "D", "Second 0", "Second 1"]
    assert rig.shows_what_is_stored()
    rig.undo()
    assert rig.document() == before


def test_one_refused_cell_refuses_all_and_is_named(rig: Any) -> None:
    before = rig.document()
    rig.page.table.arrange(("title", "duration"), None)
    rig.put_on_clipboard("A\t1:00\nB\tsoon\nC\t2:00\n")
    rig.go("a0", "title")
    rig.keeper.cells.paste()
    assert rig.document() == before
    assert "Row 2, Duration" in rig.troubles[0]


def test_one_value_goes_into_every_selected_cell(rig: Any) -> None:
    rig.put_on_clipboard("3:00")
    rig.select(["a0", "a2", "b1"], ["duration"])
    rig.keeper.cells.paste()
    assert [s.duration_ms for s in rig.show.segments()] == [
        180_000,
        60_000,
        180_000,
        30_000,
        180_000,
    ]


def test_fill_down_clear_and_cut_are_a_step_each(rig: Any) -> None:
    before = rig.document()
    rig.select(["a0", "a1", "a2"], ["title"])
    rig.keeper.cells.fill_down()
    assert rig.titles()[:3] == ["First 0"] * 3
    rig.select(["a0"], ["title"])
    rig.keeper.cells.clear()
    assert rig.titles()[0] == ""
    rig.select(["a1"], ["title"])
    rig.keeper.cells.cut()
    assert rig.clipboard().strip() == "First 0"
    assert rig.titles()[:2] == ["", ""]
    for _ in range(3):
        rig.undo()
    assert rig.document() == before


def test_keys_of_the_clipboard_work_in_the_table(rig: Any) -> None:
    rig.select(["a0"], ["title"])
    rig.key(Qt.Key.Key_C, CTRL)
    rig.go("b0", "title")
    rig.key(Qt.Key.Key_V, CTRL)
    assert rig.row("b0").title == "First 0"


def test_a_price_typed_here_changes_the_product_in_every_row(rig: Any) -> None:
    for row in ("a0", "b0"):
        rig.change_row(row, products=("cup",))
    rig.go("a0", "live_price")
    rig.keys("99")
    rig.key(Qt.Key.Key_Return)
    column = rig.model.column_of("live_price")
    assert "99" in rig.model.words(rig.model.place("b0"), column)


def test_the_selection_stays_when_other_rows_change(rig: Any) -> None:
    rig.select(["a1", "b0"], ["title"])
    rig.change_row("a0", title="Other")
    assert rig.table.selected_rows() == ("a1", "b0")


def test_read_only_offers_no_field(rig: Any) -> None:
    rig.model.can_edit = False
    rig.go("a0", "title")
    rig.key(Qt.Key.Key_F2)
    assert rig.editor() is None


def test_an_input_method_begins_to_type_too(rig: Any) -> None:
    rig.go("a0", "title")
    rig.keys("开场")
    rig.key(Qt.Key.Key_Return)
    assert rig.row("a0").title == "开场"
