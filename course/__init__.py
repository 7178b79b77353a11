"""What a learner's notebook uses: ``check`` an answer, show a figure, read a text in one's language.

This package knows no solutions and no hidden tests, and never imports ``autograder``.
"""

from course.check import check
from course.language import language, text

__all__ = ["check", "language", "text"]
