"""Trials of the sound: dry speech, claps, tones and noise of exact level, spoilt by known amounts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scipy import signal

from app.metrics.measure import Act, ActState
from app.metrics.reading import Reading
from app.metrics.signals import Block
from app.metrics.sound.chunk import Chunk
from app.metrics.sync import offset
from app.room.listening import Listening
from tests.bench.room.looks import FPS, frame, looking, of
from tests.bench.room.trial import Edge, Trial

Samples = NDArray[np.float64]
RATE = 48_000
SPEECH = Path(__file__).resolve().parent / "speech.opus"


@cache
def _spoken() -> Samples:
    with av.open(str(SPEECH)) as media:
        to_float = av.AudioResampler("flt", "mono", RATE)
        parts = [r.to_ndarray()[0] for f in media.decode(audio=0) for r in to_float.resample(f)]
    return np.concatenate(parts).astype(np.float64)


@cache
def _paced(pace: int) -> Samples:
    """Return all speech at −16 LUFS, made slower and deeper or faster and higher by `pace` per cent."""
    import pyloudnorm

    samples = signal.resample_poly(_spoken(), 100, 100 + pace)
    loudness = pyloudnorm.Meter(RATE, filter_class="DeMan").integrated_loudness(samples)
    return np.asarray(samples * 10 ** ((-16 - loudness) / 20))


@cache
def _level(index: int) -> float:
    """Return the loudness of the first 16 s of one pace, by a meter that is not ours."""
    import pyloudnorm

    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    return float(meter.integrated_loudness(_paced((-8, -4, 0, 4, 8)[index])[: 16 * RATE]))


def _clip(random: np.random.Generator, seconds: float) -> Samples:
    """Return a stretch of speech of about −16 LUFS with a faint floor."""
    whole = _paced(int(random.choice((-8, -4, 0, 4, 8))))
    size = round(seconds * RATE)
    first = int(random.integers(0, max(whole.size - size, 1)))
    clip = whole[first : first + size]
    return clip + random.normal(0, 10 ** (-82 / 20), clip.size)


class _AllSpeech:
    """Stands for the speech detector where a measure does not ask it: every frame is speech."""

    def __init__(self, rate: int) -> None:
        self._rate, self._samples, self._frames = rate, 0, 0

    def __call__(self, mono: NDArray[np.float32]) -> list[float]:
        self._samples += len(mono)
        frames = int(self._samples / self._rate / 0.032)
        new, self._frames = frames - self._frames, frames
        return [1.0] * new


class _NoActs:
    """Stands for the acts where all is speech: no silence and no claps are found in it."""

    running: Act | None = None

    def hear(self, chunk: Chunk) -> Chunk:
        return chunk

    def states(self) -> tuple[ActState, ...]:
        return ()


def heard(samples: Samples, metric: str, rate: int = RATE, *, detect: bool = True) -> Reading:
    """Return what `metric` reads from (n,) or (n, channels) sound, as from a file."""
    shaped = np.ascontiguousarray(samples.reshape(len(samples), -1), np.float32)
    listening = Listening(rate, shaped.shape[1], guided=False)
    # The other measures take most of the time and change nothing here.
    listening._measures = tuple(m for m in listening._measures if metric in m.ids)
    if not detect:
        listening._framer._detect = _AllSpeech(rate)  # type: ignore[assignment]
        listening._acts = _NoActs()  # type: ignore[assignment]
    listening.hear(Block(0.0, shaped, rate))
    return of(listening.readings(), metric)


def _a_weight(hertz: Samples) -> Samples:
    """Return the A-weighting of IEC 61672-1 as a factor."""
    f2 = hertz**2
    low = (f2 + 20.6**2) * np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2)) * (f2 + 12194.0**2)
    return np.asarray(12194.0**2 * f2**2 / low * 10 ** (2.0 / 20))


def a_level(samples: Samples) -> float:
    """Return the A-weighted RMS level in dBFS."""
    hertz = np.fft.rfftfreq(samples.size, 1 / RATE)
    weighted = np.fft.irfft(np.fft.rfft(samples) * _a_weight(hertz), samples.size)
    return float(10 * np.log10(np.mean(weighted**2)))


def _noise(random: np.random.Generator, size: int, dbfs_a: float) -> Samples:
    """Return white, pink or falling noise at an exact A-weighted level."""
    slope = float(random.choice((0.0, 0.5, 0.8)))
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    shaped = np.fft.rfft(random.normal(0, 1, size)) / np.maximum(hertz / 100, 1) ** slope
    noise = np.fft.irfft(shaped, size)
    return np.asarray(noise * 10 ** ((dbfs_a - a_level(noise)) / 20))


def loudness(lufs: float, random: np.random.Generator, index: int) -> Reading:
    whole = _paced((-8, -4, 0, 4, 8)[index % 5])[: 16 * RATE]
    gain = 10 ** ((lufs - _level(index % 5)) / 20)
    return heard(whole * gain, "sound.loudness_integrated", detect=False)


def loudness_range(lu: float, random: np.random.Generator, index: int) -> Reading:
    """Twenty seconds each at three levels, the outer two `lu` apart (as EBU Tech 3342 builds them)."""
    rate, top = 16_000, random.uniform(-20, -12)
    levels = (top - lu, top, top - lu / 2)
    band = signal.butter(2, [200, 3000], "bandpass", fs=rate, output="sos")
    parts = []
    for level in random.permutation(levels):
        part = signal.sosfilt(band, random.normal(0, 1, 21 * rate))
        parts.append(part / np.sqrt(np.mean(part**2)) * 10 ** (level / 20))
    return heard(np.concatenate(parts), "sound.loudness_range", rate, detect=False)


def true_peak(dbtp: float, random: np.random.Generator, index: int) -> Reading:
    """Play tapered tones whose crests fall between the samples."""
    size = RATE
    seconds = np.arange(size) / RATE
    tone = np.sin(2 * np.pi * random.uniform(500, 14000) * seconds + random.uniform(0, 6.3))
    tone *= np.minimum(1, np.minimum(np.arange(size), np.arange(size)[::-1]) / 4800)
    quiet = 0.2 * _clip(random, 1.0)
    return heard(
        np.concatenate([quiet, tone * 10 ** (dbtp / 20), quiet]), "sound.true_peak", detect=False
    )


@cache
def _voice(number: int) -> tuple[Samples, float]:
    """Return one of 40 clips of 4.6 s at −16 LUFS, and the A-weighted level where it is loud."""
    import pyloudnorm

    speech = _clip(np.random.default_rng(number), 4.6)
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    speech = speech * 10 ** ((-16 - meter.integrated_loudness(speech)) / 20)
    frames = speech[: speech.size // 1536 * 1536].reshape(-1, 1536)
    power = np.mean(frames**2, axis=1)
    return speech, a_level(frames[power > 1e-3 * np.percentile(power, 95)].ravel())


def _with_noise(speech: Samples, random: np.random.Generator, dbfs_a: float) -> Samples:
    """Return speech and then 3.5 s without, all under noise of one level."""
    clean = np.concatenate([speech, np.zeros(round(3.6 * RATE))])
    return clean + _noise(random, clean.size, dbfs_a)


def noise_floor(dbfs_a: float, random: np.random.Generator, index: int) -> Reading:
    speech, _ = _voice(index % 40)
    return heard(_with_noise(speech, random, dbfs_a), "sound.noise_floor")


def snr(decibels: float, random: np.random.Generator, index: int) -> Reading:
    """Truth: A-weighted power of the talking parts of clean speech over that of the noise."""
    speech, level = _voice(index % 40)
    return heard(_with_noise(speech, random, level - decibels), "sound.snr")


def clipping(decibels: float, random: np.random.Generator, index: int) -> Reading:
    clip = _clip(random, 8.0)
    clip *= 10 ** (decibels / 20) / np.abs(clip).max()
    return heard(np.clip(clip, -1, 1), "sound.clipping", detect=False)


def hum(dbfs: float, random: np.random.Generator, index: int) -> Reading:
    """Two to six harmonics of unequal strength, together at `dbfs`, under a room's noise."""
    size = round(3.7 * RATE)
    seconds = np.arange(size) / RATE
    mains = float(random.choice((50, 60))) * (1 + random.uniform(-0.003, 0.003))
    count = int(random.integers(2, 7))
    comb = np.zeros(size)
    for k in range(1, count + 1):
        strength = random.uniform(0.5, 1)
        comb += strength * np.sin(2 * np.pi * k * mains * seconds + random.uniform(0, 6.3))
    comb *= 10 ** (dbfs / 20) / np.sqrt(np.mean(comb**2))
    return heard(comb + _noise(random, size, random.uniform(-72, -58)), "sound.hum")


