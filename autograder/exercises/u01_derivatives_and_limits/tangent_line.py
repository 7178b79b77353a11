"""Tangent of f in x0."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from autograder.judging.judge import function
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x - x0)


tangent_line.example(public.square, public.d_square, 3.0, then=((3.0,), (4.0,), (0.0,)))
tangent_line.example(public.wave, public.d_wave, 0.5, then=((np.array([0.5, 1.5]),), (np.array([[0, 1], [2, -3]]),)))


@tangent_line.probe("general")
def _(answer, rng):
    seen = []
    for low in (-2.0, 0.5):
        f, df = random_cubic(rng, falling=low > 0)
        x0 = float(rng.uniform(low, low + 1.0))
        line = function(answer(f, df, x0))
        seen += [line(x0), line(x0 + 1.5), line(0.0), line(float(rng.uniform(-9.0, -5.0)))]
    return seen


@tangent_line.probe("vector")
def _(answer, rng):
    f, df = random_cubic(rng)
    line = function(answer(f, df, float(rng.uniform(0.5, 1.5))))
    whole = function(answer(f, df, int(rng.integers(1, 4))))  # whole numbers are numbers
    points = rng.integers(-9, 9, size=5)
    return [line(rng.normal(scale=3.0, size=4)), line(rng.normal(scale=3.0, size=(2, 3))), whole(points), whole(int(points[0]))]


@tangent_line.mistake(
    en=("The line has the right slope but starts at x = 0 instead of x₀.", "At x = x0 the line must have the height f(x0). What does yours give there?"),
    ru=("Наклон верный, но прямая отсчитывается от x = 0, а не от x₀.", "При x = x0 высота прямой равна f(x0). Что там даёт ваша функция?"),
)
def shift_forgotten(f, df, x0):
    return lambda x: f(x0) + df(x0) * x


@tangent_line.mistake(
    en=("The line rises even where the curve falls.", "A slope may be negative. What takes its sign away?"),
    ru=("Прямая поднимается даже там, где кривая убывает.", "Наклон бывает отрицательным. Что отнимает у него знак?"),
)
def size_of_the_slope(f, df, x0):
    return lambda x: f(x0) + abs(df(x0)) * (x - x0)


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
    en=("The line goes through the point of contact but leans the other way.", "Where the slope is positive the line must rise to the right of x0. What is the sign of the term with the slope there?"),
    ru=("Прямая проходит через точку касания, но наклонена в другую сторону.", "При положительном наклоне прямая справа от x0 должна подниматься. Какой знак там у слагаемого с наклоном?"),
)
def leans_the_other_way(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x0 - x)


@tangent_line.mistake(
    en=("The height f(x₀) is missing: at x = x₀ the line gives 0.", "A tangent touches the curve. How high is the curve in x0?"),
    ru=("Не хватает высоты f(x₀): при x = x₀ прямая даёт 0.", "Касательная касается кривой. На какой высоте кривая в точке x0?"),
)
def height_missing(f, df, x0):
    return lambda x: df(x0) * (x - x0)


@tangent_line.mistake(
    en=("The height in x₀ comes back, where a function is asked for.", "The task wants something that can be called with any x. The words def and lambda make such things."),
    ru=("Возвращается высота в точке x₀, а нужна функция.", "Нужно то, что можно вызвать с любым x. Такие вещи создают слова def и lambda."),
)
def a_number(f, df, x0):
    return f(x0)


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


@tangent_line.mistake(
    en=("The slope is right, but the distance is measured from −x₀ instead of x₀.", "At the point of contact the distance must be 0. What is it in your formula for x = x0?"),
    ru=("Наклон верный, но расстояние отсчитывается от −x₀, а не от x₀.", "В точке касания расстояние равно 0. Чему оно равно в вашей формуле при x = x0?"),
)
def plus_in_the_distance(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x + x0)


@tangent_line.mistake(
    en=("The slope is multiplied by x alone, and x₀ is taken away afterwards.", "Multiplication comes before subtraction. What exactly must be multiplied by the slope?"),
    ru=("Наклон умножается только на x, а x₀ вычитается потом.", "Умножение выполняется раньше вычитания. Что именно нужно умножить на наклон?"),
)
def brackets_missing(f, df, x0):
    return lambda x: f(x0) + df(x0) * x - x0


@tangent_line.mistake(
    en=("The line goes through the point of contact, but its slope is always 1.", "How steep is the curve in x0? The function df knows."),
    ru=("Прямая проходит через точку касания, но её наклон всегда равен 1.", "Насколько крута кривая в точке x0? Это знает функция df."),
)
def slope_missing(f, df, x0):
    return lambda x: f(x0) + (x - x0)


@tangent_line.mistake(
    en=("The line goes through the point of contact, but its slope is f(x₀): the derivative is not in it.", "Which of the two functions gives the slope of the curve?"),
    ru=("Прямая проходит через точку касания, но её наклон равен f(x₀), производной в ней нет.", "Какая из двух функций даёт наклон кривой?"),
)
def height_for_slope(f, df, x0):
    return lambda x: f(x0) + f(x0) * (x - x0)


@tangent_line.mistake(
    en=("The slope is right, but the line goes through the origin.", "A tangent passes through the point of contact. What is the height of yours at x = x₀?"),
    ru=("Наклон верный, но прямая проходит через начало координат.", "Касательная проходит через точку касания. Какова высота вашей прямой при x = x₀?"),
)
def through_the_origin(f, df, x0):
    return lambda x: df(x0) * x


@tangent_line.mistake(
    en=("The slope is right, but at x = 0 the line has the height −f(x₀). For x² that is right, for other curves it is not.", "Start from the point of contact: how high is the line there, and how far from it is x?"),
    ru=("Наклон верный, но при x = 0 высота прямой равна −f(x₀). Для x² это так, для других кривых нет.", "Отталкивайтесь от точки касания: какова там высота прямой и как далеко от неё x?"),
)
def height_taken_away(f, df, x0):
    return lambda x: df(x0) * x - f(x0)


@tangent_line.mistake(
    en=("The function stops with a NameError: Python meets a name that it does not know there.", "The value of x is known only when the tangent is called. Is x used before, or is a name misspelt?"),
    ru=("Функция останавливается с NameError: Python встречает имя, которое здесь не известно.", "Значение x известно, только когда вызывают касательную. Не используется ли x раньше и нет ли в имени опечатки?"),
)
def x_too_early(f, df, x0):
    return f(x0) + df(x0) * (x - x0)  # noqa: F821


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


tangent_line.equal(by_two_coefficients, "b = f(x0) - k * x0", "the line may be defined before the number that it uses")
