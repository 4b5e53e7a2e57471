"""Any history of a show, seen through the table's model: it keeps Qt's contract and the document's rows."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.core.clock import ManualClock
from app.core.ids import short_id
from app.core.words import text
from app.session.session import Session
from app.session.showing import put_show
from app.show import edit
from app.show.formats import new_segment
from app.show.show import Column, ColumnKind, Part, Show
from ui.show.table.model import RundownModel
from ui.show.view import ShowView

LABEL = text("Act")
AT = st.integers(0, 40)
SOME = st.lists(AT, min_size=1, max_size=4)
KINDS = st.sampled_from(["product", "quiz", "act", "read", "unheard-of"])


class ModelMachine(RuleBasedStateMachine):
    """A person at the table; after each act its lines are those of the stored show."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.session = Session.open(self.home, ManualClock())
        self.session.edit(*put_show(Show("a", "Evening", parts=(Part("p"),))))
        self.view = ShowView(self.session)
        self.model = RundownModel()
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.chosen = QItemSelectionModel(self.model)
        self.view.opened.connect(self.model.show_shown)
        self.view.changed.connect(self.model.show_shown)
        self.view.checked.connect(self.model.show_checked)
        self.told: set[int] = set()
        self.model.dataChanged.connect(self._note)
        self.view.open("a")

    def _note(self, first: object, last: object, roles: object) -> None:
        del roles
        self.told |= set(range(first.row(), last.row() + 1))  # type: ignore[attr-defined]

    @property
    def show(self) -> Show:
        found = self.session.studio.shows.get("a")
        assert found is not None
        return found

    def ids(self, places: list[int]) -> list[str]:
        rows = [s.id for s in self.show.segments()]
        return list(dict.fromkeys(rows[at % len(rows)] for at in places)) if rows else []

    def part(self, at: int) -> str | None:
        return self.show.parts[at % len(self.show.parts)].id if self.show.parts else None

    @rule(kind=KINDS, part=AT)
    def add(self, kind: str, part: int) -> None:
        home = self.part(part)
        self.view.edit(LABEL, lambda s: edit.with_rows(s, [new_segment(kind)], home))

    @rule(places=SOME)
    def remove(self, places: list[int]) -> None:
        ids = self.ids(places)
        self.view.edit(LABEL, lambda s: edit.without_rows(s, ids))

    @rule(places=SOME, part=AT, before=st.none() | AT)
    def move(self, places: list[int], part: int, before: int | None) -> None:
        target = self.ids([before]) if before is not None else []
        self.view.move_rows(self.ids(places), self.part(part), target[0] if target else None)

    @rule(places=SOME)
    def duplicate(self, places: list[int]) -> None:
        ids = self.ids(places)
        self.view.edit(LABEL, lambda s: edit.with_copies(s, ids))

    @rule(before=st.none() | AT)
    def add_a_part(self, before: int | None) -> None:
        place = None if before is None else self.part(before)
        self.view.edit(LABEL, lambda s: edit.with_new_part(s, Part(short_id(), "New"), place))

    @rule(at=AT)
    def remove_a_part(self, at: int) -> None:
        part = self.part(at)
        if part is not None:
            self.view.edit(LABEL, lambda s: edit.without_part(s, part))

    @rule(at=AT)
    def split(self, at: int) -> None:
        for row in self.ids([at]):
            self.view.edit(LABEL, lambda s, row=row: edit.split_part(s, row, "", short_id()))  # type: ignore[misc]

    @rule(at=AT, words=st.sampled_from(["面膜", "5分钟", "20:30", "", "x" * 5000, "مرحبا", "🙂"]))
    def type_in_each_column(self, at: int, words: str) -> None:
        for row in self.ids([at]):
            for cell in self.model.cells():
                if cell.write is not None:
                    self.view.write_cell(row, cell.id, words)

    @rule(name=st.text("abc", min_size=1, max_size=2))
    def add_a_column(self, name: str) -> None:
        column = Column(short_id(), name, ColumnKind.TEXT)
        self.view.edit(LABEL, lambda s: edit.with_column(s, column))

    @rule(hidden=st.frozensets(st.sampled_from(["start", "kind", "title", "cues", "over"])))
    def arrange(self, hidden: frozenset[str]) -> None:
        self.model.arrange_columns(("title", "start"), hidden)

    @rule(at=AT)
    def choose(self, at: int) -> None:
        if self.model.rowCount() and self.model.columnCount():
            index = self.model.index(at % self.model.rowCount(), 0)
            self.chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.session.undo(self.view.workspace)
        self.view.refresh()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.session.redo(self.view.workspace)
        self.view.refresh()

    @rule()
    def rest(self) -> None:
        self.view.check()

    @rule(at=AT)
    def an_edit_elsewhere_leaves_the_choice(self, at: int) -> None:
        index = self.chosen.currentIndex()
        rows = self.ids([at])
        if not index.isValid() or not rows:
            return
        line = self.model.line(index.row())
        assert line is not None
        fresh = new_segment("product")
        self.view.edit(LABEL, lambda s: edit.with_rows(s, [fresh], None, rows[0]))
        after = self.chosen.currentIndex()
        if after.isValid():  # a new kind may bring columns, and then all is new
            found = self.model.line(after.row())
            assert found is not None
            assert found.key == line.key

    @invariant()
    def lines_are_the_documents(self) -> None:
        wanted = [k for p in self.show.parts for k in (p.id, *(s.id for s in p.segments))]
        assert [line.key for line in self.model.lines()] == wanted
        assert [self.model.place(key) for key in wanted] == list(range(len(wanted)))
        for line in self.model.lines():
            if line.segment is not None:
                assert line.segment is self.show.segment(line.segment.id)

    @invariant()
    def every_cell_reads(self) -> None:
        for row in range(self.model.rowCount()):
            for column in range(self.model.columnCount()):
                assert isinstance(self.model.words(row, column), str)

    def teardown(self) -> None:
        self.view.rest()
        self.session.close()
        shutil.rmtree(self.home)


def test_the_model_follows_any_history(qapp: QApplication) -> None:
    del qapp
    run_state_machine_as_test(
        ModelMachine,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
