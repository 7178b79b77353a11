"""Train a network with one hidden tanh layer by gradient descent on the mean squared error."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import different_seeds
from autograder.worker.codec import Rng
from course.public.u10_neural_network import XOR_LABELS, XOR_POINTS, four_arrays, misfit, outcome, squared_error


@exercise(points=4, seconds=60.0)  # plain Python lists take two or three
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


train_mlp.example(np.ones((10, 2)), np.full((10, 1), 1000.0), 3, 1e6, 1, Rng(2), fulfils="one_long_step")
train_mlp.example(XOR_POINTS, XOR_LABELS, 8, 0.1, 2000, Rng(7), fulfils="learnt")
train_mlp.example(XOR_POINTS[:3], XOR_LABELS[:3], 3, 1e6, 0, Rng(7), fulfils="at_the_start")

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
    X, y = rng.integers(-3, 4, size=(7, 3)), rng.integers(-3, 4, size=(7, 1))
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
    start, again, short, long = (_trained(answer, X, y, 8, rate, n_steps, seed) for rate, n_steps in ((1e-3, 0), (1e-3, 0), (1e-3, 1), (1.0, 1)))
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
    en=("The weights start at zero and never leave it.", "With W2 = 0 nothing comes back to W1, with H = 0 nothing reaches W2. Draw the starting weights at random."),
    ru=("Начальные веса — нули, и нулями они остаются.", "При W2 = 0 до W1 ничего не доходит, при H = 0 — до W2. Возьмите начальные веса случайными."),
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
    en=("In a single step the first layer does not move, as happens when it is not trained.", "Four arrays need an update at every step. And W1 cannot move while W2 is zero, or where every tanh is flat."),
    ru=("За один шаг первый слой не сдвинулся: так бывает, когда его не обучают.", "На каждом шаге обновлять надо четыре массива. А ещё W1 не сдвинется, пока W2 состоит из нулей или там, где tanh всюду плоский."),
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
    en=("The weights move, yet XOR is not learnt.", "See how large your starting weights are, whether your four gradients pass the check with small steps, and whether all n_steps steps are made, each from where the one before it ended."),
    ru=("Веса меняются, а XOR не выучен.", "Посмотрите, какой величины ваши начальные веса, сходятся ли четыре градиента с проверкой малыми шагами и все ли n_steps шагов сделаны, каждый оттуда, где кончился предыдущий."),
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
    en=("The network was trained with the sigmoid in its hidden layer.", "Its weights are used with tanh there. Which activation does your forward pass use, and whose slope does your way back take?"),
    ru=("Сеть обучена с сигмоидой в скрытом слое.", "Её весами пользуются там с tanh. Какую функцию активации применяет прямой проход и чей наклон берёт обратный?"),
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
    en=("The weights are the same, whichever generator is passed in.", "Another rng must give another start. Where do your starting weights come from?"),
    ru=("Веса одни и те же, какой генератор ни передай.", "Другой rng должен давать другое начало. Откуда берутся ваши начальные веса?"),
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
    en=("The first layer's gradient is wrong, as when its slope is not the slope of tanh.", "Some of its weights move the wrong way, and only the second layer hides it. Check the four gradients with small steps."),
    ru=("Градиент первого слоя неверен: так бывает, когда наклон в нём — не наклон tanh.", "Часть его весов движется не в ту сторону, и скрывает это лишь второй слой. Сверьте четыре градиента с малыми шагами."),
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
    en=("The weights fit only with a tanh at the output, as if the network had been trained with one.", "They are used with a linear output: nothing bends the last sum. Does your forward pass agree with mlp_forward, and your loss with the task?"),
    ru=("Веса подходят только с tanh на выходе, как будто сеть обучена с ним.", "А пользуются ими с линейным выходом: последнюю сумму ничто не изгибает. Совпадает ли ваш прямой проход с mlp_forward, а потери — с заданием?"),
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
    en=("The result is that of a single step.", "n_steps says how often the four arrays are updated, from one and the same start. What stands inside your loop that belongs before or after it?"),
    ru=("Результат такой, как после одного-единственного шага.", "n_steps говорит, сколько раз обновить четыре массива, начав один раз. Не стоит ли внутри цикла то, что должно быть до него или после?"),
    looks_like=("no_slope_inside",),
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
    en=("With many objects the steps explode, as when the gradient is a sum over them.", "The loss is a mean: a larger sample must not make longer steps."),
    ru=("Когда объектов много, шаги взрываются: так бывает, если градиент — сумма по ним.", "Потери — это среднее: от большей выборки шаг не должен становиться длиннее."),
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
    en=("After a single step the weights are still as they were drawn.", "Gradients alone change nothing: at each of the n_steps steps, also at a single one, the four arrays must be replaced by new ones."),
    ru=("После одного шага веса всё ещё те, с которых начали.", "Сами по себе градиенты ничего не меняют: на каждом из n_steps шагов, даже если он один, четыре массива надо заменить новыми."),
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


@train_mlp.mistake(
    en=("One array comes back, and four are due.", "Is it the predictions? Learning changes the weights and biases: those are asked for."),
    ru=("Возвращён один массив, а нужны четыре.", "Не предсказания ли это? Обучение меняет веса и сдвиги: нужны именно они."),
)
def predictions_returned(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return np.tanh(X @ W1 + b1) @ W2 + b2


@train_mlp.mistake(
    en=("What comes back is not four arrays.", "Count the results: four are due, two for each layer. Is the loss among yours?"),
    ru=("Возвращены не четыре массива.", "Сосчитайте результаты: нужны четыре, по два на каждый слой. Нет ли среди ваших потерь?"),
)
def loss_returned_too(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2, np.mean((np.tanh(X @ W1 + b1) @ W2 + b2 - y) ** 2)


@train_mlp.mistake(
    en=("The bias of the output never moves.", "Compare b2 before and after: it is the same. Four arrays need an update at every step."),
    ru=("Смещение выхода не меняется.", "Сравните b2 до и после: он тот же. На каждом шаге обновляются все четыре массива."),
)
def output_bias_still(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2 = W2 - learning_rate * H.T @ d
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The four arrays come in another order.", "Compare the shapes that you return with those in the description of the function, one by one."),
    ru=("Четыре массива стоят в другом порядке.", "Сравните по очереди формы того, что вы возвращаете, с формами в описании функции."),
)
def weights_before_biases(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, W2, b1, b2


@train_mlp.mistake(
    en=("All hidden neurons start from the same random weights and stay equal.", "Each weight needs a random number of its own. How many numbers does your generator give to a layer?"),
    ru=("Все скрытые нейроны начинают с одинаковых случайных весов и остаются равными.", "Каждому весу нужно своё случайное число. Сколько чисел даёт слою ваш генератор?"),
)
def one_number_a_layer(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = np.full((n, hidden), rng.normal(0, np.sqrt(2 / n))), np.zeros(hidden)
    W2, b2 = np.full((hidden, k), rng.normal(0, np.sqrt(2 / hidden))), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("With n_steps = 0 a step is made.", "Then the start itself must come back. When does your loop look at n_steps, before a step or after it?"),
    ru=("При n_steps = 0 делается шаг.", "В этом случае нужно вернуть само начало. Когда ваш цикл смотрит на n_steps: до шага или после него?"),
)
def at_least_one_step(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(max(n_steps, 1)):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The training does not end where a rate of 0 or n_steps = 0 is asked for.", "The number of steps is given, however small or large the loss is then. Who counts them in your loop?"),
    ru=("Обучение не кончается, когда задана скорость 0 или n_steps = 0.", "Число шагов задано, каковы бы ни были после них потери. Кто в вашем цикле их считает?"),
    never_ends=True,
)
def until_the_loss_is_small(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    while np.mean((np.tanh(X @ W1 + b1) @ W2 + b2 - y) ** 2) > 0.02:
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("The biases of the hidden layer never move.", "Compare b1 before and after: it is the same. Four arrays need an update at every step."),
    ru=("Смещения скрытого слоя не меняются.", "Сравните b1 до и после: он тот же. На каждом шаге обновляются все четыре массива."),
)
def hidden_biases_still(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d_out = 2 * (H @ W2 + b2 - y) / y.size
        d_hidden = (d_out @ W2.T) * (1 - H**2)
        W1 = W1 - learning_rate * X.T @ d_hidden
        W2, b2 = W2 - learning_rate * H.T @ d_out, b2 - learning_rate * d_out.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.mistake(
    en=("A step too many is made: with n_steps = 0 there is one, with n_steps = 1 there are two.", "With n_steps = 0 the start itself must come back. When does your loop look at n_steps, before a step or after it?"),
    ru=("Сделан лишний шаг: при n_steps = 0 он один, при n_steps = 1 их два.", "При n_steps = 0 нужно вернуть само начало. Когда ваш цикл смотрит на n_steps: до шага или после него?"),
)
def one_step_more(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(2 / n), size=(n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(2 / hidden), size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps + 1):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        D = (d @ W2.T) * (1 - H**2)
        W1, b1 = W1 - learning_rate * X.T @ D, b1 - learning_rate * D.sum(axis=0)
        W2, b2 = W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(axis=0)
    return W1, b1, W2, b2


@train_mlp.alternative
def mini_batches(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1, W2, b2 = rng.normal(size=(n, hidden)), np.zeros(hidden), rng.normal(size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        rows = rng.permutation(len(X))[: len(X) // 2 + 1]
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


_START = "the start is free within the usual sizes, and so is who goes into a batch"
_REACHED = "graded is the loss that is reached: steps of another length may reach it too"
for _answer in (train_mlp, mini_batches):
    train_mlp.equal(_answer, "n, k = ", "of two axes the second is the last")
for _answer, _line in ((train_mlp, "rng."), (mini_batches, "rng."), (one_matrix_a_layer, "rng.")):
    train_mlp.equal(_answer, _line, _START)
for _answer, _line in (
    (train_mlp, "d_out = "), (train_mlp, "d_hidden = "), (train_mlp, "W1, b1 = W1"), (train_mlp, "W2, b2 = W2"),
    (mini_batches, "d = "), (mini_batches, "D = "), (mini_batches, "-="), (one_matrix_a_layer, "d = "), (one_matrix_a_layer, "A, B = "),
):  # fmt: skip
    train_mlp.equal(_answer, _line, _REACHED)
