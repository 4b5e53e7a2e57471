"""Who takes part, as one line that people type: "Host 小满; Co-host 阿屿"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.show.cue_names import OWNER_NAMES
from app.show.show import Owner, Person
from app.show.voice import Voice

_BETWEEN = re.compile(r"[;；、,，\n]+")


def people_words(people: tuple[Person, ...]) -> str:
    """Return the line that `people_typed` reads back."""
    return "; ".join(f"{OWNER_NAMES[p.role].say()} {p.name}" for p in people)


def people_typed(
    words: str, before: tuple[Person, ...], voices: Mapping[str, Voice]
) -> tuple[Person, ...]:
    """Return the people that a line names; a name without a role is a host.

    Who was there before keeps the voice; a new name takes the voice of that name.
    """
    kept = {p.name: p.voice for p in before}
    by_name = {v.name: v.id for v in voices.values()}
    found = []
    for part in filter(None, (p.strip() for p in _BETWEEN.split(words))):
        role, name = _role(part)
        if name:
            found.append(Person(name, role, kept.get(name) or by_name.get(name, "")))
    return tuple(found)


def _role(part: str) -> tuple[Owner, str]:
    # Longest first, for "Co-host" ends with "host" and 场控 must not be read as a name.
    known = [
        (word, role) for role, name in OWNER_NAMES.items() for word in (name.en, name.say("zh"))
    ]
    for word, role in sorted(known, key=lambda pair: -len(pair[0])):
        if part.casefold().startswith(word.casefold()):
            return role, part[len(word) :].strip(" :：")
    return Owner.HOST, part
