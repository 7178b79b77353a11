"""Path of gradient descent with the stopping rule of lecture 3."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw, slope_of
from autograder.judging.parts import shuffled
from course.public import u04_gradient_descent as public


def _bowl(centre, scale, floor):
    return lambda w: float(np.sum(scale * (np.asarray(w, dtype=float) - centre) ** 2) + floor)


def _to_and_fro(centre, rate, throw):
    """Return a loss and its slope, steeper on the right of ``centre``: with this rate the descent jumps between two points.

    The loss on the left is ``throw`` times that on the right. So it changes at every step, and not at all over two.
    """
    right, left = (1 + throw) / (2 * rate), (1 + 1 / throw) / (2 * rate)
    return (
        lambda w: float((right if w > centre else left) * (w - centre) ** 2 + 3.0),
        lambda w: 2 * (right if w > centre else left) * (w - centre),
    )


@exercise(points=3)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path, dtype=float)


gradient_descent_until.example(public.lecture, public.lecture_slope, 5.0, 0.1, 1)
gradient_descent_until.example(public.lecture, public.lecture_slope, 5.0, 0.1, 6, 1)
gradient_descent_until.example(public.lecture, public.lecture_slope, 4, 0.25, 3)
gradient_descent_until.example(public.bowl, public.bowl_slope, 0.0, 0.4)
gradient_descent_until.example(public.lecture, public.lecture_slope, 5.0, 1.1, 0.5, 3)  # the loss grows


ENOUGH = 200  # steps that no right answer needs here: one that never stops comes to an end all the same
# The lowest loss is far from 1 below, and of both signs: a change may not be measured by the loss itself.


@gradient_descent_until.probe("simple")
def _(answer, rng):
    centre, ahead, scale, rate, eps = draw(rng, (0.5, 2.0), (3.0, 4.0), (0.5, 0.7), (0.25, 0.33), (0.04, 0.06))
    return answer(_bowl(centre, scale, 40.0), slope_of(centre, scale), centre + ahead, rate, eps, ENOUGH)


@gradient_descent_until.probe("general")
def _(answer, rng):
    seen = []
    for (rate, eps), side in zip(((0.3, 0.02), (0.7, 0.3), (0.2, 0.05)), rng.permutation([-1.0, 1.0, 1.0])):
        centre, ahead = draw(rng, (-2.0, 2.0), (3.0, 4.0))
        start = float(centre + side * ahead)
        seen.append(answer(_bowl(centre, 0.8, -30.0), slope_of(centre, 0.8), start, rate, eps, ENOUGH))
    return seen


@gradient_descent_until.probe("edge")
def _(answer, rng):
    centre, small, rate = draw(rng, (-2.0, 2.0), (0.04, 0.06), (0.25, 0.35))
    far, near = centre + rng.uniform(4.0, 7.0), centre + rng.uniform(2.0, 3.0)
    eps, limit = float(rng.uniform(0.005, 0.02)), int(rng.integers(4, 8))
    loss, grad = _bowl(centre, 1.0, -30.0), slope_of(centre, 1.0)
    return [
        answer(loss, grad, far, small, 1e-4, limit),  # the limit on steps ends it
        answer(loss, grad, far, small, 1e-4, 0),  # no step at all
        answer(loss, grad, far, 1.0, eps, 5 * limit),  # the rule is fooled at once
        answer(loss, grad, centre, rate, max_steps=ENOUGH),  # already there
        answer(loss, grad, near, rate, max_steps=ENOUGH),  # the default tolerance
        answer(loss, grad, far, rate, float(rng.uniform(2.0, 3.0)), 1),  # one step, and a tolerance above that number
        answer(*_to_and_fro(centre, rate, float(rng.uniform(1.5, 2.0))), far, rate, eps, limit),  # to and fro, for ever
        answer(loss, grad, near, float(rng.uniform(1.05, 1.15)), eps, limit),  # the loss grows from step to step
    ]


@gradient_descent_until.probe("edge", credit=0.5, part="<")
def _(answer, rng):
    # Every number here has few binary digits, so a change of exactly eps is one for every way of computing it.
    centre = int(rng.integers(1, 20)) / 4
    reached, half = 2 * int(rng.integers(1, 9)), int(rng.integers(1, 4))
    loss, grad = _bowl(centre, 0.25, 256.0), slope_of(centre, 0.25)
    start, change = centre + reached * 2**half, 0.75 * reached**2  # of the step number ``half``
    return [answer(loss, grad, start, 1.0, eps, ENOUGH) for eps in shuffled(rng, [change, 0.9 * change, 1.1 * change])]


@gradient_descent_until.probe("vector", credit=0.5)
def _(answer, rng):
    scale = rng.uniform((0.25, 0.9), (0.35, 1.1))
    start = rng.choice([-1.0, 1.0], size=2) * rng.uniform(2.0, 5.0, size=2)
    loss, grad = lambda w: _bowl(0.0, scale, 20.0)(w) + 0.3 * w[0] * w[1], lambda w: 2.0 * scale * np.asarray(w) + 0.3 * w[::-1]
    return [answer(loss, grad, start, 0.3, 0.01, ENOUGH), answer(loss, grad, np.array([3, -2]), float(rng.uniform(0.2, 0.3)), 0.01, 2)]


@gradient_descent_until.mistake(
    en=("The point at which the search stops is missing.", "The path ends with the first point whose loss hardly differs: append it, then stop."),
    ru=("Нет точки, на которой поиск заканчивается.", "Путь заканчивается первой точкой, где потери почти не изменились: сначала добавьте её, потом остановитесь."),
)
def last_point_lost(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        w = path[-1] - learning_rate * np.asarray(grad(path[-1]))
        if abs(loss(w) - loss(path[-1])) < eps:
            break
        path.append(w)
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The rule looks at the weights; the lecture's looks at the loss.", "Compare L at two neighbouring points, not w."),
    ru=("Критерий сравнивает веса, а в лекции сравниваются потери.", "Сравнивайте L в двух соседних точках, а не w."),
)
def compares_weights(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if np.linalg.norm(path[-1] - path[-2]) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The rule looks at the size of the gradient; the lecture's looks at the change of the loss.", "Compare the loss before and after the step."),
    ru=("Критерий смотрит на величину градиента, а в лекции — на изменение потерь.", "Сравнивайте потери до шага и после него."),
)
def compares_gradient(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if np.linalg.norm(np.atleast_1d(grad(path[-1]))) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The rule stops at the first step downhill, however much the loss still falls.", "L(wᵢ₊₁) − L(wᵢ) is negative when things go well. What about its size, and which side of ε stops?"),
    ru=("Критерий срабатывает на первом же шаге вниз, как бы сильно ни падали потери.", "Когда всё идёт хорошо, разность L(wᵢ₊₁) − L(wᵢ) отрицательна. А её величина? И по какую сторону от ε пора остановиться?"),
)
def no_absolute_value(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if loss(path[-1]) - loss(path[-2]) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The path is that of the tolerance 0.01, whichever is given.", "Call the function with eps = 1 and with eps = 1e-6: the paths must differ."),
    ru=("Путь такой, будто порог всегда равен 0.01.", "Вызовите функцию с eps = 1 и с eps = 1e-6: пути должны различаться."),
)
def fixed_tolerance(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if abs(loss(path[-1]) - loss(path[-2])) < 0.01:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The limit on the number of steps is not kept.", "With max_steps = 7 the path has at most 8 points, whatever eps is."),
    ru=("Ограничение на число шагов не соблюдается.", "При max_steps = 7 в пути не больше 8 точек, каким бы ни было eps."),
)
def no_limit(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(200):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("Only the last point comes back.", "The task asks for the whole path, from w0 on."),
    ru=("Возвращается только последняя точка.", "Нужен весь путь, начиная с w0."),
)
def only_the_end(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.asarray(w0, dtype=float)
    for _ in range(max_steps):
        before, w = w, w - learning_rate * np.asarray(grad(w))
        if abs(loss(w) - loss(before)) < eps:
            break
    return w


@gradient_descent_until.mistake(
    en=("A change that equals eps stops the search already.", "The rule of the lecture stops where the change is less than ε."),
    ru=("Поиск останавливается уже тогда, когда изменение равно eps.", "По критерию из лекции изменение должно быть меньше ε."),
)
def stops_at_equality(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if abs(loss(path[-1]) - loss(path[-2])) <= eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("A step is made even where max_steps allows none.", "With max_steps = 0 the path is the start alone: when does your loop look at the limit?"),
    ru=("Шаг делается, даже когда max_steps не разрешает ни одного.", "При max_steps = 0 путь состоит из одной начальной точки. Когда цикл смотрит на предел?"),
)
def one_step_at_least(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0, w0 - learning_rate * grad(w0)]
    while abs(loss(path[-1]) - loss(path[-2])) >= eps and len(path) <= max_steps:
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The path ends at max_steps points, where max_steps steps are allowed.", "The start is a point but not a step: how many points do max_steps steps give?"),
    ru=("Путь обрывается на max_steps точках, а разрешено max_steps шагов.", "Начальная точка — это не шаг. Сколько точек дают max_steps шагов?"),
)
def limit_on_points(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    for _ in range(max_steps - 1):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The search goes on one step after the rule has said stop.", "Look at the change right after each step, before the next one is made."),
    ru=("После срабатывания критерия сделан ещё один шаг.", "Смотрите на изменение сразу после каждого шага, до следующего."),
)
def one_step_after(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    for _ in range(max_steps):
        stop = len(path) > 1 and abs(loss(path[-1]) - loss(path[-2])) < eps
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if stop:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The rule looks at w² + 12, whatever loss is given.", "The caller brings a loss of their own. Which function do you ask for the loss?"),
    ru=("Критерий смотрит на w² + 12, какие бы потери ни были заданы.", "Функцию потерь передаёт тот, кто вызывает. У какой функции вы спрашиваете потери?"),
)
def loss_of_the_lecture(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if abs(np.sum(path[-1] ** 2) - np.sum(path[-2] ** 2)) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("Every change of the loss is measured from the start, not from the step before.", "Which two losses does the rule compare? What must be remembered at the end of each turn of your loop?"),
    ru=("Изменение потерь всякий раз отсчитывается от начальной точки, а не от предыдущего шага.", "Какие два значения потерь сравнивает критерий? Что нужно запомнить в конце каждого оборота цикла?"),
    looks_like=("never_stops",),
)
def change_from_the_start(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if abs(loss(path[-1]) - loss(path[0])) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("However little the loss still falls, the search goes on to max_steps.", "Which two numbers do you compare, and what becomes small when the loss hardly changes any more? Where does your code act on it?"),
    ru=("Как бы мало ни падали потери, поиск идёт до max_steps.", "Какие два числа вы сравниваете и что становится малым, когда потери почти перестают меняться? Где код на это реагирует?"),
)
def never_stops(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The search stops after the first step already.", "The rule compares the new loss with the loss before the step. Is your old weight still the old one at that moment, and does nothing else end your loop?"),
    ru=("Поиск останавливается уже после первого шага.", "Критерий сравнивает новые потери с потерями до шага. Остался ли к этому моменту старый вес старым и не прерывает ли цикл что-то ещё?"),
    looks_like=("no_absolute_value",),
)
def one_step_always(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("All points behind the first are the same: every step starts at w0 again.", "The next step starts where the last one has led. Which line of your loop replaces the old weight?"),
    ru=("Все точки после первой одинаковы: каждый шаг снова начинается в w0.", "Следующий шаг начинается там, куда привёл предыдущий. Какая строка цикла заменяет старый вес?"),
)
def always_from_the_start(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[0] - learning_rate * np.asarray(grad(path[0])))
        if abs(loss(path[-1]) - loss(path[0])) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The loss itself is compared with eps, not its change.", "The smallest loss need not be 0: in the lecture it is 12. What becomes small when the descent comes to rest?"),
    ru=("С eps сравниваются сами потери, а не их изменение.", "Наименьшие потери не обязаны быть нулём: в лекции это 12. Что становится малым, когда спуск замирает?"),
    looks_like=("never_stops",),
)
def loss_for_change(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if loss(path[-1]) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The rule looks at the gradient before a step; the lecture's looks at the change of the loss by the step.", "That is the rule of exercise 8. Which two numbers does the lecture compare?"),
    ru=("Критерий смотрит на градиент перед шагом, а в лекции — на то, как шаг изменил потери.", "Это критерий упражнения 8. Какие два числа сравнивают в лекции?"),
    looks_like=("compares_gradient",),
)
def slope_before_the_step(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        slope = grad(path[-1])
        if np.linalg.norm(slope) < eps:
            break
        path.append(path[-1] - learning_rate * slope)
    return np.array(path)


@gradient_descent_until.mistake(
    en=("A step after which the loss is higher ends the search.", "Which differences lie below ε: the small ones only, or all negative ones too? The rule asks for the size of the change."),
    ru=("Шаг, после которого потери выросли, заканчивает поиск.", "Какие разности меньше ε: только малые или ещё и все отрицательные? Критерий спрашивает о величине изменения."),
)
def growth_stops(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if loss(path[-2]) - loss(path[-1]) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("Only the start comes back where the loss falls: the first step downhill ends the search, and its point is lost.", "L(wᵢ₊₁) − L(wᵢ) is negative when things go well. What about its size? And does the last point come into the path before you stop?"),
    ru=("Там, где потери падают, возвращается одна начальная точка: первый же шаг вниз заканчивает поиск, и его точка теряется.", "Когда всё идёт хорошо, разность L(wᵢ₊₁) − L(wᵢ) отрицательна. А её величина? И попадает ли последняя точка в путь до остановки?"),
)
def no_absolute_value_and_last_point_lost(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        w = path[-1] - learning_rate * np.asarray(grad(path[-1]))
        if loss(w) - loss(path[-1]) < eps:
            break
        path.append(w)
    return np.array(path)


@gradient_descent_until.alternative
def by_while(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    change = eps
    while change >= eps and len(path) <= max_steps:
        w = path[-1] - learning_rate * grad(path[-1])
        change = abs(loss(w) - loss(path[-1]))
        path.append(w)
    return np.array(path)


@gradient_descent_until.alternative
def loss_remembered(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path, height = [w0], loss(w0)
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        new = loss(path[-1])
        if np.abs(new - height) < eps:
            return path
        height = new
    return path


_SEEN_TO = "ten thousand calls would take seconds, and the line is given"
for _answer in (gradient_descent_until, by_while, loss_remembered):
    gradient_descent_until.equal(_answer, "max_steps=10_000", _SEEN_TO)
gradient_descent_until.equal(gradient_descent_until, "abs(loss(path[-1]) - loss(path[-2]))", "a size has no sign")
gradient_descent_until.equal(by_while, "path = [w0]", "neither line needs the other")
gradient_descent_until.equal(by_while, "abs(loss(w) - loss(path[-1]))", "a size has no sign")
gradient_descent_until.equal(loss_remembered, "np.abs(new - height)", "a size has no sign, and fabs is abs for numbers")
gradient_descent_until.equal(gradient_descent_until, "np.array(path, dtype=float)", "only the numbers of a path are compared, not their type")
gradient_descent_until.equal(loss_remembered, "path, height = [w0], loss(w0)", "a list can be unpacked as well as a pair")


@gradient_descent_until.mistake(
    en=("The weights move one after another: the gradient for the second one is taken where the first has moved already.", "All parts of a step come from one gradient, that of the old point. Compute it once, before anything moves."),
    ru=("Веса сдвигаются по очереди: градиент для второго взят там, куда уже сдвинулся первый.", "Все составляющие шага берутся из одного градиента — в старой точке. Вычислите его один раз, прежде чем что-то сдвигать."),
)
def one_weight_after_another(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for _ in range(max_steps):
        w = path[-1].copy()
        for j in range(w.size):
            w.flat[j] -= learning_rate * np.ravel(grad(w))[j]
        path.append(w)
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)
