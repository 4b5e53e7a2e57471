"""The host, one frame at a time: head, eyes, mouth, shirt, arms, hands, the sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter, QPainterPath

from demo_room.brush import (
    Point,
    across,
    around,
    box,
    canvas,
    colour,
    curve,
    from_pixels,
    oval,
    painter,
    soften,
    tube,
)
from demo_room.head import LEFT, TOP, face
from demo_room.timeline import HEIGHT, PRODUCT, SHEET, WIDTH

NECK = (862, 640)  # about which the head turns
EYES = (862, 395)  # the middle between the eyes at rest
SKIN_LIGHT, SKIN, SKIN_DARK = "#f0c9ab", "#dba886", "#a9714f"


@dataclass(frozen=True, slots=True)
class Pose:
    """How the host is at one instant; lengths in pixels, angles in degrees, the rest 0…1."""

    sway: Point
    roll: float
    mouth: float
    smile: float
    lids: float  # 1 = eyes open
    gaze: Point
    hands: float | None  # distance of the clapping hands, None = hands rest
    sheet: float  # 0 = below the table, 1 = beside the face
    breath: float


class Host:
    """Draws poses; what never changes is drawn once."""

    def __init__(self) -> None:
        self._back_hair = _layer(_back_hair, 0.8)
        self._fringe = _layer(_fringe, 0.7)
        self._face = _shadowed(from_pixels(face()), self._fringe)
        self._body = _layer(_body, 0.9)
        self._neck = _layer(_neck, 1.2)

    def draw(self, brush: QPainter, pose: Pose) -> None:
        """Draw the head and the body of `pose` (what stands in front of the table comes after)."""
        self._place(brush, pose, 0.9)
        brush.drawImage(0, 0, self._back_hair)
        brush.restore()
        brush.drawImage(0, 0, self._neck)
        brush.save()
        brush.translate(pose.sway[0] * 0.35, -2.2 * pose.breath)
        brush.drawImage(0, 0, self._body)
        brush.restore()
        self._place(brush, pose, 1.0)
        brush.drawImage(EYES[0] + LEFT, EYES[1] + TOP, self._face)
        brush.save()
        brush.translate(*EYES)
        _eyes(brush, pose)
        _brows(brush, pose)
        _nostrils(brush)
        _mouth(brush, pose)
        brush.restore()
        brush.drawImage(0, 0, self._fringe)
        brush.restore()

    def _place(self, brush: QPainter, pose: Pose, share: float) -> None:
        brush.save()
        brush.translate(NECK[0] + pose.sway[0], NECK[1] + pose.sway[1])
        brush.rotate(pose.roll * share)
        brush.translate(-NECK[0], -NECK[1])

    def draw_hands(self, brush: QPainter, pose: Pose, tin: QImage) -> None:
        """Draw the arms and hands in front of the table, the tin, and the sheet when it is up."""
        if pose.hands is not None:
            brush.drawImage(0, 0, tin)
            _clapping(brush, pose.hands)
            return
        _resting_arm(brush)
        if pose.sheet > 0.01:
            _sheet(brush, pose.sheet)
            brush.drawImage(0, 0, tin)
            return
        _arm_to_tin(brush)
        brush.drawImage(0, 0, tin)
        _fingers_on_tin(brush)


def _layer(draw: Callable[[QPainter], None], sigma: float) -> QImage:
    image = canvas(WIDTH, HEIGHT)
    brush = painter(image)
    draw(brush)
    brush.end()
    soften(image, sigma)
    return image


def _shadowed(skin: QImage, fringe: QImage) -> QImage:
    """Return the face with the soft shadow that the hair throws on it."""
    shade = fringe.copy(EYES[0] + LEFT, EYES[1] + TOP, skin.width(), skin.height())
    brush = QPainter(shade)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    brush.fillRect(shade.rect(), colour("#4a2413"))
    brush.end()
    soften(shade, 9)
    brush = QPainter(skin)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    brush.setOpacity(0.75)
    brush.drawImage(5, 10, shade)
    brush.end()
    return skin


def _back_hair(brush: QPainter) -> None:
    x, y = EYES
    hair = curve(
        (x, y - 262),
        (x + 150, y - 268, x + 206, y - 150, x + 204, y - 10),
        (x + 204, y + 110, x + 232, y + 180, x + 206, y + 256),
        (x + 190, y + 300, x + 90, y + 300, x, y + 262),
        (x - 90, y + 300, x - 190, y + 300, x - 206, y + 256),
        (x - 232, y + 180, x - 204, y + 110, x - 204, y - 10),
        (x - 206, y - 150, x - 150, y - 268, x, y - 262),
    )
    brush.fillPath(
        hair,
        across(
            (x - 210, 0),
            (x + 210, 0),
            (0, "#5d4334"),
            (0.18, "#4a342a"),
            (0.5, "#2e211c"),
            (1, "#1d1512"),
        ),
    )
    brush.fillPath(
        oval(x, y + 170, 330, 260),
        around((x, y + 170), 165, (0, "#120c0a", 0.75), (1, "#120c0a", 0)),
    )
    for i, dx in enumerate((-186, -172, -158, 160, 174, 188)):
        brush.fillPath(
            tube(
                4,
                (x + dx, y - 60),
                (x + dx * 1.02, y + 60, x + dx * 1.08, y + 150, x + dx * 0.98, y + 262),
            ),
            colour("#8a6750" if i < 3 else "#3c2b23", 0.4),
        )


def _neck(brush: QPainter) -> None:
    x, y = EYES
    neck = curve(
        (x - 74, y + 130),
        (x + 74, y + 130),
        (x + 76, y + 236, x + 92, y + 258),
        (x + 150, y + 290, x + 160, y + 380),
        (x - 160, y + 380),
        (x - 150, y + 290, x - 92, y + 258),
        (x - 76, y + 236, x - 74, y + 130),
    )
    brush.fillPath(
        neck,
        across(
            (x - 90, 0), (x + 90, 0), (0, SKIN), (0.25, "#dfae8c"), (0.7, "#bd8663"), (1, "#8f5d41")
        ),
    )
    brush.fillPath(
        neck,
        across(
            (0, y + 170),
            (0, y + 290),
            (0, "#5a2f1c", 0.62),
            (0.5, "#5a2f1c", 0.28),
            (1, "#5a2f1c", 0),
        ),
    )
    for side in (-1, 1):
        bone = tube(7, (x + side * 18, y + 300), (x + side * 70, y + 284, x + side * 130, y + 288))
        brush.fillPath(bone, colour("#8f5d41", 0.28))


def _body(brush: QPainter) -> None:
    x, y = EYES
    shirt = curve(
        (x - 104, y + 262),
        (x - 150, y + 286, x - 270, y + 306),
        (x - 372, y + 330, x - 396, y + 470),
        (x - 420, y + 620, x - 410, y + 700),
        (x + 410, y + 700),
        (x + 420, y + 620, x + 396, y + 470),
        (x + 372, y + 330, x + 270, y + 306),
        (x + 150, y + 286, x + 104, y + 262),
        (x + 60, y + 356, x, y + 360),
        (x - 60, y + 356, x - 104, y + 262),
    )
    brush.fillPath(
        shirt,
        across(
            (x - 400, 0),
            (x + 400, 0),
            (0, "#d9d3c6"),
            (0.25, "#f1ece1"),
            (0.5, "#d8d1c4"),
            (0.8, "#aaa396"),
            (1, "#7f796f"),
        ),
    )
    brush.fillPath(
        shirt, across((0, y + 380), (0, y + 700), (0, "#4b4238", 0), (1, "#4b4238", 0.35))
    )
    for side in (-1, 1):
        fold = tube(
            9, (x + side * 292, y + 420), (x + side * 270, y + 520, x + side * 286, y + 690)
        )
        brush.fillPath(fold, colour("#6d655a", 0.26))
    collar = tube(
        13, (x - 104, y + 264), (x - 62, y + 354, x, y + 358), (x + 62, y + 354, x + 104, y + 264)
    )
    brush.fillPath(collar, across((x - 110, 0), (x + 110, 0), (0, "#f6f2e8"), (1, "#aaa396")))
    _apron(brush, x, y)


def _apron(brush: QPainter, x: float, y: float) -> None:
    denim = across(
        (x - 220, 0),
        (x + 220, 0),
        (0, "#4b6484"),
        (0.3, "#56718f"),
        (0.65, "#3c536f"),
        (1, "#26384d"),
    )
    for side in (-1, 1):
        strap = curve(
            (x + side * 128, y + 284),
            (x + side * 176, y + 288),
            (x + side * 176, y + 400, x + side * 188, y + 470),
            (x + side * 134, y + 470),
            (x + side * 128, y + 380, x + side * 128, y + 284),
        )
        brush.fillPath(strap, denim)
    bib = curve(
        (x - 196, y + 452),
        (x, y + 474, x + 196, y + 452),
        (x + 206, y + 560, x + 262, y + 700),
        (x - 262, y + 700),
        (x - 206, y + 560, x - 196, y + 452),
    )
    brush.fillPath(bib, denim)
    brush.fillPath(
        tube(3, (x - 186, y + 464), (x, y + 486, x + 186, y + 464)), colour("#c8b48a", 0.75)
    )
    for side in (-1, 1):
        brush.fillPath(
            oval(x + side * 160, y + 476, 24, 24),
            around((x + side * 160 - 4, y + 472), 14, (0, "#f0d592"), (1, "#8a6a2c")),
        )


def _fringe(brush: QPainter) -> None:
    x, y = EYES
    tones = across(
        (x - 190, y - 200),
        (x + 190, y - 60),
        (0, "#6b4d3b"),
        (0.3, "#553c2f"),
        (0.6, "#35261f"),
        (1, "#1f1613"),
    )
    crown = curve(
        (x + 40, y - 236),
        (x - 120, y - 250, x - 196, y - 130, x - 186, y + 20),
        (x - 188, y + 120, x - 168, y + 196),
        (x - 146, y + 120, x - 148, y + 20),
        (x - 150, y - 90, x - 40, y - 110, x + 34, y - 196),
        (x + 80, y - 120, x + 150, y - 80, x + 150, y + 20),
        (x + 150, y + 120, x + 168, y + 196),
        (x + 190, y + 120, x + 188, y + 20),
        (x + 196, y - 140, x + 140, y - 250, x + 40, y - 236),
    )
    brush.fillPath(crown, tones)
    for i in range(7):
        t = i / 6
        strand = tube(
            3.2,
            (x + 26 - 10 * t, y - 224 + 8 * t),
            (
                x - 90 - 60 * t,
                y - 214 + 40 * t,
                x - 168 + 4 * t,
                y - 110 + 30 * t,
                x - 172 + 6 * t,
                y + 30 + 20 * t,
            ),
        )
        brush.fillPath(strand, colour("#a07a5e", 0.16 + 0.12 * (i % 2)))
    for i in range(4):
        strand = tube(
            3,
            (x + 52 + 6 * i, y - 224),
            (x + 130 + 6 * i, y - 190, x + 166 + 3 * i, y - 90, x + 168 + 3 * i, y + 20),
        )
        brush.fillPath(strand, colour("#6b4d3b", 0.22))
    for side in (-1, 1):
        brush.fillPath(
            oval(x + side * 168, y + 120, 15, 19),
            around((x + side * 168 - 3, y + 115), 12, (0, "#fff3d0"), (1, "#a3843f")),
        )


def _eyes(brush: QPainter, pose: Pose) -> None:
    for side in (-1, 1):
        x = side * 66.0
        up, down = 19 * pose.lids, 12 * (0.35 + 0.65 * pose.lids)
        inner, outer = (x - side * 33, 5.0), (x + side * 36, -3.0)
        lid = (x - side * 12, 3 - up * 1.25, x + side * 20, -2 - up * 1.15, *outer)
        white = curve(inner, lid, (x + side * 20, 2 + down, x - side * 10, 4 + down, *inner))
        brush.fillPath(
            oval(x, -3, 104, 62), around((x, -3), 50, (0, "#6b3d28", 0.42), (1, "#6b3d28", 0))
        )
        if pose.lids > 0.12:
            _iris(brush, white, x, pose)
        line = tube(5.5, inner, lid)
        brush.fillPath(line, colour("#1c1210", 0.95))
        brush.fillPath(
            tube(4.5, outer, (outer[0] + side * 8, outer[1] - 6)), colour("#1c1210", 0.9)
        )
        crease = tube(
            3,
            (inner[0] + side * 4, -8.0),
            (
                x - side * 8,
                -15 - up * 0.9,
                x + side * 22,
                -15 - up * 0.8,
                outer[0] + side * 2,
                -12.0,
            ),
        )
        brush.fillPath(crease, colour("#6b3d28", 0.55))
        under = tube(2.2, inner, (x - side * 8, 6 + down, x + side * 20, 3 + down, *outer))
        brush.fillPath(under, colour("#6b3d28", 0.45))


def _iris(brush: QPainter, white: QPainterPath, x: float, pose: Pose) -> None:
    brush.fillPath(
        white, across((x, -16), (x, 14), (0, "#b9aca2"), (0.45, "#efe8e1"), (1, "#d9cfc8"))
    )
    brush.save()
    brush.setClipPath(white)
    gx, gy = x + pose.gaze[0], -2 + pose.gaze[1]
    brush.fillPath(
        oval(gx, gy, 33, 33),
        around((gx, gy + 4), 17, (0, "#7a4f30"), (0.75, "#4a2c1a"), (1, "#23130b")),
    )
    brush.fillPath(oval(gx, gy, 15, 15), colour("#0c0706"))
    brush.fillPath(oval(gx, gy - 14, 40, 14), colour("#0c0706", 0.35))
    brush.fillPath(oval(gx - 6, gy - 6, 8, 9), colour("#fffaf0", 0.95))
    brush.fillPath(oval(gx + 7, gy + 5, 4, 4), colour("#fffaf0", 0.5))
    brush.restore()


def _brows(brush: QPainter, pose: Pose) -> None:
    lift = -3 * pose.mouth
    for side in (-1, 1):
        brow = curve(
            (side * 30, -44 + lift),
            (side * 70, -68 + lift, side * 114, -36 + lift),
            (side * 76, -54 + lift, side * 33, -33 + lift),
            (side * 27, -37 + lift),
        )
        brush.fillPath(
            brow,
            across(
                (side * 28, 0),
                (side * 112, 0),
                (0, "#35241b", 0.75),
                (0.5, "#2a1c15", 0.95),
                (1, "#35241b", 0.7),
            ),
        )


def _nostrils(brush: QPainter) -> None:
    for side in (-1, 1):
        brush.fillPath(
            oval(side * 13, 94, 15, 7),
            around((side * 13, 94), 8, (0, "#3d1a10", 0.85), (1, "#3d1a10", 0)),
        )
        wing = tube(3, (side * 29, 78), (side * 35, 90, side * 24, 98))
        brush.fillPath(wing, colour("#7c452c", 0.45))
    brush.fillPath(tube(3, (-8, 99), (0, 103, 8, 99)), colour("#7c452c", 0.4))


def _mouth(brush: QPainter, pose: Pose) -> None:
    wide, open_, lift = 51 + 6 * pose.smile - 7 * pose.mouth, 30 * pose.mouth, 12 * pose.smile
    left, right, y = (-wide, 134.0 - lift), (wide, 134.0 - lift), 134.0
    if open_ > 1.5:
        hole = curve(
            left,
            (-wide * 0.4, y - 3, wide * 0.4, y - 3, *right),
            (wide * 0.5, y + open_ + 6, -wide * 0.5, y + open_ + 6, *left),
        )
        brush.fillPath(hole, across((0, y - 4), (0, y + open_), (0, "#3b100e"), (1, "#6e2a26")))
        teeth = curve(
            (-wide * 0.62, y - 1),
            (0, y - 5, wide * 0.62, y - 1),
            (0, y + min(open_ * 0.5, 9), -wide * 0.62, y - 1),
        )
        brush.fillPath(teeth, colour("#e9e2d8"))
    upper = curve(
        left,
        (-wide * 0.45, y - 15, -9, y - 15),
        (0, y - 11, 9, y - 15),
        (wide * 0.45, y - 15, *right),
        (wide * 0.4, y - 1, 0, y),
        (-wide * 0.4, y - 1, *left),
    )
    brush.fillPath(upper, across((-wide, y - 16), (wide, y), (0, "#b95f58"), (1, "#8f413d")))
    low = y + open_
    lower = curve(
        left,
        (-wide * 0.5, low + 1, 0, low + 2),
        (wide * 0.5, low + 1, *right),
        (wide * 0.5, low + 22, 0, low + 20),
        (-wide * 0.5, low + 22, *left),
    )
    brush.fillPath(
        lower, across((0, low), (0, low + 20), (0, "#b55a54"), (0.4, "#d0807a"), (1, "#a24f4a"))
    )
    brush.fillPath(
        oval(-10, low + 10, 34, 6),
        around((-10, low + 10), 17, (0, "#ffe3da", 0.55), (1, "#ffe3da", 0)),
    )
    brush.fillPath(
        tube(3, left, (-wide * 0.4, y, 0, y + 1), (wide * 0.4, y, *right)),
        colour("#5b1f1d", 0.8 if open_ <= 1.5 else 0.3),
    )
    for side, at in ((-1, left), (1, right)):
        brush.fillPath(
            oval(at[0] + side * 3, at[1], 12, 10),
            around((at[0] + side * 3, at[1]), 6, (0, "#6b3524", 0.6), (1, "#6b3524", 0)),
        )


def _hand(brush: QPainter, x: float, y: float, side: int, tilt: float) -> None:
    """Draw an upright hand seen from its thumb's edge; `side` −1 has its palm to the right."""
    brush.save()
    brush.translate(x, y)
    brush.rotate(tilt)
    skin = across((-34, 0), (34, 0), (0, SKIN_LIGHT), (0.45, SKIN), (1, SKIN_DARK))
    for i, (lean, height) in enumerate(((9, 176), (4, 192), (-1, 182))):
        finger = tube(29, (-side * lean, -40), (-side * (lean + 4), -height + 20))
        brush.fillPath(finger, skin)
        brush.fillPath(
            tube(2, (-side * lean - 12, -60), (-side * (lean + 4) - 11, -height + 28)),
            colour("#8f5d41", 0.25 + 0.05 * i),
        )
    palm = curve((-30, -70), (30, -70), (44, -20, 34, 44), (0, 62, -34, 44), (-44, -20, -30, -70))
    brush.fillPath(palm, skin)
    thumb = tube(27, (side * 6, 18), (side * 2, -20, -side * 4, -64))
    brush.fillPath(thumb, across((-24, 0), (24, 0), (0, SKIN_LIGHT), (1, "#b97f5c")))
    brush.fillPath(tube(2, (side * 18, 6), (side * 15, -30, side * 8, -72)), colour("#8f5d41", 0.4))
    brush.restore()


