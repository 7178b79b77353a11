"""Derivative of f at x0, approximately, from values to both sides."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from autograder.judge import number
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


central_difference.example(public.square, 3.0, 0.5)
central_difference.example(public.parabola, -1.0, 0.25)


def _error_falls(answer, f, df, x0, h):
    """Return whether halving h divides the error by about four, or by more: that is order two, or better."""
    error, halved = (abs(number(answer(f, x0, step)) - df) for step in (h, h / 2))
    return bool(0 < halved < error / 3.3)


@central_difference.probe("simple")
def _(answer, rng):
    seen = []
    for h in (0.1, 0.5, 2.0):  # exact for every parabola, whatever h is
        a, b, c = (float(value) for value in rng.uniform(1.0, 4.0, size=3))
        seen.append(answer(lambda x, a=a, b=b, c=c: a * x**2 - b * x + c, float(rng.uniform(-2.0, 2.0)), h))
    return seen


@central_difference.probe("property")
def _(answer, rng):
    x, (f, df) = rng.uniform(0.3, 0.9, size=3), random_cubic(rng)
    return [
        _error_falls(answer, np.sin, math.cos(x[0]), float(x[0]), 0.2),
        _error_falls(answer, np.exp, math.exp(x[1]), float(x[1]), 0.1),
        _error_falls(answer, lambda x: f(x) + x**5, float(df(x[2])) + 5 * float(x[2]) ** 4, float(x[2]), 0.1),
    ]


@central_difference.mistake(
    en=("This is the forward difference: one point is x₀ itself.", "The central difference looks to both sides and leaves f(x₀) out."),
    ru=("Это правая разность: одна из точек — сама x₀.", "Центральная разность смотрит в обе стороны и обходится без f(x₀)."),
)
def forward(f, x0, h):
    return (f(x0 + h) - f(x0)) / h


@central_difference.mistake(
    en=("This is the backward difference: one point is x₀ itself.", "One point must be to the left of x₀, the other one to the right."),
    ru=("Это левая разность: одна из точек — сама x₀.", "Одна точка должна быть слева от x₀, другая справа."),
)
def backward(f, x0, h):
    return (f(x0) - f(x0 - h)) / h


@central_difference.mistake(
    en=("The result is twice too large.", "How far apart are the two points? Divide by that distance."),
    ru=("Результат вдвое больше, чем нужно.", "На каком расстоянии друг от друга лежат две точки? На него и надо делить."),
)
def distance_halved(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / h


@central_difference.mistake(
    en=("Brackets are missing in the denominator: the result is divided by 2 and then multiplied by h.", "Python works from left to right. Everything below the line needs brackets."),
    ru=("В знаменателе не хватает скобок: результат делится на 2, а потом умножается на h.", "Python считает слева направо. Всё, что стоит под чертой, берут в скобки."),
)
def multiplied_by_h(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / 2 * h


@central_difference.mistake(
    en=("Brackets are missing in the numerator: only the second value is divided.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("В числителе не хватает скобок: делится только второе значение.", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def second_value_divided(f, x0, h):
    return f(x0 + h) - f(x0 - h) / (2 * h)


@central_difference.mistake(
    en=("The two values are added where they should be subtracted.", "A slope compares two heights: it needs their difference."),
    ru=("Два значения сложены, а нужно вычитать.", "Наклон сравнивает две высоты: нужна их разность."),
)
def added(f, x0, h):
    return (f(x0 + h) + f(x0 - h)) / (2 * h)


@central_difference.mistake(
    en=("The sign is turned round.", "Right value minus left value: for a rising function the result is positive."),
    ru=("Знак обратный.", "Правое значение минус левое: у растущей функции результат положителен."),
)
def left_minus_right(f, x0, h):
    return (f(x0 - h) - f(x0 + h)) / (2 * h)


@central_difference.mistake(
    en=("This is the second derivative: it says how fast the slope changes.", "Two values of f are enough here, and h is not squared."),
    ru=("Это вторая производная: она говорит, как быстро меняется наклон.", "Здесь достаточно двух значений f, и h не возводится в квадрат."),
)
def second_derivative(f, x0, h):
    return (f(x0 + h) - 2 * f(x0) + f(x0 - h)) / h**2


@central_difference.mistake(
    en=("The given h is not used; a fixed step stands in its place.", "Call the function with h = 1 and with h = 0.1 for x³: the results must differ."),
    ru=("Переданное h не используется, вместо него стоит постоянный шаг.", "Вызовите функцию для x³ с h = 1 и с h = 0.1: результаты должны различаться."),
)
def fixed_step(f, x0, h):
    return (f(x0 + 1e-5) - f(x0 - 1e-5)) / (2 * 1e-5)


@central_difference.alternative
def mean_of_two_sides(f, x0, h):
    return ((f(x0 + h) - f(x0)) / h + (f(x0) - f(x0 - h)) / h) / 2


@central_difference.alternative
def with_half_steps(f, x0, h):
    return (f(x0 + h / 2) - f(x0 - h / 2)) / h


@central_difference.alternative
def with_five_points(f, x0, h):
    near, far = f(x0 + h) - f(x0 - h), f(x0 + 2 * h) - f(x0 - 2 * h)
    return (8 * near - far) / (12 * h)


@central_difference.alternative
def by_vector(f, x0, h):
    left, right = f(x0 + h * np.array([-1.0, 1.0]))
    return 0.5 / h * (right - left)
