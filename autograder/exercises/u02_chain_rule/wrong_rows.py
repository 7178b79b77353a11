"""Numbers of the rows whose second function is not the derivative of the first."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import CUBE, SINE, SQUARE
from autograder.judging.parts import shuffled
from course.public import u02_chain_rule as public


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


@exercise(points=3)
def wrong_rows(rows, xs):
    h = 1e-5
    return [
        i for i, (f, df) in enumerate(rows) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs)
    ]


# Where the sine is exact but for rounding, a step that is too short is told from a difference that is not allowed.
wrong_rows.example(
    [
        SINE, (public.square, public.two), (public.exponential, public.exponential), (public.line, public.one),
        (public.bell, public.d_square),
    ],
    np.array([0.0]),
)  # fmt: skip
# The first two rows are right, the third is wrong everywhere, the others are wrong at some points only.
wrong_rows.example(
    [
        (public.exponential, public.exponential), (public.gentle, public.d_gentle), (public.tangent, public.secant),
        (public.size, public.one), (public.square, public.one), (public.hill, public.one),
    ],
    np.array([0.5, 2.0, -1.0]),
)  # fmt: skip
wrong_rows.example([SINE, (public.tangent, public.secant), CUBE, (public.exponential, public.square)], np.array([0.5, 1.0]))
wrong_rows.example([SQUARE, (public.logarithm, public.logarithm), (public.square, public.square)], np.array([1.0, 2.0]))
wrong_rows.example([SINE, (public.itself, public.gentle), CUBE], np.array([1, 2]))
wrong_rows.example([SINE, (public.square, public.two), CUBE], np.array([1.06]))  # off by 0.12
wrong_rows.example([CUBE, (public.square, public.two)], np.array([0.99, 1.0, 1.01, 1.06]))  # there alone


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
        answer(shuffled(rng, [_wrong_at(xs, 0.3, 0, 0), *right[1:3], _wrong_at(xs, 0, -0.3, 0), _wrong_at(xs, 0, 0, -0.12)]), xs),
        answer(shuffled(rng, [right[3], _wrong_at(xs, 0, 0, -0.4), _wrong_at(xs, 0.5, -0.25, -0.25)]), xs),
        answer(shuffled(rng, [right[0], _wrong_at(xs, 0.12, 0.12, 0.12)]), xs),
    ]


@wrong_rows.probe("general")
def _(answer, rng):
    right, wrong = _right(rng), _wrong(rng)
    xs = rng.uniform(0.4, 1.4, size=2)
    order = rng.permutation(4)
    return [
        answer(shuffled(rng, [wrong[1], right[order[0]], wrong[2], right[order[1]], wrong[0]]), xs),
        answer(shuffled(rng, [right[order[2]], right[1], wrong[3], right[order[3]]]), xs),
        answer(shuffled(rng, [right[0], wrong[2], right[2], wrong[3]]), np.array([0.0])),  # there the sine has no rounding
        answer(shuffled(rng, [right[order[0]], wrong[3], right[order[2]]]), rng.permutation([1, 2])),
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
    en=("Only deviations to one side are seen.", "A derivative can be too large or too small: look at the absolute value of the difference."),
    ru=("Видны ошибки только в одну сторону.", "Производная бывает и завышена, и занижена: сравнивайте модуль разности."),
)
def one_side_only(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any((f(x + h) - f(x - h)) / (2 * h) - df(x) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("Only derivatives that are too large are seen.", "A derivative may be too small as well: look at the absolute value of the difference."),
    ru=("Видны только завышенные производные.", "Производная бывает и занижена: сравнивайте модуль разности."),
)
def too_large_only(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any(df(x) - (f(x + h) - f(x - h)) / (2 * h) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("Deviations of different sign cancel.", "Take the absolute value of each difference before you put the points together."),
    ru=("Ошибки разных знаков гасят друг друга.", "Берите модуль каждой разности до того, как объединяете точки."),
)
def deviations_cancel(rows, xs):
    h = 1e-5
    return [
        i
        for i, (f, df) in enumerate(rows)
        if abs(np.mean([(f(x + h) - f(x - h)) / (2 * h) - df(x) for x in xs])) > 1e-4
    ]


@wrong_rows.mistake(
    en=("Right rows are named too.", "A measured slope seldom agrees with the true one to the last digit: which difference do you allow?"),
    ru=("Названы и верные строки.", "Измеренный наклон редко совпадает с настоящим до последней цифры: какую разницу вы допускаете?"),
)
def no_tolerance(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any((f(x + h) - f(x - h)) / (2 * h) != df(x) for x in xs)]


@wrong_rows.mistake(
    en=("Right rows are named too: the numerical slope is not near enough to the true one.", "How long is your step, and which difference do you allow? A long step makes a secant, not a tangent."),
    ru=("Названы и верные строки: численный наклон недостаточно близок к настоящему.", "Каков ваш шаг и какую разницу вы допускаете? При большом шаге получается секущая, а не касательная."),
)
def step_too_long(rows, xs):
    return [i for i, (f, df) in enumerate(rows) if any(abs((f(x + 1) - f(x)) - df(x)) > 1e-4 for x in xs)]


@wrong_rows.mistake(
    en=("Right rows are named too: the values of f lie so close together that rounding decides.", "How many digits has a number of Python, and how short is your step?"),
    ru=("Названы и верные строки: значения f так близки, что всё решает округление.", "Сколько цифр в числе Python и насколько мал ваш шаг?"),
)
def step_too_short(rows, xs):
    h = 1e-16
    return [i for i, (f, df) in enumerate(rows) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 0.05 for x in xs)]


@wrong_rows.mistake(
    en=("Wrong rows pass: an error of a few tenths is not noticed.", "A wrong row is off by 0.1 or more at some x. Which two slopes do you compare, and which difference do you allow?"),
    ru=("Неверные строки проходят проверку: ошибка в несколько десятых не замечена.", "Неверная строка при каком-то x ошибается на 0.1 или больше. Какие два наклона вы сравниваете и какую разницу допускаете?"),
)
def large_errors_only(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1 for x in xs)]


@wrong_rows.mistake(
    en=("A row that is off by a little more than 0.1 passes.", "A wrong row is off by 0.1 or more at some x. Which difference do you allow?"),
    ru=("Строка, которая ошибается чуть больше чем на 0.1, проходит проверку.", "Неверная строка при каком-то x ошибается на 0.1 или больше. Какую разницу вы допускаете?"),
)
def two_tenths_allowed(rows, xs):
    h = 1e-5
    return [i for i, (f, df) in enumerate(rows) if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 0.2 for x in xs)]


@wrong_rows.mistake(
    en=("A row that is wrong at one x alone passes where it is right at several others.", "One x is enough to convict a row. What becomes of one large difference in the mean with many small ones?"),
    ru=("Строка, неверная только при одном x, проходит проверку, если при нескольких других она верна.", "Чтобы признать строку неверной, хватит одного x. Что остаётся от одной большой разности, если усреднить её со многими малыми?"),
)
def mean_over_points(rows, xs):
    h, found = 1e-5, []
    for i, (f, df) in enumerate(rows):
        if np.mean([abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for x in xs]) > 0.05:
            found.append(i)
    return found


@wrong_rows.mistake(
    en=("Only the last x decides.", "One x is enough to convict a row. What is left of the earlier ones at the end?"),
    ru=("Решает только последний x.", "Чтобы признать строку неверной, хватит одного x. Что в конце остаётся от прежних?"),
)
def last_x_only(rows, xs):
    h, found = 1e-5, []
    for i, (f, df) in enumerate(rows):
        for x in xs:
            off = abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
        if off > 1e-4:
            found.append(i)
    return found


@wrong_rows.mistake(
    en=("The search ends with the first wrong row.", "There may be several wrong rows: go through the whole list before you return."),
    ru=("Поиск заканчивается на первой неверной строке.", "Неверных строк может быть несколько: пройдите весь список, прежде чем возвращать ответ."),
)
def first_wrong_row_only(rows, xs):
    h = 1e-5
    for i, (f, df) in enumerate(rows):
        if any(abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) > 1e-4 for x in xs):
            return [i]
    return []


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


@wrong_rows.mistake(
    en=("Right rows are named too: what is measured as the slope is further from it than you allow.", "How far apart are the two points of your quotient, and is that what you divide by? A short step, to both sides, comes closest."),
    ru=("Названы и верные строки: измеренный наклон отличается от настоящего больше, чем вы допускаете.", "На каком расстоянии лежат две точки вашего отношения и на него ли вы делите? Точнее всего короткий шаг в обе стороны."),
)
def step_of_a_tenth(rows, xs):
    def measured(f):
        return (f(xs + 0.1) - f(xs)) / 0.1

    return [i for i, (f, df) in enumerate(rows) if np.any(np.abs(measured(f) - df(xs)) > 0.01)]


@wrong_rows.alternative
def vectorised(rows, xs):
    h = 1e-6
    off = [np.max(np.abs((f(xs + h) - f(xs - h)) / (2 * h) - df(xs))) for f, df in rows]
    return np.flatnonzero(np.array(off) > 1e-3)


@wrong_rows.alternative
def forward_difference(rows, xs):
    found = []
    for i, (f, df) in enumerate(rows):
        for x in xs:
            if abs((f(x + 1e-7) - f(x)) / 1e-7 - df(x)) > 0.01:
                found.append(i)
                break
    return found


@wrong_rows.alternative
def by_allclose(rows, xs):
    h = 1e-4
    return tuple(i for i, (f, df) in enumerate(rows) if not np.allclose((f(xs + h) - f(xs - h)) / (2 * h), df(xs), atol=1e-3))


wrong_rows.equal(wrong_rows, "h = 1e-5", "another small step, of either sign, is as good")
wrong_rows.equal(wrong_rows, "1e-4 for x in xs", "anything between rounding and 0.1 may be allowed, and a difference has either sign")
wrong_rows.equal(wrong_rows, "return [", "two names that change places everywhere are but other names")
wrong_rows.equal(vectorised, "h = 1e-6", "another small step, of either sign, is as good")
wrong_rows.equal(vectorised, "off =", "every measure of a list of differences is near 0 for right rows only")
wrong_rows.equal(vectorised, "1e-3", "anything between rounding and 0.1 may be allowed")
wrong_rows.equal(forward_difference, "0.01", "anything between rounding and 0.1 may be allowed, and a difference has either sign")
wrong_rows.equal(by_allclose, "h = 1e-4", "another small step, of either sign, is as good")
wrong_rows.equal(by_allclose, "np.allclose", "anything between rounding and 0.1 may be allowed, and either slope may come first")
