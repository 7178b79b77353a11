"""Loss of the lecture's example at w."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import weights


@exercise(points=1)
def loss(w):
    return w**2 + 12


loss.example(5.0)
loss.example(5)
loss.example(np.array([0.0, -3.0]))


@loss.probe("general")
def _(answer, rng):
    return list(map(answer, weights(rng)))


@loss.probe("vector")
def _(answer, rng):
    whole = rng.permutation([-4, 2, 3, 5]) * rng.choice([-1, 1])  # an array of whole numbers is an array too
    return [answer(rng.normal(scale=4.0, size=5)), answer(rng.normal(size=(2, 3))), answer(whole)]


@loss.mistake(
    en=("The parabola sits at another height.", "At w = 0 the loss must be 12. What does your function give there?"),
    ru=("Парабола стоит на другой высоте.", "При w = 0 функция потерь равна 12. Что там даёт ваша функция?"),
)
def no_constant(w):
    return w**2


@loss.mistake(
    en=("The weight is doubled where it should be squared.", "At w = 5 the square is 25. Look at the operator before the 2."),
    ru=("Вес умножается на два, а его нужно возвести в квадрат.", "При w = 5 квадрат равен 25. Посмотрите на знак операции перед двойкой."),
)
def doubled(w):
    return 2 * w + 12


@loss.mistake(
    en=("The constant is taken into the square.", "Square first, add afterwards: check the brackets."),
    ru=("Константа попала под квадрат.", "Сначала квадрат, потом сложение: проверьте скобки."),
)
def constant_inside(w):
    return (w + 12) ** 2


@loss.mistake(
    en=("This is the derivative of the loss, not the loss.", "The loss itself is asked for here; its derivative is the next exercise."),
    ru=("Это производная функции потерь, а не сама функция.", "Здесь нужна сама функция потерь; производная будет в следующем задании."),
)
def the_derivative(w):
    return 2 * w


@loss.mistake(
    en=("The constant has the wrong sign.", "The smallest value of the loss is +12."),
    ru=("У константы не тот знак.", "Наименьшее значение функции потерь равно +12."),
)
def minus_constant(w):
    return w**2 - 12


@loss.mistake(
    en=("All squares are added up into one number.", "For an array of weights the answer is an array: one loss for each weight."),
    ru=("Все квадраты сложены в одно число.", "Для массива весов ответ — массив: своё значение для каждого веса."),
)
def summed(w):
    return np.sum(np.asarray(w) ** 2) + 12


@loss.mistake(
    en=("Python stops with a TypeError, as at 5.0 ^ 2: the ^ sign is not a power.", "A power is written with two stars. Is there a ^ in your code, or does something else meet a value that it cannot work with?"),
    ru=("Python останавливается с TypeError, как на 5.0 ^ 2: знак ^ — не степень.", "Степень записывают двумя звёздочками. Есть ли в вашем коде ^ или что-то другое получает значение, с которым не умеет работать?"),
)
def caret(w):
    return w ^ 2 + 12


@loss.mistake(
    en=("Weight and exponent have changed places.", "The weight is multiplied by itself. For w = 5, which number is that?"),
    ru=("Вес и показатель степени поменялись местами.", "Вес умножается сам на себя. Какое число получится при w = 5?"),
)
def two_to_the_power(w):
    return 2.0**w + 12


@loss.mistake(
    en=("The square is multiplied by 12.", "At w = 0 the loss is 12, not 0: what is done with the 12?"),
    ru=("Квадрат умножается на 12.", "При w = 0 потери равны 12, а не нулю: что делают с числом 12?"),
)
def times_the_constant(w):
    return w**2 * 12


@loss.mistake(
    en=("For an array one number comes out: the sum of all losses.", "Each weight has a loss of its own, and they stay apart in an array."),
    ru=("Для массива получается одно число — сумма всех потерь.", "У каждого веса свои потери, и в массиве они остаются отдельными."),
)
def summed_with_the_constants(w):
    return np.sum(w**2 + 12)


@loss.mistake(
    en=("It takes one number but not an array.", "The functions of the math module take one number; w may be an array too."),
    ru=("Функция принимает одно число, но не массив.", "Функции модуля math принимают одно число, а w может быть и массивом."),
)
def one_number_only(w):
    return math.pow(w, 2) + 12


@loss.mistake(
    en=("It takes an array but not one number.", "A single number cannot be walked through: what works for both alike?"),
    ru=("Функция принимает массив, но не одно число.", "По одному числу нельзя пройти в цикле. Что годится и для числа, и для массива?"),
)
def array_only(w):
    return [each**2 + 12 for each in w]


@loss.alternative
def by_product(w):
    return 12.0 + w * w


@loss.alternative
def by_power(w):
    return np.power(w, 2) + 12


@loss.alternative
def by_comprehension(w):
    if np.ndim(w):
        return [by_comprehension(v) for v in w]
    return float(w) ** 2 + 12


loss.equal(loss, "w**2", "a square does not see the sign")
