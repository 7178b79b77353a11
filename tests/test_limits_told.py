"""The limits that ``docs/trust.md`` tells are those that hold, row by row."""

from __future__ import annotations

import re

from autograder.exercise import SECONDS
from autograder.exercises import exercises
from autograder.intake import learner_cells, notebook_file, rebuild
from autograder.judging.grade import Times
from autograder.nbgrader.page_budget import MOST
from autograder.sandbox import clock, session, stand_in, watchdog
from autograder.support import sanitise
from autograder.support.repository import REPOSITORY
from autograder.worker import codec
from autograder.worker.jail import Limits

TEXT = (REPOSITORY / "docs/trust.md").read_text("utf-8")
MIB = 2**20


def told() -> dict[str, str]:
    """Return the rows of the table: what is limited, and how."""
    table = TEXT.partition("What one submission may use.")[2].partition("\n\n### ")[0]
    return dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", table, re.MULTILINE))


def mib(size: int) -> str:
    return f"{size // 1024} GiB" if size % 1024 == 0 else f"{size} MiB"


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ") if number < 1_000_000 else f"{number // 1_000_000} million"


def test_every_limit_of_the_table_is_the_one_that_holds():
    limits, times = Limits(), Times()
    longer = {name: each.seconds for name, each in exercises().items() if each.seconds != SECONDS}
    of_each = [f"{SECONDS:g} s"]
    for seconds in sorted(set(longer.values())):
        names = " and ".join(f"`{name}`" for name in sorted(longer) if longer[name] == seconds)
        of_each.append(f"{seconds:g} s for {names}")
    calls = f"{of_each[0]}; {', '.join(of_each[1:])}: 20 times what the slowest right answer needs"
    twice = {2: "twice as long"}[clock.SERVICE]
    assert told() == {
        "memory of all its processes, swap included; shared pages count once": mib(limits.memory),
        "address space of a process": mib(limits.address_space),
        "processes and threads, the copies at the test cells apart": f"{limits.processes}",
        "open files of a process": f"{limits.files}",
        "disk, in memory and gone afterwards": f"{mib(limits.disk)}; {mib(limits.file)} for a file",
        "one cell": f"{times.cell:g} s, and half of what is left for all",
        "all cells, new starts included": f"{times.cells:g} s",
        "all calls for one exercise": calls,
        "the judge's own work for calls of one exercise": f"{twice} as the calls may take",
        "one value or message": f"{mib(codec.MAX_BYTES // MIB)}; {spaced(codec.MAX_NODES)} parts",
        "all that the judge takes in for one exercise": f"{spaced(session.MAX_VALUES)} numbers and characters",
        "the arguments when it calls a function it was given": f"{spaced(stand_in.MAX_ARGUMENTS)} numbers",
        "the whole submission": f"{times.submission:g} s; an exercise that has begun may end",
        "the notebook": (
            f"{mib(notebook_file.MAX_FILE // MIB)}, above {mib(notebook_file.MAX_WHOLE // MIB)} read as a stream; "
            f"{notebook_file.MAX_CELLS} cells, {spaced(learner_cells.MAX_SOURCES)} characters in its cells, "
            f"{spaced(learner_cells.MAX_CELL)} in one"
        ),
        "pictures in its prose, PNG, checked as any other": (
            f"{rebuild.MAX_PICTURES} a cell, {mib(rebuild.MAX_PICTURE // MIB)} each, "
            f"{mib(rebuild.MAX_ALBUM // MIB)} in all"
        ),
        "what its page shows of it, in bytes of the page; the rest is cut, and the page says so": (
            f"{MOST['sources'] // 1000} kB of sources, {MOST['outputs'] // 1000} kB of printed text, "
            f"{MOST['markup'] // 1000} kB of colours and layout, {MOST['pictures'] // 1_000_000} MB and "
            f"{spaced(MOST['pixels'])} points of pictures: 2 MB in all"
        ),
        "marks on a letter; letters of one run in scripts that join them": (
            f"{sanitise.MAX_MARKS}; {sanitise.MAX_RUN}"
        ),
    }  # fmt: skip


def test_the_fences_in_the_text_are_those_that_hold():
    text = " ".join(TEXT.split())
    assert {20: "everything may take twenty times as long"}[clock.PATIENCE] in text
    assert {600: "hang all the same for ten minutes"}[watchdog.AWAY] in text
    assert f"at most {stand_in.MAX_STAND_IN_CALLS} of them" in text
    assert f"at most {spaced(stand_in.MAX_REPEATS)}," in text
