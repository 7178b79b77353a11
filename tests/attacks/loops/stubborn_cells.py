# attempts = "has many cells that each ignore the interrupt for a second"
# diagnoses = { loss = "stopped" }

import nbformat

STUBBORN = """
# %%
import time
def stubborn():
    end = time.time() + 1.05
    while time.time() < end:
        try:
            time.sleep(end - time.time())
        except KeyboardInterrupt:
            pass
"""
AGAIN = """
# %%
stubborn()
"""
LOSS = """
# %% exercise="loss"
def loss(w):
    return w**2 + 12
"""


def make(folder, released):
    nbformat.write(typed(STUBBORN + 50 * AGAIN + LOSS), folder / "gradient-descent.ipynb")
