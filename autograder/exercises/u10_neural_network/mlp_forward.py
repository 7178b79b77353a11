"""Output of a network with one hidden layer of tanh neurons and a linear output."""

import math

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


mlp_forward.example(X_SHOWN, W1_SHOWN, B1_SHOWN, W2_SHOWN, B2_SHOWN)
mlp_forward.example(X_SHOWN[:2], W1_SHOWN, B1_SHOWN, W2_WIDE, B2_WIDE)


@mlp_forward.probe("general")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *random_network(rng, n, h, k)) for m, n, h, k in ((5, 3, 4, 1), (4, 2, 3, 2), (6, 4, 5, 3))]


@mlp_forward.probe("edge")
def _(answer, rng):
    return [answer(rng.normal(size=(m, n)), *random_network(rng, n, h, k)) for m, n, h, k in ((1, 4, 3, 1), (3, 1, 1, 1), (4, 3, 2, 5))]


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
