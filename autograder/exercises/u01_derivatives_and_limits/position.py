"""Kilometres driven after t minutes."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import elements


@exercise(points=1)
def position(t):
    return np.minimum(t, 25.0) + 2.0 * np.maximum(np.asarray(t, dtype=float) - 25.0, 0.0)


position.example(30.0)
position.example(np.array([5.0, 60.0]))


for _low, _high in ((0.0, 25.0), (25.0, 200.0)):  # a half of the points for each part of the way

    @position.probe("general")
    def _(answer, rng, low=_low, high=_high):
        return [answer(float(t)) for t in (low, *rng.uniform(low + 1.0, high, size=4))]

    @position.probe("vector")
    def _(answer, rng, low=_low, high=_high):
        table = rng.permutation([*rng.uniform(0.5, 24.5, size=3), *rng.uniform(25.5, 95.0, size=3)]).reshape(2, 3)
        times = rng.uniform(0.0, 70.0, size=9), table
        return [elements(answer(t), (low < t) & (t < high)) for t in times]


@position.mistake(
    en=("After the change of speed the first 25 km are lost.", "How far is the car at 25 minutes, and can it be less far a minute later?"),
    ru=("После смены скорости пропали первые 25 км.", "Где машина на 25-й минуте и может ли она минутой позже оказаться ближе к началу?"),
)
def first_part_lost(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * (t - 25))


@position.mistake(
    en=("The double speed is applied to the whole trip, not only to its second part.", "Only the minutes after the 25th count twice. The path must not jump at 25."),
    ru=("Удвоенная скорость применена ко всей поездке, а не только ко второй её части.", "Вдвое считаются только минуты после 25-й. В точке 25 путь не должен скакать."),
)
def all_doubled(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t)


@position.mistake(
    en=("The car never goes faster here.", "What happens after 25 minutes? Check with t = 40, worked out in the text."),
    ru=("Машина у вас так и не ускорилась.", "Что происходит после 25 минут? Проверьте на t = 40 из текста."),
)
def one_speed(t):
    return np.asarray(t, dtype=float) * 1.0


@position.mistake(
    en=("This is the speed, not the path.", "The path is in kilometres and grows all the time; the speed is the next exercise."),
    ru=("Это скорость, а не путь.", "Путь измеряют в километрах, и он всё время растёт; скорость — в следующем упражнении."),
)
def speed_instead(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


@position.mistake(
    en=("The first 25 minutes are counted at both speeds.", "After the 25th minute only the minutes that are left count twice."),
    ru=("Первые 25 минут посчитаны с обеими скоростями.", "После 25-й минуты вдвое считаются только оставшиеся минуты."),
)
def counted_twice(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 25 + 2 * t)


@position.mistake(
    en=("The two speeds are averaged over the whole trip.", "In the first 25 minutes the speed is 1, not 1.5. Treat the two parts separately."),
    ru=("Две скорости усреднены по всей поездке.", "В первые 25 минут скорость равна 1, а не 1.5. Считайте две части отдельно."),
)
def averaged(t):
    return 1.5 * np.asarray(t, dtype=float)


@position.mistake(
    en=("The function works for one number and stops with an array.", "An if needs one truth value; an array has many. The hint in the task names functions that choose element by element."),
    ru=("Функция работает для одного числа и останавливается на массиве.", "Для if нужно одно истинностное значение, а в массиве их много. В задании названы функции, которые выбирают поэлементно."),
)
def one_number_only(t):
    if t <= 25:
        return 1.0 * t
    return 2.0 * t - 25.0


@position.alternative
def by_where(t):
    t = np.asarray(t)
    return np.where(t < 25, t, 2 * t - 25)


@position.alternative
def by_larger_line(t):
    return np.maximum(t, 2 * t - 25)


@position.alternative
def by_recursion(t):
    if np.ndim(t):
        return [by_recursion(one) for one in t]
    return t if t <= 25 else 25 + (t - 25) * 2
