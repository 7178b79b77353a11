"""Stationary mean of w**2 for noisy gradient descent on w**2 + 12."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled


@exercise(points=3)
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate))


noise_floor.example(0.2, 3.0)  # with a variance of 4, a four that was lost looks like a variance squared
noise_floor.example(0.1, 4.0)
noise_floor.example(0.5, 4)
noise_floor.example(0.01, 9.0)  # a loop that is too short is told so before it costs points


@noise_floor.probe("simple")
def _(answer, rng):
    rates = [0.5, *map(float, rng.uniform((0.15, 0.02, 0.3), (0.25, 0.035, 0.45)))]
    return [answer(eta, float(rng.uniform(2.0, 5.0))) for eta in shuffled(rng, rates)]


@noise_floor.probe("general")
def _(answer, rng):
    rates = [*rng.uniform(0.02, 0.9, size=4), rng.uniform(0.003, 0.006)]  # with the last one the noise grows for hundreds of steps
    return [answer(float(eta), float(s)) for eta, s in zip(shuffled(rng, rates), rng.uniform(2.0, 9.0, size=5), strict=True)]


@noise_floor.probe("edge", credit=0.5)
def _(answer, rng):
    rates, variances = rng.uniform((0.95, 1e-3, 0.55), (0.98, 2e-3, 0.65)), rng.uniform((0.3, 30.0, 200.0), (0.9, 70.0, 300.0))
    cases = [*zip(map(float, rates), map(float, variances), strict=True), (float(rng.uniform(0.2, 0.8)), int(rng.integers(2, 9)))]
    return [answer(*case) for case in [*cases, (float(rng.uniform(0.2, 0.8)), 0.0)]]


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
    en=("The result is that of a balance in which the factor of the weight has no square.", "The balance is about w², so what multiplies w comes in squared."),
    ru=("Такой ответ выходит, если множитель веса взят без квадрата.", "Баланс пишется для w², поэтому множитель при w входит в него в квадрате."),
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
    en=("The result is that of a balance in which the noise has no square of the learning rate, or η was cancelled once too often.", "The step adds η·ξ to the weight. What is the variance of η·ξ, and which powers of η stand above and below the line?"),
    ru=("Такой ответ выходит, если шум вошёл без квадрата скорости обучения или если на η сократили лишний раз.", "Шаг прибавляет к весу η·ξ. Чему равна дисперсия η·ξ и какие степени η стоят в числителе и в знаменателе?"),
)
def rate_not_squared(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - 2 * learning_rate) ** 2)


@noise_floor.mistake(
    en=("The floor of the loss is returned.", "E[w²] is asked for, without the constant 12 of the loss."),
    ru=("Возвращён порог для потерь.", "Нужно E[w²], без постоянной 12 из функции потерь."),
)
def floor_of_the_loss(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate)) + 12


@noise_floor.mistake(
    en=("The bracket around the denominator is missing.", "The whole of 1 − (1 − 2η)² divides the noise. What does your line divide by, and what is subtracted afterwards?"),
    ru=("Знаменатель остался без скобок.", "Шум делится на всё выражение 1 − (1 − 2η)². А на что делит ваша строка и что вычитается потом?"),
)
def bracket_lost(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / 1 - (1 - 2 * learning_rate) ** 2


@noise_floor.mistake(
    en=("A sign in the denominator is turned round.", "Bring all terms with v to the left of the balance: which sign does (1 − 2η)² get there?"),
    ru=("В знаменателе не тот знак.", "Перенесите все слагаемые с v в левую часть баланса: с каким знаком там окажется (1 − 2η)²?"),
)
def plus_below(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / (1 + (1 - 2 * learning_rate) ** 2)


@noise_floor.mistake(
    en=("The factor 1 − η is not in its place: here it lowers the floor.", "As η comes near 1 the floor must grow without bound. Does yours?"),
    ru=("Множитель 1 − η стоит не на месте: у вас он понижает порог.", "Когда η приближается к 1, порог должен неограниченно расти. Растёт ли ваш?"),
)
def rest_on_top(learning_rate, sigma2):
    return learning_rate * sigma2 / 4 * (1 - learning_rate)


@noise_floor.mistake(
    en=("This is the mean square after 300 steps from w = 5: for a small learning rate it is still on its way down.", "The floor is what stays for ever. Which equation does a v fulfil that one more step does not change?"),
    ru=("Это средний квадрат после 300 шагов из w = 5: при малой скорости обучения он ещё не успел опуститься.", "Порог — то, что остаётся навсегда. Какому уравнению удовлетворяет v, которое ещё один шаг уже не меняет?"),
)
def three_hundred_steps(learning_rate, sigma2):
    v = 25.0
    for _ in range(300):
        v = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2
    return v


@noise_floor.mistake(
    en=("This is the mean square one step after w = 5.", "The floor does not depend on the start. What must be true of a v that the next step leaves as it is?"),
    ru=("Это средний квадрат через один шаг после w = 5.", "Порог не зависит от начальной точки. Что верно для такого v, которое следующий шаг оставляет прежним?"),
)
def one_step_from_the_start(learning_rate, sigma2):
    return (1 - 2 * learning_rate) ** 2 * 25 + learning_rate**2 * sigma2


@noise_floor.mistake(
    en=("The result is a half of σ², whatever the learning rate.", "The balance is about w², so two things come in squared: what multiplies w, and the η before ξ. Do yours have their squares?"),
    ru=("Получается половина σ², какой бы ни была скорость обучения.", "Баланс пишется для w², поэтому две величины входят в него в квадрате: множитель при w и η перед ξ. Есть ли эти квадраты у вас?"),
)
def neither_squared(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - 2 * learning_rate))


@noise_floor.alternative
def by_balance(learning_rate, sigma2):
    q = 1 - 2 * learning_rate
    return learning_rate**2 * sigma2 / (1 - q**2)


@noise_floor.alternative
def by_iteration(learning_rate, sigma2):
    v = 0.0
    for _ in range(10_000):
        v = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2
    return v


@noise_floor.alternative
def by_solving(learning_rate, sigma2):
    return np.roots([4 * learning_rate - 4 * learning_rate**2, -(learning_rate**2) * sigma2])[0]


noise_floor.equal(noise_floor, "4 * (1 - learning_rate)", "the same quotient grouped another way")
noise_floor.equal(by_balance, "q", "a square does not see the sign, and the quotient may be grouped another way")
noise_floor.equal(by_iteration, "v", "from any start and after many more or fewer steps v is the same; a square does not see the sign")
noise_floor.equal(by_solving, "[0]", "the equation has one root, so the first is also the last")


noise_floor.equal(by_iteration, "range(", "after some thousand steps one more or less does not count")
