"""Difference quotients of f at x0 for several steps."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def shrinking_quotients(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


shrinking_quotients.example(public.square, 3.0, np.array([1.0, -0.5, 0.125]))
shrinking_quotients.example(public.parabola, 2.0, np.array([0.25, 2.0]))


@shrinking_quotients.probe("simple")
def _(answer, rng):
    f, _ = random_cubic(rng)
    return answer(f, float(rng.uniform(0.5, 1.5)), np.array([2.0, 0.5, 0.1, 0.01]))


@shrinking_quotients.probe("general")
def _(answer, rng):
    seen = []
    for size in (3, 6, 1):
        f, _ = random_cubic(rng)
        dxs = rng.permutation([-1.5, 0.8, -0.2, 0.03, 2.5, -0.004])[:size] * rng.uniform(0.9, 1.1, size=size)
        dxs[0] = -abs(dxs[0])
        seen.append(answer(f, float(rng.uniform(0.5, 1.5)), dxs))
    return seen


@shrinking_quotients.mistake(
    en=("The steps are sorted before they are used.", "The answer keeps the order of dxs: the first quotient belongs to the first step."),
    ru=("Шаги перед вычислением отсортированы.", "В ответе порядок тот же, что в dxs: первое отношение относится к первому шагу."),
)
def steps_sorted(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dx for dx in sorted(dxs, key=abs, reverse=True)])


@shrinking_quotients.mistake(
    en=("Only the quotient of the last step comes back.", "One quotient for each step is asked for: as many values as dxs has."),
    ru=("Возвращается только отношение для последнего шага.", "Для каждого шага нужно своё отношение: столько значений, сколько в dxs."),
)
def last_one_only(f, x0, dxs):
    for dx in dxs:
        quotient = (f(x0 + dx) - f(x0)) / dx
    return quotient


@shrinking_quotients.mistake(
    en=("The differences Δf are not divided by Δx.", "Each Δf belongs to its own Δx. Divide them in pairs."),
    ru=("Разности Δf не разделены на Δx.", "У каждой Δf своё Δx. Делите их попарно."),
)
def rises_only(f, x0, dxs):
    return np.array([f(x0 + dx) - f(x0) for dx in dxs])


@shrinking_quotients.mistake(
    en=("The point moves on after every step.", "All secants start in the same x0; only the second point changes."),
    ru=("После каждого шага сдвигается сама точка.", "Все секущие выходят из одной и той же точки x0, меняется только вторая точка."),
)
def point_moves(f, x0, dxs):
    quotients = []
    for dx in dxs:
        quotients.append((f(x0 + dx) - f(x0)) / dx)
        x0 = x0 + dx
    return np.array(quotients)


@shrinking_quotients.mistake(
    en=("The signs of the steps are lost.", "A negative step puts the second point to the left of x0, and there the slope is another one."),
    ru=("Потеряны знаки шагов.", "При отрицательном шаге вторая точка лежит слева от x0, и наклон там другой."),
)
def signs_lost(f, x0, dxs):
    return np.array([(f(x0 + abs(dx)) - f(x0)) / abs(dx) for dx in dxs])


@shrinking_quotients.mistake(
    en=("The secants join neighbouring points instead of starting in x₀.", "n steps give n quotients, and f(x0) stands in every one of them."),
    ru=("Секущие соединяют соседние точки, а должны выходить из x₀.", "n шагов дают n отношений, и в каждое входит f(x0)."),
)
def between_neighbours(f, x0, dxs):
    x = x0 + np.asarray(dxs)
    return np.diff(f(x)) / np.diff(x)


@shrinking_quotients.mistake(
    en=("All Δf are divided by one and the same Δx.", "Each quotient has its own step below the line."),
    ru=("Все Δf разделены на одно и то же Δx.", "У каждого отношения в знаменателе свой шаг."),
)
def one_divisor(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dxs[-1] for dx in dxs]) if len(dxs) > 1 else np.array([f(x0 + dxs[0]) - f(x0)])


@shrinking_quotients.mistake(
    en=("The quotients are averaged into one number.", "Nothing is averaged here: a row of numbers is asked for, in which one can see where they are going."),
    ru=("Отношения усреднены в одно число.", "Усреднять не нужно: нужен ряд чисел, по которому видно, куда они стремятся."),
)
def averaged_quotients(f, x0, dxs):
    return np.mean([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


@shrinking_quotients.alternative
def vectorised(f, x0, dxs):
    dxs = np.asarray(dxs)
    return (f(x0 + dxs) - f(x0)) / dxs


@shrinking_quotients.alternative
def into_an_empty_array(f, x0, dxs):
    out, base = np.empty(len(dxs)), f(x0)
    for i in range(len(dxs)):
        x1 = x0 + dxs[i]
        out[i] = (f(x1) - base) / (x1 - x0)
    return out


@shrinking_quotients.alternative
def as_plain_list(f, x0, dxs):
    def quotient(dx):
        return (f(x0 + dx) - f(x0)) / dx

    return list(map(quotient, dxs))
