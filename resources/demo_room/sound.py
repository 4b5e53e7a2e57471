"""The sound of the demo room: speech, claps, hum and a fan, as one microphone hears them in the room.

The words are spoken by espeak-ng while the file is being made; nothing of it is needed to run the app.
"""

from __future__ import annotations

import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from demo_room.timeline import FAULTS, RATE, SECONDS, TIMELINE

Samples = NDArray[np.float64]
QUIETER = 10 ** (-0.4 / 20)  # the right capsule: two are never quite alike
CHINESE, ENGLISH = "cmn-latn-pinyin+f2", "en-us+f2"
# One list for each stretch of speech in the timeline; those that still fit are said in their order.
WORDS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (CHINESE, "da4 jia1 hao3, huan1 ying2 lai2 dao4 wo3 men5 de5 zhi2 bo1 jian1."),
        (ENGLISH, "Hello everyone, and welcome to our tea room."),
        (
            CHINESE,
            "jin1 tian1 gei3 da4 jia1 dai4 lai2 yi1 guan4 xin1 cha2, shi4 jin1 nian2 chun1 tian1 cai3 de5.",
        ),
        (ENGLISH, "This tin holds one hundred grams of green tea."),
        (CHINESE, "xie4 xie5 da4 jia1 de5 zhi1 chi2."),
        (ENGLISH, "It was picked this spring."),
    ),
    (
        (ENGLISH, "Six claps, so that we know sound and picture belong together."),
        (CHINESE, "xian4 zai4 ju3 yi1 zhang1 bai2 zhi3, kan4 kan4 yan2 se4 zhun3 bu4 zhun3."),
        (ENGLISH, "The white sheet shows the colour of the light on this table."),
        (CHINESE, "zhe4 kuan3 cha2 ye4 xiang1 qi4 qing1 xin1, re4 shui3 chong1 pao4 jiu4 hao3."),
        (ENGLISH, "Pour hot water, wait two minutes, and it is ready. Ask me anything you like."),
        (CHINESE, "xi3 huan1 de5 peng2 you3, dian3 yi1 xia4 xia4 mian4 de5 lian4 jie1."),
        (ENGLISH, "Thank you for watching, and see you again tomorrow."),
        (CHINESE, "xie4 xie5 da4 jia1, ming2 tian1 jian4."),
    ),
)


def _spoken(voice: str, words: str) -> Samples:
    """Return one sentence at 48 kHz; played 12 % faster than spoken, which makes the head smaller."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        subprocess.run(
            ["espeak-ng", "-v", voice, "-s", "138", "-p", "40", "-w", str(file), words], check=True
        )
        with wave.open(str(file)) as said:
            rate = said.getframerate()
            samples = np.frombuffer(said.readframes(said.getnframes()), np.int16) / 32768
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    samples = samples[loud[0] : loud[-1] + 1]
    return np.asarray(signal.resample_poly(samples, RATE * 100, rate * 112), np.float64)


def _breathy(dry: Samples, random: np.random.Generator) -> Samples:
    """Return `dry` with the bright top and the air that the synthesizer does not make."""
    low = signal.butter(2, [2500, 6500], "bandpass", fs=RATE, output="sos")
    high = signal.butter(2, [5500, 16500], "bandpass", fs=RATE, output="sos")
    smooth = signal.butter(2, 60, fs=RATE, output="sos")
    bright = np.asarray(signal.sosfilt(low, dry))
    voiced, hissed = (
        np.maximum(signal.sosfiltfilt(smooth, np.abs(part)), 0) for part in (dry, bright)
    )
    air = signal.sosfilt(high, random.normal(0, 1, dry.size))
    return np.asarray(dry + 0.7 * bright + (0.2 * hissed + 0.05 * voiced) * air)


def speech(random: np.random.Generator) -> Samples:
    """Return the dry speech of the whole demo on the sound's clock."""
    track = np.zeros(round(SECONDS * RATE))
    for (start, end), sentences in zip(TIMELINE.speech, WORDS, strict=True):
        at, waiting = start - FAULTS.sound_early_ms / 1000, [_spoken(*s) for s in sentences]
        while fitting := [w for w in waiting if at + w.size / RATE <= end]:
            said = fitting[0]
            waiting = [w for w in waiting if w is not said]
            first = round(at * RATE)
            track[first : first + said.size] += said / np.sqrt(np.mean(said**2))
            at += said.size / RATE + 0.28
    highpass = signal.butter(2, 95, "highpass", fs=RATE, output="sos")
    return _breathy(np.asarray(signal.sosfilt(highpass, track)), random)


