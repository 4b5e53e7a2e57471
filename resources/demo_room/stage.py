"""The set behind the host: a plastered wall, an oak shelf with pottery, a plant, a table in front."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPainter

from demo_room.brush import (
    across,
    around,
    box,
    canvas,
    colour,
    curve,
    oval,
    painter,
    pixels,
    soften,
    tube,
)
from demo_room.timeline import HEIGHT, PRODUCT, WIDTH


def backdrop(seed: int) -> QImage:
    """Return everything behind the host, out of focus as a lens at f/2.8 would leave it."""
    image = canvas(WIDTH, HEIGHT)
    brush = painter(image)
    _wall(brush)
    _arch(brush)
    _shelf(brush, 1270, 352, 560)
    _shelf(brush, 1330, 640, 500)
    _pots_above(brush)
    _pots_below(brush)
    _plant(brush)
    brush.end()
    soften(image, 5.5)
    shade = np.random.default_rng(seed).normal(0, 1, (HEIGHT // 4, WIDTH // 4)).astype(np.float32)
    _plaster(image, shade)
    return image


def _plaster(image: QImage, shade: np.ndarray) -> None:
    """Break the flat wall by a cloudiness no eye names but every encoder likes."""
    import cv2

    clouds = cv2.GaussianBlur(shade, (0, 0), 26)
    clouds = cv2.resize(
        clouds / np.abs(clouds).max(), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC
    )
    data = pixels(image)
    data[..., :3] = np.clip(data[..., :3] + 5 * clouds[..., None], 0, 255).astype(np.uint8)


def _wall(brush: QPainter) -> None:
    brush.fillRect(
        0,
        0,
        WIDTH,
        HEIGHT,
        across((0, 0), (WIDTH, HEIGHT * 0.6), (0, "#b9b3a4"), (0.45, "#a39e92"), (1, "#7b7a76")),
    )
    brush.fillRect(
        0,
        0,
        WIDTH,
        HEIGHT,
        around((430, 300), 980, (0, "#d9cfb8", 0.75), (0.5, "#c5bca8", 0.35), (1, "#a39e92", 0)),
    )
    brush.fillRect(
        0, 0, WIDTH, HEIGHT, across((0, 620), (0, HEIGHT), (0, "#4a443c", 0), (1, "#4a443c", 0.45))
    )


def _arch(brush: QPainter) -> None:
    """Draw an alcove on the left, with a hanging lamp."""
    alcove = curve((120, 1080), (120, 470), (120, 190, 340, 190), (560, 190, 560, 470), (560, 1080))
    brush.fillPath(
        alcove, across((120, 0), (560, 0), (0, "#7f8c84"), (0.25, "#93a097"), (1, "#a4afa4"))
    )
    brush.fillPath(alcove, across((0, 190), (0, 900), (0, "#39423d", 0.35), (0.5, "#39423d", 0)))
    brush.fillPath(tube(5, (330, 0), (330, 250)), colour("#4b443b"))
    brush.fillPath(
        oval(330, 340, 380, 330), around((330, 340), 190, (0, "#ffe6b0", 0.55), (1, "#ffe6b0", 0))
    )
    shade = curve(
        (286, 250), (374, 250), (396, 262, 410, 330), (330, 346, 250, 330), (264, 262, 286, 250)
    )
    brush.fillPath(
        shade, across((250, 0), (410, 0), (0, "#d8b77f"), (0.4, "#f1dcae"), (1, "#b98f56"))
    )


def _shelf(brush: QPainter, x: float, y: float, width: float) -> None:
    brush.fillPath(
        box(x, y + 26, width, 46, 3),
        across((0, y + 20), (0, y + 72), (0, "#3b352d", 0.42), (1, "#3b352d", 0)),
    )
    brush.fillPath(
        box(x, y, width, 26, 3),
        across((0, y), (0, y + 26), (0, "#c79d6b"), (0.25, "#b3875a"), (1, "#7d5a39")),
    )


def _pot(brush: QPainter, x: float, base: float, width: float, height: float, *tones: str) -> None:
    light, dark = tones
    body = curve(
        (x - width * 0.32, base),
        (x + width * 0.32, base),
        (x + width * 0.62, base - height * 0.3, x + width * 0.46, base - height * 0.7),
        (x + width * 0.3, base - height * 0.86, x + width * 0.28, base - height),
        (x - width * 0.28, base - height),
        (x - width * 0.3, base - height * 0.86, x - width * 0.46, base - height * 0.7),
        (x - width * 0.62, base - height * 0.3, x - width * 0.32, base),
    )
    brush.fillPath(
        body, across((x - width / 2, 0), (x + width / 2, 0), (0, light), (0.3, light), (1, dark))
    )


def _jar(brush: QPainter, x: float, base: float, width: float, height: float, *tones: str) -> None:
    light, dark = tones
    fill = across((x - width / 2, 0), (x + width / 2, 0), (0, dark), (0.25, light), (1, dark))
    brush.fillPath(box(x - width / 2, base - height, width, height, 8), fill)
    brush.fillPath(
        box(x - width * 0.42, base - height - 18, width * 0.84, 24, 6), colour("#5b4632")
    )


def _pots_above(brush: QPainter) -> None:
    _pot(brush, 1350, 352, 92, 142, "#c9765a", "#83432f")
    _pot(brush, 1462, 352, 108, 98, "#e4dccb", "#a29a89")
    _jar(brush, 1570, 352, 78, 120, "#c7a24a", "#806021")
    _pot(brush, 1680, 352, 84, 158, "#5f8a86", "#2f4f4e")
    _jar(brush, 1772, 352, 66, 92, "#e8e0d0", "#9d9686")


def _pots_below(brush: QPainter) -> None:
    for i, (tone, dark, height) in enumerate(
        (
            ("#7f9a7a", "#4d6349", 138),
            ("#d6c7a6", "#98896a", 152),
            ("#a4574a", "#693228", 130),
            ("#50626f", "#2d3b46", 146),
        )
    ):
        brush.fillPath(
            box(1470 + i * 38, 640 - height, 33, height, 4),
            across((1470 + i * 38, 0), (1503 + i * 38, 0), (0, tone), (1, dark)),
        )
    _pot(brush, 1694, 640, 104, 112, "#dfd6c4", "#968d7c")
    _pot(brush, 1394, 640, 74, 84, "#c08a4c", "#77501f")


def _plant(brush: QPainter) -> None:
    _pot(brush, 150, 960, 190, 190, "#c08062", "#74432f")
    for i, (dx, dy) in enumerate(
        ((-130, -300), (-70, -390), (0, -450), (80, -400), (150, -290), (40, -260), (-40, -240))
    ):
        tip = (150 + dx, 770 + dy)
        middle = (150 + dx * 0.5, 770 + dy * 0.5)
        side = 46 if i % 2 else 38
        leaf = curve(
            (150, 775),
            (middle[0] - side, middle[1] - 30, *tip),
            (middle[0] + side, middle[1] + 30, 150, 775),
        )
        light = ("#7d9a63", "#6b8a58", "#8aa56c")[i % 3]
        brush.fillPath(leaf, across(tip, (150, 775), (0, light), (1, "#35492f")))


def table() -> QImage:
    """Return the table's top with two cups, in front of the host."""
    image = canvas(WIDTH, HEIGHT)
    brush = painter(image)
    brush.fillPath(
        box(-20, 900, WIDTH + 40, 200),
        across((0, 900), (0, 1080), (0, "#c9a377"), (0.12, "#bd9468"), (1, "#8a6542")),
    )
    brush.fillPath(box(-20, 896, WIDTH + 40, 6), colour("#e2c39a"))
    brush.fillPath(
        box(-20, 900, WIDTH + 40, 200),
        across(
            (0, 0), (WIDTH, 0), (0, "#fff0d0", 0.16), (0.4, "#fff0d0", 0.05), (1, "#2a1c10", 0.30)
        ),
    )
    for y, alpha in ((938, 0.10), (978, 0.08), (1030, 0.09)):
        brush.fillPath(
            tube(3, (-10, y), (500, y - 14, 1000, y + 16, 1940, y - 6)), colour("#5f4125", alpha)
        )
    brush.fillPath(
        oval(408, 1004, 250, 40), around((408, 1004), 125, (0, "#2a1c10", 0.45), (1, "#2a1c10", 0))
    )
    bowl = curve(
        (300, 900),
        (516, 900),
        (516, 1000, 446, 1006),
        (408, 1012, 370, 1006),
        (300, 1000, 300, 900),
    )
    brush.fillPath(
        bowl, across((300, 0), (516, 0), (0, "#e9e2d3"), (0.35, "#f3ecdd"), (1, "#8f8a80"))
    )
    brush.fillPath(
        oval(408, 900, 216, 44), across((300, 0), (516, 0), (0, "#b9b2a4"), (1, "#d7d0c2"))
    )
    brush.fillPath(
        oval(408, 904, 184, 32), across((320, 0), (500, 0), (0, "#7d4a1c"), (1, "#b0732f"))
    )
    brush.end()
    soften(image, 1.6)
    return image


