"""Where a function that first rises and then falls is highest."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled
from course.public import u02_chain_rule as public

SIZES = (100, 101, 200, 201, 500, 501, 1000, 1001)  # of grids that are too coarse for a thousandth


@exercise(points=2, rtol=0.0, atol=0.001, seconds=30.0)  # as many calls as the text allows, one by one
def peak(f, a, b):
    h = 1e-5
    for _ in range(22):
        middle = (a + b) / 2
        if f(middle + h) > f(middle - h):
            a = middle
        else:
            b = middle
    return (a + b) / 2


peak.example(public.dose, 0.0, 7.0, calls={"dose": 50_000})
peak.example(public.arch, -4.0, 5.0)
peak.example(public.late, 0.504, 9.0)  # the top lies on no grid of hundredths


def _medicine(rng):
    """Return t^n·e^(−ct) with an interval about its top n/c, which lies away from the middle."""
    n, c = float(rng.uniform(1.0, 4.0)), float(rng.uniform(0.5, 1.5))
    return (
        (lambda t: t**n * np.exp(-c * t)),
        float(rng.uniform(0.05, 0.3) * n / c),
        float(rng.uniform(2.4, 4.0) * n / c),
    )


def _slow_rise(rng):
    """Return a medicine's curve turned round: the top lies in the last third, and the steep end is the lower one."""
    n, c = float(rng.uniform(1.0, 4.0)), float(rng.uniform(0.5, 1.5))
    first, last = rng.uniform((-4.5, -0.04), (-3.5, -0.02)) * n / c
    return (lambda x: (-x) ** n * np.exp(c * x)), float(first), float(last)


def _arch(rng):
    """Return a parabola below zero with its top in a negative place, and an interval about it."""
    top, size, low = float(rng.uniform(-3.0, -1.0)), float(rng.uniform(0.5, 2.0)), float(rng.uniform(2.0, 6.0))
    return (
        (lambda x: -low - size * (x - top) ** 2),
        top - float(rng.uniform(1.5, 3.0)),
        top + float(rng.uniform(4.0, 6.0)),
    )


def _near_an_end(rng, end):
    """Return a bell whose top lies close to the left (0) or the right (1) end of the interval."""
    top, width = float(rng.uniform(-1.0, 2.0)), float(rng.uniform(1.0, 2.0))
    near, far = float(rng.uniform(0.02, 0.06)), float(rng.uniform(3.0, 4.5))
    a, b = (top - near, top + far) if end == 0 else (top - far, top + near)
    return (lambda x: np.exp(-(((x - top) / width) ** 2))), a, b


def _clear_case(rng, make, *more):
    """Draw (f, a, b) until neither a coarse grid nor a walk to the higher end meets the top by chance."""
    while True:
        f, a, b = make(rng, *more)
        top, by_ends = peak.reference(f, a, b), (a, b)
        for _ in range(25):
            left, right = by_ends
            middle = (left + right) / 2
            by_ends = (middle, right) if f(left) < f(right) else (left, middle)
        grids = (np.arange(a, b, 0.01), *(np.linspace(a, b, size) for size in SIZES))
        near = [xs[np.argmax(f(xs))] for xs in grids]
        near += [by_ends[0]] if make is _medicine else []  # on both sides of other tops it is equally steep
        if all(abs(x - top) > 0.0011 for x in near):
            return f, a, b


@peak.probe("simple")
def _(answer, rng):
    return [answer(*_clear_case(rng, _medicine)) for _ in range(2)]


@peak.probe("general")
def _(answer, rng):
    return [answer(*each) for each in shuffled(rng, [_clear_case(rng, make) for make in (_medicine, _arch, _slow_rise)])]


@peak.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(*each) for each in shuffled(rng, [_clear_case(rng, _near_an_end, end) for end in (0, 1)])]


@peak.mistake(
    en=("The height of the top comes back, not its place.", "The task asks at which x the function is highest."),
    ru=("Возвращается высота вершины, а не её место.", "В задании спрашивается, при каком x функция выше всего."),
)
def the_height(f, a, b):
    h = 1e-5
    while b - a > 1e-6:
        middle = (a + b) / 2
        a, b = (middle, b) if f(middle + h) > f(middle - h) else (a, middle)
    return f((a + b) / 2)


