"""Everything that ``nbgrader_config.py`` sets, in one place."""

from __future__ import annotations

import os
from pathlib import Path

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
import nbgrader.server_extensions.formgrader.formgrader
from traitlets.config import Config

from autograder.nbgrader.autograde import REPOSITORY, TrustedAutograde
from autograder.nbgrader.pages import OfflinePages
from autograder.nbgrader.release import configure_release
from course.language import LANGUAGES


def configure(config: Config, root: str | Path) -> None:
    """Point nbgrader at the course and put the judge behind ``autograde``.

    ``root`` is the folder of the class: ``submitted/``, ``autograded/``, ``feedback/`` and the gradebook lie there. The notebooks come
    from the repository, in the language of ``COURSE_LANG`` (``en`` if unset); submissions may be in any.
    """
    lang = os.environ.get("COURSE_LANG", LANGUAGES[0])
    config.CourseDirectory.root = str(Path(root).resolve())
    config.CourseDirectory.course_id = "gradient-descent"
    config.CourseDirectory.source_directory = str(REPOSITORY / "source" / lang)
    config.CourseDirectory.release_directory = str(REPOSITORY / "release" / lang)
    configure_release(config)
    # nbgrader has no setting for its converter, so its two users of the name get ours: the command and the API
    # behind the formgrader's button.
    nbgrader.apps.autogradeapp.Autograde = TrustedAutograde
    nbgrader.apps.api.Autograde = TrustedAutograde
    config.GenerateFeedback.exporter_class = OfflinePages
    nbgrader.server_extensions.formgrader.formgrader.HTMLExporter = OfflinePages
