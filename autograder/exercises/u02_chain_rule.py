"""Unit 02: the derivative table and the chain rule (lecture 3)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import function
from autograder.parts import shuffled
from autograder.sandbox import Raised
from course.compare import mismatch
from course.public import u02_chain_rule as public

unit = Unit("02-chain-rule")

SQUARE = (public.square, public.d_square)
CUBE = (public.cube, public.d_cube)
SINE = (public.sine, public.d_sine)
BELL = (public.bell, public.d_square)


def _functions(rng):
    """Return (f, df) pairs that the notebook does not show, with random coefficients; all are positive."""
    a, b, c = rng.uniform(0.6, 1.4, size=3)
    return [
        (lambda x: np.exp(-a * x), lambda x: -a * np.exp(-a * x)),
        (lambda x: 2.0 + np.sin(b * x), lambda x: b * np.cos(b * x)),
        (lambda x: 1.0 + c * x**4, lambda x: 4 * c * x**3),
        (lambda x: 3.0 + a * x + 0.3 * x**2, lambda x: a + 0.6 * x),
    ]


# ------------------------------------------------------------------------------------------- d_tan_x2


@unit.exercise(points=1)
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


# ----------------------------------------------------------------------------------- table_derivative


@unit.exercise(points=5.5)
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    if name == "const":
        return np.zeros(x.shape)
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return p**x * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / (x * np.log(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 / np.cos(x) ** 2
    if name == "sqrt":
        return 1 / (2 * np.sqrt(x))
    if name == "arctan":
        return 1 / (1 + x**2)
    raise ValueError(name)


table_derivative.example("const", 2.0)
table_derivative.example("const", np.array([1.0, 2.0]))
table_derivative.example("pow", 2.0, 3.0)
table_derivative.example("exp", 0.5)
table_derivative.example("a_pow", 3.0, 2.0)
table_derivative.example("a_pow", np.array([1.0, 2.0]), 3.0)
table_derivative.example("ln", 4.0)
table_derivative.example("log_a", 5.0, 2.0)
table_derivative.example("sin", 1.0)
table_derivative.example("cos", 1.0)
table_derivative.example("tan", 0.5)
table_derivative.example("sqrt", 4.0)
table_derivative.example("arctan", 3.0)
table_derivative.example("arctan", np.array([0.0, 2.0]))


def _moves(answer, rng):
    """Whether any row of a table has a derivative other than 0: a table of zeros earns nothing for its constant."""
    p, *xs = map(float, rng.uniform((1.5, 0.4, 0.4, 0.4, 0.4, 0.4), (3.5, 1.2, 1.2, 1.2, 1.2, 1.2)))
    for row, x in zip(("sin", "exp", "pow", "ln", "tan"), xs, strict=True):
        try:
            if mismatch(0.0, answer(row, x, p) if row == "pow" else answer(row, x)) == "value":
                return True
        except Raised:
            continue
    return False


def _row(name, parameters, low, high):
    """Add the two tests of a row: single numbers, then arrays. ``parameters`` are values of p, or None."""

    def ask(answer, x, p):
        return answer(name, x) if p is None else answer(name, x, p)

    @table_derivative.probe("general")
    def _(answer, rng):
        seen = [ask(answer, float(x), p) for p in parameters for x in rng.uniform(low, high, size=2)]
        return [*seen, _moves(answer, rng)] if name == "const" else seen

    @table_derivative.probe("vector", credit=0.5)
    def _(answer, rng):
        shapes = [(5,), (2, 3)]
        seen = [ask(answer, rng.uniform(low, high, size=s), p) for s, p in zip(shapes, parameters * 2, strict=False)]
        return [*seen, _moves(answer, rng)] if name == "const" else seen


_row("const", [None], -3.0, 3.0)
_row("pow", [3.0, 0.5, -2.0], 0.4, 2.6)
_row("exp", [None], -1.5, 1.5)
_row("a_pow", [2.5, 0.4], 0.3, 2.2)
_row("ln", [None], 0.3, 5.0)
_row("log_a", [3.0, 0.5], 0.3, 5.0)
_row("sin", [None], 0.2, 2.8)
_row("cos", [None], 0.2, 2.8)
_row("tan", [None], -1.2, 1.2)
_row("sqrt", [None], 0.3, 6.0)
_row("arctan", [None], 0.3, 3.0)

# The misconceptions differ from this table in one row, or say otherwise.


@table_derivative.mistake(
    en=("A constant is given the derivative 1.", "How fast does a number change that never changes?"),
    ru=("У константы получилась производная 1.", "С какой скоростью меняется число, которое не меняется?"),
)
def constant_moves(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: np.ones_like(x), "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("For an array, the row const gives one number only.", "One slope is due for every x, zeros as well: which shape has x?"),
    ru=("Для массива строка const даёт только одно число.", "Каждому x нужен свой наклон, пусть и нулевой: какой формы x?"),
)
def constant_as_one_number(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0.0, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row pow the exponent has not gone down by one.", "The slope of x³ at 2 is 12. What does your row give there?"),
    ru=("В строке pow показатель не уменьшился на единицу.", "Наклон x³ в точке 2 равен 12. Что там даёт ваша строка?"),
)
def exponent_kept(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x**p, "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row pow the old exponent has not become a factor.", "Lowering the power is not all: what appears in front of it?"),
    ru=("В строке pow прежний показатель не стал множителем.", "Понизить степень мало: что появляется перед степенью?"),
)
def exponent_not_a_factor(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row a_pow the rule for powers is applied to an exponential.", "In 2ˣ the variable is above, in x² it is below: these are different rows."),
    ru=("В строке a_pow показательная функция взята по правилу для степени.", "В 2ˣ переменная в показателе, в x² — в основании: это разные строки."),
)
def power_rule_for_exponential(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: x * p ** (x - 1), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row a_pow the factor with the logarithm is missing.", "Only for the base e does the exponential equal its own derivative."),
    ru=("В строке a_pow пропал множитель с логарифмом.", "Равна своей производной только показательная функция с основанием e."),
)
def exponential_without_logarithm(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x, "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row log_a the base plays no part.", "log_a and ln differ by a factor: which one, and is it above or below the line?"),
    ru=("В строке log_a основание никак не участвует.", "log_a отличается от ln множителем: каким и по какую сторону дробной черты?"),
)
def base_forgotten(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / x,
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row log_a the logarithm of the base multiplies.", "The larger the base, the flatter the curve: on which side of the line must it stand?"),
    ru=("В строке log_a на логарифм основания умножают.", "Чем больше основание, тем положе кривая: по какую сторону дробной черты ему место?"),
)
def base_multiplies(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / x * np.log(p),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The decimal logarithm stands where the natural one is due.", "Both rows with a base need ln: which function of NumPy is that?"),
    ru=("Вместо натурального логарифма взят десятичный.", "В обеих строках с основанием нужен ln: какая это функция NumPy?"),
)
def decimal_logarithm(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log10(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log10(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row cos has the wrong sign.", "Just to the right of 0 the cosine falls. Which sign has its slope there?"),
    ru=("В строке cos не тот знак.", "Сразу справа от нуля косинус убывает. Какого знака там его наклон?"),
)
def cosine_sign(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row sin has a minus.", "Just to the right of 0 the sine rises. Which sign has its slope there?"),
    ru=("В строке sin появился минус.", "Сразу справа от нуля синус растёт. Какого знака там его наклон?"),
)
def minus_at_the_sine(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: -np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row tan the cosine is not squared.", "The slope of tan at 1 is 3.4255. What does your row give there?"),
    ru=("В строке tan косинус не возведён в квадрат.", "Наклон тангенса в точке 1 равен 3.4255. Что там даёт ваша строка?"),
)
def tangent_square_missing(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x),
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The rows ln and tan give the functions themselves.", "That is how the slide is printed: two primes are missing there. The derivative is asked for."),
    ru=("Строки ln и tan дают сами функции.", "Так можно понять слайд: там пропали два штриха. Нужна производная."),
)
def functions_of_the_slide(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: np.log(x), "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: np.tan(x),
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row sqrt the 2 is missing.", "Write the root as a power with exponent ½: what does that exponent become?"),
    ru=("В строке sqrt пропала двойка.", "Запишите корень как степень с показателем ½: во что превращается этот показатель?"),
)
def root_without_two(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / np.sqrt(x), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row sqrt the root stands above the line.", "Python divides first and multiplies then: put the whole denominator in brackets."),
    ru=("В строке sqrt корень попал в числитель.", "Python сначала поделит, потом умножит: возьмите весь знаменатель в скобки."),
)
def root_multiplies(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / 2 * np.sqrt(x), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row arctan has the wrong sign in its denominator.", "The slope of arctan is finite everywhere, at x = 1 too: which denominator is never zero?"),
    ru=("В знаменателе строки arctan не тот знак.", "Наклон арктангенса конечен всюду, и при x = 1 тоже: какой знаменатель не обращается в нуль?"),
)
def arctan_minus(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 - x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row arctan is made by turning the row tan upside down.", "arctan undoes tan, but the slopes are taken at different points: use the last row of the table."),
    ru=("Строка arctan получена переворачиванием строки tan.", "Арктангенс обратен тангенсу, но наклоны берутся в разных точках: возьмите последнюю строку таблицы."),
)
def arctan_as_inverse_slope(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: np.cos(x) ** 2,
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row arctan is missing.", "The slide does not list it, the lecture uses it: look at the last row of the table in this notebook."),
    ru=("Нет строки arctan.", "На слайде её нет, но лекция ею пользуется: посмотрите последнюю строку таблицы в этом уроке."),
)
def arctan_missing(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)),
    }  # fmt: skip
    return rows[name]() if name in rows else None


@table_derivative.mistake(
    en=("All rows are computed at once, also those whose p is missing.", "A dictionary of values computes every value first: compute only the row that is asked for."),
    ru=("Вычисляются сразу все строки, в том числе те, для которых p не дано.", "Словарь значений сначала вычисляет все значения: вычисляйте только нужную строку."),
)
def every_row_at_once(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": 0 * x, "pow": p * x ** (p - 1), "exp": np.exp(x),
        "a_pow": p**x * np.log(p), "ln": 1 / x, "log_a": 1 / (x * np.log(p)),
        "sin": np.cos(x), "cos": -np.sin(x), "tan": 1 / np.cos(x) ** 2,
        "sqrt": 1 / (2 * np.sqrt(x)), "arctan": 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]


@table_derivative.mistake(
    en=("Some rows work for one number but not for an array.", "The functions of the math module take one number; those of NumPy take both."),
    ru=("Некоторые строки работают для одного числа, но не для массива.", "Функции модуля math принимают одно число, а функции NumPy — и число, и массив."),
)
def one_number_at_a_time(name, x, p=None):
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: math.exp(x),
        "a_pow": lambda: math.pow(p, x) * math.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * math.log(p)),
        "sin": lambda: math.cos(x), "cos": lambda: -math.sin(x), "tan": lambda: 1 / math.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * math.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.alternative
def by_dictionary(name, x, p=None):
    return {
        "const": lambda: x * 0.0,
        "pow": lambda: p * np.power(x, p) / x,
        "exp": lambda: math.e**x,
        "a_pow": lambda: np.log(p) * np.exp(x * np.log(p)),
        "ln": lambda: x**-1.0,
        "log_a": lambda: 1 / x / math.log(p),
        "sin": lambda: np.sin(x + np.pi / 2),
        "cos": lambda: np.cos(x + np.pi / 2),
        "tan": lambda: 1 + np.tan(x) ** 2,
        "sqrt": lambda: 0.5 * x**-0.5,
        "arctan": lambda: np.cos(np.arctan(x)) ** 2,
    }[name]()


@table_derivative.alternative
def number_by_number(name, x, p=None):
    if np.ndim(x):
        return [number_by_number(name, v, p) for v in x]
    match name:
        case "const":
            return 0
        case "pow":
            return p * x ** (p - 1)
        case "exp":
            return math.exp(x)
        case "a_pow":
            return p**x * math.log(p)
        case "ln" | "log_a":
            return 1 / (x * math.log(p or math.e))
        case "sin":
            return math.cos(x)
        case "cos":
            return -math.sin(x)
        case "tan":
            return math.cos(x) ** -2
        case "sqrt":
            return 0.5 / math.sqrt(x)
        case "arctan":
            return 1 / (x * x + 1)


# --------------------------------------------------------------------------------------- product_rule


@unit.exercise(points=2)
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x)


product_rule.example(*SQUARE, *SINE, then=((1.0,), (2.0,)))
product_rule.example(*CUBE, *BELL, then=((2.0,), (np.array([0.5, -1.0]),)))


@product_rule.probe("general")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -0.8)]


@product_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    return [function(answer(*d, *a))(rng.uniform(-1.2, 1.2, size=4)), function(answer(*b, *c))(rng.uniform(0.3, 1.2, size=(2, 3)))]


@product_rule.mistake(
    en=("The two derivatives are multiplied.", "A product has two factors, and each of them may move while the other stands still: that makes two terms."),
    ru=("Перемножены две производные.", "В произведении два множителя, и каждый может меняться, пока другой стоит: получаются два слагаемых."),
)
def derivatives_multiplied(f, df, g, dg):
    return lambda x: df(x) * dg(x)


@product_rule.mistake(
    en=("The two terms are subtracted.", "The minus belongs to the quotient. If both factors grow, the product grows faster."),
    ru=("Два слагаемых вычитаются.", "Минус — из правила для частного. Если оба множителя растут, произведение растёт тем быстрее."),
)
def product_with_minus(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@product_rule.mistake(
    en=("One of the two terms is missing.", "Your function lets only f move. What if g moves and f stands still?"),
    ru=("Не хватает одного из двух слагаемых.", "У вас меняется только f. А если меняется g, а f стоит на месте?"),
)
def first_term_only(f, df, g, dg):
    return lambda x: df(x) * g(x)


@product_rule.mistake(
    en=("Each function meets its own derivative.", "While f moves, the other factor stands still: with which function is f′ multiplied?"),
    ru=("Каждая функция умножена на собственную производную.", "Пока меняется f, другой множитель стоит: на какую функцию умножается f′?"),
)
def each_with_its_own(f, df, g, dg):
    return lambda x: f(x) * df(x) + g(x) * dg(x)


@product_rule.mistake(
    en=("The derivatives are only added: that is the rule for a sum.", "The area of a large rectangle grows faster than that of a small one, so f and g themselves must appear."),
    ru=("Производные просто сложены: это правило для суммы.", "Площадь большого прямоугольника растёт быстрее, чем маленького, поэтому нужны и сами f и g."),
)
def rule_of_the_sum(f, df, g, dg):
    return lambda x: df(x) + dg(x)


@product_rule.mistake(
    en=("This is the product itself.", "Its derivative is asked for: where are df and dg used?"),
    ru=("Это само произведение.", "Нужна его производная: где у вас используются df и dg?"),
)
def product_itself(f, df, g, dg):
    return lambda x: f(x) * g(x)


@product_rule.mistake(
    en=("A prime is missing in the second term.", "In each of the two terms exactly one function carries a prime."),
    ru=("Во втором слагаемом пропал штрих.", "В каждом из двух слагаемых штрих стоит ровно у одной функции."),
)
def second_prime_missing(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * g(x)


@product_rule.alternative
def by_inner_function(f, df, g, dg):
    def derivative(x):
        first = f(x) * dg(x)
        second = g(x) * df(x)
        return first + second

    return derivative


@product_rule.alternative
def number_after_number(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        return sum(a(x) * b(x) for a, b in ((f, dg), (df, g)))

    return derivative


# -------------------------------------------------------------------------------------- quotient_rule


@unit.exercise(points=2)
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


quotient_rule.example(*SQUARE, *BELL, then=((2.0,), (-0.5,)))
quotient_rule.example(*SINE, *BELL, then=((1.0,), (np.array([0.5, 2.0]),)))


@quotient_rule.probe("general")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -0.8)]


@quotient_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    return [function(answer(*d, *a))(rng.uniform(-1.2, 1.2, size=4)), function(answer(*b, *c))(rng.uniform(0.3, 1.2, size=(2, 3)))]


@quotient_rule.mistake(
    en=("One derivative is divided by the other.", "The rule has a numerator of two terms and the square of a function below the line."),
    ru=("Одна производная поделена на другую.", "В правиле числитель из двух слагаемых, а под чертой — квадрат функции."),
)
def derivatives_divided(f, df, g, dg):
    return lambda x: df(x) / dg(x)


@quotient_rule.mistake(
    en=("The two terms of the numerator are added.", "If only the denominator g grows, the fraction becomes smaller: which sign has the term with g′?"),
    ru=("Два слагаемых числителя складываются.", "Если растёт только знаменатель g, дробь уменьшается: какой знак у слагаемого с g′?"),
)
def quotient_with_plus(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("The numerator has the wrong sign: its two terms are in the wrong order.", "If only f grows, the fraction grows: the term with f′ comes first and is positive."),
    ru=("У числителя неверный знак: два слагаемых стоят не в том порядке.", "Если растёт только f, дробь растёт: слагаемое с f′ идёт первым и берётся с плюсом."),
)
def numerator_turned_round(f, df, g, dg):
    return lambda x: (f(x) * dg(x) - df(x) * g(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("The denominator is not squared.", "Try f = 1 and g = x: the slope of 1/x at 2 is −1/4. What do you get?"),
    ru=("Знаменатель не возведён в квадрат.", "Возьмите f = 1 и g = x: наклон 1/x в точке 2 равен −1/4. А у вас?"),
)
def denominator_not_squared(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x)


@quotient_rule.mistake(
    en=("There is no denominator.", "What is left is half of the rule: by the square of which function is the numerator divided?"),
    ru=("Нет знаменателя.", "Это только половина правила: на квадрат какой функции делится числитель?"),
)
def denominator_missing(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@quotient_rule.mistake(
    en=("The square of the wrong function stands below the line.", "Which of the two is the denominator of the fraction f/g?"),
    ru=("Под чертой квадрат не той функции.", "Какая из двух функций — знаменатель дроби f/g?"),
)
def square_of_the_numerator(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / f(x) ** 2


@quotient_rule.mistake(
    en=("Only the second term is divided.", "Division binds tighter than subtraction: put the whole numerator in brackets."),
    ru=("Делится только второе слагаемое.", "Деление выполняется раньше вычитания: возьмите весь числитель в скобки."),
)
def numerator_without_brackets(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x) / g(x) ** 2


@quotient_rule.mistake(
    en=("The derivative of the denominator is squared instead of the denominator.", "Below the line there is no prime at all."),
    ru=("В квадрат возведена производная знаменателя, а не сам знаменатель.", "Под чертой штрихов нет вовсе."),
)
def square_of_the_derivative(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / dg(x) ** 2


@quotient_rule.alternative
def as_two_fractions(f, df, g, dg):
    def derivative(x):
        return df(x) / g(x) - f(x) * dg(x) / g(x) / g(x)

    return derivative


@quotient_rule.alternative
def as_a_product(f, df, g, dg):
    return lambda x: df(x) * g(x) ** -1.0 + f(x) * (-(g(x) ** -2.0)) * dg(x)


@quotient_rule.alternative
def one_after_another(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        below = g(x)
        return (df(x) * below - f(x) * dg(x)) / (below * below)

    return derivative


# ----------------------------------------------------------------------------------------- chain_rule


@unit.exercise(points=2)
def chain_rule(df, g, dg):
    return lambda x: df(g(x)) * dg(x)


chain_rule.example(public.d_sine, *SQUARE, then=((1.0,), (-0.5,)))
chain_rule.example(public.d_cube, *SINE, then=((0.5,), (np.array([1.0, 2.0]),)))


@chain_rule.probe("general")
def _(answer, rng):
    (_, da), (b, db), (c, dc), (d, dd) = _functions(rng)
    made = [function(answer(da, b, db)), function(answer(db, d, dd)), function(answer(dc, b, db)), function(answer(dd, c, dc))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.3)), -0.8)]


@chain_rule.probe("vector")
def _(answer, rng):
    (_, da), (b, db), (c, dc), (d, dd) = _functions(rng)
    return [function(answer(da, d, dd))(rng.uniform(-1.2, 1.2, size=4)), function(answer(dd, b, db))(rng.uniform(0.3, 1.2, size=(2, 3)))]


@chain_rule.mistake(
    en=("The outer rate is taken at x.", "What enters the outer function is g(x): its rate is measured there."),
    ru=("Внешняя скорость взята в точке x.", "Во внешнюю функцию входит g(x): там и измеряется её скорость."),
)
def both_rates_at_x(df, g, dg):
    return lambda x: df(x) * dg(x)


@chain_rule.mistake(
    en=("The inner rate is missing.", "The inner value moves as well when x moves: how fast?"),
    ru=("Не хватает внутренней скорости.", "Внутреннее значение тоже меняется вместе с x: с какой скоростью?"),
)
def inner_rate_forgotten(df, g, dg):
    return lambda x: df(g(x))


@chain_rule.mistake(
    en=("The outer rate is taken at the derivative of the inner function.", "The outer function never sees g′: which number enters it?"),
    ru=("Внешняя скорость взята в точке, равной производной внутренней функции.", "Внешняя функция не видит g′: какое число в неё входит?"),
)
def outer_at_inner_derivative(df, g, dg):
    return lambda x: df(dg(x))


@chain_rule.mistake(
    en=("The outer rate is multiplied by the inner value.", "Two rates are multiplied: which of your two factors is not a rate?"),
    ru=("Внешняя скорость умножена на внутреннее значение.", "Перемножаются две скорости: какой из ваших множителей не скорость?"),
)
def times_inner_value(df, g, dg):
    return lambda x: df(g(x)) * g(x)


@chain_rule.mistake(
    en=("The two rates are added.", "6 km an hour and 60 kcal for each km: how many kcal an hour is that?"),
    ru=("Скорости сложены.", "6 км в час и 60 ккал на каждый километр: сколько это ккал в час?"),
)
def rates_added(df, g, dg):
    return lambda x: df(g(x)) + dg(x)


@chain_rule.mistake(
    en=("The inner rate is taken at the inner value.", "x enters the inner function, so that is where its rate is measured."),
    ru=("Внутренняя скорость взята в точке g(x).", "Во внутреннюю функцию входит x, значит, её скорость измеряется там."),
)
def inner_rate_at_inner_value(df, g, dg):
    return lambda x: df(g(x)) * dg(g(x))


@chain_rule.mistake(
    en=("The two rates have changed places.", "df belongs to the outer function and is measured at g(x); dg is measured at x."),
    ru=("Скорости поменялись местами.", "df относится к внешней функции и измеряется в точке g(x), а dg — в точке x."),
)
def rates_swapped(df, g, dg):
    return lambda x: df(x) * dg(g(x))


@chain_rule.alternative
def in_steps(df, g, dg):
    def derivative(x):
        u = g(x)
        inner = dg(x)
        return inner * df(u)

    return derivative


@chain_rule.alternative
def by_numbers(df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        return df(g(x)) * dg(x)

    return derivative


@chain_rule.alternative
def callable_object(df, g, dg):
    class Derivative:
        def __call__(self, x):
            return np.multiply(dg(x), df(g(x)))

    return Derivative()


# -------------------------------------------------------------------------------------- d_arctan2_x3


@unit.exercise(points=2)
def d_arctan2_x3(x):
    return 6 * x**2 * np.arctan(x**3) / (1 + x**6)


d_arctan2_x3.example(1.0)
d_arctan2_x3.example(-0.5)
d_arctan2_x3.example(np.array([0.75, 2.0]))


@d_arctan2_x3.probe("general")
def _(answer, rng):
    xs = [float(x) for x in rng.uniform(0.5, 1.6, size=4)]
    return [answer(x) for x in (0.0, xs[0], -xs[1], xs[2], -xs[3], 2.3)]


@d_arctan2_x3.probe("vector")
def _(answer, rng):
    return [answer(rng.uniform(-1.6, 1.6, size=5)), answer(rng.uniform(0.4, 1.6, size=(2, 3)))]


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
    en=("The rate of the outer square is taken at x.", "What is squared at the end is arctan x³, not arctan x."),
    ru=("Скорость внешнего квадрата взята не в той точке.", "В конце в квадрат возводится arctg x³, а не arctg x."),
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
    en=("It works for a single number only.", "The functions of the math module do not take arrays; those of NumPy do."),
    ru=("Работает только для одного числа.", "Функции модуля math не принимают массивы, а функции NumPy принимают."),
)
def math_arctan(x):
    return 6 * x**2 * math.atan(x**3) / (1 + x**6)


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


# --------------------------------------------------------------------------------- d_ln_cos2_sin_sqrt


@unit.exercise(points=2)
def d_ln_cos2_sin_sqrt(x):
    root = np.sqrt(x)
    return -np.tan(np.sin(root)) * np.cos(root) / root


d_ln_cos2_sin_sqrt.example(0.25)
d_ln_cos2_sin_sqrt.example(4.0)
d_ln_cos2_sin_sqrt.example(np.array([1.0, 9.0]))


@d_ln_cos2_sin_sqrt.probe("general")
def _(answer, rng):
    return [answer(float(x)) for x in (*rng.uniform(0.3, 2.0, size=3), *rng.uniform(3.0, 8.0, size=3))]


@d_ln_cos2_sin_sqrt.probe("vector")
def _(answer, rng):
    return [answer(rng.uniform(0.3, 8.0, size=5)), answer(rng.uniform(0.3, 2.0, size=(2, 3)))]


@d_ln_cos2_sin_sqrt.mistake(
    en=("The sign is wrong.", "One of the five links has a negative rate: which row of the table has a minus?"),
    ru=("Неверный знак.", "У одного из пяти звеньев скорость отрицательна: в какой строке таблицы минус?"),
)
def minus_of_cosine_lost(x):
    root = np.sqrt(x)
    return np.tan(np.sin(root)) * np.cos(root) / root


@d_ln_cos2_sin_sqrt.mistake(
    en=("The rate of the root is missing.", "The innermost link is √x: its row of the table has not been used."),
    ru=("Не хватает скорости корня.", "Самое внутреннее звено — √x: его строка таблицы не использована."),
)
def root_rate_missing(x):
    root = np.sqrt(x)
    return -2 * np.tan(np.sin(root)) * np.cos(root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("The square of the cosine has been lost.", "Between the cosine and the logarithm stands a square: it has a rate of its own."),
    ru=("Потерян квадрат косинуса.", "Между косинусом и логарифмом стоит квадрат: у него есть своя скорость."),
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
    en=("The 2 in the rate of the root is missing.", "Look at the row for √x: what stands before the root in the denominator?"),
    ru=("В скорости корня пропала двойка.", "Посмотрите на строку для √x: что стоит перед корнем в знаменателе?"),
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
    en=("The rate of the square is taken without what is squared.", "The rate of u² is 2u: here u is the cosine, and one power of it must stay above the line."),
    ru=("В скорости квадрата нет того, что возводят в квадрат.", "Скорость u² равна 2u: здесь u — косинус, и одна его степень должна остаться в числителе."),
)
def square_rate_without_cosine(x):
    root = np.sqrt(x)
    s = np.sin(root)
    return -2 * np.sin(s) / np.cos(s) ** 2 * np.cos(root) / (2 * root)


@d_ln_cos2_sin_sqrt.mistake(
    en=("It takes one number at a time only.", "The functions of the math module do not accept arrays; those of NumPy do."),
    ru=("Принимает только одно число за раз.", "Функции модуля math не принимают массивы, а функции NumPy принимают."),
)
def math_functions(x):
    root = math.sqrt(x)
    return -math.tan(math.sin(root)) * math.cos(root) / root


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
    return -2 * math.sin(s) * math.cos(s) / math.cos(s) ** 2 * math.cos(x**0.5) * 0.5 * x**-0.5


@d_ln_cos2_sin_sqrt.alternative
def by_double_angle(x):
    s = np.sin(np.sqrt(x))
    return -np.sin(2 * s) / (1 + np.cos(2 * s)) * np.cos(np.sqrt(x)) / np.sqrt(x)


# ------------------------------------------------------------------------------------------- chain_n


@unit.exercise(points=3)
def chain_n(links, x):
    rate = 1.0
    for f, df in links:
        rate = rate * df(x)
        x = f(x)
    return rate


chain_n.example([BELL, SINE, SQUARE], 0.75)
chain_n.example([CUBE, SINE], 1.5)
chain_n.example([CUBE, SINE], np.array([0.5, -1.0]))


@chain_n.probe("simple")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    return [answer([b, a], float(rng.uniform(0.4, 1.4))), answer([d, b], -0.7), answer([c, d], 0.9)]


@chain_n.probe("general")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    x = [float(v) for v in rng.uniform(0.4, 1.1, size=2)]
    return [answer([b, d, a], x[0]), answer([a, b, c, b], x[1]), answer([a, d, b, a, d], -0.6)]


@chain_n.probe("edge", credit=0.5)
def _(answer, rng):
    a, b, c, d = _functions(rng)
    return [answer([b], float(rng.uniform(0.4, 1.4))), answer([c], -0.7), answer([a], 0.6), answer([d, d], 0.5)]


@chain_n.probe("vector", credit=0.5)
def _(answer, rng):
    a, b, c, d = _functions(rng)
    return [answer([a, b, d], rng.uniform(-1.0, 1.0, size=4)), answer([b, c], rng.uniform(-1.0, 1.0, size=(2, 3)))]


@chain_n.mistake(
    en=("All rates are taken at x.", "What enters the second link is the value of the first one, and so on: keep that value as you go."),
    ru=("Все скорости взяты в точке x.", "Во второе звено входит значение первого, и так далее: по пути храните это значение."),
)
def every_rate_at_x(links, x):
    rate = 1.0
    for _, df in links:
        rate = rate * df(x)
    return rate


@chain_n.mistake(
    en=("The chain is walked from the wrong end.", "The first pair of the list is the innermost link: x enters it first."),
    ru=("Цепочка пройдена не с того конца.", "Первая пара списка — самое внутреннее звено: x входит сначала в него."),
)
def from_outer_to_inner(links, x):
    rate = 1.0
    for f, df in links[::-1]:
        rate = rate * df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The rate of a link is taken after the link.", "First ask for the rate at what enters the link, then replace the value."),
    ru=("Скорость звена берётся после звена.", "Сначала спросите скорость в том, что входит в звено, потом заменяйте значение."),
)
def rate_after_the_link(links, x):
    rate = 1.0
    for f, df in links:
        x = f(x)
        rate = rate * df(x)
    return rate


@chain_n.mistake(
    en=("This is the value of the chain, not its derivative.", "The second function of each pair has not been used."),
    ru=("Это значение цепочки, а не её производная.", "Вторая функция каждой пары не использована."),
)
def value_of_the_chain(links, x):
    for f, _ in links:
        x = f(x)
    return x


@chain_n.mistake(
    en=("The rates are summed up.", "Each link stretches what the one before hands on: which operation is that?"),
    ru=("Скорости сложены.", "Каждое звено растягивает то, что передало предыдущее: какая это операция?"),
)
def sum_of_rates(links, x):
    total = 0.0
    for f, df in links:
        total = total + df(x)
        x = f(x)
    return total


@chain_n.mistake(
    en=("Only the rate of the last link is returned.", "The rates of all links must be multiplied: what is lost from one turn of the loop to the next?"),
    ru=("Возвращается скорость только последнего звена.", "Нужно перемножить скорости всех звеньев: что теряется от прохода к проходу?"),
)
def last_rate_only(links, x):
    for f, df in links:
        rate = df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("The innermost link is left out of the product.", "Which rate belongs to the first pair of the list?"),
    ru=("В произведении нет самого внутреннего звена.", "Какая скорость относится к первой паре списка?"),
)
def first_rate_left_out(links, x):
    rate = 1.0 + 0 * x
    x = links[0][0](x)
    for f, df in links[1:]:
        rate = rate * df(x)
        x = f(x)
    return rate


@chain_n.mistake(
    en=("Exactly two links are used.", "The list may have any length, one or five: let a loop walk through it."),
    ru=("Использованы ровно два звена.", "В списке может быть сколько угодно звеньев, одно или пять: пройдите его циклом."),
)
def two_links_only(links, x):
    (f, df), (_, dg) = links[0], links[1]
    return dg(f(x)) * df(x)


@chain_n.alternative
def by_recursion(links, x):
    f, df = links[0]
    if len(links) == 1:
        return df(x)
    return df(x) * by_recursion(links[1:], f(x))


@chain_n.alternative
def values_then_rates(links, x):
    values = [x]
    for pair in links:
        values.append(pair[0](values[-1]))
    return np.prod([pair[1](value) for pair, value in zip(links, values[:-1], strict=True)], axis=0)


@chain_n.alternative
def backwards(links, x):
    entering = []
    for f, _ in links:
        entering.append(x)
        x = f(x)
    result = np.ones(np.shape(x))
    for k in range(len(links) - 1, -1, -1):
        result = result * np.asarray(links[k][1](entering[k]))
    return result.tolist()


# ---------------------------------------------------------------------------------- total_derivative


def _at(u, i):
    """Return entry i of the inner values, whatever a learner passes for them: wrong arguments give wrong numbers."""
    u = np.asarray(u, dtype=float).reshape(-1)
    return float(u[i % u.size])


def _outer(rng, n):
    """Return the partial derivatives of y = a·u₁·u₂·…·uₙ + Σ bᵢ·sin uᵢ; each depends on all inner values."""
    a, b = rng.uniform(0.5, 1.5), rng.uniform(0.5, 1.5, size=n)

    def partial(i):
        return lambda u: float(a * math.prod(_at(u, j) for j in range(n) if j != i) + b[i] * math.cos(_at(u, i)))

    return [partial(i) for i in range(n)]


@unit.exercise(points=3)
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner], dtype=float)
    return sum(partial(u) * dg(x) for partial, dg in zip(partials, d_inner, strict=True))


total_derivative.example([public.second, public.first], [*SQUARE], [public.d_square, public.two], 3.0)
total_derivative.example([public.twice_the_sum] * 2, [*SQUARE], [public.d_square, public.two], 0.5)


@total_derivative.probe("simple")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    x = float(rng.uniform(0.4, 1.4))
    return [answer(_outer(rng, 2), [b[0], d[0]], [b[1], d[1]], x), answer(_outer(rng, 2), [d[0], a[0]], [d[1], a[1]], -0.6)]


@total_derivative.probe("general")
def _(answer, rng):
    a, b, c, d = _functions(rng)
    f, df = zip(b, d, a, strict=True)
    g, dg = zip(c, a, d, b, strict=True)
    return [
        answer(_outer(rng, 3), list(f), list(df), float(rng.uniform(0.4, 1.2))),
        answer(_outer(rng, 4), list(g), list(dg), -float(rng.uniform(0.4, 0.9))),
    ]


@total_derivative.probe("edge", credit=0.5)
def _(answer, rng):
    a, b, c, d = _functions(rng)
    shared = [b, b]  # the same value enters twice: both paths count
    f, df = zip(*shared, strict=True)
    return [
        answer(_outer(rng, 1), [d[0]], [d[1]], float(rng.uniform(0.4, 1.2))),
        answer(_outer(rng, 2), list(f), list(df), 0.9),
    ]


@total_derivative.mistake(
    en=("The rates of the inner functions are missing.", "On each path there are two rates: from x to uᵢ, then from uᵢ to y."),
    ru=("Не хватает скоростей внутренних функций.", "На каждом пути две скорости: от x к uᵢ, затем от uᵢ к y."),
)
def partials_only(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) for p in partials)


@total_derivative.mistake(
    en=("The partial derivatives are taken at x.", "y depends on the inner values: at which numbers are its partial derivatives measured?"),
    ru=("Частные производные взяты в точке x.", "y зависит от внутренних значений: в каких числах измеряются его частные производные?"),
)
def partials_at_x(partials, inner, d_inner, x):
    return sum(p(np.full(len(inner), x)) * d(x) for p, d in zip(partials, d_inner, strict=True))


@total_derivative.mistake(
    en=("The paths are multiplied.", "Along a path the rates are multiplied; what is done with the paths themselves?"),
    ru=("Пути перемножены.", "Вдоль пути скорости перемножаются, а что делают с самими путями?"),
)
def product_over_paths(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    result = 1.0
    for p, d in zip(partials, d_inner, strict=True):
        result *= p(u) * d(x)
    return result


@total_derivative.mistake(
    en=("Only the first path is counted.", "x reaches y by as many paths as there are inner functions."),
    ru=("Учтён только первый путь.", "x влияет на y столькими путями, сколько внутренних функций."),
)
def first_path_only(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return partials[0](u) * d_inner[0](x)


@total_derivative.mistake(
    en=("The mean over the paths is taken.", "The pushes that arrive by different paths add up; nothing is divided."),
    ru=("Взято среднее по путям.", "Сдвиги, пришедшие разными путями, складываются; делить ни на что не надо."),
)
def mean_over_paths(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return np.mean([p(u) * d(x) for p, d in zip(partials, d_inner, strict=True)])


@total_derivative.mistake(
    en=("The partial derivative is multiplied by the inner value instead of the inner rate.", "Two rates stand on a path: compare the lists inner and d_inner."),
    ru=("Частная производная умножена на внутреннее значение, а не на внутреннюю скорость.", "На пути стоят две скорости: сравните списки inner и d_inner."),
)
def inner_value_for_rate(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) * v for p, v in zip(partials, u, strict=True))


@total_derivative.mistake(
    en=("The inner rates are taken at the inner values.", "x enters the inner functions: their rates are measured at x."),
    ru=("Внутренние скорости взяты в точках uᵢ.", "Во внутренние функции входит x: их скорости измеряются в точке x."),
)
def inner_rates_at_u(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) * d(v) for p, d, v in zip(partials, d_inner, u, strict=True))


@total_derivative.mistake(
    en=("Each partial derivative gets only its own inner value.", "The slope in the direction of u₁ may depend on u₂: hand over all inner values together."),
    ru=("Каждая частная производная получает только своё внутреннее значение.", "Наклон по u₁ может зависеть от u₂: передавайте все внутренние значения вместе."),
)
def only_its_own_value(partials, inner, d_inner, x):
    return sum(p(np.array([g(x)])) * d(x) for p, g, d in zip(partials, inner, d_inner, strict=True))


@total_derivative.mistake(
    en=("The inner values are handed over as separate arguments.", "A partial derivative takes one argument here: the array of all inner values."),
    ru=("Внутренние значения переданы отдельными аргументами.", "Частная производная здесь принимает один аргумент: массив всех внутренних значений."),
)
def separate_arguments(partials, inner, d_inner, x):
    u = [g(x) for g in inner]
    return sum(p(*u) * d(x) for p, d in zip(partials, d_inner, strict=True))


@total_derivative.mistake(
    en=("The contributions of the paths come back one by one.", "One number is asked for: what is done with the paths at the end?"),
    ru=("Вклады путей возвращаются по отдельности.", "Нужно одно число: что делают с путями в конце?"),
)
def paths_not_added(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return [p(u) * d(x) for p, d in zip(partials, d_inner, strict=True)]


@total_derivative.alternative
def as_dot_product(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return np.dot([p(u) for p in partials], [d(x) for d in d_inner])


@total_derivative.alternative
def with_a_list(partials, inner, d_inner, x):
    u = []
    for g in inner:
        u.append(g(x))
    total = 0
    for i in range(len(u)):
        total = total + d_inner[i](x) * partials[i](u)
    return total


# ---------------------------------------------------------------------------------------- wrong_rows


def _right(rng):
    """Return right rows with moderate second derivatives on 0.3 … 1.5."""
    a, b = rng.uniform(0.6, 1.2, size=2)
    return [
        (lambda x: np.sin(a * x), lambda x: a * np.cos(a * x)),
        (lambda x: 0.7 * b * x + 1.0, lambda x: 0.7 * b + 0 * x),
        (lambda x: b * np.exp(x), lambda x: b * np.exp(x)),
        (lambda x: b * x**3, lambda x: 3 * b * x**2),
    ]


def _wrong(rng):
    """Return rows that are wrong at every x of 0.3 … 1.5, by 0.1 or more: two too small, two too large."""
    a, b = rng.uniform(0.6, 1.2, size=2)
    return [
        (lambda x: a * x**2, lambda x: a * x),
        (lambda x: 1.0 + np.cos(b * x), lambda x: b * np.sin(b * x) + 0.1),
        (lambda x: np.exp(a * x), lambda x: a * np.exp(a * x) - 0.3),
        (lambda x: np.arctan(x), lambda x: 1.0 / (1.0 + x**2) + 0.25),
    ]


def _wrong_at(xs, *wrong):
    """Return a row (sin 0.8x + x) that is wrong by ``wrong[i]`` at ``xs[i]`` and right elsewhere."""

    def df(x):
        off = sum(w * (np.abs(np.asarray(x) - at) < 1e-9) for at, w in zip(xs, wrong, strict=True))
        return 0.8 * np.cos(0.8 * x) + 1.0 + off

    return lambda x: np.sin(0.8 * x) + x, df


@unit.exercise(points=3)
def wrong_rows(rows, xs):
    h = 1e-5
    return [
        i for i, (f, df) in enumerate(rows) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs)
    ]


# The first two rows are right, the third is wrong everywhere, the others are wrong at some points only.
wrong_rows.example(
    [
        (public.exponential, public.exponential), (public.gentle, public.d_gentle), (public.tangent, public.secant),
        (public.size, public.one), (public.square, public.one), (public.hill, public.one),
    ],
    np.array([0.5, 2.0, -1.0]),
)  # fmt: skip
wrong_rows.example([SINE, (public.tangent, public.secant), CUBE, (public.exponential, public.square)], np.array([0.5, 1.0]))


@wrong_rows.probe("simple")
def _(answer, rng):
    right, wrong = _right(rng), _wrong(rng)
    xs = rng.uniform(0.4, 1.4, size=2)
    return [
        answer(shuffled(rng, [right[0], wrong[0], right[1], right[3], wrong[3]]), xs),
        answer(shuffled(rng, right[1:]), xs),
        answer(shuffled(rng, wrong[1:3]), xs),
    ]


@wrong_rows.probe("edge")
def _(answer, rng):
    right, xs = _right(rng), np.sort(rng.uniform(0.4, 1.4, size=3)) + np.array([0.0, 0.05, 0.1])
    return [
        answer(shuffled(rng, [_wrong_at(xs, 0.3, 0, 0), *right[1:3], _wrong_at(xs, 0, -0.3, 0)]), xs),
        answer(shuffled(rng, [right[3], _wrong_at(xs, 0, 0, -0.4), _wrong_at(xs, 0.5, -0.25, -0.25)]), xs),
    ]


@wrong_rows.probe("general")
def _(answer, rng):
    right, wrong = _right(rng), _wrong(rng)
    xs = rng.uniform(0.4, 1.4, size=2)
    order = rng.permutation(4)
    return [
        answer(shuffled(rng, [wrong[1], right[order[0]], wrong[2], right[order[1]], wrong[0]]), xs),
        answer(shuffled(rng, [right[order[2]], right[1], wrong[3], right[order[3]]]), xs),
    ]


@wrong_rows.mistake(
    en=("Only the first x is looked at.", "A wrong row may be right at some points by chance: try all of xs."),
    ru=("Проверяется только первое значение x.", "Неверная строка в некоторых точках может случайно совпасть: проверьте все точки xs."),
)
def first_x_only(rows, xs):
    h, x, found = 1e-5, xs[0], []
    for i, (f, df) in enumerate(rows):
        if abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4:
            found.append(i)
    return found


@wrong_rows.mistake(
    en=("A row counts as wrong only if it is wrong everywhere.", "One x is enough to convict a row: any or all?"),
    ru=("Строка считается неверной, только если она неверна всюду.", "Чтобы уличить строку, хватит одного x: any или all?"),
)
def wrong_everywhere(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if all(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("The right rows are returned.", "The task asks for the rows that do not pass: turn the condition round."),
    ru=("Возвращаются верные строки.", "Нужны строки, не прошедшие проверку: переверните условие."),
)
def right_rows(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if all(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) <= 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("A truth value for every row comes back.", "The numbers of the wrong rows are asked for, only those."),
    ru=("Для каждой строки возвращается логическое значение.", "Нужны номера неверных строк, и только они."),
)
def a_mask(rows, xs):
    h = 1e-5
    return [any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs) for f, df in rows]


@wrong_rows.mistake(
    en=("The rows are counted from 1.", "In Python the first row has the number 0."),
    ru=("Строки нумеруются с единицы.", "В Python у первой строки номер 0."),
)
def counted_from_one(rows, xs):
    h = 1e-5
    return [
        i for i, (f, df) in enumerate(rows, 1) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs)
    ]


@wrong_rows.mistake(
    en=("Only deviations to one side are seen.", "A derivative can be too large or too small: compare the size of the difference."),
    ru=("Видны отклонения только в одну сторону.", "Производная бывает и завышена, и занижена: сравнивайте величину разности."),
)
def one_side_only(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any((f(x + h) - f(x - h)) / (2 * h) - df(x) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("Deviations of different sign cancel.", "Take the size of each difference before you put the points together."),
    ru=("Отклонения разных знаков гасят друг друга.", "Берите величину каждой разности до того, как объединяете точки."),
)
def deviations_cancel(rows, xs):
    h = 1e-5
    return [
        i
        for i, (f, df) in enumerate(rows)
        if abs(np.mean([(f(x + h) - f(x - h)) / (2 * h) - df(x) for x in xs])) > 1e-4
    ]


@wrong_rows.mistake(
    en=("The numerical slope must agree to the last digit.", "A quotient over a small step is never exact: which difference do you allow?"),
    ru=("Требуется совпадение до последней цифры.", "Отношение приращений никогда не бывает точным: какую разницу вы допускаете?"),
)
def no_tolerance(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any((f(x + h) - f(x - h)) / (2 * h) != df(x) for x in xs)]


@wrong_rows.mistake(
    en=("The step is so long that right rows fail too.", "A secant over a step of 1 is no tangent: take a much smaller step."),
    ru=("Шаг так велик, что не проходят и верные строки.", "Секущая с шагом 1 — ещё не касательная: возьмите шаг намного меньше."),
)
def step_too_long(rows, xs):
    return [i for i, (f, df) in enumerate(rows) if any(abs((f(x + 1) - f(x)) - df(x)) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("The function is compared with its derivative.", "First make a numerical slope of f, then compare that with df."),
    ru=("Функция сравнивается со своей производной.", "Сначала получите численный наклон f, потом сравнивайте его с df."),
)
def value_against_derivative(rows, xs):
    return [i for i, (f, df) in enumerate(rows) if any(abs(f(x) - df(x)) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("A row is named once for every x at which it is wrong.", "Each wrong row is named once: leave the loop over xs when it is convicted."),
    ru=("Строка названа столько раз, во скольких точках она неверна.", "Каждая неверная строка называется один раз: уличив её, прервите цикл по xs."),
)
def named_again_and_again(rows, xs):
    h, found = 1e-5, []
    for i, (f, df) in enumerate(rows):
        for x in xs:
            if abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4:
                found.append(i)
    return found


@wrong_rows.mistake(
    en=("How many rows are wrong comes back, not which.", "Collect the numbers of the wrong rows in a list."),
    ru=("Возвращается, сколько строк неверны, а не какие.", "Соберите номера неверных строк в список."),
)
def how_many(rows, xs):
    h = 1e-5
    return sum(any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs) for f, df in rows)


@wrong_rows.alternative
def vectorised(rows, xs):
    h = 1e-6
    off = [np.max(np.abs((f(xs + h) - f(xs - h)) / (2 * h) - df(xs))) for f, df in rows]
    return np.flatnonzero(np.array(off) > 1e-3)


@wrong_rows.alternative
def forward_difference(rows, xs):
    found = []
    for i in range(len(rows)):
        f, df = rows[i]
        for x in xs:
            if abs((f(x + 1e-7) - f(x)) / 1e-7 - df(x)) > 0.01:
                found.append(i)
                break
    return found


@wrong_rows.alternative
def by_isclose(rows, xs):
    h = 1e-4
    return tuple(
        i for i, (f, df) in enumerate(rows) if not np.allclose([(f(x + h) - f(x - h)) / (2 * h) for x in xs], [df(x) for x in xs], rtol=1e-4, atol=1e-4)
    )
