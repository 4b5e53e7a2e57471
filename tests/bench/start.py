"""How long until the first window: ours against a bare PySide6 window, each in fresh processes.

Timed from before the interpreter starts to the first paint, so that every import counts. Prints
both medians and their ratio; exits with 1 where the ratio is above the budget.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 1.5
RUNS = 15

BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        app.quit()
app = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import os, time
from ui.shell import window
class Timed(window.Ground):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        os._exit(0)
window.Ground = Timed
from ui.__main__ import main
main([])
"""


def seconds(script: str, home: str) -> float:
    """Return the seconds from starting the interpreter to the first paint of `script`."""
    # Both run from cached bytecode, as an installed app does; the first round fills the cache.
    environment = dict(os.environ, GREENROOM_HOME=home, PYTHONPYCACHEPREFIX=f"{home}/bytecode")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout.split()[0]) - started


def main() -> int:
    """Measure in turns, so that a busy moment of the machine hits both alike."""
    with tempfile.TemporaryDirectory() as home:
        seconds(BARE, home), seconds(OURS, home)  # the first reads the files from disk
        pairs = [(seconds(BARE, home), seconds(OURS, home)) for _ in range(RUNS)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in pairs)
    verdict = "within" if ratio <= BUDGET else "OVER"
    print(
        f"first window: bare {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms, "
        f"median ratio {ratio:.2f} ({verdict} the budget of {BUDGET})"
    )
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
