"""Times as producers type them, in Chinese and English: understood, or refused with the reason.

What an ambiguous text means is listed in checklists/schema.md, section "Time texts".
"""

from __future__ import annotations

from collections.abc import Sequence

from app.core.words import Text, text
from app.show.timetext.clock import DAY, Moment, assumed, clock_words, close_to, on_the_clock, short
from app.show.timetext.fold import Unclear, fold
from app.show.timetext.length import Length, colon_length, duration_words, in_ms
from app.show.timetext.meaning import Expect, Meaning, Understood
from app.show.timetext.moment import Bare
from app.show.timetext.range import clock_ends, lengths
from app.show.timetext.side import Since, side
from app.show.timetext.tokens import HOUR, MINUTE, Kind, Token, clipped, tokens
from app.show.timetext.whole import Whole, whole

__all__ = ["Expect", "Meaning", "Understood", "clock_words", "duration_words", "understand"]

MOST_CHARACTERS = 200
MOST_BARE_MINUTES = 999  # 2000 alone may be 20:00, seconds, or a slip


def understand(
    typed: str, expect: Expect = Expect.ANY, *, reference_ms: int | None = None
) -> Understood:
    """Return what `typed` means in a field of kind `expect`; never raises.

    `reference_ms`, from local midnight, is when the show begins: it settles 8点 and T+5 min.
    """
    try:
        return _understood(typed, expect, reference_ms)
    except Unclear as unclear:
        return Understood(
            typed,
            Meaning.REFUSED,
            low_ms=unclear.low,
            high_ms=unclear.high,
            reason=unclear.reason,
        )


def _understood(typed: str, expect: Expect, reference_ms: int | None) -> Understood:
    if len(typed) > MOST_CHARACTERS:
        raise Unclear(
            text(
                "{count} characters are too many for a time; at most {limit} are read",
                count=len(typed),
                limit=MOST_CHARACTERS,
            )
        )
    said = whole(tokens(fold(typed)))
    if len(said.sides) == 2:
        found = _range(typed, said, expect, reference_ms)
    else:
        found = _single(typed, said, expect, reference_ms)
    if said.happening and found.meaning is not Meaning.CLOCK:
        raise Unclear(
            text("“{seen}” is understood only beside a time of day", seen=clipped(said.happening))
        )
    return found


def _single(typed: str, said: Whole, expect: Expect, reference_ms: int | None) -> Understood:
    words: Sequence[Token] = said.sides[0]
    if expect is Expect.DURATION:
        words = _hours_for_oclock(words)
    found = side(words)
    if found.since or found.ordinal:
        return _since(typed, found, said, expect, reference_ms)
    match found.side:
        case Length() as length:
            return _length(typed, length, said, expect)
        case Moment() as moment if expect is Expect.DURATION:
            return _length_of(typed, moment, said)
        case Moment() as moment:
            return _clock(typed, moment, said, expect, reference_ms)
        case Bare() as bare:
            return _bare(typed, bare, said, expect, reference_ms)


