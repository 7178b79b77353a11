"""Number of steps until the weight is within tol of the minimum of w**2 + 12."""

import math

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw
from autograder.judging.parts import gives, shuffled


@exercise(points=2)
def steps_to_reach(w0, learning_rate, tol):
    size = abs(w0)
    k = 0
    while size > tol:
        closer = abs(1 - 2 * learning_rate) * size
        if closer >= size:
            return math.inf
        size = closer
        k += 1
    return k


steps_to_reach.example(5.0, 0.1, 2.2)
steps_to_reach.example(-8, 0.25, 1)
steps_to_reach.example(5.0, 0.9, 3.5)
steps_to_reach.example(5.0, 2.0, 0.01)
steps_to_reach.example(5.0, 1.0, 0.01)
steps_to_reach.example(5.0, 0.0, 1.0)
steps_to_reach.example(5.0, 0.5, 0.01)
steps_to_reach.example(0.5, 1.2, 0.5)
steps_to_reach.example(5.0, 0.001, 0.01)  # more than three thousand


def _walk(rng, sign, rates, counts):
    """Return (w0, learning_rate, tol) of a walk that takes a number of ``counts`` steps and ends clearly inside ``tol``."""
    rate, tol = draw(rng, rates, (0.05, 0.5))
    steps = int(rng.integers(*counts)) - rng.uniform(0.1, 0.9)
    return float(sign * tol / abs(1 - 2 * rate) ** steps), rate, tol


@steps_to_reach.probe("simple")
def _(answer, rng):
    cases = ((1, (0.05, 0.15), (4, 16)), (-1, (0.16, 0.25), (3, 12)), (1, (0.7, 0.8), (3, 9)))
    return [answer(*_walk(rng, *case)) for case in cases]


@steps_to_reach.probe("general")
def _(answer, rng):
    return [
        answer(float(sign * rng.uniform(2, 9)), float(rate), float(rng.uniform(0.01, 1.0)))
        for sign, rate in ((1, 0.05), (-1, 0.3), (1, 0.45), (1, 0.65), (-1, 0.9))
    ] + [answer(*_walk(rng, -1, (5e-4, 1e-3), (1_100, 1_600)))]  # nobody may give up before


@steps_to_reach.probe("edge")
def _(answer, rng):
    tol, inside, far, small, rising = draw(rng, (0.3, 3.0), (0.1, 0.3), (2.0, 9.0), (0.05, 0.3), (1.1, 1.6))
    power = int(rng.integers(2, 7))
    cases = [
        (inside * tol, small, tol),  # already there
        (-inside * tol, rising, tol),  # and it would run away
        (-tol, float(rng.choice([0.0, 1.0])), tol),  # there, at the tolerance
        (far, 0.5, float(10.0 ** rng.uniform(-9.0, -6.0))),  # there at once
        (float(2**power), 0.25, 1.0),  # exactly at the tolerance
        (-(3 * 2**power), 0.25, 3),  # and with whole numbers
        (8.0, 0.25, 8.0 / 2 ** int(rng.choice([29, 31, 39, 47, 51]))),  # the quotient of the logarithms is rounded up
    ]
    return [answer(*case) for case in shuffled(rng, cases)]


for _part, _rates in (("η ≥ 1", ((1.0, 1.0), (1.1, 1.3), (2, 2))), ("η = 0", ((0.0, 0.0), (0, 0)))):

    @steps_to_reach.probe("edge", credit=0.75, part=_part)  # where w never gets there
    def _(answer, rng, rates=_rates):
        # Of walks that do get there it only counts that they do: a constant earns nothing.
        never = []
        for low, high in rates:
            w0, tol = draw(rng, (2.0, 9.0), (0.05, 0.5))
            never.append((w0, low if isinstance(low, int) else float(rng.uniform(low, high)), tol))
        arrives = [_walk(rng, 1, (0.15, 0.35), (2, 9)) for _ in range(3)]
        cases = shuffled(rng, never + arrives)
        return [answer(*case) if case in never else gives(answer, case, math.inf) for case in cases]


