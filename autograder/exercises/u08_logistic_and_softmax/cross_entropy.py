"""Mean cross-entropy and its gradient with respect to the scores."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of


@exercise(points=3)
def cross_entropy(z, y):
    rows = np.arange(len(y))
    shifted = z - z.max(axis=1, keepdims=True)
    e = np.exp(shifted)
    total = e.sum(axis=1)
    loss = np.mean(np.log(total) - shifted[rows, y])
    grad = e / total[:, None]
    grad[rows, y] -= 1
    return float(loss), grad / len(y)


cross_entropy.example(np.array([[2.0, 0.7, -0.5]]), np.array([1]))  # a score of 0 is as good as none, and one of 1 as a lost 1
cross_entropy.example(np.array([[2.0, 1.0, 0.0]]), np.array([1]))
cross_entropy.example(np.array([[1000.0, 0.0, 999.0], [0.0, 1.0, 2.0]]), np.array([1, 2]))
cross_entropy.example(np.array([[0.5, -1.0], [2.0, 3.0], [1.0, 1.0]]), np.array([0, 0, 1]))
cross_entropy.example(np.zeros((2, 2)), np.array([0, 1]))
cross_entropy.example(np.array([[1000.0, 999.0], [-1000.0, -1001.0]]), np.array([1, 0]))
cross_entropy.example(np.array([[1000.0, -1000.0, -1000.0]]), np.array([0]))
cross_entropy.example(np.array([[2, 0], [1, 3]]), np.array([1, 1]))


def _scores(rng, m, k):
    """Return scores and right classes: every class if there are enough objects, any ones but the last if not."""
    return rng.normal(scale=2.0, size=(m, k)), (rng.permutation(m) + rng.integers(k if m >= k else k - m)) % k


for _which, _part in enumerate(("loss", "gradient")):  # each has a half of the points

    @cross_entropy.probe("general", credit=1.25, part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(*_scores(rng, m, k)), which, 2) for m, k in ((4, 3), (6, 2), (7, 3), (1, 5), (3, 3), (4, 6))]

    @cross_entropy.probe("edge", credit=0.75, part=_part)
    def _(answer, rng, which=_which):
        z, y = _scores(rng, 6, 4)
        z[0] += 1000
        z[1] -= 1000
        z[2] = 1000.0 * (np.arange(4) == (y[2] + 1) % 4)
        z[3] = np.where(np.arange(4) == y[3], 950.0, -950.0)
        return part_of(answer(z, y), which, 2)

    @cross_entropy.probe("edge", credit=0.25, part=_part)
    def _(answer, rng, which=_which):
        """Whole numbers, which are numbers too; no sum of some is equal to a sum of others by chance.

        The right classes have the lowest scores: a tiny number added to their probabilities is seen.
        """
        z = rng.permutation(rng.permuted(np.outer([1, 9], [1, 2, 4]), axis=1) * rng.choice([-1, 1]))
        y = rng.permutation(2)
        for scores, label in zip(z, y, strict=True):
            lowest = scores.argmin()
            scores[[lowest, label]] = scores[[label, lowest]]
        return part_of(answer(z, y), which, 2)


@cross_entropy.mistake(
    en=("The sum over the objects is not divided by their number.", "The loss and its gradient belong to the mean. What follows from that for the gradient of one object?"),
    ru=("Сумма по объектам не поделена на их число.", "И потери, и градиент относятся к средним потерям. Что из этого следует для градиента одного объекта?"),
)
def both_summed(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.sum(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The gradient is not divided by the number of objects.", "The gradient must belong to the mean loss: one object among m moves the mean only by its share."),
    ru=("Градиент не поделён на число объектов.", "Градиент должен относиться к средним потерям: один объект из m сдвигает среднее только на свою долю."),
)
def gradient_not_averaged(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The gradient is the softmax alone.", "The loss also holds minus the score of the right class. What does that part give?"),
    ru=("Градиент — это один только softmax.", "В потерях есть ещё слагаемое: минус логит верного класса. Что даёт оно?"),
)
def right_class_forgotten(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) / len(y)


@cross_entropy.mistake(
    en=("The gradient has the opposite sign.", "Raising the score of the right class lowers the loss. Which sign must its component have?"),
    ru=("У градиента обратный знак.", "Если поднять логит верного класса, потери уменьшатся. Какой знак у этой компоненты?"),
)
def gradient_reversed(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.eye(z.shape[1])[y] - np.exp(logp)) / len(y)


@cross_entropy.mistake(
    en=("At scores of 1000 the exponential overflows.", "Take the largest score of each row out before you raise e to it."),
    ru=("При логитах около 1000 экспонента переполняется.", "До возведения в степень вычтите из каждой строки её наибольший логит."),
)
def cross_entropy_overflows(z, y):
    rows = np.arange(len(y))
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("At far scores the gradient is right, but the loss is not finite, as happens with the logarithm of a probability that has become 0.", "Stay with logarithms: the loss is log-sum-exp minus the score of the right class."),
    ru=("При далёких логитах градиент верен, а потери не конечны: так бывает, если логарифм берётся от вероятности, которая обратилась в 0.", "Оставайтесь в логарифмах: потери — это log-sum-exp минус логит верного класса."),
)
def logarithm_of_zero(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("Sure mistakes cost at most 34.5, as with probabilities that are clipped at 1e-15.", "The exact value is within reach. Which formula of the reading has no probability in it?"),
    ru=("Уверенная ошибка стоит не больше 34.5, как при вероятностях, обрезанных на 1e-15.", "Точное значение достижимо. В какой формуле из текста нет вероятности?"),
)
def probabilities_clipped(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(np.clip(p[rows, y], 1e-15, 1))), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The result is that of classes counted from 1.", "The indices in y start with 0, as everywhere in Python."),
    ru=("Результат такой, как если считать классы с единицы.", "Номера в y начинаются с 0, как везде в Python."),
)
def classes_from_one(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y - 1]), (np.exp(logp) - np.eye(z.shape[1])[y - 1]) / len(y)


@cross_entropy.mistake(
    en=("The division counts the classes too: it is by K or by m·K, the number of all scores.", "Only one number of each row counts: the loss is divided by the number of objects."),
    ru=("При делении учтены и классы: делится на K или на m·K, число всех логитов.", "В каждой строке считается только одно число: потери делятся на число объектов."),
)
def mean_of_the_table(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    right = np.eye(z.shape[1])[y]
    return -np.mean(right * logp), (np.exp(logp) - right) / z.size


@cross_entropy.mistake(
    en=("The gradient has the slope p(1 − p) multiplied in.", "It cancels, as with two classes: the gradient of one object is simply softmax minus the right answer."),
    ru=("Градиент домножен на наклон p(1 − p).", "Он сокращается, как и для двух классов: градиент одного объекта — просто softmax минус верный ответ."),
)
def slope_multiplied_in(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    return -np.mean(logp[rows, y]), (p - np.eye(z.shape[1])[y]) * p * (1 - p) / len(y)


@cross_entropy.mistake(
    en=("Only the loss comes back.", "The task asks for a pair: the loss and the gradient with respect to the scores."),
    ru=("Возвращаются только потери.", "По условию нужна пара: потери и градиент по логитам."),
)
def loss_alone(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y])


@cross_entropy.mistake(
    en=("The scores that you were given come back changed.", "Does a line write into z itself? -= and z[...] = do. Build a new array instead."),
    ru=("Переданные вам логиты возвращаются изменёнными.", "Нет ли строки, которая пишет в сам z? Так делают -= и z[...] = . Постройте новый массив."),
)
def given_scores_changed(z, y):
    rows = np.arange(len(y))
    z -= z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The loss and the gradient are those of every object with the classes of all objects in y.", "Each object has one class of its own. Which row numbers belong beside the column numbers in y, and is a colon one of them?"),
    ru=("Потери и градиент такие, как если бы у каждого объекта были классы всех объектов из y.", "У каждого объекта свой единственный класс. Какие номера строк нужны рядом с номерами столбцов из y и годится ли там двоеточие?"),
)
def columns_for_everybody(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.exp(logp)
    grad[:, y] -= 1
    return -np.mean(logp[:, y]), grad / len(y)


@cross_entropy.mistake(
    en=("Every object is given the classes of all objects in y, and far scores break the logarithm besides.", "Each object has one class of its own: does a colon stand where row numbers belong? And which formula of the reading has no probability in it?"),
    ru=("Каждому объекту достались классы всех объектов из y, а при далёких логитах ещё и ломается логарифм.", "У каждого объекта свой единственный класс: не стоит ли двоеточие на месте номеров строк? И в какой формуле из текста нет вероятности?"),
)
def probabilities_for_everybody(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    grad = p.copy()
    grad[:, y] -= 1
    return -np.mean(np.log(p[:, y])), grad / len(y)


@cross_entropy.mistake(
    en=("In the gradient every object has 1 subtracted at the classes of all objects.", "Which row numbers belong beside the column numbers in y, and is a colon one of them?"),
    ru=("В градиенте у каждого объекта единица вычтена при классах всех объектов.", "Какие номера строк нужны рядом с номерами столбцов из y и годится ли там двоеточие?"),
)
def one_subtracted_everywhere(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.exp(logp)
    grad[:, y] -= 1
    return -np.mean(logp[rows, y]), grad / len(y)


@cross_entropy.mistake(
    en=("The loss comes out negative.", "The logarithm of a probability is never positive. Which sign makes a loss of it?"),
    ru=("Потери получаются отрицательными.", "Логарифм вероятности не бывает положительным. Какой знак делает из него потери?"),
)
def entropy_minus_lost(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The two parts of the pair have changed places.", "The task asks for the loss first and the gradient second."),
    ru=("Две части пары поменялись местами.", "По условию сначала идут потери, потом градиент."),
)
def parts_swapped(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y), -np.mean(logp[rows, y])


@cross_entropy.mistake(
    en=("A row with much smaller scores than another one is left with nothing but zeros, as happens when one maximum is subtracted from all rows.", "Every row needs its own largest score."),
    ru=("В строке, где логиты гораздо меньше, чем в другой, остаются одни нули: так бывает, если из всех строк вычесть один максимум.", "Каждой строке нужен свой максимум."),
)
def entropy_one_maximum(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max())
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The gradient is added up over the objects.", "Every object has scores of its own, so the gradient has the shape of z, one row for each object."),
    ru=("Градиент сложен по объектам.", "У каждого объекта свои логиты, поэтому форма градиента такая же, как у z: по строке на объект."),
)
def gradient_added_up(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]).mean(axis=0)


@cross_entropy.mistake(
    en=("The loss is added up over the objects, not averaged.", "The task asks for the mean loss, and your gradient belongs to it already."),
    ru=("Потери по объектам сложены, а не усреднены.", "По условию нужны средние потери, и ваш градиент относится как раз к ним."),
)
def loss_not_averaged(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.sum(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("In the gradient every component of a row has the index of the class subtracted.", "The index says where the 1 of the one-hot row stands. What stands in the other places?"),
    ru=("В градиенте из всех компонент строки вычтен номер класса.", "Номер говорит, где в унитарном коде стоит единица. Что стоит на остальных местах?"),
)
def index_subtracted(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - y[:, None]) / len(y)


@cross_entropy.mistake(
    en=("One score far above the others still overflows, as happens when the mean of the row is subtracted.", "Which number must be taken out so that no exponent is positive?"),
    ru=("Логит, который намного больше остальных, всё равно переполняет экспоненту: так бывает, если вычесть среднее строки.", "Какое число надо вынести, чтобы ни один показатель не был положительным?"),
)
def entropy_mean_taken_out(z, y):
    rows = np.arange(len(y))
    s = z - z.mean(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("With whole numbers in z the gradient loses everything behind the point.", "An array made in the image of z holds what z holds. Of which type is yours?"),
    ru=("Если в z целые числа, градиент теряет дробную часть.", "Массив, созданный по образцу z, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_gradient(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.zeros_like(z)
    grad[...] = (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)
    return -np.mean(logp[rows, y]), grad


@cross_entropy.mistake(
    en=("The loss holds the log-sum-exp alone.", "The score of the right class has to be subtracted from it. Which term of the formula is that?"),
    ru=("В потерях остался только log-sum-exp.", "Из него нужно вычесть логит верного класса. Какое это слагаемое формулы?"),
)
def right_score_forgotten(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return np.mean(np.logaddexp.reduce(z, axis=1)), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The result is that of a sigmoid for every class by itself, with the log-losses of all classes added up.", "The classes of a row share one probability of 1. Which function looks at all the scores of a row together?"),
    ru=("Получилось как с отдельной сигмоидой для каждого класса и суммой потерь по классам.", "Классы одной строки делят между собой единицу. Какая функция смотрит сразу на все логиты строки?"),
)
def sigmoids_apart(z, y):
    z = z * 1.0
    hot = np.eye(z.shape[1])[y]
    losses = np.maximum(z, 0) - hot * z + np.log1p(np.exp(-np.abs(z)))
    return losses.sum() / len(y), (0.5 * (1 + np.tanh(z / 2)) - hot) / len(y)


@cross_entropy.mistake(
    en=("The loss is divided by K or by m·K, the number of all scores.", "In each row only the right class counts, so a mean over the table divides by too much. How many objects are there?"),
    ru=("Потери поделены на K или на m·K, число всех логитов.", "В каждой строке считается только верный класс, поэтому среднее по всей таблице делит на слишком большое число. Сколько объектов?"),
)
def loss_over_the_table(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    right = np.eye(z.shape[1])[y]
    return -np.mean(right * logp), (np.exp(logp) - right) / len(y)


@cross_entropy.mistake(
    en=("The loss is that of 1 − p of the right class.", "If the loss is read from an array of which 1 has been subtracted already, what stands there? Compute the loss before."),
    ru=("Потери посчитаны для 1 − p верного класса.", "Если потери берутся из массива, из которого единица уже вычтена, что там стоит? Считайте потери раньше."),
)
def loss_after_the_subtraction(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[rows, y] -= 1
    with np.errstate(all="ignore"):
        return -np.mean(np.log(np.abs(p[rows, y]))), p / len(y)


@cross_entropy.mistake(
    en=("Where the last class is nobody's, the function stops with a ValueError: the shapes do not fit.", "A class without an object is a class all the same. What says how many classes there are, y or z?"),
    ru=("Если последний класс никому не достался, функция останавливается с ValueError: формы не подходят друг другу.", "Класс без объектов — тоже класс. Что говорит, сколько классов: y или z?"),
)
def classes_counted_in_y(z, y):
    log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]
    one_hot = np.eye(np.max(y) + 1)[y]
    return -np.sum(one_hot * log_p) / len(y), (np.exp(log_p) - one_hot) / len(y)


@cross_entropy.alternative
def entropy_by_loop(z, y):
    losses, rows = [], []
    for scores, label in zip(z, y):
        top = max(scores)
        e = [math.exp(v - top) for v in scores]
        losses.append(math.log(sum(e)) + top - scores[label])
        rows.append([(v / sum(e) - (j == label)) / len(y) for j, v in enumerate(e)])
    return sum(losses) / len(y), rows


@cross_entropy.alternative
def entropy_by_logaddexp(z, y):
    logp = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
    right = np.eye(z.shape[1])[y]
    return [-np.sum(logp * right) / len(y), (np.exp(logp) - right) / len(y)]


_LENGTH = "all have the same length m, and a list is as good as a pair"
_LAST = "axis 1 of a table is its last one"
_LINES = "lines that do not use each other may change places"
cross_entropy.equal(cross_entropy, "np.arange(len(y))", _LENGTH + ", and " + _LINES)
cross_entropy.equal(cross_entropy, "z.max(", "near the largest score any number will do, it cancels; " + _LAST)
cross_entropy.equal(cross_entropy, "e.sum(axis=1)", _LAST)
cross_entropy.equal(cross_entropy, "loss = np.mean", "a row has only one axis, and " + _LINES)
cross_entropy.equal(cross_entropy, "float(loss)", _LENGTH)
cross_entropy.equal(entropy_by_loop, "losses, rows = ", "a list is as good as a pair")
cross_entropy.equal(entropy_by_loop, "losses.append", "terms may be added in any order, and " + _LINES)
cross_entropy.equal(entropy_by_loop, "len(y)", _LENGTH)
cross_entropy.equal(entropy_by_logaddexp, "logp = z", _LAST + ", and " + _LINES)
cross_entropy.equal(entropy_by_logaddexp, "np.eye(", _LAST + ", and logp has the shape of z")
cross_entropy.equal(entropy_by_logaddexp, "len(y)", _LENGTH)
