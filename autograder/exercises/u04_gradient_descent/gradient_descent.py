"""Path of gradient descent."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw, slope_of
from course.public import u04_gradient_descent as public


@exercise(points=3)
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w), dtype=float)
        path.append(w)
    return np.array(path)


gradient_descent.example(public.lecture_slope, 5.0, 0.1, 3)
gradient_descent.example(public.bowl_slope, 0.0, 0.25, 4)


@gradient_descent.probe("simple")
def _(answer, rng):
    centre, ahead, scale, rate = draw(rng, (0.5, 2.5), (2.0, 4.0), (0.5, 0.9), (0.15, 0.25))
    return answer(slope_of(centre, scale), centre + ahead, rate, int(rng.integers(5, 9)))


@gradient_descent.probe("general")
def _(answer, rng):
    return [
        answer(slope_of(*rng.normal(size=1), 0.4), float(rng.normal(scale=3.0)), rate, steps)
        for rate, steps in ((0.3, 4), (1.1, 7), (0.05, 11))
    ]


@gradient_descent.probe("edge", credit=0.5)
def _(answer, rng):
    centre, ahead, scale, rate = draw(rng, (0.5, 2.5), (2.0, 4.0), (0.9, 1.4), (0.25, 0.35))
    return [answer(slope_of(centre, scale), centre + ahead, rate, steps) for steps in (0, 1)]


@gradient_descent.probe("vector")
def _(answer, rng):
    scale = rng.uniform((0.4, 0.8, 1.7), (0.6, 1.2, 2.2))
    return answer(lambda w: 2.0 * scale * (np.asarray(w) - 1.0), rng.normal(size=3), 0.15, 5)


@gradient_descent.mistake(
    en=("Each step goes uphill.", "The gradient points to where the loss grows. Which way must the step go?"),
    ru=("Каждый шаг идёт в гору.", "Градиент показывает, куда функция растёт. В какую сторону нужен шаг?"),
)
def uphill(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] + learning_rate * np.asarray(grad(path[-1])))
    return np.array(path)


@gradient_descent.mistake(
    en=("The learning rate is not used.", "Change learning_rate: does your path change?"),
    ru=("Скорость обучения не используется.", "Измените learning_rate: меняется ли ваш путь?"),
)
def no_learning_rate(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - np.asarray(grad(path[-1])))
    return np.array(path)


@gradient_descent.mistake(
    en=("The starting point is missing from the path.", "n_steps steps give n_steps + 1 points: the first one is w0."),
    ru=("В пути нет начальной точки.", "n_steps шагов — это n_steps + 1 точек, и первая из них w0."),
)
def start_left_out(grad, w0, learning_rate, n_steps):
    w, path = np.asarray(w0, dtype=float), []
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
        path.append(w)
    return np.array(path)


@gradient_descent.mistake(
    en=("The path is one step short.", "Count the steps: the starting point is not one of them."),
    ru=("Пути не хватает одного шага.", "Посчитайте шаги: начальная точка шагом не считается."),
)
def one_step_short(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps - 1):
        path.append(path[-1] - learning_rate * np.asarray(grad(path[-1])))
    return np.array(path)


@gradient_descent.mistake(
    en=("Only the last point comes back.", "The task asks for the whole path: keep every point you visit."),
    ru=("Возвращается только последняя точка.", "Нужен весь путь: сохраняйте каждую точку, в которой побывали."),
)
def last_point_only(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
    return w


@gradient_descent.mistake(
    en=("The slope is always taken at the starting point.", "After each step you stand elsewhere: where does your loop ask for the gradient?"),
    ru=("Наклон всё время берётся в начальной точке.", "После шага вы стоите в другом месте: в какой точке цикл спрашивает градиент?"),
)
def slope_of_the_start(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    slope = np.asarray(grad(w))
    return np.array([w - k * learning_rate * slope for k in range(n_steps + 1)])


@gradient_descent.mistake(
    en=("The gradient that is passed in is not used.", "The function must walk on any landscape: call grad, do not write 2w."),
    ru=("Переданный градиент не используется.", "Функция должна спускаться по любой поверхности: вызывайте grad, а не пишите 2w."),
)
def only_the_parabola(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * 2 * path[-1])
    return np.array(path)


@gradient_descent.mistake(
    en=("All points of the path are the same object.", "An array that is changed in place changes everywhere it is kept. Where does your loop use -=?"),
    ru=("Все точки пути — один и тот же объект.", "Массив, изменённый на месте, меняется везде, где он сохранён. Где в цикле стоит -=?"),
)
def in_place(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * np.asarray(grad(w))
        path.append(w)
    return np.array(path)


@gradient_descent.mistake(
    en=("The learning rate shrinks from step to step.", "Here the learning rate is a constant: every step uses the same η."),
    ru=("Скорость обучения убывает от шага к шагу.", "Здесь она постоянна: η на каждом шаге одна и та же."),
)
def decaying_rate(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(n_steps):
        path.append(path[-1] - learning_rate / (k + 1) * np.asarray(grad(path[-1])))
    return np.array(path)


@gradient_descent.alternative
def preallocated(grad, w0, learning_rate, n_steps):
    w0 = np.asarray(w0, dtype=float)
    path = np.empty((n_steps + 1, *w0.shape))
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


@gradient_descent.alternative
def recursive(grad, w0, learning_rate, n_steps):
    if n_steps == 0:
        return [w0]
    return [w0, *recursive(grad, w0 - learning_rate * grad(w0), learning_rate, n_steps - 1)]


@gradient_descent.alternative
def plain_list(grad, w0, learning_rate, n_steps):
    path, w = [w0], w0
    while len(path) <= n_steps:
        w = w + learning_rate * (-grad(w))
        path.append(w)
    return path
