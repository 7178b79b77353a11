"""``nbgrader zip_collect``: what lies in ``downloaded/<unit>/archive/`` is collected as ``autograder collect`` does."""

from __future__ import annotations

import sys
from pathlib import Path

from nbgrader.apps import NbGrader
from nbgrader.apps.zipcollectapp import ZipCollectApp
from traitlets.config import Config

from autograder.classroom.collect import collect
from autograder.intake.dates import class_zone


def zip_collect(app: ZipCollectApp) -> None:
    """Run the command in nbgrader's place; exit code 1 if anybody was left out or is doubtful."""
    NbGrader.start(app)
    unit = app.coursedir.assignment_id
    archive = Path(app._format_collect_path(app.archive_directory))
    if not archive.is_dir():
        app.fail("Directory not found: %s", archive)
    pattern, zone = class_pattern(app.config), class_zone(app.config)
    found, done, _ = collect(Path(app.coursedir.root), unit, [archive], pattern=pattern, zone=zone)
    for each in done:
        app.log.info("%s: %s", each.student, each.done)
    for doubt in found.doubts:
        app.log.error("%s: %s: %s", "Doubtful" if doubt.student else "Left out", doubt.what, doubt.why)
    if not done and not found.doubts:
        app.log.warning("Nothing lies in %s", archive)
    if found.doubts:
        sys.exit(1)


def class_pattern(config: Config) -> str:
    """Return the pattern that a class has for names of another kind, or nothing."""
    return str(config.FileNameCollectorPlugin.get("named_regexp") or "")
