"""The versions panels of the Show page over a real library: named, compared, restored and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.settings import Settings
from app.core.words import text
from app.session.session import Session
from app.session.showing import put_products
from app.show.compare import Fate
from app.show.edit import without_rows
from app.show.show import Show
from tests.ui.conftest import Shell
from tests.ui.show_stage import opened
from ui.shell.pages import Entry
from ui.show.page import ShowPage
from ui.show.versions.acts import VersionActs


class Stage:
    """The page with a library behind it, and the acts of its versions."""

    def __init__(self, page: ShowPage, session: Session, acts: VersionActs) -> None:
        self.page, self.session, self.acts = page, session, acts

    def show(self) -> Show:
        shown = self.page.view.shown
        assert shown is not None
        return shown.show

    def ids(self) -> list[str]:
        return [head.id for head in self.session.studio.versions.heads()]

    def undo(self) -> None:
        self.session.undo(self.page.view.workspace)
        self.page.studio_changed(frozenset({"product", "show", "version"}))

    def drop_a_row(self) -> None:
        self.page.view.edit(text("Remove"), lambda show: without_rows(show, ("rules",)))

    def cheaper(self) -> None:
        cup = self.session.studio.products.get("cup")
        assert cup is not None
        self.session.edit(*put_products((replace(cup, live_cents=100),), text("Products")))
        self.page.view.refresh()


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, make_shell: type[Shell]) -> Iterator[Stage]:
    opened(tmp_path).close()
    entry = Entry("show", "ph.list-bullets", text("Show"), "ui.show.page")
    shell = make_shell(tmp_path, Settings(), (entry,), "show")
    shell.open(qtbot)
    assert shell.window.conduct is not None
    page = shell.window.conduct.page()
    assert isinstance(page, ShowPage)
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=5000)
    assert page.view.session is not None
    acts = page.findChild(VersionActs)
    assert isinstance(acts, VersionActs)
    yield Stage(page, page.view.session, acts)
    shell.window.close()
    qtbot.waitUntil(lambda: not shell.window.isVisible(), timeout=5000)


def test_a_show_without_versions_says_what_they_are_for(stage: Stage) -> None:
    stage.acts.ask()
    panel = stage.acts.list
    assert panel is not None
    assert not panel._empty.isHidden()
    assert panel.list.isHidden()


def test_a_version_is_named_from_the_panel(stage: Stage) -> None:
    stage.acts.ask()
    assert stage.acts.list is not None
    stage.acts.list.name.setText("v3 after rehearsal")
    stage.acts.list.keep.click()
    assert [h.name for h in stage.session.studio.versions.heads()] == ["v3 after rehearsal"]
    assert stage.acts.list.chosen() == tuple(stage.ids())


def test_naming_a_version_can_be_undone(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.undo()
    assert stage.ids() == []


def test_a_version_is_compared_with_the_present(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.drop_a_row()
    stage.acts.compare(stage.ids()[0], "")
    panel = stage.acts.compared
    assert panel is not None
    assert [(row.id, row.fate) for row in panel.found.rows] == [("rules", Fate.REMOVED)]
    assert panel.counts.text().endswith("ends 3:30 earlier")
    assert "规则与福利预告" in panel.text.toPlainText()


def test_two_versions_are_compared_with_each_other(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.drop_a_row()
    stage.acts.name("v2")
    stage.acts.ask()
    assert stage.acts.list is not None
    stage.acts.list.list.selectAll()
    stage.acts.list.compare.click()
    panel = stage.acts.compared
    assert panel is not None
    assert panel.found.count(Fate.REMOVED) == 1
    assert not panel.restore.isVisibleTo(panel)


def test_a_restored_version_is_one_step(stage: Stage) -> None:
    before = stage.show()
    stage.acts.name("v1")
    stage.drop_a_row()
    after = stage.show()
    stage.acts.restore(stage.ids()[0])
    assert stage.show() == before
    stage.undo()
    assert stage.show() == after


def test_a_restored_show_leaves_prices_alone_and_offers_to_restore_them(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.cheaper()
    stage.acts.restore(stage.ids()[0])
    panel = stage.acts.compared
    cup = stage.session.studio.products.get("cup")
    assert cup is not None
    assert cup.live_cents == 100
    assert panel is not None
    assert [p.id for p, _ in panel.products] == ["cup"]
    panel.put_back.click()
    cup = stage.session.studio.products.get("cup")
    assert cup is not None
    assert cup.live_cents == 12_900


def test_restored_products_are_a_step_of_their_own(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.cheaper()
    stage.acts.compare(stage.ids()[0], "")
    assert stage.acts.compared is not None
    stage.acts.compared.put_back.click()
    stage.undo()
    cup = stage.session.studio.products.get("cup")
    assert cup is not None
    assert cup.live_cents == 100


def test_what_went_is_struck_out_and_what_came_is_underlined(stage: Stage) -> None:
    stage.acts.name("v1")
    stage.page.view.edit(
        text("Edit"), lambda show: show.with_segments(lambda s: replace(s, title=s.title[:2]))
    )
    stage.acts.compare(stage.ids()[0], "")
    assert stage.acts.compared is not None
    html = stage.acts.compared.text.toHtml()
    assert "line-through" in html
    assert "underline" in html
