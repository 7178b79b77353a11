"""the import cell: a line that fails elsewhere, deleted, emptied, split, rewritten"""

from __future__ import annotations

from ..accident import accident
from ..learner import Work


def first(work: Work, line: str) -> None:
    work.cell("setup").source = f"{line}\n{work.cell('setup').source}"


def add(work: Work, line: str) -> None:
    work.cell("setup").source += f"\n{line}"


@accident("import pandas as pd is its first line")
def pandas_first(work: Work) -> None:
    first(work, "import pandas as pd")


@accident("import seaborn is its last line")
def seaborn_last(work: Work) -> None:
    add(work, "import seaborn as sns\n\nsns.set_theme()")


@accident("Colab: drive.mount and os.chdir stand in its first lines")
def drive_mounted(work: Work) -> None:
    first(
        work,
        'from google.colab import drive\n\ndrive.mount("/content/drive")\n'
        'import os\n\nos.chdir("/content/drive/MyDrive/course")',
    )


@accident("%matplotlib widget and plt.style.use of a style that is gone")
def magics_for_figures(work: Work) -> None:
    first(work, "%matplotlib widget")
    add(work, "import matplotlib.pyplot as plt\nplt.style.use('seaborn')")


@accident("!pip install is its first line, %load_ext autoreload its last")
def installs(work: Work) -> None:
    first(work, "!pip install -q numpy matplotlib tqdm")
    add(work, "%load_ext autoreload\n%autoreload 2")


@accident("one line imports numpy and torch, and torch is not there")
def one_line_for_two(work: Work) -> None:
    work.cell("setup").source = work.cell("setup").source.replace("import numpy as np", "import torch, numpy as np")


@accident("the import cell is deleted", says=("setup_missing",))
def deleted(work: Work) -> None:
    work.tear_out(work.cell("setup"))


@accident("the import cell is emptied")
def emptied(work: Work) -> None:
    work.cell("setup").source = ""


@accident("the import cell is split in two, line by line")
def split(work: Work) -> None:
    cell = work.cell("setup")
    lines = [line for line in cell.source.splitlines() if line]
    cell.source = lines[0]
    for line in lines[:0:-1]:
        work.insert(work.place(cell) + 1, line)


@accident("only the imports that the learner likes are left, and more are made where they are needed")
def rewritten(work: Work) -> None:
    work.cell("setup").source = "import numpy, sys\nfrom numpy import pi, e\nsys.path.append('/content/course')"
    work.above_answer(work.some(), "import random, json, itertools\nfrom pathlib import Path")


@accident("a file of the learner's own is imported and read")
def own_module(work: Work) -> None:
    add(work, "from helper import *\nDATA = np.loadtxt('my_data.csv')")
    work.others["helper.py"] = b"ETA = 0.1\n"


@accident("the import cell stands at the end")
def at_the_end(work: Work) -> None:
    cell = work.cell("setup")
    work.tear_out(cell)
    work.cells.append(cell)
