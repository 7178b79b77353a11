"""Derivative of the lecture's example at w."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def d_loss(w):
    return 2 * w


d_loss.example(3.0)
d_loss.example(-2.0)


@d_loss.probe("general")
def _(answer, rng):
    return [answer(float(w)) for w in (0.0, *rng.normal(scale=4.0, size=4))]


@d_loss.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=5)), answer(rng.normal(size=(2, 3)))]


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


@d_loss.alternative
def by_sum(w):
    return w + w


@d_loss.alternative
def by_central_difference(w):
    h = 1e-3
    w = np.asarray(w, dtype=float)
    return ((w + h) ** 2 - (w - h) ** 2) / (2 * h)
