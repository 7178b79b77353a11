"""Ways through every corner of a town, by one pass forward and one back."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=3)
def ways_through(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            if corners[i, j]:
                count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    return ways(is_open) * ways(is_open[::-1, ::-1])[::-1, ::-1]


_ROADWORKS = np.array([[True, True, True, True], [True, False, True, True], [True, True, True, True]])
_CLOSED_BORDERS = np.array([[True, True, False, True], [True, True, True, True], [False, True, True, True]])

ways_through.example(_ROADWORKS)
ways_through.example(_CLOSED_BORDERS)
ways_through.example(np.ones((3, 4), dtype=bool))
ways_through.example(np.ones((1, 3), dtype=bool))


def _town(rng, m, n):
    """Return which corners of a town are open: about a fifth are closed, two ways to the end never are."""
    is_open = rng.uniform(size=(m, n)) > 0.2
    is_open[0], is_open[:, -1], is_open[1, -2] = True, True, True
    is_open[rng.integers(2, m), rng.integers(n - 1)] = False
    return is_open


def _closed_borders(rng):
    """Return a town with a closed corner in its first row and one in its first column; past both lead ways round."""
    is_open = np.ones(rng.integers(5, 7, size=2), dtype=bool)
    is_open[0, rng.integers(2, 4)], is_open[rng.integers(2, 4), 0] = False, False
    return is_open


@ways_through.probe("simple")
def _(answer, rng):
    return [answer(_town(rng, 5, 6)), answer(_town(rng, 6, 5)), answer(_closed_borders(rng))]


@ways_through.probe("general", credit=2.0)
def _(answer, rng):
    return [answer(_closed_borders(rng)), *(answer(_town(rng, int(m), int(n))) for m, n in rng.integers(5, 8, size=(3, 2)))]


@ways_through.probe("edge")
def _(answer, rng):
    """Corners that cannot be left, and corners that cannot be reached; and a town with thousands of millions of ways."""
    seen = [answer(_closed_borders(rng)), answer(np.ones(rng.permutation([18, 20]), dtype=bool))]
    seen.append(answer(np.ones(rng.permutation([1, 5]), dtype=bool)))  # a single street
    for turned in (False, True):
        is_open = _town(rng, 7, 8)
        is_open[6, 5], is_open[5, 6], is_open[6, 6] = True, True, False
        is_open[4, 2], is_open[2, 1], is_open[1, 2], is_open[2, 2] = False, False, False, True
        seen.append(answer(is_open[::-1, ::-1].copy() if turned else is_open))
    return seen


@ways_through.mistake(
    en=("The table counts the ways from the first corner to each corner.", "That is what .data says. What does .grad of a corner count, and how do two counts make one way?"),
    ru=("Таблица считает пути от первого перекрёстка до каждого.", "Об этом говорит .data. А что считает .grad, и как из двух чисел получить число путей через перекрёсток?"),
)
def ways_there(is_open):
    count = np.zeros(np.array(is_open.shape) + 1)
    count[0, 1] = 1.0
    for i, j in np.ndindex(*is_open.shape):
        if is_open[i, j]:
            count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
    return count[1:, 1:]


@ways_through.mistake(
    en=("The table counts the ways from each corner to the last one.", "A way through a corner has a first half too. What does .data of a corner count?"),
    ru=("Таблица считает пути от каждого перекрёстка до последнего.", "У пути через перекрёсток есть и первая половина. Что считает .data этого перекрёстка?"),
)
def ways_onward(is_open):
    turned = is_open[::-1, ::-1]
    count = np.zeros(np.array(turned.shape) + 1)
    count[0, 1] = 1.0
    for i, j in np.ndindex(*turned.shape):
        if turned[i, j]:
            count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
    return count[1:, 1:][::-1, ::-1]


@ways_through.mistake(
    en=("The ways there and the ways onward are added.", "With 2 ways there and 3 onward every beginning goes with every end. How many whole ways is that?"),
    ru=("Пути до перекрёстка и пути от него сложены.", "Если до перекрёстка 2 пути, а дальше 3, каждое начало сочетается с каждым концом. Сколько это целых путей?"),
)
def halves_added(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            if corners[i, j]:
                count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    return ways(is_open) + ways(is_open[::-1, ::-1])[::-1, ::-1]


@ways_through.mistake(
    en=("The closed corners are walked through like the others.", "A closed corner has the value 0, whatever stands to the left of it and above."),
    ru=("Через закрытые перекрёстки проходят так же, как через остальные.", "У закрытого перекрёстка значение 0, что бы ни стояло слева и сверху."),
)
def closed_not_seen(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    return ways(is_open) * ways(is_open[::-1, ::-1])[::-1, ::-1]


@ways_through.mistake(
    en=("What comes back is the .grad of every corner, also of the closed ones: the ways from there to the last one.", "A way through a corner has a first half too. What does .data of a corner count, and what is it at a closed one?"),
    ru=("Возвращается .grad каждого перекрёстка, и закрытых тоже: сколько путей ведёт от него до последнего.", "У пути через перекрёсток есть и первая половина. Что считает .data и чему он равен на закрытом перекрёстке?"),
)
def ways_onward_from_closed_ones_too(is_open):
    free, count = np.pad(is_open, (0, 1)), np.zeros(np.array(is_open.shape) + 1)
    for i, j in reversed(list(np.ndindex(*is_open.shape))):
        count[i, j] = free[i + 1, j] * count[i + 1, j] + free[i, j + 1] * count[i, j + 1]
        if (i + 1, j + 1) == is_open.shape:
            count[i, j] = 1.0
    return count[:-1, :-1]


@ways_through.mistake(
    en=("The closed corners show 0, and yet ways lead through them.", "Close them while the town is built, not in the finished table: what must a closed corner hand on to its neighbours?"),
    ru=("На закрытых перекрёстках стоит 0, но пути через них всё же проходят.", "Закрывать их надо, когда город строится, а не в готовой таблице: что закрытый перекрёсток должен передать соседям?"),
)
def closed_in_the_table_only(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    return ways(is_open) * ways(is_open[::-1, ::-1])[::-1, ::-1] * is_open


@ways_through.mistake(
    en=("Closed corners of the first row and of the first column are walked through like open ones.", "These corners may be closed, too. What do you ask first: whether a corner is open, or where it lies?"),
    ru=("Через закрытые перекрёстки первой строки и первого столбца проходят так же, как через открытые.", "Эти перекрёстки тоже бывают закрыты. Что вы спрашиваете сначала: открыт ли перекрёсток или где он лежит?"),
)
def borders_never_closed(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            if corners[i, j]:
                count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    free = np.array(is_open)
    free[0], free[:, 0] = True, True
    return ways(free) * ways(free[::-1, ::-1])[::-1, ::-1]


@ways_through.mistake(
    en=("One number comes back, the ways from the first corner to the last.", "The task asks for a table in the shape of is_open, one number for each corner."),
    ru=("Возвращено одно число — пути от первого перекрёстка до последнего.", "Нужна таблица формы is_open, по числу на каждый перекрёсток."),
)
def total_alone(is_open):
    count = np.zeros(np.array(is_open.shape) + 1)
    count[0, 1] = 1.0
    for i, j in np.ndindex(*is_open.shape):
        if is_open[i, j]:
            count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
    return count[-1, -1]


@ways_through.mistake(
    en=("Shares come back, not numbers of ways.", "Your table is the right one divided by the number of all ways."),
    ru=("Возвращаются доли, а не число путей.", "Ваша таблица — верная, но поделённая на число всех путей."),
)
def shares(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 1] = 1.0
        for i, j in np.ndindex(*corners.shape):
            if corners[i, j]:
                count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j]
        return count[1:, 1:]

    table = ways(is_open) * ways(is_open[::-1, ::-1])[::-1, ::-1]
    return table / table[0, 0]


@ways_through.mistake(
    en=("On the borders every open corner has a value 1 of its own, so that nothing can go back through it.", "A corner on the border has one corner before it: let it be made from that one, by a sum with Value(0.0)."),
    ru=("На краях города у каждого открытого перекрёстка своё значение 1, и назад через него ничего не проходит.", "У перекрёстка на краю один сосед перед ним. Пусть он получается из этого соседа, в сумме с Value(0.0)."),
)
def borders_of_their_own(is_open):
    m, n = is_open.shape
    there = is_open.astype(float)
    for i in range(1, m):
        for j in range(1, n):
            there[i, j] = (there[i - 1, j] + there[i, j - 1]) if is_open[i, j] else 0.0
    onward = np.zeros((m, n))
    onward[-1, -1] = 1.0
    for i in reversed(range(1, m)):
        for j in reversed(range(1, n)):
            if is_open[i, j]:
                onward[i - 1, j] += onward[i, j]
                onward[i, j - 1] += onward[i, j]
    return there * onward


@ways_through.mistake(
    en=("On the borders several corners are one and the same Value, and their ways are counted together.", "A corner with only one corner before it needs a Value of its own. What comes of it when Value(0.0) is added?"),
    ru=("На краях города несколько перекрёстков — одно и то же Value, и их пути считаются вместе.", "Перекрёстку, перед которым только один другой, нужно своё Value. Что получится, если прибавить Value(0.0)?"),
)
def border_of_one_value(is_open):
    m, n = is_open.shape
    data, made_from, town = [], [], {}
    for i, j in np.ndindex(m, n):
        if is_open[i, j] and i + j > 0 and (i == 0 or j == 0):
            town[i, j] = town[i, j - 1] if i == 0 else town[i - 1, j]
            continue
        parts = [town[i - 1, j], town[i, j - 1]] if is_open[i, j] and i + j > 0 else []
        town[i, j] = len(data)
        data.append(1.0 if i == j == 0 else sum([data[part] for part in parts], 0.0))
        made_from.append(parts)
    grad = np.zeros(len(data))
    grad[town[m - 1, n - 1]] = 1.0
    for number in reversed(range(len(data))):
        for part in made_from[number]:
            grad[part] += grad[number]
    return np.array([[data[town[i, j]] * grad[town[i, j]] for j in range(n)] for i in range(m)])


@ways_through.mistake(
    en=("Diagonal moves are counted too.", "Only moves to the right and down are allowed. How many corners may stand right before a corner, and how many do you add?"),
    ru=("Посчитаны и ходы по диагонали.", "Ходить можно только вправо и вниз. Сколько перекрёстков стоит прямо перед перекрёстком и сколько складываете вы?"),
)
def diagonal_too(is_open):
    def ways(corners):
        count = np.zeros(np.array(corners.shape) + 1)
        count[0, 0] = 1.0
        for i, j in np.ndindex(*corners.shape):
            if corners[i, j]:
                count[i + 1, j + 1] = count[i, j + 1] + count[i + 1, j] + count[i, j]
        return count[1:, 1:]

    return ways(is_open) * ways(is_open[::-1, ::-1])[::-1, ::-1]


@ways_through.mistake(
    en=("All corners but the first show 0, as happens when backward starts at the first corner.", "Nothing lies before the first corner, so from there no gradient comes anywhere. At which corner do all ways end?"),
    ru=("Везде, кроме первого перекрёстка, стоит 0: так бывает, когда backward вызван у первого перекрёстка.", "Перед первым перекрёстком ничего нет, и градиент оттуда никуда не дойдёт. На каком перекрёстке заканчиваются все пути?"),
)
def back_from_the_first(is_open):
    table = np.zeros(is_open.shape)
    table[0, 0] = 1.0
    return table


@ways_through.mistake(
    en=("New ways begin at the closed corners, as if each were a first corner.", "Nobody comes out of a closed corner: how many ways lead to it, and which number must it hand on?"),
    ru=("У закрытых перекрёстков начинаются новые пути, будто каждый из них — первый.", "Из закрытого перекрёстка никто не выходит: сколько путей к нему ведёт и какое число он должен передать дальше?"),
)
def closed_corners_begin(is_open):
    m, n = is_open.shape
    there, onward = np.zeros((m + 1, n + 1)), np.zeros((m + 1, n + 1))
    for i, j in np.ndindex(m, n):
        free = is_open[i, j] and i + j > 0
        there[i + 1, j + 1] = there[i, j + 1] + there[i + 1, j] if free else 1.0
    for i, j in reversed(list(np.ndindex(m, n))):
        ways = onward[i + 1, j] + onward[i, j + 1] if (i + 1, j + 1) != (m, n) else 1.0
        onward[i, j] = ways if is_open[i, j] else 0.0
    return there[1:, 1:] * onward[:-1, :-1]


@ways_through.mistake(
    en=("Ways lead from the end of a row to the beginning of the next one.", "The first corner of a row has no corner to its left. What does your code take for it?"),
    ru=("Пути ведут из конца строки в начало следующей.", "Слева от первого перекрёстка строки другого нет. Что ваш код берёт вместо него?"),
)
def rows_in_one_line(is_open):
    n, free = is_open.shape[1], is_open.ravel()
    there, onward = np.zeros(free.size), np.zeros(free.size)
    there[0], onward[-1] = 1.0, 1.0
    for k in range(1, free.size):
        if free[k]:
            there[k] = there[k - 1] + (there[k - n] if k >= n else 0.0)
    for k in reversed(range(1, free.size)):
        if free[k]:
            onward[k - 1] += onward[k]
            onward[max(k - n, 0)] += onward[k] if k >= n else 0.0
    return (there * onward).reshape(is_open.shape)


@ways_through.alternative
def by_inverse(is_open):
    def leads(i, j, corner):
        return is_open[corner] and corner in [(i + 1, j), (i, j + 1)]

    corners = list(np.ndindex(*is_open.shape))
    steps = np.array([[float(leads(*one, other)) for other in corners] for one in corners])
    ways = np.linalg.inv(np.eye(len(corners)) - steps)
    return (ways[0] * ways[:, -1]).reshape(is_open.shape)


@ways_through.alternative
def by_values(is_open):
    data, parts = {}, {}
    for place, free in np.ndenumerate(is_open):
        i, j = place
        parts[place] = [at for at in [(i - 1, j), (i, j - 1)] if at in data] if free else []
        data[place] = sum([data[at] for at in parts[place]], 0.0 if data else 1.0)
    grad = {at: 0.0 for at in data}
    grad[place] = 1.0
    for at in reversed(list(data)):
        for part in parts[at]:
            grad[part] += grad[at]
    return np.array([data[at] * grad[at] for at in data]).reshape(is_open.shape)


_KEYS = "all dictionaries have the same keys in the same order"
ways_through.equal(ways_through, "count[0, 1] = 1.0", "two factors −1 make 1, and nothing stood there before")
ways_through.equal(ways_through, "corners.shape", "the town turned round has the same shape, and no factor moves zeros")
ways_through.equal(ways_through, "count[i + 1, j + 1] =", "nothing stood there before")
ways_through.equal(ways_through, "return count", "two factors −1 make 1")
ways_through.equal(ways_through, "* ways(", "an open corner is any number but 0")
ways_through.equal(by_inverse, "np.eye(len(corners))", "two factors −1 make 1, and the matrix has a row for each corner")
ways_through.equal(by_values, "data, parts = ", "a list of two is a pair")
ways_through.equal(by_values, "if at in data] if free", _KEYS)
ways_through.equal(by_values, "for at in data}", _KEYS)
ways_through.equal(by_values, "grad[place] = 1.0", "nothing stood there before")
ways_through.equal(by_values, "list(data)", _KEYS)
ways_through.equal(by_values, "for at in data])", _KEYS)
