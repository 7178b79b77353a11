"""Sum over the paths from x to y."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import SQUARE, random_functions
from course.public import u02_chain_rule as public


def _at(u, i):
    """Return entry i of the inner values, whatever a learner passes for them: wrong arguments give wrong numbers."""
    u = np.asarray(u, dtype=float).reshape(-1)
    return float(u[i % u.size])


def _outer(rng, n):
    """Return the partial derivatives of y = a·u₁·u₂·…·uₙ + Σ bᵢ·sin uᵢ; each depends on all inner values.

    An array that is too long gives a wrong number too.
    """
    a, b = rng.uniform(0.5, 1.5), rng.uniform(0.5, 1.5, size=n)

    def partial(i):
        def slope(u):
            own = b[i] * math.cos(_at(u, i))
            return float(a * math.prod(_at(u, j) for j in range(n) if j != i) + own + (np.size(u) not in (1, n)))

        return slope

    return [partial(i) for i in range(n)]


@exercise(points=3)
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(partial(u) * dg(x) for partial, dg in zip(partials, d_inner, strict=True))


# In a product a partial derivative does not see its own inner value: so first a sum, where it does.
total_derivative.example([public.twice_the_sum] * 2, [public.square, public.cube], [public.d_square, public.d_cube], 1.5)
total_derivative.example([public.second, public.first], [*SQUARE], [public.d_square, public.two], 1.5)
total_derivative.example([public.second, public.first], [*SQUARE], [public.d_square, public.two], 3.0)


@total_derivative.probe("simple")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    return [
        answer(_outer(rng, 2), [b[0], d[0]], [b[1], d[1]], float(rng.uniform(0.4, 1.4))),
        answer(_outer(rng, 2), [d[0], a[0]], [d[1], a[1]], -float(rng.uniform(0.4, 0.9))),
        answer(_outer(rng, 2), [a[0], b[0]], [a[1], b[1]], 1),
    ]


@total_derivative.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    f, df = zip(b, d, a, strict=True)
    g, dg = zip(c, a, d, b, strict=True)
    return [
        answer(_outer(rng, 3), list(f), list(df), float(rng.uniform(0.4, 1.2))),
        answer(_outer(rng, 4), list(g), list(dg), -float(rng.uniform(0.4, 0.9))),
    ]


@total_derivative.probe("edge", credit=0.5)
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    shared = [b, b]  # the same value enters twice: both paths count
    f, df = zip(*shared, strict=True)
    return [
        answer(_outer(rng, 1), [d[0]], [d[1]], float(rng.uniform(0.4, 1.2))),
        answer(_outer(rng, 2), list(f), list(df), 0.9),
    ]


@total_derivative.mistake(
    en=("The rates of the inner functions are missing.", "On each path there are two rates: from x to uᵢ, then from uᵢ to y."),
    ru=("Не хватает скоростей внутренних функций.", "На каждом пути две скорости: от x к uᵢ, затем от uᵢ к y."),
)
def partials_only(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) for p in partials)


@total_derivative.mistake(
    en=("The partial derivatives are taken at x.", "y depends on the inner values: at which numbers are its partial derivatives measured?"),
    ru=("Частные производные взяты в точке x.", "y зависит от внутренних значений: при каких значениях берутся его частные производные?"),
)
def partials_at_x(partials, inner, d_inner, x):
    return sum(p(np.full(len(inner), x)) * d(x) for p, d in zip(partials, d_inner, strict=True))


@total_derivative.mistake(
    en=("The paths are multiplied.", "Along a path the rates are multiplied; what is done with the paths themselves?"),
    ru=("Пути перемножены.", "Вдоль пути скорости перемножаются, а что делают с самими путями?"),
)
def product_over_paths(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    result = 1.0
    for p, d in zip(partials, d_inner, strict=True):
        result *= p(u) * d(x)
    return result


@total_derivative.mistake(
    en=("Only the first path is counted.", "x reaches y by as many paths as there are inner functions."),
    ru=("Учтён только первый путь.", "x влияет на y столькими путями, сколько внутренних функций."),
)
def first_path_only(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return partials[0](u) * d_inner[0](x)


@total_derivative.mistake(
    en=("Only the last path is counted.", "Each path brings its share: what becomes of the earlier ones?"),
    ru=("Учтён только последний путь.", "Каждый путь приносит свою долю: что стало с долями прежних путей?"),
)
def last_path_only(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return partials[-1](u) * d_inner[-1](x)


@total_derivative.mistake(
    en=("One sum is multiplied by another.", "Rates that stand on the same path are multiplied, and only those: when is the sum made?"),
    ru=("Одна сумма умножена на другую.", "Перемножаются только скорости с одного и того же пути: когда тогда складывать?"),
)
def sums_multiplied(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) for p in partials) * sum(d(x) for d in d_inner)


@total_derivative.mistake(
    en=("The two rates of a path are added.", "A path is a chain of two links: what is done with its rates?"),
    ru=("Две скорости одного пути сложены.", "Путь — это цепочка из двух звеньев: что делают с её скоростями?"),
)
def rates_of_a_path_added(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) + d(x) for p, d in zip(partials, d_inner, strict=True))


@total_derivative.mistake(
    en=("The partial derivatives are missing.", "The inner functions move at their rates: how strongly does y follow each of them?"),
    ru=("Не хватает частных производных.", "Внутренние функции меняются со своими скоростями: насколько сильно откликается на каждую из них y?"),
)
def inner_rates_only(partials, inner, d_inner, x):
    return sum(d(x) for d in d_inner)


@total_derivative.mistake(
    en=("The partial derivatives are taken at the inner rates.", "y depends on the inner values: which list of functions gives those?"),
    ru=("Частные производные взяты при внутренних скоростях.", "y зависит от внутренних значений: какой список функций их даёт?"),
)
def partials_at_the_rates(partials, inner, d_inner, x):
    rates = np.array([d(x) for d in d_inner])
    return sum(p(rates) * rate for p, rate in zip(partials, rates, strict=True))


@total_derivative.mistake(
    en=("The mean over the paths is taken.", "The pushes that arrive by different paths add up; nothing is divided."),
    ru=("Взято среднее по путям.", "Сдвиги, пришедшие разными путями, складываются; делить ни на что не надо."),
)
def mean_over_paths(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return np.mean([p(u) * d(x) for p, d in zip(partials, d_inner, strict=True)])


@total_derivative.mistake(
    en=("The partial derivative is multiplied by the inner value instead of the inner rate.", "Two rates stand on a path: compare the lists inner and d_inner."),
    ru=("Частная производная умножена на внутреннее значение, а не на внутреннюю скорость.", "На пути стоят две скорости: сравните списки inner и d_inner."),
)
def inner_value_for_rate(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) * v for p, v in zip(partials, u, strict=True))


@total_derivative.mistake(
    en=("The inner rates are taken at the inner values.", "x enters the inner functions: their rates are measured at x."),
    ru=("Внутренние скорости взяты в точках uᵢ.", "Во внутренние функции входит x: их скорости измеряются в точке x."),
)
def inner_rates_at_u(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) * d(v) for p, d, v in zip(partials, d_inner, u, strict=True))


@total_derivative.mistake(
    en=("The result is that of partial derivatives which know only their own inner value.", "The slope in the direction of u₁ may depend on u₂: hand over all inner values together."),
    ru=("Результат таков, будто каждая частная производная знает только своё внутреннее значение.", "Наклон по u₁ может зависеть от u₂: передавайте все внутренние значения вместе."),
)
def only_its_own_value(partials, inner, d_inner, x):
    return sum(p(np.array([g(x)])) * d(x) for p, g, d in zip(partials, inner, d_inner, strict=True))


@total_derivative.mistake(
    en=("A function of the lists is called in a way that it does not allow.", "Each of them takes one argument: the number x, or the array of all inner values?"),
    ru=("Функция из списка вызвана так, как её вызывать нельзя.", "Каждая принимает один аргумент: какая из них — число x, а какая — массив всех внутренних значений?"),
)
def separate_arguments(partials, inner, d_inner, x):
    u = [g(x) for g in inner]
    return sum(p(*u) * d(x) for p, d in zip(partials, d_inner, strict=True))


@total_derivative.mistake(
    en=("The contributions of the paths come back one by one.", "One number is asked for: what is done with the paths at the end?"),
    ru=("Вклады путей возвращаются по отдельности.", "Нужно одно число: что делают с путями в конце?"),
)
def paths_not_added(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return [p(u) * d(x) for p, d in zip(partials, d_inner, strict=True)]


@total_derivative.mistake(
    en=("With two inner functions the answer is right; it is that of the first two when there are more, and one alone stops it.", "The rectangle has two sides, but the lists may have any length. Where does your code take the number of paths from?"),
    ru=("С двумя внутренними функциями ответ верный; если их больше, учтены только две первые, а на одной код останавливается.", "У прямоугольника две стороны, но списки бывают любой длины. Откуда ваш код берёт число путей?"),
)
def two_paths_only(partials, inner, d_inner, x):
    u = np.array([inner[0](x), inner[1](x)])
    return partials[0](u) * d_inner[0](x) + partials[1](u) * d_inner[1](x)


@total_derivative.mistake(
    en=("When a partial derivative is called, the inner values after its own are not there yet.", "Every partial derivative gets all inner values. What has to be finished before the sum begins?"),
    ru=("Когда вызывается частная производная, следующих внутренних значений ещё нет.", "Каждая частная производная получает все внутренние значения. Что должно быть готово до начала суммы?"),
)
def values_too_late(partials, inner, d_inner, x):
    u, total = np.zeros(len(inner)), 0.0
    for i in range(len(inner)):
        u[i] = inner[i](x)
        total += partials[i](u) * d_inner[i](x)
    return total


@total_derivative.alternative
def as_dot_product(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return np.dot([p(u) for p in partials], [d(x) for d in d_inner])


@total_derivative.alternative
def with_a_list(partials, inner, d_inner, x):
    u = [g(x) for g in inner]
    return sum(d_inner[i](x) * partials[i](u) for i in range(len(u)))


total_derivative.equal(total_derivative, "zip(", "the lists are equally long")
total_derivative.equal(as_dot_product, "np.dot", "for two lists of numbers these products are the same, in either order")
total_derivative.equal(with_a_list, "range(len(u))", "the lists are equally long, and the paths may be added in any order")
