"""What a learner's notebook uses: ``check`` an answer, use one's ``own`` from another unit, show a figure, read a text.

This package knows no solutions and no hidden tests, and never imports ``autograder``.
"""

from course.check import check
from course.language import language, text
from course.reuse import own

__all__ = ["check", "language", "own", "text"]
