"""Path of mini-batch gradient descent for the mean squared error."""

import itertools
import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import X_SHOWN, Y_SHOWN, random_data, random_seed, whole_numbers
from autograder.judging.judge import array
from autograder.worker.codec import Rng
from course.public import u06_sgd_and_mini_batch as public


@exercise(points=4)
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.asarray(w0, dtype=float)
    path = [w]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            gradient = 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            w = w - step_size(len(path)) * gradient
            path.append(w)
    return np.array(path)


_SAME, _THREES = np.array([[0.5, 1.0]] * 5), np.array([3.0] * 5)

sgd.example(X_SHOWN, Y_SHOWN, np.array([0.0, 0.0]), public.steady_step, 1, 3, Rng(1))
sgd.example(_SAME, _THREES, np.array([0.0, 0.0]), public.falling_step, 2, 2, Rng(3))
sgd.example(X_SHOWN, Y_SHOWN, np.array([1, 0]), public.falling_step, 3, 3, Rng(1))
sgd.example(_SAME, _THREES, np.array([0.0, 0.0]), public.steady_step, 1, 2, Rng(2))
sgd.example(np.eye(5), np.arange(1.0, 6.0), np.zeros(5), public.falling_step, 3, 1, Rng(4), fulfils="visits")


def _falling(start):
    return lambda k: start / (1.0 + 0.2 * k)


@sgd.probe("simple")
def _(answer, rng):
    """Batches of all objects: the order plays no part."""
    X, y = random_data(rng, 5, 3)
    starts = rng.uniform((0.15, 0.05), (0.2, 0.1))
    return [
        answer(X, y, rng.normal(size=3), _falling(start), epochs, size, random_seed(rng))
        for start, epochs, size in zip(starts, (6, 3), (5, 8), strict=True)
    ]


@sgd.probe("edge")
def _(answer, rng):
    """All objects are equal, and the last batch is short."""
    X, y = np.tile(rng.normal(size=2), (7, 1)), np.full(7, rng.normal(loc=3.0))
    starts = rng.uniform(0.06, 0.1, size=2)
    return [
        answer(X, y, rng.normal(size=2), _falling(start), epochs, size, random_seed(rng))
        for start, epochs, size in zip(starts, (2, 3), (3, 2), strict=True)
    ]


@sgd.probe("edge", credit=0.5)
def _(answer, rng):
    """The start is made of whole numbers, and there are more features than objects."""
    X, y = random_data(rng, 4, 6)
    return answer(X, y, whole_numbers(rng, 6), _falling(float(rng.uniform(0.02, 0.04))), 3, 4, random_seed(rng))


def _explained(path, X, y, step_size, n_epochs, batch_size):
    """Find which batch explains each step of ``path``; return the batches of every epoch, or None where none does."""
    m, k, epochs = len(y), 0, []
    for _ in range(n_epochs):
        found = []
        for start in range(0, m, batch_size):
            k += 1
            size = min(batch_size, m - start)
            subsets = [list(subset) for subset in itertools.combinations(range(m), size)]
            w = path[k - 1]
            residuals = X @ w - y
            gradients = 2 * residuals[:, None] * X
            landings = np.array([w - step_size(k) * gradients[subset].mean(axis=0) for subset in subsets])
            gaps = np.abs(landings - path[k]).max(axis=1)
            nearest = int(np.argmin(gaps))
            if not gaps[nearest] <= 1e-5 * (1 + np.abs(w).max()):
                return None
            found.append(subsets[nearest])
        epochs.append(found)
    return epochs


def _orders(answer, X, y, w0, step_size, n_epochs, batch_size, seed):
    """Return what any right use of rng must give.

    The start, a batch behind each step, each object once an epoch; the epochs are not all alike, nor all in the order
    of the data, nor made by shuffling less than the objects. Then whether all epochs begin with the same batch, which
    may happen by chance.
    """
    updates = n_epochs * math.ceil(len(y) / batch_size)
    path = array(answer.sample(X, y, w0, step_size, n_epochs, batch_size, seed), (updates + 1, len(w0)))
    epochs = _explained(path, X, y, step_size, n_epochs, batch_size)
    if epochs is None:
        return [path[0], False, False, False, False, False], False
    in_order = [list(range(start, min(len(y), start + batch_size))) for start in range(0, len(y), batch_size)]
    once = all(sorted(itertools.chain(*epoch)) == list(range(len(y))) for epoch in epochs)
    same = [all(epoch == other for epoch in epochs) for other in (epochs[0], in_order)]
    return [path[0], True, once, *same, _little_mixed(epochs, len(y))], all(epoch[0] == epochs[0][0] for epoch in epochs)


