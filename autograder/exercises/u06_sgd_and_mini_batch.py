"""Unit 06: stochastic and mini-batch gradient descent (lectures 1, 2 and 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import itertools
import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import array
from autograder.parts import part_of, shuffled
from autograder.worker.codec import Rng
from course.public import u06_sgd_and_mini_batch as public
from course.public.u06_sgd_and_mini_batch import flat, shuffled_partition

unit = Unit("06-sgd-and-mini-batch")


def _data(rng, m, n):
    """Return objects and answers that no line fits exactly."""
    return rng.normal(size=(m, n)), rng.normal(scale=2.0, size=m)


def _seed(rng):
    return Rng(int(rng.integers(1, 10**6)))


# ------------------------------------------------------------------------------------------- sgd_step


@unit.exercise(points=1)
def sgd_step(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


_X, _Y = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]]), np.array([1.0, 2.0, 2.0])

sgd_step.example(np.array([0.5, 2.0]), _X, _Y, 1, 0.1)
sgd_step.example(np.array([1.0, -1.0]), _X, _Y, 0, 0.05)


@sgd_step.probe("general")
def _(answer, rng):
    seen = []
    for m, n, i in ((5, 3, rng.integers(1, 5)), (4, 2, rng.integers(1, 4)), (7, 4, 0)):
        X, y = _data(rng, m, n)
        seen.append(answer(rng.normal(size=n), X, y, int(i), float(rng.uniform(0.05, 0.4))))
    return seen


@sgd_step.probe("edge", credit=0.5)
def _(answer, rng):
    X, y = _data(rng, 6, 1)
    return [answer(rng.normal(size=1), X, y, i, float(rng.uniform(0.1, 0.3))) for i in (0, 5)]


@sgd_step.mistake(
    en=("The step goes uphill.", "The gradient shows where the loss of the object grows. Which sign must stand before the step?"),
    ru=("Шаг идёт в гору.", "Градиент показывает, куда растут потери объекта. Какой знак должен стоять перед шагом?"),
)
def uphill(w, X, y, i, learning_rate):
    return w + learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The step is half as long as it should be.", "A square is differentiated here: where has its exponent gone?"),
    ru=("Шаг вдвое короче, чем нужно.", "Здесь дифференцируют квадрат: куда делся его показатель?"),
)
def no_two(w, X, y, i, learning_rate):
    return w - learning_rate * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The rate of the inside is missing.", "By the chain rule the derivative with respect to a weight contains that weight's own feature."),
    ru=("Нет производной внутренней функции.", "По цепному правилу в производную по весу входит признак, на который этот вес умножен."),
)
def no_feature(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i])


@sgd_step.mistake(
    en=("This is a step of the full gradient: every object takes part.", "Only the row with number i may be looked at."),
    ru=("Это шаг по полному градиенту: участвуют все объекты.", "Смотреть можно только на строку с номером i."),
)
def all_objects(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * X.T @ (X @ w - y) / len(y)


@sgd_step.mistake(
    en=("The step is divided by the number of objects.", "The loss of one object is not an average: nothing is left to divide by."),
    ru=("Шаг поделён на число объектов.", "Потери одного объекта — не среднее, делить здесь не на что."),
)
def divided_by_m(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i] / len(y)


@sgd_step.mistake(
    en=("The objects are counted from 1.", "Row 0 is the first object, and i is a row number."),
    ru=("Объекты пронумерованы с единицы.", "Первый объект — это строка 0, а i — номер строки."),
)
def counted_from_one(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i - 1] @ w - y[i - 1]) * X[i - 1]


@sgd_step.mistake(
    en=("The gradient is returned, not the new weights.", "One thing is left to do: start from w and go against it."),
    ru=("Возвращён градиент, а не новые веса.", "Осталось одно: встать в w и пойти против него."),
)
def gradient_only(w, X, y, i, learning_rate):
    return 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The learning rate is not used.", "Double learning_rate: the step must become twice as long."),
    ru=("Скорость обучения не используется.", "Удвойте learning_rate: шаг должен стать вдвое длиннее."),
)
def no_rate(w, X, y, i, learning_rate):
    return w - 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.alternative
def by_loop(w, X, y, i, learning_rate):
    residual = -y[i]
    for x, weight in zip(X[i], w, strict=True):
        residual += x * weight
    return [weight - 2 * learning_rate * residual * x for x, weight in zip(X[i], w, strict=True)]


@sgd_step.alternative
def by_slices(w, X, y, i, learning_rate):
    row, target = X[i : i + 1], y[i : i + 1]
    return w + 2 * learning_rate * row.T @ (target - row @ w)


# -------------------------------------------------------------------------------------- batch_gradient


@unit.exercise(points=2)
def batch_gradient(w, X, y, idx):
    rows = X[idx]
    return 2 * rows.T @ (rows @ w - y[idx]) / len(idx)


batch_gradient.example(np.array([0.5, 1.0]), _X, _Y, np.array([0, 2]))
batch_gradient.example(np.array([1.0, -1.0]), _X, _Y, np.array([1, 1, 2]))


@batch_gradient.probe("general")
def _(answer, rng):
    seen = []
    for m, n, size in ((6, 3, 2), (9, 2, 4), (5, 4, 1)):
        X, y = _data(rng, m, n)
        seen.append(answer(rng.normal(size=n), X, y, rng.permutation(m)[:size]))
    return seen


@batch_gradient.probe("edge")
def _(answer, rng):
    X, y = _data(rng, 5, 3)
    w, rows = rng.normal(size=3), rng.permutation(5)
    return [answer(w, X, y, rows[repeated]) for repeated in ([1, 1, 3], [4, 0, 4, 4], [2, 2, 3, 3, 3, 0, 1])]


@batch_gradient.mistake(
    en=("The gradients are added up but not averaged.", "Repeat every index once more: the mean must not change. Does yours?"),
    ru=("Градиенты сложены, но не усреднены.", "Повторите каждый номер ещё раз: среднее не должно измениться. А ваше?"),
)
def summed(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx])


@batch_gradient.mistake(
    en=("The sum over the batch is divided by the number of all objects.", "Average over what has been added up: how many terms are there?"),
    ru=("Сумма по батчу поделена на число всех объектов.", "Усредняйте по тому, что сложили: сколько там слагаемых?"),
)
def divided_by_all(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(y)


@batch_gradient.mistake(
    en=("The whole sample is used, whatever the indices.", "Pick out the rows of the batch first, in X and in y."),
    ru=("Берётся вся выборка, какими бы ни были номера.", "Сначала отберите строки батча — и в X, и в y."),
)
def full_gradient(w, X, y, idx):
    return 2 * X.T @ (X @ w - y) / len(y)


@batch_gradient.mistake(
    en=("A repeated index is counted once.", "An object that was drawn twice has two votes: look for a set or for unique."),
    ru=("Повторный номер учтён один раз.", "У объекта, который вытянули дважды, два голоса: поищите set или unique."),
)
def repeats_lost(w, X, y, idx):
    once = np.unique(idx)
    return 2 * X[once].T @ (X[once] @ w - y[once]) / len(once)


@batch_gradient.mistake(
    en=("A repeated index is added once but divided by the length of the batch.", "An array of truth values cannot remember how often a row was drawn."),
    ru=("Повторный номер сложен один раз, а делят на всю длину батча.", "Массив из True и False не помнит, сколько раз вытянули строку."),
)
def by_mask(w, X, y, idx):
    mask = np.isin(np.arange(len(y)), idx)
    return 2 * X[mask].T @ (X[mask] @ w - y[mask]) / len(idx)


@batch_gradient.mistake(
    en=("The factor of the square is missing.", "The derivative of a square brings a 2 to the front."),
    ru=("Пропущен множитель от квадрата.", "Производная квадрата выносит вперёд двойку."),
)
def no_factor(w, X, y, idx):
    return X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


@batch_gradient.mistake(
    en=("The sign is turned round.", "The residual is the prediction minus the answer. This is the anti-gradient."),
    ru=("Знак обратный.", "Остаток — это предсказание минус ответ. У вас получился антиградиент."),
)
def sign_turned(w, X, y, idx):
    return 2 * X[idx].T @ (y[idx] - X[idx] @ w) / len(idx)


@batch_gradient.mistake(
    en=("Only the first object of the batch is looked at.", "All the objects with these numbers vote. Where does your code take one?"),
    ru=("Учтён только первый объект батча.", "Голосуют все объекты с этими номерами. Где ваш код берёт один?"),
)
def first_only(w, X, y, idx):
    i = idx[0]
    return 2 * (X[i] @ w - y[i]) * X[i]


@batch_gradient.alternative
def by_object(w, X, y, idx):
    total = np.zeros(len(w))
    for i in idx:
        total += 2 * (X[i] @ w - y[i]) * X[i]
    return total / len(idx)


@batch_gradient.alternative
def by_mean(w, X, y, idx):
    residual = X[idx] @ w - y[idx]
    return np.mean(2 * residual[:, None] * X[idx], axis=0)


@batch_gradient.alternative
def by_counts(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y)) / len(idx)
    return 2 * X.T @ (counts * (X @ w - y))


# ------------------------------------------------------------------------------------------ epoch_cost


@unit.exercise(points=1)
def epoch_cost(n, batch_size):
    return math.ceil(n / batch_size), n


epoch_cost.example(11, 4)
epoch_cost.example(12, 3)
epoch_cost.example(9, 4)


for _which in range(2):  # a half of the points for each number

    @epoch_cost.probe("general")
    def _(answer, rng, which=_which):
        seen = []
        for extra in rng.permutation([1, 0, 3]):
            full, b = (int(size) for size in rng.integers((30, 4), (900, 40)))
            seen.append(part_of(answer(full * b + int(extra), b), which, 2))
        return seen

    @epoch_cost.probe("edge")
    def _(answer, rng, which=_which):
        a, b, c, d, more = (int(n) for n in rng.integers(20, 4000, size=5))
        cases = shuffled(rng, [(a, 1), (b, b), (c, c + more), (d, d - 1)])
        return [part_of(answer(*case), which, 2) for case in cases]


@epoch_cost.mistake(
    en=("The last short batch is forgotten.", "Ten objects in batches of four make three batches: the two left over get an update too."),
    ru=("Забыт последний, неполный батч.", "Десять объектов по четыре — это три батча: на двух оставшихся тоже делают обновление."),
)
def floored(n, batch_size):
    return n // batch_size, n


@epoch_cost.mistake(
    en=("There is one batch too many where the division is exact.", "Twelve objects in batches of three leave nothing over."),
    ru=("Когда делится нацело, получается лишний батч.", "От двенадцати объектов по три ничего не остаётся."),
)
def always_one_more(n, batch_size):
    return n // batch_size + 1, n


@epoch_cost.mistake(
    en=("The last batch is counted as a full one.", "In an epoch every object is used once, so how many gradients are computed?"),
    ru=("Последний батч посчитан как полный.", "За эпоху каждый объект используется один раз. Сколько же градиентов вычислено?"),
)
def padded(n, batch_size):
    updates = math.ceil(n / batch_size)
    return updates, updates * batch_size


@epoch_cost.mistake(
    en=("The two numbers are in the wrong order.", "First the updates, then the gradients of single objects."),
    ru=("Два числа стоят не в том порядке.", "Сначала число обновлений, потом число градиентов отдельных объектов."),
)
def swapped(n, batch_size):
    return n, math.ceil(n / batch_size)


@epoch_cost.mistake(
    en=("This is the cost of one update.", "An epoch goes through the whole sample, not through one batch."),
    ru=("Это цена одного обновления.", "Эпоха проходит всю выборку, а не один батч."),
)
def one_update(n, batch_size):
    return 1, min(n, batch_size)


@epoch_cost.mistake(
    en=("The number of updates is rounded to the nearest whole number.", "However short the last batch is, it is an update."),
    ru=("Число обновлений округлено до ближайшего целого.", "Каким бы коротким ни был последний батч, это тоже обновление."),
)
def rounded(n, batch_size):
    return max(1, round(n / batch_size)), n


@epoch_cost.mistake(
    en=("The updates come out as a fraction.", "An update is made or not made: half an update does not exist."),
    ru=("Число обновлений получилось дробным.", "Обновление либо сделано, либо нет: половины обновления не бывает."),
)
def fractional(n, batch_size):
    return n / batch_size, n


@epoch_cost.alternative
def by_range(n, batch_size):
    return [len(range(0, n, batch_size)), n]


@epoch_cost.alternative
def by_negative_floor(n, batch_size):
    return -(-n // batch_size), n


@epoch_cost.alternative
def by_counting(n, batch_size):
    updates = gradients = 0
    while gradients < n:
        gradients += min(batch_size, n - gradients)
        updates += 1
    return updates, gradients


# --------------------------------------------------------------------------------------------- batches


@unit.exercise(points=2)
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


batches.example(22, 4, Rng(7), fulfils="shuffled_partition")
batches.example(12, 3, Rng(8), fulfils="shuffled_partition")


def _batches(answer, n, batch_size, seed):
    return shuffled_partition(n, batch_size, None, answer.sample(n, batch_size, seed))


@batches.probe("property")
def _(answer, rng):
    sizes = [(int(rng.integers(6, 9)), b) for b in (5, 7, 4)]
    return [_batches(answer, pieces * b + extra, b, _seed(rng)) for (pieces, b), extra in zip(sizes, (1, 4, 0), strict=True)]


@batches.probe("edge")
def _(answer, rng):
    n = int(rng.integers(20, 40))
    return [_batches(answer, n, 1, _seed(rng)), _batches(answer, n, n, _seed(rng)), _batches(answer, n, n + 5, _seed(rng))]


@batches.probe("general")
def _(answer, rng):
    n, one, other = int(rng.integers(36, 41)), Rng(int(rng.integers(1, 10**6))), Rng(int(rng.integers(10**6, 2 * 10**6)))
    first, again, third = (flat(answer.sample(n, 7, seed)) for seed in (one, one, other))
    partition = shuffled_partition(n, 7, None, first)
    return [partition[:3] if isinstance(partition, list) else partition, first == again, first == third]


@batches.mistake(
    en=("The objects keep the order of the data.", "Draw a random order with rng first, then cut it."),
    ru=("Объекты идут в том порядке, в котором лежат данные.", "Сначала с помощью rng выберите случайный порядок, потом режьте."),
)
def unshuffled(n, batch_size, rng):
    return [np.arange(n)[start : start + batch_size] for start in range(0, n, batch_size)]


@batches.mistake(
    en=("The last, shorter batch is dropped.", "Collect all indices of your batches: every object must be there."),
    ru=("Последний, короткий батч выброшен.", "Соберите номера из всех ваших батчей: там должны быть все объекты."),
)
def last_dropped(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(max(1, n // batch_size))]


@batches.mistake(
    en=("Every batch is drawn anew from all the objects.", "In an epoch each object appears exactly once. Look for one that appears twice."),
    ru=("Каждый батч заново вытягивают из всех объектов.", "За эпоху каждый объект встречается ровно один раз. Поищите тот, который встретился дважды."),
)
def drawn_anew(n, batch_size, rng):
    sizes = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    return [rng.integers(n, size=size) for size in sizes]


@batches.mistake(
    en=("The pieces are made nearly equal.", "All batches but the last have exactly batch_size objects."),
    ru=("Части сделаны почти равными.", "Во всех батчах, кроме последнего, ровно batch_size объектов."),
)
def nearly_equal(n, batch_size, rng):
    return np.array_split(rng.permutation(n), math.ceil(n / batch_size))


@batches.mistake(
    en=("batch_size is taken for the number of batches.", "It says how many objects are in one batch. How many batches that makes, you must count."),
    ru=("batch_size принято за число батчей.", "Это число объектов в одном батче. Сколько выйдет батчей, надо посчитать."),
)
def number_of_batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)


@batches.mistake(
    en=("The random numbers come from a generator of your own.", "Another rng must give another order: take the numbers from the argument."),
    ru=("Случайные числа берутся из своего генератора.", "С другим rng и порядок должен быть другим: берите числа из аргумента."),
)
def own_generator(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


@batches.mistake(
    en=("The random numbers do not come from the rng that was passed in.", "The same generator must give the same batches, and yours change from call to call. Whom do you ask for random numbers?"),
    ru=("Случайные числа взяты не из переданного rng.", "Одинаковые генераторы должны давать одинаковые батчи, а у вас они меняются от вызова к вызову. У кого вы просите случайные числа?"),
)
def global_generator(n, batch_size, rng):
    order = np.random.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


@batches.mistake(
    en=("The batches are shuffled, the objects are not.", "Neighbours in the data always meet in the same batch. What exactly must be mixed?"),
    ru=("Перемешаны батчи, а не объекты.", "Соседи по таблице всегда попадают в один батч. Что именно нужно перемешать?"),
)
def blocks_shuffled(n, batch_size, rng):
    blocks = [np.arange(start, min(n, start + batch_size)) for start in range(0, n, batch_size)]
    return sorted([blocks[k] for k in rng.permutation(len(blocks))], key=len, reverse=True)


@batches.mistake(
    en=("The objects are mixed inside each batch only.", "Cut first and shuffle then leaves the batches as they were. Which comes first?"),
    ru=("Объекты перемешаны только внутри батча.", "Если сначала разрезать, а потом мешать, состав батчей не изменится. Что должно идти первым?"),
)
def mixed_inside(n, batch_size, rng):
    blocks = [np.arange(start, min(n, start + batch_size)) for start in range(0, n, batch_size)]
    return [rng.permutation(block) for block in blocks]


@batches.mistake(
    en=("The last batch is filled up with objects that were there before.", "No object may appear twice: let the last batch be short."),
    ru=("Последний батч дополнен объектами, которые уже были.", "Ни один объект не должен встретиться дважды: пусть последний батч будет коротким."),
)
def filled_up(n, batch_size, rng):
    order = rng.permutation(n)
    count = math.ceil(n / batch_size)
    return [np.resize(order, count * batch_size)[k * batch_size : (k + 1) * batch_size] for k in range(count)]


@batches.mistake(
    en=("The objects are numbered from 1.", "The indices go into X[idx], and there the first row has number 0."),
    ru=("Объекты пронумерованы с единицы.", "Номера пойдут в X[idx], а там у первой строки номер 0."),
)
def numbered_from_one(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


@batches.alternative
def by_shuffle(n, batch_size, rng):
    order = list(range(n))
    rng.shuffle(order)
    found = []
    while order:
        found.append(order[:batch_size])
        order = order[batch_size:]
    return found


@batches.alternative
def by_sorting(n, batch_size, rng):
    return np.split(np.argsort(rng.random(n)), range(batch_size, n, batch_size))


@batches.alternative
def by_drawing(n, batch_size, rng):
    left, found = set(range(n)), []
    while left:
        take = rng.choice(sorted(left), size=min(batch_size, len(left)), replace=False)
        found.append(take)
        left -= set(take.tolist())
    return found


# ------------------------------------------------------------------------------------------------- sgd


@unit.exercise(points=4)
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

sgd.example(_X, _Y, np.array([0.0, 0.0]), public.falling_step, 3, 3, Rng(1))
sgd.example(_SAME, _THREES, np.array([0.0, 0.0]), public.steady_step, 1, 2, Rng(2))
sgd.example(_SAME, _THREES, np.array([0.0, 0.0]), public.falling_step, 2, 3, Rng(3))


def _falling(start):
    return lambda k: start / (1.0 + 0.2 * k)


@sgd.probe("simple")
def _(answer, rng):
    """Batches of all objects: the order plays no part."""
    X, y = _data(rng, 5, 3)
    starts = rng.uniform((0.15, 0.05), (0.2, 0.1))
    return [
        answer(X, y, rng.normal(size=3), _falling(start), epochs, size, _seed(rng))
        for start, epochs, size in zip(starts, (6, 3), (5, 8), strict=True)
    ]


@sgd.probe("edge")
def _(answer, rng):
    """All objects are equal, and the last batch is short."""
    X, y = np.tile(rng.normal(size=2), (7, 1)), np.full(7, rng.normal(loc=3.0))
    starts = rng.uniform(0.06, 0.1, size=2)
    return [
        answer(X, y, rng.normal(size=2), _falling(start), epochs, size, _seed(rng))
        for start, epochs, size in zip(starts, (2, 3), (3, 2), strict=True)
    ]


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
    of the data.
    """
    updates = n_epochs * math.ceil(len(y) / batch_size)
    path = array(answer.sample(X, y, w0, step_size, n_epochs, batch_size, seed), (updates + 1, len(w0)))
    epochs = _explained(path, X, y, step_size, n_epochs, batch_size)
    if epochs is None:
        return [path[0], False, False, False, False]
    in_order = [list(range(start, min(len(y), start + batch_size))) for start in range(0, len(y), batch_size)]
    once = all(sorted(itertools.chain(*epoch)) == list(range(len(y))) for epoch in epochs)
    same = [all(epoch == other for epoch in epochs) for other in (epochs[0], in_order)]
    return [path[0], True, once, *same]


