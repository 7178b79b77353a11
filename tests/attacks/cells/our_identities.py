# attempts = "gives its own cells the identities of ours, to put its code where ours is trusted"

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.cell_type == "markdown" and "nbgrader" not in cell.metadata:
            cell.source = "<script>window.pwned = 1</script> <img src=x onerror='window.pwned=1'>"
        elif cell.id in ("setup", "picture", "by-machine", "rates") or cell.id.startswith("figure-"):
            cell.source = "loss = d_loss = closed_form = lambda *a: 1.0"
            cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": "<script>window.pwned = 1</script>"}, metadata={"course": {"picture": True}})]
            cell.metadata = {"course": {"role": "test", "exercise": "loss", "figure": "x", "extra": False}}
    for number in range(5):
        released.cells.append(nbformat.v4.new_code_cell("1.0", id=f"extra-{number}"))
    (folder / "gradient-descent.ipynb").write_text(nbformat.writes(released, version=nbformat.NO_CONVERT))
