"""Cost of one epoch."""

import math

from autograder.exercise import exercise
from autograder.judging.parts import part_of, shuffled


@exercise(points=1)
def epoch_cost(n, batch_size):
    return math.ceil(n / batch_size), n


epoch_cost.example(22, 6)  # neither rounding nor a full last batch gives what another mistake gives
epoch_cost.example(10, 4)
epoch_cost.example(10, 64)
epoch_cost.example(12, 3)


for _which, _part in enumerate(("updates", "gradients")):  # a half of the points for each number

    @epoch_cost.probe("general", part=_part)
    def _(answer, rng, which=_which):
        seen = []
        for extra in rng.permutation([1, 0, 3, -1]):  # a batch nearly empty, none, and one nearly full
            full, b = (int(size) for size in rng.integers((30, 4), (900, 40)))
            seen.append(part_of(answer(full * b + int(extra), b), which, 2))
        return seen

    @epoch_cost.probe("edge", part=_part)
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
    en=("The last short batch is forgotten, unless it is the only one.", "Ten objects in batches of four make three batches: the two left over get an update too."),
    ru=("Забыт последний, неполный батч, если он не единственный.", "Десять объектов по четыре — это три батча: на двух оставшихся тоже делают обновление."),
    looks_like=("floored",),
)
def floored_but_once(n, batch_size):
    return max(1, n // batch_size), n


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


@epoch_cost.mistake(
    en=("The gradients are those of one full batch.", "An epoch is several updates, and together they use every object. How many gradients is that?"),
    ru=("Градиентов столько, сколько в одном полном батче.", "Эпоха — это несколько обновлений, и вместе они используют каждый объект. Сколько же это градиентов?"),
)
def gradients_of_one_batch(n, batch_size):
    return math.ceil(n / batch_size), batch_size


@epoch_cost.mistake(
    en=("Every update is charged with the gradients of all objects.", "An update looks at its own batch only. How many objects do all the batches of an epoch have together?"),
    ru=("За каждое обновление посчитаны градиенты всех объектов.", "Обновление смотрит только на свой батч. Сколько объектов во всех батчах эпохи вместе?"),
)
def all_objects_each_time(n, batch_size):
    updates = math.ceil(n / batch_size)
    return updates, updates * n


@epoch_cost.mistake(
    en=("Your loop does not end for every n and every batch_size.", "For which number does its condition wait? With 10 objects in batches of 4, is that number ever met exactly?"),
    ru=("Ваш цикл завершается не при всяких n и batch_size.", "Какого числа дожидается его условие? Если 10 объектов брать по 4, получится ли это число в точности?"),
    never_ends=True,
)
def waits_for_all(n, batch_size):
    updates, seen = 0, 0
    while seen != n:
        seen += batch_size
        updates += 1
    return updates, n


@epoch_cost.mistake(
    en=("A batch size larger than the number of objects gives an epoch without any update.", "Then one batch holds all the objects. How many updates and how many gradients is that?"),
    ru=("Если batch_size больше числа объектов, эпоха у вас проходит без единого обновления.", "Тогда все объекты помещаются в один батч. Сколько это обновлений и сколько градиентов?"),
)
def too_large_for_an_update(n, batch_size):
    return (0, 0) if batch_size > n else (math.ceil(n / batch_size), n)


@epoch_cost.mistake(
    en=("The last short batch is left out, its update as well as its gradients.", "Ten objects in batches of four: the two left over make an update too. And in an epoch every object is used once, so how many gradients are computed?"),
    ru=("Последний, неполный батч пропущен: нет ни его обновления, ни его градиентов.", "Десять объектов по четыре: на двух оставшихся тоже делают обновление. А за эпоху каждый объект используется один раз. Сколько же градиентов вычислено?"),
)
def short_batch_dropped(n, batch_size):
    updates = n // batch_size
    return updates, updates * batch_size


@epoch_cost.alternative
def by_range(n, batch_size):
    return [len(range(0, n, batch_size)), n]


@epoch_cost.alternative
def by_negative_floor(n, batch_size):
    return -(-n // batch_size), n


@epoch_cost.alternative
def by_counting(n, batch_size):
    updates, left = 0, n
    while left > 0:
        left -= batch_size
        updates += 1
    return updates, n


epoch_cost.equal(epoch_cost, "math.ceil", "a list of two numbers is as good as a pair")
epoch_cost.equal(by_range, "range(0, n, batch_size)", "a range shifted at both ends is as long as before")
epoch_cost.equal(by_negative_floor, "-(-n // batch_size), n", "a list of two numbers is as good as a pair")
epoch_cost.equal(by_counting, ", n", "a list of two numbers is as good as a pair")


epoch_cost.equal(by_counting, "left -= batch_size", "two counters may move in either order")
