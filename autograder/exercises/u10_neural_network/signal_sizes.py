"""How large the values of each layer are, and how large the derivatives that come back to it."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of


@exercise(points=3)
def signal_sizes(X, weights):
    layers = [X]
    for W in weights:
        layers.append(np.tanh(layers[-1] @ W))
    D, back = 1.0, []
    for W, H in zip(reversed(weights), reversed(layers)):
        E = D * (1 - H**2)
        back.append(np.sqrt(np.mean(E**2)))
        D = E @ W.T
    return np.array([np.sqrt(np.mean(H**2)) for H in layers[1:]]), np.array(back[::-1])


_X = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.0]])
_W1, _W2 = np.array([[0.5, -1.0, 0.25], [0.25, 1.0, -0.5]]), np.array([[1.0, 0.5], [-2.0, 0.75], [0.5, -1.5]])
_W3 = np.array([[0.75], [-0.5]])

signal_sizes.example(_X, [_W1, _W2])
signal_sizes.example(_X, [_W1])
signal_sizes.example(_X, [_W1, _W2, _W3])


def _network(rng, sizes, scale=0.8):
    return [rng.normal(scale=scale, size=(a, b)) for a, b in zip(sizes[:-1], sizes[1:], strict=True)]


for place, what in enumerate(("values", "derivatives")):

    @signal_sizes.probe("general", part=what)
    def _(answer, rng, place=place):
        seen = []
        for sizes in ((3, 4, 2, 3), (2, 5, 3), (4, 3, 3, 2, 2)):
            seen.append(part_of(answer(rng.normal(size=(int(rng.integers(4, 8)), sizes[0])), _network(rng, sizes)), place, 2))
        return seen


@signal_sizes.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer(rng.normal(size=(5, 3)), _network(rng, (3, 4))), answer(rng.normal(size=(1, 2)), _network(rng, (2, 3, 1)))]


@signal_sizes.mistake(
    en=("The derivatives start at the wrong end.", "Their first number belongs to the first layer. In which order does the way back meet the layers?"),
    ru=("Производные перечислены с другого конца.", "Первое число относится к первому слою. В каком порядке обратный проход встречает слои?"),
)
def not_turned_round(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.sqrt(np.mean(E**2)))
        D = E @ W.T
    return np.array([np.sqrt(np.mean(h**2)) for h in H[1:]]), np.array(back)


@signal_sizes.mistake(
    en=("The sizes are lengths: the root of the sum of the squares, not of their mean.", "A layer with more neurons must not look larger for that alone. By what is the sum of the squares divided?"),
    ru=("Величины — это длины: корень из суммы квадратов, а не из их среднего.", "Слой не должен казаться больше только оттого, что в нём больше нейронов. На что делят сумму квадратов?"),
)
def lengths(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.linalg.norm(E))
        D = E @ W.T
    return np.array([np.linalg.norm(h) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The slope of tanh is missing on the way back.", "Every layer multiplies by 1 − H², too: that is what dies out in a saturated neuron."),
    ru=("На обратном пути пропал наклон tanh.", "Каждый слой умножает ещё и на 1 − H²: именно он гаснет у насыщенного нейрона."),
)
def no_slope(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W in weights[::-1]:
        back.append(np.sqrt(np.mean(D**2)))
        D = D @ W.T
    return np.array([np.sqrt(np.mean(h**2)) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The sizes are those of D, before the slope of tanh.", "Asked for is the derivative with respect to the sums Z of a layer: multiply by 1 − H² first."),
    ru=("Измерены величины D, ещё без наклона tanh.", "Нужна производная по суммам Z слоя: сначала умножьте на 1 − H²."),
)
def before_the_slope(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        back.append(np.sqrt(np.mean(D**2)))
        D = (D * (1 - h**2)) @ W.T
    return np.array([np.sqrt(np.mean(h**2)) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The size is the mean of absolute values.", "Here the size is the root of the mean square: square, mean, root."),
    ru=("Величина посчитана как среднее модулей.", "Здесь величина — корень из среднего квадрата: квадрат, среднее, корень."),
)
def mean_of_absolute_values(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.mean(np.abs(E)))
        D = E @ W.T
    return np.array([np.mean(np.abs(h)) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The root is missing.", "A mean square of 0.04 is a size of 0.2."),
    ru=("Не хватает корня.", "Средний квадрат 0.04 — это величина 0.2."),
)
def no_root(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.mean(E**2))
        D = E @ W.T
    return np.array([np.mean(h**2) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The mean was taken away before squaring.", "np.std measures the distance from the mean, the size here that from 0."),
    ru=("Перед возведением в квадрат вычтено среднее.", "np.std измеряет удалённость от среднего, а нужна удалённость от нуля."),
)
def standard_deviation(X, weights):
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.std(E))
        D = E @ W.T
    return np.array([np.std(h) for h in H[1:]]), np.array(back[::-1])


@signal_sizes.mistake(
    en=("The sums were measured, not the values after tanh.", "What the next layer sees has gone through tanh."),
    ru=("Измерены суммы, а не значения после tanh.", "Следующий слой видит то, что уже прошло через tanh."),
)
def sums_measured(X, weights):
    H, Z = [X], []
    for W in weights:
        Z.append(H[-1] @ W)
        H.append(np.tanh(Z[-1]))
    D, back = np.ones_like(H[-1]), []
    for W, h in zip(weights[::-1], H[::-1]):
        E = D * (1 - h**2)
        back.append(np.sqrt(np.mean(E**2)))
        D = E @ W.T
    return np.array([np.sqrt(np.mean(z**2)) for z in Z]), np.array(back[::-1])


@signal_sizes.alternative
def by_recursion(X, weights):
    def size(A):
        return float(np.mean(A * A)) ** 0.5

    def beyond(H, rest):
        if not rest:
            return np.ones(H.shape), [], []
        A = np.tanh(H @ rest[0])
        D, values, back = beyond(A, rest[1:])
        E = (1 - A * A) * D
        return E @ rest[0].T, [size(A), *values], [size(E), *back]

    return beyond(X, weights)[1:]


@signal_sizes.alternative
def by_norms(X, weights):
    def size(A):
        return np.linalg.norm(A) / np.sqrt(A.size)

    H = [np.tanh(X @ weights[0])]
    for W in weights[1:]:
        H.append(np.tanh(H[-1] @ W))
    E = [1 - H[-1] ** 2]
    for W, h in zip(weights[:0:-1], H[-2::-1]):
        E.insert(0, (E[0] @ W.T) * (1 - h**2))
    return np.array([size(h) for h in H]), np.array([size(e) for e in E])


_SIGN = "tanh is odd, so a sign is that of a whole table, and sizes do not see it"
_PAIR = "two results may stand in a list"
signal_sizes.equal(signal_sizes, "layers = [X]", _SIGN)
signal_sizes.equal(signal_sizes, "np.tanh(", _SIGN)
signal_sizes.equal(signal_sizes, "D, back = ", _SIGN + "; it may be set anew after each layer; " + _PAIR)
signal_sizes.equal(signal_sizes, "reversed(layers)", "the shorter of two lists ends the loop")
signal_sizes.equal(signal_sizes, "E = D", _SIGN)
signal_sizes.equal(signal_sizes, "E**2", "a square has no sign, and neither line changes E")
signal_sizes.equal(signal_sizes, "D = E", _SIGN)
signal_sizes.equal(signal_sizes, "for H in layers[1:]", "a square has no sign; " + _PAIR)
signal_sizes.equal(by_recursion, "E = (1", _SIGN)
signal_sizes.equal(by_norms, "1 - H[-1] ** 2", _SIGN)
signal_sizes.equal(by_norms, "1 - h**2", _SIGN)
signal_sizes.equal(by_norms, ":0:-1", "the shorter of two lists ends the loop")
signal_sizes.equal(by_norms, "for h in H]", _PAIR)
