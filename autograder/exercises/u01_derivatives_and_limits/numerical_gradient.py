"""Gradient of f at a point, from difference quotients."""

import numpy as np

from autograder.exercise import exercise
from autograder.judge import array
from course.public import u01_derivatives_and_limits as public


# Forward and central differences are both right: the error of the forward one is about h, here 1e-6 times the curvature.
@exercise(points=3, rtol=1e-4, atol=1e-4)
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


numerical_gradient.example(public.hill, np.array([2.0, 1.0]))
numerical_gradient.example(public.bowl, np.array([[1.0, -2.0], [0.5, 3.0]]))


def _landscape(rng, shape):
    """Return a smooth function of an array of that shape, in which every coordinate has its own part."""
    a, b = rng.uniform(0.5, 2.0, size=shape), rng.normal(size=shape)

    def f(point):
        point = np.asarray(point, dtype=float)
        return float(np.sum(a * point**2 + b * point) + np.prod(np.sin(point)) + point.flat[0] * point.flat[-1])

    return f


@numerical_gradient.probe("general")
def _(answer, rng):
    return [answer(_landscape(rng, (n,)), rng.uniform(0.5, 1.5, size=n)) for n in (2, 3, 5)]


@numerical_gradient.probe("vector")
def _(answer, rng):
    return [answer(_landscape(rng, shape), rng.uniform(0.5, 1.5, size=shape)) for shape in ((2, 3), (4, 1), (2, 2, 2))]


@numerical_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(_landscape(rng, (n,)), rng.integers(1, 5, size=n)) for n in (2, 4)]  # an array of integers


@numerical_gradient.probe("property", credit=0.5)
def _(answer, rng):
    point = rng.uniform(0.5, 1.5, size=3)

    def f(point):
        return float(np.sum(np.exp(np.asarray(point, dtype=float))))

    coarse, fine = (array(answer(f, point, h), (3,)) for h in (0.5, 1e-5))
    return [bool((np.abs(coarse - fine) > 1e-3).all()), fine.tolist()]


@numerical_gradient.mistake(
    en=("All coordinates are moved at once, which gives one number.", "A partial derivative moves one coordinate and keeps the others. As many numbers are due as the point has."),
    ru=("Все координаты сдвигаются сразу, и получается одно число.", "Частная производная сдвигает одну координату, а остальные держит на месте. Чисел должно быть столько, сколько координат."),
)
def all_at_once(f, point, h=1e-6):
    return (f(point + h) - f(point)) / h


@numerical_gradient.mistake(
    en=("A coordinate that was moved is not put back before the next one is moved.", "In the second quotient only the second coordinate may differ from the point."),
    ru=("Сдвинутая координата не возвращается на место перед сдвигом следующей.", "Во втором отношении от исходной точки должна отличаться только вторая координата."),
)
def not_put_back(f, point, h=1e-6):
    moved = np.array(point, dtype=float)
    gradient = np.empty_like(moved)
    start = f(point)
    for place in np.ndindex(moved.shape):
        moved[place] += h
        gradient[place] = (f(moved) - start) / h
    return gradient


@numerical_gradient.mistake(
    en=("The function moves the coordinates of the point it was given and leaves it changed.", "A second name is no copy. Make a copy before you move anything."),
    ru=("Функция сдвигает координаты переданной ей точки и оставляет её изменённой.", "Второе имя — не копия. Сделайте копию, прежде чем что-то сдвигать."),
)
def point_changed(f, point, h=1e-6):
    gradient = np.empty(point.shape)
    start = f(point)
    for place in np.ndindex(point.shape):
        before = f(point)
        point[place] += h
        gradient[place] = (f(point) - before) / h
    return gradient + 0.0 * start


@numerical_gradient.mistake(
    en=("The partials come back as one flat row.", "The gradient has the shape of the point: for a point of shape (2, 3) it is (2, 3)."),
    ru=("Частные производные возвращаются одной плоской строкой.", "У градиента та же форма, что у точки: для точки формы (2, 3) это (2, 3)."),
)
def flat_row(f, point, h=1e-6):
    flat = np.array(point, dtype=float).ravel()
    gradient = []
    for i in range(flat.size):
        step = np.zeros(flat.size)
        step[i] = h
        gradient.append((f((flat + step).reshape(np.shape(point))) - f((flat - step).reshape(np.shape(point)))) / (2 * h))
    return np.array(gradient)


