# attempts = "hands in a notebook of format 3"
# refused = "unreadable"

import json


def make(folder, released):
    cell = {"cell_type": "code", "input": "def loss(w):\n    return w**2 + 12", "language": "python", "outputs": [], "collapsed": False, "metadata": {}}
    (folder / "gradient-descent.ipynb").write_text(json.dumps({"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [cell], "metadata": {}}]}))
