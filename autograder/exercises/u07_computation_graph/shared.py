"""What several exercises of unit 07 share."""


def distinct_numbers(rng, n):
    """Return n numbers with either sign, none of them close to 0 and no two of them close to each other in size."""
    sizes = 0.4 + 0.35 * rng.permutation(n) + rng.uniform(0.0, 0.2, size=n)
    return sizes * rng.choice([-1.0, 1.0], size=n)


def random_neuron(rng):
    """Return w and x of shape (3,); w·x is between −3 and 3, so that the sigmoid is not flat."""
    while True:
        w, x = distinct_numbers(rng, 3), distinct_numbers(rng, 3)
        if 0.3 < abs(w @ x) < 3:
            return w, x


def whole_neuron(rng):
    """Return w and x of shape (3,), all whole numbers; w·x is 1, 2, −1 or −2."""
    while True:
        w, x = (rng.permutation([1, 2, 3]) * rng.choice([-1, 1], size=3) for _ in range(2))
        if 0 < abs(w @ x) < 3:
            return w, x
