# attempts = "stores scripts in the outputs, attachments and metadata of the notebook it hands in"

import base64

import nbformat

EVIL = "<script>window.pwned = 1</script><img src=x onerror=window.pwned=1>"


def make(folder, released):
    released.metadata.update({"title": EVIL, "authors": [{"name": EVIL}], "celltoolbar": EVIL})
    for cell in released.cells:
        cell.metadata["tags"] = [EVIL, "hide_input", "remove_cell", '"><script>window.pwned=1</script>']
        if cell.cell_type == "code":
            cell.execution_count = 1
            cell.outputs = [
                nbformat.v4.new_output("display_data", {"text/html": EVIL, "image/svg+xml": "<svg onload=window.pwned=1/>", "application/javascript": "window.pwned = 1"}),
                nbformat.v4.new_output("execute_result", {"text/plain": "1.0", "text/html": EVIL}, execution_count=1),
                nbformat.v4.new_output("error", ename=EVIL, evalue=EVIL, traceback=[EVIL]),
                nbformat.v4.new_output("stream", name="stdout", text=EVIL),
            ]
        else:
            cell["attachments"] = {"x.png": {"image/svg+xml": base64.b64encode(b"<svg onload='window.pwned=1'/>").decode()}, EVIL: {"text/html": EVIL}}
        if cell.id == "own-words":
            cell.source = "![](attachment:x.png) " + EVIL
    nbformat.write(released, folder / "gradient-descent.ipynb")
