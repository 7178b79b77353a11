"""``autograder bundle``: the learner's folder is complete, works alone, and holds no secret."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import requires
from pathlib import Path, PurePosixPath

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from test_autograder_cli import autograder

from autograder.classroom.bundle import BRANCH, Bundle, Leak, bundle
from autograder.classroom.leaks import leaking
from autograder.support.repository import REPOSITORY

UNITS = ["00-start-here", "04-gradient-descent"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return bundle(tmp_path_factory.mktemp("out"), UNITS)


@pytest.fixture(scope="module")
def folder(made: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as a learner unpacks it."""
    place = tmp_path_factory.mktemp("learner")
    with zipfile.ZipFile(made.archive) as archive:
        archive.extractall(place)
    return place / "gradient-descent"


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_bundle_has_the_units_asked_for_in_both_languages_and_nothing_of_the_instructors(folder: Path) -> None:
    found = set(files(folder))
    (wheel,) = (name for name in found if name.endswith(".whl"))
    released = {
        f"{folder}/{lang}/{unit}/{unit[3:]}.ipynb"
        for folder in ("release", "colab") for lang in ("en", "ru") for unit in UNITS
    }  # fmt: skip
    assert released == {name for name in found if name.endswith(".ipynb")}
    assert {name.partition("/")[0] for name in found} == {
        "release", "colab", wheel, "README.md", "README.ru.md", "environment.yml", "requirements.txt", "LICENSE",
        "LICENSE-TEXT.md", "CITATION.cff", "docs", ".binder", ".vscode", ".gitattributes",
    }  # fmt: skip
    assert not [name for name, data in files(folder).items() if b"WHEEL" in data and name != wheel]
    with zipfile.ZipFile(folder / wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert leaking(files(folder) | inside) == {}
    assert not [name for name in inside if name.startswith("autograder")]


def test_every_link_of_the_learners_texts_leads_to_a_file_of_the_folder(folder: Path) -> None:
    texts = [path for path in folder.rglob("*.md") if path.parent != folder or path.name.startswith("README")]
    links = [
        path.parent / link for path in texts for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8"))
    ]
    assert {path.stem for path in texts} >= {"README", "README.ru", "learners", "accessibility", "concept-index"}
    assert len(links) >= 12
    assert [link for link in links if not link.exists()] == []


@pytest.mark.parametrize("readme", ["README.md", "README.ru.md"])
def test_what_the_learners_readme_installs_is_there(folder: Path, readme: str) -> None:
    text = (folder / readme).read_text("utf-8")
    installed = re.findall(r"\./\S+\.whl|(?<=--file )\S+", text)
    assert len(installed) == 4, "on Linux and macOS, on Windows, with conda, and a newer edition"
    assert [name for name in installed if not (folder / name).is_file()] == []


def test_the_environment_files_name_the_wheel_that_lies_beside_them(folder: Path) -> None:
    lines = yaml.safe_load((folder / "environment.yml").read_text())["dependencies"]
    (pip,) = (line["pip"] for line in lines if isinstance(line, dict))
    assert pip == (folder / "requirements.txt").read_text().splitlines()
    assert (folder / pip[0]).is_file()


def test_the_wheel_installs_alone_and_its_command_finds_the_units(folder: Path, tmp_path: Path) -> None:
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", tmp_path / "site"]
    subprocess.run([*pip, wheel], check=True, capture_output=True)
    code = "import course, sys; sys.stderr.write(course.__file__); from course.cli import app; app()"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, "units", "--lang", "en"], cwd=folder, env=environment, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert done.stderr == str(tmp_path / "site" / "course" / "__init__.py")
    assert [line.split()[0] for line in done.stdout.split("\n\n")[0].splitlines()] == UNITS


# Without installing --------------------------------------------------------------------------------------


def test_binder_installs_the_wheel_and_makes_copies_to_write_in(folder: Path, tmp_path: Path) -> None:
    """By the rules of repo2docker: of all files in ``.binder``, none in the root, and pip runs in the root."""
    binder = folder / ".binder"
    names = {path.name for path in binder.iterdir()}
    assert names <= {"requirements.txt", "runtime.txt", "postBuild"}, "all of these can be combined"
    lines = [Requirement(line) if line[0].isalpha() else folder / line for line in
             (binder / "requirements.txt").read_text().splitlines()]  # fmt: skip
    (wheel,) = (line for line in lines if isinstance(line, Path))
    assert wheel.is_file()
    version = re.fullmatch(r"python-(3\.\d+)\n", (binder / "runtime.txt").read_text())
    lowest = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["requires-python"]
    assert version and SpecifierSet(lowest).contains(version[1])

    copied = Path(shutil.copytree(folder, tmp_path / "home"))
    script = copied / ".binder" / "postBuild"
    assert script.read_bytes().startswith(b"#!/bin/sh\n")
    path = tmp_path / "bin" / "course"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m course.cli \"$@\"\n")
    path.chmod(0o755)
    environment = {**os.environ, "PATH": f"{path.parent}:{os.environ['PATH']}", "PYTHONPATH": str(REPOSITORY)}
    subprocess.run(["sh", script], cwd=copied, env=environment, check=True, capture_output=True)
    assert {str(path.relative_to(copied / "work")) for path in copied.glob("work/*/*/*.ipynb")} == {
        f"{lang}/{unit}/{unit[3:]}.ipynb" for lang in ("en", "ru") for unit in UNITS
    }


