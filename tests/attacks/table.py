"""Write the table of attacks in docs/trust.md anew: ``python -m tests.attacks.table``."""

from __future__ import annotations

import sys
from pathlib import Path

from .suite import Attack, attacks

DOCUMENT = Path(__file__).parents[2] / "docs" / "trust.md"
BEGIN, END = "<!-- attacks: made by python -m tests.attacks.table -->", "<!-- end of attacks -->"
WORDS = {
    "answers": "answers that are not the asked function: hard-coded, constant, remembered, forgetful of an argument",
    "cells": "deleted, duplicated, reordered, retagged, retyped cells; edited points; other schemas and kernels",
    "daemons": "processes, threads, timers and exit handlers that are meant to outlive the submission",
    "ending": "exit, kill (itself, its parent, its group, everything), stop, crash, dying at a chosen moment",
    "files": "broken JSON, encodings, nesting, sizes, formats, links, pipes, devices, impossible dates",
    "gradebook": "writing to and locking the gradebook, the key, the reports, the grader's own files",
    "honest": "honest work with accidents: it must get its full mark",
    "leaks": "hidden inputs on a page: printed, raised, returned, plotted, kept for later, left for the next student",
    "loops": "loops in Python and in C that no interrupt ends, many slow cells, answers byte by byte",
    "names": "folders and files whose names are scripts, patterns, no text, too long, or broken over lines",
    "network": "connections and listeners: TCP, UDP, local sockets, raw packets, other programs",
    "notebook": "display hooks, input transformers, patched run_cell, exception handlers, events, magics",
    "objects": "objects that are always equal, lie about their shape, raise, overflow, or never end",
    "others": "stealing or sabotaging the work of others, traps for the next submission, the warm process",
    "pages": "stored scripts, links, formulas, diagrams, outputs, attachments, pictures; prose that is slow to lay out",
    "patching": "patched numpy, builtins, imports, tracing, codec, random generators, checks",
    "protocol": "forged, early, endless, broken and oversized frames; junk on every file descriptor",
    "reference": "importing or reading the reference; modules, frames, garbage collector, callbacks, other processes",
    "resources": "memory, hidden memory, forks, threads, file descriptors, disk, output, pictures",
    "startup": "start-up files and modules beside the notebook or in the home folder",
}


def updated() -> str:
    """Return the document with the table as it has to be now."""
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    return before + BEGIN + "\n\n" + rows(attacks()) + "\n" + END + rest.partition(END)[2]


def rows(found: list[Attack]) -> str:
    """Return the table: one row for each class, and their sum."""
    groups = sorted({attack.group for attack in found} | set(WORDS), key=lambda group: (group == "honest", group))
    lines = ["| class | what is tried | submissions |", "|---|---|--:|"]
    for group in groups:
        lines.append(f"| `{group}` | {WORDS[group]} | {sum(attack.group == group for attack in found)} |")
    hostile = sum(not attack.honest for attack in found)
    lines.append(f"| | hostile or broken | {hostile} |")
    lines.append(f"| | honest, with the two that frame the batch | {len(found) - hostile + 2} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(updated(), "utf-8")
    sys.stdout.write(rows(attacks()))