@sgd.probe("property", credit=2.0)
def _(answer, rng):
    one, two = _data(rng, 8, 2), _data(rng, 7, 3)
    return [
        _orders(answer, *one, rng.normal(size=2), _falling(0.08), 4, 1, _seed(rng)),
        _orders(answer, *two, rng.normal(size=3), _falling(0.08), 4, 2, _seed(rng)),
    ]


@sgd.probe("general")
def _(answer, rng):
    """The order comes from rng: the same one gives the same path, another one another path."""
    X, y = _data(rng, 9, 2)
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
    en=("The objects are shuffled once, and all epochs repeat that order.", "Every epoch needs new batches: where in your loops are they made?"),
    ru=("Объекты перемешаны один раз, и все эпохи повторяют этот порядок.", "Каждой эпохе нужны новые батчи: в каком месте циклов они создаются?"),
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
    en=("Every epoch and every rng get the same shuffled order.", "A generator of your own that is made anew for each epoch starts from the beginning each time. Is that done here or in batches?"),
    ru=("У всех эпох и у любого rng один и тот же перемешанный порядок.", "Свой генератор, созданный заново для каждой эпохи, каждый раз начинает сначала. Где он создаётся: здесь или в batches?"),
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
    en=("All rows of the path are the same object.", "An array that is changed in place changes everywhere it is kept. Where does your loop use -=?"),
    ru=("Все строки пути — один и тот же объект.", "Массив, изменённый на месте, меняется везде, где он сохранён. Где в цикле стоит -=?"),
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


