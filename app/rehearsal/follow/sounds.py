"""Words as the sounds a listener can compare: toneless pinyin syllables and English words.

A recogniser mistakes characters that sound alike all the time and tones often; syllables without
tones survive both. Figures are compared as they are said: 129 is yi bai er shi jiu.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.core.words import Language
from app.show.script.spoken import HAN, spoken

_RUN = re.compile(f"(?P<han>[{HAN}]+)|(?P<word>[^\\W\\d_{HAN}]+(?:['’][^\\W\\d_{HAN}]+)*)")


def sounds(words: str, language: Language) -> tuple[str, ...]:
    """Return the sounds of `words`, a Chinese syllable or an English word each; figures in `language`."""
    return syllables(spoken(words, language).said)


@lru_cache(maxsize=8192)
def syllables(said: str) -> tuple[str, ...]:
    """Return the sounds of words without figures: one for each character and each Latin word.

    A character that has no pinyin (kana) stands for itself.
    """
    found: list[str] = []
    for run in _RUN.finditer(said):
        if run["han"]:
            found += _pinyin(run["han"])
        else:
            found.append(re.sub("['’]", "", run["word"]).casefold())
    return tuple(found)


def _pinyin(run: str) -> list[str]:
    """Return toneless syllables; characters with several are read by the words they stand in."""
    # Late: its dictionaries take a second and 40 MB, and most runs of the app follow nobody.
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(run, style=Style.NORMAL)
    if len(read) == len(run):
        return read
    return [syllable for one in run for syllable in lazy_pinyin(one)]
