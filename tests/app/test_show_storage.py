"""Shows in the library: read on first use, written a row a segment, whole or not at all."""

from __future__ import annotations

import shutil
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

import pytest
from sqlalchemy import event

from app.core.errors import Environment, Refused
from app.session.shelf import Kept
from app.show.head import ShowHead, head_of
from app.show.mapping import ImportMapping
from app.show.product import PricePoint, Product, Role
from app.show.show import Beat, Cue, CueKind, Part, Person, Segment, Show, Time
from app.show.version import Version
from app.show.voice import Voice
from app.storage.backup import backups
from app.storage.engine import connect
from app.storage.library import library_file, open_library, verify
from app.storage.migrate import SCRIPTS, shape, upgrade
from app.storage.store import ChangedElsewhere, Gone, Step, Store
from app.storage.unread import Unread

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def row(name: str, title: str = "") -> Segment:
    return Segment(name, "product", title, beats=(Beat(f"b{name}", "hook", f"词 {name}"),))


def a_show(name: str = "s1", rows: int = 3) -> Show:
    made = tuple(row(f"r{at}", f"环节 {at}") for at in range(rows))
    return Show(
        name,
        "双十一",
        on=date(2026, 11, 11),
        hard_out=Time(79_200_000),
        people=(Person("小美", voice="v1"),),
        parts=(Part("p1", "开场", made[:1]), Part("p2", "", made[1:], count=9), Part("p3", "空")),
    )


def opened(home: Path) -> Store:
    return open_library(home, NOW).store


def put(store: Store, kind: str, value: Kept) -> None:
    store.write([Step(kind, value.id, None, value)])


class Statements:
    """What is sent to the database while the block runs, by table and verb."""

    def __init__(self, store: Store) -> None:
        self._engine = store._engine
        self.sent: list[tuple[str, int]] = []

    def _note(self, *sent: Any) -> None:
        statement, parameters, many = sent[2], sent[3], sent[5]
        self.sent.append((statement, len(parameters) if many else 1))

    def __enter__(self) -> Self:
        event.listen(self._engine, "before_cursor_execute", self._note)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._note)

    def writes(self) -> list[tuple[str, int]]:
        """Return verb and table of each statement that writes, and of how many rows."""
        verbs = {"INSERT": 2, "UPDATE": 1, "DELETE": 2}
        return [
            (f"{words[0]} {words[verbs[words[0]]]}", rows)
            for words, rows in ((statement.split(), rows) for statement, rows in self.sent)
            if words[0] in verbs
        ]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("products", Product("p", "面膜", role=Role.WELFARE, prices=(PricePoint(NOW.date(), 1),))),
        ("products", Product("p", "")),
        ("voices", Voice("v", "小美", zh_slow=200.5)),
        ("mappings", ImportMapping("a" * 64, (("价格", "live"), ("环节", "title")))),
    ],
)
def test_what_is_written_is_read_back_equal(home: Path, kind: str, value: Kept) -> None:
    store = opened(home)
    put(store, kind, value)
    store.close()
    assert open_library(home, NOW).values[kind] == [value]


def test_of_a_show_only_the_head_is_read_when_the_library_opens(home: Path) -> None:
    store = opened(home)
    put(store, "shows", a_show())
    with Statements(store) as sent:
        found = store.load()["shows"]
    assert not [s for s, _ in sent.sent if "segments" in s or "outline" in s]
    assert [u.head for u in found] == [
        ShowHead("s1", "双十一", date(2026, 11, 11), 72_000_000, rows=3, parts=3)
    ]
    assert found[0].read() == a_show()
    store.close()


def test_the_stored_head_is_the_head_of_the_value(home: Path) -> None:
    store = opened(home)
    shows = [a_show("a"), Show("b", "", archived=True), Show("c", "x", template=True, sample=True)]
    for show in shows:
        put(store, "shows", show)
    assert [u.head for u in store.load()["shows"]] == [head_of(show) for show in shows]
    store.close()


def test_a_version_comes_back_whole_with_its_products(home: Path) -> None:
    store = opened(home)
    version = Version("v", "s1", "初稿", NOW, a_show(), (Product("p", "面膜"),))
    put(store, "versions", version)
    found: Unread = store.load()["versions"][0]
    assert (found.head.show, found.head.name, found.head.at) == ("s1", "初稿", NOW)
    assert found.read() == version
    store.close()


