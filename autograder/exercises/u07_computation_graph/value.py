"""A number that remembers how it was made."""

from typing import Any

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import distinct_numbers
from autograder.judging.judge import function, instance, number


@exercise(points=4)
class Value:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = type(self)(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = type(self)(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


Value.example(-3.0, fulfils="one_operation")
Value.example(1.5, fulfils="many_paths")
Value.example(-2.5, fulfils="called_twice")
Value.example(0.5, fulfils="many_doublings")


def _leaf(answer: Any, data: float) -> Any:
    """Make a ``Value``."""
    return instance(answer(float(data)))


def _add(a: Any, b: Any) -> Any:
    return instance(a + b)


def _mul(a: Any, b: Any) -> Any:
    return instance(a * b)


def _seen(y: Any, *values: Any) -> list[float]:
    """Run backward from y; return y's data, then the gradients of y and of all ``values``."""
    function(y.backward)()
    return [number(y.data), *(number(value.grad) for value in (y, *values))]


for _sign, _combine in (("+", _add), ("*", _mul)):  # five twelfths of the points for sums, as much for products

    @Value.probe("simple", part=_sign)
    def _(answer, rng, combine=_combine):
        seen = []
        whole = [int(each) for each in rng.permutation([2, 3, 5])[:2] * rng.choice([-1, 1], size=2)]  # are numbers too
        for one, other in (distinct_numbers(rng, 2), whole, (0.0, rng.uniform(0.5, 2.0))):
            a, b = instance(answer(one)), instance(answer(other))
            fresh = [number(a.data), number(a.grad)]
            seen.append([*fresh, *_seen(combine(a, b), a, b), number(a.data), number(b.data)])
        return seen

    @Value.probe("property", credit=0.5, part=_sign)
    def _(answer, rng, combine=_combine):
        """Sum over paths: a value that is used twice."""
        a, b, c = (_leaf(answer, x) for x in distinct_numbers(rng, 3))
        return [_seen(combine(combine(a, b), a), a, b), _seen(combine(c, c), c)]

    @Value.probe("property", credit=0.5, part=_sign)
    def _(answer, rng, combine=_combine):
        """Order: a value hands on only when all has come in."""
        seen = []
        for first in (True, False):
            a = _leaf(answer, rng.choice([-1.0, 1.0]) * rng.uniform(0.6, 1.8))
            b = combine(a, a)
            c = combine(b, a) if first else combine(a, b)
            d = combine(b, c) if first else combine(c, b)
            y = combine(d, b) if first else combine(b, d)
            seen.append(_seen(y, a, b, c, d))
        p, q, r, s = (_leaf(answer, x) for x in distinct_numbers(rng, 4))
        shared = combine(p, q)  # two arms lead from it to the end
        left, right = combine(shared, r), combine(s, shared)
        seen.append(_seen(combine(left, right), left, right, shared, p, q, r, s))
        # Equal numbers are not the same value.
        (e, f), (g, h) = (tuple(_leaf(answer, x) for x in (p.data, q.data)) for _ in range(2))
        return [*seen, _seen(combine(combine(e, f), combine(g, h)), e, f, g, h)]

    @Value.probe("property", credit=0.5, part=_sign)
    def _(answer, rng, combine=_combine):
        """Repeating changes nothing, and another end starts afresh."""
        a, b = (_leaf(answer, x) for x in distinct_numbers(rng, 2))
        c = combine(a, b)
        y = combine(combine(c, c), a)
        seen = [_seen(y, a, b, c), _seen(y, a, b, c), _seen(y, a, b, c)]
        return [*seen, _seen(combine(y, a), a, b, c), _seen(c, a, b), _seen(a)]


@Value.probe("general", credit=0.5)
def _(answer, rng):
    values = [_leaf(answer, x) for x in distinct_numbers(rng, 6)]
    products = [_mul(w, x) for w, x in zip(values[:3], values[3:], strict=True)]
    total = _add(_add(products[0], products[1]), products[2])
    scale = _leaf(answer, rng.uniform(1.5, 2.5))
    return _seen(_mul(scale, total), scale, total, *products, *values)


@Value.probe("edge", credit=0.5)
def _(answer, rng):
    """Two to the power of 40 paths."""
    a = _leaf(answer, rng.uniform(0.5, 1.5))
    y = a
    for _ in range(40):
        y = _add(y, y)
    return _seen(y, a)


@Value.mistake(
    en=("A value that is used twice keeps only one of its shares.", "Several paths lead to the same value, and their shares add up. What does your code do with grad when a second share comes?"),
    ru=("Значение, использованное дважды, сохраняет только одну из своих долей.", "К одному значению ведут несколько путей, и их доли складываются. Что ваш код делает с grad, когда приходит вторая доля?"),
)
class overwrites:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = overwrites(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = overwrites(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad = local * value.grad


@Value.mistake(
    en=("A second call of backward adds to what the first one left.", "Every call starts a new count: what must happen to the gradients before anything is added?"),
    ru=("Второй вызов backward прибавляет к тому, что осталось от первого.", "Каждый вызов считает заново: что должно случиться с градиентами до первого прибавления?"),
)
class never_cleared:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = never_cleared(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = never_cleared(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("All gradients stay 0.", "The way back needs a start: what is the derivative of the last value with respect to itself?"),
    ru=("Все градиенты остаются нулями.", "Обратному пути нужно начало: чему равна производная последнего значения по самому себе?"),
)
class no_start:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = no_start(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = no_start(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("In a product each factor gets itself as its derivative.", "Raise a in a·b by a little: by what is that little multiplied?"),
    ru=("В произведении каждый множитель получает производной самого себя.", "Чуть увеличьте a в произведении a·b: на что умножится эта малость?"),
)
class own_factor:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = own_factor(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = own_factor(self.data * other.data)
        made.inputs = [(self, self.data), (other, other.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("The product hands on 1 to both factors, as a sum does.", "The table has two rows, one for a·b and one for a + b. They differ."),
    ru=("Произведение передаёт обоим множителям 1, как сумма.", "В таблице две строки: для a·b и для a + b. Они разные."),
)
class product_like_sum:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = product_like_sum(self.data + other.data)
        made.inputs = [self, other]
        return made

    def __mul__(self, other):
        made = product_like_sum(self.data * other.data)
        made.inputs = [self, other]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier in value.inputs:
                earlier.grad += value.grad


@Value.mistake(
    en=("Through a product nothing comes back.", "A new Value must know what it was made from, also when it was made by *. What does yours remember?"),
    ru=("Через произведение ничего не возвращается.", "Новое Value должно знать, из чего оно получено, — и когда получено умножением. Что помнит ваше?"),
)
class product_without_factors:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = product_without_factors(self.data + other.data)
        made.inputs = [self, other]
        return made

    def __mul__(self, other):
        return product_without_factors(self.data * other.data)

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier in value.inputs:
                earlier.grad += value.grad


@Value.mistake(
    en=("Local derivatives are handed on bare.", "Along a path derivatives multiply: what a value has received itself must be in the product."),
    ru=("Локальные производные передаются сами по себе.", "Вдоль пути производные перемножаются: в произведение входит и то, что значение получило само."),
)
class local_only:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = local_only(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = local_only(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local


@Value.mistake(
    en=("A value hands on its gradient before all of it has come in.", "Look at the order of the way back: a value's turn comes after every value that was made from it."),
    ru=("Значение передаёт градиент дальше, не дождавшись всех его частей.", "Посмотрите на порядок обратного пути: очередь значения наступает после всех, кто из него получен."),
)
class too_early:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = too_early(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = too_early(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                order.append(value)
                for earlier, _ in value.inputs:
                    visit(earlier)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in order:
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("On the way back a value can hand on what it has so far, before all of its gradient has come in.", "Look at the order of the way back: a value's turn comes after every value that was made from it."),
    ru=("На обратном пути значение может передать дальше то, что у него пока есть, не дождавшись остальных частей градиента.", "Посмотрите на порядок обратного пути: очередь значения наступает после всех, кто из него получен."),
    looks_like=("too_early",),
)
class breadth_first:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = breadth_first(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = breadth_first(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = [self]
        for value in order:  # it grows
            value.grad = 0.0
            for earlier, _ in value.inputs:
                if earlier not in order:
                    order.append(earlier)
        self.grad = 1.0
        for value in order:
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("Two values with the same number are taken for one.", "In a·b + c·d both products can be 6 and are still two values. By what does your way back know where it has been?"),
    ru=("Два значения с одинаковым числом принимаются за одно.", "В a·b + c·d оба произведения могут равняться 6, но это разные значения. По какому признаку обратный путь узнаёт, где он уже был?"),
)
class known_by_number:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = known_by_number(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = known_by_number(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value.data not in seen:
                seen.add(value.data)
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.insert(0, value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in order:
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("Only the values right before the end get their gradients; those further back get none.", "In which order does your way back go? A value can hand on only after it has received."),
    ru=("Градиенты получают только значения прямо перед последним, а до более ранних ничего не доходит.", "В каком порядке идёт ваш обратный путь? Значение может передать дальше, только когда само уже получило."),
)
class one_function_back:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = one_function_back(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = one_function_back(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        self.grad = 1.0
        for earlier, _ in self.inputs:
            earlier.grad = 0.0
        for earlier, local in self.inputs:
            earlier.grad += local


@Value.mistake(
    en=("After the first call the gradients are frozen.", "The same values may take part in another expression, and backward may start there. Does a mark for done get in the way?"),
    ru=("После первого вызова градиенты застывают.", "Те же значения могут войти в другое выражение, и backward начнётся оттуда. Не мешает ли этому отметка «готово»?"),
)
class frozen:
    def __init__(self, data):
        self.data, self.grad, self.inputs, self.done = float(data), 0.0, [], False

    def __add__(self, other):
        made = frozen(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = frozen(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order and not value.done:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        if self.done:
            return
        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                if not earlier.done:
                    earlier.grad += local * value.grad
        for value in order:
            value.done = True


@Value.mistake(
    en=("A sum hands on the data of the other term, as a product does.", "Raise a in a + b by a little: by how much does the sum rise?"),
    ru=("Сумма передаёт дальше значение другого слагаемого, как произведение.", "Чуть увеличьте a в сумме a + b: на сколько вырастет сумма?"),
)
class sum_like_product:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = sum_like_product(self.data + other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def __mul__(self, other):
        made = sum_like_product(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("Only the first of the two values gets a gradient.", "A sum and a product are made from two values: what does the right one receive?"),
    ru=("Градиент получает только первое из двух значений.", "Сумма и произведение сделаны из двух значений. Что получает правое?"),
)
class left_only:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = left_only(self.data + other.data)
        made.inputs = [(self, 1.0)]
        return made

    def __mul__(self, other):
        made = left_only(self.data * other.data)
        made.inputs = [(self, other.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.mistake(
    en=("Every path is walked separately, and a graph can have billions of them.", "Let each value hand on once, when all its shares have come in. Which order makes that possible?"),
    ru=("Каждый путь проходится отдельно, а путей в графе бывают миллиарды.", "Пусть каждое значение передаёт градиент один раз, когда собраны все доли. Какой порядок это позволяет?"),
    never_ends=True,
)
class every_path:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = every_path(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = every_path(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def clear(self, seen):
        if self not in seen:
            seen.append(self)
            self.grad = 0.0
            for earlier, _ in self.inputs:
                earlier.clear(seen)

    def push(self, share):
        self.grad += share
        for earlier, local in self.inputs:
            earlier.push(share * local)

    def backward(self):
        self.clear([])
        self.push(1.0)


@Value.mistake(
    en=("Every path is walked separately, and a second call of backward adds to what the first one left.", "Two things, then: set the old gradients to 0 at the start, and let each value hand on once, when all its shares have come in."),
    ru=("Каждый путь проходится отдельно, а второй вызов backward прибавляет к тому, что осталось от первого.", "Значит, нужны две вещи: в начале обнулить прежние градиенты и передавать градиент один раз, когда собраны все доли."),
    never_ends=True,
)
class every_path_never_cleared:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = every_path_never_cleared(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = every_path_never_cleared(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self, share=1.0):
        self.grad += share
        for earlier, local in self.inputs:
            earlier.backward(share * local)


@Value.mistake(
    en=("Every path is walked separately, and what an earlier call of backward left is still there.", "First set all old gradients to 0. Then let each value hand on once, in the order that the reading calls topological."),
    ru=("Каждый путь проходится отдельно, а то, что осталось от прежнего вызова backward, никуда не делось.", "Сначала обнулите прежние градиенты. Потом пусть каждое значение передаёт дальше один раз, в топологическом порядке из текста."),
    never_ends=True,
)
class every_path_from_a_helper:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        made = every_path_from_a_helper(self.data + other.data)
        made.inputs = [(self, 1.0), (other, 1.0)]
        return made

    def __mul__(self, other):
        made = every_path_from_a_helper(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def push(self, share):
        for earlier, local in self.inputs:
            earlier.grad += share * local
            earlier.push(share * local)

    def backward(self):
        self.grad = 1.0
        self.push(1.0)


@Value.mistake(
    en=("In a * a only one of the two paths is counted.", "The same value may stand on both sides. Can what you keep hold it twice? A dictionary has each key once."),
    ru=("В a * a учтён только один из двух путей.", "Слева и справа может стоять одно и то же значение. Поместится ли оно дважды туда, где вы его храните? В словаре каждый ключ один."),
)
class kept_once:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, {}

    def __add__(self, other):
        made = kept_once(self.data + other.data)
        made.inputs = {self: 1.0, other: 1.0}
        return made

    def __mul__(self, other):
        made = kept_once(self.data * other.data)
        made.inputs = {self: other.data, other: self.data}
        return made

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for earlier in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs.items():
                earlier.grad += local * value.grad


@Value.mistake(
    en=("Only the value at the end gets a gradient, and nothing is handed back from it.", "A value must remember what it was made from. To whom does a product hand on its gradient, and multiplied by what?"),
    ru=("Градиент получает только последнее значение, и назад от него ничего не передаётся.", "Значение должно помнить, из чего оно сделано. Кому произведение передаёт свой градиент и на что его умножает?"),
)
class nothing_handed_back:
    def __init__(self, data):
        self.data, self.grad = float(data), 0.0

    def __add__(self, other):
        return nothing_handed_back(self.data + other.data)

    def __mul__(self, other):
        return nothing_handed_back(self.data * other.data)

    def backward(self):
        self.grad = 1.0


@Value.mistake(
    en=("After a sum the left value is no longer what it was: it holds the sum.", "y = a + b must leave a alone, for others may still use it. What does your + return, a new Value or an old one?"),
    ru=("После сложения левое значение уже не то, что было: в нём сумма.", "y = a + b не должно трогать a: оно может понадобиться ещё. Что возвращает ваш +: новое Value или прежнее?"),
)
class sum_changes_its_left:
    def __init__(self, data):
        self.data, self.grad, self.inputs = float(data), 0.0, []

    def __add__(self, other):
        before = sum_changes_its_left(self.data)
        before.inputs = self.inputs
        self.data = self.data + other.data
        self.inputs = [(before, 1.0), (before if other is self else other, 1.0)]
        return self

    def __mul__(self, other):
        made = sum_changes_its_left(self.data * other.data)
        made.inputs = [(self, other.data), (other, self.data)]
        return made

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for earlier, _ in value.inputs:
                    visit(earlier)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for earlier, local in value.inputs:
                earlier.grad += local * value.grad


@Value.alternative
class ByClosures:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._parents = set(parents)
        self._hand_on = lambda: None

    def __add__(self, other):
        out = ByClosures(self.data + other.data, (self, other))

        def hand_on():
            self.grad += out.grad
            other.grad += out.grad

        out._hand_on = hand_on
        return out

    def __mul__(self, other):
        out = ByClosures(self.data * other.data, (self, other))

        def hand_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._hand_on = hand_on
        return out

    def backward(self):
        order, seen = [], set()

        def build(node):
            if node not in seen:
                seen.add(node)
                for parent in node._parents:
                    build(parent)
                order.append(node)

        build(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            node._hand_on()


@Value.alternative
class ByCounting:
    """Topological order by counting uses, with no recursion."""

    def __init__(self, data):
        self.data = np.float64(data)
        self.grad = np.float64(0)
        self.made_of = ()

    def __add__(self, other):
        out = ByCounting(self.data + other.data)
        out.made_of = ((self, 1), (other, 1))
        return out

    def __mul__(self, other):
        out = ByCounting(self.data * other.data)
        out.made_of = ((self, other.data), (other, self.data))
        return out

    def backward(self):
        uses, todo = {self: 0}, [self]
        while todo:
            for value, _ in todo.pop().made_of:
                if value not in uses:
                    uses[value] = 0
                    todo.append(value)
                uses[value] += 1
        for value in uses:
            value.grad = 0.0
        self.grad = 1.0
        ready = [self]
        while ready:
            node = ready.pop()
            for value, local in node.made_of:
                value.grad += local * node.grad
                uses[value] -= 1
                if uses[value] == 0:
                    ready.append(value)


_NOT_ASKED = "nobody asks what it returns, and neither line needs the other"
_TWICE = "doing it twice changes nothing, and nobody asks what it returns"
for _answer, _what, _why in (
    (Value, "made = type(self)", "both are values"),
    (Value, "self.grad = 1.0", "the order ends with the value itself, whose gradient has just been set to 0"),
    (Value, "made.inputs = ", "a list is as good as a pair, and a new value was made from nothing before"),
    (Value, "self.inputs = float(data), 0.0, []", "twice nothing is nothing"),
    (Value, "order", _TWICE),
    (Value, "for earlier, _ in value.inputs", _TWICE),
    (ByClosures, "order", _TWICE),
    (ByClosures, "seen", "a value comes into the order before it is met again, because nothing is made from itself"),
    (ByClosures, "self.grad = 1.0", "the order ends with the value itself, whose gradient has just been set to 0"),
    (ByClosures, "other.grad += ", _NOT_ASKED),
    (ByClosures, "self.grad = 0.0", _NOT_ASKED),
    (ByClosures, "self._parents = ", _NOT_ASKED),
    (ByClosures, "(self, other))", "the order of the two ends does not matter, and the function is called later"),
    (ByCounting, "out.made_of = ", "a list is as good as a pair"),
    (ByCounting, "self.grad = 1.0", "its gradient has just been set to 0"),
    (ByCounting, "uses[value] == 0", "no count is negative"),
    (ByCounting, "uses, todo = ", "nobody counts the uses of the end"),
    (ByCounting, "while ready", _NOT_ASKED),
    (ByCounting, "self.grad = np.float64(0)", _NOT_ASKED),
    (ByCounting, "value.grad += ", _NOT_ASKED),
    (ByCounting, "uses[value] = 0", _NOT_ASKED),
):
    Value.equal(_answer, _what, _why)
