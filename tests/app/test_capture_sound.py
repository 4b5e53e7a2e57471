"""A real microphone: PortAudio on a PulseAudio null sink that plays speech."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.sound

ROOT = Path(__file__).resolve().parents[2]

# PortAudio initialises when it is imported and keeps its server: so the microphone has its own process.
LISTEN = """
import json, sys, threading
import numpy as np
from app.capture.devices import microphones
from app.capture.microphone import Microphone
from app.capture.sources import SoundFormat

out = threading.Lock()
def say(**what):
    with out:
        print(json.dumps(what), flush=True)

say(devices=[d.name for d in microphones()])
name, rate = sys.argv[1], int(sys.argv[2])
microphone = Microphone(name, asked=SoundFormat(rate, 1) if rate else None)
heard = [0, 0.0]
def hear(block):
    heard[0] += len(block.samples)
    heard[1] = max(heard[1], float(np.abs(block.samples).max()))
    say(heard=heard[0], peak=heard[1], size=len(block.samples), rate=block.rate)
def trouble(one):
    say(trouble=None if one is None else one.what.say("en"))
microphone.start(hear, trouble)
sys.stdin.readline()
say(stopped=microphone.stop(5), left=[t.name for t in threading.enumerate()])
"""


class Server:
    """A PulseAudio of the test's own with one null sink."""

    def __init__(self, folder: Path) -> None:
        self.env = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "HOME": str(folder),
        }
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [
                "pulseaudio",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "-n",
                "--load=module-null-sink sink_name=mic rate=48000",
                f"--load=module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            ],
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            asked = subprocess.run(["pactl", "info"], env=self.env, capture_output=True)
            if asked.returncode == 0:
                return
            time.sleep(0.05)  # the server has no other way to say that it is there
        pytest.skip("skipped, because pulseaudio does not start on this machine")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(5)

    def play(self, sound: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(["paplay", "--device=mic", str(sound)], env=self.env)


class Listener:
    """The process with the microphone, and what it has said so far."""

    def __init__(self, server: Server, name: str, rate: int = 0) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", LISTEN, name, str(rate)],
            cwd=ROOT,
            env=server.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(json.loads(line))

    def wait(self, ready: Callable[[dict[str, Any]], bool], timeout: float) -> dict[str, Any]:
        """Return the first thing said that is `ready`, and how long that took."""
        began = time.monotonic()
        while True:
            left = timeout - (time.monotonic() - began)
            said = self._said.get(timeout=max(left, 0.01))
            if ready(said):
                return {**said, "took": time.monotonic() - began}

    def stop(self) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        last = self.wait(lambda s: "stopped" in s, 10)
        self.close()
        return last

    def close(self) -> None:
        self._process.kill()
        self._process.wait(5)
        self._reader.join(5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    for program in ("pulseaudio", "pactl", "paplay"):
        if shutil.which(program) is None:
            pytest.skip(f"skipped, because {program} is not installed")
    made = Server(tmp_path)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    if shutil.which("espeak-ng") is None:
        pytest.skip("skipped, because espeak-ng is not installed")
    words = (
        "Welcome to our show. Today we have three new lipsticks, and a price that you will like."
    )
    path = tmp_path / "speech.wav"
    subprocess.run(["espeak-ng", "-v", "en-us", "-s", "160", "-w", path, words], check=True)
    return path


@pytest.fixture
def listen(server: Server) -> Iterator[Callable[..., Listener]]:
    made: list[Listener] = []

    def start(name: str, rate: int = 0) -> Listener:
        made.append(Listener(server, name, rate))
        devices = made[-1].wait(lambda s: "devices" in s, 20)["devices"]
        if "pulse" not in devices:
            pytest.skip("skipped, because PortAudio has no PulseAudio here (libasound2-plugins)")
        return made[-1]

    yield start
    for one in made:
        one.close()


def test_speech_is_heard_and_a_lost_microphone_comes_back(
    server: Server, speech: Path, listen: Callable[..., Listener]
) -> None:
    listener = listen("pulse")
    listener.wait(lambda s: "trouble" in s and s["trouble"] is None, 10)
    player = server.play(speech)
    spoken = listener.wait(lambda s: s.get("peak", 0) > 0.2, 10)
    assert spoken["size"] >= 0.04 * spoken["rate"]
    player.kill()
    player.wait(5)

    server.kill()
    lost = listener.wait(lambda s: bool(s.get("trouble")), 5)
    assert lost["took"] < 2
    assert "was lost" in lost["trouble"]

    server.start()
    listener.wait(lambda s: "trouble" in s and s["trouble"] is None, 15)
    listener.wait(lambda s: "heard" in s, 5)
    assert listener.stop()["left"] == ["MainThread"]


def test_a_rate_is_had_as_asked_and_a_microphone_that_is_not_there_is_said(
    listen: Callable[..., Listener],
) -> None:
    listener = listen("pulse", 16000)
    assert listener.wait(lambda s: "heard" in s, 10)["rate"] == 16000
    assert listener.stop()["stopped"]
    missing = listen("The good microphone")
    said = missing.wait(lambda s: bool(s.get("trouble")), 10)
    assert said["trouble"] == "The microphone “The good microphone” is not there."
