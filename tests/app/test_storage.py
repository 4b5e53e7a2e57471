"""The library file: what goes in comes out, and no failure leaves half of anything."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.errors import Environment, Refused
from app.core.words import Text
from app.metrics.reading import Reading
from app.metrics.signals import Zone
from app.room.judge import Judged, Verdict
from app.room.place import Golden, Room, Zones
from app.room.profiles import profiles
from app.room.report import RoomReport
from app.session.shelf import Kept
from app.storage.backup import back_up, backups
from app.storage.engine import connect, open_engine
from app.storage.kinds import kinds
from app.storage.library import library_file, open_library, restore, verify
from app.storage.migrate import SCRIPTS, State, head, shape, upgrade
from app.storage.schema import metadata
from app.storage.store import ChangedElsewhere, Step, Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOM = Room("r1", "一号直播间", note="窗边", profile="general", camera="C920")


def a_report(name: str = "report-1", snr: float | None = 31.5) -> RoomReport:
    readings = (
        Judged(
            Reading(
                "sound.snr", snr, 0.5, None if snr is not None else Text("no speech", "没有人说话")
            ),
            Verdict.PASS if snr is not None else Verdict.UNKNOWN,
            None,
        ),
    )
    return RoomReport(
        id=name,
        at=NOW,
        version="0.1.0",
        demo=False,
        room="一号直播间",
        profile=profiles()[0],
        devices={"camera": "C920"},
        judged=readings,
        causes=(),
        acts=(),
        missing=(),
        seconds=12.5,
    )


def opened(home: Path) -> Store:
    return open_library(home, NOW).store


def put(store: Store, value: Kept, kind: str = "rooms") -> None:
    store.write([Step(kind, value.id, None, value)])


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("rooms", ROOM),
        ("zones", Zones("douyin", (Zone(0, 0.1, 0.2, 0.3), Zone(0.5, 0, 0.5, 1)), None)),
        ("zones", Zones("", (), Zone(0.25, 0.25, 1 / 3, 0.1))),
        ("profiles", profiles()[0].copied("own-1", "我的 standard")),
    ],
)
def test_what_is_written_is_read_back_equal(home: Path, kind: str, value: Kept) -> None:
    store = opened(home)
    put(store, value, kind)
    store.close()
    assert open_library(home, NOW).values[kind] == [value]


def test_every_kind_has_its_field_in_the_studio() -> None:
    from app.session.studio import Studio

    assert set(kinds()) == set(Studio().shelves())


def test_a_changed_zone_touches_only_the_rows_that_differ(home: Path) -> None:
    store = opened(home)
    before = Zones("tiktok", (Zone(0, 0, 1, 1), Zone(0.1, 0.1, 0.2, 0.2), Zone(0, 0, 0.5, 0.5)))
    after = Zones("tiktok", (Zone(0, 0, 1, 1), Zone(0.1, 0.1, 0.3, 0.2)), Zone(0, 0, 0.1, 0.1))
    store.write([Step("zones", "tiktok", None, before)])
    store.write([Step("zones", "tiktok", before, after)])
    assert store.load()["zones"] == [after]
    store.write([Step("zones", "tiktok", after, None)])
    assert store.load()["zones"] == []


def test_settings_of_the_file_are_those_that_keep_data(home: Path) -> None:
    opened(home).close()
    engine = open_engine(library_file(home))
    with engine.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_migrations_make_the_tables_that_the_code_describes(home: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    opened(home).close()
    engine = open_engine(library_file(home))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_two_writers_of_one_room_do_not_overwrite_each_other(home: Path) -> None:
    first, second = opened(home), opened(home)
    put(first, ROOM)
    second.load()
    first.write([Step("rooms", "r1", ROOM, Room("r1", "first"))])
    with pytest.raises(ChangedElsewhere):
        second.write([Step("rooms", "r1", ROOM, Room("r1", "second"))])
    assert second.load()["rooms"] == [Room("r1", "first")]
    first.close()
    second.close()


def test_a_write_that_fails_in_its_second_step_stores_nothing(home: Path) -> None:
    store = opened(home)
    with pytest.raises(ChangedElsewhere):
        store.write([Step("rooms", "r1", None, ROOM), Step("rooms", "r2", ROOM, Room("r2", "x"))])
    assert store.load()["rooms"] == []
    put(store, ROOM)
    store.close()


def test_a_broken_character_is_refused_and_nothing_stored(home: Path) -> None:
    store = opened(home)
    with pytest.raises(Refused, match="broken character"):
        put(store, Room("r1", "\ud800"))
    assert store.load()["rooms"] == []
    store.close()


def test_a_report_comes_back_with_its_picture_and_its_trend(home: Path) -> None:
    store = opened(home)
    store.add_report(a_report("a"), "r1", b"jpeg")
    store.add_report(a_report("b", None), "r1", b"jpeg")
    assert store.report("a") == a_report("a")
    assert store.still("a") == store.still("b") == b"jpeg"
    assert [h.id for h in store.heads("r1", 10)] == ["b", "a"]
    assert [(p.value, p.verdict) for p in store.trend("sound.snr", "r1", 10)] == [
        (31.5, "pass"),
        (None, "unknown"),
    ]
    assert store.heads("another", 10) == ()
    assert verify(home).problems == ()
    store.close()


def test_reports_are_read_on_other_threads_while_the_library_is_written(home: Path) -> None:
    store = opened(home)
    store.add_report(a_report(), "r1", None)
    seen: list[int] = []

    def read() -> None:
        seen.extend(len(store.heads(None, 10)) for _ in range(30))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(30):
        put(store, Room(f"room-{number}", "x"))
    for thread in threads:
        thread.join(20)
    assert seen == [1] * 90
    store.close()


def test_a_golden_report_cannot_point_to_nothing(home: Path) -> None:
    from sqlalchemy.exc import IntegrityError

    store = opened(home)
    with pytest.raises(IntegrityError):
        put(store, Golden("r1", "no such report"), "golden")
    assert store.load()["golden"] == []
    store.close()


def test_verify_finds_a_spoilt_picture_and_a_spoilt_report(home: Path) -> None:
    store = opened(home)
    store.add_report(a_report("a"), "r1", b"jpeg")
    store.close()
    next((home / "media").rglob("*.jpg")).write_bytes(b"jpeX")
    with closing(connect(library_file(home))) as raw:
        raw.execute("UPDATE reports SET body = replace(body, '31.5', '41.5')")
    assert [p.en.split(" {")[0] for p in verify(home).problems] == ["Report", "The picture"]


def test_a_damaged_library_opens_read_only_and_offers_the_newest_good_backup(home: Path) -> None:
    store = opened(home)
    put(store, ROOM)
    store.close()
    good = back_up(library_file(home), home, NOW)
    back_up(library_file(home), home, datetime(2026, 3, 2, tzinfo=UTC)).file.write_bytes(b"rotten")
    content = bytearray(library_file(home).read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    library_file(home).write_bytes(content)

    damaged = open_library(home, NOW)
    assert damaged.read_only
    assert damaged.offered == good
    assert isinstance(damaged.trouble, Environment)
    assert "`greenroom library restore`" in damaged.trouble.todo.say("en")
    damaged.store.close()
    assert library_file(home).read_bytes() == content

    kept = restore(home, good.file, NOW)
    assert kept is not None
    assert kept.read_bytes() == content
    again = open_library(home, NOW)
    assert again.values["rooms"] == [ROOM]
    assert not again.read_only
    again.store.close()


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x07" * 4000]
)
def test_a_file_that_is_no_database_is_left_as_it_is(home: Path, content: bytes) -> None:
    store = opened(home)
    put(store, ROOM)
    store.close()
    back_up(library_file(home), home, NOW)
    library_file(home).write_bytes(content)
    damaged = open_library(home, NOW)
    assert damaged.read_only
    assert damaged.offered is not None
    damaged.store.close()
    assert library_file(home).read_bytes() == content


def test_a_row_that_makes_no_value_opens_the_rest_read_only(home: Path) -> None:
    store = opened(home)
    put(store, ROOM)
    put(store, profiles()[0].copied("own-1", "Mine"), "profiles")
    store.close()
    with closing(connect(library_file(home))) as raw:
        raw.execute("UPDATE profiles SET body = '{\"id\": 7}'")
    damaged = open_library(home, NOW)
    assert damaged.read_only
    assert damaged.values["rooms"] == [ROOM]
    assert damaged.values["profiles"] == []
    damaged.store.close()


def test_a_lost_library_begins_afresh_and_says_so(home: Path) -> None:
    store = opened(home)
    put(store, ROOM)
    store.close()
    back_up(library_file(home), home, NOW)
    library_file(home).unlink()
    fresh = open_library(home, NOW)
    assert fresh.offered is not None
    assert fresh.trouble is not None
    assert not fresh.read_only
    fresh.store.close()


def test_a_library_of_a_newer_app_is_refused_and_untouched(home: Path) -> None:
    opened(home).close()
    with closing(connect(library_file(home))) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9001'")
        raw.execute("UPDATE about SET value = '7.0'")
        raw.execute("PRAGMA journal_mode = DELETE")
    before = library_file(home).read_bytes()
    with pytest.raises(Environment, match=r"newer Greenroom \(7\.0, shape 9001"):
        open_library(home, NOW)
    assert library_file(home).read_bytes() == before


def test_a_database_of_another_program_is_refused_and_untouched(home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(library_file(home))) as raw:
        raw.execute("CREATE TABLE other (x)")
    with pytest.raises(Environment, match="no library of Greenroom"):
        open_library(home, NOW)


NEXT = f"{int(head()) + 1:04}"


def scripts_with(tmp_path: Path, body: str) -> Path:
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"{NEXT}_test.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision, down_revision = '{NEXT}', '{head()}'\ndef upgrade():\n{body}"
    )
    return scripts


ADDS = "    op.add_column('rooms', sa.Column('colour', sa.Text))\n"
REWRITES = (
    "    with op.batch_alter_table('zones') as batch:\n"
    "        batch.alter_column('version', nullable=True)\n"
)


def test_a_migration_that_fails_half_way_leaves_the_old_library_whole(
    home: Path, tmp_path: Path
) -> None:
    store = opened(home)
    put(store, ROOM)
    store.close()
    scripts = scripts_with(
        tmp_path, ADDS + "    op.execute('UPDATE rooms SET colour = 1')\n    1 / 0\n"
    )
    with pytest.raises(ZeroDivisionError):
        upgrade(library_file(home), scripts)
    assert shape(library_file(home)).revision == head()
    again = open_library(home, NOW)
    assert again.values["rooms"] == [ROOM]
    again.store.close()


def test_rewriting_a_table_keeps_the_rows_that_point_to_it(home: Path, tmp_path: Path) -> None:
    store = opened(home)
    put(store, Zones("jd", (Zone(0, 0, 1, 1),)), "zones")
    store.close()
    scripts = scripts_with(tmp_path, REWRITES)
    upgrade(library_file(home), scripts)
    with closing(connect(library_file(home))) as raw:
        assert raw.execute("SELECT count(*) FROM zone_rectangles").fetchone() == (1,)
    assert shape(library_file(home), scripts=scripts).state is State.CURRENT
    assert shape(library_file(home)).state is State.NEWER


def test_an_older_library_is_backed_up_before_it_is_changed(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(home).close()
    scripts = scripts_with(tmp_path, ADDS)
    monkeypatch.setattr("app.storage.migrate.shape.__defaults__", ("ro", scripts))
    monkeypatch.setattr("app.storage.migrate.upgrade.__defaults__", (scripts,))
    open_library(home, NOW).store.close()
    assert shape(library_file(home)).revision == NEXT
    copies = backups(home)
    assert [c.file.name for c in copies] == [
        f"library-20260301T120000.000000Z-before-{head()}-changes.sqlite"
    ]
    with closing(connect(copies[0].file, "ro")) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (head(),)


def test_migrations_are_numbered_without_a_gap() -> None:
    names = sorted(f.name for f in (SCRIPTS / "versions").glob("[0-9]*.py"))
    assert [n[:4] for n in names] == [f"{i:04}" for i in range(1, len(names) + 1)]
    assert head() == names[-1][:4]


def run_child(script: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(home)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        check=False,
    )


FULL_DISK = """
import resource, sys
from datetime import datetime, UTC
from pathlib import Path
from app.core.errors import Environment
from app.room.place import Room
from app.storage.library import open_library, library_file, media_folder
from app.storage import media
from app.storage.store import Step
home = Path(sys.argv[1])
opened = open_library(home, datetime.now(UTC))
store = opened.store
store.write([Step("rooms", "kept", None, Room("kept", "kept"))])
size = max(p.stat().st_size for p in home.iterdir() if p.is_file())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20000, size + 20000))
big = Room("big", "x" * 400_000)
try:
    store.write([Step("rooms", "big", None, big)])
