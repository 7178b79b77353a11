"""Try all combinations of a grid."""

import itertools
import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u11_grid_search.shared import rising_rates
from autograder.judging.parts import is_whole, part_of, shuffled
from course.public import u11_grid_search as public


@exercise(points=3)
def grid_search(fit_score, grid):
    tried = [{}]
    for name in grid:
        tried = [{**params, name: value} for params in tried for value in grid[name]]
    scores = [fit_score(**params) for params in tried]
    return tried[np.argmax(scores)], max(scores)


grid_search.example(public.bumpy, {"rate": [1.0, 0.01, 0.1], "depth": [3, 1]}, calls={"bumpy": 6})  # pairs side by side miss the top
grid_search.example(public.bumpy, {"rate": [0.01, 0.1], "depth": [1, 3]}, calls={"bumpy": 4})  # one after the other does
grid_search.example(public.hill, {"alpha": [0.1, 0.5, 0.9]})
grid_search.example(public.ridge, {"kernel": ["rbf", "poly"], "C": [0.5, 1.0, 2.0], "gamma": [0.01, 0.1, 1.0]})


def _landscape(rng, grid, shift, at_an_end):
    """Return a score on ``grid`` and the list of its calls.

    The top is at the end of the order (or at its beginning, where there is one name only), or neither at an end nor on
    the diagonal; seen along the first values it looks poor.
    """
    names, lists = list(grid), list(grid.values())
    places = list(itertools.product(*(range(len(values)) for values in lists)))
    inner = [place for place in places[1:-1] if len(lists) == 1 or (len(set(place)) > 1 and any(place[1:]))]
    ends = places[-1:] if len(lists) > 1 else [places[0], places[-1]]
    top = ends[int(rng.integers(len(ends)))] if at_an_end else inner[int(rng.integers(len(inner)))]
    table = {place: float(shift + rng.uniform(0.1, 0.6)) for place in places}
    for place in places:  # whoever keeps all but one hyper-parameter at the first value must not go there
        if place[0] == top[0] and any(i != j for i, j in zip(place, top, strict=True)):
            table[place] = float(shift + rng.uniform(0.01, 0.09))
    table[top] = float(shift + rng.uniform(0.8, 0.95))
    calls = []

    def fit_score(*given, **params):
        if given:
            raise TypeError("the hyper-parameters come by name")
        calls.append(1)
        if sorted(params) != sorted(names) or not all(_is_one_of(value, grid[name]) for name, value in params.items()):
            return float(shift)  # no combination of the grid: the answer goes on and shows what it has handed over
        return table[tuple(values.index(params[name]) for name, values in zip(names, lists, strict=True))]

    return fit_score, calls


def _is_one_of(value, values):
    return isinstance(value, int | float | str | np.generic) and value in values


def _searched(answer, rng, which, grid, at_an_end, shift=0.0):
    """Return the best combination, its score, or how often was trained; for the last one a pair must come back."""
    fit_score, calls = _landscape(rng, grid, shift, at_an_end)
    value = answer(fit_score, grid)
    return part_of(value, which, 2) if which < 2 else [len(calls), is_whole(value, 2)]


