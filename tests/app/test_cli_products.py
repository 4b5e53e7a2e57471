"""`greenroom products` over a real library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from app.core.words import text
from app.session.session import Session
from app.session.showing import put_products
from app.show.product import Gift, Product

CUP = Product("p1", "轻钛随手杯", link="3", sku="A1", live_cents=12_900, gifts=(Gift("杯刷"),))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GREENROOM_HOME", str(tmp_path / "home"))
    session = Session.open(tmp_path / "home")
    session.edit(*put_products((CUP,), text("New")))
    session.close()
    return tmp_path


def said(capsysbinary: pytest.CaptureFixture[bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    return found


def products(home: Path) -> list[Product]:
    session = Session.open(home / "home")
    try:
        return list(session.studio.products)
    finally:
        session.close()


def test_the_list_names_every_product(
    home: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["products", "list", "--json", "-"]) == 0
    (cup,) = said(capsysbinary)["products"]
    assert (cup["name"], cup["live_cents"], cup["proof_state"]) == ("轻钛随手杯", 12_900, "none")


def test_what_was_exported_changes_nothing_when_it_is_imported(
    home: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = home / "p.xlsx"
    assert main(["products", "export", str(file)]) == 0
    capsysbinary.readouterr()
    assert main(["products", "import", str(file), "--json", "-"]) == 0
    found = said(capsysbinary)
    assert (found["new"], found["changed"], found["same"], found["stored"]) == (0, 0, 1, False)


def test_an_import_takes_new_and_changed_products_in(home: Path) -> None:
    file = home / "p.csv"
    file.write_text("商品名称,货号,直播价,库存\n随手杯,A1,119,5\n垫,A2,19.9,50\n", "utf-8-sig")
    assert main(["products", "import", str(file), "--yes"]) == 0
    assert {(p.name, p.live_cents, p.stock) for p in products(home)} == {
        ("随手杯", 11_900, 5),
        ("垫", 1_990, 50),
    }


def test_a_look_stores_nothing(home: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = home / "p.csv"
    file.write_text("商品名称,货号,直播价,库存\n随手杯,A1,119,5\n", "utf-8-sig")
    assert main(["products", "import", str(file), "--look", "--json", "-"]) == 0
    assert said(capsysbinary)["changed"] == 1
    assert products(home) == [CUP]


def test_a_file_without_products_is_refused(home: Path) -> None:
    file = home / "p.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    assert main(["products", "import", str(file)]) == 2
