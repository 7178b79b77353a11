"""Unit 10: a network with one hidden layer, its gradients and its training (lecture 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import math

import numpy as np

from autograder.exercise import Unit
from autograder.judge import different_seeds
from autograder.parts import part_of, varies
from autograder.sandbox import Raised
from autograder.worker.codec import Rng
from course.public.u10_neural_network import XOR_LABELS, XOR_POINTS, four_arrays, misfit, outcome, spread, squared_error

unit = Unit("10-neural-network")


def _network(rng, n, h, k):
    """Return W1, b1, W2, b2 of moderate size, no bias close to 0."""
    biases = [rng.uniform(0.2, 0.8, size=size) * rng.choice([-1.0, 1.0], size=size) for size in (h, k)]
    return rng.normal(scale=0.7, size=(n, h)), biases[0], rng.normal(scale=0.9, size=(h, k)), biases[1]


_X = np.array([[1.0, -2.0], [0.5, 1.0], [-1.0, 0.0]])
_W1, _B1 = np.array([[0.5, -1.0], [0.25, 1.0]]), np.array([0.5, -0.25])
_W2, _B2 = np.array([[1.0], [-2.0]]), np.array([0.75])
_W2_WIDE, _B2_WIDE = np.array([[1.0, 0.5], [-2.0, 1.5]]), np.array([0.75, -0.5])


# ---------------------------------------------------------------------------------------- n_parameters


@unit.exercise(points=1)
def n_parameters(sizes):
    return sum(before * after + after for before, after in zip(sizes[:-1], sizes[1:], strict=True))


n_parameters.example([4, 3, 2])
n_parameters.example([6, 1])


@n_parameters.probe("general")
def _(answer, rng):
    small = [int(size) for size in rng.choice(np.arange(2, 60), size=8, replace=False)]
    return [answer(small[:3]), answer(small[2:5]), answer(small[3:])]


@n_parameters.probe("edge")
def _(answer, rng):
    a, b, c, d = (int(size) for size in rng.choice(np.arange(5, 400), size=4, replace=False))
    classes, pixels = int(rng.integers(3, 13)), int(rng.integers(500, 900))
    return [answer([a, 1]), answer([1, b, 1]), answer([c, classes]), answer([pixels, a + 20, d, classes])]


@n_parameters.mistake(
    en=("The biases are not counted.", "Every neuron of a later layer has one number more than it has inputs."),
    ru=("Не посчитаны сдвиги.", "У каждого нейрона следующего слоя на одно число больше, чем входов."),
)
def no_biases(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("There is one bias for a whole layer.", "Each neuron shifts its own sum. How many neurons has the layer?"),
    ru=("На целый слой приходится один сдвиг.", "Каждый нейрон сдвигает свою сумму. Сколько нейронов в слое?"),
)
def one_bias_a_layer(sizes):
    return sum(a * b + 1 for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("The inputs were given biases too.", "The first number counts inputs. They are data, nothing is learnt there."),
    ru=("Сдвиги есть и у входов.", "Первое число — это количество входов. Это данные, там учить нечего."),
)
def biases_for_inputs(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True)) + sum(sizes)


@n_parameters.mistake(
    en=("The biases belong to the wrong side.", "A bias belongs to the neuron that adds up, at the end of the arrows, not at their beginning."),
    ru=("Сдвиги достались не тем нейронам.", "Сдвиг есть у того нейрона, который складывает: он в конце стрелок, а не в начале."),
)
def biases_of_the_layer_before(sizes):
    return sum(a * b + a for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("All the sizes are multiplied together.", "Only neighbouring layers are joined by arrows; count each pair by itself."),
    ru=("Перемножены все размеры сразу.", "Стрелками соединены только соседние слои; считайте каждую пару отдельно."),
)
def all_multiplied(sizes):
    product = 1
    for size in sizes:
        product *= size
    return product


@n_parameters.mistake(
    en=("Neurons are counted, not parameters.", "A neuron has a weight for every input and one bias."),
    ru=("Посчитаны нейроны, а не параметры.", "У нейрона по весу на каждый вход и ещё сдвиг."),
)
def neurons(sizes):
    return sum(sizes)


@n_parameters.mistake(
    en=("Only the first layer of weights is counted.", "The list may be of any length: there is a matrix between each two neighbours."),
    ru=("Посчитан только первый слой весов.", "Список может быть любой длины: между каждыми двумя соседями стоит матрица."),
)
def first_layer_only(sizes):
    return (sizes[0] + 1) * sizes[1]


@n_parameters.mistake(
    en=("The output layer has no biases in your count.", "The last layer shifts its sums like every other one."),
    ru=("В вашем подсчёте у выходного слоя нет сдвигов.", "Последний слой сдвигает свои суммы так же, как все остальные."),
)
def no_output_bias(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True)) + sum(sizes[1:-1])


@n_parameters.alternative
def by_index(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total += (sizes[i - 1] + 1) * sizes[i]
    return total


@n_parameters.alternative
def by_arrays(sizes):
    sizes = np.array(sizes)
    return (sizes[:-1] + 1) @ sizes[1:]


# -------------------------------------------------------------------------------------- empirical_risk


@unit.exercise(points=1)
def empirical_risk(loss, y, prediction):
    residual = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(residual**2)
    if loss == "absolute":
        return np.mean(np.abs(residual))
    if loss == "squared_plus_7":
        return np.mean(residual**2 + 7)
    raise ValueError(f"unknown loss {loss!r}")


_TRUE, _SAID = np.array([5.0, 1.0, -2.0, 4.0]), np.array([3.0, 2.0, -2.0, 7.0])

empirical_risk.example("squared", _TRUE, _SAID)
empirical_risk.example("absolute", _TRUE, _SAID)
empirical_risk.example("squared_plus_7", _TRUE, _SAID)


def _pair(rng, m):
    """Return answers and predictions that err to both sides by more than nothing."""
    y, side = rng.normal(scale=3.0, size=m), 1.0 if m % 2 else -1.0
    return y, y + rng.uniform(0.3, 0.9, size=m) * np.where(np.arange(m) % 3, side, -side)


def _or_refused(answer, *args):
    """Return the risk, or that a ValueError was raised; the first word keeps a returned text from passing for an error."""
    try:
        return ["returned", answer(*args)]
    except Raised as error:
        if error.kind != "ValueError":
            raise
        return ["raised", error.kind]


_LOSSES = ("squared", "absolute", "squared_plus_7")

for _loss in _LOSSES:  # a quarter of the points for each loss

    @empirical_risk.probe("general")
    def _(answer, rng, loss=_loss):
        return [answer(loss, *_pair(rng, m)) for m in (5, 8, 3)]


@empirical_risk.probe("edge")  # a quarter for refusing other names
def _(answer, rng):
    pair, other = _pair(rng, 6), _pair(rng, 7)
    names = rng.choice(["cubic", "huber", "log", "hinge"]), f"squared_plus_{rng.integers(8, 100)}"
    wrong = [_or_refused(answer, str(name), *pair) for name in names]
    return [*wrong, any([varies(answer, (loss, *pair), (loss, *other)) for loss in _LOSSES])]


@empirical_risk.mistake(
    en=("The losses are added up but not averaged.", "Take the same data twice: the risk must stay what it was."),
    ru=("Потери сложены, но не усреднены.", "Возьмите те же данные дважды: риск должен остаться прежним."),
)
def summed(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.sum(r**2)
    if loss == "absolute":
        return np.sum(np.abs(r))
    if loss == "squared_plus_7":
        return np.sum(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("In the absolute loss errors of opposite sign cancel.", "Take a prediction that is too high by 1 and one that is too low by 1. Is that a perfect model?"),
    ru=("В абсолютной функции потерь ошибки разных знаков гасят друг друга.", "Возьмите одно предсказание выше на 1, а другое ниже на 1. Разве это идеальная модель?"),
)
def signs_cancel(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(r)
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The absolute value is taken of the mean, too late.", "Each object's error loses its sign first, then comes the mean."),
    ru=("Модуль взят у среднего, слишком поздно.", "Сначала знак теряет ошибка каждого объекта, потом берут среднее."),
)
def size_of_the_mean(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return abs(np.mean(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 has no effect.", "It changes no gradient, but it does change the value of the risk."),
    ru=("Число 7 ни на что не влияет.", "Градиента оно не меняет, но само значение риска меняет."),
)
def seven_forgotten(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared" or loss == "squared_plus_7":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 stands inside the square.", "It is added to the squared error, not to the error."),
    ru=("Семёрка попала под квадрат.", "Её прибавляют к квадрату ошибки, а не к самой ошибке."),
)
def seven_inside(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean((r + 7) ** 2)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The 7 is shared out among the objects.", "Every object's loss contains a whole 7. What is the mean of many sevens?"),
    ru=("Семёрка поделена между объектами.", "В потерях каждого объекта стоит целая семёрка. Чему равно среднее многих семёрок?"),
)
def seven_once(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return (np.sum(r**2) + 7) / len(r)
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("A root is taken of the squared risk.", "The mean of the squares is already the answer."),
    ru=("Из квадратичного риска извлечён корень.", "Среднее квадратов — это уже ответ."),
)
def rooted(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.sqrt(np.mean(r**2))
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.sqrt(np.mean(r**2)) + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The mean is squared, and errors of opposite sign have cancelled before.", "Each object has a loss of its own. Square its error first, then take the mean."),
    ru=("В квадрат возведено среднее, а в нём ошибки разных знаков уже погасили друг друга.", "У каждого объекта свои потери. Сначала в квадрат возводят его ошибку, потом берут среднее."),
)
def square_of_the_mean(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r) ** 2
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r) ** 2 + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("The squared risk is halved.", "Some books write a half before the square; the table of this task has none."),
    ru=("Квадратичный риск вдвое меньше, чем нужно.", "В некоторых книгах перед квадратом пишут одну вторую; в таблице этого задания её нет."),
)
def halved(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2) / 2
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2) / 2 + 7
    raise ValueError(loss)


@empirical_risk.mistake(
    en=("A name that does not exist is not refused.", "Look at the last sentence of the contract: which error is due for an unknown loss?"),
    ru=("Несуществующее название не отвергнуто.", "Посмотрите последнее предложение задания: какая ошибка нужна для неизвестного названия?"),
)
def anything_goes(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    return np.mean(r**2 + 7)


@empirical_risk.mistake(
    en=("An unknown name ends in silence: nothing is returned.", "Silence spreads: later code finds None where it needs a number. Say at once that the name is wrong."),
    ru=("Неизвестное название молча пропущено: не возвращено ничего.", "Тишина опасна: дальше код найдёт None там, где нужно число. Скажите сразу, что название неверно."),
)
def silent(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)


@empirical_risk.mistake(
    en=("For an unknown name the error is returned, not raised.", "A returned error is a value like any other: the program goes on with it. Which word of Python stops it instead?"),
    ru=("Для неизвестного названия ошибка возвращена, а не вызвана.", "Возвращённая ошибка — обычное значение: программа работает с ним дальше. Какое слово Python её остановит?"),
)
def error_returned(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    if loss == "squared":
        return np.mean(r**2)
    if loss == "absolute":
        return np.mean(np.abs(r))
    if loss == "squared_plus_7":
        return np.mean(r**2 + 7)
    return ValueError("unknown loss")


@empirical_risk.mistake(
    en=("An unknown name is refused, but with a KeyError.", "The contract asks for a ValueError. Look the name up before the dictionary complains."),
    ru=("Неизвестное название отвергнуто, но ошибкой KeyError.", "В задании нужна ValueError. Проверьте название раньше, чем пожалуется словарь."),
)
def key_error(loss, y, prediction):
    r = np.asarray(prediction) - np.asarray(y)
    return {"squared": np.mean(r**2), "absolute": np.mean(np.abs(r)), "squared_plus_7": np.mean(r**2 + 7)}[loss]


@empirical_risk.alternative
def by_loop(loss, y, prediction):
    if loss not in ("squared", "absolute", "squared_plus_7"):
        raise ValueError("no such loss")
    total = 0.0
    for true, said in zip(y, prediction, strict=True):
        error = true - said
        total += abs(error) if loss == "absolute" else error * error
    return total / len(y) + (7 if loss == "squared_plus_7" else 0)


@empirical_risk.alternative
def by_dictionary(loss, y, prediction):
    losses = {
        "squared": lambda r: r * r,
        "absolute": lambda r: np.maximum(r, -r),
        "squared_plus_7": lambda r: r * r + 7,
    }
    if loss not in losses:
        raise ValueError(loss)
    return losses[loss](np.array(y) - np.array(prediction)).sum() / np.size(y)


# -------------------------------------------------------------------------------------------- collapse


@unit.exercise(points=1)
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


collapse.example(_W1, _B1, _W2, _B2)
collapse.example(_W1, _B1, _W2_WIDE, _B2_WIDE)


for _which in range(2):  # a half of the points for W, a half for b

    @collapse.probe("general")
    def _(answer, rng, which=_which):
        return [part_of(answer(*_network(rng, *sizes)), which, 2) for sizes in ((3, 4, 1), (4, 2, 3), (2, 5, 3))]

    @collapse.probe("edge")
    def _(answer, rng, which=_which):
        return [part_of(answer(*_network(rng, *sizes)), which, 2) for sizes in ((3, 3, 3), (1, 4, 1), (5, 1, 2))]


@collapse.mistake(
    en=("The biases of the first layer are lost.", "Put x = 0 in: the first layer gives b1, and the second layer works on it."),
    ru=("Сдвиги первого слоя пропали.", "Подставьте x = 0: первый слой даст b1, и второй слой с ним что-то сделает."),
)
def first_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, b2 + 0.0


@collapse.mistake(
    en=("The biases of the second layer are lost.", "Put x = 0 in and follow the numbers up to the output."),
    ru=("Сдвиги второго слоя пропали.", "Подставьте x = 0 и проследите за числами до самого выхода."),
)
def second_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2


@collapse.mistake(
    en=("The two matrices are multiplied in the wrong order.", "An object meets W1 first. Its row stands on the left, so W1 must stand closest to it."),
    ru=("Матрицы перемножены не в том порядке.", "Объект сначала встречает W1. Его строка стоит слева, значит, W1 должна стоять рядом с ней."),
)
def order_swapped(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


@collapse.mistake(
    en=("The second layer's matrix was not applied to the first bias.", "What the first layer adds goes through the second layer too."),
    ru=("Матрица второго слоя не применена к первому сдвигу.", "То, что прибавил первый слой, тоже проходит через второй."),
)
def biases_added(W1, b1, W2, b2):
    return W1 @ W2, np.sum(b1) + b2


@collapse.mistake(
    en=("W comes out transposed.", "One object is a row here: W has a row for every input and a column for every output."),
    ru=("Матрица W получилась транспонированной.", "Объект здесь — строка: у W строка на каждый вход и столбец на каждый выход."),
)
def transposed(W1, b1, W2, b2):
    return W2.T @ W1.T, b1 @ W2 + b2


@collapse.mistake(
    en=("There is a tanh between the layers.", "Exactly without the bend the two layers become one; here nothing bends."),
    ru=("Между слоями стоит tanh.", "Два слоя становятся одним именно без изгиба; здесь ничего не изгибается."),
)
def bent(W1, b1, W2, b2):
    return np.tanh(W1) @ W2, np.tanh(b1) @ W2 + b2


@collapse.mistake(
    en=("The first layer's biases were multiplied by one matrix too many.", "b1 is added after W1 has done its work: how many matrices does it still meet?"),
    ru=("Сдвиги первого слоя умножены на лишнюю матрицу.", "b1 прибавляют после того, как W1 сделала своё дело: сколько матриц он ещё встретит?"),
)
def one_matrix_too_many(W1, b1, W2, b2):
    return W1 @ W2, (b1 * W1.sum(axis=0)) @ W2 + b2


@collapse.mistake(
    en=("The two results are in the wrong order.", "First the matrix, then the biases."),
    ru=("Два результата стоят не в том порядке.", "Сначала матрица, потом сдвиги."),
)
def results_swapped(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2


@collapse.alternative
def by_probing(W1, b1, W2, b2):
    def both(x):
        return (x @ W1 + b1) @ W2 + b2

    b = both(np.zeros(len(W1)))
    return np.array([both(row) - b for row in np.eye(len(W1))]), b


@collapse.alternative
def by_loops(W1, b1, W2, b2):
    n, h, k = len(W1), len(b1), len(b2)
    W = [[sum(W1[i][j] * W2[j][o] for j in range(h)) for o in range(k)] for i in range(n)]
    return [W, [b2[o] + sum(b1[j] * W2[j][o] for j in range(h)) for o in range(k)]]


@collapse.alternative
def with_a_row_of_biases(W1, b1, W2, b2):
    both = np.vstack([W1, b1]) @ W2
    return both[:-1], both[-1] + b2


# ----------------------------------------------------------------------------------------- mlp_forward


@unit.exercise(points=2)
def mlp_forward(X, W1, b1, W2, b2):
    return np.tanh(X @ W1 + b1) @ W2 + b2


mlp_forward.example(_X, _W1, _B1, _W2, _B2)
mlp_forward.example(_X[:2], _W1, _B1, _W2_WIDE, _B2_WIDE)


@mlp_forward.probe("general")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *_network(rng, n, h, k)) for m, n, h, k in ((5, 3, 4, 1), (4, 2, 3, 2), (6, 4, 5, 3))]


@mlp_forward.probe("edge")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *_network(rng, n, h, k)) for m, n, h, k in ((1, 4, 3, 1), (3, 1, 1, 1), (4, 3, 2, 5))]


@mlp_forward.mistake(
    en=("Nothing bends between the layers.", "Without an activation two layers are one. Where does tanh belong?"),
    ru=("Между слоями ничего не изгибается.", "Без функции активации два слоя равны одному. Где должен стоять tanh?"),
)
def no_activation(X, W1, b1, W2, b2):
    return (X @ W1 + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("The output is bent too.", "The output layer is linear here: it must be able to give any number."),
    ru=("Изогнут и выход.", "Выходной слой здесь линейный: он должен уметь выдать любое число."),
)
def bent_output(X, W1, b1, W2, b2):
    return np.tanh(np.tanh(X @ W1 + b1) @ W2 + b2)


@mlp_forward.mistake(
    en=("The hidden layer uses the sigmoid.", "Its values must lie between −1 and 1, not between 0 and 1."),
    ru=("В скрытом слое стоит сигмоида.", "Его значения должны лежать между −1 и 1, а не между 0 и 1."),
)
def sigmoid_inside(X, W1, b1, W2, b2):
    return (1 / (1 + np.exp(-(X @ W1 + b1)))) @ W2 + b2


@mlp_forward.mistake(
    en=("The hidden layer uses ReLU.", "This network bends with tanh: negative sums do not become 0."),
    ru=("В скрытом слое стоит ReLU.", "Эта сеть изгибает с помощью tanh: отрицательные суммы не превращаются в 0."),
)
def relu_inside(X, W1, b1, W2, b2):
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2


@mlp_forward.mistake(
    en=("Your formula for tanh lacks its last term.", "At 0 the tanh is 0. What does your formula give there?"),
    ru=("В вашей формуле для tanh нет последнего слагаемого.", "В нуле tanh равен 0. Что даёт там ваша формула?"),
)
def slide_without_minus_one(X, W1, b1, W2, b2):
    return (2 / (1 + np.exp(-2 * (X @ W1 + b1)))) @ W2 + b2


@mlp_forward.mistake(
    en=("Your formula for tanh has the exponent of the sigmoid.", "Compare with the slide: what stands before z in the power of e? At z = 1 the right value is 0.7616."),
    ru=("В вашей формуле для tanh показатель степени как у сигмоиды.", "Сравните со слайдом: что стоит перед z в степени числа e? При z = 1 верное значение — 0.7616."),
)
def slide_without_two(X, W1, b1, W2, b2):
    return (2 / (1 + np.exp(-(X @ W1 + b1))) - 1) @ W2 + b2


@mlp_forward.mistake(
    en=("The tanh comes one layer too late.", "It belongs to the hidden layer, between the two matrices; the output stays as it is."),
    ru=("Tanh стоит на слой позже, чем надо.", "Его место в скрытом слое, между двумя матрицами; выход остаётся как есть."),
)
def bent_too_late(X, W1, b1, W2, b2):
    return np.tanh((X @ W1 + b1) @ W2 + b2)


@mlp_forward.mistake(
    en=("The biases of the hidden layer are missing.", "Each hidden neuron shifts its sum before it bends it."),
    ru=("Нет сдвигов скрытого слоя.", "Каждый скрытый нейрон сдвигает свою сумму, прежде чем изогнуть её."),
)
def no_hidden_bias(X, W1, b1, W2, b2):
    return np.tanh(X @ W1) @ W2 + b2


@mlp_forward.mistake(
    en=("The biases of the output layer are missing.", "Take a network whose W2 is all zeros: what should come out?"),
    ru=("Нет сдвигов выходного слоя.", "Возьмите сеть, у которой W2 из одних нулей: что должно получиться?"),
)
def no_output_shift(X, W1, b1, W2, b2):
    return np.tanh(X @ W1 + b1) @ W2


@mlp_forward.mistake(
    en=("The hidden biases are added after the bend.", "The shift moves the place of the bend, so it comes before it."),
    ru=("Сдвиги скрытого слоя прибавлены после изгиба.", "Сдвиг двигает место изгиба, значит, он должен идти раньше."),
)
def bias_after_the_bend(X, W1, b1, W2, b2):
    return (np.tanh(X @ W1) + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("The result has lost a dimension.", "The shape is (m, k) also for one output: a column of m rows."),
    ru=("У результата пропала размерность.", "Форма (m, k) нужна и при одном выходе: столбец из m строк."),
)
def flat_output(X, W1, b1, W2, b2):
    return np.squeeze(np.tanh(X @ W1 + b1) @ W2 + b2)


@mlp_forward.mistake(
    en=("These are the values of the hidden layer.", "One more layer follows: it mixes them into the output."),
    ru=("Это значения скрытого слоя.", "Дальше идёт ещё один слой: он смешивает их в выход."),
)
def hidden_values(X, W1, b1, W2, b2):
    return np.tanh(X @ W1 + b1)


@mlp_forward.alternative
def by_object(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        hidden = [math.tanh(sum(x[i] * W1[i, j] for i in range(len(x))) + b1[j]) for j in range(len(b1))]
        rows.append([sum(hidden[j] * W2[j, o] for j in range(len(b1))) + b2[o] for o in range(len(b2))])
    return rows


@mlp_forward.alternative
def by_the_slide(X, W1, b1, W2, b2):
    Z = np.dot(X, W1) + b1
    H = 2 / (1 + np.exp(-2 * Z)) - 1
    return np.dot(H, W2) + b2


@mlp_forward.alternative
def by_columns(X, W1, b1, W2, b2):
    H = np.tanh(W1.T @ X.T + b1[:, None])
    return (W2.T @ H + b2[:, None]).T


# ------------------------------------------------------------------------------------------ he_weights


@unit.exercise(points=1, seconds=10.0)
def he_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


he_weights.example(50, 400, Rng(7), fulfils="spread")
he_weights.example(8, 3000, Rng(8), fulfils="spread")


def _spread(answer, n_in, n_out, seed):
    return spread(n_in, n_out, None, answer.sample(n_in, n_out, Rng(seed)))


@he_weights.probe("property")
def _(answer, rng):
    sizes = ((30 + int(rng.integers(9)), 400), (150, 72 + int(rng.integers(9))), (3, 4000 + int(rng.integers(99))))
    return [_spread(answer, n_in, n_out, seed) for (n_in, n_out), seed in zip(sizes, different_seeds(rng, 3), strict=True)]


@he_weights.probe("edge", credit=0.5)
def _(answer, rng):
    one, two = different_seeds(rng, 2)
    n_in, n_out = int(rng.integers(45, 60)), int(rng.integers(210, 230))
    first, again, other = (answer.sample(n_in, n_out, Rng(seed)) for seed in (one, one, two))
    seen = spread(n_in, n_out, None, first)
    if not isinstance(seen, list):
        return [seen]
    return [seen, np.array_equal(first, again), np.array_equal(first, other)]


@he_weights.mistake(
    en=("The variance was handed over as the standard deviation.", "Generators are told how wide the bell is, not its square. Read what the second argument of your call means."),
    ru=("Дисперсия передана вместо стандартного отклонения.", "Генератору сообщают ширину колокола, а не её квадрат. Прочтите, что значит второй аргумент вашего вызова."),
)
def variance_as_scale(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance is half as large as it should be.", "This is the rule of Xavier, for tanh. In He's rule there is one more factor."),
    ru=("Дисперсия вдвое меньше, чем нужно.", "Это правило Ксавье, для tanh. В правиле Хе есть ещё один множитель."),
)
def xavier(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance depends on inputs and outputs together.", "That is the other form of Xavier's rule. In He's rule only one of the two numbers counts: which?"),
    ru=("Дисперсия зависит и от входов, и от выходов.", "Это другой вид правила Ксавье. В правиле Хе важно только одно из двух чисел: какое?"),
)
def both_sizes(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), size=(n_in, n_out))


@he_weights.mistake(
    en=("The root was taken of one half of the fraction only.", "The standard deviation is the root of the whole variance. For 50 inputs it is 0.2."),
    ru=("Корень извлечён только из части дроби.", "Стандартное отклонение — корень из всей дисперсии. При 50 входах оно равно 0.2."),
)
def root_below_only(n_in, n_out, rng):
    return rng.normal(0, 2 / np.sqrt(n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance follows the number of outputs.", "A neuron adds up its inputs: their number decides how small a weight must be."),
    ru=("Дисперсия зависит от числа выходов.", "Нейрон складывает свои входы: их количество и решает, насколько мал вес."),
)
def by_outputs(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), size=(n_in, n_out))


@he_weights.mistake(
    en=("The sizes are not used for the spread.", "Compare a layer with 3 inputs and one with 300: the weights of the second must be ten times smaller."),
    ru=("Разброс не зависит от размеров слоя.", "Сравните слой с 3 входами и слой с 300: у второго веса должны быть в десять раз меньше."),
)
def standard_normal(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out))


@he_weights.mistake(
    en=("The shape is turned round.", "A row for every input, a column for every neuron of the layer."),
    ru=("Форма перевёрнута.", "Строка на каждый вход, столбец на каждый нейрон слоя."),
)
def shape_turned(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), size=(n_out, n_in))


@he_weights.mistake(
    en=("The distribution is uniform, not normal.", "N stands for the normal distribution: a bell without sharp ends."),
    ru=("Распределение равномерное, а не нормальное.", "N обозначает нормальное распределение: колокол без резких краёв."),
)
def uniform(n_in, n_out, rng):
    edge = np.sqrt(6 / n_in)
    return rng.uniform(-edge, edge, size=(n_in, n_out))


@he_weights.mistake(
    en=("The generator that was passed in is not used.", "Two different generators must give different weights. Where do your random numbers come from?"),
    ru=("Переданный генератор не используется.", "Два разных генератора должны дать разные веса. Откуда берутся ваши случайные числа?"),
)
def own_generator(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The random numbers do not come from the rng that was passed in.", "The same generator must give the same weights, and yours change from call to call. Whom do you ask for random numbers?"),
    ru=("Случайные числа взяты не из переданного rng.", "Одинаковые генераторы должны давать одинаковые веса, а у вас они меняются от вызова к вызову. У кого вы просите случайные числа?"),
)
def new_generator_each_time(n_in, n_out, rng):
    return np.random.default_rng().normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("All the weights are positive.", "The mean must be 0: about half of them are negative."),
    ru=("Все веса положительны.", "Среднее должно быть 0: около половины весов отрицательны."),
)
def only_positive(n_in, n_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out)))


@he_weights.alternative
def scaled(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * math.sqrt(2.0 / n_in)


@he_weights.alternative
def one_by_one(n_in, n_out, rng):
    return [[rng.normal(0, (2 / n_in) ** 0.5) for _ in range(n_out)] for _ in range(n_in)]


@he_weights.alternative
def neuron_by_neuron(n_in, n_out, rng):
    return np.array([rng.normal(scale=np.sqrt(2 / n_in), size=n_in) for _ in range(n_out)]).T


# ---------------------------------------------------------------------------------------- mlp_backward


@unit.exercise(points=3)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d_out = 2 * (H @ W2 + b2 - y) / y.size
    d_hidden = (d_out @ W2.T) * (1 - H**2)
    return X.T @ d_hidden, d_hidden.sum(axis=0), H.T @ d_out, d_out.sum(axis=0)


_Y = np.array([[1.0], [-0.5], [2.0]])

mlp_backward.example(_X, _Y, _W1, _B1, _W2, _B2)
mlp_backward.example(_X[:2], np.array([[1.0, 0.0], [-1.0, 0.5]]), _W1, _B1, _W2_WIDE, _B2_WIDE)


def _gradient(answer, rng, which, m, n, h, k):
    """Return one of the four gradients at random data."""
    return part_of(answer(rng.normal(size=(m, n)), rng.normal(scale=2.0, size=(m, k)), *_network(rng, n, h, k)), which, 4)


for _which in range(4):  # a quarter of the points for each gradient

    @mlp_backward.probe("general", credit=2.0)
    def _(answer, rng, which=_which):
        return [_gradient(answer, rng, which, *sizes) for sizes in ((5, 3, 4, 1), (7, 2, 5, 1), (4, 4, 3, 1))]

    @mlp_backward.probe("general")
    def _(answer, rng, which=_which):
        return [_gradient(answer, rng, which, *sizes) for sizes in ((6, 3, 4, 2), (5, 2, 2, 3))]

    @mlp_backward.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        return [_gradient(answer, rng, which, *sizes) for sizes in ((1, 3, 2, 1), (4, 1, 1, 1))]


@mlp_backward.mistake(
    en=("The slope of tanh is missing.", "On its way back to the hidden sums the gradient passes through the bend. Every bend has a local derivative."),
    ru=("Нет наклона tanh.", "По дороге назад к суммам скрытого слоя градиент проходит через изгиб. У каждого изгиба есть локальная производная."),
)
def no_slope(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = d @ W2.T
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The slope of tanh is computed from the sum, not from the value of tanh.", "The rule is one minus the square of tanh itself. What do you square?"),
    ru=("Наклон tanh посчитан по сумме, а не по значению tanh.", "Правило: единица минус квадрат самого tanh. А что возводите в квадрат вы?"),
)
def slope_of_the_sum(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - Z**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The slope of the sigmoid stands where the slope of tanh belongs.", "h·(1 − h) is the rule for σ. Unit 03 has the one for tanh."),
    ru=("Вместо наклона tanh стоит наклон сигмоиды.", "h·(1 − h) — это правило для σ. Правило для tanh есть в уроке 03."),
)
def sigmoid_slope(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * H * (1 - H)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("In the slope of tanh the square is missing.", "Check the slope at h = 0.7616: the reading has 0.42 there. What does yours give?"),
    ru=("В наклоне tanh нет квадрата.", "Проверьте наклон при h = 0.7616: в тексте он равен 0.42. А у вас?"),
)
def slope_without_square(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("In the slope tanh is taken twice.", "H is already bent. Does your slope want the sums before the bend or the values after it?"),
    ru=("В наклоне tanh взят дважды.", "H уже изогнуто. Чего ждёт ваш наклон: сумм до изгиба или значений после него?"),
)
def tanh_taken_twice(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - np.tanh(H) ** 2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The gradient is not averaged.", "L is a mean over all entries, so each of them has only a share in it. Where is the division?"),
    ru=("Градиент не усреднён.", "L — среднее по всем элементам, и у каждого лишь своя доля. Где деление?"),
)
def not_averaged(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y)
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("With several outputs the gradient is too large.", "The mean goes over objects and outputs: how many entries does the table of answers have?"),
    ru=("При нескольких выходах градиент слишком велик.", "Среднее берётся и по объектам, и по выходам: сколько элементов в таблице ответов?"),
)
def divided_by_objects(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / len(y)
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("Everything is half of what it should be.", "A square is differentiated at the very beginning of the way back."),
    ru=("Всё вдвое меньше, чем нужно.", "В самом начале пути назад дифференцируют квадрат."),
)
def no_two(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("All the signs are turned round.", "If the prediction is too large, raising it raises the loss. In which order do you subtract?"),
    ru=("Все знаки обратные.", "Если предсказание завышено, то с его ростом растут и потери. В каком порядке вы вычитаете?"),
)
def sign_turned(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (y - H @ W2 - b2) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The biases are averaged over the objects once more.", "A bias serves all objects: their shares add up. The averaging has been done before."),
    ru=("По сдвигам ещё раз взято среднее по объектам.", "Сдвиг обслуживает все объекты, их доли складываются. Усреднение уже было раньше."),
)
def biases_averaged(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.mean(axis=0), H.T @ d, d.mean(axis=0)


@mlp_backward.mistake(
    en=("The gradients of the biases have a row for every object.", "A gradient has the shape of its parameter: one number for each neuron. The objects must be added up."),
    ru=("В градиентах сдвигов по строке на каждый объект.", "У градиента форма его параметра: по числу на нейрон. По объектам надо сложить."),
)
def biases_not_summed(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D, H.T @ d, d


@mlp_backward.mistake(
    en=("The gradients of the biases have one dimension too many.", "The biases have the shape (h,) and (k,), without a second number. What did the sum over the objects leave behind?"),
    ru=("У градиентов сдвигов лишняя размерность.", "Форма сдвигов — (h,) и (k,), второго числа в ней нет. Что оставила после себя сумма по объектам?"),
)
def biases_as_rows(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0, keepdims=True), H.T @ d, d.sum(axis=0, keepdims=True)


@mlp_backward.mistake(
    en=("The four results are in the order of the way back.", "The gradients are due in the order of the parameters: W1, b1, W2, b2."),
    ru=("Четыре результата стоят в порядке обратного прохода.", "Градиенты нужны в порядке параметров: W1, b1, W2, b2."),
)
def backward_order(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return H.T @ d, d.sum(axis=0), X.T @ D, D.sum(axis=0)


@mlp_backward.mistake(
    en=("The weights of the output layer get the sums before the bend as their factor.", "A weight is multiplied by what enters its own layer: what enters the output layer?"),
    ru=("Веса выходного слоя получили множителем значения до изгиба.", "Вес умножается на то, что входит в его собственный слой: что входит в выходной слой?"),
)
def unbent_hidden(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), Z.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("These are weights after a step, not gradients.", "No learning rate is given here. Return the derivatives themselves."),
    ru=("Это веса после шага, а не градиенты.", "Скорость обучения здесь не дана. Верните сами производные."),
)
def stepped(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return W1 - X.T @ D, b1 - D.sum(axis=0), W2 - H.T @ d, b2 - d.sum(axis=0)


@mlp_backward.alternative
def object_by_object(X, y, W1, b1, W2, b2):
    gradients = [np.zeros_like(p) for p in (W1, b1, W2, b2)]
    for x, t in zip(X, y, strict=True):
        h = np.tanh(x @ W1 + b1)
        d = 2 * (h @ W2 + b2 - t) / y.size
        z = (1 - h * h) * (W2 @ d)
        for total, part in zip(gradients, (np.outer(x, z), z, np.outer(h, d), d), strict=True):
            total += part
    return gradients


@mlp_backward.alternative
def with_ones(X, y, W1, b1, W2, b2):
    ones = np.ones((len(X), 1))
    X1 = np.hstack([X, ones])
    H1 = np.hstack([np.tanh(X1 @ np.vstack([W1, b1])), ones])
    d = (H1 @ np.vstack([W2, b2]) - y) * (2 / (y.shape[0] * y.shape[1]))
    G2 = H1.T @ d
    G1 = X1.T @ ((d @ W2.T) / np.cosh(X @ W1 + b1) ** 2)
    return G1[:-1], G1[-1], G2[:-1], G2[-1]


@mlp_backward.alternative
def by_complex_step(X, y, W1, b1, W2, b2):
    parameters = [np.array(p, dtype=complex) for p in (W1, b1, W2, b2)]

    def loss():
        V1, c1, V2, c2 = parameters
        return np.mean((np.tanh(X @ V1 + c1) @ V2 + c2 - y) ** 2)

    gradients = []
    for p in parameters:
        g = np.zeros(p.shape)
        for i in np.ndindex(p.shape):
            p[i] += 1e-30j
            g[i] = loss().imag / 1e-30
            p[i] -= 1e-30j
        gradients.append(g)
    return gradients


@mlp_backward.alternative
def by_einsum(X, y, W1, b1, W2, b2):
    H = np.tanh(np.einsum("mi,ij->mj", X, W1) + b1)
    residual = np.einsum("mj,jo->mo", H, W2) + b2 - y
    share = 2 / residual.size
    back = np.einsum("mo,jo,mj->mj", residual, W2, 1 - H**2)
    return share * np.einsum("mi,mj->ij", X, back), share * back.sum(0), share * np.einsum("mj,mo->jo", H, residual), share * residual.sum(0)


# ------------------------------------------------------------------------------------------- train_mlp


@unit.exercise(points=4, seconds=60.0)  # plain Python lists take two or three
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d_out = 2 * (H @ W2 + b2 - y) / y.size
        d_hidden = (d_out @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ d_hidden, b1 - learning_rate * d_hidden.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d_out, b2 - learning_rate * d_out.sum(axis=0)
    return W1, b1, W2, b2


train_mlp.example(XOR_POINTS, XOR_LABELS, 8, 0.1, 2000, Rng(7), fulfils="learnt")

XOR_WANTED = 0.1
"""A model without a hidden layer cannot get below 1."""
MOONS_WANTED = 0.3
"""The best model without a hidden layer has about 0.4."""


def _moons(rng):
    """Return 30 points on two half circles that reach into each other, shape (30, 2), and −1 or 1, shape (30, 1)."""
    turn = np.tile(np.linspace(0, math.pi, 15), 2)
    side = np.repeat([1.0, -1.0], 15)
    X = np.column_stack([side * np.cos(turn), side * np.sin(turn)]) + np.where(side[:, None] > 0, 0.0, [1.0, 0.5])
    X += rng.normal(scale=0.08, size=X.shape)
    return (X - X.mean(axis=0)) / X.std(axis=0), side[:, None] * rng.choice([-1.0, 1.0])


def _trained(answer, X, y, hidden, learning_rate, n_steps, seed):
    """Return the trained arrays, or the word for a result that is not four arrays of the right shapes."""
    result = answer.sample(X, y, hidden, learning_rate, n_steps, Rng(seed))
    if result is None:
        return None
    return four_arrays(X.shape[1], hidden, y.shape[1], result) or misfit(result)


def _task(answer, X, y, hidden, n_steps, seed, wanted):
    found = _trained(answer, X, y, hidden, 0.1, n_steps, seed)
    word = outcome(X, y, found, wanted) if isinstance(found, list) else found
    if word != "exploded":
        return word
    # Too long a step, or a step the wrong way? Tiny steps tell.
    ends = [_trained(answer, X, y, hidden, 1e-4, n, seed) for n in (0, 50)]
    if not all(isinstance(end, list) for end in ends):
        return word
    losses = [squared_error(X, y, end) for end in ends]
    return f"{word}, the loss {'falls' if losses[1] < losses[0] else 'grows'} with tiny steps"


def _equal(one, other):
    return [bool(np.array_equal(a, b)) for a, b in zip(one, other, strict=True)]


@train_mlp.probe("general")
def _(answer, rng):
    angle, sizes = rng.uniform(0, 2 * np.pi), rng.uniform(0.9, 1.15, size=2)
    turned = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    # Each corner three times: to a mean that is nothing, a sum of gradients takes steps three times as long.
    X, y = np.tile(XOR_POINTS * sizes @ turned, (3, 1)), np.tile(XOR_LABELS * rng.choice([-1.0, 1.0]), (3, 1))
    return _task(answer, X, y, 12, 2000, *different_seeds(rng, 1), XOR_WANTED)


@train_mlp.probe("general", credit=2.0)  # the moons: no network that somebody knows by heart fits them
def _(answer, rng):
    X, y = _moons(rng)
    return _task(answer, X, y, 16, 2000, *different_seeds(rng, 1), MOONS_WANTED)


@train_mlp.probe("property", credit=0.5)
def _(answer, rng):
    X, y = rng.normal(size=(7, 3)), rng.normal(size=(7, 1))
    one, two = different_seeds(rng, 2)
    start, still, one_step, end, again, other = (
        _trained(answer, X, y, 4, rate, n_steps, seed)
        for rate, n_steps, seed in ((0.05, 0, one), (0.0, 20, one), (0.05, 1, one), (0.05, 20, one), (0.05, 20, one), (0.05, 20, two))
    )
    if not all(isinstance(found, list) for found in (start, still, one_step, end, again, other)):
        return [start if isinstance(start, str | None) else "sometimes not four arrays"]
    moved = [not same for same in _equal(start, end)]
    neurons_differ = bool(np.ptp(end[0], axis=1).max() > 1e-9)
    goes_on = [not same for same in _equal(one_step, end)]
    return [moved, goes_on, _equal(start, still), _equal(end, again), _equal(end, other)[0], neurons_differ, not start[0].any()]


@train_mlp.probe("property", credit=0.5)
def _(answer, rng):
    # With one object, every kind of descent moves each parameter against its slope at the first step, long or short.
    X, y = rng.uniform(0.6, 1.4, size=(1, 3)) * rng.choice([-1.0, 1.0], size=3), rng.choice([-3.0, 3.0], size=(1, 1))
    seed = different_seeds(rng, 1)[0]
    start, again, short, long = (_trained(answer, X, y, 8, rate, n_steps, seed) for rate, n_steps in ((1.0, 0), (1.0, 0), (1e-3, 1), (1.0, 1)))
    if not all(isinstance(found, list) for found in (start, again, short, long)):
        return [start if isinstance(start, str | None) else "sometimes not four arrays"]
    if not all(_equal(start, again)):
        return ["another start every time"]
    return [_downhill(X, y, start, short), _downhill(X, y, start, long)]


def _downhill(X, y, start, end):
    """Return for each array whether it moved against its slope at the start, where the slope is not next to nothing."""
    W1, b1, W2, b2 = start
    with np.errstate(all="ignore"):
        H = np.tanh(X @ W1 + b1)
        d = H @ W2 + b2 - y
        D = (d @ W2.T) * (1 - H**2)
        slopes = X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)
        steep = [np.abs(slope) > 1e-3 * np.abs(slope).max() for slope in slopes]
        return [
            bool(np.all((np.sign(b - a) == -np.sign(slope))[counts]))
            for a, b, slope, counts in zip(start, end, slopes, steep, strict=True)
        ]


@train_mlp.mistake(
    en=("The weights start at zero and never leave it.", "With W2 = 0 nothing comes back to W1, with h = 0 nothing reaches W2. Draw the starting weights at random."),
    ru=("Веса начинают с нуля и никогда от него не уходят.", "При W2 = 0 до W1 ничего не доходит, при h = 0 — до W2. Возьмите начальные веса случайными."),
)
def zero_start(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1, W2, b2 = np.zeros((n, hidden)), np.zeros(hidden), np.zeros((hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("All hidden neurons start equal and stay equal.", "They get the same gradient at every step. What could make them different?"),
    ru=("Все скрытые нейроны начинают одинаковыми и такими остаются.", "На каждом шаге у них один и тот же градиент. Что могло бы сделать их разными?"),
)
def equal_start(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1, W2, b2 = np.full((n, hidden), 0.5), np.zeros(hidden), np.full((hidden, k), 0.5), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The biases are never updated.", "They are parameters like the weights, with gradients of their own. Without them the bends cannot move."),
    ru=("Сдвиги ни разу не обновлены.", "Это такие же параметры, как веса, и у них свои градиенты. Без них изгибы не сдвинуть с места."),
)
def biases_frozen(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, W2 = W1 - learning_rate * X.T @ D, W2 - learning_rate * H.T @ d
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The first layer is not trained.", "Compare W1 before and after: it is the same. Four arrays need an update at every step."),
    ru=("Первый слой не обучается.", "Сравните W1 до и после: он тот же. На каждом шаге обновлять надо четыре массива."),
)
def first_layer_frozen(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The descent goes uphill and the numbers explode.", "Print the loss every hundred steps. Which sign stands before the learning rate?"),
    ru=("Спуск идёт в гору, и числа взрываются.", "Печатайте потери каждые сто шагов. Какой знак стоит перед скоростью обучения?"),
)
def uphill(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 + learning_rate * X.T @ D, b1 + learning_rate * D.sum(axis=0)
        W2, b2 = W2 + learning_rate * H.T @ d, b2 + learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The weights move, yet XOR is not learnt: the first layer gets a wrong gradient, or it starts too close to zero.", "Check your four gradients with small steps, the slope of tanh above all. Then look at how large your starting weights are."),
    ru=("Веса меняются, а XOR не выучен: у первого слоя неверный градиент, или он начал слишком близко к нулю.", "Сверьте свои четыре градиента с малыми шагами, прежде всего наклон tanh. Затем посмотрите, какой величины ваши начальные веса."),
)
def no_slope_inside(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = d @ W2.T
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The network was trained with ReLU.", "Its weights are used with tanh in the hidden layer, so they must be learnt with tanh."),
    ru=("Сеть обучена с ReLU.", "Её весами пользуются с tanh в скрытом слое, значит, и учить их надо с tanh."),
)
def relu_trained(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        Z = X @ W1 + b1
        H = np.maximum(Z, 0)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (Z > 0)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The network was trained with the sigmoid in its hidden layer.", "Its weights are used with tanh there. Which bend does your forward pass make, and which slope does your way back take?"),
    ru=("Сеть обучена с сигмоидой в скрытом слое.", "Её весами пользуются там с tanh. Чем изгибает ваш прямой проход и какой наклон берёт обратный?"),
)
def sigmoid_trained(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = 1 / (1 + np.exp(-(X @ W1 + b1)))
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * H * (1 - H)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The generator that was passed in is not used.", "Another rng must give another start. Where do your starting weights come from?"),
    ru=("Переданный генератор не используется.", "Другой rng должен давать другое начало. Откуда берутся ваши начальные веса?"),
)
def private_generator(X, y, hidden, learning_rate, n_steps, rng):
    rng = np.random.default_rng(42)
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The random numbers do not come from the rng that was passed in.", "The same generator must give the same start, and yours change from call to call. Whom do you ask for random numbers?"),
    ru=("Случайные числа взяты не из переданного rng.", "Одинаковые генераторы должны давать одинаковые начальные веса, а у вас они меняются от вызова к вызову. У кого вы просите случайные числа?"),
)
def new_generator_each_time(X, y, hidden, learning_rate, n_steps, rng):
    rng = np.random.default_rng()
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The first layer's slope is not the slope of tanh.", "Some of its weights move the wrong way, and only the second layer hides it. Check the four gradients with small steps."),
    ru=("Наклон в первом слое — не наклон tanh.", "Часть его весов движется не в ту сторону, и скрывает это лишь второй слой. Сверьте четыре градиента с малыми шагами."),
)
def slope_of_the_sigmoid(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(0.5 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * H * (1 - H)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The second layer is moved first, and the first layer's gradient is taken with its new weights.", "All four gradients belong to the same, old parameters. Which lines must come before the first update?"),
    ru=("Сначала сдвинут второй слой, и градиент первого посчитан уже с его новыми весами.", "Все четыре градиента относятся к одним и тем же, прежним параметрам. Какие строки должны стоять до первого обновления?"),
)
def second_layer_first(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(0.5 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The biases have one dimension too many.", "Their shapes are (hidden,) and (k,), without a second number. Print the shapes of the four arrays that you return."),
    ru=("У сдвигов лишняя размерность.", "Их формы — (hidden,) и (k,), второго числа в них нет. Напечатайте формы четырёх массивов, которые вы возвращаете."),
)
def biases_as_rows(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros((1, hidden))
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros((1, k))
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The network was trained with a tanh at the output.", "Its weights are used with a linear output: nothing bends the last sum. Does your forward pass agree with mlp_forward?"),
    ru=("Сеть обучена с tanh на выходе.", "Её весами пользуются с линейным выходом: последнюю сумму ничто не изгибает. Совпадает ли ваш прямой проход с mlp_forward?"),
)
def bent_output(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        out = np.tanh(H @ W2 + b2)
        d = 2 * (out - y) * (1 - out**2) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("Only one step is made.", "n_steps says how often the four arrays are updated. Is your return inside the loop?"),
    ru=("Сделан только один шаг.", "n_steps говорит, сколько раз обновить четыре массива. Не стоит ли ваш return внутри цикла?"),
)
def one_step(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        return W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0), W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The gradient is a sum over the objects, and with many objects the steps explode.", "The loss is a mean: a larger sample must not make longer steps."),
    ru=("Градиент — сумма по объектам, и, когда их много, шаги взрываются.", "Потери — это среднее: от большей выборки шаг не должен становиться длиннее."),
)
def summed_gradient(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y)
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The weights are returned as they were drawn.", "Gradients alone change nothing: at each step the four arrays must be replaced by new ones."),
    ru=("Возвращены начальные веса.", "Сами по себе градиенты ничего не меняют: на каждом шаге четыре массива надо заменить новыми."),
)
def never_updated(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    return W1, b1, rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)


@train_mlp.mistake(
    en=("The learning rate is not the one that was passed in.", "With learning_rate = 0 the weights must stay where they started. Do they?"),
    ru=("Скорость обучения взята не из аргумента.", "При learning_rate = 0 веса должны остаться начальными. Остаются ли?"),
)
def fixed_rate(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - 0.1 * X.T @ D, b1 - 0.1 * D.sum(axis=0)
        W2, b2 = W2 - 0.1 * H.T @ d, b2 - 0.1 * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.alternative
def by_adam(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    shapes = [(n, hidden), (hidden,), (hidden, k), (k,)]
    p = [rng.normal(0, np.sqrt(1 / shape[0]), size=shape) for shape in shapes]
    m, v = [np.zeros(shape) for shape in shapes], [np.zeros(shape) for shape in shapes]
    for t in range(1, n_steps + 1):
        H = np.tanh(X @ p[0] + p[1])
        d = 2 * (H @ p[2] + p[3] - y) / y.size
        D = (d @ p[2].T) * (1 - H * H)
        for i, g in enumerate((X.T @ D, D.sum(0), H.T @ d, d.sum(0))):
            m[i], v[i] = 0.9 * m[i] + 0.1 * g, 0.999 * v[i] + 0.001 * g * g
            p[i] = p[i] - learning_rate * m[i] / (1 - 0.9**t) / (np.sqrt(v[i] / (1 - 0.999**t)) + 1e-8)
    return p


@train_mlp.alternative
def momentum_from_uniform_weights(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    p = [rng.uniform(-0.7, 0.7, shape) for shape in ((n, hidden), (hidden,), (hidden, k), (k,))]
    speed = [0.0] * 4
    for _ in range(n_steps):
        H = np.tanh(X @ p[0] + p[1])
        d = 2 * (H @ p[2] + p[3] - y) / y.size
        D = (d @ p[2].T) / np.cosh(X @ p[0] + p[1]) ** 2
        speed = [0.8 * s + g for s, g in zip(speed, (X.T @ D, D.sum(0), H.T @ d, d.sum(0)), strict=True)]
        p = [w - learning_rate * s for w, s in zip(p, speed, strict=True)]
    return tuple(p)


@train_mlp.alternative
def mini_batches(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1, W2, b2 = rng.normal(size=(n, hidden)), np.zeros(hidden), rng.normal(size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        rows = rng.permutation(len(X))[: max(2, len(X) // 2)]
        H = np.tanh(X[rows] @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y[rows]) / len(rows) / k
        D = (d @ W2.T) * (1 - H**2)
        W1 -= learning_rate * X[rows].T @ D
        b1 -= learning_rate * D.sum(axis=0)
        W2 -= learning_rate * H.T @ d
        b2 -= learning_rate * d.sum(axis=0)
    return [W1, b1, W2, b2]


@train_mlp.alternative
def one_matrix_a_layer(X, y, hidden, learning_rate, n_steps, rng):
    ones = np.ones((len(X), 1))
    X1 = np.hstack([X, ones])
    A = rng.normal(0, X1.shape[1] ** -0.5, (X1.shape[1], hidden))
    B = rng.normal(0, hidden**-0.5, (hidden + 1, y.shape[1]))
    for _ in range(n_steps):
        H1 = np.hstack([np.tanh(X1 @ A), ones])
        d = 2 * (H1 @ B - y) / y.size
        A, B = A - learning_rate * X1.T @ ((d @ B[:-1].T) * (1 - H1[:, :-1] ** 2)), B - learning_rate * H1.T @ d
    return A[:-1], A[-1], B[:-1], B[-1]


@train_mlp.alternative
def plain_lists(X, y, hidden, learning_rate, n_steps, rng):
    n, k = len(X[0]), len(y[0])
    X, y = [[float(v) for v in row] for row in X], [[float(v) for v in row] for row in y]
    W1 = [[float(rng.normal(0, math.sqrt(2 / n))) for _ in range(hidden)] for _ in range(n)]
    W2 = [[float(rng.normal(0, math.sqrt(2 / hidden))) for _ in range(k)] for _ in range(hidden)]
    b1, b2 = [0.0] * hidden, [0.0] * k
    rate = 2 * learning_rate / (len(y) * k)
    for _ in range(n_steps):
        g1, s1 = [[0.0] * hidden for _ in range(n)], [0.0] * hidden
        g2, s2 = [[0.0] * k for _ in range(hidden)], [0.0] * k
        for row, wanted in zip(X, y, strict=True):
            inside = [math.tanh(sum(row[i] * W1[i][j] for i in range(n)) + b1[j]) for j in range(hidden)]
            off = [sum(inside[j] * W2[j][o] for j in range(hidden)) + b2[o] - wanted[o] for o in range(k)]
            for o in range(k):
                s2[o] += off[o]
            for j in range(hidden):
                back = 0.0
                for o in range(k):
                    g2[j][o] += inside[j] * off[o]
                    back += W2[j][o] * off[o]
                back *= 1 - inside[j] ** 2
                s1[j] += back
                for i in range(n):
                    g1[i][j] += row[i] * back
        W1 = [[W1[i][j] - rate * g1[i][j] for j in range(hidden)] for i in range(n)]
        W2 = [[W2[j][o] - rate * g2[j][o] for o in range(k)] for j in range(hidden)]
        b1 = [b1[j] - rate * s1[j] for j in range(hidden)]
        b2 = [b2[o] - rate * s2[o] for o in range(k)]
    return W1, b1, W2, b2