# ----------------------------------------------------------------------------------------- batch_noise


@unit.exercise(points=2)
def batch_noise(g, batch_size, replace):
    variance = np.mean((g - np.mean(g)) ** 2) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


batch_noise.example(np.array([1.0, 2.0, 6.0]), 3, True)
batch_noise.example(np.array([2.0, 4.0, 6.0, 12.0]), 2, False)


for _replace, _center in ((True, 0.0), (False, 1.0)):  # a half of the points for each way of drawing

    @batch_noise.probe("simple" if _replace else "general")
    def _(answer, rng, replace=_replace, center=_center):
        sizes = ((5, 2), (6, 3), (4, 1), (3, 4)) if replace else ((5, 2), (6, 3), (7, 5), (4, 3))
        return [answer(rng.normal(loc=center, scale=3.0, size=m), b, replace) for m, b in sizes]

    @batch_noise.probe("edge", credit=0.5)
    def _(answer, rng, replace=_replace):
        g = rng.normal(loc=-2.0, scale=4.0, size=6)
        return [answer(g, 6, replace), answer(g, 1, replace)]


@batch_noise.mistake(
    en=("Both ways of drawing get the same noise.", "Take a batch of all the objects, each once: can its mean still vary?"),
    ru=("У обоих способов выбора получился одинаковый шум.", "Возьмите в батч все объекты по одному разу: может ли такое среднее меняться?"),
)
def no_correction(g, batch_size, replace):
    return np.var(g) / batch_size