def claps(random: np.random.Generator) -> Samples:
    """Return six dry claps: 4 ms of noise around 1.5 kHz each, beginning at their exact sample."""
    track = np.zeros(round(SECONDS * RATE))
    band = signal.butter(2, [500, 7000], "bandpass", fs=RATE, output="sos")
    for at in TIMELINE.claps:
        first = round((at - FAULTS.sound_early_ms / 1000) * RATE)
        burst = random.normal(0, 1, 1200) * np.exp(-np.arange(1200) / (0.0016 * RATE))
        track[first : first + 1200] += signal.sosfilt(band, burst)
    return track / np.abs(track).max()


def room(random: np.random.Generator) -> Samples:
    """Return the impulse response: a direct path, then noise that decays by 60 dB in `rt60_s`.

    Above 5 kHz air and cloth swallow more: it decays there in 40 % of the time.
    """
    seconds = np.arange(round(1.3 * FAULTS.rt60_s * RATE)) / RATE
    noise = random.normal(0, 1, seconds.size)
    high = signal.sosfilt(signal.butter(4, 5000, "highpass", fs=RATE, output="sos"), noise)
    decay = 10 ** (-3 * seconds / FAULTS.rt60_s)
    tail = (noise - high) * decay + high * decay**2.5
    tail[: round(0.0015 * RATE)] = 0
    energy = tail**2
    early = energy[seconds < 0.05].sum()
    late = energy.sum() - early
    tail[0] = np.sqrt(10 ** (FAULTS.c50_db / 10) * late - early)
    return tail / tail[0]


def fan(random: np.random.Generator) -> Samples:
    """Return steady noise, falling 3 dB an octave above 300 Hz, at the level the faults state."""
    size = round(SECONDS * RATE)
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    spectrum = np.fft.rfft(random.normal(0, 1, size)) / np.sqrt(1 + hertz / 300)
    noise = np.fft.irfft(spectrum, size)
    weighted = np.fft.irfft(np.fft.rfft(noise) * a_weight(hertz), size)
    return np.asarray(noise * 10 ** (FAULTS.floor_dbfs_a / 20) / np.sqrt(np.mean(weighted**2)))


def a_weight(hertz: Samples) -> Samples:
    """Return the A-weighting of IEC 61672-1 as a factor, 1 at 1 kHz."""
    f2 = np.asarray(hertz, np.float64) ** 2
    top = 12194.0**2 * f2**2
    low = (f2 + 20.6**2) * np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2)) * (f2 + 12194.0**2)
    return np.asarray(top / low * 10 ** (2.0 / 20))


def hum() -> Samples:
    """Return mains hum whose harmonics, equally strong, have the stated level together (RMS, dBFS)."""
    seconds = np.arange(round(SECONDS * RATE)) / RATE
    each = 10 ** (FAULTS.hum_dbfs / 20) * np.sqrt(2 / FAULTS.hum_harmonics)
    waves = [
        np.sin(2 * np.pi * FAULTS.hum_hz * (k + 1) * seconds + k)
        for k in range(FAULTS.hum_harmonics)
    ]
    return np.asarray(each * np.sum(waves, axis=0))


def microphone(seed: int) -> tuple[NDArray[np.float32], Samples]:
    """Return what the microphone hears, (n, 2) float32, and the dry speech for the mouth to follow."""
    import pyloudnorm

    random = np.random.default_rng(seed)
    dry = speech(random)
    response = room(random)
    heard = signal.fftconvolve(dry, response)[: dry.size]
    stereo = np.stack([heard, heard * QUIETER], axis=1)
    loudness = pyloudnorm.Meter(RATE, filter_class="DeMan").integrated_loudness(stereo)
    stereo *= 10 ** ((FAULTS.speech_lufs - loudness) / 20)
    clapped = signal.fftconvolve(claps(random), response)[: dry.size]
    stereo += np.outer(0.42 * clapped / np.abs(clapped).max(), (1, QUIETER))
    stereo += np.outer(fan(random) + hum(), (1, QUIETER))
    return stereo.astype(np.float32), dry