def _little_mixed(epochs, m):
    """Whether objects stand beside the same ones in every epoch, as in one order that is turned, or cut and then shuffled.

    In batches of one, those are the objects visited before and after; in larger ones, those of a batch are neighbours
    in the data. By chance that happens once in ten thousand times.
    """
    if all(len(batch) == 1 for batch in epochs[0]):
        visited = [list(itertools.chain(*epoch)) for epoch in epochs]
        rings = [{frozenset((order[place - 1], order[place])) for place in range(m)} for order in visited]
        return all(ring == rings[0] for ring in rings)
    return all(np.isin(np.diff(batch), (1, m - 1)).all() for epoch in epochs for batch in epoch)


@sgd.probe("property", credit=2.0)
def _(answer, rng):
    one, two = random_data(rng, 8, 2), random_data(rng, 7, 3)
    seen = [
        _orders(answer, *one, rng.normal(size=2), _falling(0.08), 4, 1, random_seed(rng)),
        _orders(answer, *two, rng.normal(size=3), _falling(0.08), 4, 2, random_seed(rng)),
    ]
    return [*[orders for orders, _ in seen], all(alike for _, alike in seen)]


@sgd.probe("general")
def _(answer, rng):
    """The order comes from rng: the same one gives the same path, another one another path."""
    X, y = random_data(rng, 9, 2)
    w0, one, other = rng.normal(size=2), Rng(int(rng.integers(1, 10**6))), Rng(int(rng.integers(10**6, 2 * 10**6)))
    paths = [array(answer.sample(X, y, w0, _falling(0.05), 2, 1, seed), (19, 2)) for seed in (one, one, other)]
    explained = _explained(paths[0], X, y, _falling(0.05), 2, 1) is not None
    return [paths[0][0], explained, bool(np.array_equal(paths[0], paths[1])), bool(np.allclose(paths[0], paths[2], rtol=1e-9, atol=0.0))]


