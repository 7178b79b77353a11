"""Logistic regression by gradient descent from zero weights."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data


@exercise(points=2)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


fit_logistic.example(X_SHOWN, Y_SHOWN, 0.5, 1)
fit_logistic.example(X_SHOWN, Y_SHOWN, 0.5, 20)


@fit_logistic.probe("simple")
def _(answer, rng):
    _, X, y = random_data(rng, 5, 2)
    return [answer(X, y, 0.3, steps) for steps in (1, 2)]


@fit_logistic.probe("general")
def _(answer, rng):
    seen = []
    for m, n, rate, steps in ((7, 3, 0.4, 12), (10, 2, 0.15, 30), (6, 4, 0.7, 5)):
        _, X, y = random_data(rng, m, n)
        seen.append(answer(X, y, rate, steps))
    return seen


@fit_logistic.probe("edge", credit=0.5)
def _(answer, rng):
    _, X, y = random_data(rng, 6, 3)
    return [answer(X, y, 0.5, 0), answer(X, y, 0.2, 150)]


@fit_logistic.mistake(
    en=("The weights walk uphill.", "The gradient points to where the loss grows. Which way must the step go?"),
    ru=("Веса идут в гору.", "Градиент показывает, куда растут потери. В какую сторону нужен шаг?"),
)
def fit_uphill(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w + learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The start is not at zero.", "The task starts from w = 0, so that everybody gets the same weights."),
    ru=("Начало не в нуле.", "По условию начинаем с w = 0, чтобы у всех получились одни и те же веса."),
)
def starts_from_ones(X, y, learning_rate, n_steps):
    w = np.ones(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("One step is missing.", "With n_steps = 1 the weights must already have moved once."),
    ru=("Не хватает одного шага.", "При n_steps = 1 веса должны сдвинуться уже один раз."),
)
def fit_one_step_short(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps - 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The learning rate is not used.", "Change learning_rate: do your weights change?"),
    ru=("Скорость обучения не используется.", "Измените learning_rate: меняются ли ваши веса?"),
)
def fit_without_rate(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The whole path comes back.", "The task asks for the weights after the last step only, an array of shape (n,)."),
    ru=("Возвращается весь путь.", "По условию нужны только веса после последнего шага, массив формы (n,)."),
)
def fit_path(X, y, learning_rate, n_steps):
    path = [np.zeros(X.shape[1])]
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ path[-1])))
        path.append(path[-1] - learning_rate * X.T @ (p - y) / len(y))
    return np.array(path)


@fit_logistic.mistake(
    en=("This is linear regression: the sigmoid is missing.", "The loop must compare probabilities with the labels, not scores."),
    ru=("Это линейная регрессия: нет сигмоиды.", "Цикл должен сравнивать с метками вероятности, а не взвешенные суммы."),
)
def fit_linear(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (X @ w - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The steps are m times too long: the gradient is a sum, not a mean.", "The gradient of exercise 3 has 1/m in front. Is it there in your loop too?"),
    ru=("Шаги в m раз длиннее нужного: градиент взят как сумма, а не как среднее.", "В градиенте из упражнения 3 впереди стоит 1/m. Есть ли он в вашем цикле?"),
)
def fit_summed(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 0.5 * (1 + np.tanh(X @ w / 2))
        w = w - learning_rate * X.T @ (p - y)
    return w


@fit_logistic.mistake(
    en=("The probabilities are computed once and never again.", "After each step the weights are different, and so are the probabilities. Where does p belong?"),
    ru=("Вероятности посчитаны один раз и больше не обновляются.", "После шага веса другие, значит, и вероятности другие. Где место для p?"),
)
def fit_stale_probabilities(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    p = np.full(len(y), 0.5)
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("There is one weight too many: you added a column of ones of your own.", "X already holds everything. How many weights do its columns call for?"),
    ru=("Один вес лишний: вы добавили ещё один столбец единиц.", "В X уже есть всё. Сколько весов нужно по числу столбцов?"),
)
def own_column_of_ones(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The slope of the sigmoid is still in the gradient: the steps are too short.", "In the log-loss p(1 − p) cancels. Compare with your logistic_gradient."),
    ru=("В градиенте остался наклон сигмоиды: шаги слишком короткие.", "В логистических потерях p(1 − p) сокращается. Сравните со своим logistic_gradient."),
)
def fit_with_slope(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return w


@fit_logistic.alternative
def fit_in_place(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w += learning_rate * np.mean((y - 1 / (1 + np.exp(-X.dot(w))))[:, None] * X, axis=0)
    return w


@fit_logistic.alternative
def fit_by_lists(X, y, learning_rate, n_steps):
    w = [0.0] * len(X[0])
    for _ in range(n_steps):
        slopes = [0.0] * len(w)
        for row, label in zip(X, y, strict=True):
            p = 1 / (1 + math.exp(-sum(a * b for a, b in zip(w, row, strict=True))))
            slopes = [s + (p - label) * b / len(y) for s, b in zip(slopes, row, strict=True)]
        w = [a - learning_rate * s for a, s in zip(w, slopes, strict=True)]
    return w