# The combination, its score, one training for each.
for _which, _credit, _part in ((0, 1.0, "params"), (1, 1.0, "score"), (2, 0.5, "fit_score(**params)")):

    @grid_search.probe("simple", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        grids = {"eta": rising_rates(rng, 4), "steps": [10, 30, 100]}, {"alpha": rising_rates(rng, 3), "k": [1, 3, 5]}
        return [_searched(answer, rng, which, grid, end) for grid, end in zip(grids, shuffled(rng, [True, False]))]

    @grid_search.probe("general", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        grids = (
            {"eta": rising_rates(rng, 3), "batch": [8, 32], "kind": ["adam", "momentum", "plain"]},
            {"kernel": ["rbf", "poly"], "C": rising_rates(rng, 5)},
        )
        return [_searched(answer, rng, which, grid, end) for grid, end in zip(grids, shuffled(rng, [True, False]))]

    @grid_search.probe("edge", credit=_credit, part=_part)
    def _(answer, rng, which=_which):
        low, lower = -rng.uniform(2.0, 5.0), -rng.uniform(6.0, 9.0)
        one, other = shuffled(rng, [True, False])
        cases = ({"eta": rising_rates(rng, 5), "k": [2, 4, 8]}, one, lower), ({"alpha": rising_rates(rng, 4)}, other, low)
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
    en=("The lists are walked side by side, so not all combinations are tried.", "3 rates and 2 depths give 6 combinations: how many does your loop see?"),
    ru=("По спискам идут параллельно, и проверены не все комбинации.", "3 скорости и 2 глубины дают 6 комбинаций: сколько из них видит ваш цикл?"),
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
    en=("Where all scores are negative, nobody wins.", "What should the very first score be compared with?"),
    ru=("Если все оценки отрицательны, никто не побеждает.", "С чем надо сравнивать самую первую оценку?"),
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
    en=("Python stops with a TypeError, as happens when the hyper-parameters do not reach fit_score by name.", "Compare your call with the one in the task, sign by sign: what does it do with the dictionary?"),
    ru=("Python останавливается с TypeError: так бывает, когда гиперпараметры приходят в fit_score не по именам.", "Сравните свой вызов с вызовом в задании знак за знаком: что он делает со словарём?"),
)
def dictionary_handed_over(fit_score, grid):
    from itertools import product

    tried = [dict(zip(grid, values)) for values in product(*grid.values())]
    scores = [fit_score(params) for params in tried]
    return tried[int(np.argmax(scores))], max(scores)


@grid_search.mistake(
    en=("fit_score does not get one value for each name.", "Print what you hand over in the first round. If it is a whole list: into how many arguments must the lists of the grid be opened for product?"),
    ru=("fit_score получает не по одному значению на каждое имя.", "Напечатайте, что вы передаёте на первом проходе. Если это целый список: на сколько аргументов надо раскрыть списки сетки для product?"),
)
def lists_handed_over(fit_score, grid):
    from itertools import product

    best, top = None, -math.inf
    for values in product(grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.mistake(
    en=("The best values come back without their names.", "A dictionary is asked for: which name belongs to which value?"),
    ru=("Лучшие значения возвращены без имён.", "Нужен словарь: какое имя относится к какому значению?"),
)
def values_without_names(fit_score, grid):
    from itertools import product

    best, top = None, -math.inf
    for values in product(*grid.values()):
        score = fit_score(**dict(zip(grid, values)))
        if score > top:
            best, top = values, score
    return best, top


@grid_search.mistake(
    en=("The place of the best combination is returned, not the combination.", "An argmax gives a position: which dictionary stands there?"),
    ru=("Возвращено место лучшей комбинации, а не она сама.", "argmax даёт номер места: какой словарь там стоит?"),
)
def place_returned(fit_score, grid):
    from itertools import product

    scores = [fit_score(**dict(zip(grid, values))) for values in product(*grid.values())]
    return int(np.argmax(scores)), max(scores)


@grid_search.mistake(
    en=("The last combination comes back, whatever its score.", "The loop over min_df in the reading has the same fault: what is kept from the earlier rounds?"),
    ru=("Возвращается последняя комбинация, какой бы ни была её оценка.", "У цикла по min_df в тексте тот же недостаток: что остаётся от прежних проходов?"),
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
    en=("A combination that leads is trained a second time.", "A call of fit_score is a whole training: call it once, keep the result, and compare that."),
    ru=("Комбинация, которая вышла вперёд, обучается второй раз.", "Вызов fit_score — это целое обучение: вызовите один раз, сохраните результат и сравнивайте его."),
    looks_like=("trains_twice",),
)
def leader_trained_again(fit_score, grid):
    from itertools import product

    best, highest = None, -np.inf
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        if fit_score(**params) > highest:
            best, highest = params, fit_score(**params)
    return best, highest


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
    en=("The dictionary that comes back belongs to the last combination.", "If all rounds fill one and the same dictionary, the best one changes with it: what must each round make anew?"),
    ru=("Возвращается словарь последней комбинации.", "Если все проходы заполняют один и тот же словарь, вместе с ним меняется и лучший: что надо создавать на каждом проходе заново?"),
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
    en=("Python stops with a KeyError, as happens when the names rate and depth are written into the function.", "Other grids have other names: take them from the keys of grid."),
    ru=("Python останавливается с KeyError: так бывает, когда имена rate и depth вписаны прямо в функцию.", "В других сетках имена другие: берите их из ключей grid."),
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
    en=("The search takes exactly two hyper-parameters.", "A grid may have one name or three: what makes all combinations of any number of lists?"),
    ru=("Поиск принимает ровно два гиперпараметра.", "В сетке может быть одно имя или три: что строит все комбинации любого числа списков?"),
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


@grid_search.mistake(
    en=("Where all scores are negative, an empty dictionary comes back.", "The search begins with a best score that nobody can reach then. Which score lies below all others?"),
    ru=("Если все оценки отрицательны, возвращается пустой словарь.", "Поиск начинается с лучшей оценки, до которой тогда никто не дотянет. Какая оценка меньше всех?"),
)
def nothing_beats_zero(fit_score, grid):
    from itertools import product

    best, top = {}, 0
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if score > top:
            best, top = params, score
    return best, top


@grid_search.mistake(
    en=("One hyper-parameter is tuned after the other, and not all combinations are tried.", "The best rate for one depth need not be the best for another. How many combinations does the grid have, and how many does your search ask for?"),
    ru=("Гиперпараметры подбираются один за другим, и проверены не все комбинации.", "Скорость, лучшая для одной глубины, не обязана быть лучшей для другой. Сколько комбинаций в сетке и сколько из них проверяет ваш поиск?"),
    looks_like=("one_after_the_other",),
)
def one_after_the_other_with_a_memory(fit_score, grid):
    best, asked = {name: values[0] for name, values in grid.items()}, {}
    for name, values in grid.items():
        for value in values:
            params = {**best, name: value}
            key = tuple(params.values())
            if key not in asked:
                asked[key] = fit_score(**params)
        best = {**best, name: max(values, key=lambda value: asked[tuple({**best, name: value}.values())])}
    return best, asked[tuple(best.values())]


@grid_search.alternative
def by_product(fit_score, grid):
    from itertools import product

    best = top = None
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        score = fit_score(**params)
        if top is None or score > top:
            best = params
            top = score
    return [best, top]


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

    tried = list(ParameterGrid(grid))
    scores = [fit_score(**params) for params in tried]
    return tried[np.argmax(scores)], max(scores)


for _answer in (grid_search, by_parameter_grid):
    grid_search.equal(_answer, "max(scores)", "a list has one axis only, twice the same scores have the same maximum, and a list is as good as a tuple")
grid_search.equal(grid_search, "tried = [{**params", "two names that change places everywhere are but other names")
grid_search.equal(grid_search, "scores = ", "twice the same scores have the same maximum")
grid_search.equal(by_product, "score > top", "ties are not tested")
grid_search.equal(by_product, "best = ", "two lines that do not use each other")
grid_search.equal(by_recursion, "result[1]", "of two things the second is the last")
