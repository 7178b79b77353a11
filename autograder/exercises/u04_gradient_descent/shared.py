"""What several exercises of unit 04 share."""

import numpy as np


def slope_of(centre, scale):
    """Return the slope of scale·(w − centre)²: a function to descend on that the notebook does not show."""
    return lambda w: 2.0 * scale * (np.asarray(w, dtype=float) - centre) if np.ndim(w) else 2.0 * scale * (w - centre)


def draw(rng, *ranges):
    """Return a float from each (low, high)."""
    return [float(rng.uniform(*each)) for each in ranges]
