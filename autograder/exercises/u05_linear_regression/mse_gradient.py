"""Gradient of the mean squared error with respect to w."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u05_linear_regression.shared import X_SHOWN, Y_SHOWN, random_data, random_line


@exercise(points=2)
def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


mse_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN)
mse_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN.reshape(-1, 1))


@mse_gradient.probe("simple")
def _(answer, rng):
    return [answer(*random_line(rng, 3)), answer(rng.normal(size=1), np.full((2, 1), rng.uniform(2.0, 5.0)), rng.normal(scale=2.0, size=2))]


@mse_gradient.probe("general")
def _(answer, rng):
    return [answer(*random_data(rng, m, n)) for m, n in ((5, 2), (9, 4), (3, 5))]


@mse_gradient.probe("vector")
def _(answer, rng):
    w, X, y = random_data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse_gradient.mistake(
    en=("The 2 of the square is missing.", "Differentiate a single square by the rule for a power and see which factor appears."),
    ru=("Потеряна двойка от квадрата.", "Продифференцируйте один квадрат по правилу для степени: какой множитель появляется?"),
)
def factor_two_lost(w, X, y):
    return X.T @ (X @ w - np.ravel(y)) / len(X)


@mse_gradient.mistake(
    en=("The gradient is a sum, not a mean.", "MSE has 1/m in front, and a constant factor stays when you differentiate."),
    ru=("Градиент посчитан как сумма, а не как среднее.", "Перед суммой в MSE стоит 1/m, а постоянный множитель при дифференцировании сохраняется."),
)
def mean_lost(w, X, y):
    return 2 * X.T @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("Every component has the opposite sign.", "Where the prediction is too large, a larger weight makes it worse. Is your residual prediction minus answer?"),
    ru=("У всех компонент обратный знак.", "Если предсказание слишком велико, рост веса делает только хуже. Ваше отклонение — предсказание минус ответ?"),
)
def residual_reversed(w, X, y):
    return 2 / len(X) * X.T @ (np.ravel(y) - X @ w)


@mse_gradient.mistake(
    en=("The residuals are not multiplied by the features.", "The chain rule adds the inner derivative: how does the prediction change when one weight changes?"),
    ru=("Отклонения не умножены на признаки.", "Цепное правило добавляет внутреннюю производную: как меняется предсказание, когда меняется один вес?"),
)
def inner_derivative_lost(w, X, y):
    return np.full(len(w), 2 * np.mean(X @ w - np.ravel(y)))


@mse_gradient.mistake(
    en=("With y of shape (m, 1) the result is a table instead of a vector.", "Print the shape of the residuals for such a y. Give y the shape (m,) first."),
    ru=("Если y имеет форму (m, 1), получается таблица, а не вектор.", "Напечатайте форму отклонений для такого y. Сначала приведите y к форме (m,)."),
)
def column_makes_a_table(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - y)


@mse_gradient.mistake(
    en=("The mean is taken over the weights, not over the objects.", "X has m rows and n columns. By which of the two numbers do you divide?"),
    ru=("Усреднение идёт по весам, а не по объектам.", "В X m строк и n столбцов. На какое из этих чисел вы делите?"),
)
def wrong_count(w, X, y):
    return 2 / X.shape[1] * X.T @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("All partial derivatives are added into one number.", "A gradient has one component for each weight. Over which direction may the sum run?"),
    ru=("Все частные производные сложены в одно число.", "В градиенте для каждого веса своя компонента. По какому направлению можно суммировать?"),
)
def one_number(w, X, y):
    return 2 * np.sum(X * (X @ w - np.ravel(y))[:, None]) / len(X)


@mse_gradient.mistake(
    en=("The answers are left out.", "The gradient looks at the residuals, and a residual is more than a prediction."),
    ru=("Правильные ответы не участвуют.", "В градиент входят отклонения, а отклонение — это не само предсказание."),
)
def answers_left_out(w, X, y):
    return 2 / len(X) * X.T @ (X @ w)


@mse_gradient.alternative
def gradient_by_loop(w, X, y):
    m, n = X.shape
    y = np.array(y).reshape(m)
    g = [0.0] * n
    for i in range(m):
        residual = sum(X[i, j] * w[j] for j in range(n)) - y[i]
        for j in range(n):
            g[j] += 2 * residual * X[i, j] / m
    return g


@mse_gradient.alternative
def gradient_by_mean(w, X, y):
    r = X.dot(w) - np.asarray(y).ravel()
    return np.mean(2 * r[:, np.newaxis] * X, axis=0)


@mse_gradient.alternative
def gradient_multiplied_out(w, X, y):
    m = X.shape[0]
    return 2 * (X.T @ X @ w / m - X.T @ np.ravel(y) / m)
