"""What several exercises of unit 10 share."""

import numpy as np


def random_network(rng, n, h, k):
    """Return W1, b1, W2, b2 of moderate size, no bias close to 0."""
    biases = [rng.uniform(0.2, 0.8, size=size) * rng.choice([-1.0, 1.0], size=size) for size in (h, k)]
    return rng.normal(scale=0.7, size=(n, h)), biases[0], rng.normal(scale=0.9, size=(h, k)), biases[1]


X_SHOWN = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.0]])
W1_SHOWN, B1_SHOWN = np.array([[0.5, -1.0], [0.25, 1.0]]), np.array([0.5, -0.25])
W2_SHOWN, B2_SHOWN = np.array([[1.0], [-2.0]]), np.array([0.75])
W2_WIDE, B2_WIDE = np.array([[1.0, 0.5], [-2.0, 1.5]]), np.array([0.75, -0.5])
