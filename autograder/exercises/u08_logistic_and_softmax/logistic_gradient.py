"""Gradient of the mean log-loss of logistic regression."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data


@exercise(points=2)
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


logistic_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN)
logistic_gradient.example(np.array([0.0, 0.0]), X_SHOWN, Y_SHOWN)


@logistic_gradient.probe("simple")
def _(answer, rng):
    w, X, y = random_data(rng, 4, 2)
    return [answer(w, X, y), answer(np.zeros(2), X, y)]


@logistic_gradient.probe("general")
def _(answer, rng):
    return [answer(*random_data(rng, m, n)) for m, n in ((6, 3), (9, 2), (4, 5), (7, 4))]


@logistic_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = random_data(rng, 5, 3)
    return [answer(w, X[:1], y[:1]), answer(w, X[2:3], 1 - y[2:3]), answer(3 * w, X, y)]


@logistic_gradient.mistake(
    en=("The gradient is a sum, not a mean.", "The loss has 1/m in front of its sum, and a constant factor stays when you differentiate."),
    ru=("Градиент посчитан как сумма, а не как среднее.", "Перед суммой в потерях стоит 1/m, а постоянный множитель при дифференцировании сохраняется."),
)
def gradient_summed(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y)


@logistic_gradient.mistake(
    en=("Every component has the opposite sign.", "Where the probability is too large, raising the score makes it worse: the derivative is positive there."),
    ru=("У всех компонент обратный знак.", "Если вероятность слишком велика, рост взвешенной суммы делает хуже: производная там положительна."),
)
def difference_reversed(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (y - p) / len(y)


@logistic_gradient.mistake(
    en=("The scores are compared with the labels directly.", "A score can be 7 or −3, a label is 0 or 1. What turns one into something comparable with the other?"),
    ru=("С метками сравниваются сами взвешенные суммы.", "Сумма бывает 7 или −3, а метка — 0 или 1. Что делает их сравнимыми?"),
)
def sigmoid_lost(w, X, y):
    return X.T @ (X @ w - y) / len(y)


@logistic_gradient.mistake(
    en=("The slope of the sigmoid is still there: this is half the gradient of the squared error.", "Go through the derivation once more: against what does p(1 − p) cancel?"),
    ru=("Наклон сигмоиды остался: это половина градиента квадратичных потерь.", "Пройдите вывод ещё раз: с чем сокращается p(1 − p)?"),
)
def slope_not_cancelled(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@logistic_gradient.mistake(
    en=("The result is twice too large.", "The factor 2 of linear regression came from a square. Is there a square in the log-loss?"),
    ru=("Результат вдвое больше нужного.", "Двойка в линейной регрессии появилась из квадрата. Есть ли квадрат в логистических потерях?"),
)
def factor_two(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return 2 * X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("The differences are not multiplied by the features.", "The last link of the chain: how does the score change when one weight changes?"),
    ru=("Разности не умножены на признаки.", "Последнее звено цепочки: как меняется взвешенная сумма, когда меняется один вес?"),
)
def features_lost(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.full(len(w), np.mean(p - y))


@logistic_gradient.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which side of X counts them?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Какая сторона X их считает?"),
)
def divided_by_n(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(w)


@logistic_gradient.mistake(
    en=("The probabilities were turned into labels before the subtraction.", "The gradient needs how sure the model is, not only which side it chose."),
    ru=("Вероятности превращены в метки ещё до вычитания.", "Градиенту важно, насколько модель уверена, а не только какую сторону она выбрала."),
)
def hard_labels(w, X, y):
    return X.T @ ((X @ w > 0) - y) / len(y)


@logistic_gradient.mistake(
    en=("The brackets of the sigmoid are lost, as on the slide.", "1 / 1 is worked out first. Every probability must stay below 1."),
    ru=("У сигмоиды потеряны скобки, как на слайде.", "Сначала вычисляется 1 / 1. Каждая вероятность должна быть меньше 1."),
)
def brackets_of_the_slide(w, X, y):
    p = 1 / 1 + np.exp(-(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("The minus in the exponent is lost, so p and 1 − p have changed places.", "A large positive score must give a probability near 1. What does your sigmoid give at z = 5?"),
    ru=("В показателе потерян минус, и p поменялась местами с 1 − p.", "Большой положительной взвешенной сумме отвечает вероятность около 1. Что даёт ваша сигмоида при z = 5?"),
)
def minus_in_exponent_lost(w, X, y):
    p = 1 / (1 + np.exp(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.alternative
def gradient_by_loop(w, X, y):
    m, n = X.shape
    g = [0.0] * n
    for i in range(m):
        z = sum(w[j] * X[i, j] for j in range(n))
        p = 1 / (1 + math.exp(-z))
        for j in range(n):
            g[j] += (p - y[i]) * X[i, j] / m
    return g


@logistic_gradient.alternative
def gradient_by_mean_of_rows(w, X, y):
    p = 0.5 * (1 + np.tanh(np.dot(X, w) / 2))
    return np.mean((p - y)[:, None] * X, axis=0)


@logistic_gradient.alternative
def gradient_from_the_left(w, X, y):
    p = np.exp(X @ w) / (1 + np.exp(X @ w))
    return -(y - p) @ X / X.shape[0]
