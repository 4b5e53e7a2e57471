"""Speech of known truth: libespeak-ng through ctypes, which says when each phoneme begins."""

from __future__ import annotations

import ctypes
import ctypes.util
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

RETRIEVAL = 2  # AUDIO_OUTPUT_SYNCHRONOUS: samples come back by the callback
PHONEME_EVENTS, PHONEME_IPA, NO_EXIT = 1, 2, 0x8000
LIST_END, PHONEME = 0, 7
UTF8 = 1
RATE_OF_SPEECH, PITCH, PITCH_RANGE, WORD_GAP = 1, 3, 4, 7
VOWELS = frozenset("aeiouyæøœɑɒɔəɚɛɜɝɪɨʉɯʊʌɐᵻɤ\u0329")  # with the mark of a syllabic consonant

Signal = NDArray[np.float32]


class _Event(ctypes.Structure):
    _fields_: ClassVar[Any] = [
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("string", ctypes.c_char * 8),
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Sound at `rate`, and the times in seconds at which its syllables' vowels begin."""

    samples: Signal
    rate: int
    vowels: tuple[float, ...]


@cache
def _library() -> tuple[Any, int]:
    name = ctypes.util.find_library("espeak-ng")
    if name is None:
        raise FileNotFoundError("libespeak-ng")
    library = ctypes.CDLL(name)
    rate = library.espeak_Initialize(RETRIEVAL, 0, None, PHONEME_EVENTS | PHONEME_IPA | NO_EXIT)
    if rate <= 0:
        raise FileNotFoundError("the data of libespeak-ng")
    return library, int(rate)


def missing() -> str | None:
    """Return why nothing can be said here, None where it can."""
    try:
        _library()
    except (FileNotFoundError, OSError) as error:
        return f"libespeak-ng is not installed ({error})"
    return None


def say(
    words: str, voice: str, speed: int, *, pitch: int = 50, pitch_range: int = 50, gap: int = 0
) -> Said:
    """Return `words` said by an espeak-ng voice at a speed (its words a minute) of 80 to 450."""
    library, rate = _library()
    parts: list[Signal] = []
    vowels: list[float] = []

    def heard(wave: Any, count: int, events: Any) -> int:
        if wave and count:
            sound = np.ctypeslib.as_array(wave, (count,)).astype(np.float32) / 32768.0
            parts.append(sound)
        at = 0
        while events[at].type != LIST_END:
            event = events[at]
            if event.type == PHONEME and VOWELS & set(event.string.decode("utf-8", "ignore")):
                vowels.append(event.audio_position / 1000.0)
            at += 1
        return 0

    kind = ctypes.CFUNCTYPE(
        ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
    )
    callback = kind(heard)
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(voice.encode()) != 0:
        raise ValueError(f"espeak-ng has no voice {voice!r}")
    for parameter, value in (
        (RATE_OF_SPEECH, speed), (PITCH, pitch), (PITCH_RANGE, pitch_range), (WORD_GAP, gap),
    ):  # fmt: skip
        library.espeak_SetParameter(parameter, value, 0)
    data = words.encode()
    library.espeak_Synth(data, len(data) + 1, 0, 0, 0, UTF8, None, None)
    library.espeak_Synchronize()
    return Said(np.concatenate(parts), rate, tuple(vowels))
