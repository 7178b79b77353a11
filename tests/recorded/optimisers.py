"""Record what PyTorch's optimisers do, in optimisers.json beside this file.

The tests only read the record, so they need no PyTorch. To make it anew, in an environment with PyTorch, from the
repository's folder: ``PYTHONPATH=. python tests/recorded/optimisers.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from course.landscapes import LANDSCAPES

STEPS = 40
EPS = 1e-12  # so small that it does not matter whether it stands inside the root or outside
MAKERS = {
    "momentum": lambda w, learning_rate, alpha: torch.optim.SGD([w], learning_rate, momentum=alpha),
    "adagrad": lambda w, learning_rate, eps: torch.optim.Adagrad([w], learning_rate, eps=eps),
    "rmsprop": lambda w, learning_rate, alpha, eps: torch.optim.RMSprop([w], learning_rate, alpha=alpha, eps=eps),
    "adam": lambda w, learning_rate, beta1, beta2: torch.optim.Adam([w], learning_rate, betas=(beta1, beta2), eps=1e-8),
}
CASES = [
    ("momentum", {"learning_rate": 0.1, "alpha": 0.9}),
    ("momentum", {"learning_rate": 0.02, "alpha": 0.5}),
    ("adagrad", {"learning_rate": 0.1, "eps": EPS}),
    ("adagrad", {"learning_rate": 0.7, "eps": EPS}),
    ("rmsprop", {"learning_rate": 0.01, "alpha": 0.9, "eps": EPS}),
    ("rmsprop", {"learning_rate": 0.1, "alpha": 0.99, "eps": EPS}),
    ("adam", {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999}),
    ("adam", {"learning_rate": 0.1, "beta1": 0.8, "beta2": 0.95}),
]
WALKS = [
    ("momentum", {"learning_rate": 0.0005, "alpha": 0.9}),
    ("adagrad", {"learning_rate": 0.3, "eps": EPS}),
    ("rmsprop", {"learning_rate": 0.02, "alpha": 0.9, "eps": EPS}),
    ("adam", {"learning_rate": 0.05, "beta1": 0.9, "beta2": 0.999}),
]


def walked(name: str, hyper: dict[str, float], w0: np.ndarray, gradient: Any) -> list[list[float]]:
    """Return the weights after each step; ``gradient`` gets the step's number and the weights."""
    w = torch.tensor(w0, dtype=torch.float64, requires_grad=True)
    optimiser, path = MAKERS[name](w, **hyper), []
    for k in range(STEPS):
        w.grad = torch.tensor(gradient(k, w.detach().numpy()), dtype=torch.float64)
        optimiser.step()
        path.append(w.detach().tolist())
    return path


def main() -> None:
    rng = np.random.default_rng(9)
    shown = []
    for name, hyper in CASES:
        w0, grads = rng.normal(size=3), rng.normal(size=(STEPS, 3)) * [1.0, 10.0, 0.1]
        weights = walked(name, hyper, w0, lambda k, w, grads=grads: grads[k])
        shown.append({"name": name, "hyper": hyper, "w0": w0.tolist(), "grads": grads.tolist(), "weights": weights})
    land = LANDSCAPES["rosenbrock"]
    walks = []
    for name, hyper in WALKS:
        w0 = np.array(land.start)
        path = [w0.tolist(), *walked(name, hyper, w0, lambda k, w: land.grad(w))]
        walks.append({"name": name, "hyper": hyper, "landscape": land.name, "path": path})
    record = {"made with": f"PyTorch {torch.__version__}", "shown": shown, "walks": walks}
    Path(__file__).with_suffix(".json").write_text(json.dumps(record) + "\n", "utf-8")


if __name__ == "__main__":
    main()
