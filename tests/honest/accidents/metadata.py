"""what other programs make of the file: Colab, VS Code, Kaggle, older formats, names of cells gone"""

from __future__ import annotations

import json

from ..accident import accident
from ..learner import Work


def without_ids(text: str) -> bytes:
    data = json.loads(text)
    for cell in data["cells"]:
        cell.pop("id", None)
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


@accident("nbgrader's metadata are gone")
def nbgrader_gone(work: Work) -> None:
    for cell in work.cells:
        cell.metadata.pop("nbgrader", None)


@accident("the ids of the cells are gone, the format is 4.4")
def ids_gone(work: Work) -> None:
    work.notebook.nbformat_minor = 4
    work.encode = without_ids


@accident("saved in format 4.2 by an old program, with its own metadata")
def old_format(work: Work) -> None:
    work.notebook.nbformat_minor = 2
    work.notebook.metadata = {
        "kernelspec": work.notebook.metadata.kernelspec,
        "anaconda-cloud": {},
        "toc": {"base_numbering": 1},
    }
    work.encode = without_ids


@accident("all metadata and all ids are gone, but every cell is there")
def everything_gone(work: Work) -> None:
    for cell in work.cells:
        cell.metadata = {}
    work.notebook.metadata = {}
    work.notebook.nbformat_minor = 4
    work.encode = without_ids


@accident("saved by Colab: other ids in the metadata, other keys, outputs in HTML")
def colab(work: Work) -> None:
    work.notebook.metadata.colab = {"provenance": [], "collapsed_sections": ["a1B2c3"], "include_colab_link": True}
    for number, cell in enumerate(work.cells):
        cell.metadata |= {"id": f"q{number:011x}"}
        if cell.cell_type == "code":
            cell.metadata |= {"colab": {"base_uri": "https://localhost:8080/", "height": 300}, "outputId": "0a1b2c3d"}
    work.insert(0, '<a href="https://colab.research.google.com/github/x/y.ipynb" target="_parent">Open</a>', "markdown")

    def encode(text: str) -> bytes:
        data = json.loads(without_ids(text))
        return json.dumps(data | {"nbformat": 4, "nbformat_minor": 0}, ensure_ascii=False, indent=2).encode()

    work.encode = encode


@accident("saved by VS Code: its own metadata, one id twice after a cell was copied")
def vs_code(work: Work) -> None:
    work.notebook.metadata.vscode = {"interpreter": {"hash": "31f2aee4e71d21fbe5cf8b01ff0e069b9275f58929596ceb"}}
    work.notebook.metadata.kernelspec = {"display_name": ".venv (3.12.3)", "language": "python", "name": "python3"}
    for cell in work.cells:
        cell.metadata.vscode = {"languageId": "python" if cell.cell_type == "code" else "markdown"}
    name = work.some()
    work.below_check(name, f"{name}").id = f"answer-{name}"


@accident("saved by Kaggle: its own metadata, papermill and times of execution")
def kaggle(work: Work) -> None:
    work.notebook.metadata.kaggle = {"accelerator": "none", "dataSources": [], "isGpuEnabled": False}
    work.notebook.metadata.papermill = {"duration": 12.5, "exception": None, "version": "2.6.0"}
    work.notebook.nbformat_minor = 4
    for cell in work.cells:
        cell.metadata |= {
            "trusted": True,
            "_uuid": "8f2839f25d086af736a60e9eeb907d3b93b6e0e5",
            "papermill": {"status": "completed"},
        }
    work.encode = without_ids


@accident("the notebook's own metadata are gone, its language with them")
def language_gone(work: Work) -> None:
    work.notebook.metadata = {}


@accident("run by another kernel, with slides, tags, collapsed cells and its own widgets' metadata")
def presented(work: Work) -> None:
    work.notebook.metadata.kernelspec = {
        "display_name": "conda env:ml",
        "language": "python",
        "name": "conda-env-ml-py",
    }
    work.notebook.metadata.celltoolbar = "Slideshow"
    for cell in work.cells:
        cell.metadata |= {
            "slideshow": {"slide_type": "slide"}, "tags": ["hide-input", "важно"], "collapsed": True,
            "jp-MarkdownHeadingCollapsed": True, "jupyter": {"source_hidden": True}, "editable": True,
        }  # fmt: skip


@accident("the sources are single texts instead of lists, all on one line of JSON")
def minified(work: Work) -> None:
    def encode(text: str) -> bytes:
        data = json.loads(text)
        for cell in data["cells"]:
            cell["source"] = "".join(cell["source"])
        return json.dumps(data, separators=(",", ":")).encode()

    work.encode = encode
