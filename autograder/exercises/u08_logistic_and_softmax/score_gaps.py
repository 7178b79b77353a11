"""How far the right score of each row lies below the largest."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def score_gaps(z, y):
    largest = z.max(axis=1)
    right = z[np.arange(len(y)), y]
    return largest - right


score_gaps.example(np.array([[1.0, 4.0, 2.5], [-3.0, 0.5, -1.0], [7.0, 6.0, 9.0]]), np.array([0, 2, 1]))
score_gaps.example(np.array([[2.0, 1.0, 0.0], [0.5, 3.0, -1.0]]), np.array([1, 1]))


@score_gaps.probe("general")
def _(answer, rng):
    seen = []
    for m, k in ((4, 3), (3, 5), (6, 2)):
        seen.append(answer(rng.normal(scale=3, size=(m, k)), rng.integers(k, size=m)))
    return seen


@score_gaps.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole scores, all below 0; as many rows as classes. One right class has won, another one is the last."""
    z, y = -rng.permutation(np.arange(1, 17)).reshape(4, 4), rng.permutation(4)
    first, last = rng.permutation(4)[:2]
    y[first], y[last] = z[first].argmax(), z[last].argmin()
    return [answer(z, y), answer(z[:1], rng.integers(4, size=1))]


@score_gaps.mistake(
    en=("The gaps have the wrong sign.", "A gap says how far the right score lies below the largest: it is never negative. What is subtracted from what?"),
    ru=("У разностей неверный знак.", "Разность говорит, насколько логит верного класса ниже наибольшего, и отрицательной не бывает. Что из чего вычитаем?"),
)
def wrong_way_round(z, y):
    return z[np.arange(len(y)), y] - z.max(axis=1)


@score_gaps.mistake(
    en=("A table comes back: for each row the columns of all labels.", "z[:, y] takes whole columns. Picking one number from each row needs the row numbers too."),
    ru=("Возвращена таблица: для каждой строки взяты столбцы всех меток.", "z[:, y] берёт целые столбцы. Чтобы взять по одному числу из строки, нужны и номера строк."),
)
def whole_columns(z, y):
    return z.max(axis=1, keepdims=True) - z[:, y]


@score_gaps.mistake(
    en=("The largest score of the whole table is taken.", "Each row has a largest score of its own: which axis does max walk along?"),
    ru=("Взят наибольший логит всей таблицы.", "У каждой строки свой наибольший логит: вдоль какой оси идёт max?"),
)
def one_largest(z, y):
    return z.max() - z[np.arange(len(y)), y]


@score_gaps.mistake(
    en=("The largest score is that of the right class's column, over all objects.", "Each row has a largest score of its own: which axis does max walk along?"),
    ru=("Взят наибольший логит столбца верного класса, по всем объектам.", "У каждой строки свой наибольший логит: вдоль какой оси идёт max?"),
)
def largest_of_the_column(z, y):
    return z.max(axis=0)[y] - z[np.arange(len(y)), y]


@score_gaps.mistake(
    en=("Where the right class has the largest score, a negative number comes out, as if it were compared with the others only.", "The largest score of a row may be the right one itself. What is the gap then?"),
    ru=("Если у верного класса наибольший логит, получается отрицательное число, как при сравнении только с остальными.", "Наибольшим в строке может быть и сам логит верного класса. Чему тогда равна разность?"),
)
def best_of_the_others(z, y):
    others = np.where(np.arange(z.shape[1]) == y[:, None], -np.inf, z)
    return others.max(axis=1) - z[np.arange(len(y)), y]


@score_gaps.mistake(
    en=("The classes are counted from 1.", "Label 0 is the first column. Is 1 subtracted anywhere?"),
    ru=("Классы отсчитаны с 1.", "Метка 0 — это первый столбец. Не вычитается ли где-то 1?"),
)
def counted_from_one(z, y):
    return z.max(axis=1) - z[np.arange(len(y)), y - 1]


