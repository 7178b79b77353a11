"""Derivative of ln(cos(sin(sqrt(x)))**2)."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def d_ln_cos2_sin_sqrt(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) * np.cos(root) / root


d_ln_cos2_sin_sqrt.example(0.25)
d_ln_cos2_sin_sqrt.example(4.0)
d_ln_cos2_sin_sqrt.example(np.array([1.0, 9.0]))


@d_ln_cos2_sin_sqrt.probe("general")
def _(answer, rng):
    xs = [float(x) for x in (*rng.uniform(0.3, 2.0, size=3), *rng.uniform(3.0, 8.0, size=3))]
    return [answer(x) for x in (*xs, int(rng.integers(1, 9)))]


@d_ln_cos2_sin_sqrt.probe("vector")
def _(answer, rng):
    whole = rng.permutation([1, 3, 4, 5, 6])[:3]  # an array of whole numbers is an array too
    return [answer(rng.uniform(0.3, 8.0, size=5)), answer(rng.uniform(0.3, 2.0, size=(2, 3))), answer(whole)]


@d_ln_cos2_sin_sqrt.mistake(
    en=("The sign is wrong.", "One of the five links has a negative rate: which row of the table has a minus?"),
    ru=("Неверный знак.", "У одного из пяти звеньев скорость отрицательна: в какой строке таблицы минус?"),
)
def minus_of_cosine_lost(x):
    root = np.sqrt(x)
    return np.tan(np.sin(root)) * np.cos(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the root is missing.", "The innermost link is √x: which row of the table belongs to it?"),
    ru=("Не хватает скорости корня.", "Самое внутреннее звено — √x: какая строка таблицы к нему относится?"),
)
def root_rate_missing(x):
    root = np.sqrt(x)
    return -2 * np.tan(np.sin(root)) * np.cos(root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("This is the derivative of ln cos(sin √x), without the square.", "Between the cosine and the logarithm stands a square, with a rate of its own: what does its exponent do there?"),
    ru=("Это производная ln cos(sin √x), без квадрата.", "Между косинусом и логарифмом стоит квадрат, и у него есть своя скорость: что в ней делает показатель?"),
)
def square_lost(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the inner sine is missing.", "Five links give five rates. The sine of √x has one too."),
    ru=("Не хватает скорости внутреннего синуса.", "Пять звеньев дают пять скоростей. У синуса от √x она тоже есть."),
)
def sine_rate_missing(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The result is twice what it should be, as it is without the 2 in the rate of the root.", "Look at the row for √x: what stands before the root in the denominator?"),
    ru=("Результат вдвое больше, чем нужно, как бывает без двойки в скорости корня.", "Посмотрите на строку для √x: что стоит перед корнем в знаменателе?"),
)
def root_rate_without_two(x):
    root = np.sqrt(x)
    return -2 * np.tan(np.sin(root)) * np.cos(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The link sin is skipped when the outer rates are taken.", "What enters the cosine is sin √x, not √x."),
    ru=("При вычислении внешних скоростей пропущено звено sin.", "В косинус входит sin √x, а не √x."),
)
def outer_rates_at_the_root(x):
    root = np.sqrt(x)
    return -np.tan(root) * np.cos(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the logarithm is missing.", "The outermost link is ln: by what does its row divide?"),
    ru=("Не хватает скорости логарифма.", "Самое внешнее звено — ln: на что делит его строка таблицы?"),
)
def logarithm_rate_missing(x):
    root = np.sqrt(x)
    s = np.sin(root)
    return -2 * np.cos(s) * np.sin(s) * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the square is missing.", "Five links give five rates. Between the cosine and the logarithm stands u²: which rate does its row give?"),
    ru=("Не хватает скорости квадрата.", "Звеньев пять, значит, и скоростей пять. Между косинусом и логарифмом стоит u²: какую скорость даёт его строка?"),
)
def square_rate_missing(x):
    root = np.sqrt(x)
    s = np.sin(root)
    return -np.sin(s) / np.cos(s) ** 2 * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the square is taken without what is squared.", "The rate of u² is 2u: here u is the cosine, and one power of it must stay above the line."),
    ru=("В скорости квадрата нет того, что возводят в квадрат.", "Скорость u² равна 2u: здесь u — косинус, и одна его степень должна остаться в числителе."),
)
def square_rate_without_cosine(x):
    root = np.sqrt(x)
    s = np.sin(root)
    return -2 * np.sin(s) / np.cos(s) ** 2 * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the sine is taken at x.", "What enters the sine is √x: which number must stand under its cosine?"),
    ru=("Скорость синуса взята в точке x.", "В синус входит √x: какое число должно стоять под его косинусом?"),
)
def sine_rate_at_x(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) * np.cos(x) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The root has been skipped: this is the derivative of ln cos²(sin x).", "Start inside: which function does x enter first, and what comes out of it?"),
    ru=("Пропущен корень: это производная функции ln cos²(sin x).", "Начните изнутри: в какую функцию x входит сначала и что из неё выходит?"),
)
def root_skipped(x):
    return -2 * np.tan(np.sin(x)) * np.cos(x)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The sine and the cosine of the outer rates have changed places in their fraction.", "The logarithm divides by the squared cosine: what is left of it below the line?"),
    ru=("Синус и косинус внешних скоростей поменялись местами в дроби.", "Логарифм делит на квадрат косинуса: что от него остаётся под чертой?"),
)
def fraction_upside_down(x):
    root = np.sqrt(x)
    return -np.cos(root) / np.tan(np.sin(root)) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The root multiplies where it should divide.", "The larger x is, the flatter is its root: does your denominator have its brackets?"),
    ru=("На корень умножают, а на него надо делить.", "Чем больше x, тем положе корень: на месте ли скобки в вашем знаменателе?"),
)
def root_multiplies(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) * np.cos(root) * root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The five rates are added.", "What one link hands on is stretched by the next one: what is done with the rates then?"),
    ru=("Пять скоростей сложены.", "То, что передаёт одно звено, следующее растягивает: что тогда делают со скоростями?"),
)
def five_rates_added(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    return 1 / (2 * a) + np.cos(a) - np.sin(b) + 2 * c + 1 / c**2


@d_ln_cos2_sin_sqrt.mistake(
    en=("This is the function, not its derivative.", "Five links have five rates: what happens to them?"),
    ru=("Это сама функция, а не её производная.", "У пяти звеньев пять скоростей: что с ними делают?"),
)
def the_function(x):
    return np.log(np.cos(np.sin(np.sqrt(x))) ** 2)


@d_ln_cos2_sin_sqrt.mistake(
    en=("It takes one number at a time only.", "The functions of the math module do not accept arrays; those of NumPy do."),
    ru=("Принимает только одно число за раз.", "Функции модуля math не принимают массивы, а функции NumPy принимают."),
)
def math_functions(x):
    root = math.sqrt(x)
    return -math.tan(math.sin(root)) * math.cos(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("All five rates are taken at x.", "Each link is measured at what enters it: the root at x, the sine at √x. What enters the next ones?"),
    ru=("Все пять скоростей взяты в точке x.", "Скорость звена берётся там, что в него входит: у корня это x, у синуса √x. А что входит в следующие?"),
)
def every_rate_at_x(x):
    return -np.sin(x) * np.cos(x) / np.sqrt(x)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The sine has been skipped: this is the derivative of ln cos² √x.", "Count the links of the task from inside: root, and then?"),
    ru=("Пропущен синус: это производная функции ln cos² √x.", "Пересчитайте звенья из задания изнутри: корень, а что потом?"),
)
def sine_skipped(x):
    root = np.sqrt(x)
    return -np.tan(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the logarithm is taken at the cosine, not at its square.", "What does the square hand on to the logarithm? By that number the row of ln divides."),
    ru=("Скорость логарифма взята в точке, равной косинусу, а не его квадрату.", "Что квадрат передаёт логарифму? На это число и делит строка таблицы для ln."),
)
def logarithm_rate_at_the_cosine(x):
    root = np.sqrt(x)
    return -2 * np.sin(np.sin(root)) * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.alternative
def five_rates(x):
    u1 = np.sqrt(x)
    u2 = np.sin(u1)
    u3 = np.cos(u2)
    u4 = u3**2
    return 1 / (2 * u1) * np.cos(u1) * -np.sin(u2) * (2 * u3) * (1 / u4)


@d_ln_cos2_sin_sqrt.alternative
def in_a_list(x):
    if np.ndim(x):
        return [in_a_list(v) for v in x]
    s = math.sin(x**0.5)
    return -math.tan(s) * math.cos(x**0.5) * x**-0.5


@d_ln_cos2_sin_sqrt.alternative
def by_double_angle(x):
    s = np.sin(np.sqrt(x))
    return -np.sin(2 * s) / (1 + np.cos(2 * s)) * np.cos(np.sqrt(x)) / np.sqrt(x)


d_ln_cos2_sin_sqrt.equal(d_ln_cos2_sin_sqrt, "root", "the formula gives the same with −√x, and a product may be grouped at will")
d_ln_cos2_sin_sqrt.equal(five_rates, "u4", "a product may be grouped at will")
d_ln_cos2_sin_sqrt.equal(in_a_list, "math.tan", "a product may be grouped at will")
d_ln_cos2_sin_sqrt.equal(by_double_angle, "2 * s", "the cosine is even, and a product may be grouped at will")
