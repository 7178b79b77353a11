"""Exact variance of the mean gradient of a random batch."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def batch_noise(g, batch_size, replace):
    variance = np.mean((g - np.mean(g)) ** 2) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


_G = np.array([2.0, 4.0, 6.0, 12.0])

batch_noise.example(np.array([1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 13.0]), 3, True)  # the correction would not be a half
batch_noise.example(_G, 2, True)
batch_noise.example(_G, 2, False)
batch_noise.example(_G, 4, False)
batch_noise.example(np.array([1, 2, 6]), 5, True)


for _replace, _center in ((True, 0.0), (False, 1.0)):  # a half of the points for each way of drawing

    @batch_noise.probe("simple" if _replace else "general", part=f"replace={_replace}")
    def _(answer, rng, replace=_replace, center=_center):
        sizes = ((5, 2), (6, 3), (4, 1), (3, 4)) if replace else ((5, 2), (6, 3), (7, 5), (4, 3))
        return [answer(rng.normal(loc=center, scale=3.0, size=m), b, replace) for m, b in sizes]

    @batch_noise.probe("edge", credit=0.5, part=f"replace={_replace}")
    def _(answer, rng, replace=_replace):
        g, whole = rng.normal(loc=-2.0, scale=4.0, size=6), rng.permutation(20)[:5] - 3
        return [answer(g, 6, replace), answer(g, 1, replace), answer(whole, 3, replace)]


@batch_noise.mistake(
    en=("Without replacement the noise is that of draws that may repeat.", "Take a batch of all the objects, each once: can its mean still vary?"),
    ru=("Без возвращения шум получился таким же, как у выбора с возвращением.", "Возьмите в батч все объекты по одному разу: может ли такое среднее меняться?"),
)
def no_correction(g, batch_size, replace):
    return np.var(g) / batch_size


@batch_noise.mistake(
    en=("The two ways of drawing are mixed up.", "Objects that may repeat are independent draws: for these nothing is corrected."),
    ru=("Два способа выбора перепутаны.", "Если объекты могут повторяться, это независимые испытания: для них поправка не нужна."),
)
def ways_swapped(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return variance * (len(g) - batch_size) / (len(g) - 1) if replace else variance


@batch_noise.mistake(
    en=("The squares are divided by one less than their number.", "Here g is the whole sample, not a part of it: the variance is the plain mean of the squares."),
    ru=("Сумма квадратов поделена на число, меньшее на единицу.", "Здесь g — вся выборка, а не её часть: дисперсия — это обычное среднее квадратов."),
)
def sample_variance(g, batch_size, replace):
    variance = np.var(g, ddof=1) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("This is the standard deviation, not the variance.", "The variance is asked for: stop before the root."),
    ru=("Это стандартное отклонение, а не дисперсия.", "Нужна дисперсия: корень извлекать не надо."),
)
def deviation(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return np.sqrt(variance if replace else variance * (len(g) - batch_size) / (len(g) - 1))


@batch_noise.mistake(
    en=("The result is too large by the factor batch_size, as if a batch did not average.", "The mean of two draws varies less than one draw. Where does batch_size come in?"),
    ru=("Результат в batch_size раз больше нужного, как будто батч ничего не усредняет.", "Среднее двух меняется меньше, чем одно. Где здесь участвует batch_size?"),
)
def not_averaged(g, batch_size, replace):
    variance = np.var(g)
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The variance is divided by the square of the batch size.", "A mean divides by b, its square by b², but b terms have been added: what is left?"),
    ru=("Дисперсия поделена на квадрат размера батча.", "Среднее делит на b, его квадрат — на b², но сложено b слагаемых: что останется?"),
)
def squared_size(g, batch_size, replace):
    variance = np.var(g) / batch_size**2
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The factor of the correction is too small.", "A batch of one object has the full variance. Put b = 1 into your correction: does it give 1?"),
    ru=("Поправочный множитель меньше, чем нужно.", "У батча из одного объекта дисперсия полная. Подставьте в поправку b = 1: получится ли 1?"),
)
def wrong_correction(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / len(g)


@batch_noise.mistake(
    en=("The mean is not subtracted before squaring.", "Noise is the distance from the full gradient. Shift all gradients by one number: the noise must not change."),
    ru=("Перед возведением в квадрат не вычтено среднее.", "Шум — это разность с полным градиентом. Сдвиньте все градиенты на одно число: шум измениться не должен."),
)
def not_centred(g, batch_size, replace):
    variance = np.mean(np.asarray(g) ** 2) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The variance is divided by the number of all objects, not by that of the batch.", "Double the batch: with replacement the noise must halve."),
    ru=("Дисперсия поделена на число всех объектов, а не на размер батча.", "Удвойте батч: при выборе с возвращением шум должен стать вдвое меньше."),
)
def divided_by_all(g, batch_size, replace):
    variance = np.var(g) / len(g)
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The squares are added up, but their sum is not averaged over the objects.", "S in the reading is a mean. Copy every object once more: S must not change."),
    ru=("Квадраты сложены, но не усреднены по объектам.", "В тексте S — среднее. Возьмите каждый объект дважды: S измениться не должно."),
)
def sum_of_squares(g, batch_size, replace):
    variance = np.sum((g - np.mean(g)) ** 2) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The correction makes the noise larger.", "Whoever draws without replacement gets less noise. Which of the two numbers stands above the line?"),
    ru=("Поправка увеличивает шум.", "При выборе без возвращения шума меньше. Какое из двух чисел стоит в числителе?"),
)
def correction_upside_down(g, batch_size, replace):
    variance = np.mean((g - np.mean(g)) ** 2) / batch_size
    return variance if replace else variance * (len(g) - 1) / (len(g) - batch_size)


@batch_noise.alternative
def by_enumeration(g, batch_size, replace):
    from itertools import combinations

    draws = combinations(g, 1 if replace else batch_size)
    variance = np.var([np.mean(draw) for draw in draws])
    return variance / batch_size if replace else variance


@batch_noise.alternative
def by_sample_variance(g, batch_size, replace):
    if replace:
        return np.var(g) / batch_size
    return np.var(g, ddof=1) * (1 / batch_size - 1 / len(g))


@batch_noise.alternative
def by_plain_loop(g, batch_size, replace):
    m = len(g)
    mean = sum(g) / m
    total = 0.0
    for value in g:
        total += (value - mean) ** 2
    if not replace:
        total *= 1 - (batch_size - 1) / (m - 1)
    return float(total / (m * batch_size))


batch_noise.equal(batch_noise, "g", "a square does not see the sign, g has one axis and one length, and any True is true")
batch_noise.equal(by_enumeration, "np.", "g and a draw have one axis")
batch_noise.equal(by_sample_variance, "np.var", "g has one axis, and its length is that of any copy")
batch_noise.equal(by_plain_loop, "mean", "a square does not see the sign, and the mean may be taken before or after total is made")
