"""Gradients of the mean squared error of mlp_forward."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u10_neural_network.shared import (
    B1_SHOWN,
    B2_SHOWN,
    B2_WIDE,
    W1_SHOWN,
    W2_SHOWN,
    W2_WIDE,
    X_SHOWN,
    random_network,
)
from autograder.judging.parts import part_of


@exercise(points=3)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d_out = 2 * (H @ W2 + b2 - y) / y.size
    d_hidden = (d_out @ W2.T) * (1 - H**2)
    return X.T @ d_hidden, d_hidden.sum(axis=0), H.T @ d_out, d_out.sum(axis=0)


_Y = np.array([[1.0], [-0.5], [2.0]])

_Y_WIDE = np.array([[1.0, 0.0], [-1.0, 0.5], [2.0, -0.5]])
mlp_backward.example(X_SHOWN, _Y_WIDE, W1_SHOWN, B1_SHOWN, W2_WIDE, B2_WIDE)  # W2 is square: the wrong way round it is no error
mlp_backward.example(X_SHOWN, _Y, W1_SHOWN, B1_SHOWN, W2_SHOWN, B2_SHOWN)

# The two of the task.
_LAYER = np.array([[0.5]]), np.array([0])
mlp_backward.example(np.array([[1], [2]]), np.array([[1], [0]]), *_LAYER, np.array([[2]]), np.array([-0.5]))
mlp_backward.example(np.array([[2]]), np.array([[1, 0]]), *_LAYER, np.array([[2, 1]]), np.array([-0.5, 0.0]))


def _gradient(answer, rng, which, m, n, h, k):
    """Return one of the four gradients at random data."""
    return part_of(answer(rng.normal(size=(m, n)), rng.normal(scale=2.0, size=(m, k)), *random_network(rng, n, h, k)), which, 4)


def _of_whole_numbers(answer, rng, which):
    """Return one of the four gradients where all the arguments are whole numbers."""
    shapes = (5, 3), (5, 1), (3, 4), (4,), (4, 1), (1,)
    X, y, *network = (rng.integers(-4, 5, size=shape) for shape in shapes)
    network[0], network[1] = rng.integers(-1, 2, size=(3, 4)), rng.choice([-1, 1], size=4)
    return part_of(answer(X, y, *network), which, 4)


for _which, _part in enumerate(("dW1", "db1", "dW2", "db2")):  # a quarter of the points for each gradient

    @mlp_backward.probe("general", credit=2.0, part=_part)
    def _(answer, rng, which=_which):
        return [_gradient(answer, rng, which, *sizes) for sizes in ((5, 3, 4, 1), (7, 2, 5, 1), (4, 4, 3, 1))]

    @mlp_backward.probe("general", part=_part)
    def _(answer, rng, which=_which):
        return [_gradient(answer, rng, which, *sizes) for sizes in ((3, 3, 3, 3), (6, 3, 4, 2), (5, 2, 2, 3))]

    @mlp_backward.probe("edge", credit=0.5, part=_part)
    def _(answer, rng, which=_which):
        whole = _of_whole_numbers(answer, rng, which)
        return [whole, *[_gradient(answer, rng, which, *sizes) for sizes in ((1, 3, 2, 1), (4, 1, 1, 1))]]


@mlp_backward.mistake(
    en=("The slope of tanh is missing.", "On its way back to the hidden sums the gradient passes through the bend. Every bend has a local derivative."),
    ru=("Нет наклона tanh.", "По дороге назад к суммам скрытого слоя градиент проходит через tanh. У каждой нелинейности есть локальная производная."),
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
    ru=("В наклоне tanh взят дважды.", "H уже изогнуто. Чего ждёт ваш наклон: сумм до tanh или значений после него?"),
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
    ru=("Веса выходного слоя получили множителем значения до tanh.", "Вес умножается на то, что входит в его собственный слой: что входит в выходной слой?"),
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


@mlp_backward.mistake(
    en=("The output is treated as if it were bent.", "The output layer is linear: which derivative does a straight line have on the way back?"),
    ru=("С выходом обошлись так, словно он изогнут.", "Выходной слой линейный: какая производная у прямой на обратном пути?"),
)
def slope_at_the_output(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    out = H @ W2 + b2
    d = 2 * (out - y) / y.size * (1 - out**2)
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The gradients of the biases are single numbers.", "A layer has a bias for each neuron, and each of them needs a number of its own. Over what do you add up?"),
    ru=("Градиенты сдвигов — отдельные числа.", "В слое свой сдвиг у каждого нейрона, и каждому нужно своё число. По чему вы складываете?"),
)
def biases_as_one_number(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(), H.T @ d, d.sum()


@mlp_backward.mistake(
    en=("The gradients of the weights come out transposed.", "Each has the shape of its matrix, (n, h) and (h, k). What stands on the left in your products?"),
    ru=("Градиенты весов получились транспонированными.", "У каждого форма его матрицы, (n, h) и (h, k). Что стоит слева в ваших произведениях?"),
)
def weights_turned(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return D.T @ X, D.sum(axis=0), d.T @ H, d.sum(axis=0)


@mlp_backward.mistake(
    en=("Behind the output everything is as if W2 were not transposed.", "On the way back the k outputs hand their shares to h neurons: which shape must the matrix between them have?"),
    ru=("На обратном пути W2 стоит не той стороной.", "k выходов раздают свои доли h нейронам: какой формы должна быть матрица между ними?"),
)
def second_matrix_not_turned(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("The results are right to two or three digits: they are those of small steps of 0.01 to one side.", "A difference quotient only comes near the derivative, and costs a forward pass for each parameter. The formulas of the way back are exact."),
    ru=("Верны только две-три цифры: так получается с малыми шагами 0.01 в одну сторону.", "Разностное отношение лишь близко к производной и для каждого параметра требует прямого прохода. Формулы обратного прохода точны."),
)
def small_steps(X, y, W1, b1, W2, b2):
    def loss(parts):
        return np.mean((np.tanh(X @ parts[0] + parts[1]) @ parts[2] + parts[3] - y) ** 2)

    parts = [np.array(part, dtype=float) for part in (W1, b1, W2, b2)]
    slopes = [np.zeros(part.shape) for part in parts]
    start = loss(parts)
    for part, slope in zip(parts, slopes):
        for place in np.ndindex(part.shape):
            kept = part[place]
            part[place] = kept + 0.01
            slope[place] = (loss(parts) - start) / 0.01
            part[place] = kept
    return tuple(slopes)


@mlp_backward.mistake(
    en=("X and H have changed places: each matrix of weights is given the input of the other one.", "A gradient has the shape of its parameter. What goes into W1, and what goes into W2?"),
    ru=("X и H поменялись местами: каждой матрице весов достался вход другой.", "Градиент имеет форму своего параметра. Что входит в W1 и что входит в W2?"),
)
def inputs_exchanged(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / np.size(y)
    D = (d @ W2.T) * (1 - H**2)
    return H.T @ D, D.sum(axis=0), X.T @ d, d.sum(axis=0)


@mlp_backward.mistake(
    en=("With several outputs all biases of the output layer get the same number.", "Each output has a bias of its own, and its gradient collects the shares of all objects in that column only."),
    ru=("При нескольких выходах все сдвиги выходного слоя получают одно и то же число.", "У каждого выхода свой сдвиг, и его градиент собирает доли всех объектов только из своего столбца."),
)
def outputs_summed_too(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    D = (d @ W2.T) * (1 - H**2)
    return X.T @ D, D.sum(axis=0), H.T @ d, np.full(len(b2), d.sum())


@mlp_backward.alternative
def object_by_object(X, y, W1, b1, W2, b2):
    gradients = [np.zeros(p.shape) for p in (W1, b1, W2, b2)]
    for i in range(len(X)):
        x = X[[i]]
        h = np.tanh(x @ W1 + b1)
        d = 2 * (h @ W2 + b2 - y[i]) / y.size
        z = (d @ W2.T) * (1 - h * h)
        for total, part in zip(gradients, (x.T @ z, z[0], h.T @ d, d[0])):
            total += part
    return gradients


@mlp_backward.alternative
def with_ones(X, y, W1, b1, W2, b2):
    ones = np.ones(len(X))
    Z = X @ W1 + b1
    H = np.tanh(Z)
    D = (H @ W2 + b2 - y) * (2 / y.size)
    E = (D @ W2.T) / np.cosh(Z) ** 2
    return X.T @ E, ones @ E, H.T @ D, ones @ D


for _answer, _line in ((mlp_backward, "d_out = "), (object_by_object, "d = "), (object_by_object, "z = "), (with_ones, "D = ")):
    mlp_backward.equal(_answer, _line, "terms, and factors of one row or of single numbers, may be grouped in another way")
mlp_backward.equal(mlp_backward, "1 - H**2", "a square does not see the sign")
mlp_backward.equal(object_by_object, "range(len(X))", "the objects may come in any order, and y has as many rows")
mlp_backward.equal(object_by_object, "zip(", "of one row the first is the last, and a column times a row is every product of the two")
mlp_backward.equal(with_ones, "ones", "y has as many rows, and a vector may be turned, or stand behind the turned matrix")
