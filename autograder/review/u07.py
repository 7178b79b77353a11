"""Questions on unit 07: the computation graph."""

import math
from typing import Any

import numpy as np

from autograder.review.predict import As, Drawn, One, predict
from autograder.review.task import stated


def balanced(one: One) -> tuple[np.ndarray, np.ndarray]:
    """Return weights and inputs whose products add up to 0, so that S = ½."""
    w, x = one(([2, -1, 1], [1, 3, 1]), ([1, 2, -2], [2, 1, 2]), ([3, -1, -1], [1, 1, 2]), ([-2, 4, 1], [3, 1, 2]))
    return np.array(w, dtype=float), np.array(x, dtype=float)


def any_three(one: One) -> np.ndarray:
    return np.array(one.some(3, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0))


@predict(
    "forward",
    en="w = {w}, x = {x}. A, B, C are the three products. What is their sum G?",
    ru="w = {w}, x = {x}. A, B, C — три произведения. Чему равна их сумма G?",
    pick=lambda values: values["G"],
)
def sum_of_products(one: One) -> Drawn:
    return {"w": any_three(one), "x": any_three(one)}


@predict(
    "forward",
    en="w = {w}, x = {x}. What is the output S = σ(w₁x₁ + w₂x₂ + w₃x₃)? (σ(1) = 0.731, σ(2) = 0.881, σ(3) = 0.953)",
    ru="w = {w}, x = {x}. Чему равен выход S = σ(w₁x₁ + w₂x₂ + w₃x₃)? (σ(1) = 0.731, σ(2) = 0.881, σ(3) = 0.953)",
    pick=lambda values: values["S"],
)
def output(one: One) -> Drawn:
    w, x = np.array(one.some(3, -2.0, -1.0, 1.0, 2.0)), np.array([*one.some(2, 1.0, 2.0, 3.0), 1.0])
    w[2] = one(-3.0, -2.0, -1.0, 1.0, 2.0, 3.0) - w[:2] @ x[:2]
    return {"w": w, "x": x}


@predict(
    "local_derivatives",
    en="w = {w}, x = {x}; A = w₁x₁, B = w₂x₂. What are the local derivatives ∂A/∂w₁ and ∂B/∂x₂?",
    ru="w = {w}, x = {x}; A = w₁x₁, B = w₂x₂. Чему равны локальные производные ∂A/∂w₁ и ∂B/∂x₂?",
    pick=lambda slopes: (slopes["dA_dw1"], slopes["dB_dx2"]),
)
def products(one: One) -> Drawn:
    return {"w": any_three(one), "x": any_three(one)}


@predict(
    "local_derivatives",
    en="G = A + B + C, S = σ(G), and the forward pass gave S = {w}. What are ∂G/∂B and ∂S/∂G?",
    ru="G = A + B + C, S = σ(G), прямой проход дал S = {w}. Чему равны ∂G/∂B и ∂S/∂G?",
    pick=lambda slopes: (slopes["dG_dB"], slopes["dS_dG"]),
)
def sum_and_sigmoid(one: One) -> Drawn:
    s = one(0.1, 0.2, 0.4, 0.5, 0.8, 0.9)
    return {"w": As(f"{s}", np.array([math.log(s / (1 - s)), 0.0, 0.0])), "x": np.array([1.0, 0.0, 0.0])}


@predict(
    "backward",
    en="F = σ(w₁x₁ + w₂x₂ + w₃x₃) with w = {w}, x = {x}. What is ∂F/∂w, three numbers? (What is the sum?)",
    ru="F = σ(w₁x₁ + w₂x₂ + w₃x₃), w = {w}, x = {x}. Чему равно ∂F/∂w, три числа? (Чему равна сумма?)",
    pick=lambda pair: pair[0],
)
def by_the_weights(one: One) -> Drawn:
    w, x = balanced(one)
    return {"w": w, "x": x}


@predict(
    "d_loss_d_param",
    en="pred = w₁x₁ + p·x₂ + w₃x₃, loss = (gold − pred)². w₁ = {w[0]}, w₃ = {w[2]}, x = {x}, p = {param}, gold = {gold}. What is ∂loss/∂p?",
    ru="pred = w₁x₁ + p·x₂ + w₃x₃, loss = (gold − pred)². w₁ = {w[0]}, w₃ = {w[2]}, x = {x}, p = {param}, gold = {gold}. Чему равна ∂loss/∂p?",
)
def _(one: One) -> Drawn:
    w, x, param = any_three(one), np.array(one.some(3, 1.0, 2.0, 3.0)), one(1.0, 2.0, -1.0)
    return {"gold": float(w[0] * x[0] + param * x[1] + w[2] * x[2] + one(-3.0, -2.0, 2.0, 3.0)), "param": param, "x": x, "w": w}


