"""Weights after each step of AdaGrad."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads, uses_guard, whole_grads, whole_start


@exercise(points=2, rtol=1e-5, atol=1e-6)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


adagrad.example(np.array([5.0, 1.0]), np.array([[3.0, -0.3], [4.0, -0.4]]), 0.1)
adagrad.example(np.array([0.5]), [[2.0], [-2.0], [1.0]], 0.5)
adagrad.example(np.array([3, 1]), np.array([[2, -1], [1, 3]]), 0.3)
adagrad.example(np.array([5.0, 1.0]), np.array([[0.0, 2.0], [3.0, 0.0]]), 0.1)
adagrad.example(np.array([1.0]), np.array([[2.0]]), 0.5, eps=4.0, fulfils="shortened")


@adagrad.probe("general")
def _(answer, rng):
    cases = ((6, 2, 0.2), (4, 3, 0.5), (8, 1, 0.35))
    return [answer(rng.normal(size=n), random_grads(rng, steps, n), rate) for steps, n, rate in cases]


@adagrad.probe("edge", credit=0.5)
def _(answer, rng):
    grads = random_grads(rng, 5, 2)
    grads[:2, 1] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.3), answer(rng.normal(size=3), random_grads(rng, 3, 3).tolist(), 0.4)]


@adagrad.probe("edge", credit=0.25)
def _(answer, rng):
    """Whole numbers: an array of them, then lists."""
    return [
        answer(whole_start(rng, 2), whole_grads(rng, 4, 2), 0.15),
        answer(whole_start(rng, 3), whole_grads(rng, 2, 3).tolist(), 0.23),
    ]


@adagrad.probe("property", credit=0.25, part="eps")
def _(answer, rng):
    def inside(grads, rate, eps):
        return rate * grads / np.sqrt(np.cumsum(grads**2, axis=0) + eps)

    def outside(grads, rate, eps):
        return rate * grads / (np.sqrt(np.cumsum(grads**2, axis=0)) + eps)

    return uses_guard(answer, rng, inside, outside)


@adagrad.mistake(
    en=("Doubling η does not change your steps: it is missing, or it stands in G as well and cancels out.", "G adds up squared gradients, not squared updates. In which of the two formulas does η stand?"),
    ru=("Если удвоить η, ваши шаги не изменятся: её нет или она стоит ещё и в G и сокращается.", "G складывает квадраты градиентов, а не обновлений. В какой из двух формул стоит η?"),
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
    en=("Without ε in the divisor a gradient of 0 gives 0/0.", "A weight that has seen only zeros must stay where it is. What is ε there for?"),
    ru=("Без ε в знаменателе нулевой градиент даёт 0/0.", "Вес, который видел одни нули, должен стоять на месте. Для чего в формуле ε?"),
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
    en=("All the rows are equal: each of them holds the last weights.", "A step in place (-=) also changes the array that is already in the list. What does each row need to be instead?"),
    ru=("Все строки равны: в каждой последние веса.", "Шаг «на месте» (-=) меняет и массив, который уже лежит в списке. Чем должна быть каждая строка вместо этого?"),
)
def one_array(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The size of the gradients is known, the gradient itself is missing: every step goes the same way.", "What stands above the line of the fraction besides η?"),
    ru=("Размер градиентов учтён, а самого градиента в шаге нет: все шаги идут в одну сторону.", "Что стоит в числителе, кроме η?"),
)
def no_gradient(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("The gradients are added up without being squared.", "Gradients of both signs cancel then, and a sum below 0 has no root. What does the formula do with each gradient first?"),
    ru=("Градиенты складываются без возведения в квадрат.", "Тогда разные знаки сокращаются, а из суммы меньше нуля нет корня. Что формула сначала делает с каждым градиентом?"),
)
def squares_forgotten(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Only the last weights come back.", "One row for each gradient is asked for: keep the weights of every step."),
    ru=("Возвращены только последние веса.", "Нужна строка на каждый градиент: сохраняйте веса после каждого шага."),
)
def last_row_only(w0, grads, learning_rate, eps=1e-8):
    w, G = w0, 0.0
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
    return w


@adagrad.mistake(
    en=("The result is as if the argument eps had no effect.", "1e-8 is only its default: a large eps, added in the divisor, makes the steps clearly shorter. Where does your guard come from?"),
    ru=("Результат такой, будто аргумент eps ни на что не влияет.", "1e-8 — лишь значение по умолчанию: большое eps, прибавленное в знаменателе, заметно укорачивает шаги. Откуда берётся ваша страховка?"),
)
def eps_unused(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + 1e-8)
        rows.append(w)
    return np.array(rows)


@adagrad.mistake(
    en=("Where w0 and grads hold whole numbers, the weights lose their decimals.", "An array made in the image of another one holds what that one holds. In which array do your rows stand?"),
    ru=("Если в w0 и grads целые числа, у весов пропадает дробная часть.", "Массив, созданный по образцу другого, хранит числа того же типа. В каком массиве у вас строки ответа?"),
)
def rows_of_whole_numbers(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = np.array(w0, dtype=float), 0.0, np.zeros_like(grads)
    for k, g in enumerate(np.asarray(grads)):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        rows[k] = w
    return rows


@adagrad.mistake(
    en=("The start that was passed in is changed.", "The caller still needs w0, and whole numbers cannot take such steps at all. Look for -= on an array that is not your own."),
    ru=("Изменена начальная точка, переданная в функцию.", "Прежнее w0 ещё нужно тому, кто вас вызвал, а целым числам такие шаги и вовсе не сделать. Поищите -= над чужим массивом."),
    looks_like=("whole_numbers_in_place",),
)
def start_changed(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w.copy())
    return np.array(rows)


@adagrad.mistake(
    en=("Your code stops with a TypeError when the start holds whole numbers.", "A copy of w0 can hold only what w0 can, and -= must fit in. Where could w become an array of floats?"),
    ru=("Если в начальной точке целые числа, ваш код останавливается с TypeError.", "Копия w0 хранит только такие же числа, и результат -= в неё не помещается. Где w могло бы стать массивом дробных чисел?"),
)
def whole_numbers_in_place(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0.copy(), 0.0, []
    for g in np.asarray(grads):
        G = G + g**2
        w -= learning_rate * g / np.sqrt(G + eps)
        rows.append(w.copy())
    return np.array(rows)


@adagrad.mistake(
    en=("The square of the gradient stands in the step too, and all steps go the same way.", "The square is for G only. Which name stands for the gradient itself in your loop, and does it keep its value?"),
    ru=("Квадрат градиента стоит и в шаге, и все шаги идут в одну сторону.", "Квадрат нужен только для G. Под каким именем у вас сам градиент и сохраняет ли оно своё значение?"),
)
def squared_step(w0, grads, learning_rate, eps=1e-8):
    w, total, path = np.array(w0, dtype=float), np.zeros(len(w0)), []
    for g in grads:
        g = np.array(g, dtype=float) ** 2
        total = total + g
        w = w - learning_rate * g / np.sqrt(total + eps)
        path.append(w)
    return np.array(path)


@adagrad.mistake(
    en=("The gradients are added up first and squared then.", "In such a sum 3 and −3 cancel, and the step becomes huge. G adds up squares: when is each gradient squared?"),
    ru=("Градиенты сначала сложены и только потом возведены в квадрат.", "В такой сумме 3 и −3 сокращаются, и шаг становится огромным. G складывает квадраты: когда возводится в квадрат каждый градиент?"),
    looks_like=("absolute_values",),
)
def squared_after_adding(w0, grads, learning_rate, eps=1e-8):
    w, G, path = np.array(w0, dtype=float), 0.0, []
    for g in np.asarray(grads, dtype=float):
        G = G + g
        w = w - learning_rate * g / np.sqrt(G**2 + eps)
        path.append(w)
    return np.array(path)


@adagrad.mistake(
    en=("Every step starts from w0 again.", "After the second step both steps have been walked. From where does the next one go on?"),
    ru=("Каждый шаг начинается заново от w0.", "После второго шага пройдены оба. Откуда должен идти следующий?"),
)
def always_from_the_start(w0, grads, learning_rate, eps=1e-8):
    start, rows = np.asarray(w0, dtype=float), []
    G = np.zeros(len(start))
    for g in np.asarray(grads, dtype=float):
        G = G + g**2
        rows.append(start - learning_rate * g / (np.sqrt(G) + eps))
    return np.array(rows)


@adagrad.alternative
def guard_outside(w0, grads, learning_rate, eps=1e-8):
    w, G, rows = w0, np.zeros(len(w0)), []
    for g in np.asarray(grads):
        G += g * g
        w = w - learning_rate / (np.sqrt(G) + eps) * g
        rows.append(w)
    return rows


@adagrad.alternative
def all_at_once(w0, grads, learning_rate, eps=1e-8):
    grads = np.asarray(grads)
    return w0 - np.cumsum(learning_rate * grads / np.sqrt(np.cumsum(grads**2, axis=0) + eps), axis=0)


@adagrad.alternative
def weight_by_weight(w0, grads, learning_rate, eps=1e-8):
    def walk(w, gradients):
        total = 0.0
        for g in gradients:
            total += g**2
            w = w - learning_rate * g / math.sqrt(total + eps)
            yield w

    return np.array([list(walk(w, column)) for w, column in zip(w0, np.transpose(grads))]).T


adagrad.equal(adagrad, "eps=1e-8", "a guard as small as this is not seen, unless there is none")
adagrad.equal(adagrad, "grads", "steps do not depend on the units of the gradients")
adagrad.equal(adagrad, "rows", "the first step makes floats of whole numbers, and twice an empty list is empty")
adagrad.equal(adagrad, "g**2", "a square does not see the sign")
adagrad.equal(adagrad, "np.sqrt", "the same quotient grouped another way")
adagrad.equal(guard_outside, "eps", "a guard as small as this is not seen, unless there is none")


adagrad.equal(all_at_once, "eps", "a guard as small as this is not seen, and the quotient may be grouped another way")
adagrad.equal(weight_by_weight, "eps", "a guard as small as this is not seen, and the quotient may be grouped another way")


adagrad.equal(weight_by_weight, "for g in gradients", "nobody looks at what a generator returns at its end")
