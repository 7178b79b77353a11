"""Gradient of the mean squared error with respect to w."""

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


@exercise(points=2)
def mse_gradient(w, X, y):
    return 2 / X.shape[0] * X.T @ (X @ w - np.ravel(y))


# As many objects as weights: here a table that is not turned over gives numbers, and no error.
mse_gradient.example(np.array([1.0, -1.0, 0.5]), np.array([[1.0, 2.0, 0.0], [1.0, -1.0, 3.0], [1.0, 4.0, -2.0]]), np.array([1.0, 2.0, 0.5]))
mse_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN)
mse_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN.reshape(-1, 1))
mse_gradient.example(np.array([1, 1]), X_IN_THE_TEXT, Y_IN_THE_TEXT)
mse_gradient.example(np.array([1, 2]), np.array([[1, 1], [1, 3], [1, 0]]), np.array([4, 4, 0]))


@mse_gradient.probe("simple")
def _(answer, rng):
    return [answer(*random_line(rng, 3)), answer(rng.normal(size=1), np.full((2, 1), rng.uniform(2.0, 5.0)), rng.normal(scale=2.0, size=2))]


@mse_gradient.probe("general")
def _(answer, rng):
    return [answer(*random_data(rng, m, n)) for m, n in ((4, 4), (5, 2), (9, 4), (3, 5))]


@mse_gradient.probe("vector")
def _(answer, rng):
    w, X, y = random_data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = whole_data(rng, 7, 3)
    return [answer(w, X, y), answer(w[:2], rng.normal(size=(5, 2)), y[:5])]


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
    en=("The whole factor in front of the product is missing.", "A square brings its own factor, and so does the mean. Compare with the formula of the task."),
    ru=("Нет всего множителя перед произведением.", "Свой множитель даёт квадрат и свой — среднее. Сравните с формулой из задания."),
)
def whole_factor_lost(w, X, y):
    return X.T @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("The residuals meet the rows of the table where the columns are due.", "Each weight belongs to a column of X. What does the small T in the formula do, and where is it in your product?"),
    ru=("Остатки умножаются на строки таблицы, а нужно на столбцы.", "Каждому весу отвечает столбец X. Что делает маленькая T в формуле и где она в вашем произведении?"),
)
def not_turned_over(w, X, y):
    return 2 / len(X) * X @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("The numbers may be right, but they stand in a column of shape (n, 1).", "The task asks for the shape (n,). Print the shapes of what you multiply: which of them has two dimensions without need?"),
    ru=("Числа могут быть верны, но они стоят столбцом формы (n, 1).", "В задании нужна форма (n,). Напечатайте формы того, что умножаете: у чего два измерения без нужды?"),
)
def a_column_comes_back(w, X, y):
    return 2 / len(X) * X.T @ (X @ w.reshape(-1, 1) - y.reshape(-1, 1))


@mse_gradient.mistake(
    en=("When the weights are whole numbers, the fractions of the gradient are cut off.", "An array made after the pattern of w has the kind of its elements. Where does your code collect the components?"),
    ru=("Когда веса целые, у градиента отбрасывается дробная часть.", "Массив, созданный по образцу w, наследует тип его элементов. Куда ваш код складывает компоненты?"),
)
def gradient_cut_off(w, X, y):
    g, r = np.zeros_like(w), X @ w - np.ravel(y)
    for j in range(len(w)):
        g[j] = 2 * np.mean(r * X[:, j])
    return g


@mse_gradient.mistake(
    en=("Every component has the opposite sign.", "Where the prediction is too large, a larger weight makes it worse. Is your residual prediction minus answer?"),
    ru=("У всех компонент обратный знак.", "Если предсказание слишком велико, рост веса делает только хуже. Ваш остаток — предсказание минус ответ?"),
)
def residual_reversed(w, X, y):
    return 2 / len(X) * X.T @ (np.ravel(y) - X @ w)


@mse_gradient.mistake(
    en=("The residuals are not multiplied by the features.", "The chain rule adds the inner derivative: how does the prediction change when one weight changes?"),
    ru=("Остатки не умножены на признаки.", "Цепное правило добавляет внутреннюю производную: как меняется предсказание, когда меняется один вес?"),
)
def inner_derivative_lost(w, X, y):
    return np.full(len(w), 2 * np.mean(X @ w - np.ravel(y)))


