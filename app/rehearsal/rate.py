"""How fast somebody speaks: exactly where the script was read, else by counted syllables."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from app.core.words import Language
from app.metrics.speech.activity import Span
from app.show.script.spoken import language_of, spoken

WINDOW, HOP = 10.0, 1.0
_VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúûü]+", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff\u3007\uf900-\ufaff]")
_LETTER = re.compile(r"\b[A-Za-z]\b")
# A last e is silent, but for ta-ble and ro-ses; -ed is, but for wan-ted and hun-dred.
_END = re.compile(r"[^aeiouyl]es?$|[aeiouy]les?$|[^aeiouydtlr]ed$|[aeiouy][lr]ed$")
_SPOKEN_END = re.compile(r"(?:[csgxz]|ch|sh)es$")
_SILENT = re.compile(r"(?<=nin)e(?=t)|(?<=^ev)e(?=[nr])")
# Vowels that stand side by side and are said apart: ra-di-o, cre-ate, se-ri-ous.
_APART = re.compile(
    r"(?<![tcsgl])io(?!u)|(?<![tcs])ia|(?<=[rv])iou|eo(?!p)|(?<=cr)ea(?=t)|ea(?=li)|oe(?=[mt])"
    r"|ua(?!r)|[aeou]ing|ying"
)
_MARKS = re.compile(r"\{[^{}]*\}")


def script_syllables(script: str, lang: Language | None = None) -> int:
    """Return how many syllables `script` has as a host says it; tokens and cue marks count nothing.

    A Chinese character is one; an English word has its groups of vowels, a silent e left out.
    """
    plain = _MARKS.sub(" ", script)
    said = spoken(plain, lang or language_of(plain)).said
    words = re.findall(r"[^\W\d_\u3007\u3400-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)*", said)
    return len(_HAN.findall(said)) + sum(_word(word) for word in words)


def _word(word: str) -> int:
    if _LETTER.fullmatch(word):
        return 3 if word in "wW" else 1
    plain = word.lower()
    count = len(_VOWELS.findall(plain)) + len(_APART.findall(plain)) - len(_SILENT.findall(plain))
    if _END.search(plain) and not _SPOKEN_END.search(plain):
        count -= 1
    return max(count, 1)


def curve(times: NDArray[np.float64], duration: float) -> tuple[tuple[float, float], ...]:
    """Return (middle of the window, syllables a minute) of 10 s windows every second."""
    starts = np.arange(0.0, max(duration - WINDOW, -1.0) + 1e-9, HOP)
    counts = np.searchsorted(times, starts + WINDOW) - np.searchsorted(times, starts)
    return tuple(
        (float(s + WINDOW / 2), float(c * 60.0 / WINDOW))
        for s, c in zip(starts, counts, strict=True)
    )


def inside(times: NDArray[np.float64], spans: tuple[Span, ...]) -> NDArray[np.float64]:
    """Return the syllables that lie in speech, give or take 50 ms."""
    kept = np.zeros(len(times), np.bool_)
    for start, end in spans:
        first, last = np.searchsorted(times, (start - 0.05, end + 0.05))
        kept[first:last] = True
    return times[kept]
