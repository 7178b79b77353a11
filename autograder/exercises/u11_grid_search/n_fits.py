"""Number of trainings of a grid search."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
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