@batch_noise.mistake(
    en=("The two ways of drawing are mixed up.", "Objects that may repeat are independent draws: for these nothing is corrected."),
    ru=("Два способа выбора перепутаны.", "Если объекты могут повторяться, это независимые испытания: для них поправка не нужна."),
)
def ways_swapped(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return variance * (len(g) - batch_size) / (len(g) - 1) if replace else variance


@batch_noise.mistake(
    en=("The squares are divided by one less than their number.", "Here g is the whole sample, not a part of it: the variance is the plain mean of the squares."),
    ru=("Сумма квадратов поделена на число, меньшее на единицу.", "Здесь g — вся выборка, а не её часть: дисперсия — это обычное среднее квадратов."),
)
def sample_variance(g, batch_size, replace):
    variance = np.var(g, ddof=1) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("This is the standard deviation, not the variance.", "The variance is asked for: stop before the root."),
    ru=("Это стандартное отклонение, а не дисперсия.", "Нужна дисперсия: корень извлекать не надо."),
)
def deviation(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return np.sqrt(variance if replace else variance * (len(g) - batch_size) / (len(g) - 1))


@batch_noise.mistake(
    en=("The spread of single gradients is returned, as if a batch did not average.", "The mean of two draws varies less than one draw. Where does batch_size come in?"),
    ru=("Возвращён разброс отдельных градиентов, как будто батч ничего не усредняет.", "Среднее двух меняется меньше, чем одно. Где здесь участвует batch_size?"),
)
def not_averaged(g, batch_size, replace):
    variance = np.var(g)
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The variance is divided by the square of the batch size.", "A mean divides by b, its square by b², but b terms have been added: what is left?"),
    ru=("Дисперсия поделена на квадрат размера батча.", "Среднее делит на b, его квадрат — на b², но сложено b слагаемых: что останется?"),
)
def squared_size(g, batch_size, replace):
    variance = np.var(g) / batch_size**2
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.mistake(
    en=("The correction is a little too small.", "A batch of one object has the full variance. Put b = 1 into your correction: does it give 1?"),
    ru=("Поправка чуть меньше, чем нужно.", "У батча из одного объекта дисперсия полная. Подставьте в поправку b = 1: получится ли 1?"),
)
def wrong_correction(g, batch_size, replace):
    variance = np.var(g) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / len(g)


