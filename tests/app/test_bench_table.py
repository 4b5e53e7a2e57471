"""No measure fails a room unless the committed bench shows that it rarely does so wrongly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.room.catalogue import catalogue
from app.room.profiles import find_profile, profiles

TESTS = Path(__file__).resolve().parents[1]
RESULTS = TESTS / "bench/room/RESULTS.md"
README = TESTS.parent / "README.md"
LEAST_SPECIFICITY = 0.95
LEAST_CASES = 200
ROW = re.compile(
    r"^\| (?P<id>[a-z0-9_.]+) \| [^|]+ \| (?P<positives>\d+) \| (?P<negatives>\d+) \| "
    r"(?P<sensitivity>[\d.]+) \| (?P<specificity>[\d.]+) \|"
)


@pytest.fixture(scope="module")
def shown() -> dict[str, re.Match[str]]:
    lines = RESULTS.read_text("utf-8").splitlines()
    return {match["id"]: match for line in lines if (match := ROW.match(line))}


def _failing(profile_id: str) -> list[str]:
    """Return the measures by which a profile can fail a room."""
    profile, names = find_profile(profile_id), []
    for metric in catalogue():
        limit = profile.limit(metric.id)
        if limit is None or limit.never_fails or metric.never_fails:
            continue
        ends = [(limit.warns.low, limit.warns.high)]
        ends += [(side.warns.low, side.warns.high) for side in limit.also]
        if any(end != (None, None) for end in ends):
            names.append(metric.id)
    return names


@pytest.mark.parametrize("metric", _failing("general"))
def test_what_can_fail_a_room_was_shown_to_be_specific(
    metric: str, shown: dict[str, re.Match[str]]
) -> None:
    assert metric in shown, f"{metric} can fail a room but is not on the bench"
    assert float(shown[metric]["specificity"]) >= LEAST_SPECIFICITY


def test_every_measure_had_enough_cases(shown: dict[str, re.Match[str]]) -> None:
    assert shown
    assert all(int(row["positives"]) >= LEAST_CASES for row in shown.values())
    assert all(int(row["negatives"]) >= LEAST_CASES for row in shown.values())


@pytest.mark.parametrize("column", ["sensitivity", "specificity"])
def test_the_readme_names_the_worst_of_the_table(
    column: str, shown: dict[str, re.Match[str]]
) -> None:
    worst = min(shown.values(), key=lambda row: float(row[column]))
    assert f"worst {column} is {worst[column]}" in " ".join(README.read_text("utf-8").split())


def test_no_shipped_profile_fails_what_the_general_one_does_not() -> None:
    general = set(_failing("general"))
    assert all(set(_failing(profile.id)) <= general for profile in profiles())
