"""The labelled bench: `python -m tests.bench.room [--cases N] [--only PART] [--processes N]`.

Writes RESULTS.md and results.json beside itself, but only when all cases were run; with --only the
rows of the other measures stay as they were.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys

from tests.bench.room import table
from tests.bench.room.cases import TRIALS, jobs, work
from tests.bench.room.trial import CASES, Outcome


def main() -> int:
    """Run the bench; returns 1 where a measure fails rooms it should not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--only", default="", help="part of a measure's id; several with commas")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="show every wrong or unknown case")
    chosen = parser.parse_args()
    parts = chosen.only.split(",")
    numbers = [n for n, t in enumerate(TRIALS) if any(part in t.id for part in parts)]
    spent: dict[str, float] = {}
    outcomes: list[Outcome] = []
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = "1"  # the processes inherit it; two of them share two cores
    with multiprocessing.get_context("spawn").Pool(chosen.processes) as pool:
        for outcome, seconds in pool.imap(work, list(jobs(numbers, chosen.cases)), chunksize=8):
            outcomes.append(outcome)
            if outcome.id not in spent:
                print(f"{len(spent) + 1:3} of {len(numbers)}  {outcome.id}", file=sys.stderr)
            spent[outcome.id] = spent.get(outcome.id, 0.0) + seconds
    rows = table.rows([TRIALS[n] for n in numbers], outcomes)
    print(table.markdown(rows))
    slowest = sorted(spent.items(), key=lambda item: -item[1])
    print("\n".join(f"{seconds:7.1f} s  {name}" for name, seconds in slowest), file=sys.stderr)
    if chosen.list:
        print(table.wrong(outcomes), file=sys.stderr)
    if chosen.cases >= CASES:
        table.write(rows, [trial.id for trial in TRIALS])
    return int(any(row.specificity < table.LEAST_SPECIFICITY for row in rows))


if __name__ == "__main__":
    sys.exit(main())
