"""``%grade`` has the saved copy of the notebook graded, ``%grade loss`` shows the verdict on one exercise."""

from __future__ import annotations

from course.rich_output import is_quiet, shell


def watch() -> None:
    """Make the magic known to the IPython that runs, if there is one."""
    running = shell()
    if running is not None:
        running.register_magic_function(_grade, "line", "grade")


def _grade(line: str) -> None:
    """Grade the saved copy of this notebook, or show the verdict on the exercise that is named."""
    if is_quiet():  # a grader runs this notebook already
        return
    from course.panel import grade_here

    grade_here(line.strip())
