"""Who may import whom: the contracts of pyproject.toml, run as a test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_import_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_of_app_loads_without_qt() -> None:
    script = """
import sys, pkgutil, importlib
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "qtpy", "qtawesome", "pyqtgraph"}:
            raise ImportError(name)
sys.meta_path.insert(0, Wall())
import app
for module in pkgutil.walk_packages(app.__path__, "app."):
    if ".migrations." not in module.name:
        importlib.import_module(module.name)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_opencv_brings_no_qt_plugins_of_its_own() -> None:
    script = "import os, cv2; assert 'QT_QPA_PLATFORM_PLUGIN_PATH' not in os.environ"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_no_sentence_names_this_machine_or_a_package_host() -> None:
    """Tracked text must read the same on every machine."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    needles = [b"/wo" + b"rk/", b"/fa" + b"rm/", b"extra-index" + b"-url", b"/sim" + b"ple/"]
    for name in filter(None, listed.stdout.split(b"\0")):
        file = ROOT / name.decode()
        if not file.is_file() or file.suffix in {".mkv", ".jpg", ".png"}:
            continue
        content = file.read_bytes()
        assert not [n for n in needles if n in content], name
