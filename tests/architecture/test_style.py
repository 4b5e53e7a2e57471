"""What the house style forbids outright, read off the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])

# The few places where anything at all may come up and must be caught, each with its reason.
BOUNDARIES = {
    "app/capture/worker.py",  # a thread that dies in silence would freeze the check
    "app/session/jobs.py",  # the same for work off the GUI thread
    "app/cli/main.py",  # the last stop before a stack trace
}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_house_style(file: Path) -> None:
    name = file.relative_to(ROOT).as_posix()
    source = file.read_text()
    tree = ast.parse(source)
    problems = []
    for called, node in calls(tree):
        if called == "processEvents" or (called == "exec" and name != "ui/__main__.py"):
            problems.append(f"{node.lineno}: {called}()")
        if called == "setStyleSheet" and name != "ui/theme.py":
            problems.append(f"{node.lineno}: setStyleSheet belongs to ui/theme.py")
        if called == "connect" and any(
            isinstance(a, ast.Lambda)
            and "self" in {n.id for n in ast.walk(a) if isinstance(n, ast.Name)}
            for a in node.args
        ):
            problems.append(f"{node.lineno}: a lambda that holds self is connected")
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ExceptHandler)
            and isinstance(node.type, ast.Name)
            and node.type.id in {"Exception", "BaseException"}
            and name not in BOUNDARIES
        ):
            problems.append(f"{node.lineno}: except {node.type.id}")
        if isinstance(node, ast.ExceptHandler) and node.type is None:
            problems.append(f"{node.lineno}: bare except")
    if source.count("\n") > 400:
        problems.append(f"{source.count(chr(10))} lines: hard to live in past 400")
    assert not problems, f"{name}: " + "; ".join(problems)


@pytest.mark.parametrize("file", [f for f in FILES if f.name == "__init__.py"], ids=str)
def test_every_package_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text()))
