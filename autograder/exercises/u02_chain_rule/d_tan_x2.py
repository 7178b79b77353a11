"""Derivative of tan(x**2)."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def d_tan_x2(x):
    return 2 * x / np.cos(x**2) ** 2


d_tan_x2.example(0.75)
d_tan_x2.example(0.5)
d_tan_x2.example(np.array([0.25, -1.0]))


@d_tan_x2.probe("general")
def _(answer, rng):
    xs = [float(x) for x in rng.uniform(0.3, 1.1, size=3)]
    whole = int(rng.choice([-3, -2, -1, 1, 2, 3]))
    return [answer(x) for x in (0.0, xs[0], -xs[1], xs[2], 1.9, whole)]


@d_tan_x2.probe("vector")
def _(answer, rng):
    whole = rng.permutation([1, 2, 3]) * rng.choice([-1, 1], size=3)  # an array of whole numbers is an array too
    return [answer(rng.uniform(-1.1, 1.1, size=5)), answer(rng.uniform(0.2, 1.1, size=(2, 3))), answer(whole)]


@d_tan_x2.mistake(
    en=("The rate of the inner function is missing.", "tan is measured at x², and x² itself moves when x moves: how fast?"),
    ru=("Не хватает скорости внутренней функции.", "Тангенс берётся от x², а x² само меняется вместе с x: с какой скоростью?"),
)
def inner_rate_missing(x):
    return 1 / np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("The rate of tan is taken at x.", "What enters the tangent is x². At which number is its rate measured then?"),
    ru=("Скорость тангенса взята в точке x.", "Под тангенсом стоит x². В какой точке тогда измерять скорость тангенса?"),
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
    ru=("Это производная функции (tan x)², а она другая.", "В tan x² в квадрат возводится x: что делаем сначала и что потом?"),
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
    ru=("Это сама функция, а не её производная.", "С какой скоростью tan x² меняется в точке x? На это отвечают две скорости."),
)
def the_function(x):
    return np.tan(x**2)


@d_tan_x2.mistake(
    en=("The result is half of what it should be.", "Look at the row for powers in the table: what comes in front when the exponent goes down?"),
    ru=("Результат вдвое меньше, чем нужно.", "Посмотрите на строку для степени: что появляется впереди, когда показатель понижается?"),
)
def two_missing(x):
    return x / np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("The result is the rate of tan at 2x, and nothing else.", "At which number is the rate of tan measured, and what is done with the rate of x²?"),
    ru=("Получилась скорость тангенса в точке 2x, и только она.", "В какой точке измеряется скорость тангенса и что делают со скоростью x²?"),
)
def inner_rate_put_inside(x):
    return 1 / np.cos(2 * x) ** 2


@d_tan_x2.mistake(
    en=("The rate of tan is multiplied by the inner value x².", "Two rates are multiplied: how fast does x² change?"),
    ru=("Скорость тангенса умножена на внутреннее значение x².", "Перемножаются две скорости: а с какой скоростью меняется x²?"),
)
def times_the_inner_value(x):
    return x**2 / np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("The two rates are added.", "What one link hands on is stretched by the next one: what is done with the rates then?"),
    ru=("Две скорости сложены.", "То, что передаёт одно звено, следующее растягивает: что тогда делают со скоростями?"),
)
def two_rates_added(x):
    return 2 * x + 1 / np.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("A sine stands where a cosine should.", "Compare with the row for tan in the table."),
    ru=("На месте косинуса стоит синус.", "Сравните со строкой для тангенса в таблице."),
)
def sine_for_cosine(x):
    with np.errstate(divide="ignore", invalid="ignore"):
        return 2 * x / np.sin(x**2) ** 2


@d_tan_x2.mistake(
    en=("2x is multiplied by the tangent itself.", "The outer factor is the rate of the tangent: which row of the table gives it?"),
    ru=("2x умножено на сам тангенс.", "Внешний множитель — скорость тангенса: какая строка таблицы её даёт?"),
)
def value_for_outer_rate(x):
    return 2 * x * np.tan(x**2)


@d_tan_x2.mistake(
    en=("It takes one number but not an array.", "The functions of the math module take one number; those of NumPy take both."),
    ru=("Функция принимает одно число, но не массив.", "Функции модуля math принимают одно число, а функции NumPy — и число, и массив."),
)
def one_number_only(x):
    return 2 * x / math.cos(x**2) ** 2


@d_tan_x2.mistake(
    en=("x to the fourth power stands in the cosine: there the square is taken twice.", "In cos² x² one square is inside the cosine, at x. To what does the other one belong?"),
    ru=("В косинусе стоит x в четвёртой степени: квадрат там взят дважды.", "В cos² x² один квадрат стоит внутри косинуса, у x. К чему относится второй?"),
)
def both_squares_inside(x):
    return 2 * x / np.cos(x**4)


@d_tan_x2.alternative
def by_two_rates(x):
    u = np.square(x)
    return (1 + np.tan(u) ** 2) * 2 * x


@d_tan_x2.alternative
def by_loop(x):
    if np.ndim(x):
        return [by_loop(v) for v in x]
    return 2.0 * x * math.cos(x * x) ** -2


@d_tan_x2.alternative
def by_central_difference(x):
    h = 1e-5
    return (np.tan((x + h) ** 2) - np.tan((x - h) ** 2)) / (2 * h)


d_tan_x2.equal(d_tan_x2, "np.cos(x**2) ** 2", "the cosine is even, a square has no sign, and a product may be grouped at will")
d_tan_x2.equal(by_two_rates, "* 2 * x", "a product may be grouped at will")
d_tan_x2.equal(by_loop, "2.0 * x", "a product may be grouped at will")
d_tan_x2.equal(by_central_difference, "h = 1e-5", "another small step, of either sign, is as good")
d_tan_x2.equal(by_central_difference, "x - h", "a square has no sign")
