"""Speed in kilometres per minute at the moment t."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import array
from autograder.judging.parts import elements, gives


# The derivative may also be taken from difference quotients of the path, with small steps.
@exercise(points=1, rtol=1e-5)
def velocity(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


velocity.example(np.array([10.0, 45.0]))
velocity.example(40.0)
velocity.example(np.array([10.0, 30.0]))
velocity.example(np.array([[24.75, 25.5], [3.0, 90.0]]))
velocity.example(np.array([5, 60, 24]))


EARLY, LATE = (2.5, 24.9), (25.1, 200.0)


def _trip(rng, size):
    """Return times of both parts of the way, some less than a minute from the change of speed, in random order.

    No moment is 1 or 2, as the speeds are.
    """
    early = [rng.uniform(24.1, 24.9), *rng.uniform(*EARLY, size=size - 1)]
    return rng.permutation([*early, rng.uniform(25.1, 25.9), *rng.uniform(*LATE, size=size - 1)])


# A half of the points for each part of the way.
for _part, _speed, (_low, _high) in (("t < 25", 1.0, EARLY), ("t > 25", 2.0, LATE)):

    @velocity.probe("general", part=_part)
    def _(answer, rng, speed=_speed, low=_low, high=_high):
        # Of the other part it only counts that it has another speed; the order tells nothing about the part.
        times = [*map(float, _trip(rng, 3)), *map(int, rng.permutation([rng.integers(3, 24), rng.integers(27, 200)]))]
        return [answer(t) if low <= t <= high else gives(answer, (t,), speed) for t in times]

    @velocity.probe("vector", part=_part)
    def _(answer, rng, low=_low, high=_high):
        seen = []
        whole = rng.permutation([*rng.integers(3, 24, size=2), *rng.integers(27, 200, size=2)])
        for t in (_trip(rng, 4), _trip(rng, 3).reshape(2, 3), whole):
            speeds = array(answer(t), t.shape)
            seen.append([elements(speeds, (low <= t) & (t <= high)), np.unique(speeds).size > 1])
        return seen


@velocity.mistake(
    en=("This is the average speed since the start.", "The derivative is the speed at the moment t. Path divided by time mixes in everything before."),
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
    en=("The speed never changes: it is 1 all the time.", "After 25 minutes the car goes twice as fast."),
    ru=("Скорость не меняется: она всё время равна 1.", "После 25 минут машина едет вдвое быстрее."),
)
def never_faster(t):
    return np.ones_like(np.asarray(t, dtype=float))


@velocity.mistake(
    en=("This is the mean speed of the minute that follows, not the speed at the moment t.", "At t = 24.5 the next minute lies on both parts of the way. What does the speedometer show at the moment itself?"),
    ru=("Это средняя скорость за следующую минуту, а не скорость в момент t.", "При t = 24.5 следующая минута захватывает обе части пути. Что показывает спидометр в сам этот момент?"),
)
def mean_of_the_next_minute(t):
    def path(m):
        return np.maximum(m, 2 * m - 25)

    return path(t + 1.0) - path(t)


@velocity.mistake(
    en=("This is the mean speed of the minute before, not the speed at the moment t.", "Just after the change of speed a minute that begins before it mixes two speeds. What does the speedometer show?"),
    ru=("Это средняя скорость за предыдущую минуту, а не скорость в момент t.", "Сразу после смены скорости в минуту, начавшуюся раньше, попадают обе скорости. А что показывает спидометр?"),
)
def mean_of_the_last_minute(t):
    t = np.asarray(t, dtype=float)
    return np.where(t < 25, 1.0, np.where(t < 26, t - 24.0, 2.0))


@velocity.mistake(
    en=("For an array one number comes back.", "There are as many speeds as moments. How can each element get a decision of its own?"),
    ru=("Для массива возвращается одно число.", "Скоростей столько же, сколько моментов. Как принять решение для каждого элемента отдельно?"),
)
def one_speed_for_all(t):
    return 1.0 if np.all(np.asarray(t) < 25) else 2.0


@velocity.mistake(
    en=("The function takes one number and stops at an array.", "An if needs one truth value; an array has many. Use a function that chooses element by element."),
    ru=("Функция принимает одно число и останавливается на массиве.", "Для if нужно одно истинностное значение, а в массиве их много. Возьмите функцию, которая выбирает поэлементно."),
)
def single_number(t):
    if t < 25:
        return 1.0
    return 2.0


@velocity.mistake(
    en=("The function takes nothing but a row of moments.", "A single number has no length, and the row of a table is no number. Which functions of NumPy take all three?"),
    ru=("Функция принимает только ряд моментов.", "У одного числа нет длины, а строка таблицы — не число. Какие функции NumPy принимают и то, и другое, и третье?"),
)
def rows_only(t):
    speed = np.ones(len(t))
    for i in range(len(t)):
        if t[i] > 25:
            speed[i] = 2
    return speed


@velocity.mistake(
    en=("Each speed is still multiplied by t.", "At a steady speed the derivative is a number without t: what does the speedometer show after 10 minutes, and after 20?"),
    ru=("Каждая скорость всё ещё умножена на t.", "При постоянной скорости производная — число без t: что показывает спидометр через 10 минут, а через 20?"),
)
def time_kept(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0) * t


@velocity.mistake(
    en=("Before the 25th minute the time itself comes back.", "There the path is t kilometres. How fast does it grow, and is that the same after 10 minutes and after 20?"),
    ru=("До 25-й минуты возвращается само время.", "Там путь равен t километрам. Как быстро он растёт и одинаково ли через 10 минут и через 20?"),
)
def time_before_the_change(t):
    return np.where(np.asarray(t) < 25, t, 2.0)


@velocity.alternative
def by_comparison(t):
    return 1 + (np.asarray(t) > 25)


@velocity.alternative
def by_small_step(t):
    def path(m):
        return m + np.maximum(m - 25, 0)

    return (path(t + 1e-6) - path(t)) / 1e-6


@velocity.alternative
def by_list(t):
    if np.ndim(t):
        return [by_list(one) for one in t]
    return 2 if t > 25 else 1


velocity.equal(velocity, "np.asarray(t) < 25", "t = 25 is not tested, and a condition is only asked whether it is 0")
velocity.equal(by_comparison, "np.asarray(t) > 25", "t = 25 is not tested")
velocity.equal(by_small_step, "np.maximum", "which of two numbers is larger does not hang on their order")
velocity.equal(by_list, "t > 25", "t = 25 is not tested")
