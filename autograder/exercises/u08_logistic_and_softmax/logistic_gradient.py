"""Gradient of the mean log-loss of logistic regression."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data, whole_data


@exercise(points=2)
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


logistic_gradient.example(  # with two weights 2/n is 1
    np.array([0.5, -1.0, 0.25]), np.array([[1.0, 0.5, 0.0], [1.0, -1.0, 2.0], [1.0, 1.5, -0.5], [1.0, 0.0, 1.0]]), np.array([1.0, 0.0, 0.0, 1.0])
)
logistic_gradient.example(np.array([1.0, 1.0]), X_SHOWN, Y_SHOWN)
logistic_gradient.example(np.array([0, 0]), np.array([[1, 2], [1, 4]]), np.array([1, 0]))
logistic_gradient.example(np.array([0.5, -1.0, 2.0]), np.array([[2.0, 0.5, 1.0], [-1.0, 3.0, 0.0]]), np.array([0.0, 1.0]))


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


@logistic_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    """A table without ones, of whole numbers: they are numbers too. And a table with a single column."""
    w, X, y = whole_data(rng, 5, 3)
    return [answer(w, X, y), answer(w[:2], X[:4, :2], y[:4]), answer(w[:1], X[:, :1], y)]


@logistic_gradient.mistake(
    en=("The result is m times too large: a sum, not a mean.", "The loss has 1/m in front of its sum, and a constant factor stays when you differentiate."),
    ru=("Результат в m раз больше нужного: это сумма, а не среднее.", "Перед суммой в потерях стоит 1/m, а постоянный множитель при дифференцировании сохраняется."),
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
    en=("The result is that of scores that are compared with the labels directly.", "A score can be 7 or −3, a label is 0 or 1. What turns one into something comparable with the other?"),
    ru=("Результат такой, как если сравнивать с метками сами взвешенные суммы.", "Сумма бывает 7 или −3, а метка — 0 или 1. Что делает их сравнимыми?"),
)
def sigmoid_lost(w, X, y):
    return X.T @ (X @ w - y) / len(y)


@logistic_gradient.mistake(
    en=("The slope of the sigmoid is still in the result: it is half the gradient of the squared error.", "Go through the derivation once more: against what does p(1 − p) cancel?"),
    ru=("В результате остался наклон сигмоиды: это половина градиента квадратичных потерь.", "Пройдите вывод ещё раз: с чем сокращается p(1 − p)?"),
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
    en=("Every component is the same: the mean of the differences p − y.", "The last link of the chain: how does the score change when one weight changes?"),
    ru=("Все компоненты одинаковы: это среднее разностей p − y.", "Последнее звено цепочки: как меняется взвешенная сумма, когда меняется один вес?"),
)
def features_lost(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.full(len(w), np.mean(p - y))


@logistic_gradient.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which of the two lengths of X counts them: the number of rows or of columns?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Что из формы X говорит, сколько их: число строк или число столбцов?"),
)
def divided_by_n(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(w)


@logistic_gradient.mistake(
    en=("The result is that of labels 0 and 1 in place of the probabilities, an exact half counted as 0.", "The gradient needs how sure the model is, not only which side it chose."),
    ru=("Результат такой, как если вместо вероятностей взять метки 0 и 1 (ровно половина идёт за 0).", "Градиенту важно, насколько модель уверена, а не только какую сторону она выбрала."),
)
def hard_labels(w, X, y):
    return X.T @ ((X @ w > 0) - y) / len(y)


@logistic_gradient.mistake(
    en=("The result is that of a sigmoid without brackets, where 1 / 1 is worked out first.", "Every probability must stay below 1. What does your sigmoid divide, and by what?"),
    ru=("Результат такой, как с сигмоидой без скобок: там сначала вычисляется 1 / 1.", "Каждая вероятность должна быть меньше 1. Что и на что делит ваша сигмоида?"),
)
def brackets_of_the_slide(w, X, y):
    p = 1 / 1 + np.exp(-(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("p and 1 − p have changed places.", "A large positive score must give a probability near 1. What does your sigmoid give at z = 5?"),
    ru=("Вероятности p и 1 − p поменялись местами.", "Большой положительной взвешенной сумме отвечает вероятность около 1. Что даёт ваша сигмоида при z = 5?"),
)
def minus_in_exponent_lost(w, X, y):
    p = 1 / (1 + np.exp(X @ w))
    return X.T @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("The result is that of labels 0 and 1 in place of the probabilities.", "With all weights 0 no object is surer than another, and p is 0.5, not 1. What does the gradient compare with y?"),
    ru=("Результат такой, как если вместо вероятностей взять метки 0 и 1.", "При нулевых весах ни один объект не увереннее другого, и p равна 0.5, а не 1. Что градиент сравнивает с y?"),
)
def hard_labels_from_one_half(w, X, y):
    return X.T @ ((X @ w >= 0) - y) / len(y)


@logistic_gradient.mistake(
    en=("The function stops with a ValueError, as NumPy does when shapes do not fit.", "Write down the shapes: X is (m, n), w is (n,), p − y is (m,), and the gradient has to be (n,). Which product gives which?"),
    ru=("Функция останавливается с ValueError: так NumPy отвечает, когда формы не сходятся.", "Выпишите формы: X — (m, n), w — (n,), p − y — (m,), а у градиента должна быть (n,). Какое произведение что даёт?"),
)
def shapes_do_not_fit(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X @ (p - y) / len(y)


@logistic_gradient.mistake(
    en=("A single number comes back: the mean over the components.", "The mean is over the objects, and every weight has a component of its own."),
    ru=("Возвращается одно число: среднее по компонентам.", "Усреднять нужно по объектам, а у каждого веса своя компонента."),
)
def mean_of_components(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return np.mean(X.T @ (p - y))


@logistic_gradient.mistake(
    en=("With whole numbers in w and X the slopes lose everything behind the point.", "An array made in the image of another one holds what that one holds. Of which type is yours?"),
    ru=("Если в w и X целые числа, наклоны теряют дробную часть.", "Массив, созданный по образцу другого, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_slopes(w, X, y):
    slopes = np.zeros_like(w)
    p = 1 / (1 + np.exp(-(X @ w)))
    slopes[:] = X.T @ (p - y) / len(y)
    return slopes


@logistic_gradient.mistake(
    en=("The result is right only if the first column of X holds ones.", "The task says: if there is one. The formula treats all columns of X alike."),
    ru=("Результат верен, только если первый столбец X состоит из единиц.", "В условии сказано: если он есть. В формуле все столбцы X равноправны."),
)
def first_column_taken_for_ones(w, X, y):
    p = 1 / (1 + np.exp(-(w[0] + X[:, 1:] @ w[1:])))
    return np.append(np.mean(p - y), X[:, 1:].T @ (p - y) / len(y))


@logistic_gradient.mistake(
    en=("The mean of the differences p − y is multiplied by the mean of the objects.", "A mean of products is not the product of the means. Each object brings its own difference and its own features: multiply first, then average."),
    ru=("Среднее разностей p − y умножено на средний объект.", "Среднее произведений — не то же, что произведение средних. У каждого объекта своя разность и свои признаки: сначала умножьте, потом усредняйте."),
)
def means_multiplied(w, X, y):
    return np.mean(1 / (1 + np.exp(-(X @ w))) - y) * np.mean(X, axis=0)


@logistic_gradient.mistake(
    en=("Every object has a row of its own in the result.", "These are the gradients of single objects. The gradient of the mean loss is their mean: one number for each weight."),
    ru=("В результате у каждого объекта своя строка.", "Это градиенты отдельных объектов. Градиент средних потерь — их среднее: по одному числу на каждый вес."),
)
def gradient_of_each_object(w, X, y):
    return (1 / (1 + np.exp(-(X @ w))) - y)[:, None] * X


@logistic_gradient.mistake(
    en=("This is the gradient of the mean squared error, (p − y)², not of the log-loss.", "Go through the derivation once more: in the log-loss p(1 − p) cancels, and no square brings a 2."),
    ru=("Это градиент среднего квадрата (p − y)², а не логистических потерь.", "Пройдите вывод ещё раз: в логистических потерях p(1 − p) сокращается, и двойке взяться неоткуда."),
)
def gradient_of_squared_error(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)


@logistic_gradient.mistake(
    en=("The sigmoid is taken of every term, before they are added up.", "The score of an object is one number, the sum of all its terms. The sigmoid bends that."),
    ru=("Сигмоида взята от каждого слагаемого, до сложения.", "Взвешенная сумма объекта — одно число, сумма всех слагаемых. Его и изгибает сигмоида."),
)
def sigmoid_of_the_terms(w, X, y):
    p = np.sum(1 / (1 + np.exp(-X * w)), axis=1)
    return X.T @ (p - y) / len(y)


@logistic_gradient.alternative
def gradient_by_loop(w, X, y):
    slopes = [0.0] * len(w)
    for row, label in zip(X, y):
        p = 1 / (1 + math.exp(-sum(w * row)))
        for j, value in enumerate(row):
            slopes[j] += (p - label) * value / len(y)
    return slopes


@logistic_gradient.alternative
def gradient_by_mean_of_rows(w, X, y):
    p = 0.5 * (1 + np.tanh(np.dot(X, w) / 2))
    return np.mean((p - y)[:, None] * X, axis=0)


@logistic_gradient.alternative
def gradient_from_the_left(w, X, y):
    e = np.exp(X @ w)
    return (e / (1 + e) - y) @ X / len(y)


_ROW = "a row turned round is the same row"
_LENGTH = "y, p and X have the same length m; a row turned round is the same row, and a factor may stand inside or outside"
logistic_gradient.equal(logistic_gradient, "np.exp(-(X @ w))", _ROW)
logistic_gradient.equal(logistic_gradient, "/ len(y)", _LENGTH)
logistic_gradient.equal(gradient_by_loop, "math.exp(", "the probability may be computed anew for every weight")
logistic_gradient.equal(gradient_by_loop, "/ len(y)", _LENGTH)
logistic_gradient.equal(gradient_by_mean_of_rows, "np.dot", "of a table and a row np.matmul and np.inner make the same")
logistic_gradient.equal(gradient_from_the_left, "np.exp(X @ w)", _ROW)
logistic_gradient.equal(gradient_from_the_left, "/ len(y)", _LENGTH)
