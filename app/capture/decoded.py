"""What FFmpeg decoded, as frames and blocks of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from app.capture.pixels import interleaved, matrix_for, plane, turned
from app.metrics.signals import Bytes, Floats, Frame

if TYPE_CHECKING:
    import av

# Chroma steps across and down (in chroma samples) that bring a planar format to half size.
_PLANAR = {
    "yuv420p": (1, 1),
    "yuvj420p": (1, 1),
    "yuv422p": (1, 2),
    "yuvj422p": (1, 2),
    "yuv444p": (2, 2),
    "yuvj444p": (2, 2),
}
_FULL_RANGE = 2  # AVCOL_RANGE_JPEG
_SPC_BT709 = 1
_SPC_BT601 = {5, 6}  # AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M


def frame_of(decoded: av.VideoFrame, at: float, number: int) -> Frame:
    """Return a decoded picture as a frame, upright; planar luma is lent, never copied."""
    rotation, height = decoded.rotation, decoded.height
    full = "yuvj" in decoded.format.name or int(decoded.color_range) == _FULL_RANGE
    space = int(decoded.colorspace)
    named_601 = space in _SPC_BT601
    if decoded.format.name not in _PLANAR and decoded.format.name not in {"nv12", "gray"}:
        if decoded.format.is_rgb:
            full, space, named_601 = False, 0, True  # what the converter makes of RGB unless told
        decoded = decoded.reformat(format="yuv420p")
    matrix = matrix_for(height, named_709=space == _SPC_BT709, named_601=named_601)
    luma, chroma = _planes(decoded)
    frame = Frame(at, luma, chroma, full, matrix, number)
    return turned(frame, -round(rotation / 90))


def _planes(decoded: av.VideoFrame) -> tuple[Bytes, Bytes | None]:
    name = decoded.format.name
    luma = _plane(decoded, 0)
    if name == "gray":
        return luma, None
    if name == "nv12":
        source = decoded.planes[1]
        chroma = plane(memoryview(source), source.width, source.height, source.line_size, 2)
        return luma, chroma
    across, down = _PLANAR[name]
    u, v = (_plane(decoded, i)[::down, ::across] for i in (1, 2))
    return luma, interleaved(np.ascontiguousarray(u), np.ascontiguousarray(v))


def _plane(decoded: av.VideoFrame, index: int) -> Bytes:
    source = decoded.planes[index]
    return plane(memoryview(source), source.width, source.height, source.line_size)


def samples_of(decoded: av.AudioFrame) -> Floats:
    """Return decoded sound (planar or packed float32) as (n, channels)."""
    made = decoded.to_ndarray()
    if decoded.format.is_planar:
        return np.ascontiguousarray(made.T, np.float32)
    channels = decoded.layout.nb_channels
    return cast("Floats", made.reshape(-1, channels).astype(np.float32, copy=False))
