# attempts = "nests metadata as deeply as the reader allows"
# earns = { loss = 1 }

import json

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w**2 + 12\n"
    text = nbformat.writes(released)
    deep = '{"a":' * 900 + "1" + "}" * 900
    data = json.loads(text)
    data["metadata"]["deep"] = "DEEP"
    (folder / "gradient-descent.ipynb").write_text(json.dumps(data).replace('"DEEP"', deep))