@steps_to_reach.mistake(
    en=("The count is one too low.", "Check with a small case: is |w_k| ≤ tol really true after that many steps?"),
    ru=("Ответ на единицу меньше, чем нужно.", "Проверьте на маленьком примере: верно ли, что через столько шагов |w_k| ≤ tol?"),
)
def one_too_few(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return max(k - 1, 0)


@steps_to_reach.mistake(
    en=("The loop never ends where the walk never arrives.", "For which η does |w| not shrink? Answer math.inf before the loop starts."),
    ru=("Цикл не заканчивается там, где спуск никогда не придёт к цели.", "При каких η величина |w| не убывает? Верните math.inf ещё до цикла."),
    never_ends=True,
)
def loops_for_ever(w0, learning_rate, tol):
    k = 0
    while abs(w0) > tol:
        w0, k = w0 - learning_rate * 2 * w0, k + (1 if abs(w0) < 1e200 else 0)
        if abs(w0) > 1e200:
            w0 = 1e100
    return k


@steps_to_reach.mistake(
    en=("With η = 0 the loop never ends.", "A weight that does not move never arrives either: what is the answer then?"),
    ru=("При η = 0 цикл не заканчивается.", "Вес, который не движется, тоже никогда не придёт к цели. Какой тогда ответ?"),
    never_ends=True,
)
def loops_at_zero(w0, learning_rate, tol):
    k = 0
    while abs(w0) > tol:
        if learning_rate >= 1:
            return math.inf
        w0, k = w0 - learning_rate * 2 * w0, k + 1
    return k


@steps_to_reach.mistake(
    en=("The sign of w is left in the comparison.", "A weight of −8 is far from the minimum too: compare |w| with tol."),
    ru=("В сравнении остался знак w.", "Вес −8 тоже далеко от минимума: сравнивайте с tol величину |w|."),
)
def sign_forgotten(w0, learning_rate, tol):
    k, w = 0, w0
    while w > tol:
        if abs(1 - 2 * learning_rate) >= 1:
            return math.inf
        w, k = w * (1 - 2 * learning_rate), k + 1
    return k


@steps_to_reach.mistake(
    en=("A starting point that is already close enough is overlooked.", "If |w0| ≤ tol, no step is needed, whatever the learning rate."),
    ru=("Не учтено, что начальная точка уже достаточно близко.", "Если |w0| ≤ tol, шаги не нужны, какой бы ни была скорость обучения."),
)
def start_overlooked(w0, learning_rate, tol):
    factor = abs(1 - 2 * learning_rate)
    if factor >= 1:
        return math.inf
    w, k = abs(w0) * factor, 1
    while w > tol:
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The walk is cut off after a fixed number of steps and that number is returned.", "Never arriving is an answer of its own: math.inf."),
    ru=("Спуск обрывается после заданного числа шагов, и это число возвращается.", "«Никогда» — отдельный ответ: math.inf."),
)
def cut_off(w0, learning_rate, tol):
    w, k = w0, 0
    while abs(w) > tol and k < 1000:
        w, k = w - learning_rate * 2 * w, k + 1
    return k


