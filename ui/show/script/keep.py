"""From what was typed back to the row: words by beat, and the cues whose marks came or went."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.show.edit import cue_mark
from app.show.show import Beat, Cue, Segment

Scripts = Mapping[str, str]  # beat → its words
_CUE = re.compile(r"\{cue:([^{}\s]+)\}")


def marks(scripts: Scripts) -> tuple[str, ...]:
    """Return the ids of the cues that are marked in the words, in order."""
    return tuple(found for script in scripts.values() for found in _CUE.findall(script))


def changed(base: Scripts, now: Scripts) -> dict[str, str]:
    """Return the scripts of `now` that differ from `base`."""
    return {beat: script for beat, script in now.items() if base.get(beat, "") != script}


def kept(segment: Segment, base: Scripts, now: Scripts, known: Mapping[str, Cue]) -> Segment:
    """Return the row with what changed from `base` to `now`.

    A cue whose mark was deleted goes; one that was pasted comes, as `known` has it.
    """
    fresh = changed(base, now)
    if not fresh:
        return segment
    beats = tuple(replace(b, script=fresh[b.id]) if b.id in fresh else b for b in segment.beats)
    ids = {b.id for b in segment.beats}
    beats += tuple(Beat(beat, script=s) for beat, s in fresh.items() if beat not in ids and s)
    before, after = set(marks(base)), marks(now)
    gone, came = before - set(after), set(after) - before
    cues = [known.get(c.id, c) if c.id in came else c for c in segment.cues if c.id not in gone]
    have = {c.id for c in cues}
    cues += [known[c] for c in dict.fromkeys(after) if c not in have and c in known]
    return replace(segment, beats=beats, cues=tuple(cues))


def loose_cues(segment: Segment) -> tuple[Cue, ...]:
    """Return the cues that have no place in the words."""
    words = "".join(beat.script for beat in segment.beats)
    return tuple(cue for cue in segment.cues if cue_mark(cue.id) not in words)
