"""How long a script takes one voice to say: a range, from its slow to its fast end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from app.core.words import Language
from app.show.script.reading_data import cue_pauses, mark_pauses
from app.show.script.spoken import language_of, spoken
from app.show.script.tokens import CueMark, Piece, Plain, Token
from app.show.show import CueKind, Ms
from app.show.voice import Voice

SLOWEST = 1.0
"""Characters or words a minute; a rate below is no rate and must not stop the timing."""

NO_CUES: Mapping[str, CueKind] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """How long words take, and of what that is made; `missing` tokens had no value and count nothing."""

    slow_ms: Ms = 0
    fast_ms: Ms = 0
    zh_chars: int = 0
    en_words: int = 0
    pauses_ms: Ms = 0
    missing: int = 0

    @property
    def mid_ms(self) -> Ms:
        """Return the middle of the range."""
        return (self.slow_ms + self.fast_ms) // 2

    @property
    def written(self) -> bool:
        """Return whether there is anything to say."""
        return bool(self.zh_chars or self.en_words or self.missing)

    def __add__(self, other: Reading) -> Reading:
        """Return both, one after the other."""
        return Reading(
            self.slow_ms + other.slow_ms,
            self.fast_ms + other.fast_ms,
            self.zh_chars + other.zh_chars,
            self.en_words + other.en_words,
            self.pauses_ms + other.pauses_ms,
            self.missing + other.missing,
        )


def reading(
    pieces: Sequence[Piece],
    voice: Voice,
    cues: Mapping[str, CueKind] = NO_CUES,
    otherwise: Language = "en",
) -> Reading:
    """Return how long a script cut into `pieces` takes `voice`; bare figures are read in `otherwise`.

    Characters and words over the voice's rates, figures as they are said, plus the pauses of the data
    file: marks, paragraphs and the `cues` (by id) whose marks stand in it.
    """
    said: list[str] = []
    cue_ms = missing = 0
    for piece in pieces:
        match piece:
            case Plain():
                said.append(piece.text)
            case Token() if piece.value is None:
                missing += 1
            case Token():
                said.append(str(piece.value))
            case CueMark():
                kind = cues.get(piece.id)
                cue_ms += cue_pauses()[kind] if kind is not None else 0
    words = "".join(said).strip()
    count = spoken(words, language_of(words, otherwise))
    pauses = cue_ms + _mark_ms(words)
    return Reading(
        _ms(count.zh, voice.zh_slow) + _ms(count.en, voice.en_slow) + pauses,
        _ms(count.zh, voice.zh_fast) + _ms(count.en, voice.en_fast) + pauses,
        count.zh,
        count.en,
        pauses,
        missing,
    )


def _ms(count: int, per_minute: float) -> Ms:
    return round(count * 60_000 / max(per_minute, SLOWEST))


def _mark_ms(words: str) -> Ms:
    """Return the pauses of marks; a run of one mark ("……") pauses once."""
    pauses = mark_pauses()
    return sum(pauses[found[0]] for found in _runs().findall(words))


@cache
def _runs() -> re.Pattern[str]:
    marks = "".join(re.escape(m) for m in mark_pauses())
    return re.compile(rf"(?:([{marks}])(?:\s*\1)*)" if marks else r"(?!)")
