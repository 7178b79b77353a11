"""Questions on unit 10: a network with a hidden layer."""

import math

import numpy as np

from autograder.review.picture import Option, Seen, picture
from autograder.review.plot import over_steps
from autograder.review.predict import As, Drawn, One, predict
from autograder.review.task import stated

TANH = As("artanh 0.5", math.atanh(0.5))


@predict(
    "n_parameters",
    en="The sizes of the layers, from the input to the output: {sizes}. How many parameters has the network?",
    ru="Размеры слоёв от входа к выходу: {sizes}. Сколько у сети параметров?",
)
def _(one: One) -> Drawn:
    return {"sizes": [one(2, 3, 4), one(3, 5), one(1, 2)] if one(True, False) else [2, one(3, 4), one(2, 3), 1]}


@predict(
    "empirical_risk",
    en="Right answers {y}, predictions {prediction}. What is the empirical risk with the absolute loss?",
    ru="Верные ответы {y}, предсказания {prediction}. Чему равен эмпирический риск с абсолютными потерями?",
)
def absolute(one: One) -> Drawn:
    return {"loss": "absolute", **residuals(one)}


@predict(
    "empirical_risk",
    en="Right answers {y}, predictions {prediction}. What is the empirical risk with the loss (y − ŷ)² + 7?",
    ru="Верные ответы {y}, предсказания {prediction}. Чему равен эмпирический риск с потерями (y − ŷ)² + 7?",
)
def squared_plus_7(one: One) -> Drawn:
    return {"loss": "squared_plus_7", **residuals(one)}


def residuals(one: One) -> dict[str, np.ndarray]:
    y = np.array(one.some(3, 1.0, 2.0, 4.0, 5.0))
    return {"y": y, "prediction": y + np.array(one.some(3, -4.0, -1.0, 0.0, 2.0, 5.0))}


@predict(
    "collapse",
    en="Two linear layers without an activation: first z = {W1[0][0]}x + {b1[0]}, then y = {W2[0][0]}z + {b2[0]}. They are one layer y = Wx + b. What are W and b?",
    ru="Два линейных слоя без функции активации: сначала z = {W1[0][0]}x + {b1[0]}, потом y = {W2[0][0]}z + {b2[0]}. Вместе это один слой y = Wx + b. Чему равны W и b?",
    pick=lambda pair: (float(np.ravel(pair[0])[0]), float(np.ravel(pair[1])[0])),
)
def _(one: One) -> Drawn:
    W1, b1, W2, b2 = one.some(4, 2.0, 3.0, 4.0, 5.0, 7.0)
    return {"W1": np.array([[W1]]), "b1": np.array([b1]), "W2": np.array([[W2]]), "b2": np.array([b2])}


@predict(
    "mlp_forward",
    en="One input x = {X[0][0]}, one hidden tanh unit with weight {W1[0][0]} and bias {b1[0]}, output weight {W2[0][0]} and bias {b2[0]}. "
    "What is the output? (tanh 1 = 0.762)",
    ru="Один вход x = {X[0][0]}, один скрытый нейрон с tanh, его вес {W1[0][0]} и смещение {b1[0]}, вес выхода {W2[0][0]} и смещение {b2[0]}. "
    "Чему равен выход? (tanh 1 = 0.762)",
)
def _(one: One) -> Drawn:
    x, w, inside = one(2.0, 3.0), one(2.0, -1.0), one(-1.0, 0.0, 1.0)
    return {"X": column(x), "W1": column(w), "b1": np.array([inside - w * x]), "W2": column(one(2.0, 10.0)), "b2": np.array([one(1.0, 3.0)])}


