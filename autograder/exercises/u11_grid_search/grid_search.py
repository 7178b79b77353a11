"""Try all combinations of a grid."""

import itertools
import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u11_grid_search.shared import rising_rates
from autograder.parts import is_whole, part_of
from course.public import u11_grid_search as public


@exercise(points=3)
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
        grids = {"eta": rising_rates(rng, 4), "steps": [10, 30, 100]}, {"alpha": rising_rates(rng, 3), "k": [1, 3, 5]}
        return [_searched(answer, rng, which, grid) for grid in grids]

    @grid_search.probe("general", credit=_credit)
    def _(answer, rng, which=_which):
        grids = (
            {"eta": rising_rates(rng, 3), "batch": [8, 32], "kind": ["adam", "momentum", "plain"]},
            {"kernel": ["rbf", "poly"], "C": rising_rates(rng, 5)},
        )
        return [_searched(answer, rng, which, grid) for grid in grids]

    @grid_search.probe("edge", credit=_credit)
    def _(answer, rng, which=_which):
        low, lower = -rng.uniform(2.0, 5.0), -rng.uniform(6.0, 9.0)
        cases = ({"eta": rising_rates(rng, 5), "k": [2, 4, 8]}, lower), ({"alpha": rising_rates(rng, 4)}, low)
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
