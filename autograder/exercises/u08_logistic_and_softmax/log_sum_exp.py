"""Logarithm of the sum of the exponentials, along the last axis."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def log_sum_exp(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1)) + top[..., 0]


log_sum_exp.example(np.array([2.0, 0.7, -0.3]))  # with equal distances the scores turned round look like a maximum lost
log_sum_exp.example(np.array([2.0, 1.0, 0.0]))
log_sum_exp.example(np.array([0.0, 0.0]))
log_sum_exp.example(np.array([[0.0, 0.0, 0.0], [1.0, -1.0, 3.0], [0.5, 2.0, 0.0]]))
log_sum_exp.example(np.array([800.0, 800.0]))
log_sum_exp.example(np.array([[1000.0, 1001.0], [-1000.0, -999.0]]))
log_sum_exp.example(np.array([-800.0, 800.0]))
log_sum_exp.example(np.array([2, 1, 0]))


@log_sum_exp.probe("simple")
def _(answer, rng):
    return [answer(rng.normal(scale=2.0, size=k) + 1.0) for k in (2, 4, 7)]


@log_sum_exp.probe("general", credit=0.5)
def _(answer, rng):
    """A square table: here a lost axis gives wrong numbers instead of an error."""
    return [answer(rng.normal(scale=2.0, size=(3, 3)) + 1.0)]


@log_sum_exp.probe("vector")
def _(answer, rng):
    shapes = (4, 3), (2, 5), (2, 3, 4)
    return [answer(rng.normal(scale=2.0, size=shape) + 1.0) for shape in shapes]


@log_sum_exp.probe("edge")
def _(answer, rng):
    z = rng.uniform(-2, 2, size=3)
    return [answer(1000 + z), answer(z - 1000), answer(np.array([900.0, -900.0])), answer(np.array([-900.0, 900.0])), answer(np.array([z + 990, z - 990]))]


@log_sum_exp.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers: they are numbers too. And a table with a single row is a table."""
    table = rng.integers(-3, 4, size=(3, 5))
    return [answer(rng.permutation([0, 1, 3, int(rng.integers(-5, 5))])), answer(table), answer(table[:1])]


@log_sum_exp.mistake(
    en=("At scores of 1000 the exponential overflows, at −1000 everything vanishes.", "Take the largest score out first, as in softmax, and do not lose it on the way."),
    ru=("При логитах около 1000 экспонента переполняется, а около −1000 всё исчезает.", "Сначала вынесите наибольший логит, как в softmax, и не потеряйте его по дороге."),
)
def lse_overflows(z):
    return np.log(np.sum(np.exp(z), axis=-1))


@log_sum_exp.mistake(
    en=("Scores beyond ±700 count as ±700, so the result of such scores is wrong.", "Cutting the scores off keeps the exponential finite and loses how large they were. What can be taken out of all of them and given back at the end?"),
    ru=("Логиты за пределами ±700 считаются равными ±700, поэтому результат для них неверен.", "Если обрезать логиты, экспонента останется конечной, но потеряется их величина. Что можно вынести из всех логитов, а в конце вернуть?"),
)
def scores_cut_off(z):
    return np.log(np.sum(np.exp(np.clip(z, -700, 700)), axis=-1))


@log_sum_exp.mistake(
    en=("The result is too small by the largest of the scores that were added up.", "In softmax the maximum cancels. Does it cancel in a logarithm of a sum?"),
    ru=("Результат меньше нужного на наибольший из сложенных логитов.", "В softmax максимум сокращается. А сокращается ли он в логарифме суммы?"),
)
def maximum_lost(z):
    return np.log(np.sum(np.exp(z - np.max(z, axis=-1, keepdims=True)), axis=-1))


@log_sum_exp.mistake(
    en=("The result is too small by twice the largest score of the row.", "When the maximum is taken out of every score, the logarithm becomes too small by it, not too large."),
    ru=("Результат меньше нужного на два наибольших логита строки.", "Если вычесть максимум из каждого логита, логарифм станет на него меньше, а не больше."),
)
def maximum_subtracted_twice(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1)) - top[..., 0]