@peak.mistake(
    en=(
        "The search ends at an end of the interval: on the way a wrong half was kept.",
        "Where the slope is positive, the top is still ahead: on which side? Which of the two ends may be moved then?",
    ),
    ru=(
        "Поиск приходит к краю отрезка: по пути осталась не та половина.",
        "Где наклон положителен, вершина ещё впереди: с какой стороны? Какой из концов тогда можно сдвинуть?",
    ),
)
def wrong_half(f, a, b):
    h = 1e-5
    while b - a > 1e-6:
        middle = (a + b) / 2
        a, b = (a, middle) if f(middle + h) > f(middle - h) else (middle, b)
    return (a + b) / 2


@peak.mistake(
    en=(
        "The result is the middle of the interval.",
        "That is only the first place to look at. What does the slope there say?",
    ),
    ru=("Возвращается середина отрезка.", "С неё поиск только начинается. О чём говорит наклон в этой точке?"),
)
def the_middle(f, a, b):
    return (a + b) / 2


@peak.mistake(
    en=(
        "The interval is halved once only.",
        "Each halving makes the interval half as long. How many does 0.001 need, and is the middle computed anew for each?",
    ),
    ru=(
        "Отрезок разделён пополам только один раз.",
        "Каждое деление сокращает отрезок вдвое. Сколько их нужно для точности 0.001 и вычисляется ли середина каждый раз заново?",
    ),
)
def one_halving(f, a, b):
    middle, h = (a + b) / 2, 1e-5
    a, b = (middle, b) if f(middle + h) > f(middle - h) else (a, middle)
    return (a + b) / 2


@peak.mistake(
    en=(
        "The place of the largest of 21 values comes back: the grid is too coarse.",
        "The answer must be right to 0.001. Between two points of the grid, which way is up?",
    ),
    ru=(
        "Возвращается место наибольшего из 21 значения: сетка слишком редкая.",
        "Ответ нужен с точностью до 0.001. Куда идёт подъём между двумя точками сетки?",
    ),
)
def coarse_grid(f, a, b):
    xs = np.linspace(a, b, 21)
    return xs[int(np.argmax([f(x) for x in xs]))]


@peak.mistake(
    en=(
        "The search halves by the sign of the function, not of its slope.",
        "A hill may lie below zero all the way. What changes its sign at a top?",
    ),
    ru=(
        "Половина выбирается по знаку самой функции, а не её наклона.",
        "Холм может целиком лежать ниже нуля. Что на вершине меняет знак?",
    ),
    looks_like=("wrong_half",),  # where the function is positive throughout
)
def sign_of_the_function(f, a, b):
    while b - a > 1e-6:
        middle = (a + b) / 2
        a, b = (middle, b) if f(middle) > 0 else (a, middle)
    return (a + b) / 2


@peak.mistake(
    en=("The lowest place is found, at an end of the interval.", "The task asks for the highest one."),
    ru=("Найдено самое низкое место, на краю отрезка.", "В задании нужно самое высокое."),
)
def the_lowest(f, a, b):
    return min((a, b), key=f)


@peak.mistake(
    en=(
        "The last interval comes back, not one number.",
        "Its two ends are closer than 0.001. Which number stands for both?",
    ),
    ru=(
        "Возвращается последний отрезок, а не число.",
        "Его концы ближе чем на 0.001 друг к другу. Какое число заменит оба?",
    ),
)
def the_interval(f, a, b):
    h = 1e-5
    while b - a > 1e-6:
        middle = (a + b) / 2
        a, b = (middle, b) if f(middle + h) > f(middle - h) else (a, middle)
    return a, b


@peak.mistake(
    en=("The result is the place of the top, rounded to a whole number.", "A top need not lie at a whole number."),
    ru=("Получилось место вершины, округлённое до целого числа.", "Вершина не обязана стоять на целом числе."),
)
def rounded(f, a, b):
    h = 1e-5
    while b - a > 1e-6:
        middle = (a + b) / 2
        a, b = (middle, b) if f(middle + h) > f(middle - h) else (a, middle)
    return float(round((a + b) / 2))


