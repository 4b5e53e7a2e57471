"""The session: one verb, saved before shown, undone step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.changes import Change, Touched
from app.core.clock import ManualClock
from app.core.errors import Environment, Refused
from app.core.words import text
from app.metrics.reading import Reading
from app.room.judge import Judged, Verdict
from app.room.place import Golden, Room
from app.room.profiles import profiles
from app.room.report import RoomReport
from app.session.session import Session
from app.session.studio import Studio
from app.storage.backup import backups
from app.storage.library import library_file

RENAME = Change(text("Rename room"), "room", frozenset({Touched.ROOM}))
OTHER = Change(text("Edit profile"), "profiles", frozenset({Touched.PROFILE}))


def named(id: str, name: str) -> Callable[[Studio], Studio]:  # noqa: A002
    return lambda studio: replace(studio, rooms=studio.rooms.put(Room(id, name)))


def names(session: Session) -> list[str]:
    return [room.name for room in session.studio.rooms]


def a_report() -> RoomReport:
    judged = (Judged(Reading("sound.snr", 20.0), Verdict.FAIL, None),)
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return RoomReport(
        "report-1", at, "0.1.0", False, "One", profiles()[0], {}, judged, (), (), (), 9.0
    )


@pytest.fixture
def session(home: Path) -> Session:
    return Session.open(home, ManualClock())


def test_an_edit_is_stored_before_the_listeners_hear_of_it(session: Session, home: Path) -> None:
    seen: list[object] = []

    def listen(change: Change) -> None:
        with closing(sqlite3.connect(library_file(home))) as raw:
            seen.append((change, raw.execute("SELECT name FROM rooms").fetchall(), names(session)))

    stop = session.listen(listen)
    session.edit(RENAME, named("r", "One"))
    stop()
    session.edit(RENAME, named("r", "Two"))
    assert seen == [(RENAME, [("One",)], ["One"])]
    session.close()


def test_five_hundred_steps_are_undone_and_redone(session: Session) -> None:
    for number in range(505):
        session.edit(RENAME, named("r", f"name {number}"))
    after = session.studio
    undone = 0
    while session.undo("room"):
        undone += 1
    assert undone == 505
    assert session.studio == Studio()
    assert session.undo_label("room") is None
    while session.redo("room"):
        undone -= 1
    assert undone == 0
    assert session.studio == after
    session.close()


def test_undo_is_stored_too(session: Session, home: Path) -> None:
    session.edit(RENAME, named("r", "One"))
    session.edit(RENAME, named("r", "Two"))
    session.undo("room")
    session.close()
    again = Session.open(home, ManualClock())
    assert names(again) == ["One"]
    again.close()


def test_each_workspace_takes_back_its_own_steps(session: Session) -> None:
    own = profiles()[0].copied("own", "Mine")
    session.edit(RENAME, named("r", "One"))
    session.edit(OTHER, lambda s: replace(s, profiles=s.profiles.put(own)))
    assert session.undo("room") is RENAME
    assert names(session) == []
    assert session.studio.profiles.get("own") == own
    assert session.undo_label("room") is None
    assert str(session.undo_label("profiles")) == "Edit profile"
    assert str(session.redo_label("room")) == "Rename room"
    session.close()


def test_a_step_that_another_workspace_wrote_over_is_refused_once(session: Session) -> None:
    session.edit(RENAME, named("r", "One"))
    session.edit(OTHER, named("r", "Two"))
    with pytest.raises(Refused, match="changed again elsewhere"):
        session.undo("room")
    assert names(session) == ["Two"]
    assert session.undo("room") is None
    session.close()


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.edit(RENAME, named("r", "One"))
    session.edit(RENAME, named("r", "One"))
    session.undo("room")
    assert session.undo("room") is None
    session.close()


def test_a_refused_edit_changes_nothing(session: Session) -> None:
    def refuse(studio: Studio) -> Studio:
        raise Refused(text("no"))

    with pytest.raises(Refused):
        session.edit(RENAME, refuse)
    assert session.studio == Studio()
    assert session.undo_label("room") is None
    session.close()


def test_an_edit_that_cannot_be_stored_changes_nothing(session: Session, home: Path) -> None:
    session.edit(RENAME, named("r", "One"))
    heard: list[Change] = []
    session.listen(heard.append)
    with closing(sqlite3.connect(library_file(home))) as other:
        other.execute("PRAGMA busy_timeout = 0")
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    # A library that may not grow, which is what a full disk looks like to SQLite.
    with session._store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Environment, match="full"):
        session.edit(RENAME, named("big", "x" * 1_000_000))
    assert names(session) == ["One"]
    assert heard == []
    session.edit(RENAME, named("r", "Two"))
    assert names(session) == ["Two"]
    session.close()


def test_what_another_window_changed_first_is_shown_and_kept(home: Path) -> None:
    first, second = Session.open(home, ManualClock()), Session.open(home, ManualClock())
    first.edit(RENAME, named("r", "One"))
    with pytest.raises(Refused, match="another window"):
        second.edit(RENAME, named("r", "Two"))
    assert names(second) == ["One"]
    second.edit(RENAME, named("r", "Two"))
    assert names(second) == ["Two"]
    first.close()
    second.close()


def test_a_report_is_found_again_and_can_be_golden(session: Session, home: Path) -> None:
    heard: list[Change] = []
    session.listen(heard.append)
    session.save_report(a_report(), b"jpeg", room="r")
    assert heard[0].touched == {Touched.REPORT}
    head = session.reports("r")[0]
    assert (head.failed, head.has_still, head.room_name) == (1, True, "One")
    saved = session.report(head.id)
    assert saved is not None
    assert replace(saved, still=None) == a_report()
    assert session.still(head.id) == b"jpeg"
    assert session.trend("sound.snr", "r")[0].value == 20.0
    session.edit(RENAME, lambda s: replace(s, golden=s.golden.put(Golden("r", head.id))))
    session.close()
    again = Session.open(home, ManualClock())
    assert again.studio.golden.get("r") == Golden("r", head.id)
    again.close()


def test_closing_makes_a_backup_only_after_a_change(home: Path) -> None:
    Session.open(home, ManualClock()).close()
    assert backups(home) == ()
    session = Session.open(home, ManualClock())
    session.edit(RENAME, named("r", "One"))
    session.close()
    assert len(backups(home)) == 1


def test_a_damaged_library_is_read_only_until_its_backup_is_restored(home: Path) -> None:
    session = Session.open(home, ManualClock())
    session.edit(RENAME, named("r", "One"))
    session.close()
    content = library_file(home).read_bytes()
    library_file(home).write_bytes(content[:5000])
    damaged = Session.open(home, ManualClock())
    assert damaged.read_only
    assert damaged.offered is not None
    with pytest.raises(Environment, match="damaged"):
        damaged.edit(RENAME, named("r", "Two"))
    with pytest.raises(Environment, match="damaged"):
        damaged.save_report(a_report(), None)
    heard: list[Change] = []
    damaged.listen(heard.append)
    damaged.restore(damaged.offered.file)
    assert (damaged.read_only, damaged.trouble, names(damaged)) == (False, None, ["One"])
    assert heard[0].touched == set(Touched)
    damaged.edit(RENAME, named("r", "Two"))
    damaged.close()


def test_a_backup_that_is_none_leaves_the_library_open_as_it_was(
    session: Session, tmp_path: Path
) -> None:
    session.edit(RENAME, named("r", "One"))
    (tmp_path / "x").write_text("no library")
    with pytest.raises(Refused):
        session.restore(tmp_path / "x")
    session.edit(RENAME, named("r", "Two"))
    assert names(session) == ["Two"]
    session.close()


def test_the_session_loads_without_the_database() -> None:
    """The window opens before the library does."""
    import subprocess
    import sys

    script = "import sys, app.session.session; assert 'sqlalchemy' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2])
    assert done.returncode == 0
