"""`greenroom check` and `greenroom devices`: files in, one object or a page out, and a status."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.io import wavfile

from app.cli.main import main
from app.core.files import write_for_people
from app.room.catalogue import catalogue

RATE = 48000
Film = Callable[..., Path]


class Answer:
    """What a run of the command line gave."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def value(self) -> dict[str, Any]:
        """Return the one JSON object on standard output."""
        return json.loads(self.out, parse_constant=pytest.fail)

    def reading(self, metric_id: str) -> dict[str, Any]:
        return next(r for r in self.value["readings"] if r["id"] == metric_id)


@pytest.fixture
def greenroom(capfd: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Return a runner of the command line in this process."""

    def run(*arguments: str) -> Answer:
        capfd.readouterr()
        status = main(["--lang", "en", *arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Answer(status, out, err)

    return run


Run = Callable[..., Answer]


def tone(parts: list[tuple[float, float | None]], frequency: float = 1000.0) -> np.ndarray:
    """Return a stereo sine in phase: (seconds, dBFS peak or None for silence) one after another."""
    gains = np.concatenate(
        [np.full(round(s * RATE), 0.0 if db is None else 10 ** (db / 20)) for s, db in parts]
    )
    wave = gains * np.sin(2 * np.pi * frequency * np.arange(len(gains)) / RATE)
    return np.repeat(wave[:, None], 2, axis=1).astype(np.float32)


def sound(path: Path, samples: np.ndarray, rate: int = RATE) -> str:
    wavfile.write(path, rate, samples)
    return str(path)


# EBU Tech 3341 (November 2023) table 1: what is measured, what it must be, below, above.
INTEGRATED, MOMENTARY = "sound.loudness_integrated", "sound.loudness_momentary_max"
SHORTTERM, RANGE, PEAK = "sound.loudness_shortterm_max", "sound.loudness_range", "sound.true_peak"

AUTHENTIC: list[tuple[str, str, float, float, float]] = [
    ("seq-3341-1-16bit.flac", INTEGRATED, -23.0, 0.1, 0.1),
    ("seq-3341-1-16bit.flac", MOMENTARY, -23.0, 0.1, 0.1),
    ("seq-3341-1-16bit.flac", SHORTTERM, -23.0, 0.1, 0.1),
    ("seq-3341-2-16bit.flac", INTEGRATED, -33.0, 0.1, 0.1),
    ("seq-3341-12-24bit.flac", MOMENTARY, -23.0, 0.1, 0.1),
    *((f"1kHz_Sine_-{n}_LUFS-16bit.flac", INTEGRATED, -float(n), 0.1, 0.1) for n in (20, 26, 40)),
    *((f"seq-3341-10-{i}-24bit.flac", SHORTTERM, -23.0, 0.1, 0.1) for i in range(1, 21)),
    *((f"seq-3341-13-{i}-24bit.flac", MOMENTARY, -23.0, 0.1, 0.1) for i in range(1, 21)),
    *((f"seq-3341-{i}-24bit.wav.flac", PEAK, -6.0, 0.4, 0.2) for i in (15, 16, 17, 18)),
    ("seq-3341-19-24bit.wav.flac", PEAK, 3.0, 0.4, 0.2),
    *((f"seq-3341-{i}-24bit.wav.flac", PEAK, 0.0, 0.4, 0.2) for i in (20, 21, 22, 23)),
]


def test_every_authentic_file_is_in_the_table(shared: Path) -> None:
    assert {f.name for f in (shared / "data" / "ebu").iterdir()} == {row[0] for row in AUTHENTIC}


@pytest.mark.parametrize("name", sorted({row[0] for row in AUTHENTIC}))
def test_the_authentic_files_of_the_ebu(shared: Path, greenroom: Run, name: str) -> None:
    file = shared / "data" / "ebu" / name
    if not file.is_file():
        pytest.skip(f"skipped, because {name} is not among the development data")
    answer = greenroom("check", "--audio", str(file), "--json", "-")
    assert answer.status in (0, 1)
    for row in AUTHENTIC:
        if row[0] == name:
            assert -row[3] <= answer.reading(row[1])["value"] - row[2] <= row[4], row[1]


# Every made signal of both tables runs on the meter itself in test_ebu.py; here one of each kind goes
# all the way through the command line.
MADE: dict[str, tuple[list[tuple[float, float | None]], str, float, float]] = {
    "3341-9": ([(1.34, -20), (1.66, -30)] * 5, SHORTTERM, -23.0, 0.1),
    "3341-14-12": ([(0.24, None), (0.4, -26), (0.16, None)], MOMENTARY, -26.0, 0.1),
    "3342-1": ([(20, -20), (20, -30)], RANGE, 10.0, 1.0),
}


@pytest.mark.parametrize("case", MADE)
def test_the_signals_of_the_ebu_as_made_here(tmp_path: Path, greenroom: Run, case: str) -> None:
    parts, metric_id, wanted, tolerance = MADE[case]
    answer = greenroom("check", "--audio", sound(tmp_path / "x.wav", tone(parts)), "--json", "-")
    assert answer.reading(metric_id)["value"] == pytest.approx(wanted, abs=tolerance)


def test_one_object_with_every_reading_and_nothing_else(tmp_path: Path, greenroom: Run) -> None:
    file = sound(tmp_path / "x.wav", tone([(3, -16)]))
    answer = greenroom("check", "--audio", file, "--json", "-", "--platform", "douyin")
    found = answer.value
    assert [r["id"] for r in found["readings"]] == [m.id for m in catalogue()]
    assert (found["profile"], found["platform"], found["demo"]) == ("general", "douyin", False)
    picture = answer.reading("picture.focus")
    assert (picture["verdict"], picture["value"]) == ("unknown", None)
    assert picture["reason"] == "The file has no picture"
    loud = answer.reading(INTEGRATED)
    assert loud["limit"]["passes"] == {"low": -18.0, "high": -14.0}
    assert loud["limit"]["basis"]["certainty"] == "unknown"
    assert set(loud) == {
        *("id", "group", "value", "unit", "plus_minus", "verdict", "near", "limit"),
        *("reason", "advice", "cause", "details"),
    }


def test_a_loud_file_fails_with_status_one_and_the_number_to_change(
    tmp_path: Path, greenroom: Run
) -> None:
    answer = greenroom("check", "--audio", sound(tmp_path / "x.wav", tone([(20, -3)])))
    assert answer.status == 1
    assert "Lower the microphone gain by 13 dB" in answer.out


def test_a_film_gives_picture_and_sound_and_a_page(
    film: Film, tmp_path: Path, greenroom: Run
) -> None:
    page = tmp_path / "r.html"
    answer = greenroom("check", "--video", str(film("a.mkv")), "--report", str(page), "--json", "-")
    assert answer.reading("picture.resolution")["value"] == 180.0
    assert answer.reading(SHORTTERM)["value"] is None or answer.status in (0, 1)
    assert "data:image/jpeg;base64," in page.read_text("utf-8")


def test_json_goes_to_a_file_while_people_read_the_report(tmp_path: Path, greenroom: Run) -> None:
    file, out = sound(tmp_path / "x.wav", tone([(2, -16)])), tmp_path / "o.json"
    answer = greenroom("check", "--audio", file, "--json", str(out))
    assert "Signal to noise" in answer.out
    assert json.loads(out.read_text("utf-8"))["greenroom"]


def test_the_answer_is_chinese_on_request(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = sound(tmp_path / "x.wav", tone([(16, -33)]))
    assert main(["check", "--audio", file, "--lang", "zh"]) == 1
    out = capfd.readouterr().out
    assert "话筒增益加 17 dB" in out
    assert "信噪比" in out


def test_only_the_first_seconds_are_read_on_request(tmp_path: Path, greenroom: Run) -> None:
    file = sound(tmp_path / "x.wav", tone([(10, -16)]))
    assert greenroom("check", "--audio", file, "--seconds", "2", "--json", "-").value[
        "seconds"
    ] == pytest.approx(2.0, abs=0.2)


def test_a_saved_report_lies_in_the_library(tmp_path: Path, greenroom: Run) -> None:
    from app.session.session import Session

    answer = greenroom(
        "check", "--audio", sound(tmp_path / "x.wav", tone([(2, -16)])), "--save", "--json", "-"
    )
    session = Session.open()
    try:
        kept = session.report(answer.value["id"])
    finally:
        session.close()
    assert kept is not None
    assert kept.profile.id == "general"


def _broken(tmp_path: Path, film: Film, kind: str) -> str:
    file = tmp_path / f"{kind}.mp4"
    if kind == "empty":
        file.touch()
    elif kind == "text":
        file.write_text("this is no film\n" * 20)
    elif kind == "truncated":
        whole = film("whole.mp4").read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
    elif kind == "folder":
        file.mkdir()
    return str(file)


@pytest.mark.parametrize("kind", ["empty", "text", "truncated", "folder", "missing"])
def test_files_that_are_none_are_refused_with_what_to_do(
    tmp_path: Path, film: Film, greenroom: Run, kind: str
) -> None:
    answer = greenroom("check", "--video", _broken(tmp_path, film, kind))
    assert answer.status == 2
    assert f"{kind}.mp4" in answer.err
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) >= 2


def test_the_sound_of_a_film_is_measured_alone(film: Film, greenroom: Run) -> None:
    answer = greenroom("check", "--audio", str(film("a.mkv")), "--json", "-")
    assert set(answer.value["devices"]) == {"microphone"}
    assert answer.reading(MOMENTARY)["value"] is not None
    assert answer.reading("picture.resolution")["reason"] == "Only the sound was asked for"


def test_what_can_be_kept_is_kept_where_the_rest_cannot(tmp_path: Path, greenroom: Run) -> None:
    file = sound(tmp_path / "x.wav", tone([(2, -16)]))
    missing = str(tmp_path / "no" / "r.html")
    answer = greenroom("check", "--audio", file, "--json", "-", "--report", missing)
    assert answer.status == 3
    assert answer.value["readings"]
    assert "was not written" in answer.err


def test_a_page_that_cannot_be_written_anew_stays_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    page.write_text("before", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_for_people(page, "half \ud800")
    assert page.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [page]


def test_silence_and_numbers_that_are_none_pass_nothing_they_cannot_tell(
    tmp_path: Path, greenroom: Run
) -> None:
    for level in (0.0, np.nan, 1e30):
        wave = np.full((RATE * 4, 2), level, np.float32)
        answer = greenroom("check", "--audio", sound(tmp_path / "x.wav", wave), "--json", "-")
        assert answer.reading("sound.clipping")["verdict"] == "unknown", level
        assert answer.reading("sound.hum")["verdict"] == "unknown", level
        assert answer.err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--colour", "x"), "没有选项「--colour」。"),
        (("check", "--seconds", "x"), "「--seconds」不能用这个值。"),
        (("check", "--json"), "「--json」后面要有一个值。"),
        (("check", "more"), "多了「more」。"),
        (("chek",), "没有命令「chek」。"),
        (("models", "fetch"), "缺少「MODEL」。"),
        (("library", "restore", "no.zip"), "没有文件 no.zip。"),
    ],
)
def test_wrong_use_is_said_in_chinese_too(
    capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert main(["--lang", "zh", *arguments]) == 2
    err = capfd.readouterr().err
    assert said in err
    assert "Error" not in err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--profile", "nope"), "general, portrait, landscape, product_closeup"),
        (("--platform", "nope"), "douyin"),
        (("--lang", "fr"), "fr"),
        (("--seconds", "-1"), "seconds"),
        (("--colour", "x"), "colour"),
    ],
)
def test_wrong_use_is_status_two(greenroom: Run, arguments: tuple[str, ...], named: str) -> None:
    answer = greenroom("check", *arguments)
    assert answer.status == 2
    assert named in answer.err


def test_odd_sound_is_measured_or_said_but_never_breaks(tmp_path: Path, greenroom: Run) -> None:
    wave = tone([(3, -20)])
    holes = wave.copy()
    holes[1000:1100] = np.nan
    odd = {
        "nan": (holes, RATE),
        "slow": (wave[:, :1], 8000),
        "wide": (np.repeat(wave[:, :1], 8, axis=1), 96000),
    }
    for name, (samples, rate) in odd.items():
        answer = greenroom(
            "check", "--audio", sound(tmp_path / f"{name}.wav", samples, rate), "--json", "-"
        )
        assert answer.status in (0, 1), name
        assert answer.reading(MOMENTARY)["value"] is not None, name


def test_sound_without_samples_is_unknown_or_refused(tmp_path: Path, greenroom: Run) -> None:
    file = sound(tmp_path / "none.wav", np.zeros((0, 2), np.float32))
    answer = greenroom("check", "--audio", file, "--json", "-")
    assert answer.status == 2 or all(r["verdict"] != "pass" for r in answer.value["readings"])


def test_a_picture_of_one_pixel_never_breaks(film: Film, greenroom: Run) -> None:
    file = film("dot.mkv", size=(1, 1), codec="ffv1", pixels="yuv444p", sound=None)
    answer = greenroom("check", "--video", str(file), "--json", "-")
    assert answer.status == 1
    assert answer.reading("picture.resolution")["verdict"] == "fail"


def test_a_report_that_cannot_be_written_is_status_three(tmp_path: Path, greenroom: Run) -> None:
    file = sound(tmp_path / "x.wav", tone([(2, -16)]))
    answer = greenroom("check", "--audio", file, "--report", str(tmp_path / "no" / "r.html"))
    assert answer.status == 3
    assert "was not written" in answer.err


def test_a_real_process_answers_with_status_and_one_object(tmp_path: Path) -> None:
    file = sound(tmp_path / "x.wav", tone([(16, -3)]))
    command = [sys.executable, "-c", "from app.cli.main import run; run()"]
    done = subprocess.run(
        [*command, "check", "--audio", file, "--json", "-"], capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["verdict"] == "fail"
    assert done.stderr == b""


def test_devices_are_listed_as_one_object(greenroom: Run) -> None:
    answer = greenroom("devices", "--json", "-")
    assert answer.status == 0
    assert set(answer.value) == {"cameras", "microphones"}
    assert "Cameras" in greenroom("devices").out


@pytest.mark.parametrize(
    "verb", [(), ("check",), ("library",), ("library", "restore"), ("devices",), ("doctor",)]
)
def test_help_in_chinese_has_no_english_of_the_framework(
    capfd: pytest.CaptureFixture[str], verb: tuple[str, ...]
) -> None:
    assert main(["--lang", "zh", *verb, "--help"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("用法：")
    assert not re.findall(r"Usage|Options|Commands|Arguments|OPTIONS|ARGS|Show this|<[a-z]+", out)


def test_help_in_english_stays_as_it_is(greenroom: Run) -> None:
    answer = greenroom("--lang", "en", "library", "restore", "--help")
    assert answer.out.startswith("Usage: greenroom library restore [OPTIONS] [file]")
    assert "Show this message and exit." in answer.out