@batch_noise.mistake(
    en=("The mean is not subtracted before squaring.", "Noise is the distance from the full gradient. Shift all gradients by one number: the noise must not change."),
    ru=("Перед возведением в квадрат не вычтено среднее.", "Шум — это отклонение от полного градиента. Сдвиньте все градиенты на одно число: шум измениться не должен."),
)
def not_centred(g, batch_size, replace):
    variance = np.mean(np.asarray(g) ** 2) / batch_size
    return variance if replace else variance * (len(g) - batch_size) / (len(g) - 1)


@batch_noise.alternative
def by_enumeration(g, batch_size, replace):
    from itertools import combinations, product

    draws = product(g, repeat=batch_size) if replace else combinations(g, batch_size)
    if replace and batch_size > 4:
        return sum((v - sum(g) / len(g)) ** 2 for v in g) / len(g) / batch_size
    return np.var([sum(draw) / batch_size for draw in draws])


@batch_noise.alternative
def by_sample_variance(g, batch_size, replace):
    m, b = len(g), batch_size
    if replace:
        return np.var(g) / b
    return np.var(g, ddof=1) * (1 / b - 1 / m)


@batch_noise.alternative
def by_plain_loop(g, batch_size, replace):
    m = len(g)
    mean = sum(g) / m
    total = 0.0
    for value in g:
        total += (value - mean) * (value - mean)
    if not replace:
        total *= 1 - (batch_size - 1) / (m - 1)
    return float(total / (m * batch_size))


