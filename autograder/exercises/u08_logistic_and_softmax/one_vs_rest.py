"""Normalise the answers of one-vs-rest classifiers."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def one_vs_rest(P):
    return P / P.sum(axis=1, keepdims=True)


one_vs_rest.example(np.array([[0.9, 0.6, 0.0], [0.2, 0.2, 0.1]]))
one_vs_rest.example(np.array([[1.0, 0.0, 0.0, 0.0]]))


def _sigmoids(rng, m, k):
    return rng.uniform(0.05, 0.95, size=(m, k))


@one_vs_rest.probe("simple")
def _(answer, rng):
    return [answer(_sigmoids(rng, 2, 3)), answer(_sigmoids(rng, 1, 4))]


@one_vs_rest.probe("general")
def _(answer, rng):
    return [answer(_sigmoids(rng, m, k)) for m, k in ((5, 3), (3, 3), (4, 6), (6, 2))]


@one_vs_rest.probe("edge", credit=0.5)
def _(answer, rng):
    P = _sigmoids(rng, 3, 4)
    P[0] = [0.0, 1.0, 0.0, 0.0]
    P[1] *= 0.01
    return [answer(P), answer(P[:1])]


@one_vs_rest.mistake(
    en=("Softmax is applied to probabilities, as the slide says.", "Softmax takes scores. A row that is sure already, such as 1, 0, 0, must stay as it is: how else can a sum be made 1?"),
    ru=("К вероятностям применён softmax, как сказано на слайде.", "Softmax берёт логиты. Строка, которая уже уверена, например 1, 0, 0, должна остаться собой: как ещё сделать сумму равной 1?"),
)
def softmax_of_probabilities(P):
    e = np.exp(P)
    return e / e.sum(axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("Everything is divided by one sum over the whole table.", "Each object has its own row, and each row must add up to 1."),
    ru=("Всё поделено на одну сумму по всей таблице.", "У каждого объекта своя строка, и каждая строка должна давать в сумме 1."),
)
def whole_table(P):
    return P / P.sum()


@one_vs_rest.mistake(
    en=("The columns add up to 1, not the rows.", "A row is one object, a column is one class. Over which of them must you sum?"),
    ru=("В сумме 1 дают столбцы, а не строки.", "Строка — это объект, столбец — класс. По чему нужно суммировать?"),
)
def by_columns(P):
    return P / P.sum(axis=0)


@one_vs_rest.mistake(
    en=("The sums lie along the wrong side of the table.", "A sum for each row has shape (m,), and NumPy lines it up with the columns. Keep it as a column."),
    ru=("Суммы приложены не к той стороне таблицы.", "Суммы по строкам имеют форму (m,), и NumPy прикладывает их к столбцам. Сохраните их столбцом."),
)
def sums_laid_wrong(P):
    return P / P.sum(axis=1)


@one_vs_rest.mistake(
    en=("Each row is divided by its largest value.", "Then the largest becomes 1. What must become 1 is the sum."),
    ru=("Каждая строка поделена на своё наибольшее значение.", "Так единицей станет наибольшее. А единицей должна стать сумма."),
)
def divided_by_largest(P):
    return P / P.max(axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("Each row is divided by the number of classes.", "The sum is 1 afterwards only if it was K before. Divide by what the row really adds up to."),
    ru=("Каждая строка поделена на число классов.", "Сумма станет равна 1, только если раньше она была K. Делите на то, что строка даёт в сумме на самом деле."),
)
def divided_by_count(P):
    return P / P.shape[1]


@one_vs_rest.mistake(
    en=("Each row is divided by its length as a vector.", "That makes the sum of the squares 1. The probabilities themselves must add up to 1."),
    ru=("Каждая строка поделена на свою длину как вектора.", "Так единице равна сумма квадратов. А в сумме 1 должны давать сами вероятности."),
)
def divided_by_norm(P):
    return P / np.linalg.norm(P, axis=1, keepdims=True)


@one_vs_rest.mistake(
    en=("The table that you were given is changed.", "/= divides in place. Build a new table instead."),
    ru=("Меняется сама переданная таблица.", "Знак /= делит на месте. Постройте новую таблицу."),
)
def table_changed(P):
    P /= P.sum(axis=1, keepdims=True)
    return P


@one_vs_rest.mistake(
    en=("The answer names the winner and hides how sure the model is.", "The task asks for all K probabilities of each row, not for the most probable class."),
    ru=("Ответ называет победителя и прячет, насколько модель уверена.", "По условию нужны все K вероятностей каждой строки, а не самый вероятный класс."),
)
def winner_takes_all(P):
    return np.eye(P.shape[1])[P.argmax(axis=1)]


@one_vs_rest.alternative
def rows_by_loop(P):
    return [[value / sum(row) for value in row] for row in P]


@one_vs_rest.alternative
def rows_turned(P):
    return (P.T / P.sum(axis=1)).T


@one_vs_rest.alternative
def rows_by_einsum(P):
    return P * (1.0 / np.einsum("ij->i", P))[:, None]
