"""The benchmark of the grader measures what it says; how long anything takes is not tested."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from thorough import THOROUGH

from bench import deadline

ROOT = Path(__file__).resolve().parents[1]
OURS, FLOOR = "ours, 1 worker", "floor"

# The same command, but that it leaves out many workers, with which it otherwise measures us too, and imports once.
SHORT = """
from bench import __main__ as bench
every = bench._ways
bench._ways = lambda *asked: [way for way in every(*asked) if way[0] in ("ours, 1 worker", "floor")]
bench.IMPORTS = 1
bench.typer.run(bench.main)
"""

pytestmark = pytest.mark.sandbox


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the benchmark writes about us and the floor."""
    numbers = tmp_path_factory.mktemp("bench") / "numbers.json"
    program = ["-m", "bench"] if THOROUGH else ["-c", SHORT]
    command = [sys.executable, *program, "--only", "ours,floor", "--sizes", "1,2", "--json", str(numbers)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "what a submission costs" in done.stdout
    return json.loads(numbers.read_text("utf-8"))


def runs(found: dict[str, Any], way: str) -> list[dict[str, Any]]:
    return found["ways"][way]["runs"]


def test_every_way_grades_classes_of_the_sizes_that_were_asked_for(found: dict[str, Any]):
    assert {OURS, FLOOR} <= found["ways"].keys()
    assert all([run["students"] for run in runs(found, way)] == [1, 2] for way in found["ways"])


def test_all_ways_give_the_same_points(found: dict[str, Any]):
    points = {way: [run["points"] for run in runs(found, way)] for way in found["ways"]}
    assert all(given == points[OURS] for given in points.values()), points
    assert 0 < points[OURS][0] < points[OURS][1]


def test_the_stages_are_parts_of_the_whole_and_no_function_of_a_stage_is_missing(found: dict[str, Any]):
    for run in runs(found, OURS):
        assert run["unknown"] == []
        assert all(seconds >= 0 for seconds in run["stages"].values())
        assert min(run["stages"][stage] for stage in ("start", "intake", "sandbox", "cells", "judge")) > 0
        assert min(run["stages"][stage] for stage in ("record", "page")) > 0
        assert sum(run["stages"].values()) <= run["cost"]["seconds"]


def test_the_line_goes_through_its_runs(found: dict[str, Any]):
    for way in found["ways"].values():
        small, large = (run["cost"]["processor"] for run in way["runs"])
        assert way["line"]["processor"] == pytest.approx(large - small)
        assert way["line"]["start_processor"] == pytest.approx(max(0.0, small - way["line"]["processor"]))


def test_every_run_takes_memory_and_no_more_of_the_processors_than_there_are(found: dict[str, Any]):
    for run in (run for way in found["ways"] for run in runs(found, way)):
        assert run["cost"]["tree"] > 0 and run["cost"]["largest"] > 0
        assert 0 < run["cost"]["processor"] <= run["cost"]["seconds"] * found["cores"]


def test_the_ratios_are_those_of_the_lines(found: dict[str, Any]):
    ours, floor = (found["ways"][way]["line"]["processor"] for way in (OURS, FLOOR))
    assert found["ratios"]["ours : floor, a submission, processor"] == pytest.approx(ours / floor)


def test_in_the_simulation_of_a_deadline_one_worker_waits_as_lindley_says_and_many_do_not() -> None:
    rng = np.random.default_rng(3)
    left, cost = deadline.arrivals(2000, rng), deadline.prices(2000, rng, 30.0, 0.01, 300.0)
    assert np.all(np.diff(left) <= 0) and np.all((left >= 0) & (left <= deadline.WEEK))
    waits = [0.0]
    for gap, price in zip(-np.diff(left), cost, strict=False):
        waits.append(max(0.0, waits[-1] + price - gap))
    found = deadline.night(left, cost, 1)
    assert found.median == pytest.approx(np.median(waits)) and found.longest == pytest.approx(max(waits))
    assert found.queue > 0
    many = deadline.night(left, cost, 2000)
    assert (many.longest, many.queue) == (0.0, 0)
