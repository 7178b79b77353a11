"""Path of an optimiser on a landscape."""

import numpy as np

from autograder.exercise import exercise
from course.landscapes import LANDSCAPES
from course.public import u09_momentum_to_adam as public


@exercise(points=3, rtol=1e-5, atol=1e-6)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(np.asarray(grad(path[-1])))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)


minimise.example(public.eager_with, public.bowl_gradient, np.array([5.0, 1.0]), 2, pull=0.5, rate=0.2)
minimise.example(public.eager, public.bowl_gradient, np.array([5.0, 1.0]), 3)
minimise.example(public.eager, public.ripple_gradient, np.array([2.0]), 2)
minimise.example(public.eager, public.bowl_gradient, np.array([4, -1]), 2)
minimise.example(public.eager, public.bowl_gradient, np.array([5.0, 1.0]), 0)


def _bowl(rng, n):
    """Return the gradient of a bowl with a random lowest point."""
    centre, steep = rng.normal(size=n), np.linspace(0.6, 1.7, n)
    return lambda w: steep * (np.asarray(w, dtype=float) - centre)


@minimise.probe("simple")
def _(answer, rng):
    return [
        answer(public.eager, _bowl(rng, 3), 3.0 + rng.uniform(size=3), 5),
        answer(public.eager, LANDSCAPES["rosenbrock"].grad, rng.uniform(0.5, 1.5, size=2), 4),
    ]


@minimise.probe("general")
def _(answer, rng):
    return [
        answer(public.eager_with, _bowl(rng, 2), 2.0 + rng.uniform(size=2), 6, pull=0.8, rate=0.15),
        answer(public.signed_with, _bowl(rng, 3), 4.0 + rng.uniform(size=3), 5, bonus=0.11, step=0.2),
    ]


@minimise.probe("edge", credit=0.5)
def _(answer, rng):
    start, grad = rng.normal(size=2) + 3.0, _bowl(rng, 2)
    return [answer(public.eager, grad, start, n) for n in (0, 1)]


@minimise.probe("edge", credit=0.25)
def _(answer, rng):
    """The start is made of whole numbers."""
    return answer(public.eager, _bowl(rng, 3), rng.permutation(9)[:3] - 4, 4)


@minimise.mistake(
    en=("The optimiser starts anew at every step and forgets what it has seen.", "An optimiser with a memory needs ALL the gradients so far, and it counts from w0."),
    ru=("На каждом шаге оптимизатор начинает заново и забывает всё, что видел.", "Оптимизатору с памятью нужны ВСЕ градиенты с самого начала, и отсчёт он ведёт от w0."),
)
def forgets(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(optimiser(path[-1], np.array([grad(path[-1])]), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("All the gradients so far are walked again, but from the present point.", "The list of gradients belongs to a walk that began at w0."),
    ru=("Все накопленные градиенты вы проходите заново, но уже из текущей точки.", "Список градиентов — это прогулка, которая началась в w0."),
)
def from_the_present(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(path[-1], np.array(seen), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("The start is not in the path.", "The path has one row more than there are steps, and w0 is the first."),
    ru=("В пути нет начала.", "Строк в пути на одну больше, чем шагов, и первая из них — w0."),
)
def without_start(optimiser, grad, w0, n_steps, **hyper):
    w, seen, path = w0, [], []
    for _ in range(n_steps):
        seen.append(grad(w))
        w = optimiser(w0, np.array(seen), **hyper)[-1]
        path.append(w)
    return np.array(path)


@minimise.mistake(
    en=("The gradient is always taken at the start.", "After every step you stand somewhere else: ask for the gradient there."),
    ru=("Градиент всё время берётся в начальной точке.", "После каждого шага вы стоите в другом месте: спросите градиент там."),
)
def gradient_at_the_start(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(w0))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("Every row after the start is the first step again, as when the first row of the optimiser's answer is taken each time.", "In which row are the weights after the newest gradient, and where do you stand when you ask for the next one?"),
    ru=("Каждая строка после начальной — снова первый шаг: так бывает, когда всякий раз берётся первая строка ответа оптимизатора.", "В какой строке стоят веса после самого свежего градиента и где вы стоите, когда спрашиваете следующий?"),
)
def first_row(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen), **hyper)[0])
    return np.array(path)


@minimise.mistake(
    en=("The hyper-parameters do not reach the optimiser.", "What the caller names after n_steps must be handed on by name, with two stars."),
    ru=("Гиперпараметры не доходят до оптимизатора.", "Всё, что при вызове названо после n_steps, надо передать дальше по именам, с двумя звёздочками."),
)
def hyper_forgotten(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen))[-1])
    return np.array(path)


@minimise.mistake(
    en=("Your code stops with a TypeError. Does the optimiser get what it can take?", "It wants the start, then a list of all gradients so far, even when there is only one, and each hyper-parameter by its own name."),
    ru=("Ваш код останавливается с TypeError. Получает ли оптимизатор то, что может принять?", "Ему нужна начальная точка, потом список всех накопленных градиентов, даже когда градиент пока один, и каждый гиперпараметр под своим именем."),
)
def single_gradient(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(optimiser(path[-1], np.asarray(grad(path[-1])), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("Only the point of arrival comes back.", "The task asks for the whole path, a row for the start and one for each step."),
    ru=("Возвращена только конечная точка.", "Нужен весь путь: строка для начала и по строке на каждый шаг."),
)
def arrival_only(optimiser, grad, w0, n_steps, **hyper):
    w, seen = np.array(w0, dtype=float), []
    for _ in range(n_steps):
        seen.append(grad(w))
        w = optimiser(w0, np.array(seen), **hyper)[-1]
    return w


@minimise.mistake(
    en=("The hyper-parameters are handed on by place, without their names.", "The caller may write them in any order. How does the optimiser learn which is which?"),
    ru=("Гиперпараметры передаются по местам, без имён.", "При вызове их можно написать в любом порядке. Как оптимизатор узнает, где какой?"),
)
def hyper_by_place(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen), *hyper.values())[-1])
    return np.array(path)


