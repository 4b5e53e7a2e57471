"""Files as they are and as they should not be."""

from __future__ import annotations

import os
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.capture.media import Media
from app.core.errors import Environment, Refused
from app.metrics.signals import Block, Frame, Matrix

Maker = Callable[..., Path]


def read(path: Path) -> tuple[list[Frame], list[Block], Media]:
    with Media(path) as media:
        items = list(media.read())
    assert [i.at for i in items] == sorted(i.at for i in items)
    frames = [i for i in items if isinstance(i, Frame)]
    return frames, [i for i in items if isinstance(i, Block)], media


def test_a_film_gives_picture_and_sound_in_the_order_of_time(film: Maker) -> None:
    frames, blocks, media = read(film("a.mkv"))
    assert [f.number for f in frames] == list(range(60))
    assert np.allclose(
        np.diff([f.at for f in frames]), 1 / 30, atol=0.0011
    )  # matroska rounds to 1 ms
    samples = np.concatenate([b.samples for b in blocks])
    assert samples.shape == (96000, 2)
    assert samples.dtype == np.float32
    assert np.abs(samples).max() == pytest.approx(0.1, abs=1e-3)
    assert all(len(b.samples) >= 0.04 * b.rate for b in blocks[:-1])
    assert sum(b.lost for b in blocks) == 0
    assert media.note is None
    assert media.info.duration == pytest.approx(2.0, abs=0.05)
    assert media.info.picture is not None
    assert media.info.picture.rate == pytest.approx(30)


def test_the_luma_of_a_film_is_lent_and_stays_valid_after_closing(film: Maker) -> None:
    frames, _, _ = read(film("a.mkv", sound=None))
    first = frames[0]
    assert not first.y.flags.owndata
    assert first.y.shape == (180, 320)
    assert first.uv is not None
    assert first.uv.shape == (90, 160, 2)
    assert not first.full_range
    assert 60 < float(first.y.mean()) < 90


@pytest.mark.parametrize(
    ("pixels", "codec", "full"),
    [
        ("yuvj420p", "mjpeg", True),
        ("yuvj422p", "mjpeg", True),
        ("yuvj444p", "mjpeg", True),
        ("yuv420p10le", "ffv1", False),
        ("gray", "ffv1", None),
        ("bgr0", "ffv1", False),
    ],
)
def test_every_pixel_format_shows_the_same_picture(
    film: Maker, pixels: str, codec: str, full: bool | None
) -> None:
    frames, _, _ = read(
        film("a.mkv", pixels=pixels, codec=codec, sound=None, size=(322, 182), seconds=0.2)
    )
    frame = frames[0]
    assert frame.y.shape == (182, 322)
    if frame.uv is not None:
        assert frame.uv.shape == (91, 161, 2)
        assert abs(float(frame.uv.mean()) - 128) < 2
    grey = frame.y[:, 100:].astype(float).mean()
    as_full = grey if frame.full_range else (grey - 16) * 255 / 219
    if full is not None:
        assert frame.full_range == full
        assert as_full == pytest.approx(60, abs=2)


def test_a_picture_of_1080_lines_that_says_nothing_is_bt709(film: Maker) -> None:
    frames, _, _ = read(film("a.mkv", size=(1920, 1080), seconds=0.1, sound=None))
    assert frames[0].matrix is Matrix.BT709
    frames, _, _ = read(film("b.mkv", size=(640, 480), seconds=0.1, sound=None))
    assert frames[0].matrix is Matrix.BT601


def test_a_film_a_phone_took_sideways_stands_upright(film: Maker) -> None:
    frames, _, _ = read(film("a.mp4", turned=90, seconds=0.2, sound=None))
    frame = frames[0]
    assert frame.size == (180, 320)
    assert frame.uv is not None
    assert frame.uv.shape == (160, 90, 2)
    # The bright bar at the left edge lies at the bottom after a quarter turn against the clock.
    assert frame.y[-8:].mean() > frame.y[:8].mean() + 50


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (96000, 8)])
def test_any_rate_and_number_of_channels_comes_as_it_is(
    film: Maker, rate: int, channels: int
) -> None:
    frames, blocks, media = read(film("a.mkv", size=None, sound=(rate, channels), seconds=1))
    assert not frames
    assert {b.samples.shape[1] for b in blocks} == {channels}
    assert sum(len(b.samples) for b in blocks) == rate
    assert media.info.picture is None


def test_samples_that_are_no_numbers_come_through_for_the_meters_to_count(tmp_path: Path) -> None:
    path = tmp_path / "nan.wav"
    samples = np.zeros((4800, 1), "<f4")
    samples[100] = np.nan
    size = samples.nbytes
    head = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    form = np.array([3, 1], "<u2").tobytes() + np.array([48000, 192000], "<u4").tobytes()
    form += np.array([4, 32], "<u2").tobytes()
    path.write_bytes(head + form + b"data" + size.to_bytes(4, "little") + samples.tobytes())
    _, blocks, _ = read(path)
    assert np.isnan(np.concatenate([b.samples for b in blocks])).sum() == 1


def test_a_gap_in_the_sound_is_counted_as_lost(film: Maker, tmp_path: Path) -> None:
    import av

    whole, cut = film("a.mkv", size=None, seconds=2), tmp_path / "gap.mkv"
    with av.open(str(whole)) as source, av.open(str(cut), "w") as out:
        stream = out.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.pts is not None and not 0.8 <= float(packet.pts * packet.time_base) < 1.2:
                packet.stream = stream
                out.mux(packet)
    _, blocks, _ = read(cut)
    lost = sum(b.lost for b in blocks)
    heard = sum(len(b.samples) for b in blocks)
    assert heard + lost == pytest.approx(96000, abs=100)
    assert lost > 0.3 * 48000


@pytest.mark.parametrize("name", ["a.mkv", "a.mp4"])
def test_of_a_file_that_breaks_off_the_readable_part_is_read(film: Maker, name: str) -> None:
    options = {"movflags": "faststart"} if name.endswith("mp4") else {}
    path = film(name, seconds=6, options=options, sound_codec="aac")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    frames, blocks, media = read(path)
    assert 60 <= len(frames) <= 120
    assert blocks
    assert media.note is not None
    assert "of 6.0 s" in media.note.say("en")


def refused(path: Path) -> str:
    with pytest.raises(Refused) as caught, Media(path) as media:
        list(media.read())
    assert caught.value.todo.en
    return caught.value.what.say("en")


def test_a_recording_without_its_index_is_refused_with_a_way_out(film: Maker) -> None:
    path = film("a.mp4", seconds=3, sound_codec="aac")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "before its index" in refused(path)


def test_files_that_are_none_are_refused_by_what_they_are(tmp_path: Path) -> None:
    empty, words, noise = (tmp_path / n for n in ("empty.mp4", "words.mp4", "noise.mp4"))
    empty.touch()
    words.write_text("开播前的准备\n" * 500)
    noise.write_bytes(np.random.default_rng(0).bytes(20000))
    assert "empty (0 bytes)" in refused(empty)
    assert "is text" in refused(words)
    assert "no film or sound" in refused(noise)
    assert "There is no file" in refused(tmp_path / "none.mp4")
    assert "is a folder" in refused(tmp_path)


def test_a_sound_file_of_no_samples_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48000, 0, "NONE", ""))
    assert "no picture and no sound" in refused(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="skipped, because root may read everything")
def test_a_file_that_may_not_be_read_is_the_environment_s_fault(film: Maker) -> None:
    path = film("a.mkv", seconds=0.2)
    path.chmod(0)
    with pytest.raises(Environment, match="permission denied"):
        Media(path)
