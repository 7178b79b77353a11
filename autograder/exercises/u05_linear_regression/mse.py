"""Mean squared error of the predictions X @ w."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u05_linear_regression.shared import X_SHOWN, Y_SHOWN, random_data, random_line


@exercise(points=1)
def mse(w, X, y):
    return float(np.mean((X @ w - np.ravel(y)) ** 2))


mse.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN)
mse.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN.reshape(-1, 1))


@mse.probe("simple")
def _(answer, rng):
    return [answer(*random_line(rng, 3)), answer(rng.normal(size=1), np.ones((2, 1)), rng.normal(scale=2.0, size=2))]


@mse.probe("general")
def _(answer, rng):
    return [answer(*random_data(rng, m, n)) for m, n in ((5, 2), (9, 4), (4, 1))]


@mse.probe("vector")
def _(answer, rng):
    w, X, y = random_data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse.mistake(
    en=("The squares are added up but not averaged.", "MSE means mean squared error: what does the formula have in front of the sum?"),
    ru=("Квадраты сложены, но среднее не взято.", "В формуле MSE перед суммой стоит множитель. Какой?"),
)
def sum_not_mean(w, X, y):
    return np.sum((X @ w - np.ravel(y)) ** 2)


@mse.mistake(
    en=("The result is half of what it should be.", "Some books put 1/(2m) in front of the sum. The formula of this course has 1/m."),
    ru=("Результат вдвое меньше нужного.", "В некоторых книгах перед суммой стоит 1/(2m). В формуле нашего курса — 1/m."),
)
def halved(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2) / 2


@mse.mistake(
    en=("This is the mean absolute error.", "The residuals have to be squared before they are averaged."),
    ru=("Это средняя абсолютная ошибка.", "Прежде чем усреднять, отклонения нужно возвести в квадрат."),
)
def absolute(w, X, y):
    return np.mean(np.abs(X @ w - np.ravel(y)))


@mse.mistake(
    en=("A square root is taken at the end.", "That is RMSE, another measure. Compare the last operation with the formula."),
    ru=("В конце извлечён корень.", "Это RMSE, другая мера. Сравните последнее действие с формулой."),
)
def rooted(w, X, y):
    return np.sqrt(np.mean((X @ w - np.ravel(y)) ** 2))


@mse.mistake(
    en=("The mean is taken first and squared afterwards.", "Residuals of opposite signs must not cancel: in which order do the square and the mean come?"),
    ru=("Сначала взято среднее, а потом квадрат.", "Отклонения разных знаков не должны сокращаться: в каком порядке идут квадрат и среднее?"),
)
def mean_then_square(w, X, y):
    return np.mean(X @ w - np.ravel(y)) ** 2


@mse.mistake(
    en=("With y of shape (m, 1) the subtraction makes a whole table of m × m numbers.", "Print the shape of the residuals for such a y. Give y the shape (m,) first."),
    ru=("Если y имеет форму (m, 1), вычитание даёт целую таблицу m × m.", "Напечатайте форму отклонений для такого y. Сначала приведите y к форме (m,)."),
)
def column_spreads(w, X, y):
    return np.mean((X @ w - y) ** 2)


@mse.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which side of X counts them?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Какая сторона X их считает?"),
)
def divided_by_weights(w, X, y):
    return np.sum((X @ w - np.ravel(y)) ** 2) / X.shape[1]


@mse.alternative
def mse_by_loop(w, X, y):
    m, total = len(X), 0.0
    for i in range(m):
        prediction = 0.0
        for j in range(len(w)):
            prediction += w[j] * X[i][j]
        total += (prediction - float(np.reshape(y, m)[i])) ** 2
    return total / m


@mse.alternative
def mse_by_dot(w, X, y):
    r = np.asarray(y).flatten() - np.dot(X, w)
    return r.dot(r) / r.size
