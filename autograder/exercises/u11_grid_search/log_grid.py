"""Values with equal ratios."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def log_grid(low, high, n):
    return low * (high / low) ** (np.arange(n) / (n - 1))


log_grid.example(0.01, 100.0, 5)
log_grid.example(2.0, 54.0, 4)
log_grid.example(2, 9, 3)


@log_grid.probe("simple")
def _(answer, rng):
    low, other, ratio = (float(x) for x in (10.0 ** -rng.integers(2, 5) * rng.uniform(1.0, 3.0), *rng.uniform((0.3, 2.5), (0.9, 4.0))))
    power = int(rng.integers(1, 5))  # round numbers at both ends
    return [answer(low, low * 1e4, 5), answer(other, other * ratio**4, 5), answer(10.0**-power, 10.0 ** (3 - power), 4)]


@log_grid.probe("general")
def _(answer, rng):
    return [answer(float(low), float(low * rng.uniform(5.0, 900.0)), n) for low, n in zip(rng.uniform(0.002, 30.0, size=3), (3, 6, 11), strict=True)]


@log_grid.probe("edge")
def _(answer, rng):
    low, tiny, wide, ratio, close = (float(x) for x in rng.uniform((0.1, 1e-7, 1e11, 5, 1.06), (0.9, 9e-7, 9e11, 9, 1.15)))
    return [answer(low, ratio * low, 2), answer(tiny, wide * tiny, 7), answer(low, close * low, 3)]


@log_grid.probe("edge", credit=0.5)  # whole numbers at the ends, and others between them
def _(answer, rng):
    low, other = (int(number) for number in rng.integers((2, 11), (11, 40)))
    ends = (low, low * int(rng.integers(3, 20)) + 1), (other, other + int(rng.integers(50, 300)))
    return [answer(*pair, n) for pair, n in zip(ends, (4, 6))]


@log_grid.mistake(
    en=("The differences are equal, and the ratios should be.", "Divide every value by the one before it: is it always the same number?"),
    ru=("Одинаковы разности, а должны быть отношения.", "Разделите каждое значение на предыдущее: всегда ли выходит одно и то же число?"),
)
def equal_differences(low, high, n):
    return np.linspace(low, high, n)


@log_grid.mistake(
    en=("The upper end is not reached.", "Between n values there are n − 1 steps: by how many steps is the whole ratio shared?"),
    ru=("Верхний конец не достигнут.", "Между n значениями n − 1 шагов: на сколько шагов делится всё отношение?"),
)
def end_not_reached(low, high, n):
    return low * (high / low) ** (np.arange(n) / n)


@log_grid.mistake(
    en=("The ends themselves were taken for exponents.", "Read what np.logspace expects at its ends. As a power of 10 the value 0.01 has the exponent −2."),
    ru=("Сами концы взяты как показатели степени.", "Прочтите, чего np.logspace ждёт на концах. У 0.01 как степени числа 10 показатель −2."),
)
def ends_as_exponents(low, high, n):
    with np.errstate(over="ignore"):
        return np.logspace(low, high, n)


@log_grid.mistake(
    en=("The logarithm and the power have different bases.", "If you come back with a power of 10, which logarithm must lead there?"),
    ru=("У логарифма и у степени разные основания.", "Если обратно ведёт степень числа 10, какой логарифм должен вести туда?"),
)
def bases_mixed(low, high, n):
    return np.logspace(np.log(low), np.log(high), n)


@log_grid.mistake(
    en=("These are the exponents, not the values.", "A learning rate cannot be negative: take the last step back from the logarithm."),
    ru=("Это показатели степени, а не сами значения.", "Скорость обучения не бывает отрицательной: сделайте последний шаг назад от логарифма."),
)
def exponents_only(low, high, n):
    return np.linspace(np.log10(low), np.log10(high), n)


@log_grid.mistake(
    en=("There is one value too many.", "n counts the values, the two ends among them."),
    ru=("На одно значение больше, чем нужно.", "n — это число значений, оба конца входят в него."),
)
def one_too_many(low, high, n):
    return np.geomspace(low, high, n + 1)


@log_grid.mistake(
    en=("The ratio is always 10.", "From 2 to 54 in four values the ratio is 3: how does it follow from low, high and n?"),
    ru=("Отношение всегда равно 10.", "От 2 до 54 за четыре значения отношение равно 3: как оно следует из low, high и n?"),
)
def always_ten(low, high, n):
    return low * 10.0 ** np.arange(n)


@log_grid.mistake(
    en=("The values run from high to low.", "The first value is low, the last one is high."),
    ru=("Значения идут от большего к меньшему.", "Первое значение — low, последнее — high."),
)
def downwards(low, high, n):
    return np.geomspace(high, low, n)


@log_grid.mistake(
    en=("The whole ratio is divided by the number of steps.", "Steps that multiply share a ratio by a root. If you have written one: Python reads a ** 1 / m as (a ** 1) / m."),
    ru=("Всё отношение поделено на число шагов.", "Шаги, которые умножают, делят отношение с помощью корня. Если он у вас есть: a ** 1 / m Python читает как (a ** 1) / m."),
)
def brackets_missing(low, high, n):
    return low * ((high / low) ** 1 / (n - 1)) ** np.arange(n)


@log_grid.mistake(
    en=("The logarithms are natural, and the values themselves are due.", "The first value must be low: which function leads back from the logarithm?"),
    ru=("Это натуральные логарифмы, а нужны сами значения.", "Первым должно быть low: какая функция ведёт обратно от логарифма?"),
)
def logarithms_only(low, high, n):
    return np.linspace(np.log(low), np.log(high), n)


@log_grid.mistake(
    en=("There and back you use different bases.", "If np.exp leads back, which logarithm has to lead there?"),
    ru=("Туда и обратно ведут разные основания.", "Если обратно ведёт np.exp, какой логарифм должен вести туда?"),
)
def bases_mixed_the_other_way(low, high, n):
    return np.exp(np.linspace(np.log10(low), np.log10(high), n))


@log_grid.mistake(
    en=("With whole numbers at the ends the values between them are cut.", "Which type has your array, if it is made of a whole low?"),
    ru=("Если концы целые, у значений между ними пропадает дробная часть.", "Какого типа ваш массив, если он создан из целого low?"),
)
def cut_to_whole_numbers(low, high, n):
    values = np.full(n, low)
    for i in range(n):
        values[i] = low * (high / low) ** (i / (n - 1))
    return values


@log_grid.mistake(
    en=("There is one value too few.", "n counts the values, the two ends among them."),
    ru=("На одно значение меньше, чем нужно.", "n — это число значений, и оба конца входят в него."),
)
def one_too_few(low, high, n):
    return np.geomspace(low, high, n)[:-1]


@log_grid.alternative
def by_geomspace(low, high, n):
    return np.geomspace(low, high, n)


@log_grid.alternative
def by_logarithm(low, high, n):
    return np.exp(np.linspace(np.log(low), np.log(high), n))


@log_grid.alternative
def by_multiplying(low, high, n):
    values = [low]
    while len(values) < n:
        values.append(values[-1] * math.exp(math.log(high / low) / (n - 1)))
    return values
