"""The key with the best mean score."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u11_grid_search.shared import rising_rates, whole_numbers
from autograder.judging.parts import shuffled


@exercise(points=2)
def best_params(scores):
    return max(scores, key=lambda key: np.mean(scores[key]))


best_params.example({  # every way to choose finds a key of its own; no key is a place, or the first or the last
    16: [0.35, 0.31], 11: [0.6, 0.95, 0.62], 13: [0.3, 0.89, 0.9], 21: [0.2, 0.3, 0.1], 23: [0.94, 0.3, 0.2], 17: [0.45, 0.88, 0.92],
    19: [0.72, 0.73, 0.74], 15: [0.5, 0.5, 0.5, 0.5, 0.5], 25: [0.25, 0.6, 0.5], 12: [0.4], 14: [0.33, 0.35],
})  # fmt: skip
best_params.example({"k=1": [0.9, 0.6, 0.6], "k=5": [0.7, 0.8, 0.75], "k=9": [0.5, 0.7, 0.6]})
best_params.example({"small": [-3.0, -4.0], "middle": [-2.0, -1.0], "large": [-6.0, -0.5]})

# The best by mean, by a single fold, by the worst fold and the product, by the median, and by nothing.
_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR, _POORER = (
    [0.45, 0.88, 0.92], [0.95, 0.60, 0.62], [0.72, 0.73, 0.74], [0.30, 0.89, 0.90], [0.20, 0.30, 0.10], [0.15, 0.10, 0.25],
)  # fmt: skip
_BEST_OF_FIVE = [0.45, 0.88, 0.92, 0.70, 0.80]


def _scores(rng, keys, rows, shift=0.0, place=None):
    """Return scores by key: the keys change their places, the folds theirs, the best row is neither first nor last.

    Or it is at ``place``. Nor is its key the largest or the smallest, nor its first fold the best of all first folds.
    """
    best, *others = rows
    others = [others[i] for i in rng.permutation(len(others))]
    at = int(rng.integers(1, len(others))) if place is None else range(len(rows))[place]
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
        if row is best and values[0] == max(values):
            values.reverse()
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
        answer(_scores(rng, [(rate, kind) for kind, rate in zip(("rbf", "poly", "linear", "cosine", "sigmoid"), rates)], rows)),
    ]


@best_params.probe("general")
def _(answer, rng):
    rates = [round(float(rate), 5) for rate in rng.uniform(0.001, 2.0, size=6)]
    rows = (_BY_MEAN, _BY_TOP, _BY_BOTTOM, _BY_MEDIAN, _POOR)
    return [
        # Five folds of 0.5 add up to more than three good ones, and one of 0.45 to less than three poor ones.
        answer(_scores(rng, rates, (*rows, [0.5] * 5))),
        answer(_scores(rng, whole_numbers(rng, 5), (_BEST_OF_FIVE, [0.95, 0.52], [0.45], _BY_MEDIAN, _POOR), place=-1)),
    ]


@best_params.probe("edge")
def _(answer, rng):
    rows, shifts = (_BY_MEAN, _BY_TOP, _POOR, _POORER), -rng.uniform((3.0, 3.0, 30.0), (9.0, 9.0, 50.0))
    keys = tuple("abcdef"), rising_rates(rng, 5), whole_numbers(rng, 5)
    places = shuffled(rng, [0, -1, None])
    return [answer(_scores(rng, names, rows, shift, place)) for names, shift, place in zip(keys, shifts, places, strict=True)]


@best_params.mistake(
    en=("One lucky fold decides.", "A single fold can be easy by chance: what number speaks for all folds?"),
    ru=("Решает один удачный блок.", "Отдельный блок может случайно оказаться лёгким: какое число говорит за все блоки?"),
)
def luckiest_fold(scores):
    return max(scores, key=lambda key: max(scores[key]))


@best_params.mistake(
    en=("The key comes back whose worst fold is the best.", "The task ranks by the mean of all folds, not by the smallest of them."),
    ru=("Возвращён ключ, у которого лучше всего худший блок.", "По заданию сравнивают среднее по всем блокам, а не наименьшее из значений."),
)
def safest_fold(scores):
    return max(scores, key=lambda key: min(scores[key]))


@best_params.mistake(
    en=("The key whose scores are the lowest is returned.", "Here a larger score is better, as everywhere in scikit-learn."),
    ru=("Возвращён ключ с самыми низкими оценками.", "Здесь больше — лучше, как и везде в scikit-learn."),
)
def smallest_mean(scores):
    return min(scores, key=lambda key: np.mean(scores[key]))


@best_params.mistake(
    en=("The largest sum wins, so the number of folds has a say.", "The lists may differ in length: by what is each sum divided?"),
    ru=("Побеждает наибольшая сумма, поэтому на выбор влияет число блоков.", "Списки могут быть разной длины: на что делится каждая сумма?"),
)
def largest_sum(scores):
    return max(scores, key=lambda key: sum(scores[key]))


@best_params.mistake(
    en=("The key with the smallest sum is returned.", "Here a larger score is better, and the lists may differ in length: what would you compare in a table of results?"),
    ru=("Возвращён ключ с наименьшей суммой.", "Здесь больше — лучше, а списки могут быть разной длины: что вы стали бы сравнивать в таблице результатов?"),
)
def smallest_sum(scores):
    return min(scores, key=lambda key: sum(scores[key]))


@best_params.mistake(
    en=("The score is returned, and its key is asked for.", "What do you want to know in the end: how good it was, or which one it was?"),
    ru=("Возвращена оценка, а нужен её ключ.", "Что вы хотите узнать в итоге: насколько хорошо или какой именно?"),
)
def score_returned(scores):
    return max(np.mean(values) for values in scores.values())


@best_params.mistake(
    en=("Where all scores were negative, None came back, as it does when the search starts from a best score of 0.", "Scores can all be negative: what is the first score to be compared with?"),
    ru=("Там, где все оценки были отрицательны, вернулось None: так бывает, когда поиск начинается с лучшей оценки, равной 0.", "Все оценки могут быть отрицательными: с чем сравнивать первую из них?"),
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
    en=("The first fold decides, as it does when whole lists are compared.", "Python compares two lists entry by entry: which single number should each key be compared by?"),
    ru=("Решает первый блок, как бывает, когда сравнивают списки целиком.", "Python сравнивает списки поэлементно, начиная с первого: по какому одному числу надо сравнивать ключи?"),
)
def lists_compared(scores):
    return max(scores, key=scores.get)


@best_params.mistake(
    en=("The largest key is returned; its scores play no part.", "max of a dictionary looks at the keys alone: by what should they be compared?"),
    ru=("Возвращён наибольший ключ, а его оценки ни на что не влияют.", "max от словаря смотрит только на ключи: по чему их надо сравнивать?"),
)
def largest_key(scores):
    return max(scores)


@best_params.mistake(
    en=("It works only where all lists are equally long.", "Lists of different lengths make no table. What can you do for each list by itself?"),
    ru=("Работает, только если все списки одной длины.", "Из списков разной длины таблицы не выйдет. Что можно сделать с каждым списком отдельно?"),
)
def needs_a_table(scores):
    return list(scores)[int(np.argmax(np.mean(list(scores.values()), axis=1)))]


@best_params.mistake(
    en=("The key comes back together with its mean.", "One thing is asked for: the key alone."),
    ru=("Ключ возвращён вместе со своим средним.", "Нужно одно — только сам ключ."),
)
def key_and_mean(scores):
    best = max(scores, key=lambda key: np.mean(scores[key]))
    return best, np.mean(scores[best])


@best_params.mistake(
    en=("The scores of the best key are returned, and the key itself is asked for.", "Your comparison finds the right list: to which name does it belong?"),
    ru=("Возвращены оценки лучшего ключа, а нужен он сам.", "Сравнение находит верный список: какому имени он принадлежит?"),
)
def list_returned(scores):
    return max(scores.values(), key=np.mean)


@best_params.alternative
def by_dictionary(scores):
    means = {key: sum(values) / len(values) for key, values in scores.items()}
    return max(means, key=means.get)


@best_params.alternative
def by_argmax(scores):
    keys = list(scores)
    means = [np.mean(scores[key]) for key in keys]
    return keys[np.argmax(means)]


@best_params.alternative
def by_sorting(scores):
    ranking = sorted(scores, key=lambda key: -np.average(scores[key]))
    return ranking[0]


for _answer in (best_params, by_argmax):
    best_params.equal(_answer, "scores[key]", "one axis only, and neither a larger scale nor another zero changes who is best")
best_params.equal(by_dictionary, "max(means", "both dictionaries have the same keys")
best_params.equal(by_argmax, "keys[", "a list has one axis only")