@predict(
    "microchange_update",
    en="dLoss/dp = {d_loss}, p = {param}, rate = {rate}. What is p after one micro-change?",
    ru="dLoss/dp = {d_loss}, p = {param}, rate = {rate}. Чему равен p после одного микроизменения?",
)
def _(one: One) -> Drawn:
    slopes = As("2p", lambda p: 2 * p), As("2(p − 3)", lambda p: 2 * (p - 3)), As("−4p", lambda p: -4 * p)
    return {"param": one(1.0, 2.0, 5.0), "d_loss": one(*slopes), "rate": one(0.1, 0.01)}


@predict(
    "gradient_check",
    en="The gradient by formula is {analytic}, the numerical one {numeric}. What is the largest relative error |a − n|/(|a| + |n|)?",
    ru="Градиент по формуле — {analytic}, численный — {numeric}. Чему равна наибольшая относительная ошибка |a − n|/(|a| + |n|)?",
)
def _(one: One) -> Drawn:
    pairs = one.some(3, (4.0, 4.0), (1.0, 3.0), (2.0, 3.0), (0.0, 0.0), (-1.0, -4.0), (-5.0, -3.0))
    return {"analytic": np.array([a for a, _ in pairs]), "numeric": np.array([n for _, n in pairs])}


def used_twice(value: Any) -> Any:
    """Square it and add it, then go backward: its slope comes over two paths, one of them double."""
    total = value * value + value
    total.backward()
    return value.grad


@predict(
    "Value",
    en="`a = Value({data})`, then `f = a * a + a` and `f.backward()`. What is `a.grad`?",
    ru="`a = Value({data})`, затем `f = a * a + a` и `f.backward()`. Чему равно `a.grad`?",
    pick=used_twice,
)
def _(one: One) -> Drawn:
    return {"data": one(2.0, 3.0, 5.0, -2.0)}


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "forward",
    en="""\
A neuron has three inputs: A = w₁x₁, B = w₂x₂, C = w₃x₃, G = A + B + C and S = σ(G).

`forward(w, x)` makes its forward pass. `w` and `x` are arrays of shape `(3,)`. The answer is a dictionary with the five numbers under the keys `'A'`, `'B'`, `'C'`, `'G'`, `'S'`.""",
    ru="""\
У нейрона три входа: A = w₁x₁, B = w₂x₂, C = w₃x₃, G = A + B + C и S = σ(G).

`forward(w, x)` делает его прямой проход. `w` и `x` — массивы формы `(3,)`. Ответ — словарь с пятью числами под ключами `'A'`, `'B'`, `'C'`, `'G'`, `'S'`.""",
)
stated(
    "backward",
    en="""\
`backward(w, x)` makes the backward pass of the neuron F = σ(w₁x₁ + w₂x₂ + w₃x₃) and returns a pair `(dw, dx)`:

* `dw` is an array of shape `(3,)` with ∂F/∂w₁, ∂F/∂w₂, ∂F/∂w₃;
* `dx` is an array of shape `(3,)` with ∂F/∂x₁, ∂F/∂x₂, ∂F/∂x₃.

Weights and inputs may be 0, so do not divide by them.""",
    ru="""\
`backward(w, x)` делает обратный проход нейрона F = σ(w₁x₁ + w₂x₂ + w₃x₃) и возвращает пару `(dw, dx)`:

* `dw` — массив формы `(3,)` с числами ∂F/∂w₁, ∂F/∂w₂, ∂F/∂w₃;
* `dx` — массив формы `(3,)` с числами ∂F/∂x₁, ∂F/∂x₂, ∂F/∂x₃.

Вес и вход могут быть равны 0, поэтому на них не делите.""",
)
stated(
    "d_loss_d_param",
    en="""\
A model predicts ŷ = w₁x₁ + p x₂ + w₃x₃, its loss is L = (g − ŷ)². `d_loss_d_param(gold, param, x, w)` returns ∂L/∂p. Here `gold` (g) and `param` (p) are numbers, `x` and `w` are arrays of shape `(3,)`. The middle weight `w[1]` is not used: `param` stands in its place.

Example: `d_loss_d_param(1.0, -1.0, np.array([2.0, 3.0, 1.0]), np.array([0.5, 7.0, 2.0]))` is `-6.0`, whatever stands in place of the 7.""",
    ru="""\
Модель предсказывает ŷ = w₁x₁ + p x₂ + w₃x₃, её потери L = (g − ŷ)². `d_loss_d_param(gold, param, x, w)` возвращает ∂L/∂p. Здесь `gold` (g) и `param` (p) — числа, `x` и `w` — массивы формы `(3,)`. Средний вес `w[1]` не используется: на его месте стоит `param`.

Пример: `d_loss_d_param(1.0, -1.0, np.array([2.0, 3.0, 1.0]), np.array([0.5, 7.0, 2.0]))` равно `-6.0`, что бы ни стояло вместо 7.""",
)
