"""The key with the best mean score."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u11_grid_search.shared import rising_rates, whole_numbers


@exercise(points=2)
def best_params(scores):
    return max(scores, key=lambda key: np.mean(scores[key]))


best_params.example({"k=1": [0.9, 0.6, 0.6], "k=5": [0.7, 0.8, 0.75], "k=9": [0.5, 0.7, 0.6]})
best_params.example({"small": [-3.0, -4.0], "middle": [-2.0, -1.0], "large": [-6.0, -0.5]})

# The best by mean, by a single fold, by the worst fold, by the median, and by nothing.
_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR, _POORER = (
    [0.66, 0.78, 0.80], [0.95, 0.60, 0.62], [0.70, 0.71, 0.72], [0.30, 0.82, 0.83], [0.20, 0.30, 0.10], [0.15, 0.10, 0.25],
)  # fmt: skip


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
    return [answer(_scores(rng, names, rows)), answer(_scores(rng, whole_numbers(rng, 5), rows))]


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
    keys = tuple("abcdef"), rising_rates(rng, 5), whole_numbers(rng, 5)
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
