"""The ladder, the next cue, the row's clock, the lines that must be said, the keys."""

from __future__ import annotations

import pytest

from app.core.errors import Refused
from app.rehearsal.prompter.glance import must_say, next_cue, product_facts, row_clock
from app.rehearsal.prompter.keys import Action, keys
from app.rehearsal.prompter.ladder import Level, at_level
from app.rehearsal.prompter.prompting import Prompting, running
from app.rehearsal.prompter.script import measure, script_of
from app.show.product import Product
from app.show.show import Beat, Cue, CueKind, Part, Segment, Show
from app.show.timing.schedule import schedule

KETTLE = Product("k", "壶", live_cents=12900, stock=500)
WORDS = "今晚这只壶一百度不糊底。{cue:c1}直播价{live_price}。\n！本品不含滤网\n谢谢大家"
ROW = Segment(
    "r", "product", "壶", duration_ms=60_000, products=("k",), beats=(Beat("a", "urge", WORDS),),
    cues=(Cue("c1", CueKind.LINK), Cue("c2", CueKind.PIN, at_ms=20_000, every_ms=8_000)),
)  # fmt: skip
SHOW = Show("s", "T", parts=(Part("p", "P", (ROW,), count=2),))
SCRIPT = script_of(SHOW, {"k": KETTLE}, measure())
TIMES = schedule(SHOW)
RUNNING = running(Prompting(0.0, 0.0, 4.0, SCRIPT.units), 0.0)


def test_a_looped_part_is_laid_out_in_every_round() -> None:
    assert [p.round for p in SCRIPT.passages] == [0, 1]


def test_values_stand_in_the_text_and_weigh_what_is_said_of_them() -> None:
    (start, end), *_ = SCRIPT.lines[0].values
    atom = next(a for a in SCRIPT.lines[0].atoms if a.start == start)
    assert (SCRIPT.lines[0].words[start:end], atom.units) == ("¥129", 6.0)


@pytest.mark.parametrize("level", Level)
def test_every_level_takes_the_same_time(level: Level) -> None:
    shown = at_level(SCRIPT, level)
    assert [(x.begins, x.units) for x in shown.lines] == [(x.begins, x.units) for x in SCRIPT.lines]


def test_key_words_are_values_figures_cues_and_openings() -> None:
    assert at_level(SCRIPT, Level.KEYS).lines[0].words == "今晚这只 · 直播价¥129"


def test_a_line_that_must_be_said_keeps_its_words_among_key_words() -> None:
    assert at_level(SCRIPT, Level.KEYS).lines[1].words == "本品不含滤网"


def test_beats_show_no_word_of_the_script() -> None:
    shown = at_level(SCRIPT, Level.BEATS)
    assert [(x.beat, x.words) for x in shown.lines[:2]] == [("urge", ""), ("", "")]


def test_a_cue_at_a_word_comes_when_the_word_does() -> None:
    cue = next_cue(SCRIPT, TIMES, RUNNING, 0.0, 0)
    assert cue is not None
    assert (cue.cue.id, cue.seconds) == ("c1", 11 / 4)


def test_a_cue_that_repeats_comes_at_its_next_turn() -> None:
    standing = Prompting(0.0, 12.0, 4.0, SCRIPT.units)
    cue = next_cue(SCRIPT, TIMES, standing, 8.0, 30_000)
    assert cue is not None
    assert (cue.cue.id, cue.seconds) == ("c2", 6.0)


def test_text_that_ends_after_its_row_is_over() -> None:
    clock = row_clock(SCRIPT, TIMES, RUNNING, 0.0, 58_000)
    ends = SCRIPT.passages[0].ends / 4
    assert clock is not None
    assert clock.over_ms == round(ends * 1000) - 2000


def test_a_line_that_must_be_said_is_named_until_it_has_passed() -> None:
    line = SCRIPT.lines[1]
    before, after = must_say(SCRIPT, 0.0), must_say(SCRIPT, line.begins + line.units)
    assert ([x.words for x in before], after) == (["本品不含滤网"], ())


def test_price_and_stock_are_those_of_the_row_being_read() -> None:
    (facts,) = product_facts(SCRIPT, TIMES, {"k": KETTLE}, 0.0)
    assert (facts.price, facts.stock) == ("¥129", 500)


def test_every_sound_stands_at_rising_units() -> None:
    heard, after = SCRIPT.sounds()
    assert len(heard) == len(after)
    assert list(after) == sorted(after)


def test_a_pedal_takes_over_an_action() -> None:
    assert keys({"go": ("F13",)})["F13"] is Action.GO


def test_a_key_for_two_actions_is_refused() -> None:
    with pytest.raises(Refused, match="PgDown"):
        keys({"go": ("PgDown",)})


def test_an_action_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match="dance"):
        keys({"dance": ("D",)})
