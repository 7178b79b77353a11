"""Gradient descent from several starts; the best end wins."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import shuffled
from course.public import u05_linear_regression as public


@exercise(points=3)
def multistart(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w), dtype=float)
        finals.append(w)
    return min(finals, key=loss)


multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[0.0], [4.0], [1.6]]), 0.05, 30)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[2.6], [-0.2]]), 0.04, 3)


def _valleys(rng, low, high, tilt, best, others):
    """Return loss, gradient and starts for two valleys, one near w₀ = low and one near w₀ = high.

    ``best`` is the start that arrives best; it comes neither first nor last. The last of the others, which arrives
    neither best nor worst, stays last. All is moved and mirrored by chance, never so that the lower valley comes nearer
    to 0: the shortest weights must not be the best.
    """
    mirror = rng.choice([-1.0, 1.0], size=2)
    move = rng.uniform(0.0, (0.8, 1.0)) * (-np.sign(tilt), 1.0)

    def loss(w):
        v = mirror * np.asarray(w, dtype=float) - move
        return float((v[0] - low) ** 2 * (v[0] - high) ** 2 + tilt * v[0] + (v[1] - 0.5) ** 2)

    def grad(w):
        v = mirror * np.asarray(w, dtype=float) - move
        middle = (low + high) / 2
        return mirror * np.array([4 * (v[0] - low) * (v[0] - middle) * (v[0] - high) + tilt, 2 * (v[1] - 0.5)])

    *others, last = others
    starts = shuffled(rng, others)
    starts.insert(int(rng.integers(1, len(starts) + 1)), best)
    starts = np.array([*starts, last])
    starts += rng.uniform(-0.02, 0.02, size=starts.shape)
    return loss, grad, mirror * (starts + move)


@multistart.probe("simple")
def _(answer, rng):
    # Left is lower; the start with the lowest loss is on the right, and so is the last one.
    scene = _valleys(rng, -1.0, 1.0, 0.3, [-1.8, 3.0], ([1.7, -2.0], [0.95, 0.6], [1.4, 1.0]))
    return answer(*scene, 0.06, 14)


@multistart.probe("general")
def _(answer, rng):
    seen = []
    for low, high, tilt, steps in ((-1.0, 1.0, -0.25, 9), (0.2, 2.4, 0.3, 12)):
        best, worse = (high, low) if tilt < 0 else (low, high)
        others = [worse, 0.45], [worse + 0.4, -1.0], [worse - 0.3, 1.0]
        seen.append(answer(*_valleys(rng, low, high, tilt, [best + 0.5, 1.5], others), 0.05, steps))
    return seen


@multistart.probe("edge", credit=0.5)
def _(answer, rng):
    loss, grad, starts = _valleys(rng, -1.0, 1.0, 0.3, [-1.3, 0.2], ([1.6, 3.0], [0.9, 4.5]))
    return [answer(loss, grad, starts[:1], 0.05, 4), answer(loss, grad, starts, 0.05, 1)]


@multistart.mistake(
    en=("The best start comes back, not the place to which the descent led.", "Compare the weights after the descent, and return them."),
    ru=("Возвращено лучшее начало, а не место, куда привёл спуск.", "Сравнивайте веса после спуска и возвращайте их."),
)
def start_returned(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return starts[int(np.argmin([loss(w) for w in finals]))]


@multistart.mistake(
    en=("The start is chosen before the descent.", "A low start may lead into the worse valley. First walk from every start, then compare."),
    ru=("Начало выбрано до спуска.", "Низкое начало может вести в худшую впадину. Сначала спуститесь из каждого начала, потом сравнивайте."),
)
def chosen_before_the_descent(loss, grad, starts, learning_rate, n_steps):
    w = np.asarray(min(starts, key=loss), dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The result of the last start always wins.", "Every turn of the loop replaces the answer. Keep the best weight so far and its loss."),
    ru=("Всегда побеждает последнее начало.", "Каждый оборот цикла заменяет ответ. Храните лучший вес и его потери."),
)
def last_wins(loss, grad, starts, learning_rate, n_steps):
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The worst result is returned.", "Smaller loss is better: look at the comparison."),
    ru=("Возвращён худший результат.", "Чем меньше потери, тем лучше: посмотрите на сравнение."),
)
def worst_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return max(finals, key=loss)


@multistart.mistake(
    en=("The smallest loss comes back, not the weight that has it.", "The model needs the weights: keep both, and return w."),
    ru=("Возвращены наименьшие потери, а не вес, при котором они достигаются.", "Модели нужны веса: храните и то и другое, а возвращайте w."),
)
def loss_returned(loss, grad, starts, learning_rate, n_steps):
    values = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        values.append(loss(w))
    return min(values)


@multistart.mistake(
    en=("The final weights are averaged.", "Half-way between two valleys there is a hill. One of the results has to win."),
    ru=("Итоговые веса усреднены.", "На полпути между двумя впадинами — холм. Должен победить один из результатов."),
)
def averaged(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return np.mean(finals, axis=0)


@multistart.mistake(
    en=("The smallest weight wins, not the smallest loss.", "What says how good a weight is? Call loss, do not compare lengths of w."),
    ru=("Побеждает самый маленький вес, а не самые маленькие потери.", "Что говорит, насколько вес хорош? Вызывайте loss, а не сравнивайте длины w."),
)
def shortest_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=np.linalg.norm)


@multistart.mistake(
    en=("Each descent goes on from where the one before ended.", "Every start deserves its own descent: where in your code is w set to the start?"),
    ru=("Каждый спуск продолжается с места, где кончился предыдущий.", "У каждого начала свой спуск: где в коде w приравнивается к началу?"),
)
def start_not_reset(loss, grad, starts, learning_rate, n_steps):
    w, finals = np.asarray(starts[0], dtype=float), []
    for _ in starts:
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("Each descent is one step short.", "n_steps is the number of updates. Count how often your loop changes w."),
    ru=("Каждому спуску не хватает одного шага.", "n_steps — это число обновлений. Посчитайте, сколько раз цикл меняет w."),
)
def a_step_short(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps - 1):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.alternative
def keeping_the_best(loss, grad, starts, learning_rate, n_steps):
    best_w, best_loss = None, float("inf")
    for start in starts:
        w = np.array(start, dtype=float)
        for _ in range(n_steps):
            w -= learning_rate * np.asarray(grad(w))
        value = loss(w)
        if value < best_loss:
            best_w, best_loss = w, value
    return best_w


@multistart.alternative
def all_finals_at_once(loss, grad, starts, learning_rate, n_steps):
    walkers = np.array(starts, dtype=float)
    for _ in range(n_steps):
        walkers = walkers - learning_rate * np.array([grad(w) for w in walkers])
    return walkers[np.argmin([loss(w) for w in walkers])].tolist()
