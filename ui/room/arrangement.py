"""Where each part of the Room page goes, and what gives way first (visual language, section 5)."""

from __future__ import annotations

from dataclasses import dataclass

MIDDLE_LEAST, MIDDLE_MOST = 560, 760
RIGHT_LEAST, RIGHT_MOST = 340, 480
PREVIEW_LEAST = 240
LANDSCAPE_BESIDE = 560  # a landscape picture narrower than this moves the meter under itself
TALL_ENOUGH = 630  # for meter, scopes and golden room above each other
TOGGLES = 38
ACTS = 54
ACTS_TOLD = 24  # what to do next, under narrow tiles
GOLDEN_LINE = 34


@dataclass(frozen=True, slots=True)
class Space:
    """What there is to divide: the page in logical pixels, its gaps, and the picture's shape."""

    width: int
    height: int
    margin: int
    gap: int
    first_line: int
    aspect: float  # width ÷ height of the picture


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The widths of the columns (right 0: there are only two) and which parts gave way."""

    preview: int
    middle: int
    right: int
    acts_under_preview: bool
    meter_lying: bool
    scopes_shared: bool
    scopes_under_preview: bool
    golden_line: bool
    words_in_header: bool


def arrange(space: Space) -> Arrangement:
    """Return how the page divides `space`."""
    width = space.width - 2 * space.margin
    below_first = space.height - 2 * space.margin - space.first_line - space.gap
    height = below_first - ACTS - space.gap
    roomy = space.width >= 1340
    portrait = space.aspect < 1.0
    wanted = round((height - TOGGLES) * space.aspect)
    most = width - MIDDLE_LEAST - RIGHT_LEAST - 2 * space.gap
    if portrait and most >= PREVIEW_LEAST:
        return _three(space, width, height, min(max(wanted, PREVIEW_LEAST), most), roomy)
    if not portrait and most >= LANDSCAPE_BESIDE:
        rest = width - 2 * space.gap - MIDDLE_MOST - RIGHT_MOST
        preview = min(max(rest, LANDSCAPE_BESIDE), most, max(wanted, LANDSCAPE_BESIDE))
        return _three(space, width, height, preview, roomy)
    return _two(space, width, below_first, portrait, roomy)


def _three(space: Space, width: int, height: int, preview: int, roomy: bool) -> Arrangement:
    rest = width - preview - 2 * space.gap
    right = min(max(round(rest * 0.377), RIGHT_LEAST), RIGHT_MOST)
    middle = min(rest - right, MIDDLE_MOST)
    under = height - TOGGLES - round(preview / space.aspect) >= 230
    tall = height >= TALL_ENOUGH
    return Arrangement(
        preview=preview,
        middle=middle,
        right=right,
        acts_under_preview=False,
        meter_lying=False,
        scopes_shared=not tall and not under,
        scopes_under_preview=under,
        golden_line=not tall,
        words_in_header=roomy,
    )


def _two(space: Space, width: int, height: int, portrait: bool, roomy: bool) -> Arrangement:
    if portrait:
        preview = min(max(round((height - TOGGLES) * 0.62 * space.aspect), 300), 420)
    else:
        foot = ACTS + ACTS_TOLD + 164 + 2 * space.gap
        fits = round((height - foot - TOGGLES) * space.aspect)
        preview = min(max(fits, 400), round((width - space.gap) * 0.48))
    return Arrangement(
        preview=preview,
        middle=min(width - preview - space.gap, MIDDLE_MOST + 140),
        right=0,
        acts_under_preview=True,
        meter_lying=True,
        scopes_shared=True,
        scopes_under_preview=True,
        golden_line=True,
        words_in_header=roomy,
    )


def causes_room(space: Space, found: Arrangement, readings: int) -> int:
    """Return the height the causes may take where the readings under them need `readings` pixels."""
    above = space.margin + space.first_line + space.gap
    acts = 0 if found.acts_under_preview else ACTS + space.gap
    golden = GOLDEN_LINE + space.gap if found.golden_line else 0
    return space.height - above - acts - golden - readings - 2 * space.gap
