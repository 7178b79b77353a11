# attempts = "has nearly a thousand cells each of which ends the process"

def make(folder, released):
    from nbformat import v4, writes
    ends = ("import os; os._exit(0)", "import os; os.kill(os.getpid(), 9)", "import ctypes; ctypes.string_at(0)", "exit()", "import os; os.abort()", "import os; os.kill(-1, 9); os._exit(1)")
    released.cells += [v4.new_code_cell(ends[number % len(ends)], id=f"extra-{number}") for number in range(900)]
    (folder / "gradient-descent.ipynb").write_text(writes(released), "utf-8")
