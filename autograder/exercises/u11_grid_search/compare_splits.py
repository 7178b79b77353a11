"""Two candidates on the same splits: the mean gap, its spread, and how often the first is better."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of
from course.public.u11_grid_search import on_split


@exercise(points=2)
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, split) - score(b, split) for split in splits])
    wins = np.count_nonzero(gaps > 0)
    return float(gaps.mean()), float(gaps.std()), wins


compare_splits.example(on_split, 5, 1, [0, 1, 2, 4, 5], calls={"on_split": 10})  # 3 won, 1 lost, 1 drawn: no two counts agree by chance
compare_splits.example(on_split, 1, 5, [3, 1, 4])
compare_splits.example(on_split, 1, 1, [0, 2])


def _score(rng, splits):
    """Return a score that jumps from split to split by more than the candidates differ; one gap is 0, some negative."""
    n = len(splits)
    shared, own = rng.uniform(-4.0, 4.0, size=n), rng.uniform(0.1, 0.9, size=n) * np.where(np.arange(n) % 3, 1.0, -0.7)
    own[int(rng.integers(n))] = 0.0
    table = {}
    for split, base, gap in zip(splits, shared, own, strict=True):
        table["a", split], table["b", split] = round(float(base), 6) + round(float(gap), 6), round(float(base), 6)

    def score(candidate, split):
        return table[candidate, split]

    return score


def _splits(rng, n):
    return [int(number) for number in rng.choice(np.arange(10, 99), size=n, replace=False)]


for place, what in enumerate(("mean", "spread", "wins")):

    @compare_splits.probe("general", part=what)
    def _(answer, rng, place=place):
        seen = []
        for n in (5, 8, int(rng.integers(9, 13))):
            splits = _splits(rng, n)
            seen.append(part_of(answer(_score(rng, splits), "a", "b", splits), place, 3))
        return seen


@compare_splits.probe("property", credit=0.5)
def _(answer, rng):
    """Each candidate is scored once on each split."""
    splits, asked = _splits(rng, 6), []
    inner = _score(rng, splits)

    def score(candidate, split):
        asked.append((candidate, split))
        return inner(candidate, split)

    found = answer(score, "a", "b", splits)
    return [part_of(found, 2, 3), len(asked), len(set(asked))]


@compare_splits.mistake(
    en=("The spread is that of the scores, not that of the gaps.", "What both candidates share on a split cancels in the gap: subtract first, then measure."),
    ru=("Измерен разброс оценок, а не разностей.", "То, что у двух кандидатов на разбиении общее, в разности сокращается: сначала вычтите, потом измеряйте."),
)
def spread_of_scores(score, a, b, splits):
    one, other = (np.array([score(c, s) for s in splits]) for c in (a, b))
    return float((one - other).mean()), float(one.std()), int((one > other).sum())


@compare_splits.mistake(
    en=("The two spreads were subtracted from each other.", "The spread of a difference is not the difference of the spreads. Make one list of gaps."),
    ru=("Вычтены друг из друга два разброса.", "Разброс разности — не разность разбросов. Составьте один список разностей."),
)
def difference_of_spreads(score, a, b, splits):
    one, other = (np.array([score(c, s) for s in splits]) for c in (a, b))
    return float((one - other).mean()), float(one.std() - other.std()), int((one > other).sum())


@compare_splits.mistake(
    en=("The gap has the other sign.", "A positive gap speaks for a: which of the two is subtracted?"),
    ru=("У разности другой знак.", "Положительная разность говорит в пользу a: что из чего вычитают?"),
)
def turned_round(score, a, b, splits):
    gaps = np.array([score(b, s) - score(a, s) for s in splits])
    return float(gaps.mean()), float(gaps.std()), int((gaps > 0).sum())


@compare_splits.mistake(
    en=("The third result is the number of splits on which b is better.", "The first two results speak of a minus b. What is the sign of a gap that speaks for a?"),
    ru=("Третий результат — на скольких разбиениях лучше b.", "Первые два результата — о разности a минус b. Какой знак у разности в пользу a?"),
)
def losses_counted(score, a, b, splits):
    gaps = np.array([score(a, split) - score(b, split) for split in splits])
    return float(gaps.mean()), float(gaps.std()), int(np.sum(gaps < 0))


@compare_splits.mistake(
    en=("A draw counts as a victory of a.", "On a split where both have the same score, neither is better."),
    ru=("Ничья засчитана как победа a.", "На разбиении, где оценки равны, никто не лучше."),
)
def draws_count(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return float(gaps.mean()), float(gaps.std()), int((gaps >= 0).sum())


@compare_splits.mistake(
    en=("The third result is a fraction.", "The number of splits is asked for, not their part."),
    ru=("Третий результат — доля.", "Нужно количество разбиений, а не их доля."),
)
def as_fraction(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return float(gaps.mean()), float(gaps.std()), float((gaps > 0).mean())


@compare_splits.mistake(
    en=("The second result is the variance.", "A spread has the unit of the scores themselves: take the root."),
    ru=("Второй результат — дисперсия.", "Разброс измеряют в тех же единицах, что и оценки: извлеките корень."),
)
def variance(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return float(gaps.mean()), float(gaps.var()), int((gaps > 0).sum())


@compare_splits.mistake(
    en=("The second result is computed with n − 1 in the denominator.", "Here the spread is np.std as it stands, which divides by n."),
    ru=("Второй результат посчитан с делением на n − 1.", "Здесь разброс — это np.std без параметров, она делит на n."),
)
def sample_deviation(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return float(gaps.mean()), float(gaps.std(ddof=1)), int((gaps > 0).sum())


@compare_splits.mistake(
    en=("Only one split was looked at.", "A single split is what we distrust here. Go through all of them."),
    ru=("Учтено только одно разбиение.", "Одному разбиению мы как раз и не доверяем. Пройдите по всем."),
)
def first_split_only(score, a, b, splits):
    gap = score(a, splits[0]) - score(b, splits[0])
    return float(gap), 0.0, int(gap > 0)


@compare_splits.mistake(
    en=("Some scores are asked for more than once.", "A score may stand for a whole training. Ask once for each candidate and split, and keep the answer."),
    ru=("Некоторые оценки запрашиваются больше одного раза.", "За оценкой может стоять целое обучение. Спросите один раз для каждого кандидата и разбиения и сохраните ответ."),
)
def asked_again(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return float(gaps.mean()), float(gaps.std()), sum(score(a, s) > score(b, s) for s in splits)


@compare_splits.mistake(
    en=("The size of each gap is taken, whoever is better.", "A gap below 0 speaks for b. What happens to such a gap in your code?"),
    ru=("Взят модуль каждой разности, кто бы ни был лучше.", "Разность меньше 0 говорит в пользу b. Что с ней происходит у вас?"),
)
def sizes_of_gaps(score, a, b, splits):
    gaps = [abs(score(a, split) - score(b, split)) for split in splits]
    return np.mean(gaps), np.std(gaps), np.sum(np.array(gaps) > 0)


@compare_splits.mistake(
    en=("The third result is the number of splits where a is better minus that where b is better.", "Only the splits on which a is better are counted; the others take nothing away."),
    ru=("Третий результат — число разбиений, где лучше a, минус число тех, где лучше b.", "Считаются только разбиения, на которых лучше a; остальные ничего не отнимают."),
)
def wins_minus_losses(score, a, b, splits):
    gaps = np.array([score(a, split) - score(b, split) for split in splits])
    return gaps.mean(), gaps.std(), int(np.sum(np.sign(gaps)))


@compare_splits.mistake(
    en=("The second result is the standard deviation divided by the root of the number of splits.", "That is the error of a mean of independent gaps. Asked for is how far single gaps lie apart."),
    ru=("Второй результат — стандартное отклонение, делённое на корень из числа разбиений.", "Это погрешность среднего независимых разностей. Спрашивают, насколько разбросаны сами разности."),
)
def error_of_the_mean(score, a, b, splits):
    gaps = np.array([score(a, split) - score(b, split) for split in splits])
    return gaps.mean(), gaps.std() / np.sqrt(len(gaps)), int(np.sum(gaps > 0))


@compare_splits.alternative
def in_a_loop(score, a, b, splits):
    n = len(splits)
    gaps = []
    for split in splits:
        gaps.append(score(a, split) - score(b, split))
    mean = sum(gaps) / n
    squares = [(gap - mean) ** 2 for gap in gaps]
    return mean, math.sqrt(sum(squares) / n), sum([gap > 0 for gap in gaps])


@compare_splits.alternative
def two_lists(score, a, b, splits):
    of_a = np.array([score(a, split) for split in splits])
    of_b = np.array([score(b, split) for split in splits])
    gap = of_a - of_b
    return np.mean(gap), np.std(gap), np.sum(of_a > of_b)


_AXIS = "the gaps have one axis"
compare_splits.equal(compare_splits, "gaps > 0", "twice a gap has the sign of the gap")
compare_splits.equal(compare_splits, "gaps.mean()", _AXIS)
compare_splits.equal(in_a_loop, "n = len(splits)\n", "neither line needs the other")
compare_splits.equal(in_a_loop, "mean = sum(gaps)", "the last of several means is that of all")
compare_splits.equal(in_a_loop, "(gap - mean) ** 2", "a square has no sign")
compare_splits.equal(two_lists, "np.mean(gap)", _AXIS)
compare_splits.equal(two_lists, "for split in splits])\n", "either candidate may be scored first")