def test_typing_in_one_cell_writes_one_row_and_the_version_of_its_show(home: Path) -> None:
    store = opened(home)
    before = a_show(rows=50)
    put(store, "shows", before)
    after = before.with_segment(row("r7", "另一个"))
    with Statements(store) as sent:
        store.write([Step("shows", "s1", before, after)])
    assert sent.writes() == [("UPDATE shows", 1), ("UPDATE segments", 1)]
    assert "outline" not in next(s for s, _ in sent.sent if s.startswith("UPDATE shows"))
    assert store.read("shows", "s1") == after
    store.close()


def test_moving_a_row_writes_the_outline_alone(home: Path) -> None:
    store = opened(home)
    before = a_show(rows=4)
    put(store, "shows", before)
    first, second, third = before.parts
    moved = replace(second, segments=second.segments[::-1])
    after = replace(before, parts=(first, moved, third))
    with Statements(store) as sent:
        store.write([Step("shows", "s1", before, after)])
    assert sent.writes() == [("UPDATE shows", 1)]
    assert store.read("shows", "s1") == after
    store.close()


def test_many_rows_are_changed_by_one_statement(home: Path) -> None:
    store = opened(home)
    before = a_show(rows=200)
    put(store, "shows", before)
    after = before.with_segments(lambda s: replace(s, note="x"))
    with Statements(store) as sent:
        store.write([Step("shows", "s1", before, after)])
    assert sent.writes() == [("UPDATE shows", 1), ("UPDATE segments", 200)]
    store.write([Step("shows", "s1", after, replace(after, parts=()))])
    assert store.read("shows", "s1").parts == ()
    store.close()


def test_two_rows_with_one_id_are_not_stored(home: Path) -> None:
    store = opened(home)
    twice = Show("s1", "x", parts=(Part("p", segments=(row("r"), row("r"))),))
    with pytest.raises(ValueError, match="same id"):
        put(store, "shows", twice)
    assert store.load()["shows"] == []
    store.close()


def test_two_shows_may_use_the_same_row_ids(home: Path) -> None:
    store = opened(home)
    put(store, "shows", a_show("a"))
    put(store, "shows", a_show("b"))
    store.write([Step("shows", "a", a_show("a"), None)])
    assert store.read("shows", "b") == a_show("b")
    store.close()


def test_a_show_that_another_window_changed_is_not_written_over(home: Path) -> None:
    first, second = opened(home), opened(home)
    put(first, "shows", a_show())
    seen = second.load()["shows"][0].read()
    changed = replace(a_show(), title="A")
    first.write([Step("shows", "s1", a_show(), changed)])
    with pytest.raises(ChangedElsewhere):
        second.write([Step("shows", "s1", seen, replace(seen, title="B"))])
    assert second.load()["shows"][0].read() == changed
    first.close()
    second.close()


def test_what_is_read_late_can_be_written_although_it_changed_before(home: Path) -> None:
    first, second = opened(home), opened(home)
    put(first, "shows", a_show())
    unread: Unread = second.load()["shows"][0]
    changed = replace(a_show(), title="A")
    first.write([Step("shows", "s1", a_show(), changed)])
    seen = unread.read()
    assert seen == changed
    second.write([Step("shows", "s1", seen, replace(seen, title="B"))])
    assert first.read("shows", "s1").title == "B"
    first.close()
    second.close()


def test_what_an_older_load_reads_late_lets_nothing_be_written_over(home: Path) -> None:
    first, second = opened(home), opened(home)
    put(first, "shows", a_show())
    old: Unread = second.load()["shows"][0]
    seen = second.load()["shows"][0].read()
    changed = replace(a_show(), title="A")
    first.write([Step("shows", "s1", a_show(), changed)])
    assert old.read() == changed
    with pytest.raises(ChangedElsewhere):
        second.write([Step("shows", "s1", seen, replace(seen, title="B"))])
    first.close()
    second.close()


