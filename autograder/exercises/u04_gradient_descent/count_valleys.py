"""Number of valleys in which gradient descent from many starts comes to rest."""

import numpy as np

from autograder.exercise import exercise
from course.public import u04_gradient_descent as public


@exercise(points=2)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    at_rest = np.sort(w[np.abs(grad(w)) <= 0.001])
    return int(np.sum(np.diff(at_rest) > 0.1) + (at_rest.size > 0))


_EVERYWHERE = np.linspace(-5.0, 5.0, 41)

count_valleys.example(public.bumpy_slope, _EVERYWHERE, 0.05, 700)
count_valleys.example(public.bumpy_slope, np.array([4.0, 3.3, -5.0, 3.1, -2.5]), 0.05, 12)
count_valleys.example(public.bumpy_slope, _EVERYWHERE, 0.1, 400)
count_valleys.example(public.bumpy_slope, _EVERYWHERE, 0.6, 100)
count_valleys.example(public.bumpy_slope, np.array([4.0, 1.5, -0.8]), 0.05, 3)
count_valleys.example(public.bumpy_slope, np.array([-0.019, -0.011, 4.0]), 0.05, 2)
count_valleys.example(public.waves_slope, np.array([0.1, 0.7, 1.1, -0.2, 0.5, 1.3]), 0.1, 20)
count_valleys.example(public.lecture_slope, np.array([5.0, -3.0]), 0.25, 20)  # one ends above 0, the other one below


def _slope(bottoms, curvatures):
    """Return a slope that is straight around each bottom and turns half-way between two: curvature·(w − bottom)."""
    borders = (bottoms[1:] + bottoms[:-1]) / 2

    def grad(w):
        w = np.asarray(w, dtype=float)
        valley = np.searchsorted(borders, w)
        return curvatures[valley] * (w - bottoms[valley])

    return grad


def _scene(rng, *curvatures):
    """Return slope and bottoms of valleys with these curvatures, in an order of chance, 0.4 to 0.7 apart.

    No bottom is near a number at which a rounding to one or two decimals turns. Of the first three that are neither
    flat nor narrow, two are one when rounded to whole numbers.
    """
    curvatures = rng.permutation(curvatures)
    while True:
        apart = rng.integers(4, 8, size=len(curvatures)) / 10
        bottoms = np.cumsum(apart) - float(rng.integers(10, 30)) / 10 + rng.uniform(0.001, 0.004)
        three = bottoms[(curvatures > 1.0) & (curvatures < 5.0)][:3]
        if len(three) < 3 or np.unique(np.round(three)).size < 3:
            return _slope(bottoms, curvatures), bottoms


def _around(rng, bottoms, each):
    """Return starts on both sides of every bottom, all in its own valley, two of them twice, in an order of chance."""
    offsets = np.concatenate([sign * rng.uniform(0.12, 0.18, size=(len(bottoms), each)) for sign in (-1.0, 1.0)], axis=1)
    starts = (bottoms[:, None] + offsets).ravel()
    return rng.permutation(np.append(starts, starts[:2]))


_STEPS = 20  # in a valley that is neither flat nor narrow they come to rest, and not all in the same last digits


@count_valleys.probe("simple", credit=0.5)
def _(answer, rng):
    """Every valley is found: as many as there are."""
    seen = []
    for count in rng.permutation([2, 3, 5]):
        grad, bottoms = _scene(rng, *rng.uniform(3.0, 4.5, size=count))
        seen.append(answer(grad, _around(rng, bottoms, 2), float(rng.uniform(0.12, 0.14)), _STEPS))
    return seen


@count_valleys.probe("general")
def _(answer, rng):
    """In narrow valleys the steps are so long that every path jumps from side to side for ever."""
    seen = []
    for wide, narrow in rng.permutation([[3, 1], [1, 3], [4, 2]]):
        rate = float(rng.uniform(0.12, 0.14))
        grad, bottoms = _scene(rng, *rng.uniform(3.0, 4.5, size=wide), *[2 / rate] * narrow)
        beside = bottoms[0] + rng.uniform(2e-5, 5e-5)  # hardly a slope at the start
        seen.append(answer(grad, rng.permutation(np.append(_around(rng, bottoms, 3), beside)), rate, _STEPS))
    return seen


@count_valleys.probe("edge")
def _(answer, rng):
    """Valleys so flat that the way down has not ended yet, but beside a bottom; and valleys in which nobody starts."""
    seen = []
    for steep, flat, left_out in rng.permutation([[3, 2, 0], [4, 1, 2], [2, 1, 1]]):
        grad, bottoms = _scene(rng, *rng.uniform(0.02, 0.05, size=flat), *rng.uniform(3.0, 4.5, size=steep))
        steep_ones = np.flatnonzero(grad(bottoms + 0.1) > 0.1)
        chosen = np.setdiff1d(np.arange(len(bottoms)), rng.permutation(steep_ones)[:left_out])
        beside = np.setdiff1d(bottoms, bottoms[steep_ones])[0] + rng.uniform((-0.014, 0.011), (-0.011, 0.014))
        starts = rng.permutation([*_around(rng, bottoms[chosen], 2), *beside])
        seen.append(answer(grad, starts, float(rng.uniform(0.12, 0.14)), _STEPS))
    return seen


