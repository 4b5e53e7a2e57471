"""What the host's card says of a beat: a first sentence, or whole clauses, and no cut price."""

from __future__ import annotations

import pytest

from app.exchange.show_sheets import KEY_LETTERS, _short


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("软边的，今晚 ¥19.9 三件。拍下", "软边的，今晚 ¥19.9 三件。"),
        ("它重，3.6 公斤。", "它重，3.6 公斤。"),
        ("It is $19.9. Take it.", "It is $19.9."),
    ],
)
def test_a_price_stays_whole(words: str, said: str) -> None:
    assert _short(words) == said


def test_a_long_sentence_ends_at_a_clause() -> None:
    long = "今晚三件事：一口能闷的炖锅，一罐早上放米中午成粥的焖烧罐，九点五十连线江边店"
    assert _short(long) == "今晚三件事：一口能闷的炖锅，一罐早上放米中午成粥的焖烧罐…"


def test_words_without_any_stop_still_fit() -> None:
    assert len(_short("啊" * 90)) <= KEY_LETTERS + 1
