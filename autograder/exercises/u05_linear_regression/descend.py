"""Path of gradient descent with a step size for every step."""

import numpy as np

from autograder.exercise import exercise
from course.public import u05_linear_regression as public


@exercise(points=2)
def descend(gradient, w0, step_size, n_steps):
    path = [w0]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * gradient(path[-1]))
    return np.array(path)


descend.example(public.bowl_slope, np.array([2.0, -0.5]), public.always_a_fifth, 3)
descend.example(public.bowl_slope, np.array([3.0, 1.0]), public.a_third_over_k, 4)
descend.example(public.twice, np.array([8.0]), public.a_quarter_over_k, 2)
descend.example(public.bowl_slope, np.array([3, 1]), public.a_third_over_k, 2)
descend.example(public.tilted_slope, np.array([2.0, 1.0]), public.a_quarter_over_k, 2)
descend.example(public.bowl_slope, np.array([3.0, 1.0]), public.a_third_over_k, 0)


def _pull(centre, scale):
    """Return the gradient of a bowl in which the slope along one weight hangs on the others, too."""

    def gradient(w):
        ahead = np.asarray(w, dtype=float) - centre
        return scale * ahead + 0.2 * (ahead.sum() - ahead)

    return gradient


def _fading(first, delay):
    """Return the steps first·delay/(delay + k): no two are equal."""
    return lambda k: first * delay / (delay + k)


def _first_two(path):
    """Return the first two points of a path; what is no path is returned as it is."""
    several = isinstance(path, list | tuple) or (isinstance(path, np.ndarray) and path.ndim > 0)
    return path[:2] if several else path


@descend.probe("simple")
def _(answer, rng):
    pull = _pull(rng.normal(size=2), np.array([1.0, rng.uniform(2.0, 3.0)]))
    return answer(pull, rng.normal(scale=2.0, size=2), _fading(rng.uniform(0.3, 0.4), rng.uniform(1.5, 3.0)), 5)


@descend.probe("general")
def _(answer, rng):
    return [
        answer(_pull(rng.normal(size=n), rng.uniform(0.5, 2.0, size=n)), rng.normal(scale=3.0, size=n), _fading(0.5, delay), steps)
        for n, delay, steps in ((3, rng.uniform(0.8, 1.5), 4), (1, rng.uniform(3.0, 5.0), 6), (4, rng.uniform(2.0, 3.0), 1))
    ]


@descend.probe("edge", credit=0.5)
def _(answer, rng):
    """No step at all, and the beginning of a path, so that a start alone is no answer."""
    pull, start, fading = _pull(rng.uniform(0.5, 1.5), 0.7), rng.normal(size=2), _fading(0.5, rng.uniform(2.0, 4.0))
    return [answer(pull, start, fading, 0), _first_two(answer(pull, start, fading, 3))]


@descend.probe("edge", credit=0.5)
def _(answer, rng):
    """A start of whole numbers: nothing may be cut off because of that."""
    pull = _pull(rng.uniform(0.3, 0.7, size=2), np.array([1.0, rng.uniform(2.0, 3.0)]))
    return answer(pull, rng.choice([-4, -3, -2, 2, 3, 4], size=2), _fading(0.4, rng.uniform(2.0, 4.0)), 4)


