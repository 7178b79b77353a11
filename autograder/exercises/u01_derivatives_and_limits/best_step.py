"""The step for which the forward difference of f at x0 has the smallest error."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import high_parabola
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def best_step(f, df, x0, hs):
    errors = np.abs((f(x0 + hs) - f(x0)) / hs - df(x0))
    return hs[np.argmin(errors)]


# In the first one nearly every way of choosing picks a step of its own; the others show those that it does not. Some steps
# are there for nobody: who chooses in a way of which nothing is known shall not be told what somebody else did.
_LONG = np.array([9.4, 7.9, 1.4, 0.8, 5.0, 4.6, 9.0, 11.1, 12.9, 1.2, 3.5, 10.4, 7.4, 2.2, 6.1, 11.3])
best_step.example(public.wave, public.d_wave, 3.6, _LONG)
best_step.example(public.wave, public.d_wave, 1.0, np.array([0.001, 1e-10, 1e-8, 1e-6]))
best_step.example(public.square, public.d_square, 3.0, np.array([0.1, 1e-4, 1e-8, 1e-12]))
best_step.example(public.high_parabola, public.d_square, 2.0, np.array([1e-10, 1e-8, 0.001, 1.0]))


def _best_is_in_between(errors):
    """Return, for each row of errors, whether one grows before the best comes and another below the first comes after it."""
    best, places = np.argmin(errors, axis=1)[:, None], np.arange(errors.shape[1])
    grows = (places[1:] <= best) & (np.diff(errors, axis=1) > 0)
    return np.any(grows, axis=1) & np.any((places > best) & (errors < errors[:, :1]), axis=1)


def _clear_case(rng, make, exponents, margin=4.0):
    """Draw (f, df, x0, hs) until one step beats all others by ``margin``, however the quotient is written.

    Rounding decides the errors of tiny steps; where a fair way of writing would pick another step, the case is drawn again.
    Where there are six steps, the best comes neither before the errors grow nor as the last below the first.
    """
    while True:
        f, df, x0 = make(rng)
        hs = rng.permutation(10.0 ** -np.array(exponents, dtype=float)) * rng.uniform(0.7, 1.4, size=len(exponents))
        x1 = x0 + hs
        ways = [
            [(f(float(x)) - f(x0)) / h for x, h in zip(x1, hs, strict=True)],
            [(f(float(x)) - f(x0)) / (x - x0) if x != x0 else 0.0 for x in x1],
            (f(x1) - f(x0)) / hs,
            [f(float(x)) / h - f(x0) / h for x, h in zip(x1, hs, strict=True)],
            [(f(x0) - f(float(x0 - h))) / h for h in hs],  # no right way, but as good here: what it costs is not chance
        ]
        errors = np.abs(np.array(ways, dtype=float) - df(x0))
        best, second = np.sort(errors, axis=1)[:, :2].T
        by_height = np.argmin(np.abs(ways[2] - f(x0)))  # what who takes f for df would choose
        if len(hs) >= 6 and (by_height == np.argmin(errors[2]) or not _best_is_in_between(errors[2:3])[0]):
            continue
        if len(set(np.argmin(errors, axis=1).tolist())) == 1 and (second > margin * best).all():
            return f, df, x0, hs


def _arch(rng):
    """Make a concave piece of a sine: every secant to the right is too flat until rounding sets in."""
    size = float(rng.uniform(1.0, 3.0))
    return (lambda x: size * np.sin(x)), (lambda x: size * np.cos(x)), float(rng.uniform(0.6, 1.2))


def _climb(rng):
    """Make a convex piece: every secant to the right is too steep until rounding sets in."""
    size = float(rng.uniform(1.0, 3.0))
    return (lambda x: size * np.exp(x)), (lambda x: size * np.exp(x)), float(rng.uniform(0.2, 0.8))


def _long_steps(rng, draw):
    """Draw (f, df, x0, hs) with long steps on a wave: one is clearly best, and wrong ways to choose pick others.

    ``draw`` makes an array with a draft of hs in each row.
    """
    while True:
        size, x0, hs = float(rng.uniform(1.0, 3.0)), float(rng.uniform(0.5, 6.0)), draw()
        f, df = (lambda x, size=size: size * np.sin(x)), (lambda x, size=size: size * np.cos(x))
        rise, fall = f(x0 + hs) - f(x0), f(x0) - f(x0 - hs)
        errors = np.abs(rise / hs - df(x0))
        right, lowest = np.argmin(errors, axis=1), np.sort(errors, axis=1)
        near = [rise / hs - df(x0 + hs), fall / hs - df(x0), rise - df(x0), rise / hs, (rise + fall) / (2 * hs) - df(x0)]
        near += [rise / hs - f(x0), rise - df(x0) * hs]
        picks = [np.argmin(np.abs(each), axis=1) for each in near]
        picks.append(np.sum(hs < np.take_along_axis(hs, right[:, None], axis=1), axis=1))  # its place among the sorted
        apart = np.sort([*picks[:3], np.argmin(hs, axis=1), np.argmax(hs, axis=1)], axis=0)  # no two of them agree
        clear = (lowest[:, 1] > 1.5 * lowest[:, 0] + 0.01) & (np.array(picks) != right).all(axis=0)
        good = np.flatnonzero(clear & (np.diff(apart, axis=0) > 0).all(axis=0) & _best_is_in_between(errors))
        if good.size:
            return f, df, x0, hs[good[0]]


@best_step.probe("simple")
def _(answer, rng):
    cases = ((_arch, (2, 4, 6, 8, 10, 12)), (high_parabola, (0, 2, 4, 6, 8, 10)), (_climb, (0, 2, 4)))
    return [answer(*_clear_case(rng, make, steps)) for make, steps in cases]


@best_step.probe("general")
def _(answer, rng):
    cases = ((high_parabola, (1, 4, 7, 9)), (_arch, (3, 8, 13)), (high_parabola, (2, 4, 8)))
    long = _long_steps(rng, lambda: rng.uniform(0.3, 9.0, size=(100, 6)))
    return [*(answer(*_clear_case(rng, make, steps)) for make, steps in cases), answer(*long)]


@best_step.probe("edge", credit=0.5)
def _(answer, rng):
    # Only large steps, only tiny ones, whole numbers, one alone.
    cases = ((_arch, (0, 2, 4)), (_arch, (9, 11, 13)), (high_parabola, (5, 7, 9)))
    whole = _long_steps(rng, lambda: rng.permuted(np.tile(np.arange(1, 12), (100, 1)), axis=1)[:, :6])
    alone = *_arch(rng), rng.uniform(0.01, 0.1, size=1)
    return [*(answer(*_clear_case(rng, make, steps)) for make, steps in cases), answer(*whole), answer(*alone)]


@best_step.mistake(
    en=("The smallest step is taken for the best one.", "Below some h rounding takes over and the error grows again. What do you measure for every step: a quotient, or a difference that shrinks with h?"),
    ru=("Лучшим считается самый маленький шаг.", "Начиная с некоторого h верх берёт округление, и ошибка снова растёт. Что вы измеряете для каждого шага: отношение или разность, которая убывает вместе с h?"),
)
def smallest(f, df, x0, hs):
    return np.min(hs)


@best_step.mistake(
    en=("The number of the step comes back, not the step itself.", "The place in the array is known; the value that stands there is asked for."),
    ru=("Возвращается номер шага, а не сам шаг.", "Место в массиве найдено; нужно значение, которое на этом месте стоит."),
)
def its_index(f, df, x0, hs):
    return int(np.argmin([abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]))


@best_step.mistake(
    en=("The smallest error comes back, not the step that makes it.", "The task asks for one of the values of hs."),
    ru=("Возвращается наименьшая ошибка, а не шаг, при котором она получилась.", "В задании нужно одно из значений hs."),
)
def its_error(f, df, x0, hs):
    return min(abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs)


@best_step.mistake(
    en=("The smallest quotient counts as the best, however far below the derivative it lies.", "An error of −5 is worse than one of 0.1: what matters is its size."),
    ru=("Лучшим считается наименьшее отношение, как бы далеко под производной оно ни лежало.", "Ошибка −5 хуже, чем 0.1: важен её модуль."),
)
def sign_of_the_error(f, df, x0, hs):
    return hs[int(np.argmin([(f(x0 + h) - f(x0)) / h - df(x0) for h in hs]))]


@best_step.mistake(
    en=("The step with the largest error is chosen.", "The best step is the one whose quotient is closest to the derivative."),
    ru=("Выбран шаг с наибольшей ошибкой.", "Лучший шаг тот, при котором отношение ближе всего к производной."),
)
def worst(f, df, x0, hs):
    return hs[int(np.argmax([abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The errors are those of the central difference.", "The task is about the forward difference: one of its two points is x₀ itself."),
    ru=("Взяты ошибки центральной разности.", "В задании речь о правой разности: одна из её двух точек — сама x₀."),
)
def of_the_central_difference(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0 - h)) / (2 * h) - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The quotient nearest to 0 counts as the best, not the one nearest to the derivative.", "The error is the distance between the quotient and the true value. How do you measure it, and from where?"),
    ru=("Лучшим считается отношение, ближайшее к нулю, а не к производной.", "Ошибка — это расстояние между отношением и верным значением. Как вы его измеряете и откуда?"),
)
def derivative_forgotten(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0)) / h) for h in hs]))]


@best_step.mistake(
    en=("The largest step is taken for the best one.", "A long secant misses the curve between its ends. Measure the error of every step."),
    ru=("Лучшим считается самый большой шаг.", "Длинная секущая не видит, что делает кривая между её концами. Измерьте ошибку для каждого шага."),
)
def largest(f, df, x0, hs):
    return np.max(hs)


@best_step.mistake(
    en=("The quotient is compared with the derivative at the other end of the secant.", "The error is the distance from df at one point. At which one?"),
    ru=("Отношение сравнивается с производной на другом конце секущей.", "Ошибка — это расстояние до значения df в одной точке. В какой?"),
)
def derivative_at_the_other_end(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0)) / h - df(x0 + h)) for h in hs]))]


@best_step.mistake(
    en=("The errors are those of the backward difference, with the second point to the left of x₀.", "The forward difference looks to the right. Where is its second point?"),
    ru=("Взяты ошибки левой разности: вторая точка слева от x₀.", "Правая разность смотрит вправо. Где её вторая точка?"),
)
def of_the_backward_difference(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0) - f(x0 - h)) / h - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The differences Δf are compared with the derivative before they are divided by the step.", "The derivative is a quotient too. What must be close to it?"),
    ru=("С производной сравниваются разности Δf, ещё не разделённые на шаг.", "Производная — тоже отношение. Что должно быть к ней близко?"),
)
def not_divided(f, df, x0, hs):
    return hs[int(np.argmin([abs(f(x0 + h) - f(x0) - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The answer is 1e-08 for all functions and all steps.", "The best step depends on the function, and it is one of hs. Measure the error of every step."),
    ru=("Для всех функций и всех шагов ответ — 1e-08.", "Лучший шаг зависит от функции, и он один из hs. Измерьте ошибку для каждого шага."),
)
def always_the_same(f, df, x0, hs):
    return 1e-8


@best_step.mistake(
    en=("The step next to 1e-08 is taken for the best one, whatever the function is.", "That rule holds for ordinary functions only. Do the errors of this function say the same?"),
    ru=("Лучшим считается шаг, ближайший к 1e-08, какой бы ни была функция.", "Это правило годится лишь для обычных функций. А что говорят ошибки для данной функции?"),
)
def next_to_the_rule(f, df, x0, hs):
    return hs[int(np.argmin(np.abs(np.log(hs) - np.log(1e-8))))]


@best_step.mistake(
    en=("The result is the last step before the errors grow for the first time.", "hs may stand in any order, so a smaller error can come later. Compare all of them."),
    ru=("Возвращается последний шаг перед тем, как ошибка впервые выросла.", "Шаги в hs могут идти в любом порядке, и меньшая ошибка может встретиться позже. Сравните все."),
)
def stops_at_the_first_growth(f, df, x0, hs):
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]
    k = 0
    while k + 1 < len(hs) and errors[k + 1] < errors[k]:
        k += 1
    return hs[k]


@best_step.mistake(
    en=("The first step of hs comes back, though its error is not the smallest.", "At which place does the smallest error stand, and in which array does that place count? If each error is compared with the smallest so far: what is that before the first comparison?"),
    ru=("Возвращается первый шаг из hs, хотя его ошибка не наименьшая.", "На каком месте стоит наименьшая ошибка и в каком массиве отсчитано это место? Если каждая ошибка сравнивается с наименьшей из найденных: чему та равна до первого сравнения?"),
)
def first_of_all(f, df, x0, hs):
    return hs[0]


@best_step.mistake(
    en=("The last step whose error is below that of the first one comes back.", "A step that beats the first need not beat the best so far. What has to be remembered together with the step?"),
    ru=("Возвращается последний шаг, ошибка которого меньше, чем у первого.", "Шаг, который лучше первого, может быть хуже лучшего из найденных. Что нужно запомнить вместе с шагом?"),
)
def last_below_the_first(f, df, x0, hs):
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]
    return [h for h, error in zip(hs, errors) if error < errors[0] or h == hs[0]][-1]


@best_step.mistake(
    en=("The quotients are compared with the height of the function, not with its slope.", "A quotient of differences comes close to the derivative. Which of the two functions that you are given is that?"),
    ru=("Отношения сравниваются с высотой функции, а не с её наклоном.", "Разностное отношение приближается к производной. Какая из двух переданных функций её даёт?"),
)
def compared_with_the_height(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0)) / h - f(x0)) for h in hs]))]


@best_step.mistake(
    en=("The place of the best step among the sorted ones is looked up in hs as it was given.", "Sorting moves every step to another place. In which of the two arrays does your place count?"),
    ru=("Место лучшего шага среди упорядоченных берётся в исходном hs.", "При сортировке шаги меняют места. В каком из двух массивов отсчитано найденное место?"),
    looks_like=("first_of_all",),
)
def place_among_the_sorted(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in np.sort(hs)]))]


@best_step.alternative
def by_loop(f, df, x0, hs):
    least = math.inf
    for h in hs:
        error = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if error < least:
            best = h
            least = error
    return best


@best_step.alternative
def by_list(f, df, x0, hs):
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]
    return hs[errors.index(min(errors))]


@best_step.alternative
def by_key(f, df, x0, hs):
    def error(h):
        x1 = x0 + h
        return abs((f(x1) - f(x0)) / (x1 - x0) - df(x0))

    return min(hs, key=error)


best_step.equal(best_step, "errors = ", "an error has no sign, and what is done to all errors alike does not move the smallest")
best_step.equal(best_step, "np.argmin(errors)", "hs has one axis, and twice the smallest error is the smallest still")
best_step.equal(by_loop, "error = ", "an error has no sign")
best_step.equal(by_loop, "error < least", "equal errors are not tested")
best_step.equal(by_loop, "best = h", "the step and its error are kept together, whichever comes first")
best_step.equal(by_list, "errors = ", "an error has no sign, and what is done to all errors alike does not move the smallest")
best_step.equal(by_key, "df(x0)", "an error has no sign")