@mse_gradient.mistake(
    en=("With y of shape (m, 1) the result is a table instead of a vector.", "Print the shape of the residuals for such a y. The task of mse says how to make (m,) of both shapes."),
    ru=("Если y имеет форму (m, 1), получается таблица, а не вектор.", "Напечатайте форму остатков для такого y. В задании mse сказано, как привести обе формы к (m,)."),
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
    en=("The result is one number, the sum of all partial derivatives.", "A gradient has one component for each weight. Over which direction may the sum run?"),
    ru=("Получилось одно число — сумма всех частных производных.", "В градиенте для каждого веса своя компонента. По какому направлению можно суммировать?"),
)
def one_number(w, X, y):
    return 2 * np.sum(X * (X @ w - np.ravel(y))[:, None]) / len(X)


@mse_gradient.mistake(
    en=("The result is that for answers which are all zero.", "The gradient looks at the residuals, and a residual is more than a prediction."),
    ru=("Получается так, будто все ответы y равны нулю.", "В градиент входят остатки, а остаток — это не само предсказание."),
)
def answers_left_out(w, X, y):
    return 2 / len(X) * X.T @ (X @ w)


@mse_gradient.mistake(
    en=("The residuals come back, times 2/m: one number for each object.", "The gradient has one number for each weight. How does a weight enter a prediction, and what factor does that leave?"),
    ru=("Возвращаются остатки, умноженные на 2/m: по числу на каждый объект.", "В градиенте по числу на каждый вес. Как вес входит в предсказание и какой множитель от этого остаётся?"),
)
def residuals_alone(w, X, y):
    return 2 / X.shape[0] * (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("The mean residual is multiplied by the mean of each column.", "Each residual meets the row of its own object. Which comes first, the product or the mean?"),
    ru=("Средний остаток умножен на среднее каждого столбца.", "Каждый остаток встречается со строкой своего объекта. Что сначала: произведение или среднее?"),
)
def means_multiplied(w, X, y):
    return 2 * np.mean(X @ w - np.ravel(y)) * np.mean(X, axis=0)


@mse_gradient.mistake(
    en=("The answers are added up and taken from every component.", "Open the brackets of the formula: with what is y multiplied then?"),
    ru=("Ответы просуммированы и вычтены из каждой компоненты.", "Раскройте скобки в формуле: на что тогда умножается y?"),
)
def answers_added_up(w, X, y):
    return 2 / len(X) * (X.T @ X @ w - np.sum(y))


@mse_gradient.mistake(
    en=("What comes back are the weights after a step of descent with the rate 0.01.", "This function is asked for the gradient alone; the step is made by whoever calls it."),
    ru=("Возвращаются веса после шага спуска со скоростью 0.01.", "От этой функции нужен только градиент, а шаг сделает тот, кто её вызовет."),
)
def step_of_a_hundredth(w, X, y):
    return w - 0.01 * 2 / len(X) * X.T @ (X @ w - np.ravel(y))


@mse_gradient.alternative
def gradient_by_loop(w, X, y):
    g = 0.0
    for row, due in zip(X, np.ravel(y)):
        g = g + 2 / len(y) * (row @ w - due) * row
    return g


@mse_gradient.alternative
def gradient_by_mean(w, X, y):
    r = X.dot(w) - np.asarray(y).ravel()
    return 2 * np.mean(r[:, np.newaxis] * X, axis=0)


@mse_gradient.alternative
def gradient_multiplied_out(w, X, y):
    return 2 / len(y) * (X.T @ X @ w - np.ravel(y) @ X)


mse_gradient.equal(mse_gradient, "(X @ w - np.ravel(y))", "a vector turned over is the same, the same factors are only grouped in another way, and y has as many rows as X")
mse_gradient.equal(gradient_by_loop, "(row @ w - due)", "a vector turned over is the same, the same factors are only grouped in another way, and y has as many rows as X")
mse_gradient.equal(gradient_multiplied_out, "X.T @ X @ w", "X.T @ X is symmetric, a vector turned over is the same, the same factors are only grouped in another way, and y has as many rows as X")
