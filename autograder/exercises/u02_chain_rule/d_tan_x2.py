"""Derivative of tan(x**2)."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def d_tan_x2(x):
    return 2 * x / np.cos(x**2) ** 2


d_tan_x2.example(0.5)
d_tan_x2.example(-0.75)
d_tan_x2.example(np.array([0.25, 1.0]))


@d_tan_x2.probe("general")
def _(answer, rng):
    xs = [float(x) for x in rng.uniform(0.3, 1.1, size=3)]
    return [answer(x) for x in (0.0, xs[0], -xs[1], xs[2], 1.9)]


@d_tan_x2.probe("vector")
def _(answer, rng):
    return [answer(rng.uniform(-1.1, 1.1, size=5)), answer(rng.uniform(0.2, 1.1, size=(2, 3)))]


@d_tan_x2.mistake(
    en=("The rate of the inner function is missing.", "tan is measured at x², and x² itself moves when x moves: how fast?"),
    ru=("Не хватает скорости внутренней функции.", "Тангенс берётся от x², а x² само меняется вместе с x: с какой скоростью?"),
)
def inner_rate_missing(x):
    return 1 / np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("The rate of tan is taken at x.", "What enters the tangent is x². At which number is its rate measured then?"),
    ru=("Скорость тангенса взята в точке x.", "В тангенс входит x². В какой точке тогда измерять его скорость?"),
)
def outer_rate_at_x(x):
    return 2 * x / np.cos(x) ** 2


@d_tan_x2.mistake(
    en=("The rate of tan is taken at the derivative of the inner function.", "Inside the cosine stands what enters the tangent: is that x² or 2x?"),
    ru=("Скорость тангенса взята в точке, равной производной внутренней функции.", "Под косинусом стоит то, что входит в тангенс: это x² или 2x?"),
)
def outer_rate_at_the_derivative(x):
    return 2 * x / np.cos(2 * x) ** 2


@d_tan_x2.mistake(
    en=("This is the derivative of (tan x)², another function.", "In tan x² the square belongs to x: what is done first, and what last?"),
    ru=("Это производная функции (tg x)², а она другая.", "В tg x² в квадрат возводится x: что делаем сначала и что потом?"),
)
def square_of_the_tangent(x):
    return 2 * np.tan(x) / np.cos(x) ** 2


@d_tan_x2.mistake(
    en=("The cosine is not squared.", "Look at the row for tan in the table: two squares meet in this task, one inside the cosine and one outside."),
    ru=("Косинус не возведён в квадрат.", "Посмотрите на строку для тангенса: в этой задаче два квадрата, один под косинусом, другой снаружи."),
)
def cosine_not_squared(x):
    return 2 * x / np.cos(x**2)


@d_tan_x2.mistake(
    en=("The factor 2x stands on the wrong side of the fraction line.", "The two rates are multiplied: does your 2x make the result larger as x grows?"),
    ru=("Множитель 2x попал в знаменатель.", "Скорости перемножаются: растёт ли ваш результат вместе с множителем 2x?"),
)
def inner_rate_divides(x):
    return 1 / (np.cos(x**2) ** 2 * 2 * x)


@d_tan_x2.mistake(
    en=("The square of the cosine multiplies where it should divide.", "Read the row for tan once more: where does the cosine stand?"),
    ru=("На квадрат косинуса умножают, а нужно делить.", "Перечитайте строку для тангенса: где стоит косинус?"),
)
def multiplied_by_the_cosine(x):
    return 2 * x * np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("This is the function, not its derivative.", "How fast does tan x² change at x? Two rates answer that."),
    ru=("Это сама функция, а не её производная.", "С какой скоростью tg x² меняется в точке x? На это отвечают две скорости."),
)
def the_function(x):
    return np.tan(x**2)


@d_tan_x2.mistake(
    en=("It works for one number but not for an array.", "The functions of the math module take one number; those of NumPy take both."),
    ru=("Работает для одного числа, но не для массива.", "Функции модуля math принимают одно число, а функции NumPy — и число, и массив."),
)
def one_number_only(x):
    return 2 * x / math.cos(x**2) ** 2


@d_tan_x2.alternative
def by_two_rates(x):
    u = np.asarray(x, dtype=float) ** 2
    return 2 * np.asarray(x) * (1 + np.tan(u) ** 2)


@d_tan_x2.alternative
def by_loop(x):
    if np.ndim(x):
        return [by_loop(v) for v in x]
    return 2.0 * x * math.cos(x * x) ** -2


@d_tan_x2.alternative
def by_central_difference(x):
    h = 1e-5
    return (np.tan((x + h) ** 2) - np.tan((x - h) ** 2)) / (2 * h)
