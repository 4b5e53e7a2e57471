"""Checks of acts: licensed music, rehearsal, a host who is not idle, somebody who can do it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from app.core.words import Text, text
from app.show.checks.finding import RowScene, limit, row_check
from app.show.formats import CheckSpec

NO_MUSIC = {"none", "no", "无", "無", "没有", "-", "—"}
NOT_READY = {"", "none", "words"}


@row_check("music_licence")
def music_licence(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """Music that plays has a licence."""
    music = scene.segment.field("music").strip()
    asked = scene.kind.own_field("music") is not None
    if asked and music and music.casefold() not in NO_MUSIC and not scene.segment.field("licence"):
        yield text("No licence is stated for “{music}”", music=music)


@row_check("not_rehearsed")
def not_rehearsed(scene: RowScene, check: CheckSpec) -> Iterator[Text]:
    """An act is rehearsed on set when the show is near; without a day it counts as near."""
    if scene.kind.own_field("rehearsal") is None:
        return
    on, today = scene.show.on, scene.today
    days = None if on is None or today is None else (on - today).days
    near = days is None or days <= limit(check.at_most, check)
    if near and scene.segment.field("rehearsal") in NOT_READY:
        yield text("Not rehearsed on set yet")


@row_check("idle_host")
def idle_host(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """Where an act ends when it ends, the host has something to do."""
    if scene.segment.field("floating") == "yes" and not scene.segment.field("meanwhile"):
        yield text("The end floats and the host has nothing to do meanwhile")


@row_check("talent_missing")
def talent_missing(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """What an act needs, one of the people can do; unknown talents say nothing."""
    if not scene.talents:
        return
    known = [talent for person in scene.talents.values() for talent in person]
    for talent in lacking(scene.segment.field("talents"), known):
        yield text("Nobody in this show is known for {talent}", talent=talent)


def lacking(needed: str, talents: Collection[str]) -> tuple[str, ...]:
    """Return the talents of a list as typed that `talents` do not hold, compared without case."""
    wanted = [one.strip() for one in re.split(r"[,，、;；/\n]+", needed) if one.strip()]
    known = {talent.strip().casefold() for talent in talents}
    return tuple(one for one in wanted if one.casefold() not in known)
