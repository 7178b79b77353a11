"""The files that describe the project agree with each other and with the code."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from nbgrader.apps import NbGraderApp
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
OURS = {"gradient-descent-course", "gradient-descent-autograder"}
FILES = ("pyproject.toml", "autograder/pyproject.toml")
PROJECTS = {name: tomllib.loads((ROOT / name).read_text("utf-8")) for name in FILES}
LOCK = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
(EPOCH,) = re.findall(r"SOURCE_DATE_EPOCH=(\d+)", (ROOT / "Makefile").read_text("utf-8"))
DOCUMENTS = ("README.md", "README.ru.md", "docs/instructors.md")  # test_authoring_guide.py runs those of authors


def tracked(*patterns: str) -> list[Path]:
    """Return the files of the repository, also new ones that are not committed yet."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run([*git, *patterns], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in sorted(set(names.split("\0"))) if name and (ROOT / name).is_file()]


def direct_dependencies() -> list[Requirement]:
    """Return what the two packages, their builds and the tests ask for, without the packages themselves."""
    wanted = [line for line in (ROOT / "requirements.in").read_text().splitlines() if line and not line.startswith("#")]
    for project in PROJECTS.values():
        wanted += project["build-system"]["requires"] + project["project"]["dependencies"]
        wanted += [
            line for group in project.get("dependency-groups", {}).values() for line in group if isinstance(line, str)
        ]
    return [each for each in map(Requirement, wanted) if canonicalize_name(each.name) not in OURS]


def locked() -> dict[str, list[str]]:
    """Return the versions of each package in the lock; some have one for older and one for newer Pythons."""
    versions: dict[str, list[str]] = {}
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        requirement = Requirement(line)
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", line
        versions.setdefault(canonicalize_name(requirement.name), []).append(specifier.version)
    return versions


def conda() -> tuple[dict[str, str], list[str]]:
    """Return the versions that conda pins, and the lines for pip."""
    lines = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    pins = dict(line.split("=") for line in lines if isinstance(line, str) and "=" in line)
    return pins, next(line["pip"] for line in lines if isinstance(line, dict))


def imported(*patterns: str) -> dict[str, str]:
    """Return what the code imports from elsewhere: name -> a file that does."""
    found: dict[str, str] = {}
    for path in tracked(*patterns):
        aside = ("demo", "tests/attacks", "tests/bank", "tests/recorded")
        if any(path.is_relative_to(ROOT / folder) for folder in aside):
            continue  # submissions, and what makes the records by hand, in an environment of its own
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            found |= {name.partition(".")[0]: str(path.relative_to(ROOT)) for name in names}
    # "worker" is autograder.worker under the name that it has inside the sandbox.
    modules = {path.stem for path in tracked("tests/*.py")}
    ours = {"course", "autograder", "worker", "bench", "attacks", "bank", "honest"} | modules
    return {name: where for name, where in found.items() if name not in sys.stdlib_module_names | ours}


def test_every_direct_dependency_is_in_the_lock_within_its_range():
    versions = locked()
    outside = [
        f"{each}: {versions.get(canonicalize_name(each.name))}"
        for each in direct_dependencies()
        if not versions.get(canonicalize_name(each.name))
        or not all(each.specifier.contains(version) for version in versions[canonicalize_name(each.name)])
    ]
    assert outside == []


def test_the_list_of_licences_is_that_of_the_lock():
    text = (ROOT / "docs" / "licences.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| ([\w.-]+) \| (\d\S*) \| [^|]+ \| \w+ \|$", text, re.MULTILINE))
    versions = locked()
    assert {name for name, version in listed.items() if version not in versions.get(name, [])} == set(), "make licences"
    always = {canonicalize_name(Requirement(line).name) for line in LOCK if not Requirement(line).marker}
    assert always - listed.keys() == set(), "make licences"


def test_wheels_are_the_same_bytes_wherever_and_whenever_they_are_built(tmp_path: Path):
    """As ``make wheels`` builds them, from copies of the tracked files with permissions as git has them."""
    built = []
    for place in (tmp_path / "one", tmp_path / "another place"):
        for path in tracked("course", "autograder", "pyproject.toml", "README.md", "LICENSE"):
            copy = place / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            copy.chmod(0o644)
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
        packages = [str(place), str(place / "autograder")]
        same = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
        subprocess.run([*pip, "--wheel-dir", str(place / "wheels"), *packages], check=True, umask=0o022, env=same)
        built.append({path.name: path.read_bytes() for path in sorted((place / "wheels").iterdir())})
    assert len(built[0]) == 2 and built[0] == built[1]


def test_the_lock_covers_every_import():
    distributions, versions = packages_distributions(), locked()
    uncovered = {
        name: where
        for name, where in imported("*.py").items()
        if not any(canonicalize_name(each) in versions for each in distributions.get(name, []))
    }
    assert uncovered == {}


def test_what_learners_get_imports_only_what_its_dependencies_bring():
    """A learner has no lock: pip walks from the dependencies of ``course`` to theirs, as the list of licences does."""
    needed = runpy.run_path(str(ROOT / "docs" / "licences.py"))["needed"]
    reached = needed(PROJECTS["pyproject.toml"]["project"]["dependencies"])
    distributions = packages_distributions()
    strangers = {
        name: where
        for name, where in imported("course/*.py").items()
        if not reached & {canonicalize_name(each) for each in distributions.get(name, [])}
    }
    assert strangers == {}