@log_sum_exp.mistake(
    en=("The result is just the sum of the scores.", "The logarithm of e to the power z is z again. In which order do sum and logarithm come?"),
    ru=("Получилась просто сумма логитов.", "Логарифм от e в степени z — это снова z. В каком порядке идут сумма и логарифм?"),
)
def sum_of_logarithms(z):
    return np.sum(z, axis=-1)


@log_sum_exp.mistake(
    en=("The result is just the largest score.", "It is close when one score is far ahead. For two equal scores the answer is larger by ln 2."),
    ru=("Получился просто наибольший логит.", "Это близко, когда один логит далеко впереди. Для двух равных ответ больше на ln 2."),
)
def only_the_maximum(z):
    return np.max(z, axis=-1)


@log_sum_exp.mistake(
    en=("The result is too small by ln K, as with a mean in place of the sum.", "Two scores of 0 give ln 2, not 0."),
    ru=("Результат меньше нужного на ln K, как если вместо суммы взять среднее.", "Два нулевых логита дают ln 2, а не 0."),
)
def log_mean_exp(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.mean(np.exp(z - top), axis=-1)) + top[..., 0]


@log_sum_exp.mistake(
    en=("The whole array gives a single number.", "Each row has a result of its own: the sum goes along the last axis."),
    ru=("Весь массив даёт одно число.", "У каждой строки свой результат: сумма берётся по последней оси."),
)
def lse_of_everything(z):
    return np.max(z) + np.log(np.sum(np.exp(z - np.max(z))))


@log_sum_exp.mistake(
    en=("The sums run down the columns.", "Look at the axis: the scores of one object lie along the last one."),
    ru=("Суммы идут по столбцам.", "Посмотрите на ось: числа одного объекта лежат вдоль последней."),
)
def lse_of_columns(z):
    top = np.max(z, axis=0)
    return np.log(np.sum(np.exp(z - top), axis=0)) + top


@log_sum_exp.mistake(
    en=("One axis too many is left over.", "For a table of shape (m, K) the result has shape (m,), for a single row it is a number."),
    ru=("Осталась лишняя ось.", "Для таблицы формы (m, K) результат имеет форму (m,), а для одной строки это число."),
)
def axis_left_over(z):
    top = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=-1, keepdims=True)) + top


@log_sum_exp.mistake(
    en=("What is taken out of a row is not its own largest score, and a row with much smaller scores becomes the logarithm of 0.", "Every row needs its own largest score."),
    ru=("Из строки вынесен не её собственный максимум, и строка с гораздо меньшими числами превращается в логарифм нуля.", "Каждой строке нужен свой максимум."),
)
def lse_one_maximum(z):
    return np.max(z) + np.log(np.sum(np.exp(z - np.max(z)), axis=-1))


@log_sum_exp.mistake(
    en=("The maxima are subtracted along the wrong side of the table.", "A maximum for each row has lost an axis. Keep it for the subtraction, and drop it only when you add the maximum again."),
    ru=("Максимумы вычитаются не вдоль той стороны таблицы.", "Максимум по строке теряет ось. Для вычитания сохраните её, а уберите только тогда, когда возвращаете максимум."),
)
def lse_axis_not_kept(z):
    top = np.max(z, axis=-1)
    return np.log(np.sum(np.exp(z - top), axis=-1)) + top


@log_sum_exp.mistake(
    en=("The maxima or the sums go along axis 1: a single row has no such axis, and with three axes it is not the last one.", "What does NumPy call the last axis, whatever the shape?"),
    ru=("Максимумы или суммы берутся по оси 1: у одной строки такой оси нет, а у массива с тремя осями она не последняя.", "Как в NumPy обозначить последнюю ось при любой форме?"),
)
def lse_second_axis(z):
    top = np.max(z, axis=1, keepdims=True)
    return np.log(np.sum(np.exp(z - top), axis=1)) + np.max(z, axis=1)


@log_sum_exp.mistake(
    en=("The function takes one row and stops at a table.", "The maximum and the sum have to go along the last axis. Which argument of NumPy's functions says so?"),
    ru=("Функция принимает одну строку, а на таблице останавливается.", "Максимум и сумму надо брать вдоль последней оси. Какой аргумент функций NumPy об этом говорит?"),
)
def lse_one_row_only(z):
    top = max(z)
    return top + math.log(sum(math.exp(v - top) for v in z))


