"""An edit while the text runs: the word being read stays the word being read."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from app.rehearsal.prompter.prompting import Point, Prompting, jumped, position
from app.rehearsal.prompter.script import Script

Key = tuple[str, int, str, int]
Place = tuple[str, float, float]  # what is said, from, units


def edited(
    state: Prompting, now: float, old: Script, new: Script, target: tuple[Point, ...] = ()
) -> Prompting:
    """Return the state on the script `new`, at the word that `old` was at; `target` is the new plan."""
    place = moved(position(state, now), old, new)
    fresh = replace(state, length=new.units, target=target if state.target else ())
    return jumped(fresh, now, place)


def moved(units: float, old: Script, new: Script) -> float:
    """Return where the word at `units` of `old` is in `new`; a word that went gives the next that stayed."""
    before, after = _blocks(old), _blocks(new)
    here = next((k for k, b in before.items() if b and b[0][1] <= units < _end(b)), None)
    if here is None:
        return min(units, new.units) if units < old.units else new.units
    keys = list(before)
    at = keys.index(here)
    if here in after:
        return _within(units, before[here], after[here])
    following = next((after[k][0][1] for k in keys[at + 1 :] if k in after), None)
    if following is not None:
        return following
    return next((_end(after[k]) for k in reversed(keys[:at]) if k in after), 0.0)


def _within(units: float, old: list[Place], new: list[Place]) -> float:
    index = max(i for i, (_, start, _) in enumerate(old) if start <= units)
    _, start, size = old[index]
    share = (units - start) / size if size else 0.0
    was, now = [place[0] for place in old], [place[0] for place in new]
    for a, b, length in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        if a <= index < a + length:
            _, begins, wide = new[b + index - a]
            return begins + share * wide
        if a > index or not length:
            return new[b][1] if b < len(new) else _end(new)
    return _end(new)


def _blocks(script: Script) -> dict[Key, list[Place]]:
    found: dict[Key, list[Place]] = {}
    for line in script.lines:
        places = found.setdefault(line.key, [])
        places += [(a.said, line.begins + a.at, a.units) for a in line.atoms]
    return found


def _end(places: list[Place]) -> float:
    return places[-1][1] + places[-1][2]
