"""Derivative of a * x**2 + b at x."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import slopes_of_lines


@exercise(points=1)
def parabola_slope(a, b, x):
    return 2 * a * x


parabola_slope.example(3.0, 7.5, 5.0)  # 2 to the power 4 would be twice 2 · 4
parabola_slope.example(-1.5, 4.0, np.array([0.0, 1.0, 10.0]))
parabola_slope.example(0.75, 4.0, np.array([[1, 3], [-5, 7]]))


@parabola_slope.probe("general")
def _(answer, rng):
    a, b, x = map(float, rng.uniform(1.5, 5.0, size=3))
    return [*slopes_of_lines(answer, rng, (), (), ()), answer(0.0, b, x), answer(a, 0.0, x), answer(a, b, 0.0)]


@parabola_slope.probe("vector")
def _(answer, rng):
    return slopes_of_lines(answer, rng, (4,), (2, 3), (1,))


@parabola_slope.probe("edge", credit=0.5)
def _(answer, rng):
    a, b = rng.integers(-4, 4) + rng.uniform(0.05, 0.2), rng.uniform(1.0, 6.0)
    x = rng.choice([1, 2, -1, -2], size=4)  # the points are whole numbers, the slopes are none
    return [answer(float(a), float(b), x), answer(float(a), float(b), int(x[0])), answer(*map(int, rng.integers(2, 9, size=3)))]


@parabola_slope.mistake(
    en=("The constant b has stayed in the derivative.", "b stands in both values of f. What is left of it in their difference?"),
    ru=("В производной осталась константа b.", "b входит в оба значения f. Что от него остаётся в разности?"),
)
def constant_kept(a, b, x):
    return 2 * a * x + b


@parabola_slope.mistake(
    en=("The factor 2 is missing.", "Open (x₀ + Δx)²: how often does the product x₀·Δx occur?"),
    ru=("Не хватает множителя 2.", "Раскройте (x₀ + Δx)²: сколько раз там встречается произведение x₀·Δx?"),
)
def two_missing(a, b, x):
    return a * x


@parabola_slope.mistake(
    en=("This is the height of the parabola, not its slope.", "Subtract f(x₀), divide by Δx, and only then let Δx go to 0."),
    ru=("Это высота параболы, а не её наклон.", "Вычтите f(x₀), разделите на Δx и только потом устремите Δx к 0."),
)
def the_height(a, b, x):
    return a * x**2 + b


@parabola_slope.mistake(
    en=("The factor a is lost.", "Compare x² and 3x²: which one is steeper, and how many times?"),
    ru=("Множитель a потерян.", "Сравните x² и 3x²: какая парабола круче и во сколько раз?"),
)
def factor_lost(a, b, x):
    return 2 * x


@parabola_slope.mistake(
    en=("The square has stayed.", "Division by Δx takes one factor away: of the square only the first power is left."),
    ru=("Квадрат остался.", "Деление на Δx убирает один множитель: от квадрата остаётся первая степень."),
)
def square_kept(a, b, x):
    return 2 * a * x**2


@parabola_slope.mistake(
    en=("The slope is the same at every x, as for a line.", "A parabola is steeper the farther it is from its lowest point. Where has x gone?"),
    ru=("Наклон при всех x один и тот же, как у прямой.", "Чем дальше от вершины, тем парабола круче. Куда делся x?"),
)
def same_everywhere(a, b, x):
    return 2 * a + 0.0 * x


@parabola_slope.mistake(
    en=("Δx is still there: this is the slope of the secant with Δx = 1.", "In your last line let Δx go to 0."),
    ru=("Осталось Δx: это наклон секущей при Δx = 1.", "В последней строке вывода устремите Δx к 0."),
)
def secant_of_one(a, b, x):
    return 2 * a * x + a


@parabola_slope.mistake(
    en=("The sign is wrong.", "To the right of 0 the parabola x² rises, so its slope there is positive."),
    ru=("Знак неверный.", "Справа от 0 парабола x² растёт, значит, наклон там положителен."),
)
def minus(a, b, x):
    return -2 * a * x


@parabola_slope.mistake(
    en=("The slope is twice as large as it should be.", "In (x₀ + Δx)² − x₀², how many times does x₀·Δx stand? Divide by Δx then."),
    ru=("Наклон вдвое больше, чем нужно.", "Сколько раз x₀·Δx входит в (x₀ + Δx)² − x₀²? А потом разделите на Δx."),
)
def twice_too_steep(a, b, x):
    return 4 * a * x


@parabola_slope.mistake(
    en=("The numbers a and x are added where they should be multiplied.", "Three times as steep a parabola has three times the slope at every x. Is that so for yours?"),
    ru=("Числа a и x складываются, а нужно умножать.", "Если парабола втрое круче, наклон втрое больше при каждом x. Так ли это у вас?"),
)
def added_to_a(a, b, x):
    return 2 * x + a


@parabola_slope.mistake(
    en=("For points that are whole numbers the slopes lose everything after their decimal point.", "An array of integers holds integers only. What kind of array do you fill?"),
    ru=("Если точки — целые числа, у наклонов пропадает дробная часть.", "В массив целых чисел помещаются только целые. Какой массив вы заполняете?"),
)
def cut_off_in_integers(a, b, x):
    if np.ndim(x) == 0:
        return 2 * a * x
    slopes = np.zeros_like(x)
    for i in range(len(x)):
        slopes[i] = 2 * a * x[i]
    return slopes


@parabola_slope.mistake(
    en=("This is the slope of a short secant, with Δx = 0.1.", "The derivative is exact. What is left of your formula when Δx goes to 0?"),
    ru=("Это наклон короткой секущей при Δx = 0.1.", "Производная точна. Что останется от вашей формулы, если устремить Δx к 0?"),
)
def secant_of_a_tenth(a, b, x):
    return (a * (x + 0.1) ** 2 - a * np.asarray(x) ** 2) / 0.1


@parabola_slope.mistake(
    en=("This is the slope of a short secant, with Δx = 0.01.", "Open the brackets in (x₀ + Δx)² on paper: which term vanishes in the limit?"),
    ru=("Это наклон короткой секущей при Δx = 0.01.", "Раскройте скобки в (x₀ + Δx)² на бумаге: какое слагаемое исчезает в пределе?"),
)
def secant_of_a_hundredth(a, b, x):
    return (a * (x + 0.01) ** 2 - a * np.asarray(x) ** 2) / 0.01


@parabola_slope.mistake(
    en=("This is the slope of a short secant, with Δx = 0.001.", "A secant comes close to the tangent and is not the tangent. Your derivation on paper ends with a formula without Δx."),
    ru=("Это наклон короткой секущей при Δx = 0.001.", "Секущая близка к касательной, но это не касательная. Ваш вывод на бумаге кончается формулой без Δx."),
)
def secant_of_a_thousandth(a, b, x):
    return (a * (x + 0.001) ** 2 - a * np.asarray(x) ** 2) / 0.001


@parabola_slope.mistake(
    en=("The factor a is lost, and the constant b has stayed.", "Which of the two numbers makes the parabola steeper, and which one only lifts it?"),
    ru=("Множитель a потерян, а константа b осталась.", "Какое из двух чисел делает параболу круче, а какое только поднимает её?"),
)
def a_lost_b_kept(a, b, x):
    return 2 * x + b


@parabola_slope.mistake(
    en=("The factor 2 is missing, and the constant b has stayed.", "Write out f(x₀ + Δx) − f(x₀): what becomes of b, and how often does x₀·Δx occur?"),
    ru=("Не хватает множителя 2, а константа b осталась.", "Выпишите f(x₀ + Δx) − f(x₀): что станет с b и сколько раз встретится x₀·Δx?"),
)
def two_missing_b_kept(a, b, x):
    return a * x + b


@parabola_slope.mistake(
    en=("For an array of points the slopes are added up.", "The parabola has a slope at every point. How many values does the answer need for three points?"),
    ru=("Для массива точек наклоны сложены.", "У параболы в каждой точке свой наклон. Сколько значений должно быть в ответе для трёх точек?"),
)
def slopes_added_up(a, b, x):
    return sum(2 * a * each for each in np.atleast_1d(x))


@parabola_slope.alternative
def by_sum(a, b, x):
    return a * (x + x)


@parabola_slope.alternative
def by_symmetric_secant(a, b, x):
    return a * (x + 0.5) ** 2 - a * (x - 0.5) ** 2


@parabola_slope.alternative
def by_list(a, b, x):
    return np.reshape([(a + a) * one for one in np.ravel(x)], np.shape(x))


parabola_slope.equal(parabola_slope, "2 * a * x", "three factors may be multiplied in any order")
parabola_slope.equal(by_symmetric_secant, "x - 0.5", "a square does not see the sign")
