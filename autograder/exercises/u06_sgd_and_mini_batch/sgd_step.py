"""One step of stochastic gradient descent for the squared error."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import X_SHOWN, Y_SHOWN, random_data


@exercise(points=1)
def sgd_step(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


sgd_step.example(np.array([0.5, 2.0]), X_SHOWN, Y_SHOWN, 1, 0.1)
sgd_step.example(np.array([1.0, -1.0]), X_SHOWN, Y_SHOWN, 0, 0.05)


@sgd_step.probe("general")
def _(answer, rng):
    seen = []
    for m, n, i in ((5, 3, rng.integers(1, 5)), (4, 2, rng.integers(1, 4)), (7, 4, 0)):
        X, y = random_data(rng, m, n)
        seen.append(answer(rng.normal(size=n), X, y, int(i), float(rng.uniform(0.05, 0.4))))
    return seen


@sgd_step.probe("edge", credit=0.5)
def _(answer, rng):
    X, y = random_data(rng, 6, 1)
    return [answer(rng.normal(size=1), X, y, i, float(rng.uniform(0.1, 0.3))) for i in (0, 5)]


@sgd_step.mistake(
    en=("The step goes uphill.", "The gradient shows where the loss of the object grows. Which sign must stand before the step?"),
    ru=("Шаг идёт в гору.", "Градиент показывает, куда растут потери объекта. Какой знак должен стоять перед шагом?"),
)
def uphill(w, X, y, i, learning_rate):
    return w + learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The step is half as long as it should be.", "A square is differentiated here: where has its exponent gone?"),
    ru=("Шаг вдвое короче, чем нужно.", "Здесь дифференцируют квадрат: куда делся его показатель?"),
)
def no_two(w, X, y, i, learning_rate):
    return w - learning_rate * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The rate of the inside is missing.", "By the chain rule the derivative with respect to a weight contains that weight's own feature."),
    ru=("Нет производной внутренней функции.", "По цепному правилу в производную по весу входит признак, на который этот вес умножен."),
)
def no_feature(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i])


@sgd_step.mistake(
    en=("This is a step of the full gradient: every object takes part.", "Only the row with number i may be looked at."),
    ru=("Это шаг по полному градиенту: участвуют все объекты.", "Смотреть можно только на строку с номером i."),
)
def all_objects(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * X.T @ (X @ w - y) / len(y)


@sgd_step.mistake(
    en=("The step is divided by the number of objects.", "The loss of one object is not an average: nothing is left to divide by."),
    ru=("Шаг поделён на число объектов.", "Потери одного объекта — не среднее, делить здесь не на что."),
)
def divided_by_m(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i] / len(y)


@sgd_step.mistake(
    en=("The objects are counted from 1.", "Row 0 is the first object, and i is a row number."),
    ru=("Объекты пронумерованы с единицы.", "Первый объект — это строка 0, а i — номер строки."),
)
def counted_from_one(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i - 1] @ w - y[i - 1]) * X[i - 1]


@sgd_step.mistake(
    en=("The gradient is returned, not the new weights.", "One thing is left to do: start from w and go against it."),
    ru=("Возвращён градиент, а не новые веса.", "Осталось одно: встать в w и пойти против него."),
)
def gradient_only(w, X, y, i, learning_rate):
    return 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The learning rate is not used.", "Double learning_rate: the step must become twice as long."),
    ru=("Скорость обучения не используется.", "Удвойте learning_rate: шаг должен стать вдвое длиннее."),
)
def no_rate(w, X, y, i, learning_rate):
    return w - 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.alternative
def by_loop(w, X, y, i, learning_rate):
    residual = -y[i]
    for x, weight in zip(X[i], w, strict=True):
        residual += x * weight
    return [weight - 2 * learning_rate * residual * x for x, weight in zip(X[i], w, strict=True)]


@sgd_step.alternative
def by_slices(w, X, y, i, learning_rate):
    row, target = X[i : i + 1], y[i : i + 1]
    return w + 2 * learning_rate * row.T @ (target - row @ w)
