"""The command line: verbs, languages, statuses, one JSON object; and the library verbs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from app.cli.main import main, spoken, verbs
from app.core.changes import Change, Touched
from app.core.clock import ManualClock
from app.core.settings import Settings, save_settings
from app.core.words import set_language, text
from app.room.place import Room
from app.session.session import Session
from app.storage.backup import backups
from app.storage.library import library_file


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def greenroom(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str) -> Answer:
        capsys.readouterr()
        status = main(arguments)
        set_language("en")
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


Run = Callable[..., Answer]


@pytest.fixture
def library(home: Path) -> Path:
    session = Session.open(home, ManualClock())
    change = Change(text("Add"), "room", frozenset({Touched.ROOM}))
    session.edit(change, lambda s: replace(s, rooms=s.rooms.put(Room("r", "One"))))
    session.close()
    return library_file(home)


def test_every_verb_says_what_it_does(greenroom: Run) -> None:
    said = greenroom("--help")
    assert said.status == 0
    assert all(name in said.out for name in verbs())
    for name in verbs():
        assert greenroom(name, "--help").status == 0


def test_the_version_is_said(greenroom: Run) -> None:
    assert greenroom("--version").out == f"greenroom {__version__}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        ["nothing"],
        ["--nothing"],
        ["library"],
        ["library", "nothing"],
        ["library", "where", "extra"],
        ["--lang", "fr", "library", "where"],
        ["library", "restore", "no such file"],
        ["models", "fetch", "nothing"],
    ],
)
def test_wrong_use_has_status_2_and_no_stack_trace(greenroom: Run, wrong: list[str]) -> None:
    said = greenroom(*wrong)
    assert said.status == 2
    assert "Traceback" not in said.out + said.err
    assert said.err


def test_the_answer_is_in_the_language_asked_for(greenroom: Run, home: Path) -> None:
    assert "资料库" in greenroom("--lang", "zh", "library", "where").out
    assert "资料库" in greenroom("--lang=zh", "--help").out
    assert "Library" in greenroom("library", "where").out
    save_settings(home, replace(Settings(), language="zh"))
    assert "资料库" in greenroom("library", "where").out
    assert "Library" in greenroom("--lang", "en", "library", "where").out


def test_the_language_of_the_system_is_taken(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert spoken([]) == "zh"
    assert spoken(["--lang", "en"]) == "en"
    assert spoken(["--lang"]) == "zh"


def test_a_verb_leaves_damaged_settings_for_the_window_to_say(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("damaged")
    assert spoken(["library", "where"]) in ("en", "zh")
    assert (home / "settings.toml").read_text() == "damaged"


def test_without_a_display_the_verbs_are_named(
    greenroom: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    said = greenroom()
    assert said.status == 3
    assert "no display" in said.err
    assert "library" in said.err


def test_where_names_the_places(greenroom: Run, library: Path) -> None:
    said = greenroom("library", "where", "--json", "-").json()
    assert said["library"] == str(library)
    assert said["exists"] is True
    assert len(said["backups"]) == 1


def test_a_machine_without_a_library_is_no_fault(greenroom: Run, home: Path) -> None:
    assert greenroom("library", "where", "--json", "-").json()["exists"] is False
    assert greenroom("library", "verify").status == 0
    assert greenroom("library", "backup").status == 3
    assert greenroom("library", "restore").status == 3
    assert not library_file(home).exists()


def test_verify_finds_damage_and_names_the_backup(greenroom: Run, library: Path) -> None:
    whole = greenroom("library", "verify", "--json", "-")
    assert (whole.status, whole.json()["whole"]) == (0, True)
    library.write_bytes(library.read_bytes()[:5000])
    damaged = greenroom("library", "verify", "--json", "-")
    assert damaged.status == 3
    assert damaged.json()["problems"]
    assert "newest good backup" in damaged.err
    assert "greenroom library restore" in damaged.err


def test_backup_and_restore_lose_nothing(greenroom: Run, library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "copy.sqlite"
    assert greenroom("library", "backup", str(copy)).status == 0
    assert greenroom("library", "backup", str(copy)).status == 2
    before = library.read_bytes()
    library.write_bytes(before[:5000])
    said = greenroom("library", "restore", str(copy), "--yes", "--json", "-").json()
    assert Path(said["kept"]).read_bytes() == before[:5000]
    assert greenroom("library", "verify").status == 0
    assert greenroom("library", "restore").status == 0  # the newest backup, no terminal to ask


def test_on_a_terminal_restore_asks_first(
    greenroom: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert greenroom("library", "restore").status == 130
    assert not (library.parent / "aside").exists()
    monkeypatch.setattr("sys.stdin", Terminal("y\n"))
    assert greenroom("library", "restore").status == 0
    assert (library.parent / "aside").exists()


def test_a_backup_joins_the_others(greenroom: Run, library: Path, home: Path) -> None:
    assert greenroom("library", "backup").status == 0
    assert len(backups(home)) == 2


def test_a_newer_library_is_the_environments_fault(greenroom: Run, library: Path) -> None:
    from contextlib import closing

    from app.storage.engine import connect

    with closing(connect(library)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9001'")
    said = greenroom("library", "verify")
    assert said.status == 3
    assert "newer Greenroom" in said.err


def test_json_goes_to_a_file_too(greenroom: Run, tmp_path: Path) -> None:
    file = tmp_path / "where.json"
    assert greenroom("library", "where", "--json", str(file)).status == 0
    assert json.loads(file.read_text())["exists"] is False
    assert greenroom("library", "where", "--json", str(tmp_path / "no" / "file")).status == 3


def test_the_doctor_looks_at_everything(greenroom: Run, library: Path) -> None:
    said = greenroom("doctor", "--json", "-")
    pieces = said.json()["pieces"]
    states = {(p["group"], p["name"]): p["state"] for p in pieces}
    assert {p["group"] for p in pieces} == {
        "versions", "devices", "fonts", "data", "library", "models",
    }  # fmt: skip
    assert states["library", "library"] == "good"
    assert states["data", "readings"] == "good"
    ill = {p["group"] for p in pieces if p["state"] == "ill"}
    assert (said.status, ill) in [(0, set()), (3, {"devices"})]  # no PortAudio on this machine


def test_the_doctor_finds_a_damaged_library(greenroom: Run, library: Path) -> None:
    library.write_bytes(b"damaged")
    assert greenroom("doctor").status == 3


def test_the_real_program_prints_one_json_object(home: Path) -> None:
    command = [sys.executable, "-c", "from app.cli.main import run; run()"]
    done = subprocess.run(
        [*command, "library", "where", "--json", "-"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["home"] == str(home)
