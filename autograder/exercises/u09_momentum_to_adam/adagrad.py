"""Weights after each step of AdaGrad."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads


@exercise(points=2, rtol=1e-5, atol=1e-6)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


adagrad.example(np.array([5.0, 1.0]), np.array([[3.0, -0.3], [4.0, -0.4]]), 0.1)
adagrad.example(np.array([0.5]), [[2.0], [-2.0], [1.0]], 0.5)


@adagrad.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2), (4, 3, 0.5), (8, 1, 0.35))
    return [answer(rng.normal(size=n), random_grads(rng, steps, n), rate) for steps, n, rate in cases]


@adagrad.probe("edge", credit=0.5)
def _(answer, rng):
    grads = random_grads(rng, 5, 2)
    grads[:2, 1] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.3), answer(rng.normal(size=3), random_grads(rng, 3, 3).tolist(), 0.4)]


@adagrad.mistake(
    en=("Your G collects the squares of the updates, as the slide's heading says. The heading is wrong, its formulas are right.", "Look at what is squared in the formula for G: is η in it?"),
    ru=("Ваше G копит квадраты обновлений, как сказано в заголовке слайда. Заголовок неверен, верны формулы под ним.", "Посмотрите, что возводится в квадрат в формуле для G: есть ли там η?"),
)
def squares_of_updates(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + (learning_rate * g) ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The square root is missing.", "G is made of squares. For a step that does not depend on the units of the gradient you have to undo the square."),
    ru=("Пропущен корень.", "G складывается из квадратов. Чтобы шаг не зависел от единиц градиента, квадрат надо снять."),
)
def no_root(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("G remembers only the last gradient.", "G is a sum over all steps so far. Is the old G part of the new one?"),
    ru=("G помнит только последний градиент.", "G — сумма по всем шагам. Входит ли старое G в новое?"),
)
def not_accumulated(w0, grads, learning_rate, eps=1e-8):
    w, rows = w0, []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(g**2 + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("All weights share one G.", "The formula has an index j: each weight keeps a G of its own."),
    ru=("У всех весов одно общее G.", "В формуле есть индекс j: у каждого веса своё G."),
)
def shared_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + np.sum(g**2)
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The step uses G from before the new gradient.", "The first step would then be divided by almost 0. Update G first."),
    ru=("В шаге стоит G без нового градиента.", "Тогда первый шаг делится почти на 0. Сначала обновите G."),
)
def old_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, np.zeros(len(w0)), []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = G + g**2
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("G is averaged over the steps.", "AdaGrad adds up and never divides by the number of steps: that is why its steps become shorter."),
    ru=("G усредняется по шагам.", "AdaGrad складывает и никогда не делит на число шагов: потому его шаги и укорачиваются."),
)
def mean_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for k, g in enumerate(np.asarray(grads)):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G / (k + 1) + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The sizes of the gradients are added up, not their squares.", "Gradients 3 and 4 must give the root of 25, which is 5. What do yours give?"),
    ru=("Складываются модули градиентов, а не квадраты.", "Градиенты 3 и 4 должны дать корень из 25, то есть 5. А что у вас?"),
)
def absolute_values(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + np.abs(g)
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Without ε a gradient of 0 gives 0/0.", "A weight that has seen only zeros must stay where it is. What is ε there for?"),
    ru=("Без ε нулевой градиент даёт 0/0.", "Вес, который видел одни нули, должен стоять на месте. Для чего в формуле ε?"),
)
def no_guard(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The step goes along the gradient.", "Dividing by a root keeps the sign of the gradient. Downhill is the other way."),
    ru=("Шаг идёт по градиенту.", "Деление на корень знака не меняет. Вниз — в другую сторону."),
)
def uphill_adagrad(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w + learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The starting weights are in your answer too.", "One row for each gradient: begin with the weights after the first step."),
    ru=("В ответ попали и начальные веса.", "По строке на каждый градиент: начинайте с весов после первого шага."),
)
def start_in_front(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, [w0]
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Your code needs arrays, but the gradients may also come as plain lists.", "A list has no square. Where could the rows of grads become arrays?"),
    ru=("Вашему коду нужны массивы, а градиенты могут прийти и простыми списками.", "У списка нет квадрата. Где строки grads могли бы стать массивами?"),
)
def lists_squared(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in grads:
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("All the rows are equal, because the list holds one and the same array.", "A step in place changes the array that is already in the list. What does each row need to be instead?"),
    ru=("Все строки равны: в списке один и тот же массив.", "Шаг «на месте» меняет и массив, который уже лежит в списке. Чем должна быть каждая строка вместо этого?"),
)
def one_array(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.alternative
def guard_outside(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0), np.zeros(len(w0)), []
    for g in grads:
        g = np.asarray(g)
        G += g * g
        w = w - learning_rate / (np.sqrt(G) + eps) * g
        rows.append(w.copy())
    return rows


@adagrad.alternative
def all_at_once(w0, grads, learning_rate, eps=1e-8):
    grads = np.asarray(grads)
    return w0 - np.cumsum(learning_rate * grads / np.sqrt(np.cumsum(grads**2, axis=0) + eps), axis=0)


@adagrad.alternative
def weight_by_weight(w0, grads, learning_rate, eps=1e-8):
    columns = []
    for j in range(len(w0)):
        w, total, column = w0[j], 0.0, []
        for g in grads:
            total += g[j] ** 2
            w -= learning_rate * g[j] / math.sqrt(total + eps)
            column.append(w)
        columns.append(column)
    return np.array(columns).T
