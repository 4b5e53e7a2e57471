"""A show written as each kind of file: everything in it, nothing that runs, and read back the same."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Environment, Refused
from app.exchange.sheet.reading import read
from app.exchange.show_files import WRITERS, timed, write_show
from app.exchange.show_sheets import Sheet, sheet_html
from app.show.document import Document, linked, load
from app.show.product import Product
from app.show.samples.sample import sample
from app.show.show import Part, Segment, Show

NASTY = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1")


def chinese() -> Document:
    """Return the longest Chinese show of the samples with what it links to."""
    studio = sample()
    mine = [show for show in studio.shows if "zh" in show.id]
    show = max(mine, key=lambda s: sum(1 for _ in s.segments()))
    wanted = linked(show)
    return Document(show, tuple(p for p in studio.products if p.id in wanted), studio.voices)


@pytest.mark.parametrize("suffix", list(WRITERS))
def test_every_kind_of_file_is_written(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"show{suffix}"
    write_show(chinese(), file, "zh")
    assert file.stat().st_size > 10_000


def test_the_show_file_comes_back_the_same(tmp_path: Path) -> None:
    document = chinese()
    write_show(document, tmp_path / "a.json", "zh")
    write_show(load(tmp_path / "a.json"), tmp_path / "b.json", "zh")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_table_is_read_back_with_the_same_rows(tmp_path: Path, suffix: str) -> None:
    document = chinese()
    file = tmp_path / f"show{suffix}"
    write_show(document, file, "zh")
    products, times = timed(document)
    rows = read(file).rows
    segments = list(document.show.segments())
    assert [row.title for row in rows] == [s.title for s in segments]
    # A length that comes from the words is written in whole seconds.
    took = [round(times.row(s.id).duration_ms / 1000) * 1000 for s in segments]
    assert [row.duration_ms for row in rows] == took
    # Starts are written in whole seconds.
    assert [row.start_ms for row in rows] == [
        times.wall(times.row(s.id).start_ms).ms // 1000 * 1000 for s in segments
    ]
    for row, segment in zip(rows, segments, strict=True):
        if len(segment.products) == 1:
            product = products[segment.products[0]]
            assert (row.product, row.live_cents) == (product.name, product.live_cents)


@pytest.mark.parametrize("nasty", NASTY)
def test_a_csv_cell_is_no_formula(tmp_path: Path, nasty: str) -> None:
    row = Segment("a", "product", nasty, note=nasty, owner=nasty)
    show = Show("s", "Show", parts=(Part("p", nasty, (row,)),))
    write_show(Document(show), tmp_path / "x.csv", "en")
    written = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    cells = next(r for n, r in enumerate(csv.reader(io.StringIO(written, newline=""))) if n == 1)
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("nasty", NASTY)
def test_a_workbook_cell_is_no_formula(tmp_path: Path, nasty: str) -> None:
    from openpyxl import load_workbook

    good = Product("g", nasty, supplier=nasty, note=nasty)
    row = Segment("a", "product", nasty, note=nasty, products=("g",))
    show = Show("s", nasty, parts=(Part("p", nasty, (row,)),))
    write_show(Document(show, (good,)), tmp_path / "x.xlsx", "en")
    for sheet in load_workbook(tmp_path / "x.xlsx"):
        assert not [c.coordinate for line in sheet.iter_rows() for c in line if c.data_type == "f"]


def test_a_page_runs_nothing(tmp_path: Path) -> None:
    row = Segment("a", "product", "<script>alert(1)</script>", note="<img src=x onerror=y>")
    show = Show("s", "<b>x</b>", parts=(Part("p", "<i>", (row,)),))
    write_show(Document(show), tmp_path / "x.html", "en")
    written = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "<script" not in written
    assert "<img" not in written


@pytest.mark.parametrize(
    "show",
    [
        Show("s", ""),
        Show("s", "x", parts=(Part("p"),)),
        Show("s", "x", parts=(Part("p", "", (Segment("a", "unheard-of", products=("gone",)),)),)),
        Show(
            "s", "题" * 5000, parts=(Part("p", "مرحبا", (Segment("a", "product", "🙂" * 5000),)),)
        ),
    ],
    ids=["empty", "no rows", "unknown", "long"],
)
@pytest.mark.parametrize("suffix", list(WRITERS))
def test_an_odd_show_is_written_too(tmp_path: Path, show: Show, suffix: str) -> None:
    write_show(Document(show), tmp_path / f"x{suffix}", "zh")
    assert (tmp_path / f"x{suffix}").is_file()


def test_a_suffix_nobody_writes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="xlsx"):
        write_show(chinese(), tmp_path / "x.doc", "en")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Environment):
        write_show(chinese(), tmp_path / "gone" / "x.csv", "en")


def test_a_role_without_cues_takes_no_page() -> None:
    document = chinese()
    products, times = timed(document)
    bare = replace(
        document.show,
        parts=tuple(
            replace(p, segments=tuple(replace(s, cues=()) for s in p.segments))
            for p in document.show.parts
        ),
    )
    full = sheet_html(Sheet.CUES, document.show, products, times, "zh")
    empty = sheet_html(Sheet.CUES, bare, products, times, "zh")
    roles = {cue.owner for s in document.show.segments() for cue in s.cues if not s.skip}
    assert full.count("<h2") == len(roles)
    assert empty.count("<h2") == 0