def _clapped(random: np.random.Generator, rt60: float, c50: float, claps: int = 6) -> Samples:
    """Return claps in a room of exact decay and clarity, with a floor 50…65 dB below their peaks."""
    seconds = np.arange(round(1.4 * rt60 * RATE)) / RATE
    tail = random.normal(0, 1, seconds.size) * 10 ** (-3 * seconds / rt60)
    tail[:72] = 0
    late = float((tail[seconds >= 0.05] ** 2).sum())
    early = float((tail[seconds < 0.05] ** 2).sum())
    direct = 10 ** (c50 / 10) * late - early
    tail[0] = np.sqrt(max(direct, 0.05 * (early + late)))
    size = round((claps * 0.66 + 1.0) * RATE)
    dry = np.zeros(size)
    for n in range(claps):
        first = round((0.4 + 0.66 * n + random.uniform(0, 0.06)) * RATE)
        burst = random.normal(0, 1, 900) * np.exp(-np.arange(900) / (0.0012 * RATE))
        dry[first : first + 900] += burst * random.uniform(0.7, 1)
    wet = signal.fftconvolve(dry, tail)[:size]
    wet *= 0.5 / np.abs(wet).max()
    return wet + _noise(random, size, random.uniform(-71, -56))


def _least_c50(rt60: float) -> float:
    """Return the clarity of a purely exponential tail, with a sixteenth of it as direct sound."""
    late = np.exp(-13.8155 * 0.05 / rt60)
    return float(10 * np.log10((1 - late + 0.07) / late))