def tin() -> QImage:
    """Return the product: a lacquered tea tin with a paper label."""
    image = canvas(WIDTH, HEIGHT)
    brush = painter(image)
    left, top, width, height = PRODUCT
    x0, x1, base = left + 22, left + width - 22, top + height - 24
    middle = (x0 + x1) / 2
    brush.fillPath(
        oval(middle + 22, base + 4, 290, 46),
        around((middle + 22, base + 4), 145, (0, "#24160c", 0.6), (1, "#24160c", 0)),
    )
    body = curve(
        (x0, top + 62), (x0, base - 12), (middle, base + 26, x1, base - 12), (x1, top + 62)
    )
    brush.fillPath(
        body,
        across(
            (x0, 0),
            (x1, 0),
            (0, "#9c3b22"),
            (0.2, "#d9694a"),
            (0.34, "#e37f5f"),
            (0.6, "#c14d30"),
            (1, "#6e2313"),
        ),
    )
    label = curve(
        (x0, top + 128),
        (middle, top + 152, x1, top + 128),
        (x1, base - 60),
        (middle, base - 36, x0, base - 60),
    )
    brush.fillPath(
        label, across((x0, 0), (x1, 0), (0, "#cfc5ae"), (0.3, "#f2ead6"), (1, "#968c76"))
    )
    leaf = curve(
        (middle - 40, top + 216),
        (middle - 34, top + 168, middle + 34, top + 166),
        (middle + 30, top + 220, middle - 40, top + 216),
    )
    brush.fillPath(leaf, across((middle - 40, 0), (middle + 34, 0), (0, "#5d8a5a"), (1, "#2f5638")))
    brush.fillPath(
        tube(2.5, (middle - 46, top + 226), (middle - 6, top + 206, middle + 26, top + 172)),
        colour("#f2ead6"),
    )
    for row, long in ((238, 84), (250, 56)):
        brush.fillPath(
            tube(4, (middle - long / 2 - 6, top + row), (middle + long / 2 - 6, top + row)),
            colour("#7a6a52", 0.75),
        )
    lid = curve(
        (x0 - 5, top + 26),
        (x0 - 5, top + 66),
        (middle, top + 90, x1 + 5, top + 66),
        (x1 + 5, top + 26),
    )
    brush.fillPath(
        lid,
        across(
            (x0, 0),
            (x1, 0),
            (0, "#8a6a2c"),
            (0.2, "#d8b565"),
            (0.34, "#f0d592"),
            (0.6, "#b48d40"),
            (1, "#5c4416"),
        ),
    )
    brush.fillPath(
        oval(middle, top + 27, x1 - x0 + 10, 40),
        across((x0, 0), (x1, 0), (0, "#e3c67e"), (1, "#a07d36")),
    )
    brush.end()
    return image
