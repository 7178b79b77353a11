# attempts = "hands in modules, start-up files and configuration beside the notebook"
# never = 'TRAPPED'

import nbformat

TRAP = "import builtins, os\nbuiltins.abs = lambda x: 0\nprint('TRAPPED')\nos._exit(0)\n"
FILES = ("numpy.py", "course.py", "course/__init__.py", "autograder.py", "sitecustomize.py", "usercustomize.py", "conftest.py", "json.py",
         ".ipython/profile_default/startup/00-first.py", ".ipython/profile_default/ipython_config.py", "ipython_config.py",
         "nbgrader_config.py", "jupyter_nbconvert_config.py", "templates/feedback/index.html.j2", "pyvenv.cfg", "trap.pth", ".env")


def make(folder, released):
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TRAP)
        (folder.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (folder.parent / name).write_text(TRAP)
    for cell in released.cells:
        if cell.id == "answer-loss":
            cell.source = "import numpy, course\ndef loss(w):\n    return 0 * w\n"
    nbformat.write(released, folder / "gradient-descent.ipynb")
