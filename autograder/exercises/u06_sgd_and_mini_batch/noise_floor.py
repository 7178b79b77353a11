"""Stationary mean of w**2 for noisy gradient descent on w**2 + 12."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.parts import shuffled


@exercise(points=3)
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate))


noise_floor.example(0.1, 4.0)
noise_floor.example(0.25, 1.5)


@noise_floor.probe("simple")
def _(answer, rng):
    rates = [0.5, *map(float, rng.uniform((0.15, 0.03, 0.3), (0.25, 0.07, 0.45)))]
    return [answer(eta, float(rng.uniform(2.0, 5.0))) for eta in shuffled(rng, rates)]


@noise_floor.probe("general")
def _(answer, rng):
    return [answer(float(eta), float(s)) for eta, s in zip(rng.uniform(0.02, 0.9, size=5), rng.uniform(2.0, 9.0, size=5), strict=True)]


@noise_floor.probe("edge", credit=0.5)
def _(answer, rng):
    rates, variances = rng.uniform((0.95, 1e-4, 0.55), (0.98, 2e-4, 0.65)), rng.uniform((0.3, 30.0, 200.0), (0.9, 70.0, 300.0))
    return [answer(float(eta), float(sigma2)) for eta, sigma2 in zip(rates, variances, strict=True)]


@noise_floor.mistake(
    en=("This is right for a small learning rate only.", "Keep the term with η² when you multiply out 1 − (1 − 2η)²."),
    ru=("Это верно только для малой скорости обучения.", "Не теряйте слагаемое с η², когда раскрываете 1 − (1 − 2η)²."),
)
def small_rate_only(learning_rate, sigma2):
    return learning_rate * sigma2 / 4


@noise_floor.mistake(
    en=("This is the noise of a single step.", "Earlier noise has not vanished: each step keeps a part of the old square. Write the balance for v."),
    ru=("Это шум одного шага.", "Прежний шум не исчез: каждый шаг сохраняет часть старого квадрата. Запишите баланс для v."),
)
def one_step_noise(learning_rate, sigma2):
    return learning_rate**2 * sigma2


@noise_floor.mistake(
    en=("The factor of the weight enters without its square.", "The balance is about w², so what multiplies w comes in squared."),
    ru=("Множитель веса взят без квадрата.", "Баланс пишется для w², поэтому множитель при w входит в него в квадрате."),
)
def factor_not_squared(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / (1 - (1 - 2 * learning_rate))


@noise_floor.mistake(
    en=("The slope has lost its 2.", "For w² + 12 the slope is 2w: which factor does a step without noise apply?"),
    ru=("Из наклона пропала двойка.", "Для w² + 12 наклон равен 2w: на что умножает вес шаг без шума?"),
)
def slope_without_two(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / (1 - (1 - learning_rate) ** 2)


@noise_floor.mistake(
    en=("This is the typical distance, not its square.", "E[w²] itself is asked for: leave the root out."),
    ru=("Это типичное расстояние, а не его квадрат.", "Нужно само E[w²]: корень извлекать не надо."),
)
def distance(learning_rate, sigma2):
    return math.sqrt(learning_rate * sigma2 / (4 * (1 - learning_rate)))


@noise_floor.mistake(
    en=("The variance is squared once more.", "sigma2 is σ² already: twice the variance makes twice the floor."),
    ru=("Дисперсия возведена в квадрат ещё раз.", "sigma2 — это уже σ²: вдвое большая дисперсия даёт вдвое больший порог."),
)
def sigma_squared_again(learning_rate, sigma2):
    return learning_rate * sigma2**2 / (4 * (1 - learning_rate))


@noise_floor.mistake(
    en=("The noise enters without the square of the learning rate.", "The step adds η·ξ to the weight. What is the variance of η·ξ?"),
    ru=("Шум вошёл без квадрата скорости обучения.", "Шаг прибавляет к весу η·ξ. Чему равна дисперсия η·ξ?"),
)
def rate_not_squared(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - 2 * learning_rate) ** 2)


@noise_floor.mistake(
    en=("The floor of the loss is returned.", "E[w²] is asked for, without the constant 12 of the loss."),
    ru=("Возвращён порог для потерь.", "Нужно E[w²], без постоянной 12 из функции потерь."),
)
def floor_of_the_loss(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate)) + 12


@noise_floor.alternative
def by_balance(learning_rate, sigma2):
    q = 1 - 2 * learning_rate
    return learning_rate**2 * sigma2 / (1 - q**2)


@noise_floor.alternative
def by_iteration(learning_rate, sigma2):
    v, before = 0.0, -1.0
    while abs(v - before) > 1e-13 * abs(v):
        v, before = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2, v
    return v


@noise_floor.alternative
def by_solving(learning_rate, sigma2):
    eta = np.float64(learning_rate)
    return np.linalg.solve([[4 * eta - 4 * eta**2]], [eta**2 * sigma2])[0]