# --------------------------------------------------------------------------------------- robbins_monro


@unit.exercise(points=1)
def robbins_monro(p):
    return 0.5 < p <= 1


robbins_monro.example(0.75)
robbins_monro.example(0.2)
robbins_monro.example(1.5)


def _exponents(answer, rng, *cases):
    """Return the answers at borders, which are numbers, and at exponents drawn from ranges, in an order of chance."""
    drawn = [case if isinstance(case, float) else float(rng.uniform(*case)) for case in cases]
    return [answer(p) for p in shuffled(rng, drawn)]


# A half of the points for each of the two sums: here p is too large for the first one, or not.
@robbins_monro.probe("general")
def _(answer, rng):
    return _exponents(answer, rng, (0.55, 0.95), (1.05, 1.9), (2.1, 4.0))


@robbins_monro.probe("edge")
def _(answer, rng):
    return _exponents(answer, rng, 1.0, (1.01, 1.1), (0.9, 0.99))


# Here p is too small for the second one, or not.
@robbins_monro.probe("general")
def _(answer, rng):
    return _exponents(answer, rng, (0.55, 0.95), (0.05, 0.45))


@robbins_monro.probe("edge")
def _(answer, rng):
    return _exponents(answer, rng, 0.5, 0.0, (0.51, 0.6), (0.4, 0.49))


