"""The ``autograder`` command, a module for each trade."""

from autograder.cli import authoring, classroom, reporting  # noqa: F401 (each adds its commands)
from autograder.cli.common import app

__all__ = ["app"]
