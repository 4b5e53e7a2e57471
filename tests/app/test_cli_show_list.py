"""`greenroom show list`, `new` and `export`."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cli.main import main
from app.core.clock import ManualClock
from app.session.session import Session
from app.session.showing import put_product, put_show, put_voice
from app.show.document import Document, load
from app.show.product import Product
from app.show.show import Part, Person, Segment, Show
from app.show.voice import Voice

SHOW = Show(
    "0190-a",
    "双十一",
    on=date(2026, 11, 11),
    people=(Person("小美", voice="v1"),),
    parts=(Part("p", segments=(Segment("r", "product", products=("p1",)),)),),
)


@pytest.fixture
def kept(home: Path) -> Path:
    session = Session.open(home, ManualClock())
    for show in (SHOW, replace(SHOW, id="0190-b", title="later", on=date(2026, 12, 1))):
        session.edit(*put_show(show))
    session.edit(*put_show(replace(SHOW, id="0200-c", title="[no day]", on=None, archived=True)))
    for name in ("p1", "p2"):
        session.edit(*put_product(Product(name, name)))
        session.edit(*put_voice(Voice(f"v{name[1]}", name)))
    session.close()
    return home


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["--lang", "en", "show", *arguments])
    out, err = capfd.readouterr()
    return status, out, err


def test_an_empty_library_names_the_next_step(capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = told(capfd, "list")
    assert (status, out) == (0, "There is no show yet. `greenroom show new TITLE` makes one.\n")


def test_shows_are_listed_with_the_latest_day_first(
    kept: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = told(capfd, "list")
    assert status == 0
    assert out.splitlines() == [
        "0200-c  —  20:00:00  [no day]  rows: 1  archived",
        "0190-b  2026-12-01  20:00:00  later  rows: 1",
        "0190-a  2026-11-11  20:00:00  双十一  rows: 1",
    ]


def test_the_list_is_one_json_object(kept: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = told(capfd, "list", "--json", "-")
    assert status == 0
    assert json.loads(out)["shows"][2] == {
        "id": "0190-a",
        "title": "双十一",
        "on": "2026-11-11",
        "start": "20:00:00",
        "rows": 1,
        "parts": 1,
        "archived": False,
        "template": False,
        "sample": False,
    }


def test_a_new_show_can_begin_with_the_rows_of_a_format(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = told(capfd, "new", "今晚", "--format", "product")
    assert status == 0
    session = Session.open(home, ManualClock())
    show = session.studio.shows.get(out.strip())
    session.close()
    assert show is not None
    assert show.title == "今晚"
    assert list(show.segments())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", " "), "needs a title"),
        (("new", "x", "--format", "opera"), "no format “opera”"),
        (("export", "zz", "x.json"), "no show “zz”"),
        (("export", "0190", "x.json"), "“0190” is 2 shows"),
        (("export", "0190-a", "x.mp3"), "cannot be written as x.mp3"),
    ],
)
def test_wrong_use_is_refused_with_the_next_step(
    kept: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    status, out, err = told(capfd, *arguments)
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("name", ["0190-a", "双十一"])
def test_a_show_is_exported_with_what_it_links_to(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    file = tmp_path / "out.JSON"
    assert told(capfd, "export", name, str(file))[0] == 0
    assert load(file) == Document(SHOW, (Product("p1", "p1"),), (Voice("v1", "p1"),))


def test_a_show_is_printed_as_the_file_would_be(
    kept: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.json"
    told(capfd, "export", "0200", str(file))
    assert told(capfd, "export", "0200", "-")[:2] == (0, file.read_text("utf-8"))
