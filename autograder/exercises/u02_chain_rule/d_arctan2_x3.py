"""Derivative of arctan(x**3)**2."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def d_arctan2_x3(x):
    return 6 * x**2 * np.arctan(x**3) / (1 + x**6)


d_arctan2_x3.example(0.75)
d_arctan2_x3.example(1.0)
d_arctan2_x3.example(np.array([-0.5, 2.0]))


@d_arctan2_x3.probe("general")
def _(answer, rng):
    xs = [float(x) for x in rng.uniform(0.5, 1.6, size=4)]
    return [answer(x) for x in (0.0, xs[0], -xs[1], xs[2], -xs[3], 2.3, int(rng.choice([-2, -1, 1, 2])))]


@d_arctan2_x3.probe("vector")
def _(answer, rng):
    whole = rng.permutation([-2, -1, 1, 2])[:3]  # an array of whole numbers is an array too
    return [answer(rng.uniform(-1.6, 1.6, size=5)), answer(rng.uniform(0.4, 1.6, size=(2, 3))), answer(whole)]


@d_arctan2_x3.mistake(
    en=("The rate of the innermost link is missing.", "Three links, three rates: what about x³?"),
    ru=("Не хватает скорости самого внутреннего звена.", "Звеньев три, скоростей тоже три: где скорость x³?"),
)
def cube_rate_missing(x):
    return 2 * np.arctan(x**3) / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The rate of the outermost link is missing.", "The arctangent is squared at the end. Which rate does the square contribute?"),
    ru=("Не хватает скорости самого внешнего звена.", "В конце арктангенс возводится в квадрат. Какую скорость даёт квадрат?"),
)
def square_rate_missing(x):
    return 3 * x**2 / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The rate of the middle link is missing.", "Between the cube and the square stands the arctangent: which row of the table is its?"),
    ru=("Не хватает скорости среднего звена.", "Между кубом и квадратом стоит арктангенс: какая строка таблицы к нему относится?"),
)
def arctan_rate_missing(x):
    return 2 * np.arctan(x**3) * 3 * x**2


@d_arctan2_x3.mistake(
    en=("The rate of the arctangent is taken at x.", "What enters the arctangent is x³; its square stands in the denominator."),
    ru=("Скорость арктангенса взята в точке x.", "В арктангенс входит x³; в знаменателе стоит квадрат этого числа."),
)
def arctan_rate_at_x(x):
    return 6 * x**2 * np.arctan(x**3) / (1 + x**2)


@d_arctan2_x3.mistake(
    en=("What enters the arctangent is not squared in the denominator.", "The table says 1 + u². Put u = x³ in and simplify the power."),
    ru=("В знаменателе не возведено в квадрат то, что входит в арктангенс.", "В таблице стоит 1 + u². Подставьте u = x³ и упростите степень."),
)
def denominator_with_cube(x):
    return 6 * x**2 * np.arctan(x**3) / (1 + x**3)


@d_arctan2_x3.mistake(
    en=("The exponents 3 and 2 are added where they should be multiplied.", "A power of a power: what is the square of x³?"),
    ru=("Показатели 3 и 2 сложены, а их надо перемножить.", "Степень степени: чему равен квадрат x³?"),
)
def exponents_added(x):
    return 6 * x**2 * np.arctan(x**3) / (1 + x**5)


@d_arctan2_x3.mistake(
    en=("The rate of the outer square is taken at arctan x.", "What is squared at the end is arctan x³, not arctan x."),
    ru=("Скорость внешнего квадрата взята в точке arctan x.", "В конце в квадрат возводится arctan x³, а не arctan x."),
)
def square_rate_at_x(x):
    return 6 * x**2 * np.arctan(x) / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The rate of the arctangent is squared.", "First the square gives its own rate, twice what is squared; the rate of the arctangent then stands there once."),
    ru=("В квадрат возведена скорость арктангенса.", "Квадрат даёт собственную скорость — удвоенное то, что возводят; скорость арктангенса входит один раз."),
)
def rate_squared(x):
    return (1 / (1 + x**6)) ** 2 * 3 * x**2


@d_arctan2_x3.mistake(
    en=("The rates are added.", "What one link hands on is stretched by the next one: what does one do with the rates then?"),
    ru=("Скорости сложены.", "То, что передаёт одно звено, следующее растягивает: что тогда делают со скоростями?"),
)
def three_rates_added(x):
    return 3 * x**2 + 1 / (1 + x**6) + 2 * np.arctan(x**3)


@d_arctan2_x3.mistake(
    en=("The denominator has a minus.", "Look at the row for arctan: its slope is finite everywhere, at x = 1 too."),
    ru=("В знаменателе минус.", "Посмотрите на строку для арктангенса: его наклон конечен всюду, и при x = 1 тоже."),
)
def denominator_minus(x):
    return 6 * x**2 * np.arctan(x**3) / (1 - x**6)


@d_arctan2_x3.mistake(
    en=("The result is half of what it should be.", "The square is the outermost link: which factor does its rate bring?"),
    ru=("Результат вдвое меньше, чем нужно.", "Самое внешнее звено — квадрат: какой множитель даёт его скорость?"),
)
def two_missing(x):
    return 3 * x**2 * np.arctan(x**3) / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The result is a third of what it should be.", "The cube is the innermost link: which factor does its rate bring?"),
    ru=("Результат втрое меньше, чем нужно.", "Самое внутреннее звено — куб: какой множитель даёт его скорость?"),
)
def three_missing(x):
    return 2 * x**2 * np.arctan(x**3) / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The outermost factor is the squared arctangent itself.", "The last link squares: how fast does v² change when v moves?"),
    ru=("Внешний множитель — сам квадрат арктангенса.", "Последнее звено возводит в квадрат: с какой скоростью меняется v², когда меняется v?"),
)
def square_itself_as_factor(x):
    return 3 * x**2 * np.arctan(x**3) ** 2 / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The middle rate is that of the tangent.", "The arctangent has a row of its own, the last one of the table."),
    ru=("В середине стоит скорость тангенса.", "У арктангенса своя строка, последняя в таблице."),
)
def row_of_the_tangent(x):
    return 6 * x**2 * np.arctan(x**3) / np.cos(x**3) ** 2


@d_arctan2_x3.mistake(
    en=("This is the function, not its derivative.", "How fast does (arctan x³)² change at x? Three rates answer that."),
    ru=("Это сама функция, а не её производная.", "С какой скоростью (arctan x³)² меняется в точке x? На это отвечают три скорости."),
)
def the_function(x):
    return np.arctan(x**3) ** 2


@d_arctan2_x3.mistake(
    en=("It takes single numbers and stops at an array.", "The functions of the math module do not take arrays; those of NumPy do."),
    ru=("Работает для отдельных чисел, а на массиве останавливается.", "Функции модуля math не принимают массивы, а функции NumPy принимают."),
)
def math_arctan(x):
    return 6 * x**2 * math.atan(x**3) / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("This is the derivative of arctan((x³)²): the square stands inside.", "In arctan² x³ the arctangent is squared. Which of the three links comes last?"),
    ru=("Это производная функции arctan((x³)²): квадрат оказался внутри.", "В arctan² x³ в квадрат возводится арктангенс. Какое из трёх звеньев последнее?"),
)
def square_inside(x):
    x = np.asarray(x, dtype=float)
    return 6 * x**5 / (1 + x**12)


@d_arctan2_x3.mistake(
    en=("The result is that of x⁹ in the denominator: 3² = 9, where the exponents should be multiplied.", "A power of a power: write (x³)² as x³ · x³ and count the factors."),
    ru=("Результат такой, будто в знаменателе x⁹: 3² = 9, а показатели надо перемножить.", "Степень степени: запишите (x³)² как x³ · x³ и сосчитайте множители."),
)
def exponent_nine(x):
    return 2 * np.arctan(x**3) * 3 * x**2 / (1 + x**9)


@d_arctan2_x3.mistake(
    en=("The square has given its 2 but not its value: the arctangent itself is missing.", "The derivative of u² is 2u. What is u here?"),
    ru=("От квадрата осталась двойка, но не само значение: арктангенса нет.", "Производная u² равна 2u. Чему здесь равно u?"),
)
def two_without_the_arctan(x):
    return 2 / (1 + x**6) * 3 * x**2


@d_arctan2_x3.mistake(
    en=("This is the slope of the cube of arctan x²: the two powers have changed places.", "Which of the two powers stands behind arctan in the task, and which behind x?"),
    ru=("Это наклон куба от arctan x²: две степени поменялись местами.", "Какая из двух степеней стоит в задании у arctan, а какая у x?"),
)
def powers_exchanged(x):
    return 6 * x * np.arctan(x**2) ** 2 / (1 + x**4)


@d_arctan2_x3.mistake(
    en=("The rate of the square is taken at x³, before the arctangent.", "Which link comes last, and what goes into it? The rate of a link is measured at what enters it."),
    ru=("Скорость квадрата взята в точке x³, ещё до арктангенса.", "Какое звено последнее и что в него входит? Скорость звена измеряют в том, что в него входит."),
)
def square_rate_before_the_arctan(x):
    return 2 * x**3 * 3 * x**2 / (1 + x**6)


@d_arctan2_x3.mistake(
    en=("The arctangent is taken for 1/tan, which has no value at 0.", "The arctangent of u is the angle whose tangent is u. What does NumPy call it?"),
    ru=("Арктангенс принят за 1/tan, а это в нуле не определено.", "Арктангенс u — это угол, тангенс которого равен u. Как он называется в NumPy?"),
)
def arctan_as_cotangent(x):
    return np.divide(6 * np.square(x), np.tan(np.power(x, 3)) * (1 + np.power(x, 6)))


@d_arctan2_x3.alternative
def link_by_link(x):
    u = x**3
    v = np.arctan(u)
    return (3 * x**2) * (1 / (1 + u**2)) * (2 * v)


@d_arctan2_x3.alternative
def with_loop(x):
    if np.ndim(x):
        return np.array([with_loop(v) for v in x])
    return 2 * math.atan(x**3) * (3 * x * x) / (1 + (x**3) ** 2)


@d_arctan2_x3.alternative
def by_cosine(x):
    angle = np.arctan(np.power(x, 3))
    return 6 * np.square(x) * angle * np.cos(angle) ** 2


d_arctan2_x3.equal(d_arctan2_x3, "x**2", "a product may be grouped at will, and even powers have no sign")
d_arctan2_x3.equal(link_by_link, "(2 * v)", "a product may be grouped at will")
d_arctan2_x3.equal(with_loop, "math.atan", "a product may be grouped at will")
d_arctan2_x3.equal(by_cosine, "np.square(x)", "a product may be grouped at will")
