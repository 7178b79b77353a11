"""Loss of the lecture's example at w."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def loss(w):
    return w**2 + 12


loss.example(3.0)
loss.example(-2.0)


@loss.probe("general")
def _(answer, rng):
    return [answer(float(w)) for w in (0.0, *rng.normal(scale=4.0, size=4))]


@loss.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=5)), answer(rng.normal(size=(2, 3)))]


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
    en=("All values are added up into one number.", "For an array of weights the answer is an array: one loss for each weight."),
    ru=("Все значения сложены в одно число.", "Для массива весов ответ — массив: своё значение для каждого веса."),
)
def summed(w):
    return np.sum(np.asarray(w) ** 2) + 12


@loss.mistake(
    en=("The ^ sign is not a power in Python.", "A power is written with two stars."),
    ru=("Знак ^ в Python — не степень.", "Степень записывают двумя звёздочками."),
)
def caret(w):
    return w ^ 2 + 12


@loss.alternative
def by_product(w):
    return 12.0 + w * w


@loss.alternative
def by_power(w):
    return np.power(np.asarray(w, dtype=np.float64), 2) + 12


@loss.alternative
def by_comprehension(w):
    if np.ndim(w) == 0:
        return float(w) ** 2 + 12
    return [by_comprehension(v) for v in w]
