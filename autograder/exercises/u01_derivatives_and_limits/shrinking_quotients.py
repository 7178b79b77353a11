"""Difference quotients of f at x0 for several steps."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from course.public import u01_derivatives_and_limits as public


@exercise(points=2)
def shrinking_quotients(f, x0, dxs):
    return (f(x0 + dxs) - f(x0)) / dxs


shrinking_quotients.example(public.square, 3.0, np.array([0.5, 0.1, -0.01]))
shrinking_quotients.example(public.square, 3.0, np.array([1.0, 0.1, -0.01]))
shrinking_quotients.example(public.parabola, 2.0, np.array([0.25, -2.0, 1.0]))
shrinking_quotients.example(public.parabola, 0.2, np.array([1, -2]))
shrinking_quotients.example(public.square, 3.0, np.array([0.5, -0.5]))


@shrinking_quotients.probe("simple")
def _(answer, rng):
    f, _ = random_cubic(rng)
    return answer(f, float(rng.uniform(0.5, 1.5)), np.array([2.0, 0.5, 0.1, 0.01]))


@shrinking_quotients.probe("general")
def _(answer, rng):
    seen = []
    for size in (3, 6, 1):
        f, _ = random_cubic(rng, falling=size > 3)
        # A short step stands before a longer one, and the first one is negative.
        dxs = np.concatenate([[-0.2], rng.permutation([0.8, -1.5, 0.03, 2.5, -0.004])])[:size]
        seen.append(answer(f, float(rng.uniform(0.5, 1.5)), dxs * rng.uniform(0.9, 1.1, size=size)))
    return seen


@shrinking_quotients.probe("edge", credit=0.5)
def _(answer, rng):
    f, _ = random_cubic(rng)
    dxs = np.array([-2, 3, -4, 2]) * rng.integers(1, 4)  # an array of integers; two steps are equally long
    return [answer(f, float(rng.uniform(0.5, 1.5)), dxs), answer(f, int(rng.integers(5, 9)), dxs)]


@shrinking_quotients.mistake(
    en=("The quotients come in another order: from the longest step to the shortest.", "The answer keeps the order of dxs: the first quotient belongs to the first step."),
    ru=("Отношения идут в другом порядке: от самого длинного шага к самому короткому.", "В ответе порядок тот же, что в dxs: первое отношение относится к первому шагу."),
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
    en=("Every quotient comes out positive, even where the function falls.", "Where a function falls its secants fall too. What takes the signs away?"),
    ru=("Все отношения получаются положительными, даже там, где функция убывает.", "Там, где функция убывает, наклонены вниз и секущие. Что у вас отнимает знаки?"),
)
def sizes_of_the_quotients(f, x0, dxs):
    return np.abs((f(x0 + dxs) - f(x0)) / dxs)


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
    x = x0 + dxs
    return np.diff(f(x)) / np.diff(x)


@shrinking_quotients.mistake(
    en=("All Δf are divided by one and the same Δx.", "Each quotient has its own step below the line."),
    ru=("Все Δf разделены на одно и то же Δx.", "У каждого отношения в знаменателе свой шаг."),
)
def one_divisor(f, x0, dxs):
    return (f(x0 + dxs) - f(x0)) / dxs[-1]


@shrinking_quotients.mistake(
    en=("The quotients are averaged into one number.", "Nothing is averaged here: a row of numbers is asked for, in which one can see where they are going."),
    ru=("Отношения усреднены в одно число.", "Усреднять не нужно: нужен ряд чисел, по которому видно, куда они стремятся."),
)
def averaged_quotients(f, x0, dxs):
    return np.mean([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


@shrinking_quotients.mistake(
    en=("The quotients come in another order: from the leftmost second point to the rightmost.", "Keep the order of dxs: nothing has to be sorted."),
    ru=("Отношения идут в другом порядке: от самой левой второй точки к самой правой.", "Сохраните порядок шагов в dxs: сортировать ничего не нужно."),
)
def steps_ascending(f, x0, dxs):
    dxs = np.sort(dxs)
    return (f(x0 + dxs) - f(x0)) / dxs


@shrinking_quotients.mistake(
    en=("Only the quotient of the first step comes back.", "If there is a loop: how often does it run before the function is left? One quotient for each step is due."),
    ru=("Возвращается только отношение для первого шага.", "Если есть цикл: сколько раз он успевает выполниться до выхода из функции? Отношение нужно для каждого шага."),
)
def first_one_only(f, x0, dxs):
    for dx in dxs:
        return (f(x0 + dx) - f(x0)) / dx


@shrinking_quotients.mistake(
    en=("These are central differences: every secant runs from x₀ − Δx to x₀ + Δx.", "All secants of this task start in x₀. For the square in 3 and the step 1 the quotient is 7."),
    ru=("Это центральные разности: каждая секущая идёт от x₀ − Δx до x₀ + Δx.", "В этом задании все секущие выходят из x₀. Для квадрата в точке 3 и шага 1 отношение равно 7."),
)
def to_both_sides(f, x0, dxs):
    return (f(x0 + dxs) - f(x0 - dxs)) / (2 * dxs)


@shrinking_quotients.mistake(
    en=("The heights of the second points are divided by Δx, not the differences Δf.", "A slope compares two heights. Which one is missing?"),
    ru=("На Δx делятся высоты вторых точек, а не разности Δf.", "Наклон сравнивает две высоты. Какой из них не хватает?"),
)
def heights_only(f, x0, dxs):
    return f(x0 + dxs) / dxs


@shrinking_quotients.mistake(
    en=("All quotients have the wrong sign.", "New height minus old one, new place minus old one: the order must be the same above and below."),
    ru=("У всех отношений неверный знак.", "Новая высота минус старая, новая точка минус старая: сверху и снизу порядок один и тот же."),
)
def signs_turned_round(f, x0, dxs):
    return (f(x0) - f(x0 + dxs)) / dxs


@shrinking_quotients.mistake(
    en=("Brackets are missing: only f(x₀) is divided by Δx.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("Не хватает скобок: на Δx делится только f(x₀).", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def brackets_missing(f, x0, dxs):
    return f(x0 + dxs) - f(x0) / dxs


@shrinking_quotients.mistake(
    en=("When the steps are whole numbers, the quotients lose everything after the decimal point.", "An array of integers holds integers only. What kind of array do you fill?"),
    ru=("Если шаги — целые числа, у отношений пропадает дробная часть.", "В массив целых чисел помещаются только целые. Какой массив вы заполняете?"),
)
def cut_off_in_integers(f, x0, dxs):
    quotients = np.zeros_like(dxs)
    for i in range(len(dxs)):
        quotients[i] = (f(x0 + dxs[i]) - f(x0)) / dxs[i]
    return quotients


@shrinking_quotients.mistake(
    en=("The quotients come in another order: from the largest step to the smallest.", "The first quotient belongs to the first step of dxs. In which line does the order change?"),
    ru=("Отношения идут в другом порядке: от наибольшего шага к наименьшему.", "Первое отношение относится к первому шагу из dxs. В какой строке порядок меняется?"),
)
def steps_descending(f, x0, dxs):
    dxs = np.sort(dxs)[::-1]
    return (f(x0 + dxs) - f(x0)) / dxs


@shrinking_quotients.mistake(
    en=("Each secant begins at the point where the one before has ended.", "All secants of the table have one point in common. Which one?"),
    ru=("Каждая секущая начинается в той точке, где кончилась предыдущая.", "У всех секущих таблицы есть одна общая точка. Какая?"),
)
def from_point_to_point(f, x0, dxs):
    x = np.concatenate([[x0], x0 + dxs])
    return np.diff(f(x)) / np.diff(x)


@shrinking_quotients.mistake(
    en=("The second point of each secant is Δx itself.", "dx is no point: it says how far away from x0 the second point is."),
    ru=("Вторая точка каждой секущей — само Δx.", "dx — не точка: это расстояние от x0 до второй точки."),
)
def at_the_steps(f, x0, dxs):
    return (f(dxs) - f(x0)) / dxs


@shrinking_quotients.mistake(
    en=("Where two steps are equally long, only one quotient comes back for both.", "A dictionary has each key once. One quotient is due for each step, in the order of dxs: what do you collect them in?"),
    ru=("Если два шага одинаковой длины, для обоих возвращается только одно отношение.", "В словаре каждый ключ один. Нужно отношение для каждого шага, в порядке dxs: во что вы их собираете?"),
)
def one_of_each_size(f, x0, dxs):
    return np.array(list({abs(dx): (f(x0 + dx) - f(x0)) / dx for dx in dxs}.values()))



@shrinking_quotients.alternative
def by_comprehension(f, x0, dxs):
    return np.array([(f(x0 + dx) - f(x0)) / dx for dx in dxs])


@shrinking_quotients.alternative
def into_an_empty_array(f, x0, dxs):
    out = np.zeros(len(dxs))
    for i in range(len(dxs)):
        x1 = x0 + dxs[i]
        out[i] = (f(x1) - f(x0)) / (x1 - x0)
    return out


@shrinking_quotients.alternative
def as_plain_list(f, x0, dxs):
    def quotient(dx):
        return (f(x0 + dx) - f(x0)) / dx

    return list(map(quotient, dxs))


shrinking_quotients.equal(into_an_empty_array, "len(dxs)", "every element is written, and the array is as long as dxs")
shrinking_quotients.equal(into_an_empty_array, "out[i] = ", "every element is 0 before it is written")
