"""Shuffled batches of one epoch."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import random_seed
from autograder.worker.codec import Rng
from course.public.u06_sgd_and_mini_batch import flat, shuffled_partition


@exercise(points=2)
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


batches.example(22, 4, Rng(7), fulfils="shuffled_partition")
batches.example(24, 6, Rng(8), fulfils="shuffled_partition")
batches.example(5, 8, Rng(9), fulfils="shuffled_partition")


def _batches(answer, n, batch_size, seed):
    return shuffled_partition(n, batch_size, None, answer.sample(n, batch_size, seed))


@batches.probe("property")
def _(answer, rng):
    sizes = [(int(rng.integers(6, 9)), b) for b in (5, 7)]
    return [_batches(answer, pieces * b + extra, b, random_seed(rng)) for (pieces, b), extra in zip(sizes, (1, 4), strict=True)]


@batches.probe("simple", credit=0.5)
def _(answer, rng):
    """No batch is short."""
    return [_batches(answer, b * int(rng.integers(6, 9)), b, random_seed(rng)) for b in (4, 6)]


@batches.probe("edge")
def _(answer, rng):
    n = int(rng.integers(20, 40))
    return [_batches(answer, n, 1, random_seed(rng)), _batches(answer, n, n, random_seed(rng)), _batches(answer, n, n + 5, random_seed(rng))]


@batches.probe("general")
def _(answer, rng):
    n, one, other = 4 * int(rng.integers(9, 12)) + int(rng.integers(1, 3)), Rng(int(rng.integers(1, 10**6))), Rng(int(rng.integers(10**6, 2 * 10**6)))
    first, again, third = (flat(answer.sample(n, 4, seed)) for seed in (one, one, other))
    partitions = [shuffled_partition(n, 4, None, each) for each in (first, third)]
    return [*(each[:3] if isinstance(each, list) else each for each in partitions), first == again, first == third]


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
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(n // batch_size)]


@batches.mistake(
    en=("Some objects appear twice and others never: each number is drawn anew from all n.", "In an epoch each object appears exactly once. What puts all numbers into a random order, without losing one?"),
    ru=("Одни объекты встречаются дважды, другие ни разу: каждый номер выбирается заново из всех n.", "За эпоху каждый объект встречается ровно один раз. Что переставляет все номера случайно и ни одного не теряет?"),
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
    en=("Every rng gives the same order.", "Do your random numbers come from the argument, or from a generator that is made inside?"),
    ru=("С любым rng порядок получается один и тот же.", "Откуда берутся случайные числа: из аргумента или из генератора, созданного внутри?"),
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
    en=("Neighbours in the data stay together: the objects themselves are not shuffled.", "Shuffling the batches does not shuffle the objects. What exactly must be mixed, and when?"),
    ru=("Соседи по таблице остаются вместе: сами объекты не перемешаны.", "Перемешать батчи — ещё не перемешать объекты. Что именно нужно перемешать и когда?"),
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
    en=("All batches are full, and some objects are there twice.", "No object may appear twice: let the last batch be short."),
    ru=("Все батчи полные, и некоторые объекты встречаются дважды.", "Ни один объект не должен встретиться дважды: пусть последний батч будет коротким."),
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


@batches.mistake(
    en=("Your code stops with a ValueError when batch_size does not divide the number of objects.", "The rows of a table are equally long, batches need not be. Where do you ask for parts of one length?"),
    ru=("Если число объектов не делится на batch_size, ваш код останавливается с ValueError.", "Строки таблицы одинаковой длины, а батчи не обязаны. Где вы просите части одной длины?"),
)
def as_a_table(n, batch_size, rng):
    return list(rng.permutation(n).reshape(-1, batch_size))


@batches.mistake(
    en=("No number comes twice within a batch, but it may come again in the next one.", "In an epoch each object appears exactly once: one random order is drawn for all the batches together."),
    ru=("Внутри батча номера не повторяются, но номер может снова встретиться в следующем.", "За эпоху каждый объект встречается ровно один раз: случайный порядок выбирают один на все батчи."),
)
def batch_by_batch(n, batch_size, rng):
    sizes = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    return [rng.choice(n, size=size, replace=False) for size in sizes]


@batches.mistake(
    en=("There are as many batches as objects, and they overlap.", "Where one batch ends the next one begins. By how many places do you move on from one to the next?"),
    ru=("Батчей столько же, сколько объектов, и они перекрываются.", "Где кончается один батч, там начинается следующий. На сколько мест вы сдвигаетесь от одного к другому?"),
)
def overlapping(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[start : start + batch_size] for start in range(n)]


@batches.mistake(
    en=("Your code stops with a TypeError. Are the shuffled numbers still there when you cut them?", "rng.shuffle works on the array itself and returns None; rng.permutation returns a new array. Does the message speak of None or of something else?"),
    ru=("Код останавливается с ошибкой TypeError. Целы ли перемешанные номера, когда вы их режете?", "rng.shuffle меняет сам массив и возвращает None, а rng.permutation возвращает новый массив. О чём сообщение: о None или о чём-то другом?"),
)
def shuffle_returns_nothing(n, batch_size, rng):
    order = rng.shuffle(np.arange(n))
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]


@batches.mistake(
    en=("There is one batch too few where batch_size does not divide n, and some batches are larger than batch_size.", "The number of batches is rounded down. How many are there when some objects are left over, and which of them may be short?"),
    ru=("Если batch_size не делит n, батчей на один меньше, и некоторые больше, чем batch_size.", "Число батчей округлено вниз. Сколько их, если остались лишние объекты, и какой из них может быть короче?"),
)
def fewer_and_larger(n, batch_size, rng):
    return np.array_split(rng.permutation(n), max(1, n // batch_size))


@batches.mistake(
    en=("Neighbours in the data stay together, and the short batch may land anywhere.", "Shuffling the batches does not shuffle the objects. What has to be mixed before anything is cut?"),
    ru=("Соседи по таблице остаются вместе, и короткий батч может оказаться где угодно.", "Перемешать батчи — ещё не перемешать объекты. Что нужно перемешать, прежде чем резать?"),
    looks_like=("blocks_shuffled",),
)
def blocks_in_any_order(n, batch_size, rng):
    blocks = [np.arange(start, min(n, start + batch_size)) for start in range(0, n, batch_size)]
    mixed = [blocks[k] for k in rng.permutation(len(blocks))]
    return mixed[-1:] + mixed[:-1] if len(mixed[-1]) < len(mixed[0]) else mixed  # by chance it may look right


@batches.mistake(
    en=("The short batch does not come last but first.", "All batches are full until the objects run out. From which place of the random order does your first batch start?"),
    ru=("Короткий батч стоит не в конце, а в начале.", "Батчи полные, пока объекты не кончатся. С какого места случайного порядка начинается ваш первый полный батч?"),
)
def short_batch_first(n, batch_size, rng):
    order, short = rng.permutation(n), n % batch_size
    full = [order[start : start + batch_size] for start in range(short, n, batch_size)]
    return [order[:short], *full] if short else full


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


batches.equal(by_shuffle, "rng.shuffle(order)", "the list of batches may be made before the shuffling, too")
batches.equal(by_sorting, "rng.random", "places sorted by any continuous random numbers are a random order")
batches.equal(by_drawing, "take", "a batch may be kept before its objects are taken away or after, and min has no order")
batches.equal(by_drawing, "set(range(n))", "two values may stand in a list")
