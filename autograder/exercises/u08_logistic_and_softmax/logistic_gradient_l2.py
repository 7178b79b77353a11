"""Gradient of the mean log-loss plus lam times the sum of the squares of w[1:]."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data


@exercise(points=2)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


logistic_gradient_l2.example(np.array([0.5, 1.2]), X_SHOWN, Y_SHOWN, 0.1)
logistic_gradient_l2.example(np.array([2.0, -0.5]), X_SHOWN, Y_SHOWN, 1.0)


@logistic_gradient_l2.probe("simple")
def _(answer, rng):
    w, X, y = random_data(rng, 4, 2)
    return [answer(w + 0.5, X, y, 0.3), answer(w, X, y, 0.7)]


@logistic_gradient_l2.probe("general")
def _(answer, rng):
    seen = []
    for m, n, lam in ((6, 3, 0.05), (8, 4, 0.4), (3, 5, 1.5)):
        w, X, y = random_data(rng, m, n)
        w[0] = 1.0 + rng.uniform()
        seen.append(answer(w, X, y, lam))
    return seen


@logistic_gradient_l2.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = random_data(rng, 5, 3)
    return [answer(w, X, y, 0.0), answer(np.array([1.3]), X[:, :1], y, 0.8)]


@logistic_gradient_l2.mistake(
    en=("The intercept is held back too.", "The sum of the penalty begins with j = 1: w[0] is free."),
    ru=("Свободный член тоже штрафуется.", "Сумма в штрафе начинается с j = 1: вес w[0] свободен."),
)
def intercept_penalised(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The factor 2 is missing.", "The penalty is a sum of squares. What is the derivative of a square? (Some books write λ/2 to get rid of the 2; here there is no such half.)"),
    ru=("Потерян множитель 2.", "Штраф — это сумма квадратов. Чему равна производная квадрата? (В некоторых книгах пишут λ/2, чтобы двойки не было; здесь этой половины нет.)"),
)
def penalty_halved(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The penalty itself is added, not its derivative.", "Every component got the same number. How fast does the penalty change with one single weight?"),
    ru=("Прибавлен сам штраф, а не его производная.", "Ко всем компонентам прибавлено одно и то же число. Как быстро штраф меняется вместе с одним весом?"),
)
def penalty_itself(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + lam * np.sum(w[1:] ** 2)


@logistic_gradient_l2.mistake(
    en=("The penalty is divided by the number of objects.", "In the formula of this unit 1/m stands before the sum over the objects only."),
    ru=("Штраф поделён на число объектов.", "В формуле этого урока 1/m стоит только перед суммой по объектам."),
)
def penalty_averaged(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return (X.T @ (p - y) + pull) / len(y)


@logistic_gradient_l2.mistake(
    en=("The penalty pulls the weights away from zero.", "A large positive weight makes the penalty grow, so there its derivative is positive."),
    ru=("Штраф уводит веса прочь от нуля.", "Чем больше положительный вес, тем больше штраф: производная там положительна."),
)
def pushes_away(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) - pull


@logistic_gradient_l2.mistake(
    en=("The penalty has no effect.", "Change lam: does your gradient change?"),
    ru=("Штраф ни на что не влияет.", "Измените lam: меняется ли ваш градиент?"),
)
def penalty_forgotten(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


@logistic_gradient_l2.mistake(
    en=("Only the signs of the weights are used: that belongs to a penalty with absolute values.", "Here the penalty has squares, so a weight twice as large is pulled twice as hard."),
    ru=("Взяты только знаки весов: так бывает у штрафа с модулями.", "Здесь в штрафе квадраты: вдвое больший вес тянет вдвое сильнее."),
)
def absolute_penalty(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * np.sign(w)
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The wrong end is free: your last weight is spared, the first one is not.", "The intercept is w[0], at the beginning."),
    ru=("Свободен не тот край: пощажён последний вес, а не первый.", "Свободный член — это w[0], он стоит в начале."),
)
def last_weight_free(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[-1] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("Your function sets the first element of w to 0, and the caller's weights are gone.", "Work on a copy: the argument still belongs to whoever called."),
    ru=("Функция обнуляет первый элемент w, и веса того, кто её вызвал, испорчены.", "Работайте с копией: аргумент по-прежнему принадлежит тому, кто вызвал функцию."),
)
def intercept_erased(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    w[0] = 0.0
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The first component of the gradient is 0.", "w[0] is free of the penalty only. It still has its part of the log-loss."),
    ru=("Первая компонента градиента равна 0.", "w[0] свободен только от штрафа. Своя доля логистических потерь у него остаётся."),
)
def intercept_frozen(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    g = X.T @ (p - y) / len(y) + 2 * lam * w
    g[0] = 0.0
    return g


@logistic_gradient_l2.mistake(
    en=("The squares of the weights are added, each to its own component.", "The gradient holds slopes. How fast does a square grow with its weight?"),
    ru=("К каждой компоненте прибавлен квадрат её веса.", "В градиенте стоят наклоны. Как быстро растёт квадрат вместе со своим весом?"),
)
def squares_not_differentiated(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w**2
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.alternative
def with_a_mask(w, X, y, lam):
    counted = np.arange(len(w)) > 0
    p = 1 / (1 + np.exp(-(X @ w)))
    return (p - y) @ X / len(X) + counted * w * lam * 2


@logistic_gradient_l2.alternative
def with_a_loop(w, X, y, lam):
    m, n = X.shape
    g = []
    for j in range(n):
        total = 0.0
        for i in range(m):
            total += (1 / (1 + math.exp(-float(X[i] @ w))) - y[i]) * X[i, j]
        g.append(total / m + (0.0 if j == 0 else 2 * lam * w[j]))
    return g


@logistic_gradient_l2.alternative
def with_joined_parts(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.mean(X.T * (p - y), axis=1) + np.concatenate(([0.0], 2 * lam * w[1:]))
