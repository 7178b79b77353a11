"""Whether at least one of the two stopping rules of lecture 2 holds."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import shuffled


@exercise(points=1)
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(np.asarray(w) - np.asarray(w_prev)) < eps)


should_stop.example(5.0, 4.5, np.array([1.0, 2.0]), np.array([1.3, 1.6]), 0.6)
should_stop.example(5.0, 4.0, np.array([1.0, 2.0]), np.array([1.3, 1.6]), 0.4)
should_stop.example(4.0, 6.0, np.array([1.0, 2.0]), np.array([4.0, 6.0]), 0.1)


def _stops(answer, rng, *cases):
    """Return the answers to cases of (change of the loss, change of the weights, eps), each at a scale of its own."""
    seen = []
    for change, shift, eps in shuffled(rng, cases):
        scale, q, before = float(rng.uniform(0.3, 1.3)), float(rng.uniform(-9, 9)), rng.normal(size=len(shift))
        seen.append(answer(q, q + scale * change, before, before + scale * rng.permutation(shift), scale * eps))
    return seen


# A half of the points for each of the two criteria: here the weights move a long way, and the loss decides.
@should_stop.probe("simple", credit=0.75)
def _(answer, rng):
    return _stops(
        answer, rng,
        (-0.02, (0.8, -0.6), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general", credit=0.75)
def _(answer, rng):
    return _stops(
        answer, rng,
        (3.0, (0.3, 0.4, 0.5), 0.1),  # the loss grows
        (0.2, (2.0, 2.0), 0.5),
        (-0.3, (1.0, -2.0), 0.5),
    )  # fmt: skip


@should_stop.probe("edge", credit=0.5)
def _(answer, rng):
    seen = []
    for part in rng.permutation((1.0, float(rng.uniform(0.3, 0.8)))):  # exactly eps is not below eps
        q, eps, before = float(rng.integers(-90, 90)), rng.integers(7, 120) / 64, rng.integers(-30, 30, size=2)
        seen.append(answer(q, q - part * float(eps), before + 0.0, before + rng.permutation([3.0, 4.0]), float(eps)))
    return seen


# Here the loss changes much, and the weights decide.
@should_stop.probe("simple")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-2.0, (0.03, 0.01), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-3.0, (0.3, -0.4), 0.45),  # length 0.5, no component above 0.4
        (-3.0, (0.3, 0.4), 0.6),  # length 0.5, sum 0.7
        (-3.0, (-0.3, 0.4), 0.35),  # square of the length 0.25
        (-3.0, (0.0, 2.0), 0.5),  # one component stands still
        (-3.0, (-1.0, -2.0, -0.5), 0.5),  # all components fall
    )  # fmt: skip


@should_stop.mistake(
    en=("Both conditions are demanded at once.", "One of the two is enough: look at the word between them."),
    ru=("Требуется выполнение сразу обоих условий.", "Достаточно одного: посмотрите на слово между ними."),
)
def both_needed(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps and np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("The sign of the change of Q is left in the comparison.", "For a loss that falls fast, is your difference below eps? It is the size of the change that matters."),
    ru=("В сравнении остался знак изменения Q.", "Если потери быстро падают, ваша разность меньше eps? Важен размер изменения."),
)
def falling_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q - q_prev < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("A loss that grows makes the rule stop.", "A growing loss is a change too: compare the size of the difference, not the difference."),
    ru=("Критерий останавливается, когда потери растут.", "Рост — тоже изменение: сравнивайте величину разности, а не саму разность."),
)
def growth_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q_prev - q < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("Only the loss is looked at.", "The slide has two rules. What if the weights have stopped moving?"),
    ru=("Проверяются только потери.", "На слайде два критерия. А если перестали двигаться веса?"),
)
def loss_alone(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps)


@should_stop.mistake(
    en=("Only the weights are looked at.", "The slide has two rules. What if the loss has stopped changing?"),
    ru=("Проверяются только веса.", "На слайде два критерия. А если перестали меняться потери?"),
)
def weights_alone(q_prev, q, w_prev, w, eps):
    return bool(np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("It is enough for you that a single weight stands still.", "The norm measures the move of the whole vector: all components count together."),
    ru=("Вам достаточно, чтобы не двигался хотя бы один вес.", "Норма измеряет сдвиг всего вектора: все компоненты учитываются вместе."),
)
def one_weight_enough(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.any(np.abs(w - w_prev) < eps))


@should_stop.mistake(
    en=("The weights are compared one by one, which is another measure of length.", "For a move of 0.3 and 0.4 the norm is 0.5, by the theorem of Pythagoras. What do you compare with eps?"),
    ru=("Веса сравниваются по одному, а это другая мера длины.", "Для сдвига на 0.3 и 0.4 норма равна 0.5, по теореме Пифагора. Что вы сравниваете с eps?"),
)
def largest_component(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.max(np.abs(w - w_prev)) < eps)


@should_stop.mistake(
    en=("The moves of the weights are added up.", "For a move of 0.3 and 0.4 the norm is 0.5, not 0.7. Think of the hypotenuse."),
    ru=("Сдвиги весов просто сложены.", "Для сдвига на 0.3 и 0.4 норма равна 0.5, а не 0.7. Вспомните гипотенузу."),
)
def moves_added(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum(np.abs(w - w_prev)) < eps)


@should_stop.mistake(
    en=("The square of the norm is compared.", "A norm ends with a square root; without it small moves look smaller than they are."),
    ru=("Сравнивается квадрат нормы.", "Норма заканчивается корнем; без него малые сдвиги кажутся ещё меньше."),
)
def root_forgotten(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum((w - w_prev) ** 2) < eps)


@should_stop.mistake(
    en=("A change of exactly eps already stops it.", "The slide's sign is strict: less than ε."),
    ru=("Изменение, равное в точности eps, уже останавливает.", "На слайде знак строгий: меньше ε."),
)
def not_strict(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) <= eps or np.linalg.norm(w - w_prev) <= eps)


@should_stop.alternative
def by_pythagoras(q_prev, q, w_prev, w, eps):
    length = sum((a - b) ** 2 for a, b in zip(w, w_prev, strict=True)) ** 0.5
    if -eps < q - q_prev < eps:
        return True
    return bool(length < eps)


@should_stop.alternative
def negated(q_prev, q, w_prev, w, eps):
    d = np.asarray(w_prev) - np.asarray(w)
    return not (np.abs(q_prev - q) >= eps and np.sqrt(d @ d) >= eps)
