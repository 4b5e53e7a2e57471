"""What cues and their owners are called and drawn as, wherever a person sees them."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.words import text
from app.show.cue_names import CUE_NAMES, OWNER_NAMES
from app.show.money import money_words
from app.show.show import Cue, CueKind, Owner

CUE_ICONS: Mapping[CueKind, str] = {
    CueKind.CAMERA: "ph.video-camera",
    CueKind.LIGHT: "ph.lightbulb",
    CueKind.SOUND: "ph.speaker-high",
    CueKind.GRAPHIC: "ph.image",
    CueKind.LINK: "ph.link",
    CueKind.PIN: "ph.push-pin",
    CueKind.PRICE: "ph.tag",
    CueKind.BAG: "ph.ticket",
    CueKind.PROP: "ph.cube",
}

USUAL_OWNER: Mapping[CueKind, Owner] = {
    CueKind.CAMERA: Owner.FLOOR,
    CueKind.LIGHT: Owner.FLOOR,
    CueKind.SOUND: Owner.FLOOR,
    CueKind.GRAPHIC: Owner.CONTROL,
    CueKind.LINK: Owner.CONTROL,
    CueKind.PIN: Owner.CONTROL,
    CueKind.PRICE: Owner.CONTROL,
    CueKind.BAG: Owner.CONTROL,
    CueKind.PROP: Owner.COHOST,
}
"""Who carries a kind of cue out in most studios; the form proposes it."""

PIN_EVERY_MS = 8_000
"""How long the platform keeps a pinned card up (show.md, pains of the 中控)."""


def cue_words(cue: Cue) -> str:
    """Return what the flag of a cue says: its words, else its kind, and how often it repeats."""
    said = cue.what.strip() or CUE_NAMES[cue.kind].say()
    if cue.kind is CueKind.PRICE and cue.cents is not None:
        said = f"{said} {money_words(cue.cents)}"
    if cue.every_ms:
        every = text("every {s} s", s=seconds_words(cue.every_ms)).say()
        said = f"{said} · {every}"
    return said


def cue_line(cue: Cue) -> str:
    """Return kind, words and owner of a cue in one line, for tooltips and lists."""
    kind, owner = CUE_NAMES[cue.kind].say(), OWNER_NAMES[cue.owner].say()
    return " · ".join(part for part in (kind, cue_words(cue), owner) if part)


def seconds_words(ms: int) -> str:
    """Return milliseconds as seconds without needless decimals."""
    return f"{ms / 1000:g}"
