"""From outcomes to the committed table: sensitivity, specificity, grey band."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.bench.room.trial import Edge, Outcome, Trial, failed

HERE = Path(__file__).resolve().parent
LEAST_SPECIFICITY = 0.95
HEAD = """# Room measures on labelled cases

Made by `python -m tests.bench.room` (`make bench-room`), the same on every machine up to rounding
in the libraries. Each case is made with a known truth, measured by the class the app uses and judged
by the shipped general profile.

- **Positives** lie beyond the fail limit, from a little to far; **negatives** lie within pass.
- **Sensitivity** = positives judged *fail*; **specificity** = negatives not judged *fail*. An
  *unknown* counts as not failed; `unknown` says how often that was, of positives and negatives.
- **Grey band** = the range of true values in which between 5 % and 95 % are failed (rising fit by
  pooled neighbours); `—` where one step leads from under 5 % to over 95 % or the end is not reached.
- A measure with a specificity under 0.95 must not fail a room: `never_fails` in the profile.
- *Faces*: the project's drawn host in six poses and one real photograph (`data.astronaut()` of
  scikit-image, NASA, public domain), mirrored, at many sizes and places. Photographs of other people
  are not available here: nothing is shown about other faces, skins, glasses or beards.
- *Speech*: synthetic, made by the project in English and Chinese, at changed pitch and pace; no
  recordings of people.

| measure | truth is | positives | negatives | sensitivity | specificity | unknown + / − | grey band |
|---|---|---:|---:|---:|---:|---:|---|
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    id: str
    truth: str
    positives: int
    negatives: int
    sensitivity: float
    specificity: float
    unknown_positives: float
    unknown_negatives: float
    grey: tuple[str, ...]


def rows(trials: Iterable[Trial], outcomes: Sequence[Outcome]) -> list[Row]:
    """Return one row for each trial."""
    return [_row(t, [o for o in outcomes if o.id == t.id]) for t in trials]


def _row(trial: Trial, mine: list[Outcome]) -> Row:
    bad = [o for o in mine if o.kind == "bad"]
    good = [o for o in mine if o.kind == "good"]
    return Row(
        trial.id,
        trial.truth,
        len(bad),
        len(good),
        round(float(np.mean([failed(o) for o in bad])), 3),
        round(1 - float(np.mean([failed(o) for o in good])), 3),
        round(float(np.mean([o.verdict == "unknown" for o in bad])), 3),
        round(float(np.mean([o.verdict == "unknown" for o in good])), 3),
        tuple(grey_band(e, [o for o in mine if o.edge == e.name]) for e in trial.edges),
    )


def grey_band(edge: Edge, outcomes: Sequence[Outcome]) -> str:
    """Return between which truths 5 % and 95 % are failed, as words."""
    upwards = edge.bad > edge.good
    ordered = sorted(outcomes, key=lambda o: o.truth if upwards else -o.truth)
    truth = np.array([o.truth for o in ordered])
    share = _rising(np.array([float(failed(o)) for o in ordered]))
    first = truth[np.argmax(share >= 0.05)] if (share >= 0.05).any() else None
    last = truth[np.argmax(share >= 0.95)] if (share >= 0.95).any() else None
    if first is None:
        return f"never fails {edge.unit}"
    if last is None:
        return f"{first:.3g} … — {edge.unit}"
    if first == last:
        return f"— at {first:.3g} {edge.unit}"
    return f"{first:.3g} … {last:.3g} {edge.unit}"


def _rising(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the rising function nearest to `values` (pool adjacent violators)."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([float(value), 1.0])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, size = pools.pop()
            total = pools[-1][0] * pools[-1][1] + mean * size
            pools[-1] = [total / (pools[-1][1] + size), pools[-1][1] + size]
    return np.concatenate([np.full(int(size), mean) for mean, size in pools])


def markdown(rows: Iterable[Row]) -> str:
    """Return the table with its head."""
    lines = [
        f"| {r.id} | {r.truth} | {r.positives} | {r.negatives} | {r.sensitivity:.3f} | "
        f"{r.specificity:.3f} | {r.unknown_positives:.2f} / {r.unknown_negatives:.2f} | "
        f"{'; '.join(r.grey)} |"
        for r in rows
    ]
    return HEAD + "\n".join(lines) + "\n"


def write(new: Sequence[Row], order: Sequence[str]) -> None:
    """Write RESULTS.md and results.json, keeping what earlier runs found of other measures."""
    known = {row.id: row for row in (*written(), *new)}
    kept = [known[name] for name in order if name in known]
    (HERE / "RESULTS.md").write_text(markdown(kept), "utf-8")
    (HERE / "results.json").write_text(
        json.dumps([asdict(r) for r in kept], indent=1, ensure_ascii=False) + "\n", "utf-8"
    )


def written() -> list[Row]:
    """Return the rows of results.json, none where it was never written."""
    file = HERE / "results.json"
    if not file.is_file():
        return []
    return [
        Row(**{**row, "grey": tuple(row["grey"])}) for row in json.loads(file.read_text("utf-8"))
    ]


def wrong(outcomes: Iterable[Outcome]) -> str:
    """Return every case that was misjudged or unknown, one a line."""
    lines = []
    for o in outcomes:
        missed = o.kind == "bad" and not failed(o)
        if missed or (o.kind == "good" and failed(o)) or o.verdict == "unknown":
            value = "—" if o.value is None else f"{o.value:.4g}"
            lines.append(f"{o.id} {o.edge} {o.kind} true {o.truth:.4g} read {value} {o.verdict}")
    return "\n".join(lines)
