"""Path of gradient descent."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u04_gradient_descent.shared import draw, slope_of
from course.public import u04_gradient_descent as public


@exercise(points=3)
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path, dtype=float)


gradient_descent.example(public.lecture_slope, 5.0, 0.1, 3)
gradient_descent.example(public.bowl_slope, 0, 0.25, 4)
gradient_descent.example(public.lecture_slope, 5.0, 0.1, 0)
gradient_descent.example(public.bowl_slope, 1.0, 0.5, 3)  # at the minimum after one step: the other steps are made all the same
gradient_descent.example(public.ravine_slope, np.array([2.0, -1.0]), 0.04, 2)
gradient_descent.example(public.tilted_slope, np.array([2.0, 1.0]), 0.1, 2)
gradient_descent.example(public.ravine_slope, np.array([3, -2]), 0.02, 2)  # a vector of whole numbers


@gradient_descent.probe("simple")
def _(answer, rng):
    centre, ahead, scale, rate = draw(rng, (0.5, 2.5), (2.0, 4.0), (0.5, 0.9), (0.15, 0.25))
    return answer(slope_of(centre, scale), centre + ahead, rate, int(rng.integers(5, 9)))


@gradient_descent.probe("general")
def _(answer, rng):
    cases = []
    for rate, steps in ((0.3, 4), (1.1, 7), (0.05, 11)):
        centre, ahead = draw(rng, (-3.0, 3.0), (1.0, 4.0))
        cases.append((slope_of(centre, 0.4), float(centre + rng.choice([-1, 1]) * ahead), rate, steps))
    cases.append((slope_of(0.5, 0.4), int(rng.integers(2, 9)), float(rng.uniform(0.2, 0.4)), 3))  # a whole number is a number
    cases.append((slope_of(0.5, 0.4), float(rng.uniform(-9.0, -2.0)), float(rng.uniform(0.2, 0.4)), 3))  # from the left, too
    return [answer(*case) for case in cases]


@gradient_descent.probe("edge", credit=0.5)
def _(answer, rng):
    centre, ahead, scale, rate = draw(rng, (0.5, 2.5), (2.0, 4.0), (0.9, 1.4), (0.25, 0.35))
    none, one = (answer(slope_of(centre, scale), centre + ahead, rate, steps) for steps in (0, 1))
    start = rng.uniform(2.0, 4.0, size=2)
    return [none, one, *(answer(_valley(rng.uniform(0.4, 0.9, size=2)), start, rate, steps) for steps in (0, 1))]


@gradient_descent.probe("vector")
def _(answer, rng):
    scale = rng.permutation(rng.uniform((0.4, 0.8, 1.7), (0.6, 1.2, 2.2)))
    start = 1.0 + rng.choice([-1.0, 1.0], size=3) * rng.uniform(1.5, 3.0, size=3)
    whole = rng.choice([-1, 1], size=2) * rng.integers(2, 9, size=2)
    return [answer(_valley(scale), start, 0.15, 5), answer(_valley(scale[:2]), whole, 0.15, 2)]


def _valley(scale):
    """Return the gradient of the sum of scale·(w − 1)² and half the product of every two of w − 1."""

    def grad(w):
        ahead = np.asarray(w) - 1.0
        return 2.0 * scale * ahead + 0.5 * (ahead.sum() - ahead)

    return grad


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
    en=("The steps are those of the learning rate 1, whichever is given.", "Change learning_rate: does your path change?"),
    ru=("Шаги такие, будто скорость обучения всегда равна 1.", "Измените learning_rate: меняется ли ваш путь?"),
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
    en=("All steps are the same: the slope is that of the starting point.", "After each step you stand elsewhere: where does your loop ask for the gradient?"),
    ru=("Все шаги одинаковы: наклон всё время тот же, что в начальной точке.", "После шага вы стоите в другом месте: в какой точке цикл вычисляет градиент?"),
)
def slope_of_the_start(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    slope = np.asarray(grad(w))
    return np.array([w - k * learning_rate * slope for k in range(n_steps + 1)])


@gradient_descent.mistake(
    en=("The path is that of the lecture's parabola, whatever grad is.", "The function must walk on any landscape: call grad, do not write 2w."),
    ru=("Путь всегда такой, как на параболе из лекции, каким бы ни был grad.", "Функция должна спускаться по любой поверхности: вызывайте grad, а не пишите 2w."),
)
def only_the_parabola(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * 2 * path[-1])
    return np.array(path)


@gradient_descent.mistake(
    en=("All points of the path are the same: the last one.", "An array that is changed in place changes everywhere it is kept. Is your array changed so, by -= for instance?"),
    ru=("Все точки пути одинаковы и равны последней.", "Массив, изменённый на месте, меняется везде, где он сохранён. Не меняется ли так ваш массив, например через -=?"),
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


@gradient_descent.mistake(
    en=("With vectors all points of the path are the same: the last one.", "For an array -= works on the array itself, wherever it is kept. Make a new one at each step."),
    ru=("Для векторов все точки пути одинаковы и равны последней.", "Для массива -= меняет сам массив, где бы он ни хранился. На каждом шаге создавайте новый."),
)
def in_place_for_vectors(grad, w0, learning_rate, n_steps):
    w, path = w0, [w0]
    for _ in range(n_steps):
        if isinstance(w, np.ndarray):
            np.subtract(w, learning_rate * grad(w), out=w, casting="unsafe")
        else:
            w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path)


@gradient_descent.mistake(
    en=("It takes numbers but not vectors.", "A path of vectors has a row of n numbers for each point. What is the shape of the array that you fill?"),
    ru=("Работает для чисел, но не для векторов.", "В пути из векторов для каждой точки строка из n чисел. Какой формы массив, который вы заполняете?"),
)
def numbers_only(grad, w0, learning_rate, n_steps):
    path = np.zeros(n_steps + 1)
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


@gradient_descent.mistake(
    en=("From a whole start all points are whole: the decimals are cut off.", "An array made of integers keeps integers. What is your path made of when w0 = 5?"),
    ru=("Если w0 целое, то и все точки целые: дробная часть отброшена.", "Массив, созданный из целых чисел, хранит целые. Из чего сделан ваш путь при w0 = 5?"),
)
def whole_numbers(grad, w0, learning_rate, n_steps):
    path = np.array([w0] * (n_steps + 1))
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


@gradient_descent.mistake(
    en=("From a start vector of whole numbers all points are whole: the decimals are cut off.", "An array made for whole numbers keeps whole numbers. What is the type of the array that takes your path?"),
    ru=("Если w0 — вектор целых чисел, то и все точки целые: дробная часть отброшена.", "Массив, созданный для целых чисел, хранит целые. Какого типа массив, в который попадает ваш путь?"),
)
def whole_vectors(grad, w0, learning_rate, n_steps):
    start = np.asarray(w0) if np.ndim(w0) else np.asarray(w0, dtype=float)
    path = np.zeros((n_steps + 1, *start.shape), dtype=start.dtype)
    path[0] = start
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


@gradient_descent.mistake(
    en=("The path is one step too long.", "n_steps steps give n_steps + 1 points, the start among them."),
    ru=("В пути один лишний шаг.", "n_steps шагов дают n_steps + 1 точек вместе с начальной."),
)
def one_step_too_many(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps + 1):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


@gradient_descent.mistake(
    en=("Only one step is made, and then the path comes back.", "Where does return stand: in the loop or behind it?"),
    ru=("Сделан только один шаг, и путь сразу возвращается.", "Где стоит return: в цикле или после него?"),
)
def returns_too_early(grad, w0, learning_rate, n_steps):
    path = [w0]
    if n_steps:
        path.append(w0 - learning_rate * grad(w0))
    return np.array(path)


@gradient_descent.mistake(
    en=("The step is divided by the learning rate.", "A smaller learning rate must give a shorter step."),
    ru=("Шаг поделён на скорость обучения.", "Чем меньше скорость обучения, тем короче должен быть шаг."),
)
def divided_by_the_rate(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - grad(path[-1]) / learning_rate)
    return np.array(path)


@gradient_descent.mistake(
    en=("The path begins with 0, not with the start.", "Which row of the path is never written in your loop, and what stands there before the loop?"),
    ru=("Путь начинается с нуля, а не с начальной точки.", "Какая строка пути в цикле не заполняется и что стоит в ней до цикла?"),
)
def first_row_left_empty(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    path = np.zeros((n_steps + 1, *w.shape))
    for k in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
        path[k + 1] = w
    return path


@gradient_descent.mistake(
    en=("The start stands twice in the path, and the last point is missing.", "Is the weight kept before it moves or after? One of the two happens already before the loop."),
    ru=("Начальная точка стоит в пути дважды, а последней нет.", "Вес запоминается до шага или после? Одно из двух уже сделано перед циклом."),
)
def start_twice(grad, w0, learning_rate, n_steps):
    w, path = np.array(w0, dtype=float), [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(w)
        w = w - learning_rate * np.asarray(grad(w), dtype=float)
    return np.array(path)


@gradient_descent.mistake(
    en=("The gradients on the way come back, not the weights.", "The path is made of the places where you stand. What does your loop collect?"),
    ru=("Возвращаются градиенты по дороге, а не веса.", "Путь состоит из мест, где вы стоите. Что собирает ваш цикл?"),
)
def gradients_kept(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    seen = [np.asarray(grad(w), dtype=float)]
    for _ in range(n_steps):
        w = w - learning_rate * seen[-1]
        seen.append(np.asarray(grad(w), dtype=float))
    return np.array(seen)


@gradient_descent.alternative
def preallocated(grad, w0, learning_rate, n_steps):
    path = np.zeros((n_steps + 1, *np.shape(w0)))
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
    w = w0
    path = [w0]
    while len(path) <= n_steps:
        w = w + learning_rate * (-grad(w))
        path.append(w)
    return path


gradient_descent.equal(preallocated, "path[", "the entries are 0 before, so they may be added to")
gradient_descent.equal(gradient_descent, "np.array(path, dtype=float)", "only the numbers of a path are compared, not their type")
gradient_descent.equal(preallocated, "np.zeros(", "every entry of the path is filled in later, and a shape may be a list")
gradient_descent.equal(recursive, "n_steps == 0", "a number of steps is never negative")
gradient_descent.equal(plain_list, "path = [w0]", "the start has two names here")


@gradient_descent.mistake(
    en=("The weights move one after another: the gradient for the second one is taken where the first has moved already.", "All parts of a step come from one gradient, that of the old point. Compute it once, before anything moves."),
    ru=("Веса сдвигаются по очереди: градиент для второго взят там, куда уже сдвинулся первый.", "Все составляющие шага берутся из одного градиента — в старой точке. Вычислите его один раз, прежде чем что-то сдвигать."),
)
def one_weight_after_another(grad, w0, learning_rate, n_steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        w = path[-1].copy()
        for j in range(w.size):
            w.flat[j] -= learning_rate * np.ravel(grad(w))[j]
        path.append(w)
    return np.array(path)
