"""Any sequence of acts on a show, in a library on the disk: undo all gives the show it began with byte for
byte, redo all the one it ended with, and what is stored is what is shown.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.core.clock import ManualClock
from app.core.errors import Refused
from app.core.ids import new_id, short_id
from app.core.words import text
from app.session.session import Session
from app.session.showing import (
    SHOWS,
    as_template,
    duplicate_show,
    edit_show,
    name_version,
    put_product,
    put_show,
    put_voice,
    remove_product,
    remove_show,
    restore_version,
    versions_of,
    workspace,
)
from app.show import edit
from app.show.cells.cell import Around
from app.show.cells.columns import columns
from app.show.document import read, write
from app.show.formats import example, formats, new_segment
from app.show.product import Product
from app.show.show import (
    Anchor,
    Beat,
    Column,
    ColumnKind,
    Cue,
    CueKind,
    Part,
    Person,
    Segment,
    Show,
    Time,
)
from app.show.timing.repair import apply, repairs
from app.show.voice import Voice
from app.storage.library import NAME

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
WORDS = st.sampled_from(
    [
        "",
        "面膜",
        "5分钟",
        "晚上8点",
        "99.9",
        "8500",
        "小美",
        "{live_price} 起",
        "a b",
        "=1+1",
        "−3",
        "是",
    ]
)
AT = st.integers(0, 60)
SOME = st.lists(AT, min_size=1, max_size=4)
COUNTS = st.integers(0, 100)
ME = workspace("a")
LABEL = text("Act")
EMPTY = Show("a", "", parts=(Part("first"),))
KINDS = sorted(kind.id for form in formats().values() for kind in form.kinds)
FORMATS = sorted(formats())
Act = Callable[[Show], Show]


@cache
def begun() -> Path:
    """Return a library with one show, made once: the migrations cost more than a whole history."""
    home = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, home)
    session = Session.open(home, ManualClock())
    session.edit(*put_show(EMPTY))
    session.close()
    return home / NAME


class ShowMachine(RuleBasedStateMachine):
    """A person at one show; the model is what its document was after each act."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        shutil.copyfile(begun(), self.home / NAME)
        self.clock = ManualClock()
        self.session = Session.open(self.home, self.clock)
        self.past = [self.document()]
        self.now = 0
        self.clipboard: tuple[Segment, ...] = ()

    @property
    def show(self) -> Show:
        found = self.session.studio.shows.get("a")
        assert found is not None
        return found

    def rows(self) -> list[Segment]:
        return list(self.show.segments())

    def ids(self, places: Sequence[int]) -> frozenset[str]:
        rows = self.rows()
        return frozenset(rows[at % len(rows)].id for at in places) if rows else frozenset()

    def row(self, at: int) -> Segment | None:
        rows = self.rows()
        return rows[at % len(rows)] if rows else None

    def part(self, at: int) -> str:
        parts = self.show.parts
        return parts[at % len(parts)].id if parts else "none"

    def product(self, at: int) -> str:
        products = list(self.session.studio.products)
        return products[at % len(products)].id if products else "none"

    def document(self) -> str:
        studio = self.session.studio
        versions = "".join(f"{head}\n" for head in versions_of(studio, "a"))
        return write(self.show, studio.products, studio.voices) + versions

    def done(self) -> None:
        """Note what an act made; one that changed nothing is no step."""
        after = self.document()
        if after != self.past[self.now]:
            self.now += 1
            self.past[self.now :] = [after]

    def act(self, change: Act, products: Sequence[Product] = ()) -> None:
        before = self.document()
        try:
            self.session.edit(*edit_show("a", LABEL, change, products))
        except Refused:
            assert self.document() == before
        self.done()

    def change_row(self, at: int, change: Callable[[Segment], Segment]) -> None:
        row = self.row(at)
        if row is not None:
            self.act(lambda show: edit.with_change(show, {row.id}, change))

    @rule(kind=st.sampled_from(KINDS), title=NAMES, part=AT, before=st.none() | AT)
    def insert_row(self, kind: str, title: str, part: int, before: int | None) -> None:
        row = self.row(before) if before is not None else None
        fresh = new_segment(kind, title=title)
        home = self.part(part)
        self.act(lambda s: edit.with_rows(s, [fresh], home, row.id if row else None))

    @rule(places=SOME)
    def remove_rows(self, places: list[int]) -> None:
        ids = self.ids(places)
        self.act(lambda show: edit.without_rows(show, ids))

    @rule(places=SOME, part=AT, before=st.none() | AT)
    def move_rows(self, places: list[int], part: int, before: int | None) -> None:
        ids, home = self.ids(places), self.part(part)
        row = self.row(before) if before is not None else None
        self.act(lambda s: edit.with_moved_rows(s, ids, home, row.id if row else None))

    @rule(places=SOME, by=st.sampled_from([-1, 1]))
    def shift_rows(self, places: list[int], by: int) -> None:
        ids = self.ids(places)
        goal = edit.shifted(self.show, ids, by)
        if goal is not None:
            self.act(lambda show: edit.with_moved_rows(show, ids, *goal))

    @rule(places=SOME)
    def duplicate_rows(self, places: list[int]) -> None:
        ids = self.ids(places)
        self.act(lambda show: edit.with_copies(show, ids))

    @rule(places=SOME)
    def copy_rows(self, places: list[int]) -> None:
        ids = self.ids(places)
        self.clipboard = tuple(row for row in self.rows() if row.id in ids)

    @rule(part=AT)
    def paste_rows(self, part: int) -> None:
        fresh, home = edit.copied(self.clipboard), self.part(part)
        self.act(lambda show: edit.with_rows(show, fresh, home))

    @rule(form=st.sampled_from(FORMATS), language=st.sampled_from(["zh", "en"]))
    def insert_a_formats_example(self, form: str, language: str) -> None:
        fresh = example(form, "zh" if language == "zh" else "en")
        if len(self.rows()) < 30:
            self.act(lambda show: edit.with_rows(show, fresh))

    @rule(at=AT, column=AT, typed=WORDS | NAMES)
    def type_in_a_cell(self, at: int, column: int, typed: str) -> None:
        row, cells = self.row(at), [c for c in columns(self.show) if c.write is not None]
        write_cell = cells[column % len(cells)].write
        assert write_cell is not None
        if row is None:
            return
        known = {p.id: p for p in self.session.studio.products}
        try:
            made = write_cell(row, typed, Around(self.show, known, new_products=True))
        except Refused:
            return
        self.act(lambda show: show.with_segment(made.segment), made.products)

    @rule(places=SOME, typed=NAMES)
    def fill_a_column(self, places: list[int], typed: str) -> None:
        ids = self.ids(places)
        self.act(lambda s: edit.with_change(s, ids, lambda row: replace(row, note=typed)))

    @rule(at=AT, ms=st.none() | st.integers(0, 86_399_999), anchor=st.sampled_from(list(Anchor)))
    def anchor_a_row(self, at: int, ms: int | None, anchor: Anchor) -> None:
        start = None if ms is None else Time(ms)
        self.change_row(at, lambda row: replace(row, anchor=anchor, start=start))

    @rule(at=AT, ms=st.none() | st.integers(0, 7_200_000), skip=st.booleans())
    def set_a_duration(self, at: int, ms: int | None, *, skip: bool) -> None:
        self.change_row(at, lambda row: replace(row, duration_ms=ms, skip=skip))

    @rule(at=AT, script=WORDS | NAMES)
    def write_words(self, at: int, script: str) -> None:
        self.change_row(at, lambda row: edit.with_script(row, script))

    @rule(at=AT, kind=st.sampled_from(["hook", "offer", ""]), script=NAMES)
    def add_a_beat(self, at: int, kind: str, script: str) -> None:
        beat = Beat(short_id(), kind, script)
        self.change_row(at, lambda row: edit.with_beat(row, beat))

    @rule(at=AT, kind=st.sampled_from(list(CueKind)), ms=st.none() | st.integers(0, 60_000))
    def add_a_cue(self, at: int, kind: CueKind, ms: int | None) -> None:
        cue = Cue(short_id(), kind, at_ms=ms)

        def marked(row: Segment) -> Segment:
            row = edit.with_cue(row, cue)
            return edit.with_script(row, row.script + edit.cue_mark(cue.id)) if ms is None else row

        self.change_row(at, marked)

    @rule(at=AT, ms=st.integers(0, 60_000))
    def move_a_cue(self, at: int, ms: int) -> None:
        row = self.row(at)
        if row is not None and row.cues:
            moved = replace(row.cues[-1], at_ms=ms)
            self.change_row(at, lambda row: edit.with_cue(row, moved))

    @rule(at=AT)
    def remove_a_cue(self, at: int) -> None:
        row = self.row(at)
        if row is not None and row.cues:
            gone = row.cues[0].id
            self.change_row(at, lambda row: edit.without_cue(row, gone))

    @rule(title=NAMES, before=st.none() | AT)
    def add_a_part(self, title: str, before: int | None) -> None:
        part = Part(short_id(), title)
        place = None if before is None else self.part(before)
        self.act(lambda show: edit.with_new_part(show, part, place))

    @rule(at=AT, title=NAMES)
    def rename_a_part(self, at: int, title: str) -> None:
        part = self.part(at)
        self.act(lambda show: edit.renamed(show, part, title))

    @rule(at=AT, before=st.none() | AT)
    def move_a_part(self, at: int, before: int | None) -> None:
        part, place = self.part(at), None if before is None else self.part(before)
        self.act(lambda show: edit.with_moved_part(show, part, place))

    @rule(at=AT)
    def remove_a_part(self, at: int) -> None:
        part = self.part(at)
        self.act(lambda show: edit.without_part(show, part))

    @rule(at=AT, count=COUNTS)
    def loop_a_part(self, at: int, count: int) -> None:
        part = self.part(at)
        self.act(lambda show: edit.with_rounds(show, part, count))

    @rule(at=AT, title=NAMES)
    def split_a_part(self, at: int, title: str) -> None:
        row, part = self.row(at), short_id()
        if row is not None:
            self.act(lambda show: edit.split_part(show, row.id, title, part))

    @rule(name=NAMES, kind=st.sampled_from(list(ColumnKind)))
    def add_a_column(self, name: str, kind: ColumnKind) -> None:
        column = Column(short_id(), name, kind, ("亮", "暗") if kind is ColumnKind.CHOICE else ())
        self.act(lambda show: edit.with_column(show, column))

    @precondition(lambda self: self.show.columns)
    @rule(at=AT, name=NAMES)
    def rename_a_column(self, at: int, name: str) -> None:
        column = replace(self.show.columns[at % len(self.show.columns)], name=name)
        self.act(lambda show: edit.with_column(show, column))

    @precondition(lambda self: self.show.columns)
    @rule(at=AT, row=AT, value=NAMES)
    def fill_a_custom_cell(self, at: int, row: int, value: str) -> None:
        column = self.show.columns[at % len(self.show.columns)].id
        self.change_row(row, lambda old: old.with_custom(column, value))

    @precondition(lambda self: self.show.columns)
    @rule(at=AT)
    def remove_a_column(self, at: int) -> None:
        column = self.show.columns[at % len(self.show.columns)].id
        self.act(lambda show: edit.without_column(show, column))

    @rule(name=NAMES, cents=st.none() | st.integers(0, 10**7), at=AT, new=st.booleans())
    def change_a_product(self, name: str, cents: int | None, at: int, *, new: bool) -> None:
        kept = None if new else self.session.studio.products.get(self.product(at))
        product = replace(kept or Product(short_id(), name), live_cents=cents)
        self.session.edit(*put_product(product, ME))
        self.done()

    @rule(at=AT, places=SOME)
    def link_a_product(self, at: int, places: list[int]) -> None:
        product, ids = self.product(at), self.ids(places)
        self.act(lambda show: edit.with_products_linked(show, ids, product))

    @rule(at=AT)
    def remove_a_product(self, at: int) -> None:
        product = self.product(at)
        self.act(lambda show: edit.without_product(show, product))
        self.session.edit(*remove_product(self.session.studio, product, ME))
        self.done()

    @rule(name=NAMES, rate=st.floats(50, 400))
    def change_a_voice(self, name: str, rate: float) -> None:
        self.session.edit(*put_voice(Voice("v", name, zh_slow=rate, zh_fast=rate), ME))
        self.done()

    @rule(title=NAMES, on=st.none() | st.dates(date(2026, 1, 1)), out=st.integers(0, 86_399_999))
    def change_the_head(self, title: str, on: date | None, out: int) -> None:
        people = (Person(title, voice="v"),)
        self.act(lambda s: replace(s, title=title, on=on, hard_out=Time(out), people=people))

    @rule(goal=st.integers(60_000, 7_200_000))
    def repair(self, goal: int) -> None:
        self.act(lambda show: replace(show, target_ms=goal))
        offered = repairs(self.show)
        if offered:
            self.act(lambda show: apply(show, offered[0]))

    @rule(name=NAMES)
    def name_a_version(self, name: str) -> None:
        try:
            made = name_version(self.session.studio, "a", name, self.clock.wall(), new_id())
        except Refused:
            return
        self.clock.advance(1)
        self.session.edit(*made)
        self.done()

    @rule(at=AT)
    def restore_a_version(self, at: int) -> None:
        versions = versions_of(self.session.studio, "a")
        if versions:
            chosen = versions[at % len(versions)]
            self.session.edit(*restore_version(self.session.studio, chosen.id))
            self.done()

    @rule(title=NAMES, template=st.booleans())
    def copy_the_show_and_paste_from_it(self, title: str, *, template: bool) -> None:
        copy = new_id()
        made = as_template if template else duplicate_show
        self.session.edit(*made(self.session.studio, "a", title, copy))
        other = self.session.studio.shows.get(copy)
        assert other is not None
        self.clipboard = tuple(other.segments())[:3]
        self.session.edit(*remove_show(self.session.studio, copy))
        assert self.session.undo(SHOWS) is not None
        assert self.session.studio.shows.get(copy) == other

    @rule(steps=st.integers(1, 5))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            undone = self.session.undo(ME)
            assert (undone is None) == (self.now == 0)
            self.now = max(0, self.now - 1)
            assert self.document() == self.past[self.now]

    @rule(steps=st.integers(1, 5))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            redone = self.session.redo(ME)
            assert (redone is None) == (self.now == len(self.past) - 1)
            self.now = min(len(self.past) - 1, self.now + 1)
            assert self.document() == self.past[self.now]

    @rule()
    def undo_all_then_redo_all(self) -> None:
        here = self.now
        while self.session.undo(ME):
            pass
        assert self.document() == self.past[0]
        for _ in range(here):
            assert self.session.redo(ME) is not None
        assert self.document() == self.past[here]

    @rule()
    def restart(self) -> None:
        before = self.document()
        self.session.close()
        self.clock.advance(60)
        self.session = Session.open(self.home, self.clock)
        assert self.session.trouble is None
        assert self.document() == before
        self.past, self.now = [before], 0

    @invariant()
    def what_is_stored_is_what_is_shown(self) -> None:
        assert self.session._store.read("shows", "a") == self.show

    @invariant()
    def the_head_is_that_of_the_rows(self) -> None:
        stored = {u.id: u.head for u in self.session._store.load()["shows"]}
        assert stored["a"] == self.session.studio.shows.head("a")
        assert stored["a"].rows == len(self.rows())

    @invariant()
    def the_document_is_read_back_equal(self) -> None:
        studio = self.session.studio
        written = write(self.show, studio.products, studio.voices)
        found = read(written, "x")
        assert write(found.show, found.products, found.voices) == written

    def teardown(self) -> None:
        self.undo_all_then_redo_all()
        self.session.close()
        shutil.rmtree(self.home)


TestShow = ShowMachine.TestCase
TestShow.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
