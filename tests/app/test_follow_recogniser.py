"""Recognisers: a replayed file, and sherpa-onnx where it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import Environment, Refused
from app.rehearsal.follow.recogniser import Partial, Replay
from app.rehearsal.follow.sherpa import Sherpa

LINES = '{"t": 0.4, "text": "晚上"}\n{"t": 1.2, "text": "晚上好", "final": true}\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "reading.jsonl"
    made.write_text(LINES, "utf-8")
    return made


def test_a_replay_says_what_is_due_and_no_more(file: Path) -> None:
    heard: list[Partial] = []
    replay = Replay(file)
    replay.start(heard.append)
    replay.until(1.0)
    assert heard == [Partial(0.4, "晚上")]


def test_a_stopped_replay_is_silent(file: Path) -> None:
    heard: list[Partial] = []
    replay = Replay(file)
    replay.start(heard.append)
    replay.stop()
    replay.until(9.0)
    assert heard == []


@pytest.mark.parametrize(
    ("line", "place"),
    [('{"t": 0.1, "text": "好"}', "3.t"), ('{"t": 2}', "3.text"), ("好", "3")],
)
def test_a_line_that_is_no_partial_is_named(file: Path, line: str, place: str) -> None:
    file.write_text(LINES + line, "utf-8")
    with pytest.raises(Refused, match=f"reading.jsonl, {place}"):
        Replay(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Environment, match=r"gone\.jsonl"):
        Replay(tmp_path / "gone.jsonl")


def test_a_model_folder_without_its_files_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").touch()
    with pytest.raises(Environment, match=r"has no decoder\*\.onnx"):
        Sherpa(tmp_path).start(print)


def test_without_the_package_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("encoder.onnx", "decoder.onnx", "joiner.onnx", "tokens.txt"):
        (tmp_path / name).touch()
    monkeypatch.setitem(__import__("sys").modules, "sherpa_onnx", None)
    with pytest.raises(Environment, match="sherpa-onnx"):
        Sherpa(tmp_path).start(print)
