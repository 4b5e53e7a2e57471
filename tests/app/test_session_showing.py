"""Shows through the session: read when asked for, edited, named, restored and undone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from operator import methodcaller
from pathlib import Path

import pytest

from app.core.clock import ManualClock
from app.core.errors import Environment, Refused
from app.core.words import text
from app.session.session import Session
from app.session.shelf import LazyShelf, Shelf
from app.session.showing import (
    SHOWS,
    archive,
    as_template,
    cell_label,
    duplicate_show,
    edit_show,
    name_version,
    put_document,
    put_mapping,
    put_product,
    put_show,
    put_voice,
    remove_product,
    remove_samples,
    remove_show,
    restore_version,
    versions_of,
    workspace,
)
from app.session.studio import Studio
from app.show.document import Document
from app.show.head import ShowHead, head_of
from app.show.mapping import ImportMapping
from app.show.product import Product
from app.show.show import Part, Segment, Show
from app.show.voice import Voice
from app.storage.backup import backups
from app.storage.unread import Unread

AT = datetime(2026, 3, 1, tzinfo=UTC)
MASK = Product("p1", "面膜", live_cents=9900)


def a_show(name: str = "a", title: str = "双十一", rows: int = 3) -> Show:
    made = tuple(Segment(f"r{n}", "product", f"row {n}", products=("p1",)) for n in range(rows))
    return Show(name, title, parts=(Part("part", segments=made),))


def titled(title: str) -> Callable[[Show], Show]:
    return lambda show: replace(show, title=title)


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    opened = Session.open(home, ManualClock())
    yield opened
    opened.close()


def reopened(session: Session) -> Session:
    session.close()
    return Session.open(session.home, ManualClock())


def the(session: Session, name: str = "a") -> Show:
    found = session.studio.shows.get(name)
    assert found is not None
    return found


def reads(session: Session) -> list[str]:
    """Return a list that names the shows read of a library that is open already."""
    seen: list[str] = []
    for slot in session.studio.shows._slots.values():
        unread: Unread = slot._unread
        slot._unread = Unread(unread.head, noting(seen, unread))
    return seen


def noting(seen: list[str], unread: Unread) -> Callable[[], object]:
    def read() -> object:
        seen.append(unread.id)
        return unread.read()

    return read


def test_a_show_is_read_when_it_is_first_asked_for_and_once(session: Session) -> None:
    for name in "abc":
        session.edit(*put_show(a_show(name)))
    again = reopened(session)
    seen = reads(again)
    assert again.studio.shows.heads() == tuple(head_of(a_show(name)) for name in "abc")
    assert again.studio.shows.head("b") == head_of(a_show("b"))
    assert "b" in again.studio.shows
    assert len(again.studio.shows) == 3
    assert seen == []
    assert the(again, "b") == a_show("b")
    assert the(again, "b") is the(again, "b")
    assert seen == ["b"]
    again.close()


def test_an_edit_undo_and_redo_read_no_other_show(session: Session) -> None:
    for name in "abc":
        session.edit(*put_show(a_show(name)))
    again = reopened(session)
    seen = reads(again)
    again.edit(*edit_show("b", text("x"), titled("new")))
    again.edit(*put_show(a_show("d")))
    again.undo(workspace("b"))
    again.redo(workspace("b"))
    again.undo(SHOWS)
    assert seen == ["b"]
    assert [head.title for head in again.studio.shows.heads()] == ["双十一", "new", "双十一"]
    again.close()


def test_a_show_is_read_once_by_many_threads(session: Session) -> None:
    session.edit(*put_show(a_show(rows=200)))
    again = reopened(session)
    seen = reads(again)
    found: list[Show] = []

    def read() -> None:
        found.append(the(again))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert seen == ["a"]
    assert all(show is found[0] for show in found)
    assert found[0] == a_show(rows=200)
    again.close()


def test_six_hundred_cells_are_undone_and_done_again(session: Session) -> None:
    session.edit(*put_show(a_show()))
    start = the(session)
    for number in range(600):
        row = replace(start.parts[0].segments[number % 3], title=f"t{number}")
        label = cell_label(text("title"), "row")
        session.edit(*edit_show("a", label, methodcaller("with_segment", row)))
    end = the(session)
    count = 0
    while session.undo(workspace("a")):
        count += 1
    assert (count, the(session)) == (600, start)
    while session.redo(workspace("a")):
        count -= 1
    assert (count, the(session)) == (0, end)
    again = reopened(session)
    assert the(again) == end
    again.close()


def test_each_show_has_its_own_history(session: Session) -> None:
    session.edit(*put_show(a_show("a")))
    session.edit(*put_show(a_show("b")))
    session.edit(*edit_show("a", text("A"), titled("A")))
    session.edit(*edit_show("b", text("B"), titled("B")))
    session.undo(workspace("a"))
    assert (the(session, "a").title, the(session, "b").title) == ("双十一", "B")
    assert str(session.undo_label(SHOWS)) == "New show 双十一"


def test_an_edit_of_a_show_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="no show “x”"):
        session.edit(*edit_show("x", text("x"), titled("x")))


def test_removing_a_show_takes_its_versions_and_undo_brings_both_back(session: Session) -> None:
    session.edit(*put_show(a_show("a")))
    session.edit(*put_show(a_show("b")))
    session.edit(*name_version(session.studio, "a", "first", AT, "v1"))
    session.edit(*name_version(session.studio, "b", "other", AT, "v2"))
    again = reopened(session)
    before = again.studio
    again.edit(*remove_show(again.studio, "a"))
    assert [head.id for head in again.studio.shows.heads()] == ["b"]
    assert [head.id for head in again.studio.versions.heads()] == ["v2"]
    assert str(again.undo_label(SHOWS)) == "Remove 双十一"
    again.undo(SHOWS)
    assert again.studio == before
    assert the(again) == a_show("a")
    again.close()


def test_a_copy_is_a_show_of_its_own(session: Session) -> None:
    session.edit(*put_show(replace(a_show(), sample=True)))
    session.edit(*duplicate_show(session.studio, "a", "二场", "copy"))
    session.edit(*edit_show("copy", text("x"), lambda show: replace(show, parts=())))
    assert len(list(the(session).segments())) == 3
    assert (the(session, "copy").title, the(session, "copy").sample) == ("二场", False)


def test_a_template_is_a_copy_without_a_day(session: Session) -> None:
    session.edit(*put_show(replace(a_show(), on=AT.date())))
    session.edit(*as_template(session.studio, "a", "周播", "t"))
    made = the(session, "t")
    assert (made.template, made.on, made.parts) == (True, None, a_show().parts)
    session.edit(*duplicate_show(session.studio, "t", "今晚", "n"))
    assert not the(session, "n").template


def test_a_show_is_archived_and_taken_out_again(session: Session) -> None:
    session.edit(*put_show(a_show()))
    session.edit(*archive(session.studio, "a", archived=True))
    assert session.studio.shows.heads()[0].archived
    assert str(session.undo_label(SHOWS)) == "Archive 双十一"
    session.edit(*archive(session.studio, "a", archived=False))
    assert not session.studio.shows.heads()[0].archived


def test_restoring_a_version_is_one_step_back_and_forth(session: Session) -> None:
    session.edit(*put_product(MASK))
    session.edit(*put_product(Product("p2", "not linked")))
    session.edit(*put_show(a_show()))
    session.edit(*name_version(session.studio, "a", " 初稿 ", AT, "v1"))
    session.edit(*edit_show("a", text("x"), lambda show: replace(show, parts=(), title="new")))
    session.edit(*remove_product(session.studio, "p1"))
    again = reopened(session)
    now = the(again)
    again.edit(*restore_version(again.studio, "v1"))
    assert the(again) == a_show()
    assert again.studio.products.get("p1") == MASK
    assert str(again.undo_label(workspace("a"))) == "Restore version 初稿"
    again.undo(workspace("a"))
    assert the(again) == now
    assert "p1" not in again.studio.products
    version = again.studio.versions.get("v1")
    assert version is not None
    assert version.products == (MASK,)
    again.close()


def test_a_version_leaves_the_present_price_of_a_product(session: Session) -> None:
    session.edit(*put_product(MASK))
    session.edit(*put_show(a_show()))
    session.edit(*name_version(session.studio, "a", "first", AT, "v1"))
    session.edit(*put_product(replace(MASK, live_cents=8900)))
    session.edit(*edit_show("a", text("x"), titled("new")))
    session.edit(*restore_version(session.studio, "v1"))
    assert session.studio.products.get("p1") == replace(MASK, live_cents=8900)


def test_versions_are_listed_newest_first(session: Session) -> None:
    session.edit(*put_show(a_show()))
    for day, name in ((2, "v2"), (3, "v1"), (1, "v3")):
        at = datetime(2026, 3, day, tzinfo=UTC)
        session.edit(*name_version(session.studio, "a", name, at, name))
    assert [head.name for head in versions_of(session.studio, "a")] == ["v1", "v2", "v3"]
    assert versions_of(session.studio, "b") == ()


@pytest.mark.parametrize("name", ["", "  "])
def test_a_version_needs_a_name(session: Session, name: str) -> None:
    session.edit(*put_show(a_show()))
    with pytest.raises(Refused, match="needs a name"):
        name_version(session.studio, "a", name, AT, "v")


def test_a_document_brings_what_the_studio_lacks_and_changes_nothing_it_has(
    session: Session,
) -> None:
    session.edit(*put_product(MASK))
    session.edit(*put_voice(Voice("v1", "mine")))
    document = Document(
        a_show(),
        (replace(MASK, live_cents=1), Product("p2", "new")),
        (Voice("v1", "theirs"), Voice("v2", "new")),
    )
    before = session.studio
    session.edit(*put_document(document))
    assert the(session) == a_show()
    assert [p.live_cents for p in session.studio.products] == [9900, None]
    assert [v.name for v in session.studio.voices] == ["mine", "new"]
    session.undo(SHOWS)
    assert session.studio == before


def test_the_columns_of_a_sheet_are_remembered(session: Session) -> None:
    session.edit(*put_mapping(ImportMapping("sig", (("价格", "live"),))))
    again = reopened(session)
    assert again.studio.mappings.get("sig") == ImportMapping("sig", (("价格", "live"),))
    again.close()


def test_the_samples_go_in_one_step(session: Session) -> None:
    session.edit(*put_show(a_show("mine")))
    session.edit(*put_product(MASK))
    mine = session.studio
    session.edit(*put_show(replace(a_show("theirs"), sample=True)))
    session.edit(*put_product(Product("p2", "x", sample=True)))
    session.edit(*put_voice(Voice("v", "x", sample=True)))
    session.edit(*remove_samples(session.studio))
    assert session.studio == mine
    session.undo(SHOWS)
    assert "theirs" in session.studio.shows


def test_a_session_verifies_and_backs_up_what_it_holds(session: Session) -> None:
    session.edit(*put_show(a_show()))
    assert (session.verify().shows, session.verify().problems) == (1, ())
    made = session.back_up()
    assert backups(session.home) == (made,)


def test_a_show_that_cannot_be_read_says_so_and_the_others_can(session: Session) -> None:
    session.edit(*put_show(a_show("a")))
    session.edit(*put_show(a_show("b")))
    with session._store._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM segments WHERE show = 'a' AND id = 'r1'")
    again = reopened(session)
    assert not again.read_only
    with pytest.raises(Environment, match="shows a cannot be read"):
        again.studio.shows.get("a")
    assert the(again, "b") == a_show("b")
    again.close()


def test_a_shelf_is_in_the_order_of_the_ids_however_it_was_filled() -> None:
    products = [Product(name, name) for name in "dbace"]
    shelf = Shelf[Product]().put_all(products[:2]).put(products[2]).put_all(products[3:])
    assert [p.id for p in shelf] == list("abcde")
    assert shelf == Shelf(products)
    assert shelf.put(products[0]) is shelf
    twice = shelf.put_all((Product("a", "x"), Product("a", "y")))
    assert next(iter(twice)).name == "y"
    assert [p.id for p in shelf.without_all("ace")] == ["b", "d"]
    assert shelf.without("z") is shelf


def test_a_lazy_shelf_compares_by_content() -> None:
    def shelf(*titles: str) -> LazyShelf[Show, ShowHead]:
        return LazyShelf(head_of, [Show(t, t) for t in titles])

    assert shelf("a", "b") == shelf("b", "a")
    assert shelf("a") != shelf("b")
    assert shelf("a").changed(shelf("b", "a")) == ("b",)
    assert Studio() == Studio()
