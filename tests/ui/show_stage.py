"""An evening in a kitchen for tests of the Show page: six parts, a loop, tokens, cues, over by minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.core.changes import Change, Touched
from app.core.words import text
from app.session.session import Session
from app.show.product import Gift, Product, Proof
from app.show.show import Beat, Cue, CueKind, Owner, Part, Person, Segment, Show, Time
from app.show.voice import Voice

MINUTE = 60_000
HERO = "hero"

PRODUCTS = (
    Product(
        "cup",
        "轻钛随手杯 420 ml",
        link="3",
        list_cents=19900,
        live_cents=12900,
        gifts=(Gift("杯刷", 1, "", 1500),),
        stock=480,
        proofs=(Proof("检测报告"), Proof("授权书")),
    ),
    Product("pan", "雪平锅 20 cm", link="4", list_cents=25900, live_cents=16900, stock=300),
    Product("mat", "硅藻土吸水垫", link="1", live_cents=1990),
)

CUES = (
    Cue("cam", CueKind.CAMERA, "机位 2 特写", Owner.FLOOR),
    Cue("up", CueKind.LINK, "上 3 号链接", product="cup"),
    Cue("pin", CueKind.PIN, "讲解卡", every_ms=8_000, product="cup"),
    Cue("bag", CueKind.BAG, "放 50 张券"),
    Cue("late", CueKind.GRAPHIC, "价格对比图", at_ms=2 * MINUTE),
)

BEATS = (
    Beat("b1", "hook", "夏天出门，你的水是不是两个小时就温了？"),
    Beat("b2", "introduce", "这是我自己用了两个夏天的杯子。"),
    Beat(
        "b3",
        "fabe",
        "这只 {name} 只有 168 克，单手拿着，像没装水一样。{cue:cam} 倒热水，看杯口：不挂味、不掉色。",
        title="卖点",
    ),
    Beat("b4", "trust"),
    Beat(
        "b5",
        "price_anchor",
        "门店 {list_price}，今晚 {live_price}，真的是全网最低价。{cue:up}{cue:pin} 再送 {gift}，"
        "库存 {stock} 只。",
        title="价格",
    ),
    Beat("b6", "offer", "三、二、一，看左下角 3 号。{cue:bag} 拍下的打个「到手」，我念前十位。"),
    Beat("b7", "questions", "常问的三个：能不能装碳酸、能不能进洗碗机、掉漆怎么办。"),
)


def row(
    key: str, kind: str, title: str, minutes: float, *products: str, words: str = ""
) -> Segment:
    """Return a row of `minutes`."""
    beats = (Beat(f"{key}b", script=words),) if words else ()
    return Segment(
        key, kind, title, duration_ms=round(minutes * MINUTE), products=products, beats=beats
    )


def evening() -> Show:
    """Return the show: it ends at 22:06:40, its hard out is at 22:00."""
    hero = Segment(
        HERO,
        "product",
        "主推：随手杯",
        duration_ms=14 * MINUTE,
        products=("cup",),
        beats=BEATS,
        cues=CUES,
    )
    parts = (
        Part(
            "p1",
            "开场",
            (
                row("open", "interaction", "聚人开场：今晚三件事", 5),
                row("rules", "opening", "规则与福利预告", 3.5),
            ),
        ),
        Part(
            "p2",
            "第一轮",
            (
                row("mat", "product", "引流：吸水垫", 6, "mat"),
                hero,
                row("pan", "product", "主推：雪平锅", 11, "pan", words="这口锅" * 900),
                row("guess", "lucky_bag", "福袋：猜杯子有多重", 4.5, "cup"),
            ),
        ),
        Part(
            "p3",
            "第二轮",
            (
                row("mix", "product", "利润：搅拌棒", 9),
                row("pot", "product", "利润：珐琅小煮锅", 8),
                row("ask", "quiz", "提问送券", 3),
            ),
            count=2,
        ),
        Part(
            "p4",
            "中场",
            (
                row("dish", "act", "三分钟快手菜", 9, "pan"),
                row("norm", "read", "新国标：锅具涂层怎么看", 5),
            ),
        ),
        Part(
            "p5",
            "返场",
            (
                row("cup2", "product", "返场：随手杯", 9 + 2 / 3, "cup"),
                row("pan2", "product", "返场：雪平锅", 10, "pan"),
            ),
        ),
        Part("p6", "收尾", (row("bye", "closing", "下场预告与感谢", 9),)),
    )
    return Show(
        "0-evening",
        "夏夜厨房专场",
        on=date(2026, 7, 18),
        hard_out=Time(22 * 3_600_000),
        people=(Person("小满", Owner.HOST, "xiaoman"), Person("阿屿", Owner.COHOST)),
        parts=parts,
    )


def opened(home: Path, show: Show | None = None) -> Session:
    """Return a library with the evening in it."""
    session = Session.open(home)
    touched = frozenset({Touched.SHOW, Touched.PRODUCT, Touched.VOICE})

    def fill(studio):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        goods = studio.products
        for product in PRODUCTS:
            goods = goods.put(product)
        voice = Voice("xiaoman", "小满", 214, 242, measured=True)
        return replace(
            studio,
            products=goods,
            voices=studio.voices.put(voice),
            shows=studio.shows.put(show or evening()),
        )

    session.edit(Change(text("Verify"), "", touched), fill)
    return session
