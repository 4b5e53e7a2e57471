"""Microphones through PortAudio: the callback hands samples on and does nothing else."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from app.capture import portaudio, troubles
from app.capture.device_time import DeviceTime
from app.capture.sources import BlockSink, Origin, SoundFormat, TroubleSink
from app.capture.worker import Worker
from app.core.clock import Clock, SystemClock
from app.core.errors import Trouble
from app.metrics.signals import Block, Floats

BLOCK_SECONDS = 0.04
LOST_SECONDS = 1.0
FIRST_SECONDS = 3.0  # PulseAudio took 1.1 s to the first block after its list was read anew
_RETRY_SECONDS = 0.5


@dataclass(slots=True)
class _Heard:
    """What the callback leaves for the thread that watches it."""

    at: float
    next_stamp: float = 0.0
    any: bool = False


class Microphone:
    """One input of PortAudio by its name; it opens again by itself when it was lost."""

    def __init__(
        self, name: str, *, asked: SoundFormat | None = None, clock: Clock | None = None
    ) -> None:
        self._name = name
        self._asked = asked
        self._clock = clock or SystemClock()
        self._opened: SoundFormat | None = None
        self._worker = Worker(f"microphone {name}", self._run)
        self._sink: BlockSink | None = None
        self._trouble: TroubleSink | None = None

    @property
    def name(self) -> str:
        """Return the microphone's name."""
        return self._name

    @property
    def describe(self) -> str:
        """Return name, rate and channels."""
        shape = self._opened
        if shape is None:
            return self._name
        return f"{self._name}, {shape.rate} Hz, {shape.channels} ch"

    @property
    def origin(self) -> Origin:
        """Return that this is a device."""
        return Origin.DEVICE

    @property
    def progress(self) -> float | None:
        """Return None: a microphone has no end."""
        return None

    @property
    def opened(self) -> SoundFormat | None:
        """Return what is delivered."""
        return self._opened

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Begin to open and to deliver."""
        self._sink, self._trouble = sink, trouble
        self._worker.start()

    def stop(self, timeout: float) -> bool:
        """Release the microphone; return whether it was released within `timeout` seconds."""
        return self._worker.stop(timeout)

    def _run(self, stopping: threading.Event) -> None:
        assert self._trouble is not None
        delivered_before = False
        while not stopping.is_set():
            try:
                delivered_before |= self._listen(stopping)
                trouble: Trouble = troubles.microphone_lost(self._name)
            except Trouble as caught:
                trouble = troubles.microphone_lost(self._name) if delivered_before else caught
            if not stopping.is_set():
                self._trouble(trouble)
            stopping.wait(_RETRY_SECONDS)

    def _listen(self, stopping: threading.Event) -> bool:
        """Deliver until nothing comes for a second; return whether anything came."""
        assert self._trouble is not None
        heard = _Heard(self._clock.now())
        stream = self._open(heard)
        try:
            stream.start()
            heard.at, said = self._clock.now(), False
            while not stopping.wait(LOST_SECONDS / 8):
                if heard.any and not said:
                    said = True
                    self._say_format()
                longest = LOST_SECONDS if heard.any else FIRST_SECONDS
                if self._clock.now() - heard.at > longest or not stream.active:
                    break
        except portaudio.sounddevice().PortAudioError as error:
            raise troubles.microphone_busy(self._name, _reason(error)) from error
        finally:
            stream.close(ignore_errors=True)
            portaudio.closed()
        return heard.any

    def _open(self, heard: _Heard) -> Any:
        with portaudio.fresh_list() as sounddevice:
            device = _find(sounddevice, self._name)
            asked = self._asked
            rate = asked.rate if asked else round(device["default_samplerate"])
            channels = min(asked.channels if asked else 2, device["max_input_channels"])
            try:
                stream = self._stream(sounddevice, device, rate, channels, heard)
            except sounddevice.PortAudioError:
                rate = round(device["default_samplerate"])
                try:
                    stream = self._stream(sounddevice, device, rate, channels, heard)
                except sounddevice.PortAudioError as error:
                    raise troubles.microphone_busy(self._name, _reason(error)) from error
            portaudio.opened()
        self._opened = SoundFormat(rate, channels)
        return stream

    def _stream(
        self, sounddevice: Any, device: Any, rate: int, channels: int, heard: _Heard
    ) -> Any:
        times = DeviceTime()
        sink = self._sink
        assert sink is not None

        def callback(samples: Floats, count: int, stamps: Any, status: Any) -> None:
            arrival = self._clock.now()
            length = count / rate
            lost = 0
            at = arrival - length
            stamp = stamps.inputBufferAdcTime
            if stamp > 0:  # some hosts have no such time and give 0
                at = times.host(stamp + length, arrival) - length
                if status.input_overflow and heard.next_stamp:
                    lost = max(round((stamp - heard.next_stamp) * rate), 1)
                heard.next_stamp = stamp + length
            elif status.input_overflow:
                lost = 1
            heard.at, heard.any = arrival, True
            sink(Block(at, samples, rate, lost))

        return sounddevice.InputStream(
            samplerate=rate,
            blocksize=round(rate * BLOCK_SECONDS),
            device=device["index"],
            channels=channels,
            dtype="float32",
            callback=callback,
        )

    def _say_format(self) -> None:
        assert self._trouble is not None
        assert self._opened is not None
        asked = self._asked
        if asked is not None and asked.rate != self._opened.rate:
            self._trouble(troubles.other_sound_rate(self._name, asked.rate, self._opened.rate))
        else:
            self._trouble(None)


def _find(sounddevice: Any, name: str) -> Any:
    """Return PortAudio's entry for the input called `name`."""
    for device in sounddevice.query_devices():
        if device["name"] == name and device["max_input_channels"] > 0:
            return device
    raise troubles.microphone_missing(name)


def _reason(error: Exception) -> str:
    """Return the short sentence of a PortAudio error without its number."""
    said = str(error.args[0]) if error.args else str(error)
    return said.partition("[PaErrorCode")[0].removeprefix("Error opening InputStream: ").strip()
