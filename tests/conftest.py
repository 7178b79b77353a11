"""Tests that need a program beyond Python say so with a marker; without the program they are skipped.

With the environment variable ``REQUIRE_ALL=1`` they fail instead: a run that is meant to prove everything
must not pass by leaving something out.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
from collections import Counter
from collections.abc import Generator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from thorough import THOROUGH, drawn_from
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# The same examples in every run of CI, so that a change fails for its own sake; chance looks for new ones elsewhere.
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "explore")

# Files of minutes, longest first: they begin in this order, lest one runs on alone at the end. Then come the other slow
# files; make check leaves all of them out, and does not even read them.
LONGEST = (
    "test_attacks", "test_honest", "test_exercises", "test_bank", "test_pages", "test_published", "test_prove",
    "test_browser_figures", "test_workers", "test_cluster", "test_lessons", "test_nbgrader", "test_handed_in",
)  # fmt: skip
SLOW = {
    *LONGEST,
    "test_authoring_guide", "test_autograder_cli", "test_bench", "test_bundle", "test_busy", "test_callbacks",
    "test_check", "test_check_in_a_kernel", "test_class_accidents", "test_codec", "test_collect", "test_commands",
    "test_course_cli", "test_course_grade", "test_explain", "test_figures", "test_figures_exported", "test_figures_own",
    "test_figures_painted", "test_figures_reopened", "test_first_contact", "test_formgrader", "test_glossary",
    "test_grade_in_a_notebook", "test_gradebook", "test_hub", "test_intake", "test_letters", "test_never_lost",
    "test_new", "test_notebook_file", "test_numbers", "test_offline", "test_packaging", "test_parts", "test_platforms",
    "test_postgresql", "test_power_cut", "test_progress", "test_pull", "test_regrade", "test_report", "test_returning",
    "test_review", "test_review_in_a_notebook", "test_selftest", "test_siege", "test_site", "test_startup",
    "test_systems", "test_table", "test_unit_05", "test_unit_06", "test_unit_09", "test_unit_10", "test_unit_11",
    "test_which_notebook", "test_workspace", "test_worlds", "test_written_answers",
}  # fmt: skip
LONG = 120  # seconds: a run about which one wants to know what took them
USED = pytest.StashKey[float]()  # seconds of processor time up to the last phase of a test
PROGRAMS = {"browser": "chromium", "postgresql": "initdb", "sandbox": "bwrap"}


def pytest_report_header() -> str:
    """Say which cases are run, so that a run can be made again."""
    return "every case" if THOROUGH else f"a share of the cases, drawn from {drawn_from()[:12]}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, program in PROGRAMS.items():
        if item.get_closest_marker(marker) and not _is_installed(program):
            if os.environ.get("REQUIRE_ALL") == "1":
                pytest.fail(f"{program} is not installed and REQUIRE_ALL=1", pytrace=False)
            pytest.skip(f"{program} is not installed")


@cache
def _is_installed(program: str) -> bool:
    from postgresql import PATH  # brings nbgrader with it, which the fast tests do without

    return shutil.which(program, path=PATH) is not None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Read no slow file where none is asked for: that would take longer than many of the fast tests."""
    return True if collection_path.stem in SLOW and _leaves_out_slow_files(config) else None


def _leaves_out_slow_files(config: pytest.Config) -> bool:
    return re.search(r"\bnot\b.*\bslow\b", config.option.markexpr) is not None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Fast files first, then those of many minutes, then the others; a file stays together, as it is run."""
    for item in items:
        if item.path.stem in SLOW:
            item.add_marker(pytest.mark.slow)
    slow = {item.path.stem for item in items if {"slow", *PROGRAMS} & {marker.name for marker in item.iter_markers()}}
    last = len(LONGEST)
    turn = {stem: 1 + (LONGEST.index(stem) if stem in LONGEST else last) for stem in slow}
    items.sort(key=lambda item: turn.get(item.path.stem, 0))


class FilesAndWays(LoadFileScheduling):
    """A file runs in one process, because its tests share what they have set up.

    Each way in which the attacks are graded is a batch of its own, and goes to whichever process is free.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        way = re.search(rf"[\[-]({_ways()})[-\]]", test) if "attacks" in file else None
        return f"{file}-{way[1]}" if way else file


@cache
def _ways() -> str:
    from attacks.run import WAYS  # brings the grader with it

    return "|".join(map(str, WAYS))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return two more than there are cores: half of the time a slow test waits for a sandbox, a server or a browser."""
    return len(os.sched_getaffinity(0)) + (0 if _leaves_out_slow_files(config) else 2)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FilesAndWays:
    return FilesAndWays(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what each phase of a test has cost: this process and those below it that have ended by then."""
    report = yield
    used = _processor_time()
    report.processor = used - item.config.stash[USED]  # type: ignore[attr-defined]
    item.config.stash[USED] = used
    return report


def pytest_collection_finish(session: pytest.Session) -> None:
    session.config.stash[USED] = _processor_time()


def _processor_time() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the files that took longest, so that what makes a run long is seen in its output."""
    took, used = Counter[str](), Counter[str]()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                file = report.nodeid.partition("::")[0]
                took[file] += report.duration
                used[file] += getattr(report, "processor", 0.0)
    if took.total() > LONG:
        terminalreporter.section("files that took longest")
        for file, seconds in took.most_common(20):
            terminalreporter.write_line(f"{seconds:7.0f} s, {used[file]:5.0f} s of the processor  {file}")