@descend.mistake(
    en=("The first step has the size for k = 0.", "The first step has the number k = 1: with which number does your loop first call step_size?"),
    ru=("Размер первого шага взят для k = 0.", "У первого шага номер k = 1: с каким номером цикл впервые вызывает step_size?"),
)
def from_zero(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All steps have the size of the first one.", "How often does your code ask step_size, and with which number each time?"),
    ru=("Размер всех шагов такой же, как у первого.", "Сколько раз ваш код спрашивает step_size и с каким номером каждый раз?"),
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
    en=("The gradient is always taken at the start.", "After each step you stand elsewhere: at which point do you ask for the gradient, and how often?"),
    ru=("Градиент всё время берётся в начальной точке.", "После шага вы стоите в другом месте: в какой точке и сколько раз вы спрашиваете градиент?"),
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
    en=("The last point of the path is missing.", "n_steps steps give n_steps + 1 points. How often do the weights change in your loop, and is each change kept?"),
    ru=("В пути нет последней точки.", "n_steps шагов — это n_steps + 1 точек. Сколько раз веса меняются в цикле и каждое ли изменение сохраняется?"),
)
def range_ends_early(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All points of the path are equal to the last one.", "An array changed in place changes everywhere it is kept. Does your loop make a new array in each step?"),
    ru=("Все точки пути совпадают с последней.", "Массив, изменённый на месте, меняется везде, где он сохранён. Создаёт ли цикл на каждом шаге новый массив?"),
)
def same_array(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, n_steps + 1):
        w -= step_size(k) * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@descend.mistake(
    en=("The points stand one after another in one long row.", "The task asks for a table with a row for each point. Print the shape of your path while it grows."),
    ru=("Точки идут одна за другой в одной длинной строке.", "Нужна таблица, где для каждой точки своя строка. Печатайте форму пути по мере того, как он растёт."),
)
def one_long_row(gradient, w0, step_size, n_steps):
    w, path = w0, w0
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w)
        path = np.append(path, w)
    return path


@descend.mistake(
    en=("When the start is made of whole numbers, every point is cut off to whole numbers.", "Of what kind are the elements of the array into which your code writes the points?"),
    ru=("Когда начальная точка целочисленная, у каждой точки отбрасывается дробная часть.", "Какого типа элементы у массива, в который ваш код записывает точки?"),
)
def points_cut_off(gradient, w0, step_size, n_steps):
    path = np.array([w0] * (n_steps + 1))
    for k in range(1, n_steps + 1):
        path[k] = path[k - 1] - step_size(k) * gradient(path[k - 1])
    return path


@descend.mistake(
    en=("The first step has the size for k = 2.", "The first step has the number k = 1. Which number does your loop pass on when only the start is there?"),
    ru=("Размер первого шага взят для k = 2.", "У первого шага номер k = 1. Какое число передаёт цикл, пока есть только начало?"),
)
def from_two(gradient, w0, step_size, n_steps):
    path = [w0]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k + 1) * gradient(path[-1]))
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


@descend.mistake(
    en=("All steps have the size that belongs to the last one.", "The first step uses the number 1, the second the number 2. Which number does your code hand to the schedule?"),
    ru=("У всех шагов размер последнего.", "Для первого шага нужен номер 1, для второго — номер 2. Какой номер получает у вас расписание?"),
)
def last_size_for_all(gradient, w0, step_size, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - step_size(n_steps) * gradient(path[-1]))
    return np.array(path)


@descend.alternative
def into_a_table(gradient, w0, step_size, n_steps):
    path = np.array([w0] * (n_steps + 1), dtype=float)
    for k in range(n_steps):
        path[k + 1] = path[k] - step_size(k + 1) * gradient(path[k])
    return path


@descend.alternative
def with_while(gradient, w0, step_size, n_steps):
    path = [w0]
    while len(path) <= n_steps:
        path.append(path[-1] + step_size(len(path)) * -gradient(path[-1]))
    return path


@descend.mistake(
    en=("The weights move one after another: the gradient for the second one is taken where the first has moved already.", "All parts of a step come from one gradient, that of the old point. Compute it once, before anything moves."),
    ru=("Веса сдвигаются по очереди: градиент для второго взят там, куда уже сдвинулся первый.", "Все составляющие шага берутся из одного градиента — в старой точке. Вычислите его один раз, прежде чем что-то сдвигать."),
)
def one_weight_after_another(gradient, w0, step_size, n_steps):
    path = [np.array(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        w = path[-1].copy()
        for j in range(w.size):
            w[j] -= step_size(k) * np.asarray(gradient(w))[j]
        path.append(w)
    return np.array(path)
