# attempts = "puts numbers, lists and null where cells, sources and names are due"
# earns = { loss = 1 }

import json


def make(folder, released):
    cells = [None, 1, "x", [], {}, {"cell_type": 7}, {"cell_type": "code"}, {"cell_type": "code", "source": None}, {"cell_type": "code", "source": [1, 2]},
             {"cell_type": "code", "source": {"a": 1}}, {"cell_type": "markdown", "source": 5, "metadata": None}, {"cell_type": "code", "source": "1", "metadata": [], "id": 5},
             {"cell_type": "code", "source": "2", "metadata": {"nbgrader": {"grade_id": ["x"]}}, "id": {"a": 1}}, {"cell_type": "code", "source": "3", "outputs": 9},
             {"cell_type": "code", "source": ["def loss(w):\n", "    return w**2 + 12"], "metadata": {"nbgrader": {"grade_id": "answer-loss"}}}]
    (folder / "gradient-descent.ipynb").write_text(json.dumps({"cells": cells, "metadata": [], "nbformat": "four", "nbformat_minor": None}))
