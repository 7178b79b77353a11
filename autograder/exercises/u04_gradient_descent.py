"""Unit 04: gradient descent on L(w) = w² + 12 (lectures 1 and 3)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import number
from autograder.parts import gives, part_of, shuffled
from course.public import u04_gradient_descent as public
from course.public.u04_gradient_descent import fools

unit = Unit("04-gradient-descent")


def _slope(centre, scale):
    """Return the slope of scale·(w − centre)²: a function to descend on that the notebook does not show."""
    return lambda w: 2.0 * scale * (np.asarray(w, dtype=float) - centre) if np.ndim(w) else 2.0 * scale * (w - centre)


def _bowl(centre, scale, floor):
    return lambda w: float(np.sum(scale * (np.asarray(w, dtype=float) - centre) ** 2) + floor)


def _draw(rng, *ranges):
    """Return a float from each (low, high)."""
    return [float(rng.uniform(*each)) for each in ranges]


# ---------------------------------------------------------------------------------------------- loss


@unit.exercise(points=1)
def loss(w):
    return w**2 + 12


loss.example(3.0)
loss.example(-2.0)


@loss.probe("general")
def _(answer, rng):
    return [answer(float(w)) for w in (0.0, *rng.normal(scale=4.0, size=4))]


@loss.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=5)), answer(rng.normal(size=(2, 3)))]


@loss.mistake(
    en=("The parabola sits at another height.", "At w = 0 the loss must be 12. What does your function give there?"),
    ru=("Парабола стоит на другой высоте.", "При w = 0 функция потерь равна 12. Что там даёт ваша функция?"),
)
def no_constant(w):
    return w**2


@loss.mistake(
    en=("The weight is doubled where it should be squared.", "At w = 5 the square is 25. Look at the operator before the 2."),
    ru=("Вес умножается на два, а его нужно возвести в квадрат.", "При w = 5 квадрат равен 25. Посмотрите на знак операции перед двойкой."),
)
def doubled(w):
    return 2 * w + 12


@loss.mistake(
    en=("The constant is taken into the square.", "Square first, add afterwards: check the brackets."),
    ru=("Константа попала под квадрат.", "Сначала квадрат, потом сложение: проверьте скобки."),
)
def constant_inside(w):
    return (w + 12) ** 2


@loss.mistake(
    en=("This is the derivative of the loss, not the loss.", "The loss itself is asked for here; its derivative is the next exercise."),
    ru=("Это производная функции потерь, а не сама функция.", "Здесь нужна сама функция потерь; производная будет в следующем задании."),
)
def the_derivative(w):
    return 2 * w


@loss.mistake(
    en=("The constant has the wrong sign.", "The smallest value of the loss is +12."),
    ru=("У константы не тот знак.", "Наименьшее значение функции потерь равно +12."),
)
def minus_constant(w):
    return w**2 - 12


@loss.mistake(
    en=("All values are added up into one number.", "For an array of weights the answer is an array: one loss for each weight."),
    ru=("Все значения сложены в одно число.", "Для массива весов ответ — массив: своё значение для каждого веса."),
)
def summed(w):
    return np.sum(np.asarray(w) ** 2) + 12


@loss.mistake(
    en=("The ^ sign is not a power in Python.", "A power is written with two stars."),
    ru=("Знак ^ в Python — не степень.", "Степень записывают двумя звёздочками."),
)
def caret(w):
    return w ^ 2 + 12


@loss.alternative
def by_product(w):
    return 12.0 + w * w


@loss.alternative
def by_power(w):
    return np.power(np.asarray(w, dtype=np.float64), 2) + 12


@loss.alternative
def by_comprehension(w):
    if np.ndim(w) == 0:
        return float(w) ** 2 + 12
    return [by_comprehension(v) for v in w]


# -------------------------------------------------------------------------------------------- d_loss


@unit.exercise(points=1)
def d_loss(w):
    return 2 * w


d_loss.example(3.0)
d_loss.example(-2.0)


@d_loss.probe("general")
def _(answer, rng):
    return [answer(float(w)) for w in (0.0, *rng.normal(scale=4.0, size=4))]


@d_loss.probe("vector")
def _(answer, rng):
    return [answer(rng.normal(scale=4.0, size=5)), answer(rng.normal(size=(2, 3)))]


@d_loss.mistake(
    en=("This is the loss, not its derivative.", "The task asks how fast the loss changes at w."),
    ru=("Это сама функция потерь, а не её производная.", "Задание спрашивает, как быстро меняется функция потерь в точке w."),
)
def the_loss(w):
    return w**2 + 12


@d_loss.mistake(
    en=("The constant has stayed in the derivative.", "A constant does not change, so its derivative is 0."),
    ru=("В производной осталась константа.", "Константа не меняется, её производная равна 0."),
)
def constant_kept(w):
    return 2 * w + 12


@d_loss.mistake(
    en=("The power has gone, the factor has not come.", "In the rule for a power the old exponent becomes a factor."),
    ru=("Степень понизилась, а множитель не появился.", "В правиле для степени прежний показатель становится множителем."),
)
def no_factor(w):
    return w * 1.0


@d_loss.mistake(
    en=("The sign is turned round.", "To the right of 0 the parabola rises, so there the derivative is positive."),
    ru=("Знак обратный.", "Справа от нуля парабола растёт, значит, производная там положительна."),
)
def anti_gradient(w):
    return -2 * w


@d_loss.mistake(
    en=("The exponent has not gone down.", "The derivative of a square is linear: twice the weight means twice the slope."),
    ru=("Показатель степени не понизился.", "Производная квадрата линейна: вдвое больший вес — вдвое больший наклон."),
)
def power_kept(w):
    return 2 * w**2


@d_loss.mistake(
    en=("The result is always the same number.", "The slope of a parabola is different in every point, so the answer depends on w."),
    ru=("Результат всегда один и тот же.", "Наклон параболы в каждой точке свой, ответ зависит от w."),
)
def slope_constant(w):
    return 2.0 + 0 * w


@d_loss.alternative
def by_sum(w):
    return w + w


@d_loss.alternative
def by_central_difference(w):
    h = 1e-3
    w = np.asarray(w, dtype=float)
    return ((w + h) ** 2 - (w - h) ** 2) / (2 * h)


# ------------------------------------------------------------------------------------ gradient_descent


@unit.exercise(points=3)
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
    centre, ahead, scale, rate = _draw(rng, (0.5, 2.5), (2.0, 4.0), (0.5, 0.9), (0.15, 0.25))
    return answer(_slope(centre, scale), centre + ahead, rate, int(rng.integers(5, 9)))


@gradient_descent.probe("general")
def _(answer, rng):
    return [
        answer(_slope(*rng.normal(size=1), 0.4), float(rng.normal(scale=3.0)), rate, steps)
        for rate, steps in ((0.3, 4), (1.1, 7), (0.05, 11))
    ]


@gradient_descent.probe("edge", credit=0.5)
def _(answer, rng):
    centre, ahead, scale, rate = _draw(rng, (0.5, 2.5), (2.0, 4.0), (0.9, 1.4), (0.25, 0.35))
    return [answer(_slope(centre, scale), centre + ahead, rate, steps) for steps in (0, 1)]


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


# ------------------------------------------------------------------------------ gradient_descent_until


@unit.exercise(points=3)
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
    centre, ahead, scale, rate, eps = _draw(rng, (0.5, 2.0), (3.0, 4.0), (0.5, 0.7), (0.17, 0.23), (0.04, 0.06))
    return answer(_bowl(centre, scale, 3.0), _slope(centre, scale), centre + ahead, rate, eps)


@gradient_descent_until.probe("general")
def _(answer, rng):
    seen = []
    for rate, eps in ((0.3, 0.02), (0.7, 0.3), (0.12, 0.004)):
        centre, start = rng.normal(), 3.0 + rng.uniform()
        seen.append(answer(_bowl(centre, 0.8, -2.0), _slope(centre, 0.8), start + centre, rate, eps))
    return seen


@gradient_descent_until.probe("edge")
def _(answer, rng):
    centre, small, rate = _draw(rng, (-2.0, 2.0), (0.01, 0.03), (0.15, 0.25))
    far, near = centre + rng.uniform(4.0, 7.0), centre + rng.uniform(2.0, 3.0)
    eps, limit = float(rng.uniform(0.005, 0.02)), int(rng.integers(5, 12))
    loss, grad = _bowl(centre, 1.0, 2.0), _slope(centre, 1.0)
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


# ---------------------------------------------------------------------------------------- closed_form


@unit.exercise(points=2)
def closed_form(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** k * w0


closed_form.example(5.0, 0.1, 2)
closed_form.example(5.0, 1.0, 3)


@closed_form.probe("simple")
def _(answer, rng):
    w0, rate = _draw(rng, (2.0, 9.0), (0.05, 0.35))
    return [answer(w0, rate, k) for k in (0, 1, int(rng.integers(3, 9)))]


@closed_form.probe("general")
def _(answer, rng):
    return [
        answer(float(rng.normal(scale=5.0)), float(rate), int(k))
        for rate, k in zip((0.03, 0.4, 0.7, 1.0, 1.15), 2 * rng.integers(1, 6, size=5) + 1, strict=True)
    ]


@closed_form.probe("edge", credit=0.5)
def _(answer, rng):
    w0, rate = _draw(rng, (2.0, 9.0), (0.6, 0.9))
    k = [int(each) for each in rng.integers(2, 12, size=3)]
    borders = [answer(w0, 0.5, 0), answer(w0, 0.5, k[0]), answer(-w0, 0.0, k[1]), answer(0.0, rate, k[2])]
    return [*borders, answer(w0, rate, 1)]  # a step: who knows the borders alone knows nothing


@closed_form.mistake(
    en=("The factor is 1 − η; the 2 of the derivative is missing.", "L′(w) = 2w. Put it into the update and take w out of the brackets."),
    ru=("Множитель вышел 1 − η: потерялась двойка из производной.", "L′(w) = 2w. Подставьте её в шаг и вынесите w за скобку."),
)
def factor_without_two(w0, learning_rate, k):
    return (1 - learning_rate) ** k * w0


@closed_form.mistake(
    en=("The factor is taken once per step as a product with k, not as a power.", "Two steps multiply by the factor twice. What do k steps do?"),
    ru=("Множитель умножен на k, а должен быть возведён в степень.", "Два шага умножают на него дважды. А k шагов?"),
)
def linear_in_k(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate * k)


@closed_form.mistake(
    en=("There is one step too many.", "After no step at all, k = 0, the weight is w0."),
    ru=("Один шаг лишний.", "Без единого шага, при k = 0, вес равен w0."),
)
def one_too_many(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** (k + 1) * w0


@closed_form.mistake(
    en=("The sign in the factor is turned round: the weight walks uphill.", "With η = 0.1 the weight must shrink to 0.8 of its size."),
    ru=("В множителе обратный знак: вес уходит вверх.", "При η = 0.1 от веса должно оставаться 0.8."),
)
def plus_in_the_factor(w0, learning_rate, k):
    return (1 + 2 * learning_rate) ** k * w0


@closed_form.mistake(
    en=("This is the loss after k steps, not the weight.", "The task asks for w_k; leave w² + 12 out."),
    ru=("Это потери после k шагов, а не вес.", "Задание просит w_k, без w² + 12."),
)
def loss_instead(w0, learning_rate, k):
    return ((1 - 2 * learning_rate) ** k * w0) ** 2 + 12


@closed_form.mistake(
    en=("The factor loses its sign.", "With η above ½ the weight jumps to the other side of the minimum: its sign changes."),
    ru=("У множителя потерян знак.", "При η больше ½ вес перескакивает через минимум, и знак меняется."),
)
def absolute_factor(w0, learning_rate, k):
    return abs(1 - 2 * learning_rate) ** k * w0


@closed_form.alternative
def by_walking(w0, learning_rate, k):
    for _ in range(k):
        w0 = w0 - learning_rate * 2 * w0
    return w0


@closed_form.alternative
def by_numpy_power(w0, learning_rate, k):
    return w0 * np.power(1.0 - learning_rate - learning_rate, float(k))


# --------------------------------------------------------------------------------------------- regime


@unit.exercise(points=2)
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


regime.example(0.1)
regime.example(0.5)
regime.example(1.2)


_BETWEEN = {"monotone": (1e-9, 0.4999), "oscillates": (0.5001, 0.9999), "diverges": (1.0001, 50.0)}


def _rates(rng, word):
    """Return three rates of a regime: close to either end, and in the midst of it."""
    low, high = _BETWEEN[word]
    return [low * rng.uniform(1.0, 1.00005), high / rng.uniform(1.0, 1.00005), low + rng.uniform(0.05, 0.45)]


for _word, _other in (("monotone", "diverges"), ("oscillates", "monotone"), ("diverges", "monotone")):

    @regime.probe("general")
    def _(answer, rng, word=_word, other=_other):
        # Of the other regime it only counts that it has another word: a constant earns nothing.
        cases = [(rate, rate_of) for rate_of in (word, other) for rate in _rates(rng, rate_of)]
        return [answer(rate) if rate_of == word else gives(answer, (rate,), word) for rate, rate_of in shuffled(rng, cases)]


_AT_A_BORDER = 0.1  # credit: what is the same for everybody earns little, the three together less than a tenth

for _border, _word in ((0.0, "stays"), (0.5, "one_step"), (1.0, "cycles")):

    @regime.probe("edge", _AT_A_BORDER)
    def _(answer, rng, border=_border, word=_word):
        beside = [rate for between in _BETWEEN for rate in _rates(rng, between)]
        return [answer(border), *(gives(answer, (rate,), word) for rate in beside)]


@regime.mistake(
    en=("Every learning rate below 1 is called monotone.", "What is the sign of 1 − 2η for η = 0.8?"),
    ru=("Любая скорость обучения меньше 1 названа монотонной.", "Какой знак у 1 − 2η при η = 0.8?"),
)
def never_oscillates(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "monotone"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("η = 1 is counted as divergence.", "At η = 1 the weight goes from w to −w and back: does it grow?"),
    ru=("η = 1 отнесена к расходимости.", "При η = 1 вес ходит от w к −w и обратно. Растёт ли он?"),
)
def no_cycle(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    return "oscillates" if learning_rate < 1 else "diverges"


@regime.mistake(
    en=("The special value η = ½ is missing.", "What is 1 − 2η there, and how many steps does it take?"),
    ru=("Нет особого значения η = ½.", "Чему там равно 1 − 2η и сколько нужно шагов?"),
)
def no_one_step(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate <= 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("All limits are twice as large as they should be.", "The factor is 1 − 2η, not 1 − η: it vanishes at η = ½."),
    ru=("Все границы вдвое больше, чем нужно.", "Множитель равен 1 − 2η, а не 1 − η: он обращается в ноль при η = ½."),
)
def limits_doubled(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 1:
        return "monotone"
    if learning_rate == 1:
        return "one_step"
    if learning_rate < 2:
        return "oscillates"
    return "cycles" if learning_rate == 2 else "diverges"


@regime.mistake(
    en=("A learning rate of 0 is called monotone.", "With η = 0 nothing moves."),
    ru=("Нулевая скорость обучения названа монотонной.", "При η = 0 ничего не движется."),
)
def zero_is_monotone(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("Everything above ½ is called divergence.", "For η = 0.8 the factor is −0.6: the jumps change sides but shrink."),
    ru=("Всё, что больше ½, названо расходимостью.", "При η = 0.8 множитель равен −0.6: вес прыгает с края на край, но прыжки уменьшаются."),
)
def half_diverges(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    return "one_step" if learning_rate == 0.5 else "diverges"


@regime.alternative
def by_the_factor(learning_rate):
    factor = 1 - 2 * learning_rate
    if abs(factor) > 1:
        return "diverges"
    if factor == 1:
        return "stays"
    if factor == -1:
        return "cycles"
    if factor == 0:
        return "one_step"
    return "monotone" if factor > 0 else "oscillates"


@regime.alternative
def by_table(learning_rate):
    special = {0.0: "stays", 0.5: "one_step", 1.0: "cycles"}
    between = ["monotone", "oscillates", "diverges"]
    return special.get(learning_rate) or between[(learning_rate > 0.5) + (learning_rate > 1)]


# -------------------------------------------------------------------------------------- steps_to_reach


@unit.exercise(points=2)
def steps_to_reach(w0, learning_rate, tol):
    w, k = abs(w0), 0
    factor = abs(1 - 2 * learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


steps_to_reach.example(5.0, 0.1, 1.0)
steps_to_reach.example(5.0, 0.5, 0.001)
steps_to_reach.example(5.0, 1.0, 0.001)


def _walk(rng, sign, rates, counts):
    """Return (w0, learning_rate, tol) of a walk that takes a number of ``counts`` steps and ends clearly inside ``tol``."""
    rate, tol = _draw(rng, rates, (0.05, 0.5))
    steps = int(rng.integers(*counts)) - rng.uniform(0.1, 0.9)
    return float(sign * tol / abs(1 - 2 * rate) ** steps), rate, tol


@steps_to_reach.probe("simple")
def _(answer, rng):
    cases = ((1, (0.05, 0.15), (4, 16)), (-1, (0.16, 0.25), (3, 12)), (1, (0.7, 0.8), (3, 9)))
    return [answer(*_walk(rng, *case)) for case in cases]


@steps_to_reach.probe("general")
def _(answer, rng):
    return [
        answer(float(sign * rng.uniform(2, 9)), float(rate), float(rng.uniform(0.01, 1.0)))
        for sign, rate in ((1, 0.05), (-1, 0.3), (1, 0.45), (1, 0.65), (-1, 0.9))
    ]


@steps_to_reach.probe("edge")
def _(answer, rng):
    tol, inside, far, small, rising = _draw(rng, (0.3, 3.0), (0.1, 0.9), (2.0, 9.0), (0.05, 0.3), (1.1, 1.6))
    cases = [
        (inside * tol, small, tol),  # already there
        (-inside * tol, rising, tol),  # and it would run away
        (far, 0.5, float(10.0 ** rng.uniform(-9.0, -6.0))),  # there at once
        (float(2 ** rng.integers(2, 7)), 0.25, 1.0),  # exactly at the tolerance
    ]
    return [answer(*case) for case in shuffled(rng, cases)]


@steps_to_reach.probe("edge", credit=1.5)  # where w never gets there
def _(answer, rng):
    # Of walks that do get there it only counts that they do: a constant earns nothing.
    rates = (1.0, *_draw(rng, (1.1, 1.3)), 0.0)
    never = [(w0, rate, tol) for rate in rates for w0, tol in [_draw(rng, (2.0, 9.0), (0.05, 0.5))]]
    arrives = [_walk(rng, 1, (0.15, 0.35), (2, 9)) for _ in range(3)]
    cases = shuffled(rng, never + arrives)
    return [answer(*case) if case in never else gives(answer, case, math.inf) for case in cases]


@steps_to_reach.mistake(
    en=("The count is one too low.", "Check with a small case: is |w_k| ≤ tol really true after that many steps?"),
    ru=("Ответ на единицу меньше, чем нужно.", "Проверьте на маленьком примере: верно ли, что через столько шагов |w_k| ≤ tol?"),
)
def one_too_few(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - 2 * learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return max(k - 1, 0)


@steps_to_reach.mistake(
    en=("The loop never ends where the walk never arrives.", "For which η does |w| not shrink? Answer math.inf before the loop starts."),
    ru=("Цикл не заканчивается там, где спуск никогда не придёт к цели.", "При каких η величина |w| не убывает? Верните math.inf ещё до цикла."),
    never_ends=True,
)
def loops_for_ever(w0, learning_rate, tol):
    k = 0
    while abs(w0) > tol:
        w0, k = w0 - learning_rate * 2 * w0, k + (1 if abs(w0) < 1e200 else 0)
        if abs(w0) > 1e200:
            w0 = 1e100
    return k


@steps_to_reach.mistake(
    en=("The sign of w is left in the comparison.", "A weight of −8 is far from the minimum too: compare |w| with tol."),
    ru=("В сравнении остался знак w.", "Вес −8 тоже далеко от минимума: сравнивайте с tol величину |w|."),
)
def sign_forgotten(w0, learning_rate, tol):
    k, w = 0, w0
    while w > tol:
        if abs(1 - 2 * learning_rate) >= 1:
            return math.inf
        w, k = w * (1 - 2 * learning_rate), k + 1
    return k


@steps_to_reach.mistake(
    en=("A starting point that is already close enough is overlooked.", "If |w0| ≤ tol, no step is needed, whatever the learning rate."),
    ru=("Не учтено, что начальная точка уже достаточно близко.", "Если |w0| ≤ tol, шаги не нужны, какой бы ни была скорость обучения."),
)
def start_overlooked(w0, learning_rate, tol):
    factor = abs(1 - 2 * learning_rate)
    if factor >= 1:
        return math.inf
    w, k = abs(w0) * factor, 1
    while w > tol:
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("The walk is cut off after a fixed number of steps and that number is returned.", "Never arriving is an answer of its own: math.inf."),
    ru=("Спуск обрывается после заданного числа шагов, и это число возвращается.", "«Никогда» — отдельный ответ: math.inf."),
)
def cut_off(w0, learning_rate, tol):
    w, k = w0, 0
    while abs(w) > tol and k < 1000:
        w, k = w - learning_rate * 2 * w, k + 1
    return k


@steps_to_reach.mistake(
    en=("The factor lacks the 2 of the derivative.", "One step multiplies w by 1 − 2η."),
    ru=("В множителе нет двойки из производной.", "Один шаг умножает w на 1 − 2η."),
)
def factor_without_derivative(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, abs(1 - learning_rate)
    while w > tol:
        if factor >= 1:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.mistake(
    en=("Every learning rate above ½ is answered with never.", "For ½ < η < 1 the walk changes sides but comes closer."),
    ru=("Для любой скорости обучения больше ½ ответ «никогда».", "При ½ < η < 1 вес прыгает через минимум, но приближается к нему."),
)
def gives_up_above_half(w0, learning_rate, tol):
    w, k, factor = abs(w0), 0, 1 - 2 * learning_rate
    while w > tol:
        if factor >= 1 or factor < 0:
            return math.inf
        w, k = w * factor, k + 1
    return k


@steps_to_reach.alternative
def by_walking_down(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if not 0 < learning_rate < 1:
        return float("inf")
    k = 0
    while abs(w0) > tol:
        w0 -= 2 * learning_rate * w0
        k += 1
    return k


@steps_to_reach.alternative
def by_logarithm(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    if q == 0:
        return 1
    k = max(0, math.floor(math.log(tol / abs(w0)) / math.log(q)) - 1)
    while abs(w0) * q**k > tol:
        k += 1
    return k


# -------------------------------------------------------------------------------------- descend_safely


@unit.exercise(points=3)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps + 1):
        slope = np.asarray(grad(w), dtype=float)
        if np.linalg.norm(np.atleast_1d(slope)) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


descend_safely.example(public.lecture_slope, 5.0, 0.1, 0.01, 100, fulfils="arrives")
descend_safely.example(public.lecture_slope, 5.0, 1.0, 0.01, 50, fulfils="arrives")
descend_safely.example(public.lecture_slope, 0.0, 0.1, 0.01, 50, fulfils="arrives")


for _which in range(3):  # a third of the points for each result: w, steps, converged

    @descend_safely.probe("simple")
    def _(answer, rng, which=_which):
        cases = []
        for scales, rates, eps, limits in (
            ((0.45, 0.55), (0.25, 0.35), 0.05, (55, 70)),
            ((0.90, 1.10), (0.75, 0.82), 0.01, (55, 70)),  # over the minimum and back
            ((0.45, 0.55), (0.25, 0.35), 0.05, (2, 5)),  # too few steps
            ((0.45, 0.55), (0.15, 0.25), 0.01, (4, 8)),
        ):
            centre, ahead, scale, rate, least = _draw(rng, (-2.0, 2.0), (2.0, 4.0), scales, rates, (0.8 * eps, eps))
            cases.append((_slope(centre, scale), centre + ahead, rate, least, int(rng.integers(*limits))))
        return [part_of(answer(*case), which, 3) for case in shuffled(rng, cases)]

    @descend_safely.probe("edge")
    def _(answer, rng, which=_which):
        centre, far, near, rate, tiny = _draw(rng, (-2.0, 2.0), (3.0, 6.0), (0.001, 0.004), (0.1, 0.3), (5e-7, 3e-6))
        few, many = int(rng.integers(2, 6)), 2 * int(rng.integers(15, 25))  # even: a single swing ends elsewhere
        cases = [
            (far, 1.0, 0.01, many),  # swings from one side to the other
            (far, tiny, 0.01, many),  # hardly moves
            (near, rate, 0.01, many),  # already there
            (far, rate, 1e-9, few),  # too few steps
            (far, 0.5, 1e-9, 1),  # arrives with the last step
        ]
        slope = _slope(centre, 1.0)
        return [part_of(answer(slope, centre + ahead, *case), which, 3) for ahead, *case in shuffled(rng, cases)]

    @descend_safely.probe("vector")
    def _(answer, rng, which=_which):
        scale = rng.uniform((0.45, 1.4), (0.55, 1.6))
        start = rng.uniform(2.0, 6.0, size=2)
        few = [int(steps) for steps in rng.integers(2, 6, size=2)]
        cases = shuffled(rng, [(1.0, 80), (-1.0, 80), *((1.0, steps) for steps in few)])
        return [
            part_of(answer(lambda w: 2.0 * scale * np.asarray(w), sign * start, 0.25, 0.02, steps), which, 3)
            for sign, steps in cases
        ]


@descend_safely.mistake(
    en=("The rule looks at how far the weight moves; a tiny learning rate fools it.", "Ask how steep it is where you stand: compare |grad(w)| with eps."),
    ru=("Правило смотрит, насколько сдвинулся вес; крошечная скорость обучения его обманывает.", "Спросите, насколько круто там, где вы стоите: сравните |grad(w)| с eps."),
)
def fooled_by_small_steps(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps):
        move = learning_rate * np.asarray(grad(w))
        w = w - move
        if np.linalg.norm(np.atleast_1d(move)) <= eps:
            return w, steps + 1, True
    return w, max_steps, False


@descend_safely.mistake(
    en=("It always reports success.", "After max_steps with a steep slope, converged must be False."),
    ru=("Функция всегда сообщает об успехе.", "Если через max_steps шагов склон всё ещё крутой, converged должно быть False."),
)
def always_converged(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps + 1):
        slope = np.asarray(grad(w))
        if np.linalg.norm(np.atleast_1d(slope)) <= eps or steps == max_steps:
            return w, steps, True
        w = w - learning_rate * slope


@descend_safely.mistake(
    en=("A step is taken before the slope is looked at.", "At a point that is flat already, no step is due: steps = 0."),
    ru=("Шаг делается раньше, чем проверяется наклон.", "В точке, где уже почти плоско, шаг не нужен: steps = 0."),
)
def steps_first(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(1, max_steps + 1):
        w = w - learning_rate * np.asarray(grad(w))
        if np.linalg.norm(np.atleast_1d(grad(w))) <= eps:
            return w, steps, True
    return w, max_steps, False


@descend_safely.mistake(
    en=("The sign of the gradient is left in the comparison.", "A slope of −6 is steep too: compare its size with eps."),
    ru=("В сравнении остался знак градиента.", "Наклон −6 тоже крутой: сравнивайте с eps его величину."),
)
def slope_sign_forgotten(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps + 1):
        slope = np.asarray(grad(w), dtype=float)
        if np.all(slope <= eps):
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("After the last step the slope is not looked at again.", "A walk that arrives with its last allowed step has converged."),
    ru=("После последнего шага наклон уже не проверяется.", "Спуск, пришедший к цели последним разрешённым шагом, сошёлся."),
)
def last_step_unseen(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(max_steps):
        slope = np.asarray(grad(w), dtype=float)
        if np.linalg.norm(np.atleast_1d(slope)) <= eps:
            return w, steps, True
        w = w - learning_rate * slope
    return w, max_steps, False


@descend_safely.mistake(
    en=("Only the weight comes back.", "Three things are asked for: the weight, the number of steps, and whether it converged."),
    ru=("Возвращается только вес.", "Нужны три вещи: вес, число шагов и признак того, что спуск сошёлся."),
)
def weight_only(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for _ in range(max_steps):
        slope = np.asarray(grad(w), dtype=float)
        if np.linalg.norm(np.atleast_1d(slope)) <= eps:
            break
        w = w - learning_rate * slope
    return w


@descend_safely.alternative
def by_while_loop(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while np.sqrt(np.sum(np.square(grad(w)))) > eps and steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.sqrt(np.sum(np.square(grad(w)))) <= eps)


@descend_safely.alternative
def as_list(grad, w0, learning_rate, eps, max_steps):
    w, steps, g = w0, 0, grad(w0)
    while steps < max_steps and np.linalg.norm([g]) > eps:
        w = w - learning_rate * g
        g = grad(w)
        steps += 1
    return [w, steps, np.linalg.norm([g]) <= eps]


# ---------------------------------------------------------------------------------------- fooling_rate


@unit.exercise(points=3)
def fooling_rate(w0, eps):
    # |L(w₁) − L(w₀)| = 4η(1 − η)·w₀² is below eps for a small enough η, and there w₁ is close to w₀.
    return min(0.04, eps / (8.0 * w0**2)) if w0 else 0.04


fooling_rate.example(5.0, 0.01, fulfils="fools")
fooling_rate.example(-2.0, 0.5, fulfils="fools")


@fooling_rate.probe("simple")
def _(answer, rng):
    ranges = ((4.0, 9.0), (0.005, 0.02)), ((-4.0, -2.0), (0.05, 0.2)), ((-600.0, -300.0), (0.01, 0.05))
    cases = [_draw(rng, *each) for each in ranges]
    return [fools(w0, eps, number(answer(w0, eps))) for w0, eps in cases]


@fooling_rate.probe("general")
def _(answer, rng):
    cases = [(float(rng.normal(scale=scale)) + sign * scale, float(eps))
             for scale, sign, eps in ((3.0, 1, 1e-3), (20.0, -1, 0.5), (200.0, 1, 1e-2), (1.0, -1, 2.0))]  # fmt: skip
    return [fools(w0, eps, number(answer(w0, eps))) for w0, eps in cases]


@fooling_rate.mistake(
    en=("A learning rate that converges well is returned.", "The rule must be fooled: it stops at once while w is still far away."),
    ru=("Возвращена скорость обучения, при которой спуск хорошо сходится.", "Правило нужно обмануть: оно останавливается сразу, хотя w ещё далеко."),
)
def ordinary_rate(w0, eps):
    return 0.1


@fooling_rate.mistake(
    en=("At η = ½ one step leads to the minimum, so nobody is fooled.", "|w₁| must stay above 0.9·|w₀|."),
    ru=("При η = ½ один шаг приводит в минимум, никто не обманут.", "|w₁| должно остаться больше 0.9·|w₀|."),
)
def straight_to_the_minimum(w0, eps):
    return 0.5


@fooling_rate.mistake(
    en=("The learning rate is 0, and η must be positive.", "Which tiny positive η changes the loss by less than eps?"),
    ru=("Скорость обучения равна 0, а η должна быть положительной.", "Какая малая положительная η меняет потери меньше чем на eps?"),
)
def zero_rate(w0, eps):
    return 0.0


@fooling_rate.mistake(
    en=("One fixed small η is used for every start and tolerance.", "The change of the loss is 4η(1 − η)·w₀²: for a large w₀ your η is not small enough."),
    ru=("Для любых начал и допусков взята одна и та же малая η.", "Потери меняются на 4η(1 − η)·w₀²: для большого w₀ ваша η недостаточно мала."),
)
def one_small_rate(w0, eps):
    return 1e-4


@fooling_rate.mistake(
    en=("The change of the loss is compared with eps, but w₀ enters without its square.", "Write out L(w₁) − L(w₀): w₀ stands in it squared."),
    ru=("Изменение потерь сравнивается с eps, но w₀ взято не в квадрате.", "Выпишите L(w₁) − L(w₀): там стоит w₀ в квадрате."),
)
def start_not_squared(w0, eps):
    return eps / (4.0 * abs(w0))


@fooling_rate.mistake(
    en=("The tolerance itself is returned as the learning rate.", "Put η = eps into 4η(1 − η)·w₀²: is that below eps for your w₀?"),
    ru=("Как скорость обучения возвращён сам допуск.", "Подставьте η = eps в 4η(1 − η)·w₀²: меньше ли это eps при вашем w₀?"),
)
def tolerance_as_rate(w0, eps):
    return eps


@fooling_rate.alternative
def swinging(w0, eps):
    return 1.0


@fooling_rate.alternative
def by_halving(w0, eps):
    rate = 0.04
    while abs(((1 - 2 * rate) * w0) ** 2 - w0**2) >= eps:
        rate /= 2
    return rate