@score_gaps.mistake(
    en=("The gaps are averaged into one number.", "The answer has one number for each object, shape (m,)."),
    ru=("Разности усреднены в одно число.", "В ответе по числу на каждый объект, форма (m,)."),
)
def averaged_gaps(z, y):
    return np.mean(z.max(axis=1) - z[np.arange(len(y)), y])


@score_gaps.mistake(
    en=("The right scores themselves come back.", "The picking is right. What is left is to subtract them from the largest score of the row."),
    ru=("Возвращены сами логиты верных классов.", "Взято то, что нужно. Осталось вычесть это из наибольшего логита строки."),
)
def picked_alone(z, y):
    return z[np.arange(len(y)), y]


@score_gaps.mistake(
    en=("A table comes back: the largest score of each row minus the scores of all labels.", "z[:, y] takes whole columns. Picking one number from each row needs the row numbers too: np.arange."),
    ru=("Возвращена таблица: наибольшие логиты строк минус логиты всех меток.", "z[:, y] берёт целые столбцы. Чтобы взять по одному числу из строки, нужны и номера строк: np.arange."),
)
def columns_of_all_labels(z, y):
    return z.max(axis=1) - z[:, y]


@score_gaps.mistake(
    en=("A row is subtracted from a column, and a whole table comes out.", "With keepdims the largest scores have shape (m, 1), the right ones (m,). Here both must have the same shape: is keepdims of use?"),
    ru=("Из столбца вычитается строка, и получается целая таблица.", "С keepdims у наибольших логитов форма (m, 1), а у верных — (m,). Здесь формы должны совпадать: нужно ли keepdims?"),
)
def column_minus_row(z, y):
    return z.max(axis=1, keepdims=True) - z[np.arange(len(y)), y]


@score_gaps.mistake(
    en=("Python stops with an IndexError, as happens when two rows are picked, as many as the example in the reading has.", "How many rows does z have? np.arange must count as many."),
    ru=("Python останавливается с IndexError: так бывает, когда взяты две строки, как в примере из текста.", "Сколько строк в z? Столько же номеров должно быть в np.arange."),
)
def two_rows_only(z, y):
    return z.max(axis=1) - z[np.arange(2), y]


@score_gaps.mistake(
    en=("The result is the distance between two places in the row, not between two scores.", "argmax tells where the largest score stands. How large is it, and how large is the right one?"),
    ru=("Получилось расстояние между двумя местами в строке, а не разность двух логитов.", "argmax говорит, где стоит наибольший логит. А чему он равен и чему равен верный?"),
)
def places_for_scores(z, y):
    return np.abs(z.argmax(axis=1) - y)


@score_gaps.mistake(
    en=("The result is the difference of two places in the row, not of two scores.", "argmax tells where the largest score stands, and y where the right one does. How large are the two?"),
    ru=("Получилась разность двух мест в строке, а не двух логитов.", "argmax говорит, где стоит наибольший логит, а y — где логит верного класса. Чему равны они сами?"),
)
def place_minus_label(z, y):
    return z.argmax(axis=1) - y


@score_gaps.alternative
def row_by_row(z, y):
    return [max(row) - row[label] for row, label in zip(z, y)]


@score_gaps.alternative
def by_take_along_axis(z, y):
    largest = np.max(z, axis=-1)
    right = np.take_along_axis(z, y[:, None], axis=1)
    return largest - right[:, 0]


score_gaps.equal(score_gaps, "largest = ", "a table has two axes: axis 1 is the last")
score_gaps.equal(score_gaps, "np.arange(len(y))", "z and y have the same length m, whatever the labels are")
score_gaps.equal(by_take_along_axis, "largest = ", "a table has two axes: axis 1 is the last; amax is max")
score_gaps.equal(by_take_along_axis, "right = ", "a table has two axes: axis 1 is the last")
score_gaps.equal(by_take_along_axis, "right[:, 0]", "one column is the first and the last")