def _hours_for_oclock(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words with 时 as a unit: 1时30分 in a field for lengths."""
    if not any(word.said == "时" for word in words) or any(w.kind is Kind.PART for w in words):
        return words
    return [Token(Kind.UNIT, "时", HOUR) if word.said == "时" else word for word in words]


def _length(typed: str, length: Length, said: Whole, expect: Expect) -> Understood:
    if expect is Expect.CLOCK:
        if length.like_clock and length.ms < DAY:
            return _clock_at(typed, length.ms, said.notes)
        raise Unclear(
            text(
                "{length} is a length, and a time of day is wanted; type one such as 20:00",
                length=duration_words(length.ms),
            )
        )
    notes = (*length.notes, *said.notes)
    if length.like_clock and expect is Expect.ANY:
        if length.ms >= 13 * 3_600_000:
            raise Unclear(
                text(
                    "“{seen}” may be the time {clock} or a length; type {clock}, or the length with "
                    "both units",
                    seen=clipped(typed),
                    clock=short(length.ms),
                )
            )
        note = text(
            "Read as the length {length}; for the time of day type {clock}",
            length=duration_words(length.ms),
            clock=short(length.ms),
        )
        notes = (note, *notes)
    return Understood(typed, Meaning.DURATION, ms=length.ms, reason=_joined(notes))


def _length_of(typed: str, moment: Moment, said: Whole) -> Understood:
    if moment.colons is None or moment.dated or moment.next_day:
        raise Unclear(
            text(
                "“{seen}” is a time of day, and a length is wanted; type one such as 5 min or 5:00",
                seen=clipped(typed),
            )
        )
    return Understood(
        typed, Meaning.DURATION, ms=colon_length(moment.colons), reason=_joined(said.notes)
    )


def _clock(
    typed: str, moment: Moment, said: Whole, expect: Expect, reference_ms: int | None
) -> Understood:
    if moment.length_only:
        raise Unclear(
            text(
                "“{seen}” can only be a length; type it with units, as in 9 min 40.5 s",
                seen=clipped(typed),
            )
        )
    if moment.timecode and expect is Expect.ANY:
        raise Unclear(
            text(
                "“{seen}” may be a length or a time of day; type the length with units, such as 1 h "
                "30 min, or the time as {clock}",
                seen=clipped(typed),
                clock=short(on_the_clock(moment)),
            )
        )
    ms = on_the_clock(moment)
    if said.limit:
        raise Unclear(text("A time of day has no upper limit; leave out “{seen}”", seen=said.limit))
    notes = assumed(moment, ms, told=moment.colons is not None)
    if moment.halved and moment.colons is None and reference_ms is not None:
        ms, notes = close_to(moment, reference_ms)
    if moment.colons is not None and expect is Expect.ANY and moment.hour < 13:
        notes = (_not_a_length(moment, ms), *notes)
    if moment.dated or moment.next_day:
        notes = (*notes, text("The day was left out; only {clock} is kept", clock=short(ms)))
    return _clock_at(typed, ms, (*notes, *said.notes))


def _not_a_length(moment: Moment, ms: int) -> Text:
    evening = short(ms + DAY // 2)
    if moment.hour == 0:
        return text("Read as the time of day {clock}, not as a length", clock=short(ms))
    return text(
        "Read as the time of day {clock}, not as a length and not as {other}",
        clock=short(ms),
        other=evening,
    )


def _clock_at(typed: str, ms: int, notes: Sequence[Text]) -> Understood:
    return Understood(typed, Meaning.CLOCK, ms=ms, start_ms=ms, reason=_joined(notes))


def _bare(
    typed: str, bare: Bare, said: Whole, expect: Expect, reference_ms: int | None
) -> Understood:
    number = bare.number
    if bare.part is not None and "." not in number.said and expect is not Expect.DURATION:
        moment = Moment(int(number.value), part=bare.part, whole=True)
        return _clock(typed, moment, said, expect, reference_ms)
    decimals = number.said.partition(".")[2]
    if (
        expect is Expect.DURATION
        and bare.part is None
        and len(decimals) <= 1
        and (number.value <= MOST_BARE_MINUTES)
    ):
        return Understood(
            typed,
            Meaning.DURATION,
            ms=in_ms(number.value * MINUTE),
            reason=_joined(said.notes),
        )
    if expect is Expect.CLOCK and not decimals and number.value <= 24 and len(number.said) <= 2:
        moment = Moment(int(number.value), whole=True)
        found = _clock(typed, moment, said, expect, reference_ms)
        read = text("The number alone is read as {clock}", clock=short(found.start_ms or 0))
        return (
            found if moment.halved else _clock_at(typed, found.start_ms or 0, (read, *said.notes))
        )
    raise _without_unit(typed, number)


def _without_unit(typed: str, number: Token) -> Unclear:
    if "." in number.said:
        return Unclear(
            text(
                "“{seen}” may be a decimal or stand for a colon; type the colon, or the unit",
                seen=clipped(typed),
            )
        )
    return Unclear(
        text(
            "“{seen}” has no unit; type {number} min, {number} s, {number} h, or a time of day such "
            "as 20:00",
            seen=clipped(typed),
            number=number.said,
        )
    )


def _since(
    typed: str, found: Since, said: Whole, expect: Expect, reference_ms: int | None
) -> Understood:
    length = found.side
    if found.ordinal or not isinstance(length, Length):
        raise Unclear(
            text(
                "“{seen}” is one moment; type from where to where, such as 0-5 min",
                seen=clipped(typed),
            )
        )
    if reference_ms is None or expect is Expect.DURATION:
        raise Unclear(
            text(
                "“{seen}” is a moment of the show, not a length; type the length without what stands "
                "before it, or from where to where, such as 0-5 min",
                seen=clipped(typed),
            )
        )
    note = text("Counted from the beginning at {clock}", clock=short(reference_ms))
    ms = (reference_ms + length.ms) % DAY
    return _clock_at(typed, ms, (note, *length.notes, *said.notes))


def _range(typed: str, said: Whole, expect: Expect, reference_ms: int | None) -> Understood:
    left, right = (side(words) for words in said.sides)
    clocks = clock_ends(left, right, wanted=expect.value, reference_ms=reference_ms)
    if clocks is not None:
        if said.limit:
            raise Unclear(
                text("A time of day has no upper limit; leave out “{seen}”", seen=said.limit)
            )
        return Understood(
            typed,
            Meaning.CLOCK_RANGE,
            ms=clocks.span_ms,
            start_ms=clocks.start_ms,
            end_ms=clocks.end_ms,
            reason=_joined((*clocks.notes, *said.notes)),
        )
    vague = bool(said.notes) or expect is Expect.DURATION
    ends = lengths(left, right, length_wanted=vague, told=expect is Expect.CLOCK)
    return Understood(
        typed,
        Meaning.ELAPSED_RANGE,
        ms=ends.span_ms,
        start_ms=ends.start_ms,
        end_ms=ends.end_ms,
        reason=_joined(ends.notes),
    )


def _joined(notes: Sequence[Text]) -> Text | None:
    """Return the notes as one sentence; None where there are none."""
    joined: Text | None = None
    for note in notes:
        joined = note if joined is None else text("{first}; {second}", first=joined, second=note)
    return joined
