"""Submissions that try to gain points, to stop the batch, to stay alive or to learn what is hidden.

``tests/attacks/<class>/<name>.py`` is one submission. It begins with comment lines of TOML that say what it attempts
and what must happen:

    # attempts = "…"                    one sentence
    # earns = { loss = 1 }              its points, no more and no less; "all"; nothing if left out
    # states = { loss = "correct" }     where the state of a verdict matters
    # diagnoses = { loss = "ended:.*" } where the diagnosis matters: regular expressions
    # never = 'written'                 no output of its cells may match this: it would have worked
    # refused = "unreadable"            the file cannot be read, for this reason
    # graded = false                    it is not graded at all: nobody can be called that
    # student = "…"                     the name of its folder, where that is the attack
    # base = "alice"                    its answers are typed over those of demo/alice.py
    # lang = "ru"                       which of the released notebooks
    # with = "forge"                    a file of with/ that goes before its first cell

After that come cells in the format of ``demo/``, which are typed into the released notebook; or a function
``make(folder, released)`` that writes whatever it likes into the folder of the submission (``typed`` is at hand).

The words @ROOT@ (the class), @REPO@ (this repository), @PORT@ (a port of this computer where a listener counts
connections) and @SOCKET@ (the path of a local socket that counts too) are filled in. What uses up memory, disk or
processes stops by itself, well before it could harm a computer without a sandbox.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does: what lies beside it is found by the table too
