"""Weights after each step of momentum."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads, whole_grads, whole_start


@exercise(points=2, rtol=1e-5, atol=1e-6)
def momentum(w0, grads, learning_rate, alpha):
    w, h, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


_W0, _GRADS = np.array([5.0, 1.0]), np.array([[10.0, 1.0], [8.0, -1.0], [4.0, 1.0]])

momentum.example(_W0, _GRADS, 0.1, 0.75)
momentum.example(_W0, _GRADS, 0.1, 0.5)
momentum.example(np.array([1.0]), [[2.0], [2.0]], 0.1, 0.9)
momentum.example(np.array([3, 1]), np.array([[2, -1], [2, 3]]), 0.1, 0.5)


@momentum.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.11, 0.8), (4, 3, 0.3, 0.45), (9, 1, 0.07, 0.93))
    return [answer(rng.normal(size=n), random_grads(rng, steps, n), rate, alpha) for steps, n, rate, alpha in cases]


@momentum.probe("edge", credit=0.5)
def _(answer, rng):
    return [
        answer(rng.normal(size=2), random_grads(rng, 3, 2).tolist(), 0.2, 0.7),  # a list of gradients
        answer(rng.normal(size=3), random_grads(rng, 1, 3), 0.2, 0.9),  # one step
        answer(rng.normal(size=2), random_grads(rng, 3, 2), 0.1, 0.0),  # no inertia
    ]


@momentum.probe("edge", credit=0.25)
def _(answer, rng):
    """Whole numbers: an array of them, then lists."""
    return [
        answer(whole_start(rng, 2), whole_grads(rng, 4, 2), 0.15, 0.6),
        answer(whole_start(rng, 3), whole_grads(rng, 2, 3).tolist(), 0.23, 0.6),
    ]


@momentum.mistake(
    en=("The inertia is an average here; in the formula it is a sum.", "Which number stands before the new gradient in the formula? There is no 1 − α in it."),
    ru=("У вас инерция — среднее, а в формуле это сумма.", "Какое число стоит в формуле перед новым градиентом? Множителя 1 − α там нет."),
)
def averaged(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + (1 - alpha) * learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The walk forgets its last step: this is plain gradient descent.", "A part of the old h belongs in the new h. Is h set anew in every round?"),
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
    en=("The first row is still the start: the weights move before h has seen the new gradient, or the row is kept before they move.", "The first step must not have length 0. In what order do h, the weights and the new row come?"),
    ru=("В первой строке всё ещё начальная точка: веса сдвигаются раньше, чем h увидело новый градиент, или строка записана до сдвига.", "Первый шаг не может быть нулевым. В каком порядке идут h, веса и новая строка ответа?"),
)
def one_step_late(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        w = w - h
        h = alpha * h + learning_rate * np.asarray(g)
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The start is in the answer, too.", "Only the weights AFTER each step are asked for: as many rows as gradients."),
    ru=("В ответ попала и начальная точка.", "Нужны только веса ПОСЛЕ каждого шага: строк столько же, сколько градиентов."),
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
    en=("Every row is the same: all of them hold the last weights.", "A step in place (-=) also changes the array that is already in the list. Does each step make a new one?"),
    ru=("Все строки одинаковы: в каждой последние веса.", "Шаг «на месте» (-=) меняет и тот массив, который уже положен в список. Появляется ли на каждом шаге новый?"),
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


@momentum.mistake(
    en=("The learning rate has no effect on the steps.", "Double η: all steps must become twice as long. Where in the formula for h does it stand?"),
    ru=("Скорость обучения не влияет на шаги.", "Удвойте η: все шаги должны стать вдвое длиннее. Где она стоит в формуле для h?"),
)
def no_rate(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("η and α have changed places.", "α keeps a part of the old h, η belongs to the new gradient. In which order do the arguments come?"),
    ru=("η и α поменялись местами.", "α сохраняет часть прежнего h, а η относится к новому градиенту. В каком порядке идут аргументы?"),
)
def factors_swapped(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = learning_rate * h + alpha * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("1 − α of the old step is kept, not α.", "With α = 0.9 nine tenths survive. With α = 0 nothing of the old step may be left."),
    ru=("От прежнего шага остаётся доля 1 − α, а не α.", "При α = 0.9 остаются девять десятых. При α = 0 от прежнего шага не остаётся ничего."),
)
def keeps_the_rest(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = (1 - alpha) * h + learning_rate * np.asarray(g)
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The rows hold the steps h, not the weights.", "The walk is asked for: where does w stand after each of these steps?"),
    ru=("В строках стоят шаги h, а не веса.", "Нужен сам путь: где оказывается w после каждого из этих шагов?"),
)
def steps_not_weights(w0, grads, learning_rate, alpha):
    h, rows = np.zeros(len(w0)), []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        rows.append(h)
    return np.array(rows)


@momentum.mistake(
    en=("Where w0 and grads hold whole numbers, the weights lose their decimals.", "An array made in the image of another one holds what that one holds. In which array do your rows stand?"),
    ru=("Если в w0 и grads целые числа, у весов пропадает дробная часть.", "Массив, созданный по образцу другого, хранит числа того же типа. В каком массиве у вас строки ответа?"),
)
def rows_of_whole_numbers(w0, grads, learning_rate, alpha):
    w, h, rows = np.array(w0, dtype=float), 0.0, np.zeros_like(grads)
    for k, g in enumerate(grads):
        h = alpha * h + learning_rate * np.asarray(g)
        w = w - h
        rows[k] = w
    return rows


@momentum.mistake(
    en=("The start that was passed in is changed.", "The caller still needs w0, and whole numbers cannot take such steps at all. Look for -= on an array that is not your own."),
    ru=("Изменена начальная точка, переданная в функцию.", "Прежнее w0 ещё нужно тому, кто вас вызвал, а целым числам такие шаги и вовсе не сделать. Поищите -= над чужим массивом."),
    looks_like=("whole_numbers_in_place",),
)
def start_changed(w0, grads, learning_rate, alpha):
    w, h, rows = w0, 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w -= h
        rows.append(w.copy())
    return np.array(rows)


@momentum.mistake(
    en=("Your code stops with a TypeError when the start holds whole numbers.", "A copy of w0 can hold only what w0 can, and -= must fit in. Where could w become an array of floats?"),
    ru=("Если в начальной точке целые числа, ваш код останавливается с TypeError.", "Копия w0 хранит только такие же числа, и результат -= в неё не помещается. Где w могло бы стать массивом дробных чисел?"),
)
def whole_numbers_in_place(w0, grads, learning_rate, alpha):
    w, h, rows = w0.copy(), 0.0, []
    for g in grads:
        h = alpha * h + learning_rate * np.asarray(g)
        w -= h
        rows.append(w.copy())
    return np.array(rows)


@momentum.mistake(
    en=("These are steps of plain descent, made longer by 1/(1 − α).", "That is the length in the limit, under a constant gradient. Here the gradients change, and the walker needs its last h."),
    ru=("Это шаги обычного спуска, удлинённые в 1/(1 − α) раз.", "Такой длина становится в пределе, при постоянном градиенте. Здесь градиенты меняются, и нужно помнить прошлое h."),
)
def longer_steps(w0, grads, learning_rate, alpha):
    w, rows = np.array(w0, dtype=float), []
    for g in grads:
        w = w - learning_rate / (1 - alpha) * np.array(g)
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("The old inertia is multiplied by the learning rate too.", "In h = αh + ηg the rate belongs to the gradient alone. Look at your brackets."),
    ru=("На скорость обучения умножена и прежняя инерция.", "В h = αh + ηg скорость относится только к градиенту. Проверьте скобки."),
)
def rate_on_the_inertia(w0, grads, learning_rate, alpha):
    w, h, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        h = learning_rate * (alpha * h + np.array(g))
        w = w - h
        rows.append(w)
    return np.array(rows)


@momentum.mistake(
    en=("Every step starts from w0 again.", "After the second step both steps have been walked. From where does the next one go on?"),
    ru=("Каждый шаг начинается заново от w0.", "После второго шага пройдены оба. Откуда должен идти следующий?"),
)
def always_from_the_start(w0, grads, learning_rate, alpha):
    start, rows = np.asarray(w0, dtype=float), []
    h = np.zeros(len(start))
    for g in np.asarray(grads, dtype=float):
        h = alpha * h + learning_rate * g
        rows.append(start - h)
    return np.array(rows)


@momentum.alternative
def by_differences(w0, grads, learning_rate, alpha):
    before, now, path = list(w0), list(w0), []
    for g in grads:
        after = [b + alpha * (b - a) - learning_rate * s for a, b, s in zip(before, now, g)]
        path.append(after)
        before, now = now, after
    return path


@momentum.alternative
def rate_outside(w0, grads, learning_rate, alpha):
    v, path = np.zeros(len(w0)), [w0]
    for g in grads:
        v = alpha * v + g
        path.append(path[-1] - learning_rate * v)
    return path[1:]


@momentum.alternative
def by_powers(w0, grads, learning_rate, alpha):
    powers = alpha ** np.arange(len(grads))
    steps = [learning_rate * powers[k::-1] @ grads[: k + 1] for k in range(len(grads))]
    return w0 - np.cumsum(steps, axis=0)


momentum.equal(momentum, "rows", "the first step makes floats of whole numbers, and twice an empty list is empty")
momentum.equal(momentum, "h = alpha * h + learning_rate", "the product is the same whichever of the two becomes an array")
momentum.equal(by_differences, "before, now", "lines that do not use each other may change places, and two values may stand in a list")


momentum.equal(rate_outside, "[w0]", "two values may stand in a list")
momentum.equal(by_powers, "powers[k::-1]", "the same product grouped another way; there are as many powers as gradients")


@momentum.mistake(
    en=("Of the past only the last step is remembered.", "h keeps alpha times all of the old h, with what that had kept before. What do you keep from one turn to the next?"),
    ru=("Из прошлого запоминается только последний шаг.", "h хранит долю alpha всего прежнего h — вместе с тем, что хранилось в нём. А что вы сохраняете от шага к шагу?"),
)
def one_step_of_memory(w0, grads, learning_rate, alpha):
    w, before, rows = np.array(w0, dtype=float), 0.0, []
    for g in grads:
        step = learning_rate * np.asarray(g)
        w = w - step - alpha * before
        before = step
        rows.append(w)
    return np.array(rows)
