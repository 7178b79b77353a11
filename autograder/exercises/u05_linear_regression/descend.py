"""Path of gradient descent with a step size for every step."""

import numpy as np

from autograder.exercise import exercise
from course.public import u05_linear_regression as public


@exercise(points=2)
def descend(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1]), dtype=float))
    return np.array(path)


descend.example(public.bowl_slope, np.array([0.0, 0.0]), public.always_a_fifth, 3)
descend.example(public.bowl_slope, np.array([3.0, 1.0]), public.a_third_over_k, 4)


def _pull(centre, scale):
    return lambda w: scale * (np.asarray(w, dtype=float) - centre)


def _fading(first, delay):
    """Return the steps first·delay/(delay + k): no two are equal."""
    return lambda k: first * delay / (delay + k)


@descend.probe("simple")
def _(answer, rng):
    pull = _pull(rng.normal(size=2), np.array([1.0, rng.uniform(2.0, 3.0)]))
    return answer(pull, rng.normal(scale=2.0, size=2), _fading(rng.uniform(0.3, 0.4), rng.uniform(1.5, 3.0)), 5)


@descend.probe("general")
def _(answer, rng):
    return [
        answer(_pull(rng.normal(size=n), rng.uniform(0.5, 2.0, size=n)), rng.normal(scale=3.0, size=n), _fading(0.5, delay), steps)
        for n, delay, steps in ((3, rng.uniform(0.8, 1.5), 4), (1, rng.uniform(3.0, 5.0), 7), (4, rng.uniform(2.0, 3.0), 6))
    ]


@descend.probe("edge", credit=0.5)
def _(answer, rng):
    pull, start, fading = _pull(rng.uniform(0.5, 1.5), 0.7), rng.normal(size=2), _fading(0.5, rng.uniform(2.0, 4.0))
    return [answer(pull, start, fading, 0), answer(pull, start, fading, 1)]


@descend.mistake(
    en=("The steps are counted from 0.", "The first step has the number k = 1: with which number does your loop first call step_size?"),
    ru=("Шаги считаются с нуля.", "У первого шага номер k = 1: с каким номером цикл впервые вызывает step_size?"),
)
def from_zero(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All steps have the size of the first one.", "step_size has to be asked anew in every turn of the loop, with the present k."),
    ru=("Все шаги такие же, как первый.", "step_size нужно спрашивать заново на каждом обороте цикла, с текущим k."),
)
def first_size_for_all(gradient, w0, step_size, n_steps):
    path, eta = [np.asarray(w0, dtype=float)], step_size(1)
    for _ in range(n_steps):
        path.append(path[-1] - eta * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("Each step goes uphill.", "The gradient points to where the loss grows. Check the sign of the update."),
    ru=("Каждый шаг идёт в гору.", "Градиент показывает, куда растут потери. Проверьте знак в обновлении."),
)
def climbs(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] + step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("The gradient is always taken at the start.", "After each step you stand elsewhere: at which point does your loop ask for the gradient?"),
    ru=("Градиент всё время берётся в начальной точке.", "После шага вы стоите в другом месте: в какой точке цикл спрашивает градиент?"),
)
def gradient_of_the_start(gradient, w0, step_size, n_steps):
    g = np.asarray(gradient(np.asarray(w0)))
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * g)
    return np.array(path)


@descend.mistake(
    en=("The start is missing from the path.", "n_steps steps give n_steps + 1 points, and the first one is w0."),
    ru=("В пути нет начальной точки.", "n_steps шагов — это n_steps + 1 точек, и первая из них w0."),
)
def path_without_start(gradient, w0, step_size, n_steps):
    w, path = np.asarray(w0, dtype=float), []
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@descend.mistake(
    en=("The path is one step short.", "Which is the last value of k in your loop? It has to be n_steps."),
    ru=("Пути не хватает одного шага.", "Какое последнее значение k в вашем цикле? Должно быть n_steps."),
)
def range_ends_early(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All points of the path are one and the same array.", "An array changed in place changes everywhere it is kept. Where does your loop use -=?"),
    ru=("Все точки пути — один и тот же массив.", "Массив, изменённый на месте, меняется везде, где он сохранён. Где в цикле стоит -=?"),
)
def same_array(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, n_steps + 1):
        w -= step_size(k) * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@descend.mistake(
    en=("Only the last point comes back.", "The task asks for the whole path: keep every point."),
    ru=("Возвращается только последняя точка.", "Нужен весь путь: сохраняйте каждую точку."),
)
def end_only(gradient, w0, step_size, n_steps):
    w = np.asarray(w0, dtype=float)
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * np.asarray(gradient(w))
    return w


@descend.alternative
def into_a_table(gradient, w0, step_size, n_steps):
    path = np.zeros((n_steps + 1, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - step_size(k + 1) * gradient(path[k])
    return path


@descend.alternative
def with_while(gradient, w0, step_size, n_steps):
    path = [w0]
    while len(path) <= n_steps:
        path.append(path[-1] + step_size(len(path)) * -gradient(path[-1]))
    return path
