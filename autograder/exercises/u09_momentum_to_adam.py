"""Unit 09: momentum, AdaGrad, RMSprop, Adam (lectures 2 and 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.
# Gradients stay well away from 0 (or are exactly 0), so that ε inside and outside the root cannot be told apart.

import math

import numpy as np

from autograder.exercise import Unit
from course.landscapes import LANDSCAPES
from course.public import u09_momentum_to_adam as public

unit = Unit("09-momentum-to-adam")


def _grads(rng, steps, n):
    """Return gradients of shape (steps, n) with sizes from 0.5 to 2.5 and signs of both kinds."""
    signs = rng.choice([-1.0, 1.0], size=(steps, n))
    return signs * rng.uniform(0.5, 2.5, size=(steps, n))


# -------------------------------------------------------------------------------------- effective_step


@unit.exercise(points=1)
def effective_step(learning_rate, alpha):
    return learning_rate / (1 - alpha)


effective_step.example(0.1, 0.9)
effective_step.example(0.03, 0.5)


@effective_step.probe("general")
def _(answer, rng):
    alphas = rng.uniform((0.2, 0.55, 0.7, 0.93), (0.4, 0.65, 0.8, 0.97))
    return [answer(float(rng.uniform(0.01, 0.5)), float(alpha)) for alpha in alphas]


@effective_step.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(float(rng.uniform(0.1, 0.5)), 0.0), answer(float(rng.uniform(0.1, 0.5)), float(rng.uniform(0.975, 0.985)))]


@effective_step.mistake(
    en=("The old steps are not counted.", "With α = 0.9 nine tenths of the last step are still there: can the new step then be just η?"),
    ru=("Прежние шаги не учтены.", "При α = 0.9 от прошлого шага остаются девять десятых: может ли тогда шаг равняться просто η?"),
)
def rate_alone(learning_rate, alpha):
    return learning_rate


@effective_step.mistake(
    en=("Your step becomes shorter when α grows.", "More inertia means more of the old steps. What number does the sum 1 + α + α² + … have?"),
    ru=("Ваш шаг укорачивается с ростом α.", "Больше инерции — больше прежних шагов. Чему равна сумма 1 + α + α² + …?"),
)
def as_an_average(learning_rate, alpha):
    return learning_rate * (1 - alpha)


@effective_step.mistake(
    en=("Only the last two gradients are counted.", "The step before the last one still lives too, with weight α². Where does the series end?"),
    ru=("Учтены только два последних градиента.", "Позапрошлый шаг тоже ещё жив, с весом α². Где кончается этот ряд?"),
)
def two_terms(learning_rate, alpha):
    return learning_rate * (1 + alpha)


@effective_step.mistake(
    en=("The rate is divided by α itself.", "For α = 0, no inertia, plain descent with the step η must come out. Does it?"),
    ru=("Скорость поделена на само α.", "При α = 0, без инерции, должен получиться обычный спуск с шагом η. Получается?"),
)
def divided_by_alpha(learning_rate, alpha):
    return learning_rate / alpha


@effective_step.mistake(
    en=("The sum is right, but the learning rate is not in it.", "Double η: the step must become twice as long."),
    ru=("Сумма верна, но в ней нет скорости обучения.", "Удвойте η: шаг должен стать вдвое длиннее."),
)
def factor_only(learning_rate, alpha):
    return 1 / (1 - alpha)


@effective_step.mistake(
    en=("The geometric sum starts one term too late.", "The newest gradient has the weight 1, not α. Try α = 0."),
    ru=("Геометрическая сумма начата на член позже.", "Вес самого свежего градиента 1, а не α. Попробуйте α = 0."),
)
def newest_forgotten(learning_rate, alpha):
    return learning_rate * alpha / (1 - alpha)


@effective_step.mistake(
    en=("The sign in the denominator is turned round.", "The limit h fulfils h = αh + η. On which side does αh end up when you solve for h?"),
    ru=("В знаменателе не тот знак.", "Для предельного h верно h = αh + η. С каким знаком αh окажется слева, когда вы выразите h?"),
)
def plus_below(learning_rate, alpha):
    return learning_rate / (1 + alpha)


@effective_step.alternative
def by_walking(learning_rate, alpha):
    h = 0.0
    for _ in range(5000):
        h = alpha * h + learning_rate
    return h


@effective_step.alternative
def by_series(learning_rate, alpha):
    return learning_rate * sum(alpha**j for j in range(3000))


# -------------------------------------------------------------------------------------------- momentum


@unit.exercise(points=2, rtol=1e-5, atol=1e-6)
def momentum(w0, grads, learning_rate, alpha):
    w, h, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


_W0, _GRADS = np.array([5.0, 1.0]), np.array([[10.0, 1.0], [8.0, -1.0], [4.0, 1.0]])

momentum.example(_W0, _GRADS, 0.1, 0.5)
momentum.example(np.array([1.0]), [[2.0], [2.0]], 0.1, 0.9)


@momentum.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.11, 0.8), (4, 3, 0.3, 0.45), (9, 1, 0.07, 0.93))
    return [answer(rng.normal(size=n), _grads(rng, steps, n), rate, alpha) for steps, n, rate, alpha in cases]


@momentum.probe("edge", credit=0.5)
def _(answer, rng):
    return [
        answer(rng.normal(size=2), _grads(rng, 3, 2).tolist(), 0.2, 0.7),  # a list of gradients
        answer(rng.normal(size=3), _grads(rng, 1, 3), 0.2, 0.9),  # one step
    ]


@momentum.mistake(
    en=("The inertia is an average here; the lecture's formula is a sum.", "Which number stands before the new gradient in the formula? There is no 1 − α in it."),
    ru=("У вас инерция — среднее, а в формуле лекции это сумма.", "Какое число стоит в формуле перед новым градиентом? Множителя 1 − α там нет."),
)
def averaged(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + (1 - alpha) * learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The walk forgets its last step: this is plain gradient descent.", "A part of the old h belongs into the new h. Is h set anew in every round?"),
    ru=("Шаги не помнят прошлого: это обычный градиентный спуск.", "В новое h входит часть старого. Не создаётся ли h заново на каждом шаге?"),
)
def no_memory(w0, grads, learning_rate, alpha):
    return w0 - learning_rate * np.cumsum(grads, axis=0)


@momentum.mistake(
    en=("The walk goes uphill.", "h is made of gradients, and gradients point up. What does the formula do with h?"),
    ru=("Путь ведёт в гору.", "h складывается из градиентов, а они смотрят вверх. Что формула делает с h?"),
)
def uphill(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w + h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The learning rate is used twice.", "η is already inside h. Does it stand a second time in the step?"),
    ru=("Скорость обучения использована дважды.", "η уже стоит внутри h. Не стоит ли она ещё раз в шаге?"),
)
def rate_twice(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - learning_rate * h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The weights move before h has seen the new gradient.", "The first step must not have length 0. In what order do the two lines of the formula come?"),
    ru=("Веса сдвигаются раньше, чем h увидело новый градиент.", "Первый шаг не может быть нулевым. В каком порядке идут две строки формулы?"),
)
def one_step_late(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        w = w - h
        h = alpha * h + learning_rate * np.asarray(g)
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The start stands among the answers.", "Only the weights AFTER each step are asked for: as many rows as gradients."),
    ru=("Среди ответов стоит начало.", "Нужны только веса ПОСЛЕ каждого шага: строк столько же, сколько градиентов."),
)
def start_included(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, [w0]
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("Only the last weights come back.", "Keep the weights of every step: one row for each gradient."),
    ru=("Возвращены только последние веса.", "Сохраняйте веса после каждого шага: по строке на градиент."),
)
def last_only(w0, grads, learning_rate, alpha):
    w, h = w0, 0.0
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
    return w


@momentum.mistake(
    en=("Every row is the same: the list holds one array many times.", "A step in place changes the array that you have already put into the list. Make a new one at each step."),
    ru=("Все строки одинаковы: в списке много раз лежит один и тот же массив.", "Шаг «на месте» меняет и тот массив, который уже положен в список. На каждом шаге нужен новый."),
)
def same_array(w0, grads, learning_rate, alpha):
    w, h, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w -= h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("α multiplies the gradient too.", "α says how much of the OLD step survives. The new gradient has only η before it."),
    ru=("На α умножен и градиент.", "α говорит, какая часть ПРЕЖНЕГО шага остаётся. Перед новым градиентом стоит только η."),
)
def alpha_everywhere(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * (h + learning_rate * np.asarray(g))
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The newest gradient is counted one time too many: with η, and again inside αh.", "In the one-line formula h has the index k − 1. Is your h still the old one when the weights move?"),
    ru=("Самый свежий градиент учтён лишний раз: с множителем η и ещё раз внутри αh.", "В формуле одной строкой у h индекс k − 1. Прежнее ли у вас h в тот момент, когда сдвигаются веса?"),
)
def newest_twice(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        g = np.asarray(g)
        h = alpha * h + learning_rate * g
        w = w - learning_rate * g - alpha * h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("Your code needs arrays, but the gradients may also come as plain lists.", "A list cannot be multiplied by a number like η. Where could the rows of grads become arrays?"),
    ru=("Вашему коду нужны массивы, а градиенты могут прийти и простыми списками.", "Список не умножить на число вроде η. Где строки grads могли бы стать массивами?"),
)
def rows_left_as_lists(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * g
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.alternative
def by_differences(w0, grads, learning_rate, alpha):
    before, now, path = list(w0), list(w0), []
    for g in grads:
        after = [b + alpha * (b - a) - learning_rate * s for a, b, s in zip(before, now, g, strict=True)]
        path.append(after)
        before, now = now, after
    return path


@momentum.alternative
def rate_outside(w0, grads, learning_rate, alpha):
    w, v = np.asarray(w0, dtype=float), np.zeros(len(w0))
    out = np.empty(np.shape(grads))
    for k, g in enumerate(grads):
        v = alpha * v + g
        w = w - learning_rate * v
        out[k] = w
    return out


@momentum.alternative
def by_powers(w0, grads, learning_rate, alpha):
    k = np.arange(len(grads))
    age = k[:, None] - k[None, :]
    weights = np.where(age >= 0, alpha ** np.maximum(age, 0), 0.0)
    return w0 - learning_rate * np.cumsum(weights @ np.asarray(grads), axis=0)


# --------------------------------------------------------------------------------------------- adagrad


@unit.exercise(points=2, rtol=1e-5, atol=1e-6)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


adagrad.example(np.array([5.0, 1.0]), np.array([[3.0, -0.3], [4.0, -0.4]]), 0.1)
adagrad.example(np.array([0.5]), [[2.0], [-2.0], [1.0]], 0.5)


@adagrad.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2), (4, 3, 0.5), (8, 1, 0.35))
    return [answer(rng.normal(size=n), _grads(rng, steps, n), rate) for steps, n, rate in cases]


@adagrad.probe("edge", credit=0.5)
def _(answer, rng):
    grads = _grads(rng, 5, 2)
    grads[:2, 1] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.3), answer(rng.normal(size=3), _grads(rng, 3, 3).tolist(), 0.4)]


@adagrad.mistake(
    en=("Your G collects the squares of the updates, as the slide's heading says. The heading is wrong, its formulas are right.", "Look at what is squared in the formula for G: is η in it?"),
    ru=("Ваше G копит квадраты обновлений, как сказано в заголовке слайда. Заголовок неверен, верны формулы под ним.", "Посмотрите, что возводится в квадрат в формуле для G: есть ли там η?"),
)
def squares_of_updates(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + (learning_rate * g) ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The square root is missing.", "G is made of squares. For a step that does not depend on the units of the gradient you have to undo the square."),
    ru=("Пропущен корень.", "G складывается из квадратов. Чтобы шаг не зависел от единиц градиента, квадрат надо снять."),
)
def no_root(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("G remembers only the last gradient.", "G is a sum over all steps so far. Is the old G part of the new one?"),
    ru=("G помнит только последний градиент.", "G — сумма по всем шагам. Входит ли старое G в новое?"),
)
def not_accumulated(w0, grads, learning_rate, eps=1e-8):
    w, rows = w0, []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(g**2 + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("All weights share one G.", "The formula has an index j: each weight keeps a G of its own."),
    ru=("У всех весов одно общее G.", "В формуле есть индекс j: у каждого веса своё G."),
)
def shared_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + np.sum(g**2)
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The step uses G from before the new gradient.", "The first step would then be divided by almost 0. Update G first."),
    ru=("В шаге стоит G без нового градиента.", "Тогда первый шаг делится почти на 0. Сначала обновите G."),
)
def old_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, np.zeros(len(w0)), []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = G + g**2
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("G is averaged over the steps.", "AdaGrad adds up and never divides by the number of steps: that is why its steps become shorter."),
    ru=("G усредняется по шагам.", "AdaGrad складывает и никогда не делит на число шагов: потому его шаги и укорачиваются."),
)
def mean_account(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for k, g in enumerate(np.asarray(grads)):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G / (k + 1) + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The sizes of the gradients are added up, not their squares.", "Gradients 3 and 4 must give the root of 25, which is 5. What do yours give?"),
    ru=("Складываются модули градиентов, а не квадраты.", "Градиенты 3 и 4 должны дать корень из 25, то есть 5. А что у вас?"),
)
def absolute_values(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + np.abs(g)
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Without ε a gradient of 0 gives 0/0.", "A weight that has seen only zeros must stay where it is. What is ε there for?"),
    ru=("Без ε нулевой градиент даёт 0/0.", "Вес, который видел одни нули, должен стоять на месте. Для чего в формуле ε?"),
)
def no_guard(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The step goes along the gradient.", "Dividing by a root keeps the sign of the gradient. Downhill is the other way."),
    ru=("Шаг идёт по градиенту.", "Деление на корень знака не меняет. Вниз — в другую сторону."),
)
def uphill_adagrad(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w + learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The starting weights are in your answer too.", "One row for each gradient: begin with the weights after the first step."),
    ru=("В ответ попали и начальные веса.", "По строке на каждый градиент: начинайте с весов после первого шага."),
)
def start_in_front(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, [w0]
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Your code needs arrays, but the gradients may also come as plain lists.", "A list has no square. Where could the rows of grads become arrays?"),
    ru=("Вашему коду нужны массивы, а градиенты могут прийти и простыми списками.", "У списка нет квадрата. Где строки grads могли бы стать массивами?"),
)
def lists_squared(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in grads:
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("All the rows are equal, because the list holds one and the same array.", "A step in place changes the array that is already in the list. What does each row need to be instead?"),
    ru=("Все строки равны: в списке один и тот же массив.", "Шаг «на месте» меняет и массив, который уже лежит в списке. Чем должна быть каждая строка вместо этого?"),
)
def one_array(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.alternative
def guard_outside(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0), np.zeros(len(w0)), []
    for g in grads:
        g = np.asarray(g)
        G += g * g
        w = w - learning_rate / (np.sqrt(G) + eps) * g
        rows.append(w.copy())
    return rows


@adagrad.alternative
def all_at_once(w0, grads, learning_rate, eps=1e-8):
    grads = np.asarray(grads)
    return w0 - np.cumsum(learning_rate * grads / np.sqrt(np.cumsum(grads**2, axis=0) + eps), axis=0)


@adagrad.alternative
def weight_by_weight(w0, grads, learning_rate, eps=1e-8):
    columns = []
    for j in range(len(w0)):
        w, total, column = w0[j], 0.0, []
        for g in grads:
            total += g[j] ** 2
            w -= learning_rate * g[j] / math.sqrt(total + eps)
            column.append(w)
        columns.append(column)
    return np.array(columns).T


# --------------------------------------------------------------------------------------- adagrad_reach


@unit.exercise(points=1)
def adagrad_reach(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(1, n_steps + 1))


adagrad_reach.example(0.1, 4)
adagrad_reach.example(2.0, 1)


@adagrad_reach.probe("general")
def _(answer, rng):
    return [answer(float(rng.uniform(0.05, 0.9)), int(n)) for n in (2, *rng.integers((5, 40, 400), (12, 90, 600)))]


@adagrad_reach.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(float(rng.uniform(0.2, 0.9)), n) for n in (0, int(rng.integers(3, 9)))]


@adagrad_reach.mistake(
    en=("All steps count as equally long.", "G grows at every step, so each step is shorter than the one before. By what number is step k divided?"),
    ru=("Все шаги считаются одинаковыми.", "G растёт с каждым шагом, и каждый шаг короче предыдущего. На что делится шаг с номером k?"),
)
def equal_steps(learning_rate, n_steps):
    return learning_rate * n_steps


@adagrad_reach.mistake(
    en=("The steps shrink like 1/k, too fast.", "After k equal gradients G is kg², and the step is divided by its root."),
    ru=("Ваши шаги убывают как 1/k, слишком быстро.", "После k одинаковых градиентов G равно kg², а шаг делится на корень из него."),
)
def harmonic(learning_rate, n_steps):
    return learning_rate * sum(1 / k for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("This is the length of the last step alone.", "The distance is made of all the steps. What has to be done with them?"),
    ru=("Это длина одного последнего шага.", "Расстояние складывается из всех шагов. Что с ними надо сделать?"),
)
def last_step(learning_rate, n_steps):
    return learning_rate / math.sqrt(n_steps) if n_steps else 0.0


@adagrad_reach.mistake(
    en=("This is the rule of thumb 2η√n, not the exact distance.", "Add up the steps one by one: for n = 1 the distance is η."),
    ru=("Это прикидка 2η√n, а не точное расстояние.", "Сложите шаги по одному: при n = 1 расстояние равно η."),
)
def rule_of_thumb(learning_rate, n_steps):
    return 2 * learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("Divided once for all, by the root of the number of steps.", "The first step is not short yet: each step is divided by the root of ITS OWN number."),
    ru=("Поделено один раз за всё, на корень из числа шагов.", "Первый шаг ещё не короткий: каждый делится на корень из СВОЕГО номера."),
)
def root_of_n(learning_rate, n_steps):
    return learning_rate * math.sqrt(n_steps)


@adagrad_reach.mistake(
    en=("One step is missing.", "A range ends before its second number. Is the step with number n in your sum?"),
    ru=("Не хватает одного шага.", "range останавливается перед вторым числом. Есть ли в вашей сумме шаг с номером n?"),
)
def one_short(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k) for k in range(1, n_steps))


@adagrad_reach.mistake(
    en=("The first step is left out of the sum.", "The first step has number 1 and the full length η."),
    ru=("В сумму не попал первый шаг.", "Первый шаг имеет номер 1 и полную длину η."),
)
def first_missing(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k + 1) for k in range(1, n_steps + 1))


@adagrad_reach.mistake(
    en=("Your steps are counted from 0, and the first one divides by the root of 0.", "The first step has number 1 and length η. With which number does your count begin?"),
    ru=("Шаги у вас считаются с 0, и первый из них делится на корень из 0.", "У первого шага номер 1 и длина η. С какого числа начинается ваш счёт?"),
)
def numbered_from_zero(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(n_steps))


@adagrad_reach.alternative
def vectorised(learning_rate, n_steps):
    return learning_rate * np.sum(1 / np.sqrt(np.arange(1, n_steps + 1)))


@adagrad_reach.alternative
def by_simulation(learning_rate, n_steps):
    G = distance = 0.0
    for _ in range(n_steps):
        G += 9.0
        distance += learning_rate * 3.0 / G**0.5
    return distance


# --------------------------------------------------------------------------------------------- rmsprop


@unit.exercise(points=2, rtol=1e-5, atol=1e-6)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


rmsprop.example(np.array([5.0, 1.0]), np.array([[3.0, -0.6], [4.0, 0.8]]), 0.1)
rmsprop.example(np.array([0.5]), [[2.0], [2.0], [1.0]], 0.1, 0.75)


@rmsprop.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2, 0.8), (4, 3, 0.05, 0.95), (8, 1, 0.13, 0.6))
    return [answer(rng.normal(size=n), _grads(rng, steps, n), rate, alpha) for steps, n, rate, alpha in cases]


@rmsprop.probe("edge", credit=0.5)
def _(answer, rng):
    grads = _grads(rng, 5, 2)
    grads[:2, 0] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.1), answer(rng.normal(size=3), _grads(rng, 3, 3).tolist(), 0.02, 0.7)]


@rmsprop.mistake(
    en=("G only grows: this is AdaGrad.", "RMSprop forgets. Which part of the old G survives a step?"),
    ru=("G только растёт: это AdaGrad.", "RMSprop забывает. Какая часть старого G переживает шаг?"),
)
def as_adagrad(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("G decays but is no average: the new square has weight 1.", "The weights of the old G and of the new square must add up to 1."),
    ru=("G затухает, но это не среднее: у нового квадрата вес 1.", "Веса старого G и нового квадрата должны в сумме давать 1."),
)
def decaying_sum(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The two weights have changed places.", "α belongs to the past: for α = 0.9 nine tenths of the old G stay."),
    ru=("Два веса поменялись местами.", "α относится к прошлому: при α = 0.9 от старого G остаются девять десятых."),
)
def weights_swapped(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = (1 - alpha) * G + alpha * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("You let the gradients decay, as the slide's sentence says. What decays in the formula are their squares.", "Gradients keep their sign and may cancel; look once more at the formula for G."),
    ru=("У вас затухают градиенты, как сказано в тексте слайда. А в формуле затухают их квадраты.", "У градиентов есть знак, и они могут сократиться; посмотрите ещё раз на формулу для G."),
)
def gradients_decay(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, a, rows = w0, 0.0, []
    for g in np.asarray(grads):
        a = alpha * a + (1 - alpha) * g
        w = w - learning_rate * g / np.sqrt(a**2 + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("G is put right for its start at zero. That is Adam's idea; the lecture's RMSprop has no such correction.", "Divide by the root of G as it is, even when the first steps come out long."),
    ru=("G исправлено на нулевое начало. Это идея Adam; в RMSprop из лекции такой поправки нет.", "Делите на корень из самого G, пусть первые шаги и выходят длинными."),
)
def with_correction(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G / (1 - alpha**t) + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The root is forgotten: the gradient is divided by G itself.", "RMS stands for ROOT mean square."),
    ru=("Забыт корень: градиент делится на само G.", "RMS — это root mean square, КОРЕНЬ из среднего квадрата."),
)
def rootless(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / (G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The argument alpha is not used.", "0.9 is only the default. Where does your code take α from?"),
    ru=("Аргумент alpha не используется.", "0.9 — лишь значение по умолчанию. Откуда ваш код берёт α?"),
)
def fixed_alpha(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = 0.9 * G + 0.1 * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The average starts with the first square instead of 0.", "In the formulas G₀ = 0. After the first gradient G is only (1 − α)g²."),
    ru=("Среднее начинается с первого квадрата, а не с 0.", "В формулах G₀ = 0. После первого градиента G равно лишь (1 − α)g²."),
)
def starts_full(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.asarray(grads)
    w, G, rows = w0, grads[0] ** 2, []
    for g in grads:
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The steps lead up the slope.", "Look at the sign between the weights and the step."),
    ru=("Шаги ведут вверх по склону.", "Посмотрите на знак между весами и шагом."),
)
def uphill_rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w + learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The weights move before G has seen the new gradient.", "Then the first step is divided by almost nothing. Which of the two lines has to come first?"),
    ru=("Веса сдвигаются раньше, чем G увидело новый градиент.", "Тогда первый шаг делится почти на ноль. Какая из двух строк должна идти первой?"),
)
def updated_late(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, np.zeros(len(w0)), []
    for g in np.asarray(grads):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = alpha * G + (1 - alpha) * g**2
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("ε is missing, and a weight that has seen only zeros divides 0 by 0.", "Such a weight must stay where it is. Which small number keeps the divisor away from 0?"),
    ru=("Нет ε, и вес, который видел одни нули, делит 0 на 0.", "Такой вес должен стоять на месте. Какое маленькое число не даёт делителю стать нулём?"),
)
def unguarded(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The gradients may be plain lists, and your code takes each one for an array.", "A list has no square. Where could the rows of grads become arrays?"),
    ru=("Градиенты могут быть простыми списками, а ваш код считает каждый массивом.", "У списка нет квадрата. Где строки grads могли бы стать массивами?"),
)
def lists_unconverted(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in grads:
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.alternative
def eps_outside(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.asarray(grads)
    w, G, rows = w0, np.zeros(grads.shape[1]), np.empty(grads.shape)
    for k, g in enumerate(grads):
        G += (1 - alpha) * (g * g - G)
        w = w - learning_rate * g / (np.sqrt(G) + eps)
        rows[k] = w
    return rows


@rmsprop.alternative
def by_numbers(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, path = list(w0), [0.0] * len(w0), []
    for g in grads:
        for j in range(len(w)):
            G[j] = alpha * G[j] + (1 - alpha) * g[j] ** 2
            w[j] -= learning_rate * g[j] / (G[j] + eps) ** 0.5
        path.append(list(w))
    return path


# ----------------------------------------------------------------------------------------- bias_factor


@unit.exercise(points=1)
def bias_factor(beta, t):
    return 1 - beta**t


bias_factor.example(0.9, 2)
bias_factor.example(0.5, 3)


@bias_factor.probe("general")
def _(answer, rng):
    return [answer(float(rng.uniform(0.3, 0.98)), int(t)) for t in (1, *rng.integers((3, 6, 15), (6, 12, 40)))]


@bias_factor.probe("edge", credit=0.5)
def _(answer, rng):
    betas, ts = rng.uniform((0.9985, 0.9985, 0.6), (0.9995, 0.9995, 0.8)), (1, *rng.integers((800, 4), (1200, 8)))
    return [answer(float(beta), int(t)) for beta, t in zip(betas, ts, strict=True)]


@bias_factor.mistake(
    en=("This is the part that is still missing.", "After many steps the average is almost right, so the factor must tend to 1."),
    ru=("Это та часть, которой ещё не хватает.", "Через много шагов среднее почти верно, поэтому множитель должен стремиться к 1."),
)
def missing_part(beta, t):
    return beta**t


@bias_factor.mistake(
    en=("This is the cure, not the disease: the number to multiply by in order to put the average right.", "The average is too SMALL: the factor lies between 0 and 1."),
    ru=("Это лекарство, а не болезнь: число, на которое надо умножить, чтобы исправить среднее.", "Среднее слишком МАЛО: множитель лежит между 0 и 1."),
)
def the_cure(beta, t):
    return 1 / (1 - beta**t)


@bias_factor.mistake(
    en=("Only the first step is described.", "At the second step the average has already seen two values: where is t in your formula?"),
    ru=("Описан только первый шаг.", "На втором шаге среднее видело уже два значения: где в вашей формуле t?"),
)
def first_step_only(beta, t):
    return 1 - beta


@bias_factor.mistake(
    en=("The power is taken of the wrong number.", "What remains of the zero after t steps? Each step multiplies it by β."),
    ru=("В степень возведено не то число.", "Что остаётся от нуля через t шагов? Каждый шаг умножает его на β."),
)
def power_of_the_new(beta, t):
    return (1 - beta) ** t


@bias_factor.mistake(
    en=("Every step adds the same part here.", "The values already there fade as well. Work out the first three steps by hand."),
    ru=("Здесь каждый шаг добавляет одну и ту же долю.", "Но и то, что уже накоплено, затухает. Посчитайте первые три шага на бумаге."),
)
def straight_line(beta, t):
    return min(1.0, (1 - beta) * t)


@bias_factor.mistake(
    en=("The steps are counted from 0.", "At step t = 1 one value has been seen, and the factor is not 0."),
    ru=("Шаги считаются с нуля.", "На шаге t = 1 одно значение уже учтено, и множитель не равен 0."),
)
def counted_from_zero(beta, t):
    return 1 - beta ** (t - 1)


@bias_factor.mistake(
    en=("β is multiplied by t where a power is due.", "For large t your factor falls below 0. What do t fades in a row do?"),
    ru=("β умножено на t, а нужна степень.", "При больших t ваш множитель уходит ниже нуля. Что делают t затуханий подряд?"),
)
def times_instead_of_power(beta, t):
    return 1 - beta * t


@bias_factor.alternative
def by_averaging_ones(beta, t):
    average = 0.0
    for _ in range(t):
        average = beta * average + (1 - beta) * 1.0
    return average


@bias_factor.alternative
def by_weights(beta, t):
    return float(np.sum((1 - beta) * beta ** np.arange(t)))


# ------------------------------------------------------------------------------------------------ adam


@unit.exercise(points=3, rtol=1e-5, atol=1e-6)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.array(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
        rows.append(w)
    return np.array(rows)


adam.example(np.array([5.0, 1.0]), np.array([[3.0, -0.6], [4.0, 0.8], [-2.0, 0.4]]), 0.1)
adam.example(np.array([0.5]), [[2.0], [-1.0]], 0.5, 0.5, 0.75)


@adam.probe("general")
def _(answer, rng):
    seen = []
    for steps, n, *rates in ((7, 2, 0.2, 0.8, 0.95), (5, 3, 0.4, 0.6, 0.99), (9, 1, 0.15, 0.93, 0.7)):
        grads = _grads(rng, steps, n)
        grads[0, 0] = abs(grads[0, 0])  # a root of it, where it should not be, is still a number
        seen.append(answer(rng.normal(size=n), grads, *rates))
    return seen


@adam.probe("edge", credit=0.5)
def _(answer, rng):
    grads = _grads(rng, 6, 2)
    grads[:2, 1] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.3), answer(rng.normal(size=3), _grads(rng, 4, 3).tolist(), 0.2, 0.7)]


@adam.mistake(
    en=("You followed the slide's captions, and they are swapped: m averages gradients, v averages their squares.", "Trust the formulas of the slide: which of the two has the square?"),
    ru=("Вы поверили подписям слайда, а они переставлены: m усредняет градиенты, v — их квадраты.", "Верьте формулам слайда: в какой из двух стоит квадрат?"),
)
def swapped_captions(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g**2
        v = beta2 * v + (1 - beta2) * g
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(np.abs(v / (1 - beta2**t))) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("A root of negative numbers is taken: v averages the gradients here, as the slide's swapped caption says.", "Which average can never be negative? That one belongs under the root."),
    ru=("Корень берётся из отрицательных чисел: v у вас усредняет градиенты, как в переставленной подписи слайда.", "Какое из двух средних не бывает отрицательным? Ему и место под корнем."),
)
def root_of_gradients(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g**2
        v = beta2 * v + (1 - beta2) * g
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The two decays have changed places.", "β₁ belongs to the gradients, β₂ to their squares, and the squares are remembered longer."),
    ru=("Два коэффициента затухания поменялись местами.", "β₁ относится к градиентам, β₂ — к их квадратам, и квадраты помнят дольше."),
)
def swapped_decays(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta2 * m + (1 - beta2) * g
        v = beta1 * v + (1 - beta1) * g**2
        w = w - learning_rate * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The bias correction is missing.", "Both averages start at 0 and are too small at first. Which two lines of the slide put that right?"),
    ru=("Нет поправки на смещение.", "Оба средних начинаются с 0 и сначала слишком малы. Какие две строки слайда это исправляют?"),
)
def uncorrected(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for g in np.asarray(grads):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Only one of the two averages is corrected.", "m has its hat. v starts at 0 as well, and its β₂ makes it even slower."),
    ru=("Исправлено только одно из двух средних.", "У m есть крышка. Но и v начинается с 0, а с его β₂ оно ещё медленнее."),
)
def half_corrected(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The corrected averages go back into the memory.", "m and v must go on uncorrected to the next step. Give m̂ and v̂ names of their own."),
    ru=("Исправленные средние попадают обратно в память.", "К следующему шагу m и v должны перейти без поправки. Дайте m̂ и v̂ собственные имена."),
)
def corrected_in_memory(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**t)
        v = (beta2 * v + (1 - beta2) * g**2) / (1 - beta2**t)
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The correction is the same at every step.", "The slide divides by 1 − βᵗ: the exponent t is the number of the step."),
    ru=("Поправка одинакова на всех шагах.", "На слайде делят на 1 − βᵗ: показатель t — это номер шага."),
)
def correction_without_power(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for g in np.asarray(grads):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The step number starts at 0, and the correction divides by 0.", "The first step has the number t = 1. Where does your counter start?"),
    ru=("Номер шага начинается с 0, и поправка делит на 0.", "У первого шага номер t = 1. С чего начинается ваш счётчик?"),
)
def counts_from_zero(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads)):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The square root over v̂ is missing.", "v̂ has the units of a squared gradient. The step must have none."),
    ru=("Пропущен корень из v̂.", "v̂ измеряется в квадратах градиента. У шага таких единиц быть не должно."),
)
def without_root(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The step takes the raw gradient; m̂ is not used.", "That is RMSprop with a correction. What does Adam put in the place of the gradient?"),
    ru=("В шаге стоит сам градиент, m̂ не используется.", "Это RMSprop с поправкой. Что Adam ставит на место градиента?"),
)
def raw_gradient(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, v, rows = w0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * g / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The new values enter m and v with weight 1.", "Both are averages: the two weights in each line add up to 1."),
    ru=("Новые значения входят в m и v с весом 1.", "И то и другое — средние: в каждой строке два веса дают в сумме 1."),
)
def sums_instead_of_averages(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + g
        v = beta2 * v + g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The weights walk uphill.", "m̂ points where the loss grows. Which sign does the slide put before the step?"),
    ru=("Веса идут в гору.", "m̂ смотрит туда, где потери растут. Какой знак стоит на слайде перед шагом?"),
)
def uphill_adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w + learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Only v is corrected.", "m starts at 0 as well and is too small at first. What does the slide do to both averages?"),
    ru=("Исправлено только v.", "m тоже начинается с 0 и поначалу занижено. Что на слайде делают с обоими средними?"),
)
def m_uncorrected(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The correction makes the averages smaller still.", "m and v are too SMALL by the factor 1 − βᵗ. Which operation undoes that?"),
    ru=("Поправка делает средние ещё меньше.", "m и v занижены множителем 1 − βᵗ. Каким действием это отменить?"),
)
def corrected_the_wrong_way(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m * (1 - beta1**t) / (np.sqrt(v * (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Both averages are corrected with the same β.", "Each was averaged with its own decay. Which one belongs to v̂?"),
    ru=("Оба средних исправлены с одной и той же β.", "Каждое усреднялось со своим коэффициентом. Какой из них относится к v̂?"),
)
def one_beta_for_both(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta1**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The step number in the correction is one too large.", "At the first step t = 1: there the corrected m is exactly the gradient. Is yours?"),
    ru=("Номер шага в поправке больше на единицу.", "На первом шаге t = 1, и исправленное m там равно самому градиенту. А у вас?"),
)
def one_step_ahead(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The arguments beta1 and beta2 are not used.", "0.9 and 0.999 are only their defaults. Where does your code take the decays from?"),
    ru=("Аргументы beta1 и beta2 не используются.", "0.9 и 0.999 — лишь значения по умолчанию. Откуда ваш код берёт коэффициенты?"),
)
def defaults_only(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    beta1, beta2 = 0.9, 0.999
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("A gradient that comes as a plain list cannot be used in your formulas.", "Neither η nor β can multiply a list. Where could the rows of grads become arrays?"),
    ru=("Градиент, который пришёл простым списком, в ваши формулы не подставить.", "Ни η, ни β не умножить на список. Где строки grads могли бы стать массивами?"),
)
def lists_as_they_are(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(grads, 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.alternative
def root_over_both(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = np.asarray(w0, dtype=float), np.zeros(len(w0)), np.zeros(len(w0))
    p1 = p2 = 1.0
    out = []
    for g in grads:
        g = np.array(g)
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        p1, p2 = p1 * beta1, p2 * beta2
        w = w - learning_rate * (m / (1 - p1)) / np.sqrt(v / (1 - p2) + eps)
        out.append(w)
    return out


@adam.alternative
def correction_in_the_rate(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t in range(1, len(grads) + 1):
        g = np.asarray(grads[t - 1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        rate = learning_rate * math.sqrt(1 - beta2**t) / (1 - beta1**t)
        w = w - rate * m / (np.sqrt(v) + eps)
        rows.append(w)
    return np.stack(rows)


@adam.alternative
def by_weighted_means(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, rows = list(w0), []
    for t in range(1, len(grads) + 1):
        for j in range(len(w)):
            up = sum(beta1 ** (t - i) * grads[i - 1][j] for i in range(1, t + 1)) / sum(beta1**i for i in range(t))
            down = sum(beta2 ** (t - i) * grads[i - 1][j] ** 2 for i in range(1, t + 1)) / sum(beta2**i for i in range(t))
            w[j] = w[j] - learning_rate * up / (down**0.5 + eps)
        rows.append(list(w))
    return rows


# -------------------------------------------------------------------------------------------- minimise


@unit.exercise(points=3, rtol=1e-5, atol=1e-6)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(np.asarray(grad(path[-1])))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)


minimise.example(public.eager, public.bowl_gradient, np.array([5.0, 1.0]), 3)
minimise.example(public.eager, public.ripple_gradient, np.array([2.0]), 2)
minimise.example(public.eager_with, public.bowl_gradient, np.array([5.0, 1.0]), 2, pull=0.5, rate=0.2)


def _bowl(rng, n):
    """Return the gradient of a bowl with a random lowest point."""
    centre, steep = rng.normal(size=n), np.linspace(0.6, 1.7, n)
    return lambda w: steep * (np.asarray(w, dtype=float) - centre)


@minimise.probe("simple")
def _(answer, rng):
    return [
        answer(public.eager, _bowl(rng, 3), 3.0 + rng.uniform(size=3), 5),
        answer(public.eager, LANDSCAPES["rosenbrock"].grad, rng.uniform(0.5, 1.5, size=2), 4),
    ]


@minimise.probe("general")
def _(answer, rng):
    return [
        answer(public.eager_with, _bowl(rng, 2), 2.0 + rng.uniform(size=2), 6, pull=0.8, rate=0.15),
        answer(public.signed_with, _bowl(rng, 3), 4.0 + rng.uniform(size=3), 5, bonus=0.11, step=0.2),
    ]


@minimise.probe("edge", credit=0.5)
def _(answer, rng):
    start, grad = rng.normal(size=2) + 3.0, _bowl(rng, 2)
    return [answer(public.eager, grad, start, n) for n in (0, 1)]


@minimise.mistake(
    en=("The optimiser starts anew at every step and forgets what it has seen.", "An optimiser with a memory needs ALL the gradients so far, and it counts from w0."),
    ru=("На каждом шаге оптимизатор начинает заново и забывает всё, что видел.", "Оптимизатору с памятью нужны ВСЕ градиенты с самого начала, и отсчёт он ведёт от w0."),
)
def forgets(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(optimiser(path[-1], np.array([grad(path[-1])]), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("All the gradients so far are walked again, but from the present point.", "The list of gradients belongs to a walk that began at w0."),
    ru=("Все накопленные градиенты вы проходите заново, но уже из текущей точки.", "Список градиентов — это прогулка, которая началась в w0."),
)
def from_the_present(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(path[-1], np.array(seen), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("The start is not in the path.", "The path has one row more than there are steps, and w0 is the first."),
    ru=("В пути нет начала.", "Строк в пути на одну больше, чем шагов, и первая из них — w0."),
)
def without_start(optimiser, grad, w0, n_steps, **hyper):
    w, seen, path = w0, [], []
    for _ in range(n_steps):
        seen.append(grad(w))
        w = optimiser(w0, np.array(seen), **hyper)[-1]
        path.append(w)
    return np.array(path)


@minimise.mistake(
    en=("The gradient is always taken at the start.", "After every step you stand somewhere else: ask for the gradient there."),
    ru=("Градиент всё время берётся в начальной точке.", "После каждого шага вы стоите в другом месте: спросите градиент там."),
)
def gradient_at_the_start(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(w0))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("The first row of the optimiser's answer is taken, and it is always the first step.", "Which of the rows are the weights after the newest gradient?"),
    ru=("Берётся первая строка ответа оптимизатора, а это всегда первый шаг.", "В какой строке стоят веса после самого свежего градиента?"),
)
def first_row(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen), **hyper)[0])
    return np.array(path)


@minimise.mistake(
    en=("The hyper-parameters do not reach the optimiser.", "What the caller names after n_steps must be handed on by name, with two stars."),
    ru=("Гиперпараметры не доходят до оптимизатора.", "Всё, что при вызове названо после n_steps, надо передать дальше по именам, с двумя звёздочками."),
)
def hyper_forgotten(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen))[-1])
    return np.array(path)


@minimise.mistake(
    en=("The optimiser cannot take what it is given.", "It wants the start, then a list of all gradients so far, even when there is only one, and each hyper-parameter by its own name."),
    ru=("Оптимизатор не принимает того, что ему дали.", "Ему нужна начальная точка, потом список всех накопленных градиентов, даже когда градиент пока один, и каждый гиперпараметр под своим именем."),
)
def single_gradient(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(optimiser(path[-1], np.asarray(grad(path[-1])), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("Only the point of arrival comes back.", "The task asks for the whole path, a row for the start and one for each step."),
    ru=("Возвращена только конечная точка.", "Нужен весь путь: строка для начала и по строке на каждый шаг."),
)
def arrival_only(optimiser, grad, w0, n_steps, **hyper):
    w, seen = np.array(w0, dtype=float), []
    for _ in range(n_steps):
        seen.append(grad(w))
        w = optimiser(w0, np.array(seen), **hyper)[-1]
    return w


@minimise.mistake(
    en=("The hyper-parameters are handed on by place, without their names.", "The caller may write them in any order. How does the optimiser learn which is which?"),
    ru=("Гиперпараметры передаются по местам, без имён.", "При вызове их можно написать в любом порядке. Как оптимизатор узнает, где какой?"),
)
def hyper_by_place(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen), *hyper.values())[-1])
    return np.array(path)


@minimise.alternative
def list_of_arrays(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(np.asarray(grad(path[-1])))
        path.append(optimiser(w0, seen, **hyper)[-1])
    return np.array(path)


@minimise.alternative
def filled_array(optimiser, grad, w0, n_steps, **hyper):
    path, grads = np.empty((n_steps + 1, len(w0))), np.empty((n_steps, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        grads[k] = grad(path[k])
        path[k + 1] = optimiser(w0, grads[: k + 1], **hyper)[k]
    return path


@minimise.alternative
def path_from_the_last_run(optimiser, grad, w0, n_steps, **hyper):
    grads = np.zeros((0, len(w0)))
    path = np.array([w0])
    for _ in range(n_steps):
        grads = np.vstack([grads, grad(path[-1])])
        path = np.vstack([w0, optimiser(w0, grads, **hyper)])
    return path.tolist()