@log_sum_exp.mistake(
    en=("With whole numbers in z everything behind the point is lost.", "An array made in the image of z holds what z holds. Of which type is yours?"),
    ru=("Если в z целые числа, теряется дробная часть.", "Массив, созданный по образцу z, хранит числа того же типа. Какого типа ваш?"),
)
def lse_in_whole_numbers(z):
    result = np.zeros_like(z[..., 0])
    top = np.max(z, axis=-1, keepdims=True)
    result[...] = np.log(np.sum(np.exp(z - top), axis=-1)) + top[..., 0]
    return result


@log_sum_exp.mistake(
    en=("Scores beyond ±500 are all the same to the result, as happens when they are clipped.", "800 and 800 must give 800.693. Which number can be taken out of the logarithm exactly?"),
    ru=("Логиты за пределами ±500 для результата все одинаковы: так бывает, если их обрезать.", "Из 800 и 800 должно получиться 800.693. Какое число можно вынести из-под логарифма без потерь?"),
)
def lse_clipped(z):
    return np.log(np.sum(np.exp(np.clip(z, -500, 500)), axis=-1))


@log_sum_exp.mistake(
    en=("The result is the sum of the exponentials, before the logarithm.", "At scores of 800 this sum is beyond all floats. What is the last operation of the formula?"),
    ru=("Получилась сумма экспонент, ещё без логарифма.", "При логитах 800 эта сумма не помещается ни в какой float. Какое действие в формуле последнее?"),
)
def logarithm_lost(z):
    return np.sum(np.exp(z), axis=-1)


@log_sum_exp.mistake(
    en=("The result is just the sum of the scores, and for scores such as 1000 it is not finite.", "The logarithm of each exponential alone undoes it. Which comes first, the sum or the logarithm?"),
    ru=("Результат — просто сумма логитов, а при логитах около 1000 он не конечен.", "Логарифм от каждой экспоненты в отдельности её отменяет. Что должно быть раньше: сумма или логарифм?"),
    looks_like=("sum_of_logarithms",),
)
def logarithm_before_the_sum(z):
    return np.sum(np.log(np.exp(z)), axis=-1)


@log_sum_exp.mistake(
    en=("The logarithms are added, not the exponentials: what comes out is the largest score plus the difference of each score from it.", "The logarithm of an exponential undoes it, so nothing is left of e. What must be added up before the logarithm?"),
    ru=("Сложены логарифмы, а не экспоненты: выходит наибольший логит плюс разности всех логитов с ним.", "Логарифм экспоненты возвращает то, что было, и от e ничего не остаётся. Что надо сложить до логарифма?"),
)
def logarithms_added(z):
    top = np.max(z, axis=-1, keepdims=True)
    return top[..., 0] + np.sum(np.log(np.exp(z - top)), axis=-1)


@log_sum_exp.mistake(
    en=("Where the first score is far below the largest, the exponential overflows.", "Any one number may be taken out of all scores of a row. With which is no exponent above 0?"),
    ru=("Если первый логит намного меньше наибольшего, экспонента переполняется.", "Из всех логитов строки можно вынести любое одно число. С каким ни один показатель не будет больше нуля?"),
)
def lse_first_score_out(z):
    return np.log(np.sum(np.exp(z - z[..., :1]), axis=-1)) + z[..., 0]


@log_sum_exp.alternative
def lse_pair_by_pair(z):
    return np.logaddexp.reduce(z, axis=-1)


@log_sum_exp.alternative
def lse_by_lists(z):
    if np.ndim(z) > 1:
        return [lse_by_lists(row) for row in z]
    top = max(z)
    return float(top) + math.log(sum(math.exp(v - top) for v in z))


@log_sum_exp.alternative
def lse_in_moved_axes(z):
    rows = np.moveaxis(z, -1, 0)
    top = rows.max(axis=0)
    return top + np.log(np.exp(rows - top).sum(axis=0))


_NEAR = "near the largest score any number will do: it is taken out and put back"
log_sum_exp.equal(log_sum_exp, "np.max(z", _NEAR)
log_sum_exp.equal(log_sum_exp, "top[..., 0]", "the axis that is left has one element")
log_sum_exp.equal(lse_by_lists, "sum(", "brackets around what is summed change nothing")
