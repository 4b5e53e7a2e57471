"""Any sequence of edits, undos, redos and restarts: redo after undo is identity, load(save(x)) == x."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from app.core.changes import Change
from app.core.clock import ManualClock
from app.core.errors import Refused
from app.core.words import text
from app.metrics.signals import Zone
from app.room.place import Room, Zones
from app.room.profiles import profiles
from app.session.session import Session, _studio
from app.session.studio import Studio
from app.storage.library import NAME

KEYS = st.sampled_from(["a", "b", "c"])
WORKSPACES = st.sampled_from(["room", "profiles"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.floats(0, 1)
ZONES = st.builds(Zone, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
STARTS = profiles()[:2]


@cache
def begun() -> Path:
    """Return an empty library, made once: the migrations cost more than a whole history."""
    home = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, home)
    Session.open(home, ManualClock()).close()
    return home / NAME


class SessionMachine(RuleBasedStateMachine):
    """A person at a library, with a plain list of past studios as the model."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        shutil.copyfile(begun(), self.home / NAME)
        self.clock = ManualClock()
        self.session = Session.open(self.home, self.clock)
        self.heard: list[Change] = []
        self.session.listen(self.heard.append)

    def edit(self, workspace: str, after: Studio) -> None:
        before, heard = self.session.studio, len(self.heard)
        change = Change(text("Edit"), workspace, frozenset())
        self.session.edit(change, lambda _: after)
        assert self.session.studio == after
        assert self.heard[heard:] == ([change] if after != before else [])

    @rule(workspace=WORKSPACES, key=KEYS, name=WORDS, note=WORDS)
    def put_room(self, workspace: str, key: str, name: str, note: str) -> None:
        now = self.session.studio
        self.edit(workspace, replace(now, rooms=now.rooms.put(Room(key, name, note))))

    @rule(key=KEYS, safe=st.lists(ZONES, max_size=4), product=st.none() | ZONES)
    def place_zones(self, key: str, safe: list[Zone], product: Zone | None) -> None:
        now = self.session.studio
        self.edit("room", replace(now, zones=now.zones.put(Zones(key, tuple(safe), product))))

    @rule(key=KEYS, at=st.sampled_from(range(len(STARTS))), name=WORDS)
    def copy_profile(self, key: str, at: int, name: str) -> None:
        now = self.session.studio
        self.edit("profiles", replace(now, profiles=now.profiles.put(STARTS[at].copied(key, name))))

    @rule(workspace=WORKSPACES, key=KEYS)
    def take_away(self, workspace: str, key: str) -> None:
        now = self.session.studio
        self.edit(
            workspace,
            replace(now, rooms=now.rooms.without(key), zones=now.zones.without(key)),
        )

    @rule(workspace=WORKSPACES)
    def undo_then_redo(self, workspace: str) -> None:
        before = self.session.studio
        try:
            undone = self.session.undo(workspace)
        except Refused:
            assert self.session.studio == before
            return
        if undone is not None:
            assert self.session.studio != before
            assert self.session.redo(workspace) is undone
        assert self.session.studio == before

    @rule(workspace=WORKSPACES)
    def undo(self, workspace: str) -> None:
        before, label = self.session.studio, self.session.undo_label(workspace)
        try:
            undone = self.session.undo(workspace)
        except Refused:
            assert self.session.studio == before
            return
        assert (undone is None) == (label is None)
        assert (self.session.studio == before) == (undone is None)

    @rule(workspace=WORKSPACES)
    def redo(self, workspace: str) -> None:
        before = self.session.studio
        try:
            redone = self.session.redo(workspace)
        except Refused:
            redone = None
        assert (self.session.studio == before) == (redone is None)

    @precondition(lambda self: self.session.studio != Studio())
    @rule()
    def restart(self) -> None:
        before = self.session.studio
        self.session.close()
        self.clock.advance(60)
        self.session = Session.open(self.home, self.clock)
        self.session.listen(self.heard.append)
        assert self.session.studio == before
        assert self.session.trouble is None

    @rule()
    def what_is_stored_is_what_is_shown(self) -> None:
        assert _studio(self.session._store.load()) == self.session.studio

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.home)


TestSession = SessionMachine.TestCase
TestSession.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