@steps_to_reach.mistake(
    en=("The answer is that of the factor 1 − η: the 2 of the derivative is missing.", "One step multiplies w by 1 − 2η."),
    ru=("Ответ такой, будто множитель равен 1 − η: нет двойки из производной.", "Один шаг умножает w на 1 − 2η."),
)
def factor_without_derivative(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("Every walk with a learning rate above ½ is answered with never.", "For ½ < η < 1 the walk changes sides but comes closer."),
    ru=("Для любого спуска со скоростью обучения больше ½ ответ «никогда».", "При ½ < η < 1 вес прыгает через минимум, но приближается к нему."),
)
def gives_up_above_half(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, 1 - 2 * learning_rate
    while w > tol:
        if factor >= 1 or factor < 0:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("A weight exactly at the tolerance does not count as arrived.", "The task asks for |w_k| ≤ tol: what about equality?"),
    ru=("Вес, в точности равный порогу, не считается дошедшим.", "Задание требует |w_k| ≤ tol. А как быть с равенством?"),
)
def equality_forgotten(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w >= tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The number of steps is not a whole number.", "After two steps and a half there is no weight: which whole k is the first that suffices?"),
    ru=("Число шагов получилось не целым.", "После двух с половиной шагов веса нет. Какое целое k будет первым подходящим?"),
)
def logarithm_as_it_is(w0, learning_rate, tol):
    factor = abs(1 - 2 * learning_rate)
    if abs(w0) <= tol:
        return 0
    if factor >= 1:
        return math.inf
    if factor == 0:
        return 1
    return math.log(tol / abs(w0)) / math.log(factor)


@steps_to_reach.mistake(
    en=("The number of steps comes out rounded down, so that the last step is missing.", "After the number of steps that you return, is |w_k| ≤ tol? Look at the neighbour k + 1."),
    ru=("Число шагов получилось округлённым вниз, и не хватает последнего шага.", "Верно ли |w_k| ≤ tol через столько шагов, сколько вы вернули? Проверьте и соседа, k + 1."),
    looks_like=("one_too_few",),
)
def logarithm_rounded_down(w0, learning_rate, tol):
    factor = abs(1 - 2 * learning_rate)
    if abs(w0) <= tol:
        return 0
    if factor >= 1:
        return math.inf
    if factor == 0:
        return 1
    return math.floor(math.log(tol / abs(w0)) / math.log(factor) + 1e-9)


@steps_to_reach.mistake(
    en=("The count is one too high.", "Check with a small case: is |w| ≤ tol one step earlier already?"),
    ru=("Ответ на единицу больше, чем нужно.", "Проверьте на маленьком примере: не выполнено ли |w| ≤ tol уже шагом раньше?"),
)
def one_too_many(w0, learning_rate, tol):
    w, k, factor = abs(w0), 1, abs(1 - 2 * learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("With η = 0 the answer is a number of steps.", "A weight that does not move never arrives: what is the answer then?"),
    ru=("При η = 0 ответом вышло число шагов.", "Вес, который не движется, никогда не придёт к цели. Какой тогда ответ?"),
)
def zero_rate_overlooked(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w > tol and learning_rate != 0:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("With η = 1 the loop never ends.", "The weight jumps from one side to the other and stays as far away as before. Which answer is due, and when can you know it?"),
    ru=("При η = 1 цикл не заканчивается.", "Вес прыгает с одной стороны на другую и остаётся так же далеко. Какой ответ нужен и когда он уже известен?"),
    never_ends=True,
)
def loops_at_one(w0, learning_rate, tol):
    k = 0
    while abs(w0) > tol:
        w0 = w0 - learning_rate * 2 * w0
        k += 1
    return k


