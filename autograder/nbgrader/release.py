"""Release notebooks with nbgrader's own ``generate_assignment``, and what our configuration changes in it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

from autograder.nbgrader.patches import take_literally

STUB = "raise NotImplementedError  # delete this line when you have written your code"
# nbgrader's own steps in nbgrader's own order, but that figures keep their first picture, and that no release holds
# what instructors' notebooks remember of their build. Names, not classes:
# the formgrader hands its configuration to the browser as JSON.
STEPS = tuple(
    name if "." in name else f"nbgrader.preprocessors.{name}"
    for name in (
        "autograder.nbgrader.release.ForgetBuild",
        "LockCells", "ClearSolutions", "autograder.nbgrader.release.KeepPictures", "CheckCellMetadata",
        "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata",
    )
)  # fmt: skip
ANSWER_STUB = "*Your answer here · Ваш ответ*"


class ForgetBuild(NbGraderPreprocessor):
    """Drop what an instructor's notebook remembers of its build: fingerprints of solutions are none of a learner's."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        nb.metadata.get("course", {}).pop("built", None)
        return nb, resources


class KeepPictures(NbGraderPreprocessor):
    """Clear every output except the first pictures of figures, which the build has put there itself."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        if cell.cell_type == "code":
            cell.outputs = [
                output for output in cell.outputs if output.get("metadata", {}).get("course", {}).get("picture")
            ]
            cell.execution_count = None
        return cell, resources


def configure_release(config: Config) -> None:
    """Set what ``nbgrader generate_assignment`` does with our source notebooks."""
    config.GenerateAssignment.preprocessors = list(STEPS)
    config.GenerateAssignment.force = True  # what is in release/ is generated; nobody works there
    config.ClearSolutions.code_stub = {"python": STUB}
    config.ClearSolutions.text_stub = ANSWER_STUB


def release(root: Path, lang: str, unit: str) -> None:
    """Make ``root/release/<lang>/<unit>`` of ``root/source/<lang>/<unit>``; no gradebook is written."""
    _generate(root, lang, unit, root / "release" / lang, database="")


def register(source: Path, lang: str, unit: str, scratch: Path, database: str, course: str) -> None:
    """Tell the gradebook which graded cells ``unit`` has, as ``nbgrader generate_assignment`` does on the way."""
    _generate(source, lang, unit, scratch, database, course)


def _generate(root: Path, lang: str, unit: str, destination: Path, database: str, course: str = "") -> None:
    take_literally(root, destination)
    config = Config()
    configure_release(config)
    if not database:
        config.GenerateAssignment.preprocessors = [
            step for step in config.GenerateAssignment.preprocessors if not step.endswith(".SaveCells")
        ]
        config.GenerateAssignment.no_database = True
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.source_directory = str(root / "source" / lang)
    config.CourseDirectory.release_directory = str(destination)
    config.CourseDirectory.assignment_id = unit
    if database:
        config.CourseDirectory.db_url = database
        config.CourseDirectory.course_id = course  # a server takes no unit of a course that it does not know
    app = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    app.force = True
    app.log = logging.getLogger("autograder.release")
    app.start()
