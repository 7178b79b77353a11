"""Derivative of a * x + b at x."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import slopes_of_lines


@exercise(points=1)
def line_slope(a, b, x):
    return a * np.ones(np.shape(x))


line_slope.example(2.0, 5.0, 3.0)
line_slope.example(-1.5, 4.0, np.array([0.0, 1.0, 10.0]))
line_slope.example(-1.5, 4.0, np.array([[1, 2], [3, 4]]))


@line_slope.probe("general")
def _(answer, rng):
    a, b, x = map(float, rng.uniform(1.5, 5.0, size=3))
    return [*slopes_of_lines(answer, rng, (), (), ()), answer(0.0, b, x), answer(a, 0.0, 0.0)]


@line_slope.probe("vector")
def _(answer, rng):
    return slopes_of_lines(answer, rng, (4,), (2, 3), (1,))


@line_slope.probe("edge", credit=0.5)
def _(answer, rng):
    a, b = rng.integers(-4, 4) + rng.uniform(0.1, 0.9), rng.uniform(1.0, 6.0)
    x = rng.integers(2, 9, size=4)  # the points are whole numbers, the slope is none
    return [answer(float(a), float(b), x), answer(float(a), float(b), int(x[0])), answer(*map(int, rng.integers(2, 9, size=3)))]


@line_slope.mistake(
    en=("For an array of points one number comes back.", "The slope is the same everywhere, but the answer has one value for each point of x."),
    ru=("Для массива точек возвращается одно число.", "Наклон везде один и тот же, но в ответе по одному значению на каждую точку из x."),
)
def one_number(a, b, x):
    return a


@line_slope.mistake(
    en=("The result is the height of the line divided by x.", "A slope is a difference of heights divided by a difference of places. Which second point have you taken, and does the line go through it?"),
    ru=("Результат — высота прямой, делённая на x.", "Наклон — это разность высот, делённая на разность абсцисс. Какую вторую точку вы взяли и проходит ли через неё прямая?"),
)
def height_over_x(a, b, x):
    return (a * x + b) / x


@line_slope.mistake(
    en=("The result is the height of the line divided by x, and at x = 0 it is inf or nan.", "A slope is a difference of heights divided by a difference of places. Which second point have you taken, and does the line go through it?"),
    ru=("Результат — высота прямой, делённая на x, а при x = 0 это inf или nan.", "Наклон — это разность высот, делённая на разность абсцисс. Какую вторую точку вы взяли и проходит ли через неё прямая?"),
    looks_like=("height_over_x",),
)
def height_over_x_of_an_array(a, b, x):
    x = np.asarray(x, dtype=float)
    return (a * x + b) / x


@line_slope.mistake(
    en=("This is the height of the line, not its slope.", "By how much does the line rise when x grows by 1?"),
    ru=("Это высота прямой, а не её наклон.", "Насколько поднимется прямая, если x вырастет на 1?"),
)
def the_value(a, b, x):
    return a * x + b


@line_slope.mistake(
    en=("The constant b has stayed in the derivative.", "Compare the lines 2x and 2x + 5: which one is steeper?"),
    ru=("В производной осталась константа b.", "Сравните прямые 2x и 2x + 5: какая из них круче?"),
)
def b_kept(a, b, x):
    return a + b + 0.0 * x


@line_slope.mistake(
    en=("The factor x has stayed: only b was dropped.", "In the last step of the derivation x₁ − x₀ cancels. No x is left."),
    ru=("Множитель x остался: исчезло только b.", "На последнем шаге вывода x₁ − x₀ сокращается. Никакого x не остаётся."),
)
def x_kept(a, b, x):
    return a * x


@line_slope.mistake(
    en=("The result is 0, as for a constant.", "b is a constant, but x changes, and with it the term with a."),
    ru=("Получился 0, как у константы.", "b постоянно, но x меняется, а с ним и слагаемое с a."),
)
def zero_everywhere(a, b, x):
    return 0.0 * x


@line_slope.mistake(
    en=("The factor a is lost: the slope is 1 for every line.", "The line 3x rises by 3 for each step to the right."),
    ru=("Множитель a потерян: наклон любой прямой равен 1.", "Прямая 3x поднимается на 3 за каждый шаг вправо."),
)
def a_lost(a, b, x):
    return 1.0 + 0.0 * x


@line_slope.mistake(
    en=("This is the slope of the ray from the origin to the point.", "The derivative compares two points of the line itself, so b drops out."),
    ru=("Это наклон луча из начала координат в точку.", "Производная сравнивает две точки самой прямой, поэтому b исчезает."),
)
def from_the_origin(a, b, x):
    return (a * x + b) / np.where(x == 0, 1.0, x)


@line_slope.mistake(
    en=("For points that are whole numbers the slope loses everything after its decimal point.", "An array made to look like x holds integers if x does. Which of its properties do you need: its kind of numbers or its shape?"),
    ru=("Если точки — целые числа, у наклона пропадает дробная часть.", "Массив, сделанный по образцу x, целочисленный, если таков x. Что вам от x нужно: вид чисел или форма?"),
)
def cut_off_in_integers(a, b, x):
    return np.full_like(x, a)


@line_slope.mistake(
    en=("The function takes a row of points and stops with a single number.", "A number has no length. Which function gives the shape of a number as well as that of an array?"),
    ru=("Функция принимает ряд точек и останавливается на одном числе.", "У числа нет длины. Какая функция даёт форму и для числа, и для массива?"),
)
def rows_only(a, b, x):
    return np.full(len(x), a)


@line_slope.mistake(
    en=("The slope has the wrong sign.", "The line 2x rises when x grows. What is the sign of the slope of such a line?"),
    ru=("У наклона неверный знак.", "Прямая 2x поднимается, когда x растёт. Какой знак у наклона такой прямой?"),
)
def wrong_sign(a, b, x):
    return -a * np.ones(np.shape(x))


@line_slope.mistake(
    en=("The slope comes out as b, the height of the line at x = 0.", "Which of the two numbers says how much the line rises from x = 0 to x = 1?"),
    ru=("Вместо наклона получилось b — высота прямой при x = 0.", "Какое из двух чисел говорит, насколько прямая поднимается от x = 0 до x = 1?"),
)
def b_instead_of_a(a, b, x):
    return b * np.ones(np.shape(x))


@line_slope.mistake(
    en=("The slope is twice as large as it should be.", "The factor 2 belongs to the derivative of x². What is the derivative of x?"),
    ru=("Наклон вдвое больше, чем нужно.", "Множитель 2 — из производной x². А чему равна производная x?"),
)
def twice_too_steep(a, b, x):
    return 2 * a * np.ones(np.shape(x))


@line_slope.mistake(
    en=("For a table of points one row of slopes comes back.", "The length of an array counts its rows only. Which function gives its whole shape?"),
    ru=("Для таблицы точек возвращается одна строка наклонов.", "Длина массива — это только число строк. Какая функция даёт всю его форму?"),
)
def row_for_a_table(a, b, x):
    return np.array([a for _ in x], dtype=float) if np.ndim(x) else a


@line_slope.alternative
def by_full(a, b, x):
    return np.full(np.shape(x), a)


@line_slope.alternative
def by_two_values(a, b, x):
    def line(x):
        return a * x + b

    return line(x + 1) - line(x)


@line_slope.alternative
def by_lists(a, b, x):
    return np.reshape([a for _ in np.ravel(x)], np.shape(x))


line_slope.equal(line_slope, "a * np.ones(np.shape(x))", "a number that is divided by 1, or taken to the first power, is the same")
line_slope.equal(by_two_values, "a * x + b", "the slope does not see what the heights have in common")
