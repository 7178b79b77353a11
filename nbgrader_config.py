"""nbgrader's configuration for this course: every nbgrader command in this folder uses it.

A class kept elsewhere has its own ``nbgrader_config.py`` with the same three lines.
"""

from pathlib import Path

from autograder.nbgrader.configure import configure

configure(get_config(), root=Path(__file__).parent)  # noqa: F821 (nbgrader defines get_config)
