"""Qt's frames as ours: every format the same picture, luma lent, nothing left mapped."""

from __future__ import annotations

import gc
import threading

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from app.core.errors import Trouble
from app.metrics.signals import Frame
from ui.devices.qt_camera import QtCamera, cameras
from ui.devices.video_frame import frame_of

Format = QVideoFrameFormat.PixelFormat
WIDTH, HEIGHT = 64, 36
CB, CR = 100, 160


def ramp() -> np.ndarray:
    """Return a luma ramp in video range."""
    return np.tile(np.linspace(16, 235, WIDTH).astype(np.uint8), (HEIGHT, 1))


def filled(kind: Format, planes: list[np.ndarray]) -> QVideoFrame:
    """Return a QVideoFrame with `planes` (rows of bytes) written into its own line lengths."""
    video = QVideoFrame(QVideoFrameFormat(QSize(WIDTH, HEIGHT), kind))
    assert video.map(QVideoFrame.MapMode.WriteOnly)
    for index, rows in enumerate(planes):
        memory = np.frombuffer(video.bits(index), np.uint8)
        line = video.bytesPerLine(index)
        for number, row in enumerate(rows):
            memory[number * line : number * line + len(row)] = row
    video.unmap()
    return video


def ycbcr(kind: Format) -> QVideoFrame:
    luma = ramp()
    u = np.full((HEIGHT // 2, WIDTH // 2), CB, np.uint8)
    v = np.full((HEIGHT // 2, WIDTH // 2), CR, np.uint8)
    pairs = np.stack([u, v], 2)
    packed = np.zeros((HEIGHT, WIDTH, 2), np.uint8)
    luma_at = 0 if kind == Format.Format_YUYV else 1
    packed[:, :, luma_at] = luma
    packed[:, 0::2, 1 - luma_at], packed[:, 1::2, 1 - luma_at] = CB, CR
    wide = np.zeros((HEIGHT, WIDTH, 2), np.uint8)
    wide[:, :, 1] = luma
    wide_pairs = np.zeros((HEIGHT // 2, WIDTH // 2, 4), np.uint8)
    wide_pairs[:, :, 1::2] = pairs
    return filled(
        kind,
        {
            Format.Format_NV12: [luma, pairs.reshape(HEIGHT // 2, -1)],
            Format.Format_NV21: [luma, pairs[:, :, ::-1].reshape(HEIGHT // 2, -1)],
            Format.Format_YUV420P: [luma, u, v],
            Format.Format_YV12: [luma, v, u],
            Format.Format_YUV422P: [luma, np.repeat(u, 2, 0), np.repeat(v, 2, 0)],
            Format.Format_YUYV: [packed.reshape(HEIGHT, -1)],
            Format.Format_UYVY: [packed.reshape(HEIGHT, -1)],
            Format.Format_P010: [wide.reshape(HEIGHT, -1), wide_pairs.reshape(HEIGHT // 2, -1)],
        }[kind],
    )


@pytest.mark.parametrize(
    "kind",
    [
        Format.Format_NV12,
        Format.Format_NV21,
        Format.Format_YUV420P,
        Format.Format_YV12,
        Format.Format_YUV422P,
        Format.Format_YUYV,
        Format.Format_UYVY,
        Format.Format_P010,
    ],
    ids=str,
)
def test_every_ycbcr_format_gives_the_same_luma_and_chroma(kind: Format) -> None:
    frame = frame_of(ycbcr(kind), 1.5, 7)
    assert frame is not None
    assert (frame.at, frame.number, frame.full_range) == (1.5, 7, False)
    assert np.array_equal(frame.y, ramp())
    assert frame.uv is not None
    assert frame.uv.shape == (HEIGHT // 2, WIDTH // 2, 2)
    assert set(frame.uv[..., 0].ravel()) == {CB}
    assert set(frame.uv[..., 1].ravel()) == {CR}


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        (Format.Format_BGRA8888, "BGRA"),
        (Format.Format_BGRX8888, "BGRA"),
        (Format.Format_RGBA8888, "RGBA"),
        (Format.Format_ARGB8888, "ARGB"),
        (Format.Format_XBGR8888, "ABGR"),
    ],
    ids=str,
)
def test_every_rgb_format_gives_the_same_colour(kind: Format, order: str) -> None:
    colour = {"R": 200, "G": 100, "B": 50, "A": 255}
    row = np.tile(np.array([colour[c] for c in order], np.uint8), WIDTH)
    video = filled(kind, [np.tile(row, (HEIGHT, 1))])
    frame = frame_of(video, 0.0, 0)
    assert frame is not None
    assert frame.uv is not None
    # BT.601 in video range: 16 + 65.5 R + 128.6 G + 25 B over 255.
    assert float(frame.y.mean()) == pytest.approx(
        16 + (65.5 * 200 + 128.6 * 100 + 25 * 50) / 255, abs=1
    )
    assert float(frame.uv[..., 1].mean()) > 150
    assert float(frame.uv[..., 0].mean()) < 110


def test_luma_is_lent_and_the_frame_is_unmapped_when_the_last_view_is_gone() -> None:
    video = ycbcr(Format.Format_NV12)
    frame = frame_of(video, 0.0, 0)
    assert frame is not None
    assert not frame.y.flags.owndata
    assert not frame.y.flags.writeable
    assert video.isMapped()
    half = frame.y[::2, ::2]
    del frame
    gc.collect()
    assert video.isMapped()
    assert half[0, -1] > 200
    del half
    gc.collect()
    assert not video.isMapped()


def test_a_frame_the_phone_took_sideways_stands_upright() -> None:
    shape = QVideoFrameFormat(QSize(WIDTH, HEIGHT), Format.Format_Y8)
    video = QVideoFrame(shape)
    assert video.map(QVideoFrame.MapMode.WriteOnly)
    np.frombuffer(video.bits(0), np.uint8)[:] = 90
    video.unmap()
    video.setRotation(type(video.rotation()).Clockwise90)
    frame = frame_of(video, 0.0, 0)
    assert frame is not None
    assert frame.size == (HEIGHT, WIDTH)
    assert frame.uv is None


class Told:
    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.threads: set[str] = set()
        self.troubles: list[Trouble | None] = []

    def frame(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.threads.add(threading.current_thread().name)


def test_a_camera_that_is_not_there_is_said_and_stops_cleanly(qtbot: QtBot) -> None:
    told, camera = Told(), QtCamera("none", "Studio camera")
    camera.start(told.frame, told.troubles.append)
    qtbot.waitUntil(lambda: bool(told.troubles), timeout=5000)
    assert "Studio camera" in str(told.troubles[0])
    assert camera.stop(1)
    camera.deleteLater()


def test_frames_are_handed_on_in_the_thread_they_come_in_with_device_time(qtbot: QtBot) -> None:
    told, camera = Told(), QtCamera("none", "Studio camera")
    camera.start(told.frame, told.troubles.append)

    def deliver() -> None:
        for number in range(20):
            video = ycbcr(Format.Format_NV12)
            video.setStartTime(number * 40_000)
            camera._video.setVideoFrame(video)

    thread = threading.Thread(target=deliver, name="driver")
    thread.start()
    thread.join(10)
    assert not thread.is_alive()
    assert told.threads == {"driver"}
    assert [f.number for f in told.frames] == list(range(20))
    assert camera.opened is not None
    assert (camera.opened.width, camera.opened.height) == (WIDTH, HEIGHT)
    camera.stop(1)
    told.frames.clear()
    camera._video.setVideoFrame(ycbcr(Format.Format_NV12))
    assert not told.frames
    camera._video.setVideoFrame(QVideoFrame())
    camera.deleteLater()


def test_the_list_of_cameras_names_what_there_is(qtbot: QtBot) -> None:
    for camera in cameras():
        assert camera.id
        assert camera.name