def _sleeve(brush: QPainter, shoulder: Point, elbow: Point, wrist: Point, *, lit: bool) -> None:
    tones = ("#ece6da", "#d3ccbf", "#8d867b") if lit else ("#c3bcaf", "#a59e92", "#6c665d")
    (sx, sy), (ex, ey) = shoulder, elbow
    arm = tube(118, shoulder, elbow)
    brush.fillPath(
        oval(ex, ey + 44, 190, 50),
        around((ex, ey + 44), 95, (0, "#24160c", 0.5), (1, "#24160c", 0)),
    )
    brush.fillPath(
        arm, across((sx - 62, sy), (sx + 62, sy), (0, tones[0]), (0.5, tones[1]), (1, tones[2]))
    )
    nx, ny = _normal(elbow, wrist, 46)
    lower = curve(
        (ex + nx * 1.2, ey + ny * 1.2),
        (wrist[0] + nx * 0.78, wrist[1] + ny * 0.78),
        (wrist[0] - nx * 0.78, wrist[1] - ny * 0.78),
        (ex - nx * 1.2, ey - ny * 1.2),
    )
    shape = lower.united(oval(ex, ey, 111, 111)).simplified()
    brush.fillPath(
        shape,
        across(
            (ex + nx, ey + ny), (ex - nx, ey - ny), (0, tones[0]), (0.45, tones[1]), (1, tones[2])
        ),
    )
    cuff = tube(
        15,
        (wrist[0] + nx * 0.72, wrist[1] + ny * 0.72),
        (wrist[0] - nx * 0.72, wrist[1] - ny * 0.72),
    )
    brush.fillPath(
        cuff,
        across(
            (wrist[0] + nx, wrist[1] + ny),
            (wrist[0] - nx, wrist[1] - ny),
            (0, "#f6f2e8"),
            (1, tones[2]),
        ),
    )


