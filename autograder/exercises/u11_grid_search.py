"""Unit 11: hyper-parameters, cross-validation and grid search (lecture 1)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.
# ruff: noqa: B905

import itertools
import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import function, instance
from autograder.parts import is_whole, part_of
from course.public import u11_grid_search as public
from course.public.u11_grid_search import (
    folds_report,
    learning_report,
    min_df_report,
    pipeline_report,
    rates_report,
    unlike_columns,
)

unit = Unit("11-grid-search")


# -------------------------------------------------------------------------------------------- n_fits


@unit.exercise(points=1)
def n_fits(grid, cv, refit):
    combinations = 1
    for values in grid.values():
        combinations *= len(values)
    return combinations * cv + (1 if refit else 0)


n_fits.example({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, True)
n_fits.example({"k": [1, 3, 5, 7]}, 3, False)


def _grid(rng, *sizes):
    """Return a grid with so many values for each of its hyper-parameters."""
    names = ("eta", "alpha", "depth", "width")
    return {name: [float(v) for v in rng.uniform(size=size)] for name, size in zip(names, sizes, strict=False)}


for _refit in (True, False):  # a half of the points for each

    @n_fits.probe("simple")
    def _(answer, rng, refit=_refit):
        sizes, folds = rng.integers((3, 3, 4, 4, 5), (7, 7, 12, 12, 40)), [int(cv) for cv in rng.integers(3, 12, size=3)]
        grids = [_grid(rng, *part) for part in (sizes[:2], sizes[2:4], sizes[4:])]
        return [answer(grid, cv, refit) for grid, cv in zip(grids, folds, strict=True)]

    @n_fits.probe("general")
    def _(answer, rng, refit=_refit):
        a, b, c, *folds = (int(n) for n in rng.integers(3, 9, size=6))
        kernels = [str(name) for name in rng.permutation(["rbf", "linear", "poly", "sigmoid"])[:3]]
        grids = _grid(rng, a, b, c), _grid(rng, b, 4, 3, 2), {"kernel": kernels, "C": [10.0**power for power in range(-a, c)]}
        return [answer(grid, cv, refit) for grid, cv in zip(grids, folds, strict=True)]


@n_fits.mistake(
    en=("The folds are not counted.", "Every combination is trained once for each fold, not once in all."),
    ru=("Не учтены блоки кросс-валидации.", "Каждую комбинацию обучают столько раз, сколько блоков, а не один раз."),
)
def folds_forgotten(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n + int(refit)


@n_fits.mistake(
    en=("The numbers of values are added; a grid multiplies them.", "Draw a table for 3 rates and 2 numbers of steps and count its cells."),
    ru=("Количества значений сложены, а в сетке они умножаются.", "Нарисуйте таблицу для 3 скоростей и 2 чисел шагов и посчитайте клетки."),
)
def lengths_added(grid, cv, refit):
    return sum(len(values) for values in grid.values()) * cv + int(refit)


@n_fits.mistake(
    en=("The last training, on all the data, is missing.", "What does the search do with the best combination when refit is True?"),
    ru=("Не хватает последнего обучения — на всех данных.", "Что поиск делает с лучшей комбинацией, когда refit равно True?"),
)
def refit_forgotten(grid, cv, refit):
    n = cv
    for values in grid.values():
        n *= len(values)
    return n


@n_fits.mistake(
    en=("The last training is counted even when it is switched off.", "Look at what your function does with refit=False."),
    ru=("Последнее обучение учтено, даже когда оно отключено.", "Посмотрите, что ваша функция делает при refit=False."),
)
def refit_always(grid, cv, refit):
    n = cv
    for values in grid.values():
        n *= len(values)
    return n + 1


@n_fits.mistake(
    en=("Every combination is trained again at the end.", "Only the winner is trained on all the data: how many trainings is that?"),
    ru=("В конце заново обучаются все комбинации.", "На всех данных обучают только победителя: сколько это обучений?"),
)
def refit_for_everyone(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n * (cv + 1) if refit else n * cv


@n_fits.mistake(
    en=("The hyper-parameters are counted, not their values.", "How many values does each list of the grid hold?"),
    ru=("Посчитаны гиперпараметры, а не их значения.", "Сколько значений в каждом списке сетки?"),
)
def names_counted(grid, cv, refit):
    return len(grid) * cv + int(refit)


@n_fits.mistake(
    en=("One fold too few is counted.", "With k folds every fold is the validation part once: how many trainings are that?"),
    ru=("Посчитано на один блок меньше.", "При k блоках каждый блок один раз бывает контрольным: сколько это обучений?"),
)
def one_fold_less(grid, cv, refit):
    n = cv - 1
    for values in grid.values():
        n *= len(values)
    return n + int(refit)


@n_fits.alternative
def by_prod(grid, cv, refit):
    return math.prod(len(values) for values in grid.values()) * cv + int(refit)


@n_fits.alternative
def by_listing(grid, cv, refit):
    from itertools import product

    return len([0 for _ in product(*grid.values()) for _ in range(cv)]) + bool(refit)


@n_fits.alternative
def by_numpy(grid, cv, refit):
    return float(cv * np.prod([len(values) for values in grid.values()]) + refit)


# ------------------------------------------------------------------------------------------ log_grid


@unit.exercise(points=1)
def log_grid(low, high, n):
    return low * (high / low) ** (np.arange(n) / (n - 1))


log_grid.example(0.01, 100.0, 5)
log_grid.example(2.0, 54.0, 4)


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


@log_grid.mistake(
    en=("The differences are equal, and the ratios should be.", "Divide every value by the one before it: is it always the same number?"),
    ru=("Одинаковы разности, а должны быть отношения.", "Разделите каждое значение на предыдущее: всегда ли выходит одно и то же число?"),
)
def equal_differences(low, high, n):
    return np.linspace(low, high, n)


@log_grid.mistake(
    en=("The upper end is not reached.", "Between n values there are n − 1 steps: by how many steps is the whole ratio shared?"),
    ru=("Верхний конец не достигнут.", "Между n значениями n − 1 шаг: на сколько шагов делится всё отношение?"),
)
def end_not_reached(low, high, n):
    return low * (high / low) ** (np.arange(n) / n)


@log_grid.mistake(
    en=("The ends themselves were taken for exponents.", "np.logspace wants logarithms: from low = 0.01 it expects −2."),
    ru=("Сами концы взяты как показатели степени.", "np.logspace ждёт логарифмы: для low = 0.01 это −2."),
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
    en=("The root was not taken of the whole ratio.", "Python reads a ** 1 / m as (a ** 1) / m: where do brackets belong?"),
    ru=("Корень извлечён не так, как задумано.", "Запись a ** 1 / m Python читает как (a ** 1) / m: где нужны скобки?"),
)
def brackets_missing(low, high, n):
    return low * ((high / low) ** 1 / (n - 1)) ** np.arange(n)


@log_grid.alternative
def by_geomspace(low, high, n):
    return np.geomspace(low, high, n)


@log_grid.alternative
def by_logarithm(low, high, n):
    return np.exp(np.linspace(np.log(low), np.log(high), n))


@log_grid.alternative
def by_multiplying(low, high, n):
    ratio, values = (high / low) ** (1 / (n - 1)), [low]
    while len(values) < n:
        values.append(values[-1] * ratio)
    return values


# --------------------------------------------------------------------------------------- best_params


@unit.exercise(points=2)
def best_params(scores):
    return max(scores, key=lambda key: np.mean(scores[key]))


best_params.example({"k=1": [0.9, 0.6, 0.6], "k=5": [0.7, 0.8, 0.75], "k=9": [0.5, 0.7, 0.6]})
best_params.example({"small": [-3.0, -4.0], "middle": [-2.0, -1.0], "large": [-6.0, -0.5]})

# The best by mean, by a single fold, by the worst fold, by the median, and by nothing.
_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR, _POORER = (
    [0.66, 0.78, 0.80], [0.95, 0.60, 0.62], [0.70, 0.71, 0.72], [0.30, 0.82, 0.83], [0.20, 0.30, 0.10], [0.15, 0.10, 0.25],
)  # fmt: skip


def _numbers(rng, n):
    """Return n whole numbers, no two of them equal; all are larger than any place in a list."""
    return [int(number) for number in rng.choice(np.arange(10, 99), size=n, replace=False)]


def _rates(rng, n):
    """Return n rising numbers between 0.0001 and 1, no two of them equal."""
    return [round(float(rate), 6) for rate in 10.0 ** (4.0 * (np.arange(n) + rng.uniform(0.1, 0.9, size=n)) / n - 4.0)]


def _scores(rng, keys, rows, shift=0.0):
    """Return scores by key: the keys change their places, the folds theirs, the best row is neither first nor last.

    Nor is its key the largest or the smallest, nor its first fold the best of all first folds.
    """
    best, *others = rows
    others = [others[i] for i in rng.permutation(len(others))]
    at = int(rng.integers(1, len(others)))
    others.insert(at, best)
    keys = [keys[i] for i in rng.permutation(len(keys))[: len(others)]]
    inner = sorted(keys)[int(rng.integers(1, len(keys) - 1))]
    place = keys.index(inner)
    keys[at], keys[place] = keys[place], keys[at]
    good_start = _BY_MEDIAN if _BY_MEDIAN in rows else _BY_TOP
    scale = rng.uniform(0.8, 1.05)
    scores = {}
    for key, row in zip(keys, others, strict=True):
        values = [float(value) for value in rng.permutation(row)]
        if row in (_BY_MEDIAN, _BY_TOP):
            values.sort(reverse=row is good_start)
        scores[key] = [scale * value + shift for value in values]
    return scores


@best_params.probe("simple")
def _(answer, rng):
    rows = (_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR)
    names = ("rbf", "linear", "poly", "sigmoid", "cosine")
    return [answer(_scores(rng, names, rows)), answer(_scores(rng, _numbers(rng, 5), rows))]


@best_params.probe("general")
def _(answer, rng):
    rates = [round(float(rate), 5) for rate in rng.uniform(0.001, 2.0, size=6)]
    rows = (_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR)
    return [
        answer(_scores(rng, [(rate, n) for n, rate in enumerate(rates)], rows)),
        # Five folds of 0.5 add up to more than three good ones.
        answer(_scores(rng, rates, (*rows, [0.5] * 5))),
    ]


@best_params.probe("edge")
def _(answer, rng):
    rows, shifts = (_BY_MEAN, _BY_TOP, _POOR, _POORER), -rng.uniform((3.0, 3.0, 30.0), (9.0, 9.0, 50.0))
    keys = tuple("abcdef"), _rates(rng, 5), _numbers(rng, 5)
    return [answer(_scores(rng, names, rows, shift=shift)) for names, shift in zip(keys, shifts, strict=True)]


@best_params.mistake(
    en=("One lucky fold decides.", "A single fold can be easy by chance: what number speaks for all folds?"),
    ru=("Решает один удачный блок.", "Отдельный блок может случайно оказаться лёгким: какое число говорит за все блоки?"),
)
def luckiest_fold(scores):
    return max(scores, key=lambda key: max(scores[key]))


@best_params.mistake(
    en=("The worst fold decides.", "The task ranks by the mean of all folds, not by the smallest of them."),
    ru=("Решает худший блок.", "По заданию сравнивают среднее по всем блокам, а не наименьшее из значений."),
)
def safest_fold(scores):
    return max(scores, key=lambda key: min(scores[key]))


@best_params.mistake(
    en=("The key with the smallest mean is returned.", "Here a larger score is better, as everywhere in scikit-learn."),
    ru=("Возвращён ключ с наименьшим средним.", "Здесь больше — лучше, как и везде в scikit-learn."),
)
def smallest_mean(scores):
    return min(scores, key=lambda key: np.mean(scores[key]))


@best_params.mistake(
    en=("The scores are added up, so more folds mean a larger result.", "The lists may differ in length: compare what does not grow with the number of folds."),
    ru=("Оценки просуммированы, поэтому больше блоков — больше результат.", "Списки могут быть разной длины: сравнивайте то, что не растёт вместе с числом блоков."),
)
def largest_sum(scores):
    return max(scores, key=lambda key: sum(scores[key]))


@best_params.mistake(
    en=("The score is returned, and its key is asked for.", "What do you want to know in the end: how good it was, or which one it was?"),
    ru=("Возвращена оценка, а нужен её ключ.", "Что вы хотите узнать в итоге: насколько хорошо или какой именно?"),
)
def score_returned(scores):
    return max(np.mean(values) for values in scores.values())


@best_params.mistake(
    en=("The search starts from a best score of 0.", "Scores can all be negative: what is the first score to be compared with?"),
    ru=("Поиск начинается с лучшей оценки, равной 0.", "Все оценки могут быть отрицательными: с чем сравнивать первую из них?"),
)
def starts_at_zero(scores):
    best, top = None, 0
    for key, values in scores.items():
        if np.mean(values) > top:
            best, top = key, np.mean(values)
    return best


@best_params.mistake(
    en=("The middle fold decides.", "This is the median; the task asks for the mean."),
    ru=("Решает средний по порядку блок.", "Это медиана, а по заданию нужно среднее арифметическое."),
)
def by_median(scores):
    return max(scores, key=lambda key: np.median(scores[key]))


@best_params.mistake(
    en=("The place in the dictionary is returned, not the key.", "An argmax gives a position: which key stands there?"),
    ru=("Возвращено место в словаре, а не ключ.", "argmax даёт номер места: какой ключ там стоит?"),
)
def place_returned(scores):
    return int(np.argmax([np.mean(values) for values in scores.values()]))


@best_params.mistake(
    en=("Whole lists are compared, and then their first fold decides.", "Python compares two lists entry by entry: which single number should each key be compared by?"),
    ru=("Сравниваются списки целиком, и тогда решает первый блок.", "Python сравнивает списки поэлементно, начиная с первого: по какому одному числу надо сравнивать ключи?"),
)
def lists_compared(scores):
    return max(scores, key=scores.get)


@best_params.mistake(
    en=("The largest key is returned; its scores play no part.", "max of a dictionary looks at the keys alone: by what should they be compared?"),
    ru=("Возвращён наибольший ключ, а его оценки ни на что не влияют.", "max от словаря смотрит только на ключи: по чему их надо сравнивать?"),
)
def largest_key(scores):
    return max(scores)


@best_params.alternative
def by_loop(scores):
    best, top = None, -float("inf")
    for key in scores:
        mean = sum(scores[key]) / len(scores[key])
        if mean > top:
            best, top = key, mean
    return best


@best_params.alternative
def by_argmax(scores):
    keys = list(scores)
    return keys[int(np.argmax([np.mean(scores[key]) for key in keys]))]


@best_params.alternative
def by_sorting(scores):
    return sorted(scores.items(), key=lambda item: -float(np.average(item[1])))[0][0]


# --------------------------------------------------------------------------------------------- kfold


@unit.exercise(points=2)
def kfold(n, k):
    folds = []
    for part in range(k):
        is_valid = np.arange(n) % k == part
        folds.append((np.flatnonzero(~is_valid), np.flatnonzero(is_valid)))
    return folds


kfold.example(6, 3, fulfils="folds_report")
kfold.example(8, 3, fulfils="folds_report")
kfold.example(10, 4, fulfils="folds_report")


def _folds(answer, n, k, facts):
    """Return whether all k folds are there, and the ``facts`` about them; see ``folds_report``."""
    report = folds_report(n, k, answer.sample(n, k))
    return [report[at] for at in (0, 1, *facts)] if isinstance(report, list) else report


def _sizes(ks, most, suits):
    """Return all (n, k) with n < ``most`` and at least three objects in a fold whose rest ``suits`` (k, n % k).

    They are thousands, so that a table of all that was ever asked is worth little. Folds of k objects are never k folds.
    """
    return [(n, k) for k in ks for n in range(max(3 * k, 30), most) if suits(k, n % k) and math.ceil(n / k) != k]


_EQUAL = _sizes(range(3, 26), 800, lambda k, rest: rest == 0)  # in two equal folds training and validation are alike
_SOME_LARGER = _sizes(range(5, 31), 800, lambda k, rest: 2 <= rest <= k - 2)
_ONE_SMALLER = _sizes(range(5, 31), 800, lambda k, rest: rest == k - 1)
_ODD = _sizes([2], 1000, lambda k, rest: rest == 1)


@kfold.probe("simple")  # a seventh of the points for the plain case: n that k divides
def _(answer, rng):
    return [_folds(answer, *_EQUAL[place], (2, 3, 4)) for place in rng.integers(len(_EQUAL), size=2)]


for _facts in ((2,), (3,), (4,)):  # two sevenths for each demand: validated once, trained on the rest, sizes

    @kfold.probe("general")
    def _(answer, rng, facts=_facts):
        return [_folds(answer, *cases[rng.integers(len(cases))], facts) for cases in (_SOME_LARGER, _ONE_SMALLER)]

    @kfold.probe("edge")
    def _(answer, rng, facts=_facts):
        n = int(rng.integers(8, 30))
        return [_folds(answer, *cases[rng.integers(len(cases))], facts) for cases in ([(n, n)], _ODD, _SOME_LARGER)]


@kfold.mistake(
    en=("The two parts of each pair are swapped.", "Most objects train, a few validate: which of the two comes first?"),
    ru=("Части в каждой паре переставлены.", "Большинство объектов — для обучения, немного — для контроля: что идёт первым?"),
)
def swapped(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(part, np.setdiff1d(np.arange(n), part)) for part in parts]


@kfold.mistake(
    en=("The last objects are never validated.", "When k does not divide n, n // k objects for each fold leave a rest: where does it go?"),
    ru=("Последние объекты ни разу не попадают в контроль.", "Если n не делится на k, то при n // k объектах в блоке есть остаток: куда он денется?"),
)
def rest_lost(n, k):
    size = n // k
    return [(np.setdiff1d(np.arange(n), np.arange(i * size, (i + 1) * size)), np.arange(i * size, (i + 1) * size)) for i in range(k)]


@kfold.mistake(
    en=("The whole rest goes into the last fold.", "Share the rest out: one object more for some folds, so that no two sizes differ by more than one."),
    ru=("Весь остаток попал в последний блок.", "Раздайте остаток: некоторым блокам по одному лишнему объекту, чтобы размеры отличались не больше чем на один."),
)
def rest_in_the_last(n, k):
    size, everything, folds = n // k, np.arange(n), []
    for i in range(k):
        valid = everything[i * size : (i + 1) * size if i < k - 1 else n]
        folds.append((np.setdiff1d(everything, valid), valid))
    return folds


@kfold.mistake(
    en=("The model is trained on its own validation objects.", "Look at the first part of a pair: does it hold objects of the second?"),
    ru=("Модель обучается на своих же контрольных объектах.", "Посмотрите на первую часть пары: нет ли там объектов из второй?"),
)
def trains_on_everything(n, k):
    return [(np.arange(n), part) for part in np.array_split(np.arange(n), k)]


@kfold.mistake(
    en=("Every fold is drawn anew, so some objects come twice and others never.", "Shuffle once, if you like, and then cut: a fold must know what the others have taken."),
    ru=("Каждый блок выбирается заново, поэтому одни объекты попадают дважды, а другие ни разу.", "Перемешайте один раз, если хотите, а потом режьте: блок должен знать, что взяли другие."),
)
def drawn_anew(n, k):
    rng, everything, folds = np.random.default_rng(1), np.arange(n), []
    for part in np.array_split(everything, k):
        valid = rng.choice(n, size=len(part), replace=True)
        folds.append((np.setdiff1d(everything, valid), valid))
    return folds


@kfold.mistake(
    en=("There is only one split.", "k folds give k pairs: each fold is the validation part once."),
    ru=("Разбиение только одно.", "k блоков дают k пар: каждый блок один раз бывает контрольным."),
)
def one_split(n, k):
    return [(np.arange(n // k, n), np.arange(n // k))]


@kfold.mistake(
    en=("The folds hold k objects each; there should be k folds.", "Count the pairs for n = 12 and k = 3: there must be three of them."),
    ru=("В блоках по k объектов, а нужно k блоков.", "Посчитайте пары для n = 12 и k = 3: их должно быть три."),
)
def folds_of_size_k(n, k):
    everything = np.arange(n)
    parts = [everything[i : i + k] for i in range(0, n, k)]
    return [(np.setdiff1d(everything, part), part) for part in parts]


@kfold.mistake(
    en=("Only the validation parts come back.", "Each entry of the list is a pair: where to train, and where to validate."),
    ru=("Возвращаются только контрольные части.", "Каждый элемент списка — пара: на чём учить и на чём проверять."),
)
def validation_only(n, k):
    return list(np.array_split(np.arange(n), k))


@kfold.mistake(
    en=("The size of a fold is rounded up, so too little is left for the last fold.", "Count the folds of 10 objects for k = 4: which sizes come out, and which should?"),
    ru=("Размер блока округлён вверх, и последнему блоку остаётся слишком мало.", "Посчитайте блоки из 10 объектов при k = 4: какие размеры выходят и какие должны быть?"),
)
def rounded_up(n, k):
    size, everything = math.ceil(n / k), np.arange(n)
    parts = [everything[i * size : (i + 1) * size] for i in range(k)]
    return [(np.setdiff1d(everything, part), part) for part in parts]


@kfold.mistake(
    en=("The objects are numbered from 1.", "In Python the first object has the number 0: what is the last one's number?"),
    ru=("Объекты пронумерованы с 1.", "В Python у первого объекта номер 0: какой номер у последнего?"),
)
def numbered_from_one(n, k):
    parts = np.array_split(np.arange(1, n + 1), k)
    return [(np.concatenate([*parts[:i], *parts[i + 1 :]]), parts[i]) for i in range(k)]


@kfold.mistake(
    en=("The list ends after the first fold.", "A function is over at its first return: where in the loop does yours stand?"),
    ru=("Список обрывается после первого блока.", "Функция заканчивается на первом return: где он стоит у вас относительно цикла?"),
)
def returned_too_early(n, k):
    folds = []
    for part in np.array_split(np.arange(n), k):
        folds.append((np.setdiff1d(np.arange(n), part), part))
        return folds


@kfold.mistake(
    en=("The indices are fractions such as 3.0, and an array cannot be indexed by those.", "An empty array is made of floats, and whatever you append to it becomes one: look at how a part begins."),
    ru=("Индексы дробные, вроде 3.0, а такими нельзя взять элементы массива.", "Пустой массив состоит из дробных чисел, и всё добавленное к нему становится дробным: посмотрите, с чего начинается часть."),
)
def fractional_indices(n, k):
    folds = []
    for part in np.array_split(np.arange(n), k):
        train = np.array([])
        for i in range(n):
            if i not in part:
                train = np.append(train, i)
        folds.append((train, part))
    return folds


@kfold.mistake(
    en=("The training part is a list of folds, not of objects.", "Several arrays side by side are not one array: how are they joined?"),
    ru=("Обучающая часть — список блоков, а не объектов.", "Несколько массивов рядом — ещё не один массив: как их соединить?"),
)
def folds_not_joined(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(parts[:i] + parts[i + 1 :], parts[i]) for i in range(k)]


@kfold.alternative
def by_array_split(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.concatenate([*parts[:i], *parts[i + 1 :]]), parts[i]) for i in range(k)]


@kfold.alternative
def shuffled_lists(n, k):
    order = [int(i) for i in np.random.default_rng().permutation(n)]
    return [([i for i in order if i not in order[part::k]], order[part::k]) for part in range(k)]


@kfold.alternative
def by_library(n, k):
    from sklearn.model_selection import KFold

    return list(KFold(k, shuffle=True).split(np.zeros(n)))


# --------------------------------------------------------------------------------------- grid_search


@unit.exercise(points=3)
def grid_search(fit_score, grid):
    names, tried = list(grid), [{}]
    for name in names:
        tried = [{**params, name: value} for params in tried for value in grid[name]]
    scores = [fit_score(**params) for params in tried]
    place = int(np.argmax(scores))
    return tried[place], scores[place]


grid_search.example(public.bumpy, {"rate": [0.01, 0.1, 1.0], "depth": [1, 3]})
grid_search.example(public.bumpy, {"rate": [0.01, 1.0], "depth": [3, 1]})
grid_search.example(public.hill, {"alpha": [0.1, 0.5, 0.9]})


def _landscape(rng, grid, shift):
    """Return a score on ``grid`` and the list of its calls.

    The top is neither on the diagonal nor at an end of the order, else anywhere; seen along the first values it looks
    poor.
    """
    names, lists = list(grid), list(grid.values())
    places = list(itertools.product(*(range(len(values)) for values in lists)))
    inner = [place for place in places[1:-1] if len(lists) == 1 or (len(set(place)) > 1 and any(place[1:]))]
    top = inner[int(rng.integers(len(inner)))]
    table = {place: float(shift + rng.uniform(0.1, 0.6)) for place in places}
    for place in places:  # whoever keeps all but one hyper-parameter at the first value must not go there
        if place[0] == top[0] and any(i != j for i, j in zip(place, top, strict=True)):
            table[place] = float(shift + rng.uniform(0.01, 0.09))
    table[top] = float(shift + rng.uniform(0.8, 0.95))
    calls = []

    def fit_score(**params):
        if sorted(params) != sorted(names):
            raise TypeError("other names than the grid's")
        calls.append(1)
        return table[tuple(values.index(params[name]) for name, values in zip(names, lists, strict=True))]

    return fit_score, calls


def _searched(answer, rng, which, grid, shift=0.0):
    """Return the best combination, its score, or how often was trained; for the last one a pair must come back."""
    fit_score, calls = _landscape(rng, grid, shift)
    value = answer(fit_score, grid)
    return part_of(value, which, 2) if which < 2 else [len(calls), is_whole(value, 2)]


for _which, _credit in ((0, 1.0), (1, 1.0), (2, 0.5)):  # the combination, its score, one training for each

    @grid_search.probe("simple", credit=_credit)
    def _(answer, rng, which=_which):
        grids = {"eta": _rates(rng, 4), "steps": [10, 30, 100]}, {"alpha": _rates(rng, 3), "k": [1, 3, 5]}
        return [_searched(answer, rng, which, grid) for grid in grids]

    @grid_search.probe("general", credit=_credit)
    def _(answer, rng, which=_which):
        grids = (
            {"eta": _rates(rng, 3), "batch": [8, 32], "kind": ["adam", "momentum", "plain"]},
            {"kernel": ["rbf", "poly"], "C": _rates(rng, 5)},
        )
        return [_searched(answer, rng, which, grid) for grid in grids]

    @grid_search.probe("edge", credit=_credit)
    def _(answer, rng, which=_which):
        low, lower = -rng.uniform(2.0, 5.0), -rng.uniform(6.0, 9.0)
        cases = ({"eta": _rates(rng, 5), "k": [2, 4, 8]}, lower), ({"alpha": _rates(rng, 4)}, low)
        return [_searched(answer, rng, which, *case) for case in cases]


@grid_search.mistake(
    en=("The combination with the smallest score is returned.", "A score is not a loss: larger is better."),
    ru=("Возвращена комбинация с наименьшей оценкой.", "Оценка — не потери: больше значит лучше."),
)
def looks_for_the_smallest(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    scores = [fit_score(**params) for params in tried]
    return tried[int(np.argmin(scores))], min(scores)


@grid_search.mistake(
    en=("The lists are walked side by side, so most combinations are never tried.", "3 rates and 2 depths give 6 combinations: how many does your loop see?"),
    ru=("По спискам идут параллельно, и большинство комбинаций не проверено.", "3 скорости и 2 глубины дают 6 комбинаций: сколько из них видит ваш цикл?"),
)
def side_by_side(fit_score, grid):
    best, top = None, -math.inf
    for values in zip(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.mistake(
    en=("The hyper-parameters are tuned one after the other.", "The best rate for one depth need not be the best for another: try all combinations."),
    ru=("Гиперпараметры подбираются по одному.", "Скорость, лучшая для одной глубины, не обязана быть лучшей для другой: пробуйте все комбинации."),
)
def one_after_the_other(fit_score, grid):
    best = {name: values[0] for name, values in grid.items()}
    top = None
    for name, values in grid.items():
        scores = [fit_score(**{**best, name: value}) for value in values]
        best = {**best, name: values[int(np.argmax(scores))]}
        top = max(scores)
    return best, top


@grid_search.mistake(
    en=("The search starts from a best score of 0, so negative scores never win.", "What should the very first score be compared with?"),
    ru=("Поиск начинается с лучшей оценки 0, и отрицательные оценки никогда не побеждают.", "С чем надо сравнивать самую первую оценку?"),
)
def zero_to_beat(fit_score, grid):
    from itertools import product

    best, top = None, 0
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.mistake(
    en=("The hyper-parameters do not reach fit_score by name.", "Look at the call in the task: which sign before a dictionary opens it into names and values?"),
    ru=("Гиперпараметры переданы в fit_score не по именам.", "Посмотрите на вызов в задании: какой знак перед словарём раскрывает его в имена и значения?"),
)
def dictionary_handed_over(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    scores = [fit_score(params) for params in tried]
    return tried[int(np.argmax(scores))], max(scores)


@grid_search.mistake(
    en=("Nothing is compared: the last combination comes back.", "The slide's loop has the same hole: what is kept from the earlier rounds?"),
    ru=("Ничего не сравнивается: возвращается последняя комбинация.", "В цикле со слайда та же дыра: что остаётся от прежних проходов?"),
)
def keeps_the_last(fit_score, grid):
    from itertools import product

    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
    return params, score


@grid_search.mistake(
    en=("Some combinations are trained more than once.", "A call of fit_score is a whole training: call it once and keep the result."),
    ru=("Некоторые комбинации обучаются больше одного раза.", "Вызов fit_score — это целое обучение: вызовите один раз и сохраните результат."),
)
def trains_twice(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    best = max(tried, key=lambda params: fit_score(**params))
    return best, fit_score(**best)


@grid_search.mistake(
    en=("The pair is the wrong way round.", "First the dictionary of the best hyper-parameters, then the score."),
    ru=("Пара перевёрнута.", "Сначала словарь лучших гиперпараметров, потом оценка."),
)
def score_first(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    scores = [fit_score(**params) for params in tried]
    return max(scores), tried[int(np.argmax(scores))]


@grid_search.mistake(
    en=("Only the hyper-parameters come back.", "Two things are asked for: the best dictionary and its score."),
    ru=("Возвращаются только гиперпараметры.", "Нужны две вещи: лучший словарь и его оценка."),
)
def no_score(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    scores = [fit_score(**params) for params in tried]
    return tried[int(np.argmax(scores))]


@grid_search.mistake(
    en=("The score is the best one, but the dictionary belongs to the last combination.", "If all rounds fill one and the same dictionary, the best one changes with it: what must each round make anew?"),
    ru=("Оценка лучшая, а словарь — от последней комбинации.", "Если все проходы заполняют один и тот же словарь, вместе с ним меняется и лучший: что надо создавать на каждом проходе заново?"),
)
def one_dictionary_for_all(fit_score, grid):
    from itertools import product

    params, best, top = {}, None, -math.inf
    for values in product(*grid.values()):
        params.update(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.mistake(
    en=("The names rate and depth are written into the function.", "Other grids have other names: take them from the keys of grid."),
    ru=("Имена rate и depth вписаны прямо в функцию.", "В других сетках имена другие: берите их из ключей grid."),
)
def names_written_in(fit_score, grid):
    best, top = None, -math.inf
    for rate in grid["rate"]:
        for depth in grid["depth"]:
            score = fit_score(rate=rate, depth=depth)
            if score > top:
                best, top = {"rate": rate, "depth": depth}, score
    return best, top


@grid_search.mistake(
    en=("The search works for exactly two hyper-parameters.", "A grid may have one name or three: what makes all combinations of any number of lists?"),
    ru=("Поиск работает ровно для двух гиперпараметров.", "В сетке может быть одно имя или три: что строит все комбинации любого числа списков?"),
)
def exactly_two(fit_score, grid):
    best, top = None, -math.inf
    first, second = grid
    for a in grid[first]:
        for b in grid[second]:
            score = fit_score(**{first: a, second: b})
            if score > top:
                best, top = {first: a, second: b}, score
    return best, top


@grid_search.alternative
def by_product(fit_score, grid):
    from itertools import product

    best, top = None, -float("inf")
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.alternative
def by_recursion(fit_score, grid):
    def search(params, rest):
        if not rest:
            return [params, fit_score(**params)]
        results = [search({**params, rest[0]: value}, rest[1:]) for value in grid[rest[0]]]
        return max(results, key=lambda result: result[1])

    return search({}, list(grid))


@grid_search.alternative
def by_parameter_grid(fit_score, grid):
    from sklearn.model_selection import ParameterGrid

    results = [(params, fit_score(**params)) for params in ParameterGrid(grid)]
    return sorted(results, key=lambda pair: pair[1])[-1]


# ------------------------------------------------------------------------------------- repair_min_df


@unit.exercise(points=1)
def repair_min_df():
    return {"vec__min_df": list(range(1, 20))}


repair_min_df.example(fulfils="min_df_report")


@repair_min_df.probe("simple")
def _(answer, rng):
    return min_df_report(answer.sample())


@repair_min_df.mistake(
    en=("The value 0 is still in the grid.", "No word stands in fewer than one text: which is the smallest whole min_df that TfidfVectorizer takes?"),
    ru=("В сетке всё ещё есть значение 0.", "Слово встречается хотя бы в одном тексте: какой наименьший целый min_df принимает TfidfVectorizer?"),
)
def zero_kept(*_):
    return {"vec__min_df": list(range(0, 20))}


@repair_min_df.mistake(
    en=("The value 19 is missing.", "Python's range leaves out its end: what must the end be?"),
    ru=("Не хватает значения 19.", "range в Python не включает правый конец: каким он должен быть?"),
)
def nineteen_missing(*_):
    return {"vec__min_df": list(range(1, 19))}


@repair_min_df.mistake(
    en=("The value 20 has come in.", "The slide's loop ends with 19. Which number does range leave out?"),
    ru=("Появилось лишнее значение 20.", "Цикл на слайде заканчивается на 19. Какое число range не включает?"),
)
def twenty_added(*_):
    return {"vec__min_df": list(range(1, 21))}


@repair_min_df.mistake(
    en=("The name does not say which step it belongs to.", "A pipeline has several steps: put the step's name and two underscores before the hyper-parameter."),
    ru=("В имени не сказано, к какому шагу оно относится.", "В конвейере несколько шагов: перед гиперпараметром нужны имя шага и два подчёркивания."),
)
def no_step(*_):
    return {"min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("Step and hyper-parameter are joined by one underscore.", "The name min_df has an underscore of its own, so the joint needs two."),
    ru=("Шаг и гиперпараметр соединены одним подчёркиванием.", "В имени min_df уже есть подчёркивание, поэтому на стыке их нужно два."),
)
def one_underscore(*_):
    return {"vec_min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("The hyper-parameter is sought in a step that does not have it.", "Which of the two steps counts words?"),
    ru=("Гиперпараметр ищут в шаге, у которого его нет.", "Какой из двух шагов считает слова?"),
)
def wrong_step(*_):
    return {"clf__min_df": list(range(1, 20))}


@repair_min_df.mistake(
    en=("The values are not whole numbers.", "For TfidfVectorizer 1.0 means all texts and 1 means one text: which type do you give?"),
    ru=("Значения не целые.", "Для TfidfVectorizer 1.0 значит «все тексты», а 1 — «один текст»: какой тип вы передаёте?"),
)
def fractions(*_):
    return {"vec__min_df": np.linspace(1, 19, 19)}


@repair_min_df.mistake(
    en=("Only the last value is there, as after the slide's loop.", "A grid holds all values that are to be tried."),
    ru=("Есть только последнее значение, как после цикла со слайда.", "В сетке должны быть все значения, которые надо попробовать."),
)
def last_one_only(*_):
    return {"vec__min_df": [19]}


@repair_min_df.mistake(
    en=("The values stand there without a name.", "GridSearchCV takes a dictionary: name of the hyper-parameter → values."),
    ru=("Значения стоят без имени.", "GridSearchCV принимает словарь: имя гиперпараметра → значения."),
)
def no_dictionary(*_):
    return list(range(1, 20))


@repair_min_df.alternative
def as_range():
    return {"vec__min_df": range(1, 20)}


@repair_min_df.alternative
def as_array():
    return {"vec__min_df": np.arange(1, 20)}


@repair_min_df.alternative
def from_the_slide():
    return dict([("vec__min_df", [df for df in range(0, 20) if df > 0])])


# ---------------------------------------------------------------------------------- select_then_test


@unit.exercise(points=2)
def select_then_test(score, grid):
    best = max(grid, key=lambda candidate: score(candidate, "valid"))
    return best, score(best, "test")


select_then_test.example(public.two_parts, [1, 3, 5, 9])
select_then_test.example(public.two_parts, [9, 3, 1])


def _selected(answer, rng, which, candidates, shift=0.0):
    """Return the candidate, its score, or how often the test part was asked; for the last one a pair must come back.

    Each part has a winner of its own, so has their sum.
    """
    n = len(candidates)
    order = rng.permutation(n)
    valid = dict(zip(candidates, shift + rng.uniform(0.3, 0.6, size=n), strict=True))
    test = dict(zip(candidates, shift + rng.uniform(0.3, 0.6, size=n), strict=True))
    best, lucky, even = (candidates[i] for i in order[:3])
    if best == candidates[-1]:  # the last one never wins
        best, lucky = lucky, best
    valid[best], test[best] = shift + 0.8, shift + rng.uniform(0.61, 0.66)
    valid[lucky], test[lucky] = shift + 0.5, shift + 0.95
    valid[even], test[even] = shift + 0.75, shift + 0.75
    asked = []

    def score(candidate, part):
        candidate = candidates[candidates.index(candidate)]  # a NumPy number comes as an array, which is no key
        if part == "test":
            asked.append(candidate)
        return float({"valid": valid, "test": test}[part][candidate])

    value = answer(score, candidates)
    return part_of(value, which, 2) if which < 2 else [len(asked), is_whole(value, 2)]


for _which, _credit in ((0, 1.0), (1, 1.0), (2, 0.5)):  # the candidate, its score, one look at the test part

    @select_then_test.probe("simple", credit=_credit)
    def _(answer, rng, which=_which):
        names = [str(name) for name in rng.permutation(["adam", "momentum", "plain", "adagrad", "rmsprop"])[:4]]
        return [_selected(answer, rng, which, candidates) for candidates in (_numbers(rng, 6), names)]

    @select_then_test.probe("general", credit=_credit)
    def _(answer, rng, which=_which):
        return [_selected(answer, rng, which, _rates(rng, n)) for n in (4, 9)]

    @select_then_test.probe("edge", credit=_credit)
    def _(answer, rng, which=_which):
        low, lower = -rng.uniform(4.0, 9.0), -rng.uniform(20.0, 40.0)
        return [_selected(answer, rng, which, _rates(rng, 5), low), _selected(answer, rng, which, _numbers(rng, 3), lower)]


@select_then_test.mistake(
    en=("The test part chooses.", "Whoever is chosen by the test part can no longer be judged by it. Which part is there for choosing?"),
    ru=("Выбирает тестовая часть.", "Того, кого выбрали по тестовой части, по ней уже не оценить. Какая часть нужна для выбора?"),
)
def chosen_on_test(score, grid):
    best = max(grid, key=lambda p: score(p, "test"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The score by which the winner was chosen is reported.", "The best of many is too good to be true: on which part is the winner a stranger?"),
    ru=("Сообщается та оценка, по которой победителя выбрали.", "Лучшая из многих слишком хороша: на какой части победитель ещё незнакомец?"),
)
def validation_reported(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    return best, score(best, "valid")


@select_then_test.mistake(
    en=("The answer is right, but every candidate has seen the test part.", "Ask the test part once, after the choice."),
    ru=("Ответ верный, но тестовую часть увидели все кандидаты.", "Обращайтесь к тестовой части один раз, после выбора."),
)
def everyone_tested(score, grid):
    results = [(score(p, "valid"), score(p, "test"), p) for p in grid]
    valid, test, best = max(results, key=lambda result: result[0])
    return best, test


@select_then_test.mistake(
    en=("The candidate with the smallest score is chosen.", "These are scores, not losses: larger is better."),
    ru=("Выбран кандидат с наименьшей оценкой.", "Это оценки, а не потери: больше — лучше."),
)
def smallest_chosen(score, grid):
    best = min(grid, key=lambda p: score(p, "valid"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The mean of both parts chooses.", "A test score that helps to choose is no longer a test: leave it out of the choice."),
    ru=("Выбирает среднее по двум частям.", "Тестовая оценка, которая помогает выбирать, — уже не тест: уберите её из выбора."),
)
def both_parts_choose(score, grid):
    best = max(grid, key=lambda p: score(p, "valid") + score(p, "test"))
    return best, score(best, "test")


@select_then_test.mistake(
    en=("The last candidate wins without a comparison.", "Keep the best score that you have seen so far and its candidate."),
    ru=("Последний кандидат побеждает без сравнения.", "Храните лучшую из увиденных оценок и её кандидата."),
)
def last_candidate(score, grid):
    for p in grid:
        score(p, "valid")
    return p, score(p, "test")


@select_then_test.mistake(
    en=("Only the candidate comes back.", "Two things are asked for: the candidate and its test score."),
    ru=("Возвращается только кандидат.", "Нужны две вещи: кандидат и его оценка на тестовой части."),
)
def candidate_only(score, grid):
    return max(grid, key=lambda p: score(p, "valid"))


@select_then_test.mistake(
    en=("The test part is asked twice.", "Once means once: keep the result in a variable if you need it again."),
    ru=("К тестовой части обращаются дважды.", "Один раз — это один: сохраните результат в переменной, если он нужен снова."),
)
def tested_twice(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    if score(best, "test") is not None:
        return best, score(best, "test")


@select_then_test.mistake(
    en=("The place in the list is returned, not the candidate.", "An argmax gives a position: which candidate stands there?"),
    ru=("Возвращено место в списке, а не кандидат.", "argmax даёт номер места: какой кандидат там стоит?"),
)
def candidate_by_place(score, grid):
    place = int(np.argmax([score(p, "valid") for p in grid]))
    return place, score(grid[place], "test")


@select_then_test.mistake(
    en=("The pair is the wrong way round.", "First the candidate, then its test score."),
    ru=("Пара перевёрнута.", "Сначала кандидат, потом его оценка на тестовой части."),
)
def score_first(score, grid):
    best = max(grid, key=lambda p: score(p, "valid"))
    return score(best, "test"), best


@select_then_test.alternative
def in_arrays(score, grid):
    candidates = np.array(grid)
    best = candidates[np.array([score(p, "valid") for p in candidates]).argmax()]
    return best, score(best, "test")


@select_then_test.alternative
def with_a_loop(score, grid):
    best, top = grid[0], score(grid[0], "valid")
    for candidate in grid[1:]:
        value = score(candidate, "valid")
        if value > top:
            best, top = candidate, value
    return [best, score(best, "test")]


@select_then_test.alternative
def with_argmax(score, grid):
    winner = grid[int(np.argmax([score(p, part="valid") for p in grid]))]
    return winner, np.float64(score(winner, part="test"))


# --------------------------------------------------------------------------------------- make_search


@unit.exercise(points=3, seconds=10.0)
def make_search():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": [0.0001, 0.001, 0.01, 0.1]}, cv=5)


make_search.example(fulfils="tunes_eta0")


@make_search.probe("simple")
def _(answer, rng):
    """The pipeline."""
    search = instance(answer())
    return pipeline_report(function(search.get_params)(), unlike_columns(rng)[0])


@make_search.probe("property")
def _(answer, rng):
    """The values to be tried."""
    search = instance(answer())
    return rates_report(function(search.get_params)())


@make_search.probe("general")
def _(answer, rng):
    """The search on data of its own."""
    search = instance(answer())
    return learning_report(search, *unlike_columns(rng))


@make_search.mistake(
    en=("Nothing scales the columns before the descent.", "One learning rate must suit all columns, so they must be of like size: which step does that?"),
    ru=("Перед спуском столбцы никто не масштабирует.", "Одна скорость обучения должна годиться всем столбцам, значит, они должны быть одного масштаба: какой шаг это делает?"),
)
def no_scaler():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline

    return GridSearchCV(Pipeline([("sgd", SGDRegressor(random_state=0))]), {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The search has a model without a pipeline.", "The scaler must learn anew in every fold, so it and the model go into the search as one: what chains them?"),
    ru=("В поиске стоит модель без конвейера.", "Масштабирование должно обучаться заново в каждом раунде, поэтому в поиск оно идёт вместе с моделью: что их связывает?"),
)
def no_pipeline():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV

    return GridSearchCV(SGDRegressor(random_state=0), {"eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The steps of the pipeline are in the wrong order.", "The data pass the steps one after the other: what must happen to them before the model sees them?"),
    ru=("Шаги конвейера стоят не в том порядке.", "Данные проходят шаги один за другим: что должно случиться с ними до модели?"),
)
def scaler_last():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("sgd", SGDRegressor(random_state=0)), ("scale", StandardScaler())])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("Step and hyper-parameter are joined by one underscore.", "The joint takes two: compare with the dictionary choices in the section on GridSearchCV."),
    ru=("Шаг и гиперпараметр соединены одним подчёркиванием.", "На стыке их нужно два: сравните со словарём choices в разделе о GridSearchCV."),
)
def single_underscore():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd_eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("learning_rate is searched, but in SGDRegressor that is the name of the schedule.", "Its values are texts such as \"constant\". What is the rate at the start called?"),
    ru=("Перебирается learning_rate, а в SGDRegressor это название расписания.", "Его значения — тексты вроде \"constant\". Как называется начальная скорость?"),
)
def searches_the_schedule():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__learning_rate": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("A second hyper-parameter is searched.", "The task asks for the learning rate alone: how many names has your grid?"),
    ru=("Перебирается ещё один гиперпараметр.", "По заданию нужна только скорость обучения: сколько имён в вашей сетке?"),
)
def two_searched():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4), "sgd__alpha": [0.0001, 0.001, 0.01]}, cv=5)


@make_search.mistake(
    en=("The rates are all larger than 1.", "np.logspace wants exponents: to begin at 0.0001 it expects −4."),
    ru=("Все скорости больше 1.", "np.logspace ждёт показатели степени: чтобы начать с 0.0001, нужно −4."),
)
def rates_as_exponents():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(0.0001, 0.1, 4)}, cv=5)


@make_search.mistake(
    en=("The learning rates are spaced evenly.", "What matters is the ratio: from 0.001 to 0.01 is as far as from 0.01 to 0.1."),
    ru=("Скорости обучения расставлены через равные промежутки.", "Важно отношение: от 0.001 до 0.01 так же далеко, как от 0.01 до 0.1."),
)
def even_spacing():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.linspace(0.001, 0.1, 5)}, cv=5)


@make_search.mistake(
    en=("The name in the grid does not say which step it belongs to.", "The search hands the name to the pipeline: through which step must it go?"),
    ru=("В имени из сетки не сказано, к какому шагу оно относится.", "Поиск передаёт имя конвейеру: через какой шаг оно должно пройти?"),
)
def name_without_step():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("Another hyper-parameter is searched.", "In SGDRegressor alpha is the penalty on the weights. What is the learning rate called?"),
    ru=("Подбирается другой гиперпараметр.", "В SGDRegressor alpha — это штраф на веса. Как там называется скорость обучения?"),
)
def searches_alpha():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__alpha": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("The rates do not reach as far up as the task asks.", "Compare the largest value of your grid with the task."),
    ru=("Скорости не доходят до верхней границы из задания.", "Сравните наибольшее значение вашей сетки с заданием."),
)
def too_small_rates():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -2, 5)}, cv=5)


@make_search.mistake(
    en=("There are only two folds.", "Half of the data for training is little: the task asks for at least three folds."),
    ru=("Блоков только два.", "Половина данных на обучение — мало: по заданию нужно не меньше трёх блоков."),
)
def two_folds():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=2)


@make_search.mistake(
    en=("The pipeline comes back without a search.", "The pipeline is one model; what is wrapped around it tries the values."),
    ru=("Возвращается конвейер без поиска.", "Конвейер — это одна модель; значения перебирает то, во что он завёрнут."),
)
def pipeline_only():
    from sklearn.linear_model import SGDRegressor
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    return Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])


@make_search.mistake(
    en=("This model predicts classes.", "The target is a number: look at the end of the class's name."),
    ru=("Эта модель предсказывает классы.", "Здесь предсказывают число: посмотрите на окончание имени класса."),
)
def a_classifier():
    from sklearn.linear_model import SGDClassifier
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDClassifier(learning_rate="invscaling", random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("With this schedule eta0 is not used at all.", "Read in the description of SGDRegressor which values of learning_rate listen to eta0."),
    ru=("При таком расписании eta0 вообще не используется.", "Посмотрите в описании SGDRegressor, при каких значениях learning_rate учитывается eta0."),
)
def deaf_schedule():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(learning_rate="optimal", alpha=0.01, random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5)


@make_search.mistake(
    en=("After the search there is no model to predict with.", "One switch of GridSearchCV trains the winner on all the data: leave it on."),
    ru=("После поиска нет модели, которая предсказывает.", "Один переключатель GridSearchCV обучает победителя на всех данных: оставьте его включённым."),
)
def no_winner_trained():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import StandardScaler

    model = Pipeline([("scale", StandardScaler()), ("sgd", SGDRegressor(random_state=0))])
    return GridSearchCV(model, {"sgd__eta0": np.logspace(-4, -1, 4)}, cv=5, refit=False)


@make_search.alternative
def in_round_numbers():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MinMaxScaler

    grid = {"sgdregressor__eta0": [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]}
    return GridSearchCV(make_pipeline(MinMaxScaler(), SGDRegressor()), grid, cv=3)


@make_search.alternative
def with_make_pipeline():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    grid = {"sgdregressor__eta0": np.logspace(-5, -1, 5)}
    return GridSearchCV(make_pipeline(StandardScaler(), SGDRegressor()), grid, scoring="neg_mean_squared_error")


@make_search.alternative
def with_other_parts():
    from sklearn.linear_model import SGDRegressor
    from sklearn.model_selection import GridSearchCV, KFold
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import RobustScaler

    steps = [("a", RobustScaler()), ("b", SGDRegressor(learning_rate="adaptive", max_iter=300))]
    return GridSearchCV(Pipeline(steps), [{"b__eta0": [0.1, 0.03162278, 0.01, 0.003162278, 0.001]}], cv=KFold(4, shuffle=True), n_jobs=2)
