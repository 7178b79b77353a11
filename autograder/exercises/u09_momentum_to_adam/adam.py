"""Weights after each step of Adam, with bias correction."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u09_momentum_to_adam.shared import random_grads


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
