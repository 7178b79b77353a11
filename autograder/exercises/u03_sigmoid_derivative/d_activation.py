"""Slope of an activation function, finite and without warnings."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u03_sigmoid_derivative.shared import (
    NAMES,
    both_sides,
    far_and_near,
    far_numbers,
    silently,
    whole_numbers,
)  # fmt: skip
from autograder.judging.judge import number
from course.public.u03_sigmoid_derivative import allowed_at_kink


@exercise(points=3)
def d_activation(name, z):
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(np.asarray(z) > 0, 1.0, {"relu": 0.0, "leaky_relu": 0.01}[name])


d_activation.example("sigmoid", -1.0)
d_activation.example("tanh", 0.5)
d_activation.example("leaky_relu", np.array([-5.0, 2.0]))
d_activation.example("relu", np.array([-3.0, 2.0]))
d_activation.example("leaky_relu", np.array([-4, 1]))
# LeakyReLU first: whoever has no number at either kink learns it here, and who has none for ReLU alone below.
d_activation.example("leaky_relu", 0.0, fulfils="allowed_at_kink")
d_activation.example("relu", 0.0, fulfils="allowed_at_kink")
d_activation.example("sigmoid", -1000.0, silent=True)
d_activation.example("tanh", -1000.0, silent=True)


def _is_kinked(name):
    return name in ("relu", "leaky_relu")


for _name in NAMES:  # a quarter of the points for each
    _KINK = 0.25 if _is_kinked(_name) else 0.0

    @d_activation.probe("general", credit=1.0 - _KINK, part=_name)
    def _(answer, rng, name=_name):
        zs = both_sides(rng, 7) if _is_kinked(name) else rng.permutation([0.0, *both_sides(rng, 7)])
        return [answer(name, float(z)) for z in zs]

    @d_activation.probe("vector", credit=0.5, part=_name)
    def _(answer, rng, name=_name):
        inputs = [both_sides(rng, 7), both_sides(rng, 6).reshape(2, 3), whole_numbers(rng, 4, 3)]
        return [answer(name, z) for z in (*inputs, int(rng.choice([-2, -1, 1, 2])))]

    @d_activation.probe("edge", credit=0.25, part=_name)
    def _(answer, rng, name=_name):
        return [silently(answer, name, z) for z in (*far_numbers(rng), far_and_near(rng))]

    if _KINK:

        @d_activation.probe("property", credit=_KINK, part=_name)
        def _(answer, rng, name=_name):
            near = rng.permutation([0.0, *both_sides(rng, 4, 1e-3, 0.1)])
            # At the kink two right answers may differ: what one gives there is no sign of a mistake elsewhere.
            slopes = [(z, answer(name, float(z)) if z else answer.sample(name, 0.0)) for z in near]
            return [slope if z else allowed_at_kink(name, 0.0, number(slope)) for z, slope in slopes]


@d_activation.mistake(
    en=("These are the functions, not their slopes.", "The task asks how steep each one is at z."),
    ru=("Это сами функции, а не их наклоны.", "Задание спрашивает, насколько круто идёт каждая из них в точке z."),
)
def the_functions(name, z):
    z = np.asarray(z, dtype=float)
    if name in ("sigmoid", "tanh"):
        return 0.5 * (1 + np.tanh(z / 2)) if name == "sigmoid" else np.tanh(z)
    return np.where(z > 0, z, (0.0 if name == "relu" else 0.01) * z)


@d_activation.mistake(
    en=("z is taken for the value of the function.", "In σ(1 − σ) and in 1 − tanh² stand values at z, not z itself."),
    ru=("z принято за значение функции.", "В σ(1 − σ) и в 1 − tanh² стоят значения в точке z, а не само z."),
)
def of_the_values(name, z):
    z = np.asarray(z, dtype=float)
    if name in ("sigmoid", "tanh"):
        return z * (1 - z) if name == "sigmoid" else 1 - z**2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("tanh gets the rule of σ.", "t(1 − t) belongs to a function from 0 to 1. At z = 0 the slope of tanh is 1."),
    ru=("К tanh применено правило для σ.", "t(1 − t) — для функции со значениями от 0 до 1. При z = 0 наклон tanh равен 1."),
)
def tanh_by_the_rule_of_sigma(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return np.tanh(z) * (1 - np.tanh(z))
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("In the slope of tanh the square is missing.", "(1 + t)(1 − t) is one minus a square. The slope is the same at z and −z."),
    ru=("В наклоне tanh нет квадрата.", "(1 + t)(1 − t) — это единица минус квадрат. Наклон в точках z и −z одинаков."),
)
def tanh_without_square(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z)
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("The slope of tanh is four times too small.", "tanh(z) = 2σ(2z) − 1: the chain rule brings a 2, and there is a 2 in front."),
    ru=("Наклон tanh вчетверо меньше, чем нужно.", "tanh(z) = 2σ(2z) − 1: цепное правило даёт двойку, и ещё двойка стоит впереди."),
)
def tanh_without_factors(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 0.25 * (1 - np.tanh(z) ** 2)
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("For ReLU truth values come back, not numbers.", "A comparison answers True or False: which two slopes are meant?"),
    ru=("Для ReLU возвращаются логические значения, а не числа.", "Сравнение отвечает True или False: какие два наклона имеются в виду?"),
)
def truth_values_for_relu(name, z):
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    if name == "sigmoid":
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return z > 0 if name == "relu" else np.where(z > 0, 1.0, 0.01)


@d_activation.mistake(
    en=("For whole numbers the slope 0.01 is cut off to 0.", "An array made like z holds the same kind of numbers as z: which kind does 0.01 need?"),
    ru=("Для целых чисел наклон 0.01 обрезается до 0.", "Массив, созданный по образцу z, хранит числа того же типа, что и z: какой тип нужен для 0.01?"),
)
def slopes_cut_off(name, z):
    z = np.asarray(z)
    small = np.exp(-np.abs(z))
    if name == "sigmoid":
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    slope = np.ones_like(z)
    slope[z < 0] = 0 if name == "relu" else 0.01
    return slope


@d_activation.mistake(
    en=("The slope of σ is that of another rule: one minus the square.", "That rule belongs to tanh. At z = 0 the slope of σ is 0.25."),
    ru=("Наклон σ найден по чужому правилу: единица минус квадрат.", "Это правило для tanh. При z = 0 наклон σ равен 0.25."),
)
def sigma_by_the_rule_of_tanh(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 - (0.5 * (1 + np.tanh(z / 2))) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("On the right the slope grows with z.", "For z > 0 ReLU and LeakyReLU are the straight line z. How steep is it?"),
    ru=("Справа наклон растёт вместе с z.", "При z > 0 ReLU и LeakyReLU — это прямая z. Какой у неё наклон?"),
)
def pieces_not_differentiated(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, z, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("For positive z ReLU gives z itself: it has not been differentiated.", "To the right of 0 ReLU is the line z. How steep is that line?"),
    ru=("При положительных z у ReLU получается само z: производная не взята.", "Справа от нуля ReLU — это прямая z. Какой у неё наклон?"),
)
def relu_not_differentiated(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.maximum(z, 0.0) if name == "relu" else np.where(z > 0, 1.0, 0.01)


@d_activation.mistake(
    en=("In the slope of tanh the square has gone to z.", "tanh²(z) means (tanh z)²: what is squared, the argument or the value?"),
    ru=("В наклоне tanh в квадрат возведено z.", "tanh²(z) означает (tanh z)²: что возводится в квадрат — аргумент или значение?"),
)
def tanh_of_the_square(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z**2)
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("LeakyReLU has slope 0 on the left, like ReLU.", "On the left it is the line 0.01·z. How steep is that?"),
    ru=("Слева у LeakyReLU наклон 0, как у ReLU.", "Слева это прямая 0.01·z. Какой у неё наклон?"),
)
def leak_forgotten(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    return 1 - np.tanh(z) ** 2 if name == "tanh" else np.where(z > 0, 1.0, 0.0)


@d_activation.mistake(
    en=("On the left LeakyReLU still has its z.", "The derivative of 0.01·z is a number without z."),
    ru=("Слева у LeakyReLU осталось z.", "Производная от 0.01·z — число, z в ней нет."),
)
def leak_still_times_z(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01 * z)


@d_activation.mistake(
    en=("The slopes of ReLU and LeakyReLU have their sides exchanged.", "Positive z pass unchanged: there the slope is 1."),
    ru=("У наклонов ReLU и LeakyReLU перепутаны стороны.", "Положительные z проходят без изменений: там наклон 1."),
)
def sides_exchanged(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z < 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("At the kink the answer is not a number from 0 to 1.", "The slope from the left and the slope from the right are both allowed, and all between; nan is not."),
    ru=("В изломе ответ — не число от 0 до 1.", "Годятся наклон слева, наклон справа и всё между ними; nan не годится."),
)
def nothing_at_the_kink(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z == 0, np.nan, np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01))


@d_activation.mistake(
    en=("At z = 0 the slope of ReLU is not a number from 0 to 1.", "Is something divided by z or by its size? At the kink any number from 0 to 1 will do; nan is none."),
    ru=("При z = 0 наклон ReLU — не число от 0 до 1.", "Не делится ли что-нибудь на z или на его модуль? В изломе годится любое число от 0 до 1, а nan — не число."),
)
def no_slope_of_relu_at_zero(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return (1 + z / np.abs(z)) / 2 if name == "relu" else np.where(z > 0, 1.0, 0.01)


@d_activation.mistake(
    en=("The slope of tanh is right, but far out there is a warning: a hyperbolic cosine or an exponential overflows.", "Which form needs only values between −1 and 1?"),
    ru=("Наклон tanh верен, но вдали от нуля появляется предупреждение: переполняется гиперболический косинус или экспонента.", "В какой записи есть только значения от −1 до 1?"),
)
def tanh_by_cosine(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("The slope of σ is right, but it gives a warning for very negative z.", "Use d_sigmoid: exercise 3 asks that it be silent."),
    ru=("Наклон σ верен, но при сильно отрицательных z появляется предупреждение.", "Возьмите d_sigmoid: по условию упражнения 3 она не даёт предупреждений."),
)
def sigma_overflows(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-z))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("The pieces work for one number and stop at an array.", "A question such as z > 0 has one answer for each element: choose element by element."),
    ru=("Кусочные функции работают только для одного числа, на массиве код останавливается.", "У вопроса z > 0 свой ответ для каждого элемента: выбирайте поэлементно."),
)
def slopes_for_one_number(name, z):
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if z > 0:
        return 1.0
    return 0.0 if name == "relu" else 0.01


@d_activation.mistake(
    en=("In an array one positive element decides for all: ReLU and LeakyReLU give one slope for the whole array.", "Each element has a slope of its own. Which of your functions makes one answer out of many?"),
    ru=("В массиве один положительный элемент решает за всех: ReLU и LeakyReLU дают один наклон на весь массив.", "У каждого элемента свой наклон. Какая из ваших функций делает из многих ответов один?"),
)
def one_slope_for_the_array(name, z):
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if np.any(np.asarray(z) > 0):
        return 1.0
    return 0.0 if name == "relu" else 0.01


@d_activation.mistake(
    en=("The slopes of σ and of tanh are right, but far from 0 both give a warning.", "Where does an exponential, or a cosine made of two, become too large? Ask for values that stay between −1 and 1."),
    ru=("Наклоны σ и tanh верны, но вдали от нуля для обеих появляется предупреждение.", "Где экспонента или косинус из двух экспонент становятся слишком большими? Берите величины, которые остаются между −1 и 1."),
)
def both_overflow(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-z))
        return s * (1 - s)
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


@d_activation.mistake(
    en=("These are the slopes of secants with Δz = 0.1.", "At a bend or a curve a secant of 0.1 is too coarse. The reading has a formula for each slope."),
    ru=("Это наклоны секущих при Δz = 0.1.", "На изгибе секущая с шагом 0.1 слишком груба. В тексте для каждого наклона есть формула."),
)
def secants_of_a_tenth(name, z):
    def value(z):
        if name in ("sigmoid", "tanh"):
            return 0.5 * (1 + np.tanh(z / 2)) if name == "sigmoid" else np.tanh(z)
        return np.maximum(z, 0.0 if name == "relu" else 0.01 * z)

    z = np.asarray(z, dtype=float)
    return (value(z + 0.1) - value(z)) / 0.1


@d_activation.mistake(
    en=("These are the slopes of secants with Δz = 0.001.", "A secant is close to the slope, but not close enough here. The reading has a formula for each slope."),
    ru=("Это наклоны секущих при Δz = 0.001.", "Секущая близка к касательной, но здесь этого мало. В тексте для каждого наклона есть формула."),
)
def secants_of_a_thousandth(name, z):
    def value(z):
        if name in ("sigmoid", "tanh"):
            return 0.5 * (1 + np.tanh(z / 2)) if name == "sigmoid" else np.tanh(z)
        return np.maximum(z, 0.0 if name == "relu" else 0.01 * z)

    z = np.asarray(z, dtype=float)
    return (value(z + 0.001) - value(z)) / 0.001


@d_activation.alternative
def by_values(name, z):
    if name == "sigmoid":
        s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
        return s * (1 - s)
    if name == "tanh":
        t = np.tanh(z)
        return (1 + t) * (1 - t)
    if name == "relu":
        return (np.asarray(z) >= 0).astype(float)
    return np.where(np.asarray(z) < 0, 0.01, 1.0)


@d_activation.alternative
def slopes_one_by_one(name, z):
    if np.ndim(z):
        return [slopes_one_by_one(name, v) for v in z]
    if name == "sigmoid":
        return (1 - math.tanh(z / 2) ** 2) / 4
    if name == "tanh":
        return 1 - math.tanh(z) ** 2
    return 1 if z > 0 else {"relu": 0, "leaky_relu": 0.01}[name]


@d_activation.alternative
def by_sign(name, z):
    if name == "sigmoid":
        return (1 - np.tanh(np.asarray(z) / 2) ** 2) / 4
    if name == "tanh":
        return 1 - np.square(np.tanh(z))
    leak = {"relu": 0.0, "leaky_relu": 0.01}[name]
    return leak + (1 - leak) * np.heaviside(z, 0.5)


d_activation.equal(d_activation, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
d_activation.equal(d_activation, "small", "absolute values and squares know no sign")
d_activation.equal(d_activation, "np.tanh", "a square knows no sign")
d_activation.equal(d_activation, "np.where", "only the sign of z decides, and at the kink either slope is right")
d_activation.equal(by_values, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
d_activation.equal(by_values, "np.tanh", "these slopes are the same at z and -z, and a value may be computed before it is known to be needed")
d_activation.equal(by_values, "np.asarray(z) ", "at the kink either slope is right")
d_activation.equal(slopes_one_by_one, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
d_activation.equal(slopes_one_by_one, "math.tanh", "a square knows no sign")
d_activation.equal(slopes_one_by_one, "z > 0", "at the kink either slope is right")
d_activation.equal(by_sign, "if name ==", "the names are different words: order, and a comparison that tells them apart all the same")
d_activation.equal(by_sign, "np.tanh", "a square knows no sign")
d_activation.equal(by_sign, "heaviside", "at the kink every number from 0 to 1 is right")
