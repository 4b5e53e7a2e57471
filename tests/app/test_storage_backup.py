"""Backups: which are kept, that they are whole, and that restoring loses nothing."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Environment, Refused
from app.room.place import Room
from app.storage.backup import Backup, back_up, backups, copy_library, newest_good, thinned
from app.storage.bundle import pack, unpack
from app.storage.engine import connect
from app.storage.library import library_file, open_library, restore, verify
from app.storage.store import Step, Store

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


def copies(*ages: timedelta) -> list[Backup]:
    return [Backup(Path(f"b{at}"), NOW - age) for at, age in enumerate(ages)]


def begun(home: Path, name: str = "one") -> Store:
    store = open_library(home, NOW).store
    store.write([Step("rooms", name, None, Room(name, name))])
    return store


def test_a_copy_every_hour_for_three_years_thins_to_some_dozens() -> None:
    hourly = copies(*(timedelta(hours=h) for h in range(24 * 365 * 3)))
    kept = set(hourly) - thinned(hourly, NOW)
    ages = sorted((NOW - b.at) / timedelta(days=1) for b in kept)
    assert len(kept) <= 5 + 15 + 9 + 26
    assert ages[0] == 0
    assert sum(age < 14 for age in ages) >= 14
    assert ages[-1] > 23 * 30


def test_the_newest_five_stay_however_old() -> None:
    old = copies(*(timedelta(days=4000 + d) for d in range(9)))
    assert thinned(old, NOW) == frozenset(old[5:])


@given(st.lists(st.integers(-1000, 2_000_000), max_size=60))
def test_thinning_twice_is_thinning_once(minutes: list[int]) -> None:
    made = copies(*(timedelta(minutes=m) for m in minutes))
    gone = thinned(made, NOW)
    rest = [b for b in made if b not in gone]
    assert thinned(rest, NOW) == frozenset()
    assert not made or max(made, key=lambda b: b.at) in rest


def test_a_backup_is_one_whole_file_made_while_the_library_is_in_use(home: Path) -> None:
    store = begun(home)
    made = back_up(library_file(home), home, NOW)
    assert sorted(p.name for p in made.file.parent.iterdir()) == [made.file.name]
    with closing(connect(made.file, "ro")) as raw:
        assert raw.execute("SELECT name FROM rooms").fetchall() == [("one",)]
    assert backups(home) == (made,)
    store.close()


def test_the_newest_good_backup_passes_over_a_rotten_one(home: Path) -> None:
    begun(home).close()
    good = back_up(library_file(home), home, NOW - timedelta(days=1))
    back_up(library_file(home), home, NOW).file.write_bytes(b"rotten")
    assert newest_good(home) == good


def test_no_backup_is_made_where_the_disk_refuses(home: Path, tmp_path: Path) -> None:
    begun(home).close()
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Environment, match="No backup was made"):
        copy_library(library_file(home), tmp_path / "file" / "copy.sqlite")


def test_restoring_keeps_the_library_before_it(home: Path) -> None:
    store = begun(home)
    copy = back_up(library_file(home), home, NOW)
    store.write([Step("rooms", "two", None, Room("two", "two"))])
    store.close()
    kept = restore(home, copy.file, NOW)
    assert kept is not None
    with closing(sqlite3.connect(kept)) as raw:
        assert raw.execute("SELECT count(*) FROM rooms").fetchone() == (2,)
    again = open_library(home, NOW)
    assert again.values["rooms"] == [Room("one", "one")]
    again.store.close()


def test_restoring_under_an_open_window_is_refused(home: Path) -> None:
    begun(home).close()
    copy = back_up(library_file(home), home, NOW)
    other = open_library(home, NOW).store
    other.load()
    with pytest.raises(Environment, match="another window"):
        restore(home, copy.file, NOW)
    other.write([Step("rooms", "two", None, Room("two", "two"))])
    assert len(other.load()["rooms"]) == 2
    other.close()
    assert not list(home.glob("*.new"))


@pytest.mark.parametrize("content", [b"", b"some text", None])
def test_what_is_no_library_is_refused_and_nothing_changes(
    home: Path, tmp_path: Path, content: bytes | None
) -> None:
    begun(home).close()
    before = library_file(home).read_bytes()
    source = tmp_path / "source.sqlite"
    if content is None:
        with closing(sqlite3.connect(source)) as raw:
            raw.execute("CREATE TABLE x (y)")
    else:
        source.write_bytes(content)
    with pytest.raises(Refused):
        restore(home, source, NOW)
    with pytest.raises(Refused):
        restore(home, tmp_path / "missing", NOW)
    assert library_file(home).read_bytes() == before


def with_a_picture(home: Path) -> Store:
    from app.room.profiles import profiles
    from app.room.report import RoomReport

    store = begun(home)
    report = RoomReport("p", NOW, "0.1.0", False, "One", profiles()[0], {}, (), (), (), (), 1.0)
    store.add_report(report, "one", b"jpeg")
    return store


def test_a_zip_carries_the_pictures_to_another_machine(home: Path, tmp_path: Path) -> None:
    with_a_picture(home).close()
    pack(home, tmp_path / "studio.zip")
    elsewhere = tmp_path / "elsewhere"
    assert unpack(elsewhere, tmp_path / "studio.zip", NOW) is None
    store = open_library(elsewhere, NOW).store
    assert store.still("p") == b"jpeg"
    store.close()
    assert verify(elsewhere).problems == ()


@pytest.mark.parametrize("content", [b"", b"some text", None])
def test_a_zip_that_is_no_backup_is_refused(
    home: Path, tmp_path: Path, content: bytes | None
) -> None:
    begun(home).close()
    before = library_file(home).read_bytes()
    source = tmp_path / "x.zip"
    if content is None:
        with zipfile.ZipFile(source, "w") as packed:
            packed.writestr("../evil", "x")
            packed.writestr("library.sqlite", "no database")
    else:
        source.write_bytes(content)
    with pytest.raises(Refused):
        unpack(home, source, NOW)
    assert library_file(home).read_bytes() == before
    assert not (tmp_path / "evil").exists()


def test_pictures_outside_their_folder_are_left_in_the_zip(home: Path, tmp_path: Path) -> None:
    begun(home).close()
    copy_library(library_file(home), tmp_path / "library.sqlite")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.write(tmp_path / "library.sqlite", "library.sqlite")
        packed.writestr("media/../../evil.jpg", "x")
    unpack(home, tmp_path / "x.zip", NOW)
    assert not (home / "media").exists()
    assert not list(tmp_path.rglob("evil*"))
