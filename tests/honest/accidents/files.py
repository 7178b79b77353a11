"""the file's name, and other files beside it: copies, checkpoints, scratch, an older version"""

from __future__ import annotations

import json
import unicodedata

import nbformat

from ..accident import accident
from ..learner import Work, full_marks, released


def called(work: Work, name: str) -> None:
    work.file = name.format(stem=work.file.removesuffix(".ipynb"), student=work.student)


def untouched(work: Work) -> bytes:
    return nbformat.writes(released(work.unit, work.lang)).encode()


@accident("a browser saved it as x (1).ipynb", says=("other_name",))
def numbered_by_the_browser(work: Work) -> None:
    called(work, "{stem} (1).ipynb")


@accident("the untouched x.ipynb lies beside x-Copy1.ipynb with the work", says=("other_name", "beside"))
def written_in_the_copy(work: Work) -> None:
    work.others[work.file] = untouched(work)
    called(work, "{stem}-Copy1.ipynb")


@accident("a Russian computer called it «Копия x.ipynb»", says=("other_name",))
def kopiya(work: Work) -> None:
    called(work, "Копия {stem}.ipynb")


@accident("a Mac called it x — копия й.ipynb, with decomposed letters", says=("other_name",))
def kopiya_of_a_mac(work: Work) -> None:
    called(work, unicodedata.normalize("NFD", "{stem} — мой, ещё.ipynb"))


@accident("it was handed in as x_final.ipynb", says=("other_name",))
def final(work: Work) -> None:
    called(work, "{stem}_final.ipynb")


@accident("the ending is .IPYNB", says=("other_name",))
def upper_case_ending(work: Work) -> None:
    called(work, "{stem}.IPYNB")


@accident("the name has blanks for dashes", says=("other_name",), units="00 01 02 03 04 05 06 07 08 09 10 11")
def blanks_for_dashes(work: Work) -> None:
    work.file = work.file.replace("-", " ").title().replace(".Ipynb", ".ipynb")


@accident("the learner's name stands before the file's", says=("other_name",))
def own_name_in_front(work: Work) -> None:
    called(work, "Иванова Мария - {student} - {stem}.ipynb")


@accident("an identical older copy lies beside it", says=("beside",))
def identical_copy(work: Work) -> None:
    work.others[work.file.replace(".ipynb", "-Copy1.ipynb")] = work.text().encode()


@accident("a copy with an empty cell more and blanks at the ends of lines lies beside it", says=("beside",))
def copy_with_blanks(work: Work) -> None:
    node = json.loads(work.text())
    node["cells"].append({"cell_type": "code", "id": "blank", "metadata": {}, "source": "  ", "outputs": [],
                          "execution_count": None})  # fmt: skip
    for cell in node["cells"]:
        lines = cell["source"].split("\n") if isinstance(cell["source"], str) else "".join(cell["source"]).split("\n")
        cell["source"] = "\n".join(line + "  " * bool(line) for line in lines)
    work.others[work.file.replace(".ipynb", "-Copy1.ipynb")] = json.dumps(node).encode()


@accident("an unfinished older version lies in .ipynb_checkpoints")
def checkpoints(work: Work) -> None:
    older = full_marks(work.unit, work.lang, work.student)
    older.answer(work.some()).source = work.stub(work.some())
    work.others[".ipynb_checkpoints/" + work.file.replace(".ipynb", "-checkpoint.ipynb")] = older.text().encode()


@accident("Untitled.ipynb with scratch lies beside it", says=("unread",))
def untitled(work: Work) -> None:
    scratch = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("2 + 2"), nbformat.v4.new_code_cell("")])
    work.others["Untitled.ipynb"] = nbformat.writes(scratch).encode()


@accident(
    "it is called otherwise, and Untitled.ipynb and the notebook of another unit lie beside it",
    says=("other_name", "unread"),
)
def other_notebooks_beside(work: Work) -> None:
    untitled(work)
    other = "03-sigmoid-derivative" if work.unit[:2] != "03" else "00-start-here"
    work.others[f"{other[3:]}.ipynb"] = nbformat.writes(released(other, work.lang)).encode()
    called(work, "homework {stem}.ipynb")


@accident("an older version, written in too, lies beside it: a person looks", several=True, says=("several",))
def older_version_beside(work: Work) -> None:
    older = full_marks(work.unit, work.lang, work.student)
    older.answer(work.some()).source = work.stub(work.some())
    work.others[work.file.replace(".ipynb", "_old.ipynb")] = older.text().encode()


@accident("pictures, tables, an editor's backup and what a Mac leaves behind lie beside it", says=("unread",))
def other_files_beside(work: Work) -> None:
    work.others |= {
        "plot.png": b"\x89PNG\r\n\x1a\n" + bytes(100), "table.csv": b"a,b\n1,2\n", ".DS_Store": bytes(64),
        f"._{work.file}": b"\0\5\x16\7\0\2\0\0Mac OS X        " + bytes(80), f"{work.file}~": b"{",
        "__MACOSX/._" + work.file: bytes(80), "helper.py": b"import nothing_of_this_name\n",
    }  # fmt: skip


@accident("it was saved twice over: x.ipynb.ipynb", says=("other_name",))
def ending_twice(work: Work) -> None:
    called(work, "{stem}.ipynb.ipynb")


@accident("a browser saved it as x.ipynb.json, or as x.ipynb.txt", says=("other_name",))
def ending_of_the_browser(work: Work) -> None:
    called(work, "{stem}.ipynb.json" if work.number % 2 else "{stem}.ipynb.txt")


@accident("it was unpacked into a folder within the folder", says=("folder_within",))
def folder_within(work: Work) -> None:
    called(work, f"{work.unit}/{{stem}}.ipynb")


@accident("the release of another day lies beside it as x.new.ipynb", says=("beside",))
def new_release_beside(work: Work) -> None:
    node = json.loads(untouched(work))
    node["cells"][0]["source"] += ["\n\nA sentence that came later."]
    work.others[work.file.replace(".ipynb", ".new.ipynb")] = json.dumps(node).encode()
