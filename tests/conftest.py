"""Tests that need a program beyond Python say so with a marker; without the program they are skipped.

With the environment variable ``REQUIRE_ALL=1`` they fail instead: a run that is meant to prove everything
must not pass by leaving something out.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter

import postgresql
import pytest
from attacks.run import WAYS
from hypothesis import settings
from thorough import THOROUGH, drawn_from
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# The same examples in every run of CI, so that a change fails for its own sake; chance looks for new ones elsewhere.
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "explore")

# Files that take long even without the programs below: make check leaves them out.
SLOW = {
    "test_autograder_cli", "test_check", "test_check_in_a_kernel", "test_class_accidents", "test_codec",
    "test_collect", "test_commands", "test_course_cli", "test_exercises", "test_figures", "test_figures_own",
    "test_hub", "test_lessons", "test_new", "test_notebook_file", "test_packaging", "test_pages", "test_platforms",
    "test_power_cut", "test_progress", "test_prove", "test_published", "test_pull", "test_report", "test_returning",
    "test_review", "test_selftest", "test_siege", "test_site", "test_systems", "test_table", "test_unit_06",
    "test_unit_10", "test_unit_11", "test_which_notebook", "test_workspace", "test_written_answers",
}  # fmt: skip
LONG = 120  # seconds: a run about which one wants to know what took them
PROGRAMS = {"browser": "chromium", "postgresql": "initdb", "sandbox": "bwrap"}


def pytest_report_header() -> str:
    """Say which cases are run, so that a run can be made again."""
    return "every case" if THOROUGH else f"a share of the cases, drawn from {drawn_from()[:12]}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, program in PROGRAMS.items():
        if item.get_closest_marker(marker) and not shutil.which(program, path=postgresql.PATH):
            if os.environ.get("REQUIRE_ALL") == "1":
                pytest.fail(f"{program} is not installed and REQUIRE_ALL=1", pytrace=False)
            pytest.skip(f"{program} is not installed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast tests first, then the two classes of many minutes, lest one runs on alone at the end, then the others."""

    def slowness(item: pytest.Item) -> int:
        markers = {marker.name for marker in item.iter_markers()}
        if {"attacks", "honest"} & {*item.path.stem.split("_")}:  # in the order of their fixtures
            return 1
        return 3 * ("browser" in markers) + 2 * ("sandbox" in markers)

    items.sort(key=slowness)
    for item in items:
        if item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)


class FilesAndWays(LoadFileScheduling):
    """A file runs in one process, because its tests share what they have set up.

    Each way in which the attacks are graded is a batch of its own, and goes to whichever process is free.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        way = re.search(rf"[\[-]({'|'.join(map(str, WAYS))})[-\]]", test) if "attacks" in file else None
        return f"{file}-{way[1]}" if way else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FilesAndWays:
    return FilesAndWays(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the files that took longest, so that what makes a run long is seen in its output."""
    took: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                took[report.nodeid.partition("::")[0]] += report.duration
    if took.total() > LONG:
        terminalreporter.section("files that took longest")
        for file, seconds in took.most_common(20):
            terminalreporter.write_line(f"{seconds:7.0f} s  {file}")