@sgd.mistake(
    en=("The objects are visited in the order of the data.", "Two different generators must give two different paths for batches of one object."),
    ru=("Объекты обходят в том порядке, в котором они лежат.", "Для батчей из одного объекта два разных генератора должны дать два разных пути."),
)
def order_of_the_data(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        for start in range(0, len(y), batch_size):
            A, b = X[start : start + batch_size], y[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * A.T @ (A @ w - b) / len(b)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("All epochs go through the objects in the same random order.", "Every epoch needs new batches: where in your loops are they made?"),
    ru=("Все эпохи обходят объекты в одном и том же случайном порядке.", "Каждой эпохе нужны новые батчи: в каком месте циклов они создаются?"),
)
def shuffled_once(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path, order = w0 * 1.0, [w0 * 1.0], rng.permutation(len(y))
    for _ in range(n_epochs):
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The random order does not depend on the rng that was passed in.", "Another rng must give another path. Which line makes the generator that you use?"),
    ru=("Случайный порядок не зависит от переданного rng.", "С другим rng и путь должен быть другим. В какой строке создаётся генератор, которым вы пользуетесь?"),
)
def own_generator(X, y, w0, step_size, n_epochs, batch_size, rng):
    rng = np.random.default_rng(0)
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Every epoch and every rng get one and the same order.", "A generator of your own that is made anew starts from the beginning each time. Is one made here or in batches?"),
    ru=("У всех эпох и у любого rng один и тот же порядок.", "Свой генератор, созданный заново, каждый раз начинает сначала. Не создаётся ли такой здесь или в batches?"),
)
def own_generator_each_epoch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = np.random.default_rng(0).permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The random numbers do not come from the rng that was passed in.", "The same generator must give the same path, and yours changes from call to call. Look at the shuffling, here and in batches."),
    ru=("Случайные числа взяты не из переданного rng.", "Одинаковые генераторы должны давать один и тот же путь, а у вас он меняется от вызова к вызову. Посмотрите на перемешивание — здесь и в batches."),
)
def global_generator(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = np.random.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The starting point is missing from the path.", "There is one row more than updates: the first one is w0."),
    ru=("В пути нет начальной точки.", "Строк на одну больше, чем обновлений: первая из них — w0."),
)
def start_left_out(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, []
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path) + 1) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The gradients of a batch are added up, not averaged.", "With all objects in one batch the step must be the step of the mean loss."),
    ru=("Градиенты батча сложены, а не усреднены.", "Если в батче все объекты, шаг должен совпасть с шагом для средних потерь."),
)
def sum_of_the_batch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx])
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("A short batch is divided by the full batch_size.", "The last batch may be shorter. By how many objects must its sum be divided?"),
    ru=("Неполный батч поделён на полный batch_size.", "Последний батч бывает короче. На сколько объектов надо делить его сумму?"),
)
def full_size_assumed(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / batch_size
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The updates are counted from 0.", "The first update asks for the step size of k = 1."),
    ru=("Обновления считаются с нуля.", "Первое обновление берёт величину шага для k = 1."),
)
def counted_from_zero(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path) - 1) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The step size follows the number of the epoch.", "Here k counts the updates, through all epochs, without starting again."),
    ru=("Величина шага зависит от номера эпохи.", "Здесь k считает обновления — подряд, через все эпохи, не начиная заново."),
)
def counts_epochs(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for epoch in range(1, n_epochs + 1):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(epoch) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The count of the updates starts again in every epoch.", "The second epoch goes on counting where the first one stopped."),
    ru=("Счёт обновлений в каждой эпохе начинается заново.", "Вторая эпоха продолжает счёт с того места, где остановилась первая."),
)
def count_restarts(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for k, start in enumerate(range(0, len(y), batch_size), 1):
            idx = order[start : start + batch_size]
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The weights are kept once an epoch.", "Every update gives a row of the path, not only the last one of an epoch."),
    ru=("Веса сохраняются один раз за эпоху.", "Строку пути даёт каждое обновление, а не только последнее в эпохе."),
)
def one_row_an_epoch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path, k = w0 * 1.0, [w0 * 1.0], 0
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx, k = order[start : start + batch_size], k + 1
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
        path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("All rows of the path are equal: each of them holds the last weights.", "An array that is changed in place changes everywhere it is kept. Is there a -= in your loop?"),
    ru=("Все строки пути одинаковы: в каждой — последние веса.", "Массив, изменённый на месте, меняется везде, где он сохранён. Нет ли в цикле -=?"),
)
def in_place(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w -= step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The walk goes uphill.", "The gradient of the batch shows where its loss grows. Mind the sign of the step."),
    ru=("Путь идёт в гору.", "Градиент батча показывает, куда растут его потери. Проверьте знак шага."),
)
def climbs(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w + step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Every batch is drawn anew, so an epoch misses some objects and repeats others.", "The batches of an epoch are the pieces of one shuffled order."),
    ru=("Каждый батч вытягивают заново, поэтому за эпоху одни объекты пропущены, а другие повторились.", "Батчи одной эпохи — это куски одного перемешанного порядка."),
)
def draws_with_replacement(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        for start in range(0, len(y), batch_size):
            idx = rng.integers(len(y), size=min(batch_size, len(y) - start))
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("All gradients of an epoch are taken at the weights with which it began.", "After an update the weights are new: the next batch must see them."),
    ru=("Все градиенты эпохи взяты при весах, с которых она началась.", "После обновления веса уже другие: следующий батч должен их видеть."),
)
def stale_weights(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order, old = rng.permutation(len(y)), w
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ old - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Every step uses the gradient of all objects.", "An update looks at its own batch only."),
    ru=("Каждый шаг использует градиент по всем объектам.", "Обновление смотрит только на свой батч."),
)
def full_gradient_steps(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs * math.ceil(len(y) / batch_size)):
        w = w - step_size(len(path)) * 2 * X.T @ (X @ w - y) / len(y)
        path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("From a start of whole numbers on, every point of the path loses its decimals.", "An array made like w0 can hold only what w0 can. In which array does your path stand?"),
    ru=("Если w0 целое, у каждой точки пути пропадает дробная часть.", "Массив, созданный по образцу w0, хранит только такие же числа. В каком массиве у вас путь?"),
)
def path_of_whole_numbers(X, y, w0, step_size, n_epochs, batch_size, rng):
    path, k = np.array([w0] * (n_epochs * math.ceil(len(y) / batch_size) + 1)), 0
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx, k = order[start : start + batch_size], k + 1
            path[k] = path[k - 1] - step_size(k) * 2 * X[idx].T @ (X[idx] @ path[k - 1] - y[idx]) / len(idx)
    return path