@robbins_monro.mistake(
    en=("The border ½ is let in.", "For p = ½ the squares behave like 1/k. Is the sum of 1/k finite?"),
    ru=("Граница ½ включена.", "При p = ½ квадраты ведут себя как 1/k. Конечна ли сумма 1/k?"),
)
def half_let_in(p):
    return 0.5 <= p <= 1


@robbins_monro.mistake(
    en=("The border 1 is left out.", "For p = 1 the steps behave like 1/k. Does their sum stay below some number?"),
    ru=("Граница 1 исключена.", "При p = 1 шаги ведут себя как 1/k. Остаётся ли их сумма меньше какого-нибудь числа?"),
)
def one_left_out(p):
    return 0.5 < p < 1


@robbins_monro.mistake(
    en=("Only the first condition is checked: the steps can reach everything.", "The noise must die out too: look at the sum of the squares."),
    ru=("Проверено только первое условие: шаги могут дойти куда угодно.", "Шум тоже должен угаснуть: посмотрите на сумму квадратов."),
)
def only_reach(p):
    return p <= 1


@robbins_monro.mistake(
    en=("Only the second condition is checked: the noise dies out.", "The steps must not run out before the minimum: look at the sum of the steps."),
    ru=("Проверено только второе условие: шум угасает.", "Шаги не должны закончиться раньше минимума: посмотрите на сумму самих шагов."),
)
def only_quiet(p):
    return p > 0.5


@robbins_monro.mistake(
    en=("It is enough for you that the steps shrink and their sum is infinite.", "Shrinking is not shrinking fast enough: the squares have a sum of their own."),
    ru=("Вам достаточно, чтобы шаги убывали, а их сумма была бесконечной.", "Убывать — ещё не значит убывать достаточно быстро: у квадратов своя сумма."),
)
def any_decrease(p):
    return 0 < p <= 1


@robbins_monro.mistake(
    en=("The exponents of the steps and of the squares are mixed up.", "Squaring doubles the exponent: compare 2p with 1 for the squares, p for the steps."),
    ru=("Перепутаны показатели шагов и их квадратов.", "Возведение в квадрат удваивает показатель: с единицей сравнивают 2p для квадратов и p для шагов."),
)
def exponent_halved(p):
    return 1 < p <= 2


@robbins_monro.mistake(
    en=("Only the step 1/k is accepted.", "There is a whole range of exponents that do. Where does it begin?"),
    ru=("Принят только шаг 1/k.", "Подходит целый промежуток показателей. Где он начинается?"),
)
def only_one(p):
    return p == 1


@robbins_monro.mistake(
    en=("The answer is turned round.", "True means that both conditions hold."),
    ru=("Ответ обратный.", "True означает, что оба условия выполнены."),
)
def turned_round(p):
    return not 0.5 < p <= 1


@robbins_monro.alternative
def two_questions(p):
    sum_is_infinite = p <= 1
    sum_of_squares_is_finite = 2 * p > 1
    return sum_is_infinite and sum_of_squares_is_finite


@robbins_monro.alternative
def by_cases(p):
    if p > 1:
        return False
    if p <= 0.5:
        return False
    return True


# ----------------------------------------------------------------------------------------- noise_floor


@unit.exercise(points=3)
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate))


