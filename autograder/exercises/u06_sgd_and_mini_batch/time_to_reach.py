"""Time until a path of mini-batch descent has a loss of at most the target."""

import math
import statistics

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import X_SHOWN, Y_SHOWN, random_data
from autograder.judging.parts import gives, shuffled


@exercise(points=2)
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf


_PATH = np.array([[0.0, 0.0], [0.5, 0.5], [1.0, 0.0], [0.8, 0.4], [0.0, 0.0]])  # losses 3, 0.083, 0.667, 0.067, 3

time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 2, 0.5, 10)
time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 2, 0.22, 10.0)  # the sum of the squares gets there later, the root of their mean never
time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 2, 0.07, 10)  # after more than one update
time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 3, 0.05, 10.0)  # half of the loss would get there
time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 3, 4.0, 10.0)
time_to_reach.example(_PATH, X_SHOWN, Y_SHOWN, 1, 3.0, 0)
time_to_reach.example(_PATH[:4], X_SHOWN, Y_SHOWN, 2, 0.07, 5)  # the path arrives with its last row


def _path(rng, m=7, n=3, updates=8):
    """Return a path whose losses go up and down, its data, and its losses; no two losses are nearly equal.

    The losses are so large that the root of each is below half of the smallest: whoever takes it is there at once. Where
    the path arrives, at the first of the ``_records`` and at the last, it goes up and arrives a second time.
    """
    while True:
        X, y = random_data(rng, m, n)
        path = rng.normal(size=n) + rng.normal(scale=0.7, size=(updates + 1, n))
        losses = np.mean((path @ X.T - y) ** 2, axis=1)
        if np.min(np.diff(np.sort(losses))) < 1e-3 or losses.max() > 30 * losses.min():
            continue
        orders = (rng.permutation(updates + 1) for _ in range(200))
        order = next((each for each in orders if _arrives_twice(losses[each].tolist())), None)
        if order is not None:
            scale = np.sqrt(rng.uniform(4.5, 9.0) * losses.max()) / losses.min()
            X, y, path = scale * X, scale * y, path[order]
            return path, X, y, np.mean((path @ X.T - y) ** 2, axis=1)


def _arrives_twice(losses):
    """Whether losses begin high, come to a new low twice or more often, each time a second time, and end above.

    They are a list, with which this is ten times as fast: thousands of orders are looked at.
    """
    lowest = _records(losses)
    if len(lowest) < 2 or losses[0] < statistics.median(losses) or losses[-1] < min(losses[: lowest[0]]):
        return False
    return all(min(losses[k + 1 :], default=math.inf) < _between(losses, k) for k in (lowest[0], lowest[-1]))


def _between(losses, k):
    """Return a target that the losses reach at update k for the first time; k is one of the ``_records``."""
    return float((losses[k] + min(losses[:k])) / 2)


def _records(losses):
    """Return the updates, the second or a later one, that are the lowest so far."""
    found, lowest = [], min(losses[:2])
    for k in range(2, len(losses)):
        if losses[k] < lowest:
            found.append(k)
            lowest = losses[k]
    return found


@time_to_reach.probe("simple")
def _(answer, rng):
    seen = []
    for overhead in rng.uniform((2.0, 20.0), (9.0, 70.0)):
        path, X, y, losses = _path(rng)
        seen.append(answer(path, X, y, int(rng.integers(2, 6)), _between(losses, _records(losses)[0]), float(overhead)))
    return seen


@time_to_reach.probe("general")
def _(answer, rng):
    """The lowest point of a path that goes up again."""
    seen = []
    for m, n in rng.permutation([[5, 2], [9, 4], [12, 1]]):
        path, X, y, losses = _path(rng, m, n)
        seen.append(answer(path, X, y, int(rng.integers(2, 6)), _between(losses, _records(losses)[-1]), float(rng.uniform(5.0, 60.0))))
    return seen


@time_to_reach.probe("edge", credit=0.5)
def _(answer, rng):
    """The start is good enough already, or only the last row, or the target is met exactly, or an update has no overhead."""
    path, X, y, losses = _path(rng)
    at_once = path, X, y, int(rng.integers(2, 6)), float(max(losses.max() * rng.uniform(1.1, 2.0), 1.1 * len(y) * losses.min())), float(rng.uniform(5.0, 9.0))
    free = path, X, y, int(rng.integers(2, 6)), _between(losses, _records(losses)[-1]), 0
    path, X, y, losses = _path(rng)
    first = _records(losses)[0]
    at_last = path[: first + 1], X, y, int(rng.integers(2, 6)), _between(losses, first), float(rng.uniform(5.0, 60.0))
    down = np.cumsum(rng.integers(1, 4, size=5))[::-1, None].astype(float)  # whole numbers: the losses are exact
    met = int(rng.integers(2, 5))
    exact = down, np.array([[2.0], [2.0]]), np.zeros(2), int(rng.integers(2, 6)), float(4 * down[met, 0] ** 2), 3
    return [answer(*case) for case in shuffled(rng, [at_once, free, at_last, exact])]


