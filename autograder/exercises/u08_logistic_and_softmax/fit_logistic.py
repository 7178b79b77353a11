"""Logistic regression by gradient descent from zero weights."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data, whole_data


@exercise(points=2)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


fit_logistic.example(np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.5], [1.0, 3.0]]), np.array([1.0, 0.0, 0.0, 1.0]), 0.3, 0)  # how many weights there are
fit_logistic.example(X_SHOWN, Y_SHOWN, 0.3, 2)  # in the first step all slopes of the sigmoid are a quarter, at a rate of 0.5 twice the step is that of 1
fit_logistic.example(np.array([[1, 2], [1, 4]]), np.array([1, 0]), 0.1, 1)
fit_logistic.example(X_SHOWN, Y_SHOWN, 0.5, 20)
fit_logistic.example(X_SHOWN, Y_SHOWN, 0.1, 0)
fit_logistic.example(X_SHOWN, Y_SHOWN, 0.002, 3)
fit_logistic.example(np.array([[2.0, 0.5], [-1.0, 3.0]]), np.array([0.0, 1.0]), 0.3, 2)


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
    seen = [answer(X, y, 0.5, 0), answer(X, y, 0.2, 150), answer(X, y, 1e-4, 50)]  # tiny steps are steps, too
    return [*seen, answer(X, y, float(rng.uniform(5, 7)), 8)]  # steps that are too long are steps all the same


@fit_logistic.probe("edge", credit=0.5)
def _(answer, rng):
    """A table without ones, of whole numbers: they are numbers too. And a table with a single column."""
    _, X, y = whole_data(rng, 6, 3)
    return [answer(X, y, 0.3, 4), answer(X[:, :2], y, 0.2, 2), answer(X[:, :1], y, 0.2, 3)]


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
    en=("The weights move one after another, each by a gradient that sees where the earlier ones have gone already.", "One step is one gradient: it is computed once, and then all weights move together."),
    ru=("Веса сдвигаются по очереди, и градиент для каждого уже видит новые значения предыдущих.", "Один шаг — один градиент: его вычисляют один раз, и все веса сдвигают вместе."),
)
def fit_one_weight_after_another(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for j in range(len(w)):
            p = 1 / (1 + np.exp(-(X @ w)))
            w[j] -= learning_rate * np.mean((p - y) * X[:, j])
    return w


@fit_logistic.mistake(
    en=("The result is that of a start with all weights 1.", "The task starts from w = 0, so that everybody gets the same weights."),
    ru=("Результат такой, как если начать с единичных весов.", "По условию начинаем с w = 0, чтобы у всех получились одни и те же веса."),
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
    en=("Whatever the learning rate, the weights are those of the learning rate 1.", "Change learning_rate: do your weights change? Which factor does the step have?"),
    ru=("При любой скорости обучения веса такие, как при скорости 1.", "Измените learning_rate: меняются ли ваши веса? На что умножается шаг?"),
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
    en=("The weights are those of linear regression, without the sigmoid.", "The loop must compare probabilities with the labels, not scores."),
    ru=("Получаются веса линейной регрессии, без сигмоиды.", "Цикл должен сравнивать с метками вероятности, а не взвешенные суммы."),
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
    en=("All steps are equal: each follows the gradient at the zero weights.", "After each step the weights are different, and so are the probabilities. Where must they be computed anew?"),
    ru=("Все шаги одинаковы: каждый идёт по градиенту при нулевых весах.", "После шага веса другие, значит, и вероятности другие. В каком месте цикла их надо посчитать заново?"),
)
def fit_stale_probabilities(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    p = np.full(len(y), 0.5)
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("There is one weight too many, as if X had one more column of ones.", "X already holds everything. How many weights do its columns call for?"),
    ru=("Один вес лишний, как если бы в X был ещё один столбец единиц.", "В X уже есть всё. Сколько весов нужно по числу столбцов?"),
)
def own_column_of_ones(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The steps have the slope of the sigmoid in them and are too short.", "In the log-loss p(1 − p) cancels. Compare with your logistic_gradient."),
    ru=("В шагах остался наклон сигмоиды, и они слишком короткие.", "В логистических потерях p(1 − p) сокращается. Сравните со своим logistic_gradient."),
)
def fit_with_slope(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return w


@fit_logistic.mistake(
    en=("After the first step the function is over, however many steps you ask for.", "How far is your return moved in? The weights come back when the loop is done."),
    ru=("Сколько шагов ни проси, функция заканчивается после первого.", "Какой отступ у вашего return? Веса возвращаются, когда цикл закончен."),
)
def fit_returns_at_once(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        return w


@fit_logistic.mistake(
    en=("One step too many is made.", "With n_steps = 0 the weights must stay zeros. How often does your loop run?"),
    ru=("Сделан один лишний шаг.", "При n_steps = 0 веса должны остаться нулевыми. Сколько раз выполняется ваш цикл?"),
)
def fit_one_step_long(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("With whole numbers in X the function stops with a TypeError.", "An array made in the image of a row of X holds what the row holds, and a step does not fit into whole numbers. Of which type are your first weights?"),
    ru=("Если в X целые числа, функция останавливается с TypeError.", "Массив, созданный по образцу строки X, хранит числа того же типа, а шаг в целые числа не помещается. Какого типа ваши начальные веса?"),
)
def whole_number_weights(X, y, learning_rate, n_steps):
    w = np.zeros_like(X[0])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w -= learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The first column of X is overwritten or taken for ones.", "“X stays as it is”: the intercept is a weight like the others, and its column may or may not be there."),
    ru=("Первый столбец X принят за единицы или перезаписан.", "«X остаётся как есть»: свободный член — такой же вес, как другие, а столбец для него может быть, а может и не быть."),
)
def first_weight_taken_for_intercept(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X[:, 1:]])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The first weight never moves.", "Here nothing is free of anything: all weights make the step, the intercept too."),
    ru=("Первый вес остаётся на месте.", "Здесь исключений нет: шаг делают все веса, и свободный член тоже."),
)
def fit_without_intercept(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        w[0] = 0.0
    return w


@fit_logistic.mistake(
    en=("The steps are those of the mean squared error, (p − y)², not of the log-loss.", "In the log-loss p(1 − p) cancels, and no square brings a 2. Compare with your logistic_gradient."),
    ru=("Это шаги по среднему квадрату (p − y)², а не по логистическим потерям.", "В логистических потерях p(1 − p) сокращается, и двойке взяться неоткуда. Сравните со своим logistic_gradient."),
)
def fit_squared_error(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return w


@fit_logistic.mistake(
    en=("Each step looks at one object only, one after the other.", "That is stochastic descent. Here the gradient of a step is the mean over all objects."),
    ru=("Каждый шаг смотрит только на один объект, по очереди.", "Это стохастический спуск. Здесь градиент шага — среднее по всем объектам."),
)
def fit_one_object_a_step(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(n_steps):
        x, label = X[k % len(y)], y[k % len(y)]
        w = w - learning_rate * (1 / (1 + np.exp(-(x @ w))) - label) * x
    return w


@fit_logistic.mistake(
    en=("There are as many weights as objects.", "Each column of X has a weight. Which of the two numbers in X.shape counts the columns?"),
    ru=("Весов столько, сколько объектов.", "Вес есть у каждого столбца X. Какое из двух чисел в X.shape — число столбцов?"),
)
def fit_weight_for_each_object(X, y, learning_rate, n_steps):
    w = np.zeros(len(X))
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (1 / (1 + np.exp(-(X @ w))) - y) / len(y)
    return w


@fit_logistic.mistake(
    en=("The weights move after every single object: one of your steps is a whole pass through the data.", "That is stochastic descent. Here one step looks at all objects with the old weights. What belongs in the inner loop and what after it?"),
    ru=("Веса сдвигаются после каждого объекта: один ваш шаг — это целый проход по данным.", "Это стохастический спуск. Здесь один шаг смотрит на все объекты при старых весах. Что должно быть во внутреннем цикле, а что после него?"),
)
def fit_moved_after_each_object(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for x, label in zip(X, y):
            w = w - learning_rate * (1 / (1 + np.exp(-(x @ w))) - label) * x
    return w


@fit_logistic.mistake(
    en=("The weights move after every object by its share of the step, so the later objects see newer weights.", "In one step all objects look at the old weights. What belongs in the inner loop and what after it?"),
    ru=("Веса сдвигаются после каждого объекта на его долю шага, и следующие объекты видят уже новые веса.", "В одном шаге все объекты смотрят на старые веса. Что должно быть во внутреннем цикле, а что после него?"),
)
def fit_moved_by_shares(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for x, label in zip(X, y):
            w = w - learning_rate * (1 / (1 + np.exp(-(x @ w))) - label) * x / len(y)
    return w



@fit_logistic.alternative
def fit_in_place(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w += learning_rate * np.mean((y - 1 / (1 + np.exp(-X.dot(w))))[:, None] * X, axis=0)
    return w


@fit_logistic.alternative
def fit_by_lists(X, y, learning_rate, n_steps):
    w = [0.0 for _ in X.T]
    for _ in range(n_steps):
        errors = [0.5 + 0.5 * math.tanh(sum(w * row) / 2) - label for row, label in zip(X, y)]
        w = [a - learning_rate * sum(errors * column) / len(y) for a, column in zip(w, X.T)]
    return w


_LENGTH = "y, p and X have the same length m; a row turned round is the same row, and a factor may stand inside or outside"
_ZEROS = "a table has two axes, and no factor changes a zero"
_ROW = "a row turned round is the same row"
fit_logistic.equal(fit_logistic, "np.zeros(", _ZEROS)
fit_logistic.equal(fit_logistic, "np.exp(-(X @ w))", _ROW)
fit_logistic.equal(fit_logistic, "/ len(y)", _LENGTH + "; and a name that is not read again may hold anything")
fit_logistic.equal(fit_in_place, "np.zeros(", _ZEROS)
fit_logistic.equal(fit_by_lists, "math.tanh", "terms may be added in any order")
fit_logistic.equal(fit_by_lists, "/ len(y)", _LENGTH)
