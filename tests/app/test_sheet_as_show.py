"""A sheet that was understood, made into a show: parts, starts, products, cues, own columns."""

from __future__ import annotations

from app.exchange.sheet.as_show import SOURCE, as_show
from app.exchange.sheet.understood import Column, Layout, SheetRead, SheetRow, Table
from app.show.product import Product
from app.show.show import Anchor, CueKind, Owner, Show
from app.show.timing.schedule import schedule

TABLE = Table("表", 1, 1, (Column(1, "A", "互动引导", "interaction"),))


def row(number: int, title: str, **facts: object) -> SheetRow:
    """Return a row of the sheet."""
    return SheetRow("表", number, str(facts.pop("part", "")), title, **facts)  # type: ignore[arg-type]


def made(*rows: SheetRow, known: tuple[Product, ...] = ()) -> tuple[Show, tuple[Product, ...]]:
    """Return the show of these rows."""
    found = SheetRead(rows, (), (), (), Layout("xlsx", (TABLE,)))
    return as_show(found, "导入", known)


def test_a_row_that_begins_where_the_last_ended_follows_it() -> None:
    show, _ = made(
        row(2, "开场", kind="frame", start_ms=72_000_000, duration_ms=300_000),
        row(3, "杯", kind="product", start_ms=72_300_000, duration_ms=600_000),
    )
    assert [s.anchor for s in show.segments()] == [Anchor.LINKED, Anchor.LINKED]
    assert schedule(show).over_ms == 0


def test_a_row_that_begins_elsewhere_is_hard() -> None:
    show, _ = made(
        row(2, "开场", kind="frame", start_ms=72_000_000, duration_ms=300_000),
        row(3, "杯", kind="product", start_ms=73_000_000, duration_ms=600_000),
    )
    assert [s.anchor for s in show.segments()] == [Anchor.LINKED, Anchor.HARD]


def test_a_start_after_midnight_follows_the_evening_before() -> None:
    show, _ = made(
        row(2, "晚", kind="product", start_ms=85_800_000, duration_ms=600_000),
        row(3, "早", kind="product", start_ms=0, duration_ms=600_000),
    )
    assert [s.anchor for s in show.segments()] == [Anchor.LINKED, Anchor.LINKED]


def test_rows_of_one_part_are_one_part() -> None:
    show, _ = made(
        row(2, "a", kind="product", part="开场"),
        row(3, "b", kind="product", part="开场"),
        row(4, "c", kind="product", part="收尾"),
    )
    assert [(p.title, len(p.segments)) for p in show.parts] == [("开场", 2), ("收尾", 1)]


def test_a_known_product_is_linked_and_keeps_its_price() -> None:
    cup = Product("p", "随手杯", live_cents=12900)
    show, products = made(
        row(2, "杯", kind="product", product="随手杯", live_cents=9900), known=(cup,)
    )
    assert next(show.segments()).products == ("p",)
    assert [p.live_cents for p in products] in ([], [12900])


def test_a_new_product_takes_its_price_and_stock() -> None:
    facts = (("stock", "480"), ("gift", "杯刷"))
    _, products = made(
        row(2, "杯", kind="product", product="随手杯", live_cents=9900, fields=facts)
    )
    (cup,) = products
    assert (cup.live_cents, cup.stock, cup.gifts[0].name) == (9900, 480, "杯刷")


def test_what_the_control_does_becomes_cues() -> None:
    facts = (("control", "上3号链接\n讲解卡"),)
    show, _ = made(row(2, "杯", kind="product", fields=facts))
    cues = next(show.segments()).cues
    assert [(c.owner, c.kind) for c in cues] == [
        (Owner.CONTROL, CueKind.LINK),
        (Owner.CONTROL, CueKind.PIN),
    ]
    assert cues[1].every_ms == 8_000


def test_what_has_no_place_gets_a_column_under_its_own_heading() -> None:
    facts = (("interaction", "扣1"),)
    show, _ = made(row(2, "杯", kind="product", fields=facts, custom=(("佣金%", "20"),)))
    assert [c.name for c in show.columns] == ["互动引导", "佣金%"]
    assert {v for _, v in next(show.segments()).custom} == {"扣1", "20"}


def test_every_row_remembers_where_it_came_from() -> None:
    show, _ = made(row(7, "杯", kind="product"))
    assert next(show.segments()).field(SOURCE) == "表!7"


def test_a_frame_at_either_end_is_opening_and_closing() -> None:
    show, _ = made(*(row(n, "x", kind="frame") for n in (2, 3, 4)))
    assert [s.kind for s in show.segments()] == ["opening", "handover", "closing"]