@predict(
    "mlp_backward",
    en="One object: x = {X[0][0]}, y = {y[0][0]}. The hidden tanh unit has weight {W1[0][0]} and bias {b1[0]}, so it gives 0; output weight {W2[0][0]}, bias {b2[0]}; "
    "loss (ŷ − y)². What is the derivative with respect to the hidden weight?",
    ru="Один объект: x = {X[0][0]}, y = {y[0][0]}. У скрытого нейрона с tanh вес {W1[0][0]} и смещение {b1[0]}, так что он даёт 0; вес выхода {W2[0][0]}, смещение {b2[0]}; "
    "потери (ŷ − y)². Чему равна производная по скрытому весу?",
    pick=lambda slopes: slopes[0],
)
def hidden_weight(one: One) -> Drawn:
    x, w, b2 = one(2.0, 3.0), one(2.0, -1.0), one(1.0, 4.0)
    return {
        "X": column(x), "y": column(b2 + one(-2.0, 1.0, 3.0)), "W1": column(w), "b1": np.array([-w * x]), "W2": column(one(2.0, 5.0, -3.0)),
        "b2": np.array([b2]),
    }  # fmt: skip


@predict(
    "mlp_backward",
    en="One object with y = {y[0][0]}. The hidden tanh unit gives 0.5, output weight {W2[0][0]}, bias {b2[0]}; loss (ŷ − y)². "
    "What is the derivative with respect to the output weight?",
    ru="Один объект с y = {y[0][0]}. Скрытый нейрон с tanh даёт 0.5, вес выхода {W2[0][0]}, смещение {b2[0]}; потери (ŷ − y)². "
    "Чему равна производная по весу выхода?",
    pick=lambda slopes: slopes[2],
)
def output_weight(one: One) -> Drawn:
    w, b2 = one(2.0, 4.0, -2.0), one(1.0, 3.0)
    return {
        "X": column(1.0), "y": column(0.5 * w + b2 + one(-2.0, 1.0, 3.0)), "W1": column(TANH.value), "b1": np.zeros(1), "W2": column(w),
        "b2": np.array([b2]),
    }  # fmt: skip


def column(value: float) -> np.ndarray:
    return np.array([[value]])


@picture(
    "signal_sizes",
    en="The size of the signal after each of ten layers without an activation, 100 units wide. With which standard deviation σ were the weights drawn?",
    ru="Размер сигнала после каждого из десяти слоёв без функции активации, по 100 нейронов. С каким стандартным отклонением σ брались веса?",
    options={
        "0.05": Option("σ = 0.05", "σ = 0.05", "Each layer multiplies the size by σ·√100: 0.05 would halve it.", "Каждый слой умножает размер на σ·√100: при 0.05 он уменьшался бы вдвое."),
        "0.1": Option("σ = 0.1", "σ = 0.1", "Each layer multiplies the size by σ·√100: 0.1 would keep it.", "Каждый слой умножает размер на σ·√100: при 0.1 он сохранялся бы."),
        "0.2": Option("σ = 0.2", "σ = 0.2", "Each layer multiplies the size by σ·√100: 0.2 would double it.", "Каждый слой умножает размер на σ·√100: при 0.2 он удваивался бы."),
    },
)  # fmt: skip
def through_the_layers(one: One) -> Seen:
    key, signal, sizes = one("0.05", "0.1", "0.2"), one.rng.normal(size=(20, 100)), []
    for _ in range(11):
        sizes.append(float(np.sqrt(np.mean(signal**2))))
        signal = signal @ one.rng.normal(0, float(key), size=(100, 100))
    return over_steps(sizes, y={"en": "size of the signal", "ru": "размер сигнала"}), key


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "mlp_forward",
    en="""\
`mlp_forward(X, W1, b1, W2, b2)` is the forward pass of a network with one hidden layer: tanh in the hidden layer, nothing at the output. `X` has the shape `(m, n)`, the result the shape `(m, k)`, also when `k` is 1.

Example: `mlp_forward(np.array([[0.0]]), np.array([[1.0]]), np.array([0.0]), np.array([[2.0]]), np.array([3.0]))` is `array([[3.]])`.""",
    ru="""\
`mlp_forward(X, W1, b1, W2, b2)` — прямой проход сети с одним скрытым слоем: tanh в скрытом слое, на выходе ничего. У `X` форма `(m, n)`, у результата — `(m, k)`, в том числе и когда `k` равно 1.

Пример: `mlp_forward(np.array([[0.0]]), np.array([[1.0]]), np.array([0.0]), np.array([[2.0]]), np.array([3.0]))` равно `array([[3.]])`.""",
)
