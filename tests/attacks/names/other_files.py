# attempts = "adds files whose names are scripts, paths and marks that turn the text round"

import nbformat


def make(folder, released):
    for name in ("<img src=x onerror=window.pwned=1>.ipynb", "..%2f..%2falice.ipynb", "\u202egnp.ipynb", "a\nb.ipynb", "gradient-descent.ipynb.html", "-rf"):
        (folder / name).write_text("<script>window.pwned = 1</script>")
    nbformat.write(released, folder / "gradient-descent.ipynb")
