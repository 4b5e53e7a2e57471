"""What follows from a product: its papers, its needs, its price history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.show.product import Need, PricePoint, Product, Proof
from app.show.product_facts import (
    Papers,
    changes,
    papers,
    stands,
    unanswered,
    wants_point,
    with_point,
    without_point,
)

TODAY = date(2026, 11, 22)
CUP = Product("1", "cup", live_cents=12_900)


@pytest.mark.parametrize(
    ("days", "stand"),
    [(-1, Papers.EXPIRED), (0, Papers.SOON), (30, Papers.SOON), (31, Papers.VALID)],
)
def test_a_paper_is_marked_from_thirty_days_before_it_expires(days: int, stand: Papers) -> None:
    assert stands(Proof("licence", expires=TODAY + timedelta(days=days)), TODAY) is stand


def test_the_worst_paper_speaks_for_the_product() -> None:
    good, gone = Proof("a", expires=date(2030, 1, 1)), Proof("b", expires=date(2020, 1, 1))
    assert papers(replace(CUP, proofs=(good, gone)), TODAY) is Papers.EXPIRED


def test_a_product_without_papers_says_so() -> None:
    assert papers(CUP, TODAY) is Papers.NONE


def test_a_need_without_a_point_is_unanswered() -> None:
    needs = (Need("leaks?", "sealed"), Need("washable?"))
    assert unanswered(replace(CUP, needs=needs)) == (needs[1],)


def test_a_live_price_that_is_not_in_the_history_wants_a_point() -> None:
    point = PricePoint(TODAY, 12_900)
    assert wants_point(CUP, TODAY)
    assert not wants_point(with_point(CUP, point), TODAY)
    assert wants_point(replace(with_point(CUP, point), live_cents=9_900), TODAY)


def test_points_lie_in_the_order_of_their_days() -> None:
    first, last = PricePoint(date(2026, 1, 1), 1), PricePoint(date(2026, 2, 1), 2)
    assert with_point(with_point(CUP, last), first).prices == (first, last)


def test_a_second_point_of_a_day_and_place_replaces_the_first() -> None:
    first, again = PricePoint(TODAY, 1, "shop"), PricePoint(TODAY, 2, "shop")
    assert with_point(with_point(CUP, first), again).prices == (again,)


def test_a_point_can_be_taken_out() -> None:
    point = PricePoint(TODAY, 1)
    assert without_point(with_point(CUP, point), point) == CUP


def test_changes_are_said_in_words() -> None:
    (change,) = changes(CUP, replace(CUP, live_cents=9_900))
    assert (change.name.en, change.before, change.after) == ("Live price", "¥129", "¥99")
