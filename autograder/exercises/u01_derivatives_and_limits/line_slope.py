"""Derivative of a * x + b at x."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import slopes_of_lines


@exercise(points=1)
def line_slope(a, b, x):
    return a + 0.0 * np.asarray(x, dtype=float)


line_slope.example(2.0, 5.0, 3.0)
line_slope.example(-1.5, 4.0, np.array([0.0, 1.0, 10.0]))


@line_slope.probe("general")
def _(answer, rng):
    a, b, x = map(float, rng.uniform(1.5, 5.0, size=3))
    return [*slopes_of_lines(answer, rng, (), (), ()), answer(0.0, b, x), answer(a, 0.0, 0.0)]


@line_slope.probe("vector")
def _(answer, rng):
    return slopes_of_lines(answer, rng, (4,), (2, 3), (1,))


@line_slope.mistake(
    en=("For an array of points one number comes back.", "The slope is the same everywhere, but the answer has one value for each point of x."),
    ru=("Для массива точек возвращается одно число.", "Наклон везде один и тот же, но в ответе по одному значению на каждую точку из x."),
)
def one_number(a, b, x):
    return a


@line_slope.mistake(
    en=("This is the height of the line, not its slope.", "By how much does the line rise when x grows by 1?"),
    ru=("Это высота прямой, а не её наклон.", "Насколько поднимется прямая, если x вырастет на 1?"),
)
def the_value(a, b, x):
    return a * x + b


@line_slope.mistake(
    en=("The constant b has stayed in the derivative.", "Compare the lines 2x and 2x + 5: which one is steeper?"),
    ru=("В производной осталась константа b.", "Сравните прямые 2x и 2x + 5: какая из них круче?"),
)
def b_kept(a, b, x):
    return a + b + 0.0 * x


@line_slope.mistake(
    en=("The factor x has stayed: only b was dropped.", "In the last step of the derivation x₁ − x₀ cancels. No x is left."),
    ru=("Множитель x остался: исчезло только b.", "На последнем шаге вывода x₁ − x₀ сокращается. Никакого x не остаётся."),
)
def x_kept(a, b, x):
    return a * x


@line_slope.mistake(
    en=("The result is 0 everywhere, as for a constant.", "b is a constant, but x changes, and with it the term with a."),
    ru=("Всюду получился 0, как у константы.", "b постоянно, но x меняется, а с ним и слагаемое с a."),
)
def zero_everywhere(a, b, x):
    return 0.0 * x


@line_slope.mistake(
    en=("The factor a is lost: the slope is 1 for every line.", "The line 3x rises by 3 for each step to the right."),
    ru=("Множитель a потерян: наклон любой прямой равен 1.", "Прямая 3x поднимается на 3 за каждый шаг вправо."),
)
def a_lost(a, b, x):
    return 1.0 + 0.0 * x


@line_slope.mistake(
    en=("This is the slope of the ray from the origin to the point.", "The derivative compares two points of the line itself, so b drops out."),
    ru=("Это наклон луча из начала координат в точку.", "Производная сравнивает две точки самой прямой, поэтому b исчезает."),
)
def from_the_origin(a, b, x):
    x = np.asarray(x, dtype=float)
    return (a * x + b) / np.where(x == 0, 1.0, x)


@line_slope.alternative
def by_full(a, b, x):
    return np.full(np.shape(x), a)


@line_slope.alternative
def by_two_values(a, b, x):
    return (a * (x + 1) + b) - (a * x + b)


@line_slope.alternative
def by_ones(a, b, x):
    return a * np.ones_like(x) if np.ndim(x) else a
