"""Derivative from one row of the table."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.sandbox import Raised
from course.compare import mismatch


@exercise(points=5.5)
def table_derivative(name, x, p=None):
    if name == "const":
        return 0 * x
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
table_derivative.example("pow", 2.0, 3)
table_derivative.example("pow", np.array([-2.0, 1.5]), 2)
table_derivative.example("exp", np.array([0.5, -1.0]))
table_derivative.example("a_pow", 3.0, 2)
table_derivative.example("a_pow", np.array([1.0, 2.0]), 3.0)
table_derivative.example("ln", 4.0)
table_derivative.example("log_a", np.array([5.0, 0.5]), 2)
table_derivative.example("sin", np.array([1.0, -2.0]))
table_derivative.example("cos", np.array([1.0, -2.0]))
table_derivative.example("tan", np.array([0.5, -1.0]))
table_derivative.example("sqrt", 4.0)
table_derivative.example("sqrt", np.array([0.25, 9.0]))
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


def _drawn(rng, size, low, high, both):
    """Return numbers of sizes low to high, every second one negative if there are ``both`` signs, in random order."""
    signs = np.resize([-1.0, 1.0] if both else [1.0], size)
    return rng.permutation(signs) * rng.uniform(low, high, size=size)


def _row(name, low, high, parameters=None, both=True, whole=True):
    """Add the two tests of a row: single numbers, then arrays; whole numbers among both.

    ``parameters`` draws (p, both): values of p, each with the signs of x that it allows; the last p is a whole number.
    Without ``whole`` no array of whole numbers is asked for: NumPy refuses such an array to the power −1.
    """

    def given(rng):
        return parameters(rng) if parameters else [(None, both)]

    def ask(answer, x, p):
        return answer(name, x) if p is None else answer(name, x, p)

    @table_derivative.probe("general", part=name)
    def _(answer, rng):
        ps = given(rng)
        seen = [ask(answer, float(x), p) for p, signs in ps for x in _drawn(rng, 2, low, high, signs)]
        seen.append(ask(answer, int(rng.integers(1, 5)), ps[-1][0]))
        return [*seen, _moves(answer, rng)] if name == "const" else seen

    @table_derivative.probe("vector", credit=0.5, part=name)
    def _(answer, rng):
        ps = given(rng)
        (p, signs), (q, others) = ps[0], ps[-1]
        seen = [ask(answer, _drawn(rng, 5, low, high, signs), p)]
        seen.append(ask(answer, _drawn(rng, 6, low, high, others).reshape(2, 3), q))
        if whole:
            seen.append(ask(answer, rng.permutation([1, 2, 3, 4])[:3], q))
        return [*seen, _moves(answer, rng)] if name == "const" else seen


def _exponents(rng):
    """A fraction, which allows positive x only, a negative exponent, and a positive one that is whole."""
    return [(float(rng.uniform(0.2, 0.8)), False), (-float(rng.integers(1, 4)), True), (int(rng.integers(2, 5)), True)]


def _bases(rng):
    """Bases of an exponential: none is near e or 1."""
    return [(float(rng.uniform(0.3, 0.8)), True), (float(rng.uniform(1.3, 2.2)), True), (int(rng.integers(3, 6)), False)]


def _bases_of_logarithms(rng):
    """Bases of a logarithm: none is near e, 1/e or 1."""
    return [(float(rng.uniform(0.5, 0.8)), False), (float(rng.uniform(1.3, 2.2)), False), (int(rng.integers(4, 9)), False)]


_row("const", 0.3, 3.0)
_row("pow", 0.4, 2.6, _exponents)
_row("exp", 0.2, 1.5)
_row("a_pow", 0.3, 2.2, _bases)
_row("ln", 0.3, 5.0, both=False, whole=False)
_row("log_a", 0.3, 5.0, _bases_of_logarithms)
_row("sin", 0.2, 2.8)
_row("cos", 0.2, 2.8)
_row("tan", 0.2, 1.2)
_row("sqrt", 0.3, 6.0, both=False)
_row("arctan", 0.3, 3.0, whole=False)


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
    en=("For an array, the row const gives one number only.", "One slope is due for every x, zeros as well: which shape does x have?"),
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
    en=("The row cos has the wrong sign.", "Just to the right of 0 the cosine falls. Which sign does its slope have there?"),
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
    en=("The row sin has a minus.", "Just to the right of 0 the sine rises. Which sign does its slope have there?"),
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
    en=("Rows of the table hold the function itself, not its derivative.", "ln 2 is 0.69, and the curve of ln has the slope 0.5 there. What belongs on the right of that row?"),
    ru=("В строках таблицы стоит сама функция, а не её производная.", "ln 2 равен 0.69, а наклон кривой ln там 0.5. Что стоит в правой части строки?"),
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
    en=("In the rows stand the functions themselves, not their derivatives.", "At 0 the sine is 0, and its slope is 1. Which of the two does your row give?"),
    ru=("В строках стоят сами функции, а не их производные.", "В нуле синус равен 0, а его наклон равен 1. Что из двух даёт ваша строка?"),
    looks_like=("constant_moves",),
)
def functions_themselves(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: np.ones_like(x), "pow": lambda: x**p, "exp": lambda: np.exp(x), "a_pow": lambda: p**x,
        "ln": lambda: np.log(x), "log_a": lambda: np.log(x) / np.log(p), "sin": lambda: np.sin(x),
        "cos": lambda: np.cos(x), "tan": lambda: np.tan(x), "sqrt": lambda: np.sqrt(x), "arctan": lambda: np.arctan(x),
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
    en=("In the row sqrt the root stands above the line.", "It belongs below the fraction line. Work out your line in the order in which Python does: what is divided by what?"),
    ru=("В строке sqrt корень попал в числитель.", "Его место в знаменателе. Посчитайте свою строку в том порядке, в каком это делает Python: что на что делится?"),
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
    ru=("В знаменателе строки arctan не тот знак.", "Наклон арктангенса конечен всюду, и при x = 1 тоже: какой знаменатель не обращается в ноль?"),
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
    en=("In the row arctan the result grows with |x|.", "The arctangent becomes flatter far out: what stands below the line, and is it worked out before the division?"),
    ru=("В строке arctan результат растёт вместе с |x|.", "Вдали арктангенс становится всё более пологим: что стоит под чертой и вычислено ли оно до деления?"),
)
def arctan_without_brackets(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / 1 + x**2,
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row arctan the square reaches too far.", "At x = −1 the slope is 0.5: what exactly is squared in the last row of the table?"),
    ru=("В строке arctan в квадрат возведено лишнее.", "При x = −1 наклон равен 0.5: что именно возводится в квадрат в последней строке таблицы?"),
)
def arctan_square_of_the_sum(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x) ** 2,
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row arctan the x in the denominator is not squared.", "The slope is the same at x and at −x. What does your row give at 2 and at −2?"),
    ru=("В строке arctan x в знаменателе не возведён в квадрат.", "Наклон в точках x и −x одинаков. Что даёт ваша строка при 2 и при −2?"),
)
def arctan_square_missing(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row tan it is x that is squared, not its cosine.", "The table writes the square at the cosine: what does cos² x mean?"),
    ru=("В строке tan в квадрат возведён x, а не его косинус.", "В таблице квадрат стоит у косинуса: что означает cos² x?"),
)
def tangent_square_inside(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x**2),
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row exp the rule for powers is applied.", "In eˣ the variable is above: this curve is its own slope."),
    ru=("В строке exp применено правило для степени.", "В eˣ переменная стоит в показателе: эта кривая совпадает со своим наклоном."),
)
def power_rule_for_e(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: x * np.exp(x - 1),
        "a_pow": lambda: p**x * np.log(p), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("In the row a_pow the logarithm is taken of x.", "The factor that makes 2ˣ and 3ˣ differ in steepness belongs to the base."),
    ru=("В строке a_pow логарифм взят от x.", "Множитель, который отличает крутизну 2ˣ от крутизны 3ˣ, зависит от основания."),
)
def logarithm_of_the_variable(name, x, p=None):
    x = np.asarray(x, dtype=float)
    rows = {
        "const": lambda: 0 * x, "pow": lambda: p * x ** (p - 1), "exp": lambda: np.exp(x),
        "a_pow": lambda: p**x * np.log(np.abs(x)), "ln": lambda: 1 / x, "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x), "cos": lambda: -np.sin(x), "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)), "arctan": lambda: 1 / (1 + x**2),
    }  # fmt: skip
    return rows[name]()


@table_derivative.mistake(
    en=("The row arctan gives the row tan turned upside down.", "arctan undoes tan, but the slopes are taken at different points: use the last row of the table."),
    ru=("Строка arctan даёт перевёрнутую строку tan.", "Арктангенс обратен тангенсу, но наклоны берутся в разных точках: возьмите последнюю строку таблицы."),
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
    en=("For the row arctan nothing comes back.", "It is the last row of the table in this notebook: does your code have it, under just this name and with a return?"),
    ru=("Для строки arctan ничего не возвращается.", "Это последняя строка таблицы в этом уроке: есть ли она в вашем коде, именно под этим именем и с return?"),
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
    en=("A row that needs no p stops with an error.", "Is something computed with p before the row is chosen? A dictionary of values computes all of them first."),
    ru=("Строка, которой p не нужно, останавливается с ошибкой.", "Не вычисляется ли что-то с p ещё до выбора строки? Словарь значений сначала вычисляет их все."),
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


@table_derivative.mistake(
    en=("In every row stands the slope of a secant with Δx = 0.1.", "The table has exact formulas, one for each row. Which one belongs to sin?"),
    ru=("В каждой строке стоит наклон секущей при Δx = 0.1.", "В таблице точные формулы, своя для каждой строки. Какая из них для sin?"),
)
def secants_of_a_tenth(name, x, p=None):
    def row(x):
        rows = {
            "const": lambda: 0 * x, "pow": lambda: x**p, "exp": lambda: np.exp(x), "a_pow": lambda: p**x,
            "ln": lambda: np.log(x), "log_a": lambda: np.log(x) / np.log(p), "sin": lambda: np.sin(x),
            "cos": lambda: np.cos(x), "tan": lambda: np.tan(x), "sqrt": lambda: np.sqrt(x), "arctan": lambda: np.arctan(x),
        }  # fmt: skip
        return rows[name]()

    return (row(x + 0.1) - row(x)) / 0.1


@table_derivative.mistake(
    en=("In every row stands the slope of a secant with Δx = 0.001.", "A secant is close to the derivative and is not the derivative. The table gives it without Δx."),
    ru=("В каждой строке стоит наклон секущей при Δx = 0.001.", "Секущая близка к касательной, но даёт не саму производную. В таблице производная стоит без Δx."),
)
def secants_of_a_thousandth(name, x, p=None):
    def row(x):
        rows = {
            "const": lambda: 0 * x, "pow": lambda: x**p, "exp": lambda: np.exp(x), "a_pow": lambda: p**x,
            "ln": lambda: np.log(x), "log_a": lambda: np.log(x) / np.log(p), "sin": lambda: np.sin(x),
            "cos": lambda: np.cos(x), "tan": lambda: np.tan(x), "sqrt": lambda: np.sqrt(x), "arctan": lambda: np.arctan(x),
        }  # fmt: skip
        return rows[name]()

    return (row(x + 0.001) - row(x)) / 0.001


@table_derivative.alternative
def by_dictionary(name, x, p=None):
    return {
        "const": lambda: x * 0.0,
        "pow": lambda: np.power(x, p) / x * p,
        "exp": lambda: math.e**x,
        "a_pow": lambda: np.log(p) * np.exp(x * np.log(p)),
        "ln": lambda: x**-1.0,
        "log_a": lambda: x**-1.0 / math.log(p),
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
            return (x * math.log(p or math.e)) ** -1
        case "sin":
            return math.cos(x)
        case "cos":
            return -math.sin(x)
        case "tan":
            return math.cos(x) ** -2
        case "sqrt":
            return 0.5 / math.sqrt(x)
        case "arctan":
            return (x * x + 1) ** -1


table_derivative.equal(table_derivative, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
table_derivative.equal(table_derivative, "raise ValueError", "no other name is asked for")
table_derivative.equal(table_derivative, "0 * x", "nothing is nothing with any factor or sign")
table_derivative.equal(table_derivative, "np.cos(x)", "the cosine is even, and its square has no sign")
table_derivative.equal(table_derivative, "1 / ", "more brackets around the same fraction, or a sign under a square")
table_derivative.equal(number_by_number, "match name", "no other name is asked for")
