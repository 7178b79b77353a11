"""Unit 03: the sigmoid, its slope, and three more activations (lectures 1, 3 and 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import number
from course.public.u03_sigmoid_derivative import allowed_at_kink

unit = Unit("03-sigmoid-derivative")

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu")


def _both_sides(rng, size, low=0.3, high=4.0):
    """Return numbers in random order, every second one negative, of sizes ``low`` to ``high``."""
    return rng.permutation(np.resize([-1.0, 1.0], size)) * rng.uniform(low, high, size=size)


def _far(rng, *sizes):
    """Return the ends of the interval, ±1000, and a number of either sign for each (low, high), in random order."""
    pairs = [_both_sides(rng, 2, *each) for each in sizes]
    return [float(z) for z in rng.permutation(np.concatenate([[-1000.0, 1000.0], *pairs]))]


def _far_and_near(rng):
    """Return an array of which two elements are so far out that e to that power overflows, and two are not."""
    return rng.permutation([*_both_sides(rng, 2, 720.0, 1000.0), *_both_sides(rng, 2)])


def _silently(answer, *args):
    """Return the value of a call, and whether the call gave a warning."""
    return [answer(*args), answer.warned]


# ------------------------------------------------------------------------------------ vanishing_bound


@unit.exercise(points=1, atol=0.0)  # the numbers are tiny: only relative errors count
def vanishing_bound(depth):
    return 0.25**depth


vanishing_bound.example(5)
vanishing_bound.example(1)


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
    en=("One half is the value of σ at 0, not its slope there.", "Read the largest slope off the right-hand chart of the figure."),
    ru=("Одна вторая — это значение σ в нуле, а не наклон.", "Посмотрите наибольший наклон на правом графике рисунка."),
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
    en=("The depth is not used: this is the bound for one slope.", "How many factors does the product have when depth is 3?"),
    ru=("Глубина не используется: это оценка для одного наклона.", "Сколько множителей в произведении, если depth равно 3?"),
)
def one_quarter(depth):
    return 0.25


@vanishing_bound.mistake(
    en=("The quarter is divided by the depth.", "The slopes multiply each other: raise, do not divide."),
    ru=("Четверть поделена на глубину.", "Наклоны умножаются друг на друга: здесь нужна степень, а не деление."),
)
def quarter_shared_out(depth):
    return 0.25 / max(depth, 1)


@vanishing_bound.mistake(
    en=("The answer is rounded, and small bounds become 0.", "A bound of 10 to the power −20 is small, but it is not 0: return it as it is."),
    ru=("Ответ округлён, и малые оценки превратились в 0.", "Оценка порядка 10 в степени −20 мала, но это не 0: верните её как есть."),
)
def rounded_off(depth):
    return round(0.25**depth, 6)


@vanishing_bound.alternative
def by_loop(depth):
    bound = 1.0
    for _ in range(depth):
        bound = bound / 4
    return bound


@vanishing_bound.alternative
def by_product_of_slopes(depth):
    s = 1 / (1 + np.exp(-0.0))
    return np.prod(np.full(depth, s * (1 - s)))


@vanishing_bound.alternative
def by_exponential(depth):
    return math.exp(-depth * math.log(4))


# -------------------------------------------------------------------------------------------- sigmoid


@unit.exercise(points=3, rtol=0.0, atol=1e-12)
def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


sigmoid.example(1.0)
sigmoid.example(np.array([-3.0, 0.5, 6.0]))
sigmoid.example(-1000.0)
sigmoid.example(1000.0)


@sigmoid.probe("simple")
def _(answer, rng):
    small, large = (float(z) for z in rng.uniform((0.3, 3.0), (2.5, 6.0)))
    return [answer(z) for z in (0.0, small, -small, large)]


@sigmoid.probe("general")
def _(answer, rng):
    return [answer(float(z)) for z in (*rng.normal(scale=4.0, size=4), rng.uniform(-25, -21), rng.uniform(12, 18))]


@sigmoid.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=6)), answer(rng.normal(scale=3.0, size=(2, 3)))]


@sigmoid.probe("edge")
def _(answer, rng):
    return [_silently(answer, z) for z in (*_far(rng, (720.0, 1000.0)), _far_and_near(rng))]


@sigmoid.mistake(
    en=("The brackets are lost, as on the slide: everything comes out above 1.", "1 / 1 is worked out first. What must the whole bottom of the fraction be?"),
    ru=("Скобки потеряны, как на слайде: всё получается больше 1.", "Сначала вычисляется 1 / 1. Что целиком должно стоять в знаменателе?"),
)
def lost_brackets(z):
    return 1 / 1 + np.exp(-z)


@sigmoid.mistake(
    en=("The minus in the exponent is missing, so the curve falls.", "σ must rise: a larger z has to give a larger value."),
    ru=("В показателе нет минуса, и кривая убывает.", "σ должна расти: чем больше z, тем больше значение."),
)
def falls(z):
    return 1 / (1 + np.exp(z))


@sigmoid.mistake(
    en=("The values are right, but for very negative z there is a warning: a power of e has become too large.",
        "Which exponent does your formula need at z = −1000? The second form of σ from the reading avoids it."),
    ru=("Значения верны, но при сильно отрицательных z появляется предупреждение: степень числа e слишком велика.",
        "Какой показатель нужен вашей формуле при z = −1000? Вторая запись σ из текста обходится без него."),
)  # fmt: skip
def overflows(z):
    return 1 / (1 + np.exp(-z))


@sigmoid.mistake(
    en=("The right form is chosen, but only after both forms have been computed, and one of them overflows.",
        "np.where chooses among finished values. Make the exponent harmless before you raise e to it."),
    ru=("Выбирается верная запись, но лишь после того, как посчитаны обе, и одна из них переполняется.",
        "np.where выбирает из готовых значений. Сделайте показатель безопасным до возведения в степень."),
)  # fmt: skip
def both_branches(z):
    return np.where(np.asarray(z) >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@sigmoid.mistake(
    en=("For large positive z the result is not a number: infinity is divided by infinity.", "This form of σ is meant for negative z only. What is safe for positive z?"),
    ru=("При больших положительных z получается не число: бесконечность делится на бесконечность.", "Такая запись σ годится только для отрицательных z. Что безопасно для положительных?"),
)
def other_form_everywhere(z):
    return np.exp(z) / (1 + np.exp(z))


@sigmoid.mistake(
    en=("z is cut off too early: the error is larger than 10⁻¹².", "σ(−20) is still 2·10⁻⁹. How small must the value be at the place where you cut?"),
    ru=("z обрезано слишком рано: ошибка больше 10⁻¹².", "σ(−20) — это ещё 2·10⁻⁹. Насколько малым должно быть значение там, где вы обрезаете?"),
)
def clipped_too_early(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


@sigmoid.mistake(
    en=("The number e is rounded, and the error is larger than 10⁻¹².", "Three decimals of e are not enough: NumPy has the exponential function ready."),
    ru=("Число e округлено, и ошибка больше 10⁻¹².", "Трёх знаков числа e мало: в NumPy экспонента уже есть."),
)
def rounded_e(z):
    small = 2.718 ** (-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


@sigmoid.mistake(
    en=("This is tanh, the relative that runs from −1 to 1.", "σ is never negative, and at 0 it is one half."),
    ru=("Это tanh, родственница с областью значений от −1 до 1.", "σ не бывает отрицательной, а в нуле равна одной второй."),
)
def hyperbolic_tangent(z):
    return np.tanh(z)


@sigmoid.mistake(
    en=("The function works for one number and stops at an array.", "A question such as z >= 0 has one answer for each element. How do you choose element by element?"),
    ru=("Функция работает с одним числом, а на массиве останавливается.", "У вопроса z >= 0 свой ответ для каждого элемента. Как выбирать поэлементно?"),
)
def one_number_only(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


@sigmoid.mistake(
    en=("The exponential of the math module takes one number and stops when the result is too large.", "np.exp takes arrays too; the too large exponent remains to be avoided."),
    ru=("Экспонента из модуля math принимает одно число и останавливается, когда результат слишком велик.", "np.exp принимает и массивы; но слишком большого показателя всё равно надо избежать."),
)
def math_exponential(z):
    return 1 / (1 + math.exp(-z))


@sigmoid.mistake(
    en=("The function works for an array and stops at a plain number.", "A number cannot be indexed by a mask. What makes an array of whatever comes in?"),
    ru=("Функция работает с массивом, а на обычном числе останавливается.", "Число нельзя индексировать маской. Чем сделать массив из любого аргумента?"),
)
def arrays_only(z):
    value = np.zeros(z.shape)
    right = z >= 0
    value[right] = 1 / (1 + np.exp(-z[right]))
    value[~right] = np.exp(z[~right]) / (1 + np.exp(z[~right]))
    return value


@sigmoid.alternative
def by_tanh(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


@sigmoid.alternative
def by_clipping(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@sigmoid.alternative
def by_masks(z):
    z = np.asarray(z, dtype=float)
    value = np.empty_like(z)
    value[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    value[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return value


@sigmoid.alternative
def by_lists(z):
    if np.ndim(z):
        return [by_lists(v) for v in z]
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))


@sigmoid.alternative
def by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z)))


@sigmoid.alternative
def overflow_allowed(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(z)))


# ------------------------------------------------------------------------------------------ d_sigmoid


@unit.exercise(points=2)
def d_sigmoid(z):
    small = np.exp(-np.abs(z))
    return small / (1.0 + small) ** 2


d_sigmoid.example(1.0)
d_sigmoid.example(np.array([-1.0, 3.0]))
d_sigmoid.example(-1000.0)


@d_sigmoid.probe("simple")
def _(answer, rng):
    small, large = (float(z) for z in rng.uniform((0.3, 3.0), (2.5, 6.0)))
    return [answer(z) for z in (0.0, small, -small, large)]


@d_sigmoid.probe("general")
def _(answer, rng):
    return [answer(float(z)) for z in (*rng.normal(scale=2.0, size=4), rng.uniform(5, 8), rng.uniform(-8, -5))]


@d_sigmoid.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=2.0, size=6)), answer(rng.normal(scale=2.0, size=(3, 2)))]


@d_sigmoid.probe("edge")
def _(answer, rng):
    # First where the square of e^z overflows, then where e^z does so too, but not yet the square of cosh (z/2).
    far = _far(rng, (380.0, 700.0), (709.9, 711.0))
    return [_silently(answer, z) for z in (*far, _far_and_near(rng))]


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
    en=("The inner function has not been differentiated.", "After the power rule the chain rule still asks for the derivative of the brackets."),
    ru=("Внутренняя функция осталась без производной.", "После правила степени цепное правило требует ещё производную скобки."),
)
def inner_forgotten(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return -(s**2)


@d_sigmoid.mistake(
    en=("The bottom of the fraction has lost its square.", "The power −1 becomes −2. At z = 0 the slope must be one quarter."),
    ru=("В знаменателе потерян квадрат.", "Степень −1 превращается в −2. При z = 0 наклон должен быть равен одной четверти."),
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
    en=("The second factor has the wrong sign: 1 + σ stands where 1 − σ should.", "At z = 0 both factors are one half."),
    ru=("Во втором множителе не тот знак: там 1 + σ вместо 1 − σ.", "При z = 0 оба множителя равны одной второй."),
)
def plus_inside(z):
    s = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return s * (1 + s)


@d_sigmoid.mistake(
    en=("The slide's fraction overflows for very negative z: infinity over infinity.", "The slope is the same at z and −z. Which of the two gives a harmless exponent?"),
    ru=("Дробь со слайда переполняется при сильно отрицательных z: бесконечность на бесконечность.", "Наклон в точках z и −z одинаков. Для какой из них показатель безопасен?"),
)
def fraction_overflows(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@d_sigmoid.mistake(
    en=("The values are right, but the σ inside gives a warning for very negative z.", "Use the silent sigmoid of the exercise before, or make your own exponent harmless."),
    ru=("Значения верны, но σ внутри даёт предупреждение при сильно отрицательных z.", "Возьмите sigmoid из предыдущего упражнения или сделайте показатель безопасным."),
)
def warns_inside(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@d_sigmoid.mistake(
    en=("The values are right, but both forms of σ are computed for every z, and one of them overflows.", "np.where chooses among finished values: make the exponent harmless before."),
    ru=("Значения верны, но для каждого z считаются обе записи σ, и одна из них переполняется.", "np.where выбирает из готовых значений: показатель должен стать безопасным раньше."),
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


# ---------------------------------------------------------------------------------------------- logit


@unit.exercise(points=2)
def logit(p):
    return np.log(np.asarray(p) / (1 - np.asarray(p)))


logit.example(0.9)
logit.example(0.3)
logit.example(np.array([0.5, 0.2]), fulfils="one_by_one")


@logit.probe("simple")
def _(answer, rng):
    return [answer(p) for p in (0.5, *map(float, rng.uniform((0.55, 0.2), (0.8, 0.45))))]


@logit.probe("general")
def _(answer, rng):
    return [answer(float(p)) for p in rng.uniform((0.02, 0.1, 0.4, 0.6, 0.9), (0.08, 0.3, 0.48, 0.85, 0.98))]


@logit.probe("vector")
def _(answer, rng):
    return [answer(rng.uniform(0.05, 0.95, size=6)), answer(rng.uniform(0.05, 0.95, size=(2, 3)))]


@logit.probe("edge", credit=0.5)
def _(answer, rng):
    small, rest, tiny = (float(p) for p in 10.0 ** rng.uniform((-6.5, -6.5, -9.0), (-5.5, -5.5, -8.0)))
    return [answer(small), answer(1 - rest), answer(tiny)]


@logit.mistake(
    en=("These are the odds; the logarithm is still missing.", "For p = 0.5 the odds are 1, but σ has the value 0.5 at z = 0."),
    ru=("Это шансы; не хватает логарифма.", "При p = 0.5 шансы равны 1, а σ принимает значение 0.5 при z = 0."),
)
def odds_only(p):
    return p / (1 - np.asarray(p))


@logit.mistake(
    en=("The fraction is upside down, so the sign is turned round.", "A probability above one half must give a positive z."),
    ru=("Дробь перевёрнута, и знак обратный.", "Вероятности больше одной второй должно отвечать положительное z."),
)
def odds_against(p):
    return np.log((1 - np.asarray(p)) / p)


@logit.mistake(
    en=("This is the logarithm of the probability, not of the odds.", "For p = 0.5 the answer must be 0. What does the logarithm have to be taken of?"),
    ru=("Это логарифм вероятности, а не шансов.", "При p = 0.5 ответ должен быть 0. От чего надо брать логарифм?"),
)
def log_of_probability(p):
    return np.log(p)


@logit.mistake(
    en=("The logarithm is taken before the division.", "First the odds, then the logarithm of the whole fraction: check the brackets."),
    ru=("Логарифм взят раньше, чем выполнено деление.", "Сначала шансы, потом логарифм всей дроби: проверьте скобки."),
)
def log_before_division(p):
    return np.log(p) / (1 - np.asarray(p))


@logit.mistake(
    en=("The brackets are missing: p / 1 − p is p − p, which is 0.", "Division goes before subtraction. What must be worked out first?"),
    ru=("Нет скобок: p / 1 − p — это p − p, то есть 0.", "Деление выполняется раньше вычитания. А что надо вычислить первым?"),
)
def brackets_missing(p):
    return np.log(np.asarray(p) / 1 - p)


@logit.mistake(
    en=("The logarithm has base 10.", "σ is built with e, so its inverse needs the natural logarithm."),
    ru=("Взят десятичный логарифм.", "σ построена на числе e, поэтому обратной функции нужен натуральный логарифм."),
)
def base_ten(p):
    return np.log10(np.asarray(p) / (1 - np.asarray(p)))


@logit.mistake(
    en=("Two logarithms are divided by each other.", "The logarithm of a fraction is a difference, not a quotient."),
    ru=("Один логарифм поделён на другой.", "Логарифм дроби — это разность, а не частное."),
)
def quotient_of_logs(p):
    return np.log(p) / np.log(1 - np.asarray(p))


@logit.mistake(
    en=("Two logarithms are added.", "p stands at the top of the fraction and 1 − p at the bottom. What sign does the bottom get?"),
    ru=("Логарифмы сложены.", "p стоит в числителе, 1 − p — в знаменателе. С каким знаком входит знаменатель?"),
)
def sum_of_logs(p):
    return np.log(p) + np.log(1 - np.asarray(p))


@logit.mistake(
    en=("This is one divided by σ, not the inverse function.", "The inverse answers the question: at which z is σ(z) equal to p?"),
    ru=("Это единица, делённая на σ, а не обратная функция.", "Обратная функция отвечает на вопрос: при каком z значение σ(z) равно p?"),
)
def reciprocal(p):
    return 1 + np.exp(-np.asarray(p))


@logit.mistake(
    en=("This is σ itself: it leads from z to p.", "Here p is given and z is wanted."),
    ru=("Это сама σ: она ведёт от z к p.", "Здесь дано p, а найти надо z."),
)
def wrong_direction(p):
    return 1 / (1 + np.exp(-np.asarray(p)))


@logit.alternative
def difference_of_logs(p):
    return np.log(p) - np.log1p(-np.asarray(p))


@logit.alternative
def minus_log(p):
    return -np.log(1 / np.asarray(p) - 1)


@logit.alternative
def by_area_tangent(p):
    return 2 * np.arctanh(2 * np.asarray(p) - 1)


@logit.alternative
def by_comprehension(p):
    return [by_comprehension(v) for v in p] if np.ndim(p) else math.log(p / (1 - p))


# ---------------------------------------------------------------------------------------- probability


@unit.exercise(points=2)
def probability(c, w, X):
    z = c + np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    return 0.5 * (1 + np.tanh(z / 2))


probability.example(0.5, np.array([1.0, -2.0]), np.array([[1.0, 1.0], [3.0, 0.5], [0.0, 0.0]]))
probability.example(-1.0, np.array([0.3, 0.2, -0.1]), np.array([[2.0, 1.0, 4.0], [5.0, 5.0, 0.0]]))


@probability.probe("simple")
def _(answer, rng):
    c = [float(value) for value in rng.uniform((0.2, -1.0), (1.0, -0.2))]
    return [
        answer(c[0], rng.uniform(0.3, 1.5, size=2), rng.normal(size=(3, 2))),
        answer(c[1], rng.uniform(1.0, 2.5, size=1), rng.uniform(0.4, 1.6, size=(2, 1))),
    ]


@probability.probe("general")
def _(answer, rng):
    return [
        answer(float(rng.normal()) + 0.5, rng.normal(size=n), rng.normal(size=(m, n)))
        for m, n in ((5, 3), (2, 6), (4, 4))
    ]


@probability.probe("edge", credit=0.5)
def _(answer, rng):
    c = [float(value) for value in rng.uniform((0.4, -1.6, 0.2), (1.2, -0.6, 0.8))]
    return [
        answer(c[0], rng.normal(size=3), rng.normal(size=(1, 3))),
        answer(c[1], np.zeros(2), rng.normal(size=(4, 2))),
        answer(c[2], 4.0 * rng.normal(size=5), rng.normal(size=(3, 5))),
    ]


@probability.mistake(
    en=("The slide is taken literally: its brackets are missing, and the result is above 1.", "A probability is never above 1. What belongs at the bottom of the fraction as a whole?"),
    ru=("Слайд понят буквально: скобок нет, и результат больше 1.", "Вероятность не бывает больше 1. Что целиком должно стоять в знаменателе?"),
)
def slide_taken_literally(c, w, X):
    return 1 / 1 + np.exp(-(c + X @ w))


@probability.mistake(
    en=("The minus in the exponent reaches only c.", "On the slide the minus stands before a bracket that holds the whole sum."),
    ru=("Минус в показателе относится только к c.", "На слайде минус стоит перед скобкой, в которой вся сумма."),
)
def minus_before_c_only(c, w, X):
    return 1 / (1 + np.exp(-c + X @ w))


@probability.mistake(
    en=("The minus in the exponent is missing: you get the probability of the other class.", "A larger score must give a larger probability."),
    ru=("В показателе нет минуса: получается вероятность другого класса.", "Чем больше сумма, тем больше должна быть вероятность."),
)
def other_class(c, w, X):
    return 1 / (1 + np.exp(c + X @ w))


@probability.mistake(
    en=("The intercept c is left out.", "With all weights 0 the probability is σ(c), not one half."),
    ru=("Пропущен свободный член c.", "Если все веса равны 0, вероятность равна σ(c), а не одной второй."),
)
def no_intercept(c, w, X):
    return 1 / (1 + np.exp(-(X @ w)))


@probability.mistake(
    en=("c is added to every weight, so it is multiplied by the features too.", "The intercept enters the sum once, with no feature beside it."),
    ru=("c прибавлено к каждому весу и поэтому умножается ещё и на признаки.", "Свободный член входит в сумму один раз и ни на что не умножается."),
)
def intercept_in_the_weights(c, w, X):
    return 1 / (1 + np.exp(-(X @ (c + w))))


@probability.mistake(
    en=("The answer is the score; σ has not been applied.", "A score can be any number, a probability lies between 0 and 1."),
    ru=("Это сумма, к которой ещё не применена σ.", "Сумма может быть любой, а вероятность лежит между 0 и 1."),
)
def score_only(c, w, X):
    return c + X @ w


@probability.mistake(
    en=("The products are not added up: there is a number for every feature.", "Each row of X is one object and gets one probability."),
    ru=("Произведения не сложены: получилось по числу на каждый признак.", "Строка X — это один объект, и вероятность у него одна."),
)
def not_added_up(c, w, X):
    return 1 / (1 + np.exp(-(c + X * w)))


@probability.mistake(
    en=("Everything is added up into one number.", "Add within each row only: m objects get m probabilities."),
    ru=("Всё сложено в одно число.", "Складывать надо внутри строки: у m объектов m вероятностей."),
)
def one_sum_for_all(c, w, X):
    return 1 / (1 + np.exp(-(c + np.sum(X * w))))


@probability.mistake(
    en=("c is added once for every feature.", "Write the sum of the slide for two features: how often does c stand in it?"),
    ru=("c прибавлено по разу на каждый признак.", "Выпишите сумму со слайда для двух признаков: сколько раз в ней стоит c?"),
)
def intercept_for_each_feature(c, w, X):
    return 1 / (1 + np.exp(-np.sum(c + X * w, axis=1)))


@probability.mistake(
    en=("The rows and columns of X have changed places.", "X has one row per object and one column per weight: which side of X must w meet?"),
    ru=("Строки и столбцы X поменялись местами.", "В X строка — это объект, а столбец отвечает весу: с какой стороны X должен стоять w?"),
)
def rows_for_columns(c, w, X):
    return 1 / (1 + np.exp(-(c + X.T @ w)))


@probability.mistake(
    en=("A class label is returned, not the probability.", "Leave the number between 0 and 1 as it is; choosing a class is a later step."),
    ru=("Возвращена метка класса, а не вероятность.", "Оставьте число между 0 и 1 как есть; выбор класса — следующий шаг."),
)
def label_instead(c, w, X):
    return (1 / (1 + np.exp(-(c + X @ w))) >= 0.5) * 1.0


@probability.alternative
def row_by_row(c, w, X):
    found = []
    for row in X:
        z = c
        for feature, weight in zip(row, w, strict=True):
            z += feature * weight
        found.append(1 / (1 + math.exp(-z)))
    return found


@probability.alternative
def weights_first(c, w, X):
    return 1 / (1 + np.exp(-c) * np.exp(-np.dot(w, X.T)))


@probability.alternative
def with_a_column_of_ones(c, w, X):
    z = np.column_stack([np.ones(len(X)), X]) @ np.concatenate([[c], w])
    return np.exp(-np.logaddexp(0, -z))


# ----------------------------------------------------------------------------------------- activation


@unit.exercise(points=2)
def activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return np.where(z > 0, z, (0.0 if name == "relu" else 0.01) * z)


activation.example("sigmoid", -1.0)
activation.example("tanh", 0.5)
activation.example("relu", np.array([-3.0, 2.0]))
activation.example("leaky_relu", np.array([-5.0, 2.0]))


for _name in NAMES:  # a quarter of the points for each

    @activation.probe("general")
    def _(answer, rng, name=_name):
        return [answer(name, float(z)) for z in _both_sides(rng, 7)]

    @activation.probe("vector", credit=0.5)
    def _(answer, rng, name=_name):
        return [answer(name, z) for z in (_both_sides(rng, 7), _both_sides(rng, 6).reshape(2, 3))]


@activation.mistake(
    en=("The name is not used: every call gives the sigmoid.", "Compare name with each of the four words and answer differently."),
    ru=("Имя не используется: при любом получается сигмоида.", "Сравните name с каждым из четырёх слов, ответы должны различаться."),
)
def one_for_all(name, z):
    return 1 / (1 + np.exp(-np.asarray(z)))


@activation.mistake(
    en=("ReLU turns negative numbers round instead of cutting them off.", "ReLU of −4 is 0: of the two numbers 0 and z the larger one is kept."),
    ru=("ReLU меняет знак отрицательных чисел, а должна их обнулять.", "ReLU от −4 равна 0: из двух чисел, 0 и z, остаётся большее."),
)
def relu_as_size(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.abs(z) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU gives 1 for every positive number: that is its slope.", "ReLU of 3 is 3, not 1: positive numbers pass as they are."),
    ru=("ReLU даёт 1 для любого положительного числа: это её наклон.", "ReLU от 3 равна 3, а не 1: положительные числа проходят как есть."),
)
def relu_as_step(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.where(z > 0, 1.0, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("LeakyReLU lets ten times too much through on the left.", "The lecture's leak is one hundredth."),
    ru=("LeakyReLU пропускает слева в десять раз больше, чем нужно.", "В лекции утечка равна одной сотой."),
)
def leak_of_a_tenth(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.1 * z, z)


@activation.mistake(
    en=("LeakyReLU has its two sides exchanged.", "Positive numbers pass unchanged; the factor belongs to the negative ones."),
    ru=("У LeakyReLU перепутаны стороны.", "Положительные числа проходят без изменений, множитель относится к отрицательным."),
)
def leak_on_the_right(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, z, 0.01 * z)


@activation.mistake(
    en=("LeakyReLU does not leak: it equals ReLU.", "On the left the lecture's function is not 0 but a small multiple of z."),
    ru=("LeakyReLU не пропускает ничего: она равна ReLU.", "Слева у функции из лекции не 0, а малая доля z."),
)
def no_leak(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    return np.tanh(z) if name == "tanh" else np.maximum(z, 0.0)


@activation.mistake(
    en=("LeakyReLU gives the constant 0.01 on the left, not a multiple of z.", "At z = −4 the value is −0.04. What is the factor multiplied by?"),
    ru=("Слева LeakyReLU даёт постоянное 0.01, а не долю z.", "При z = −4 значение равно −0.04. На что умножается множитель?"),
)
def leak_is_constant(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01, z)


@activation.mistake(
    en=("In tanh the 2 of the exponent is missing.", "The lecture's formula has a 2 in two places. tanh(1) is 0.7616."),
    ru=("В tanh потеряна двойка в показателе.", "В формуле из лекции двойка стоит в двух местах. tanh(1) равен 0.7616."),
)
def tanh_without_doubling(name, z):
    z = np.asarray(z, dtype=float)
    s = 1 / (1 + np.exp(-z))
    if name == "sigmoid":
        return s
    if name == "tanh":
        return 2 * s - 1
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("In tanh the −1 at the end is missing.", "tanh(0) is 0 and its values reach down to −1."),
    ru=("В tanh потеряно −1 в конце.", "tanh(0) равен 0, а значения доходят до −1."),
)
def tanh_not_lowered(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return 2 / (1 + np.exp(-2 * z))
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("This is the trigonometric tangent, not the hyperbolic one.", "tanh stays between −1 and 1: mind the h at the end of the name."),
    ru=("Это обычный тангенс, а нужен гиперболический.", "tanh не выходит за пределы от −1 до 1: обратите внимание на h в конце имени."),
)
def ordinary_tangent(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tan(z)
    return np.maximum(z, 0.0) if name == "relu" else np.where(z < 0, 0.01 * z, z)


@activation.mistake(
    en=("ReLU and LeakyReLU work for one number and stop at an array.", "Python's max and if ask for one answer; np.maximum and np.where give one for each element."),
    ru=("ReLU и LeakyReLU работают с одним числом, а на массиве останавливаются.", "max и if в Python требуют одного ответа; np.maximum и np.where дают свой для каждого элемента."),
)
def pieces_for_one_number(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(0.0, z)
    return 0.01 * z if z < 0 else z


@activation.alternative
def by_table(name, z):
    table = {
        "sigmoid": lambda v: 1 / (1 + np.exp(-v)),
        "tanh": lambda v: 2 / (1 + np.exp(-2 * v)) - 1,
        "relu": lambda v: v * (v > 0),
        "leaky_relu": lambda v: np.maximum(v, 0.01 * v),
    }
    return table[name](np.asarray(z, dtype=float))


@activation.alternative
def by_lists_of_numbers(name, z):
    if np.ndim(z):
        return [by_lists_of_numbers(name, v) for v in z]
    if name == "sigmoid":
        return 1 / (1 + math.exp(-z))
    if name == "tanh":
        return (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z))
    if name == "relu":
        return max(0, z)
    return z if z >= 0 else z / 100


@activation.alternative
def by_assignment(name, z):
    z = np.array(z, dtype=float)
    if name in ("sigmoid", "tanh"):
        k = 2 if name == "tanh" else 1
        return k / (1 + np.exp(-k * z)) - (k - 1)
    z[z < 0] *= 0.0 if name == "relu" else 0.01
    return z


# --------------------------------------------------------------------------------------- d_activation


@unit.exercise(points=3)
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        small = np.exp(-np.abs(z))
        return small / (1.0 + small) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, 0.0 if name == "relu" else 0.01)


d_activation.example("sigmoid", -1.0)
d_activation.example("tanh", 0.5)
d_activation.example("leaky_relu", np.array([-5.0, 2.0]))
d_activation.example("relu", np.array([-3.0, 2.0]))
d_activation.example("relu", 0.0, fulfils="allowed_at_kink")


for _name in NAMES:  # a quarter of the points for each
    _KINK = 0.25 if _name in ("relu", "leaky_relu") else 0.0

    @d_activation.probe("general", credit=1.0 - _KINK)
    def _(answer, rng, name=_name):
        return [answer(name, float(z)) for z in _both_sides(rng, 7)]

    @d_activation.probe("vector", credit=0.5)
    def _(answer, rng, name=_name):
        return [answer(name, z) for z in (_both_sides(rng, 7), _both_sides(rng, 6).reshape(2, 3))]

    @d_activation.probe("edge", credit=0.25)
    def _(answer, rng, name=_name):
        return [_silently(answer, name, z) for z in (*_far(rng), _far_and_near(rng))]

    if _KINK:

        @d_activation.probe("property", credit=_KINK)
        def _(answer, rng, name=_name):
            near = rng.permutation([0.0, *_both_sides(rng, 4, 1e-3, 0.1)])
            slopes = [(z, answer(name, float(z))) for z in near]
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
    en=("The slope of tanh is right as a formula, but the hyperbolic cosine overflows far out.", "Which form needs only values between −1 and 1?"),
    ru=("Наклон tanh записан верно, но вдали гиперболический косинус переполняется.", "В какой записи есть только значения от −1 до 1?"),
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
    en=("The slope of σ is right, but it gives a warning for very negative z.", "Use d_sigmoid: it has been silent since exercise 3."),
    ru=("Наклон σ верен, но при сильно отрицательных z появляется предупреждение.", "Возьмите d_sigmoid: она молчит со времён упражнения 3."),
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
    ru=("Для кусочных функций работает только одно число, на массиве код останавливается.", "У вопроса z > 0 свой ответ для каждого элемента: выбирайте поэлементно."),
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


@d_activation.alternative
def by_values(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    if name == "tanh":
        t = np.tanh(z)
        return (1 + t) * (1 - t)
    if name == "relu":
        return (z >= 0).astype(float)
    return np.where(z < 0, 0.01, 1.0)


@d_activation.alternative
def slopes_one_by_one(name, z):
    if np.ndim(z):
        return [slopes_one_by_one(name, v) for v in z]
    if name in ("sigmoid", "tanh"):
        k = 2 if name == "tanh" else 1
        small = math.exp(-k * abs(z))
        return k * k * small / (1 + small) ** 2
    if z == 0:
        return 0.5
    return 1 if z > 0 else {"relu": 0, "leaky_relu": 0.01}[name]


@d_activation.alternative
def by_sign(name, z):
    if name == "sigmoid":
        return (1 - np.tanh(np.asarray(z) / 2) ** 2) / 4
    if name == "tanh":
        return 1 - np.square(np.tanh(z))
    leak = 0.01 if name == "leaky_relu" else 0.0
    return leak + (1 - leak) * np.heaviside(z, 0.5)
