"""Grade all attacks and write the table of results in docs/trust.md anew: ``python -m tests.attacks.table``."""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from pathlib import Path

from .run import WAYS, Batch, grade
from .suite import attacks

DOCUMENT = Path(__file__).parents[2] / "docs" / "trust.md"
BEGIN, END = "<!-- attacks: made by python -m tests.attacks.table -->", "<!-- end of attacks -->"
WORDS = {
    "answers": "answers that are not the asked function: hard-coded, constant, remembered, forgetful of an argument",
    "cells": "deleted, duplicated, reordered, retagged, retyped cells; edited points; other schemas and kernels",
    "clocks": "stepping back, stopping, hiding and handing on processor time, so that computing looks like waiting",
    "daemons": "processes, threads, timers and exit handlers that are meant to outlive the submission",
    "ending": "exit, kill (itself, its parent, its group, everything), stop, crash, dying at a chosen moment",
    "files": "broken JSON, encodings, nesting, sizes, formats, links, pipes, devices, impossible dates",
    "gradebook": "writing to and locking the gradebook, the key, the reports, the grader's own files",
    "honest": "honest work with accidents: it must get its full mark",
    "leaks": "hidden inputs on a page: printed, raised, returned, plotted, kept for later, left for the next student",
    "loops": "loops in Python and in C that no interrupt ends, many slow cells, answers byte by byte",
    "mailboxes": "letters from code that was asked to code that runs later: files, dates, deaths, words on a page",
    "names": "folders and files whose names are scripts, patterns, no text, too long, or broken over lines",
    "network": "connections and listeners: TCP, UDP, local sockets, raw packets, other programs",
    "notebook": "display hooks, input transformers, patched run_cell, exception handlers, events, magics",
    "objects": "objects that are always equal, lie about their shape, raise, overflow, or never end",
    "others": "stealing or sabotaging the work of others, traps for the next submission, the warm process",
    "pages": "stored scripts, links, formulas, outputs, attachments, pictures; text that is slow to lay out or colour",
    "patching": "patched numpy, builtins, imports, tracing, codec, random generators, checks",
    "protocol": "forged, early, endless, broken and oversized frames; junk on every file descriptor",
    "reference": "importing or reading the reference; modules, frames, garbage collector, callbacks, other processes",
    "resources": "memory, hidden memory, forks, threads, file descriptors, locks, disk, output, pictures",
    "startup": "start-up files and modules beside the notebook or in the home folder",
    "traces": "leases, locks, watches, dates, attributes, caches: what is left on or found in files that all see",
}


def updated(batch: Batch) -> str:
    """Return the document with the table as this batch gives it."""
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    return before + BEGIN + "\n\n" + rows(batch) + "\n" + END + rest.partition(END)[2]


def rows(batch: Batch) -> str:
    """Return the table: one row for each class of attacks, and their sums.

    Of an attack that is not in the batch it says what is due: nothing gained, lost or left.
    """
    lines = ["| class | what is tried | submissions | points not earned | points lost | processes left |"]
    lines.append("|---|---|--:|--:|--:|--:|")
    sums = {"hostile or broken": [0.0] * 4, "honest": [0.0] * 4}
    for group in sorted(WORDS, key=lambda group: (group == "honest", group)):
        found = [attack for attack in attacks() if attack.group == group]
        graded = [attack for attack in found if attack.graded and attack in batch.attacks]
        gaps = [batch.unearned(attack) for attack in graded]
        unearned, lost = (sum(max(sign * gap, 0) for gap in gaps) for sign in (1, -1))
        numbers = [len(found), unearned, lost, sum(map(batch.left, graded))]
        lines.append(_row(f"`{group}`", WORDS[group], numbers))
        kind = "honest" if group == "honest" else "hostile or broken"
        sums[kind] = [old + new for old, new in zip(sums[kind], numbers, strict=True)]
    lines += [_row("all", kind, numbers) for kind, numbers in sums.items()]
    return "\n".join(lines) + "\n"


def _row(name: str, words: str, numbers: list[float]) -> str:
    return f"| {name} | {words} | {' | '.join(f'{number:g}' for number in numbers)} |"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = grade(Path(folder), dataclasses.replace(WAYS[0], of=1))
    DOCUMENT.write_text(updated(result), "utf-8")
    sys.stdout.write(rows(result))
