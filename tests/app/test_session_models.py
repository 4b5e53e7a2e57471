"""Optional models: the right file or none, from a server that does what servers do."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.cli import main
from app.core import paths
from app.core.errors import Environment, Refused
from app.core.words import Text
from app.session.models import Model, Presence, fetch, find_model, models, presence

CONTENT = b"a model" * 1000


class Served(BaseHTTPRequestHandler):
    """Serves the model, a spoilt one, and one that breaks off."""

    def do_GET(self) -> None:
        if self.path == "/missing":
            self.send_error(404)
            return
        body = {"/spoilt": b"b" + CONTENT[1:], "/long": CONTENT + b"x"}.get(self.path, CONTENT)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:100] if self.path == "/broken" else body)

    def log_message(self, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Served) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(5)


def model(address: str) -> Model:
    digest = hashlib.sha256(CONTENT).hexdigest()
    return Model("m", "m.onnx", address, len(CONTENT), digest, "MIT", "us", Text("x", "x"))


def test_the_right_file_is_kept_and_not_fetched_twice(address: str, tmp_path: Path) -> None:
    wanted = model(f"{address}/right")
    assert presence(wanted, tmp_path) is Presence.MISSING
    assert fetch(wanted, tmp_path).read_bytes() == CONTENT
    assert presence(wanted, tmp_path) is Presence.HERE
    assert fetch(replace(wanted, address="http://127.0.0.1:9/gone"), tmp_path).is_file()


@pytest.mark.parametrize("path", ["spoilt", "long", "broken", "missing"])
def test_anything_else_is_not_kept(address: str, tmp_path: Path, path: str) -> None:
    with pytest.raises(Environment):
        fetch(model(f"{address}/{path}"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_network_the_folder_to_copy_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(Environment, match=r"copy m\.onnx to .*models"):
        fetch(model("http://127.0.0.1:9/x"), tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_a_spoilt_file_is_known_and_replaced(address: str, tmp_path: Path) -> None:
    wanted = model(f"{address}/right")
    (tmp_path / wanted.name).write_bytes(b"x" * len(CONTENT))
    assert presence(wanted, tmp_path) is Presence.SPOILT
    fetch(wanted, tmp_path)
    assert presence(wanted, tmp_path) is Presence.HERE


def test_a_file_where_the_folder_should_be_is_said(address: str, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("in the way")
    with pytest.raises(Environment, match="was not stored"):
        fetch(model(f"{address}/right"), tmp_path / "models")


def test_the_shipped_list_names_official_addresses() -> None:
    yunet = find_model("yunet")
    assert yunet.address.startswith("https://github.com/opencv/opencv_zoo/")
    assert (yunet.bytes, yunet.licence) == (232_589, "MIT")
    assert len({m.id for m in models()}) == len(models())
    with pytest.raises(Refused, match="Known here"):
        find_model("nothing")


def test_the_development_copy_is_the_one_the_list_means(shared: Path) -> None:
    yunet = find_model("yunet")
    if not (shared / "models" / yunet.name).is_file():
        pytest.skip("skipped, because the development data holds no models")
    assert presence(yunet, shared / "models") is Presence.HERE


def test_the_verb_says_where_the_file_goes(
    home: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = model(f"{address}/right")
    monkeypatch.setattr("app.session.models.models", lambda: (wanted,))
    assert main.main(["--lang", "en", "models", "fetch", "m"]) == 0
    assert (paths.models() / "m.onnx").read_bytes() == CONTENT
    assert "m.onnx" in capsys.readouterr().out
    assert main.main(["models", "fetch", "other"]) == 2
    (paths.models() / "m.onnx").write_bytes(b"spoilt")
    assert main.main(["models", "list", "--json", "-"]) == 1
