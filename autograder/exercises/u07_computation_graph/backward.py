"""Backward pass of F = S(w1*x1 + w2*x2 + w3*x3)."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import random_neuron
from autograder.parts import part_of


@exercise(points=2)
def backward(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * x, s * (1 - s) * w


backward.example(np.array([1.0, 2.0, -0.5]), np.array([3.0, -1.0, 4.0]))


for _which in range(2):  # a half of the points for each gradient

    @backward.probe("simple")
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_neuron(rng)), which, 2) for _ in range(2)]

    @backward.probe("general")
    def _(answer, rng, which=_which):
        return [part_of(answer(rng.normal(size=3), rng.normal(size=3)), which, 2) for _ in range(4)]

    @backward.probe("edge")
    def _(answer, rng, which=_which):
        w, x = random_neuron(rng)
        cases = (np.array([0.0, 1.0, 0.5]) * w, x), (w, np.array([1.0, 0.0, 0.0]) * x)
        return [part_of(answer(*case), which, 2) for case in cases]


@backward.mistake(
    en=("The two gradients have changed places.", "A weight's derivative contains the input it meets. Which of the two do you return first?"),
    ru=("Два градиента поменялись местами.", "В производную по весу входит тот вход, с которым вес встречается. Какой из двух вы возвращаете первым?"),
)
def pair_swapped(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * w, s * (1 - s) * x


@backward.mistake(
    en=("The way back skips S.", "On the way from F to A there are two functions. Each adds its own factor."),
    ru=("Обратный путь минует S.", "Между F и A стоят две функции. Каждая добавляет свой множитель."),
)
def without_s(w, x):
    return 1.0 * x, 1.0 * w


@backward.mistake(
    en=("The value of S is handed back where its slope is due.", "Backwards, S hands on its derivative, which is never larger than 0.25."),
    ru=("Обратно передаётся значение S, а нужен его наклон.", "На обратном пути S передаёт свою производную, она никогда не больше 0.25."),
)
def value_for_slope(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * x, s * w


@backward.mistake(
    en=("The slope of S is computed from G itself.", "The formula σ(1 − σ) takes the output of the sigmoid."),
    ru=("Наклон S посчитан из самого G.", "В формулу σ(1 − σ) подставляют выход сигмоиды."),
)
def slope_from_g(w, x):
    g = np.sum(w * x)
    return g * (1 - g) * x, g * (1 - g) * w


@backward.mistake(
    en=("The products A, B, C are handed back instead of their derivatives.", "Take A alone: raise w₁ by 0.01. By what is that multiplied?"),
    ru=("Обратно передаются сами произведения A, B, C, а не их производные.", "Возьмите одну A: увеличьте w₁ на 0.01. На что это умножится?"),
)
def products_handed_back(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * w * x, s * (1 - s) * w * x


@backward.mistake(
    en=("Each function is taken with its own sigmoid.", "There is one S, and it receives the sum. So all six derivatives share one factor."),
    ru=("У каждого произведения оказалась своя сигмоида.", "S одна, и получает она сумму. Поэтому у всех шести производных один общий множитель."),
)
def three_sigmoids(w, x):
    s = 1 / (1 + np.exp(-w * x))
    return s * (1 - s) * x, s * (1 - s) * w


@backward.mistake(
    en=("Only the derivatives by the weights come back.", "A pair is asked for: first by w, then by x."),
    ru=("Возвращаются только производные по весам.", "Нужна пара: сначала по w, затем по x."),
)
def weights_only(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * (1 - s) * x


@backward.alternative
def edge_by_edge(w, x):
    g = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    s = 1 / (1 + math.exp(-g))
    d_g = 1.0 * s * (1 - s)
    d_w, d_x = [], []
    for weight, value in zip(w, x, strict=True):
        d_w.append(d_g * 1.0 * value)
        d_x.append(d_g * 1.0 * weight)
    return d_w, d_x


@backward.alternative
def stacked(w, x):
    return np.stack([x, w]) * (1 - np.tanh(w @ x / 2) ** 2) / 4