@numerical_gradient.mistake(
    en=("For a point with two axes whole rows are moved instead of single coordinates.", "One index walks along the first axis only. How do you reach every element of an array of any shape?"),
    ru=("Если у точки две оси, сдвигаются целые строки, а не отдельные координаты.", "Один индекс идёт только по первой оси. Как обойти все элементы массива любой формы?"),
)
def rows_only(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty(len(point))
    for i in range(len(point)):
        step = np.zeros_like(point)
        step[i] = h
        gradient[i] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("For a point of integers the small step gets lost.", "An array of integers cannot hold 2.000001. Which type must the copy have?"),
    ru=("Если координаты целые, малый шаг теряется.", "В массиве целых чисел нельзя хранить 2.000001. Какого типа должна быть копия?"),
)
def integers_kept(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for place in np.ndindex(point.shape):
        right, left = point.copy(), point.copy()
        right[place] += h
        left[place] -= h
        gradient[place] = (f(right) - f(left)) / (2 * h)
    return gradient


@numerical_gradient.mistake(
    en=("The given h is not used; a fixed step stands in its place.", "Call the function with a large h, say 0.5, for a curved function: the result must change."),
    ru=("Переданное h не используется, вместо него стоит постоянный шаг.", "Вызовите функцию с большим h, например 0.5, для нелинейной функции: результат должен измениться."),
)
def own_step(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = 1e-6
        gradient[place] = (f(point + step) - f(point - step)) / 2e-6
    return gradient


@numerical_gradient.mistake(
    en=("The differences Δf are not divided by the step.", "Each partial is a quotient. Numbers as small as 10⁻⁶ are a sign that the division is missing."),
    ru=("Разности Δf не разделены на шаг.", "Каждая частная производная — отношение. Числа порядка 10⁻⁶ говорят о том, что деления нет."),
)
def undivided(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = f(point + step) - f(point)
    return gradient


@numerical_gradient.mistake(
    en=("All partials are twice too large.", "The points x + h and x − h are 2h apart."),
    ru=("Все частные производные вдвое больше, чем нужно.", "Между точками x + h и x − h расстояние 2h."),
)
def twice_too_large(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / h
    return gradient


@numerical_gradient.mistake(
    en=("The length of the gradient comes back, not the gradient.", "A direction needs all its components. Return the array of partials."),
    ru=("Возвращается длина градиента, а не сам градиент.", "Чтобы задать направление, нужны все компоненты. Верните массив частных производных."),
)
def only_its_length(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    gradient = np.empty_like(point)
    for place in np.ndindex(point.shape):
        step = np.zeros_like(point)
        step[place] = h
        gradient[place] = (f(point + step) - f(point - step)) / (2 * h)
    return float(np.sqrt(np.sum(gradient**2)))


@numerical_gradient.alternative
def forward_differences(f, point, h=1e-6):
    start, point = f(point), np.asarray(point, dtype=float)
    gradient = np.zeros(point.shape)
    for place, value in np.ndenumerate(point):
        moved = point.copy()
        moved[place] = value + h
        gradient[place] = (f(moved) - start) / h
    return gradient


@numerical_gradient.alternative
def row_by_row(f, point, h=1e-6):
    shape, steps = np.shape(point), h * np.eye(np.size(point))
    quotients = [(f(point + step.reshape(shape)) - f(point - step.reshape(shape))) / (2 * h) for step in steps]
    return np.reshape(quotients, shape)


@numerical_gradient.alternative
def on_a_flat_copy(f, point, h=1e-6):
    moved = np.array(point, dtype=np.float64)
    gradient = []
    for i in range(moved.size):
        kept = moved.flat[i]
        moved.flat[i] = kept + h
        right = f(moved)
        moved.flat[i] = kept - h
        left = f(moved)
        moved.flat[i] = kept
        gradient.append((right - left) / (h + h))
    return np.array(gradient).reshape(moved.shape).tolist()
