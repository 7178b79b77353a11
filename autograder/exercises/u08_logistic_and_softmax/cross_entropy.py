"""Mean cross-entropy and its gradient with respect to the scores."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.parts import part_of


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


cross_entropy.example(np.array([[2.0, 1.0, 0.0]]), np.array([1]))
cross_entropy.example(np.array([[0.5, -1.0], [2.0, 3.0], [1.0, 1.0]]), np.array([0, 0, 1]))
cross_entropy.example(np.array([[1000.0, 0.0, 999.0], [0.0, 1.0, 2.0]]), np.array([1, 2]))


def _scores(rng, m, k):
    return rng.normal(scale=2.0, size=(m, k)), rng.permutation(np.arange(m) % k)


for _which in range(2):  # a half of the points for the loss, a half for the gradient

    @cross_entropy.probe("general", credit=1.5)
    def _(answer, rng, which=_which):
        return [part_of(answer(*_scores(rng, m, k)), which, 2) for m, k in ((4, 3), (6, 2), (7, 3), (1, 5), (3, 3), (4, 6))]

    @cross_entropy.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        z, y = _scores(rng, 5, 3)
        z[0] += 1000
        z[1] -= 1000
        z[2] = 1000.0 * (np.arange(3) == (y[2] + 1) % 3)
        return part_of(answer(z, y), which, 2)


@cross_entropy.mistake(
    en=("The loss is added up over the objects, and the gradient with it.", "Both belong to the mean loss. What follows from that for the gradient of one object?"),
    ru=("Потери по объектам сложены, и градиент тоже.", "И то и другое относится к средним потерям. Что из этого следует для градиента одного объекта?"),
)
def both_summed(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.sum(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The loss is a mean, but the gradient is not.", "The gradient must belong to the same loss: one object among m moves the mean only by its share."),
    ru=("Потери усреднены, а градиент нет.", "Градиент должен относиться к тем же потерям: один объект из m сдвигает среднее только на свою долю."),
)
def gradient_not_averaged(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) - np.eye(z.shape[1])[y]


@cross_entropy.mistake(
    en=("The gradient is the softmax alone.", "The loss also holds minus the score of the right class. What does that part give?"),
    ru=("Градиент — это один только softmax.", "В потерях есть ещё слагаемое: минус логит правильного класса. Что даёт оно?"),
)
def right_class_forgotten(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), np.exp(logp) / len(y)


@cross_entropy.mistake(
    en=("The gradient has the opposite sign.", "Raising the score of the right class lowers the loss. Which sign must its component have?"),
    ru=("У градиента обратный знак.", "Если поднять логит правильного класса, потери уменьшатся. Какой знак у этой компоненты?"),
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
    en=("The softmax is safe, but its logarithm is not: a probability has become 0.", "Stay with logarithms: the loss is log-sum-exp minus the score of the right class."),
    ru=("Сам softmax безопасен, а его логарифм нет: вероятность обратилась в 0.", "Оставайтесь в логарифмах: потери — это log-sum-exp минус логит правильного класса."),
)
def logarithm_of_zero(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[rows, y])), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("Clipping the probabilities has bent the loss: a sure mistake by 1000 must cost 1000.", "The exact value is within reach. Which formula of the reading has no probability in it?"),
    ru=("Обрезание вероятностей исказило потери: уверенная ошибка на 1000 должна стоить 1000.", "Точное значение достижимо. В какой формуле из текста нет вероятности?"),
)
def probabilities_clipped(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(np.clip(p[rows, y], 1e-15, 1))), (p - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The classes are counted from 1.", "The indices in y start with 0, as everywhere in Python."),
    ru=("Классы считаются с единицы.", "Номера в y начинаются с 0, как везде в Python."),
)
def classes_from_one(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y - 1]), (np.exp(logp) - np.eye(z.shape[1])[y - 1]) / len(y)


@cross_entropy.mistake(
    en=("The mean is taken over all m·K numbers of the table.", "Only one number of each row counts: the loss is divided by the number of objects."),
    ru=("Среднее взято по всем m·K числам таблицы.", "В каждой строке считается только одно число: потери делятся на число объектов."),
)
def mean_of_the_table(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    right = np.eye(z.shape[1])[y]
    return -np.mean(right * logp), (np.exp(logp) - right) / z.size


@cross_entropy.mistake(
    en=("The slope of the sigmoid is multiplied in.", "It cancels, as with two classes: the gradient of one object is simply softmax minus the right answer."),
    ru=("Домножен наклон сигмоиды.", "Он сокращается, как и для двух классов: градиент одного объекта — просто softmax минус правильный ответ."),
)
def slope_multiplied_in(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    return -np.mean(logp[rows, y]), (p - np.eye(z.shape[1])[y]) * p * (1 - p) / len(y)


@cross_entropy.mistake(
    en=("Only the loss comes back.", "The task asks for a pair: the loss and the gradient by the scores."),
    ru=("Возвращаются только потери.", "По условию нужна пара: потери и градиент по логитам."),
)
def loss_alone(z, y):
    rows = np.arange(len(y))
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y])


@cross_entropy.mistake(
    en=("The scores that you were given are changed.", "-= subtracts in place. Build a new array instead."),
    ru=("Меняются сами переданные логиты.", "Знак -= вычитает на месте. Постройте новый массив."),
)
def given_scores_changed(z, y):
    rows = np.arange(len(y))
    z -= z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(logp[rows, y]), (np.exp(logp) - np.eye(z.shape[1])[y]) / len(y)


@cross_entropy.mistake(
    en=("The colon takes every row for every label: all objects get the columns of all classes in y.", "Each object has one class of its own. Which row numbers belong beside the column numbers in y?"),
    ru=("Двоеточие берёт для каждой метки все строки: каждому объекту достаются столбцы всех классов из y.", "У каждого объекта свой единственный класс. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
)
def columns_for_everybody(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    grad = np.exp(logp)
    grad[:, y] -= 1
    return -np.mean(logp[:, y]), grad / len(y)


@cross_entropy.mistake(
    en=("The colon takes every row for every label: all objects get the probabilities of all classes in y.", "Each object has one class of its own. Which row numbers belong beside the column numbers in y?"),
    ru=("Двоеточие берёт для каждой метки все строки: каждому объекту достаются вероятности всех классов из y.", "У каждого объекта свой единственный класс. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
)
def probabilities_for_everybody(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    grad = p.copy()
    grad[:, y] -= 1
    return -np.mean(np.log(p[:, y])), grad / len(y)


@cross_entropy.mistake(
    en=("The loss is right, but in the gradient the 1 is subtracted in too many places.", "A colon takes all rows. Which row numbers belong beside the column numbers in y?"),
    ru=("Потери верны, а в градиенте единица вычтена слишком во многих местах.", "Двоеточие берёт все строки. Какие номера строк должны стоять рядом с номерами столбцов из y?"),
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
    en=("One maximum is subtracted from all rows, and a row with much smaller scores is left with nothing but zeros.", "Every row needs its own largest score."),
    ru=("Из всех строк вычитается один максимум, и в строке с гораздо меньшими логитами остаются одни нули.", "Каждой строке нужен свой максимум."),
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


@cross_entropy.alternative
def entropy_by_loop(z, y):
    m, k = z.shape
    loss, grad = 0.0, []
    for i in range(m):
        top = max(z[i])
        e = [math.exp(v - top) for v in z[i]]
        loss += (math.log(sum(e)) + top - z[i, y[i]]) / m
        grad.append([(e[j] / sum(e) - (1 if j == y[i] else 0)) / m for j in range(k)])
    return loss, grad


@cross_entropy.alternative
def entropy_by_logaddexp(z, y):
    lse = np.logaddexp.reduce(z, axis=1)
    right = np.zeros(z.shape)
    right[np.arange(len(y)), y] = 1.0
    return (lse - (z * right).sum(axis=1)).mean(), (np.exp(z - lse[:, None]) - right) / len(z)


@cross_entropy.alternative
def entropy_as_a_list(z, y):
    logp = z - np.logaddexp.reduce(z, axis=-1, keepdims=True)
    right = y[:, None] == np.arange(z.shape[1])
    return [-logp[right].mean(), np.exp(logp) / len(y) - right / len(y)]