def test_scripts_may_be_run_in_the_zip_and_in_the_branch(made: Bundle) -> None:
    with zipfile.ZipFile(made.archive) as archive:
        info = archive.getinfo("gradient-descent/.binder/postBuild")
    assert info.external_attr >> 16 == 0o755
    tree = ["git", "-C", str(made.repository), "ls-tree", BRANCH, ".binder/postBuild"]
    assert subprocess.run(tree, check=True, capture_output=True, text=True).stdout.startswith("100755 ")


def test_the_settings_of_vs_code_are_json_and_keep_the_release_as_it_is(folder: Path) -> None:
    settings = json.loads((folder / ".vscode" / "settings.json").read_text())
    assert settings["jupyter.notebookFileRoot"] == "${fileDirname}", "own(…) looks beside the notebook's folder"
    assert settings["files.readonlyInclude"] == {"release/**": True}
    recommended = json.loads((folder / ".vscode" / "extensions.json").read_text())["recommendations"]
    assert "ms-toolsai.jupyter" in recommended


def test_the_first_cell_for_colab_installs_the_wheel_that_lies_in_the_folder(folder: Path) -> None:
    for lang in ("en", "ru"):
        for unit in UNITS:
            name = f"{lang}/{unit}/{unit[3:]}.ipynb"
            first, *others = json.loads((folder / "colab" / name).read_bytes())["cells"]
            assert others == json.loads((folder / "release" / name).read_bytes())["cells"]
            nbformat.validate(nbformat.read(folder / "colab" / name, 4))
            run = [sys.executable, "-c", PRETENDED_COLAB, "".join(first["source"])]
            told = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
            assert told[0] == "nothing was done elsewhere" and told[1] == "drive.mount /content/drive"
            *words, wheel, widget, signals = json.loads(told[2])[2:]
            assert words == ["pip", "install", "--no-deps"] and (widget, signals) == ("anywidget", "psygnal")
            assert (folder / PurePosixPath(wheel).relative_to("/content/drive/MyDrive/gradient-descent")).is_file()
            assert told[3:] == ["enable_custom_widget_manager", lang]


PRETENDED_COLAB = """
import json, os, subprocess, sys, types
exec(sys.argv[1])
print("nothing was done elsewhere")
colab = types.ModuleType("google.colab")
colab.drive = types.SimpleNamespace(mount=lambda place: print("drive.mount", place))
colab.output = types.SimpleNamespace(enable_custom_widget_manager=lambda: print("enable_custom_widget_manager"))
sys.modules |= {"google": types.ModuleType("google"), "google.colab": colab}
subprocess.run = lambda words, check: print(json.dumps(words))
exec(sys.argv[1])
print(os.environ["COURSE_LANG"])
"""


def test_colab_needs_no_more_than_the_two_packages_that_the_cell_installs() -> None:
    """Colab has ipywidgets, NumPy, Matplotlib, scikit-learn and rich; what anywidget needs beside them is psygnal."""
    needs = {Requirement(line).name for line in requires("anywidget") or [] if "extra" not in line}
    assert needs == {"ipywidgets", "psygnal", "typing-extensions"}


def test_the_branch_has_the_same_files_and_goes_on_only_when_something_has_changed(
    made: Bundle, folder: Path, tmp_path: Path
) -> None:
    repository = Path(shutil.copytree(made.repository, tmp_path / "out" / made.repository.name))

    def git(*words: object) -> str:
        return subprocess.run(["git", *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()

    def commits() -> list[str]:
        return git("-C", repository, "log", "--format=%H", BRANCH).split()

    git("clone", "--quiet", "--branch", BRANCH, repository, tmp_path / "clone")
    assert files(tmp_path / "clone") == files(folder)
    first = commits()
    again = bundle(tmp_path / "out", UNITS)
    assert commits() == first and again.archive.read_bytes() == made.archive.read_bytes()
    bundle(tmp_path / "out", UNITS[:1], ["en"])
    assert len(commits()) == 2 and commits()[1:] == first
    git("-C", tmp_path / "clone", "pull", "--quiet", "--ff-only")
    assert not (tmp_path / "clone" / "release" / "ru").exists()


def test_a_solution_in_a_released_notebook_stops_the_bundle_before_anything_is_written(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    for name in ("course", "docs"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "environment.yml", "LICENSE", "LICENSE-TEXT.md", "CITATION.cff"):
        shutil.copyfile(REPOSITORY / name, root / name)
    shutil.copytree(REPOSITORY / "source" / "en" / UNITS[1], root / "release" / "en" / UNITS[1])
    with pytest.raises(Leak, match=r"release/en/04-gradient-descent.*solution of"):
        bundle(tmp_path / "out", UNITS[1:], ["en"], root)
    assert not (tmp_path / "out").exists()


def test_the_command_takes_units_by_number_and_names_links_that_lead_out_of_the_bundle(tmp_path: Path) -> None:
    told = autograder("bundle", "0", "--lang", "en", "--out", tmp_path)
    assert told.exit_code == 0, told.stderr
    assert "release/en/00-start-here/start-here.ipynb has links to units" in told.stderr
    with zipfile.ZipFile(io.BytesIO((tmp_path / "gradient-descent.zip").read_bytes())) as archive:
        assert {name.split("/")[3] for name in archive.namelist() if "/release/" in name} == {UNITS[0]}
    assert autograder("bundle", "99", "--out", tmp_path).exit_code == 2