def test_conda_pins_what_the_lock_pins():
    pins, _ = conda()
    python = pins.pop("python")
    assert set(pins) == {"anywidget", "ipywidgets", "jupyterlab", "matplotlib", "nbgrader", "numpy", "scikit-learn"}
    assert {name: [version] for name, version in pins.items()} == {name: locked()[name] for name in pins}
    for project in PROJECTS.values():
        assert Requirement(f"python{project['project']['requires-python']}").specifier.contains(python)


def test_the_conda_environment_works_for_a_learner_who_has_no_autograder_folder():
    _, lines = conda()
    assert lines == ["-e ."]


def test_both_packages_have_the_same_version_licence_and_oldest_python():
    public, private = (project["project"] for project in PROJECTS.values())
    for key in ("version", "license", "requires-python"):
        assert public[key] == private[key]


def test_the_lock_holds_versions_and_nothing_else():
    """No address, no index, no path, no option of pip."""
    line = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [^/@:#]+)?")
    assert [each for each in (ROOT / "requirements.lock").read_text().splitlines() if not line.fullmatch(each)] == []


# In pieces, so that this file does not find itself.
REGISTRIES = ("pypi." + "org", "python" + "hosted.", "anaconda." + "org", "npmjs." + "org", "yarnpkg." + "com")
HOSTS = re.compile("|".join(map(re.escape, REGISTRIES)), re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.}\])>*-])/(?:work|root|home|Users)/")


def names_of_machines(text: str) -> list[str]:
    return [found.group() for pattern in (HOSTS, MACHINE) for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("see https://pypi." + "org/simple", 1),
        ("cd /" + "work/main", 1),
        ('open("/' + 'home/ann/notes.txt")', 1),
        ("--extra=/" + "root/x", 1),
        ("your copy is work/en/04-gradient-descent/", 0),
        ("{home}/work/en and docs/work/notes", 0),
    ],
)
def test_the_search_for_machines_finds_a_planted_name_and_leaves_relative_paths_alone(text: str, count: int):
    assert len(names_of_machines(text)) == count


def test_no_file_names_a_package_registry_or_a_path_of_one_machine():
    found = {}
    for path in tracked():
        data = path.read_bytes()
        if b"\0" in data or path.name == ".gitignore":  # a slash there means the repository
            continue
        if names := names_of_machines(data.decode("utf-8")):
            found[str(path.relative_to(ROOT))] = names
    assert found == {}


def test_the_citation_is_complete_and_has_the_version_of_the_package():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    version = PROJECTS["pyproject.toml"]["project"]["version"]
    assert {"cff-version", "message", "title", "authors", "version"} <= set(citation)
    known = {"cff-version", "message", "type", "title", "abstract", "authors", "version", "license", "keywords",
             "date-released", "url", "repository-code", "license-url", "doi"}  # fmt: skip
    assert set(citation) <= known
    assert (citation["cff-version"], citation["version"]) == ("1.2.0", version)
    assert citation["license"] == PROJECTS["pyproject.toml"]["project"]["license"]
    assert [set(author) for author in citation["authors"]] == [{"name"}], "an entity, not a person"
    assert f"version {version}." in (ROOT / "README.md").read_text("utf-8")


def commands(document: str) -> list[list[str]]:
    """Return the command lines in the shell blocks of a document, as words."""
    text = (ROOT / document).read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def subcommands(program: str) -> set[str]:
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", {"course": "course.cli", "autograder": "autograder.cli"}[program], "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT).stdout
    return set(re.findall(r"^[│ ]+([a-z-]+)  +\S", text.partition("Commands")[2], re.MULTILINE))


@pytest.fixture(scope="module")
def known_commands() -> dict[str, set[str]]:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    nbgrader = {name.replace("-", "_") for name in NbGraderApp().subcommands}
    own = {program: subcommands(program) for program in ("course", "autograder")}
    return {"make": targets, "nbgrader": nbgrader, **own}


def test_the_lists_of_commands_are_read_right(known_commands: dict[str, set[str]]):
    assert {"demo", "test", "lab"} <= known_commands["make"]
    assert {"lab", "units", "reset", "grade"} <= known_commands["course"]
    assert {"build", "grade", "demo", "try"} <= known_commands["autograder"]
    assert {"autograde", "collect", "generate_feedback"} <= known_commands["nbgrader"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_in_the_documents_exists(document: str, known_commands: dict[str, set[str]]):
    lines = [words for words in commands(document) if words[0] in known_commands]
    assert lines, "the document shows no command"
    assert [words for words in lines if words[1] not in known_commands[words[0]]] == []


def test_the_readme_and_the_automatic_run_name_the_same_test_command():
    script = (ROOT / ".ci" / "run").read_text()
    last = [line for line in script.splitlines() if line.strip() and not line.startswith("#")][-1]
    assert last == "make test"
    assert ["make", "test"] in commands("README.md")
    assert "lacks and runs `make test`" in (ROOT / "README.md").read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text()
    assert re.search(r"^TEST := python -m pytest", makefile, re.MULTILINE)
    assert re.search(r"^test:.*\n\t\$\(TEST\)", makefile, re.MULTILINE)


def test_the_automatic_run_stops_at_the_first_error_and_skips_nothing():
    script = (ROOT / ".ci" / "run").read_text()
    assert script.startswith("#!/usr/bin/env bash\n")
    assert re.search(r"^set -euo pipefail$", script, re.MULTILINE)
    assert re.search(r"^export REQUIRE_ALL=1\b", script, re.MULTILINE)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)