def rt60(seconds: float, random: np.random.Generator, index: int) -> Reading:
    clarity = _least_c50(seconds) + random.uniform(0.5, 6)
    return heard(_clapped(random, seconds, clarity), "sound.rt60")


def c50(decibels: float, random: np.random.Generator, index: int) -> Reading:
    times = np.linspace(0.2, 1.4, 61)
    fitting = [t for t in times if _least_c50(float(t)) < decibels - 0.3] or [1.4]
    seconds = float(random.choice(fitting[: max(len(fitting) * 2 // 3, 1)]))
    return heard(_clapped(random, seconds, decibels), "sound.c50")


def plosives(count: float, random: np.random.Generator, index: int) -> Reading:
    """Add bursts of 60 ms at 40…55 Hz to speech where lips close: in its quietest 60 ms of 0.3 s.

    They are 0.3 s apart or more, and about as loud as the speech itself: fainter breath is no pop.
    """
    clip = _clip(random, 7.0)
    size = round(0.06 * RATE)
    power = np.convolve(clip**2, np.ones(size), "valid")[::480]
    for slot in random.choice(10, int(count), replace=False):
        begin = 50 + 62 * int(slot)
        first = 480 * (begin + int(power[begin : begin + 30].argmin()))
        wave = np.sin(2 * np.pi * random.uniform(40, 55) * np.arange(size) / RATE)
        clip[first : first + size] += random.uniform(0.3, 0.6) * wave * np.hanning(size)
    return heard(clip, "sound.plosives")


def imbalance(decibels: float, random: np.random.Generator, index: int) -> Reading:
    clip = _clip(random, 6.0)
    other = 0.1 * _clip(random, 6.0)
    quiet = 10 ** (-decibels / 20)
    pair = np.stack([clip + other, (clip - other) * quiet], axis=1)
    shown = pair[:, ::-1] if random.integers(0, 2) else pair
    return heard(shown, "sound.stereo", detect=False)


def fold(decibels: float, random: np.random.Generator, index: int) -> Reading:
    """Two channels of one level whose correlation loses `decibels` in mono."""
    wanted = 2 * 10 ** (decibels / 10) - 1
    one, other = _clip(random, 6.0), np.roll(_clip(random, 6.0), 9000)
    other -= one * (one @ other) / (one @ one)
    other *= np.sqrt((one @ one) / (other @ other))
    right = wanted * one + np.sqrt(max(1 - wanted**2, 0)) * other
    return heard(np.stack([one, right], axis=1), "sound.stereo", detect=False)


def stereo(truth: float, random: np.random.Generator, index: int) -> Reading:
    return fold(truth, random, index) if truth < 0 else imbalance(truth, random, index)


def dc_offset(percent: float, random: np.random.Generator, index: int) -> Reading:
    sign = float(random.choice((-1, 1)))
    return heard(_clip(random, 6.0) * 0.5 + sign * percent / 100, "sound.dc_offset", detect=False)


def dropouts(count: float, random: np.random.Generator, index: int) -> Reading:
    """Cut 1.4…10 ms out of talking places: every other case silent holes, every other splices."""
    clip = _clip(random, 10.0)
    frames = clip[: clip.size // 4800 * 4800].reshape(-1, 4800)
    loud = np.flatnonzero(np.mean(frames**2, axis=1) > 0.2 * np.mean(clip**2))[1:-1]
    places = sorted(random.choice(loud, int(count), replace=False) * 4800, reverse=True)
    for first in places:
        size = int(random.integers(68, 480))
        if index % 2:
            clip[first : first + size] = 0
        else:
            clip = np.concatenate([clip[:first], clip[first + size :]])
    return heard(clip, "sound.dropouts", detect=False)


def bandwidth(kilohertz: float, random: np.random.Generator, index: int) -> Reading:
    clip = _clip(random, 7.0)
    if kilohertz < 19:
        low = signal.butter(12, kilohertz * 1000, fs=RATE, output="sos")
        clip = signal.sosfiltfilt(low, clip)
    return heard(clip + random.normal(0, 10 ** (-86 / 20), clip.size), "sound.bandwidth")


def av_offset(milliseconds: float, random: np.random.Generator, index: int) -> Reading:
    """Clap with two drawn hands; the sound comes `milliseconds` before the picture."""
    claps = 0.6 + 0.55 * np.arange(6) + random.uniform(0, 0.08, 6)
    sound = _noise(random, round(4.1 * RATE), -62)
    for clap in claps - milliseconds / 1000:
        first = round(clap * RATE)
        decay = np.exp(-np.arange(14000) / (0.03 * RATE))
        burst = random.normal(0, 1, 14000) * decay
        burst[:200] *= 3
        sound[first : first + 14000] += 0.15 * burst / 3
    listening = Listening(RATE, 1, guided=False)
    listening._measures = ()
    listening.hear(Block(0.0, sound[:, None].astype(np.float32), RATE))
    listening.readings()
    seen = looking("sync.av_offset")
    for number in range(115):
        seen.see(frame(_hands(number / FPS, claps, number), number))
    return offset(listening.claps, seen.claps, 1 / FPS)


@cache
def _grain() -> tuple[NDArray[np.uint8], ...]:
    random = np.random.default_rng(5)
    return tuple(
        np.clip(np.round(random.normal(4, 1.5, (90, 160, 3))), 0, 9).astype(np.uint8)
        for _ in range(7)
    )


def _hands(at: float, claps: Samples, number: int) -> NDArray[np.uint8]:
    """Return 160×90 BGR of two hands that close at even speed, rest, and open slowly."""
    apart = 36.0
    for clap in claps:
        if clap - 0.17 <= at < clap:
            apart = 36 * (clap - at) / 0.17
        elif clap <= at < clap + 0.12:
            apart = 0.0
        elif clap + 0.12 <= at < clap + 0.4:
            apart = 18 * (1 - np.cos(np.pi * (at - clap - 0.12) / 0.28))
    row = np.full((160, 3), 90.0)
    columns = np.arange(160)
    for side in (-1, 1):
        edge = 80 + side * apart / 2
        inner, outer = sorted((edge, edge + side * 16))
        cover = np.clip(np.minimum(columns - inner, outer - columns) + 0.5, 0, 1)[:, None]
        row = row * (1 - cover) + cover * np.array([120, 150, 200])
    picture = np.full((90, 160, 3), 90, np.uint8)
    picture[45:75] = row.astype(np.uint8)
    return picture + _grain()[number % 7]


TRIALS = (
    Trial("sound.loudness_integrated", (
        Edge("low", -16, -18, -20.2, -30, "LUFS"), Edge("high", -16, -14, -11.8, -6, "LUFS")),
        loudness, "speech at exact gain (level by pyloudnorm)"),
    Trial("sound.loudness_range", (Edge("high", 1, 8, 12.6, 20, "LU"),), loudness_range,
          "three levels of 20 s, as EBU Tech 3342"),
    Trial("sound.true_peak", (Edge("high", -12, -2, -0.75, 3, "dBTP"),), true_peak,
          "tones with crests between the samples"),
    Trial("sound.noise_floor", (Edge("high", -78, -60, -49, -32, "dBFS(A)"),), noise_floor,
          "noise of exact A-weighted level beside speech at −16 LUFS"),
    Trial("sound.snr", (Edge("low", 50, 30, 19, 5, "dB"),), snr, "clean speech + noise, A-weighted"),
    Trial("sound.clipping", (Edge("high", -12, -0.2, 3, 14, "dB over full scale"),), clipping,
          "speech driven into a hard limit"),
    Trial("sound.hum", (Edge("high", -90, -70, -59, -40, "dBFS"),), hum,
          "comb at 50/60 Hz ± 0.3 %, 2–6 harmonics, noise −72…−58 dBFS(A)"),
    Trial("sound.rt60", (Edge("high", 0.15, 0.40, 0.64, 1.2, "s"),), rt60,
          "decaying noise × claps, floor −71…−56 dBFS(A)"),
    Trial("sound.c50", (Edge("low", 20, 12, 7, 1, "dB"),), c50, "the same, direct sound set"),
    Trial("sound.plosives", (Edge("high", 0, 0, 3, 8, "pops", whole=True),), plosives,
          "loud bursts (0.3–0.6 of full scale, 60 ms, 40–55 Hz) in the closures of speech"),
    Trial("sound.stereo", (
        Edge("imbalance", 0, 3, 6.5, 40, "dB"), Edge("fold", -0.01, -3, -6.8, -20, "dB in mono")),
        stereo, "one channel turned down; channels of known correlation"),
    Trial("sound.dc_offset", (Edge("high", 0, 0.1, 1.05, 5, "%"),), dc_offset, "constant added"),
    Trial("sound.dropouts", (Edge("high", 0, 0, 2, 8, "faults", whole=True),), dropouts,
          "holes and splices of 68–480 samples in 10 s, half of the cases each"),
    Trial("sound.bandwidth", (Edge("low", 20, 12, 6.4, 3, "kHz"),), bandwidth, "low-pass"),
    Trial("sync.av_offset", (
        Edge("low", 0, -125, -192, -320, "ms"), Edge("high", 0, 45, 97, 300, "ms")),
        av_offset, "drawn hands and bursts at a known distance"),
)  # fmt: skip
