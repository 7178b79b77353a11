"""Whether at least one of the two stopping rules of lecture 2 holds."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled


@exercise(points=1)
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(w - w_prev) < eps)


# Each of these shows a mistake or two that those before it do not: a truth value alone tells only two answers apart.
should_stop.example(3.0, 2.98, np.array([1.0, 2.0]), np.array([1.03, 2.01]), 0.1)
should_stop.example(83, 36.95, np.array([0.0, 0.0]), np.array([0.3, 0.68]), 0.1)
should_stop.example(6.0, 2.0, np.array([-3.0, -4.0]), np.array([0.1, 0.0]), 0.5)  # near 0 after a long step
should_stop.example(6.0, 0.1, np.array([1.0, 2.0]), np.array([4.0, 6.0]), 0.5)  # a loss near 0 after a large change
should_stop.example(7, 7.01, np.array([0.0, 0.0]), np.array([5.0, 1.0]), 0.1)
should_stop.example(5.0, 4.0, np.array([1.0, 2.0]), np.array([1.03, 2.01]), 0.05)
should_stop.example(83, 36.95, np.array([0.0, 0.0]), np.array([0.3, 0.68]), 0.75)
should_stop.example(4.0, 6.0, np.array([1.0, 2.0]), np.array([4.0, 6.0]), 0.1)
should_stop.example(3.0, 1.0, np.array([1.0, 2.0]), np.array([1.0, 4.0]), 0.5)
should_stop.example(2.0, 1.0, np.array([0.6, 0.8]), np.array([0.9, 1.2]), 0.35)
should_stop.example(2.0, 1.0, np.array([0.0, 0.0]), np.array([0.1, 0.4]), 0.35)
should_stop.example(2.0, 1.0, np.array([0.6, 0.8]), np.array([0.9, 1.2]), 0.45)
should_stop.example(1.0, 2.0, np.array([3.0, 4.0]), np.array([4.0, 3.0]), 0.9)
should_stop.example(0.5, 1.0, np.array([1, 2]), np.array([4, 6]), 0.5)
should_stop.example(1, 8, np.array([1, 2]), np.array([4, 6]), 5)
should_stop.example(20.0, 18.0, np.array([1.0, 2.0]), np.array([4.0, 6.0]), 0.15)  # a tenth of the loss is no small change


def _stops(answer, rng, *cases):
    """Return the answers to cases of (change of the loss, change of the weights, eps), each at a scale of its own.

    The weights turn: where there are several, their own length hardly changes. The loss itself is never near 0.
    """
    seen = []
    for change, shift, eps in shuffled(rng, cases):
        scale, q, moved = float(rng.uniform(0.3, 1.3)), float(rng.choice([-1, 1]) * rng.uniform(5.0, 9.0)), rng.permutation(shift)
        before = rng.normal(size=moved.size)
        before -= moved * (before @ moved) / (moved @ moved) * (moved.size > 1)
        before *= rng.uniform(20, 40) / np.linalg.norm(before)
        seen.append(answer(q, q + scale * change, before, before + scale * moved, scale * eps))
    return seen


# A half of the points for each of the two criteria: here the weights move a long way, and the loss decides.
@should_stop.probe("simple", credit=0.75, part="|ΔQ|")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-0.02, (0.8, -0.6), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general", credit=0.75, part="|ΔQ|")
def _(answer, rng):
    return _stops(
        answer, rng,
        (3.0, (0.3, 0.4, 0.5), 0.1),  # the loss grows
        (0.2, (2.0, 2.0), 0.5),
        (-0.3, (1.0, -2.0), 0.5),
        (-0.3, (2.0,), 0.5),  # a single weight
    )  # fmt: skip


@should_stop.probe("edge", credit=0.5, part="|ΔQ|")
def _(answer, rng):
    high, low, eps = (float(rng.choice([-1, 1]) * rng.uniform(*sizes)) for sizes in ((2.0, 5.0), (0.01, 0.1), (0.3, 0.6)))
    shift = rng.choice([-1.0, 1.0], size=2) * rng.permutation([3.0, 4.0])
    # The loss has changed much and is small now, or was small before.
    seen = [answer(*losses, shift, 2 * shift, abs(eps)) for losses in shuffled(rng, [(high, low), (low, high)])]
    for part in rng.permutation((1.0, float(rng.uniform(0.3, 0.8)))):  # exactly eps is not below eps
        q, eps, shift = float(rng.choice([-1, 1]) * rng.integers(5, 90)), rng.integers(7, 120) / 64, rng.permutation([3.0, 4.0])
        before = int(rng.integers(2, 9)) * shift  # so that its length changes as much as it moves
        seen.append(answer(q, q - part * float(eps), before, before + shift, float(eps)))
    return seen


# Here the loss changes much, and the weights decide.
@should_stop.probe("simple", credit=0.75, part="‖Δw‖")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-2.0, (0.03, 0.01), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general", credit=0.75, part="‖Δw‖")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-3.0, (0.3, -0.4), 0.45),  # length 0.5, no component above 0.4
        (-3.0, (0.3, 0.4), 0.6),  # length 0.5, sum 0.7
        (-3.0, (-0.3, 0.4), 0.35),  # square of the length 0.25
        (-3.0, (0.1, 0.4), 0.35),  # length 0.41, root of the mean square 0.29
        (-3.0, (0.0, 2.0), 0.5),  # one component stands still
        (-3.0, (-1.0, -2.0, -0.5), 0.5),  # all components fall
        (-3.0, (-2.0,), 0.5),  # a single weight
    ) + [_arrives_near_zero(answer, rng)]  # fmt: skip


def _arrives_near_zero(answer, rng):
    """Return the answer where the weights have moved a long way and are small now, or were small before."""
    far, near = (rng.choice([-1.0, 1.0], size=2) * rng.uniform(*sizes, size=2) for sizes in ((3.0, 5.0), (0.05, 0.1)))
    q, eps = float(rng.uniform(5.0, 9.0)), float(rng.uniform(0.3, 0.6))
    return [answer(q, q - 3.0, *pair, eps) for pair in shuffled(rng, [(far, near), (near, far)])]


@should_stop.probe("edge", credit=0.5, part="‖Δw‖")
def _(answer, rng):
    seen = []
    for longer in rng.permutation(2):  # a length of exactly eps is not below eps
        *legs, length = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (6, 8, 10))[rng.integers(4)]
        signs = rng.choice([-1, 1]) * np.array([1, rng.choice([-1, 1]) if longer else -1])  # who adds them up gets less
        shift = rng.permutation(legs) * signs
        before = int(rng.integers(4, 9)) * np.array([-shift[1], shift[0]])
        q = -int(rng.integers(1, 90))
        seen.append(answer(q, q - 60, before, before + shift, length + int(longer)))
    return seen


@should_stop.mistake(
    en=("Both conditions are demanded at once.", "One of the two is enough. How does your code join them?"),
    ru=("Требуется выполнение сразу обоих условий.", "Достаточно одного. Как их соединяет ваш код?"),
)
def both_needed(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps and np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("A loss that falls fast makes the rule stop.", "Which sign has your difference then, and is it below eps? It is the size of the change that matters."),
    ru=("Критерий останавливает спуск, когда потери быстро падают.", "Какой знак тогда у вашей разности и меньше ли она eps? Важен размер изменения."),
)
def falling_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q - q_prev < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("A loss that grows makes the rule stop.", "A growing loss is a change too: compare the size of the difference, not the difference."),
    ru=("Критерий останавливает спуск, когда потери растут.", "Рост — тоже изменение: сравнивайте величину разности, а не саму разность."),
)
def growth_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q_prev - q < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("The answer is that of the rule for the loss alone.", "The task has two rules. What if the weights have stopped moving?"),
    ru=("Ответ такой, как у одного критерия по потерям.", "В задании два критерия. А если перестали двигаться веса?"),
)
def loss_alone(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps)


@should_stop.mistake(
    en=("The answer is that of the rule for the weights alone.", "The task has two rules. What if the loss has stopped changing?"),
    ru=("Ответ такой, как у одного критерия по весам.", "В задании два критерия. А если перестали меняться потери?"),
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
    en=("The result is that of measuring the move of the weights by its largest component, which is another length.", "For a move of 0.3 and 0.4 the norm is 0.5, by the theorem of Pythagoras. What do you compare with eps?"),
    ru=("Получается так, будто сдвиг весов измерен наибольшей компонентой, а это другая длина.", "Для сдвига на 0.3 и 0.4 норма равна 0.5, по теореме Пифагора. Что вы сравниваете с eps?"),
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
    en=("The moves of the weights are added with their signs, so they can cancel.", "A move of 3 and −3 is no rest. What does the norm do with each component before it adds?"),
    ru=("Сдвиги весов сложены вместе со знаками и могут взаимно уничтожиться.", "Сдвиг на 3 и на −3 — это не покой. Что норма делает с каждой координатой перед сложением?"),
    looks_like=("moves_added",),
)
def moves_cancel(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or abs(np.sum(w - w_prev)) < eps)


@should_stop.mistake(
    en=("The move is averaged over the weights, and the norm divides by nothing.", "For a move of 3 and 4 the norm is 5, more than either. What do you get, and which of your functions divides?"),
    ru=("Сдвиг усреднён по весам, а в норме ни на что не делят.", "Для сдвига на 3 и 4 норма равна 5, больше каждого из них. А у вас? Какая из ваших функций делит?"),
)
def squares_averaged(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sqrt(np.mean((w - w_prev) ** 2)) < eps)


@should_stop.mistake(
    en=("The squares of the moves are compared with eps, and no root is taken.", "Take the move (0.3, 0.4) and do the theorem of Pythagoras to its end: which number comes last?"),
    ru=("С eps сравниваются квадраты сдвигов, а корень не извлечён.", "Возьмите сдвиг (0.3, 0.4) и доведите теорему Пифагора до конца: какое число получается последним?"),
)
def root_forgotten(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum((w - w_prev) ** 2) < eps)


@should_stop.mistake(
    en=("A change of exactly eps already stops it.", "The sign is strict: less than ε."),
    ru=("Изменение, равное в точности eps, уже останавливает.", "Знак строгий: меньше ε."),
)
def not_strict(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) <= eps or np.linalg.norm(w - w_prev) <= eps)


@should_stop.mistake(
    en=("A move of length exactly eps already stops it.", "The strict sign holds for both rules. Look at the one for the weights once more."),
    ru=("Сдвиг весов длиной в точности eps уже останавливает.", "Строгий знак стоит в обоих критериях. Посмотрите ещё раз на критерий по весам."),
)
def weights_not_strict(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(w - w_prev) <= eps)


@should_stop.mistake(
    en=("The answer is turned round: True where the descent has to go on.", "The function is asked whether to stop, not whether to continue."),
    ru=("Ответ перевёрнут: True там, где нужно продолжать спуск.", "Функцию спрашивают, остановиться ли, а не продолжать ли."),
)
def asks_whether_to_go_on(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) >= eps and np.linalg.norm(w - w_prev) >= eps)


@should_stop.mistake(
    en=("The change of the length of w is measured, not the length of the change.", "A vector may turn and keep its length. Of which vector is the norm to be taken?"),
    ru=("Измерено изменение длины w, а не длина изменения.", "Вектор может повернуться и сохранить длину. От какого вектора нужно взять норму?"),
)
def change_of_length(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or abs(np.linalg.norm(w) - np.linalg.norm(w_prev)) < eps)


@should_stop.mistake(
    en=("The new loss itself is compared with eps, not its change.", "The smallest loss need not be 0, and a small one may still be falling. Which two losses does the rule compare?"),
    ru=("С eps сравниваются сами новые потери, а не их изменение.", "Наименьшие потери не обязаны быть нулём, а малые могут ещё падать. Какие два значения сравнивает критерий?"),
)
def loss_for_its_change(q_prev, q, w_prev, w, eps):
    return bool(abs(q) < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("The length of the new weights is compared with eps, not how far they have moved.", "Weights of length 5 may stand still, and small ones may have come a long way. Which vector tells the move?"),
    ru=("С eps сравнивается длина новых весов, а не то, насколько они сдвинулись.", "Веса длины 5 могут стоять на месте, а малые — прийти издалека. Какой вектор говорит о сдвиге?"),
)
def length_of_the_weights(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(w) < eps)


@should_stop.mistake(
    en=("The answer is False, whatever has changed.", "Which line of yours can answer True, and does the code ever come there?"),
    ru=("Ответ всегда False, что бы ни изменилось.", "Какая строка может ответить True и доходит ли до неё дело?"),
)
def never_stops(q_prev, q, w_prev, w, eps):
    return False


@should_stop.mistake(
    en=("The answer is True, whatever has changed.", "Which line of yours can answer False? Try it with changes of 100 and ε = 0.1."),
    ru=("Ответ всегда True, что бы ни изменилось.", "Какая строка может ответить False? Попробуйте изменения по 100 и ε = 0.1."),
)
def always_stops(q_prev, q, w_prev, w, eps):
    return True


@should_stop.mistake(
    en=("The move of the weights is still a vector: where the loss does not decide, the answer has a truth value for each weight.", "A rule needs one number. Which function of NumPy gives the length of a vector?"),
    ru=("Сдвиг весов остался вектором: если не решили потери, в ответе для каждого веса своё True или False.", "Критерию нужно одно число. Какая функция NumPy даёт длину вектора?"),
)
def vector_compared(q_prev, q, w_prev, w, eps):
    return abs(q - q_prev) < eps or abs(w - w_prev) < eps


@should_stop.alternative
def by_pythagoras(q_prev, q, w_prev, w, eps):
    if -eps < q - q_prev < eps:
        return True
    return bool(sum((a - b) ** 2 for a, b in zip(w, w_prev)) < eps**2)


@should_stop.alternative
def negated(q_prev, q, w_prev, w, eps):
    d = w_prev - w
    return not (np.abs(q_prev - q) >= eps and np.sqrt(d @ d) >= eps)


should_stop.equal(should_stop, "np.linalg.norm(w - w_prev)", "a size does not see the sign, a vector has one axis, and bool makes True of any number but 0")
should_stop.equal(by_pythagoras, "q - q_prev", "the interval is the same on both sides of 0")
should_stop.equal(by_pythagoras, "(a - b) ** 2", "a square does not see the sign")
should_stop.equal(negated, "w_prev - w", "a length does not see the sign")
should_stop.equal(negated, "np.sqrt(d @ d)", "a size does not see the sign, and a vector turned over is the same")
