"""Weights after each step of Adam, with bias correction."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads, uses_guard, whole_grads, whole_start


@exercise(points=3, rtol=1e-5, atol=1e-6)
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
adam.example(np.array([3, 1]), np.array([[2, -1], [1, 3]]), 0.3, 0.5, 0.75)
adam.example(np.array([5.0, 1.0]), np.array([[0.0, 2.0], [3.0, 0.0]]), 0.1)
adam.example(np.array([1.0]), np.array([[2.0]]), 0.5, eps=4.0, fulfils="shortened")


@adam.probe("general")
def _(answer, rng):
    seen = []
    for steps, n, *rates in ((7, 2, 0.2, 0.8, 0.95), (5, 3, 0.4, 0.6, 0.99), (9, 1, 0.15, 0.93, 0.7)):
        grads = random_grads(rng, steps, n)
        grads[0, 0] = abs(grads[0, 0])  # a root of it, where it should not be, is still a number
        seen.append(answer(rng.normal(size=n), grads, *rates))
    return seen


@adam.probe("edge", credit=0.5)
def _(answer, rng):
    grads = random_grads(rng, 6, 2)
    grads[:2, 1] = 0.0  # this weight has seen nothing yet
    return [answer(rng.normal(size=2), grads, 0.3), answer(rng.normal(size=3), random_grads(rng, 4, 3).tolist(), 0.2, 0.7)]


@adam.probe("edge", credit=0.25)
def _(answer, rng):
    """Whole numbers: an array of them, then lists."""
    return [
        answer(whole_start(rng, 2), whole_grads(rng, 4, 2), 0.15),
        answer(whole_start(rng, 3), whole_grads(rng, 2, 3).tolist(), 0.23),
    ]


@adam.probe("property", credit=0.25, part="eps")
def _(answer, rng):
    def averages(grads):
        found, t = np.zeros((4, *grads.shape)), np.arange(1, len(grads) + 1)
        for k, g in enumerate(grads):
            found[0, k], found[1, k] = 0.9 * found[0, k - 1] + 0.1 * g, 0.999 * found[1, k - 1] + 0.001 * g**2
        return found[0] / (1 - 0.9**t)[:, None], found[1], (1 - 0.999**t)[:, None]

    def beside_the_root(grads, rate, eps):
        m_hat, v, share = averages(grads)
        return rate * m_hat / (np.sqrt(v / share) + eps)

    def under_the_root(grads, rate, eps):
        m_hat, v, share = averages(grads)
        return rate * m_hat / np.sqrt(v / share + eps)

    def beside_before_the_correction(grads, rate, eps):
        m_hat, v, share = averages(grads)
        return rate * np.sqrt(share) * m_hat / (np.sqrt(v) + eps)

    def under_before_the_correction(grads, rate, eps):
        m_hat, v, share = averages(grads)
        return rate * np.sqrt(share) * m_hat / np.sqrt(v + eps)

    return uses_guard(answer, rng, beside_the_root, under_the_root, beside_before_the_correction, under_before_the_correction)


@adam.mistake(
    en=("The two averages have changed places: m averages gradients, v averages their squares.", "Look at the two formulas: which of them has the square?"),
    ru=("Два средних поменялись местами: m усредняет градиенты, v — их квадраты.", "Посмотрите на две формулы: в какой из них стоит квадрат?"),
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
    en=("A root of negative numbers is taken: v averages the gradients here.", "Which average can never be negative? That one belongs under the root."),
    ru=("Корень берётся из отрицательных чисел: v у вас усредняет градиенты.", "Какое из двух средних не бывает отрицательным? Ему и место под корнем."),
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
    en=("The two decays have changed places.", "β₁ belongs to the gradients, β₂ to their squares, and by default the squares are remembered longer."),
    ru=("Два коэффициента затухания поменялись местами.", "β₁ относится к градиентам, β₂ — к их квадратам, и по умолчанию квадраты помнят дольше."),
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
    en=("The bias correction is missing.", "Both averages start at 0 and are too small at first. Which two formulas put that right?"),
    ru=("Нет поправки на смещение.", "Оба средних начинаются с 0 и сначала слишком малы. Какие две формулы это исправляют?"),
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
    en=("Only one of the two averages is corrected.", "m is corrected. v starts at 0 as well, and with the default β₂ it is even slower."),
    ru=("Исправлено только одно из двух средних.", "Для m поправка сделана. Но и v начинается с 0, а с β₂ по умолчанию оно ещё медленнее."),
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
    en=("The result is that of the same correction at every step.", "The divisor is 1 − βᵗ: the exponent t is the number of the step."),
    ru=("Результат такой, будто поправка одинакова на всех шагах.", "Делить надо на 1 − βᵗ: показатель t — это номер шага."),
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
    en=("The weights are not numbers (nan), as happens when the step number starts at 0, and the correction divides by 0.", "The first step has the number t = 1. Where does your counter start?"),
    ru=("Веса перестали быть числами: так бывает, когда номер шага начинается с 0 и поправка делит на 0.", "У первого шага номер t = 1. С чего начинается ваш счётчик?"),
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
    en=("The result is that of the raw gradient in the step: RMSprop with a correction.", "What does Adam put in the place of the gradient?"),
    ru=("Получилось так, будто в шаге стоит сам градиент: это RMSprop с поправкой.", "Что Adam ставит на место градиента?"),
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
    en=("The weights walk uphill.", "m̂ points where the loss grows. Which sign stands before the step in the formula?"),
    ru=("Веса идут в гору.", "m̂ указывает туда, где потери растут. Какой знак стоит в формуле перед шагом?"),
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
    en=("Only v is corrected.", "m starts at 0 as well and is too small at first. What is done to both averages?"),
    ru=("Исправлено только v.", "m тоже начинается с 0 и поначалу занижено. Что делают с обоими средними?"),
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
    ru=("Номер шага в поправке на единицу больше нужного.", "На первом шаге t = 1, и исправленное m там равно самому градиенту. А у вас?"),
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
    en=("The arguments beta1 and beta2 have no effect: the result is always that of 0.9 and 0.999.", "These are only the defaults. Where does your code take the decays from?"),
    ru=("Аргументы beta1 и beta2 ни на что не влияют: результат всегда такой, как при 0.9 и 0.999.", "Это лишь значения по умолчанию. Откуда ваш код берёт коэффициенты?"),
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


@adam.mistake(
    en=("Only the last weights come back.", "One row for each gradient is asked for: keep the weights of every step."),
    ru=("Возвращены только последние веса.", "Нужна строка на каждый градиент: сохраняйте веса после каждого шага."),
)
def last_row_only(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = w0, 0.0, 0.0
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w


@adam.mistake(
    en=("The start has a row of its own in your answer.", "There are as many rows as gradients; the first holds the weights after the first step."),
    ru=("У начальной точки в ответе есть своя строка.", "Строк столько же, сколько градиентов; в первой — веса после первого шага."),
)
def start_in_front(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, [w0]
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The rows are all equal: each of them holds the last weights.", "A step in place (-=) also changes the array that is already in the list. Does each step make a new one?"),
    ru=("Строки все одинаковы: в каждой последние веса.", "Шаг «на месте» (-=) меняет и тот массив, который уже лежит в списке. Появляется ли на каждом шаге новый?"),
)
def one_array(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.array(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w -= learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The learning rate does not reach the step.", "Double η: every step must become twice as long."),
    ru=("Скорость обучения не попала в шаг.", "Удвойте η: каждый шаг должен стать вдвое длиннее."),
)
def rate_missing(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Without ε in the divisor a weight that has seen only zeros divides 0 by 0.", "Such a weight must stay where it is. Which small number keeps the divisor away from 0?"),
    ru=("Без ε в знаменателе вес, который видел одни нули, делит 0 на 0.", "Такой вес должен стоять на месте. Какое маленькое число не даёт делителю стать нулём?"),
)
def unguarded(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t))
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The result is as if the argument eps had no effect.", "1e-8 is only its default: a large eps, added in the divisor, makes the steps clearly shorter. Where does your guard come from?"),
    ru=("Результат такой, будто аргумент eps ни на что не влияет.", "1e-8 — лишь значение по умолчанию: большое eps, прибавленное в знаменателе, заметно укорачивает шаги. Откуда берётся ваша страховка?"),
)
def eps_unused(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + 1e-8)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Where w0 and grads hold whole numbers, the weights lose their decimals.", "An array made in the image of another one holds what that one holds. In which array do your rows stand?"),
    ru=("Если в w0 и grads целые числа, у весов пропадает дробная часть.", "Массив, созданный по образцу другого, хранит числа того же типа. В каком массиве у вас строки ответа?"),
)
def rows_of_whole_numbers(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.array(w0, dtype=float), 0.0, 0.0, np.zeros_like(grads)
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows[t - 1] = w
    return rows


@adam.mistake(
    en=("The start that was passed in is changed.", "The caller still needs w0, and whole numbers cannot take such steps at all. Look for -= on an array that is not your own."),
    ru=("Изменена начальная точка, переданная в функцию.", "Прежнее w0 ещё нужно тому, кто вас вызвал, а целым числам такие шаги и вовсе не сделать. Поищите -= над чужим массивом."),
    looks_like=("whole_numbers_in_place",),
)
def start_changed(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w -= learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w.copy())
    return np.array(rows)


@adam.mistake(
    en=("Your code stops with a TypeError when the start holds whole numbers.", "A copy of w0 can hold only what w0 can, and -= must fit in. Where could w become an array of floats?"),
    ru=("Если в начальной точке целые числа, ваш код останавливается с TypeError.", "Копия w0 хранит только такие же числа, и результат -= в неё не помещается. Где w могло бы стать массивом дробных чисел?"),
)
def whole_numbers_in_place(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0.copy(), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w -= learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w.copy())
    return np.array(rows)


@adam.mistake(
    en=("v is corrected after its root is taken.", "The step divides by the root of v̂, and v̂ is corrected already. In which order do the root and the division by 1 − β₂ᵗ come?"),
    ru=("v исправлено уже после извлечения корня.", "Шаг делят на корень из v̂, а v̂ уже исправлено. Что раньше: корень или деление на 1 − β₂ᵗ?"),
)
def root_before_the_correction(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.array(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v) / (1 - beta2**t) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Every step starts from w0 again.", "After the second step both steps have been walked. From where does the next one go on?"),
    ru=("Каждый шаг начинается заново от w0.", "После второго шага пройдены оба. Откуда должен идти следующий?"),
)
def always_from_the_start(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    start, rows = np.asarray(w0, dtype=float), []
    m, v = np.zeros(len(start)), np.zeros(len(start))
    for t, g in enumerate(np.asarray(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        rows.append(start - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps))
    return np.array(rows)


@adam.mistake(
    en=("v averages the squared distance of the gradient from m.", "Then v would be small where all gradients agree. Whose square stands in the formula?"),
    ru=("v усредняет квадрат расстояния от градиента до m.", "Тогда v было бы малым там, где градиенты согласны. Чей квадрат стоит в формуле?"),
)
def distance_from_m(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.asarray(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * (g - m) ** 2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("Every step is corrected as if it were the last one.", "The number t of a step is how many gradients have been seen by then. Does it grow with your loop?"),
    ru=("Каждый шаг исправлен так, будто он последний.", "Номер шага t — сколько градиентов уже показано. Растёт ли он вместе с вашим циклом?"),
)
def number_of_the_last_step(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.asarray(w0, dtype=float), 0.0, 0.0, []
    t = len(grads)
    for g in np.asarray(grads, dtype=float):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("v averages the squares of m, not those of the gradients.", "Both averages are fed with the new gradient: one with it, the other with its square."),
    ru=("v усредняет квадраты m, а не градиентов.", "Оба средних питаются новым градиентом: одно — им самим, другое — его квадратом."),
)
def squares_of_m(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = np.asarray(w0, dtype=float), 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * m**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.mistake(
    en=("The result is that of two averages that share one array.", "Two names may stand for the same array, and what changes it under one name changes it under the other. Do m and v start as two arrays?"),
    ru=("Результат такой, будто у двух средних один общий массив.", "Два имени могут обозначать один и тот же массив, и тогда изменение под одним именем видно под другим. Два ли разных массива у m и v вначале?"),
)
def one_array_for_both(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, rows = np.array(w0, dtype=float), []
    both = np.zeros(len(w))
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        both = beta2 * (beta1 * both + (1 - beta1) * g) + (1 - beta2) * g**2
        with np.errstate(invalid="ignore"):
            w = w - learning_rate * both / (1 - beta1**t) / (np.sqrt(both / (1 - beta2**t)) + eps)
        rows.append(w)
    return np.array(rows)


@adam.alternative
def root_over_both(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, p1, p2, out = w0, 0.0, 0.0, 1.0, 1.0, []
    for g in np.asarray(grads):
        m, v = m + (1 - beta1) * (g - m), v + (1 - beta2) * (g * g - v)
        p1, p2 = p1 * beta1, p2 * beta2
        w = w - learning_rate * m / (1 - p1) / np.sqrt(v / (1 - p2) + eps)
        out.append(w)
    return out


@adam.alternative
def correction_in_the_rate(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v, rows = w0, 0.0, 0.0, []
    for t, g in enumerate(np.asarray(grads), 1):
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        rate = learning_rate * math.sqrt(1 - beta2**t) / (1 - beta1**t)
        w = w - rate * m / (np.sqrt(v) + eps)
        rows.append(w)
    return rows


@adam.alternative
def by_weighted_means(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, rows = w0, []
    grads = np.asarray(grads)
    for t in range(1, len(grads) + 1):
        ages = np.arange(t)[::-1]
        up = np.average(grads[:t], axis=0, weights=beta1**ages)
        down = np.average(grads[:t] ** 2, axis=0, weights=beta2**ages)
        w = w - learning_rate * up / (np.sqrt(down) + eps)
        rows.append(w)
    return rows


adam.equal(adam, "eps", "a guard as small as this is not seen, and the quotient may be grouped another way")
adam.equal(adam, "grads", "steps do not depend on the units of the gradients")
adam.equal(adam, "rows", "the first step makes floats of whole numbers, and twice an empty list is empty")
adam.equal(adam, "beta", "lines that do not use each other may change places, and a square does not see the sign")
adam.equal(root_over_both, "beta", "two values may stand in a list, and a guard as small as this is not seen")
adam.equal(root_over_both, "p1", "the same quotient grouped another way")
adam.equal(correction_in_the_rate, "beta", "two values may stand in a list, and a guard as small as this is not seen, and factors may be grouped another way")
adam.equal(correction_in_the_rate, "np.sqrt(v)", "the same quotient grouped another way, and a guard as small as this is not seen")
adam.equal(by_weighted_means, "rows = ", "two values may stand in a list, and lines that do not use each other may change places")
adam.equal(by_weighted_means, "grads", "lines that do not use each other may change places, and an array stays one")
adam.equal(by_weighted_means, "eps", "a guard as small as this is not seen, and the quotient may be grouped another way")
