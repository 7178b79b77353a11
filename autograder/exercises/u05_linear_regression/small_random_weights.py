"""Random starting weights for n features and the intercept."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import array, different_seeds
from autograder.worker.codec import Rng


@exercise(points=1)
def small_random_weights(n, eps, rng):
    return rng.uniform(-eps, eps, size=n + 1)


small_random_weights.example(20, 0.1, Rng(7), fulfils="small_and_random")
small_random_weights.example(2, 0.1, Rng(1), fulfils="small_and_random")
small_random_weights.example(12, 3, Rng(8), fulfils="small_and_random")


def _draw(answer, n, eps, seed):
    return array(answer.sample(n, eps, Rng(seed)), (n + 1,))


def _shape(value):
    """Return how the weights are arranged: of what is too long, too short or a column each is its own mistake."""
    return value.shape if isinstance(value, np.ndarray) else (len(value),) if isinstance(value, list) else None


def _facts(w, eps):
    """Return what must hold for some thousand numbers uniform on (-eps, eps); by chance a right answer never fails."""
    size = np.abs(w)
    return [
        bool(np.all(size < eps)),
        bool(size.max() > 0.9 * eps),
        bool(0.4 < np.mean(w > 0) < 0.6),
        bool(0.4 < np.mean(size < eps / 2) < 0.6),
        bool(np.unique(w).size == w.size),
    ]


@small_random_weights.probe("simple")
def _(answer, rng):
    n = int(rng.integers(3, 9))
    if (shape := _shape(answer.sample(n, 1.0, Rng(int(rng.integers(2**31)))))) != (n + 1,):
        return shape
    # A whole number is a border like any other.
    w = _draw(answer, int(rng.integers(30, 60)), eps := int(rng.integers(2, 9)), int(rng.integers(2**31)))
    whole = [bool(np.all(np.abs(w) < eps)), np.unique(w).size == w.size]
    sizes = int(rng.integers(4, 9)), 1, int(rng.integers(30, 60))
    widths = [float(eps) for eps in rng.uniform((0.1, 2.0, 0.005), (0.3, 5.0, 0.02))]
    found = [_draw(answer, n, eps, seed) for n, eps, seed in zip(sizes, widths, different_seeds(rng, 3), strict=True)]
    return [whole, *([bool(np.all(np.abs(w) < eps)), np.unique(w).size == w.size] for w, eps in zip(found, widths, strict=True))]


@small_random_weights.probe("property")
def _(answer, rng):
    widths = [float(eps) for eps in rng.uniform((0.03, 3.0), (0.08, 6.0))]
    return [_facts(_draw(answer, int(rng.integers(2000, 2500)), eps, seed), eps) for eps, seed in zip(widths, different_seeds(rng, 2), strict=True)]


@small_random_weights.probe("property")
def _(answer, rng):
    """Every single weight, the intercept too, fills the interval: seen in many draws with another generator each."""
    n, eps = int(rng.integers(1, 4)), float(rng.uniform(2.5, 6.0))
    draws = np.array([_draw(answer, n, eps, seed) for seed in different_seeds(rng, 36)])
    size = np.abs(draws)
    return [
        bool(np.all(draws.max(axis=0) > 0)),
        bool(np.all(draws.min(axis=0) < 0)),
        bool(np.all(size.max(axis=0) > eps / 2)),
        bool(np.all(size.min(axis=0) < eps / 2)),
    ]


@small_random_weights.probe("property")
def _(answer, rng):
    (one, two), n, eps = different_seeds(rng, 2), int(rng.integers(8, 40)), float(rng.uniform(0.1, 0.5))
    first, again, other = (_draw(answer, n, eps, seed) for seed in (one, one, two))
    return [bool(np.array_equal(first, again)), bool(np.array_equal(first, other)), _draw(answer, n + 1, eps, one).shape[0]]


@small_random_weights.mistake(
    en=("One weight is missing.", "n features need n + 1 weights: the intercept w₀ needs a start too."),
    ru=("Не хватает одного веса.", "Для n признаков нужно n + 1 весов: начальное значение нужно и свободному члену w₀."),
)
def intercept_forgotten(n, eps, rng):
    return rng.uniform(-eps, eps, n)


@small_random_weights.mistake(
    en=("All weights have the same sign.", "The interval goes from −eps to eps: what does your formula give for the smallest random number, and for the largest?"),
    ru=("Все веса одного знака.", "Отрезок идёт от −eps до eps: что даёт ваша формула для наименьшего случайного числа и для наибольшего?"),
)
def only_positive(n, eps, rng):
    return eps * rng.random(n + 1)


@small_random_weights.mistake(
    en=("The weights fill only the middle of the interval.", "From −eps to eps is a width of two eps. How wide is the interval of your formula?"),
    ru=("Веса занимают только середину интервала.", "От −eps до eps ширина два eps. Какова ширина у вашей формулы?"),
)
def half_width(n, eps, rng):
    return eps * (rng.random(n + 1) - 0.5)


@small_random_weights.mistake(
    en=("Some weights lie outside the interval.", "The task asks for values between −ε and ε, all equally likely: that is the uniform distribution. Which distribution does your code draw from, and is any weight set without being drawn?"),
    ru=("Некоторые веса выходят за границы интервала.", "В задании нужны значения от −ε до ε, все равновероятны: это равномерное распределение. Из какого распределения берёт числа ваш код и не записан ли какой-нибудь вес без него?"),
)
def normal_weights(n, eps, rng):
    return rng.normal(scale=eps, size=n + 1)


@small_random_weights.mistake(
    en=("Some weights lie exactly on a border of the interval, and not all values between are equally likely.", "Numbers of another distribution do not become uniform when they are cut off at the borders. Which method of the generator draws uniformly?"),
    ru=("Некоторые веса лежат ровно на границе интервала, а значения внутри него не равновероятны.", "Числа из другого распределения не станут равномерными, если обрезать их по границам. Какой метод генератора берёт числа равномерно?"),
)
def cut_off_at_the_borders(n, eps, rng):
    return np.clip(rng.normal(scale=eps, size=n + 1), -eps, eps)


@small_random_weights.mistake(
    en=("The weights do not keep to the interval from −eps to eps.", "Call the function with a large and with a tiny eps: how do the weights change, and how should they?"),
    ru=("Веса не держатся в интервале от −eps до eps.", "Вызовите функцию с большим и с крошечным eps: как меняются веса и как должны?"),
)
def eps_ignored(n, eps, rng):
    return rng.uniform(-1, 1, n + 1)


@small_random_weights.mistake(
    en=("All weights are one and the same random number.", "Each weight is to be drawn on its own. How many numbers does your code ask the generator for?"),
    ru=("Все веса — одно и то же случайное число.", "Каждый вес берётся отдельно. Сколько чисел ваш код просит у генератора?"),
)
def one_number_repeated(n, eps, rng):
    return np.full(n + 1, rng.uniform(-eps, eps))


@small_random_weights.mistake(
    en=("The weights are the same for every rng.", "With another rng the weights must be others. Where does your code take its random numbers from?"),
    ru=("При любом rng получаются одни и те же веса.", "С другим rng веса должны быть другими. Откуда ваш код берёт случайные числа?"),
)
def own_generator(n, eps, rng):
    return np.random.default_rng(0).uniform(-eps, eps, n + 1)


@small_random_weights.mistake(
    en=("Generators in the same state give different weights.", "All random numbers must come from the rng that was passed in. Whom does your code ask for them?"),
    ru=("Генераторы в одном и том же состоянии дают разные веса.", "Все случайные числа должен давать переданный rng. У кого их просит ваш код?"),
)
def global_generator(n, eps, rng):
    return np.random.uniform(-eps, eps, n + 1)


@small_random_weights.mistake(
    en=("One of the weights is always 0.", "The intercept is drawn like every other weight: is it left out of your draw?"),
    ru=("Один из весов всегда равен 0.", "Свободный член берётся так же, как остальные веса. Не забыт ли он у вас?"),
)
def intercept_zero(n, eps, rng):
    w = np.zeros(n + 1)
    w[1:] = rng.uniform(-eps, eps, n)
    return w


@small_random_weights.mistake(
    en=("There are no numbers strictly inside the interval: every weight is −eps or eps.", "Between the two borders all values are equally likely. Which method of the generator draws such numbers?"),
    ru=("Внутри интервала чисел нет: каждый вес равен −eps или eps.", "Между границами равновероятны все значения. Какой метод генератора даёт такие числа?"),
)
def borders_only(n, eps, rng):
    return rng.choice([-eps, eps], size=n + 1)


@small_random_weights.mistake(
    en=("The weights are all zero.", "That is the first of the four ways in the reading; here the second is asked for."),
    ru=("Все веса равны нулю.", "Это первый из четырёх способов в тексте, а здесь нужен второй."),
)
def zeros(n, eps, rng):
    return np.zeros(n + 1)


@small_random_weights.mistake(
    en=("The weights stand in a column of shape (n + 1, 1).", "The task asks for an array of shape (n + 1,). How many axes does yours have?"),
    ru=("Веса стоят столбцом формы (n + 1, 1).", "В задании нужен массив формы (n + 1,). Сколько осей у вашего?"),
)
def one_column(n, eps, rng):
    return rng.uniform(-eps, eps, size=(n + 1, 1))


@small_random_weights.mistake(
    en=("The interval does not lie around 0.", "Numbers from 0 to 2·eps have the right width. By how much must they be moved?"),
    ru=("Промежуток лежит не вокруг нуля.", "У чисел от 0 до 2·eps ширина верная. На сколько их надо сдвинуть?"),
)
def moved_by_one(n, eps, rng):
    return 2 * eps * rng.random(n + 1) - 1


@small_random_weights.alternative
def stretched(n, eps, rng):
    return eps * (2 * rng.random(n + 1) - 1)


@small_random_weights.alternative
def one_by_one(n, eps, rng):
    return [rng.uniform(-eps, eps) for _ in range(n + 1)]


@small_random_weights.alternative
def intercept_apart(n, eps, rng):
    return np.append(-eps + 2 * eps * rng.random(), rng.uniform(-eps, eps, n))


small_random_weights.equal(small_random_weights, "rng.uniform(-eps, eps, size=n + 1)", "the interval is the same on both sides of 0")
small_random_weights.equal(stretched, "2 * rng.random(n + 1) - 1", "the interval is the same on both sides of 0")
small_random_weights.equal(intercept_apart, "rng.random()", "without arguments uniform is random, and the same factors are only grouped in another way")
small_random_weights.equal(one_by_one, "range(n + 1)", "nobody looks at the number of a turn")
