"""Weights after each step of RMSprop."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads


@exercise(points=2, rtol=1e-5, atol=1e-6)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


rmsprop.example(np.array([5.0, 1.0]), np.array([[3.0, -0.6], [4.0, 0.8]]), 0.1)
rmsprop.example(np.array([0.5]), [[2.0], [2.0], [1.0]], 0.1, 0.75)


@rmsprop.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2, 0.8), (4, 3, 0.05, 0.95), (8, 1, 0.13, 0.6))
    return [answer(rng.normal(size=n), random_grads(rng, steps, n), rate, alpha) for steps, n, rate, alpha in cases]


@rmsprop.probe("edge", credit=0.5)
def _(answer, rng):
    grads = random_grads(rng, 5, 2)
    grads[:2, 0] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.1), answer(rng.normal(size=3), random_grads(rng, 3, 3).tolist(), 0.02, 0.7)]


@rmsprop.mistake(
    en=("G only grows: this is AdaGrad.", "RMSprop forgets. Which part of the old G survives a step?"),
    ru=("G только растёт: это AdaGrad.", "RMSprop забывает. Какая часть старого G переживает шаг?"),
)
def as_adagrad(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("G decays but is no average: the new square has weight 1.", "The weights of the old G and of the new square must add up to 1."),
    ru=("G затухает, но это не среднее: у нового квадрата вес 1.", "Веса старого G и нового квадрата должны в сумме давать 1."),
)
def decaying_sum(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The two weights have changed places.", "α belongs to the past: for α = 0.9 nine tenths of the old G stay."),
    ru=("Два веса поменялись местами.", "α относится к прошлому: при α = 0.9 от старого G остаются девять десятых."),
)
def weights_swapped(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = (1 - alpha) * G + alpha * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("You let the gradients decay, as the slide's sentence says. What decays in the formula are their squares.", "Gradients keep their sign and may cancel; look once more at the formula for G."),
    ru=("У вас затухают градиенты, как сказано в тексте слайда. А в формуле затухают их квадраты.", "У градиентов есть знак, и они могут сократиться; посмотрите ещё раз на формулу для G."),
)
def gradients_decay(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, a, rows = w0, 0.0, []
    for g in np.asarray(grads):
        a = alpha * a + (1 - alpha) * g
        w = w - learning_rate * g / np.sqrt(a**2 + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("G is put right for its start at zero. That is Adam's idea; the lecture's RMSprop has no such correction.", "Divide by the root of G as it is, even when the first steps come out long."),
    ru=("G исправлено на нулевое начало. Это идея Adam; в RMSprop из лекции такой поправки нет.", "Делите на корень из самого G, пусть первые шаги и выходят длинными."),
)
def with_correction(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G / (1 - alpha**t) + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The root is forgotten: the gradient is divided by G itself.", "RMS stands for ROOT mean square."),
    ru=("Забыт корень: градиент делится на само G.", "RMS — это root mean square, КОРЕНЬ из среднего квадрата."),
)
def rootless(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The argument alpha is not used.", "0.9 is only the default. Where does your code take α from?"),
    ru=("Аргумент alpha не используется.", "0.9 — лишь значение по умолчанию. Откуда ваш код берёт α?"),
)
def fixed_alpha(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = 0.9 * G + 0.1 * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The average starts with the first square instead of 0.", "In the formulas G₀ = 0. After the first gradient G is only (1 − α)g²."),
    ru=("Среднее начинается с первого квадрата, а не с 0.", "В формулах G₀ = 0. После первого градиента G равно лишь (1 − α)g²."),
)
def starts_full(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.asarray(grads)
    w, G, rows = w0, grads[0] ** 2, []
    for g in grads:
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The steps lead up the slope.", "Look at the sign between the weights and the step."),
    ru=("Шаги ведут вверх по склону.", "Посмотрите на знак между весами и шагом."),
)
def uphill_rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w + learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The weights move before G has seen the new gradient.", "Then the first step is divided by almost nothing. Which of the two lines has to come first?"),
    ru=("Веса сдвигаются раньше, чем G увидело новый градиент.", "Тогда первый шаг делится почти на ноль. Какая из двух строк должна идти первой?"),
)
def updated_late(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, np.zeros(len(w0)), []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = alpha * G + (1 - alpha) * g**2
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("ε is missing, and a weight that has seen only zeros divides 0 by 0.", "Such a weight must stay where it is. Which small number keeps the divisor away from 0?"),
    ru=("Нет ε, и вес, который видел одни нули, делит 0 на 0.", "Такой вес должен стоять на месте. Какое маленькое число не даёт делителю стать нулём?"),
)
def unguarded(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The gradients may be plain lists, and your code takes each one for an array.", "A list has no square. Where could the rows of grads become arrays?"),
    ru=("Градиенты могут быть простыми списками, а ваш код считает каждый массивом.", "У списка нет квадрата. Где строки grads могли бы стать массивами?"),
)
def lists_unconverted(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in grads:
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.alternative
def eps_outside(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.asarray(grads)
    w, G, rows = w0, np.zeros(grads.shape[1]), np.empty(grads.shape)
    for k, g in enumerate(grads):
        G += (1 - alpha) * (g * g - G)
        w = w - learning_rate * g / (np.sqrt(G) + eps)
        rows[k] = w
    return rows


@rmsprop.alternative
def by_numbers(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, path = list(w0), [0.0] * len(w0), []
    for g in grads:
        for j in range(len(w)):
            G[j] = alpha * G[j] + (1 - alpha) * g[j] ** 2
            w[j] -= learning_rate * g[j] / (G[j] + eps) ** 0.5
        path.append(list(w))
    return path
