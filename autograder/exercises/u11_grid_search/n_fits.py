"""Number of trainings of a grid search."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def n_fits(grid, cv, refit):
    return math.prod([len(values) for values in grid.values()]) * cv + refit


_GRID = {"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}

n_fits.example({"eta": [0.01, 0.03, 0.1, 0.3], "steps": [10, 30, 100]}, 5, True)  # 3 + 2 + 1 is 3 · 2
n_fits.example(_GRID, 5, True)
n_fits.example(_GRID, 5, False)
n_fits.example({"k": [1, 3, 5, 7]}, 3, False)


def _grid(rng, *sizes):
    """Return a grid with so many values for each of its hyper-parameters."""
    names = ("eta", "alpha", "depth", "width")
    return {name: [float(v) for v in rng.uniform(size=size)] for name, size in zip(names, sizes, strict=False)}


for _refit in (True, False):  # a half of the points for each

    @n_fits.probe("simple", part=f"refit={_refit}")
    def _(answer, rng, refit=_refit):
        sizes, folds = rng.integers((3, 5, 4, 4, 5), (5, 7, 12, 12, 40)), [int(cv) for cv in rng.integers(3, 12, size=3)]
        grids = [_grid(rng, *part) for part in (sizes[:2], sizes[2:4], sizes[4:])]
        return [answer(grid, cv, refit) for grid, cv in zip(grids, folds, strict=True)]

    @n_fits.probe("general", part=f"refit={_refit}")
    def _(answer, rng, refit=_refit):
        a, b, c, *folds = (int(n) for n in rng.integers(3, 9, size=6))
        kernels = [str(name) for name in rng.permutation(["rbf", "linear", "poly", "sigmoid"])[:3]]
        grids = _grid(rng, a, b, c), _grid(rng, b, 4, 3, 2), {"kernel": kernels, "C": [10.0**power for power in range(-a, c)]}
        return [answer(grid, cv, refit) for grid, cv in zip(grids, folds, strict=True)]


@n_fits.mistake(
    en=("All lists of the grid are taken to be as long as the first one.", "The lists may differ in length. How many combinations do 3 rates and 2 numbers of steps make?"),
    ru=("Все списки сетки считаются такими же длинными, как первый.", "Списки бывают разной длины. Сколько комбинаций у 3 скоростей и 2 чисел шагов?"),
)
def as_long_as_the_first(grid, cv, refit):
    return len(next(iter(grid.values()))) ** len(grid) * cv + int(refit)


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


@n_fits.mistake(
    en=("Combinations and folds are added.", "One combination is trained in each fold. How many trainings are that for all combinations?"),
    ru=("Число комбинаций сложено с числом блоков.", "Одну комбинацию обучают по разу на каждый блок. Сколько обучений выйдет на все комбинации?"),
)
def folds_added(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n + cv + int(refit)


@n_fits.mistake(
    en=("The winner is trained again for every fold.", "At the end there are no folds any more: it learns from all the data. How often?"),
    ru=("Победитель обучается заново для каждого блока.", "В конце блоков уже нет: он учится на всех данных. Сколько раз?"),
)
def refit_in_every_fold(grid, cv, refit):
    n = cv
    for values in grid.values():
        n *= len(values)
    return n + cv if refit else n


@n_fits.mistake(
    en=("Only the first list of the grid is counted.", "The grid may have any number of names. If you go through the lists in a loop: does it go on after the first?"),
    ru=("Учтён только первый список сетки.", "Имён в сетке может быть сколько угодно. Если вы идёте по спискам в цикле: идёт ли он дальше первого?"),
)
def first_list_only(grid, cv, refit):
    for values in grid.values():
        return len(values) * cv + int(refit)


@n_fits.mistake(
    en=("The letters of the names are counted, not the values.", "A loop over a dictionary gives its names. Which method gives the lists?"),
    ru=("Посчитаны буквы в именах, а не значения.", "Цикл по словарю даёт имена. Каким методом получить списки?"),
)
def letters_counted(grid, cv, refit):
    number = cv
    for values in grid:
        number *= len(values)
    return number + refit


@n_fits.mistake(
    en=("The last training is counted where it is switched off, and only there.", "With refit=True there is one training more. Which way does your condition point?"),
    ru=("Последнее обучение учтено там, где оно отключено, и только там.", "При refit=True обучений на одно больше. В какую сторону направлено ваше условие?"),
    looks_like=("refit_forgotten",),
)
def refit_turned_round(grid, cv, refit):
    n = cv
    for values in grid.values():
        n *= len(values)
    return n + int(not refit)


@n_fits.mistake(
    en=("Two things: the folds are not counted, and the last training is counted even when it is switched off.", "How often is one combination trained, and what is added with refit=False?"),
    ru=("Две ошибки: не учтены блоки, и последнее обучение учтено, даже когда оно отключено.", "Сколько раз обучают одну комбинацию и что прибавляется при refit=False?"),
    looks_like=("folds_forgotten",),
)
def no_folds_refit_always(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n + 1


@n_fits.mistake(
    en=("Two things: the folds are not counted, and the last training is counted only where it is switched off.", "How often is one combination trained, and for which value of refit is there one training more?"),
    ru=("Две ошибки: не учтены блоки, и последнее обучение учтено только там, где оно отключено.", "Сколько раз обучают одну комбинацию и при каком refit обучений на одно больше?"),
)
def no_folds_refit_turned_round(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n + int(not refit)


@n_fits.mistake(
    en=("Two things: the names are counted, not their values, and the last training is multiplied by the folds.", "How many combinations does a grid of two names with three values each have? And in how many folds is the winner trained at the end?"),
    ru=("Две ошибки: посчитаны имена, а не их значения, и последнее обучение умножено на число блоков.", "Сколько комбинаций в сетке из двух имён по три значения? И на скольких блоках в конце обучают победителя?"),
)
def names_and_a_refit_in_every_fold(grid, cv, refit):
    return (len(grid) + int(refit)) * cv


@n_fits.alternative
def by_listing(grid, cv, refit):
    from itertools import product

    return len(list(product(*grid.values(), range(cv)))) + bool(refit)


@n_fits.alternative
def by_numpy(grid, cv, refit):
    return float(cv * np.prod([len(values) for values in grid.values()]) + refit)


n_fits.equal(by_listing, "range(cv)", "so many numbers are as many, wherever they begin")
n_fits.equal(by_numpy, "np.prod", "a list has one axis only")
