"""On a hub: the course is installed once and read-only, each Linux user has copies of their own."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from small_class import believing

from autograder.classroom.grading import grade_class
from autograder.support.repository import REPOSITORY
from course import workspace

UNITS = ("00-start-here", "04-gradient-descent")
NAME = "gradient-descent.ipynb"


@pytest.fixture
def srv() -> Iterator[Path]:
    """A folder that every user may look into, with a release that nobody may write."""
    place = Path(tempfile.mkdtemp(prefix="hub-", dir="/tmp"))
    place.chmod(0o755)
    for lang in ("en", "ru"):
        for unit in UNITS:
            shutil.copytree(REPOSITORY / "release" / lang / unit, place / "course" / "release" / lang / unit)
    for path in (place / "course").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (place / "course").chmod(0o555)
    yield place
    for folder in (place / "course", *(path for path in (place / "course").rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    shutil.rmtree(place)


def users() -> list[pwd.struct_passwd]:
    """Return two users whom we may be, or ourselves."""
    if os.geteuid():
        return [pwd.getpwuid(os.geteuid())]
    return [each for each in pwd.getpwall() if 0 < each.pw_uid < 1000 or each.pw_name == "nobody"][:2]


def as_user(user: pwd.struct_passwd) -> list[str]:
    """Return the words before a command that another user gives, who may write only what is theirs.

    They may read everything, because the Python of these tests may lie where only its owner looks.
    """
    if os.geteuid():
        return []
    read = "+dac_read_search"
    who = ("--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--clear-groups")
    return ["setpriv", *who, "--inh-caps", read, "--ambient-caps", read]


def course(user: pwd.struct_passwd, home: Path, *words: str, **more: str) -> str:
    """Run the command as a user with a home; return what it said."""
    environment = {**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", **more}
    command = [*as_user(user), sys.executable, "-m", "course.cli", *words]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def home_of(srv: Path, user: pwd.struct_passwd) -> Path:
    home = srv / "home" / user.pw_name
    home.mkdir(parents=True)
    home.chmod(0o700)
    if not os.geteuid():
        os.chown(home, user.pw_uid, user.pw_gid)
    return home


CLASS = """
from pathlib import Path
from autograder.nbgrader.configure import configure
configure(get_config(), root=Path(__file__).parent)
get_config().Exchange.root = {exchange!r}
get_config().ReleaseInLanguages.languages = ["en", "ru"]
"""
LEARNER = """
c = get_config()
c.Exchange.root = {exchange!r}
c.CourseDirectory.course_id = "gradient-descent"
"""


def nbgrader(user: pwd.struct_passwd, home: Path, *words: str) -> None:
    """Run a command of nbgrader as a user in their home, which is where their configuration lies."""
    environment = {name: value for name, value in os.environ.items() if name != "COURSE_LANG"}
    environment |= {"HOME": str(home), "USER": user.pw_name, "LOGNAME": user.pw_name, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*as_user(user), sys.executable, "-m", "nbgrader", *words]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_both_languages_go_through_the_exchange_to_another_user_and_the_feedback_comes_back(srv: Path) -> None:
    unit, teacher, learner = UNITS[0], users()[0], users()[-1]
    classroom, home, exchange = srv / "class", home_of(srv, learner), srv / "exchange"
    for folder, user in ((classroom, teacher), (exchange, teacher)):
        folder.mkdir(mode=0o755)
        if not os.geteuid():
            os.chown(folder, user.pw_uid, user.pw_gid)
    exchange.chmod(0o777)
    (classroom / "nbgrader_config.py").write_text(CLASS.format(exchange=str(exchange)))
    (home / "nbgrader_config.py").write_text(LEARNER.format(exchange=str(exchange)))
    nbgrader(teacher, classroom, "release_assignment", unit)
    nbgrader(learner, home, "fetch_assignment", unit)
    fetched = {path.name for path in (home / unit).iterdir()}
    assert fetched == {"start-here.ipynb", "start-here-ru.ipynb"}
    mine = home / unit / "start-here-ru.ipynb"
    notebook = nbformat.read(mine, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("mine = 1"))
    nbformat.write(notebook, mine)
    nbgrader(learner, home, "submit", unit)
    nbgrader(teacher, classroom, "collect", unit)
    with believing():
        (record,) = grade_class(classroom, unit)
    assert (record.student, record.file, record.remarks) == (learner.pw_name, "start-here-ru.ipynb", ())
    nbgrader(teacher, classroom, "release_feedback", unit)
    nbgrader(learner, home, "fetch_feedback", unit)
    (page,) = (home / unit / "feedback").rglob("start-here-ru.html")
    assert 'lang="ru"' in page.read_text("utf-8")


def hashes(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def test_users_of_a_shared_release_have_copies_of_their_own_and_change_nothing_in_it(srv: Path) -> None:
    before = hashes(srv / "course")
    homes = {}
    for user in users():
        home = homes[user.pw_name] = home_of(srv, user)
        said = course(user, home, "start", "4", "--lang", "ru", "--release", str(srv / "course"))
        mine = home / "gradient-descent" / "work" / "ru" / UNITS[1] / NAME
        assert str(mine) in said and mine.read_bytes() == before[srv / "course/release/ru" / UNITS[1] / NAME][1]
        assert mine.stat().st_uid == user.pw_uid
        assert mine.stat().st_mode & stat.S_IWUSR
        notebook = nbformat.read(mine, as_version=4)
        notebook.cells[1].source += f" written by {user.pw_name}"
        nbformat.write(notebook, mine)
    for user in users():  # from now on the folder knows where the release lies
        home = homes[user.pw_name]
        mine = home / "gradient-descent" / "work" / "ru" / UNITS[1] / NAME
        course(user, home, "start", "--lang", "ru")
        assert f"written by {user.pw_name}" in mine.read_text("utf-8")
        listed, _, _ = course(user, home, "units", "--lang", "en").partition("\n\n")
        assert len(listed.splitlines()) == len(UNITS)
        course(user, home, "reset", "4", "--lang", "ru")
        assert "written by" not in mine.read_text("utf-8")
        assert any("written by" in each.read_text("utf-8") for each in mine.parent.glob("*.mine-*"))
    assert hashes(srv / "course") == before


def test_the_hub_may_say_where_the_course_lies(srv: Path) -> None:
    (user, *_) = users()
    home = home_of(srv, user)
    course(user, home, "start", "--lang", "en", COURSE_RELEASE=str(srv / "course" / "release"))
    copies = home / "gradient-descent" / "work" / "en"
    assert sorted(path.name for path in copies.iterdir()) == list(UNITS)


def test_a_folder_of_ones_own_keeps_its_copies_beside_its_release(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "release" / "en" / UNITS[0], tmp_path / "release" / "en" / UNITS[0])
    done = subprocess.run(
        [sys.executable, "-m", "course.cli", "start", "--lang", "en"], cwd=tmp_path, capture_output=True, text=True,
        check=True, env={**os.environ, "HOME": str(tmp_path / "elsewhere")},
    )  # fmt: skip
    assert str(tmp_path / "work" / "en") in done.stdout
    assert (tmp_path / "work" / "en" / UNITS[0] / "start-here.ipynb").is_file()
    assert not (tmp_path / "elsewhere").exists()


def test_a_release_that_has_gone_is_looked_for_at_home_again(tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    workspace.begin(tmp_path, tmp_path / "gone")
    assert workspace.release_of(tmp_path) == tmp_path / "release"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_language_unit_and_version_travel_in_the_notebook(lang: str) -> None:
    notebook = json.loads((REPOSITORY / "release" / lang / UNITS[1] / NAME).read_text("utf-8"))
    own = notebook["metadata"]["course"]
    assert (own["lang"], own["unit"]) == (lang, UNITS[1]) and own["version"]
