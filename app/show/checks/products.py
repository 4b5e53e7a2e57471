"""Checks of rows that sell: product, price, link, stock, the pinned card, pace, holding back."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.words import Text, number, text
from app.show.checks.finding import RowScene, Said, ShowScene, limit, row_check, show_check
from app.show.formats import CheckSpec, beat_times
from app.show.money import money_words
from app.show.product import Product
from app.show.show import CueKind

HOLD = "hold"  # the beat in which an offer is held back


@row_check("product_missing")
def product_missing(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """A row that sells has a product, and the studio still has it."""
    if scene.kind.sells and not scene.linked:
        yield text("No product is linked to this row")
    if None in scene.linked:
        yield text("A product of this row is no longer in the library")


@row_check("product_details")
def product_details(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """What is sold has a live price, a link number and a stock."""
    if not scene.kind.sells:
        return
    for product in scene.products:
        if product.live_cents is None:
            yield text("“{product}” has no live price", product=product.name)
        if not product.link:
            yield text("“{product}” has no link number", product=product.name)
        if product.stock is None:
            yield text("“{product}” has no stock stated", product=product.name)


@row_check("price_above_list")
def price_above_list(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """No live price, nor one that a cue sets, lies above the list price."""
    by_id = {p.id: p for p in scene.products}
    for product in scene.products:
        if _above(product.live_cents, product):
            yield _above_words(product.live_cents, product)
    for cue in scene.segment.cues:
        target = by_id.get(cue.product) if cue.product else next(iter(scene.products), None)
        if cue.kind is CueKind.PRICE and target is not None and _above(cue.cents, target):
            yield _above_words(cue.cents, target)


def _above(cents: int | None, product: Product) -> bool:
    return cents is not None and product.list_cents is not None and cents > product.list_cents


def _above_words(cents: int | None, product: Product) -> Text:
    return text(
        "“{product}” costs {live} live, more than its list price {listed}",
        product=product.name,
        live=money_words(cents, product.currency),
        listed=money_words(product.list_cents, product.currency),
    )


@row_check("reserve_low")
def reserve_low(scene: RowScene, check: CheckSpec) -> Iterator[Text]:
    """A reserve that is stated is at least its share of the stock."""
    least = limit(check.at_least, check)
    for product in scene.products:
        if product.reserve is None or not product.stock:
            continue
        share = 100 * product.reserve / product.stock
        if share < least:
            yield text(
                "“{product}”: {reserve} of {stock} in reserve, {share} % of it; {least} % is usual",
                product=product.name,
                reserve=product.reserve,
                stock=product.stock,
                share=number(share),
                least=number(least),
            )


@row_check("pin_repeat")
def pin_repeat(scene: RowScene, check: CheckSpec) -> Iterator[Text]:
    """A pinned card is shown again before it has left the screen."""
    most = limit(check.at_most, check)
    for cue in scene.segment.cues:
        if cue.kind is not CueKind.PIN:
            continue
        if cue.every_ms is None:
            yield text("The pinned card shows once; repeat it every {most} s", most=number(most))
        elif cue.every_ms > most * 1000:
            yield text(
                "The pinned card comes every {every} s; it leaves the screen after {most} s",
                every=number(cue.every_ms / 1000),
                most=number(most),
            )


@show_check("products_crowded")
def products_crowded(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """No `count` products follow each other within `at_most` seconds."""
    within, count = limit(check.at_most, check) * 1000, check.count or 3
    shown: list[tuple[float, str, str]] = []
    for segment, kind, row in scene.played:
        if not kind.sells:
            continue
        each = row.duration_ms / max(1, len(segment.products))
        for n, product in enumerate(segment.products):
            shown.append((row.start_ms + n * each, product, segment.id))
    quiet_until = -1.0
    for i in range(count - 1, len(shown)):
        first, last = shown[i - count + 1], shown[i]
        distinct = len({p for _, p, _ in shown[i - count + 1 : i + 1]}) == count
        if distinct and last[0] - first[0] < within and last[0] > quiet_until:
            quiet_until = last[0] + within
            yield (
                text(
                    "{count} products within {seconds} s, from {start}",
                    count=count,
                    seconds=number((last[0] - first[0]) / 1000),
                    start=scene.times.clock_of(round(first[0])),
                ),
                last[2],
            )


@show_check("hold_long")
def hold_long(scene: ShowScene, check: CheckSpec) -> Iterator[Said]:
    """No offer is held back for more than `at_most` minutes."""
    most = limit(check.at_most, check)
    for segment, _, row in scene.played:
        if all(beat.kind != HOLD for beat in segment.beats) or row.duration_ms < 0:
            continue
        parts = zip(segment.beats, beat_times(segment, row.duration_ms), strict=True)
        held = sum(ms for beat, ms in parts if beat.kind == HOLD)
        if held > most * 60_000:
            yield (
                text(
                    "The offer is held back for {minutes} min; {most} min is the limit",
                    minutes=number(held / 60_000, 1),
                    most=number(most),
                ),
                segment.id,
            )