@count_valleys.probe("edge", credit=0.5)
def _(answer, rng):
    """No step or one: only starts beside a bottom are at rest; the slope may be negative."""
    seen = []
    for n_steps, standing in enumerate(rng.permutation([1, 3])):
        curvature, rate = float(rng.uniform(3.0, 4.0)), 0.1
        grad, bottoms = _scene(rng, *[curvature] * 5)
        kept = curvature * (1 - rate * curvature) ** n_steps  # slope at the end for a start 1 beside the bottom
        ends = np.concatenate([rng.uniform(0.0008, 0.0009, size=standing), rng.uniform(0.0011, 0.0015, size=5 - standing)])
        beside = bottoms + rng.choice([-1, 1], size=5) * ends / kept
        far = bottoms + rng.uniform(0.12, 0.18), bottoms - rng.uniform(0.12, 0.18)
        seen.append(answer(grad, rng.permutation(np.concatenate([beside, *far])), rate, n_steps))
    return seen


@count_valleys.probe("edge", credit=0.25)
def _(answer, rng):
    """One of the valleys lies at 0, and is reached from both sides."""
    seen = []
    for count in rng.permutation([2, 3, 4]):
        curvatures = rng.uniform(3.0, 4.5, size=count)
        _, bottoms = _scene(rng, *curvatures)
        bottoms -= rng.choice(bottoms)
        seen.append(answer(_slope(bottoms, curvatures), _around(rng, bottoms, 2), float(rng.uniform(0.12, 0.14)), _STEPS))
    return seen


@count_valleys.mistake(
    en=("The ends are counted, not the valleys.", "Two starts may end in the same valley. How do you count a place once, however many arrive there?"),
    ru=("Посчитаны конечные точки, а не долины.", "Из двух начальных точек можно прийти в одну долину. Как посчитать место один раз, сколько бы путей туда ни пришло?"),
)
def ends_counted(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return int(np.sum(np.abs(grad(w)) <= 0.001))


@count_valleys.mistake(
    en=("Every place where a path ends is counted, also where it is still moving.", "A path that jumps to and fro in a narrow valley never rests there. What does the slope at the end say?"),
    ru=("Посчитано каждое место, где кончается путь, даже если он там ещё движется.", "Путь, который скачет в узкой долине, в ней не останавливается. Что говорит наклон в конце пути?"),
)
def restless_counted(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(np.round(w, 1)))


@count_valleys.mistake(
    en=("Places that differ in the last digits are counted as different valleys.", "Two paths into one valley need not end at exactly the same number. From which distance on are two ends two valleys?"),
    ru=("Места, которые различаются в последних цифрах, посчитаны как разные долины.", "Два пути в одну долину не обязаны кончиться в точности в одном числе. С какого расстояния две конечные точки — это две долины?"),
)
def not_rounded(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(w[np.abs(grad(w)) <= 0.001]))


@count_valleys.mistake(
    en=("A negative slope counts as rest.", "On the left of a bottom the slope is negative, and may be large. What must be at most 0.001, the slope or its size?"),
    ru=("Отрицательный наклон принят за покой.", "Слева от дна наклон отрицателен и может быть велик. Что должно быть не больше 0.001: сам наклон или его модуль?"),
)
def negative_slope_is_rest(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(np.round(w[grad(w) <= 0.001], 1)))


@count_valleys.mistake(
    en=("The slope is looked at in the starting points.", "Rest is asked for after the walk. Of which weights do you take the slope?"),
    ru=("Наклон взят в начальных точках.", "Покой нужен в конце пути. В каких точках вы берёте наклон?"),
)
def slope_of_the_starts(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(grad(starts)) <= 0.001], 1)))


@count_valleys.mistake(
    en=("The walks climb: the count is that of steps along the gradient.", "Down is against the slope. Check the sign of the update."),
    ru=("Пути идут вверх: ответ такой, будто шаги делаются вдоль градиента.", "Вниз — это против наклона. Проверьте знак в обновлении."),
)
def uphill(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w + learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(grad(w)) <= 0.001], 1)))


@count_valleys.mistake(
    en=("The places come back, not their number.", "One whole number is asked for: how many places are there?"),
    ru=("Возвращены сами места, а не их число.", "Нужно одно целое число: сколько этих мест?"),
)
def places_returned(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(np.round(w[np.abs(grad(w)) <= 0.001], 1))


@count_valleys.mistake(
    en=("A path counts as at rest when its last step was short.", "A short step may come from a small learning rate or a gentle slope far from the bottom. Which number does the task look at?"),
    ru=("Путь считается остановившимся, если его последний шаг короткий.", "Короткий шаг бывает и от малой скорости обучения, и на пологом склоне вдали от дна. На какое число смотрит задание?"),
)
def short_step_is_rest(grad, starts, learning_rate, n_steps):
    w = last = starts
    for _ in range(n_steps):
        last, w = w, w - learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(w - last) <= 0.01], 1)))


