"""Mean log-loss of probabilities."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import random_labels
from autograder.judge import number
from course.public.u08_logistic_and_softmax import finite_and_large


@exercise(points=2, rtol=1e-4)  # any small ε is right, also one that is added inside the logarithm
def log_loss(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


log_loss.example(np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4]))
log_loss.example(np.array([0.0, 1.0]), np.array([0.003, 0.7]))
log_loss.example(np.array([1.0]), np.array([0.0]), fulfils="finite_and_large")
log_loss.example(np.array([0.0]), np.array([1.0]), fulfils="finite_and_large")


@log_loss.probe("simple")
def _(answer, rng):
    p = rng.uniform(0.1, 0.4, size=2)
    return [answer(np.array([y]), np.array([q])) for y in (0.0, 1.0) for q in p]


@log_loss.probe("general")
def _(answer, rng):
    seen = []
    for m in (4, 7, 11):
        p = rng.uniform(0.03, 0.97, size=m)
        p[:2] = rng.uniform(0.001, 0.003), rng.uniform(0.996, 0.998)
        seen.append(answer(random_labels(rng, m), p))
    return seen


@log_loss.probe("edge")
def _(answer, rng):
    cases = []
    for label in (0.0, 1.0):  # one sure mistake; the others together lose 8 at most, also where they are crossed
        place = int(rng.integers(7))
        cases.append((np.insert(random_labels(rng, 6), place, label), np.insert(rng.uniform(0.3, 0.7, size=6), place, 1 - label)))
    sure = [random_labels(rng, m) for m in (11, 8, 10)]
    cases += [(sure[0], 1 - sure[0]), (sure[1], sure[1].copy()), (sure[2], sure[2].copy())]
    seen = []
    for y, p in (cases[i] for i in rng.permutation(len(cases))):
        loss = number(answer(y, p))
        seen.append(abs(loss) < 1e-4 if (y == p).all() else finite_and_large(y, p, y.size * loss))
    return seen


@log_loss.mistake(
    en=("The losses are added up but not averaged.", "With twice as many objects of the same kind your loss doubles. What stands in front of the sum?"),
    ru=("Потери сложены, но не усреднены.", "Если таких же объектов станет вдвое больше, ваши потери удвоятся. Что стоит перед суммой?"),
)
def log_loss_summed(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The loss comes out negative.", "The logarithm of a number below 1 is negative. Which sign makes a loss of it?"),
    ru=("Потери получаются отрицательными.", "Логарифм числа меньше 1 отрицателен. Какой знак делает из него потери?"),
)
def minus_lost(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("Only objects with y = 1 cost anything.", "For y = 0 the first half of the formula is switched off. Which half is left to speak?"),
    ru=("Потери дают только объекты с y = 1.", "При y = 0 первая половина формулы выключена. Какая половина должна работать?"),
)
def only_ones_count(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p))


@log_loss.mistake(
    en=("The two halves of the formula have changed partners.", "For y = 1 a large p is good, so the loss must be small. What do you get for p = 0.9?"),
    ru=("Две половины формулы поменялись множителями.", "При y = 1 большая p — это хорошо, потери должны быть малы. Что выходит у вас при p = 0.9?"),
)
def halves_crossed(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(1 - p) + (1 - y) * np.log(p))


@log_loss.mistake(
    en=("The arguments have changed places: the logarithm is taken of the labels.", "This function gets the labels first and the probabilities second."),
    ru=("Аргументы поменялись местами: логарифм берётся от меток.", "Эта функция получает сначала метки, потом вероятности."),
)
def labels_and_probabilities_swapped(y, p):
    q = np.clip(y, 1e-15, 1 - 1e-15)
    return -np.mean(p * np.log(q) + (1 - p) * np.log(1 - q))


@log_loss.mistake(
    en=("At p = 0 or p = 1 the result is not a finite number.", "The logarithm of 0 does not exist. Move the probabilities a hair away from both ends first."),
    ru=("При p = 0 или p = 1 получается не конечное число.", "Логарифма нуля не существует. Сначала отодвиньте вероятности от обоих краёв на волосок."),
)
def not_clipped(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("One end is guarded, the other is not: the ε is so small that 1 − ε is exactly 1 for the computer.",
        "float64 holds about 16 digits. Print 1 minus your ε."),
    ru=("Один край защищён, а другой нет: ε так мало, что 1 − ε для компьютера в точности равно 1.",
        "В float64 около 16 цифр. Напечатайте 1 минус ваше ε."),
)  # fmt: skip
def guard_too_thin(y, p):
    p = np.clip(p, 1e-20, 1 - 1e-20)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("Honest probabilities are cut off as well.", "A p of 0.002 is far from 0 and must keep its loss. How wide is your guard at the ends?"),
    ru=("Обрезаются и вполне честные вероятности.", "p = 0.002 ещё далеко от нуля, потери для неё должны быть точными. Насколько широка ваша защита у краёв?"),
)
def guard_too_wide(y, p):
    p = np.clip(p, 0.01, 0.99)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@log_loss.mistake(
    en=("The logarithm has another base.", "The loss of p = 0.5 must be 0.693. Which logarithm gives that?"),
    ru=("Логарифм взят по другому основанию.", "Потери при p = 0.5 должны равняться 0.693. Какой логарифм это даёт?"),
)
def base_two(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


@log_loss.mistake(
    en=("This is the squared error between label and probability.", "The loss of this unit has logarithms in it. A sure mistake must cost far more than 1."),
    ru=("Это квадрат отклонения вероятности от метки.", "В потерях этого урока стоят логарифмы. Уверенная ошибка должна стоить гораздо больше 1."),
)
def squared_error(y, p):
    return np.mean((y - p) ** 2)


@log_loss.alternative
def log_loss_by_loop(y, p):
    total = 0.0
    for i in range(len(y)):
        right = p[i] if y[i] == 1 else 1 - p[i]
        total -= math.log(max(right, 1e-12))
    return total / len(y)


@log_loss.alternative
def log_loss_by_choice(y, p):
    right = np.where(y > 0.5, p, 1 - p)
    return -np.log(np.maximum(right, 1e-7)).mean()


@log_loss.alternative
def log_loss_with_epsilon_inside(y, p):
    eps = 1e-7
    return -(y @ np.log(p + eps) + (1 - y) @ np.log(1 - p + eps)) / y.size