except Environment as error:
    print(error.what.en)
try:
    media.place(media_folder(home), b"x" * 400_000, "image/jpeg")
except Environment as error:
    print(error.what.en)
store.write([Step("rooms", "small", None, Room("small", "small"))])
print(sorted(r.id for r in store.load()["rooms"]), list(media_folder(home).rglob("*.*")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="skipped, because Windows has no RLIMIT_FSIZE")
def test_a_full_disk_is_said_and_nothing_stored_is_lost(home: Path) -> None:
    done = run_child(FULL_DISK, home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "The library cannot be written: the disk is full or failing ({why}).",
        "The picture was not stored: {why}.",
        "['kept', 'small'] []",
    ]
    again = open_library(home, NOW)
    assert {r.id for r in again.values["rooms"]} == {"kept", "small"}  # type: ignore[attr-defined]
    again.store.close()


KILLED = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from app.room.place import Room
from app.storage.library import open_library
from app.storage.store import Step
store = open_library(Path(sys.argv[1]), datetime.now(UTC)).store
number = 0
while True:
    pair = [Step("rooms", f"{side}-{number}", None, Room(f"{side}-{number}", "x" * 5000)) for side in "ab"]
    store.write(pair)
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="skipped, because Windows has no SIGKILL")
@pytest.mark.parametrize("after", [3, 40, 77])
def test_a_process_killed_while_writing_leaves_a_whole_library(home: Path, after: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    with child.stdout:
        for line in child.stdout:
            if int(line) >= after:
                child.send_signal(signal.SIGKILL)
                break
        child.wait(20)
    again = open_library(home, NOW)
    ids = {r.id for r in again.values["rooms"]}  # type: ignore[attr-defined]
    again.store.close()
    assert not again.read_only
    assert {f"{side}-{n}" for n in range(after + 1) for side in "ab"} <= ids
    assert {i[2:] for i in ids if i[0] == "a"} == {i[2:] for i in ids if i[0] == "b"}
    assert verify(home).problems == ()


READ_ONLY = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from dataclasses import replace
from app.core.changes import Change
from app.core.errors import Environment
from app.core.words import text
from app.room.place import Room
from app.session.session import Session
from app.storage import library
home = Path(sys.argv[1])
library.open_library(home / "another", datetime.now(UTC)).store.close()  # loads what loads late
home.chmod(0o555)
if os.geteuid() == 0:  # to root nothing is read-only
    os.setgid(65534)
    os.setuid(65534)
session = Session.open(home)
print(session.read_only, session.trouble.what.en, [r.name for r in session.studio.rooms])
try:
    change = Change(text(""), "room", frozenset())
    session.edit(change, lambda s: replace(s, rooms=s.rooms.put(Room("z", "z"))))
except Environment as error:
    print(error.what.en, len(session.studio.rooms))
session.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="skipped, because Windows folders have no mode")
def test_a_library_in_a_folder_that_may_only_be_read_is_shown() -> None:
    # Not tmp_path: its parents are closed to other users, and root becomes one here.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / "home"
        store = opened(home)
        put(store, ROOM)
        store.close()
        library_file(home).chmod(0o444)
        done = run_child(READ_ONLY, home)
        home.chmod(0o755)
    assert done.stdout.splitlines() == [
        "True The library in {folder} may only be read. ['一号直播间']",
        "The library in {folder} may only be read. 1",
    ], done.stderr
