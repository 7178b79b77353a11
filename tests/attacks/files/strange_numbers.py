# attempts = "writes NaN, Infinity, numbers of thousands of digits and one key many times"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_text('{"cells": NaN, "nbformat": ' + "9" * 5000 + ', "cells": [], "cells": Infinity}')
