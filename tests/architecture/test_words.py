"""Every sentence of the code has its Chinese, and the Chinese keeps to the house's words."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
SAYING = {"tr": 0, "text": 0, "say": 1}  # function → which argument is the sentence


def sentences() -> dict[str, str]:
    """Return every literal sentence in app/ and ui/ with one place where it stands."""
    found = {}
    for file in [*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            at = SAYING.get(node.func.id)
            if at is None or len(node.args) <= at:
                continue
            argument = node.args[at]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found[argument.value] = f"{file.relative_to(ROOT)}:{node.lineno}"
    return {
        k: v for k, v in found.items() if re.search(r"[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", k))
    }


def translations() -> dict[str, set[str]]:
    found = defaultdict(set)
    for file in (ROOT / "resources" / "i18n").glob("zh_CN.*.ts"):
        for message in ET.parse(file).getroot().iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") != "unfinished", message.findtext("source")
            found[message.findtext("source") or ""].add(translation.text or "")
    return found


def test_every_sentence_has_its_chinese() -> None:
    missing = {k: v for k, v in sentences().items() if k not in translations()}
    assert not missing


def test_no_translation_outlives_its_sentence() -> None:
    spoken = set(sentences())
    code = "\n".join(
        f.read_text() for f in [*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    )
    stale = [s for s in translations() if s not in spoken and s not in code]
    assert not stale


def test_one_sentence_has_one_translation() -> None:
    assert not {k: v for k, v in translations().items() if len(v) > 1}


def test_translations_keep_the_placeholders() -> None:
    def names(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    wrong = {k for k, vs in translations().items() for v in vs if names(k) != names(v)}
    assert not wrong


def test_chinese_keeps_to_the_house_words() -> None:
    tight = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
    refused = re.compile(r"请|您|成功|进行|!|！")
    wrong = {
        v
        for vs in translations().values()
        for v in vs
        if refused.search(v) or tight.search(re.sub(r"\{[^}]*\}", "1 ", v))
    }
    assert not wrong
