"""Honest notebooks with full-mark answers, each with one accident that must cost nothing.

``accidents/<class>.py`` holds the accidents of one class. An accident is a function that does to a learner's work what
happened to it, with a sentence that says so and what the grader must say about it:

    @accident("below its check the name is used again for a loop variable")
    def name_used_in_a_loop(work):
        name = work.some()
        work.below_check(name, f"for {name} in (1, 2, 3):\\n    print({name})")

    says=("other_name",)          remarks that must stand in the record, by name; no others may
    several=True                  more than one notebook was written in: a person must look
    handed_in="2026-11-03T07:00"  when it was handed in, in UTC, as the gradebook has it
    units="04 10"                 where it can happen; everywhere if left out
    lang="ru"                     the language in which it happens
    notebooks=3                   how many it happens to
    loaded=False                  nothing in it depends on time: it is graded on a quiet computer only

``work`` is a full-mark notebook of a unit as JupyterLab leaves it (``learner.py``): every other has the lesson's own
answers, the rest the alternatives of the exercises. A remark that is due on a verdict is said there:
``work.due[name] = "judged_at_end"``; no verdict may have another.

``suite.py`` chooses the notebooks so that all units and both languages get the same share; ``run.py`` grades one class
for each unit in real batches of nbgrader; ``python -m tests.honest.table`` writes the table of ``docs/trust.md`` anew.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does: what lies beside it is found by the table too
