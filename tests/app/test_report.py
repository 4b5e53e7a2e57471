"""Saved checks: the same after a round trip, refused where spoiled, whole on one page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core.errors import Environment, Refused
from app.core.words import text
from app.exchange.report_html import report_html, write_report
from app.exchange.still import jpeg
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.reading import Reading
from app.room.catalogue import catalogue
from app.room.causes import find_causes
from app.room.judge import Verdict, judge
from app.room.profiles import find_platform, profiles
from app.room.report import RoomReport


def made(*, demo: bool = False, room: str = "1 号直播间") -> RoomReport:
    """Return a report with one reading of every verdict."""
    values = {
        "light.face_exposure": Reading("light.face_exposure", 33.0, 2.0, details={"stops": 1.6}),
        "picture.noise": Reading("picture.noise", 6.8, 0.4),
        "sound.loudness_range": Reading(
            "sound.loudness_range", 4.0, why=text("Speech up to {seconds:.0f} s", seconds=60.0)
        ),
        "sound.true_peak": Reading("sound.true_peak", -6.0),
        "sound.rt60": Reading("sound.rt60", 0.52, 0.05),
    }
    profile = find_platform("douyin").applied(profiles()[1])
    missing = text("Not measured yet")
    judged = [
        judge(values.get(m.id) or Reading(m.id, None, why=missing), profile.limit(m.id), m)
        for m in catalogue()
    ]
    rows, causes = find_causes(judged)
    return RoomReport(
        id="01a204b2-1189-7fa2-bf55-203a63add5c7",
        at=datetime(2026, 7, 2, 11, 42, 6, tzinfo=UTC),
        version="0.1.0",
        demo=demo,
        room=room,
        profile=profile,
        devices={"camera": "主机位摄像头, 1080×1920", "microphone": "Mic <A> & B"},
        judged=rows,
        causes=causes,
        acts=(ActState(Act.SILENCE, ActStep.DONE, 1.0), ActState(Act.SHEET, ActStep.SKIPPED)),
        missing=(text("White sheet"),),
        seconds=42.5,
    )


def written(report: RoomReport) -> dict[str, Any]:
    return json.loads(json.dumps(report.to_dict(), allow_nan=False, ensure_ascii=False))


def test_a_report_is_the_same_after_a_round_trip() -> None:
    report = replace(made(), still="ab" * 32)
    assert RoomReport.from_dict(written(report)) == report


def test_the_sentences_of_a_saved_report_still_change_language() -> None:
    back = RoomReport.from_dict(written(made()))
    assert back.causes[0].fix.say("zh").startswith("主灯")
    assert back.causes[0].fix.say("en").startswith("Raise the key light by 1.6 stops")
    unstable = back.judged_as("sound.loudness_range")
    assert unstable is not None
    assert unstable.why is not None
    assert unstable.why.say("zh") == "人声满 60 秒"


def test_the_verdict_of_a_report_is_its_worst() -> None:
    assert made().verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"format": 2}, "format 2"),
        ({"format": None}, "format"),
        ({"colour": 1}, "colour"),
        ({"at": "yesterday"}, "at"),
        ({"seconds": "long"}, "seconds"),
        ({"judged": [{"reading": {"id": "sound.snr"}}]}, "judged[0]"),
        ({"judged": 3}, "judged"),
        ({"profile": {}}, "profile"),
    ],
)
def test_a_spoiled_report_is_refused_by_place(change: dict[str, Any], named: str) -> None:
    with pytest.raises(Refused) as refused:
        RoomReport.from_dict({**written(made()), **change}, "report.json")
    assert named in str(refused.value)


class _Page(HTMLParser):
    """Checks that tags close in order, and collects the text and whatever is fetched."""

    VOID = frozenset({"meta", "img", "rect", "path", "circle"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.fetched += [v or "" for k, v in attrs if k in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


def read(page: str) -> _Page:
    parser = _Page()
    parser.feed(page.replace("<!doctype html>", ""))
    assert not parser.open
    return parser


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_is_whole_and_fetches_nothing(lang: str) -> None:
    still = jpeg(np.full((90, 160, 3), 128, np.uint8))
    page = read(report_html(made(), still, "zh" if lang == "zh" else "en"))
    assert [f[:23] for f in page.fetched] == ["data:image/jpeg;base64,"]
    said = "\n".join(page.words)
    for known in catalogue():
        assert known.name.say("zh" if lang == "zh" else "en") in said
    assert ("光线太少" if lang == "zh" else "Too little light") in said
    assert "Mic <A> & B" in said
    assert "33" in said
    assert "−6.0" in said


def test_the_page_says_what_comes_first_before_any_number() -> None:
    page = report_html(made(), None, "en")
    assert page.index("Raise the key light by 1.6 stops") < page.index("Face exposure")


def test_a_demo_is_labelled_on_the_page() -> None:
    assert "no real room was measured" in report_html(made(demo=True), None, "en")
    assert "no real room was measured" not in report_html(made(), None, "en")


def test_a_room_named_like_markup_stays_a_name() -> None:
    page = report_html(made(room="<script>alert(1)</script>"), None, "en")
    assert "<script>" not in page


def test_a_page_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Environment, match="was not written"):
        write_report(tmp_path / "none" / "r.html", made(), None)


def test_a_picture_that_is_none_is_no_jpeg() -> None:
    with pytest.raises(ValueError, match="picture"):
        jpeg(np.zeros((0, 4, 3), np.uint8))
