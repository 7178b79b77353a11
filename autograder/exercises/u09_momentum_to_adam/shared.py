"""What several exercises of unit 09 share.

Gradients stay well away from 0 (or are exactly 0), so that ε inside and outside the root cannot be told apart.
"""

def random_grads(rng, steps, n):
    """Return gradients of shape (steps, n) with sizes from 0.5 to 2.5 and signs of both kinds."""
    signs = rng.choice([-1.0, 1.0], size=(steps, n))
    return signs * rng.uniform(0.5, 2.5, size=(steps, n))
