"""Unit 01: derivatives, limits and gradients from difference quotients (lectures 1 and 3)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import array, function, number
from autograder.parts import elements, gives
from course.public import u01_derivatives_and_limits as public

unit = Unit("01-derivatives-and-limits")


def _cubic(rng):
    """Return a random cubic and its derivative; both take numbers and arrays."""
    a, b, c = (float(value) for value in rng.uniform(0.5, 2.0, size=3))
    return (lambda x: a * x**3 - b * x**2 + c * x - 4.0), (lambda x: 3.0 * a * x**2 - 2.0 * b * x + c)


# ------------------------------------------------------------------------------------------ position


@unit.exercise(points=1)
def position(t):
    return np.minimum(t, 25.0) + 2.0 * np.maximum(np.asarray(t, dtype=float) - 25.0, 0.0)


position.example(30.0)
position.example(np.array([5.0, 60.0]))


for _low, _high in ((0.0, 25.0), (25.0, 200.0)):  # a half of the points for each part of the way

    @position.probe("general")
    def _(answer, rng, low=_low, high=_high):
        return [answer(float(t)) for t in (low, *rng.uniform(low + 1.0, high, size=4))]

    @position.probe("vector")
    def _(answer, rng, low=_low, high=_high):
        table = rng.permutation([*rng.uniform(0.5, 24.5, size=3), *rng.uniform(25.5, 95.0, size=3)]).reshape(2, 3)
        times = rng.uniform(0.0, 70.0, size=9), table
        return [elements(answer(t), (low < t) & (t < high)) for t in times]


@position.mistake(
    en=("After the change of speed the first 25 km are lost.", "How far is the car at 25 minutes, and can it be less far a minute later?"),
    ru=("После смены скорости пропали первые 25 км.", "Где машина на 25-й минуте и может ли она минутой позже оказаться ближе к началу?"),
)
def first_part_lost(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * (t - 25))


@position.mistake(
    en=("The double speed is applied to the whole trip, not only to its second part.", "Only the minutes after the 25th count twice. The path must not jump at 25."),
    ru=("Удвоенная скорость применена ко всей поездке, а не только ко второй её части.", "Вдвое считаются только минуты после 25-й. В точке 25 путь не должен скакать."),
)
def all_doubled(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t)


@position.mistake(
    en=("The car never goes faster here.", "What happens after 25 minutes? Check with t = 40, worked out in the text."),
    ru=("Машина у вас так и не ускорилась.", "Что происходит после 25 минут? Проверьте на t = 40 из текста."),
)
def one_speed(t):
    return np.asarray(t, dtype=float) * 1.0


@position.mistake(
    en=("This is the speed, not the path.", "The path is in kilometres and grows all the time; the speed is the next exercise."),
    ru=("Это скорость, а не путь.", "Путь измеряют в километрах, и он всё время растёт; скорость — в следующем упражнении."),
)
def speed_instead(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


@position.mistake(
    en=("The first 25 minutes are counted at both speeds.", "After the 25th minute only the minutes that are left count twice."),
    ru=("Первые 25 минут посчитаны с обеими скоростями.", "После 25-й минуты вдвое считаются только оставшиеся минуты."),
)
def counted_twice(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 25 + 2 * t)


@position.mistake(
    en=("The two speeds are averaged over the whole trip.", "In the first 25 minutes the speed is 1, not 1.5. Treat the two parts separately."),
    ru=("Две скорости усреднены по всей поездке.", "В первые 25 минут скорость равна 1, а не 1.5. Считайте две части отдельно."),
)
def averaged(t):
    return 1.5 * np.asarray(t, dtype=float)


@position.mistake(
    en=("The function works for one number and stops with an array.", "An if needs one truth value; an array has many. The hint in the task names functions that choose element by element."),
    ru=("Функция работает для одного числа и останавливается на массиве.", "Для if нужно одно истинностное значение, а в массиве их много. В задании названы функции, которые выбирают поэлементно."),
)
def one_number_only(t):
    if t <= 25:
        return 1.0 * t
    return 2.0 * t - 25.0


@position.alternative
def by_where(t):
    t = np.asarray(t)
    return np.where(t < 25, t, 2 * t - 25)


@position.alternative
def by_larger_line(t):
    return np.maximum(t, 2 * t - 25)


@position.alternative
def by_recursion(t):
    if np.ndim(t):
        return [by_recursion(one) for one in t]
    return t if t <= 25 else 25 + (t - 25) * 2


# ------------------------------------------------------------------------------------------ velocity


@unit.exercise(points=1)
def velocity(t):
    return np.where(np.asarray(t) < 25, 1.0, 2.0)


velocity.example(np.array([5.0, 60.0]))
velocity.example(30.0)


def _trip(rng, size):
    """Return times of both parts of the way, at least a minute from the change of speed, in random order."""
    return rng.permutation([*rng.uniform(1.0, 24.0, size=size), *rng.uniform(26.0, 200.0, size=size)])


for _speed, _low, _high in ((1.0, 1.0, 24.0), (2.0, 26.0, 200.0)):  # a half of the points for each part of the way

    @velocity.probe("general")
    def _(answer, rng, speed=_speed, low=_low, high=_high):
        # Of the other part it only counts that it has another speed; the order tells nothing about the part.
        times = map(float, _trip(rng, 3))
        return [answer(t) if low <= t <= high else gives(answer, (t,), speed) for t in times]

    @velocity.probe("vector")
    def _(answer, rng, low=_low, high=_high):
        seen = []
        for t in (_trip(rng, 4), _trip(rng, 3).reshape(2, 3)):
            speeds = array(answer(t), t.shape)
            seen.append([elements(speeds, (low <= t) & (t <= high)), np.unique(speeds).size > 1])
        return seen


@velocity.mistake(
    en=("This is the average speed since the start.", "The derivative is the speed at the moment t: path divided by time mixes in everything before."),
    ru=("Это средняя скорость от начала пути.", "Производная — это скорость в момент t. Если делить весь путь на всё время, примешивается всё, что было раньше."),
)
def average_since_start(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t - 25) / t


@velocity.mistake(
    en=("This says how much the speed has grown, not how large it is.", "The derivative of the path is the speed itself: what does the speedometer show after 10 minutes?"),
    ru=("Это прирост скорости, а не сама скорость.", "Производная пути — это и есть скорость: что показывает спидометр через 10 минут?"),
)
def growth_of_speed(t):
    return np.where(np.asarray(t) < 25, 0.0, 1.0)


@velocity.mistake(
    en=("The two speeds have changed places.", "Slow first, fast after 25 minutes: which way does your comparison point?"),
    ru=("Две скорости поменялись местами.", "Сначала медленно, после 25 минут быстро: в какую сторону смотрит знак сравнения?"),
)
def swapped(t):
    return np.where(np.asarray(t) < 25, 2.0, 1.0)


@velocity.mistake(
    en=("This is the path, not the speed.", "The speed is the steepness of the path: it takes two values only."),
    ru=("Это путь, а не скорость.", "Скорость — это крутизна графика пути: у неё всего два значения."),
)
def the_path(t):
    t = np.asarray(t, dtype=float)
    return np.where(t <= 25, t, 2 * t - 25)


@velocity.mistake(
    en=("The speed is in kilometres per hour.", "The task asks for kilometres per minute."),
    ru=("Скорость дана в километрах в час.", "В задании нужны километры в минуту."),
)
def per_hour(t):
    return np.where(np.asarray(t) < 25, 60.0, 120.0)


@velocity.mistake(
    en=("The speed never changes.", "After 25 minutes the car goes twice as fast."),
    ru=("Скорость не меняется.", "После 25 минут машина едет вдвое быстрее."),
)
def never_faster(t):
    return np.ones_like(np.asarray(t, dtype=float))


@velocity.mistake(
    en=("The function works for one number and stops with an array.", "An if needs one truth value; an array has many. Use a function that chooses element by element."),
    ru=("Функция работает для одного числа и останавливается на массиве.", "Для if нужно одно истинностное значение, а в массиве их много. Возьмите функцию, которая выбирает поэлементно."),
)
def single_number(t):
    if t < 25:
        return 1.0
    return 2.0


@velocity.alternative
def by_comparison(t):
    return 1 + (np.asarray(t) > 25)


@velocity.alternative
def by_small_step(t):
    def path(m):
        return np.maximum(m, 2 * m - 25)

    return (path(t + 1e-3) - path(t - 1e-3)) / 2e-3


@velocity.alternative
def by_list(t):
    if np.ndim(t):
        return [by_list(one) for one in t]
    return 2 if t > 25 else 1


# ------------------------------------------------------------------------------- difference_quotient


@unit.exercise(points=1)
def difference_quotient(f, x0, dx):
    return (f(x0 + dx) - f(x0)) / dx


difference_quotient.example(public.square, 3.0, 0.5)
difference_quotient.example(public.parabola, -1.0, -0.25)


@difference_quotient.probe("simple")
def _(answer, rng):
    f, _ = _cubic(rng)
    return [answer(f, float(rng.uniform(1.0, 2.0)), 0.3), answer(np.sin, float(rng.uniform(0.2, 1.0)), 0.7)]


@difference_quotient.probe("general")
def _(answer, rng):
    seen = []
    for size in (7.0, 0.4, 1e-3):
        for sign in (-1, 1):
            f, _ = _cubic(rng)
            seen.append(answer(f, float(rng.uniform(-2.0, 2.0)), sign * size * float(rng.uniform(0.8, 1.2))))
    return seen


@difference_quotient.mistake(
    en=("Δf is there, but it is not divided by Δx.", "For the line 2x the quotient is 2 for every dx. What does your function give for dx = 0.5 and for dx = 3?"),
    ru=("Δf найдено, но не разделено на Δx.", "Для прямой 2x отношение равно 2 при любом dx. Что даёт ваша функция при dx = 0.5 и при dx = 3?"),
)
def not_divided(f, x0, dx):
    return f(x0 + dx) - f(x0)


@difference_quotient.mistake(
    en=("The fraction is upside down.", "Kilometres per minute: which of the two differences goes to the top?"),
    ru=("Дробь перевёрнута.", "Километры в минуту: какая из двух разностей стоит в числителе?"),
)
def upside_down(f, x0, dx):
    return dx / (f(x0 + dx) - f(x0))


@difference_quotient.mistake(
    en=("The difference on top is taken the wrong way round, so the sign is wrong.", "New minus old, above and below: for a rising function the quotient is positive."),
    ru=("Разность в числителе взята в обратном порядке, и знак вышел неверный.", "Новое минус старое — и сверху, и снизу: у растущей функции отношение положительно."),
)
def old_minus_new(f, x0, dx):
    return (f(x0) - f(x0 + dx)) / dx


@difference_quotient.mistake(
    en=("Brackets are missing: only the second value is divided by Δx.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("Не хватает скобок: на Δx делится только второе значение.", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def brackets_missing(f, x0, dx):
    return f(x0 + dx) - f(x0) / dx


@difference_quotient.mistake(
    en=("The sign of Δx is lost in the denominator.", "With a negative dx both differences change their sign. Try the line 2x with dx = −1."),
    ru=("В знаменателе потерян знак Δx.", "При отрицательном dx знак меняют обе разности. Проверьте на прямой 2x при dx = −1."),
)
def size_below(f, x0, dx):
    return (f(x0 + dx) - f(x0)) / abs(dx)


@difference_quotient.mistake(
    en=("A negative Δx is treated as a positive one.", "With dx < 0 the second point lies to the left of x0."),
    ru=("Отрицательное Δx считается положительным.", "При dx < 0 вторая точка лежит слева от x0."),
)
def always_to_the_right(f, x0, dx):
    return (f(x0 + abs(dx)) - f(x0)) / abs(dx)


@difference_quotient.mistake(
    en=("The second point is taken at Δx instead of x₀ + Δx.", "Δx is how far we move from x0. Where do we arrive?"),
    ru=("Вторая точка взята в Δx, а не в x₀ + Δx.", "Δx — это насколько мы сдвинулись от x0. Куда мы пришли?"),
)
def starts_from_zero(f, x0, dx):
    return (f(dx) - f(x0)) / dx


@difference_quotient.mistake(
    en=("The second point is on the wrong side of x₀.", "For dx > 0 it is x0 + dx, to the right."),
    ru=("Вторая точка оказалась не с той стороны от x₀.", "При dx > 0 это x0 + dx, то есть справа."),
)
def backwards(f, x0, dx):
    return (f(x0) - f(x0 - dx)) / dx


@difference_quotient.mistake(
    en=("The given Δx is not used: this is the derivative, or nearly so.", "Here the secant itself is asked for. Its slope changes with dx."),
    ru=("Переданное Δx не используется: получилась производная или почти она.", "Здесь нужна сама секущая. Её наклон зависит от dx."),
)
def step_of_its_own(f, x0, dx):
    return (f(x0 + 1e-6) - f(x0 - 1e-6)) / 2e-6


@difference_quotient.alternative
def by_two_points(f, x0, dx):
    x1 = x0 + dx
    return (f(x1) - f(x0)) / (x1 - x0)


@difference_quotient.alternative
def both_turned_round(f, x0, dx):
    rise = f(x0) - f(x0 + dx)
    return np.float64(rise) / -dx


# ------------------------------------------------------------------------------- shrinking_quotients


@unit.exercise(points=2)
def shrinking_quotients(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


shrinking_quotients.example(public.square, 3.0, np.array([1.0, -0.5, 0.125]))
shrinking_quotients.example(public.parabola, 2.0, np.array([0.25, 2.0]))


@shrinking_quotients.probe("simple")
def _(answer, rng):
    f, _ = _cubic(rng)
    return answer(f, float(rng.uniform(0.5, 1.5)), np.array([2.0, 0.5, 0.1, 0.01]))


@shrinking_quotients.probe("general")
def _(answer, rng):
    seen = []
    for size in (3, 6, 1):
        f, _ = _cubic(rng)
        dxs = rng.permutation([-1.5, 0.8, -0.2, 0.03, 2.5, -0.004])[:size] * rng.uniform(0.9, 1.1, size=size)
        dxs[0] = -abs(dxs[0])
        seen.append(answer(f, float(rng.uniform(0.5, 1.5)), dxs))
    return seen


@shrinking_quotients.mistake(
    en=("The steps are sorted before they are used.", "The answer keeps the order of dxs: the first quotient belongs to the first step."),
    ru=("Шаги перед вычислением отсортированы.", "В ответе порядок тот же, что в dxs: первое отношение относится к первому шагу."),
)
def steps_sorted(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dx for dx in sorted(dxs, key=abs, reverse=True)])


@shrinking_quotients.mistake(
    en=("Only the quotient of the last step comes back.", "One quotient for each step is asked for: as many values as dxs has."),
    ru=("Возвращается только отношение для последнего шага.", "Для каждого шага нужно своё отношение: столько значений, сколько в dxs."),
)
def last_one_only(f, x0, dxs):
    for dx in dxs:
        quotient = (f(x0 + dx) - f(x0)) / dx
    return quotient


@shrinking_quotients.mistake(
    en=("The differences Δf are not divided by Δx.", "Each Δf belongs to its own Δx. Divide them in pairs."),
    ru=("Разности Δf не разделены на Δx.", "У каждой Δf своё Δx. Делите их попарно."),
)
def rises_only(f, x0, dxs):
    return np.array([f(x0 + dx) - f(x0) for dx in dxs])


@shrinking_quotients.mistake(
    en=("The point moves on after every step.", "All secants start in the same x0; only the second point changes."),
    ru=("После каждого шага сдвигается сама точка.", "Все секущие выходят из одной и той же точки x0, меняется только вторая точка."),
)
def point_moves(f, x0, dxs):
    quotients = []
    for dx in dxs:
        quotients.append((f(x0 + dx) - f(x0)) / dx)
        x0 = x0 + dx
    return np.array(quotients)


@shrinking_quotients.mistake(
    en=("The signs of the steps are lost.", "A negative step puts the second point to the left of x0, and there the slope is another one."),
    ru=("Потеряны знаки шагов.", "При отрицательном шаге вторая точка лежит слева от x0, и наклон там другой."),
)
def signs_lost(f, x0, dxs):
    return np.array([(f(x0 + abs(dx)) - f(x0)) / abs(dx) for dx in dxs])


@shrinking_quotients.mistake(
    en=("The secants join neighbouring points instead of starting in x₀.", "n steps give n quotients, and f(x0) stands in every one of them."),
    ru=("Секущие соединяют соседние точки, а должны выходить из x₀.", "n шагов дают n отношений, и в каждое входит f(x0)."),
)
def between_neighbours(f, x0, dxs):
    x = x0 + np.asarray(dxs)
    return np.diff(f(x)) / np.diff(x)


@shrinking_quotients.mistake(
    en=("All Δf are divided by one and the same Δx.", "Each quotient has its own step below the line."),
    ru=("Все Δf разделены на одно и то же Δx.", "У каждого отношения в знаменателе свой шаг."),
)
def one_divisor(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dxs[-1] for dx in dxs]) if len(dxs) > 1 else np.array([f(x0 + dxs[0]) - f(x0)])


@shrinking_quotients.mistake(
    en=("The quotients are averaged into one number.", "Nothing is averaged here: a row of numbers is asked for, in which one can see where they are going."),
    ru=("Отношения усреднены в одно число.", "Усреднять не нужно: нужен ряд чисел, по которому видно, куда они стремятся."),
)
def averaged_quotients(f, x0, dxs):
    return np.mean([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


@shrinking_quotients.alternative
def vectorised(f, x0, dxs):
    dxs = np.asarray(dxs)
    return (f(x0 + dxs) - f(x0)) / dxs


@shrinking_quotients.alternative
def into_an_empty_array(f, x0, dxs):
    out, base = np.empty(len(dxs)), f(x0)
    for i in range(len(dxs)):
        x1 = x0 + dxs[i]
        out[i] = (f(x1) - base) / (x1 - x0)
    return out


@shrinking_quotients.alternative
def as_plain_list(f, x0, dxs):
    def quotient(dx):
        return (f(x0 + dx) - f(x0)) / dx

    return list(map(quotient, dxs))


# ---------------------------------------------------------------------------------------- line_slope


@unit.exercise(points=1)
def line_slope(a, b, x):
    return a + 0.0 * np.asarray(x, dtype=float)


line_slope.example(2.0, 5.0, 3.0)
line_slope.example(-1.5, 4.0, np.array([0.0, 1.0, 10.0]))


def _lines(answer, rng, *shapes):
    """Observe the slopes of random lines or parabolas, at a number or at an array of each shape."""
    seen = []
    for shape in shapes:
        a, b = rng.uniform(0.5, 3.0) * rng.choice([-1, 1]), rng.uniform(1.0, 6.0)
        x = rng.uniform(1.5, 4.0, size=shape) * rng.choice([-1, 1], size=shape)
        seen.append(answer(float(a), float(b), x if shape else float(x)))
    return seen


@line_slope.probe("general")
def _(answer, rng):
    a, b, x = map(float, rng.uniform(1.5, 5.0, size=3))
    return [*_lines(answer, rng, (), (), ()), answer(0.0, b, x), answer(a, 0.0, 0.0)]


@line_slope.probe("vector")
def _(answer, rng):
    return _lines(answer, rng, (4,), (2, 3), (1,))


@line_slope.mistake(
    en=("For an array of points one number comes back.", "The slope is the same everywhere, but the answer has one value for each point of x."),
    ru=("Для массива точек возвращается одно число.", "Наклон везде один и тот же, но в ответе по одному значению на каждую точку из x."),
)
def one_number(a, b, x):
    return a


@line_slope.mistake(
    en=("This is the height of the line, not its slope.", "By how much does the line rise when x grows by 1?"),
    ru=("Это высота прямой, а не её наклон.", "Насколько поднимется прямая, если x вырастет на 1?"),
)
def the_value(a, b, x):
    return a * x + b


@line_slope.mistake(
    en=("The constant b has stayed in the derivative.", "Compare the lines 2x and 2x + 5: which one is steeper?"),
    ru=("В производной осталась константа b.", "Сравните прямые 2x и 2x + 5: какая из них круче?"),
)
def b_kept(a, b, x):
    return a + b + 0.0 * x


@line_slope.mistake(
    en=("The factor x has stayed: only b was dropped.", "In the last step of the derivation x₁ − x₀ cancels. No x is left."),
    ru=("Множитель x остался: исчезло только b.", "На последнем шаге вывода x₁ − x₀ сокращается. Никакого x не остаётся."),
)
def x_kept(a, b, x):
    return a * x


@line_slope.mistake(
    en=("The result is 0 everywhere, as for a constant.", "b is a constant, but x changes, and with it the term with a."),
    ru=("Всюду получился 0, как у константы.", "b постоянно, но x меняется, а с ним и слагаемое с a."),
)
def zero_everywhere(a, b, x):
    return 0.0 * x


@line_slope.mistake(
    en=("The factor a is lost: the slope is 1 for every line.", "The line 3x rises by 3 for each step to the right."),
    ru=("Множитель a потерян: наклон любой прямой равен 1.", "Прямая 3x поднимается на 3 за каждый шаг вправо."),
)
def a_lost(a, b, x):
    return 1.0 + 0.0 * x


@line_slope.mistake(
    en=("This is the slope of the ray from the origin to the point.", "The derivative compares two points of the line itself, so b drops out."),
    ru=("Это наклон луча из начала координат в точку.", "Производная сравнивает две точки самой прямой, поэтому b исчезает."),
)
def from_the_origin(a, b, x):
    x = np.asarray(x, dtype=float)
    return (a * x + b) / np.where(x == 0, 1.0, x)


@line_slope.alternative
def by_full(a, b, x):
    return np.full(np.shape(x), a)


@line_slope.alternative
def by_two_values(a, b, x):
    return (a * (x + 1) + b) - (a * x + b)


@line_slope.alternative
def by_ones(a, b, x):
    return a * np.ones_like(x) if np.ndim(x) else a


# ------------------------------------------------------------------------------------ parabola_slope


@unit.exercise(points=1)
def parabola_slope(a, b, x):
    return 2 * a * x


parabola_slope.example(3.0, 5.0, 4.0)
parabola_slope.example(-1.5, 4.0, np.array([0.0, 1.0, 10.0]))


@parabola_slope.probe("general")
def _(answer, rng):
    a, b, x = map(float, rng.uniform(1.5, 5.0, size=3))
    return [*_lines(answer, rng, (), (), ()), answer(0.0, b, x), answer(a, 0.0, x), answer(a, b, 0.0)]


@parabola_slope.probe("vector")
def _(answer, rng):
    return _lines(answer, rng, (4,), (2, 3), (1,))


@parabola_slope.mistake(
    en=("The constant b has stayed in the derivative.", "b stands in both values of f. What is left of it in their difference?"),
    ru=("В производной осталась константа b.", "b входит в оба значения f. Что от него остаётся в разности?"),
)
def constant_kept(a, b, x):
    return 2 * a * x + b


@parabola_slope.mistake(
    en=("The factor 2 is missing.", "Open (x₀ + Δx)²: how often does the product x₀·Δx occur?"),
    ru=("Не хватает множителя 2.", "Раскройте (x₀ + Δx)²: сколько раз там встречается произведение x₀·Δx?"),
)
def two_missing(a, b, x):
    return a * x


@parabola_slope.mistake(
    en=("This is the height of the parabola, not its slope.", "Subtract f(x₀), divide by Δx, and only then let Δx go to 0."),
    ru=("Это высота параболы, а не её наклон.", "Вычтите f(x₀), разделите на Δx и только потом устремите Δx к 0."),
)
def the_height(a, b, x):
    return a * x**2 + b


@parabola_slope.mistake(
    en=("The factor a is lost.", "Compare x² and 3x²: which one is steeper, and how many times?"),
    ru=("Множитель a потерян.", "Сравните x² и 3x²: какая парабола круче и во сколько раз?"),
)
def factor_lost(a, b, x):
    return 2 * x


@parabola_slope.mistake(
    en=("The square has stayed.", "Division by Δx takes one factor away: of the square only the first power is left."),
    ru=("Квадрат остался.", "Деление на Δx убирает один множитель: от квадрата остаётся первая степень."),
)
def square_kept(a, b, x):
    return 2 * a * x**2


@parabola_slope.mistake(
    en=("The slope is the same at every x, as for a line.", "A parabola is steeper the farther it is from its lowest point. Where has x gone?"),
    ru=("Наклон при всех x один и тот же, как у прямой.", "Чем дальше от вершины, тем парабола круче. Куда делся x?"),
)
def same_everywhere(a, b, x):
    return 2 * a + 0.0 * x


@parabola_slope.mistake(
    en=("Δx is still there: this is the slope of the secant with Δx = 1.", "In your last line let Δx go to 0."),
    ru=("Осталось Δx: это наклон секущей при Δx = 1.", "В последней строке вывода устремите Δx к 0."),
)
def secant_of_one(a, b, x):
    return 2 * a * x + a


@parabola_slope.mistake(
    en=("The sign is wrong.", "To the right of 0 the parabola x² rises, so its slope there is positive."),
    ru=("Знак неверный.", "Справа от 0 парабола x² растёт, значит, наклон там положителен."),
)
def minus(a, b, x):
    return -2 * a * x


@parabola_slope.alternative
def by_sum(a, b, x):
    return a * (x + x)


@parabola_slope.alternative
def by_symmetric_secant(a, b, x):
    def f(x):
        return a * x**2 + b

    return (f(x + 0.5) - f(x - 0.5)) / 1.0


@parabola_slope.alternative
def by_nested_lists(a, b, x):
    if np.ndim(x) == 0:
        return float(2.0 * a * x)
    return [by_nested_lists(a, b, one) for one in x]


# -------------------------------------------------------------------------------- central_difference


@unit.exercise(points=2)
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


central_difference.example(public.square, 3.0, 0.5)
central_difference.example(public.parabola, -1.0, 0.25)


def _error_falls(answer, f, df, x0, h):
    """Return whether halving h divides the error by about four, or by more: that is order two, or better."""
    error, halved = (abs(number(answer(f, x0, step)) - df) for step in (h, h / 2))
    return bool(0 < halved < error / 3.3)


@central_difference.probe("simple")
def _(answer, rng):
    seen = []
    for h in (0.1, 0.5, 2.0):  # exact for every parabola, whatever h is
        a, b, c = (float(value) for value in rng.uniform(1.0, 4.0, size=3))
        seen.append(answer(lambda x, a=a, b=b, c=c: a * x**2 - b * x + c, float(rng.uniform(-2.0, 2.0)), h))
    return seen


@central_difference.probe("property")
def _(answer, rng):
    x, (f, df) = rng.uniform(0.3, 0.9, size=3), _cubic(rng)
    return [
        _error_falls(answer, np.sin, math.cos(x[0]), float(x[0]), 0.2),
        _error_falls(answer, np.exp, math.exp(x[1]), float(x[1]), 0.1),
        _error_falls(answer, lambda x: f(x) + x**5, float(df(x[2])) + 5 * float(x[2]) ** 4, float(x[2]), 0.1),
    ]


@central_difference.mistake(
    en=("This is the forward difference: one point is x₀ itself.", "The central difference looks to both sides and leaves f(x₀) out."),
    ru=("Это правая разность: одна из точек — сама x₀.", "Центральная разность смотрит в обе стороны и обходится без f(x₀)."),
)
def forward(f, x0, h):
    return (f(x0 + h) - f(x0)) / h


@central_difference.mistake(
    en=("This is the backward difference: one point is x₀ itself.", "One point must be to the left of x₀, the other one to the right."),
    ru=("Это левая разность: одна из точек — сама x₀.", "Одна точка должна быть слева от x₀, другая справа."),
)
def backward(f, x0, h):
    return (f(x0) - f(x0 - h)) / h


@central_difference.mistake(
    en=("The result is twice too large.", "How far apart are the two points? Divide by that distance."),
    ru=("Результат вдвое больше, чем нужно.", "На каком расстоянии друг от друга лежат две точки? На него и надо делить."),
)
def distance_halved(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / h


@central_difference.mistake(
    en=("Brackets are missing in the denominator: the result is divided by 2 and then multiplied by h.", "Python works from left to right. Everything below the line needs brackets."),
    ru=("В знаменателе не хватает скобок: результат делится на 2, а потом умножается на h.", "Python считает слева направо. Всё, что стоит под чертой, берут в скобки."),
)
def multiplied_by_h(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / 2 * h


@central_difference.mistake(
    en=("Brackets are missing in the numerator: only the second value is divided.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("В числителе не хватает скобок: делится только второе значение.", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def second_value_divided(f, x0, h):
    return f(x0 + h) - f(x0 - h) / (2 * h)


@central_difference.mistake(
    en=("The two values are added where they should be subtracted.", "A slope compares two heights: it needs their difference."),
    ru=("Два значения сложены, а нужно вычитать.", "Наклон сравнивает две высоты: нужна их разность."),
)
def added(f, x0, h):
    return (f(x0 + h) + f(x0 - h)) / (2 * h)


@central_difference.mistake(
    en=("The sign is turned round.", "Right value minus left value: for a rising function the result is positive."),
    ru=("Знак обратный.", "Правое значение минус левое: у растущей функции результат положителен."),
)
def left_minus_right(f, x0, h):
    return (f(x0 - h) - f(x0 + h)) / (2 * h)


@central_difference.mistake(
    en=("This is the second derivative: it says how fast the slope changes.", "Two values of f are enough here, and h is not squared."),
    ru=("Это вторая производная: она говорит, как быстро меняется наклон.", "Здесь достаточно двух значений f, и h не возводится в квадрат."),
)
def second_derivative(f, x0, h):
    return (f(x0 + h) - 2 * f(x0) + f(x0 - h)) / h**2


@central_difference.mistake(
    en=("The given h is not used; a fixed step stands in its place.", "Call the function with h = 1 and with h = 0.1 for x³: the results must differ."),
    ru=("Переданное h не используется, вместо него стоит постоянный шаг.", "Вызовите функцию для x³ с h = 1 и с h = 0.1: результаты должны различаться."),
)
def fixed_step(f, x0, h):
    return (f(x0 + 1e-5) - f(x0 - 1e-5)) / (2 * 1e-5)


@central_difference.alternative
def mean_of_two_sides(f, x0, h):
    return ((f(x0 + h) - f(x0)) / h + (f(x0) - f(x0 - h)) / h) / 2


@central_difference.alternative
def with_half_steps(f, x0, h):
    return (f(x0 + h / 2) - f(x0 - h / 2)) / h


@central_difference.alternative
def with_five_points(f, x0, h):
    near, far = f(x0 + h) - f(x0 - h), f(x0 + 2 * h) - f(x0 - 2 * h)
    return (8 * near - far) / (12 * h)


@central_difference.alternative
def by_vector(f, x0, h):
    left, right = f(x0 + h * np.array([-1.0, 1.0]))
    return 0.5 / h * (right - left)


# ----------------------------------------------------------------------------------------- best_step


@unit.exercise(points=2)
def best_step(f, df, x0, hs):
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]
    return hs[int(np.argmin(errors))]


# In the first one every way of choosing picks another step; then a central difference, then the smallest step is caught.
best_step.example(public.wave, public.d_wave, 2.6, np.array([1.0, 5.0, 10.0, 0.01, 4.2]))
best_step.example(public.wave, public.d_wave, 1.0, np.array([0.001, 0.000001, 0.00001]))
best_step.example(public.high_parabola, public.d_square, 2.0, np.array([0.000001, 0.001, 1.0]))


def _clear_case(rng, make, exponents, margin=4.0):
    """Draw (f, df, x0, hs) until one step beats all others by ``margin``, however the quotient is written.

    Rounding decides the errors of tiny steps; where a fair way of writing would pick another step, the case is drawn again.
    """
    while True:
        f, df, x0 = make(rng)
        hs = rng.permutation(10.0 ** -np.array(exponents, dtype=float)) * rng.uniform(0.7, 1.4, size=len(exponents))
        x1 = x0 + hs
        ways = [
            [(f(float(x)) - f(x0)) / h for x, h in zip(x1, hs, strict=True)],
            [(f(float(x)) - f(x0)) / (x - x0) if x != x0 else 0.0 for x in x1],
            (f(x1) - f(x0)) / hs,
            [f(float(x)) / h - f(x0) / h for x, h in zip(x1, hs, strict=True)],
        ]
        errors = np.abs(np.array(ways, dtype=float) - df(x0))
        best, second = np.sort(errors, axis=1)[:, :2].T
        if len(set(np.argmin(errors, axis=1).tolist())) == 1 and (second > margin * best).all():
            return f, df, x0, hs


def _arch(rng):
    """Make a concave piece of a sine: every secant to the right is too flat until rounding sets in."""
    size = float(rng.uniform(1.0, 3.0))
    return (lambda x: size * np.sin(x)), (lambda x: size * np.cos(x)), float(rng.uniform(0.6, 1.2))


def _high(rng):
    """Make a parabola some ten million above zero: rounding sets in at steps of a thousandth already."""
    height, turn = float(rng.uniform(1e7, 3e7)), float(rng.uniform(-3.0, -2.0))
    return (lambda x: height - (x - turn) ** 2), (lambda x: -2.0 * (x - turn)), float(rng.uniform(0.5, 1.5))


def _climb(rng):
    """Make a convex piece: every secant to the right is too steep until rounding sets in."""
    size = float(rng.uniform(1.0, 3.0))
    return (lambda x: size * np.exp(x)), (lambda x: size * np.exp(x)), float(rng.uniform(0.2, 0.8))


@best_step.probe("simple")
def _(answer, rng):
    cases = ((_arch, (2, 4, 6, 8, 10, 12)), (_high, (0, 2, 4, 6, 8, 10)), (_climb, (0, 2, 4)))
    return [answer(*_clear_case(rng, make, steps)) for make, steps in cases]


@best_step.probe("general")
def _(answer, rng):
    return [answer(*_clear_case(rng, make, steps)) for make, steps in ((_high, (1, 4, 7, 9)), (_arch, (3, 8, 13)), (_high, (2, 4, 8)))]


@best_step.probe("edge", credit=0.5)
def _(answer, rng):
    # Only large steps, only tiny ones, one alone.
    cases = ((_arch, (0, 2, 4)), (_arch, (9, 11, 13)), (_high, (5, 7, 9)))
    return [*(answer(*_clear_case(rng, make, steps)) for make, steps in cases), answer(*_arch(rng), rng.uniform(0.01, 0.1, size=1))]


@best_step.mistake(
    en=("The smallest step is taken for the best one.", "Below some h rounding takes over and the error grows again. Measure the error of every step."),
    ru=("Лучшим считается самый маленький шаг.", "Начиная с некоторого h верх берёт округление, и ошибка снова растёт. Измерьте ошибку для каждого шага."),
)
def smallest(f, df, x0, hs):
    return np.min(hs)


@best_step.mistake(
    en=("The number of the step comes back, not the step itself.", "The place in the array is known; the value that stands there is asked for."),
    ru=("Возвращается номер шага, а не сам шаг.", "Место в массиве найдено; нужно значение, которое на этом месте стоит."),
)
def its_index(f, df, x0, hs):
    return int(np.argmin([abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]))


@best_step.mistake(
    en=("The smallest error comes back, not the step that makes it.", "The task asks for one of the values of hs."),
    ru=("Возвращается наименьшая ошибка, а не шаг, при котором она получилась.", "В задании нужно одно из значений hs."),
)
def its_error(f, df, x0, hs):
    return min(abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs)


@best_step.mistake(
    en=("The errors are compared with their signs.", "An error of −5 is worse than one of 0.1: what matters is the size."),
    ru=("Ошибки сравниваются вместе со знаком.", "Ошибка −5 хуже, чем 0.1: важна величина."),
)
def sign_of_the_error(f, df, x0, hs):
    return hs[int(np.argmin([(f(x0 + h) - f(x0)) / h - df(x0) for h in hs]))]


@best_step.mistake(
    en=("The step with the largest error is chosen.", "The best step is the one whose quotient is closest to the derivative."),
    ru=("Выбран шаг с наибольшей ошибкой.", "Лучший шаг тот, при котором отношение ближе всего к производной."),
)
def worst(f, df, x0, hs):
    return hs[int(np.argmax([abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The errors are those of the central difference.", "The task is about the forward difference: one of its two points is x₀ itself."),
    ru=("Взяты ошибки центральной разности.", "В задании речь о правой разности: одна из её двух точек — сама x₀."),
)
def of_the_central_difference(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0 - h)) / (2 * h) - df(x0)) for h in hs]))]


@best_step.mistake(
    en=("The quotient is compared with 0, not with the derivative.", "The error is the distance between the quotient and the true value. Where does df come in?"),
    ru=("Отношение сравнивается с нулём, а не с производной.", "Ошибка — это расстояние между отношением и верным значением. Где у вас df?"),
)
def derivative_forgotten(f, df, x0, hs):
    return hs[int(np.argmin([abs((f(x0 + h) - f(x0)) / h) for h in hs]))]


@best_step.mistake(
    en=("The largest step is taken for the best one.", "A long secant misses the curve between its ends. Measure the error of every step."),
    ru=("Лучшим считается самый большой шаг.", "Длинная секущая не видит, что делает кривая между её концами. Измерьте ошибку для каждого шага."),
)
def largest(f, df, x0, hs):
    return np.max(hs)


@best_step.alternative
def by_loop(f, df, x0, hs):
    best, least, slope, height = None, math.inf, df(x0), f(x0)
    for h in hs:
        error = abs((f(x0 + h) - height) / h - slope)
        if error < least:
            best, least = h, error
    return best


@best_step.alternative
def by_arrays(f, df, x0, hs):
    hs = np.asarray(hs)
    return float(hs[np.abs((f(x0 + hs) - f(x0)) / hs - df(x0)).argmin()])


@best_step.alternative
def by_key(f, df, x0, hs):
    def error(h):
        x1 = x0 + h
        return abs((f(x1) - f(x0)) / (x1 - x0) - df(x0)) if x1 != x0 else math.inf

    return min(hs, key=error)


# -------------------------------------------------------------------------------------- tangent_line


@unit.exercise(points=2)
def tangent_line(f, df, x0):
    height, slope = f(x0), df(x0)
    return lambda x: height + slope * (x - x0)


tangent_line.example(public.square, public.d_square, 3.0, then=((3.0,), (4.0,), (0.0,)))
tangent_line.example(public.wave, public.d_wave, 0.5, then=((np.array([0.5, 1.5]),),))


@tangent_line.probe("general")
def _(answer, rng):
    seen = []
    for low in (-2.0, 0.5):
        f, df = _cubic(rng)
        x0 = float(rng.uniform(low, low + 1.0))
        line = function(answer(f, df, x0))
        seen += [line(x0), line(x0 + 1.5), line(0.0), line(float(rng.uniform(-9.0, -5.0)))]
    return seen


@tangent_line.probe("vector")
def _(answer, rng):
    f, df = _cubic(rng)
    line = function(answer(f, df, float(rng.uniform(0.5, 1.5))))
    return [line(rng.normal(scale=3.0, size=4)), line(rng.normal(scale=3.0, size=(2, 3)))]


@tangent_line.mistake(
    en=("The line has the right slope but starts at x = 0 instead of x₀.", "At x = x0 the line must have the height f(x0). What does yours give there?"),
    ru=("Наклон верный, но прямая отсчитывается от x = 0, а не от x₀.", "При x = x0 высота прямой равна f(x0). Что там даёт ваша функция?"),
)
def shift_forgotten(f, df, x0):
    return lambda x: f(x0) + df(x0) * x


@tangent_line.mistake(
    en=("The slope is taken at x, so the result is a curve, not a line.", "A tangent has one slope, that of the point of contact."),
    ru=("Наклон берётся в точке x, поэтому получается кривая, а не прямая.", "У касательной один наклон — в точке касания."),
)
def slope_at_x(f, df, x0):
    return lambda x: f(x0) + df(x) * (x - x0)


@tangent_line.mistake(
    en=("The height is taken at x, so the result is not a line.", "The tangent does not know the curve elsewhere: it knows one height and one slope, both in x0."),
    ru=("Высота берётся в точке x, поэтому получается не прямая.", "Касательная ничего не знает о кривой в других местах: ей известны одна высота и один наклон, обе величины в точке x0."),
)
def height_at_x(f, df, x0):
    return lambda x: f(x) + df(x0) * (x - x0)


@tangent_line.mistake(
    en=("The line leans the other way: the sign in the brackets is turned round.", "To the right of x0 the difference in the brackets must be positive."),
    ru=("Прямая наклонена в другую сторону: в скобках обратный знак.", "Справа от x0 разность в скобках должна быть положительной."),
)
def leans_the_other_way(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x0 - x)


@tangent_line.mistake(
    en=("The height f(x₀) is missing: the line runs through the x axis.", "A tangent touches the curve. How high is the curve in x0?"),
    ru=("Не хватает высоты f(x₀): прямая проходит через ось x.", "Касательная касается кривой. На какой высоте кривая в точке x0?"),
)
def height_missing(f, df, x0):
    return lambda x: df(x0) * (x - x0)


@tangent_line.mistake(
    en=("A number comes back where a function is asked for.", "The task wants something that can be called with any x: def inside def, or lambda."),
    ru=("Возвращается число, а нужна функция.", "Нужно то, что можно вызвать с любым x: def внутри def или lambda."),
)
def a_number(f, df, x0):
    return f(x0) + df(x0) * (x0 - x0)


@tangent_line.mistake(
    en=("Height and slope have changed places.", "Which of the two is multiplied by the distance from x0?"),
    ru=("Высота и наклон поменялись местами.", "Какая из двух величин умножается на расстояние от x0?"),
)
def places_changed(f, df, x0):
    return lambda x: df(x0) + f(x0) * (x - x0)


@tangent_line.mistake(
    en=("The curve itself comes back.", "A tangent is a straight line: it leaves the curve when you go away from x0."),
    ru=("Возвращается сама кривая.", "Касательная — прямая: с удалением от x0 она отходит от кривой."),
)
def the_curve(f, df, x0):
    return f


@tangent_line.alternative
def by_two_coefficients(f, df, x0):
    k = df(x0)
    b = f(x0) - k * x0

    def line(x):
        return k * x + b

    return line


@tangent_line.alternative
def by_polynomial(f, df, x0):
    return np.poly1d([df(x0), f(x0) - df(x0) * x0])


@tangent_line.alternative
def late(f, df, x0):
    def line(x):
        return df(x0) * (np.asarray(x) - x0) + f(x0)

    return line


# -------------------------------------------------------------------------------- numerical_gradient


# Forward and central differences are both right: the error of the forward one is about h, here 1e-6 times the curvature.
@unit.exercise(points=3, rtol=1e-4, atol=1e-4)
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


numerical_gradient.example(public.hill, np.array([2.0, 1.0]))
numerical_gradient.example(public.bowl, np.array([[1.0, -2.0], [0.5, 3.0]]))


def _landscape(rng, shape):
    """Return a smooth function of an array of that shape, in which every coordinate has its own part."""
    a, b = rng.uniform(0.5, 2.0, size=shape), rng.normal(size=shape)

    def f(point):
        point = np.asarray(point, dtype=float)
        return float(np.sum(a * point**2 + b * point) + np.prod(np.sin(point)) + point.flat[0] * point.flat[-1])

    return f


@numerical_gradient.probe("general")
def _(answer, rng):
    return [answer(_landscape(rng, (n,)), rng.uniform(0.5, 1.5, size=n)) for n in (2, 3, 5)]


@numerical_gradient.probe("vector")
def _(answer, rng):
    return [answer(_landscape(rng, shape), rng.uniform(0.5, 1.5, size=shape)) for shape in ((2, 3), (4, 1), (2, 2, 2))]


@numerical_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(_landscape(rng, (n,)), rng.integers(1, 5, size=n)) for n in (2, 4)]  # an array of integers


@numerical_gradient.probe("property", credit=0.5)
def _(answer, rng):
    point = rng.uniform(0.5, 1.5, size=3)

    def f(point):
        return float(np.sum(np.exp(np.asarray(point, dtype=float))))

    coarse, fine = (array(answer(f, point, h), (3,)) for h in (0.5, 1e-5))
    return [bool((np.abs(coarse - fine) > 1e-3).all()), fine.tolist()]


@numerical_gradient.mistake(
    en=("All coordinates are moved at once, which gives one number.", "A partial derivative moves one coordinate and keeps the others. As many numbers are due as the point has."),
    ru=("Все координаты сдвигаются сразу, и получается одно число.", "Частная производная сдвигает одну координату, а остальные держит на месте. Чисел должно быть столько, сколько координат."),
)
def all_at_once(f, point, h=1e-6):
    return (f(point + h) - f(point)) / h


@numerical_gradient.mistake(
    en=("A coordinate that was moved is not put back before the next one is moved.", "In the second quotient only the second coordinate may differ from the point."),
    ru=("Сдвинутая координата не возвращается на место перед сдвигом следующей.", "Во втором отношении от исходной точки должна отличаться только вторая координата."),
)
def not_put_back(f, point, h=1e-6):
    moved = np.array(point, dtype=float)
    gradient = np.empty_like(moved)
    start = f(point)
    for place in np.ndindex(moved.shape):
        moved[place] += h
        gradient[place] = (f(moved) - start) / h
    return gradient


@numerical_gradient.mistake(
    en=("The function moves the coordinates of the point it was given and leaves it changed.", "A second name is no copy. Make a copy before you move anything."),
    ru=("Функция сдвигает координаты переданной ей точки и оставляет её изменённой.", "Второе имя — не копия. Сделайте копию, прежде чем что-то сдвигать."),
)
def point_changed(f, point, h=1e-6):
    gradient = np.empty(point.shape)
    start = f(point)
    for place in np.ndindex(point.shape):
        before = f(point)
        point[place] += h
        gradient[place] = (f(point) - before) / h
    return gradient + 0.0 * start


@numerical_gradient.mistake(
    en=("The partials come back as one flat row.", "The gradient has the shape of the point: for a point of shape (2, 3) it is (2, 3)."),
    ru=("Частные производные возвращаются одной плоской строкой.", "У градиента та же форма, что у точки: для точки формы (2, 3) это (2, 3)."),
)
def flat_row(f, point, h=1e-6):
    flat = np.array(point, dtype=float).ravel()
    gradient = []
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = h
        gradient.append((f((flat + step).reshape(np.shape(point))) - f((flat - step).reshape(np.shape(point)))) / (2 * h))
    return np.array(gradient)


@numerical_gradient.mistake(
    en=("For a point with two axes whole rows are moved instead of single coordinates.", "One index walks along the first axis only. How do you reach every element of an array of any shape?"),
    ru=("Если у точки две оси, сдвигаются целые строки, а не отдельные координаты.", "Один индекс идёт только по первой оси. Как обойти все элементы массива любой формы?"),
)
def rows_only(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty(len(point))
    for i in range(len(point)):
        step = np.zeros_like(point)
        step[i] = h
        gradient[i] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("For a point of integers the small step gets lost.", "An array of integers cannot hold 2.000001. Which type must the copy have?"),
    ru=("Если координаты целые, малый шаг теряется.", "В массиве целых чисел нельзя хранить 2.000001. Какого типа должна быть копия?"),
)
def integers_kept(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        right, left = point.copy(), point.copy()
        right[place] += h
        left[place] -= h
        gradient[place] = (f(right) - f(left)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("The given h is not used; a fixed step stands in its place.", "Call the function with a large h, say 0.5, for a curved function: the result must change."),
    ru=("Переданное h не используется, вместо него стоит постоянный шаг.", "Вызовите функцию с большим h, например 0.5, для нелинейной функции: результат должен измениться."),
)
def own_step(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = 1e-6
        gradient[place] = (f(point + step) - f(point - step)) / 2e-6
    return gradient


@numerical_gradient.mistake(
    en=("The differences Δf are not divided by the step.", "Each partial is a quotient. Numbers as small as 10⁻⁶ are a sign that the division is missing."),
    ru=("Разности Δf не разделены на шаг.", "Каждая частная производная — отношение. Числа порядка 10⁻⁶ говорят о том, что деления нет."),
)
def undivided(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = f(point + step) - f(point)
    return gradient


@numerical_gradient.mistake(
    en=("All partials are twice too large.", "The points x + h and x − h are 2h apart."),
    ru=("Все частные производные вдвое больше, чем нужно.", "Между точками x + h и x − h расстояние 2h."),
)
def twice_too_large(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / h
    return gradient


@numerical_gradient.mistake(
    en=("The length of the gradient comes back, not the gradient.", "A direction needs all its components. Return the array of partials."),
    ru=("Возвращается длина градиента, а не сам градиент.", "Чтобы задать направление, нужны все компоненты. Верните массив частных производных."),
)
def only_its_length(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return float(np.sqrt(np.sum(gradient**2)))


@numerical_gradient.alternative
def forward_differences(f, point, h=1e-6):
    start, point = f(point), np.asarray(point, dtype=float)
    gradient = np.zeros(point.shape)
    for place, value in np.ndenumerate(point):
        moved = point.copy()
        moved[place] = value + h
        gradient[place] = (f(moved) - start) / h
    return gradient


@numerical_gradient.alternative
def row_by_row(f, point, h=1e-6):
    shape, steps = np.shape(point), h * np.eye(np.size(point))
    quotients = [(f(point + step.reshape(shape)) - f(point - step.reshape(shape))) / (2 * h) for step in steps]
    return np.reshape(quotients, shape)


@numerical_gradient.alternative
def on_a_flat_copy(f, point, h=1e-6):
    moved = np.array(point, dtype=np.float64)
    gradient = []
    for i in range(moved.size):
        kept = moved.flat[i]
        moved.flat[i] = kept + h
        right = f(moved)
        moved.flat[i] = kept - h
        left = f(moved)
        moved.flat[i] = kept
        gradient.append((right - left) / (h + h))
    return np.array(gradient).reshape(moved.shape).tolist()