def _normal(start: Point, end: Point, length: float) -> Point:
    """Return the upward normal of the line from `start` to `end`, `length` long."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    scale = length / max((dx * dx + dy * dy) ** 0.5, 1.0)
    normal = (dy * scale, -dx * scale)
    return normal if normal[1] < 0 else (-normal[0], -normal[1])


def _clapping(brush: QPainter, apart: float) -> None:
    x, y = EYES[0] + 6, 800.0
    for side in (-1, 1):
        hand = (x + side * (27 + apart / 2), y - 26 + apart * 0.12)
        _sleeve(
            brush,
            (EYES[0] + side * 330, 800),
            (EYES[0] + side * 330, 1010),
            (hand[0] + side * 52, hand[1] + 128),
            lit=side < 0,
        )
        wrist = tube(62, (hand[0] + side * 40, hand[1] + 100), (hand[0] + side * 8, hand[1] + 40))
        brush.fillPath(
            wrist, across((hand[0] - 40, 0), (hand[0] + 40, 0), (0, SKIN_LIGHT), (1, SKIN_DARK))
        )
        _hand(brush, *hand, -side, side * (apart * 0.045 - 3))


def _resting_arm(brush: QPainter) -> None:
    x, y = EYES
    _sleeve(brush, (x - 318, y + 410), (x - 342, y + 590), (x - 172, y + 566), lit=True)
    hand = curve(
        (x - 172, y + 532),
        (x - 130, y + 520, x - 70, y + 532),
        (x - 40, y + 560, x - 66, y + 596),
        (x - 130, y + 604, x - 172, y + 598),
    )
    brush.fillPath(
        oval(x - 100, y + 600, 190, 34),
        around((x - 100, y + 600), 95, (0, "#24160c", 0.5), (1, "#24160c", 0)),
    )
    brush.fillPath(
        hand,
        across(
            (x - 150, y + 520), (x - 130, y + 604), (0, SKIN_LIGHT), (0.5, SKIN), (1, SKIN_DARK)
        ),
    )
    for i in range(4):
        finger = tube(
            22,
            (x - 84, y + 545 + i * 15),
            (x - 40, y + 540 + i * 15, x - 20 - 5 * i, y + 558 + i * 13),
        )
        brush.fillPath(
            finger,
            across(
                (0, y + 534 + i * 14),
                (0, y + 566 + i * 14),
                (0, "#f0c9ab"),
                (0.6, SKIN),
                (1, "#a9714f"),
            ),
        )


def _arm_to_tin(brush: QPainter) -> None:
    x, y = EYES
    _sleeve(brush, (x + 322, y + 410), (x + 346, y + 590), (x + 440, y + 480), lit=False)
    back = tube(76, (x + 446, y + 474), (x + 474, y + 440))
    brush.fillPath(back, across((x + 400, 0), (x + 520, 0), (0, SKIN), (1, SKIN_DARK)))


def _fingers_on_tin(brush: QPainter) -> None:
    x, y = PRODUCT[0] + 12, PRODUCT[1] + 150
    for i in range(4):
        top = y + i * 27
        shade = tube(24, (x + 14, top + 8), (x + 60, top + 2, x + 86 - 6 * i, top + 12))
        brush.fillPath(shade, colour("#24160c", 0.22))
        finger = tube(27, (x - 2, top + 6), (x + 44, top - 6, x + 80 - 6 * i, top + 6))
        brush.fillPath(
            finger,
            across((x, top - 14), (x + 10, top + 20), (0, "#f2ccb0"), (0.5, SKIN), (1, "#a26b4a")),
        )
        nail = oval(x + 80 - 6 * i, top + 4, 15, 13)
        brush.fillPath(nail, colour("#f3d3c4", 0.85))


def _sheet(brush: QPainter, up: float) -> None:
    left, top, width, height = SHEET
    top += (1 - up) * (HEIGHT - top + 40)
    x, y = EYES
    wrist = (left + width / 2 - 30, top + height + 96)
    _sleeve(
        brush, (x + 322, y + 410), (x + 346, max(top + height + 300, y + 590)), wrist, lit=False
    )
    brush.fillPath(
        tube(64, (wrist[0], wrist[1] - 20), (left + width / 2 - 8, top + height - 4)),
        across((left + 90, 0), (left + 190, 0), (0, SKIN), (1, SKIN_DARK)),
    )
    brush.fillPath(box(left + 14, top + 12, width, height, 2), colour("#2a1c10", 0.18))
    brush.fillPath(box(left, top, width, height, 2), colour("#eeeeee"))
    thumb = tube(
        40, (left + width / 2 - 6, top + height + 24), (left + width / 2 - 4, top + height - 44)
    )
    brush.fillPath(
        thumb,
        across(
            (left + width / 2 - 26, 0), (left + width / 2 + 20, 0), (0, SKIN_LIGHT), (1, SKIN_DARK)
        ),
    )
