"""Largest possible product of `depth` slopes of the sigmoid."""

import math

from autograder.exercise import exercise


@exercise(points=1, atol=0.0)  # the numbers are tiny: only relative errors count
def vanishing_bound(depth):
    return 0.25**depth


vanishing_bound.example(3)
vanishing_bound.example(1)
vanishing_bound.example(0)
vanishing_bound.example(12)


@vanishing_bound.probe("simple")
def _(answer, rng):
    return [answer(int(depth)) for depth in rng.integers((1, 3, 5), (3, 5, 9))]


@vanishing_bound.probe("general")
def _(answer, rng):
    return [answer(int(depth)) for depth in rng.integers((6, 20, 60, 150), (20, 60, 150, 400))]


@vanishing_bound.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(0), *(answer(int(depth)) for depth in rng.integers(100, 480, size=2))]


@vanishing_bound.mistake(
    en=("The slopes are added up instead of multiplied.", "In a chain the rates multiply (unit 02). What do two quarters give as a product?"),
    ru=("Наклоны сложены, а их надо перемножить.", "В цепочке скорости перемножаются (урок 02). Чему равно произведение двух четвертей?"),
)
def slopes_added(depth):
    return 0.25 * depth


@vanishing_bound.mistake(
    en=("One half is the value of σ at 0, not its slope there.", "Read the largest slope off the middle chart of the figure."),
    ru=("Одна вторая — это значение σ в нуле, а не наклон.", "Посмотрите наибольший наклон на среднем графике рисунка."),
)
def value_at_zero(depth):
    return 0.5**depth


@vanishing_bound.mistake(
    en=("One slope is missing from the product.", "With depth = 1 there is a single slope. What is the largest it can be?"),
    ru=("В произведении не хватает одного наклона.", "При depth = 1 наклон один. Каким он может быть самое большее?"),
)
def one_too_few(depth):
    return 0.25 ** (depth - 1)


@vanishing_bound.mistake(
    en=("There is one slope too many in the product.", "A product of no factors at all, depth = 0, is 1."),
    ru=("В произведении один лишний наклон.", "Произведение, в котором нет ни одного множителя (depth = 0), равно 1."),
)
def one_too_many(depth):
    return 0.25 ** (depth + 1)


@vanishing_bound.mistake(
    en=("The answer grows with the depth.", "Each factor is below 1, so every further layer must make the product smaller."),
    ru=("Ответ растёт с глубиной.", "Каждый множитель меньше 1, значит, с каждым слоем произведение должно уменьшаться."),
)
def upside_down(depth):
    return 4.0**depth


@vanishing_bound.mistake(
    en=("This is the bound for one slope, whatever the depth.", "How many factors does the product have when depth is 3?"),
    ru=("При любой глубине получается оценка для одного наклона.", "Сколько множителей в произведении, если depth равно 3?"),
)
def one_quarter(depth):
    return 0.25


@vanishing_bound.mistake(
    en=("The quarter is divided by the depth.", "The slopes multiply each other: raise, do not divide."),
    ru=("Четверть поделена на глубину.", "Наклоны умножаются друг на друга: здесь нужна степень, а не деление."),
)
def quarter_shared_out(depth):
    return 0.25 / depth


@vanishing_bound.mistake(
    en=("Base and exponent have changed places.", "Which number is a factor of the product, and which says how many factors there are?"),
    ru=("Основание и показатель поменялись местами.", "Какое число — множитель произведения, а какое говорит, сколько множителей?"),
)
def base_for_exponent(depth):
    return depth**0.25


@vanishing_bound.mistake(
    en=("The result is 1, whatever the depth.", "A slope of 1 belongs to tanh or ReLU: how steep is σ at its steepest?"),
    ru=("При любой глубине получается 1.", "Наклон 1 бывает у tanh и ReLU: а какой наклон у σ там, где она круче всего?"),
)
def slopes_of_one(depth):
    return 1.0**depth


@vanishing_bound.mistake(
    en=("The answer is rounded, and small bounds become 0.", "A bound of 10 to the power −20 is small, but it is not 0: return it as it is."),
    ru=("Ответ округлён, и малые оценки превратились в 0.", "Оценка порядка 10 в степени −20 мала, но это не 0: верните её как есть."),
)
def rounded_off(depth):
    return round(0.25**depth, 6)


@vanishing_bound.mistake(
    en=("For depth = 0 your answer is 0.", "A product without any factors leaves what it is multiplied by as it is. Which number does that?"),
    ru=("При depth = 0 у вас получается 0.", "Произведение, в котором нет множителей, не меняет того, что на него умножают. Какое число так действует?"),
)
def empty_product_is_zero(depth):
    return 0.25**depth if depth > 0 else 0.0


@vanishing_bound.alternative
def by_loop(depth):
    bound = 1.0
    for _ in range(depth):
        bound = bound / 4
    return bound


@vanishing_bound.alternative
def by_product_of_slopes(depth):
    return math.prod([0.25] * depth)


@vanishing_bound.alternative
def by_exponential(depth):
    return math.exp(-depth * math.log(4))
