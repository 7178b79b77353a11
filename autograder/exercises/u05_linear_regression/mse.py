"""Mean squared error of the predictions X @ w."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u05_linear_regression.shared import (
    X_IN_THE_TEXT,
    X_SHOWN,
    Y_IN_THE_TEXT,
    Y_SHOWN,
    random_data,
    random_line,
    whole_data,
)


@exercise(points=1)
def mse(w, X, y):
    return float(np.mean((X @ w - np.ravel(y)) ** 2))


mse.example(np.array([1.0, -1.0, 0.5]), np.array([[1.0, 2.0, 0.0], [1.0, -1.0, 3.0], [1.0, 4.0, -2.0], [1.0, 0.0, 5.0], [1.0, 1.0, -3.0]]), np.array([1.0, 2.0, 0.5, 4.0, -2.5]))
mse.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN)
mse.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN.reshape(-1, 1))
mse.example(np.array([0.5, 1.0]), np.array([[2.0, -1.0], [0.5, 3.0], [-1.0, 1.5]]), np.array([1, 2, -1]))  # no ones
mse.example(np.array([1, 1]), X_IN_THE_TEXT, Y_IN_THE_TEXT)


@mse.probe("simple")
def _(answer, rng):
    return [answer(*random_line(rng, 3)), answer(rng.normal(size=1), np.ones((2, 1)), rng.normal(scale=2.0, size=2))]


@mse.probe("general")
def _(answer, rng):
    return [answer(*random_data(rng, m, n)) for m, n in ((5, 2), (9, 4), (4, 1), (3, 3))]


@mse.probe("vector")
def _(answer, rng):
    w, X, y = random_data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = whole_data(rng, 7, 3)
    return [answer(w, X, y), answer(rng.normal(size=2), rng.normal(size=(5, 2)), y[:5])]


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
    ru=("Это средняя абсолютная ошибка.", "Прежде чем усреднять, остатки нужно возвести в квадрат."),
)
def absolute(w, X, y):
    return np.mean(np.abs(X @ w - np.ravel(y)))


@mse.mistake(
    en=("The result is the root of the right one.", "That is RMSE, another measure. Compare the last operation with the formula."),
    ru=("Получился корень из нужного числа.", "Это RMSE, другая мера. Сравните последнее действие с формулой."),
)
def rooted(w, X, y):
    return np.sqrt(np.mean((X @ w - np.ravel(y)) ** 2))


@mse.mistake(
    en=("The mean is taken first and squared afterwards.", "Residuals of opposite signs must not cancel: in which order do the square and the mean come?"),
    ru=("Сначала взято среднее, а потом квадрат.", "Остатки разных знаков не должны сокращаться: в каком порядке идут квадрат и среднее?"),
)
def mean_then_square(w, X, y):
    return np.mean(X @ w - np.ravel(y)) ** 2


@mse.mistake(
    en=("With y of shape (m, 1) the result is a mean over a whole table of m × m residuals.", "Print the shape of the residuals for such a y. The task says how to make (m,) of both shapes."),
    ru=("Если y имеет форму (m, 1), получается среднее по целой таблице из m × m остатков.", "Напечатайте форму остатков для такого y. В задании сказано, как привести обе формы к (m,)."),
)
def column_spreads(w, X, y):
    return np.mean((X @ w - y) ** 2)


@mse.mistake(
    en=("With y of shape (m, 1) the sum runs over a whole table of m × m residuals.", "How many residuals are there, and how many does your code have for such a y? Print their shape."),
    ru=("Если y имеет форму (m, 1), складывается целая таблица из m × m остатков.", "Сколько должно быть остатков и сколько их в вашем коде при таком y? Напечатайте их форму."),
)
def column_spreads_in_the_sum(w, X, y):
    return np.sum((X @ w - y) ** 2) / len(X)


@mse.mistake(
    en=("With y of shape (m, 1) the result is an array with one number in it, not a number.", "Each row of such a y is itself an array. Give y the shape (m,) before you take its elements."),
    ru=("Если y имеет форму (m, 1), получается массив из одного числа, а не число.", "Каждая строка такого y — сама массив. Сначала приведите y к форме (m,), потом берите элементы."),
)
def one_in_brackets(w, X, y):
    total = 0.0
    for i in range(len(X)):
        total = total + (X[i] @ w - y[i]) ** 2
    return total / len(X)


@mse.mistake(
    en=("The first column of X is taken for ones.", "Not every X has a column of ones. The prediction multiplies each weight by what stands in its column, the first one too."),
    ru=("Первый столбец X принят за столбец единиц.", "Столбец единиц есть не в каждой X. В предсказании каждый вес умножается на то, что стоит в его столбце, и первый тоже."),
)
def ones_taken_for_granted(w, X, y):
    return np.mean((w[0] + X[:, 1:] @ w[1:] - np.ravel(y)) ** 2)


@mse.mistake(
    en=("When the answers are whole numbers, the fractions of the predictions are cut off.", "NumPy makes an array of whole numbers from whole numbers. In which array do you collect the predictions, and of what kind are its elements?"),
    ru=("Когда ответы целые, у предсказаний отбрасывается дробная часть.", "Из целых чисел NumPy делает целочисленный массив. В какой массив вы собираете предсказания и какого типа его элементы?"),
)
def fractions_cut_off(w, X, y):
    y = np.ravel(y)
    predictions = np.zeros_like(y)
    for i in range(len(y)):
        predictions[i] = X[i] @ w
    return np.mean((predictions - y) ** 2)


@mse.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which side of X counts them?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Какая сторона X их считает?"),
)
def divided_by_weights(w, X, y):
    return np.sum((X @ w - np.ravel(y)) ** 2) / X.shape[1]


@mse.mistake(
    en=("This is the variance of the residuals: their mean is taken away first.", "If all predictions are one too high, how large is the error, and what does your function say?"),
    ru=("Это дисперсия остатков: сначала вычтено их среднее.", "Если все предсказания завышены на единицу, чему равна ошибка и что говорит ваша функция?"),
)
def variance_of_the_residuals(w, X, y):
    return np.var(X @ w - np.ravel(y))


@mse.alternative
def mse_by_loop(w, X, y):
    total = 0.0
    for row, due in zip(X, np.ravel(y)):
        prediction = sum(a * b for a, b in zip(row, w))
        total += (prediction - due) ** 2
    return total / len(X)


@mse.alternative
def mse_by_dot(w, X, y):
    r = np.asarray(y).flatten() - np.dot(X, w)
    return r.dot(r) / r.size


mse.equal(mse, "np.ravel(y)", "a square does not see the sign, and what has one axis is the same along it and turned over")
mse.equal(mse_by_loop, "(prediction - due) ** 2", "a square does not see the sign")
mse.equal(mse_by_loop, "zip(row, w)", "a product does not see the order")
mse.equal(mse_by_loop, "len(X)", "there are as many answers as rows")
mse.equal(mse_by_dot, "np.dot(X, w)", "a square does not see the sign, and for a table and a vector these products are one")
mse.equal(mse_by_dot, "r.size", "there are as many answers as residuals")
