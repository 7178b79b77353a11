"""Speed in kilometres per minute at the moment t."""

import numpy as np

from autograder.exercise import exercise
from autograder.judge import array
from autograder.parts import elements, gives


@exercise(points=1)
def velocity(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


velocity.example(np.array([5.0, 60.0]))
velocity.example(30.0)


def _trip(rng, size):
    """Return times of both parts of the way, at least a minute from the change of speed, in random order."""
    return rng.permutation([*rng.uniform(1.0, 24.0, size=size), *rng.uniform(26.0, 200.0, size=size)])


for _speed, _low, _high in ((1.0, 1.0, 24.0), (2.0, 26.0, 200.0)):  # a half of the points for each part of the way

    @velocity.probe("general")
    def _(answer, rng, speed=_speed, low=_low, high=_high):
        # Of the other part it only counts that it has another speed; the order tells nothing about the part.
        times = map(float, _trip(rng, 3))
        return [answer(t) if low <= t <= high else gives(answer, (t,), speed) for t in times]

    @velocity.probe("vector")
    def _(answer, rng, low=_low, high=_high):
        seen = []
        for t in (_trip(rng, 4), _trip(rng, 3).reshape(2, 3)):
            speeds = array(answer(t), t.shape)
            seen.append([elements(speeds, (low <= t) & (t <= high)), np.unique(speeds).size > 1])
        return seen


@velocity.mistake(
    en=("This is the average speed since the start.", "The derivative is the speed at the moment t: path divided by time mixes in everything before."),
    ru=("Это средняя скорость от начала пути.", "Производная — это скорость в момент t. Если делить весь путь на всё время, примешивается всё, что было раньше."),
)
def average_since_start(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t - 25) / t


@velocity.mistake(
    en=("This says how much the speed has grown, not how large it is.", "The derivative of the path is the speed itself: what does the speedometer show after 10 minutes?"),
    ru=("Это прирост скорости, а не сама скорость.", "Производная пути — это и есть скорость: что показывает спидометр через 10 минут?"),
)
def growth_of_speed(t):
    return np.where(np.asarray(t) < 25, 0.0, 1.0)


@velocity.mistake(
    en=("The two speeds have changed places.", "Slow first, fast after 25 minutes: which way does your comparison point?"),
    ru=("Две скорости поменялись местами.", "Сначала медленно, после 25 минут быстро: в какую сторону смотрит знак сравнения?"),
)
def swapped(t):
    return np.where(np.asarray(t) < 25, 2.0, 1.0)


@velocity.mistake(
    en=("This is the path, not the speed.", "The speed is the steepness of the path: it takes two values only."),
    ru=("Это путь, а не скорость.", "Скорость — это крутизна графика пути: у неё всего два значения."),
)
def the_path(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t - 25)


@velocity.mistake(
    en=("The speed is in kilometres per hour.", "The task asks for kilometres per minute."),
    ru=("Скорость дана в километрах в час.", "В задании нужны километры в минуту."),
)
def per_hour(t):
    return np.where(np.asarray(t) < 25, 60.0, 120.0)


@velocity.mistake(
    en=("The speed never changes.", "After 25 minutes the car goes twice as fast."),
    ru=("Скорость не меняется.", "После 25 минут машина едет вдвое быстрее."),
)
def never_faster(t):
    return np.ones_like(np.asarray(t, dtype=float))


@velocity.mistake(
    en=("The function works for one number and stops with an array.", "An if needs one truth value; an array has many. Use a function that chooses element by element."),
    ru=("Функция работает для одного числа и останавливается на массиве.", "Для if нужно одно истинностное значение, а в массиве их много. Возьмите функцию, которая выбирает поэлементно."),
)
def single_number(t):
    if t < 25:
        return 1.0
    return 2.0


@velocity.alternative
def by_comparison(t):
    return 1 + (np.asarray(t) > 25)


@velocity.alternative
def by_small_step(t):
    def path(m):
        return np.maximum(m, 2 * m - 25)

    return (path(t + 1e-3) - path(t - 1e-3)) / 2e-3


@velocity.alternative
def by_list(t):
    if np.ndim(t):
        return [by_list(one) for one in t]
    return 2 if t > 25 else 1
