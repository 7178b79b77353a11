"""Value of an activation function."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u03_sigmoid_derivative.shared import NAMES, both_sides, whole_numbers


@exercise(points=2)
def activation(name, z):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0 if name == "relu" else 0.01 * z)


activation.example("sigmoid", -4.0)
activation.example("tanh", -4.0)
activation.example("tanh", 0.5)
activation.example("relu", np.array([-3.0, 2.0]))
activation.example("leaky_relu", np.array([-5.0, 2.0]))
activation.example("leaky_relu", np.array([-4, 1]))


for _name in NAMES:  # a quarter of the points for each

    @activation.probe("general", part=_name)
    def _(answer, rng, name=_name):
        return [answer(name, float(z)) for z in rng.permutation([0.0, *both_sides(rng, 7)])]

    @activation.probe("vector", credit=0.5, part=_name)
    def _(answer, rng, name=_name):
        inputs = [both_sides(rng, 7), both_sides(rng, 6).reshape(2, 3), whole_numbers(rng, 4)]
        return [answer(name, z) for z in (*inputs, int(rng.integers(-5, 0)))]


@activation.mistake(
    en=("Whatever the name, the result is the sigmoid.", "Compare name with each of the four words and answer differently."),
    ru=("При любом имени получается сигмоида.", "Сравните name с каждым из четырёх слов, ответы должны различаться."),
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
    en=("For 'leaky_relu' nothing comes back.", "Four names, four functions: walk through your code with this name. Which return does it reach?"),
    ru=("При имени 'leaky_relu' ничего не возвращается.", "Четыре имени — четыре функции: пройдите по коду с этим именем. До какого return он доходит?"),
)
def leaky_missing(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else None


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
    en=("The sigmoid comes out above 1.", "1 / 1 is worked out first. What must the whole bottom of the fraction be?"),
    ru=("Сигмоида получается больше 1.", "Сначала вычисляется 1 / 1. Что целиком должно стоять в знаменателе?"),
)
def sigmoid_without_brackets(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / 1 + np.exp(-z)
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("The sigmoid falls where it should rise.", "A larger z has to give a larger value: which sign does the exponent have?"),
    ru=("Сигмоида убывает, а должна расти.", "Чем больше z, тем больше должно быть значение: какой знак у показателя?"),
)
def sigmoid_falls(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU keeps the negative numbers and cuts off the positive ones.", "Of the two numbers 0 and z, which one is kept at z = 2?"),
    ru=("ReLU оставляет отрицательные числа и обнуляет положительные.", "Какое из двух чисел, 0 или z, остаётся при z = 2?"),
)
def smaller_for_larger(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.minimum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU lets negative numbers through.", "ReLU of −3 is 0: on the left nothing passes."),
    ru=("ReLU пропускает отрицательные числа.", "ReLU от −3 равна 0: слева ничего не проходит."),
)
def relu_lets_all_through(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return z if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("LeakyReLU is small on the right too.", "Positive numbers pass as they are; only the negative ones are made smaller."),
    ru=("LeakyReLU мала и справа.", "Положительные числа проходят как есть, уменьшаются только отрицательные."),
)
def leak_on_both_sides(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else 0.01 * z


@activation.mistake(
    en=("For whole numbers the leak of LeakyReLU loses everything after the decimal point.", "An array made like z holds the same kind of numbers as z: which kind does −0.04 need?"),
    ru=("Для целых чисел у утечки LeakyReLU пропадает дробная часть.", "Массив, созданный по образцу z, хранит числа того же типа, что и z: какой тип нужен для −0.04?"),
)
def leak_cut_off(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-np.asarray(z)))
    if name == "tanh":
        return np.tanh(z)
    value = np.array(z)
    value[value < 0] = 0 if name == "relu" else 0.01 * value[value < 0]
    return value


@activation.mistake(
    en=("tanh comes out for half of z, as when the 2 of the exponent is missing.", "The lecture's formula has a 2 in two places. tanh(1) is 0.7616."),
    ru=("tanh получается от половины z, как если в показателе потеряна двойка.", "В формуле из лекции двойка стоит в двух местах. tanh(1) равен 0.7616."),
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
    en=("ReLU takes one number and stops at an array.", "Python's max and if ask for one answer; np.maximum and np.where give one for each element."),
    ru=("ReLU принимает одно число, а на массиве останавливается.", "max и if в Python требуют одного ответа; np.maximum и np.where дают свой для каждого элемента."),
)
def relu_for_one_number(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(0.0, z)
    return np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("LeakyReLU takes one number and stops at an array.", "Python's max and if ask for one answer; np.maximum and np.where give one for each element."),
    ru=("LeakyReLU принимает одно число, а на массиве останавливается.", "max и if в Python требуют одного ответа; np.maximum и np.where дают свой для каждого элемента."),
)
def leaky_relu_for_one_number(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(0.0, z)
    return 0.01 * z if z < 0 else z


@activation.mistake(
    en=("ReLU and LeakyReLU work for one number and stop at an array.", "Python's max and if ask for one answer; np.maximum and np.where give one for each element."),
    ru=("ReLU и LeakyReLU работают с одним числом, а на массиве останавливаются.", "max и if в Python требуют одного ответа; np.maximum и np.where дают свой для каждого элемента."),
    looks_like=("relu_for_one_number", "leaky_relu_for_one_number"),
)
def pieces_for_one_number(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(0.0, z)
    return 0.01 * z if z < 0 else z


@activation.mistake(
    en=("For an array ReLU gives one number: the largest element, or 0.", "Each element is compared with 0 on its own. Which function of NumPy takes the larger of two for every element?"),
    ru=("Для массива ReLU даёт одно число: наибольший элемент или 0.", "С нулём сравнивается каждый элемент отдельно. Какая функция NumPy берёт большее из двух поэлементно?"),
)
def relu_largest_of_all(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return max(0.0, np.max(z)) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.alternative
def by_table(name, z):
    table = {
        "sigmoid": lambda v: 1 / (1 + np.exp(-v)),
        "tanh": lambda v: 2 / (1 + np.exp(-2 * v)) - 1,
        "relu": lambda v: v * (v > 0),
        "leaky_relu": lambda v: np.maximum(v, 0.01 * v),
    }
    return table[name](np.asarray(z))


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
    if name == "sigmoid":
        return np.exp(-np.logaddexp(0, -np.asarray(z)))
    if name == "tanh":
        return np.sinh(z) / np.cosh(z)
    value = np.array(z, dtype=float)
    value[value < 0] *= {"relu": 0.0, "leaky_relu": 0.01}[name]
    return value


activation.equal(activation, "name ==", "the names are different words, and a truth value is as true when it is doubled")
activation.equal(by_table, "lambda v", "v is z, and fmax differs from maximum for nan alone")
activation.equal(by_lists_of_numbers, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
activation.equal(by_lists_of_numbers, "z >= 0", "at 0 both pieces give 0")
activation.equal(by_lists_of_numbers, "max(0, z)", "the larger of two numbers, in either order")
activation.equal(by_assignment, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
activation.equal(by_assignment, "np.logaddexp", "a sum may be taken in either order")
activation.equal(by_assignment, "value < 0", "0 stays 0")