@count_valleys.mistake(
    en=("A path counts as at rest when its last step was at most a thousandth.", "A step is the slope times the learning rate. Which of the two numbers does the task compare with 0.001?"),
    ru=("Путь считается остановившимся, если его последний шаг не больше одной тысячной.", "Шаг — это наклон, умноженный на скорость обучения. Какое из этих чисел задание сравнивает с 0.001?"),
)
def step_of_a_thousandth_is_rest(grad, starts, learning_rate, n_steps):
    w, last = starts, starts + 1.0
    for _ in range(n_steps):
        last, w = w, w - learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(w - last) <= 0.001], 1)))


@count_valleys.mistake(
    en=("No path is counted, though some of them are at rest.", "Print where the paths of the example end, and the slope there. Which of them are at rest?"),
    ru=("Не посчитан ни один путь, хотя некоторые остановились.", "Напечатайте, где кончаются пути из примера и какой там наклон. Какие из них остановились?"),
)
def nothing_counted(grad, starts, learning_rate, n_steps):
    return 0


@count_valleys.mistake(
    en=("Valleys that are close together are counted as one: the ends are rounded to whole numbers.", "Two valleys may be less than 1 apart. To how many decimals does the task round?"),
    ru=("Близкие долины посчитаны как одна: конечные точки округлены до целых.", "Между двумя долинами бывает меньше 1. До скольких знаков округляют в задании?"),
)
def rounded_to_whole_numbers(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(grad(w)) <= 0.001])))


@count_valleys.mistake(
    en=("A flat valley is counted more than once, as it is when the ends are rounded to two decimals.", "At the bottom of a flat valley paths come to rest a little apart. Which digit does the task look at?"),
    ru=("Пологая долина посчитана не один раз, как бывает, если конечные точки округлить до двух знаков.", "На дне пологой долины пути останавливаются чуть поодаль друг от друга. До какого знака округляет задание?"),
)
def two_decimals(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(np.round(w[np.abs(grad(w)) <= 0.001], 2)).size


@count_valleys.mistake(
    en=("The slope is looked at where the rounded ends are, not where the paths are.", "A little beside the bottom the slope is another one. What has to come first, the question about the slope or the rounding?"),
    ru=("Наклон взят в округлённых точках, а не там, где кончились пути.", "Чуть в стороне от дна наклон другой. Что должно быть раньше: проверка наклона или округление?"),
    looks_like=("nothing_counted",),
)
def slope_of_the_rounded_ends(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    w = np.round(w, 1)
    return np.unique(w[np.abs(grad(w)) <= 0.001]).size


@count_valleys.mistake(
    en=("A valley at 0 is counted twice where paths come from both sides.", "Rounded, the ends are −0.0 and 0.0: equal as numbers, not as texts. What do you compare?"),
    ru=("Долина в точке 0 посчитана дважды, если пути приходят в неё с обеих сторон.", "После округления конечные точки равны −0.0 и 0.0: как числа они одинаковы, а как тексты нет. Что вы сравниваете?"),
)
def two_texts_for_zero(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len({f"{end:.1f}" for end, slope in zip(w, grad(w)) if abs(slope) <= 0.001})


@count_valleys.mistake(
    en=("Only ends beside 0 are counted: it is the place that is compared with 0.001, not the slope there.", "A valley may lie anywhere. What is small at its bottom, wherever that is?"),
    ru=("Посчитаны только конечные точки возле нуля: с 0.001 сравнивается место, а не наклон в нём.", "Долина может лежать где угодно. Что на её дне мало, где бы оно ни было?"),
    looks_like=("nothing_counted",),
)
def places_for_slopes(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return len(np.unique(np.round(w[np.abs(w) <= 0.001], 1) + 0.0))


@count_valleys.alternative
def by_a_set(grad, starts, learning_rate, n_steps):
    path = [starts]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    ends = path[-1]
    slopes = grad(ends)
    return len({round(float(end), 1) for end, slope in zip(ends, slopes) if abs(slope) <= 0.001})


@count_valleys.alternative
def by_distance(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w -= learning_rate * grad(w)
    found = []
    for end, slope in zip(w, grad(w)):
        if -0.001 <= slope <= 0.001 and all(abs(end - other) > 0.1 for other in found):
            found.append(end)
    return len(found)


count_valleys.equal(count_valleys, "np.diff(at_rest) > 0.1", "any distance between that of two ends in a valley and that of two valleys will do")
count_valleys.equal(by_distance, "abs(end - other) > 0.1", "any distance between that of two ends in a valley and that of two valleys will do")
count_valleys.equal(by_a_set, "round(float(end), 1)", "two decimals tell the valleys apart, too")
count_valleys.equal(count_valleys, "at_rest = ", "places moved, mirrored or stretched are as many, and none is met exactly; a slope of either sign has one size")
count_valleys.equal(by_distance, "found = []", "the list may be made before the walk")
count_valleys.equal(by_distance, "np.array(starts", "the starts are floats already")
