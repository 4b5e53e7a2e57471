"""A show's document: canonical, whole, and refused by place where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Environment, Refused
from app.show.document import VERSION, Document, linked, load, read, write
from app.show.product import Gift, Need, PricePoint, Product, Proof, Role
from app.show.show import (
    Anchor,
    Beat,
    Clock,
    Column,
    ColumnKind,
    Cue,
    CueKind,
    Lock,
    Owner,
    Part,
    Person,
    Segment,
    Show,
    Time,
)
from app.show.voice import Voice

ROW = Segment(
    id="row-1",
    kind="product",
    title="面膜 “三件套”",
    anchor=Anchor.HARD,
    start=Time(72_000_000),
    duration_ms=300_000,
    end=Time(5, Clock.ELAPSED),
    lock=Lock.END,
    products=("p2", "p1"),
    owner="小美",
    beats=(Beat("b1", "hook", "今天 {live_price}\n第二行 {cue:c1}", duration_ms=1),),
    cues=(
        Cue(
            "c1", CueKind.PIN, "讲解卡", Owner.FLOOR, at_ms=0, every_ms=8000, product="p3", cents=0
        ),
    ),
    fields=(("goal", "留客"), ("props", "镜子")),
    custom=(("col", "=1+1"),),
    note="\t",
    colour="amber",
)
SHOW = Show(
    id="show-1",
    title="双十一 首场",
    on=date(2026, 11, 11),
    start_ms=0,
    zone="Europe/London",
    target_ms=7_200_000,
    hard_out=Time(75_600_000),
    people=(Person("小美", voice="v1"), Person("Tom", Owner.COHOST)),
    parts=(
        Part("part-1", "开场", (ROW,), count=9, target_ms=600_000),
        Part("part-2", segments=(Segment("d", "delay", duration_ms=-5000),)),
    ),
    columns=(Column("col", "灯光", ColumnKind.CHOICE, ("亮", "暗")),),
    template=True,
)
PRODUCT = Product(
    id="p1",
    name="面膜",
    role=Role.HERO,
    live_cents=0,
    prices=(PricePoint(date(2026, 1, 2), 9900, "旗舰店"),),
    gifts=(Gift("小样", 3, "5 ml", 900),),
    points=("补水",),
    needs=(Need("干", "补水"),),
    proofs=(Proof("licence", "国妆 1", "p.pdf", date(2027, 1, 1)),),
)
VOICE = Voice("v1", "小美", zh_slow=210, zh_fast=250.5, measured=True)


def changed(change: Callable[[Any], object]) -> str:
    raw = json.loads(write(SHOW, [PRODUCT], [VOICE]))
    change(raw)
    return json.dumps(raw)


def test_what_is_written_is_read_back_equal() -> None:
    assert read(write(SHOW, [PRODUCT], [VOICE]), "x") == Document(SHOW, (PRODUCT,), (VOICE,))


def test_writing_what_was_read_gives_the_same_bytes() -> None:
    others = [PRODUCT, replace(PRODUCT, id="p0", live_cents=None, proofs=())]
    written = write(SHOW, others, [VOICE])
    document = read(written, "x")
    assert write(document.show, document.products, document.voices) == written
    assert written == write(SHOW, reversed(others), [VOICE])
    assert written.endswith("}\n")
    assert "面膜" in written


def test_a_document_can_be_of_a_show_alone() -> None:
    assert read('{"greenroom":"show","version":1,"show":{"id":"a","title":""}}', "x") == Document(
        Show("a", "")
    )


def test_rows_and_cues_link_products() -> None:
    assert linked(SHOW) == {"p1", "p2", "p3"}


def test_a_document_of_a_newer_app_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"a\.json was written by a newer Greenroom \(document 2"):
        read(changed(lambda raw: raw.update(version=VERSION + 1, shiny=1)), "a.json")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r.update(greenroom="room"), "no show of Greenroom"),
        (lambda r: r.update(version="1"), "version: '1' is not 1"),
        (lambda r: r.update(version=True), "version: True is not 1"),
        (lambda r: r.update(extra=1), "extra: unknown key"),
        (lambda r: r.pop("show"), "show: missing"),
        (lambda r: r.update(show=[]), r"show: \[\] is not a table"),
        (lambda r: r["show"].update(on="11.11."), "show.on: '11.11.' is not a date"),
        (lambda r: r["show"].update(on="20261111"), "show.on: '20261111' is not a date"),
        (lambda r: r["show"].update(start_ms=86_400_000), "show.start_ms: 86400000 is not from 0"),
        (lambda r: r["show"].update(start_ms=1.5), "show.start_ms: 1.5 is not a whole number"),
        (lambda r: r["show"]["parts"][0].update(count=0), r"parts\[0\].count: 0 is not from 1"),
        (
            lambda r: r["show"]["parts"][0]["segments"][0].update(anchor="sticky"),
            r"show\.parts\[0\]\.segments\[0\]\.anchor: 'sticky' is none of linked",
        ),
        (
            lambda r: r["show"]["parts"][0]["segments"][0].update(fields=[["a"]]),
            r"segments\[0\]\.fields\[0\]: 1 values where 2 belong",
        ),
        (
            lambda r: r["show"]["parts"][0]["segments"][0].update(fields=[["b", "1"], ["a", "1"]]),
            r"segments\[0\]\.fields: not sorted",
        ),
        (
            lambda r: r["show"]["parts"][0]["segments"][0].update(duration_ms=-1),
            r"segments\[0\]\.duration_ms: -1 is less than 0",
        ),
        (
            lambda r: r["show"]["parts"][1]["segments"][0].update(id="row-1"),
            "the id 'row-1' is there twice",
        ),
        (lambda r: r["products"].append(r["products"][0]), "products: the id 'p1' is there twice"),
        (lambda r: r["voices"][0].update(zh_slow=0), r"voices\[0\]: 0.0 to 250.5"),
        (lambda r: r["show"].update(note="\ud800"), "broken character"),
    ],
)
def test_what_is_wrong_is_refused_by_place(change: Callable[[Any], object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        read(changed(change), "a.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1, column 1"),
        ('{"greenroom": "show",\n', "line 2, column 1"),
        ("[]", "no show of Greenroom"),
        ("[" * 100_000, "nested too deeply"),
        ('{"greenroom":"show","version":NaN}', "NaN is not a number"),
        ('{"greenroom":"show","greenroom":"show"}', "greenroom: written twice"),
        ('{"greenroom":"show","version":1' + "0" * 5000 + "}", "digits"),
    ],
)
def test_what_is_no_document_is_refused(content: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read(content, "a.json")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match=r"a\.json, —: no UTF-8 at byte 0"):
        load(file)


def test_a_file_saved_by_an_editor_with_a_mark_at_its_start_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(write(SHOW), "utf-8-sig")
    assert load(tmp_path / "a.json").show == SHOW


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Environment, match=r"a\.json cannot be read"):
        load(tmp_path / "a.json")
