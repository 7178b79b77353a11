"""Derivative of the lecture's example at w."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import weights


@exercise(points=1)
def d_loss(w):
    return 2 * w


d_loss.example(5.0)
d_loss.example(np.array([0.0, -3.0]))


@d_loss.probe("general")
def _(answer, rng):
    return list(map(answer, weights(rng)))


@d_loss.probe("vector")
def _(answer, rng):
    whole = rng.permutation([-4, 2, 3, 5]) * rng.choice([-1, 1])  # an array of whole numbers is an array too
    drawn = rng.permutation([0.0, *rng.normal(scale=4.0, size=4)])
    return [answer(drawn), answer(rng.normal(size=(2, 3))), answer(whole)]


@d_loss.mistake(
    en=("This is the loss, not its derivative.", "The task asks how fast the loss changes at w."),
    ru=("Это сама функция потерь, а не её производная.", "Задание спрашивает, как быстро меняется функция потерь в точке w."),
)
def the_loss(w):
    return w**2 + 12


@d_loss.mistake(
    en=("The constant has stayed in the derivative.", "A constant does not change, so its derivative is 0."),
    ru=("В производной осталась константа.", "Константа не меняется, её производная равна 0."),
)
def constant_kept(w):
    return 2 * w + 12


@d_loss.mistake(
    en=("The power has gone, the factor has not come.", "In the rule for a power the old exponent becomes a factor."),
    ru=("Степень понизилась, а множитель не появился.", "В правиле для степени прежний показатель становится множителем."),
)
def no_factor(w):
    return w * 1.0


@d_loss.mistake(
    en=("The sign is turned round.", "To the right of 0 the parabola rises, so there the derivative is positive."),
    ru=("Знак обратный.", "Справа от нуля парабола растёт, значит, производная там положительна."),
)
def anti_gradient(w):
    return -2 * w


@d_loss.mistake(
    en=("The exponent has not gone down.", "The derivative of a square is linear: twice the weight means twice the slope."),
    ru=("Показатель степени не понизился.", "Производная квадрата линейна: вдвое больший вес — вдвое больший наклон."),
)
def power_kept(w):
    return 2 * w**2


@d_loss.mistake(
    en=("The result is always the same number.", "The slope of a parabola is different in every point, so the answer depends on w."),
    ru=("Результат всегда один и тот же.", "Наклон параболы в каждой точке свой, ответ зависит от w."),
)
def slope_constant(w):
    return 2.0 + 0 * w


@d_loss.mistake(
    en=("Half of the weight comes out.", "The old exponent becomes a factor: is it multiplied or divided by?"),
    ru=("Получается половина веса.", "Прежний показатель становится множителем: на него умножают или делят?"),
)
def halved(w):
    return w / 2


@d_loss.mistake(
    en=("The slope is a little off: it is measured over a step to one side.", "You know the rule for a power from unit 02. It gives the derivative without any step."),
    ru=("Наклон чуть неточен: он измерен по шагу в одну сторону.", "Правило для степени вы знаете из урока 02. Оно даёт производную без всякого шага."),
)
def forward_quotient(w):
    h = 1e-6
    return ((w + h) ** 2 - w**2) / h


@d_loss.mistake(
    en=("For an array one number comes out: the sum of all slopes.", "For an array of weights the answer is an array: one slope for each weight."),
    ru=("Для массива получается одно число — сумма всех наклонов.", "Для массива весов ответ — массив: свой наклон для каждого веса."),
)
def summed(w):
    return np.sum(2 * w)


@d_loss.mistake(
    en=("It takes an array but not one number.", "A single number cannot be walked through: what works for both alike?"),
    ru=("Функция принимает массив, но не одно число.", "По одному числу нельзя пройти в цикле. Что годится и для числа, и для массива?"),
)
def array_only(w):
    return [2 * each for each in w]


@d_loss.mistake(
    en=("This is the slope of a secant with the step 0.5 to the right.", "The slope of a curve belongs to one point. What is left of the step in the limit?"),
    ru=("Это наклон секущей с шагом 0.5 вправо.", "Наклон кривой относится к одной точке. Что в пределе остаётся от шага?"),
)
def step_of_a_half(w):
    return (np.add(w, 0.5) ** 2 - np.square(w)) / 0.5


@d_loss.mistake(
    en=("This is the slope of a secant with the step 0.1 to the right.", "With a shorter step it comes closer to the derivative. Which formula needs no step at all?"),
    ru=("Это наклон секущей с шагом 0.1 вправо.", "Чем короче шаг, тем ближе наклон к производной. А какой формуле шаг не нужен?"),
)
def step_of_a_tenth(w):
    return (np.add(w, 0.1) ** 2 - np.square(w)) / 0.1


@d_loss.mistake(
    en=("This is the slope of a secant with the step 0.01 to the right.", "The derivative is exact, and the rule for a power gives it at once."),
    ru=("Это наклон секущей с шагом 0.01 вправо.", "Производная точна, и правило для степени даёт её сразу."),
)
def step_of_a_hundredth(w):
    return (np.add(w, 0.01) ** 2 - np.square(w)) / 0.01


@d_loss.mistake(
    en=("This is the slope of a secant with the step 0.001 to the right.", "That is not quite the exact slope. Derive w² + 12 on paper: there is no step in what comes out."),
    ru=("Это наклон секущей с шагом 0.001 вправо.", "Это ещё не точный наклон. Найдите производную w² + 12 на бумаге: в ней нет никакого шага."),
)
def step_of_a_thousandth(w):
    return (np.add(w, 0.001) ** 2 - np.square(w)) / 0.001


@d_loss.alternative
def by_sum(w):
    return w + w


@d_loss.alternative
def by_central_difference(w):
    return ((w + 1) ** 2 - (w - 1) ** 2) / 2


d_loss.equal(by_central_difference, "w - 1", "a square does not see the sign")
