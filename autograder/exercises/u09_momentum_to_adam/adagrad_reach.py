"""Distance that AdaGrad walks under a constant gradient that is not 0; eps is ignored."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def adagrad_reach(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(1, n_steps + 1))


adagrad_reach.example(0.1, 4)
adagrad_reach.example(2.0, 1)


@adagrad_reach.probe("general")
def _(answer, rng):
    return [answer(float(rng.uniform(0.05, 0.9)), int(n)) for n in (2, *rng.integers((5, 40, 400), (12, 90, 600)))]


@adagrad_reach.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(float(rng.uniform(0.2, 0.9)), n) for n in (0, int(rng.integers(3, 9)))]


@adagrad_reach.mistake(
    en=("All steps count as equally long.", "G grows at every step, so each step is shorter than the one before. By what number is step k divided?"),
    ru=("Все шаги считаются одинаковыми.", "G растёт с каждым шагом, и каждый шаг короче предыдущего. На что делится шаг с номером k?"),
)
def equal_steps(learning_rate, n_steps):
    return learning_rate * n_steps


@adagrad_reach.mistake(
    en=("The steps shrink like 1/k, too fast.", "After k equal gradients G is kg², and the step is divided by its root."),
    ru=("Ваши шаги убывают как 1/k, слишком быстро.", "После k одинаковых градиентов G равно kg², а шаг делится на корень из него."),
)
def harmonic(learning_rate, n_steps):
    return learning_rate * sum(1 / k for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("This is the length of the last step alone.", "The distance is made of all the steps. What has to be done with them?"),
    ru=("Это длина одного последнего шага.", "Расстояние складывается из всех шагов. Что с ними надо сделать?"),
)
def last_step(learning_rate, n_steps):
    return learning_rate / math.sqrt(n_steps) if n_steps else 0.0


@adagrad_reach.mistake(
    en=("This is the rule of thumb 2η√n, not the exact distance.", "Add up the steps one by one: for n = 1 the distance is η."),
    ru=("Это прикидка 2η√n, а не точное расстояние.", "Сложите шаги по одному: при n = 1 расстояние равно η."),
)
def rule_of_thumb(learning_rate, n_steps):
    return 2 * learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("Divided once for all, by the root of the number of steps.", "The first step is not short yet: each step is divided by the root of ITS OWN number."),
    ru=("Поделено один раз за всё, на корень из числа шагов.", "Первый шаг ещё не короткий: каждый делится на корень из СВОЕГО номера."),
)
def root_of_n(learning_rate, n_steps):
    return learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("One step is missing.", "A range ends before its second number. Is the step with number n in your sum?"),
    ru=("Не хватает одного шага.", "range останавливается перед вторым числом. Есть ли в вашей сумме шаг с номером n?"),
)
def one_short(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k) for k in range(1, n_steps))


@adagrad_reach.mistake(
    en=("The first step is left out of the sum.", "The first step has number 1 and the full length η."),
    ru=("В сумму не попал первый шаг.", "Первый шаг имеет номер 1 и полную длину η."),
)
def first_missing(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k + 1) for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("Your steps are counted from 0, and the first one divides by the root of 0.", "The first step has number 1 and length η. With which number does your count begin?"),
    ru=("Шаги у вас считаются с 0, и первый из них делится на корень из 0.", "У первого шага номер 1 и длина η. С какого числа начинается ваш счёт?"),
)
def numbered_from_zero(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(n_steps))


@adagrad_reach.alternative
def vectorised(learning_rate, n_steps):
    return learning_rate * np.sum(1 / np.sqrt(np.arange(1, n_steps + 1)))


@adagrad_reach.alternative
def by_simulation(learning_rate, n_steps):
    G = distance = 0.0
    for _ in range(n_steps):
        G += 9.0
        distance += learning_rate * 3.0 / G**0.5
    return distance