@sgd.mistake(
    en=("Every epoch begins with the same objects.", "The first batch of an epoch must come from the new order too. What happens first in your loop?"),
    ru=("Каждая эпоха начинается с одних и тех же объектов.", "Первый батч эпохи тоже берут из нового порядка. Что в вашем цикле происходит раньше?"),
)
def shuffled_after_the_first_batch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        left = np.arange(len(y))
        while len(left):
            idx, left = left[:batch_size], left[batch_size:]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
            left = rng.permutation(left)
    return np.array(path)


@sgd.mistake(
    en=("The path has only one epoch in it.", "All n_epochs epochs are walked, one after the other. Which loop goes through them, and at which depth does your return stand?"),
    ru=("В пути только одна эпоха.", "Нужно пройти все n_epochs эпох, одну за другой. Какой цикл по ним проходит и с каким отступом стоит ваш return?"),
)
def one_epoch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    order = rng.permutation(len(y))
    for start in range(0, len(y), batch_size):
        idx = order[start : start + batch_size]
        w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
        path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The step is half as long as it should be.", "The square of the residual is differentiated: which factor comes to the front? Look at the gradient of the batch."),
    ru=("Шаг вдвое короче, чем нужно.", "Дифференцируют квадрат остатка: какой множитель выходит вперёд? Проверьте градиент батча."),
)
def half_a_step(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The last batch of an epoch is left out when it is short.", "Every object takes part in every epoch. How many updates does an epoch make?"),
    ru=("Последний батч эпохи пропущен, если он короткий.", "В каждой эпохе участвует каждый объект. Сколько же обновлений в эпохе?"),
)
def short_batch_left_out(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for k in range(len(y) // batch_size):
            idx = order[k * batch_size : (k + 1) * batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("All steps have the size of the first one.", "Every update asks for a size of its own, step_size(k). How often, and where, do you ask?"),
    ru=("У всех шагов величина первого.", "У каждого обновления своя величина step_size(k). Сколько раз и в каком месте вы её спрашиваете?"),
)
def step_asked_once(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path, eta = w0 * 1.0, [w0 * 1.0], step_size(1)
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - eta * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Only the last weights come back, not the path to them.", "The answer is a table: a row for w0 and one for each update. Where do you keep the rows?"),
    ru=("Возвращены только последние веса, без пути к ним.", "Ответ — таблица: строка для w0 и по строке на каждое обновление. Где вы храните эти строки?"),
)
def arrival_only(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, k = w0 * 1.0, 0
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx, k = order[start : start + batch_size], k + 1
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
    return w


@sgd.mistake(
    en=("There is one update in an epoch.", "All the batches of an epoch make an update, one after the other. Which loop goes through them, and how many objects are in each?"),
    ru=("За эпоху сделано одно обновление.", "Обновление делают по каждому батчу эпохи, одно за другим. Какой цикл проходит по батчам и сколько объектов в каждом?"),
)
def one_batch_an_epoch(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        idx = rng.permutation(len(y))[:batch_size]
        w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
        path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Two things: the start is missing from the path, and the updates are counted from 0.", "With w0 as the first row of the path, the number of rows is just the number of the next update."),
    ru=("Две ошибки: в пути нет начальной точки, а обновления считаются с нуля.", "Если первая строка пути — w0, то число строк как раз и есть номер следующего обновления."),
)
def from_zero_without_start(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, []
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("In an epoch no more objects are used than there are features.", "The batches of an epoch hold every object once. Which number does batches need, that of the rows of X or that of its columns?"),
    ru=("За эпоху использовано не больше объектов, чем есть признаков.", "Батчи эпохи содержат каждый объект по одному разу. Какое число нужно batches: число строк в X или число столбцов?"),
)
def features_for_objects(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    count = X.shape[1]
    for _ in range(n_epochs):
        order = rng.permutation(count)
        for start in range(0, count, batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("Where there are fewer features than objects, only so many objects are used in an epoch.", "The batches of an epoch hold every object once. Which number does batches need, that of the rows of X or that of its columns?"),
    ru=("Если признаков меньше, чем объектов, за эпоху использовано лишь столько объектов, сколько признаков.", "Батчи эпохи содержат каждый объект по одному разу. Какое число нужно batches: число строк в X или число столбцов?"),
    looks_like=("features_for_objects",),
)
def no_more_than_features(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    count = min(X.shape)
    for _ in range(n_epochs):
        order = rng.permutation(count)
        for start in range(0, count, batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("The batches of an epoch are shuffled, but not the objects in them: neighbours in the data stay together.", "Chance decides who is in a batch with whom, and anew in every epoch. What do you shuffle: the objects, or where a batch begins?"),
    ru=("В эпохе перемешаны батчи, а не объекты: соседи по данным остаются вместе.", "Кто с кем попадёт в батч, решает случай, и в каждой эпохе заново. Что вы перемешиваете: объекты или места, где начинаются батчи?"),
)
def shuffles_the_batches(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        cut = [np.arange(start, min(len(y), start + batch_size)) for start in range(0, len(y), batch_size)]
        last = [cut.pop()] if len(y) % batch_size else []
        for idx in [*(cut[n] for n in rng.permutation(len(cut))), *last]:
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.mistake(
    en=("In every epoch the same objects stand beside each other, as when the order is not shuffled but only begins elsewhere.", "After object 3 object 4 would always come. Chance decides about the whole order: which method of rng shuffles it?"),
    ru=("В каждой эпохе рядом стоят одни и те же объекты, как если порядок не перемешать, а лишь начать с другого места.", "После объекта 3 всегда шёл бы объект 4. Случай решает обо всём порядке: какой метод rng его перемешивает?"),
)
def begins_elsewhere(X, y, w0, step_size, n_epochs, batch_size, rng):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(n_epochs):
        order = np.roll(np.arange(len(y)), -int(rng.integers(len(y))))
        for start in range(0, len(y), batch_size):
            idx = order[start : start + batch_size]
            w = w - step_size(len(path)) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)


@sgd.alternative
def preallocated(X, y, w0, step_size, n_epochs, batch_size, rng):
    m = len(y)
    per_epoch = -(-m // batch_size)
    path = np.empty((n_epochs * per_epoch + 1, len(w0)))
    path[0] = w0
    k = 0
    for _ in range(n_epochs):
        for idx in np.split(np.argsort(rng.random(m)), range(batch_size, m, batch_size)):
            k += 1
            residual = X[idx] @ path[k - 1] - y[idx]
            path[k] = path[k - 1] - step_size(k) * np.mean(2 * residual[:, None] * X[idx], axis=0)
    return path


@sgd.alternative
def object_by_object(X, y, w0, step_size, n_epochs, batch_size, rng):
    path = [list(w0)]
    for _ in range(n_epochs):
        order = list(range(len(y)))
        rng.shuffle(order)
        while order:
            batch, order = order[:batch_size], order[batch_size:]
            w, eta = path[-1], step_size(len(path))
            new = list(w)
            for i in batch:
                r = sum(X[i][j] * w[j] for j in range(len(w))) - y[i]
                for j in range(len(w)):
                    new[j] -= eta * 2 * r * X[i][j] / len(batch)
            path.append(new)
    return path


sgd.equal(sgd, "idx", "the same product grouped another way; a negative number is a row, too, counted from the end")
sgd.equal(sgd, "len(y)", "X has a row for each answer, and rows may be counted from the end")
sgd.equal(sgd, "path = [w]", "w and w0 are the same point there")
sgd.equal(sgd, "np.asarray(w0", "the first step makes floats of whole numbers")
sgd.equal(preallocated, "np.empty(", "every row of the path is written before it is read")
sgd.equal(preallocated, "rng.random", "places sorted by any continuous random numbers are a random order")
sgd.equal(preallocated, "residual", "the same product grouped another way; a row of one line is a row")
sgd.equal(preallocated, "m = len(y)", "X has a row for each answer")
sgd.equal(preallocated, "path[0] = w0", "the counter may be set before or after")
sgd.equal(object_by_object, "range(len(", "as many weights, and -1 is the last one")
sgd.equal(object_by_object, "batch", "lines that do not use each other may change places, and the new weights are filled in after being kept")
sgd.equal(object_by_object, "eta = ", "two values may stand in a list")


sgd.equal(object_by_object, "rng.shuffle(order)", "what is left may be shuffled once more before every batch")
