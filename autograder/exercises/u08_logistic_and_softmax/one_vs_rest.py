"""Normalise the answers of one-vs-rest classifiers."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def one_vs_rest(P):
    return P / P.sum(axis=1, keepdims=True)


one_vs_rest.example(np.array([[0.9, 0.3], [0.2, 0.5]]))  # a square table shows what an error would hide
one_vs_rest.example(np.array([[0.9, 0.6, 0.0], [0.2, 0.2, 0.1]]))
one_vs_rest.example(np.array([[0.5, 0.5, 0.25], [1.0, 0.0, 0.0]]))
one_vs_rest.example(np.array([[1, 0, 1, 0]]))


def _sigmoids(rng, m, k):
    return rng.uniform(0.05, 0.95, size=(m, k))


@one_vs_rest.probe("simple")
def _(answer, rng):
    return [answer(_sigmoids(rng, 2, 3)), answer(_sigmoids(rng, 1, 4))]


@one_vs_rest.probe("general")
def _(answer, rng):
    return [answer(_sigmoids(rng, m, k)) for m, k in ((5, 3), (4, 6), (6, 2))]


@one_vs_rest.probe("general", credit=0.5)
def _(answer, rng):
    """A square table: here a lost axis gives wrong numbers instead of an error."""
    return [answer(_sigmoids(rng, 3, 3))]


@one_vs_rest.probe("edge", credit=0.5)
def _(answer, rng):
    P = _sigmoids(rng, 3, 4)
    P[0] = [0.0, 1.0, 0.0, 0.0]
    P[1] *= 0.01
    whole = rng.permuted([[1, 1, 0, 0], [1, 1, 1, 0], [1, 0, 0, 0]], axis=1)  # whole numbers are numbers too
    return [answer(P), answer(P[:1]), answer(rng.permutation(whole))]


@one_vs_rest.mistake(
    en=("The result is softmax of the probabilities.", "Softmax takes scores. A row that is sure already, such as 1, 0, 0, must stay as it is: how else can a sum be made 1?"),
    ru=("Получился softmax от вероятностей.", "Softmax берёт логиты. Строка, которая уже уверена, например 1, 0, 0, должна остаться собой: как ещё сделать сумму равной 1?"),
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
    en=("The sums of the rows are laid along the columns: a square table comes out wrong, and most others stop with an error.", "A sum for each row has shape (m,), and NumPy lines it up with the columns. Keep it as a column."),
    ru=("Суммы строк приложены к столбцам: квадратная таблица получается неверной, а большинство других даёт ошибку.", "Суммы по строкам имеют форму (m,), и NumPy прикладывает их к столбцам. Сохраните их столбцом."),
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
    en=("The quotients are written into P itself or into a table made in its image.", "Does a line with /= or P[...] = do that? Build a new table instead: P must stay as it is, and it may hold whole numbers."),
    ru=("Частные пишутся в саму P или в таблицу, созданную по её образцу.", "Не делает ли этого строка с /= или P[...] = ? Постройте новую таблицу: P должна остаться как есть, и в ней бывают целые числа."),
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


@one_vs_rest.mistake(
    en=("With whole numbers in P everything behind the point is lost.", "An array made in the image of P holds what P holds. Of which type is yours?"),
    ru=("Если в P целые числа, теряется дробная часть.", "Массив, созданный по образцу P, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_table(P):
    result = np.zeros_like(P)
    for i in range(len(P)):
        result[i] = P[i] / P[i].sum()
    return result


@one_vs_rest.mistake(
    en=("The result is softmax over the whole table at once.", "Two questions: which numbers have to add up to 1 together, and does softmax take probabilities?"),
    ru=("Получился softmax сразу по всей таблице.", "Здесь два вопроса: какие числа вместе должны давать 1 и берёт ли softmax вероятности?"),
)
def softmax_of_the_table(P):
    return np.exp(P) / np.sum(np.exp(P))


@one_vs_rest.mistake(
    en=("The result is the sums of the rows alone.", "The sums are what each row is divided by: the answer has the shape of P."),
    ru=("Получились сами суммы строк.", "На эти суммы строки нужно поделить: ответ имеет форму P."),
)
def only_the_sums(P):
    return P.sum(axis=1)


@one_vs_rest.mistake(
    en=("Everything is divided by the largest number of the whole table.", "Each row must add up to 1 by itself. Which number does a row need as its divisor?"),
    ru=("Всё поделено на самое большое число всей таблицы.", "Каждая строка должна сама давать в сумме 1. На какое число надо делить строку?"),
)
def divided_by_largest_of_all(P):
    return P / np.max(P)


@one_vs_rest.mistake(
    en=("The numbers of a row are divided by a sum that changes on the way.", "As soon as one number of a row is replaced, the sum of the row is another one. When must it be taken?"),
    ru=("Числа строки делятся на сумму, которая по ходу дела меняется.", "Стоит заменить одно число строки, и сумма строки уже другая. Когда её надо посчитать?"),
)
def sum_of_a_changing_row(P):
    Q = P.copy()
    for i in range(len(Q)):
        for j in range(len(Q[i])):
            Q[i, j] = Q[i, j] / np.sum(Q[i])
    return Q


@one_vs_rest.alternative
def rows_by_loop(P):
    return [[value / sum(row) for value in row] for row in P]


@one_vs_rest.alternative
def rows_turned(P):
    return (P.T / P.sum(axis=1)).T


@one_vs_rest.alternative
def rows_as_arrays(P):
    return np.array([row / row.sum() for row in P])


_LAST = "axis 1 of a table is its last one"
_ROW = "a row has only one axis"
one_vs_rest.equal(one_vs_rest, "axis=1", _LAST)
one_vs_rest.equal(rows_turned, "axis=1", _LAST)
one_vs_rest.equal(rows_as_arrays, "row.sum()", _ROW)