@minimise.mistake(
    en=("From a start of whole numbers on, every point of the path loses its decimals.", "An array made like w0 can hold only what w0 can. In which array does your path stand?"),
    ru=("Если начало целое, у каждой точки пути пропадает дробная часть.", "Массив, созданный по образцу w0, хранит только такие же числа. В каком массиве у вас путь?"),
)
def path_of_whole_numbers(optimiser, grad, w0, n_steps, **hyper):
    path, seen = np.array([w0] * (n_steps + 1)), []
    for k in range(n_steps):
        seen.append(grad(path[k]))
        path[k + 1] = optimiser(w0, np.array(seen), **hyper)[-1]
    return path


@minimise.mistake(
    en=("The path is one step short.", "n_steps gradients are asked for, one for each step: how often does your loop run?"),
    ru=("В пути не хватает одного шага.", "Градиентов нужно n_steps, по одному на шаг: сколько раз выполняется ваш цикл?"),
)
def one_step_short(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(1, n_steps):
        seen.append(grad(path[-1]))
        path.append(optimiser(w0, np.array(seen), **hyper)[-1])
    return np.array(path)


@minimise.mistake(
    en=("With n_steps = 0 your code stops with an UnboundLocalError.", "Where the loop makes no turn, a variable that gets its value only inside it has none. Which of those does your return need?"),
    ru=("При n_steps = 0 ваш код останавливается с UnboundLocalError.", "Если цикл не делает ни одного оборота, у переменной, которой присваивают только внутри него, нет значения. Какая из таких нужна вашему return?"),
)
def nothing_before_the_loop(optimiser, grad, w0, n_steps, **hyper):
    w, seen = np.array(w0, dtype=float), []
    for _ in range(n_steps):
        seen.append(grad(w))
        walk = np.asarray(optimiser(w0, np.array(seen), **hyper))
        w = walk[-1]
    return np.vstack([w0, walk])


@minimise.mistake(
    en=("The path is that of plain gradient descent, whichever optimiser is passed in.", "The step is made by the optimiser: your function shows it the gradients and takes its last weights."),
    ru=("Какой оптимизатор ни передай, путь получается как у обычного градиентного спуска.", "Шаг делает оптимизатор: ваша функция показывает ему градиенты и берёт его последние веса."),
)
def plain_descent(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - 0.1 * grad(path[-1]))
    return np.array(path)


@minimise.mistake(
    en=("Two things: the start is not in the path, and the optimiser starts anew at every step.", "w0 is the first row. And an optimiser with a memory needs all the gradients so far, counted from w0."),
    ru=("Две ошибки: в пути нет начальной точки, и оптимизатор на каждом шаге начинает заново.", "Первая строка — w0. А оптимизатору с памятью нужны все градиенты с самого начала, от w0."),
)
def without_start_and_memory(optimiser, grad, w0, n_steps, **hyper):
    w, path = np.array(w0, dtype=float), []
    for _ in range(n_steps):
        w = np.asarray(optimiser(w, [grad(w)], **hyper))[-1]
        path.append(w)
    return np.array(path)


@minimise.mistake(
    en=("Two things: the start is not in the path, and every gradient is taken at the start.", "w0 is the first row of the path. And where do you stand when you ask for the next gradient?"),
    ru=("Две ошибки: в пути нет начальной точки, и все градиенты взяты в ней.", "Первая строка пути — w0. А где вы стоите, когда спрашиваете следующий градиент?"),
)
def without_start_and_always_there(optimiser, grad, w0, n_steps, **hyper):
    grads, path = [], []
    for _ in range(n_steps):
        grads.append(grad(w0))
        path.append(np.asarray(optimiser(w0, grads, **hyper))[-1])
    return np.array(path)


@minimise.alternative
def list_of_arrays(optimiser, grad, w0, n_steps, **hyper):
    path, seen = [np.array(w0, dtype=float)], []
    for _ in range(n_steps):
        seen.append(np.asarray(grad(path[-1])))
        path.append(optimiser(w0, seen, **hyper)[-1])
    return np.array(path)


@minimise.alternative
def filled_array(optimiser, grad, w0, n_steps, **hyper):
    path, grads = np.empty((n_steps + 1, len(w0))), np.empty((n_steps, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        grads[k] = grad(path[k])
        path[k + 1] = optimiser(w0, grads[: k + 1], **hyper)[k]
    return path


@minimise.alternative
def path_from_the_last_run(optimiser, grad, w0, n_steps, **hyper):
    grads = np.zeros((0, len(w0)))
    path = np.array([w0])
    for _ in range(n_steps):
        grads = np.vstack([grads, grad(path[-1])])
        path = np.vstack([w0, optimiser(w0, grads, **hyper)])
    return path.tolist()


minimise.equal(minimise, "path", "two values may stand in a list; the optimiser makes floats; twice an empty list is empty")
minimise.equal(list_of_arrays, "path, seen", "two values may stand in a list; the optimiser makes floats")
minimise.equal(filled_array, "grads[: k + 1]", "row k depends on no later gradient, and it is the last one")
minimise.equal(filled_array, "np.empty", "every row is written before it is read, and a shape may be a list")
minimise.equal(path_from_the_last_run, "np.zeros", "an array without rows holds nothing; lines that do not use each other may change places")
