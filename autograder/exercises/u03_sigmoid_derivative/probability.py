"""Probability of every object: the sigmoid of c + x1*w1 + ... + xn*wn."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def probability(c, w, X):
    z = c + X @ w
    return 0.5 * (1 + np.tanh(z / 2))


probability.example(0.5, np.array([1.0, -2.0]), np.array([[1.0, 1.0], [3.0, 0.5], [0.0, 0.0]]))
probability.example(-1.0, np.array([2.0, 0.5]), np.array([[1.0, 4.0], [0.5, 0.0]]))
probability.example(-1.0, np.array([0.3, 0.2, -0.1]), np.array([[2.0, 1.0, 4.0], [5.0, 5.0, 0.0]]))


@probability.probe("simple")
def _(answer, rng):
    c = [float(value) for value in rng.uniform((0.2, -1.0), (1.0, -0.2))]
    return [
        answer(c[0], rng.uniform(0.3, 1.5, size=2), rng.normal(size=(3, 2))),
        answer(c[1], rng.uniform(1.0, 2.5, size=1), rng.uniform(0.4, 1.6, size=(2, 1))),
    ]


@probability.probe("general")
def _(answer, rng):
    return [
        answer(float(rng.normal()) + 0.5, rng.normal(size=n), rng.normal(size=(m, n)))
        for m, n in ((5, 3), (2, 6), (4, 4))
    ] + [answer(int(rng.choice([-1, 1])), rng.integers(-1, 2, size=3), rng.permutation(9).reshape(3, 3) - 4)]


@probability.probe("edge", credit=0.5)
def _(answer, rng):
    c = [float(value) for value in rng.uniform((0.4, -1.6, 0.2), (1.2, -0.6, 0.8))]
    return [
        answer(c[0], rng.normal(size=3), rng.normal(size=(1, 3))),
        answer(c[1], np.zeros(2), rng.normal(size=(4, 2))),
        answer(c[2], 4.0 * rng.normal(size=5), rng.normal(size=(3, 5))),
    ]


@probability.mistake(
    en=("The brackets below the line are missing, and the result is above 1.", "A probability is never above 1. What belongs at the bottom of the fraction as a whole?"),
    ru=("В знаменателе нет скобок, и результат больше 1.", "Вероятность не бывает больше 1. Что целиком должно стоять в знаменателе?"),
)
def slide_taken_literally(c, w, X):
    return 1 / 1 + np.exp(-(c + X @ w))


@probability.mistake(
    en=("The result is that of a minus in the exponent that reaches only c.", "The minus belongs to the whole sum. What holds the sum together in your code?"),
    ru=("Результат такой, как если минус в показателе относится только к c.", "Минус относится ко всей сумме. Что в вашем коде держит её вместе?"),
)
def minus_before_c_only(c, w, X):
    return 1 / (1 + np.exp(-c + X @ w))


@probability.mistake(
    en=("You get the probability of the other class, as when the minus in the exponent is missing.", "A larger score must give a larger probability."),
    ru=("Получается вероятность другого класса, как если в показателе нет минуса.", "Чем больше сумма, тем больше должна быть вероятность."),
)
def other_class(c, w, X):
    return 1 / (1 + np.exp(c + X @ w))


@probability.mistake(
    en=("The intercept c is left out.", "With all weights 0 the probability is σ(c), not one half."),
    ru=("Пропущен свободный член c.", "Если все веса равны 0, вероятность равна σ(c), а не одной второй."),
)
def no_intercept(c, w, X):
    return 1 / (1 + np.exp(-(X @ w)))


@probability.mistake(
    en=("c is added to every weight, so it is multiplied by the features too.", "The intercept enters the sum once, with no feature beside it."),
    ru=("c прибавлено к каждому весу и поэтому умножается ещё и на признаки.", "Свободный член входит в сумму один раз и ни на что не умножается."),
)
def intercept_in_the_weights(c, w, X):
    return 1 / (1 + np.exp(-(X @ (c + w))))


@probability.mistake(
    en=("The answer is the score; σ has not been applied.", "A score can be any number, a probability lies between 0 and 1."),
    ru=("Это сумма, к которой ещё не применена σ.", "Сумма может быть любой, а вероятность лежит между 0 и 1."),
)
def score_only(c, w, X):
    return c + X @ w


@probability.mistake(
    en=("The products are not added up: there is a number for every feature.", "Each row of X is one object and gets one probability."),
    ru=("Произведения не сложены: получилось по числу на каждый признак.", "Строка X — это один объект, и вероятность у него одна."),
)
def not_added_up(c, w, X):
    return 1 / (1 + np.exp(-(c + X * w)))


@probability.mistake(
    en=("Everything is added up into one number.", "Add within each row only: m objects get m probabilities."),
    ru=("Всё сложено в одно число.", "Складывать надо внутри строки: у m объектов m вероятностей."),
)
def one_sum_for_all(c, w, X):
    return 1 / (1 + np.exp(-(c + np.sum(X * w))))


@probability.mistake(
    en=("c is added once for every feature.", "Write the sum of the reading for two features: how often does c stand in it?"),
    ru=("c прибавлено по разу на каждый признак.", "Выпишите сумму из текста для двух признаков: сколько раз в ней стоит c?"),
)
def intercept_for_each_feature(c, w, X):
    return 1 / (1 + np.exp(-np.sum(c + X * w, axis=1)))


@probability.mistake(
    en=("Where X is not square the shapes do not fit, as when its rows and columns have changed places.", "X has one row per object and one column per weight. Which shapes meet in your code, and which side of X must w meet?"),
    ru=("Если таблица X не квадратная, формы не подходят друг к другу, как если её строки и столбцы поменялись местами.", "В X строка — это объект, а столбец отвечает весу. Какие формы встречаются у вас в коде и с какой стороны X должен стоять w?"),
)
def rows_for_columns(c, w, X):
    return 1 / (1 + np.exp(-(c + X.T @ w)))


@probability.mistake(
    en=("c is subtracted.", "At a row of zeros the score is c itself: with which sign does c enter the sum?"),
    ru=("Свободный член c вычтен.", "Для строки из нулей сумма равна самому c: с каким знаком c входит в неё?"),
)
def intercept_subtracted(c, w, X):
    return 1 / (1 + np.exp(-(X @ w - c)))


@probability.mistake(
    en=("A table of one column comes back.", "m objects get m probabilities: an array of shape (m,), without a second axis."),
    ru=("Возвращается таблица из одного столбца.", "У m объектов m вероятностей: это массив формы (m,), без второй оси."),
)
def one_column(c, w, X):
    return 1 / (1 + np.exp(-(c + X @ np.reshape(w, (-1, 1)))))


@probability.mistake(
    en=("A class label is returned, not the probability.", "Leave the number between 0 and 1 as it is; choosing a class is a later step."),
    ru=("Возвращена метка класса, а не вероятность.", "Оставьте число между 0 и 1 как есть; выбор класса — следующий шаг."),
)
def label_instead(c, w, X):
    return (1 / (1 + np.exp(-(c + X @ w))) >= 0.5) * 1.0


@probability.mistake(
    en=("The intercept is added to the probability, not to the score.", "A probability lies between 0 and 1. What belongs inside the sigmoid?"),
    ru=("Свободный член прибавлен к вероятности, а не к сумме под сигмоидой.", "Вероятность лежит между 0 и 1. Что должно стоять внутри сигмоиды?"),
)
def intercept_outside(c, w, X):
    return c + 0.5 * (1 + np.tanh(X @ w / 2))


@probability.mistake(
    en=("The products are added down the columns: there is one number for each feature.", "Which way does one object lie in X, along a row or down a column? Its products belong together."),
    ru=("Произведения сложены по столбцам: получилось по числу на каждый признак.", "Как лежит в X один объект: вдоль строки или вдоль столбца? Складывать нужно его произведения."),
)
def added_down_the_columns(c, w, X):
    return 1 / (1 + np.exp(-(c + np.sum(X * w, axis=0))))


@probability.alternative
def row_by_row(c, w, X):
    found = []
    for row in X:
        z = c
        for feature, weight in zip(row, w, strict=True):
            z += feature * weight
        found.append(1 / (1 + math.exp(-z)))
    return found


@probability.alternative
def weights_first(c, w, X):
    return 1 / (1 + np.exp(-c) * np.exp(-np.dot(w, X.T)))


@probability.alternative
def with_a_column_of_ones(c, w, X):
    z = np.column_stack([np.ones(len(X)), X]) @ np.concatenate([[c], w])
    return 1 / (1 + np.exp(-z))


probability.equal(probability, "X @ w", "an array with one axis is its own transpose")
probability.equal(row_by_row, "zip(", "a row is as long as w, and factors may change places")
probability.equal(weights_first, "np.dot", "for an array with one axis dot and matmul are the same")
probability.equal(with_a_column_of_ones, "np.column_stack", "an array with one axis is its own transpose, and is joined by hstack too")
