"""Value of an activation function."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u03_sigmoid_derivative.shared import NAMES, both_sides


@exercise(points=2)
def activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return np.where(z > 0, z, (0.0 if name == "relu" else 0.01) * z)


activation.example("sigmoid", -1.0)
activation.example("tanh", 0.5)
activation.example("relu", np.array([-3.0, 2.0]))
activation.example("leaky_relu", np.array([-5.0, 2.0]))


for _name in NAMES:  # a quarter of the points for each

    @activation.probe("general")
    def _(answer, rng, name=_name):
        return [answer(name, float(z)) for z in both_sides(rng, 7)]

    @activation.probe("vector", credit=0.5)
    def _(answer, rng, name=_name):
        return [answer(name, z) for z in (both_sides(rng, 7), both_sides(rng, 6).reshape(2, 3))]


@activation.mistake(
    en=("The name is not used: every call gives the sigmoid.", "Compare name with each of the four words and answer differently."),
    ru=("Имя не используется: при любом получается сигмоида.", "Сравните name с каждым из четырёх слов, ответы должны различаться."),
)
def one_for_all(name, z):
    return 1 / (1 + np.exp(-np.asarray(z)))


@activation.mistake(
    en=("ReLU turns negative numbers round instead of cutting them off.", "ReLU of −4 is 0: of the two numbers 0 and z the larger one is kept."),
    ru=("ReLU меняет знак отрицательных чисел, а должна их обнулять.", "ReLU от −4 равна 0: из двух чисел, 0 и z, остаётся большее."),
)
def relu_as_size(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.abs(z) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU gives 1 for every positive number: that is its slope.", "ReLU of 3 is 3, not 1: positive numbers pass as they are."),
    ru=("ReLU даёт 1 для любого положительного числа: это её наклон.", "ReLU от 3 равна 3, а не 1: положительные числа проходят как есть."),
)
def relu_as_step(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.where(z > 0, 1.0, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("LeakyReLU lets ten times too much through on the left.", "The lecture's leak is one hundredth."),
    ru=("LeakyReLU пропускает слева в десять раз больше, чем нужно.", "В лекции утечка равна одной сотой."),
)
def leak_of_a_tenth(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.1 * z, z)


@activation.mistake(
    en=("LeakyReLU has its two sides exchanged.", "Positive numbers pass unchanged; the factor belongs to the negative ones."),
    ru=("У LeakyReLU перепутаны стороны.", "Положительные числа проходят без изменений, множитель относится к отрицательным."),
)
def leak_on_the_right(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, z, 0.01 * z)


@activation.mistake(
    en=("LeakyReLU does not leak: it equals ReLU.", "On the left the lecture's function is not 0 but a small multiple of z."),
    ru=("LeakyReLU не пропускает ничего: она равна ReLU.", "Слева у функции из лекции не 0, а малая доля z."),
)
def no_leak(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    return np.tanh(z) if name == "tanh" else np.maximum(z, 0.0)


@activation.mistake(
    en=("LeakyReLU gives the constant 0.01 on the left, not a multiple of z.", "At z = −4 the value is −0.04. What is the factor multiplied by?"),
    ru=("Слева LeakyReLU даёт постоянное 0.01, а не долю z.", "При z = −4 значение равно −0.04. На что умножается множитель?"),
)
def leak_is_constant(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01, z)


@activation.mistake(
    en=("In tanh the 2 of the exponent is missing.", "The lecture's formula has a 2 in two places. tanh(1) is 0.7616."),
    ru=("В tanh потеряна двойка в показателе.", "В формуле из лекции двойка стоит в двух местах. tanh(1) равен 0.7616."),
)
def tanh_without_doubling(name, z):
    z = np.asarray(z, dtype=float)
    s = 1 / (1 + np.exp(-z))
    if name == "sigmoid":
        return s
    if name == "tanh":
        return 2 * s - 1
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("In tanh the −1 at the end is missing.", "tanh(0) is 0 and its values reach down to −1."),
    ru=("В tanh потеряно −1 в конце.", "tanh(0) равен 0, а значения доходят до −1."),
)
def tanh_not_lowered(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return 2 / (1 + np.exp(-2 * z))
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("This is the trigonometric tangent, not the hyperbolic one.", "tanh stays between −1 and 1: mind the h at the end of the name."),
    ru=("Это обычный тангенс, а нужен гиперболический.", "tanh не выходит за пределы от −1 до 1: обратите внимание на h в конце имени."),
)
def ordinary_tangent(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tan(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU and LeakyReLU work for one number and stop at an array.", "Python's max and if ask for one answer; np.maximum and np.where give one for each element."),
    ru=("ReLU и LeakyReLU работают с одним числом, а на массиве останавливаются.", "max и if в Python требуют одного ответа; np.maximum и np.where дают свой для каждого элемента."),
)
def pieces_for_one_number(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(0.0, z)
    return 0.01 * z if z < 0 else z


@activation.alternative
def by_table(name, z):
    table = {
        "sigmoid": lambda v: 1 / (1 + np.exp(-v)),
        "tanh": lambda v: 2 / (1 + np.exp(-2 * v)) - 1,
        "relu": lambda v: v * (v > 0),
        "leaky_relu": lambda v: np.maximum(v, 0.01 * v),
    }
    return table[name](np.asarray(z, dtype=float))


@activation.alternative
def by_lists_of_numbers(name, z):
    if np.ndim(z):
        return [by_lists_of_numbers(name, v) for v in z]
    if name == "sigmoid":
        return 1 / (1 + math.exp(-z))
    if name == "tanh":
        return (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z))
    if name == "relu":
        return max(0, z)
    return z if z >= 0 else z / 100


@activation.alternative
def by_assignment(name, z):
    z = np.array(z, dtype=float)
    if name in ("sigmoid", "tanh"):
        k = 2 if name == "tanh" else 1
        return k / (1 + np.exp(-k * z)) - (k - 1)
    z[z < 0] *= 0.0 if name == "relu" else 0.01
    return z