def test_nothing_is_read_of_a_library_that_was_closed(home: Path) -> None:
    store = opened(home)
    put(store, "shows", a_show())
    unread: Unread = store.load()["shows"][0]
    store.close()
    with pytest.raises(Gone):
        unread.read()


def test_a_show_that_another_window_removed_is_said_to_be_gone(home: Path) -> None:
    first, second = opened(home), opened(home)
    put(first, "shows", a_show())
    unread: Unread = second.load()["shows"][0]
    first.write([Step("shows", "s1", a_show(), None)])
    with pytest.raises(Gone):
        unread.read()
    first.close()
    second.close()


def test_shows_are_read_on_other_threads_while_the_library_is_written(home: Path) -> None:
    store = opened(home)
    put(store, "shows", a_show("kept", 40))
    seen: list[bool] = []

    def read() -> None:
        seen.extend(store.read("shows", "kept") == a_show("kept", 40) for _ in range(10))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(30):
        put(store, "shows", a_show(f"n{number}"))
    for thread in threads:
        thread.join(20)
    assert seen == [True] * 30
    store.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE segments SET body = '{\"kind\": 7}' WHERE id = 'r1'",
        "UPDATE segments SET body = '[]' WHERE id = 'r1'",
        "UPDATE segments SET body = 'x' WHERE id = 'r1'",
        "DELETE FROM segments WHERE id = 'r1'",
        "UPDATE shows SET outline = '[]'",
        "UPDATE shows SET outline = '{}'",
        "UPDATE shows SET header = 'null'",
    ],
)
def test_a_show_that_is_spoilt_is_said_and_the_rest_works(home: Path, spoil: str) -> None:
    store = opened(home)
    put(store, "shows", a_show())
    with closing(connect(library_file(home))) as raw:
        raw.execute(spoil)
    put(store, "shows", a_show("other"))
    found = {u.id: u for u in store.load()["shows"]}
    with pytest.raises((Environment, Refused), match="cannot be read"):
        found["s1"].read()
    assert found["other"].read() == a_show("other")
    store.close()
    assert [p.en for p in verify(home).problems] == ["{what} cannot be read: {why}."]
    assert verify(home).shows == 2


def test_a_broken_character_in_a_row_is_refused_and_nothing_stored(home: Path) -> None:
    store = opened(home)
    with pytest.raises(Refused, match="broken character"):
        put(store, "shows", Show("s", "x", parts=(Part("p", segments=(row("r", "\ud800"),)),)))
    assert store.load()["shows"] == []
    store.close()


def test_words_are_stored_as_a_person_reads_them(home: Path) -> None:
    store = opened(home)
    cue = Cue("c", CueKind.LINK, "上链接")
    put(
        store,
        "shows",
        Show("s", "x", parts=(Part("p", segments=(Segment("r", "", cues=(cue,)),)),)),
    )
    store.close()
    with closing(connect(library_file(home))) as raw:
        body = raw.execute("SELECT body FROM segments").fetchone()[0]
    assert body == '{"kind":"","cues":[{"id":"c","kind":"link","what":"上链接"}]}'


def first_library(home: Path, tmp_path: Path) -> None:
    """Make the library of the first release, with a room in it."""
    scripts = tmp_path / "first"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]*"))
    home.mkdir()
    upgrade(library_file(home), scripts)
    with closing(connect(library_file(home))) as raw:
        raw.execute("INSERT INTO rooms VALUES ('r1', 4, '一号', '', '', '', '', '')")
    assert shape(library_file(home)).revision == "0001"


def test_a_library_of_the_first_release_is_backed_up_and_keeps_what_it_holds(
    home: Path, tmp_path: Path
) -> None:
    first_library(home, tmp_path)
    again = open_library(home, NOW)
    assert [room.id for room in again.values["rooms"]] == ["r1"]  # type: ignore[attr-defined]
    assert again.values["shows"] == []
    put(again.store, "shows", a_show())
    assert again.store.read("shows", "s1") == a_show()
    again.store.close()
    assert [b.file.name for b in backups(home)] == [
        "library-20260301T120000.000000Z-before-0001-changes.sqlite"
    ]
    assert shape(backups(home)[0].file).revision == "0001"
    assert verify(home).problems == ()
