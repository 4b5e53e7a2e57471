"""A show printed from the command line, in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.cli.main import main
from app.session.session import Session
from app.session.showing import put_samples
from app.show.samples.sample import sample


@pytest.fixture
def library(home: Path) -> Path:
    """Return a home with the samples in it."""
    session = Session.open(home)
    session.edit(*put_samples(sample()))
    session.close()
    return home


@pytest.mark.parametrize("sheet", ["producer", "host", "control", "cues"])
def test_every_sheet_is_printed_with_searchable_chinese(
    library: Path, tmp_path: Path, sheet: str
) -> None:
    assert library.is_dir()
    file = tmp_path / "a.pdf"
    arguments = ["--lang", "en", "show", "export", "sample-zh-1", str(file), "--sheet", sheet]
    assert main(arguments) == 0
    if shutil.which("pdftotext") is None:
        pytest.skip("skipped, because pdftotext is not installed")
    told = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "入冬厨房专场" in told
    assert "主推：山色炖锅" in told


def test_a_pdf_that_cannot_be_written_says_so_with_status_three(
    library: Path, tmp_path: Path
) -> None:
    assert library.is_dir()
    file = tmp_path / "none" / "a.pdf"
    assert main(["--lang", "en", "show", "export", "sample-zh-1", str(file)]) == 3
    assert not file.exists()