@peak.mistake(
    en=("The halves are chosen by comparing the two ends, and the ends do not say where the top is.", "A hill may be steep in front and long behind. What does the slope in the middle say?"),
    ru=("Половина выбирается по тому, какой конец выше, а концы не говорят, где вершина.", "Холм бывает крут спереди и полог сзади. Что говорит наклон посередине?"),
    looks_like=("the_middle",),  # where the top lies in the lower half: it is lost, and the middle is the highest place left
)
def ends_compared(f, a, b):
    for _ in range(25):
        middle = (a + b) / 2
        if f(a) < f(b):
            a = middle
        else:
            b = middle
    return (a + b) / 2


@peak.mistake(
    en=("The place in the array comes back, not the x that stands there.", "np.argmax gives a position. Of which array, and what stands in the other array at that position?"),
    ru=("Возвращается номер в массиве, а не x, который там стоит.", "np.argmax даёт место. В каком массиве, и что стоит на этом месте в другом?"),
)
def position_in_the_array(f, a, b):
    return np.argmax(f(np.linspace(a, b, 100001)))


@peak.mistake(
    en=("The place of the largest of 100 values comes back: they are about a hundredth of the interval apart.", "The answer must be right to 0.001, for a long interval too. How far may two points of your grid be apart?"),
    ru=("Возвращается место наибольшего из 100 значений: между ними около сотой части отрезка.", "Ответ нужен с точностью до 0.001, и на длинном отрезке тоже. На каком расстоянии могут стоять точки сетки?"),
)
def grid_of_a_hundred(f, a, b):
    xs = np.linspace(a, b, 100)
    return xs[np.argmax(f(xs))]


@peak.mistake(
    en=("The places that are looked at are 0.01 apart.", "How far may the top be from the nearest of them, and how far off may the answer be?"),
    ru=("Просмотренные точки стоят через 0.01.", "Как далеко от вершины может оказаться ближайшая из них и насколько может ошибаться ответ?"),
)
def grid_of_hundredths(f, a, b):
    xs = np.arange(a, b, 0.01)
    return xs[np.argmax(f(xs))]


@peak.alternative
def by_slope(f, a, b):
    def central_difference(f, x0, h):
        return (f(x0 + h) - f(x0 - h)) / (2 * h)

    for _ in range(24):
        middle = (a + b) / 2
        if central_difference(f, middle, 1e-5) > 0:
            a = middle
        else:
            b = middle
    return a


@peak.alternative
def by_thirds(f, a, b):
    for _ in range(24):
        left, right = a + (b - a) / 3, b - (b - a) / 3
        if f(left) < f(right):
            a = left
        else:
            b = right
    return (a + b) / 2


@peak.alternative
def by_finer_grids(f, a, b):
    for _ in range(6):
        xs = np.linspace(a, b, 21)
        k = np.argmax(f(xs))
        a, b = xs[max(k - 1, 0)], xs[min(k + 1, 20)]
    return (a + b) / 2


_SHORT = "the last interval is much shorter than 0.001, with some rounds more or less"
_NEAR = "two close places say which way is up, at any small distance; no top is met exactly"
_GRID = "a list of two is a pair, the ends may be exchanged, and a wider interval holds the top too"
peak.equal(peak, "range(22)", _SHORT)
peak.equal(peak, "return (a + b) / 2", _SHORT)
peak.equal(peak, "h = 1e-5", _NEAR)
peak.equal(peak, "f(middle + h) > f(middle - h)", _NEAR)
peak.equal(by_slope, "range(24)", _SHORT)
peak.equal(by_slope, "return a", _SHORT)
peak.equal(by_slope, "f(x0 + h) - f(x0 - h)", "only the sign of the slope is used; " + _NEAR)
peak.equal(by_slope, "middle, 1e-5) > 0", _NEAR)
peak.equal(by_thirds, "range(24)", _SHORT)
peak.equal(by_thirds, "return (a + b) / 2", _SHORT)
peak.equal(by_thirds, "f(left) < f(right)", "no two heights are equal")
peak.equal(by_thirds, "left, right = ", "any two places between the ends will do, and a list of two is a pair")
peak.equal(by_finer_grids, "range(6)", _SHORT)
peak.equal(by_finer_grids, "np.linspace(a, b", _GRID)
peak.equal(by_finer_grids, "np.argmax(f(xs))", "the heights have one axis")
peak.equal(by_finer_grids, "xs[max(k - 1, 0)]", _GRID)
