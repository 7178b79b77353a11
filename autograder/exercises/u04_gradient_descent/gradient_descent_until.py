"""Path of gradient descent with the stopping rule of lecture 3."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw, slope_of
from course.public import u04_gradient_descent as public


def _bowl(centre, scale, floor):
    return lambda w: float(np.sum(scale * (np.asarray(w, dtype=float) - centre) ** 2) + floor)


@exercise(points=3)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1]), dtype=float))
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)


gradient_descent_until.example(public.lecture, public.lecture_slope, 5.0, 0.1)
gradient_descent_until.example(public.bowl, public.bowl_slope, 0.0, 0.4, 0.5)


@gradient_descent_until.probe("simple")
def _(answer, rng):
    centre, ahead, scale, rate, eps = draw(rng, (0.5, 2.0), (3.0, 4.0), (0.5, 0.7), (0.17, 0.23), (0.04, 0.06))
    return answer(_bowl(centre, scale, 3.0), slope_of(centre, scale), centre + ahead, rate, eps)


@gradient_descent_until.probe("general")
def _(answer, rng):
    seen = []
    for rate, eps in ((0.3, 0.02), (0.7, 0.3), (0.12, 0.004)):
        centre, start = rng.normal(), 3.0 + rng.uniform()
        seen.append(answer(_bowl(centre, 0.8, -2.0), slope_of(centre, 0.8), start + centre, rate, eps))
    return seen


@gradient_descent_until.probe("edge")
def _(answer, rng):
    centre, small, rate = draw(rng, (-2.0, 2.0), (0.01, 0.03), (0.15, 0.25))
    far, near = centre + rng.uniform(4.0, 7.0), centre + rng.uniform(2.0, 3.0)
    eps, limit = float(rng.uniform(0.005, 0.02)), int(rng.integers(5, 12))
    loss, grad = _bowl(centre, 1.0, 2.0), slope_of(centre, 1.0)
    return [
        answer(loss, grad, far, small, 1e-12, limit),  # the limit on steps ends it
        answer(loss, grad, far, 1.0, eps, 5 * limit),  # the rule is fooled at once
        answer(loss, grad, centre, rate),  # already there
        answer(loss, grad, near, rate),  # the default tolerance
    ]


@gradient_descent_until.probe("vector", credit=0.5)
def _(answer, rng):
    scale = rng.uniform((0.4, 0.9), (0.6, 1.1))
    start = rng.choice([-1.0, 1.0], size=2) * rng.uniform(2.0, 5.0, size=2)
    return answer(_bowl(0.0, scale, 1.0), lambda w: 2.0 * scale * np.asarray(w), start, 0.3, 0.01)


@gradient_descent_until.mistake(
    en=("The point at which the rule stops is missing.", "The path ends with the first point whose loss hardly differs: append it, then stop."),
    ru=("Нет точки, на которой правило останавливается.", "Путь заканчивается первой точкой, где потери почти не изменились: сначала добавьте её, потом остановитесь."),
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
    ru=("Правило сравнивает веса, а в лекции сравниваются потери.", "Сравнивайте L в двух соседних точках, а не w."),
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
    ru=("Правило смотрит на величину градиента, а в лекции — на изменение потерь.", "Сравнивайте потери до шага и после него."),
)
def compares_gradient(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if np.linalg.norm(np.atleast_1d(grad(path[-1]))) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("Without the absolute value, the rule stops at the first step downhill.", "L(wᵢ₊₁) − L(wᵢ) is negative when things go well. What about its size?"),
    ru=("Без модуля правило срабатывает на первом же шаге вниз.", "Когда всё идёт хорошо, разность L(wᵢ₊₁) − L(wᵢ) отрицательна. А её величина?"),
)
def no_absolute_value(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
        if loss(path[-1]) - loss(path[-2]) < eps:
            break
    return np.array(path)


@gradient_descent_until.mistake(
    en=("The tolerance eps is not used; another number stands in its place.", "Call the function with eps = 1 and with eps = 1e-6: the paths must differ."),
    ru=("Допуск eps не используется, вместо него стоит другое число.", "Вызовите функцию с eps = 1 и с eps = 1e-6: пути должны различаться."),
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
    for _ in range(500):
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


@gradient_descent_until.alternative
def by_while(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path, change = [w0], float("inf")
    while change >= eps and len(path) <= max_steps:
        w = path[-1] - learning_rate * grad(path[-1])
        change = abs(loss(w) - loss(path[-1]))
        path.append(w)
    return np.array(path)


@gradient_descent_until.alternative
def loss_remembered(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w, height, path = w0, loss(w0), [w0]
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        new = loss(w)
        if np.abs(new - height) < eps:
            return path
        height = new
    return path