noise_floor.example(0.1, 4.0)
noise_floor.example(0.25, 1.5)


@noise_floor.probe("simple")
def _(answer, rng):
    rates = [0.5, *map(float, rng.uniform((0.15, 0.03, 0.3), (0.25, 0.07, 0.45)))]
    return [answer(eta, float(rng.uniform(2.0, 5.0))) for eta in shuffled(rng, rates)]


@noise_floor.probe("general")
def _(answer, rng):
    return [answer(float(eta), float(s)) for eta, s in zip(rng.uniform(0.02, 0.9, size=5), rng.uniform(2.0, 9.0, size=5), strict=True)]


@noise_floor.probe("edge", credit=0.5)
def _(answer, rng):
    rates, variances = rng.uniform((0.95, 1e-4, 0.55), (0.98, 2e-4, 0.65)), rng.uniform((0.3, 30.0, 200.0), (0.9, 70.0, 300.0))
    return [answer(float(eta), float(sigma2)) for eta, sigma2 in zip(rates, variances, strict=True)]


@noise_floor.mistake(
    en=("This is right for a small learning rate only.", "Keep the term with η² when you multiply out 1 − (1 − 2η)²."),
    ru=("Это верно только для малой скорости обучения.", "Не теряйте слагаемое с η², когда раскрываете 1 − (1 − 2η)²."),
)
def small_rate_only(learning_rate, sigma2):
    return learning_rate * sigma2 / 4


@noise_floor.mistake(
    en=("This is the noise of a single step.", "Earlier noise has not vanished: each step keeps a part of the old square. Write the balance for v."),
    ru=("Это шум одного шага.", "Прежний шум не исчез: каждый шаг сохраняет часть старого квадрата. Запишите баланс для v."),
)
def one_step_noise(learning_rate, sigma2):
    return learning_rate**2 * sigma2


@noise_floor.mistake(
    en=("The factor of the weight enters without its square.", "The balance is about w², so what multiplies w comes in squared."),
    ru=("Множитель веса взят без квадрата.", "Баланс пишется для w², поэтому множитель при w входит в него в квадрате."),
)
def factor_not_squared(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / (1 - (1 - 2 * learning_rate))


@noise_floor.mistake(
    en=("The slope has lost its 2.", "For w² + 12 the slope is 2w: which factor does a step without noise apply?"),
    ru=("Из наклона пропала двойка.", "Для w² + 12 наклон равен 2w: на что умножает вес шаг без шума?"),
)
def slope_without_two(learning_rate, sigma2):
    return learning_rate**2 * sigma2 / (1 - (1 - learning_rate) ** 2)


@noise_floor.mistake(
    en=("This is the typical distance, not its square.", "E[w²] itself is asked for: leave the root out."),
    ru=("Это типичное расстояние, а не его квадрат.", "Нужно само E[w²]: корень извлекать не надо."),
)
def distance(learning_rate, sigma2):
    return math.sqrt(learning_rate * sigma2 / (4 * (1 - learning_rate)))


@noise_floor.mistake(
    en=("The variance is squared once more.", "sigma2 is σ² already: twice the variance makes twice the floor."),
    ru=("Дисперсия возведена в квадрат ещё раз.", "sigma2 — это уже σ²: вдвое большая дисперсия даёт вдвое больший порог."),
)
def sigma_squared_again(learning_rate, sigma2):
    return learning_rate * sigma2**2 / (4 * (1 - learning_rate))


@noise_floor.mistake(
    en=("The noise enters without the square of the learning rate.", "The step adds η·ξ to the weight. What is the variance of η·ξ?"),
    ru=("Шум вошёл без квадрата скорости обучения.", "Шаг прибавляет к весу η·ξ. Чему равна дисперсия η·ξ?"),
)
def rate_not_squared(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - 2 * learning_rate) ** 2)


@noise_floor.mistake(
    en=("The floor of the loss is returned.", "E[w²] is asked for, without the constant 12 of the loss."),
    ru=("Возвращён порог для потерь.", "Нужно E[w²], без постоянной 12 из функции потерь."),
)
def floor_of_the_loss(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 * (1 - learning_rate)) + 12


@noise_floor.alternative
def by_balance(learning_rate, sigma2):
    q = 1 - 2 * learning_rate
    return learning_rate**2 * sigma2 / (1 - q**2)


@noise_floor.alternative
def by_iteration(learning_rate, sigma2):
    v, before = 0.0, -1.0
    while abs(v - before) > 1e-13 * abs(v):
        v, before = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2, v
    return v


@noise_floor.alternative
def by_solving(learning_rate, sigma2):
    eta = np.float64(learning_rate)
    return np.linalg.solve([[4 * eta - 4 * eta**2]], [eta**2 * sigma2])[0]
