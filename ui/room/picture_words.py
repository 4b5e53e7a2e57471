"""The words over the picture, from what was found in it; no Qt here."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.words import Text, number, tr
from app.metrics.signals import Face
from app.room.catalogue import metric
from app.room.judge import Judged
from ui.room.state import RoomState, Stage


def face_words(face: Face | None) -> tuple[str, str]:
    """Return the labels of the face box and of the eye line."""
    if face is None:
        return "", ""
    eyes = (face.left_eye[1] + face.right_eye[1]) / 2
    return (
        tr("Face width {share} %", share=number(face.box.width * 100)),
        tr("Eye line {share} %", share=number(eyes * 100, 1)),
    )


def clipped_words(judged: Sequence[Judged]) -> str:
    """Return the label of the zebra: how much of the picture is burnt out."""
    one = next((j for j in judged if j.reading.id == "picture.clipped"), None)
    if one is None or one.reading.value is None:
        return ""
    return tr("Clipped {share} %", share=metric("picture.clipped").shown(one.reading.value))


def demo_words(state: RoomState) -> str:
    """Return the label that never lets a demo pass for a room."""
    return tr("Demo room, not your room") if state.demo else ""


def empty_words(state: RoomState, camera: str) -> str:
    """Return why there is no picture and what to do."""
    if state.stage is Stage.OPENING:
        return tr("Opening the camera")
    if state.stage is Stage.RUNNING:
        return tr("No picture from {camera} yet", camera=camera or tr("the camera"))
    if state.stage in (Stage.FINISHED, Stage.OLD):
        return tr("No picture was kept with this check")
    return tr(
        "Start the check with F5, or drop a recording (.mkv, .mp4) here "
        "to check what the buyers really get"
    )


def safe_area_words(platform: Text | None) -> str:
    """Return the label of the platform's safe area."""
    if platform is None:
        return tr("Safe area")
    return tr("{platform} safe area", platform=platform.say())


def product_words(zones: Sequence[object]) -> str:
    """Return the label of the product zone, where there is one."""
    return tr("Product zone") if zones else ""
