"""Checks of news: source and date, age, the lead item in front, numbers to look up again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.core.words import Text, number, text
from app.show.checks.finding import RowScene, Said, ShowScene, row_check, show_check
from app.show.formats import CheckSpec, KindSpec
from app.show.show import Segment

YES = "yes"


@row_check("item_undated")
def item_undated(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """An item names its source and the day it was published."""
    if not _is_item(scene.kind):
        return
    if not scene.segment.field("source"):
        yield text("The item names no source")
    day = scene.segment.field("date")
    if not day:
        yield text("The item has no date")
    elif read_day(day) is None:
        yield text("“{day}” is no date; write 2026-11-22", day=day)


@row_check("item_stale")
def item_stale(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """An item is not older than the show allows, nor dated after it; without a day nobody can tell."""
    published = read_day(scene.segment.field("date")) if _is_item(scene.kind) else None
    on = scene.show.on or scene.today
    if published is None or on is None:
        return
    begins = datetime.combine(on, time()) + timedelta(milliseconds=scene.show.start_ms)
    if isinstance(published, datetime):
        hours = (begins - published) / timedelta(hours=1)
    else:
        hours = 24.0 * (on - published).days
    if hours < 0:
        yield text("The item is dated after the show")
    elif hours > scene.show.stale_hours:
        yield text(
            "The item is {hours} h old; this show's limit is {limit} h",
            hours=number(hours),
            limit=scene.show.stale_hours,
        )


@row_check("number_recheck")
def number_recheck(scene: RowScene, _check: CheckSpec) -> Iterator[Text]:
    """A number that may change is looked up again."""
    by = scene.segment.field("recheck_by")
    if by and scene.segment.field("checked") != YES:
        what = scene.segment.field("number") or scene.segment.title
        yield text("Re-check “{what}” by {by}", what=what, by=by)


@show_check("lead_first")
def lead_first(scene: ShowScene, _check: CheckSpec) -> Iterator[Said]:
    """One item is the lead, and it goes before the others."""
    items = [segment for segment, kind, _ in scene.played if _is_item(kind)]
    leads = [segment for segment in items if _leads(segment)]
    if len(items) > 1 and not leads:
        yield text("No item is marked as the lead"), items[0].id
    for other in leads[1:]:
        yield text("A second item is marked as the lead"), other.id
    if leads and leads[0] is not items[0]:
        yield text("The lead item comes after “{title}”", title=items[0].title), leads[0].id


def read_day(written: str) -> date | datetime | None:
    """Return a day, with its time where one is written; None for what is neither."""
    plain = written.strip().replace("/", "-").replace(".", "-")
    try:
        return date.fromisoformat(plain) if len(plain) <= 10 else _local(plain)
    except ValueError:
        return None


def _local(written: str) -> datetime:
    return datetime.fromisoformat(written.replace("：", ":")).replace(tzinfo=None)


def _leads(segment: Segment) -> bool:
    return segment.field("lead") == YES


def _is_item(kind: KindSpec) -> bool:
    return kind.own_field("lead") is not None
