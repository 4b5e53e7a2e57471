"""The Room page's dealings with the library: rooms, profiles, zones, golden room, saved checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.changes import Change, Touched
from app.core.errors import Refused
from app.core.ids import new_id
from app.core.words import Text, text
from app.metrics.signals import Zone
from app.room.limits import Range
from app.room.place import Golden, Room, Zones
from app.room.profile import Platform, RoomProfile
from app.room.profiles import find_platform, find_profile, profiles

if TYPE_CHECKING:
    from app.room.history import ReportHead, TrendPoint
    from app.room.report import RoomReport
    from app.session.session import Session
    from app.session.studio import Studio
    from ui.widgets.desk import Choices

WORKSPACE = "room"
Edit = Callable[["Studio"], "Studio"]


class RoomLibrary:
    """Reads and edits; each edit is one labelled step of the Room workspace's history."""

    def __init__(self, session: Session | None, choices: Choices) -> None:
        self._session, self._choices = session, choices

    # What holds now

    @property
    def can_edit(self) -> bool:
        """Return whether edits can be saved."""
        return self._session is not None and not self._session.read_only

    def rooms(self) -> tuple[Room, ...]:
        """Return the studio's rooms."""
        return () if self._session is None else tuple(self._session.studio.rooms)

    def room(self) -> Room | None:
        """Return the room that is chosen, None for the nameless one."""
        if self._session is None:
            return None
        return self._session.studio.rooms.get(self._choices.now.room)

    def room_id(self) -> str:
        """Return the id of the chosen room, "" for the nameless one."""
        room = self.room()
        return "" if room is None else room.id

    def own_profiles(self) -> tuple[RoomProfile, ...]:
        """Return the studio's copies."""
        return () if self._session is None else tuple(self._session.studio.profiles)

    def base_profile(self) -> RoomProfile:
        """Return the chosen profile without a platform's start values."""
        room = self.room()
        wanted = (room.profile if room else "") or self._choices.now.profile or profiles()[0].id
        try:
            return find_profile(wanted, self.own_profiles())
        except Refused:
            return profiles()[0]  # a copy that was undone or lives in another library

    def platform(self) -> Platform | None:
        """Return the chosen platform."""
        room = self.room()
        wanted = (room.platform if room else "") or self._choices.now.platform
        try:
            return find_platform(wanted) if wanted else None
        except Refused:
            return None

    def profile(self) -> RoomProfile:
        """Return the limits to judge by: the profile, with the platform's start values in."""
        base, platform = self.base_profile(), self.platform()
        own = base.id in {p.id for p in self.own_profiles()}
        return base if platform is None or own else platform.applied(base)

    def zones(self) -> Zones:
        """Return the zones of the chosen platform, the shipped ones where none were dragged."""
        platform = self.platform()
        zone_id = "" if platform is None else platform.id
        kept = None if self._session is None else self._session.studio.zones.get(zone_id)
        if kept is not None:
            return kept
        return Zones(zone_id, () if platform is None else platform.safe_area)

    def golden(self) -> tuple[RoomReport, bytes | None] | None:
        """Return the golden report of the room with its picture."""
        if self._session is None:
            return None
        marked = self._session.studio.golden.get(self.room_id())
        report = None if marked is None else self._session.report(marked.report)
        return None if report is None else (report, self._session.still(report.id))

    # What is chosen

    def choose_room(self, room_id: str) -> None:
        """Go to another room."""
        self._choices.change(room=room_id)

    def add_room(self, name: str) -> None:
        """Add a room and go to it."""
        room = Room(new_id(), name)
        self._edit(
            Change(text("Add room {name}", name=name), WORKSPACE, frozenset({Touched.ROOM})),
            lambda studio: replace(studio, rooms=studio.rooms.put(room)),
        )
        self._choices.change(room=room.id)

    def choose(self, label: Text, **values: str) -> None:
        """Choose profile, platform, camera or microphone, for the room where there is one."""
        self._choices.change(**values)
        room = self.room()
        if room is None or not self.can_edit:
            return
        changed = replace(room, **values)
        if changed != room:
            self._edit(
                Change(label, WORKSPACE, frozenset({Touched.ROOM})),
                lambda studio: replace(studio, rooms=studio.rooms.put(changed)),
            )

    def keep_zones(self, *, safe: tuple[Zone, ...] | None, product: Zone | None) -> None:
        """Keep the zones of the chosen platform; None leaves that part as it is."""
        now = self.zones()
        if safe is not None:
            changed, label = replace(now, safe=safe), text("Move safe area")
        else:
            changed, label = replace(now, product=product), text("Move product zone")
        self._edit(
            Change(label, WORKSPACE, frozenset({Touched.ZONES})),
            lambda studio: replace(studio, zones=studio.zones.put(changed)),
        )

    def copy_profile(self, profile: RoomProfile, name: str) -> RoomProfile:
        """Make the studio's own copy of a profile, choose it, and return it."""
        copy = profile.copied(new_id(), name)
        self._edit(
            Change(text("Copy profile {name}", name=name), WORKSPACE, frozenset({Touched.PROFILE})),
            lambda studio: replace(studio, profiles=studio.profiles.put(copy)),
        )
        self.choose(text("Choose profile"), profile=copy.id)
        return copy

    def set_limit(
        self, profile: RoomProfile, metric_id: str, passes: Range, warns: Range, name: Text
    ) -> None:
        """Give one limit of the studio's own profile new ranges."""
        changed = profile.with_ranges(metric_id, passes, warns)
        self._edit(
            Change(
                text("Change limit of {name}", name=name), WORKSPACE, frozenset({Touched.PROFILE})
            ),
            lambda studio: replace(studio, profiles=studio.profiles.put(changed)),
        )

    def mark_golden(self, report_id: str) -> None:
        """Make a saved report the one later checks of the room are compared with."""
        marked = Golden(self.room_id(), report_id)
        self._edit(
            Change(text("Mark as golden room"), WORKSPACE, frozenset({Touched.GOLDEN})),
            lambda studio: replace(studio, golden=studio.golden.put(marked)),
        )

    # What is saved

    def keeper(self) -> Callable[[RoomReport, bytes | None], bool]:
        """Return what keeps a report under the room chosen now, on any thread.

        It returns False without a library, and raises Environment where it cannot.
        """
        session, room = self._session, self.room_id()

        def keep(report: RoomReport, still: bytes | None) -> bool:
            if session is None or session.read_only:
                return False
            session.save_report(report, still, room)
            return True

        return keep

    def heads(self) -> tuple[ReportHead, ...]:
        """Return the saved checks of the room, the newest first."""
        return () if self._session is None else self._session.reports(self.room_id())

    def report(self, report_id: str) -> tuple[RoomReport, bytes | None] | None:
        """Return a saved check with its picture."""
        report = None if self._session is None else self._session.report(report_id)
        if report is None or self._session is None:
            return None
        return report, self._session.still(report_id)

    def trend(self, metric_id: str) -> tuple[TrendPoint, ...]:
        """Return one reading over the saved checks of the room, oldest first."""
        return () if self._session is None else self._session.trend(metric_id, self.room_id())

    def _edit(self, change: Change, how: Edit) -> None:
        if self._session is None:
            raise Refused(
                text("The library is not open, so nothing can be kept."),
                text("Start Greenroom again, or see what greenroom doctor says."),
            )
        self._session.edit(change, how)
