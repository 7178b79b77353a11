"""Everything that ``nbgrader_config.py`` sets, in one place."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

from nbgrader.apps import api, autogradeapp, generatefeedbackapp, zipcollectapp
from nbgrader.server_extensions.formgrader import formgrader
from traitlets.config import Config

from autograder.nbgrader.atomic_converter import AtomicFeedback
from autograder.nbgrader.autograde import TrustedAutograde, class_language
from autograder.nbgrader.collect import zip_collect
from autograder.nbgrader.pages import OfflinePages
from autograder.nbgrader.patches import mend
from autograder.nbgrader.release import configure_release
from autograder.support.repository import REPOSITORY

# nbgrader's own defaults, said here because settings of the class go before those of its user.
OF_THE_CLASS = {
    "directory_structure": "{nbgrader_step}/{student_id}/{assignment_id}",
    "submitted_directory": "submitted",
    "autograded_directory": "autograded",
    "feedback_directory": "feedback",
}


def configure(config: Config, root: str | Path) -> None:
    """Point nbgrader at the course and put the judge behind ``autograde``.

    ``root`` is the folder of the class: ``submitted/``, ``autograded/``, ``feedback/`` and the gradebook lie there. The
    class may say otherwise in its ``nbgrader_config.py``, before or after the call; what its user has set for another
    course does not count. The notebooks come from the repository, in the language of ``COURSE_LANG`` (``en`` if unset);
    submissions may be in any language of the course.
    """
    warnings.filterwarnings("ignore", module="nbgrader", message="Object of type <Submitted")  # its own, and harmless
    lang = class_language()
    # nbgrader calls the program alembic when it makes an old gradebook a new one; it lies beside this Python.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    root = Path(root).resolve()
    mend(config, root, REPOSITORY)
    config.CourseDirectory.root = str(root)
    for name, value in OF_THE_CLASS.items():
        config.CourseDirectory.setdefault(name, value)
    config.CourseDirectory.setdefault("db_url", f"sqlite:///{root / 'gradebook.db'}")
    config.CourseDirectory.course_id = "gradient-descent"
    config.CourseDirectory.source_directory = str(REPOSITORY / "source" / lang)
    config.CourseDirectory.release_directory = str(REPOSITORY / "release" / lang)
    configure_release(config)
    config.ExportApp.plugin_class = "autograder.nbgrader.export.QuotedCsv"
    config.ExchangeFactory.release_assignment = "autograder.nbgrader.languages.ReleaseInLanguages"
    config.ExchangeFactory.release_feedback = "autograder.nbgrader.atomic_converter.ReleaseFeedback"
    config.GenerateFeedback.exporter_class = "autograder.nbgrader.pages.FeedbackPages"
    zipcollectapp.ZipCollectApp.start = zip_collect
    # nbgrader has no settings for its converters and the formgrader's exporter, so those who use these names get ours:
    # the commands, and the API behind the formgrader's buttons.
    autogradeapp.Autograde = api.Autograde = TrustedAutograde
    generatefeedbackapp.GenerateFeedback = api.GenerateFeedback = AtomicFeedback
    formgrader.HTMLExporter = OfflinePages
