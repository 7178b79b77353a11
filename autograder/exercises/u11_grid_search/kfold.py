"""Cut n objects into k folds."""

import math

import numpy as np

from autograder.exercise import exercise
from course.public.u11_grid_search import folds_report


@exercise(points=2)
def kfold(n, k):
    folds = []
    for part in range(k):
        is_valid = np.arange(n) % k == part
        folds.append((np.flatnonzero(~is_valid), np.flatnonzero(is_valid)))
    return folds


kfold.example(10, 4, fulfils="folds_report")
kfold.example(7, 3, fulfils="folds_report")
kfold.example(4, 4, fulfils="folds_report")


def _folds(answer, n, k, facts):
    """Return whether all k folds are there, and the ``facts`` about them; see ``folds_report``."""
    report = folds_report(n, k, answer.sample(n, k))
    return [report[at] for at in (0, 1, *facts)] if isinstance(report, list) else report


def _sizes(ks, most, suits):
    """Return all (n, k) with n < ``most`` and at least three objects in a fold whose rest ``suits`` (k, n % k).

    They are thousands, so that a table of all that was ever asked is worth little. Folds of k objects are never k folds.
    """
    return [(n, k) for k in ks for n in range(max(3 * k, 30), most) if suits(k, n % k) and math.ceil(n / k) != k]


_EQUAL = _sizes(range(3, 26), 800, lambda k, rest: rest == 0)  # in two equal folds training and validation are alike
_SOME_LARGER = _sizes(range(5, 31), 800, lambda k, rest: 2 <= rest <= k - 2)
_ONE_SMALLER = _sizes(range(5, 31), 800, lambda k, rest: rest == k - 1)
_ODD = _sizes([2], 1000, lambda k, rest: rest == 1)


@kfold.probe("simple")  # a seventh of the points for the plain case: n that k divides
def _(answer, rng):
    return [_folds(answer, *_EQUAL[place], (2, 3, 4, 5)) for place in rng.integers(len(_EQUAL), size=2)]


# Two sevenths for each demand: validated once, trained on the rest, sizes.
for _facts, _part in (((2,), "validation"), ((3, 5, 8), "train"), ((4,), "len(validation)")):

    @kfold.probe("general", part=_part)
    def _(answer, rng, facts=_facts):
        return [_folds(answer, *cases[rng.integers(len(cases))], facts) for cases in (_SOME_LARGER, _ONE_SMALLER)]

    @kfold.probe("edge", part=_part)
    def _(answer, rng, facts=_facts):
        n = int(rng.integers(8, 30))
        return [_folds(answer, *cases[rng.integers(len(cases))], facts) for cases in ([(n, n)], _ODD, _SOME_LARGER)]


@kfold.mistake(
    en=("The two parts of each pair are swapped.", "Most objects train, a few validate: which of the two comes first?"),
    ru=("Части в каждой паре переставлены.", "Большинство объектов — для обучения, немного — для контроля: что идёт первым?"),
)
def swapped(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(part, np.setdiff1d(np.arange(n), part)) for part in parts]


@kfold.mistake(
    en=("Some objects are never validated.", "When k does not divide n, n // k objects for each fold leave a rest: where does it go?"),
    ru=("Некоторые объекты ни разу не попадают в контроль.", "Если n не делится на k, то при n // k объектах в блоке есть остаток: куда он денется?"),
)
def rest_lost(n, k):
    size = n // k
    return [(np.setdiff1d(np.arange(n), np.arange(i * size, (i + 1) * size)), np.arange(i * size, (i + 1) * size)) for i in range(k)]


@kfold.mistake(
    en=("The whole rest goes into one fold.", "Share the rest out: one object more for some folds, so that no two sizes differ by more than one."),
    ru=("Весь остаток попал в один блок.", "Раздайте остаток: в некоторых блоках пусть будет на один объект больше, чтобы размеры отличались не больше чем на один."),
)
def rest_in_the_last(n, k):
    size, everything, folds = n // k, np.arange(n), []
    for i in range(k):
        valid = everything[i * size : (i + 1) * size if i < k - 1 else n]
        folds.append((np.setdiff1d(everything, valid), valid))
    return folds


@kfold.mistake(
    en=("The model is trained on its own validation objects.", "Look at the first part of a pair: does it hold objects of the second?"),
    ru=("Модель обучается на своих же контрольных объектах.", "Посмотрите на первую часть пары: нет ли там объектов из второй?"),
)
def trains_on_everything(n, k):
    return [(np.arange(n), part) for part in np.array_split(np.arange(n), k)]