@steps_to_reach.mistake(
    en=("With η = ½ the function stops with a ValueError.", "There the factor of a step is 0. Which function has no value at 0, and how many steps does it take?"),
    ru=("При η = ½ функция останавливается с ValueError.", "Множитель шага там равен 0. Какая функция не определена в нуле и сколько шагов нужно?"),
)
def logarithm_of_zero(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    factor = abs(1 - 2 * learning_rate)
    if factor >= 1:
        return math.inf
    return math.ceil(math.log(tol / abs(w0)) / math.log(factor) - 1e-9)


@steps_to_reach.mistake(
    en=("Where the logarithms should give a whole number, rounding makes it a little larger, and one step too many is counted.", "Is |w| ≤ tol one step earlier already? Look at the neighbour k − 1."),
    ru=("Там, где из логарифмов должно выйти целое число, из-за округления оно чуть больше, и получается лишний шаг.", "Не выполнено ли |w| ≤ tol уже шагом раньше? Проверьте соседа, k − 1."),
)
def neighbours_not_looked_at(w0, learning_rate, tol):
    factor = abs(1 - 2 * learning_rate)
    if abs(w0) <= tol:
        return 0
    if factor >= 1:
        return math.inf
    return 1 if factor == 0 else math.ceil(math.log(tol / abs(w0)) / math.log(factor))


@steps_to_reach.mistake(
    en=("A walk of very many steps is answered with never, though it arrives.", "A small η needs many steps. What decides whether the weight arrives at all?"),
    ru=("Если шагов очень много, ответ — «никогда», хотя спуск доходит.", "При малой η шагов нужно много. От чего зависит, дойдёт ли вес вообще?"),
)
def gives_up_too_early(w0, learning_rate, tol):
    for k in range(1000):
        if abs(w0) <= tol:
            return k
        w0 = w0 - learning_rate * 2 * w0
    return math.inf


@steps_to_reach.mistake(
    en=("Only η > 1 is answered with never: at η = 0 and at η = 1 the loop does not end.", "Which factors do not shrink |w|? Ask about the start first, then about the factor, then let the loop run."),
    ru=("Ответ «никогда» есть только для η > 1: при η = 0 и η = 1 цикл не заканчивается.", "Какие множители не уменьшают |w|? Сначала проверьте начальную точку, потом множитель и только потом пускайте цикл."),
    never_ends=True,
)
def only_above_one(w0, learning_rate, tol):
    if learning_rate > 1:
        return math.inf
    w, k = w0, 0
    while abs(w) > tol:
        w, k = w - learning_rate * 2 * w, k + 1
    return k


@steps_to_reach.mistake(
    en=("Only η > 1 is answered with never: at η = 0 and at η = 1 the loop does not end.", "Which factors do not shrink |w|? Ask about them before the loop turns once more."),
    ru=("Ответ «никогда» есть только для η > 1: при η = 0 и η = 1 цикл не заканчивается.", "Какие множители не уменьшают |w|? Проверьте их до следующего витка цикла."),
    never_ends=True, looks_like=("only_above_one",),
)
def only_running_away(w0, learning_rate, tol):
    w, k = w0, 0
    while abs(w) > tol:
        if learning_rate > 1:
            return math.inf
        w, k = w - learning_rate * 2 * w, k + 1
    return k


@steps_to_reach.mistake(
    en=("Where the walk does not come closer, the answer is inf even if the start is near enough.", "How many steps does a start need that is already there? Which of your two questions has to come first?"),
    ru=("Если путь не приближается к минимуму, ответ inf, даже когда начальная точка уже достаточно близка.", "Сколько шагов нужно, если всё уже на месте? Какой из двух вопросов надо задать раньше?"),
    looks_like=("start_overlooked",),
)
def never_even_when_there(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    if factor >= 1:
        return math.inf
    while w > tol:
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("From η = ½ on every walk is answered with never.", "At ½ one step arrives, and for ½ < η < 1 the walk changes sides but comes closer. Which factors do not shrink |w|?"),
    ru=("Начиная с η = ½ для любого спуска ответ «никогда».", "При ½ хватает одного шага, а при ½ < η < 1 вес прыгает через минимум, но приближается к нему. Какие множители не уменьшают |w|?"),
    looks_like=("gives_up_above_half",),
)
def gives_up_from_half(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, 1 - 2 * learning_rate
    while w > tol:
        if factor >= 1 or factor <= 0:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The square of the weight is compared with tol.", "The task asks for |w_k| ≤ tol. How do you make the size of a number of its square?"),
    ru=("С tol сравнивается квадрат веса.", "В задании |w_k| ≤ tol. Как из квадрата числа получить его величину?"),
)
def square_for_size(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w * w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The slope 2w is compared with tol.", "Here the distance from the minimum decides, and the minimum is at 0. How far from it is w?"),
    ru=("С tol сравнивается наклон 2w.", "Здесь важно расстояние до минимума, а минимум в нуле. На каком расстоянии от него w?"),
)
def slope_for_weight(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while 2 * w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("Where no step ever gets there, the answer is −1.", "A number of steps can be added and compared: −1 would be the fewest of all. Which word does the task have for never?"),
    ru=("Если цель недостижима, ответ −1.", "Числа шагов складывают и сравнивают, и −1 окажется меньше всех. Как в задании названо «никогда»?"),
)
def minus_one_for_never(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w > tol:
        if factor >= 1:
            return -1
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The number of steps is that of the factor 1 − η: the 2 of the derivative is missing.", "L′(w) = 2w. By what does one step multiply w?"),
    ru=("Число шагов такое, будто множитель равен 1 − η: нет двойки из производной.", "L′(w) = 2w. На что один шаг умножает w?"),
    looks_like=("factor_without_derivative",),
)
def factor_without_derivative_in_the_loop(w0, learning_rate, tol):
    w, k = abs(w0), 0
    while w > tol:
        if not 0 < learning_rate < 1:
            return math.inf
        w, k = w * (1 - learning_rate), k + 1
    return k


@steps_to_reach.alternative
def by_walking_down(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if not 0 < learning_rate < 1:
        return float("inf")
    path = [w0]
    while abs(path[-1]) > tol:
        path.append(path[-1] * (1 - 2 * learning_rate))
    return len(path) - 1


@steps_to_reach.alternative
def by_logarithm(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    if abs(w0) <= tol:
        return 0
    if q == 0 or q >= 1:
        return math.inf if q else 1
    margin = 1e-9
    return math.ceil(math.log(tol / abs(w0)) / math.log(q) - margin)


steps_to_reach.equal(steps_to_reach, "abs(1 - 2 * learning_rate)", "a size has no sign")
steps_to_reach.equal(steps_to_reach, "size = abs(w0)", "a size has no sign, and neither line needs the other")
steps_to_reach.equal(steps_to_reach, "size = closer", "neither line needs the other")
steps_to_reach.equal(by_walking_down, "abs(w0) <= tol", "where the rate lets it arrive, the loop counts no step from a start at the tolerance")
steps_to_reach.equal(by_logarithm, "margin = 1e-9", "any small margin is as good: nothing is asked close to a border that is not exact")
steps_to_reach.equal(steps_to_reach, "k += 1", "nothing that could be written there is looked at again")
steps_to_reach.equal(by_walking_down, "path[-1] * (1 - 2 * learning_rate)", "only sizes are compared, and they have no sign")
steps_to_reach.equal(by_walking_down, "path = [w0]", "neither line needs the other")
steps_to_reach.equal(by_logarithm, "q = abs(", "a size has no sign, and the next line does not need it")
steps_to_reach.equal(by_logarithm, "q == 0", "no size is negative")
steps_to_reach.equal(by_logarithm, "- margin", "the margin matters where the logarithm is rounded up only")


@steps_to_reach.mistake(
    en=("Where the start is near enough already, the number of steps can come out negative.", "Such a start needs 0 steps. What is the logarithm of tol / |w0| if tol is larger than |w0|?"),
    ru=("Если начальная точка уже достаточно близко, число шагов может получиться отрицательным.", "Такой точке нужно 0 шагов. Чему равен логарифм tol / |w0|, если tol больше |w0|?"),
)
def negative_when_there(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    if w0 == 0 or q == 0 or q >= 1:
        return 0 if abs(w0) <= tol else 1 if q == 0 else math.inf
    k = math.ceil(math.log(tol / abs(w0)) / math.log(q))
    while q**k * abs(w0) > tol:
        k += 1
    while q ** (k - 1) * abs(w0) <= tol:
        k -= 1
    return k
