"""Tangent of f in x0."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from autograder.judge import function
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def tangent_line(f, df, x0):
    height, slope = f(x0), df(x0)
    return lambda x: height + slope * (x - x0)


tangent_line.example(public.square, public.d_square, 3.0, then=((3.0,), (4.0,), (0.0,)))
tangent_line.example(public.wave, public.d_wave, 0.5, then=((np.array([0.5, 1.5]),),))


@tangent_line.probe("general")
def _(answer, rng):
    seen = []
    for low in (-2.0, 0.5):
        f, df = random_cubic(rng)
        x0 = float(rng.uniform(low, low + 1.0))
        line = function(answer(f, df, x0))
        seen += [line(x0), line(x0 + 1.5), line(0.0), line(float(rng.uniform(-9.0, -5.0)))]
    return seen


@tangent_line.probe("vector")
def _(answer, rng):
    f, df = random_cubic(rng)
    line = function(answer(f, df, float(rng.uniform(0.5, 1.5))))
    return [line(rng.normal(scale=3.0, size=4)), line(rng.normal(scale=3.0, size=(2, 3)))]


@tangent_line.mistake(
    en=("The line has the right slope but starts at x = 0 instead of x₀.", "At x = x0 the line must have the height f(x0). What does yours give there?"),
    ru=("Наклон верный, но прямая отсчитывается от x = 0, а не от x₀.", "При x = x0 высота прямой равна f(x0). Что там даёт ваша функция?"),
)
def shift_forgotten(f, df, x0):
    return lambda x: f(x0) + df(x0) * x


@tangent_line.mistake(
    en=("The slope is taken at x, so the result is a curve, not a line.", "A tangent has one slope, that of the point of contact."),
    ru=("Наклон берётся в точке x, поэтому получается кривая, а не прямая.", "У касательной один наклон — в точке касания."),
)
def slope_at_x(f, df, x0):
    return lambda x: f(x0) + df(x) * (x - x0)


@tangent_line.mistake(
    en=("The height is taken at x, so the result is not a line.", "The tangent does not know the curve elsewhere: it knows one height and one slope, both in x0."),
    ru=("Высота берётся в точке x, поэтому получается не прямая.", "Касательная ничего не знает о кривой в других местах: ей известны одна высота и один наклон, обе величины в точке x0."),
)
def height_at_x(f, df, x0):
    return lambda x: f(x) + df(x0) * (x - x0)


@tangent_line.mistake(
    en=("The line leans the other way: the sign in the brackets is turned round.", "To the right of x0 the difference in the brackets must be positive."),
    ru=("Прямая наклонена в другую сторону: в скобках обратный знак.", "Справа от x0 разность в скобках должна быть положительной."),
)
def leans_the_other_way(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x0 - x)


@tangent_line.mistake(
    en=("The height f(x₀) is missing: the line runs through the x axis.", "A tangent touches the curve. How high is the curve in x0?"),
    ru=("Не хватает высоты f(x₀): прямая проходит через ось x.", "Касательная касается кривой. На какой высоте кривая в точке x0?"),
)
def height_missing(f, df, x0):
    return lambda x: df(x0) * (x - x0)


@tangent_line.mistake(
    en=("A number comes back where a function is asked for.", "The task wants something that can be called with any x: def inside def, or lambda."),
    ru=("Возвращается число, а нужна функция.", "Нужно то, что можно вызвать с любым x: def внутри def или lambda."),
)
def a_number(f, df, x0):
    return f(x0) + df(x0) * (x0 - x0)


@tangent_line.mistake(
    en=("Height and slope have changed places.", "Which of the two is multiplied by the distance from x0?"),
    ru=("Высота и наклон поменялись местами.", "Какая из двух величин умножается на расстояние от x0?"),
)
def places_changed(f, df, x0):
    return lambda x: df(x0) + f(x0) * (x - x0)


@tangent_line.mistake(
    en=("The curve itself comes back.", "A tangent is a straight line: it leaves the curve when you go away from x0."),
    ru=("Возвращается сама кривая.", "Касательная — прямая: с удалением от x0 она отходит от кривой."),
)
def the_curve(f, df, x0):
    return f


@tangent_line.alternative
def by_two_coefficients(f, df, x0):
    k = df(x0)
    b = f(x0) - k * x0

    def line(x):
        return k * x + b

    return line


@tangent_line.alternative
def by_polynomial(f, df, x0):
    return np.poly1d([df(x0), f(x0) - df(x0) * x0])


@tangent_line.alternative
def late(f, df, x0):
    def line(x):
        return df(x0) * (np.asarray(x) - x0) + f(x0)

    return line
