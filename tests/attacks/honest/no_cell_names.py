# attempts = "is honest; an old editor has saved the notebook without cell ids and with outputs"
# earns = "all"

import json

import nbformat


def make(folder, released):
    node = typed("", base="alice")
    data = json.loads(nbformat.writes(node))
    for cell in data["cells"]:
        del cell["id"]
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell["execution_count"] = 3
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["x" * 50_000]}]
    data["nbformat_minor"] = 2
    (folder / "gradient-descent.ipynb").write_text(json.dumps(data))
