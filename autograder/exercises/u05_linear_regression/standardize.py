"""Scale both tables by mean and standard deviation of the training table."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of, shuffled


@exercise(points=3)
def standardize(train, test):
    mean = train.mean(axis=0)
    scale = np.where(np.ptp(train, axis=0) > 0, train.std(axis=0), np.inf)
    return (train - mean) / scale, (test - mean) / scale


standardize.example(np.array([[1.0, 10.0], [2.0, 90.0], [6.0, 20.0]]), np.array([[2.0, 70.0], [8.0, 100.0]]))
standardize.example(np.array([[2.0, 1.0], [4.0, 1.0], [9.0, 1.0]]), np.array([[5.0, 1.0], [7.0, 1.0]]))
standardize.example(np.array([[1.0, 5.0], [3.0, 5.0]]), np.array([[6.0, 9.0]]))
standardize.example(np.array([[1, 4], [3, 4], [7, 4]]), np.array([[6, 9], [0, 4]]))


for _which, _part in enumerate(("train", "test")):  # a half of the points for each table

    @standardize.probe("simple", part=_part)
    def _(answer, rng, which=_which):
        train = rng.permutation(np.cumsum(rng.uniform(1.0, 6.0, size=3)))[:, None]
        return part_of(answer(train, rng.normal(scale=4.0, size=(2, 1))), which, 2)

    @standardize.probe("general", part=_part)
    def _(answer, rng, which=_which):
        scale = np.array([1.0, 30.0, 0.2])
        return [
            part_of(answer(scale * rng.normal(size=(m, 3)) + 2.0 * scale, scale * rng.normal(size=(t, 3)) + 1.0), which, 2)
            for m, t in ((5, 2), (8, 6), (4, 1))  # a single row of test is scaled like any other
        ]

    @standardize.probe("edge", credit=0.5, part=_part)
    def _(answer, rng, which=_which):
        """Tables of whole numbers: nothing may be cut off because of that; columns of two values vary too."""
        columns = [rng.permutation([1, 3, 4, 7, 11]) * int(rng.integers(2, 9))]
        # The first element is equal to each other one in some column, and so is the last: two do not tell whether all are.
        columns += [np.array(each) + int(rng.integers(2, 9)) for each in ([1, 0, 0, 1, 1], [0, 0, 1, 1, 1], [0, 1, 0, 1, 1])]
        train = np.column_stack(shuffled(rng, columns))
        return part_of(answer(train, rng.integers(-60, 60, size=(3, 4))), which, 2)

    # A constant column is a whole number: its mean is exact, so that its std is exactly 0 for everybody.
    @standardize.probe("edge", part=_part)
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 3)), rng.normal(size=(3, 3))
        column, constant = int(rng.integers(3)), float(rng.integers(2, 90))
        train[:, column] = test[:, column] = constant
        return part_of(answer(train, test), which, 2)

    @standardize.probe("edge", credit=0.5, part=_part)
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 2)), rng.normal(size=(2, 2))
        column, constant = int(rng.integers(2)), float(rng.integers(2, 90))
        train[:, column], test[:, column] = constant, constant + rng.uniform(1.0, 2.0, size=2)
        return part_of(answer(train, test), which, 2)


@standardize.mistake(
    en=("The test table is scaled by its own mean and deviation.", "At work objects may come one at a time, and the weights were fitted to the training scale. Whose numbers have to be used?"),
    ru=("Тестовая таблица приведена по своим среднему и стандартному отклонению.", "В работе объекты приходят и по одному, а веса подобраны под масштаб обучения. Чьи числа нужно брать?"),
)
def own_scale_for_each(train, test):
    def scaled(table):
        std = table.std(axis=0)
        return np.where(std > 0, (table - table.mean(axis=0)) / np.where(std > 0, std, 1.0), 0.0)

    return scaled(train), scaled(test)


@standardize.mistake(
    en=("Mean and deviation are taken over both tables together.", "So the test leaks into the training. Only the training table may be looked at."),
    ru=("Среднее и стандартное отклонение взяты по обеим таблицам вместе.", "Так тест просачивается в обучение. Смотреть можно только на обучающую таблицу."),
)
def pooled(train, test):
    both = np.vstack([train, test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    varies = std > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("The deviation is computed with m − 1.", "The task says ddof=0: divide by the number of objects."),
    ru=("Стандартное отклонение посчитано с делением на m − 1.", "В задании сказано ddof=0: делим на число объектов."),
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
    ru=("Для всей таблицы взяты одно среднее и одно стандартное отклонение.", "У каждого столбца своя единица и должны быть свои числа. По какой оси вы усредняете?"),
)
def whole_table(train, test):
    return (train - train.mean()) / train.std(), (test - train.mean()) / train.std()


@standardize.mistake(
    en=("A constant column is divided by zero.", "Its deviation is 0. Decide by the training table which columns are constant, and give them zeros."),
    ru=("Постоянный столбец делится на ноль.", "Его стандартное отклонение равно 0. Найдите постоянные столбцы по обучающей таблице и поставьте в них нули."),
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
    en=("In a column that is constant in training, the test table gets numbers of hundreds of digits.", "A division by zero gives infinity too, not only nan, and what becomes of it then? Find such columns before you divide."),
    ru=("В столбце, постоянном в обучении, у тестовой таблицы получаются числа из сотен цифр.", "Деление на ноль даёт не только nan, но и бесконечность; что с ней потом происходит? Найдите такие столбцы до деления."),
)
def nan_made_a_number(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return np.nan_to_num((train - mean) / std), np.nan_to_num((test - mean) / std)


@standardize.mistake(
    en=("In a column that is constant in training, the test table gets millions.", "A tiny number in the divisor prevents the division by zero, but not a large result. What does the task want in such a column?"),
    ru=("В столбце, постоянном в обучении, у тестовой таблицы получаются миллионы.", "Крошечное число в делителе спасает от деления на ноль, но не от большого результата. Что по заданию должно стоять в таком столбце?"),
)
def tiny_number_added(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0) + 1e-8
    return (train - mean) / std, (test - mean) / std


@standardize.mistake(
    en=("The constant columns are gone.", "Both tables keep their shape: what does the task put into such a column?"),
    ru=("Постоянные столбцы исчезли.", "Обе таблицы сохраняют форму: что по заданию должно стоять в таком столбце?"),
)
def columns_dropped(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    varies = std > 0
    return ((train - mean) / np.where(varies, std, 1.0))[:, varies], ((test - mean) / np.where(varies, std, 1.0))[:, varies]


@standardize.mistake(
    en=("When the tables are made of whole numbers, the results are cut off to whole numbers.", "Of what kind are the elements of the array into which your code writes the columns?"),
    ru=("Когда таблицы целочисленные, у результатов отбрасывается дробная часть.", "Какого типа элементы у массива, в который ваш код записывает столбцы?"),
)
def results_cut_off(train, test):
    a, b = np.zeros_like(train), np.zeros_like(test)
    for j in range(train.shape[1]):
        mean, std = train[:, j].mean(), train[:, j].std()
        if std > 0:
            a[:, j], b[:, j] = (train[:, j] - mean) / std, (test[:, j] - mean) / std
    return a, b


@standardize.mistake(
    en=("The two tables come back in the wrong order.", "Training first, then test, as in the arguments."),
    ru=("Таблицы возвращены не в том порядке.", "Сначала обучающая, потом тестовая, как в аргументах."),
)
def tables_swapped(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    scale = np.where(std > 0, std, np.inf)
    return (test - mean) / scale, (train - mean) / scale


@standardize.mistake(
    en=("The columns of the training table are squeezed between 0 and 1.", "That is another way of scaling. Here the mean must become 0 and the deviation 1."),
    ru=("Столбцы обучающей таблицы сжаты в отрезок от 0 до 1.", "Это другой способ масштабирования. Здесь среднее должно стать 0, а стандартное отклонение — 1."),
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


@standardize.mistake(
    en=("One mean and one deviation are used for all columns that vary.", "A column in thousands and a column in tenths cannot share a scale. Along which axis is each of your two numbers computed?"),
    ru=("Для всех меняющихся столбцов взяты одно среднее и одно стандартное отклонение.", "Столбцу в тысячах и столбцу в десятых не годится общий масштаб. По какой оси считаются ваши два числа?"),
)
def one_scale_for_all_that_vary(train, test):
    varies = np.ptp(train, axis=0) > 0
    return tuple(np.where(varies, (table - train.mean()) / train.std(), 0.0) for table in (train, test))


@standardize.mistake(
    en=("Each row has been scaled by its own mean and deviation.", "A row is one object, and its numbers have different units. Along which axis do you average?"),
    ru=("Каждая строка приведена по своим среднему и стандартному отклонению.", "Строка — это один объект, и у её чисел разные единицы. По какой оси вы усредняете?"),
)
def rows_for_columns(train, test):
    def scaled(table):
        return (table - table.mean(axis=1, keepdims=True)) / table.std(axis=1, keepdims=True)

    return scaled(train), scaled(test)


@standardize.mistake(
    en=("The columns are divided by their deviation, but their mean has not been taken off.", "After scaling the mean of each training column is 0. What is it in your result?"),
    ru=("Столбцы разделены на стандартное отклонение, но среднее из них не вычтено.", "После приведения среднее каждого обучающего столбца равно 0. Чему оно равно у вас?"),
)
def not_centred(train, test):
    std = train.std(axis=0)
    return tuple(np.where(std > 0, table / np.where(std > 0, std, 1.0), 0.0) for table in (train, test))


@standardize.mistake(
    en=("The zeros are written into rows, not into columns, and mostly Python stops with an IndexError.", "The first index of a table counts its rows. How do you name all rows of certain columns?"),
    ru=("Нули записаны в строки, а не в столбцы, и чаще всего Python останавливается с IndexError.", "Первый индекс таблицы — номер строки. Как назвать все строки определённых столбцов?"),
)
def zeros_in_rows(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    safe = np.where(std == 0, 1.0, std)
    train, test = (train - mean) / safe, (test - mean) / safe
    test[std == 0] = 0.0
    return train, test


@standardize.mistake(
    en=("One mean is taken off all columns; the deviations are those of the columns.", "The mean of each scaled training column must be 0. Along which axis is your mean taken?"),
    ru=("Из всех столбцов вычтено одно и то же среднее; стандартные отклонения — свои у каждого.", "После масштабирования среднее каждого обучающего столбца равно 0. По какой оси считается ваше среднее?"),
)
def one_mean_for_all(train, test):
    std = np.std(train, axis=0)
    return tuple(np.where(std > 0, (table - np.mean(train)) / np.where(std > 0, std, 1.0), 0.0) for table in (train, test))


@standardize.mistake(
    en=("Each column is divided by its range, the largest value minus the smallest.", "For the column 1, 2, 3 the text divides by 0.8165. Which measure of spread is that?"),
    ru=("Каждый столбец разделён на свой размах — наибольшее значение минус наименьшее.", "Столбец 1, 2, 3 в тексте делят на 0.8165. Какая это мера разброса?"),
)
def range_for_deviation(train, test):
    mean, width = train.mean(axis=0), np.ptp(train, axis=0).astype(float)
    width[width == 0] = np.inf
    return (train - mean) / width, (test - mean) / width


@standardize.mistake(
    en=("The test table is divided, but no mean is taken off it.", "In the example 6 becomes 4. Which two operations lead from the one to the other?"),
    ru=("Тестовая таблица разделена, но среднее из неё не вычтено.", "В примере из 6 получается 4. Какие две операции ведут от одного числа к другому?"),
)
def test_not_shifted(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = np.inf
    return (train - mean) / deviation, test / deviation


@standardize.mistake(
    en=("Constant columns stay as they are.", "A column that never varies in training tells nothing. Which numbers does the task want there, in both tables?"),
    ru=("Постоянные столбцы остались как были.", "Столбец, который в обучении не меняется, ни о чём не говорит. Какие числа должны стоять в нём в обеих таблицах?"),
)
def constant_columns_left(train, test):
    mu, sigma = np.mean(train, axis=0), np.std(train, axis=0)
    flat, divisor = sigma == 0, np.where(sigma == 0, 1.0, sigma)
    return tuple(np.where(flat, table, (table - mu) / divisor) for table in (train, test))


@standardize.alternative
def column_by_column(train, test):
    a, b = np.zeros(train.shape), np.zeros(test.shape)
    for j, column in enumerate(train.T):
        mean, std = np.mean(column), np.std(column)
        if len(set(column)) > 1:
            a[:, j] = (column - mean) / std
            b[:, j] = (test[:, j] - mean) / std
    return [a, b]


@standardize.alternative
def times_varies(train, test):
    std = np.std(train, axis=0)
    return tuple((table - np.mean(train, axis=0)) / (std + (std == 0)) * (std > 0) for table in [train, test])


standardize.equal(standardize, "axis=0", "a row of means is a row of means, and a column varies as much when all its numbers grow or change their sign")
standardize.equal(standardize, "return (train", "a list of two is a pair")
standardize.equal(column_by_column, "np.zeros(", "a list of two is a pair")
standardize.equal(column_by_column, "np.mean(column)", "a column has one axis, and a list of two is a pair")
standardize.equal(column_by_column, "[:, j] = ", "adding to zeros is putting there, and neither of the tables needs the other")
standardize.equal(times_varies, "axis=0", "a row of means is a row of means")
standardize.equal(times_varies, "std == 0", "no deviation is below 0, and what is divided by is multiplied by 0 then")
