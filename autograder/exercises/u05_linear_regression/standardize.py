"""Scale both tables by mean and standard deviation of the training table."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import part_of


@exercise(points=3)
def standardize(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    varies = np.ptp(train, axis=0) > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


standardize.example(np.array([[1.0, 10.0], [3.0, 50.0]]), np.array([[2.0, 70.0]]))
standardize.example(np.array([[2.0, 1.0], [4.0, 1.0], [9.0, 1.0]]), np.array([[5.0, 1.0], [7.0, 1.0]]))


for _which in range(2):  # a half of the points for each table

    @standardize.probe("simple")
    def _(answer, rng, which=_which):
        train = rng.permutation(np.cumsum(rng.uniform(1.0, 6.0, size=3)))[:, None]
        return part_of(answer(train, rng.normal(scale=4.0, size=(2, 1))), which, 2)

    @standardize.probe("general")
    def _(answer, rng, which=_which):
        scale = np.array([1.0, 30.0, 0.2])
        return [
            part_of(answer(scale * rng.normal(size=(m, 3)) + 2.0 * scale, scale * rng.normal(size=(t, 3)) + 1.0), which, 2)
            for m, t in ((5, 2), (8, 6))
        ]

    # A constant column is a whole number: its mean is exact, so that its std is exactly 0 for everybody.
    @standardize.probe("edge")
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 3)), rng.normal(size=(3, 3))
        column, constant = int(rng.integers(3)), float(rng.integers(2, 90))
        train[:, column] = test[:, column] = constant
        return part_of(answer(train, test), which, 2)

    @standardize.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 2)), rng.normal(size=(2, 2))
        column, constant = int(rng.integers(2)), float(rng.integers(2, 90))
        train[:, column], test[:, column] = constant, constant + rng.uniform(1.0, 2.0, size=2)
        return part_of(answer(train, test), which, 2)


@standardize.mistake(
    en=("The test table is scaled by its own mean and deviation.", "At work objects may come one at a time, and the weights were fitted to the training scale. Whose numbers have to be used?"),
    ru=("Тестовая таблица приведена по своим среднему и отклонению.", "В работе объекты приходят и по одному, а веса подобраны под масштаб обучения. Чьи числа нужно брать?"),
)
def own_scale_for_each(train, test):
    def scaled(table):
        std = table.std(axis=0)
        return np.where(std > 0, (table - table.mean(axis=0)) / np.where(std > 0, std, 1.0), 0.0)

    return scaled(train), scaled(test)


@standardize.mistake(
    en=("Mean and deviation are taken over both tables together.", "So the test leaks into the training. Only the training table may be looked at."),
    ru=("Среднее и отклонение взяты по обеим таблицам вместе.", "Так тест просачивается в обучение. Смотреть можно только на обучающую таблицу."),
)
def pooled(train, test):
    both = np.vstack([train, test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    varies = std > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("The deviation is computed with m − 1.", "The task says ddof=0: divide by the number of objects."),
    ru=("Отклонение посчитано с делением на m − 1.", "В задании сказано ddof=0: делим на число объектов."),
)
def one_less(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0, ddof=1)
    varies = std > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("The columns are centred, but not scaled.", "Their spread must become 1. By what should a centred column be divided?"),
    ru=("Столбцы сдвинуты, но не приведены к одному масштабу.", "Разброс должен стать равным 1. На что разделить сдвинутый столбец?"),
)
def centred_only(train, test):
    mean = train.mean(axis=0)
    varies = np.ptp(train, axis=0) > 0
    return np.where(varies, train - mean, 0.0), np.where(varies, test - mean, 0.0)


@standardize.mistake(
    en=("The columns are divided by the variance.", "The standard deviation is the root of the variance, and has the unit of the column."),
    ru=("Столбцы поделены на дисперсию.", "Стандартное отклонение — корень из дисперсии, у него та же единица, что у столбца."),
)
def by_variance(train, test):
    mean, var = train.mean(axis=0), train.var(axis=0)
    varies = var > 0
    scale = np.where(varies, var, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("One mean and one deviation are used for the whole table.", "Each column has its own unit, so each column needs its own numbers. Which axis do you average over?"),
    ru=("Для всей таблицы взяты одно среднее и одно отклонение.", "У каждого столбца своя единица и должны быть свои числа. По какой оси вы усредняете?"),
)
def whole_table(train, test):
    return (train - train.mean()) / train.std(), (test - train.mean()) / train.std()


@standardize.mistake(
    en=("A constant column is divided by zero.", "Its deviation is 0. Decide by the training table which columns are constant, and give them zeros."),
    ru=("Постоянный столбец делится на ноль.", "Его отклонение равно 0. Найдите постоянные столбцы по обучающей таблице и поставьте в них нули."),
)
def divided_by_zero(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std


@standardize.mistake(
    en=("A column that is constant in training keeps differences in the test table.", "Training never saw it vary, so its weight means nothing: zeros in both tables."),
    ru=("В тестовой таблице у столбца, постоянного в обучении, остались отличия.", "В обучении он не менялся, его вес ничего не значит: нули в обеих таблицах."),
)
def difference_left(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std > 0, std, 1.0)
    return (train - mean) / std, (test - mean) / std


@standardize.mistake(
    en=("The columns are squeezed between 0 and 1.", "That is another way of scaling. Here the mean must become 0 and the deviation 1."),
    ru=("Столбцы сжаты в отрезок от 0 до 1.", "Это другой способ масштабирования. Здесь среднее должно стать 0, а отклонение — 1."),
)
def min_max(train, test):
    low, spread = train.min(axis=0), np.ptp(train, axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    return np.where(spread > 0, (train - low) / scale, 0.0), np.where(spread > 0, (test - low) / scale, 0.0)


@standardize.mistake(
    en=("Only the training table comes back.", "Two tables are asked for: training first, then test."),
    ru=("Возвращена только обучающая таблица.", "Нужны две таблицы: сначала обучающая, потом тестовая."),
)
def train_only(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return np.where(std > 0, (train - mean) / np.where(std > 0, std, 1.0), 0.0)


@standardize.alternative
def column_by_column(train, test):
    a, b = np.zeros(train.shape), np.zeros(test.shape)
    for j in range(train.shape[1]):
        mean = sum(train[:, j]) / len(train)
        std = (sum((v - mean) ** 2 for v in train[:, j]) / len(train)) ** 0.5
        if std > 1e-12:
            a[:, j], b[:, j] = (train[:, j] - mean) / std, (test[:, j] - mean) / std
    return a, b


@standardize.alternative
def infinite_scale(train, test):
    std = np.std(train, axis=0)
    std[std == 0] = np.inf
    return [(table - np.mean(train, axis=0)) / std for table in (train, test)]


@standardize.alternative
def zeroed_afterwards(train, test):
    mean, std = train.mean(0), train.std(0)
    still = std < 1e-12
    a, b = (train - mean) / (std + still), (test - mean) / (std + still)
    a[:, still] = 0
    b[:, still] = 0
    return a, b
