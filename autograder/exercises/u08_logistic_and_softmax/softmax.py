"""Probabilities of scores, along the last axis."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


softmax.example(np.array([2.5, 1.0, -0.5]))  # before a row of ones and zeros, which looks like a softmax that was rounded
softmax.example(np.array([1.0, 0.0, 0.0]))
softmax.example(np.array([[2.0, 1.0, 0.0], [0.5, -1.0, 3.0]]))
softmax.example(np.array([[1000.0, 1001.0, 1000.0], [-1000.0, -999.0, -999.5], [2.0, 1.0, 0.0]]))
softmax.example(np.array([800.0, 800.0]))
softmax.example(np.array([1000.0, 999.0]))
softmax.example(np.array([900.0, -900.0, 899.0]))
softmax.example(np.array([-1000.0, 1000.0, -1000.0, 999.0]))
softmax.example(np.array([2, 1, 0]))
softmax.example(np.array([[[0.0, 1.0], [2.0, 0.0]], [[3.0, 1.0], [0.0, 0.0]]]))


@softmax.probe("simple")
def _(answer, rng):
    return [answer(rng.normal(scale=2.0, size=k)) for k in (2, 4, 7)]


@softmax.probe("general", credit=0.5)
def _(answer, rng):
    """A square table: here a lost axis gives wrong numbers instead of an error."""
    return [answer(rng.normal(scale=2.0, size=(3, 3)))]


@softmax.probe("vector")
def _(answer, rng):
    shapes = (4, 3), (2, 5), (2, 3, 4)
    return [answer(rng.normal(scale=2.0, size=shape)) for shape in shapes]


@softmax.probe("edge")
def _(answer, rng):
    z = rng.uniform(-2, 2, size=3)
    far = [np.array(scores) for scores in ([900.0, -900.0, 899.0], [-900.0, 899.0, 900.0], [899.0, 900.0, -900.0], [995.0, -990.0, -985.0, -995.0])]
    return [answer(z) for z in (1000 + z, z - 1000, *far, np.array([z + 990, z - 990]))]


@softmax.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers: they are numbers too. And a table with a single row is a table."""
    table = rng.permuted([[-1, 0, 2], [4, 5, 3]], axis=1)
    return [answer(rng.permutation([0, 1, 3, int(rng.integers(-5, 5))])), answer(table), answer(table[:1])]


@softmax.mistake(
    en=("The result is that of scores divided by their sum, without the exponential.", "Scores may be negative, and their sum may be 0. What makes every number positive first?"),
    ru=("Результат такой, как если логиты поделить на их сумму, без экспоненты.", "Логиты бывают отрицательными, а в сумме могут дать и 0. Что сначала делает все числа положительными?"),
)
def only_divided(z):
    return z / np.sum(z, axis=-1, keepdims=True)


