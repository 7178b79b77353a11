"""The sigmoid 1 / (1 + exp(-z)), exact to 1e-12 and without warnings."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u03_sigmoid_derivative.shared import far_and_near, far_numbers, silently, whole_numbers


@exercise(points=3, rtol=0.0, atol=1e-12)
def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, small) / (1.0 + small)


sigmoid.example(1.0)
sigmoid.example(np.array([-3.0, 0.5, 6.0]))
sigmoid.example(np.array([-2, 0, 3]))
sigmoid.example(2.0)
sigmoid.example(1000.0, silent=True)
sigmoid.example(-1000.0, silent=True)
sigmoid.example(np.array([-1000.0, 0.0, 1000.0]), silent=True)


@sigmoid.probe("simple")
def _(answer, rng):
    small, large = (float(z) for z in rng.uniform((0.3, 3.0), (2.5, 6.0)))
    return [answer(z) for z in (0.0, small, -small, large)]


@sigmoid.probe("general")
def _(answer, rng):
    return [answer(float(z)) for z in (*rng.normal(scale=4.0, size=4), rng.uniform(-25, -21), rng.uniform(12, 18))]


@sigmoid.probe("vector")
def _(answer, rng):
    whole = whole_numbers(rng, 4)  # an array of whole numbers is an array too
    return [
        answer(rng.normal(scale=4.0, size=6)), answer(rng.normal(scale=3.0, size=(2, 3))), answer(whole),
        answer(int(rng.integers(1, 6))),
    ]  # fmt: skip


@sigmoid.probe("edge")
def _(answer, rng):
    return [silently(answer, z) for z in (*far_numbers(rng, (720.0, 1000.0)), far_and_near(rng))]


@sigmoid.mistake(
    en=("The result is that of brackets lost below the fraction line.", "1 / 1 is worked out first. What must the whole bottom of the fraction be?"),
    ru=("Результат такой, как если потерять скобки в знаменателе.", "Сначала вычисляется 1 / 1. Что целиком должно стоять в знаменателе?"),
)
def lost_brackets(z):
    return 1 / 1 + np.exp(-z)


@sigmoid.mistake(
    en=("The curve falls: for z comes out what is due for −z.", "σ must rise: a larger z has to give a larger value. Which sign does the exponent have, and for which z?"),
    ru=("Кривая убывает: для z получается то, что положено для −z.", "σ должна расти: чем больше z, тем больше значение. Какой знак у показателя и при каких z?"),
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
    en=("The values are right, but far from 0 there is a warning, as when both forms are computed before one is chosen: one of them overflows.",
        "np.where chooses among finished values. Make the exponent harmless before you raise e to it."),
    ru=("Значения верны, но вдали от нуля появляется предупреждение, как если сначала посчитать обе записи, а потом выбрать: одна из них переполняется.",
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
    en=("For whole numbers the decimals are cut off.", "An array that is made like z holds the same kind of numbers as z: which kind does your result need?"),
    ru=("Для целых чисел отбрасывается дробная часть.", "Массив, созданный по образцу z, хранит числа того же типа, что и z: какой тип нужен вашему результату?"),
)
def decimals_cut_off(z):
    z = np.asarray(z)
    value = np.zeros_like(z)
    value[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    value[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return value


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
    en=("The function takes one number and stops at an array.", "A question such as z >= 0 has one answer for each element. How do you choose element by element?"),
    ru=("Функция принимает одно число, а на массиве останавливается.", "У вопроса z >= 0 свой ответ для каждого элемента. Как выбирать поэлементно?"),
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
    en=("The function takes an array and stops at a plain number.", "A number cannot be indexed by a mask. What makes an array of whatever comes in?"),
    ru=("Функция принимает массив, а на обычном числе останавливается.", "Число нельзя индексировать маской. Чем сделать массив из любого аргумента?"),
)
def arrays_only(z):
    value = np.zeros(z.shape)
    right = z >= 0
    value[right] = 1 / (1 + np.exp(-z[right]))
    value[~right] = np.exp(z[~right]) / (1 + np.exp(z[~right]))
    return value


@sigmoid.mistake(
    en=("The result is the same for z and −z: no value is below one half.", "With the size of z the exponential stays small. What must be done afterwards where z was negative?"),
    ru=("Для z и −z результат один и тот же: меньше половины ничего не бывает.", "С модулем z экспонента остаётся малой. Что нужно сделать потом там, где z было отрицательным?"),
)
def size_of_the_argument(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@sigmoid.mistake(
    en=("Beyond −10 and 10 the result stands still.", "σ(−10) is 5·10⁻⁵, and errors up to 10⁻¹² are allowed. How far out may you cut?"),
    ru=("За пределами −10 и 10 результат больше не меняется.", "σ(−10) равно 5·10⁻⁵, а ошибка допускается до 10⁻¹². Насколько далеко можно обрезать?"),
)
def clipped_at_ten(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


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


sigmoid.equal(sigmoid, "np.where(", "only the sign of z decides, and at 0 both branches give one half")
sigmoid.equal(sigmoid, "np.abs", "an absolute value knows no sign, and fabs is abs for decimals")
sigmoid.equal(by_clipping, "500", "beyond 28 nothing changes within 1e-12, and up to 709 nothing overflows")
sigmoid.equal(by_masks, "value[z", "at 0 both forms give one half, and either half of the array may be filled first")
sigmoid.equal(by_lists, "if z < 0", "near 0 both forms are right")
sigmoid.equal(by_logaddexp, "np.logaddexp", "a sum may be taken in either order")
sigmoid.equal(overflow_allowed, "with np.errstate", "what stands behind the return is never reached")
