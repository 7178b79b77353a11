"""How often the window about a point must be halved until the curve in it is as good as straight."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def zooms_until_straight(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return math.inf


zooms_until_straight.example(public.half_flat, public.d_half_flat, 1.0)  # here the two ends differ
zooms_until_straight.example(public.square, public.d_square, 3.0)
zooms_until_straight.example(public.wave, public.d_wave, 0.5)
zooms_until_straight.example(public.corner, public.d_corner, 0.0)
zooms_until_straight.example(public.corner, public.d_corner, 2.0)  # beside the corner it is a line


def _bend(rng, zooms, sides=(1.0, 1.0), level_there=False, zero_there=False):
    """Return a curve that is straight after exactly so many zooms, with its tangent's slope and the point.

    On each side it is a piece of a parabola; ``level_there`` asks for its lowest place, ``zero_there`` for a zero. The one with the larger size in ``sides`` decides, by a clear margin.
    """
    c, level, slope = float(rng.uniform(-2.0, 2.0)), float(rng.uniform(-3.0, 3.0)), float(rng.uniform(0.3, 2.0))
    slope *= not level_there
    level *= not zero_there
    bend = 0.01 * 2.0 ** (zooms - float(rng.uniform(0.3, 0.7)))
    left, right = bend * sides[0], bend * sides[1]

    def f(x):
        return level + slope * (x - c) + np.where(x < c, left, right) * (x - c) ** 2

    def df(x):
        return slope + 2.0 * np.where(x < c, left, right) * (x - c)

    return f, df, c


def _kink(rng):
    """Return a curve with a corner at a point, which no zoom makes straight, a slope between its two, and the point."""
    c, slope, size = float(rng.uniform(-2.0, 2.0)), float(rng.uniform(-1.0, 1.0)), float(rng.uniform(0.1, 2.0))
    return (lambda x: slope * x + size * np.abs(x - c)), (lambda x: slope + size * np.sign(x - c)), c


@zooms_until_straight.probe("simple")
def _(answer, rng):
    signs = rng.permutation([-1.0, 1.0, -1.0])
    return [answer(*_bend(rng, int(zooms), (s, s))) for zooms, s in zip(rng.permutation([4, 6, 8]), signs, strict=True)]


@zooms_until_straight.probe("general")
def _(answer, rng):
    counts = rng.permutation(np.arange(1, 13))[:4]
    bent = [
        _bend(rng, int(zooms), sides)
        for zooms, sides in zip(counts, [(1, 0.05), (-0.05, -1), (-1, 0.3), (-0.3, 1)], strict=True)
    ]
    bottom = _bend(rng, int(rng.integers(3, 9)), level_there=True)
    zero = _bend(rng, int(rng.integers(3, 9)), zero_there=True)
    return [answer(*each) for each in shuffled(rng, [*bent, bottom, zero])]


@zooms_until_straight.probe("edge")
def _(answer, rng):
    line = _bend(rng, -5)  # straight from the first window on
    last, too_many = _bend(rng, 20), _bend(rng, 21)
    return [answer(*each) for each in shuffled(rng, [_kink(rng), line, last, too_many, _kink(rng)])]


@zooms_until_straight.probe("edge", credit=0.25, part="≤")
def _(answer, rng):
    """In one window of 0 the gap is exactly r / 100, however it is computed: all these numbers differ by powers of 2."""
    exact = [sign * 0.01 * 2.0 ** int(zooms) for sign, zooms in zip((-1, 1), rng.permutation(np.arange(2, 12)), strict=False)]
    parabolas = [(lambda x, bend=bend: bend * x**2, lambda x, bend=bend: 2 * bend * x, 0.0) for bend in exact]
    return [answer(*each) for each in shuffled(rng, [*parabolas, _bend(rng, int(rng.integers(3, 9)))])]


@zooms_until_straight.mistake(
    en=("A gap of exactly a hundredth of r does not count as straight.", "The task says: at most r / 100. What about equality?"),
    ru=("Зазор ровно в одну сотую r не считается прямым участком.", "В задании сказано: не больше r / 100. А как быть с равенством?"),
)
def equality_forgotten(f, df, x0):
    for zooms in range(21):
        r = 0.5**zooms
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) < r / 100 for x in (x0 - r, x0 + r)):
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=("The line that you compare with goes through 0 at x₀, not through the curve.", "A tangent touches the curve. How high is the curve in x0, and where does that height stand in your line?"),
    ru=("Прямая, с которой вы сравниваете, проходит при x₀ через 0, а не через кривую.", "Касательная касается кривой. Какова высота кривой в x0 и где эта высота в вашей прямой?"),
)
def tangent_without_height(f, df, x0):
    for zooms in range(21):
        r = 0.5**zooms
        if all(abs(f(x) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=("At a corner the answer is 0, as when the line at each end has the slope of the curve there, not that at x₀.", "A tangent has one slope, that of the point of contact. At which x do you ask df, and what do you return if no window is straight?"),
    ru=("На изломе ответ 0, как если у прямой на каждом краю наклон кривой на этом краю, а не в x₀.", "У касательной один наклон — в точке касания. В какой точке вы спрашиваете df и что возвращаете, если ни одно окно не прямое?"),
)
def slope_at_the_ends(f, df, x0):
    for zooms in range(21):
        r = 0.5**zooms
        if all(abs(f(x) - f(x0) - df(x) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=("The window after the twentieth zoom is not looked at.", "Twenty zooms make 21 windows, and the first of them has the number 0. How many does your loop look at?"),
    ru=("Окно после двадцатого увеличения не проверяется.", "Двадцать увеличений — это 21 окно, и у первого номер 0. Сколько окон проверяет ваш цикл?"),
)
def last_zoom_unseen(f, df, x0):
    for zooms in range(20):
        r = 0.5**zooms
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "Only the right end of the window is looked at.",
        "A curve may be straight on one side and bent on the other. Which two ends does the window have?",
    ),
    ru=(
        "Проверяется только правый край окна.",
        "С одной стороны кривая может быть прямой, а с другой — изогнутой. Какие два края есть у окна?",
    ),
)
def right_end_only(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if abs(f(x0 + r) - f(x0) - df(x0) * r) <= r / 100:
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "Only the left end of the window is looked at.",
        "A curve may be straight on one side and bent on the other. Which two ends does the window have?",
    ),
    ru=(
        "Проверяется только левый край окна.",
        "С одной стороны кривая может быть прямой, а с другой — изогнутой. Какие два края есть у окна?",
    ),
)
def left_end_only(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if abs(f(x0 - r) - f(x0) + df(x0) * r) <= r / 100:
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "One straight end is enough for this count.",
        "The window is straight when the curve stays near the line at both ends.",
    ),
    ru=("Для такого счёта хватает и одного прямого края.", "Окно прямое, когда кривая близка к прямой у обоих краёв."),
)
def either_end(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if any(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "The error is compared with 0.01, however narrow the window has become.",
        "A zoom enlarges the picture, and with it the gap. What is the gap in parts of the window?",
    ),
    ru=(
        "Погрешность сравнивается с 0.01, каким бы узким ни стало окно.",
        "Вместе с картинкой увеличивается и зазор. Какую долю окна он составляет?",
    ),
)
def fixed_gap(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= 0.01 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "This is the number of windows, with the first one, not the number of zooms.",
        "How many zooms does a straight line need?",
    ),
    ru=("Это число окон вместе с первым, а не число увеличений.", "Сколько увеличений нужно прямой?"),
)
def counts_windows(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms + 1
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=("The half-width r of the last window comes back, not the number of zooms.", "Count how often you have halved it."),
    ru=(
        "Возвращается полуширина r последнего окна, а не число увеличений.",
        "Посчитайте, сколько раз окно уменьшилось вдвое.",
    ),
)
def the_width(f, df, x0):
    r = 1.0
    for _ in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return r
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "The curve is compared with its height at the point, not with the tangent.",
        "A steep straight line is straight too. Which line goes with the slope df(x0)?",
    ),
    ru=(
        "Кривая сравнивается со своей высотой в точке, а не с касательной.",
        "Крутая прямая — тоже прямая. Какая прямая идёт с наклоном df(x0)?",
    ),
)
def level_line(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "The gap is compared together with its sign.",
        "A curve below its tangent has a gap too: what matters is the size.",
    ),
    ru=("Зазор сравнивается вместе со знаком.", "Если кривая ниже касательной, зазор тоже есть: важен его модуль."),
)
def signed_gap(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(f(x) - f(x0) - df(x0) * (x - x0) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return math.inf


@zooms_until_straight.mistake(
    en=(
        "For a corner the number of the last zoom comes back.",
        "After 20 zooms that did not help the answer is np.inf: where does your loop end?",
    ),
    ru=(
        "Для излома возвращается номер последнего увеличения.",
        "Если и 20 увеличений не помогли, ответ — np.inf. Где кончается ваш цикл?",
    ),
)
def gives_up_with_a_number(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 2
    return 20


@zooms_until_straight.mistake(
    en=("The window shrinks to a tenth each time.", "One zoom makes it half as wide."),
    ru=("Каждый раз окно сжимается в десять раз.", "Одно увеличение делает его вдвое уже."),
)
def by_tenths(f, df, x0):
    r = 1.0
    for zooms in range(21):
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= r / 100 for x in (x0 - r, x0 + r)):
            return zooms
        r = r / 10
    return math.inf


@zooms_until_straight.mistake(
    en=("The answer is inf for curves that do become straight, too.", "Which line of yours can answer with a number, and when is it reached? A straight line needs no zoom at all."),
    ru=("Ответ inf и для кривых, которые становятся прямыми.", "Какая строка может вернуть число и когда до неё доходит дело? Прямой не нужно ни одного увеличения."),
)
def never_straight(f, df, x0):
    return np.inf


@zooms_until_straight.mistake(
    en=("The first window is never looked at: your answer is 1 at least.", "A straight line needs no zoom at all. With which r does your loop make its first comparison?"),
    ru=("Первое окно не проверяется: меньше 1 ответ не бывает.", "Прямой увеличения не нужны вовсе. При каком r ваш цикл сравнивает в первый раз?"),
)
def first_window_unseen(f, df, x0):
    r = 1.0
    for zooms in range(1, 21):
        r = r / 2
        gaps = [abs(f(x) - f(x0) - df(x0) * (x - x0)) for x in (x0 - r, x0 + r)]
        if max(gaps) <= r / 100:
            return zooms
    return np.inf


@zooms_until_straight.mistake(
    en=("The gaps at the two ends are added up before they are compared.", "The gap must be small at both ends of the window, each by itself. Which of the two decides?"),
    ru=("Промахи у двух краёв складываются, и сравнивается сумма.", "Промах должен быть мал у каждого края отдельно. Какой из двух решает?"),
)
def gaps_added(f, df, x0):
    for zooms in range(21):
        r = 0.5**zooms
        gap = (f(x0 + r) - f(x0) - df(x0) * r) + (f(x0 - r) - f(x0) + df(x0) * r)
        if abs(gap) <= r / 100:
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=("A bent curve counts as straight one zoom too early, as when the gap is compared with a hundredth of the whole width of the window.", "The task says r / 100, and the first window goes from x₀ − 1 to x₀ + 1. How large is r in the first window that you look at?"),
    ru=("Кривая считается прямой на одно увеличение раньше, как если сравнить промах с сотой долей всей ширины окна.", "В задании стоит r / 100, а первое окно идёт от x₀ − 1 до x₀ + 1. Чему равно r в первом окне, которое вы проверяете?"),
)
def width_for_half_width(f, df, x0):
    for zooms in range(21):
        r = 0.5**zooms
        if all(abs(f(x) - f(x0) - df(x0) * (x - x0)) <= 2 * r / 100 for x in (x0 - r, x0 + r)):
            return zooms
    return math.inf


@zooms_until_straight.mistake(
    en=("For a corner a large number comes back: the window has become so small that its ends are x₀ itself.", "How many windows does the task let you look at, and what is the answer if none of them is straight?"),
    ru=("Для излома возвращается большое число: окно стало таким маленьким, что его края — это уже сама x₀.", "Сколько окон разрешено просмотреть по условию и каков ответ, если ни одно не прямое?"),
)
def no_limit(f, df, x0):
    r, zooms = 1.0, 0
    while any(abs(f(x) - f(x0) - df(x0) * (x - x0)) > r / 100 for x in (x0 - r, x0 + r)):
        r, zooms = r / 2, zooms + 1
    return zooms



@zooms_until_straight.alternative
def by_while(f, df, x0):
    def gap(x):
        return abs(f(x) - (f(x0) + df(x0) * (x - x0)))

    r, zooms = 1.0, 0
    while max(gap(x0 - r), gap(x0 + r)) > r / 100:
        r /= 2
        zooms += 1
        if zooms > 20:
            return math.inf
    return zooms


@zooms_until_straight.alternative
def by_powers(f, df, x0):
    height, slope = f(x0), df(x0)
    for zooms in range(21):
        r = 0.5**zooms
        ends = np.array([-r, r])
        gaps = np.array([f(x0 + end) - height - slope * end for end in ends])
        if np.all(np.abs(gaps) <= 0.01 * r):
            return zooms
    return np.inf


_SHOWN = "a gap has no sign, the order of the ends does not matter, and no gap is close to the border"
zooms_until_straight.equal(zooms_until_straight, "r / 100", _SHOWN)
zooms_until_straight.equal(zooms_until_straight, "r = r / 2", "half of r may be taken away as well")
zooms_until_straight.equal(by_while, "return abs(", "a gap has no sign")
zooms_until_straight.equal(by_while, "r / 100", _SHOWN)
zooms_until_straight.equal(by_while, "r /= 2", "the window and its number are changed together, whichever comes first")
zooms_until_straight.equal(by_while, "zooms > 20", "a window of no width is straight, so the count ends and is looked at then")
zooms_until_straight.equal(by_while, "r, zooms = ", "two values in a list are unpacked like a pair")
zooms_until_straight.equal(by_powers, "gaps = ", "a gap has no sign")
zooms_until_straight.equal(by_powers, "np.all", "the array has one axis, and no gap is close to the border")
zooms_until_straight.equal(by_powers, "height, slope = ", "what does not change may be computed once more")
