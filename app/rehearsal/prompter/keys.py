"""Which key does what; clickers and pedals are keyboards and send keys of their own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.core.errors import Refused
from app.core.words import text


class Action(StrEnum):
    """What a key can do in the prompter."""

    GO = "go"  # run or pause
    FASTER = "faster"
    SLOWER = "slower"
    FORWARD = "forward"  # one line
    BACK = "back"
    NEXT_ROW = "next_row"
    PREVIOUS_ROW = "previous_row"
    NEXT_MARK = "next_mark"
    PREVIOUS_MARK = "previous_mark"
    START = "start"
    FOLLOW = "follow"
    MIRROR = "mirror"
    FEWER_WORDS = "fewer_words"
    MORE_WORDS = "more_words"
    BLANK = "blank"
    LEAVE = "leave"


DEFAULTS: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.GO: ("Space", "F5"),
        Action.FASTER: ("Right", "+"),
        Action.SLOWER: ("Left", "-"),
        Action.FORWARD: ("Down",),
        Action.BACK: ("Up",),
        Action.NEXT_ROW: ("PgDown",),
        Action.PREVIOUS_ROW: ("PgUp",),
        Action.NEXT_MARK: ("N",),
        Action.PREVIOUS_MARK: ("P",),
        Action.START: ("Home",),
        Action.FOLLOW: ("V",),
        Action.MIRROR: ("M",),
        Action.FEWER_WORDS: ("]",),
        Action.MORE_WORDS: ("[",),
        Action.BLANK: ("B", "."),
        Action.LEAVE: ("Esc",),
    }
)
"""Keys by Qt's portable names; PgDown, PgUp, F5, B and full stop are what clickers send."""


def keys(overrides: Mapping[str, tuple[str, ...]]) -> Mapping[str, Action]:
    """Return what each key does, with the keys of some actions (by name) replaced.

    Raises Refused for an action nobody knows and for a key that would do two things.
    """
    bound = dict(DEFAULTS)
    for name, chosen in overrides.items():
        if name not in set(Action):
            raise Refused(
                text("The prompter has no action {name}.", name=name),
                text("Known are {names}.", names=", ".join(Action)),
            )
        bound[Action(name)] = chosen
    found: dict[str, Action] = {}
    for action, chosen in bound.items():
        for key in chosen:
            if found.setdefault(key, action) is not action:
                raise Refused(
                    text(
                        "{key} would do both {one} and {other}.",
                        key=key,
                        one=found[key],
                        other=action,
                    ),
                    text("Choose another key for one of them."),
                )
    return MappingProxyType(found)
