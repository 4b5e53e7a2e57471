"""Verdicts, groups, acts and limits in words, the same wherever a report is read."""

from __future__ import annotations

from app.core.words import number, text
from app.metrics.measure import Act, ActStep
from app.room.catalogue import Group, Metric
from app.room.judge import Verdict
from app.room.limits import Limit

VERDICTS = {
    Verdict.PASS: text("Pass"),
    Verdict.WARN: text("Warn"),
    Verdict.FAIL: text("Fail"),
    Verdict.UNKNOWN: text("Unknown"),
}

GROUPS = {
    Group.SOUND: text("Sound"),
    Group.SYNC: text("Sound and picture"),
    Group.PICTURE: text("Picture"),
    Group.LIGHT: text("Light"),
    Group.FRAMING: text("Framing"),
    Group.BACKGROUND: text("Background"),
}

ACTS = {
    Act.SILENCE: text("Three seconds of silence"),
    Act.CLAPS: text("Six claps"),
    Act.SHEET: text("White sheet"),
}

STEPS = {
    ActStep.WAITING: text("not done"),
    ActStep.RUNNING: text("not finished"),
    ActStep.DONE: text("done"),
    ActStep.SKIPPED: text("skipped"),
}

DEVICES = {"camera": text("Camera"), "microphone": text("Microphone")}


def limit_words(limit: Limit | None, metric: Metric) -> str:
    """Return the pass range as it is shown: "≤ −2", "45–72", "−125…+45"; "" for none."""
    if limit is None:
        return ""
    low, high = limit.passes.low, limit.passes.high
    signed = metric.signed and None not in (low, high)
    figures = [_figure(end, metric, signed=signed) for end in (low, high) if end is not None]
    if low is None or high is None:
        return f"{'≥' if high is None else '≤'} {figures[0]}" if figures else ""
    return ("…" if min(low, high) < 0 else "–").join(figures)


def _figure(value: float, metric: Metric, *, signed: bool) -> str:
    """Return a limit's number with no more decimals than it needs."""
    decimals = next(d for d in range(4) if d == 3 or abs(round(value, d) - value) < 1e-6)
    return number(value, min(decimals, max(metric.decimals, 1)), sign=signed and value > 0)