@time_to_reach.probe("edge", credit=0.5)
def _(answer, rng):
    """Paths that never get there; of the others it only counts that they do."""
    never, arrives = [], []
    for case in range(4):
        path, X, y, losses = _path(rng)
        rest = X, y, int(rng.integers(2, 6))
        if case < 2:
            never.append((path, *rest, float(losses.min() * rng.uniform(0.5, 0.9)), float(rng.uniform(5.0, 60.0))))
        else:
            arrives.append((path, *rest, _between(losses, _records(losses)[-1]), float(rng.uniform(5.0, 60.0))))
    order = shuffled(rng, [(True, case) for case in never] + [(False, case) for case in arrives])
    return [answer(*case) if lost else gives(answer, case, math.inf) for lost, case in order]


@time_to_reach.mistake(
    en=("The first row of the path is counted as an update.", "Row 0 is the start and has cost nothing. How many updates lie behind row k?"),
    ru=("Первая строка пути посчитана как обновление.", "Строка 0 — начальная точка, она ничего не стоила. Сколько обновлений сделано к строке k?"),
)
def start_counted(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return (k + 1) * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("The overhead is not in the time.", "This counts gradients of single objects only. Every update has a fixed price too."),
    ru=("Во времени нет накладных расходов.", "Посчитаны только градиенты отдельных объектов. У каждого обновления есть и постоянная цена."),
)
def overhead_forgotten(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return k * batch_size
    return math.inf


@time_to_reach.mistake(
    en=("The overhead is paid once, not for every update.", "Each update starts the machine anew. With twice as many updates, what happens to the overhead?"),
    ru=("Накладные расходы оплачены один раз, а не за каждое обновление.", "Каждое обновление запускает вычисление заново. Что станет с расходами, если обновлений вдвое больше?"),
)
def overhead_once(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return overhead + k * batch_size
    return math.inf


@time_to_reach.mistake(
    en=("The overhead is paid once only, however many updates are made.", "Every update starts the machine anew. What do three updates cost?"),
    ru=("Накладные расходы оплачены только один раз, сколько бы ни было обновлений.", "С каждым обновлением вычисление запускается заново. Сколько стоят три обновления?"),
    looks_like=("overhead_once",),
)
def overhead_once_if_at_all(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return overhead + k * batch_size if k else 0
    return math.inf


@time_to_reach.mistake(
    en=("What is compared with the target grows like the errors and not like their squares, as the root of the mean square does.", "The loss of the task is the mean of the squares itself. What does your line do with the errors before the mean, and what after it?"),
    ru=("То, что сравнивается с целью, растёт как сами ошибки, а не как их квадраты: таков корень из среднего квадрата.", "По заданию потери — само среднее квадратов. Что ваша строка делает с ошибками до усреднения и что после?"),
)
def rooted_loss(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.sqrt(np.mean((X @ w - y) ** 2)) <= target:
            return k * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("The number of updates comes back, not their time.", "An update with a large batch is dearer than one with a single object. What does one of them cost?"),
    ru=("Возвращено число обновлений, а не их время.", "Обновление с большим батчем дороже, чем с одним объектом. Сколько стоит одно?"),
)
def updates_returned(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return k
    return math.inf


@time_to_reach.mistake(
    en=("The last row decides, not the first one that is good enough.", "A noisy path may go below the target and come up again. When was it there for the first time?"),
    ru=("Решает последняя строка, а не первая подходящая.", "Шумный путь может опуститься ниже цели и снова подняться. Когда он оказался там впервые?"),
)
def last_row_decides(path, X, y, batch_size, target, overhead):
    if np.mean((X @ path[-1] - y) ** 2) > target:
        return math.inf
    k = len(path) - 1
    while k > 0 and np.mean((X @ path[k - 1] - y) ** 2) <= target:
        k -= 1
    return k * (overhead + batch_size)


@time_to_reach.mistake(
    en=("For a path that never gets there, the time of its end is returned.", "Never arriving is an answer of its own: math.inf."),
    ru=("Для пути, который не доходит до цели, возвращено время его конца.", "«Никогда» — отдельный ответ: math.inf."),
)
def end_for_never(path, X, y, batch_size, target, overhead):
    k = 0
    while k < len(path) - 1 and np.mean((X @ path[k] - y) ** 2) > target:
        k += 1
    return k * (overhead + batch_size)


@time_to_reach.mistake(
    en=("The errors are added up, not averaged.", "The loss is a mean over the objects: with every object twice it must stay the same."),
    ru=("Ошибки сложены, но не усреднены.", "Потери — среднее по объектам: если взять каждый объект дважды, они не изменятся."),
)
def summed_loss(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.sum((X @ w - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("A loss equal to the target does not count.", "The task asks for a loss of at most `target`: what about equality?"),
    ru=("Потери, равные цели, не засчитаны.", "В задании потери не больше `target`. А как быть с равенством?"),
)
def equality_forgotten(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) < target:
            return k * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("The time of a later point of the path comes back, not of the first that is low enough.", "The loss may rise again and fall again. Do you look for the lowest, for the last or for the first that is low enough?"),
    ru=("Возвращено время не первой достаточно низкой точки пути, а более поздней.", "Потери могут снова вырасти и снова упасть. Какие вы ищете: наименьшие, последние или первые достаточно малые?"),
)
def time_of_the_lowest(path, X, y, batch_size, target, overhead):
    losses = [np.mean((X @ w - y) ** 2) for w in path]
    k = int(np.argmin(losses))
    return k * (overhead + batch_size) if losses[k] <= target else math.inf


@time_to_reach.mistake(
    en=("The time grows with the product of overhead and batch size.", "An update costs the overhead and, besides, one unit for each object."),
    ru=("Время растёт как произведение накладных расходов и размера батча.", "Обновление стоит накладных расходов и сверх того единицу за каждый объект."),
)
def multiplied(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return k * overhead * batch_size
    return math.inf


@time_to_reach.mistake(
    en=("The answer is inf, whatever the path.", "Print the losses along the path of the example. Which of them is the first that is at most the target?"),
    ru=("Ответ всегда inf, каким бы ни был путь.", "Напечатайте потери вдоль пути из примера. Где они впервые не больше цели?"),
)
def never_there(path, X, y, batch_size, target, overhead):
    return math.inf


@time_to_reach.mistake(
    en=("The start is not looked at: a path that begins low enough is given the time of a later row.", "Which row of the path is the start, and what has it cost?"),
    ru=("Начальная точка не проверяется: если путь начинается достаточно низко, возвращается время более поздней строки.", "Какая строка пути начальная и чего она стоила?"),
)
def start_not_looked_at(path, X, y, batch_size, target, overhead):
    for k in range(1, len(path)):
        if np.mean((X @ path[k] - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("The last row is not looked at: a path that is low enough only there is said never to arrive.", "A path of five rows has four updates. Which row lies behind the fourth, and does your loop reach it?"),
    ru=("Последняя строка не проверяется: если путь доходит до цели только в ней, получается «никогда».", "В пути из пяти строк четыре обновления. Какая строка получена после четвёртого и доходит ли до неё ваш цикл?"),
)
def last_row_not_looked_at(path, X, y, batch_size, target, overhead):
    for k in range(len(path) - 1):
        if np.mean((X @ path[k] - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf


@time_to_reach.mistake(
    en=("Where no row gets there, the answer is 0.", "What does your code say when it has found no row? np.argmax names place 0 when all values are equal. Ask first whether there is such a row at all."),
    ru=("Если ни одна строка не достигает цели, ответ 0.", "Что говорит ваш код, если ничего не найдено? Когда все значения равны, np.argmax называет место 0. Сначала проверьте, есть ли такая строка вообще."),
)
def never_is_zero(path, X, y, batch_size, target, overhead):
    losses = np.mean((path @ X.T - y) ** 2, axis=1)
    return int(np.argmax(losses <= target)) * (overhead + batch_size)


@time_to_reach.alternative
def all_losses_at_once(path, X, y, batch_size, target, overhead):
    losses = np.mean((path @ X.T - y) ** 2, axis=1)
    there = np.flatnonzero(losses <= target)
    return there[0] * (overhead + batch_size) if there.size else np.inf


@time_to_reach.alternative
def adding_up(path, X, y, batch_size, target, overhead):
    spent = 0.0
    for w in path:
        loss = sum((X[i] @ w - y[i]) ** 2 for i in range(len(y))) / len(y)
        if loss <= target:
            return spent
        spent += overhead + batch_size
    return float("inf")


time_to_reach.equal(time_to_reach, "X @ w - y", "a square has no sign, and a vector no axis or .T but one")
time_to_reach.equal(all_losses_at_once, "path @ X.T - y", "a square has no sign, and the last axis of two is number 1")
time_to_reach.equal(adding_up, "X[i] @ w - y[i]", "a square has no sign, a vector no .T, rows may be counted from the end, and X has one for each answer")
