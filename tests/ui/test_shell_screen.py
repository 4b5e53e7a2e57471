"""The app as a person starts it: a process of its own, a real window on a screen, a picture of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.core.settings import load_settings

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0

# Another process takes the picture, so that what the screen holds is seen and not what Qt meant.
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Start Xvfb on a free display and end it afterwards."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("skipped, because Xvfb is not installed")
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    if not number:
        process.wait(5)
        pytest.skip("skipped, because Xvfb found no free display")
    yield f":{number}"
    process.terminate()
    process.wait(10)


@pytest.mark.screen
def test_the_app_shows_its_rail_and_settings_and_closes_cleanly(
    display: str, tmp_path: Path, home: Path
) -> None:
    environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb", GREENROOM_HOME=str(home))
    command = [sys.executable, "-W", "error", "-m", "ui", "--page", "settings"]
    command += ["--theme", "dark", "--lang", "zh", "--size", "1440x900"]
    app = subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    shot = tmp_path / "screen.png"
    try:
        seen = picture_of(environment, shot, app)
    finally:
        app.send_signal(signal.SIGTERM)
        _, errors = app.communicate(timeout=20)
    assert "Traceback" not in errors
    assert app.returncode == 0
    assert load_settings(home).settings.geometry, "the window's state was not kept"
    assert seen.size().toTuple() == (1440, 900)
    assert colours_in(seen, 0, 72) >= 8, "the rail is blank"
    assert colours_in(seen, 88, 800) >= 8, "the page is blank"
    # The selected item's bar at the left edge stands beside Settings, at the foot.
    assert near(seen.pixelColor(1, 860), QColor("#7D96FF"))


def picture_of(environment: dict[str, str], shot: Path, app: subprocess.Popen[str]) -> QImage:
    """Return a picture of the screen once the page is on it."""
    ends = time.monotonic() + PATIENCE_S
    while True:
        assert app.poll() is None, "the app ended by itself"
        subprocess.run([sys.executable, "-c", GRAB, str(shot)], env=environment, check=True)
        seen = QImage(str(shot))
        if colours_in(seen, 88, 800) >= 8 or time.monotonic() > ends:
            return seen


def colours_in(seen: QImage, left: int, right: int) -> int:
    """Return how many colours there are between two columns below the header."""
    return len({seen.pixel(x, y) for x in range(left, right, 2) for y in range(60, 860, 2)})


def near(one: QColor, other: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True)) < 12
