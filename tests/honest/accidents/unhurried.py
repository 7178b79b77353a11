"""right answers that take their time: plain lists, small steps, pauses"""

from __future__ import annotations

from ..accident import accident
from ..learner import Work

LISTS = """
import math

def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    X, y = X.tolist(), y.tolist()
    m, n, k = len(X), len(X[0]), len(y[0])
    W1 = [[rng.normal(0, math.sqrt(2 / n)) for _ in range(hidden)] for _ in range(n)]
    b1 = [0.0] * hidden
    W2 = [[rng.normal(0, math.sqrt(2 / hidden)) for _ in range(k)] for _ in range(hidden)]
    b2 = [0.0] * k
    for _ in range(n_steps):
        dW1 = [[0.0] * hidden for _ in range(n)]
        db1 = [0.0] * hidden
        dW2 = [[0.0] * k for _ in range(hidden)]
        db2 = [0.0] * k
        for x, t in zip(X, y):
            h = [math.tanh(b1[j] + sum(x[i] * W1[i][j] for i in range(n))) for j in range(hidden)]
            d = [2 / (m * k) * (b2[c] + sum(h[j] * W2[j][c] for j in range(hidden)) - t[c]) for c in range(k)]
            for j in range(hidden):
                e = sum(d[c] * W2[j][c] for c in range(k)) * (1 - h[j] ** 2)
                db1[j] += e
                for i in range(n):
                    dW1[i][j] += x[i] * e
                for c in range(k):
                    dW2[j][c] += h[j] * d[c]
            for c in range(k):
                db2[c] += d[c]
        W1 = [[W1[i][j] - learning_rate * dW1[i][j] for j in range(hidden)] for i in range(n)]
        b1 = [b1[j] - learning_rate * db1[j] for j in range(hidden)]
        W2 = [[W2[j][c] - learning_rate * dW2[j][c] for c in range(k)] for j in range(hidden)]
        b2 = [b2[c] - learning_rate * db2[c] for c in range(k)]
    return np.array(W1), np.array(b1), np.array(W2), np.array(b2)
""".strip()


@accident("train_mlp is written with plain lists and takes two seconds", units="10")
def network_of_lists(work: Work) -> None:
    work.answer("train_mlp").source = LISTS


@accident("every answer computes a while before it returns: a loop that nobody needs")
def needless_loop(work: Work) -> None:
    name = work.some()
    head, _, rest = work.answer(name).source.partition(":\n")
    if '"""' in rest:
        text, _, rest = rest.partition('"""')[2].partition('"""')
    work.write(name, f"{head}:\n    for k in range(20_000):\n        k * k\n{rest.lstrip(chr(10))}")


@accident("cells of the learner's own pause, and one shows its progress")
def pauses(work: Work) -> None:
    work.below_check(
        work.some(),
        r"""
        import sys, time
        for k in range(20):
            sys.stdout.write(f'\r{5 * k:3d}% |{"#" * k:20}|')
            sys.stdout.flush()
            time.sleep(0.01)
        """,
    )
    work.last("time.sleep(0.2)")


@accident("a cell of the learner's own trains something for a second")
def own_training(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        total = 0
        for k in range(5_000_000):
            total += k * k % 7
        print(total)
        """,
    )
