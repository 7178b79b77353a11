"""Output of a network with one hidden layer of tanh neurons and a linear output."""

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


@exercise(points=2)
def mlp_forward(X, W1, b1, W2, b2):
    return np.tanh(X @ W1 + b1) @ W2 + b2


mlp_forward.example(X_SHOWN[:2], W1_SHOWN, B1_SHOWN, W2_WIDE, B2_WIDE)
mlp_forward.example(X_SHOWN, W1_SHOWN, B1_SHOWN, W2_SHOWN, B2_SHOWN)
mlp_forward.example(  # the one of the task
    np.array([[0, 1], [1, 1]]), np.array([[1, 2], [0, -1]]), np.array([1, 1]), np.array([[1], [3]]), np.array([2])
)


@mlp_forward.probe("simple", credit=0.5)
def _(answer, rng):
    return [answer(rng.normal(size=(size, size)), *random_network(rng, size, size, size)) for size in (2, 3)]


@mlp_forward.probe("general")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *random_network(rng, n, h, k)) for m, n, h, k in ((4, 2, 3, 2), (6, 4, 5, 3))]


@mlp_forward.probe("general")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *random_network(rng, n, h, k)) for m, n, h, k in ((5, 3, 4, 1), (3, 2, 4, 1))]


@mlp_forward.probe("edge")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *random_network(rng, n, h, k)) for m, n, h, k in ((1, 4, 3, 1), (3, 1, 1, 1), (4, 3, 2, 5))]


@mlp_forward.probe("edge", credit=0.5)
def _(answer, rng):
    network = random_network(rng, 3, 4, 2)
    whole = [rng.choice([-2, -1, 1, 2], size=each.shape) for each in network]
    X = rng.integers(-3, 4, size=(5, 3))
    return [answer(X, *network), answer(X, *whole[:2], *network[2:]), answer(X / 4, *network[:2], *whole[2:])]


@mlp_forward.mistake(
    en=("Nothing bends between the layers.", "Without an activation two layers are one. Where does tanh belong?"),
    ru=("Между слоями ничего не изгибается.", "Без функции активации два слоя равны одному. Где должен стоять tanh?"),
)
def no_activation(X, W1, b1, W2, b2):
    return (X @ W1 + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("tanh is applied to the output too.", "The output layer is linear here: it must be able to give any number."),
    ru=("К выходу тоже применён tanh.", "Выходной слой здесь линейный: он должен уметь выдать любое число."),
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
    en=("Your formula for tanh has the exponent of the sigmoid.", "Compare with the formula in unit 03: what stands before z in the power of e? At z = 1 the right value is 0.7616."),
    ru=("В вашей формуле для tanh показатель степени как у сигмоиды.", "Сравните с формулой из урока 03: что стоит перед z в степени числа e? При z = 1 верное значение — 0.7616."),
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
    ru=("Сдвиги скрытого слоя прибавлены после tanh.", "Сдвиг двигает место изгиба, значит, он должен идти раньше."),
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


@mlp_forward.mistake(
    en=("All the outputs stand in one row.", "The shape is (m, k): a row for every object, a column for every output."),
    ru=("Все выходы стоят в одной строке.", "Форма — (m, k): по строке на каждый объект, по столбцу на каждый выход."),
)
def all_in_one_row(X, W1, b1, W2, b2):
    return np.ravel(np.tanh(X @ W1 + b1) @ W2 + b2)


@mlp_forward.mistake(
    en=("The bend is the tangent, not tanh.", "tanh never leaves the range from −1 to 1: how is it called in NumPy?"),
    ru=("Изгибает тангенс, а не tanh.", "tanh не выходит за пределы от −1 до 1: как он называется в NumPy?"),
)
def tangent_inside(X, W1, b1, W2, b2):
    return np.tan(X @ W1 + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("The first matrix is transposed.", "W1 has a row for every feature, as X has a column for it: then nothing has to be turned."),
    ru=("Первая матрица транспонирована.", "У W1 строка на каждый признак, а у X на него столбец: поворачивать ничего не надо."),
)
def first_matrix_turned(X, W1, b1, W2, b2):
    return np.tanh(X @ W1.T + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("X and W1 stand in the wrong order.", "Each row of X is an object and must meet the columns of W1: which of the two comes first?"),
    ru=("X и W1 стоят не в том порядке.", "Каждая строка X — объект, и она должна встретиться со столбцами W1: кто из них стоит первым?"),
)
def order_swapped(X, W1, b1, W2, b2):
    return np.tanh(W1 @ X + b1) @ W2 + b2


@mlp_forward.mistake(
    en=("A matrix product is taken entry by entry.", "Rows have to meet columns: which sign of Python is for that?"),
    ru=("Вместо матричного произведения стоит поэлементное.", "Строки должны встретиться со столбцами: какой знак в Python для этого служит?"),
)
def entry_by_entry(X, W1, b1, W2, b2):
    return np.tanh(X * W1 + b1) * W2 + b2


@mlp_forward.mistake(
    en=("The biases of both layers are missing.", "A neuron is a sum with a shift: b1 before the bend, b2 at the output."),
    ru=("Нет сдвигов ни в одном слое.", "Нейрон — это сумма со сдвигом: b1 до tanh, b2 на выходе."),
)
def no_biases(X, W1, b1, W2, b2):
    return np.tanh(X @ W1) @ W2


@mlp_forward.alternative
def by_object(X, W1, b1, W2, b2):
    rows = []
    for x in X:
        hidden = np.tanh(x @ W1 + b1)
        rows.append(hidden @ W2 + b2)
    return rows


@mlp_forward.alternative
def by_the_slide(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = 2 / (1 + np.exp(-2 * Z)) - 1
    return H @ W2 + b2


@mlp_forward.alternative
def by_columns(X, W1, b1, W2, b2):
    H = np.tanh(W1.T @ X.T + b1[:, None])
    return (W2.T @ H + b2[:, None]).T


mlp_forward.equal(by_object, "@", "one object is a vector: it may be turned, and stand behind the turned matrix")
