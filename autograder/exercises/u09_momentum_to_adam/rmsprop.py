"""Weights after each step of RMSprop."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads, uses_guard, whole_grads, whole_start


@exercise(points=2, rtol=1e-5, atol=1e-6)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


rmsprop.example(np.array([5.0, 1.0]), np.array([[3.0, -0.6], [4.0, 0.8]]), 0.1)
rmsprop.example(np.array([0.5]), [[2.0], [2.0], [1.0]], 0.1, 0.75)
rmsprop.example(np.array([3, 1]), np.array([[2, -1], [1, 3]]), 0.3, 0.5)
rmsprop.example(np.array([5.0, 1.0]), np.array([[0.0, 2.0], [3.0, 0.0]]), 0.1)
rmsprop.example(np.array([1.0]), np.array([[2.0]]), 0.5, eps=4.0, fulfils="shortened")


@rmsprop.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2, 0.8), (4, 3, 0.05, 0.95), (8, 1, 0.13, 0.6))
    return [answer(rng.normal(size=n), random_grads(rng, steps, n), rate, alpha) for steps, n, rate, alpha in cases]


@rmsprop.probe("edge", credit=0.5)
def _(answer, rng):
    grads = random_grads(rng, 5, 2)
    grads[:2, 0] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.1), answer(rng.normal(size=3), random_grads(rng, 3, 3).tolist(), 0.02, 0.7)]


@rmsprop.probe("edge", credit=0.25)
def _(answer, rng):
    """Whole numbers: an array of them, then lists."""
    return [
        answer(whole_start(rng, 2), whole_grads(rng, 4, 2), 0.15),
        answer(whole_start(rng, 3), whole_grads(rng, 2, 3).tolist(), 0.23),
    ]


@rmsprop.probe("property", credit=0.25, part="eps")
def _(answer, rng):
    def averages(grads):
        G, found = np.zeros(grads.shape[1]), []
        for g in grads:
            G = 0.9 * G + 0.1 * g**2
            found.append(G)
        return np.array(found)

    def inside(grads, rate, eps):
        return rate * grads / np.sqrt(averages(grads) + eps)

    def outside(grads, rate, eps):
        return rate * grads / (np.sqrt(averages(grads)) + eps)

    return uses_guard(answer, rng, inside, outside)


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
    en=("The two factors of the average have changed places.", "α belongs to the past: for α = 0.9 nine tenths of the old G stay."),
    ru=("Два множителя среднего поменялись местами.", "α относится к прошлому: при α = 0.9 от старого G остаются девять десятых."),
)
def weights_swapped(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = (1 - alpha) * G + alpha * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The result is that of gradients that decay. What decays in the formula are their squares.", "Gradients keep their sign and may cancel; look once more at the formula for G."),
    ru=("Результат такой, как если затухают градиенты. А в формуле затухают их квадраты.", "У градиентов есть знак, и они могут сократиться; посмотрите ещё раз на формулу для G."),
)
def gradients_decay(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, a, rows = w0, 0.0, []
    for g in np.asarray(grads):
        a = alpha * a + (1 - alpha) * g
        w = w - learning_rate * g / np.sqrt(a**2 + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("G is put right for its start at zero. That is Adam's idea; RMSprop has no such correction here.", "Divide by the root of G as it is, even when the first steps come out long."),
    ru=("G исправлено на нулевое начало. Это идея Adam; у RMSprop здесь такой поправки нет.", "Делите на корень из самого G, пусть первые шаги и выходят длинными."),
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
    en=("The argument alpha has no effect: the result is always that of α = 0.9.", "0.9 is only the default. Where does your code take α from?"),
    ru=("Аргумент alpha ни на что не влияет: результат всегда такой, как при α = 0.9.", "0.9 — лишь значение по умолчанию. Откуда ваш код берёт α?"),
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
    en=("ε is missing in the divisor, and a weight that has seen only zeros divides 0 by 0.", "Such a weight must stay where it is. Which small number keeps the divisor away from 0?"),
    ru=("В знаменателе нет ε, и вес, который видел одни нули, делит 0 на 0.", "Такой вес должен стоять на месте. Какое маленькое число не даёт делителю стать нулём?"),
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


@rmsprop.mistake(
    en=("The gradients are averaged, not their squares: an average below 0 has no root.", "Which power of the gradient enters G in the formula?"),
    ru=("Усредняются градиенты, а не их квадраты: из отрицательного среднего нет корня.", "В какой степени градиент входит в формулу для G?"),
)
def gradients_under_the_root(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The average of the gradients stands above the line of the fraction, as in Adam.", "RMSprop has a memory for squares only. Which gradient does the step itself take?"),
    ru=("В числителе стоит среднее градиентов, как в Adam.", "RMSprop помнит только квадраты. Какой градиент берёт сам шаг?"),
)
def averaged_above(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, a, G, rows = w0, 0.0, 0.0, []
    for g in np.asarray(grads):
        a = alpha * a + (1 - alpha) * g
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * a / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The gradient is missing above the line of the fraction: every step goes the same way.", "What is divided by the root, besides η?"),
    ru=("В числителе нет градиента: все шаги идут в одну сторону.", "Что делится на корень, кроме η?"),
)
def no_gradient(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The learning rate does not reach the step.", "Double η: every step must become twice as long."),
    ru=("Скорость обучения не попала в шаг.", "Удвойте η: каждый шаг должен стать вдвое длиннее."),
)
def rate_missing(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("All weights share one G.", "G has an index j in the formula: each weight averages its own squares."),
    ru=("У всех весов одно общее G.", "В формуле у G есть индекс j: каждый вес усредняет свои квадраты."),
)
def shared_average(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * np.sum(g**2)
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The start is a row of the answer, too.", "There are as many rows as gradients; the first holds the weights after the first step."),
    ru=("В ответе есть строка и для начальной точки.", "Строк столько же, сколько градиентов; в первой — веса после первого шага."),
)
def start_in_front(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, [w0]
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("The rows are all equal: each of them holds the last weights.", "A step in place (-=) also changes the array that is already in the list. Does each step make a new one?"),
    ru=("Строки все одинаковы: в каждой последние веса.", "Шаг «на месте» (-=) меняет и тот массив, который уже лежит в списке. Появляется ли на каждом шаге новый?"),
)
def one_array(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("Only the last weights come back.", "One row for each gradient is asked for: keep the weights of every step."),
    ru=("Возвращены только последние веса.", "Нужна строка на каждый градиент: сохраняйте веса после каждого шага."),
)
def last_row_only(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G = w0, 0.0
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
    return w


@rmsprop.mistake(
    en=("The result is as if the argument eps had no effect.", "1e-8 is only its default: a large eps, added in the divisor, makes the steps clearly shorter. Where does your guard come from?"),
    ru=("Результат такой, будто аргумент eps ни на что не влияет.", "1e-8 — лишь значение по умолчанию: большое eps, прибавленное в знаменателе, заметно укорачивает шаги. Откуда берётся ваша страховка?"),
)
def eps_unused(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + 1e-8)
        rows.append(w)
    return np.array(rows)


@rmsprop.mistake(
    en=("Where w0 and grads hold whole numbers, the weights lose their decimals.", "An array made in the image of another one holds what that one holds. In which array do your rows stand?"),
    ru=("Если в w0 и grads целые числа, у весов пропадает дробная часть.", "Массив, созданный по образцу другого, хранит числа того же типа. В каком массиве у вас строки ответа?"),
)
def rows_of_whole_numbers(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, np.zeros_like(grads)
    for k, g in enumerate(np.asarray(grads)):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows[k] = w
    return rows


@rmsprop.mistake(
    en=("The start that was passed in is changed.", "The caller still needs w0, and whole numbers cannot take such steps at all. Look for -= on an array that is not your own."),
    ru=("Изменена начальная точка, переданная в функцию.", "Прежнее w0 ещё нужно тому, кто вас вызвал, а целым числам такие шаги и вовсе не сделать. Поищите -= над чужим массивом."),
    looks_like=("whole_numbers_in_place",),
)
def start_changed(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w.copy())
    return np.array(rows)


@rmsprop.mistake(
    en=("Your code stops with a TypeError when the start holds whole numbers.", "A copy of w0 can hold only what w0 can, and -= must fit in. Where could w become an array of floats?"),
    ru=("Если в начальной точке целые числа, ваш код останавливается с TypeError.", "Копия w0 хранит только такие же числа, и результат -= в неё не помещается. Где w могло бы стать массивом дробных чисел?"),
)
def whole_numbers_in_place(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, rows = w0.copy(), 0.0, []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w.copy())
    return np.array(rows)


@rmsprop.mistake(
    en=("Every step starts from w0 again.", "After the second step both steps have been walked. From where does the next one go on?"),
    ru=("Каждый шаг начинается заново от w0.", "После второго шага пройдены оба. Откуда должен идти следующий?"),
)
def always_from_the_start(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    start, rows = np.asarray(w0, dtype=float), []
    G = np.zeros(len(start))
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        rows.append(start - learning_rate * g / (np.sqrt(G) + eps))
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


rmsprop.equal(rmsprop, "eps=1e-8", "a guard as small as this is not seen, unless there is none")
rmsprop.equal(rmsprop, "grads", "steps do not depend on the units of the gradients")
rmsprop.equal(rmsprop, "rows", "the first step makes floats of whole numbers, and twice an empty list is empty")
rmsprop.equal(rmsprop, "g**2", "a square does not see the sign")
rmsprop.equal(rmsprop, "np.sqrt", "the same quotient grouped another way, and a guard as small as this is not seen")
rmsprop.equal(eps_outside, "eps", "a guard as small as this is not seen, unless there is none")
rmsprop.equal(eps_outside, "np.empty", "every row is written before it is read")
rmsprop.equal(by_numbers, "eps", "a guard as small as this is not seen, and the quotient may be grouped another way")
rmsprop.equal(by_numbers, "range(len(w))", "as many weights everywhere, and -1 is the last one")