@kfold.mistake(
    en=("Some objects come more than once and others never, as happens when every fold is drawn anew.", "Shuffle once, if you like, and then cut: a fold must know what the others have taken."),
    ru=("Одни объекты попадают в контроль не один раз, а другие ни разу: так бывает, когда каждый блок выбирают заново.", "Перемешайте один раз, если хотите, а потом режьте: блок должен знать, что взяли другие."),
)
def drawn_anew(n, k):
    rng, everything, folds = np.random.default_rng(1), np.arange(n), []
    for part in np.array_split(everything, k):
        valid = rng.choice(n, size=len(part), replace=True)
        folds.append((np.setdiff1d(everything, valid), valid))
    return folds


@kfold.mistake(
    en=("There is only one split.", "k folds give k pairs: each fold is the validation part once."),
    ru=("Разбиение только одно.", "k блоков дают k пар: каждый блок один раз бывает контрольным."),
)
def one_split(n, k):
    return [(np.arange(n // k, n), np.arange(n // k))]


@kfold.mistake(
    en=("The folds hold k objects each; there should be k folds.", "Count the pairs for n = 12 and k = 3: there must be three of them."),
    ru=("В блоках по k объектов, а нужно k блоков.", "Посчитайте пары для n = 12 и k = 3: их должно быть три."),
)
def folds_of_size_k(n, k):
    everything = np.arange(n)
    parts = [everything[i : i + k] for i in range(0, n, k)]
    return [(np.setdiff1d(everything, part), part) for part in parts]


@kfold.mistake(
    en=("What comes back is no list of pairs.", "Each of the k entries is a pair: where to train, and where to validate. What are the entries of yours?"),
    ru=("Возвращается не список пар.", "Каждый из k элементов — пара: на чём учить и на чём проверять. А какие элементы у вас?"),
)
def validation_only(n, k):
    return list(np.array_split(np.arange(n), k))


@kfold.mistake(
    en=("The sizes of the folds differ by more than one, as happens when n / k is rounded up and too little is left for the last fold.", "Count the folds of 10 objects for k = 4: which sizes come out, and which should?"),
    ru=("Размеры блоков отличаются больше чем на один: так бывает, когда n / k округляют вверх и последнему блоку остаётся слишком мало.", "Посчитайте блоки из 10 объектов при k = 4: какие размеры выходят и какие должны быть?"),
)
def rounded_up(n, k):
    size, everything = math.ceil(n / k), np.arange(n)
    parts = [everything[i * size : (i + 1) * size] for i in range(k)]
    return [(np.setdiff1d(everything, part), part) for part in parts]


@kfold.mistake(
    en=("The objects are numbered from 1.", "In Python the first object has the number 0: what is the last one's number?"),
    ru=("Объекты пронумерованы с 1.", "В Python у первого объекта номер 0: какой номер у последнего?"),
)
def numbered_from_one(n, k):
    parts = np.array_split(np.arange(1, n + 1), k)
    return [(np.concatenate([*parts[:i], *parts[i + 1 :]]), parts[i]) for i in range(k)]


@kfold.mistake(
    en=("The list ends after the first fold.", "A function is over at its first return. If yours stands in the loop: in which round is that?"),
    ru=("Список обрывается после первого блока.", "Функция заканчивается на первом return. Если он стоит внутри цикла: на каком это проходе?"),
)
def returned_too_early(n, k):
    folds = []
    for part in np.array_split(np.arange(n), k):
        folds.append((np.setdiff1d(np.arange(n), part), part))
        return folds


@kfold.mistake(
    en=("The indices are fractions such as 3.0, and an array cannot be indexed by those.", "An empty array is made of floats, and whatever you append to it becomes one: look at how a part begins."),
    ru=("Индексы дробные, вроде 3.0, а такими нельзя взять элементы массива.", "Пустой массив состоит из дробных чисел, и всё добавленное к нему становится дробным: посмотрите, с чего начинается часть."),
)
def fractional_indices(n, k):
    folds = []
    for part in np.array_split(np.arange(n), k):
        train = np.array([])
        for i in range(n):
            if i not in part:
                train = np.append(train, i)
        folds.append((train, part))
    return folds


@kfold.mistake(
    en=("A part of a pair is no list or array of whole numbers, as when the training part is a list of folds.", "Print one pair: what is each part, and what stands in it? Several arrays side by side are not one array: if you have those, how are they joined?"),
    ru=("Одна из частей пары — не список и не массив целых чисел: так бывает, когда обучающая часть — список блоков.", "Напечатайте одну пару: что такое каждая часть и что в ней стоит? Несколько массивов рядом — ещё не один массив: если у вас они, как их соединить?"),
)
def folds_not_joined(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(parts[:i] + parts[i + 1 :], parts[i]) for i in range(k)]


@kfold.mistake(
    en=("Truth values stand where whole numbers are due.", "A mask says of every object whether it belongs to the part: how do you come from it to the numbers of the objects?"),
    ru=("Стоят логические значения там, где нужны целые числа.", "Маска про каждый объект говорит, входит ли он в часть: как перейти от неё к номерам объектов?"),
)
def masks(n, k):
    return [(np.arange(n) % k != part, np.arange(n) % k == part) for part in range(k)]


@kfold.mistake(
    en=("There is one fold too few.", "Count the pairs for n = 6 and k = 3. With which number does your loop end?"),
    ru=("На один блок меньше, чем нужно.", "Посчитайте пары для n = 6 и k = 3. На каком числе заканчивается ваш цикл?"),
)
def one_fold_short(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.setdiff1d(np.arange(n), part), part) for part in parts[:-1]]


@kfold.mistake(
    en=("Nothing that comes after the validation part gets into the training part.", "All the other objects are for training, those that come after it too."),
    ru=("В обучающую часть не попадает ничего из того, что стоит после контрольной.", "Для обучения — все остальные объекты, в том числе те, что идут после неё."),
)
def trains_on_the_earlier(n, k):
    return [(np.arange(part[0]), part) for part in np.array_split(np.arange(n), k)]


@kfold.mistake(
    en=("Some objects are validated several times, and others never.", "Each fold takes what the folds before it have left. Where does a fold begin, and where does it end?"),
    ru=("Одни объекты бывают контрольными несколько раз, а другие — ни разу.", "Каждый блок берёт из того, что оставили прежние. Где блок начинается и где кончается?"),
)
def sliding_window(n, k):
    everything, size = np.arange(n), n // k
    windows = [everything[start : start + size] for start in range(k)]
    return [(np.setdiff1d(everything, window), window) for window in windows]


@kfold.mistake(
    en=("The training part lacks objects that are not in the validation part either.", "In each round every object is in one of the two parts. Which ones are in neither of yours?"),
    ru=("В обучающей части не хватает объектов, которых нет и в контрольной.", "В каждом раунде любой объект входит в одну из двух частей. Каких нет ни в одной из ваших?"),
)
def neighbour_left_out(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.setdiff1d(np.arange(n), np.concatenate([parts[i], parts[(i + 1) % k]])), parts[i]) for i in range(k)]


@kfold.mistake(
    en=("The first objects are never validated, and training has nothing that comes after the validation part.", "So it goes with time series. Here each object is validated once: how many parts do you cut?"),
    ru=("Первые объекты ни разу не контрольные, а в обучающей части нет ничего, что стоит после контрольной.", "Так делают для временных рядов. Здесь каждый объект бывает контрольным один раз: на сколько частей вы режете?"),
)
def growing_window(n, k):
    parts = np.array_split(np.arange(n), k + 1)
    return [(np.concatenate(parts[: i + 1]), parts[i + 1]) for i in range(k)]


@kfold.alternative
def by_array_split(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]


@kfold.alternative
def shuffled_lists(n, k):
    order = np.random.default_rng().permutation(n).tolist()
    return [[sorted(set(order) - set(order[part::k])), order[part::k]] for part in range(k)]


@kfold.alternative
def by_library(n, k):
    from sklearn.model_selection import KFold

    return list(KFold(k, shuffle=True).split([0] * n))


_FREE = "who goes into which fold is free, and so is the kind of list"
kfold.equal(kfold, "folds", _FREE)
kfold.equal(kfold, "is_valid", _FREE)
kfold.equal(by_array_split, "parts", _FREE)
kfold.equal(by_library, "KFold(", _FREE)


@kfold.mistake(
    en=("Where k does not divide n, the function ends with an error: the parts were to be equal.", "The sizes may differ by one. NumPy has a function that cuts like that, and one that does not."),
    ru=("Если n не делится на k, функция прерывается ошибкой: части должны были получиться равными.", "Размеры могут отличаться на единицу. В NumPy есть функция, которая так режет, и есть другая, которая не умеет."),
)
def only_equal_parts(n, k):
    objects = np.arange(n)
    return [(np.setdiff1d(objects, part), part) for part in np.split(objects, k)]
