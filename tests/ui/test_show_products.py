"""The products panels of the Show page over a real library: every field one step, everything follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.core.settings import Settings
from app.core.words import text
from app.session.session import Session
from app.session.showing import put_products
from app.show.product import Gift, Need, PricePoint, Product, Proof, Role
from tests.ui.conftest import Shell
from tests.ui.show_stage import PRODUCTS, opened
from ui.shell.pages import Entry
from ui.show.page import ShowPage
from ui.show.products.acts import ProductActs
from ui.show.products.model import ProductsModel
from ui.show.products.rows import RowsField
from ui.words import speak

TODAY = date.today()  # noqa: DTZ011
CUP = replace(
    PRODUCTS[0],
    role=Role.HERO,
    prices=(PricePoint(date(2026, 1, 1), 13_900, "shop"),),
    points=("light", "sealed"),
    needs=(Need("leaks?", "sealed"), Need("washable?")),
    proofs=(Proof("report", "A", expires=TODAY - timedelta(days=3)), Proof("licence", "B")),
)


class Stage:
    """The page with a library behind it, and the acts of its products."""

    def __init__(self, page: ShowPage, session: Session, acts: ProductActs) -> None:
        self.page, self.session, self.acts = page, session, acts

    def cup(self) -> Product:
        found = self.session.studio.products.get("cup")
        assert found is not None
        return found

    def label(self) -> str:
        said = self.session.undo_label(self.page.view.workspace)
        return said.say() if said is not None else ""

    def undo(self) -> None:
        self.session.undo(self.page.view.workspace)
        self.page.studio_changed(frozenset({"product", "show"}))


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, make_shell: type[Shell]) -> Iterator[Stage]:
    session = opened(tmp_path)
    session.edit(*put_products((CUP,), text("Products")))
    session.close()
    entry = Entry("show", "ph.list-bullets", text("Show"), "ui.show.page")
    shell = make_shell(tmp_path, Settings(), (entry,), "show")
    shell.open(qtbot)
    conduct = shell.window.conduct
    assert conduct is not None
    page = conduct.page()
    assert isinstance(page, ShowPage)
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=5000)
    session_open = page.view.session
    assert session_open is not None
    acts = page.findChild(ProductActs)
    assert isinstance(acts, ProductActs)
    yield Stage(page, session_open, acts)
    shell.window.close()
    qtbot.waitUntil(lambda: not shell.window.isVisible(), timeout=5000)


def typed(field: QLineEdit, words: str) -> None:
    field.setText(words)
    field.editingFinished.emit()


def typed_row(rows: RowsField, row: int, *words: str) -> None:
    for field, said in zip(rows.lines[row].fields, words, strict=True):
        field.setText(said)
    rows.save()


def test_the_list_says_price_role_stock_rows_and_proofs(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    (line,) = [one for one in stage.acts.list.model.lines() if one.id == "cup"]
    assert line.price == "¥129"
    assert line.role == "Hero"
    assert line.facts == "Link 3 · Stock 480 · rows 4, 6, 12"
    assert (line.papers, line.mark) == ("1 expired", "fail")


def test_a_search_narrows_the_list_by_any_of_its_fields(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    stage.acts.list.search.setText("雪平")
    assert [one.id for one in stage.acts.list.model.lines()] == ["pan"]


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = ProductsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_products(PRODUCTS, {}, TODAY)
    model.search("杯")
    model.only_used(on=True)
    model.show_products((), {}, TODAY)
    assert model.rowCount() == 0
    del tester


def test_a_new_live_price_changes_script_and_table_in_one_labelled_step(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    typed(stage.acts.form.fields.figures["live_cents"], "１１９")
    assert stage.cup().live_cents == 11_900
    assert stage.acts.form.fields.figures["live_cents"].text() == "¥119"
    assert stage.label() == "Change Live price of 轻钛随手杯 420 ml"
    shown = stage.page.view.shown
    assert shown is not None
    assert shown.products["cup"].live_cents == 11_900
    stage.undo()
    assert stage.cup().live_cents == 12_900


def test_a_price_that_makes_no_sense_is_refused_beside_its_field(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    typed(stage.acts.form.fields.figures["live_cents"], "cheap")
    assert stage.cup().live_cents == 12_900
    assert stage.acts.form.fields.figures["live_cents"].text() == "cheap"


def test_a_changed_live_price_offers_todays_point(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    fields = stage.acts.form.fields
    typed(fields.figures["live_cents"], "119")
    assert not fields._offer.isHidden()
    fields._add_today()
    assert stage.cup().prices[-1] == PricePoint(TODAY, 11_900, "Live")
    assert fields._offer.isHidden()


def test_a_price_of_another_day_is_added_and_taken_out(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    rows = stage.acts.form.fields.prices
    typed_row(rows, 1, "2026年2月1日", "99", "shop")
    assert stage.cup().prices[1] == PricePoint(date(2026, 2, 1), 9_900, "shop")
    rows.lines[1].away.click()
    assert stage.cup().prices == CUP.prices


def test_gifts_take_quantity_size_and_value(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    rows = stage.acts.form.fields.gifts
    typed_row(rows, len(rows.lines) - 1, "收纳袋", "２", "30 cm", "25元")
    assert stage.cup().gifts[-1] == Gift("收纳袋", 2, "30 cm", 2_500)


def test_a_gift_without_a_name_is_refused_below_its_rows(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    rows = stage.acts.form.fields.gifts
    typed_row(rows, len(rows.lines) - 1, "", "2", "", "")
    assert rows.refusal() == "A gift needs a name."
    assert stage.cup().gifts == CUP.gifts


def test_a_need_without_a_point_is_marked_until_it_has_one(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    fields = stage.acts.form.fields
    assert fields.unmet.said() == ("No point washable?",)
    typed_row(fields.needs, 1, "washable?", "dishwasher safe")
    assert fields.unmet.said() == ()


def test_an_expired_paper_is_marked_by_word(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    (said,) = stage.acts.form.fields.papers.said()
    assert said.startswith("Expired report A: 3 days ago")


def test_selling_points_are_one_a_line(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    field = stage.acts.form.fields.points
    field.setPlainText("light\n\n sealed \nwarm")
    field.left()  # type: ignore[attr-defined]
    assert stage.cup().points == ("light", "sealed", "warm")


def test_undo_shows_in_the_open_form(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    typed(stage.acts.form.fields.name, "杯")
    stage.undo()
    assert stage.acts.form.fields.name.text() == CUP.name


def test_what_was_being_typed_is_kept_when_another_panel_opens(stage: Stage, qtbot: QtBot) -> None:
    stage.acts.ask_product("cup")
    assert stage.acts.form is not None
    field = stage.acts.form.fields.name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Cup")
    stage.acts.ask()
    assert stage.cup().name == "Cup"


def test_selected_products_are_linked_to_the_row_in_one_step(stage: Stage) -> None:
    stage.page.table.go_to("mix")
    stage.acts.link(("cup", "pan"))
    shown = stage.page.view.shown
    assert shown is not None
    row = shown.segment("mix")
    assert row is not None
    assert row.products == ("cup", "pan")
    stage.undo()
    shown = stage.page.view.shown
    assert shown is not None
    row = shown.segment("mix")
    assert row is not None
    assert row.products == ()


def test_a_product_let_go_over_a_row_is_linked_to_it(stage: Stage) -> None:
    stage.acts._drop.dropped.emit(("mat",), "pot")
    shown = stage.page.view.shown
    assert shown is not None
    row = shown.segment("pot")
    assert row is not None
    assert row.products == ("mat",)


def test_products_dragged_onto_a_row_are_taken_by_it(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    model, table = stage.acts.list.model, stage.page.table
    mime = model.mimeData([model.place("mat")])
    table.go_to("pot")
    at = table.visualRect(table.currentIndex()).center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    dropped = QDropEvent(QPointF(at), copy, mime, left, no_key)
    # Qt hands drops on only inside a drag of its own, which no test can begin.
    stage.acts._drop.eventFilter(table.viewport(), dropped)
    shown = stage.page.view.shown
    assert shown is not None
    row = shown.segment("pot")
    assert row is not None
    assert row.products == ("mat",)


def test_a_removed_product_gives_its_form_back_to_the_list(stage: Stage) -> None:
    stage.acts.ask_product("cup")
    form = stage.acts.form
    assert form is not None
    form.remove.click()
    assert stage.acts.list is not None
    assert len(stage.acts.list.model.lines()) == 2


def test_a_switch_of_the_language_says_list_and_form_anew(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    speak("zh")
    assert stage.acts.list.model.lines()[1].role == "主推"
    stage.acts.ask_product("cup")
    speak("en")
    assert stage.acts.form is not None
    assert stage.acts.form.used.text() == "In this show: rows 4, 6, 12"


def test_several_products_are_removed_in_one_step(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    stage.acts.list.list.selectAll()
    stage.acts.list.remove.click()
    assert len(stage.session.studio.products) == 0
    assert stage.label() == "Remove 3 products"
    stage.undo()
    assert len(stage.session.studio.products) == 3


def test_a_new_product_opens_with_its_name_selected(stage: Stage) -> None:
    stage.acts.add()
    assert stage.acts.form is not None
    assert stage.acts.form.fields.name.selectedText() == "New product"
    assert len(stage.session.studio.products) == 4


def test_a_table_is_taken_in_only_after_its_preview(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text("商品名称,直播价,库存\n轻钛随手杯 420 ml,119,480\n砂锅,199,60\n", "utf-8-sig")
    stage.acts.read(str(file))
    assert stage.cup().live_cents == 12_900
    stage.acts._take_in()
    assert stage.cup().live_cents == 11_900
    assert stage.label() == "Import 2 products"


def test_a_file_that_is_no_table_is_refused_and_changes_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("hello\nworld\n", "utf-8")
    refusals: list[object] = []
    stage.page.view.refused.connect(refusals.append)
    stage.acts.read(str(file))
    assert len(refusals) == 1


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_products_are_written_and_read_back_the_same(
    stage: Stage, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"out.{suffix}"
    stage.acts.write(str(file))
    stage.acts.read(str(file))
    assert stage.acts._preview is not None
    assert stage.acts._preview.taken == ()


def test_the_keys_open_link_and_remove(stage: Stage, qtbot: QtBot) -> None:
    stage.acts.ask()
    panel = stage.acts.list
    assert panel is not None
    panel.go_to("pan")
    heard: list[tuple[str, ...]] = []
    catch: Callable[[tuple[str, ...]], None] = heard.append
    panel.linked.connect(catch)
    QTest.keyClick(panel.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("pan",)]