@softmax.mistake(
    en=("The formula is right, but at scores of 1000 the exponential overflows.", "Adding the same number to all scores changes nothing. Which number makes the largest exponent 0?"),
    ru=("Формула верна, но при логитах около 1000 экспонента переполняется.", "Одно и то же число, прибавленное ко всем логитам, ничего не меняет. С каким числом наибольший показатель станет нулём?"),
)
def softmax_overflows(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("Everything is divided by one sum over the whole array.", "Each row is an object of its own: the sums go along the last axis."),
    ru=("Всё поделено на одну сумму по всему массиву.", "Каждая строка — отдельный объект: суммы берутся по последней оси."),
)
def softmax_of_everything(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


@softmax.mistake(
    en=("Everything is divided by one sum over the whole array, and at scores of 1000 the exponential overflows.", "Try a table: which row adds up to 1? Then try large scores, and lower them all by the same number first."),
    ru=("Всё поделено на одну сумму по всему массиву, а при логитах около 1000 экспонента переполняется.", "Возьмите таблицу: у какой строки сумма равна 1? Потом возьмите большие логиты и сначала уменьшите все на одно и то же число."),
    looks_like=("softmax_of_everything",),
)
def one_sum_and_overflow(z):
    return np.exp(z) / np.sum(np.exp(z))


@softmax.mistake(
    en=("The sums run down the columns.", "Look at the axis: the classes of one object lie along the last one."),
    ru=("Суммы идут по столбцам.", "Посмотрите на ось: классы одного объекта лежат вдоль последней."),
)
def softmax_of_columns(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum(axis=0)


@softmax.mistake(
    en=("For a table the maxima or the sums of the rows are laid along the wrong side.", "A maximum or a sum for each row has lost an axis. Keep it, so that it stands beside its row."),
    ru=("Для таблицы максимумы или суммы строк приложены не к той стороне.", "Максимум и сумма по строке теряют ось. Сохраните её, чтобы они стояли рядом со своей строкой."),
)
def axis_not_kept(z):
    e = np.exp(z - np.max(z, axis=-1))
    return e / e.sum(axis=-1)


@softmax.mistake(
    en=("One maximum is subtracted from all rows, and a row with much smaller scores becomes 0 / 0.", "Every row needs its own largest score."),
    ru=("Из всех строк вычитается один максимум, и строка с гораздо меньшими логитами превращается в 0 / 0.", "Каждой строке нужен свой максимум."),
)
def one_maximum_for_all(z):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The order is turned round: the smallest score gets the largest probability.", "Look at the sign in the exponent."),
    ru=("Порядок обратный: наибольшую вероятность получает наименьший логит.", "Посмотрите на знак в показателе."),
)
def sign_turned(z):
    e = np.exp(np.min(z, axis=-1, keepdims=True) - z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("Each score goes through a sigmoid of its own.", "Then the probabilities of one object need not add up to 1. The scores have to compete."),
    ru=("Каждый логит проходит через свою сигмоиду.", "Тогда вероятности одного объекта не обязаны давать в сумме 1. Классы должны соревноваться."),
)
def separate_sigmoids(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@softmax.mistake(
    en=("The scores that you were given come back changed.", "Does a line write into z itself? -=, /= and z[...] = do. Build a new array instead."),
    ru=("Переданные вам логиты возвращаются изменёнными.", "Нет ли строки, которая пишет в сам z? Так делают -=, /= и z[...] = . Постройте новый массив."),
)
def scores_changed(z):
    z -= np.max(z, axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The result is the exponentials before division.", "The row must add up to 1. What is the last operation of the formula?"),
    ru=("Получились экспоненты до деления.", "В сумме строка должна давать 1. Какое действие в формуле последнее?"),
)
def not_divided(z):
    return np.exp(z - np.max(z, axis=-1, keepdims=True))


@softmax.mistake(
    en=("One score far above the others still overflows, as happens when the mean of the scores is subtracted.", "Which number must be subtracted so that no exponent is positive?"),
    ru=("Логит, который намного больше остальных, всё равно переполняет экспоненту: так бывает, если вычесть среднее логитов.", "Какое число надо вычесть, чтобы ни один показатель не был положительным?"),
)
def mean_subtracted(z):
    e = np.exp(z - np.mean(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The maxima or the sums go along axis 1: a single row has no such axis, and with three axes it is not the last one.", "What does NumPy call the last axis, whatever the shape?"),
    ru=("Максимумы или суммы берутся по оси 1: у одной строки такой оси нет, а у массива с тремя осями она не последняя.", "Как в NumPy обозначить последнюю ось при любой форме?"),
)
def second_axis(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@softmax.mistake(
    en=("The function takes one row and stops at a table.", "The maximum and the sum have to go along the last axis. Which argument of NumPy's functions says so?"),
    ru=("Функция принимает одну строку, а на таблице останавливается.", "Максимум и сумму надо брать вдоль последней оси. Какой аргумент функций NumPy об этом говорит?"),
)
def one_row_only(z):
    top = max(z)
    e = [math.exp(v - top) for v in z]
    return [v / sum(e) for v in e]


@softmax.mistake(
    en=("With whole numbers in z everything behind the point is lost.", "An array made in the image of z holds what z holds. Of which type is yours?"),
    ru=("Если в z целые числа, теряется дробная часть.", "Массив, созданный по образцу z, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_probabilities(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    p = np.zeros_like(z)
    p[...] = e / e.sum(axis=-1, keepdims=True)
    return p


@softmax.mistake(
    en=("Very large scores are all the same to the result, as happens when they are clipped.", "1000 and 999 must give 0.731 and 0.269. What can be done to all scores of a row without changing the result?"),
    ru=("Очень большие логиты для результата все одинаковы: так бывает, если их обрезать.", "Из 1000 и 999 должно получиться 0.731 и 0.269. Что можно сделать со всеми логитами строки, не меняя результата?"),
)
def scores_clipped_first(z):
    e = np.exp(np.clip(z, -500, 500))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("One score far above the others still overflows, as happens when the smallest score is subtracted.", "Which number must be subtracted so that no exponent is positive?"),
    ru=("Логит, который намного больше остальных, всё равно переполняет экспоненту: так бывает, если вычесть наименьший логит.", "Какое число надо вычесть, чтобы ни один показатель не стал положительным?"),
)
def minimum_subtracted(z):
    e = np.exp(z - np.min(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The result is that of scores divided by their maximum.", "Only a difference leaves the probabilities as they are; a division acts as a temperature."),
    ru=("Результат такой, как если логиты поделить на их максимум.", "Вероятности сохраняет только вычитание, а деление действует как температура."),
)
def divided_by_maximum(z):
    e = np.exp(z / np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The result is that of e = 2.718, a number with three places only.", "Which function of NumPy knows e to the last digit?"),
    ru=("Результат такой, как при e = 2.718, всего с тремя знаками.", "Какая функция NumPy знает e до последней цифры?"),
)
def short_e(z):
    e = 2.718 ** (z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@softmax.mistake(
    en=("The smallest score of a row gets 0, and the others their shares of what they lie above it: the exponential is missing.", "Softmax never gives exactly 0 to scores such as 2, 1, 0. What makes a score positive?"),
    ru=("Наименьший логит строки получает 0, а остальные — доли того, на сколько они больше него: экспоненты нет.", "Для логитов вроде 2, 1, 0 softmax не даёт ровно 0. Что делает логит положительным?"),
)
def shifted_and_divided(z):
    above = z - np.min(z, axis=-1, keepdims=True)
    return above / np.sum(above, axis=-1, keepdims=True)


@softmax.mistake(
    en=("Where the first score is far below the largest, the exponential overflows.", "Any one number may be taken from all scores of a row. With which is no exponent above 0?"),
    ru=("Если первый логит намного меньше наибольшего, экспонента переполняется.", "Из всех логитов строки можно вычесть любое одно число. С каким ни один показатель не будет больше нуля?"),
)
def first_score_subtracted(z):
    e = np.exp(z - z[..., :1])
    return e / e.sum(axis=-1, keepdims=True)


@softmax.alternative
def softmax_by_lists(z):
    if np.ndim(z) > 1:
        return [softmax_by_lists(row) for row in z]
    top = max(z)
    e = [math.exp(v - top) for v in z]
    return [v / sum(e) for v in e]


@softmax.alternative
def softmax_by_logarithm(z):
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


_NEAR = "near the largest score any number will do, it cancels; and a factor that all exponentials share cancels too"
softmax.equal(softmax, "np.max(z", _NEAR)
softmax.equal(softmax, "e.sum(axis=-1", "the order of named arguments changes nothing")
