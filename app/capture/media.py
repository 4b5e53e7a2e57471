"""Films and sound files, read by FFmpeg (PyAV) in the order of time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app.capture.decoded import frame_of
from app.capture.in_order import Hearing, InOrder, Item, end_of
from app.capture.opened import opened
from app.capture.sources import PictureFormat, SoundFormat
from app.core.errors import Refused
from app.core.words import Text, text

if TYPE_CHECKING:
    from fractions import Fraction

    import av

_SHORT_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """What a file says of itself: size, claimed rate, codecs, length in seconds.

    The size is the stored one; a film that a phone took sideways is turned upright on reading.
    """

    name: str
    duration: float | None
    picture: PictureFormat | None
    sound: SoundFormat | None
    picture_codec: str = ""
    sound_codec: str = ""


class Media:
    """An open file; a context manager. `note` says, after reading, what could not be read."""

    def __init__(self, path: Path) -> None:
        """Open `path`; raises Refused for what is no readable film or sound, Environment for disk."""
        self._path = path
        self._container = opened(path)
        self._video = next((s for s in self._container.streams.video if _moves(s)), None)
        self._audio = next(iter(self._container.streams.audio), None)
        if self._video is None and self._audio is None:
            self._container.close()
            raise Refused(
                text("{name} holds neither picture nor sound.", name=path.name),
                text("Choose a film or a sound file."),
            )
        self.info = self._describe()
        self.position = 0.0
        self.note: Text | None = None

    def __enter__(self) -> Self:
        """Return the media itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; frames already given stay valid."""
        self._container.close()

    def read(self, *, picture: bool = True, sound: bool = True) -> Iterator[Item]:
        """Yield frames and blocks in the order of time; Refused where nothing at all could be read."""
        streams: list[av.VideoStream | av.AudioStream] = []
        if picture and self._video is not None:
            self._video.thread_type = "AUTO"
            streams.append(self._video)
        if sound and self._audio is not None:
            streams.append(self._audio)
        order = InOrder(len(streams))
        empty = True
        for item in self._items(streams):
            empty = False
            for ready in order.add(item):
                self.position = max(self.position, end_of(ready))
                yield ready
        for ready in order.rest():
            self.position = max(self.position, end_of(ready))
            yield ready
        if streams and empty:
            raise Refused(
                text("{name} holds no picture and no sound that can be read.", name=self.info.name),
                text("Record it again, or choose another file."),
            )
        self._say_where_it_ended()

    def _items(self, streams: list[av.VideoStream | av.AudioStream]) -> Iterator[Item]:
        from av.error import EOFError as End
        from av.error import FFmpegError

        hearing = Hearing(self._start())
        numbers = itertools.count()
        packets = self._container.demux(*streams)
        while True:
            try:
                packet = next(packets)
            except (StopIteration, End):
                break
            except FFmpegError:
                break  # the rest of the file is unreadable; what was read stands, `note` says so
            try:
                decoded = packet.decode()
            except FFmpegError:
                continue  # one damaged packet: the decoder finds its way at the next one
            for one in decoded:
                if packet.stream is self._video:
                    yield frame_of(one, self._time(one), next(numbers))  # type: ignore[arg-type]
                else:
                    yield from hearing.blocks(one)  # type: ignore[arg-type]
        yield from hearing.rest()

    def _time(self, one: av.VideoFrame) -> float:
        return (0.0 if one.time is None else one.time) - self._start()

    def _start(self) -> float:
        return (self._container.start_time or 0) / 1e6

    def _describe(self) -> MediaInfo:
        video, audio, length = self._video, self._audio, self._container.duration
        shape = rate = None
        if video is not None:
            context = video.codec_context
            claimed: Fraction | None = video.average_rate or video.guessed_rate
            shape = PictureFormat(
                context.width,
                context.height,
                float(claimed) if claimed else None,
                context.pix_fmt or "",
            )
        if audio is not None:
            rate = SoundFormat(audio.codec_context.sample_rate, audio.codec_context.channels)
        return MediaInfo(
            self._path.name,
            length / 1e6 if length is not None and length > 0 else None,
            shape,
            rate,
            video.codec_context.codec.canonical_name if video is not None else "",
            audio.codec_context.codec.canonical_name if audio is not None else "",
        )

    def _say_where_it_ended(self) -> None:
        whole = self.info.duration
        if whole is not None and self.position < whole - _SHORT_SECONDS:
            self.note = text(
                "The file breaks off: {read:.1f} s of {whole:.1f} s could be read, and only they count.",
                read=self.position,
                whole=whole,
            )


def _moves(stream: av.VideoStream) -> bool:
    """Return whether a video stream is a film, and not the cover of a sound file."""
    from av.stream import Disposition

    return not stream.disposition & Disposition.attached_pic
