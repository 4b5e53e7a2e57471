"""The Room page's painted parts: the table's model, the preview under the hand, the meter's strips."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.core.words import text
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.reading import Reading
from app.metrics.signals import Face, Zone
from app.room.catalogue import catalogue, metric
from app.room.causes import Cause
from app.room.judge import Judged, Verdict, judge
from app.room.live import LiveSound
from app.room.profiles import profiles
from ui import theme
from ui.room import view_model
from ui.room.acts_row import ActsRow
from ui.room.arrangement import Space, arrange
from ui.room.page import RoomPage
from ui.room.state import RoomState, Stage, first_line, status_parts
from ui.room.value_line import _fitted, _width
from ui.room.view_model import CauseRow, Filter, Value, act_cards
from ui.widgets.meter import LoudnessMeter
from ui.widgets.meter_paint import Scale, lying
from ui.widgets.preview import Labels, Overlay, Preview, Shown
from ui.widgets.reading_rows import GroupRow, Mark, ReadingRow
from ui.widgets.readings_table import ReadingsModel, ReadingsTable
from ui.widgets.zones import Grip, dragged


def judgement(seed: int) -> tuple[Judged, ...]:
    """Return every reading with a random value, some of them unknown, judged by the general profile."""
    chance = random.Random(seed)
    found = []
    for kind in catalogue():
        low, high = kind.axis
        value = chance.uniform(low, high)
        detail = {} if kind.judged is None else {kind.judged.detail: value}
        reading = Reading(kind.id, value, abs(high - low) / 50, details=detail)
        if chance.random() < 0.2:
            reading = Reading(kind.id, None, why=text("Not measured yet"))
        found.append(judge(reading, profiles()[0].limit(kind.id), kind))
    return tuple(found)


def cause(*readings: str) -> Cause:
    return Cause("dark", text("Start"), text("Skip"), "sun", Verdict.FAIL, readings)


def test_the_model_keeps_qts_rules_under_random_histories(qtbot: QtBot) -> None:
    model = ReadingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    chance = random.Random(3)
    for step in range(12):
        rows = view_model.reading_rows(
            judgement(step),
            (),
            chance.choice(list(Filter)),
            passed_open=chance.random() < 0.5,
        )
        model.show_rows(rows)
        assert tuple(model.row(i) for i in range(model.rowCount())) == rows
    del tester


def test_a_selection_stays_with_its_reading_when_rows_move(qtbot: QtBot) -> None:
    table = ReadingsTable()
    qtbot.addWidget(table)
    rows = view_model.reading_rows(judgement(1), (), Filter.ALL, passed_open=True)
    table.show_rows(rows)
    chosen = next(r.id for r in rows if isinstance(r, ReadingRow))
    table.pick(chosen)
    for seed in (2, 3, 4):
        table.show_rows(view_model.reading_rows(judgement(seed), (), Filter.ALL, passed_open=True))
        row = table.currentIndex().data(Qt.ItemDataRole.UserRole)
        assert row.id == chosen


def test_passed_readings_fold_into_one_row_that_opens_by_key(qtbot: QtBot) -> None:
    table = ReadingsTable()
    qtbot.addWidget(table)
    rows = view_model.reading_rows(judgement(1), (), Filter.TODO, passed_open=False)
    assert [type(r) for r in rows].count(GroupRow) == 1
    assert not [r for r in rows if isinstance(r, ReadingRow) and r.mark is Mark.PASS]
    table.show_rows(rows)
    at = next(i for i, r in enumerate(rows) if isinstance(r, GroupRow))
    table.setCurrentIndex(table.model().index(at, 0))
    with qtbot.waitSignal(table.group_toggled):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_an_unknown_reading_shows_its_reason_in_place_of_bar_and_limit() -> None:
    reading = Reading("picture.white_balance", None, why=text("No white sheet was shown"))
    kind = metric(reading.id)
    row = view_model.reading_row(judge(reading, profiles()[0].limit(kind.id), kind), {})
    assert (row.value, row.bar, row.limit) == ("—", None, "")
    assert row.reason == "No white sheet was shown"
    assert "Unknown" in row.words


def test_a_readings_words_name_value_verdict_and_range() -> None:
    kind = metric("light.face_exposure")
    judged = judge(Reading(kind.id, 33.0), profiles()[0].limit(kind.id), kind)
    row = view_model.reading_row(judged, {kind.id: 1})
    assert row.words == "Face exposure 33 IRE: Fail, good range 45–72"
    assert row.cause == "1"
    assert row.bar is not None
    assert 0 < row.bar.at < row.bar.pass_from


def test_the_first_line_is_the_first_causes_fix() -> None:
    state = RoomState(Stage.RUNNING, judged=judgement(1), causes=(cause("picture.noise"),))
    first = first_line(state)
    assert first.lead == state.causes[0].fix
    assert first.button is not None
    assert first_line(RoomState()).button is None


def test_the_status_says_what_is_measured_and_what_is_missing() -> None:
    state = RoomState(
        Stage.RUNNING, judged=judgement(1), missing=(text("White sheet"),), elapsed=102.0
    )
    said = [words.say("en") for _, words in status_parts(state)[0]]
    measured = view_model.tally(state.judged).measured
    assert said == ["This check 01:42", f"Measured {measured} of 42", "Still missing: White sheet"]


def test_acts_say_how_and_then_what_they_gave() -> None:
    waiting, *_ = view_model.act_cards((), ())
    assert "3 s" in waiting.hint
    kind = metric("sound.noise_floor")
    judged = (judge(Reading(kind.id, -63.0), profiles()[0].limit(kind.id), kind),)
    done, *_ = view_model.act_cards((ActState(Act.SILENCE, ActStep.DONE),), judged)
    assert [v.value for v in done.gave] == ["−63"]


@pytest.mark.parametrize(
    ("width", "height", "aspect", "right", "lying", "shared", "line"),
    [
        (1368, 816, 9 / 16, True, False, False, False),  # the portrait picture at 1440×900
        (1302, 694, 9 / 16, True, False, True, True),
        (1302, 694, 16 / 9, False, True, True, True),  # the landscape picture at 1366×768
        (2476, 1344, 16 / 9, True, False, False, False),
    ],
)
def test_what_gives_way_where_there_is_less_room(
    width: int, height: int, aspect: float, right: bool, lying: bool, shared: bool, line: bool
) -> None:
    found = arrange(Space(width, height, 12, 10, 40, aspect))
    assert (found.right > 0, found.meter_lying, found.scopes_shared, found.golden_line) == (
        right,
        lying,
        shared,
        line,
    )
    used = found.preview + found.middle + found.right + 10 * (2 if found.right else 1)
    assert used <= width - 24


def shown(width: int = 480, height: int = 270) -> Shown:
    face = Face(Zone(0.4, 0.2, 0.2, 0.4), (0.45, 0.36), (0.55, 0.36), 0.9, "test")
    mask = np.zeros((height // 2, width // 2), np.uint8)
    mask[:20] = 255
    return Shown(np.full((height, width, 3), 90, np.uint8), face, mask, mask)


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(480, 270)
    made.show()
    made.show_picture(shown())
    made.show_overlays(set(Overlay))
    made.show_labels(Labels("Face width 20 %", "Eye line 36 %", "Safe area", "Product zone", "1 %"))
    made.show_zones(Overlay.PRODUCT, (Zone(0.5, 0.5, 0.25, 0.25),))
    return made


def press(preview: Preview, qtbot: QtBot, start: QPoint, *way: QPoint) -> None:
    qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=start)
    for at in way:
        qtbot.mouseMove(preview, at)
    qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=way[-1])


def test_a_zone_drags_by_its_inside_and_tells_once(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.zones_changed) as told:
        press(preview, qtbot, QPoint(300, 170), QPoint(320, 180), QPoint(348, 197))
    overlay, (zone,) = told.args
    assert overlay == Overlay.PRODUCT.value
    assert (zone.x, zone.y) == pytest.approx((0.6, 0.6), abs=0.01)
    assert (zone.width, zone.height) == pytest.approx((0.25, 0.25))


def test_a_corner_resizes_and_the_zone_stays_inside(preview: Preview, qtbot: QtBot) -> None:
    press(preview, qtbot, QPoint(360, 202), QPoint(420, 240), QPoint(900, 900))
    (zone,) = preview.zones(Overlay.PRODUCT)
    assert (zone.x + zone.width, zone.y + zone.height) == pytest.approx((1.0, 1.0))


def test_a_press_that_hardly_moves_is_no_drag(preview: Preview, qtbot: QtBot) -> None:
    press(preview, qtbot, QPoint(300, 170), QPoint(301, 171))
    assert preview.zones(Overlay.PRODUCT) == (Zone(0.5, 0.5, 0.25, 0.25),)


def test_arrows_move_by_one_pixel_and_shift_by_ten(preview: Preview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_Z)
    with qtbot.waitSignal(preview.zones_changed):
        qtbot.keyClick(preview, Qt.Key.Key_Right)
        qtbot.keyClick(preview, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    (zone,) = preview.zones(Overlay.PRODUCT)
    assert (zone.x, zone.y) == pytest.approx((0.5 + 1 / 480, 0.5 + 10 / 270))


def test_escape_gives_a_drag_back(preview: Preview, qtbot: QtBot) -> None:
    qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(300, 170))
    qtbot.mouseMove(preview, QPoint(360, 200))
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(360, 200))
    assert preview.zones(Overlay.PRODUCT) == (Zone(0.5, 0.5, 0.25, 0.25),)


def test_a_portrait_picture_keeps_its_shape_on_pure_grey(preview: Preview, qtbot: QtBot) -> None:
    preview.show_picture(shown(270, 480))
    rect = preview.picture_rect()
    assert rect.width() / rect.height() == pytest.approx(9 / 16, abs=0.02)
    ground = preview.grab().toImage().pixelColor(QPoint(5, 100))
    assert ground.red() == ground.green() == ground.blue()


def test_zones_never_shrink_to_nothing() -> None:
    zone = dragged(Zone(0.5, 0.5, 0.2, 0.2), Grip.TOP_LEFT, 0.9, 0.9)
    assert min(zone.width, zone.height) > 0.03


def sound(at: float, momentary: float | None) -> LiveSound:
    history = np.full(600, -16.0, np.float32)
    history[100:140] = np.nan
    peaks = (-3.0, -4.0)
    return LiveSound(
        at, momentary, momentary, -17.2, 5.0, momentary, momentary, peaks, peaks,
        clipped=False, speech=True, speech_seconds=9.0, silent_seconds=0.0, history=history,
    )  # fmt: skip


@pytest.mark.parametrize("lying", [False, True])
def test_the_meter_repaints_only_the_strips_that_moved(qtbot: QtBot, *, lying: bool) -> None:
    meter = LoudnessMeter(lying=lying)
    qtbot.addWidget(meter)
    meter.resize(340, 260)
    meter.show()
    meter.show_sound(sound(1.0, -20.0))
    meter.grab()
    same = meter._changed()
    assert same.isEmpty()
    meter._sound = replace(sound(1.01, -20.0), momentary=-18.0)
    moved = meter._changed()
    assert not moved.isEmpty()
    area = moved.boundingRect().width() * moved.boundingRect().height()
    assert area < meter.width() * meter.height() / 10


def test_the_meter_says_its_values_in_words(qtbot: QtBot) -> None:
    meter = LoudnessMeter()
    qtbot.addWidget(meter)
    assert meter.words() == "No sound yet"
    meter.show_sound(sound(1.0, -16.1))
    assert meter.words() == "Momentary −16.1 LUFS, short term −16.1 LUFS, true peak −3.0 dBTP"


def many_causes(count: int) -> tuple[CauseRow, ...]:
    """Return `count` causes as rows of the panel."""
    return tuple(
        CauseRow(f"c{at}", str(at), "wrench", f"Cause {at}", "Do this", (), Mark.WARN, "Warn")
        for at in range(1, count + 1)
    )


@pytest.mark.parametrize("count", [1, 5, 9])
def test_up_to_nine_causes_and_seven_readings_stand_at_1366_without_scrolling(
    qtbot: QtBot, count: int
) -> None:
    page = RoomPage()
    qtbot.addWidget(page)
    page.resize(1302, 694)
    page.show()
    page.causes.show_causes(many_causes(count), "")
    assert page.causes._scroll.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    rows = page.readings.table.viewport().height() // theme.grown(theme.sizes().readings_row)
    assert rows >= 7


def test_the_act_to_do_next_is_said_whole_under_narrow_tiles(qtbot: QtBot) -> None:
    row = ActsRow()
    qtbot.addWidget(row)
    row.set_compact(compact=True)
    row.resize(560, row.sizeHint().height())
    row.show()
    before = row.height()
    hint = text("A noise was heard; the three seconds begin again")
    acts = (ActState(Act.SILENCE, ActStep.RUNNING, 0.5, hint),)
    row.show_cards(act_cards(acts, ()), running=True)
    assert hint.say() in row._told.text()
    assert row._told.isVisible()
    assert row.height() > before
    metrics = row._told.fontMetrics()
    assert metrics.horizontalAdvance(row._told.text()) <= row._told.contentsRect().width()
    row.show_cards(act_cards(acts, ()), running=False)
    assert row.height() == before


@pytest.mark.parametrize("room", [40, 70, 110, 300])
def test_a_reading_in_a_narrow_line_keeps_its_number_whole(qtbot: QtBot, room: int) -> None:
    kept = _fitted(Value("Noise floor of the room", "−59", "dBFS"), room)
    assert kept.value == "−59"
    assert _width(kept) <= room


def test_a_tall_lying_meter_shows_the_last_minute_and_a_low_one_does_not(qtbot: QtBot) -> None:
    scale = Scale()
    assert not lying(QRect(0, 0, 300, 200), scale, 30, 44).history.isEmpty()
    assert lying(QRect(0, 0, 300, 90), scale, 30, 44).history.isEmpty()
