"""Derivative of f at x0, approximately, from values to both sides."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from autograder.judging.judge import number
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


central_difference.example(public.parabola, -1.0, 0.3)
central_difference.example(public.square, 3.0, 0.5)
central_difference.example(public.square, -3, 2)
# Here the right formulas miss the derivative, each by an error of its own: a step that is not h misses it by nothing.
central_difference.example(public.wave, 1.0, 2.0, fulfils="misses_the_cosine")


def _error_falls(answer, f, df, x0, h):
    """Return whether halving h divides the error by about four, or by more: that is order two, or better."""
    error, halved = (abs(number(answer(f, x0, step)) - df) for step in (h, h / 2))
    return bool(0 < halved < error / 3.3)


@central_difference.probe("simple")
def _(answer, rng):
    a, b, c, x0, h = map(int, rng.integers(2, 6, size=5))
    seen = [answer(lambda x: a * x**2 - b * x + c, x0, h)]  # whole numbers are numbers
    for h in (0.1, 0.5, 2.0):  # exact for every parabola, whatever h is
        a, b, c = (float(value) for value in rng.uniform(1.0, 4.0, size=3))
        seen.append(answer(lambda x, a=a, b=b, c=c: a * x**2 - b * x + c, float(rng.uniform(-2.0, 0.0 if h == 0.5 else 2.0)), h))  # one falls
    return seen


@central_difference.probe("property")
def _(answer, rng):
    x, (f, df) = rng.uniform(0.3, 0.9, size=3), random_cubic(rng)
    return [
        _error_falls(answer, np.sin, math.cos(x[0]), float(x[0]), 0.2),
        _error_falls(answer, np.exp, math.exp(x[1]), float(x[1]), 0.1),
        _error_falls(answer, lambda x: f(x) + x**5, float(df(x[2])) + 5 * float(x[2]) ** 4, float(x[2]), 0.1),
    ]


@central_difference.mistake(
    en=("On a parabola this is no better than the forward difference: one point is x₀ itself, or nearer to it than the other.", "The central difference goes equally far to both sides and leaves f(x₀) out."),
    ru=("На параболе это не лучше правой разности: одна из точек — сама x₀ или ближе к ней, чем другая.", "Центральная разность отступает в обе стороны одинаково далеко и обходится без f(x₀)."),
)
def forward(f, x0, h):
    return (f(x0 + h) - f(x0)) / h


@central_difference.mistake(
    en=("This is the backward difference: one point is x₀ itself.", "One point must be to the left of x₀, the other one to the right."),
    ru=("Это левая разность: одна из точек — сама x₀.", "Одна точка должна быть слева от x₀, другая справа."),
)
def backward(f, x0, h):
    return (f(x0) - f(x0 - h)) / h


@central_difference.mistake(
    en=("The result is twice as large as it should be.", "How far apart are the two points? Divide by that distance."),
    ru=("Результат вдвое больше, чем нужно.", "На каком расстоянии друг от друга лежат две точки? На него и надо делить."),
)
def distance_halved(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / h


@central_difference.mistake(
    en=("The difference is divided by 2 and then multiplied by h.", "Python works from left to right. Everything below the line needs brackets."),
    ru=("Разность делится на 2, а потом умножается на h.", "Python считает слева направо. Всё, что стоит под чертой, берут в скобки."),
)
def multiplied_by_h(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / 2 * h


@central_difference.mistake(
    en=("Brackets are missing in the numerator: only the second value is divided.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("В числителе не хватает скобок: делится только второе значение.", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def second_value_divided(f, x0, h):
    return f(x0 + h) - f(x0 - h) / (2 * h)


@central_difference.mistake(
    en=("The two values are added where they should be subtracted.", "A slope compares two heights: it needs their difference."),
    ru=("Два значения сложены, а нужно вычитать.", "Наклон сравнивает две высоты: нужна их разность."),
)
def added(f, x0, h):
    return (f(x0 + h) + f(x0 - h)) / (2 * h)


@central_difference.mistake(
    en=("The sign is turned round.", "Right value minus left value: for a rising function the result is positive."),
    ru=("Знак обратный.", "Правое значение минус левое: у растущей функции результат положителен."),
)
def left_minus_right(f, x0, h):
    return (f(x0 - h) - f(x0 + h)) / (2 * h)


@central_difference.mistake(
    en=("This is the second derivative: it says how fast the slope changes.", "Two values of f are enough here, and h is not squared."),
    ru=("Это вторая производная: она говорит, как быстро меняется наклон.", "Здесь достаточно двух значений f, и h не возводится в квадрат."),
)
def second_derivative(f, x0, h):
    return (f(x0 + h) - 2 * f(x0) + f(x0 - h)) / h**2


@central_difference.mistake(
    en=("The result does not change with h: it is that of a small step that is always the same.", "The step must be the h that was given. For the sine at x₀ = 1, compare what you get with h = 1 and with h = 0.1."),
    ru=("Результат не зависит от h: он такой, как при малом постоянном шаге.", "Шагом должно быть переданное h. Сравните для синуса в x₀ = 1, что получается при h = 1 и при h = 0.1."),
)
def fixed_step(f, x0, h):
    return (f(x0 + 1e-5) - f(x0 - 1e-5)) / (2 * 1e-5)


@central_difference.mistake(
    en=("The difference of the two heights is divided by 2, but not by h.", "A slope is a rise per unit of length. How far apart are the two points?"),
    ru=("Разность двух высот разделена на 2, но не на h.", "Наклон — это подъём на единицу длины. Как далеко друг от друга лежат две точки?"),
)
def divided_by_two_only(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / 2


@central_difference.mistake(
    en=("The difference of the two heights is not divided at all.", "How far apart are the two points? A slope is a quotient."),
    ru=("Разность двух высот ни на что не разделена.", "Как далеко друг от друга лежат две точки? Наклон — это отношение."),
)
def not_divided(f, x0, h):
    return f(x0 + h) - f(x0 - h)


@central_difference.mistake(
    en=("The result is half of what is due.", "Measure the distance between your two points: is that what you divide by?"),
    ru=("Результат вдвое меньше, чем нужно.", "Измерьте расстояние между вашими двумя точками: на него ли вы делите?"),
)
def half_steps_whole_distance(f, x0, h):
    return (f(x0 + h / 2) - f(x0 - h / 2)) / (2 * h)


@central_difference.mistake(
    en=("This is the forward difference over the double distance: half of the slope to the right.", "2h is the distance from x0 − h to x0 + h. Which two points do you use?"),
    ru=("Это правая разность, делённая на двойное расстояние: половина наклона справа.", "2h — это расстояние от x0 − h до x0 + h. А какие две точки берёте вы?"),
)
def forward_by_two_steps(f, x0, h):
    return (f(x0 + h) - f(x0)) / (2 * h)


@central_difference.mistake(
    en=("The result does not change with h: it is that of the step 0.001.", "Nobody but the caller chooses the step. Which of your lines uses the h that was given?"),
    ru=("Результат не зависит от h: он такой, как при шаге 0.001.", "Шаг выбирает тот, кто вызывает функцию. В какой строке у вас участвует переданное h?"),
)
def step_of_a_thousandth(f, x0, h):
    return (f(x0 + 1e-3) - f(x0 - 1e-3)) / (2 * 1e-3)


@central_difference.mistake(
    en=("The result does not change with h: it is that of the step 0.01.", "A smaller h must give a smaller error. Where does the h that was given come into your formula?"),
    ru=("Результат не зависит от h: он такой, как при шаге 0.01.", "Чем меньше h, тем меньше должна быть ошибка. Где переданное h входит в вашу формулу?"),
)
def step_of_a_hundredth(f, x0, h):
    return (f(x0 + 0.01) - f(x0 - 0.01)) / 0.02


@central_difference.mistake(
    en=("The slopes of two secants are averaged, and both run to the right.", "The mean has a small error only if one secant runs to the left and the other one as far to the right. Which points do yours join?"),
    ru=("Усреднены наклоны двух секущих, но обе идут вправо.", "У среднего ошибка мала, только если одна секущая идёт влево, а другая настолько же вправо. Какие точки соединяют ваши?"),
)
def mean_of_two_to_the_right(f, x0, h):
    near, far = (f(x0 + h) - f(x0)) / h, (f(x0 + 2 * h) - f(x0)) / (2 * h)
    return (near + far) / 2


@central_difference.mistake(
    en=("This is the backward difference over the double distance: half of the slope to the left.", "2h is the distance from x0 − h to x0 + h. Which two points do you use?"),
    ru=("Это левая разность, делённая на двойное расстояние: половина наклона слева.", "2h — это расстояние от x0 − h до x0 + h. А какие две точки берёте вы?"),
)
def backward_by_two_steps(f, x0, h):
    return (f(x0) - f(x0 - h)) / (2 * h)


@central_difference.mistake(
    en=("The result is that of the step 1e-12, whatever h is: so short that rounding spoils the digits.", "The step is chosen by the caller. Is the h that you divide by the one that was given?"),
    ru=("Результат такой, как при шаге 1e-12, каким бы ни было h: шаг так мал, что цифры портит округление.", "Шаг выбирает тот, кто вызывает функцию. То ли h стоит в знаменателе, которое было передано?"),
)
def step_spoilt_by_rounding(f, x0, h):
    return (f(x0 + 1e-12) - f(x0 - 1e-12)) / (2 * 1e-12)


@central_difference.mistake(
    en=("The result is that of a forward difference with the step 2h.", "Both points must be equally far from x₀, one to each side. How far away is the farther one in your formula?"),
    ru=("Результат такой, как у правой разности с шагом 2h.", "Обе точки должны быть на одинаковом расстоянии от x₀, с разных сторон. Как далеко у вас дальняя из них?"),
)
def twice_to_the_right(f, x0, h):
    return (f(x0 + 2 * h) - f(x0)) / (2 * h)


@central_difference.alternative
def mean_of_two_sides(f, x0, h):
    return ((f(x0 + h) - f(x0)) / h + (f(x0) - f(x0 - h)) / h) / 2


@central_difference.alternative
def with_half_steps(f, x0, h):
    return (f(x0 + h / 2) - f(x0 - h / 2)) / h


@central_difference.alternative
def with_five_points(f, x0, h):
    near = f(x0 + h) - f(x0 - h)
    far = f(x0 + 2 * h) - f(x0 - 2 * h)
    return (8 * near - far) / (12 * h)


@central_difference.alternative
def by_vector(f, x0, h):
    left, right = f(x0 + np.array([-h, h]))
    return 0.5 / h * (right - left)


central_difference.equal(with_five_points, "near = ", "the two differences may be computed in any order")
