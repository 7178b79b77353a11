"""Slope of the sigmoid, finite and without warnings."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u03_sigmoid_derivative.shared import far_and_near, far_numbers, silently, whole_numbers


@exercise(points=2)
def d_sigmoid(z):
    small = np.exp(-np.abs(z))
    return small / (1.0 + small) ** 2


d_sigmoid.example(np.array([2.0, -1000.0]))  # there the slide's fraction is no number: its lost minus is seen as well
d_sigmoid.example(2.0)
d_sigmoid.example(np.array([-1.0, 3.0]))
d_sigmoid.example(np.array([-2, 1]))
d_sigmoid.example(710.5, silent=True)  # e to this power overflows, the square of cosh(z/2) does not
d_sigmoid.example(1000.0, silent=True)
d_sigmoid.example(-1000.0, silent=True)
d_sigmoid.example(np.array([-1000.0, 0.0]), silent=True)


@d_sigmoid.probe("simple")
def _(answer, rng):
    small, large = (float(z) for z in rng.uniform((0.3, 3.0), (2.5, 6.0)))
    return [answer(z) for z in (0.0, small, -small, large)]


@d_sigmoid.probe("general")
def _(answer, rng):
    return [answer(float(z)) for z in (*rng.normal(scale=2.0, size=4), rng.uniform(5, 8), rng.uniform(-8, -5))]


@d_sigmoid.probe("vector")
def _(answer, rng):
    whole = whole_numbers(rng, 4, 3)  # an array of whole numbers is an array too
    return [
        answer(rng.normal(scale=2.0, size=6)), answer(rng.normal(scale=2.0, size=(3, 2))), answer(whole),
        answer(int(rng.integers(1, 4))),
    ]  # fmt: skip


@d_sigmoid.probe("edge")
def _(answer, rng):
    # First where the square of e^z overflows, then where e^z does so too, but not yet the square of cosh (z/2).
    far = far_numbers(rng, (380.0, 700.0), (709.9, 711.0))
    return [silently(answer, z) for z in (*far, far_and_near(rng))]


@d_sigmoid.mistake(
    en=("This is σ itself, not its slope.", "The slope is largest at 0 and falls to 0 on both sides."),
    ru=("Это сама σ, а не её наклон.", "Наклон наибольший в нуле и убывает до 0 в обе стороны."),
)
def the_sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@d_sigmoid.mistake(
    en=("z is taken for a value of σ that is already computed.", "In σ(1 − σ) stands σ(z). What have you put in its place?"),
    ru=("z принято за уже вычисленное значение σ.", "В формуле σ(1 − σ) стоит σ(z). Что стоит на этом месте у вас?"),
)
def of_the_value(z):
    return z * (1 - np.asarray(z))


@d_sigmoid.mistake(
    en=("The sign is turned round.", "σ rises everywhere, so its slope is positive. Count the minuses in the derivation: there are two."),
    ru=("Знак обратный.", "σ всюду растёт, её наклон положителен. Пересчитайте минусы в выводе: их два."),
)
def one_minus_lost(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return -s * (1 - s)


@d_sigmoid.mistake(
    en=("The sign is that of a falling curve, and for very negative z the result is no number at all.",
        "One of the two minuses of the derivation has been lost, and the formula of its lines 3 and 4 overflows: what is safe at z = −1000?"),
    ru=("Знак как у убывающей кривой, а при сильно отрицательных z получается вообще не число.",
        "В выводе два минуса, один из них потерян, и формула из его строк 3 и 4 к тому же переполняется: что безопасно при z = −1000?"),
)  # fmt: skip
def slide_without_a_minus(z):
    return -np.exp(-z) / (1 + np.exp(-z)) ** 2


@d_sigmoid.mistake(
    en=("The inner function has not been differentiated.", "After the power rule the chain rule still asks for the derivative of the brackets."),
    ru=("Внутренняя функция осталась без производной.", "После правила степени цепное правило требует ещё производную скобки."),
)
def inner_forgotten(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return -(s**2)


@d_sigmoid.mistake(
    en=("The result is 1 − σ, as when the bottom of the fraction has lost its square.", "In the fraction the power −1 becomes −2; beside 1 − σ a factor is due. At z = 0 the slope must be one quarter."),
    ru=("Получилось 1 − σ, как если в знаменателе потерять квадрат.", "В дроби степень −1 превращается в −2; рядом с 1 − σ нужен ещё множитель. При z = 0 наклон должен быть равен одной четверти."),
)
def square_lost(z):
    return 0.5 * (1 - np.tanh(np.asarray(z) / 2))


@d_sigmoid.mistake(
    en=("This is the rule for tanh applied to σ.", "One minus the square belongs to tanh. Which factor does σ have beside itself?"),
    ru=("К σ применено правило для tanh.", "Единица минус квадрат — это про tanh. Какой множитель стоит рядом с σ?"),
)
def rule_of_tanh(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return 1 - s**2


@d_sigmoid.mistake(
    en=("The result is σ(1 + σ): a plus stands where a minus should.", "At z = 0 both factors are one half."),
    ru=("Получилось σ(1 + σ): вместо минуса стоит плюс.", "При z = 0 оба множителя равны одной второй."),
)
def plus_inside(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return s * (1 + s)


@d_sigmoid.mistake(
    en=("The formula of lines 3 and 4 of the derivation overflows for very negative z: infinity over infinity, or infinity times 0.", "The slope is the same at z and −z. Which of the two gives a harmless exponent?"),
    ru=("Формула из строк 3 и 4 вывода переполняется при сильно отрицательных z: бесконечность делится на бесконечность или умножается на 0.", "Наклон в точках z и −z одинаков. Для какой из них показатель безопасен?"),
)
def fraction_overflows(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@d_sigmoid.mistake(
    en=("The function takes one number and stops at an array.", "The functions of the math module take one number; those of NumPy take both."),
    ru=("Функция принимает одно число, а на массиве останавливается.", "Функции модуля math принимают одно число, а функции NumPy — и число, и массив."),
)
def one_number_only(z):
    small = math.exp(-abs(z))
    return small / (1 + small) ** 2


@d_sigmoid.mistake(
    en=("For whole numbers the decimals are cut off.", "An array that is made like z holds the same kind of numbers as z: which kind does a slope need?"),
    ru=("Для целых чисел отбрасывается дробная часть.", "Массив, созданный по образцу z, хранит числа того же типа, что и z: какой тип нужен наклону?"),
)
def decimals_cut_off(z):
    slope = np.zeros_like(z)
    slope[...] = np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2
    return slope


@d_sigmoid.mistake(
    en=("The values are right, but the σ inside gives a warning for very negative z.", "Use the silent sigmoid of the exercise before, or make your own exponent harmless."),
    ru=("Значения верны, но σ внутри даёт предупреждение при сильно отрицательных z.", "Возьмите sigmoid из предыдущего упражнения или сделайте показатель безопасным."),
)
def warns_inside(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@d_sigmoid.mistake(
    en=("The values are right, but on the way a number grows too large, and NumPy warns.", "Are both forms of σ computed for every z, or is a power of e squared or multiplied? Which exponents are harmless?"),
    ru=("Значения верны, но по пути какое-то число становится слишком большим, и NumPy предупреждает.", "Считаются ли для каждого z обе записи σ, возводится ли большая степень e в квадрат, умножается ли на что-нибудь? Какие показатели безопасны?"),
)
def both_branches_inside(z):
    s = np.where(np.asarray(z) >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
    return s * (1 - s)


@d_sigmoid.mistake(
    en=("The hyperbolic cosine is right as a formula, but its square overflows.", "Find a form of the slope in which no number grows without bound."),
    ru=("Формула с гиперболическим косинусом верна, но его квадрат переполняется.", "Найдите запись наклона, в которой ни одно число не растёт без предела."),
)
def cosine_overflows(z):
    return 0.25 / np.cosh(np.asarray(z) / 2) ** 2


@d_sigmoid.mistake(
    en=("This is the slope of a secant from z − 1 to z + 1.", "The formula of the lecture needs no step at all: it expresses the slope of σ by σ itself."),
    ru=("Это наклон секущей от z − 1 до z + 1.", "Формуле из лекции никакой шаг не нужен: она выражает наклон σ через саму σ."),
)
def secant_over_two(z):
    z = np.asarray(z)
    return 0.25 * (np.tanh((z + 1) / 2) - np.tanh((z - 1) / 2))


@d_sigmoid.mistake(
    en=("This is σ itself, and for large z no number comes out at all.", "The slope is largest at 0 and falls to 0 on both sides. And which exponent is harmless at z = 1000?"),
    ru=("Это сама σ, а при больших z получается вообще не число.", "Наклон наибольший в нуле и убывает до 0 в обе стороны. И какой показатель безопасен при z = 1000?"),
    looks_like=("the_sigmoid",),
)
def the_sigmoid_overflows(z):
    return np.exp(z) / (1 + np.exp(z))


@d_sigmoid.mistake(
    en=("This is the slope of a secant from z to z + 0.1.", "A secant comes close to the slope and is not the slope. Which formula of this unit needs no step?"),
    ru=("Это наклон секущей от z до z + 0.1.", "Секущая близка к касательной, но даёт не сам наклон. Какой формуле этого урока шаг не нужен?"),
)
def secant_of_a_tenth(z):
    z = np.asarray(z)
    return (0.5 * np.tanh((z + 0.1) / 2) - 0.5 * np.tanh(z / 2)) / 0.1


@d_sigmoid.mistake(
    en=("This is the slope of a secant from z to z + 0.01.", "However short the step, a little is missing. How is the slope of σ expressed by σ itself?"),
    ru=("Это наклон секущей от z до z + 0.01.", "Как бы ни был мал шаг, чуть-чуть не хватает. Как наклон σ выражается через саму σ?"),
)
def secant_of_a_hundredth(z):
    z = np.asarray(z)
    return (0.5 * np.tanh((z + 0.01) / 2) - 0.5 * np.tanh(z / 2)) / 0.01


@d_sigmoid.mistake(
    en=("This is the slope of a secant from z to z + 0.001.", "The derivation ends with a formula without any step. What stands in its last line?"),
    ru=("Это наклон секущей от z до z + 0.001.", "Вывод кончается формулой, в которой нет никакого шага. Что стоит в его последней строке?"),
)
def secant_of_a_thousandth(z):
    z = np.asarray(z)
    return (0.5 * np.tanh((z + 0.001) / 2) - 0.5 * np.tanh(z / 2)) / 0.001


@d_sigmoid.alternative
def product_of_values(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return s * (1 - s)


@d_sigmoid.alternative
def difference_of_values(z):
    s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    return s - s**2


@d_sigmoid.alternative
def element_by_element(z):
    if np.ndim(z):
        return [element_by_element(v) for v in z]
    small = math.exp(-abs(z))
    return small / (1 + small) / (1 + small)


@d_sigmoid.alternative
def value_times_mirror_image(z):
    def s(v):
        return np.exp(-np.logaddexp(0, -np.asarray(v)))

    return s(z) * s(-np.asarray(z))


d_sigmoid.equal(d_sigmoid, "small", "absolute values and squares know no sign")
d_sigmoid.equal(product_of_values, "np.tanh", "the slope is the same at z and -z")
d_sigmoid.equal(difference_of_values, "np.clip", "the slope is the same at z and -z, and 0 within 1e-9 from 21 on")
d_sigmoid.equal(value_times_mirror_image, "np.logaddexp", "the value and its mirror image may change places, also with a minus before both")
