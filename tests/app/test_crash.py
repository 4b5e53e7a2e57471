"""A crash leaves a report that the next start reads once."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.session.crash import KEPT, bug_report, last_crash, watching, write_report


def crashed(home: Path, last_line: str) -> subprocess.CompletedProcess[str]:
    script = (
        "import sys, faulthandler\nfrom pathlib import Path\n"
        "from app.session.crash import watching\n"
        f"with watching(Path(sys.argv[1])):\n    {last_line}\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(home)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_bug_leaves_a_report_with_version_and_stack(home: Path) -> None:
    try:
        raise RuntimeError(f"broken in {Path.home()}")
    except RuntimeError as error:
        file = write_report(home, error)
    assert file is not None
    said = file.read_text()
    assert said.startswith("Greenroom ")
    assert "test_crash.py" in said
    assert said.rstrip().endswith("RuntimeError: broken in ~")


def test_the_next_start_reads_it_once(home: Path) -> None:
    write_report(home, ValueError("one"))
    report = last_crash(home)
    assert report is not None
    assert report.summary == "ValueError: one"
    assert last_crash(home) is None
    write_report(home, ValueError("two"))
    again = last_crash(home)
    assert again is not None
    assert again.summary == "ValueError: two"


def test_without_a_crash_there_is_nothing_to_read(home: Path) -> None:
    assert last_crash(home) is None
    with watching(home):
        pass
    assert last_crash(home) is None


def test_a_fault_below_python_is_read_by_the_next_start(home: Path) -> None:
    assert crashed(home, "faulthandler._sigsegv()").returncode != 0
    report = last_crash(home)
    assert report is not None
    assert "Segmentation fault" in report.summary
    assert "most recent call first" in report.file.read_text()
    assert last_crash(home) is None


def test_a_thread_that_dies_leaves_a_report(home: Path) -> None:
    def die() -> None:
        raise LookupError("in a thread")

    with watching(home):
        thread = threading.Thread(target=die)
        thread.start()
        thread.join()
    report = last_crash(home)
    assert report is not None
    assert report.summary == "LookupError: in a thread"


def test_the_hooks_are_those_of_before_afterwards(home: Path) -> None:
    before = sys.excepthook, threading.excepthook
    with watching(home):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook) == before


def test_only_the_newest_reports_stay(home: Path) -> None:
    for number in range(KEPT + 3):
        write_report(home, ValueError(str(number)))
    files = sorted((home / "crash").glob("crash-*.txt"))
    assert len(files) == KEPT
    assert f"ValueError: {KEPT + 2}" in files[-1].read_text()


def test_a_folder_that_cannot_be_written_to_is_no_second_crash(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("in the way")
    with watching(home):
        assert write_report(home, ValueError("x")) is None
    assert "x" in str(bug_report(home, ValueError("x")))
    assert last_crash(home) is None


@pytest.mark.parametrize("word", ["library", "where"])
def test_a_bug_on_the_command_line_is_a_sentence_and_status_70(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    from app.cli import main

    def broken() -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(main, "build", broken)
    assert main.main(["--lang", "en", word]) == 70
    said = capsys.readouterr()
    assert "A fault of Greenroom's own: ZeroDivisionError" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert len(list((home / "crash").glob("crash-*.txt"))) == 1
    assert last_crash(home) is None  # this run has told it already
